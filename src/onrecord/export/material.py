"""What all formats are filled from: the project's records, through the gate, one row per event, sorted by date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from types import TracebackType
from typing import Protocol, Self

import msgspec

from onrecord.export.corrections import Corrections, correct, corrections_of
from onrecord.export.derive import derive
from onrecord.export.digest import Digest
from onrecord.export.gate import WRITTEN
from onrecord.export.merging import merge_records
from onrecord.export.options import Options
from onrecord.export.records import EventRecord, Report
from onrecord.export.spool import Slot, Spool
from onrecord.knowledge.names import fold_name
from onrecord.lexicon.load import Lexicon, load_lexicon
from onrecord.reading.reading import Reading
from onrecord.store.rows import ActorRow, ClusterRow, CopyRow, ReportRow

_LAST = "9999"  # what has no date comes last
_DENIALS = frozenset({"denied", "not_happened"})


class Source(Protocol):
    """What an export asks of a project; `onrecord.store` views answer it."""

    def readings(self) -> Iterable[tuple[ReportRow, Reading]]:
        """Every report with its reading, in an order that is always the same."""

    def text(self, report_id: str) -> str:
        """The untouched text of a report."""

    def clusters(self) -> Iterable[ClusterRow]:
        """Events across reports."""

    def copies(self) -> Iterable[CopyRow]:
        """Clusters of copies."""

    def actors(self) -> Iterable[ActorRow]:
        """Parties across reports."""


class Counts(msgspec.Struct, kw_only=True):
    """What the gate saw."""

    reports: int = 0
    groups: set[str] = msgspec.field(default_factory=set)
    left_out: Counter[str] = msgspec.field(default_factory=Counter)
    stands: int = 0
    unknown_stands: int = 0
    pledges: int = 0
    names: int = 0
    claims: int = 0

    @property
    def independent(self) -> int:
        """Reports, copies of one text counted once."""
        return len(self.groups)


class Material:
    """A project's records for one export. Events wait on disk; reports are read again by whoever needs them whole.

    Use it as a context manager.
    """

    def __init__(self, source: Source, options: Options) -> None:
        self.options = options
        self.counts = Counts()
        self._source = source
        self._groups = {copy.report_id: copy.cluster_id for copy in source.copies()}
        self._rows: dict[str, str] = {}
        self._corrections: dict[str, Corrections] = {}
        for cluster in source.clusters():
            self._rows.update(
                {f"{member.report_id}:{member.event_id}": cluster.cluster_id for member in cluster.members}
            )
            if corrections := corrections_of(cluster.record):
                self._corrections[cluster.cluster_id] = corrections
        self.merged = bool(self._rows)
        self._same: dict[str, dict[str, str]] = {}
        known: dict[str, ActorRow] = {}
        for actor in source.actors():
            known.setdefault(fold_name(actor.name), actor)
            for report_id, entity_id in actor.entities:
                self._same.setdefault(report_id, {})[entity_id] = actor.actor_id
        self._known = known
        self._lexicon, self._reciprocal = _lexicon()
        self._spool = Spool()
        self._single: list[tuple[str, str, str, Slot, bool]] = []
        self._index = self._gather()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spool.__exit__(kind, error, trace)

    def happened(self) -> Iterator[EventRecord]:
        """Events that happened or go on, by date, then by id."""
        return self._events(asked=False)

    def asked_for(self) -> Iterator[EventRecord]:
        """Events of the statuses that the user asked for besides, by date, then by id."""
        return self._events(asked=True)

    def events(self) -> Iterator[EventRecord]:
        """Both, by date, then by id; for formats that say on each row which it is."""
        return (self._spool.get(slot) for _, _, slot, _ in self._index)

    def tellings(self, *, asked: bool) -> Iterator[tuple[str, EventRecord]]:
        """Each report's telling with the id of the row that it is part of, by date, then by id; nothing is merged."""
        return ((row, self._spool.get(slot)) for _, _, row, slot, other in self._single if other == asked)

    def digests(self) -> Iterator[Digest]:
        """All records of each report, one report after the other; not gated."""
        for row, reading in self._source.readings():
            yield derive(
                row,
                reading,
                self._source.text(row.report_id) if self.options.words else "",
                group=self._groups.get(row.report_id, row.report_id),
                reciprocal=self._reciprocal,
                same=self._same.get(row.report_id, {}),
            )

    def reports(self) -> Iterator[Report]:
        """Every report."""
        return (digest.report for digest in self.digests())

    def whole(self) -> Iterator[tuple[Digest, Reading, str]]:
        """Each report's records beside its reading and text; for formats that show the text itself."""
        readings = self._source.readings()
        for digest, (row, reading) in zip(self.digests(), readings, strict=True):
            yield digest, reading, self._source.text(row.report_id)

    def text(self, report_id: str) -> str:
        """The untouched text of a report."""
        return self._source.text(report_id)

    def row_of(self, member: str | None) -> str | None:
        """Id of the row that a report's event (REPORT:EVENT) became part of."""
        return self._rows.get(member, member) if member else None

    def _events(self, *, asked: bool) -> Iterator[EventRecord]:
        return (self._spool.get(slot) for _, _, slot, other in self._index if other == asked)

    def _gather(self) -> list[tuple[str, str, Slot, bool]]:
        """Date, id, place in the spool of every row, and whether it is written only because it was asked for."""
        index: list[tuple[str, str, Slot, bool]] = []
        tellings: dict[str, list[Slot]] = {}
        for digest in self.digests():
            self._count(digest)
            for told in digest.events:
                row = self._rows.get(told.id)
                record = correct(told, self._corrections.get(row or "", {}), self._lexicon, self._known)
                entry = self._entry(record)
                if row is not None:
                    tellings.setdefault(row, []).append(entry[2])
                if self._passes(record):
                    self._single.append((*entry[:2], row or record.id, *entry[2:]))
                    if row is None:
                        index.append(entry)
                else:
                    self.counts.left_out[record.status] += 1
        self._single.sort()
        for row, slots in tellings.items():
            index += [self._entry(record) for record in self._merge(row, [self._spool.get(slot) for slot in slots])]
        return sorted(index)

    def _merge(self, row: str, records: list[EventRecord]) -> Iterator[EventRecord]:
        """One row of what happened, and one for each kind of non-fact that was asked for."""
        kinds: dict[str, list[EventRecord]] = {}
        for record in records:
            if self._passes(record):
                kinds.setdefault("" if record.status in WRITTEN else f":{record.status}", []).append(record)
        deniers = tuple(dict.fromkeys(record.voice.told_by for record in records if record.status in _DENIALS))
        for kind, group in kinds.items():
            merged = merge_records(row + kind, group)
            yield merged if kind else msgspec.structs.replace(merged, disputed_by=deniers)

    def _passes(self, record: EventRecord) -> bool:
        return record.status in self.options.statuses

    def _entry(self, record: EventRecord) -> tuple[str, str, Slot, bool]:
        day = record.when.first if record.when else record.report.day or _LAST
        return day, record.id, self._spool.put(record), record.status not in WRITTEN

    def _count(self, digest: Digest) -> None:
        counts = self.counts
        counts.reports += 1
        counts.groups.add(digest.report.group)
        counts.stands += len(digest.stands)
        counts.unknown_stands += sum(1 for stand in digest.stands if stand.stance == "unknown")
        counts.pledges += len(digest.pledges)
        counts.names += len(digest.names)
        counts.claims += len(digest.claims)


@cache
def _lexicon() -> tuple[Lexicon, frozenset[str]]:
    """The shipped lexicon, and its entries of acts that all parties do to one another.

    Entries of a user's own are not known here; their parties are taken to act side by side.
    """
    lexicon = load_lexicon(())
    return lexicon, frozenset(entry.id for entry in lexicon.event_entries if entry.reciprocal)
