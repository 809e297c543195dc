"""Who does what to whom, by syntax alone: pure functions over a Doc with Universal Dependencies labels.

Subjects and objects are the logical ones: through passives, control and raising, relative clauses, participles and
coordination. Words are never named here, but for the forms that the annotation scheme itself fixes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_OBLIQUES = frozenset({"obl", "obl:agent", "nmod", "nmod:desc", "obl:arg"})
_PHRASE_PARTS = frozenset(
    {
        "det", "det:predet", "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nummod", "flat",
        "fixed", "goeswith", "flat:name",
    }
)  # fmt: skip
_TO_INFINITIVE_HOLDERS = frozenset({"xcomp", "acl", "advcl"})
# Subordinators after which the clause's own doer is the governing verb's object: "accused him of", "kept them from".
_OBJECT_CONTROL_MARKS = frozenset({"of", "for", "from", "into"})
# Where a parser takes a verb's particle for half of the preposition: "pulled out of", "broke away from".
_DIRECTIONS = frozenset({"out of", "away from", "back from", "back to", "over to", "up to", "down on", "off of"})
_NEGATIVE = frozenset({"Polarity=Neg", "PronType=Neg"})
_NEGATORS = frozenset({"not", "n't", "n’t", "no", "never", "neither", "nor"})
_MAX_CLIMB = 10


def is_nominal(token: Token) -> bool:
    """Whether the token heads a noun phrase (a noun, name, pronoun, number, or an adjective used as a noun)."""
    if token.pos_ in _NOMINAL:
        return True
    return token.pos_ in {"ADJ", "DET"} and any(child.dep_ in {"det", "nmod:poss"} for child in token.lefts)


def children(token: Token, *labels: str) -> list[Token]:
    """The children of `token` with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """`token` and those coordinated with it ("A, B and C"), in text order."""
    first = token
    for _ in range(_MAX_CLIMB):
        if first.dep_ != "conj" or not _alike(first, first.head):
            break
        first = first.head
    found = [first]
    for member in found:
        found += [child for child in member.children if child.dep_ == "conj" and _alike(child, member)]
    return sorted(found, key=lambda member: member.i)


def _alike(one: Token, other: Token) -> bool:
    """A noun is coordinated with nouns, a clause with clauses; anything else is a slip of the parser."""
    return _is_clause(one) == _is_clause(other)


def _is_clause(token: Token) -> bool:
    if token.pos_ in _VERBAL:
        return token.dep_ not in {"amod", "compound"}
    return any(child.dep_ in {"cop", "nsubj", "nsubj:pass"} for child in token.children)


def _expand(heads: Iterable[Token]) -> list[Token]:
    """Relative pronouns become what they stand for; coordinated heads are added; each once, in text order."""
    found: dict[int, Token] = {}
    for head in heads:
        for member in conjuncts_below(antecedent(head)):
            found.setdefault(member.i, member)
    return [found[i] for i in sorted(found)]


def conjuncts_below(token: Token) -> list[Token]:
    """`token` and the heads coordinated after it; not those before, to which it is hung."""
    found = [token]
    for member in found:
        found += [child for child in member.children if child.dep_ == "conj" and _alike(child, member)]
    return found


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if not _is_relative(token):
        return token
    node = token
    for _ in range(_MAX_CLIMB):
        if node.dep_ == "acl:relcl":
            return node.head
        if node.head is node:
            break
        node = node.head
    return token


def _is_relative(token: Token) -> bool:
    return token.tag_ in {"WDT", "WP", "WP$"} or (
        token.pos_ == "PRON" and token.lower_ == "that" and token.head.dep_ == "acl:relcl" and token.dep_ != "det"
    )


def is_passive(token: Token) -> bool:
    """Whether the verb (or participle) is passive: its surface subject has it done to them."""
    labels = {child.dep_ for child in token.children}
    if "aux:pass" in labels:
        return True
    if token.tag_ != "VBN":
        return token.tag_ == "VBD" and "obl:agent" in labels and "obj" not in labels
    if labels & {"nsubj:pass", "csubj:pass", "obl:agent"}:
        return True
    if labels & {"aux", "nsubj", "obj"}:
        return False
    if token.dep_ == "conj":
        return is_passive(token.head)
    return token.dep_ in {"acl", "amod", "advcl", "acl:relcl", "parataxis", "root", "dep", "xcomp"}


def surface_subjects(token: Token) -> list[Token]:
    """The grammatical subject of a predicate, found through coordination, control, relative clauses and participles."""
    return _expand(_subject_heads(token, _MAX_CLIMB))


def _subject_heads(token: Token, depth: int) -> list[Token]:
    own = [child for child in token.children if child.dep_ in _SUBJECTS]
    if own:
        return [child for child in own if child.dep_ == "nsubj:pass"] or own[:1]
    outer = children(token, "nsubj:outer")
    if outer or depth == 0 or children(token, "csubj", "csubj:pass", "expl"):
        return outer
    rule = _SHARED_SUBJECT.get(token.dep_)
    return rule(token, depth - 1) if rule else []


def _subject_of_conjunct(token: Token, depth: int) -> list[Token]:
    return _subject_heads(token.head, depth) if _is_clause(token.head) or _takes_subject(token.head) else []


def _takes_subject(token: Token) -> bool:
    return token.dep_ in _TO_INFINITIVE_HOLDERS or token.pos_ == "ADJ"


def _subject_of_complement(token: Token, depth: int) -> list[Token]:
    governor = token.head
    objects = children(governor, "obj", "iobj")
    if objects and not is_passive(governor):
        return objects[:1]
    return _subject_heads(governor, depth)


def _subject_of_adverbial(token: Token, depth: int) -> list[Token]:
    governor = token.head
    if not (_is_clause(governor) or governor.pos_ in {"ADJ", "VERB"}):
        return _doers_of_noun(governor, depth)
    marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "case"}}
    objects = children(governor, "obj", "iobj")
    if marks & _OBJECT_CONTROL_MARKS and token.tag_ == "VBG":
        if is_passive(governor):
            return _subject_heads(governor, depth)
        return objects[:1] or _subject_heads(governor, depth)
    if is_passive(governor) and token.tag_ == "VBG" and (not marks or "by" in marks):
        return _agents(governor)  # "was bombed, killing twelve": whoever bombed it
    return _subject_heads(governor, depth)


def _subject_of_noun_clause(token: Token, depth: int) -> list[Token]:
    noun = token.head
    infinitive = token.tag_ == "VB" or any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)
    if infinitive or any(child.dep_ == "mark" for child in token.children):
        return _doers_of_noun(noun, depth)
    return [noun]


def _doers_of_noun(noun: Token, depth: int) -> list[Token]:
    """Whose plan, attempt or offer it is: its possessor, or the subject of the verb that it stands with."""
    owners = children(noun, "nmod:poss") + [child for child in children(noun, "nmod") if preposition(child) == "by"]
    if owners:
        return owners
    if noun.dep_ in {"obj", "obl", "xcomp", "conj", "nmod"} and depth > 0:
        governor = noun.head
        if _is_clause(governor):
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
    """The "by" phrase of a passive; "arrested and beaten by police" shares it."""
    for verb in conjuncts_below(token):
        found = children(verb, "obl:agent") or [
            child
            for child in children(verb, "obl", "nmod")
            if preposition(child) == "by" and is_nominal(child) and not children(child, "mark")
        ]
        if found:
            return found
    return []


def logical_subjects(token: Token) -> list[Token]:
    """Who does the verb, adjective or noun `token`: heads of noun phrases in text order, coordinated ones included.

    Passives give their agent; nouns their possessor or "by" phrase; control, raising, relative clauses, participles
    and coordination are followed.
    """
    if is_predicate(token):
        return _expand(_agents(token)) if is_passive(token) else surface_subjects(token)
    owners = children(token, "nmod:poss")
    return _expand(owners or [child for child in children(token, "nmod", "obl:agent") if preposition(child) == "by"])


def is_predicate(token: Token) -> bool:
    """Whether the token is a verb, a participle, or an adjective or noun with a subject of its own."""
    if token.pos_ in _VERBAL:
        return True
    if token.pos_ == "ADJ" and token.dep_ != "amod":
        return True
    return _is_clause(token)


def logical_objects(token: Token) -> list[Token]:
    """Whom or what the verb is done to: object, subject of a passive, antecedent; "of" of a noun."""
    if not is_predicate(token) and token.tag_ not in {"VBN", "VBG"}:
        return _expand(child for child in children(token, "nmod") if preposition(child) == "of")
    if is_passive(token):
        kept = children(token, "obj")  # "was given arms", "was denied entry": the subject is the receiver
        return _expand(kept) if kept else surface_subjects(token)
    return _expand(_object_heads(token))


def indirect_objects(token: Token) -> list[Token]:
    """To whom something is given: iobj, or the subject of a passive that keeps its object ("was given arms")."""
    if is_passive(token) and children(token, "obj"):
        return surface_subjects(token)
    return _expand(children(token, "iobj"))


def _object_heads(token: Token) -> list[Token]:
    own = children(token, "obj")
    if own:
        return own
    if token.dep_ == "conj":
        shared = [child for child in children(token.head, "obj") if child.i > token.i]
        if shared:
            return shared
    for later in children(token, "conj"):
        between = [child for child in token.rights if child.i < later.i and child.dep_ not in {"cc", "punct", "advmod"}]
        if not between and later.pos_ == token.pos_ and not children(later, *_SUBJECTS) and not is_passive(later):
            return children(later, "obj")
    if token.dep_ == "acl:relcl" and _is_gap(token):
        return [token.head]
    return []


def _is_gap(token: Token) -> bool:
    """A relative clause with a subject other than its antecedent and no object: the antecedent is the object."""
    subjects = children(token, "nsubj")
    if not subjects or any(_is_relative(subject) for subject in subjects) or children(token, "cop", "ccomp", "xcomp"):
        return False
    return not any(_is_relative(child) or child.tag_ == "WRB" for child in token.children)


def preposition(token: Token) -> str:
    """What stands before a noun phrase as its case, lower case, several words joined by spaces; empty if nothing."""
    words = [word for case in token.children if case.dep_ == "case" and case.i < token.i
             for word in (case, *children(case, "fixed"))]  # fmt: skip
    return " ".join(word.lower_ for word in words)


def prep_objects(token: Token, preps: frozenset[str]) -> list[Token]:
    """Obliques and modifiers of `token` with one of these prepositions; coordinated ones included, in text order.

    A verb that is coordinated with an earlier one also has the phrases that stand after it but hang on the first.
    """
    heads = [child for child in token.children if child.dep_ in _OBLIQUES and _is_case(child, preps)]
    if not heads and token.dep_ == "conj" and token.pos_ in _VERBAL:
        heads = [
            child
            for child in token.head.children
            if child.i > token.i and child.dep_ in _OBLIQUES and _is_case(child, preps)
        ]
    return _expand(heads)


def _is_case(token: Token, preps: frozenset[str]) -> bool:
    """Whether the phrase has one of these prepositions; "out of" and "away from" also count as "of" and "from"."""
    words = preposition(token)
    return words in preps or (words in _DIRECTIONS and words.split(" ")[1] in preps)


def has_particle(token: Token, particle: str) -> bool:
    """Whether the verb stands with this particle ("blew up", "pulled out of the town")."""
    for child in token.children:
        if child.lower_ == particle:
            if child.dep_ == "compound:prt" or (child.dep_ == "advmod" and 0 < child.i - token.i <= 2):
                return True
        elif child.dep_ in _OBLIQUES and preposition(child).startswith(particle + " "):
            return True
    return False


def negation(token: Token) -> Token | None:
    """The word that negates `token` directly ("not", "never", "no"), by its morphology."""
    for child in token.children:
        if child.dep_ in {"advmod", "det", "cc", "neg"} and _negative(child):
            return child
    return None


def _negative(token: Token) -> bool:
    return bool(_NEGATIVE & set(token.morph)) or token.lower_ in _NEGATORS


def phrase(token: Token) -> tuple[int, int]:
    """Offsets of the noun phrase of `token`, without relative clauses, appositions, siblings and prepositions."""
    parts = [token]
    for part in parts:
        parts += [child for child in part.children if _belongs(child, part, token)]
    return _extent(parts)


def thing_phrase(token: Token) -> tuple[int, int]:
    """Like `phrase`, with the participles and infinitives that hang on the noun ("an appeal lodged by the party")."""
    start, end = phrase(token)
    last = token
    for child in token.rights:
        if child.dep_ in _PHRASE_PARTS or child.dep_ == "acl":
            last = child
    tail = list(last.subtree) if last.dep_ == "acl" else []
    return (start, max(end, _extent(tail)[1])) if tail else (start, end)


def _belongs(child: Token, part: Token, head: Token) -> bool:
    if child.dep_ in _PHRASE_PARTS:
        return True
    if child.dep_ in {"case", "cc", "conj", "appos"}:
        return part is not head  # inside a modifier they belong to it
    if child.dep_ == "advmod":
        return child.i < part.i and part.dep_ in {"nummod", "amod", "det"}
    return False


def full_phrase(token: Token) -> tuple[int, int]:
    """Offsets of all that hangs on `token`, less outer punctuation and the leading preposition."""
    parts = list(token.subtree)
    leading = {child.i for child in token.children if child.dep_ in {"case", "mark", "cc"} and child.i < token.i}
    while len(parts) > 1 and (parts[0].i in leading or parts[0].is_punct or parts[0].is_space):
        parts.pop(0)
    return _extent(parts)


def _extent(parts: list[Token]) -> tuple[int, int]:
    ordered = sorted((part for part in parts if not part.is_space), key=lambda part: part.i) or parts
    while len(ordered) > 1 and ordered[-1].is_punct and not ordered[-1].text.endswith("."):
        ordered.pop()
    while len(ordered) > 1 and ordered[-1].dep_ == "punct":
        ordered.pop()
    while len(ordered) > 1 and (ordered[0].is_punct or ordered[0].is_space):
        ordered.pop(0)
    return ordered[0].idx, ordered[-1].idx + len(ordered[-1])
