"""What an infinitive hangs on and what hangs on it, where a parser errs.

A negation directly before "to" belongs to the infinitive: "vowed never to negotiate"; else nothing has been vowed. A
verb that asks for an infinitive has it as its complement across a day too: "failed on Monday to adopt the text" tells
of no failure for the purpose of adopting. So has a noun of asking or intending across a phrase of its own: "resisted
calls from his party to resign". A verb behind "to" is no part of the noun behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children, is_negative
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_PARTICLE = frozenset({"to"})
_BEFORE_NOUNS = frozenset({"compound", "amod"})
_LOOSE = frozenset({"advcl", "obl"})  # labels under which the parser hangs a complement farther off
_OTHER_COMPLEMENTS = ("obj", "iobj", "xcomp", "ccomp", "nsubj:pass")


def mend_infinitives(doc: Doc, lexicon: Lexicon) -> None:
    """Hang such a negation on its infinitive, and call such an infinitive a complement; time linear in tokens."""
    asking, bare = lexicon.list("asks_for_infinitive"), lexicon.list("takes_bare_infinitive")
    nouns = lexicon.list("noun_asks_for_infinitive")
    duties = lexicon.list("duty_of_those_sent")
    for place in having(doc, "LOWER", _PARTICLE):
        _make_duty(doc[place], duties)
        if place == 0 or doc[place].dep_ != "mark" or doc[place].head.i < place:
            continue
        before, infinitive = doc[place - 1], doc[place].head
        _give_subject(doc[place], infinitive)
        if before.dep_ == "advmod" and before.head.i < before.i and is_negative(before) and not list(before.children):
            hang(before, infinitive)
        if infinitive.dep_ in _BEFORE_NOUNS and infinitive.tag_ == "VB" and infinitive.head.i > infinitive.i:
            _give_object(infinitive)
        behind = doc[infinitive.i + 1] if infinitive.i + 1 < len(doc) else infinitive
        if _is_object(behind, infinitive, bare):
            behind.pos_, behind.tag_, behind.lemma_, behind.dep_ = "NOUN", "NN", behind.lower_, "obj"
            for child in behind.children:
                child.dep_ = {"obl": "nmod"}.get(child.dep_, child.dep_)
        if infinitive.dep_ in _LOOSE and _is_asked_for(infinitive, asking):
            infinitive.dep_ = "xcomp"
        noun = _noun_with_phrase(infinitive, nouns) if infinitive.dep_ in _LOOSE else None
        if noun is not None:
            hang(infinitive, noun, "acl")


def _make_duty(particle: Token, duties: AbstractSet[str]) -> None:
    """Let what those sent are there for be a verb: "sent police to | guard | substations", not "to guard posts"."""
    noun = particle.head
    if particle.dep_ != "case" or noun.dep_ != "obl" or noun.i != particle.i + 2 or noun.tag_ != "NNS":
        return
    verb, duty = noun.head, particle.nbor(1)
    if duty.dep_ != "compound" or duty.lower_ not in duties or noun.lower_ in duties:
        return
    if verb.i > particle.i or not children(verb, "obj", "nsubj:pass"):
        return
    hang(duty, verb, "advcl")
    hang(noun, duty, "obj")
    hang(particle, duty, "mark")
    duty.pos_, duty.tag_, duty.lemma_, particle.tag_ = "VERB", "VB", duty.lower_, "TO"


def _noun_with_phrase(infinitive: Token, nouns: AbstractSet[str]) -> Token | None:
    """The noun of asking or intending whose phrases end where the infinitive begins: "a | call | from Chad to free"."""
    verb, first = infinitive.head, infinitive.left_edge.i
    for noun in children(verb, "obj", "obl"):
        if noun.lemma_.lower() not in nouns or noun.i < verb.i or children(noun, "acl", "acl:relcl", "ccomp"):
            continue
        end = noun.right_edge.i
        for phrase in verb.rights:
            end = phrase.right_edge.i if phrase.dep_ == "obl" and phrase.left_edge.i == end + 1 else end
        if noun.i < end == first - 1:
            return noun
    return None


def _give_subject(particle: Token, infinitive: Token) -> None:
    """Hang on the infinitive who stands between its "for" and "to": "called for | the rebels | to leave"."""
    for mark in children(infinitive, "mark"):
        who = (
            [child for child in infinitive.head.rights if child.left_edge.i == mark.i + 1]
            if mark.lower_ == "for"
            else []
        )
        for noun in who:
            if noun.right_edge.i == particle.i - 1 and noun.dep_ in {"obl", "obj"}:
                hang(noun, infinitive, "nsubj")


def _give_object(infinitive: Token) -> None:
    """Set the verb over the noun that it was taken for a part of: "a campaign to | sow discord"."""
    noun = infinitive.head
    governor, label = noun.head, noun.dep_
    if governor.i == noun.i:
        return
    clause = "acl" if governor.pos_ in {"NOUN", "PROPN"} else "advcl"
    hang(infinitive, governor, label if label in {"xcomp", "ccomp", "conj"} else clause)
    infinitive.pos_ = "VERB"
    hang(noun, infinitive, "obj")


def _is_object(word: Token, infinitive: Token, bare: AbstractSet[str]) -> bool:
    """Whether a word taken for a second infinitive is a noun: "to sow | discord", but "to help | rebuild"."""
    alone = word.tag_ == "VB" and word.dep_ == "xcomp" and word.head.i == infinitive.i == word.i - 1
    return alone and infinitive.lemma_.lower() not in bare and not any(child.dep_ == "obj" for child in word.children)


def _is_asked_for(infinitive: Token, asking: AbstractSet[str]) -> bool:
    """Whether the verb before it asks for an infinitive and has no other complement."""
    verb = infinitive.head
    if verb.i > infinitive.i or verb.lemma_.lower() not in asking:
        return False
    first = infinitive.left_edge
    return not children(verb, *_OTHER_COMPLEMENTS) and not (first.i > 0 and first.nbor(-1).is_punct)
