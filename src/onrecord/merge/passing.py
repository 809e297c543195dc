"""How far a merge is: what it goes through one by one tells so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
Tell = Callable[[str, int, int], None]  # what is gone through, how many are behind, how many there are


def say_nothing(what: str, done: int, total: int) -> None:
    """Tell nobody."""
    del what, done, total


class Passing(Generic[_Item]):
    """Items that tell whenever one of them is behind; as often as they are gone through."""

    def __init__(self, items: Iterable[_Item], what: str, total: int, tell: Tell) -> None:
        self._items, self._what, self._total, self._tell = items, what, total, tell

    def __iter__(self) -> Iterator[_Item]:
        for number, item in enumerate(self._items, start=1):
            yield item
            self._tell(self._what, number, self._total)
