"""Lines of a dictionary without comments, and remarks on those that cannot be carried over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE = re.compile(r"<!--.*?-->")
CODES = re.compile(r"\[([^\[\]]*)\]")
NULL = "---"


class Line(msgspec.Struct, frozen=True):
    """One line that says something: its number from 1, its text without comments, and as it stood."""

    number: int
    text: str
    raw: str


class Remark(msgspec.Struct, frozen=True):
    """Why a line is not carried over, or not whole."""

    line: int
    because: str
    text: str


def read_lines(text: str, *, semicolons: bool = False) -> Iterator[Line]:
    """The lines that say something; comments are cut at the first `#` (also `;`, if asked) and at `<!-- -->`."""
    inside = False
    for number, raw in enumerate(text.splitlines(), start=1):
        if inside:
            inside = "-->" not in raw
            continue
        line = _INLINE.sub("", raw)
        if "<!--" in line:
            line, inside = line.split("<!--")[0], True
        if line.lstrip().startswith("<!"):
            continue
        line = line.split("#", 1)[0]
        if semicolons:
            line = line.split(";", 1)[0]
        if line.strip():
            yield Line(number, line.rstrip(), raw.strip())


def phrase_words(phrase: str) -> list[str]:
    """The words of a phrase in lower case: `_` and blanks part them, and a final `_` says nothing more."""
    return phrase.replace("_", " ").lower().split()
