"""Why a reading holds a line: the words, the lexicon entry, the paths, the cues, the speakers, the parse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.reading.place import Place
from onrecord.reading.reading import Reading
from onrecord.reading.span import Span
from onrecord.reading.who_says import WhoSays
from onrecord.resources import Resources
from onrecord.stages.places import weigh_candidates

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_SECTIONS = ("events", "attributions", "positions", "commitments", "places", "times", "entities")


def explain(document: Document, reading: Reading, doc: Doc, key: str, know: Resources) -> str:
    """A page of text on the line `key` (E3, A1, P2, C1, L4, D1, T7) of `reading`.

    Raises:
        InputError: the reading has no such line.
    """
    item = next((i for name in _SECTIONS for i in getattr(reading, name) if i.id == key), None)
    if item is None:
        last = [getattr(reading, name)[-1].id for name in _SECTIONS if getattr(reading, name)]
        raise InputError(f"explain {key}", f"the reading of {document.id} has no such line", f"Try {', '.join(last)}")
    says = WhoSays(reading)
    lines = [f"{key}: {type(item).__name__}"]
    lines += _sentences(item, reading, doc)
    lines += _fields(item, says, reading)
    lines += _rule(item, know)
    if isinstance(item, Place):
        lines += _candidates(item, document, reading, doc, know)
    lines += _parse(item, doc)
    return "\n".join(lines)


def spans_of(value: Any) -> list[Span]:  # noqa: ANN401 - walks any noun
    """Every span in a noun of the reading, in the order of its fields."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for part in value for span in spans_of(part)]
    if hasattr(value, "__struct_fields__"):
        return [span for name in value.__struct_fields__ for span in spans_of(getattr(value, name))]
    return []


def _sentences(item: Any, reading: Reading, doc: Doc) -> list[str]:  # noqa: ANN401
    spans = spans_of(item)[:4]
    lines: list[str] = []
    for start, end in reading.sentences:
        if any(span.start < end and span.end > start for span in spans):
            lines.append(f"  [{start}:{end}] {' '.join(doc.text[start:end].split())}")
    return ["", "Words", *lines]


def _fields(item: Any, says: WhoSays, reading: Reading) -> list[str]:  # noqa: ANN401
    lines = ["", "Line"]
    named = {place.id: place.name for place in reading.places}
    named |= {time.id: f"“{time.text}” {time.value}" for time in reading.times}
    named |= {entity.id: " ".join(entity.name.split()) for entity in reading.entities}
    for name in item.__struct_fields__:
        value = getattr(item, name)
        told = _value(value, named)
        if name not in ("id", "start", "end", "text", "mentions") and told not in ("None", ""):
            lines.append(f"  {name:12} {told}")
    if getattr(item, "attribution", None):
        lines.append(f"  {'told by':12} {says.told_by(item.attribution)}")
        lines += [
            f"  {'cue':12} {link.id} “{link.cue.text}”" for link in says.chain(item.attribution) if link.cue is not None
        ]
    return lines


def _value(value: Any, named: Mapping[str, str]) -> str:  # noqa: ANN401
    """A value in words; `named` says what the ids of places, times and entities stand for."""
    if isinstance(value, Span):
        key = getattr(value, "entity", None) or getattr(value, "event", None)
        words = " ".join(value.text.split())
        stands_for = f" = {_called(key, named) if named.get(key) != words else key}" if key else ""
        return f"“{words}” [{value.start}:{value.end}]{stands_for}"
    if isinstance(value, tuple):
        return "; ".join(_value(part, named) for part in value)
    if hasattr(value, "__struct_fields__"):
        parts = ((name, getattr(value, name)) for name in value.__struct_fields__)
        return ", ".join(f"{name} {_value(part, named)}" for name, part in parts if part not in (None, ()))
    return _called(str(value), named)


def _called(key: str, named: Mapping[str, str]) -> str:
    return f"{key} {named[key]}" if key in named else key


def _rule(item: Any, know: Resources) -> list[str]:  # noqa: ANN401
    rule = getattr(item, "rule", None)
    entries = (entry for kind in ("event", "toll") for entry in know.lexicon.entries(kind))
    entry = next((entry for entry in entries if entry.get("id") == rule), None) if rule else None
    if entry is None:
        return []
    return ["", f"Lexicon entry {rule}", *(f"  {name:12} {value}" for name, value in entry.items() if name != "id")]


def _candidates(place: Place, document: Document, reading: Reading, doc: Doc, know: Resources) -> list[str]:
    """The places that the name could mean, best first, with what speaks for each."""
    found = weigh_candidates(doc, document, reading.entities, know.lexicon, know.gazetteer)
    lines = ["", "Candidates    score = itself + others close by + same land + holder + near settled places"]
    for row in found.get(place.mentions[0].start, ()):
        parts = " ".join(f"{part:6.2f}" for part in (row.total, *row[1:]))
        spot = row.spot
        where = ", ".join(str(word) for word in (spot.feature, spot.country, spot.admin1) if word)
        lines.append(f"  {parts}   {spot.name} ({where}; {spot.population:,} people; {spot.geonameid})")
    return lines


def _parse(item: Any, doc: Doc) -> list[str]:  # noqa: ANN401
    spans = spans_of(item)
    if not spans:
        return []
    anchor = doc.char_span(spans[0].start, spans[0].end, alignment_mode="expand")
    if anchor is None:
        return []
    trigger = getattr(item, "trigger", None)
    lines = ["", "Parse"]
    marked = doc.char_span(trigger.start, trigger.end, alignment_mode="expand") if trigger else None
    indices = {token.i for token in marked} if marked is not None else set[int]()
    for token in anchor.root.sent:
        if token.pos_ != "SPACE":
            mark = "*" if token.i in indices else " "
            lines.append(f" {mark}{token.text:18} {token.pos_:6} {token.dep_:12} {_head(token)}")
    return lines


def _head(token: Token) -> str:
    return "" if token.head == token else f"of {token.head.text}"
