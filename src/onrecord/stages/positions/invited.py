"""From what somebody was missing who had been asked to it: "Ruiz, invited | to the meeting, | did not attend"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.positions.room import Room

_TO = frozenset({"to", "for", "at"})  # "invited to", "summoned for", "expected at"
_CLAUSES = ("acl", "acl:relcl")


def invited_to(absent: Token, room: Room) -> Token | None:
    """The meeting to which the subject of a verb of absence was asked, by its own clause or the one before."""
    asking, meetings = room.lexicon.list("inviting_verb"), room.lexicon.list("meeting")
    told = [grammar.conjuncts(absent)[0]]
    for subject in grammar.surface_subjects(absent):
        told += grammar.children(subject, *_CLAUSES)
    for verb in told:
        if verb.lemma_.lower() in asking and verb.tag_ == "VBN":
            for meeting in grammar.prep_objects(verb, _TO):
                if meeting.lemma_.lower() in meetings:
                    return meeting
    return None
