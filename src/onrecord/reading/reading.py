"""The reading of one report: everything said in it, and on whose word."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from onrecord.reading.attribution import Attribution
from onrecord.reading.commitment import Commitment
from onrecord.reading.document import DocumentInfo
from onrecord.reading.entity import Entity
from onrecord.reading.event import Event
from onrecord.reading.label import Label
from onrecord.reading.place import Place
from onrecord.reading.position import Position
from onrecord.reading.time import TimeExpression


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A caption, credit, heading or byline: kept, never read as an assertion."""

    start: int
    end: int
    kind: Literal["caption", "credit", "heading", "byline", "dateline", "other"]

    @property
    def tells(self) -> bool:
        """Whether its words tell of acts and of who says so, as a headline's do."""
        return self.kind == "heading"


class MadeBy(msgspec.Struct, frozen=True, kw_only=True):
    """Versions of what made the reading."""

    onrecord: str
    model: str
    lexicon: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One report's record. Events, attributions and mentions stand in the order of the text."""

    schema: Literal["onrecord.reading/1"] = "onrecord.reading/1"
    id: str
    document: DocumentInfo
    made_by: MadeBy
    sentences: tuple[tuple[int, int], ...]
    furniture: tuple[Furniture, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    labels: tuple[Label, ...] = ()


def write_json(reading: Reading) -> bytes:
    """One line of JSON (UTF-8, no line break); the same reading always gives the same bytes."""
    return msgspec.json.encode(reading)


def load_json(line: bytes | str) -> Reading:
    """Read back what `write_json` wrote.

    Raises:
        msgspec.ValidationError: the JSON is not a reading of this schema.
    """
    return msgspec.json.decode(line, type=Reading)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a reading."""
    return msgspec.json.schema(Reading)
