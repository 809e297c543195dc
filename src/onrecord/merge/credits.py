"""Whose text a report says it is: "(AP)" in a dateline, "By our staff and Horn News", an agency on the last line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.knowledge.names import fold_name

_NAME = r"[^\W\d_a-z][\w.&'’/-]*(?: (?:(?:of|the|and|de|la|du)(?= )|[^\W\d_a-z][\w.&'’/-]*)){0,4}"
_HEAD_CHARS = 160
_HEAD = re.compile(rf"\(({_NAME})\)(?=\s*(?:—|–|--?|:|[^\W\d_a-z\"“]))")  # CITY (AGENCY) — , (Agency) Gunmen …
_BYLINE = re.compile(r"^(?:By|With|From|Source:|Additional reporting by) [^.\n]{2,80}\.?$", re.MULTILINE)
_TAIL = re.compile(rf"(?:\(({_NAME})\)|^[-–— ]*({_NAME}))\.?\s*$")  # … comment. (Agency), or a line of its own
_MAX_TAIL_WORDS = 5
_MIN_INITIALS = 3


def find_credits(text: str, publisher: str | None, known: Iterable[str]) -> frozenset[str]:
    """Folded names of those whom a report credits with its text, its own publisher left out.

    Args:
        text: the report.
        publisher: who published it.
        known: names of agencies, and the publishers of the other reports; only these count in a byline or last line.
    """
    names = {fold_name(name): name for name in known}
    short = {initials: folded for folded in sorted(names) if len(initials := _initials(folded)) >= _MIN_INITIALS}
    found = {fold_name(match[1]) for match in _HEAD.finditer(text[:_HEAD_CHARS])}
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    credit = [line for line in (*lines[:3], *lines[-2:]) if _BYLINE.match(line)]
    last = _TAIL.search(lines[-1]) if lines else None
    if last and (last[1] or len(lines[-1].split()) <= _MAX_TAIL_WORDS):
        credit.append(last[1] or last[2])
    for line in credit:
        found |= {folded for folded, name in names.items() if re.search(rf"\b{re.escape(name)}\b", line)}
    own = fold_name(publisher or "")
    called = {short.get(name, name) for name in found if name != _initials(own)}  # "(PPA)": Pacific Press Agency
    return frozenset(called - {own})


def _initials(folded: str) -> str:
    """What a name is cut down to, as `fold_name` leaves it."""
    return "".join(word[0] for word in folded.split()).upper()
