"""Markup inside a text: "<p>Troops <b>shelled</b> the town.</p>" in a field that ought to hold words alone.

Dumps of news sites and feeds keep their tags, now and then with their signs in code ("&lt;p&gt;"). The text stays as it
came in; here is only said what of it nobody reads. A text that merely mentions "<b>", has a "<" in its prose or an
address in angle brackets has no markup: markup comes in pairs, or begins a line, and does not stand free among blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

# Tags as HTML's tokenizer parts them. No run goes on over another "<", so that time grows with the length alone.
_FORM: Final = r"""(?P<comment><!--(?:(?!<!--|-->).)*+-->|<!doctype\b[^<>]*+>)
    |<(?P<close>/?)(?P<name>[a-z][a-z0-9]*+(?::[a-z]++)?+)
     (?P<attributes>(?:\s++[\w:@.-]++(?:\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>=`]++))?+)*+)\s*+(?P<empty>/?)>"""
_PLAIN: Final = re.compile(_FORM, re.DOTALL | re.IGNORECASE | re.VERBOSE)
# The same with "<", ">" and the quotes written in code; what is between two such signs is short.
_CODED: Final = re.compile(
    r"""(?P<comment>(?!))|&lt;(?P<close>/?)(?P<name>[a-z][a-z0-9]*+)
    (?P<attributes>(?:\s(?:(?!&[lg]t;)[^<>]){0,500})?)(?P<empty>/?)&gt;""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Elements of HTML by what they do to the text around them.
_EMPTY: Final = _names("area base br col embed hr img input link meta param source track wbr")
_END_LEFT_OUT: Final = _names("p li dt dd td th tr tbody thead tfoot option")
_PARAGRAPHS: Final = _names("p li dt dd td th h1 h2 h3 h4 h5 h6 blockquote figcaption caption")
_BLOCKS: Final = _PARAGRAPHS | _names(
    "address article aside body br center div dl figure footer form header hr html main nav ol pre section table tbody"
    " tfoot thead tr ul"
)
_INLINE: Final = _names(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup"
    " time tt u var"
)
# What stands in these no browser shows, or it is the page's and not the report's.
_UNREAD: Final = _names("head script style nav footer form button select svg iframe noscript template object")
_KNOWN: Final = _EMPTY | _END_LEFT_OUT | _BLOCKS | _INLINE | _UNREAD
_ENOUGH = 2  # line breaks that make a text markup by themselves
_LINE_END = re.compile(r"(?<=\S)[ \t]*+(?:\r\n|[\n\r])[ \t]*+(?=\S)")
_NO_WIDTH: Final = "\u200b"
_BEFORE_PARAGRAPHS = '\n.!?"”'
_QUOTES = "\"'`“”‘’«»([{"


class Piece(msgspec.Struct, frozen=True):
    """A stretch that is not read, and what is read in its place: nothing, a blank, or the end of a line."""

    start: int
    end: int
    new: str


class _Tag(msgspec.Struct):
    """A tag as it stands; `partner` is the place, in the list of tags, of the one that opens or closes with it."""

    start: int
    end: int
    name: str
    closes: bool
    has_values: bool
    free: bool
    partner: int = -1


def find_markup(text: str, *, cut: bool = False) -> tuple[Piece, ...]:
    """What of a text is markup, in its order; nothing of a text that has none.

    Args:
        text: a text, or words of one.
        cut: whether they are cut out of their text, so that a tag may have lost its partner.
    """
    for sign, form in (("<", _PLAIN), ("&lt;", _CODED)):
        if sign in text:
            tags = _paired(_tags(text, form))
            if any(_is_proof(text, tag, cut=cut) for tag in tags) or _line_breaks(tags) >= _ENOUGH:
                return tuple(_pieces(text, tags, cut=cut))
    return ()


def without_markup(text: str) -> str:
    """The text with marks without a width in the place of its markup: as long as it was, so that offsets stay."""
    parts: list[str] = []
    last = 0
    for piece in find_markup(text):
        parts += (text[last : piece.start], piece.new.ljust(piece.end - piece.start, _NO_WIDTH))
        last = piece.end
    return "".join((*parts, text[last:])) if parts else text


def is_bare_markup(text: str) -> bool:
    """Whether a text is markup with no word in it ("<p></p>")."""
    bare = without_markup(text)
    return bare != text and not bare.replace(_NO_WIDTH, "").strip()


def drop_tags(words: str) -> str:
    """Words of a report, which may be cut out of its markup anywhere, without its tags.

    Words that only speak of tags ("<p>-tags", "x<b>y") keep them.
    """
    parts: list[str] = []
    last = 0
    for piece in find_markup(words, cut=True):
        parts += (words[last : piece.start], piece.new)
        last = piece.end
    return "".join((*parts, words[last:])) if parts else words


def _tags(text: str, form: re.Pattern[str]) -> Iterator[_Tag]:
    for found in form.finditer(text):
        yield _Tag(
            start=found.start(), end=found.end(), name=(found["name"] or "").lower(), closes=bool(found["close"]),
            has_values="=" in (found["attributes"] or ""), free=_stands_free(text, *found.span()),
        )  # fmt: skip


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether a tag stands as a word among words, or in quotation marks: it is spoken of."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if before and before in _QUOTES and behind in _QUOTES + ")]}":
        return True
    return before in (" ", "\u00a0") and (behind in (" ", "\u00a0", ".", ",", ";", ":", "?", "!") or not behind)


def _paired(tags: Iterable[_Tag]) -> list[_Tag]:
    """The tags, each with its partner; what an end tag closes over is left without one."""
    listed: list[_Tag] = []
    opened: list[int] = []
    names: Counter[str] = Counter()  # of those that are open
    for at, tag in enumerate(tags):
        listed.append(tag)
        if tag.closes and names[tag.name]:
            while listed[opened[-1]].name != tag.name:
                names[listed[opened.pop()].name] -= 1
            tag.partner = opened.pop()
            listed[tag.partner].partner = at
            names[tag.name] -= 1
        elif not tag.closes and tag.name and tag.name not in _EMPTY:
            opened.append(at)
            names[tag.name] += 1
    return listed


def _is_proof(text: str, tag: _Tag, *, cut: bool) -> bool:
    """Whether a tag shows by itself that a text is markup."""
    if tag.free:
        return False
    if cut and not tag.name:
        return True  # a comment
    if cut and tag.partner < 0 and not tag.has_values and tag.name in _KNOWN:
        return _stands_close(text, tag)
    if tag.closes:
        return False
    if tag.partner >= 0 or (tag.has_values and tag.name in _KNOWN):
        return True
    before = text[max(0, tag.start - 1) : tag.start]
    begins = before in _BEFORE_PARAGRAPHS or not before
    return tag.name in _BLOCKS and begins and bool(text[tag.end : tag.end + 1].strip())


def _stands_close(words: str, tag: _Tag) -> bool:
    """Whether a tag whose partner may be cut off stands at what it is about: "the <b>Army", not "<p>-tags", "x<b>y"."""
    before, behind = words[max(0, tag.start - 1) : tag.start], words[tag.end : tag.end + 1]
    opens = behind.isalnum() or (behind != "" and behind in f"{_QUOTES}<&")
    if tag.name not in _INLINE:
        return opens or not before.isspace() or before in "\r\n"
    return not (before.isspace() or behind.isalnum()) if tag.closes else opens and not before.isalnum()


def _line_breaks(tags: Iterable[_Tag]) -> int:
    return sum(tag.name in _BLOCKS and not tag.free for tag in tags)


def _pieces(text: str, tags: list[_Tag], *, cut: bool) -> Iterator[Piece]:
    """Tags, what stands in elements that nobody reads, and line ends inside paragraphs, which are blanks."""
    alone = _KNOWN if cut else _KNOWN - _INLINE  # what is a tag without a partner
    last = paragraphs = 0
    for at, tag in enumerate(tags):
        spoken_of = cut and tag.free
        is_tag = tag.partner >= 0 or tag.name in alone or tag.has_values or not tag.name
        if tag.start < last or spoken_of or not is_tag:
            continue  # it stands in what is not read, or is no tag: "<b>" alone
        if paragraphs:
            yield from _blanks(text, last, tag.start)
        if tag.name in _UNREAD and tag.partner > at:
            last = tags[tag.partner].end
            yield Piece(tag.start, last, "\n")
            continue
        yield Piece(tag.start, tag.end, _instead(tag))
        last = tag.end
        if tag.name in _PARAGRAPHS and tag.partner >= 0:
            paragraphs += -1 if tag.closes else 1


def _instead(tag: _Tag) -> str:
    if tag.name in _BLOCKS:
        return "\n"
    return "" if tag.name in _INLINE or tag.name == "wbr" or tag.partner >= 0 else " "


def _blanks(text: str, start: int, end: int) -> Iterator[Piece]:
    """Single line ends: a blank line is one of the report's own."""
    return (Piece(found.start(), found.end(), " ") for found in _LINE_END.finditer(text, start, end))
