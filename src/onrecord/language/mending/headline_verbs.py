"""Verbs of headlines that a parser takes for nouns: "Court jails minister", "Houthis strike ship".

A headline has no article and often no other verb, so that "army raids camp" may look like a compound. A noun that has
an object is a verb; and so is one between a doer and a noun where both numbers agree with a verb: a single doer before
a form in "-s", several before one without. What is often said in the plural before nouns ("arms") is left. Two names
with a comma between them right before the verb are its subjects: "Iran, Iraq sign gas deal", "Mali, rebels agree". A
second verb behind a comma may look like a modifier of its object: "Soldiers seize palace, detain president". Who is
"to" do something is no noun with an infinitive. A name before a colon says only where: "Nigeria: 9 killed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.mending.headline_doers import (
    BEFORE,
    DOERS,
    PLURAL,
    SINGULAR,
    is_headline_verb,
    make_verb,
    make_verb_of_phrase,
    part_from_doer,
)
from onrecord.language.mending.wordforms import verb_with_form
from onrecord.language.nouns import noun_form
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_NAME_PARTS, _BESIDE = frozenset({"flat", "flat:name"}), frozenset({"conj", "appos", "nmod:unmarked"})
_SUBJECTS, _OBLIQUE = frozenset({"nsubj", "nsubj:pass"}), ("obl", "obl:arg")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DOER_MAPS = ("person_noun", "group_noun", "organization_noun")


def mend_headline_verbs(doc: Doc, lexicon: Lexicon) -> None:
    """Make such nouns verbs, with subject and object; `doc` is changed in place, time linear in tokens."""
    doers = lexicon.together(*_DOER_MAPS)
    for place in having(doc, "DEP", ("root",)):
        root = doc[place]
        if root.sent[-1].lower_ != ".":
            _tag_as_verb(root)
            root = part_from_doer(root, doers, lexicon)
            _part_place(root)
            _make_gerunds(root, lexicon)
            _join_two(root, lexicon)
            _join_subjects(root)
            _join_second_verb(root, doers, lexicon)
            _give_subject(root)
            _give_subjects_behind_as(root)
            _give_object(root, doers, lexicon)
        if root.pos_ not in {"NOUN", "PROPN", "ADJ", "ADV"} or _has_finite(root):
            continue
        if any(child.dep_ == "obj" and child.i > root.i for child in root.children):
            make_verb(root, [child for child in root.lefts if child.dep_ in BEFORE and child.pos_ != "ADJ"])
            _join_second_verb(root, doers, lexicon)
        elif root.sent[-1].lower_ != "." and not _make_to_come(root, doers):
            make_verb_of_phrase(root, doers, lexicon)
            _split_compound(root, doers, lexicon)


def _tag_as_verb(root: Token) -> None:
    """Give a verb with a subject that has the tag of a noun its own: "soldiers | storm | hotel"."""
    if root.pos_ == "VERB" and root.tag_ in SINGULAR | PLURAL and grammar.children(root, "nsubj"):
        root.tag_ = "VBZ" if root.tag_ in PLURAL else "VBP"


def _has_finite(root: Token) -> bool:
    """Whether a heading has a verb, other than in a clause beside the one sought (", orders it", "as rebels flee")."""
    joined = grammar.children(root, "parataxis")
    beside = [it for it in joined if "," in {it.left_edge.lower_, it.left_edge.nbor(-1).lower_}]
    beside += [it for it in grammar.children(root, "advcl") if grammar.children(it, "mark")]
    later = {word.i for clause in beside if clause.i > root.i for word in clause.subtree}
    return any(word.tag_ in _FINITE and word.i not in later for word in root.sent)


def _make_to_come(root: Token, doers: frozenset[str]) -> bool:
    """Let the infinitive be the verb, and the party before it its subject ("Kenya to send troops to Haiti")."""
    verb = next((child for child in root.rights if child.dep_ == "acl" and child.left_edge.lower_ == "to"), None)
    party = root.pos_ == "PROPN" or root.ent_type_ in DOERS or noun_form(root, doers.__contains__) in doers
    if verb is None or not party or root.left_edge.i != root.sent.start:
        return False
    hang(verb, verb, "root")
    hang(root, verb, "nsubj:pass" if grammar.children(verb, "aux:pass") else "nsubj")
    return True


def _give_subject(root: Token) -> None:
    """Let the noun right before a verb that is tagged a noun be its subject ("Police | hold editor")."""
    before = root.nbor(-1) if root.i > root.sent.start else root
    if root.pos_ == "VERB" and root.tag_ == "NN" and before.dep_ == "compound" and before.head.i == root.i:
        make_verb(root, [child for child in root.lefts if child.dep_ in BEFORE and child.pos_ != "ADJ"])


def _give_subjects_behind_as(root: Token) -> None:
    """Let the noun right before a later verb be its subject ("Police arrest nine | as union | defies court")."""
    for word in root.sent:
        verb = word.head
        before = verb.nbor(-1) if verb.i > root.sent.start else verb
        if word.lower_ != "as" or word.dep_ != "case" or verb.pos_ != "VERB" or verb.tag_ not in _FINITE:
            continue
        if word.i > root.i and before.dep_ in BEFORE and before.head.i == verb.i and before.pos_ != "ADJ":
            hang(verb, root, "advcl")
            word.dep_, before.dep_ = "mark", "nsubj"


def _give_object(root: Token, doers: frozenset[str], lexicon: Lexicon) -> None:
    """Let a number right behind the verb be its object ("Police arrest | three | over theft"), or a bare noun.

    A parser hangs the number on the noun behind the preposition, and takes the noun for what the doer becomes ("Court
    sentences | mayor").
    """
    own = grammar.children(root, "ccomp", "cop", "aux", "aux:pass")
    last = next((word for word in reversed(root.sent) if not word.is_space), root)
    if own or not _is_act(root, lexicon) or last.lower_ == "." or root.i + 1 >= root.sent.end:
        return
    after, before = root.nbor(1), [child for child in root.lefts if child.dep_ in BEFORE and child.pos_ != "ADJ"]
    noun = after.head
    across = after.dep_ == "nummod" and noun.i > after.i + 1 and after.nbor(1).dep_ == "case"
    if after.tag_ == "CD" and (across or noun.i == root.i) and (root.pos_ == "VERB" or before):
        if across and noun.dep_ == "obj":
            noun.dep_ = "obl"
        if root.pos_ != "VERB":
            make_verb(root, before)
        hang(after, root, "obj")
    for noun in grammar.children(root, "xcomp"):
        bare = not grammar.children(noun, "case", "mark", "cop") and not grammar.children(root, "obj")
        person = noun.lower_.split("-")[-1] in doers  # "ex-minister", taken for a participle
        if (person or noun.tag_ in SINGULAR | PLURAL) and bare and noun.left_edge.i == root.i + 1:
            noun.dep_, noun.pos_ = "obj", "PROPN" if noun.tag_ == "NNP" else "NOUN"
            noun.tag_ = noun.tag_ if noun.tag_ in SINGULAR | PLURAL else "NN"


def _part_place(root: Token) -> None:
    """Take the name before a colon that opens the line from the verb; a noun between is the verb's subject."""
    colon = next((child for child in root.lefts if child.lower_ == ":"), None)
    place = next((child for child in root.lefts if child.dep_ in _SUBJECTS), None)
    if colon is None or place is None or place.right_edge.i != colon.i - 1 or place.left_edge.i != root.sent.start:
        return
    if place.pos_ != "PROPN" or root.pos_ != "VERB":
        return
    label = place.dep_
    place.dep_ = "dislocated"
    between = [child for child in root.lefts if child.i > colon.i and child.dep_ in BEFORE and child.pos_ != "ADJ"]
    if between and not any(child.dep_ in _SUBJECTS for child in root.children):
        between[-1].dep_ = label


def _make_gerunds(root: Token, lexicon: Lexicon) -> None:
    """Let a gerund between a verb that takes one and a bare noun have the noun as object ("denies shelling camp")."""
    if grammar.children(root, "aux", "iobj"):
        return  # a sentence, or "denied them mining permits"
    for noun in grammar.children(root, "obj", *_OBLIQUE):
        first = noun.left_edge
        case = first if first.dep_ == "case" else None
        gerund = first.nbor(1) if case is not None else first
        asked = "takes_gerund" if case is None else "takes_gerund_with_of"
        if root.lemma_.lower() not in lexicon.list(asked) or gerund.dep_ not in {"compound", "amod"}:
            continue
        lemma = _verb_of(gerund.lower_, lexicon)
        if gerund.head.i != noun.i or not lemma:
            continue
        gerund.tag_, gerund.pos_, gerund.lemma_ = "VBG", "VERB", lemma
        hang(gerund, root, "xcomp" if case is None else "advcl")
        hang(noun, gerund, "obj")
        if case is not None:
            hang(case, gerund, "mark")


def _verb_of(gerund: str, lexicon: Lexicon) -> str:
    """The verb of an act that a word in "-ing" is a form of; empty for any other."""
    lemma = verb_with_form(gerund, lexicon) if gerund.endswith("ing") else ""
    return lemma if any(entry.pos == "VERB" for entry in lexicon.events.get(lemma, ())) else ""


def _join_two(root: Token, lexicon: Lexicon) -> None:
    """Make the two names before the verb its subjects, whatever the parser calls them."""
    verbal = root.tag_ == "VBP" or any(entry.pos == "VERB" for entry in lexicon.events.get(root.lemma_.lower(), ()))
    second = root.nbor(-1) if root.i > root.sent.start else root
    while second.dep_ in _NAME_PARTS and second.head.i < second.i:
        second = second.head
    first = second.head
    beside = second.dep_ in _BESIDE and first.i < second.i < root.i and second.left_edge.i > first.i
    if not (verbal and beside and root.tag_ in {"VBP", "VB", "NN"}) or first.left_edge.i != root.sent.start:
        return
    if [word.lower_ for word in root.doc[first.i + 1 : root.i] if word.is_punct or word.pos_ == "CCONJ"] != [","]:
        return
    if all(name.pos_ == "PROPN" or name.ent_type_ for name in (first, second)) or first.dep_ == "nsubj":
        hang(first, root, "nsubj")
        second.dep_ = "conj"
        if root.pos_ == "NOUN":
            make_verb(root, [])


def _join_subjects(root: Token) -> None:
    """Coordinate two subjects with a comma between them right before the verb: "Colombia, ELN rebels agree truce"."""
    subjects = grammar.children(root, "nsubj")
    if len(subjects) != 2 or subjects[1].i > root.i:
        return
    first, second = subjects
    comma = first.right_edge.i + 1
    joined = comma < root.i and root.doc[comma].lower_ == ","
    if joined and second.left_edge.i in {comma, comma + 1} and second.right_edge.i == root.i - 1:
        hang(second, first, "conj")


def _join_second_verb(root: Token, doers: frozenset[str], lexicon: Lexicon) -> None:
    """Coordinate a verb behind a comma with the first, also one that a parser takes for a part of its object."""
    if root.tag_ not in _FINITE or not grammar.children(root, "nsubj"):
        return
    for verb in grammar.children(root, "parataxis"):
        bare = not grammar.children(verb, *_SUBJECTS, "aux", "aux:pass", "mark")
        apart = "," in {verb.left_edge.lower_, verb.left_edge.nbor(-1).lower_}
        if verb.i > root.i and verb.pos_ == "VERB" and _agree(root, verb) and bare and apart:
            verb.dep_ = "conj"
            verb.tag_ = verb.tag_ if verb.tag_ in _FINITE else _present_of(root)
    for verb in root.doc[root.i + 1 : root.sent.end]:
        noun = verb.head
        if verb.dep_ not in BEFORE or verb.nbor(-1).lower_ != "," or noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        base = verb.tag_ in {"VB", "VBP"} and noun.left_edge.i >= verb.i - 1
        if noun.i > verb.i and (base or _is_second_verb(verb, noun, root, doers, lexicon)):
            _part_from_object(verb, noun, root)
            return


def _present_of(first: Token) -> str:
    """The tag of a verb in the present that has the subject of another."""
    return "VBZ" if first.tag_ == "VBZ" else "VBP"


def _agree(first: Token, second: Token) -> bool:
    """Whether two verbs of a heading have one subject by their forms ("frees, calls", "hit, kill")."""
    singular = first.tag_ == "VBZ"
    return singular == (second.lower_ != second.lemma_.lower() and second.lower_.endswith("s"))


def _is_second_verb(word: Token, noun: Token, root: Token, doers: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether what looks like a noun or adjective before somebody is done to him: "storm jail, | free | convicts"."""
    lemma = verb_with_form(word.lower_, lexicon)
    act = any(entry.pos == "VERB" for entry in lexicon.events.get(lemma, ()))
    agrees = word.lower_ == lemma if root.tag_ != "VBZ" else word.lower_ != lemma and word.lower_.endswith("s")
    somebody = noun.ent_type_ in DOERS or noun_form(noun, doers.__contains__) in doers
    return act and agrees and somebody and noun_form(word, doers.__contains__) not in doers


def _part_from_object(verb: Token, noun: Token, root: Token) -> None:
    """Make the word a second verb of the heading and the noun its object; what is before the comma is the first's."""
    before = [child for child in noun.lefts if child.i < verb.i]
    hang(noun, root, "obj")  # so that the verb does not hang on what is to hang on it
    hang(verb, root, "conj")
    hang(noun, verb, "obj")
    for child in before:
        if child.is_punct:
            hang(child, verb)
        else:
            hang(child, root, "obj" if child.pos_ in {"NOUN", "PROPN"} else child.dep_)
    verb.pos_, verb.tag_ = "VERB", _present_of(root)


def _is_act(word: Token, lexicon: Lexicon) -> bool:
    return any(entry.pos == "VERB" for entry in lexicon.events.get(word.lemma_.lower(), ()))


def _split_compound(root: Token, doers: frozenset[str], lexicon: Lexicon) -> None:
    """In "army raids camp" the camp heads all; it becomes the object of the verb before it."""
    before = [child for child in root.lefts if child.dep_ in BEFORE]
    for at, verb in enumerate(before):
        own = [child for child in verb.lefts if child.dep_ in BEFORE]
        nouns = [*before[:at], *own]
        if nouns and is_headline_verb(verb, nouns[-1], root, doers, lexicon):
            above, label = root.head, root.dep_
            hang(verb, verb if above.i == root.i else above, label)
            hang(root, verb, "obj")
            for noun in before[:at]:
                hang(noun, verb)
            for child in list(root.children):
                if child.is_punct or child.dep_ == "parataxis":
                    hang(child, verb)
            make_verb(verb, nouns)
            if verb.head.i == verb.i:
                _join_second_verb(verb, doers, lexicon)
            return
