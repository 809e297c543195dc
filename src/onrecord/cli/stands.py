"""Who is in, who is out, who is silent: the positions of a reading as rows, one for each party and stand."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rich.text import Text

from onrecord.reading.position import Position
from onrecord.reading.reading import Reading
from onrecord.reading.who_says import WhoSays

_ORDER = ("supports", "opposes", "unknown")
_STYLES = {"supports": "green", "opposes": "red", "unknown": "yellow"}
_SHOWN = 100  # characters of a target or a condition
# What is said of those whose stand is not known, and whether it matters from what they were missing.
_SILENT = {
    "absent": ("absent", True),
    "unreachable": ("could not be reached", False),
    "declined": ("took no stand", True),
    "unclear": ("unclear", True),
    "acted": ("abstained", True),
}


def stands(reading: Reading, voices: WhoSays) -> list[Sequence[str | Text]]:
    """Rows of stand, ids, party, what about, on whose word: supporters first, then opponents, then the silent.

    Positions of one party on one thing, on one word, share a row; of those not known, all of a party's.
    """
    groups: dict[tuple[str, ...], list[Position]] = {}
    for position in sorted(reading.positions, key=lambda position: _ORDER.index(position.stance)):
        groups.setdefault(_key(position, voices), []).append(position)
    rows: list[Sequence[str | Text]] = []
    last = ""
    for group in groups.values():
        stance = group[0].stance
        shown = "" if stance == last else "not known" if stance == "unknown" else stance
        rows.append(
            (
                Text(shown, style=_STYLES[stance]),
                " ".join(position.id for position in group),
                voices.name(group[0].holder),
                _about(group),
                ", ".join(dict.fromkeys(voices.told_by(position.attribution) for position in group)),
            )
        )
        last = stance
    return rows


def _key(position: Position, voices: WhoSays) -> tuple[str, ...]:
    holder = position.holder.entity or position.holder.text
    if position.stance == "unknown":
        return ("unknown", holder)
    toward = position.toward
    about = (toward.event or toward.entity or toward.text) if toward else ""
    return (position.stance, holder, about, voices.told_by(position.attribution))


def _about(group: Sequence[Position]) -> str:
    """What the stand is about, with its conditions; for the silent, how they are."""
    parts: list[str] = []
    for position in group:
        target = _short(position.toward.words) if position.toward else ""
        words, with_target = _silence(position) if position.stance == "unknown" else ("", True)
        said = f"{words} ({target})" if words and target and with_target else words or target
        parts += [said, *(f"on condition: {_short(condition.words)}" for condition in position.conditions)]
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _silence(position: Position) -> tuple[str, bool]:
    """How they are silent, and whether it matters on what; in the report's words where it may be by more than one way.

    Who would not comment and who remained neutral have both `declined`.
    """
    words, with_target = _SILENT.get(position.basis, ("", True))
    if position.basis == "declined" and position.evidence:
        words = f"{words}: “{_short(position.evidence[0].words)}”"
    return words, with_target


def _short(words: str) -> str:
    return textwrap.shorten(words, _SHOWN, placeholder=" …")
