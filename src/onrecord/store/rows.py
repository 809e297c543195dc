"""What the project file hands out and takes in besides documents and readings: frozen rows."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec

from onrecord.reading.reading import MadeBy

JudgementKind = Literal["merge", "split", "correct", "undo"]
MADE_OF_TEXT = "text:"  # how the id of a report begins that came without one: the rest is a hash of its text
CONFIRMED = "reading"  # field of a correction that corrects nothing: the reading of an act is right as it stands


class AddResult(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a report that was handed to the writer.

    Attributes:
        outcome: `new`; `new_version` (same report, other content); `unchanged`; `reread` (the same content, read by
            another onrecord, network or lexicon).
        alike: of a new version, the part of its different words that the version before has too. Next to nothing means
            that two reports bear one id.
    """

    report_id: str
    version: int
    outcome: Literal["new", "new_version", "unchanged", "reread"]
    alike: float | None = None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What `Writer.add` would make of a document, as far as its content tells.

    Attributes:
        made_by: what made the current reading of this content, where it is there.
    """

    outcome: Literal["new", "new_version", "unchanged"]
    made_by: MadeBy | None = None


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one report, without its text and reading."""

    report_id: str
    version: int
    document_id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str
    sha256: str
    chars: int


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of any query, with the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report that shares its text with others: one row for each member of a cluster of copies.

    Attributes:
        copy_of: the report with the closest earlier text; None for the first of the cluster.
        evidence: JSON values only: why it is a copy, and who changed what.
    """

    report_id: str
    cluster_id: str
    copy_of: str | None = None
    kind: str | None = None
    score: float | None = None
    evidence: dict[str, Any] = {}


class ClusterMember(msgspec.Struct, frozen=True, kw_only=True):
    """One report's telling of an event."""

    report_id: str
    event_id: str
    score: float | None = None
    reasons: tuple[str, ...] = ()


class ClusterRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event across reports, with its three counts.

    Attributes:
        record: JSON values only: the merged event, every differing value with its speakers.
    """

    cluster_id: str
    type: str
    status: str
    first_day: str | None = None
    last_day: str | None = None
    country: str | None = None
    reports: int
    independent: int
    speakers: int
    record: dict[str, Any] = {}
    members: tuple[ClusterMember, ...]


class CorrectedRow(msgspec.Struct, frozen=True, kw_only=True):
    """What people have corrected of an act that a report tells; None where a field is as it was read.

    Attributes:
        place: "" where the report names none.
        geonameid, lat, lon, country, precision: of the place that somebody has chosen.
    """

    report_id: str
    event_id: str
    type: str | None = None
    status: str | None = None
    place: str | None = None
    geonameid: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: str | None = None


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """One party across reports; `entities` are pairs of report id and entity id."""

    actor_id: str
    name: str
    type: str
    country: str | None = None
    record: dict[str, Any] = {}
    entities: tuple[tuple[str, str], ...] = ()


class FindingRow(msgspec.Struct, frozen=True, kw_only=True):
    """Anything else that holds across reports, as the part of onrecord that found it writes it (JSON values only)."""

    kind: str
    key: str
    record: dict[str, Any] = {}


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided, and why. Judgements are only ever added.

    Attributes:
        subjects: ids of what it is about; of an undo, the id of one judgement.
        field: what a correction corrects (or `CONFIRMED`), with its new `value` (any JSON value).
        when: ISO date-time.
        undone_by: id of the judgement that undid this one; filled in by `View.judgements`.
    """

    kind: JudgementKind
    subjects: tuple[str, ...]
    field: str | None = None
    value: Any = None
    who: str
    when: str
    why: str
    undone_by: str | None = None

    @property
    def id(self) -> str:
        """From the content: the same judgement added twice is one."""
        content = msgspec.json.encode(
            [self.kind, self.subjects, self.field, self.value, self.who, self.when, self.why], order="sorted"
        )
        return hashlib.sha256(content).hexdigest()[:16]
