"""What the ids of one reading stand for: parties, voices, sentences, places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from onrecord.export.records import Party, Report, Voice, Where
from onrecord.knowledge.names import fold_name
from onrecord.reading.entity import Entity
from onrecord.reading.place import Place
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument, Span, in_one_line
from onrecord.reading.who_says import WhoSays


class Lookups:
    """The look-ups of one reading.

    Args:
        report: the report as records name it.
        reading: its reading.
        text: its text; empty where no words of it may be written.
        same: the project's id of a party by entity id, for parties that were brought together across reports.
    """

    def __init__(self, report: Report, reading: Reading, text: str, same: Mapping[str, str]) -> None:
        self.report, self.reading = report, reading
        self._text, self._same = text, same
        self._who = WhoSays(reading)
        self._entities = {entity.id: entity for entity in reading.entities}
        self._starts = [start for start, _ in reading.sentences]
        self.first_paragraph = self._first_paragraph()

    def key(self, local: str) -> str:
        """REPORT:ID, unique in the project."""
        return f"{self.report.id}:{local}"

    def party(self, argument: Argument) -> Party:
        """The party behind words of the report; only the words where no entity stands behind them."""
        entity = self._entities.get(argument.entity or "")
        if entity is None:
            words = argument.words
            key = f"{self.report.id}:words:{fold_name(words)}"
            return Party(key=key, name=words, text=argument.text, start=argument.start, end=argument.end)
        by_name = any(m.kind == "name" and argument.start <= m.start < argument.end for m in entity.mentions)
        return self._of(entity, argument, by_name=by_name)

    def first_mention(self, entity: Entity) -> Party:
        """The party at the first place where it stands."""
        first = entity.mentions[0] if entity.mentions else Span(start=0, end=0, text=entity.name)
        return self._of(entity, first, by_name=entity.named)

    def entity(self, key: str | None) -> Party | None:
        """The party with this id in the reading."""
        entity = self._entities.get(key or "")
        return self.first_mention(entity) if entity else None

    def voice(self, attribution: str | None) -> Voice:
        """On whose word a line with this attribution stands."""
        chain = self._who.chain(attribution)
        source = chain[0].source if chain else None
        speaker = self.party(source) if source else None
        if speaker is None:
            key = f"nobody named in {self.report.group}" if chain else self._outlet()
        else:
            key = speaker.key if speaker.named else f"{fold_name(speaker.name)} in {self.report.group}"
        return Voice(
            told_by=self._who.told_by(attribution),
            speaker=speaker.name if speaker else None,
            key=key,
            attribution=attribution if chain else None,
        )

    def sentence(self, span: Span) -> tuple[int, Span]:
        """Number, from 1, and words of the sentence in which `span` begins."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return 1, span
        start, end = self.reading.sentences[at]
        return at + 1, Span(start=start, end=end, text=self._text[start:end])

    def words(self, span: Span) -> Span:
        """A stretch as a bare span, without its words where no words of the report may be written."""
        return Span(start=span.start, end=span.end, text=span.text if self._text else "")

    def _outlet(self) -> str:
        """The outlet as a speaker: two of its reports have one voice, and a copy speaks with that of its text."""
        if self.report.publisher and self.report.group == self.report.id:
            return f"outlet:{fold_name(self.report.publisher)}"
        return f"the reporter in {self.report.group}"

    def _of(self, entity: Entity, span: Span, *, by_name: bool) -> Party:
        names = dict.fromkeys(m.words for m in entity.mentions if m.kind == "name")
        name = in_one_line(entity.name)
        return Party(
            key=self._same.get(entity.id) or self._identity(entity, name),
            name=name,
            text=span.text,
            start=span.start,
            end=span.end,
            type=entity.type,
            named=entity.named,
            count=entity.count,
            country=entity.country,
            sectors=entity.sectors,
            actor=entity.actor,
            role=in_one_line(entity.role) if entity.role else None,
            aliases=tuple(other for other in names if other != name),
            by_name=by_name,
            known=True,
        )

    def _identity(self, entity: Entity, name: str) -> str:
        """The actor base's key, else the name; whoever has neither is somebody else in each report."""
        if entity.actor:
            return entity.actor
        return f"name:{fold_name(name)}" if entity.named and fold_name(name) else self.key(entity.id)

    def _first_paragraph(self) -> int:
        """Where the first paragraph that is no caption, credit or heading ends."""
        furniture = [(f.start, f.end) for f in self.reading.furniture if f.kind != "dateline"]
        for start, end in self.reading.sentences:
            if not any(begin <= start < stop for begin, stop in furniture):
                line_end = self._text.find("\n", end)
                return line_end if line_end >= 0 else max(len(self._text), end)
        return 0


def where_of(place: Place) -> Where:
    """A place without its mentions but the first."""
    return Where(
        name=in_one_line(place.name),
        text=place.mentions[0].words if place.mentions else place.name,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        feature=place.feature,
        precision=place.precision,
    )
