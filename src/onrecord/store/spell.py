"""A reading spelt out as rows of the project file's tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from onrecord.reading.days import days_of
from onrecord.reading.event import Event
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument, Span, Target
from onrecord.reading.who_says import WhoSays

Row = Mapping[str, Any]


def spell(report_id: str, reading: Reading) -> dict[str, list[Row]]:
    """Rows by table, each by column name, those of a table with the same columns; ids in them are the reading's own."""
    tables: dict[str, list[Row]] = {}
    for table, row in _Spelling(reading).rows():
        tables.setdefault(table, []).append({"report_id": report_id, **row})
    return tables


class _Spelling:
    """One reading with what its rows look up: entities by id, chains of speakers, sentences by offset."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._voices = WhoSays(reading)
        self._entities = {entity.id: entity for entity in reading.entities}
        self._days = {
            time.id: (days[0].isoformat(), days[1].isoformat())
            for time in reading.times
            if (days := days_of(time.value))
        }
        self._published = (reading.document.published or "")[:10] or None
        self._geonames = {place.id: place.geonameid for place in reading.places}
        self._starts = [start for start, _ in reading.sentences]

    def rows(self) -> Iterator[tuple[str, Row]]:
        reading = self._reading
        for n, (start, end) in enumerate(reading.sentences):
            yield "sentences", {"n": n, "start": start, "end": end}
        for entity in reading.entities:
            own = _fields(entity, "name type named count country actor role")
            lists = {"sectors": _json(entity.sectors), "member_of": _json(entity.member_of)}
            yield "entities", {"entity_id": entity.id, **own, **lists, "mentions": len(entity.mentions)}
        for place in reading.places:
            own = _fields(place, "name geonameid lat lon country admin1 feature precision confidence")
            yield "places", {"place_id": place.id, **own}
        for time in reading.times:
            first, last = self._days.get(time.id, (None, None))
            own = {**_fields(time, "start end type value mod"), "text": time.words}
            yield "times", {"time_id": time.id, **own, "first_day": first, "last_day": last}
        yield from self._attributions()
        for event in reading.events:
            yield from self._event(event)
        yield from self._positions()
        yield from self._commitments()
        for n, label in enumerate(reading.labels):
            own = {"text": label.words, **_fields(label, "start end scare_quotes")}
            about = {"entity_id": label.entity, "entity_name": self._name(label.entity)}
            told = {"attribution_id": label.attribution, "published": reading.document.published}
            yield "labels", {"n": n, **about, **own, **told}

    def _attributions(self) -> Iterator[tuple[str, Row]]:
        reading = self._reading
        for said in reading.attributions:
            yield (
                "attributions",
                {
                    "attribution_id": said.id,
                    "source_text": said.source.words if said.source else None,
                    "source_entity": said.source.entity if said.source else None,
                    "source_name": self._name(said.source.entity if said.source else None),
                    "cue": said.cue.words if said.cue else None,
                    "manner": said.manner,
                    "via": _json(said.via),
                    "within": said.within,
                    "told_by": self._voices.told_by(said.id),
                    "content": " … ".join(span.words for span in said.content),
                    "published": reading.document.published,
                },
            )

    def _event(self, event: Event) -> Iterator[tuple[str, Row]]:
        key = {"event_id": event.id}
        day = self._days.get(event.time or "", (self._published,))[0]
        yield (
            "events",
            {
                **key,
                **_fields(event, "type mode cameo quad score same_as rule"),
                **_fields(event.factuality, "status polarity certainty"),
                "contexts": _json(event.contexts),
                "trigger_text": event.trigger.words,
                "trigger_start": event.trigger.start,
                "trigger_end": event.trigger.end,
                "sentence": self._sentence(event.trigger),
                "place_id": event.place,
                "time_id": event.time,
                "attribution_id": event.attribution,
                "geonameid": self._geonames.get(event.place or ""),
                "sort_day": day,
            },
        )
        for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
            for n, party in enumerate(parties):
                entity = self._entities.get(party.entity or "")
                yield (
                    "event_parties",
                    {
                        **key,
                        "side": side,
                        "n": n,
                        **self._party(party),
                        "country": entity.country if entity else None,
                        "sort_day": day,
                    },
                )
        for kind in event.numbers.__struct_fields__:
            claim = getattr(event.numbers, kind)
            if claim is not None:
                yield (
                    "event_numbers",
                    {**key, "kind": kind, "text": claim.words, **_fields(claim, "low high start end")},
                )

    def _positions(self) -> Iterator[tuple[str, Row]]:
        for position in self._reading.positions:
            yield (
                "positions",
                {
                    "position_id": position.id,
                    **self._party(position.holder, "holder_"),
                    **_fields(position, "stance basis"),
                    **_target(position.toward),
                    "conditions": _words(position.conditions),
                    "attribution_id": position.attribution,
                    "evidence": _words(position.evidence),
                    "start": position.holder.start,
                    "sort_day": self._published,
                    "sentence": self._sentence(*position.evidence, position.holder),
                },
            )

    def _commitments(self) -> Iterator[tuple[str, Row]]:
        for promise in self._reading.commitments:
            yield (
                "commitments",
                {
                    "commitment_id": promise.id,
                    **self._party(promise.by, "by_"),
                    **_target(promise.toward),
                    "action_text": promise.action.words,
                    "action_event": promise.action.event,
                    **_fields(promise, "polarity due kind"),
                    "conditions": _words(promise.conditions),
                    "attribution_id": promise.attribution,
                    "evidence": _words(promise.evidence),
                    "start": promise.action.start,
                    "sort_day": self._published,
                    "sentence": self._sentence(promise.action),
                },
            )

    def _party(self, party: Argument, prefix: str = "") -> Row:
        entity = self._entities.get(party.entity or "")
        return {
            f"{prefix}text": party.words,
            f"{prefix}name": self._voices.name(party),
            f"{prefix}entity" if prefix else "entity_id": party.entity,
            f"{prefix}actor": entity.actor if entity else None,
        }

    def _name(self, entity_id: str | None) -> str | None:
        entity = self._entities.get(entity_id or "")
        return entity.name if entity else None

    def _sentence(self, *spans: Span) -> int | None:
        """The number of the sentence that holds the first of `spans`; None between sentences."""
        start = spans[0].start
        n = bisect_right(self._starts, start) - 1
        return n if n >= 0 and start < self._reading.sentences[n][1] else None


def _fields(value: msgspec.Struct, names: str) -> Row:
    return {name: getattr(value, name) for name in names.split()}


def _target(target: Target | None) -> Row:
    return {
        "toward_text": target.words if target else None,
        "toward_event": target.event if target else None,
        "toward_entity": target.entity if target else None,
    }


def _words(spans: Iterable[Span]) -> str:
    return _json([span.words for span in spans])


def _json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return msgspec.json.encode(value, order="sorted").decode()
