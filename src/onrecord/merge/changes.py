"""Who changed what: the stretches of words that one of two texts has and the other lacks."""

from __future__ import annotations

from collections.abc import Sequence
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
    """Compare word by word, letter case and punctuation set aside (Ratcliff and Obershelp, by difflib).

    What both begin and end with is taken off first: the comparison takes four times as long for twice the words.
    """
    added, left_out, changed = [], [], []
    first = _shared(source.forms, copy.forms)
    last = _shared(source.forms[first:][::-1], copy.forms[first:][::-1])
    ours, theirs = (forms[first : len(forms) - last] for forms in (source.forms, copy.forms))
    for tag, *places in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        from_start, from_end, to_start, to_end = (first + place for place in places)
        if tag == "delete":
            left_out.append(_span(source, from_start, from_end))
        elif tag == "insert":
            added.append(_span(copy, to_start, to_end))
        elif tag == "replace":
            changed.append((_span(source, from_start, from_end), _span(copy, to_start, to_end)))
    return Changes(added=tuple(added), left_out=tuple(left_out), changed=tuple(changed))


def _shared(some: Sequence[str], others: Sequence[str]) -> int:
    """How many words two texts begin with together."""
    return next((at for at, (one, other) in enumerate(zip(some, others, strict=False)) if one != other),
                min(len(some), len(others)))  # fmt: skip


def _span(text: Shingles, first: int, end: int) -> Span:
    return Span.of(text.text, text.words[first][0], text.words[end - 1][1])
