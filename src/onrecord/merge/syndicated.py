"""Tellings that a copy has from its source: the same sentence, the same words, so the same act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.merge.copies import Copy
from onrecord.merge.telling import Telling

_SAME_SENTENCE = 0.7  # shared stems over all; an edit changes a word or two


_Kind = tuple[str, str, str]


def join_copied(tellings: Iterable[Telling], copies: Iterable[Copy]) -> dict[tuple[str, str], str]:
    """Pairs of keys (the smaller first) of tellings that are one because their sentences are, with the reason."""
    by_report: dict[str, dict[_Kind, list[Telling]]] = {}
    for telling in tellings:
        by_report.setdefault(telling.report, {}).setdefault(_kind(telling), []).append(telling)
    joined = {}
    for copy in copies:
        sources = by_report.get(copy.copy_of or "", {})
        for kind, own in by_report.get(copy.report, {}).items() if sources else ():
            for telling in own:
                best = _same_sentence(telling, sources.get(kind, ()))
                if best:
                    low, high = sorted((telling.key, best.key))
                    joined[low, high] = f"the same sentence in a copy ({copy.kind})"
    return joined


def _kind(telling: Telling) -> _Kind:
    """What an edit cannot change without making it another act: "will not send" for "will send" is one."""
    return telling.trigger.casefold(), telling.type, telling.outlook


def _same_sentence(telling: Telling, sources: Sequence[Telling]) -> Telling | None:
    """The one whose sentence is likest; of a sentence that a report repeats the one that stands in the same place."""
    alike = [
        (len(telling.words & s.words) / len(telling.words | s.words), -abs(s.sentence - telling.sentence), s.key, s)
        for s in sources
        if s.words
    ]
    if not alike:
        return None
    share, *_, best = max(alike)
    return best if share >= _SAME_SENTENCE else None
