"""An interval index: values for stretches of a text, looked up by overlap."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = TypeVar("Value")


class Stretches(Generic[Value]):
    """Stretches from `start` to `end`, exclusive, each with its value.

    Looking up takes time with the stretches from the first that reaches so far on: few, where they are as long as
    sentences or paragraphs, whatever the length of the text.
    """

    def __init__(self, stretches: Iterable[tuple[int, int, Value]]) -> None:
        self._stretches = sorted(stretches, key=lambda stretch: stretch[0])
        self._starts = [start for start, _, _ in self._stretches]
        self._reach = list(accumulate((end for _, end, _ in self._stretches), max))  # of all up to each

    def over(self, start: int, end: int) -> list[Value]:
        """The values of the stretches that share a place with this one, the last to start first."""
        found = []
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            _, stop, value = self._stretches[at]
            if stop > start:
                found.append(value)
            at -= 1
        return found
