"""Reports with readings built by hand, for tests of what works across reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from onrecord.merge.report import Report
from onrecord.reading.attribution import Attribution
from onrecord.reading.commitment import Commitment
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.entity import Entity, Mention
from onrecord.reading.event import Event, Factuality, NumberClaim, Numbers
from onrecord.reading.place import Place, PlaceMention
from onrecord.reading.position import Position
from onrecord.reading.reading import MadeBy, Reading
from onrecord.reading.span import Argument, Span, Target
from onrecord.reading.time import TimeExpression

# What the hand-built world knows of its names: type, country, key in the actor base.
NAMES: Mapping[str, tuple[str, str | None, str | None]] = {
    "Northern Front": ("organization", "MLI", None),
    "Islamic State": ("organization", "IMG", "onrecord:isis"),
    "Mali": ("place", "MLI", None),
    "France": ("place", "FRA", None),
    "Moussa Keita": ("person", None, None),
    "Keita": ("person", None, None),
    "Harbour Wire": ("organization", None, None),
}
# Groups without a name: country and sectors.
GROUPS: Mapping[str, tuple[str | None, tuple[str, ...]]] = {
    "the army": (None, ("MIL",)),
    "the rebels": (None, ("REB",)),
    "the police": (None, ("COP",)),
    "Malian troops": ("MLI", ("MIL",)),
    "Ukrainian troops": ("UKR", ("MIL",)),
}
PLACES: Mapping[str, tuple[float, float, str]] = {
    "Kadi": (16.0, 2.0, "MLI"),
    "Omber": (16.1, 2.1, "MLI"),
    "Tarsk": (48.0, 20.0, "UKR"),
}
_QUADS = {
    "ASSAULT": 4, "COERCE": 4, "MOBILIZE": 4, "PROTEST": 4, "ACCUSE": 3, "RETREAT": 2, "AID": 2, "CONSULT": 1,
    "AGREE": 1, "SUPPORT": 1,
}  # fmt: skip


def act(trigger: str, kind: str = "ASSAULT", **more: Any) -> dict[str, Any]:
    """An event of the sentence that it stands with: `actors`, `recipients` (words), `place`, `day`, `says`, …."""
    return {"trigger": trigger, "type": kind, **more}


def report(key: str, day: str, *sentences: tuple[Any, ...], publisher: str | None = None) -> Report:
    """A report of sentences, each with its acts, positions and commitments (`act`, `stand`, `pledge`)."""
    text = " ".join(sentence[0] for sentence in sentences)
    return _Builder(key, day, text, publisher or key.title()).build(sentences)


def stand(holder: str, stance: str, toward: str, basis: str = "stated") -> dict[str, Any]:
    """A position of the sentence that it is handed over with."""
    return {"holder": holder, "stance": stance, "toward": toward, "basis": basis}


def pledge(by: str, action: str, trigger: str | None = None, **more: Any) -> dict[str, Any]:
    """A commitment; `trigger` is the word of the planned event that it is about."""
    return {"by": by, "action": action, "trigger_of_action": trigger, **more}


class _Builder:
    def __init__(self, key: str, day: str, text: str, publisher: str) -> None:
        self.text, self.key = text, key
        self.document = Document(id=key, text=text, publisher=publisher, published=day)
        self.entities: dict[str, Entity] = {}
        self.places: dict[str, Place] = {}
        self.times: dict[str, TimeExpression] = {}
        self.attributions: dict[str, Attribution] = {}
        self.events: list[Event] = []
        self.positions: list[Position] = []
        self.commitments: list[Commitment] = []

    def build(self, sentences: Sequence[tuple[Any, ...]]) -> Report:
        spans, at = [], 0
        for words, *rows in sentences:
            spans.append((at, at + len(words)))
            for row in rows:
                self._add(row, at)
            at += len(words) + 1
        reading = Reading(
            id=self.key,
            document=DocumentInfo.of(self.document),
            made_by=MadeBy(onrecord="0", model="0", lexicon="0"),
            sentences=tuple(spans),
            entities=tuple(self.entities.values()),
            places=tuple(self.places.values()),
            times=tuple(self.times.values()),
            attributions=tuple(self.attributions.values()),
            events=tuple(self.events),
            positions=tuple(self.positions),
            commitments=tuple(self.commitments),
        )
        return Report(self.key, self.text, msgspec.json.decode(msgspec.json.encode(reading), type=Reading))

    def _add(self, row: dict[str, Any], at: int) -> None:
        if "trigger" in row:
            self._event(row, at)
        elif "holder" in row:
            toward = Target(**self._span(row["toward"], at))
            self.positions.append(
                Position(
                    id=f"P{len(self.positions) + 1}",
                    holder=self._argument(row["holder"], at),
                    stance=row["stance"],
                    basis=row["basis"],
                    toward=toward,
                    evidence=(Span(**self._span(row["toward"], at)),),
                )
            )
        else:
            trigger = row["trigger_of_action"]
            event = next((event.id for event in self.events if event.trigger.text == trigger), None)
            self.commitments.append(
                Commitment(
                    id=f"C{len(self.commitments) + 1}",
                    by=self._argument(row["by"], at),
                    toward=None,
                    action=Target(**self._span(row["action"], at), event=event),
                    polarity=row.get("polarity", "positive"),
                    kind=row.get("kind", "promise"),
                    due=self._time(row["due"], at) if "due" in row else None,
                    attribution=None,
                    evidence=(),
                )
            )

    def _event(self, row: dict[str, Any], at: int) -> None:
        status = row.get("status", "happened")
        for told in row.get("times", ()):  # that are not of the act
            self._time(told, at)
        claims = {
            kind: NumberClaim(**self._span(words, at), low=low, high=high)
            for kind, (words, low, high) in row.get("numbers", {}).items()
        }
        self.events.append(
            Event(
                id=f"E{len(self.events) + 1}",
                type=row["type"],
                mode=row.get("mode"),
                contexts=(),
                cameo=None,
                quad=_QUADS[row["type"]],
                score=0.0,
                trigger=Span(**self._span(row["trigger"], at)),
                actors=tuple(self._argument(words, at) for words in row.get("actors", ())),
                recipients=tuple(self._argument(words, at) for words in row.get("recipients", ())),
                place=self._place(row["place"], at) if "place" in row else None,
                time=self._time(row["day"], at) if "day" in row else None,
                factuality=Factuality(status=status, polarity=row.get("polarity", "positive"), certainty="certain"),
                attribution=self._attribution(row["says"], at, row.get("cue")) if "says" in row else None,
                numbers=Numbers(**claims),
                same_as=row.get("same_as"),
                rule=row.get("rule", f"{row['trigger'].lower()}.v.1"),
            )
        )

    def _span(self, words: str, at: int) -> dict[str, Any]:
        start = self.text.index(words, at)
        return {"start": start, "end": start + len(words), "text": words}

    def _argument(self, words: str, at: int) -> Argument:
        span = self._span(words, at)
        kind, country, actor = NAMES.get(words, ("group", None, None))
        sectors: tuple[str, ...] = ()
        if words in GROUPS:
            country, sectors = GROUPS[words]
        key = f"T{list(self.entities).index(words) + 1 if words in self.entities else len(self.entities) + 1}"
        mention = Mention(**span, kind="name" if words in NAMES else "nominal")
        held = self.entities.get(words)
        self.entities[words] = Entity(
            id=key,
            name=words,
            type=kind,  # type: ignore[arg-type]
            named=words in NAMES,
            country=country,
            sectors=sectors,
            actor=actor,
            mentions=(*held.mentions, mention) if held else (mention,),
        )
        return Argument(**span, entity=key)

    def _place(self, name: str, at: int) -> str:
        lat, lon, country = PLACES[name]
        held = self.places.get(name)
        mention = PlaceMention(**self._span(name, at), use="literal")
        self.places[name] = Place(
            id=held.id if held else f"L{len(self.places) + 1}",
            name=name,
            geonameid=None,
            lat=lat,
            lon=lon,
            country=country,
            admin1=None,
            feature="PPL",
            precision="place",
            mentions=(*held.mentions, mention) if held else (mention,),
        )
        return self.places[name].id

    def _time(self, told: tuple[str, str], at: int) -> str:
        words, value = told
        span = self._span(words, at)
        key = f"D{len(self.times) + 1}"
        self.times[key] = TimeExpression(**span, id=key, type="DATE", value=value)
        return key

    def _attribution(self, words: str, at: int, cue: str | None) -> str:
        key = f"A{len(self.attributions) + 1}"
        source, word = self._argument(words, at), Span(**self._span(cue, at)) if cue else None
        self.attributions[key] = Attribution(id=key, source=source, cue=word, content=(), manner="indirect")
        return key
