"""Rows of the project file, as a view asks for them, to the nouns that go out."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import msgspec

from onrecord.errors import ProjectError
from onrecord.reading.reading import Reading, load_json
from onrecord.store.rows import ClusterMember, ClusterRow, Judgement, ReportRow

Row = Sequence[Any]


def unpack_report(row: Row) -> ReportRow:
    """A version of a report; columns in the order of `ReportRow`."""
    return ReportRow(**dict(zip(ReportRow.__struct_fields__, row, strict=True)))


def unpack_reading(packed: bytes) -> Reading:
    """A reading.

    Raises:
        ProjectError: it is damaged.
    """
    try:
        return load_json(zlib.decompress(packed))
    except (zlib.error, msgspec.DecodeError) as error:
        cause = f"it is damaged in the file ({error})"
        raise ProjectError(
            "unpack a reading", cause, "Read its report again with `onrecord ingest --reread`"
        ) from error


def unpack_cluster(row: Row, members: tuple[ClusterMember, ...]) -> ClusterRow:
    """An event across reports; columns in the order of `ClusterRow`, the record last."""
    *own, record = row
    fields = dict(zip(ClusterRow.__struct_fields__, own, strict=False))
    return ClusterRow(**fields, record=msgspec.json.decode(record), members=members)


def unpack_member(row: Row) -> ClusterMember:
    """One report's event in an event across reports: report id, event id, score, reasons."""
    report_id, event_id, score, reasons = row
    why = tuple(msgspec.json.decode(reasons))
    return ClusterMember(report_id=report_id, event_id=event_id, score=score, reasons=why)


def unpack_judgements(rows: Sequence[Row]) -> tuple[Judgement, ...]:
    """Judgements in the order in which they were made: id, kind, subjects, field, value, who, when, why.

    What undid each is found among them; an undo can be undone too.
    """
    undone: dict[str, str] = {}
    for key, kind, subjects, *_ in reversed(rows):  # a later undo decides whether an earlier one counts
        if kind == "undo" and key not in undone:
            undone.setdefault(msgspec.json.decode(subjects)[0], key)
    return tuple(
        Judgement(
            kind=kind,
            subjects=tuple(msgspec.json.decode(subjects)),
            field=field,
            value=None if value is None else msgspec.json.decode(value),
            who=who,
            when=when,
            why=why,
            undone_by=undone.get(key),
        )
        for key, kind, subjects, field, value, who, when, why in rows
    )
