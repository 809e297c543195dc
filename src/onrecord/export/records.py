"""Flat, frozen records between readings and formats: every reference of a reading is looked up, nothing is left to do.

Days are ISO texts (`2015-04-09`), offsets are code points into the report's text, end exclusive.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.reading.entity import EntityType
from onrecord.reading.event import Certainty, EventType, Polarity, Status
from onrecord.reading.position import Basis, Stance
from onrecord.reading.span import Span

Resolution = Literal["day", "days", "week", "month", "longer"]
NumberKind = Literal["killed", "injured", "arrested", "displaced", "crowd"]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report as exports name it.

    Attributes:
        id: the project's id of the report.
        day: the date part of `published`.
        group: the id of its cluster of copies, or its own id: reports of one group count once.
    """

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    day: str | None
    language: str
    sha256: str
    chars: int
    group: str
    onrecord: str
    model: str
    lexicon: str

    @property
    def citation(self) -> str:
        """The address, or publisher, date and title where there is none."""
        return self.url or ", ".join(part for part in (self.publisher, self.day, self.title) if part) or self.id


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """An actor, a recipient or a holder of a position.

    Attributes:
        key: the same for one party in all reports, where a name or the actor base says so.
        name: the entity's name; the words where no entity stands behind them.
        text: the words at this place.
        by_name: whether it stands by name at this place.
        known: whether an entity stands behind the words; not behind a pronoun that could not be resolved.
    """

    key: str
    name: str
    text: str
    start: int
    end: int
    type: EntityType = "other"
    named: bool = False
    count: int | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    actor: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    by_name: bool = False
    known: bool = False


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event happened; `text` is the first mention in the report."""

    name: str
    text: str
    geonameid: str | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str | None
    precision: str | None


class When(msgspec.Struct, frozen=True, kw_only=True):
    """When an event happened: the first and last day that the report's words allow.

    Attributes:
        text: the words of the report; None where it tells no date and the day of publication stands in.
        clock: time of day, as 14:30, where told.
    """

    text: str | None
    first: str
    last: str
    resolution: Resolution
    clock: str | None = None

    @property
    def by_publication(self) -> bool:
        """Whether nothing but the day of publication is known."""
        return self.text is None


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """On whose word something stands.

    Attributes:
        told_by: the chain of names, nearest first, joined by an arrow.
        speaker: name of the nearest speaker; None for nobody named and for the reporter.
        key: tells original speakers apart across reports.
        attribution: id of the attribution; None where the reporter asserts it.
    """

    told_by: str
    speaker: str | None
    key: str
    attribution: str | None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A count as one speaker gives it."""

    kind: NumberKind
    low: int | None
    high: int | None
    text: str
    voice: Voice


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """`low`, `best` and `high` over all figures of one kind, by the rule in `merging`."""

    kind: NumberKind
    low: int | None
    best: int | None
    high: int | None
    text: str


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """A position: where a party stands on an event, a party or a thing.

    Attributes:
        event: record id of the event that it is about.
        party: the party that it is about.
        toward: the words of what it is about.
    """

    id: str
    report: Report
    holder: Party
    stance: Stance
    basis: Basis
    toward: Span | None
    event: str | None
    party: Party | None
    conditions: tuple[str, ...]
    voice: Voice
    evidence: tuple[Span, ...]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place in a report where an event is told."""

    report: Report
    trigger: Span
    sentence: int
    quote: Span
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    voice: Voice


class EventRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One event of one report, or several reports' tellings of one event brought together.

    Attributes:
        id: REPORT:EVENT, or the project's id of the merged event.
        status: what the gate takes it for (see `gate`); `told_status` is the reading's own word.
        reciprocal: done by all `actors` to one another.
        report: the report that the single-valued fields are taken from.
        lead: its trigger stands in the first paragraph.
        figures: every number with its speaker.
        mentions: every place where it is told, each report's in the order of the text.
        reports: all reports that tell it, by date.
        members: REPORT:EVENT of all tellings.
        differing: names of the fields in which the tellings differ.
        disputed_by: who denies it, in tellings that are not part of this record.
    """

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int
    score: float
    status: Status
    told_status: Status
    polarity: Polarity
    certainty: Certainty
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reciprocal: bool
    where: Where | None
    when: When | None
    voice: Voice
    conditions: tuple[str, ...]
    figures: tuple[Figure, ...]
    trigger: Span
    quote: Span
    sentence: int
    lead: bool
    rule: str
    report: Report
    mentions: tuple[Mention, ...]
    reports: tuple[Report, ...]
    members: tuple[str, ...]
    differing: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()

    @property
    def publishers(self) -> tuple[str, ...]:
        """Outlets that tell it, each once; the report's address or title where no outlet is known."""
        return tuple(dict.fromkeys(report.publisher or report.citation for report in self.reports))

    @property
    def independent(self) -> int:
        """Reports that tell it, copies of one text counted once."""
        return len({report.group for report in self.reports})

    @property
    def speakers(self) -> int:
        """Original speakers on whose word it stands; a reporter counts as one."""
        return len({mention.voice.key for mention in self.mentions})

    @property
    def told_by(self) -> str:
        """Chains of speakers, each once."""
        return "; ".join(dict.fromkeys(mention.voice.told_by for mention in self.mentions))

    @property
    def on_one_word(self) -> bool:
        """Whether it rests on one speaker, who is not the reporter."""
        return self.speakers == 1 and self.voice.attribution is not None


class Pledge(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment: what a party has said that it will or will not do."""

    id: str
    report: Report
    by: Party
    toward: str | None
    action: Span
    event: str | None
    polarity: Polarity
    kind: str
    conditions: tuple[str, ...]
    due: str | None
    voice: Voice
    evidence: tuple[Span, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution: who says what, through whom."""

    id: str
    report: Report
    source: Party | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: str
    voice: Voice
    within: str | None


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """What a report calls somebody: a label."""

    id: str
    report: Report
    party: Party
    span: Span
    scare_quotes: bool
    voice: Voice
