"""Which attribution a character stands in: the innermost one whose content holds it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.attribution import Attribution


class Voices:
    """Attributions by the place of their content; looking up takes little more than constant time."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._pieces = sorted(
            (
                (span.start, span.end, sum(s.end - s.start for s in attribution.content), place)
                for place, attribution in enumerate(attributions)
                for span in attribution.content
            ),
        )
        self._starts = [piece[0] for piece in self._pieces]
        self._attributions = tuple(attributions)
        self._by_id = {attribution.id: attribution for attribution in attributions}
        self._longest = max((end - start for start, end, _, _ in self._pieces), default=0)

    def around(self, attribution: Attribution) -> Attribution | None:
        """The attribution that this one is part of; None where the reporter speaks."""
        return self._by_id[attribution.within] if attribution.within is not None else None

    def at(self, char: int) -> Attribution | None:
        """The innermost attribution whose content holds this character; None where the reporter speaks."""
        best: tuple[int, int] | None = None
        place = bisect_right(self._starts, char) - 1
        while place >= 0 and char - self._starts[place] <= self._longest:
            _, end, size, index = self._pieces[place]
            if char < end and (best is None or (size, index) < best):
                best = (size, index)
            place -= 1
        return self._attributions[best[1]] if best else None
