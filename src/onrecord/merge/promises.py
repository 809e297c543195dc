"""Promises and what later reports say of them: kept, broken, both, or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from onrecord.merge.claims import Sources, Speaker
from onrecord.merge.follow import Follow, day_of
from onrecord.merge.report import Report
from onrecord.merge.stems import spell_stem, stem, stems
from onrecord.merge.telling import AFFIRMED, DENIED, Telling
from onrecord.reading.commitment import CommitmentKind
from onrecord.reading.days import days_of
from onrecord.reading.event import INTENDED, REFUSED, Polarity

Outcome = Literal["kept", "broken", "not yet", "reports differ", "no report"]
_SAME_WORDS = 0.6  # part of the stems of what was promised that stand in the sentence of what was done
_MIN_STEMS = 3
_LENGTH = re.compile(r"P(?:T(?=\d+H))?(\d+)([HDWMY])")  # TIMEX3's durations: 48 hours, ten days, a week
_UNIT_DAYS = {"H": 1 / 24, "D": 1, "W": 7, "M": 31, "Y": 366}
_NEVER = "9999"


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A later event that speaks for or against a promise.

    Attributes:
        event: key of the record of the event.
        done: whether what was spoken of was done.
        disputed: whether some say that it was and others that it was not.
        day: on which it was done, or was told to be not done.
        reasons: why this event is what was spoken of.
    """

    event: str
    done: bool
    disputed: bool
    day: str
    reasons: tuple[str, ...]


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What a party has said that it will or will not do, and what became of it.

    Attributes:
        by: common id of the party, or its words.
        reports: ids of the reports that tell of it, copies among them.
        told: the same, each with the id of its line.
        due: TIMEX3 value of the day that was set.
        outcome: `no report` where nothing later speaks of it, which is not broken; `not yet` where it had not been done
            when it was asked for, and no day that was set had gone by.
    """

    by: str
    name: str
    kind: CommitmentKind
    polarity: Polarity
    words: str
    conditions: tuple[str, ...]
    due: str | None
    day: str | None
    speaker: Speaker
    reports: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    outcome: Outcome
    evidence: tuple[Evidence, ...]


class Later:
    """What is known of events, as far as promises ask for it.

    Args:
        follows: acts that follow planned events.
        homes: keys of the records, by key of a telling.
        tellings: of all reports.
        disputed: keys of the records of which some say that it was done and others that it was not.
    """

    def __init__(self, follows: Iterable[Follow], homes: Mapping[str, str], tellings: Sequence[Telling],
                 disputed: Collection[str] = ()) -> None:  # fmt: skip
        self._homes = homes
        self._disputed = disputed
        self._by_event = {(telling.report, telling.event): telling for telling in tellings}
        self._follows: dict[str, list[Follow]] = {}
        for follow in follows:
            self._follows.setdefault(follow.plan, []).append(follow)
        self._by_actor: dict[str, list[Telling]] = {}
        for telling in sorted(tellings, key=lambda telling: telling.order):
            for key in {party.actor or party.name for party in telling.actors}:
                self._by_actor.setdefault(key, []).append(telling)

    def home(self, pledge: Pledge) -> str | None:
        """Key of the record of what is promised, where it is an act."""
        telling = self._telling(pledge)
        return self._homes[telling.key] if telling else None

    def polarity(self, pledge: Pledge) -> Polarity:
        """Whether the act is to be: who "will halt the raids" promises that they are not to be."""
        telling = self._telling(pledge)
        return "negative" if telling and telling.status in REFUSED else pledge.polarity

    def evidence(self, pledge: Pledge) -> list[Evidence]:
        """What later reports tell of a promise: of the planned event that it is about, else in its words.

        Nothing where it is said that the promised will not be and of an act inside it that it is to be ("will not stop
        the raids", "will not punish those who want to help"): such an act keeps it, or has nothing to do with it.
        """
        telling = self._telling(pledge)
        if pledge.polarity == "negative" and telling and telling.status in INTENDED:
            return []
        return self._of_event(pledge) or self._of_words(pledge)

    def _of_event(self, pledge: Pledge) -> list[Evidence]:
        """Acts that follow the planned event that a promise is about."""
        follows = self._follows.get(self.home(pledge) or "", ())
        return [
            Evidence(event=f.act, done=f.done, disputed=f.disputed, day=f.day.isoformat(), reasons=f.reasons)
            for f in follows
        ]

    def _telling(self, pledge: Pledge) -> Telling | None:
        return self._by_event.get((pledge.report, pledge.event or ""))

    def _of_words(self, pledge: Pledge) -> list[Evidence]:
        """Acts of the same party in later reports whose sentence has most words of the promise."""
        promised = pledge.stems
        if len(promised) < _MIN_STEMS or pledge.day is None:
            return []
        found = []
        for telling in self._by_actor.get(pledge.by, ()):
            if telling.published is None or telling.published.isoformat() <= pledge.day:
                continue
            if telling.status not in AFFIRMED | DENIED:  # it is still to be, or nobody knows
                continue
            shared = promised & telling.words
            if stem(telling.trigger) in promised and len(shared) / len(promised) >= _SAME_WORDS:
                reason = f"by the same party, and the sentence shares {', '.join(map(spell_stem, sorted(shared)))}"
                done, event = telling.status in AFFIRMED, self._homes[telling.key]
                day = (day_of(telling) or telling.published).isoformat()
                disputed = event in self._disputed
                found.append(Evidence(event=event, done=done, disputed=disputed, day=day, reasons=(reason,)))
        return found


class Pledge(msgspec.Struct, frozen=True, kw_only=True):
    """One report's telling of a promise.

    Attributes:
        is_named: whether `by` is a common id.
        event: of its report, the first mention of the act that is promised, where the reading has one.
        stems: of the words.
    """

    report: str
    line: str
    day: str | None
    by: str
    is_named: bool
    name: str
    kind: CommitmentKind
    polarity: Polarity
    words: str
    stems: frozenset[str]
    conditions: tuple[str, ...]
    due: str | None
    event: str | None
    speaker: Speaker


def pledges_of(report: Report, sources: Sources) -> list[Pledge]:
    """The promises that one report tells of."""
    times = {time.id: time.value for time in report.reading.times}
    return [
        Pledge(
            report=report.id,
            line=made.id,
            day=report.day,
            by=(actor := sources.actor(report.id, made.by.entity)) or report.voices.name(made.by),
            is_named=actor is not None,
            name=report.voices.name(made.by),
            kind=made.kind,
            polarity=made.polarity,
            words=made.action.words,
            stems=stems(made.action.text),
            conditions=tuple(span.words for span in made.conditions),
            due=times.get(made.due or ""),
            event=report.head_of(made.action.event) if made.action.event in report.events else None,
            speaker=sources.speaker(report, made.attribution),
        )
        for made in report.reading.commitments
    ]


def find_promises(pledges: Iterable[Pledge], later: Later) -> tuple[Promise, ...]:
    """Promises of all reports by day; one are those of one party of one act, or in the same words.

    Whoever has no name in a report ("the prime minister") is taken for the only one who is named as promising that act.
    """
    ordered = sorted(pledges, key=lambda pledge: (pledge.day or "9999", pledge.report))
    named: dict[tuple[str, Polarity], set[str]] = {}
    for pledge in ordered:
        if pledge.is_named and (home := later.home(pledge)):
            named.setdefault((home, pledge.polarity), set()).add(pledge.by)
    rows: dict[tuple[str, Polarity, str | frozenset[str]], list[Pledge]] = {}
    for pledge in ordered:
        home = later.home(pledge)
        known = named.get((home or "", pledge.polarity), set())
        by = next(iter(known)) if len(known) == 1 and not pledge.is_named else pledge.by
        rows.setdefault((by, pledge.polarity, home or pledge.stems), []).append(pledge)
    return tuple(_promise(told, later) for told in rows.values())


def _promise(told: Sequence[Pledge], later: Later) -> Promise:
    first = told[0]
    evidence: dict[str, Evidence] = {}
    for pledge in told:
        for item in later.evidence(pledge):
            evidence.setdefault(item.event, item)
    return Promise(
        by=first.by,
        name=first.name,
        kind=first.kind,
        polarity=first.polarity,
        words=first.words,
        conditions=first.conditions,
        due=first.due,
        day=first.day,
        speaker=first.speaker,
        reports=tuple(dict.fromkeys(pledge.report for pledge in told)),
        told=tuple((pledge.report, pledge.line) for pledge in told),
        outcome=_outcome(later.polarity(first), evidence.values(), _set_day(first)),
        evidence=tuple(evidence.values()),
    )


def _outcome(polarity: Polarity, evidence: Iterable[Evidence], due: str) -> Outcome:
    """What later events make of a promise.

    What is not done yet may still be done: a promise to do something is broken where the day that was set has gone by,
    and kept where it is done after all. A promise not to do it is broken once it is done.
    """
    told = tuple(evidence)
    done = [item.day for item in told if item.done]
    not_done = [item.day for item in told if not item.done]
    if not told:
        return "no report"
    if any(item.disputed for item in told):
        return "reports differ"
    if polarity == "negative":
        return "reports differ" if done and not_done else "broken" if done else "kept"
    if done:
        return "reports differ" if not_done and max(not_done) > min(done) else "kept"
    return "broken" if max(not_done) > due else "not yet"


def _set_day(pledge: Pledge) -> str:
    """The last day by which the promise is due; a day that never comes where none is set."""
    days = days_of(pledge.due or "")
    length = _LENGTH.fullmatch(pledge.due or "")
    if days is None and length and pledge.day:
        last = date.fromisoformat(pledge.day) + timedelta(math.ceil(int(length[1]) * _UNIT_DAYS[length[2]]))
        days = (last, last)
    return days[1].isoformat() if days else _NEVER
