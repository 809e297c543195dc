"""What a report tells beside an act: places, days and names, found by their sentence or their place in the text.

Each is sorted once, for a long report has thousands of acts, and every one of them asks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate

from onrecord.merge.report import Report
from onrecord.reading.event import INTENDED
from onrecord.reading.span import Span

Days = tuple[date, date]


class Beside:
    """Look-ups into one report.

    Args:
        report: with its reading.
        days: first and last day of its times, by their ids.
        names: what is named at which code point.

    Attributes:
        sentence: of each event, by its id.
        commonest_place: id of the place, smaller than a country, of most acts; None where no act has any.
        first_day: of the first act that is told with a day and is not still to come.
    """

    def __init__(self, report: Report, days: Mapping[str, Days], names: Iterable[tuple[int, str]]) -> None:
        places = {place.id: place for place in report.reading.places}
        self.sentence = {event.id: report.sentence_at(event.trigger.start) for event in report.reading.events}
        self._places: dict[int, set[str]] = {}
        self._days: dict[int, set[Days]] = {}
        exact: Counter[str] = Counter()
        self.first_day: date | None = None
        for event in report.reading.events:
            place, told = places.get(event.place or ""), days.get(event.time or "")
            if place is not None:
                self._places.setdefault(self.sentence[event.id], set()).add(place.id)
                exact[place.id] += place.precision != "country"
            if told is not None:
                self._days.setdefault(self.sentence[event.id], set()).add(told)
                if self.first_day is None and event.factuality.status not in INTENDED:
                    self.first_day = told[0]
        self.commonest_place = next((place for place, acts in exact.most_common(1) if acts), None)
        self._named = sorted(names)
        times = sorted((time.start, time.end) for time in report.reading.times)
        self._times = [start for start, _ in times]
        self._reach = list(accumulate((end for _, end in times), max))  # the furthest end of all that begin so far

    def only_place(self, sentence: int) -> str | None:
        """The place of the acts in a sentence, where all of those that have one have the same."""
        found = self._places.get(sentence, set())
        return next(iter(found)) if len(found) == 1 else None

    def only_days(self, sentence: int) -> Days | None:
        """Likewise their days."""
        found = self._days.get(sentence, set())
        return next(iter(found)) if len(found) == 1 else None

    def names(self, start: int, end: int) -> frozenset[str]:
        """What is named in a stretch of the text."""
        first, last = (bisect_left(self._named, (place,)) for place in (start, end))
        return frozenset(name for _, name in self._named[first:last])

    def is_time(self, words: Span) -> bool:
        """Whether words stand inside an expression of time ("Thursday's attack" names no attacker)."""
        before = bisect_right(self._times, words.start)
        return before > 0 and self._reach[before - 1] >= words.end
