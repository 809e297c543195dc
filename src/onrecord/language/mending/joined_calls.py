"""Verbs behind "and" that a parser takes for nouns: "Oslo welcomes the release of the men and calls for calm".

Statements of governments and councils have two verbs of the present with one subject, and "calls" may be a noun beside
the last one before it. A bare one, with what it calls for right behind it, is the second verb where the first one says
or backs something too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_STEPS = 8
_SAID = ("speech_cue", "stand_cue")


def mend_joined_calls(doc: Doc, lexicon: Lexicon) -> None:
    """Make such nouns verbs, joined to the first one; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "LOWER", lexicon.list("joined_call")):
        call = doc[place]
        verb = _verb_over(call) if _is_bare(call) else None
        called = _called_for(call, lexicon)
        if (
            called is not None
            and verb is not None
            and any(verb.lemma_.lower() in lexicon.words(kind) for kind in _SAID)
        ):
            _join(call, verb, called)


def _is_bare(noun: Token) -> bool:
    """Whether nothing but "and" stands before it."""
    return noun.tag_ == "NNS" and noun.dep_ == "conj" and [child.dep_ for child in noun.lefts] == ["cc"]


def _called_for(call: Token, lexicon: Lexicon) -> Token | None:
    """What is called for by a phrase right behind."""
    behind = call.nbor(1) if call.i + 1 < call.sent.end else call
    asked = behind.lower_ in lexicon.list("called_by") and behind.head.i > behind.i
    return behind.head if asked else None


def _join(call: Token, verb: Token, called: Token) -> None:
    call.tag_, call.pos_, call.lemma_ = "VBZ", "VERB", call.lower_.removesuffix("s")
    hang(call, verb)
    hang(called, call, "obl")
    for child in [child for child in verb.rights if child.i > called.i and child.dep_ in {"advcl", "xcomp"}]:
        hang(child, call)


def _verb_over(noun: Token) -> Token | None:
    """The verb in the present whose object the noun is joined to or stands in."""
    at = noun.head
    for _ in range(_STEPS):
        if at.pos_ == "VERB":
            return at if at.tag_ == "VBZ" else None
        at = at.head
    return None
