"""Who does it: subjects through coordination, control, raising, relative clauses and participles; agents; owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar.tree import (
    MAX_CLIMB,
    children,
    conjuncts,
    expand,
    is_clause,
    is_nominal,
    is_relative,
    preposition,
)
from onrecord.language.grammar.verbs import has_to, is_passive, is_predicate, names_nobody, negation

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_SINGULAR = frozenset({"NN", "NNP"})
_WHERE_OR_WHEN = frozenset({"in", "on", "at"})
_TO_INFINITIVE_HOLDERS = frozenset({"xcomp", "acl", "advcl"})
# Subordinators after which the clause's own doer is the governing verb's object: "accused him of", "kept them from",
# "quoted her as saying".
_OBJECT_CONTROL_MARKS = frozenset({"of", "for", "from", "into", "as"})


def surface_subjects(token: Token) -> list[Token]:
    """The grammatical subject of a predicate, found through coordination, control, relative clauses and participles."""
    heads = [told_of for head in _subject_heads(token, MAX_CLIMB) for told_of in _of_whom_said(head, token)]
    found = expand(one for head in heads for one in several_together(head) or [head])
    clause = conjuncts(token)[0]
    if clause.dep_ != "acl:relcl":
        return found
    return [one for one in found if one.i <= clause.right_edge.i]  # "Bo, who signed it, | and his wife" signed nothing


def _is_excepted(name: Token) -> bool:
    """Whether "but" leaves it out of all others: "all states | but Mali | condemned it"."""
    edge = name.left_edge
    before = edge.nbor(-1) if edge.i > 0 else edge
    return before.lower_ == "but" and before.i > 0 and before.nbor(-1).pos_ == "NOUN"


def several_together(pronoun: Token) -> list[Token]:
    """Two or more single ones who speak together, where "they" are who speaks: "Chad and Mali said they would go"."""
    clause = pronoun.head
    if pronoun.lower_ != "they" or pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp":
        return []
    return single_subjects(clause.head, pronoun.i)


def single_subjects(verb: Token, before: int) -> list[Token]:
    """The subjects of a verb before a place that are single ones coordinated with others ("Chad and Mali").

    So are those that a plural before them says what they are ("ministers Ana Silva and Per Dahl").
    """
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.i < before]
    named = [name for one in subjects for name in children(one, "appos")]
    subjects += [*named, *(name for one in named for name in children(one, "appos"))]  # "Arla's owner | Bo and Cy"
    return [one for one in subjects if one.tag_ in _SINGULAR and any(other.dep_ == "conj" for other in one.children)]


def _of_whom_said(head: Token, predicate: Token) -> list[Token]:
    """In "Chad is the largest donor, giving grain" it is Chad that gives."""
    if head.i not in {predicate.i, predicate.head.i}:
        return [head]
    return (children(head, "nsubj") if children(head, "cop") else []) or [head]


def _subject_heads(token: Token, depth: int) -> list[Token]:
    """The subjects of a predicate: its own, or by the rule for its relation to the word above."""
    own = [child for child in token.children if child.dep_ in _SUBJECTS]
    if own:
        return [child for child in own if child.dep_ == "nsubj:pass"] or _nearest(own, token)
    outer = children(token, "nsubj:outer")
    if outer or depth == 0 or children(token, "csubj", "csubj:pass", "expl"):
        return outer
    rule = _SHARED_SUBJECT.get(token.dep_)
    return rule(token, depth - 1) if rule else []


def _nearest(subjects: list[Token], verb: Token) -> list[Token]:
    """Of several, as in "ministers | Ana Silva and Per Dahl agreed", the last before the verb.

    Not so a bare word right behind the first, which is a day ("the judge Thursday approved").
    """
    before = [child for child in subjects if child.i < verb.i] or subjects[:1]
    if len(before) > 1 and _is_excepted(before[-1]):
        before = before[:-1]
    last = before[-1]
    bare = last.i == before[-2].right_edge.i + 1 and not list(last.children) if len(before) > 1 else False
    return before[:1] if bare else [last]


def _subject_of_conjunct(token: Token, depth: int) -> list[Token]:
    """The subject that a coordinated verb shares with the first, or its own count: "and | three | wounded"."""
    before = [child for child in children(token, "nummod", "obl:unmarked") if child.i < token.i and _counts_some(child)]
    counted = before if is_passive(token) else []
    if counted:
        return counted  # "nine were killed and three wounded"
    shared = _subject_heads(token.head, depth) if is_clause(token.head) or _takes_subject(token.head) else []
    kinds = {subject.lemma_ for subject in shared if children(subject, "nummod")}
    others = (child for child in children(token, "obl:unmarked") if child.i < token.i and children(child, "nummod"))
    return [child for child in others if child.lemma_ in kinds] or shared  # "40 percent backed her, 30 percent | him"


def _counts_some(word: Token) -> bool:
    """Whether it is a number, or several right behind "and" ("and | dozens | more wounded")."""
    first = word.left_edge
    joined = first.i > 0 and first.nbor(-1).dep_ == "cc"
    return word.pos_ == "NUM" or (word.tag_ == "NNS" and word.dep_ == "obl:unmarked" and joined)


def _takes_subject(token: Token) -> bool:
    return token.dep_ in _TO_INFINITIVE_HOLDERS or token.pos_ == "ADJ"


def _subject_of_complement(token: Token, depth: int) -> list[Token]:
    """Control: the object of the verb above if it has one ("told | them | to go"), else its subject."""
    governor = token.head
    if token.dep_ == "ccomp" and token.i < governor.i:
        return []  # "“Must go home,” he said": who says what stands before need not be who does it
    if token.dep_ == "ccomp" and not has_to(token) and (told_of := _told_of(governor)):
        return told_of
    objects = children(governor, "obj", "iobj")
    if objects and not is_passive(governor):
        return objects[:1]
    return _subject_heads(governor, depth)


def _told_of(verb: Token) -> list[Token]:
    """Of whom a verb of saying tells from inside a clause on him: "a man | police say | killed nine"."""
    subjects = [child for child in children(verb, "nsubj") if child.i < verb.i]
    if verb.dep_ == "acl:relcl" and subjects and not any(map(is_relative, subjects)):
        return [verb.head]
    return subjects[:-1][:1]  # "A man | police say killed nine | was held": two subjects before one verb


def _subject_of_adverbial(token: Token, depth: int) -> list[Token]:
    """The subject of a participle or infinitive clause: that of the main clause, its object or its agent."""
    governor = token.head
    small = children(governor, "cop") and children(governor, "nsubj")  # "recalled | him being rude, even insulting"
    if governor.dep_ in {"xcomp", "advmod"} and governor.pos_ in {"ADJ", "ADV"} and not small:
        governor = governor.head  # "kept the valley calm by mining the road", "stopped short of calling for it"
    if not (is_clause(governor) or governor.pos_ in {"ADJ", "VERB"}):
        return _doers_of_noun(governor, depth)
    marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "case"}}
    objects = children(governor, "obj", "iobj")
    if marks & _OBJECT_CONTROL_MARKS and token.tag_ == "VBG":
        if is_passive(governor):
            return _subject_heads(governor, depth)
        return objects[:1] or _subject_heads(governor, depth)
    if is_passive(governor) and token.tag_ == "VBG" and (not marks or "by" in marks):
        agents = _agents(governor)  # "was bombed, killing twelve": whoever bombed it
        return agents if agents or marks or _is_set_off(token) else _subject_heads(governor, depth)
    return _subject_heads(governor, depth)


def _is_set_off(clause: Token) -> bool:
    """Whether a comma parts it from what it follows; who "were killed | fighting the rebels" fought them."""
    first = clause.left_edge
    return first.is_punct or (first.i > 0 and first.nbor(-1).is_punct)


def _subject_of_noun_clause(token: Token, depth: int) -> list[Token]:
    """The subject of a clause on a noun: the noun, or for infinitives whoever plans or is charged."""
    noun = token.head
    infinitive = token.tag_ == "VB" or has_to(token)
    if is_passive(token) and (infinitive or not children(token, "mark")):  # not "his fear of being held"
        return [noun]  # "the eighth judge to be killed", "a bill to be passed"
    if infinitive or any(child.dep_ == "mark" for child in token.children):
        return (_charged(noun) if token.tag_ == "VBG" else []) or _doers_of_noun(noun, depth)
    return [noun]


def _charged(noun: Token) -> list[Token]:
    """Who did what the noun is of, where another acts on it: "held a man | on suspicion of | bombing a church".

    So too what he is punished for: "sentenced nine men | to prison terms | for attacking it".
    """
    verb = noun.head
    if noun.dep_ != "obl" or preposition(noun) not in {"on", "to"} or not is_clause(verb):
        return []
    return surface_subjects(verb) if is_passive(verb) else children(verb, "obj")[:1]


def _doers_of_noun(noun: Token, depth: int) -> list[Token]:
    """Whose plan, attempt or offer it is: its possessor, or the subject of the verb that it stands with."""
    owners = children(noun, "nmod:poss") + [child for child in children(noun, "nmod") if preposition(child) == "by"]
    if owners:
        return owners
    if children(noun, "cop") and preposition(noun):  # "the unions are | at the forefront of criticising it"
        return _subject_heads(noun, depth)
    if noun.dep_ in {"obj", "obl", "xcomp", "conj", "nmod"} and depth > 0:
        governor = noun.head
        if is_clause(governor):
            return _agents(governor) if is_passive(governor) else _subject_heads(governor, depth - 1)
        return _doers_of_noun(governor, depth - 1) if noun.dep_ in {"conj", "nmod"} else []
    if noun.dep_ == "nsubj:pass":
        return _agents(noun.head)
    return []


def _subject_of_relative(token: Token, depth: int) -> list[Token]:
    del depth
    return [token.head]


_SHARED_SUBJECT: dict[str, Callable[[Token, int], list[Token]]] = {
    "conj": _subject_of_conjunct,
    "xcomp": _subject_of_complement,
    "ccomp": _subject_of_complement,
    "advcl": _subject_of_adverbial,
    "acl": _subject_of_noun_clause,
    "acl:relcl": _subject_of_relative,
    "amod": _subject_of_relative,
}


def _agents(token: Token) -> list[Token]:
    """The "by" phrase of a passive; "arrested, beaten and jailed by police" shares it, not what somebody else does.

    Nor does "signed in June and brokered by a bishop", or "were booked and were remanded by a court".
    """
    for verb in [member for member in conjuncts(token) if member.i >= token.i]:
        if verb is not token and (not is_passive(verb) or children(verb, "aux:pass") or _is_dated(token, verb)):
            continue  # "was fired at, but by noon the rebels had fled"
        found = children(verb, "obl:agent") or [
            child
            for child in children(verb, "obl", "nmod")
            if preposition(child) == "by" and is_nominal(child) and not children(child, "mark")
        ]
        if found:
            return found
    return []


def _is_dated(verb: Token, later: Token) -> bool:
    """Whether it has a time or place of its own before the later one: "**signed** in June and | brokered by"."""
    own = (child for child in children(verb, "obl", "obl:unmarked") if verb.i < child.i < later.i)
    return any(child.dep_ == "obl:unmarked" or preposition(child) in _WHERE_OR_WHEN for child in own)


def logical_subjects(token: Token) -> list[Token]:
    """Who does the verb, adjective or noun `token`: heads of noun phrases in text order, coordinated ones included.

    Passives give their agent; nouns their possessor or "by" phrase; control, raising, relative clauses, participles
    and coordination are followed.
    """
    if is_predicate(token):
        return expand(_agents(token)) if is_passive(token) else surface_subjects(token)
    owners = children(token, "nmod:poss")
    return expand(owners or [child for child in children(token, "nmod", "obl:agent") if preposition(child) == "by"])


def is_denied(verb: Token) -> bool:
    """Whether the clause says that it is not so, or says it of nobody."""
    return negation(verb) is not None or any(map(names_nobody, logical_subjects(verb)))
