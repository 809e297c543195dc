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
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
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
        InputError: the page is nested absurdly deep, or holds no article.
    """
    if _depth(data) > _MAX_DEPTH:
        cause = f"its tags are nested more than {_MAX_DEPTH:,} deep"
        raise InputError(f"read {where}", cause, "Save the article's text and read that")
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


def _depth(data: bytes) -> int:
    """The deepest nesting of open tags, counted without building a tree."""
    depth = deepest = 0
    for closing, name, alone in _TAG.findall(data):
        if alone or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
