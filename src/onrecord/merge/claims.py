"""What the reports of one event say, value by value, each with those who say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.knowledge.names import fold_name
from onrecord.merge.copies import Copy
from onrecord.merge.report import Report
from onrecord.merge.telling import Party, Telling
from onrecord.reading.document import Document


class Speaker(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Whoever first says something: a person or body that is quoted, or the outlet that asserts it itself.

    Attributes:
        id: the same for the same speaker in several reports; of a speaker without a name, the same only in copies.
        name: as one report calls them, with those through whom the words came ("an official → AFP").
    """

    id: str
    name: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One value that somebody gives for one field of an event.

    Attributes:
        value: a string, a number or [low, high].
        words: as the first report puts it.
        reports: ids of the reports that hold it.
        independent: how many of them are no copies of one another.
        first_day: the day of the earliest of them.
    """

    value: Any
    words: str
    speakers: tuple[Speaker, ...]
    reports: tuple[str, ...]
    independent: int
    first_day: str | None


def called(party: Party) -> str:
    """The same party under one name, whatever each report calls it; the words, in small letters, where no name is."""
    return party.actor or party.name.casefold()


class Sources:
    """Who speaks in a report, and which reports are independent of one another.

    Args:
        copies: all copies.
        documents: every report; only their publishers are kept.
        actors: common ids by report and entity id.
    """

    def __init__(self, copies: Iterable[Copy], documents: Iterable[Document],
                 actors: Mapping[tuple[str, str], str]) -> None:  # fmt: skip
        self._origins = {copy.report: copy.cluster for copy in copies}
        self._outlets = {document.id: document.publisher for document in documents}
        self._actors = actors

    def actor(self, report_id: str, entity: str | None) -> str | None:
        """The common id of an entity of a report, where it has one."""
        return self._actors.get((report_id, entity or ""))

    def origin(self, report: str) -> str:
        """The report whose text this one prints; itself where it is no copy."""
        return self._origins.get(report, report)

    def independent(self, reports: Iterable[str]) -> int:
        """How many texts stand behind these reports."""
        return len({self.origin(report) for report in reports})

    def speaker(self, report: Report, attribution: str | None) -> Speaker:
        """The first speaker of what stands under an attribution."""
        chain = report.voices.chain(attribution)
        origin = self.origin(report.id)
        if not chain:
            outlet = self._outlets[origin]
            return Speaker(id=f"outlet:{fold_name(outlet or origin)}", name=outlet or "the reporter")
        name, source = report.voices.told_by(attribution), chain[0].source
        actor = self.actor(report.id, source.entity) if source else None
        own = report.voices.name(source) if source else "nobody named"
        return Speaker(id=actor or f"{fold_name(own)} in {origin}", name=name)


class Said(msgspec.Struct, frozen=True):
    """What a record shows of a telling besides the telling itself.

    Attributes:
        speaker: who first says so.
        words: of the sentence.
    """

    speaker: Speaker
    words: str


def said_in(report: Report, tellings: Iterable[Telling], sources: Sources) -> dict[str, Said]:
    """Speaker and words of the tellings of one report, by key."""
    return {
        telling.key: Said(
            speaker=sources.speaker(report, report.events[telling.event].attribution),
            words=report.sentence(telling.sentence) if report.reading.sentences else telling.trigger,
        )
        for telling in tellings
    }


def claims_of(told: Iterable[tuple[Any, str, Telling, Speaker]], sources: Sources) -> tuple[Claim, ...]:
    """Put equal values together: of (value, words, telling, speaker) one claim for each value, the earliest first."""
    groups: dict[str, list[tuple[Any, str, Telling, Speaker]]] = {}
    for row in sorted(told, key=lambda row: row[2].order):
        groups.setdefault(repr(row[0]), []).append(row)
    return tuple(_claim(rows, sources) for rows in groups.values())


def _claim(rows: Sequence[tuple[Any, str, Telling, Speaker]], sources: Sources) -> Claim:
    value, words, first, _ = rows[0]
    reports = tuple(dict.fromkeys(telling.report for _, _, telling, _ in rows))
    speakers = {speaker.id: speaker for _, _, _, speaker in reversed(rows)}
    return Claim(
        value=value,
        words=words,
        speakers=tuple(sorted(speakers.values())),
        reports=reports,
        independent=sources.independent(reports),
        first_day=first.published.isoformat() if first.published else None,
    )
