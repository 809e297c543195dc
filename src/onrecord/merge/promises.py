"""Promises and what later reports say of them: kept, broken, both, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.merge.claims import Sources, Speaker
from onrecord.merge.follow import Follow
from onrecord.merge.report import Report
from onrecord.merge.stems import spell_stem, stem, stems
from onrecord.merge.telling import AFFIRMED, OPEN, Telling
from onrecord.reading.commitment import CommitmentKind
from onrecord.reading.event import Polarity

Outcome = Literal["kept", "broken", "reports differ", "no report"]
_SAME_WORDS = 0.6  # part of the stems of what was promised that stand in the sentence of what was done
_MIN_STEMS = 3


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A later event that speaks for or against a promise.

    Attributes:
        event: key of the record of the event.
        done: whether what was spoken of was done.
        reasons: why this event is what was spoken of.
    """

    event: str
    done: bool
    reasons: tuple[str, ...]


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What a party has said that it will or will not do, and what became of it.

    Attributes:
        by: common id of the party, or its words.
        reports: ids of the reports that tell of it, copies among them.
        due: TIMEX3 value of the day that was set.
        outcome: `no report` where nothing later speaks of it, which is not broken.
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
    outcome: Outcome
    evidence: tuple[Evidence, ...]


class Later:
    """What is known of events, as far as promises ask for it.

    Args:
        follows: acts that follow planned events.
        homes: keys of the records, by key of a telling.
        tellings: of all reports.
    """

    def __init__(self, follows: Iterable[Follow], homes: Mapping[str, str], tellings: Sequence[Telling]) -> None:
        self._homes = homes
        self._by_event = {(telling.report, telling.event): telling for telling in tellings}
        self._follows: dict[str, list[Follow]] = {}
        for follow in follows:
            self._follows.setdefault(follow.plan, []).append(follow)
        self._by_actor: dict[str, list[Telling]] = {}
        for telling in sorted(tellings, key=lambda telling: telling.order):
            for key in {party.actor or party.name for party in telling.actors}:
                self._by_actor.setdefault(key, []).append(telling)

    def of_event(self, pledge: Pledge) -> list[Evidence]:
        """Acts that follow the planned event that a promise is about."""
        telling = self._by_event.get((pledge.report, pledge.event or ""))
        follows = self._follows.get(self._homes[telling.key], ()) if telling else ()
        return [Evidence(event=follow.act, done=follow.done, reasons=follow.reasons) for follow in follows]

    def of_words(self, pledge: Pledge) -> list[Evidence]:
        """Acts of the same party in later reports whose sentence has most words of the promise."""
        promised = pledge.stems
        if len(promised) < _MIN_STEMS or pledge.day is None:
            return []
        found = []
        for telling in self._by_actor.get(pledge.by, ()):
            if telling.published is None or telling.published.isoformat() <= pledge.day or telling.status in OPEN:
                continue
            shared = promised & telling.words
            if stem(telling.trigger) in promised and len(shared) / len(promised) >= _SAME_WORDS:
                reason = f"by the same party, and the sentence shares {', '.join(map(spell_stem, sorted(shared)))}"
                done = telling.status in AFFIRMED
                found.append(Evidence(event=self._homes[telling.key], done=done, reasons=(reason,)))
        return found


class Pledge(msgspec.Struct, frozen=True, kw_only=True):
    """One report's telling of a promise.

    Attributes:
        event: of its report, the first mention of the act that is promised, where the reading has one.
        stems: of the words.
    """

    report: str
    day: str | None
    by: str
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
            day=report.day,
            by=sources.actor(report.id, made.by.entity) or report.voices.name(made.by),
            name=report.voices.name(made.by),
            kind=made.kind,
            polarity=made.polarity,
            words=" ".join(made.action.text.split()),
            stems=stems(made.action.text),
            conditions=tuple(" ".join(span.text.split()) for span in made.conditions),
            due=times.get(made.due or ""),
            event=report.head_of(made.action.event) if made.action.event in report.events else None,
            speaker=sources.speaker(report, made.attribution),
        )
        for made in report.reading.commitments
    ]


def find_promises(pledges: Iterable[Pledge], later: Later) -> tuple[Promise, ...]:
    """Promises of all reports by day; one that several reports tell in the same words is one."""
    rows: dict[tuple[str, str, frozenset[str]], list[Pledge]] = {}
    for pledge in sorted(pledges, key=lambda pledge: (pledge.day or "9999", pledge.report)):
        rows.setdefault((pledge.by, pledge.polarity, pledge.stems), []).append(pledge)
    return tuple(_promise(told, later) for told in rows.values())


def _promise(told: Sequence[Pledge], later: Later) -> Promise:
    first = told[0]
    evidence: dict[str, Evidence] = {}
    for pledge in told:
        for item in later.of_event(pledge) or later.of_words(pledge):
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
        outcome=_outcome(first.polarity, evidence.values()),
        evidence=tuple(evidence.values()),
    )


def _outcome(polarity: Polarity, evidence: Iterable[Evidence]) -> Outcome:
    as_said = {item.done == (polarity == "positive") for item in evidence}
    if not as_said:
        return "no report"
    return "reports differ" if len(as_said) > 1 else "kept" if True in as_said else "broken"
