"""What parties say that they will do, with the parser and the whole pipeline: B{who} is bound to X{what}."""

from __future__ import annotations

import re

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.commitment import Commitment

_MARK = re.compile(r"[BX]\{([^{}]*)\}")

BINDS = [
    ("B{The junta} promised to X{hold elections within a year}.", "promise", "positive", "a word of promise"),
    ("B{The rebels} refused to X{disarm}.", "plan", "negative", "what somebody will not do"),
    (
        "“B{We} will not negotiate under fire,” said the spokesman, Abdul Karim.",
        "plan",
        "negative",
        "one's own word ends with the quotation",
    ),
    ("Iran denied that B{it} would X{attack the tankers}.", "plan", "negative", "who denies it says he will not"),
    (
        "Washington warned B{it} would X{cut aid if the vote fails}.",
        "threat",
        "positive",
        "a warning of one's act",
    ),
    ("B{The two countries} agreed to X{open the crossing}.", "agreement", "positive", "states that are only counted"),
    (
        "B{Ethiopia} will X{fill the dam in July}, its water minister told reporters.",
        "plan",
        "positive",
        "the minister is of the state that “its” stands for",
    ),
]
BINDS_NOBODY = [
    ("Neither side promised to release the prisoners.", "nobody did"),
    ("Mediators hope the rebels will agree to a truce.", "nobody has agreed yet"),
    ("A spokesman for the president refused to comment.", "silence plans nothing"),
    ("If the junta promised to hold elections, the talks would resume.", "a condition"),
    ("Inspectors entered the plant, provided the army guaranteed safe passage.", "a condition by another word"),
]


def _commitments(text: str) -> tuple[Commitment, ...]:
    return read(text, know()).commitments


@pytest.mark.parametrize(("row", "kind", "polarity", "reason"), BINDS)
def test_who_is_bound_to_what(row: str, kind: str, polarity: str, reason: str) -> None:
    """One commitment, by the party that is marked; the words for the act hold those marked and no others' words."""
    (commitment,) = _commitments(_MARK.sub(r"\1", row))
    marked = _MARK.findall(row)
    assert (commitment.kind, commitment.polarity) == (kind, polarity), reason
    assert commitment.by.text == marked[0], reason
    assert "said" not in commitment.action.text, reason
    assert all(words in commitment.action.text for words in marked[1:]), reason


@pytest.mark.parametrize(("text", "reason"), BINDS_NOBODY)
def test_nobody_is_bound(text: str, reason: str) -> None:
    """A wrong promise is worse than a missing one."""
    assert _commitments(text) == (), reason
