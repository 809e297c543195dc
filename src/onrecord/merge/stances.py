"""Positions over time: where one party stands on one matter, report by report, and where that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import msgspec

from onrecord.knowledge.names import fold_name
from onrecord.merge.claims import Sources, Speaker
from onrecord.merge.report import Report
from onrecord.merge.stems import stems
from onrecord.reading.position import Basis, Position, Stance

_SAME_MATTER = 0.5  # shared stems over the fewer, of the words that say what a position is about


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """A position as one report gives it.

    Attributes:
        words: of what the position is about.
        evidence: the words that show it.
    """

    report: str
    day: str | None
    position: str
    stance: Stance
    basis: Basis
    words: str
    conditions: tuple[str, ...]
    evidence: str
    speaker: Speaker


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """The stands of one party on one matter, by day.

    Attributes:
        holder: common id of the party, or its words.
        event: key of the event that it is about, where it is about one.
        changed: the stance that is known for one day differs from that of another; what is not known changes nothing.
    """

    holder: str
    name: str
    matter: str
    event: str | None
    stands: tuple[Stand, ...]
    changed: bool


class Opinion(msgspec.Struct, frozen=True, kw_only=True):
    """One report's telling of a position.

    Attributes:
        event: of its report, what the position is about, where that is an act.
        about: stems of what it is about.
    """

    holder: str
    name: str
    event: str | None
    about: frozenset[str]
    stand: Stand


def opinions_of(report: Report, sources: Sources) -> list[Opinion]:
    """The positions that one report tells of."""
    return [_opinion(report, position, sources) for position in report.reading.positions]


def find_courses(opinions: Iterable[Opinion], sources: Sources,
                 event_keys: Mapping[tuple[str, str], str]) -> tuple[Course, ...]:  # fmt: skip
    """Positions of all reports, one course for each party and matter; copies of a report count once.

    Args:
        opinions: of all reports.
        sources: which reports are copies.
        event_keys: keys of the records of events, by report and event id.
    """
    rows = [
        (held.holder, held.name, event_keys.get((held.stand.report, held.event or "")), held.about, held.stand)
        for held in opinions
        if sources.origin(held.stand.report) == held.stand.report
    ]
    rows.sort(key=lambda row: (row[0], row[4].day or "9999", row[4].report, row[4].position))
    return tuple(_course(course) for _, own in groupby(rows, key=lambda row: row[0]) for course in _matters(own))


_Row = tuple[str, str, str | None, frozenset[str], Stand]  # holder, name, event, stems of the matter, stand


def _opinion(report: Report, position: Position, sources: Sources) -> Opinion:
    name = report.voices.name(position.holder)
    toward = position.toward
    words = toward.words if toward else ""
    about = report.voices.entity_name(toward.entity) if toward and toward.entity else words
    stand = Stand(
        report=report.id,
        day=report.day,
        position=position.id,
        stance=position.stance,
        basis=position.basis,
        words=words,
        conditions=tuple(span.words for span in position.conditions),
        evidence=" … ".join(span.words for span in position.evidence),
        speaker=sources.speaker(report, position.attribution),
    )
    return Opinion(
        holder=sources.actor(report.id, position.holder.entity) or f"{fold_name(name)} in {report.id}",
        name=name,
        event=toward.event if toward else None,
        about=stems(about),
        stand=stand,
    )


def _matters(rows: Iterable[_Row]) -> list[list[_Row]]:
    """The stands of one party, put together by what they are about."""
    courses: list[list[_Row]] = []
    for row in rows:
        home = next((course for course in courses if _same_matter(course, row)), None)
        if home is None:
            courses.append([row])
        else:
            home.append(row)
    return courses


def _same_matter(course: Sequence[_Row], row: _Row) -> bool:
    _, _, event, about, _ = row
    for _, _, other_event, other_about, _ in course:
        if event and event == other_event:
            return True
        fewer = min(len(about), len(other_about))
        if fewer and len(about & other_about) / fewer >= _SAME_MATTER:
            return True
    return False


def _course(rows: Sequence[_Row]) -> Course:
    stands = tuple(stand for *_, stand in rows)
    known = [stand.stance for stand in stands if stand.stance != "unknown"]
    return Course(
        holder=rows[0][0],
        name=max((name for _, name, *_ in rows), key=lambda name: (len(name), name)),
        matter=next((stand.words for stand in stands if stand.words), ""),
        event=next((event for _, _, event, *_ in rows if event), None),
        stands=stands,
        changed=len(set(known)) > 1,
    )
