"""Promises and what later reports say of them: kept, broken, both, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.merge.claims import Sources, Speaker
from onrecord.merge.follow import Follow
from onrecord.merge.report import Report
from onrecord.merge.telling import AFFIRMED, OPEN, Telling, stem, stems
from onrecord.reading.commitment import Commitment, CommitmentKind
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

    def of_event(self, report: Report, event_id: str) -> list[Evidence]:
        """Acts that follow the planned event that a promise is about."""
        telling = self._by_event.get((report.id, report.head_of(event_id))) if event_id in report.events else None
        follows = self._follows.get(self._homes[telling.key], ()) if telling else ()
        return [Evidence(event=follow.act, done=follow.done, reasons=follow.reasons) for follow in follows]

    def of_words(self, report: Report, by: str, words: str) -> list[Evidence]:
        """Acts of the same party in later reports whose sentence has most words of the promise."""
        promised = stems(words)
        if len(promised) < _MIN_STEMS or report.day is None:
            return []
        found = []
        for telling in self._by_actor.get(by, ()):
            if telling.published is None or telling.published.isoformat() <= report.day or telling.status in OPEN:
                continue
            shared = promised & telling.words
            if stem(telling.trigger) in promised and len(shared) / len(promised) >= _SAME_WORDS:
                reason = f"by the same party, and the sentence shares {', '.join(sorted(shared))}"
                done = telling.status in AFFIRMED
                found.append(Evidence(event=self._homes[telling.key], done=done, reasons=(reason,)))
        return found


def find_promises(sources: Sources, actors: Mapping[tuple[str, str], str], later: Later) -> tuple[Promise, ...]:
    """Promises of all reports by day; one that several reports tell in the same words is one."""
    rows: dict[tuple[str, str, frozenset[str]], list[tuple[Report, Commitment]]] = {}
    for report in sorted(sources.reports.values(), key=lambda report: (report.day or "9999", report.id)):
        for commitment in report.reading.commitments:
            by = actors.get((report.id, commitment.by.entity or ""), report.voices.name(commitment.by))
            rows.setdefault((by, commitment.polarity, stems(commitment.action.text)), []).append((report, commitment))
    return tuple(_promise(by, told, sources, later) for (by, _, _), told in rows.items())


def _promise(by: str, told: Sequence[tuple[Report, Commitment]], sources: Sources, later: Later) -> Promise:
    report, commitment = told[0]
    evidence: dict[str, Evidence] = {}
    for where, what in told:
        found = later.of_event(where, what.action.event) if what.action.event else []
        for item in found or later.of_words(where, by, what.action.text):
            evidence.setdefault(item.event, item)
    due = next((time.value for time in report.reading.times if time.id == commitment.due), None)
    return Promise(
        by=by,
        name=report.voices.name(commitment.by),
        kind=commitment.kind,
        polarity=commitment.polarity,
        words=" ".join(commitment.action.text.split()),
        conditions=tuple(" ".join(span.text.split()) for span in commitment.conditions),
        due=due,
        day=report.day,
        speaker=sources.speaker(report.id, commitment.attribution),
        reports=tuple(dict.fromkeys(where.id for where, _ in told)),
        outcome=_outcome(commitment.polarity, evidence.values()),
        evidence=tuple(evidence.values()),
    )


def _outcome(polarity: Polarity, evidence: Iterable[Evidence]) -> Outcome:
    as_said = {item.done == (polarity == "positive") for item in evidence}
    if not as_said:
        return "no report"
    return "reports differ" if len(as_said) > 1 else "kept" if True in as_said else "broken"
