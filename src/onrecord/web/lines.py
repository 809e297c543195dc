"""The lines of a reading as a page shows them: plain words, and what stands behind each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from onrecord.reading.commitment import Commitment
from onrecord.reading.event import Event
from onrecord.reading.position import Position
from onrecord.reading.reading import Reading
from onrecord.reading.span import Span
from onrecord.reading.spelled import NOT_SAID, spell_status
from onrecord.reading.who_says import WhoSays

Section = Literal["events", "positions", "commitments", "labels", "attributions"]


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One voice in a chain: who, the word that shows it, and the others through whom it came."""

    line: str
    name: str
    cue: str | None
    via: tuple[str, ...]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a reading.

    Attributes:
        id: as in the reading (E1, P1, C1, A1); labels are N1, N2, … in order.
        state: happened, "not: planned, possible", …; supports, opposes, unknown; promise, offer, …; direct, indirect,
            mixed; label.
        head: type and mode, or what the state is about.
        who: actors, the holder, who promises, who speaks, who is called so.
        whom: recipients, or what is promised, said, or called.
        facts: further pairs of name and words, in the order in which they are shown.
        told_by: on whose word, nearest first.
        chain: the voices, nearest first; empty where the reporter says so.
    """

    id: str
    section: Section
    state: str
    head: str
    who: str
    whom: str
    facts: tuple[tuple[str, str], ...] = ()
    told_by: str
    chain: tuple[Link, ...] = ()


def list_lines(reading: Reading) -> tuple[Line, ...]:
    """All lines, section by section, each in the order of the text; repeated mentions of an event are facts of it."""
    teller = _Teller(reading)
    return (
        *map(teller.event, (event for event in reading.events if event.same_as is None)),
        *map(teller.position, reading.positions),
        *map(teller.commitment, reading.commitments),
        *teller.labels(),
        *teller.attributions(),
    )


class _Teller:
    """Words for the lines of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._voices = WhoSays(reading)
        self._places = {place.id: place for place in reading.places}
        self._times = {time.id: time for time in reading.times}

    def event(self, event: Event) -> Line:
        judged = event.factuality
        place, time = self._places.get(event.place or ""), self._times.get(event.time or "")
        again = [other.id for other in self._reading.events if other.same_as == event.id]
        facts = {
            "word": event.trigger.words,
            "where": f"{place.name} ({place.precision or 'not resolved'})" if place else "",
            "when": f"{time.words} ({time.value})" if time else "",
            "numbers": "; ".join(self._numbers(event)),
            "polarity": "negative" if judged.polarity == "negative" else "",
            "certainty": "" if judged.certainty == "certain" else judged.certainty,
            "shown by": ", ".join(f"“{_words(cue)}”" for cue in judged.cues),
            "contexts": ", ".join(event.contexts),
            "CAMEO": event.cameo or "",
            "told again in": ", ".join(again),
            "rule": event.rule,
        }
        return Line(
            id=event.id,
            section="events",
            state=spell_status(judged.status, judged.polarity, judged.certainty),
            head=event.type + (f" / {event.mode}" if event.mode else ""),
            who=self._voices.names(event.actors) or NOT_SAID,
            whom=self._voices.names(event.recipients),
            facts=_told(facts),
            **self._speakers(event.attribution),
        )

    def position(self, position: Position) -> Line:
        facts = {"basis": position.basis, **self._terms(position), "evidence": _joined(position.evidence)}
        return Line(
            id=position.id,
            section="positions",
            state="not known" if position.stance == "unknown" else position.stance,
            head=position.basis,
            who=self._voices.name(position.holder),
            whom=_words(position.toward) if position.toward else "",
            facts=_told(facts),
            **self._speakers(position.attribution),
        )

    def commitment(self, commitment: Commitment) -> Line:
        due = self._times.get(commitment.due or "")
        toward = _words(commitment.toward) if commitment.toward else ""
        facts = {"toward": toward, "due": f"{due.words} ({due.value})" if due else "", **self._terms(commitment)}
        return Line(
            id=commitment.id,
            section="commitments",
            state=commitment.kind,
            head="will not" if commitment.polarity == "negative" else "will",
            who=self._voices.name(commitment.by),
            whom=_words(commitment.action),
            facts=_told(facts),
            **self._speakers(commitment.attribution),
        )

    def labels(self) -> Iterator[Line]:
        for number, label in enumerate(self._reading.labels, start=1):
            yield Line(
                id=f"N{number}",
                section="labels",
                state="in scare quotes" if label.scare_quotes else "label",
                head="",
                who=self._voices.entity_name(label.entity),
                whom=_words(label),
                **self._speakers(label.attribution),
            )

    def attributions(self) -> Iterator[Line]:
        for attribution in self._reading.attributions:
            speakers = self._speakers(attribution.id)
            yield Line(
                id=attribution.id,
                section="attributions",
                state=attribution.manner,
                head=_words(attribution.cue) if attribution.cue else "no cue",
                who=self._voices.name(attribution.source) if attribution.source else "nobody named",
                whom=_joined(attribution.content),
                facts=_told({"within": attribution.within or ""}),
                **speakers,
            )

    def _speakers(self, key: str | None) -> dict[str, Any]:
        chain = tuple(
            Link(
                line=link.id,
                name=self._voices.name(link.source) if link.source else "nobody named",
                cue=_words(link.cue) if link.cue else None,
                via=tuple(self._voices.entity_name(via) for via in link.via),
            )
            for link in self._voices.chain(key)
        )
        return {"told_by": self._voices.told_by(key), "chain": chain}

    def _numbers(self, event: Event) -> Iterator[str]:
        for name in event.numbers.__struct_fields__:
            claim = getattr(event.numbers, name)
            if claim is not None:
                yield f"{_words(claim)} {name}"

    def _terms(self, line: Position | Commitment) -> dict[str, str]:
        return {"on condition": _joined(line.conditions)}


def _told(facts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, words) for name, words in facts.items() if words)


def _joined(spans: tuple[Span, ...]) -> str:
    return " … ".join(map(_words, spans))


def _words(span: Span) -> str:
    return span.words
