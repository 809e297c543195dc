"""Why a reading holds a line: the words, the lexicon entry, the paths, the cues, the speakers, the parse."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.language.printed import as_read, put_back
from onrecord.reading.document import Document
from onrecord.reading.event import Factuality, NumberClaim
from onrecord.reading.place import Place
from onrecord.reading.reading import Reading
from onrecord.reading.span import Span, in_one_line
from onrecord.reading.spelled import spell_count, spell_told
from onrecord.reading.who_says import WhoSays
from onrecord.resources import Resources
from onrecord.stages.places import weigh_candidates

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_NAME_CHARS, _WIDTH = 12, 100  # of a field's name, and of what stands beside it
_SECTIONS = ("events", "attributions", "positions", "commitments", "places", "times", "entities")


def explain(document: Document, reading: Reading, doc: Doc, key: str, know: Resources) -> str:
    """A page of text on the line `key` (E3, A1, P2, C1, L4, D1, T7) of `reading`, as `read_words` made it of `doc`.

    Raises:
        InputError: the reading has no such line.
    """
    item = next((i for name in _SECTIONS for i in getattr(reading, name) if i.id == key), None)
    if item is None:
        last = [getattr(reading, name)[-1].id for name in _SECTIONS if getattr(reading, name)]
        raise InputError(f"explain {key}", f"the reading of {document.id} has no such line", f"Try {', '.join(last)}")
    printed = as_read(document.text, know.lexicon)
    told, shown = put_back(reading, printed), put_back(item, printed)
    lines = [f"{key}: {type(item).__name__}"]
    lines += _sentences(shown, told, document.text)
    lines += _fields(shown, WhoSays(told), told)
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


def _sentences(item: Any, reading: Reading, text: str) -> list[str]:  # noqa: ANN401
    spans = spans_of(item)[:4]
    lines: list[str] = []
    for start, end in reading.sentences:
        if any(span.start < end and span.end > start for span in spans):
            lines.append(f"  [{start}:{end}] {in_one_line(text[start:end])}")
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
            lines += _laid_out(name, [told])
    if getattr(item, "attribution", None):
        lines.append(f"  {'told by':12} {says.told_by(item.attribution)}")
        lines += [
            f"  {'cue':12} {link.id} “{link.cue.text}”" for link in says.chain(item.attribution) if link.cue is not None
        ]
    return lines


def _value(value: Any, named: Mapping[str, str]) -> str:  # noqa: ANN401
    """A value in words; `named` says what the ids of places, times and entities stand for."""
    if isinstance(value, Factuality):
        cues = f", shown by {_value(value.cues, named)}" if value.cues else ""
        return f"{spell_told(value.told)}, {value.certainty}{cues}"
    if isinstance(value, Span):
        return _words(value, named)
    if isinstance(value, tuple):
        return "; ".join(_value(part, named) for part in value)
    if hasattr(value, "__struct_fields__"):
        parts = ((name, getattr(value, name)) for name in value.__struct_fields__)
        return ", ".join(f"{name} {_value(part, named)}" for name, part in parts if part not in (None, ()))
    return _called(_spelled(value), named)


def _words(span: Span, named: Mapping[str, str]) -> str:
    """Words with their place, and what they count or stand for."""
    key = getattr(span, "entity", None) or getattr(span, "event", None)
    words = span.words
    stands_for = f" = {_called(key, named) if named.get(key) != words else key}" if key else ""
    counted = f"{spell_count(span.low, span.high)} " if isinstance(span, NumberClaim) else ""
    return f"{counted}“{words}” [{span.start}:{span.end}]{stands_for}"


def _called(key: str, named: Mapping[str, str]) -> str:
    return f"{key} {named[key]}" if key in named else key


def _rule(item: Any, know: Resources) -> list[str]:  # noqa: ANN401
    rule = getattr(item, "rule", None)
    entries = (entry for kind in ("event", "toll") for entry in know.lexicon.entries(kind))
    entry = next((entry for entry in entries if entry.get("id") == rule), None) if rule else None
    if entry is None:
        return []
    told = ((name, _entry_lines(value)) for name, value in entry.items() if name != "id")
    return ["", f"Lexicon entry {rule}", *(line for name, lines in told for line in _laid_out(name, lines))]


def _entry_lines(value: Any) -> list[str]:  # noqa: ANN401 - what a lexicon file may hold
    """What a field of an entry holds, in lines: a condition each, an example each, else words with commas between."""
    if isinstance(value, Mapping):
        return [f"{path}: {_spelled(words)}" for path, words in value.items()]
    if isinstance(value, list) and any(" " in str(one) for one in value):
        return [str(one) for one in value]
    return [_spelled(value)]


def _spelled(value: Any) -> str:  # noqa: ANN401 - what a lexicon file may hold
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _laid_out(name: str, lines: Sequence[str]) -> list[str]:
    """A name with its lines beside it, the long ones folded."""
    indent = " " * (_NAME_CHARS + 3)
    folded = [part for line in lines for part in textwrap.wrap(line, _WIDTH, break_on_hyphens=False)]
    return [f"  {name:{_NAME_CHARS}} {folded[0]}", *(indent + part for part in folded[1:])] if folded else []


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
