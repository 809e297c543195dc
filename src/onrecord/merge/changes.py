"""Who changed what: the stretches of words that one of two texts has and the other lacks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from onrecord.merge.shingles import Shingles
from onrecord.reading.span import Span

_PIN = 3  # words
_MOST_COMPARED = 1_000_000  # pairs of words


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

    That takes four times as long for twice the words. So the texts are first laid beside one another where both have
    three words that each has only once (patience diff, Cohen), and what lies between is compared.
    """
    added, left_out, changed = [], [], []
    for tag, from_start, from_end, to_start, to_end in _differing(source.forms, copy.forms):
        if tag == "delete":
            left_out.append(_span(source, from_start, from_end))
        elif tag == "insert":
            added.append(_span(copy, to_start, to_end))
        elif tag == "replace":
            changed.append((_span(source, from_start, from_end), _span(copy, to_start, to_end)))
    return Changes(added=tuple(added), left_out=tuple(left_out), changed=tuple(changed))


def _differing(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Stretches that differ, or are alike, as difflib tells them."""
    first, other_first = 0, 0
    for at, other in (*_pinned(ours, theirs), (len(ours), len(theirs))):
        if at >= first and other >= other_first:
            between = ours[first:at], theirs[other_first:other]
            for tag, *places in _matcher(*between).get_opcodes():
                yield tag, first + places[0], first + places[1], other_first + places[2], other_first + places[3]
        elif at - first != other - other_first:
            continue  # it overlaps with the words pinned before it, a little to one side
        first, other_first = at + _PIN, other + _PIN


def _matcher(ours: Sequence[str], theirs: Sequence[str]) -> SequenceMatcher[str]:
    """What repeats itself is pinned nowhere: where there is much of it, words that are everywhere stop to count."""
    return SequenceMatcher(None, ours, theirs, autojunk=len(ours) * len(theirs) > _MOST_COMPARED)


def _pinned(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Where both have words that each has only once: as many places as stand in one order, the longest such run."""
    elsewhere = _only_once(theirs)
    both = [(at, elsewhere[words]) for words, at in _only_once(ours).items() if words in elsewhere]
    lasts: list[int] = []  # of the runs so far, by length, the least place in theirs at which one ends
    chosen: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, other) in enumerate(both):
        length = bisect_left(lasts, other)
        before.append(chosen[length - 1] if length else -1)
        lasts[length : length + 1] = [other]
        chosen[length : length + 1] = [number]
    run = []
    number = chosen[-1] if chosen else -1
    while number >= 0:
        run.append(both[number])
        number = before[number]
    return run[::-1]


def _only_once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Where the words begin that stand in a text just once, in the order of the text."""
    runs = list(zip(*(words[at:] for at in range(_PIN)), strict=False))
    counts = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counts[run] == 1}


def _span(text: Shingles, first: int, end: int) -> Span:
    return Span.of(text.text, text.words[first][0], text.words[end - 1][1])
