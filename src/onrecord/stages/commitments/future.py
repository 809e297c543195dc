"""Commitments by a party's own word on its future: "We will withdraw", he said; the army said it would withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.sides import speaks_for
from onrecord.stages.commitments.words import binds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from onrecord.reading.commitment import Commitment, CommitmentKind
    from onrecord.reading.entity import Entity
    from onrecord.reading.span import Argument
    from onrecord.stages.commitments.desk import Desk

_OWN = frozenset({"i", "we"})


def own_futures(desk: Desk) -> Iterator[Commitment]:
    """Plans out of clauses with "will" or "would" whose subject speaks, or is spoken for by who speaks."""
    words = desk.lexicon.list("future_word")
    for token in desk.doc:
        if token.dep_ != "aux" or token.lower_ not in words:
            continue
        verb = token.head
        unreal = any(child.dep_ == "aux" and child.lower_ in {"have", "'ve", "’ve"} for child in verb.lefts)
        if (
            unreal
            or verb.pos_ != "VERB"
            or not binds(verb, desk.lexicon)
            or verb.sent[-1].text == "?"
            or grammar.is_passive(verb)
        ):
            continue
        voice = desk.voices.at(verb.idx)
        if voice is None or voice.source is None:
            continue
        if token.lower_ == "would" and voice.manner == "direct":
            continue  # in a speaker's own words "would" is no plan, in a report of them it is "will"
        speaker = desk.who.entity(voice.source.entity) if voice.source.entity else None
        denied = desk.cue_of(verb.idx) in desk.lexicon.list("denying_cue")
        negated = grammar.negation(verb) is not None
        if denied and negated:
            continue  # "denied that it would not pay" binds nobody
        kind: CommitmentKind = "threat" if desk.cue_of(verb.idx) in desk.lexicon.list("threat_cue") else "plan"
        for subject in grammar.logical_subjects(verb):
            by = None if grammar.names_nobody(subject) else desk.party(subject)
            if by is not None and _is_told_by(speaker, subject, by, desk):
                yield desk.commitment(by, kind, (verb, verb), "negative" if denied or negated else "positive", None)


def _is_told_by(speaker: Entity | None, subject: Token, by: Argument, desk: Desk) -> bool:
    """Whether who says it is the subject, one of the subject's, or of the subject's own side."""
    if subject.lower_ in _OWN:
        return True
    entity = desk.who.entity(by.entity) if by.entity else None
    if speaker is None or entity is None:
        return False
    return speaks_for(speaker, entity)
