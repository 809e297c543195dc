"""Find what is printed around a report's sentences: captions, credits, headings, bylines, datelines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.language.text import text_of
from onrecord.reading.reading import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.document import Document

_LINE = re.compile(r"[^\n]+")
_PIECE = re.compile(r"\{([a-z]+)\}")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_QUOTED = re.compile(r"[\"“‘']([^\"“”]{2,60})[\"”’']")
_FINAL = re.compile(r"[.!?;:,…][\"”’')\]]*$")
_LIST_ITEM = re.compile(r"[-–—•*\d(]")
_EXTENTS = ("line", "start", "end")
_EDGE_LINES = 8
_LONG_LINE = 100
_HEADING_WORDS = 10
_HEADLINE_WORDS = 20
_QUOTED_WORDS = 5
_LONG_REPORT = 3
_ANY_LENGTH = 10_000  # words


class _Line(msgspec.Struct, frozen=True):
    start: int
    end: int
    text: str
    words: int


class _Pattern(msgspec.Struct, frozen=True):
    shape: re.Pattern[str]
    kind: Any
    extent: str
    where: str
    max_words: int

    def span(self, line: _Line) -> tuple[int, int] | None:
        """Where in the text the pattern holds, if it holds for the line."""
        if line.words > self.max_words:
            return None
        if self.extent == "line":
            return (line.start, line.end) if self.shape.fullmatch(line.text) else None
        found = self.shape.match(line.text) if self.extent == "start" else self.shape.search(line.text)
        if found is None or (self.extent == "end" and found.end() != len(line.text)):
            return None
        # the part may hold blanks at its edges: they belong to neither side
        part = found.group()
        start = line.start + found.start() + len(part) - len(part.lstrip())
        return start, start + len(part.strip())


def find_furniture(doc: Doc, document: Document, lexicon: Lexicon) -> tuple[Furniture, ...]:
    """Lines and ends of lines that are no sentences of the report, in the order of its text.

    A caption, credit or heading is given as its whole line; a dateline ("DAMASCUS (AFP) —"), and an agency or the names
    of editors after a last sentence, as just those words. A line that could be a sentence is left to the reading: doubt
    counts for it.
    """
    lines = _lines(text_of(doc))
    patterns = _patterns(lexicon)
    title = _folded(document.title or "")
    last_long = max((at for at, line in enumerate(lines) if line.end - line.start > _LONG_LINE), default=-1)
    found: list[Furniture] = []
    for index, line in enumerate(lines):
        if title and _folded(line.text) == title:
            found.append(Furniture(start=line.start, end=line.end, kind="heading"))
            continue
        parts = list(_by_pattern(line, index, len(lines), patterns))
        if not parts and _is_heading(lines, index, last_long, doc, lexicon):
            parts = [Furniture(start=line.start, end=line.end, kind="heading")]
        found.extend(parts)
    return tuple(found)


def _lines(text: str) -> list[_Line]:
    lines = []
    for found in _LINE.finditer(text):
        stripped = found.group().strip()
        if stripped:
            start = found.start() + found.group().index(stripped)
            lines.append(_Line(start, start + len(stripped), stripped, len(_WORD.findall(stripped))))
    return lines


def _by_pattern(line: _Line, index: int, count: int, patterns: tuple[_Pattern, ...]) -> Iterator[Furniture]:
    """The whole line by the first pattern that holds, else what stands at its start and its end."""
    seen: set[str] = set()
    end = line.start
    for pattern in patterns:
        if pattern.extent in seen or not _stands(pattern.where, index, count):
            continue
        span = pattern.span(line)
        if span is None or span[0] < end:
            continue
        yield Furniture(start=span[0], end=span[1], kind=pattern.kind)
        if pattern.extent == "line":
            return
        seen.add(pattern.extent)
        end = span[1]


def _stands(where: str, index: int, count: int) -> bool:
    head, tail = index < _EDGE_LINES, index >= count - _EDGE_LINES
    return where == "any" or (head and where in {"head", "edge"}) or (tail and where in {"tail", "edge"})


def _is_heading(lines: list[_Line], index: int, last_long: int, doc: Doc, lexicon: Lexicon) -> bool:
    """A short line of its own without an end of sentence, between or before longer ones, of which the last is known.

    A first line in capitals needs no longer one behind it.
    """
    line = lines[index]
    if index >= last_long and not (index == 0 and len(lines) > 1 and line.text.isupper()):
        return False
    if quoted := _QUOTED.fullmatch(line.text):
        return line.words <= _QUOTED_WORDS and _is_no_speech(quoted.group(1), line, doc, lexicon)
    if not line.text[0].isupper() or _FINAL.search(line.text) or _LIST_ITEM.match(line.text) or not line.words:
        return False
    if index + 1 < len(lines) and lines[index + 1].text[0].islower():  # a sentence broken over lines
        return False
    if index == 0 and line.words <= _HEADLINE_WORDS:
        return True
    return line.words <= _HEADING_WORDS and len(lines) > _LONG_REPORT and line.text[0] not in "\"“‘'"


def _is_no_speech(words: str, line: _Line, doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a short quoted line names something rather than says something."""
    if words[-1:] in ".,!;:…-–—" or not words[0].isupper():
        return False
    if not lexicon.list("furniture_speech").isdisjoint(word.lower() for word in _WORD.findall(words)):
        return False
    span = doc.char_span(line.start, line.end, alignment_mode="expand")
    return span is None or not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in span)


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[_Pattern, ...]:
    """Compiled patterns: those of whole lines, of starts, of ends."""
    pieces = {name: f"(?:{shape})" for name, shape in lexicon.map("furniture_shape").items()}
    agencies = sorted(lexicon.list("furniture_agency"), key=lambda name: (-len(name), name))
    pieces["agency"] = "(?:" + "|".join(re.escape(name) for name in agencies) + r")(?!\w)"
    entries = sorted(
        lexicon.entries("furniture_pattern"), key=lambda entry: _EXTENTS.index(entry.get("extent", "line"))
    )
    return tuple(
        _Pattern(
            shape=re.compile(_PIECE.sub(lambda piece: pieces[piece.group(1)], entry["pattern"])),
            kind=entry["kind"],
            extent=entry.get("extent", "line"),
            where=entry.get("where", "any"),
            max_words=entry.get("max_words", _ANY_LENGTH),
        )
        for entry in entries
    )
