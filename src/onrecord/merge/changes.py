"""Who changed what: the stretches of words that one of two texts has and the other lacks."""

from __future__ import annotations

from difflib import SequenceMatcher

import msgspec

from onrecord.merge.shingles import Shingles
from onrecord.reading.span import Span


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What a copy did to its source.

    Attributes:
        added: stretches of the copy that the source lacks.
        left_out: stretches of the source that the copy lacks.
        changed: (stretch of the source, stretch of the copy that stands in its place).
    """

    added: tuple[Span, ...] = ()
    left_out: tuple[Span, ...] = ()
    changed: tuple[tuple[Span, Span], ...] = ()


def find_changes(source: Shingles, copy: Shingles) -> Changes:
    """Compare word by word, letter case and punctuation set aside (Ratcliff and Obershelp, by difflib)."""
    added, left_out, changed = [], [], []
    matcher = SequenceMatcher(None, source.forms, copy.forms, autojunk=False)
    for tag, from_start, from_end, to_start, to_end in matcher.get_opcodes():
        if tag == "delete":
            left_out.append(_span(source, from_start, from_end))
        elif tag == "insert":
            added.append(_span(copy, to_start, to_end))
        elif tag == "replace":
            changed.append((_span(source, from_start, from_end), _span(copy, to_start, to_end)))
    return Changes(added=tuple(added), left_out=tuple(left_out), changed=tuple(changed))


def _span(text: Shingles, first: int, end: int) -> Span:
    return Span.of(text.text, text.words[first][0], text.words[end - 1][1])
