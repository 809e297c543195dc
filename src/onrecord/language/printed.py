"""A text as it is printed and as it is read.

Files hold what nobody reads: line ends of a wrapped text, marks of where a word may be broken, blanks of many kinds,
letters in two parts ("e" and its accent), two letters in one ("ﬁ"), codes of web pages ("&amp;"), characters that went
through a wrong encoding ("donâ€™t"). The language step reads the text without them, and what it finds is put back:
offsets of a reading count characters of the untouched text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Container, Iterable, Iterator
from html.entities import html5
from typing import Any, TypeVar

import msgspec

from onrecord.language.line_ends import Line, soft_ends
from onrecord.language.miscoded import MISCODED, as_meant
from onrecord.reading.markup import find_markup
from onrecord.reading.reading import Furniture, Reading
from onrecord.reading.span import UNSEEN, Span

_BLANK = r" \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_END = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_ODD = re.compile(
    rf"(?P<end>(?P<dash>(?<=[^\W\d_])[-\u2010])?[{_BLANK}\t{UNSEEN}]*(?P<bare>{_LINE_END})[{_BLANK}\t{UNSEEN}]*)"
    rf"|(?P<blank>[{_BLANK}\t{UNSEEN}]{{2,}}|[^\S \n\t\r\v\f\x85\u2028\u2029])|(?P<unseen>[{UNSEEN}])"
    r"|(?P<letters>[\ufb00-\ufb06]|\w[\u0300-\u036f]+)|(?P<hyphen>[\u2010\u2011])"
    rf"|(?P<wrong>{MISCODED})"
    r"|(?P<code>&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,5});)"
)
_RARE = re.compile(r"[^\x00-\x7f]|[\r\v\f]|[ \t]\n|\n[ \t]|[ \t]{2}|[^\n]\n[^\n]|&[A-Za-z#]")
_LINE_ENDS = re.compile(_LINE_END)
_UNSEEN_MARKS = re.compile(rf"[{UNSEEN}]")
_JOINED = re.compile(r"[^\W\d_](?:--|—|–)$")  # words that are broken after a dash without blanks
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_LONGEST_WORD = 40

Noun = TypeVar("Noun")


class Printed(msgspec.Struct, frozen=True):
    """A text as it is read, and where its characters stand in print.

    Attributes:
        printed: the untouched text.
        text: as it is read.
        starts: for each character that is read where the printed one starts; empty where both texts are one.
        ends: where it ends.
    """

    printed: str
    text: str
    starts: array[int]
    ends: array[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of what is read stands in print."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.printed)
            return at, at
        return self.starts[start], self.ends[end - 1]


def as_read(text: str, words: Container[str]) -> Printed:
    """The text without what only print needs, and without markup where it holds any.

    Args:
        text: as it is printed.
        words: that are known, in small letters: one that a line end breaks ("govern-", "ment") is put together where it
            is one of these, or stands whole elsewhere in the text.
    """
    bare = _replaced(text, ((piece.start, piece.end, piece.new) for piece in find_markup(text)))
    read = _replaced(bare.text, _changes(bare.text, words))
    if bare.text is text:
        return read
    if read.text is bare.text:
        return bare
    spots = [bare.back(start, end) for start, end in zip(read.starts, read.ends, strict=True)]
    return Printed(text, read.text, array("l", [start for start, _ in spots]), array("l", [end for _, end in spots]))


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> Printed:
    parts: list[str] = []
    starts, ends = array("l"), array("l")
    last = 0
    for start, end, new in changes:
        parts += (text[last:start], new)
        starts.extend((*range(last, start), *([start] * len(new))))
        ends.extend((*range(last + 1, start + 1), *([end] * len(new))))
        last = end
    if parts:
        parts.append(text[last:])
        starts.extend(range(last, len(text)))
        ends.extend(range(last + 1, len(text) + 1))
    return Printed(text, "".join(parts) if parts else text, starts, ends)


def put_back(value: Noun, printed: Printed) -> Noun:
    """A noun of a reading with its offsets and words as they are printed."""
    return value if printed.text is printed.printed else _put_back(value, printed)


def _put_back(value: Any, printed: Printed) -> Any:  # noqa: ANN401 - walks any noun
    if isinstance(value, tuple):
        return tuple([_put_back(part, printed) for part in value])
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {name: _put_back(getattr(value, name), printed) for name in value.__struct_fields__}
    if isinstance(value, Span | Furniture):
        fields["start"], fields["end"] = printed.back(value.start, value.end)
    if isinstance(value, Span):
        fields["text"] = printed.printed[fields["start"] : fields["end"]]
    if isinstance(value, Reading):
        fields["sentences"] = tuple([_sentence(start, end, printed) for start, end in value.sentences])
    return type(value)(**fields)


def _sentence(start: int, end: int, printed: Printed) -> tuple[int, int]:
    """Sentences lie side by side: what is not read after one belongs to it."""
    return (printed.back(start, start)[0] if start else 0), printed.back(end, end)[0]


def _changes(text: str, words: Container[str]) -> Iterator[tuple[int, int, str]]:
    """What is read otherwise than it is printed: where it starts and ends, and what is read."""
    if not _RARE.search(text):
        return
    soft = _soft(text)
    own: frozenset[str] = frozenset()
    for found in _ODD.finditer(text):
        if found["dash"] and not own:  # few texts break a word
            own = _own_words(text)
        new = _end_as_read(text, found, soft, (own, words)) if found["end"] else _letters_as_read(found)
        if new != found.group():
            yield found.start(), found.end(), new


def _letters_as_read(found: re.Match[str]) -> str:
    kind, words = found.lastgroup, found.group()
    if kind == "letters":
        return unicodedata.normalize("NFKC" if len(words) == 1 else "NFC", words)
    if kind == "code":
        letters = html.unescape(words) if words[1] == "#" else html5.get(words[1:], words)
        return " " if letters.isspace() else letters
    if kind == "wrong":
        return as_meant(words)
    if kind == "blank":
        blanks = _UNSEEN_MARKS.sub("", words)
        return "\t" if "\t" in blanks else blanks and " "
    return "-" if kind == "hyphen" else ""


def _end_as_read(
    text: str, found: re.Match[str], soft: frozenset[int], words: tuple[frozenset[str], Container[str]]
) -> str:
    dash = "-" if found["dash"] else ""
    before, following = text[max(0, found.start() - 3) : found.start()], text[found.end() : found.end() + 1]
    if found.start("bare") not in soft and not (dash and following.islower()):
        return f"{dash}\n"
    if dash and following.isalnum():
        return "" if _is_broken(text, found.start(), found.end(), words) else dash
    return "" if _JOINED.search(before) and following.isalnum() else f"{dash} "


def _is_broken(text: str, start: int, end: int, words: tuple[frozenset[str], Container[str]]) -> bool:
    """Whether the hyphen between two parts of a word is there for the line end alone: "govern-" and "ment".

    `words` are the text's own, and those that are known.
    """
    one = _WORD_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
    other = _WORD_BEHIND.match(text[end : end + _LONGEST_WORD])
    if one is None or other is None or not other[0].islower():
        return False
    own, known = words
    one_word = (one[0] + other[0]).lower()
    return f"{one[0]}-{other[0]}".lower() not in own and (one_word in own or one_word in known)


def _own_words(text: str) -> frozenset[str]:
    """The words that stand in a text on one line each, in small letters; hyphens of all kinds are one."""
    return frozenset(word.lower().replace("\u2010", "-").replace("\u2011", "-") for word in _WHOLE_WORD.findall(text))


def _soft(text: str) -> frozenset[int]:
    """Where the line ends stand that only a full line has."""
    ends = [found.span() for found in _LINE_ENDS.finditer(text)]
    starts = (0, *(end for _, end in ends))
    stops = (*(start for start, _ in ends), len(text))
    lines = [_line(text[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    return frozenset(ends[line][0] for line in soft_ends(lines))


def _line(words: str) -> Line:
    words = _UNSEEN_MARKS.sub("", words).rstrip()
    bare = words.lstrip()
    return Line(bare, len(words) - len(bare))
