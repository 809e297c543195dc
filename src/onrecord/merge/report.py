"""One report as the merge sees it: its text, its reading, and nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Protocol

from onrecord.reading.days import days_of
from onrecord.reading.document import Document
from onrecord.reading.entity import Entity
from onrecord.reading.event import Event
from onrecord.reading.reading import Reading
from onrecord.reading.span import in_one_line
from onrecord.reading.who_says import WhoSays

_BESIDE = 5  # characters behind the word of saying in which its day begins, where nothing follows: "he said on Monday"


class Report:
    """A report with look-ups into its reading.

    Attributes:
        id: the report's id in the project file.
        day: the day on which it was published, ISO, or None.
    """

    def __init__(self, key: str, text: str, reading: Reading) -> None:
        self.id = key
        self.text = text
        self.reading = reading
        self.day = (reading.document.published or "")[:10] or None

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def voices(self) -> WhoSays:
        """Names and chains of speakers."""
        return WhoSays(self.reading)

    def said_on(self, attribution: str | None) -> date | None:
        """The day behind the word of saying, where it is over ("had said last week that"); else that of the report."""
        if self.day is None:
            return None
        published = date.fromisoformat(self.day)
        for link in self.voices.chain(attribution):
            if link.cue is not None:
                follows = (span.start for span in link.content if span.start >= link.cue.end)
                until = min(follows, default=link.cue.end + _BESIDE)
                first, last = (bisect_left(self._times, place) for place in (link.cue.end, until))
                told = self.reading.times[first:last]
                days = [days[1] for time in told if (days := days_of(time.value))]
                if days and days[0] < published:
                    return days[0]
        return published

    @cached_property
    def _times(self) -> list[int]:
        return [time.start for time in self.reading.times]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.reading.sentences]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds the code point at `offset`."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentence(self, number: int) -> str:
        """The words of a sentence, blanks made single."""
        start, end = self.reading.sentences[number]
        return in_one_line(self.text[start:end])

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.reading.events}

    def head_of(self, event_id: str) -> str:
        """The first mention of an event that the reading joins this one to."""
        for _ in self.events:
            earlier = self.events[event_id].same_as
            if earlier is None or earlier not in self.events:
                break
            event_id = earlier
        return event_id


class Lookup(Protocol):
    """Reports by their ids."""

    def get(self, report_id: str, /) -> Report | None:
        """The report with this id."""


class Shelf(Lookup, Protocol):
    """All reports of a project, one version of each; they need not be in memory together.

    Attributes:
        documents: their texts with publisher and day, without their readings; can be gone through again and again.
    """

    documents: Iterable[Document]

    def __len__(self) -> int:
        """How many there are."""

    def __iter__(self) -> Iterator[Report]:
        """By id, the same order as `documents`; can be asked for again and again."""


class HeldReports:
    """Reports in memory."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
        self.documents: Iterable[Document] = tuple(map(_document, self))

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Report]:
        """By id."""
        return iter(self._by_id.values())

    def get(self, report_id: str, /) -> Report | None:
        """The report with this id."""
        return self._by_id.get(report_id)


def _document(report: Report) -> Document:
    info = report.reading.document
    return Document(id=report.id, text=report.text, publisher=info.publisher, published=info.published)
