"""How a text is read: which of its tokens the network reads at once, and which make a dateline."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.datelines import DATELINE_WORDS, dateline_length
from onrecord.language.network import Window
from onrecord.language.sentences import find_windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, eq=False)
class Plan:
    """A text's tokens and how they are read.

    Attributes:
        places: places of the words of each window.
        datelines: for each dateline its first place and the next word's.
    """

    words: list[str]
    spaces: list[bool]
    places: list[list[int]]
    windows: list[Window]
    datelines: dict[int, int]


def plan(words: list[str], spaces: list[bool], starts: Sequence[bool] | None = None) -> Plan:
    """Lay out a text's tokens; `starts`, where given, says which of them start a sentence."""
    datelines: dict[int, int] = {}
    if starts is None:
        places, datelines = _with_datelines(words, spaces, find_windows(words, spaces))
    else:
        places = list(_given_windows(starts)) if words else []
    return Plan(words, spaces, places, [_window(words, spaces, window, starts) for window in places], datelines)


def _with_datelines(
    words: list[str], spaces: list[bool], windows: Iterable[list[int]]
) -> tuple[list[list[int]], dict[int, int]]:
    """Cut datelines off windows; return the windows, and for each dateline its first place and the next word's."""
    places: list[list[int]] = []
    datelines: dict[int, int] = {}
    for window in windows:
        start = window[:DATELINE_WORDS]
        length = dateline_length([words[place] for place in start], [spaces[place] for place in start])
        if length and window[length] - window[0] == length:
            datelines[window[0]] = window[length]
            places += [window[:length], window[length:]]
        else:
            places.append(window)
    return places, datelines


def _window(words: list[str], spaces: list[bool], places: list[int], starts: Sequence[bool] | None) -> Window:
    spaced = (True, *(after != before + 1 or spaces[before] for before, after in pairwise(places)))
    given = tuple(starts[place] for place in places) if starts is not None else None
    return Window(tuple(words[place] for place in places), spaced, given)


def _given_windows(starts: Sequence[bool]) -> Iterator[list[int]]:
    begins = [place for place, start in enumerate(starts) if start or not place] + [len(starts)]
    for begin, end in pairwise(begins):
        yield list(range(begin, end))
