"""A deed behind "and" in what somebody says, done by who says it: "said the men had robbed a bank and | jailed both".

A parser joins the verb with the last one before it, so that those of whom something is said would do it, even to
themselves. It goes on with the verb of saying or finding where its object can only be the subject of what is said, as
nobody is the object of his own verb without "-self" ("fined it"); where only who speaks has the power to do it ("the
court found that the firm had lied and | fined its owner"); and where what is said has no subject that could do
anything ("there was").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.mending.joined_above import is_quoted, tense
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_SUBJECTS = ("nsubj", "nsubj:pass")
_OWN = (*_SUBJECTS, "aux", "aux:pass", "mark", "cop", "expl")
_PLURAL = frozenset({"NNS", "NNPS"})
_OFFICIAL = frozenset({"GOV", "JUD", "COP", "LEG"})
_BODIES = frozenset({"ORGANIZATION", "PLACE", "NORP"})
_PARTIES = ("person_noun", "group_noun", "organization_noun")
_HUMAN = frozenset({"Gender=Masc", "Gender=Fem"})


def mend_joined_to_speaker(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such verb on who speaks' own; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "DEP", ("conj",)):
        verb = doc[place]
        said = verb.head
        speaks = said.head
        if said.dep_ != "ccomp" or not _is_bare(verb) or not speaks.i < said.i < verb.i or grammar.has_to(said):
            continue
        if tense(speaks) != "past" or not grammar.children(speaks, "nsubj") or is_quoted(verb, speaks):
            continue
        if _is_speakers(verb, said, speaks, lexicon):
            hang(verb, speaks)
            verb.tag_ = "VBD"


def _is_bare(verb: Token) -> bool:
    """Whether it is a past with nothing of its own but "and" before it, which nothing goes on with."""
    told = verb.pos_ == "VERB" and verb.tag_ in {"VBD", "VBN"}
    return told and bool(grammar.children(verb, "cc")) and not grammar.children(verb, *_OWN, "conj")


def _is_speakers(verb: Token, said: Token, speaks: Token, lexicon: Lexicon) -> bool:
    """Whether only who speaks can have done it."""
    if grammar.children(said, "expl"):
        return True
    subjects = grammar.children(said, *_SUBJECTS)
    if len(subjects) != 1 or subjects[0].pos_ == "PRON":
        return False
    objects = grammar.children(verb, "obj", "iobj")
    taken_up = any(_takes_up(it, subjects[0], verb, lexicon) for it in objects)
    return taken_up or _is_of_office(verb, subjects[0], speaks, lexicon)


def _is_of_office(verb: Token, subject: Token, speaks: Token, lexicon: Lexicon) -> bool:
    """Whether one does it by an office that who speaks has and the subject of what is said has not."""
    if verb.lemma_.lower() not in lexicon.list("act_of_office") or not grammar.children(verb, "obj"):
        return False
    told = (subject, *grammar.children(subject, "conj"))
    speakers = grammar.children(speaks, "nsubj")
    apart = not any(_is_official(one, lexicon) or one.ent_type_ in _BODIES for one in told)
    return apart and any(_is_official(one, lexicon) for one in speakers)


def _is_official(noun: Token, lexicon: Lexicon) -> bool:
    names = (noun.lemma_.lower(), noun.lower_)
    codes = [str(lexicon.map(kind).get(name, "")).split() for kind in _PARTIES for name in names]
    return any(not _OFFICIAL.isdisjoint(some) for some in codes)


def _takes_up(it: Token, subject: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether the object can only mean the subject: it takes up somebody, and nobody else between is like that."""
    several = _are_several(subject, lexicon)
    again = it.lemma_.lower() == subject.lemma_.lower() and any(w.lower_ == "the" for w in grammar.children(it, "det"))
    if again and it.pos_ == "NOUN" and subject.pos_ == "NOUN":
        return several == _are_several(it, lexicon)
    features = set(it.morph)
    human = not _HUMAN.isdisjoint(features)
    pronoun = it.tag_ == "PRP" and "Person=3" in features and not grammar.is_reflexive(it)
    if pronoun:
        plural = "Number=Plur" in features
        fits = several == plural and (several or _is_person(subject, lexicon) == human)
    else:
        fits = several and _counts(it, lexicon)
    between = [word for word in it.doc[subject.i + 1 : verb.i] if subject.i not in {word.i, word.head.i}]
    others = [word for word in between if _is_party(word, lexicon) and _are_several(word, lexicon) == several]
    return fits and not any(several or not pronoun or _is_person(word, lexicon) == human for word in others)


def _is_person(noun: Token, lexicon: Lexicon) -> bool:
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in lexicon.map("person_noun")


def _counts(it: Token, lexicon: Lexicon) -> bool:
    """Whether it stands for all or so many of those told of: "both", "the pair", "all three of them"."""
    first = it.left_edge.lower_
    number = it.pos_ == "NUM" and first in lexicon.list("taking_up")
    whom = grammar.prep_objects(it, frozenset({"of"}))
    alone = not whom or all(one.tag_ == "PRP" for one in whom)
    return alone and (it.lower_ in lexicon.map("stands_for") or it.lower_ in lexicon.list("taking_up") or number)


def _are_several(noun: Token, lexicon: Lexicon) -> bool:
    known = noun.lower_ in lexicon.list("plural_noun")
    return noun.tag_ in _PLURAL or known or bool(grammar.children(noun, "conj")) or noun.pos_ == "NUM"


def _is_party(word: Token, lexicon: Lexicon) -> bool:
    known = word.pos_ == "NOUN" and word.lemma_.lower() in lexicon.together(*_PARTIES)
    return known or (bool(word.ent_type_) and word.dep_ not in {"flat", "compound"} and word.pos_ == "PROPN")
