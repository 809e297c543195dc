"""A telling: one report's mention of an act, with all that helps to recognise the act in another report."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import msgspec

from onrecord.knowledge.names import fold_name
from onrecord.merge.beside import Beside
from onrecord.merge.report import Report
from onrecord.merge.stems import WORD, singular, stems
from onrecord.reading.days import days_of
from onrecord.reading.entity import Entity
from onrecord.reading.event import INTENDED, REFUSED, Event, EventType, NumberClaim, Told
from onrecord.reading.place import Place
from onrecord.reading.span import Argument

Source = Literal["own", "sentence", "report"]  # where a telling's place or time comes from
AFFIRMED = frozenset({"happened", "ongoing"})
DENIED = frozenset({"denied", "not_happened"})
_TAIL = re.compile(r"\b(?:of|in|from|at|on|near|who|whom|which|that|with|and)\b|,")
_AROUND = 4  # words on each side of a trigger that tell it from the others of its report
# Where no day is named: news is of the last days, or of a first act within the week; plans are for the next month.
_RECENT, _NEWS, _COMING = timedelta(days=2), timedelta(days=7), timedelta(days=30)


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on one side of an act.

    Attributes:
        actor: id across reports (`parties.py`), or None where no name is given.
        entity: the entity inside its report, with or without a name.
        heads: the nouns that say what they are, made singular ("soldier"; "thousand" and "demonstrator"), and the words
            of a person's office.
        sectors: PLOVER's, where the words say them ("police": COP).
        person: a person with a name.
    """

    name: str
    actor: str | None
    entity: str | None
    country: str | None
    heads: frozenset[str]
    sectors: tuple[str, ...]
    named: bool
    person: bool


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """A place, and whether the telling itself names it."""

    name: str
    geonameid: str | None
    lat: float | None
    lon: float | None
    country: str | None
    precision: str | None
    source: Source


class When(msgspec.Struct, frozen=True, kw_only=True):
    """First and last day on which the act may have been, and whether the telling itself says so."""

    first: date
    last: date
    source: Source


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of an act; repeated mentions that the reading has joined are one telling.

    Attributes:
        key: made from the words around the trigger; stays the same when the report is read anew.
        status: with its polarity: `not_planned` where it is told that it is not to be.
        entry: the lexicon entry that read it, without its number ("withdraw_troops"): a plan and its act share it.
        announced: of what somebody says, the day on which it was said, or its report's: "had said last week that …".
        words: stems of the sentence's words, for comparing contexts.
        names: parties (common ids) and places named in the sentence.
        story: those named anywhere in the report, and its countries.
        numbers: by what is counted.
    """

    key: str
    report: str
    event: str
    type: EventType
    mode: str | None
    quad: int
    status: Told
    trigger: str
    entry: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    where: Where | None
    when: When | None
    published: date | None
    announced: date | None
    numbers: Mapping[str, NumberClaim]
    sentence: int
    words: frozenset[str]
    names: frozenset[str]
    story: frozenset[str]

    @property
    def outlook(self) -> Literal["to be", "not to be", ""]:
        """Whether the act is to be, or is not to be, or "": something is told of what has been."""
        return "to be" if self.status in INTENDED else "not to be" if self.status in REFUSED else ""

    @property
    def order(self) -> tuple[str, str]:
        """Earlier reports first; does not depend on the order in which reports came in."""
        return (self.published.isoformat() if self.published else "9999", self.key)


def find_tellings(
    report: Report, actors: Mapping[tuple[str, str], str], countries: Mapping[str, str] = MappingProxyType({})
) -> tuple[Telling, ...]:
    """The tellings of one report, in the order of the text.

    Args:
        report: with its reading.
        actors: common ids by report and entity id.
        countries: by common id, where another report tells the country of a party.
    """
    return tuple(_Finder(report, actors, countries).tellings())


def telling_keys(report: Report) -> dict[str, str]:
    """The key of each event of a report, by event id: a hash of the words around its trigger and their count so far."""
    words = [match.span() for match in WORD.finditer(report.text)]
    ends = [end for _, end in words]
    seen: Counter[str] = Counter()
    keys = {}
    for event in report.reading.events:
        at = bisect_right(ends, event.trigger.start)  # the first word that ends behind that place
        around = words[max(0, at - _AROUND) : at + _AROUND + 1]
        text = " ".join(report.text[start:end].casefold() for start, end in around)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        seen[digest] += 1
        keys[event.id] = f"{report.id}:{digest}" + (f".{seen[digest]}" if seen[digest] > 1 else "")
    return keys


class _Finder:
    """Builds the tellings of one report."""

    def __init__(self, report: Report, actors: Mapping[tuple[str, str], str], countries: Mapping[str, str]) -> None:
        self._report = report
        self._actors = actors
        self._countries = countries
        reading = report.reading
        self._places = {place.id: place for place in reading.places}
        self._times = {time.id: days for time in reading.times if (days := days_of(time.value)) is not None}
        self._published = date.fromisoformat(report.day) if report.day else None
        self._beside = Beside(report, self._times, self._named())

    def tellings(self) -> Iterator[Telling]:
        keys = telling_keys(self._report)
        joined: dict[str, list[Event]] = {}
        for event in self._report.reading.events:
            joined.setdefault(self._report.head_of(event.id), []).append(event)
        for head, events in joined.items():  # a noun may recall an act that is told after it
            yield self._telling(keys[head], sorted(events, key=lambda event: event.id != head))

    def _telling(self, key: str, events: Sequence[Event]) -> Telling:
        event, report = events[0], self._report
        number = self._beside.sentence[event.id]
        text = report.sentence(number) if report.reading.sentences else ""
        told = {kind: claim for e in reversed(events) for kind in e.numbers.__struct_fields__
                if (claim := getattr(e.numbers, kind)) is not None}  # fmt: skip
        return Telling(
            key=key,
            report=report.id,
            event=event.id,
            type=event.type,
            mode=next((e.mode for e in events if e.mode), None),
            quad=event.quad,
            status=event.factuality.told,
            trigger=event.trigger.text,
            entry=event.rule.partition(".")[0],
            actors=self._parties([a for e in events for a in e.actors]),
            recipients=self._parties([a for e in events for a in e.recipients]),
            where=self._where(events),
            when=self._when(events),
            published=self._published,
            announced=report.said_on(event.attribution),
            numbers=dict(sorted(told.items())),
            sentence=number,
            words=stems(text),
            names=self._beside.names(*report.reading.sentences[number]) if report.reading.sentences else frozenset(),
            story=self._story,
        )

    def _parties(self, arguments: Sequence[Argument]) -> tuple[Party, ...]:
        found: dict[str, Party] = {}
        for argument in arguments:
            if self._beside.is_time(argument):
                continue  # "Thursday's attack" names no attacker
            entity = self._report.entities.get(argument.entity or "")
            party = self._party(argument, entity)
            found.setdefault(party.actor or party.name, party)
        return tuple(found.values())

    def _party(self, argument: Argument, entity: Entity | None) -> Party:
        name = self._report.voices.name(argument)
        office = entity.role.split() if entity and entity.role else []
        heads = {*_heads_of(name), *map(singular, office)}
        actor = self._actors.get((self._report.id, entity.id)) if entity else None
        return Party(
            name=name,
            actor=actor,
            entity=f"{self._report.id} {entity.id}" if entity else None,
            country=(entity.country if entity else None) or self._countries.get(actor or ""),
            heads=frozenset(heads - {""}),
            sectors=entity.sectors if entity else (),
            named=bool(entity and entity.named),
            person=bool(entity and entity.named and entity.type == "person"),
        )

    def _where(self, events: Sequence[Event]) -> Where | None:
        own = [self._places[e.place] for e in events if e.place in self._places]
        if own:
            return _place(own[0], "own")
        near = self._beside.only_place(self._beside.sentence[events[0].id])
        if near is not None:
            return _place(self._places[near], "sentence")
        most = self._beside.commonest_place
        return _place(self._places[most], "report") if most is not None else None

    def _when(self, events: Sequence[Event]) -> When | None:
        own = [self._times[e.time] for e in events if e.time in self._times]
        if own:
            return When(first=own[0][0], last=own[0][1], source="own")
        near = self._beside.only_days(self._beside.sentence[events[0].id])
        if near is not None and events[0].factuality.status not in INTENDED:
            return When(first=near[0], last=near[1], source="sentence")
        if self._published is None:
            return None
        if events[0].factuality.status in INTENDED:
            return When(first=self._published, last=self._published + _COMING, source="report")
        first, told = self._published - _RECENT, self._beside.first_day
        if told is not None and self._published - _NEWS <= told <= self._published:
            first = min(first, told)
        return When(first=first, last=self._published, source="report")

    def _named(self) -> Iterator[tuple[int, str]]:
        """Where parties are named, by their common ids or else their names, and places."""
        for entity in self._report.reading.entities:
            key = self._actors.get((self._report.id, entity.id))
            yield from ((m.start, key or fold_name(m.text)) for m in entity.mentions if m.kind == "name")
        for place in self._report.reading.places:
            yield from ((mention.start, fold_name(place.name)) for mention in place.mentions)

    @cached_property
    def _story(self) -> frozenset[str]:
        countries = {place.country for place in self._report.reading.places}
        countries |= {entity.country for entity in self._report.reading.entities}
        return self._beside.names(0, len(self._report.text)) | {f"country:{code}" for code in countries if code}


def _heads_of(name: str) -> set[str]:
    """The last word before what follows the noun, made singular, and that of what it is a part or number of.

    "Soldiers of the 4th division" gives soldier and division, "dozens of men in Homs" dozen and man.
    """
    first, *rest = _TAIL.split(name, maxsplit=2)
    words = [WORD.findall(first) or WORD.findall(name)]
    if rest and name[len(first) :].startswith("of"):
        words.append([word for word in WORD.findall(rest[0]) if not word[0].isupper()])
    return {singular(found[-1]) for found in words if found}


def _place(place: Place, source: Source) -> Where:
    return Where(
        name=place.name,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        precision=place.precision,
        source=source,
    )
