"""Verbs behind "and" that a parser takes for nouns: "Oslo welcomes the release of the men and calls for calm".

Statements of governments and councils have two verbs of the present with one subject, and "calls" may be a noun beside
the last one before it. A bare one, with what it calls for right behind it, is the second verb where the first one says
or backs something too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.text import having

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon

_STEPS = 8
_SAID = ("speech_cue", "stand_cue")


def mend_joined_calls(doc: Doc, lexicon: Lexicon) -> None:
    """Make such nouns verbs, joined to the first one; `doc` is changed in place, time linear in tokens."""
    said = {lemma for kind in _SAID for lemma in lexicon.words(kind)}
    for place in having(doc, "LOWER", lexicon.list("joined_call")):
        call = doc[place]
        verb = _verb_over(call)
        bare = call.tag_ == "NNS" and call.dep_ == "conj" and [child.dep_ for child in call.lefts] == ["cc"]
        behind = call.nbor(1) if bare and place + 1 < call.sent.end else call
        if (
            not bare
            or behind.lower_ not in lexicon.list("called_by")
            or verb is None
            or verb.lemma_.lower() not in said
        ):
            continue
        phrase = behind.head
        if phrase.i <= behind.i:
            continue
        call.tag_, call.pos_, call.lemma_ = "VBZ", "VERB", call.lower_[:-1]
        call.head = verb
        phrase.head, phrase.dep_ = call, "obl"
        for child in [child for child in verb.rights if child.i > phrase.i and child.dep_ in {"advcl", "xcomp"}]:
            child.head = call


def _verb_over(noun: Token) -> Token | None:
    """The verb in the present whose object the noun is joined to or stands in."""
    at = noun.head
    for _ in range(_STEPS):
        if at.pos_ == "VERB":
            return at if at.tag_ == "VBZ" else None
        at = at.head
    return None
