"""A verb of saying behind "and" in a clause on a noun: "condemned a raid that left nine dead and | appealed for calm".

Where who stands above has said something in the past too, and nobody says anything in the clause before, it is he who
goes on to say something. Neither do weapons and acts: "said | drones | hit a camp and called on the council to meet".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.mending.joined_pasts import OWN
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_PASTS = frozenset({"VBD", "VBN"})
_WORDS = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "AGREE", "REJECT", "THREATEN", "CONCEDE"})
_SAID = ("speech_cue", "stand_cue")
_MAX_STEPS = 6


def mend_joined_words(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such verb on the one above that it goes on with; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "DEP", ("conj",)):
        verb = doc[place]
        clause = grammar.conjuncts(verb)[0]
        things = clause.dep_ == "ccomp" and _is_of_things(clause, lexicon)
        if not (things or clause.dep_ == "acl:relcl") or verb.tag_ not in _PASTS:
            continue
        if not _is_last(verb) or grammar.children(verb, *OWN):
            continue
        if any(between.dep_ == "conj" and between.tag_ in _PASTS for between in doc[clause.i + 1 : verb.i]):
            continue  # a list: "a man who inherited much, paid nothing and | mocked the poor"
        above = _said_above(clause, lexicon) if is_said(verb, lexicon) else None
        others = [] if things else [other for other in grammar.conjuncts(verb) if other is not verb]
        if above is not None and not any(is_said(other, lexicon) for other in others):
            hang(verb, above, "conj")
            verb.tag_ = above.tag_


def _is_of_things(clause: Token, lexicon: Lexicon) -> bool:
    """Whether what the clause tells of is a weapon or an act, which says nothing."""
    words = [subject.lemma_.lower() for subject in grammar.children(clause, "nsubj", "nsubj:pass")]
    weapons, acts = lexicon.list("instrument"), lexicon.act_nouns
    return bool(words) and all(word in weapons or word in acts for word in words)


def _is_last(verb: Token) -> bool:
    """Whether "and" or "but" joins it, and nothing stands behind it that the clause goes on with."""
    return bool(grammar.children(verb, "cc")) and not grammar.children(verb, "conj")


def _said_above(clause: Token, lexicon: Lexicon) -> Token | None:
    """The verb in the past in whose phrase the clause stands, if it says something and has its own subject."""
    node = clause.head
    for _ in range(_MAX_STEPS):
        if node.pos_ == "VERB":
            told = node.tag_ == "VBD" and grammar.children(node, "nsubj") and node.i < clause.i
            return node if told and is_said(node, lexicon) else None
        node = node.head
    return None


def is_said(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb tells what somebody says, or of nothing but acts that are done by words."""
    lemma = verb.lemma_.lower()
    if any(lemma in lexicon.words(kind) for kind in _SAID):
        return True
    frames = [frame for frame in lexicon.events.get(lemma, ()) if frame.pos == "VERB"]
    return bool(frames) and all(frame.type in _WORDS for frame in frames)
