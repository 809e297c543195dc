"""HTML pages: the article without its page, by trafilatura (Barbaresi 2021, ACL demo)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from onrecord.errors import InputError
from onrecord.intake import check_document
from onrecord.reading.document import Document

_MAX_DEPTH = 2_000  # no page that people read nests deeper, and parsers fall over where it does
_MAX_TAGS = 100_000  # nor has more tags: extraction takes a tenth of a millisecond for each
_MAX_ATTRIBUTES = 1_000  # of one tag: the parser compares each with all before it
# Comments, scripts and tags as HTML's tokenizer parts them (WHATWG HTML, 13.2.5); no byte is looked at twice.
_TOKEN = re.compile(
    rb"""<!--.*?(?:-->|\Z)
    | <(?P<raw>script|style)\b.*?(?:</(?P=raw)|\Z)
    | <(?P<close>/?)(?P<name>[a-z][^\s/>]*+)
      (?P<attributes>(?:[\s/]++[^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+)*+)
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(rb""""[^"]*"|'[^']*'""")
_CHARSET = re.compile(rb"""(?:charset|<\?xml[^>]*encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_HEAD_BYTES = 4096  # browsers look no further either
# What browsers take these names for (WHATWG Encoding Standard): pages that say Latin-1 have curly quotes in them, and a
# reader who drops those cannot see who says what.
_MEANT: Final = MappingProxyType(
    {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
)
_UNDECLARED = "cp1252"  # likewise: what browsers take for English pages that say nothing
# Guessing a date from any number on the page gives 1 January where a page states its date wrongly.
_STATED_DATES: Final = MappingProxyType({"original_date": True, "extensive_search": False})
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr p li td tr option".split())


def load_html(data: bytes, where: str, known: dict[str, Any]) -> Iterator[Document | InputError]:
    """The article of an HTML page, with the title, site, date and address that the page states.

    Raises:
        InputError: the page is nested absurdly deep, has absurdly many tags or attributes, or holds no article.
    """
    _check_shape(data, where)
    import trafilatura  # noqa: PLC0415 - a second of imports that only HTML needs

    try:
        found = trafilatura.bare_extraction(
            _as_utf8(data),
            url=known.get("url"),
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dict(_STATED_DATES),
        )
    except (ValueError, RecursionError, AssertionError) as error:
        raise InputError(f"read {where}", f"its HTML is broken ({error})", "Save the article's text") from error
    page: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    if not (page.get("text") or "").strip():
        raise InputError(f"read {where}", "the page holds no article", "Save the article's text and read that")
    stated = {
        "text": page["text"].strip(),
        "title": page.get("title"),
        "publisher": page.get("sitename") or page.get("hostname"),
        "url": page.get("url"),
        "published": page.get("date"),
    }
    yield check_document({**stated, **{k: v for k, v in known.items() if v}}, where, where)


def _as_utf8(data: bytes) -> bytes:
    """The page as UTF-8, whatever it is in; bytes that its encoding does not know become U+FFFD.

    UTF-8 is believed before what the page says of itself, UTF-16 is left to the parser.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\x00" in data[:_HEAD_BYTES]:
            return data
        return data.decode(_encoding(data), "replace").encode()
    return data


def _encoding(data: bytes) -> str:
    """The encoding that a page means by what it says in its head; Windows' where it says nothing that can be true.

    What it says was found as ASCII, so an encoding that does not read ASCII as itself cannot be the page's.
    """
    stated = _CHARSET.search(data[:_HEAD_BYTES])
    try:
        name = codecs.lookup(stated[1].decode("ascii", "replace")).name if stated else _UNDECLARED
        return _MEANT.get(name, name) if b"<p>".decode(name, "replace") == "<p>" else _UNDECLARED
    except (LookupError, UnicodeError):
        return _UNDECLARED


def _check_shape(data: bytes, where: str) -> None:
    """Refuse what the parser would not come to an end of, without building a tree."""
    depth = tags = 0
    for token in _TOKEN.finditer(data):
        name, attributes = token["name"], token["attributes"]
        if name is None:
            continue
        tags += not token["close"]
        if tags > _MAX_TAGS:
            raise _absurd(where, f"it has more than {_MAX_TAGS:,} tags")
        if len(attributes) > _MAX_ATTRIBUTES and len(_QUOTED.sub(b"", attributes).split()) > _MAX_ATTRIBUTES:
            raise _absurd(where, f"one of its tags has more than {_MAX_ATTRIBUTES:,} attributes")
        if not attributes.endswith(b"/") and name.lower() not in _VOID:
            depth = max(0, depth - 1) if token["close"] else depth + 1
        if depth > _MAX_DEPTH:
            raise _absurd(where, f"its tags are nested more than {_MAX_DEPTH:,} deep")


def _absurd(where: str, cause: str) -> InputError:
    return InputError(f"read {where}", cause, "Save the article's text and read that")
