"""Tellings that a copy has from its source: the same sentence, the same words, so the same act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.merge.copies import Copy
from onrecord.merge.telling import Telling

_SAME_SENTENCE = 0.7  # shared stems over all; an edit changes a word or two


def join_copied(tellings: Iterable[Telling], copies: Iterable[Copy]) -> dict[tuple[str, str], str]:
    """Pairs of keys (the smaller first) of tellings that are one because their sentences are, with the reason."""
    by_report: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_report.setdefault(telling.report, []).append(telling)
    joined = {}
    for copy in copies:
        sources = by_report.get(copy.copy_of or "", [])
        for telling in by_report.get(copy.report, []):
            best = _same_sentence(telling, sources)
            if best:
                low, high = sorted((telling.key, best.key))
                joined[low, high] = f"the same sentence in a copy ({copy.kind})"
    return joined


def _kind(telling: Telling) -> tuple[str, str]:
    """What one word cannot change in an edit without making it another act: "will not send" for "will send"."""
    return telling.type, telling.outlook


def _same_sentence(telling: Telling, sources: Sequence[Telling]) -> Telling | None:
    alike = [
        (len(telling.words & s.words) / len(telling.words | s.words), s.key, s)
        for s in sources
        if s.trigger.casefold() == telling.trigger.casefold() and _kind(s) == _kind(telling) and s.words
    ]
    if not alike:
        return None
    share, _, best = max(alike)
    return best if share >= _SAME_SENTENCE else None
