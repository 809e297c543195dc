"""HTML pages: the article without its page, by trafilatura (Barbaresi 2021, ACL demo)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.intake import check_document
from onrecord.reading.document import Document

_MAX_DEPTH = 2_000  # no page that people read nests deeper, and parsers fall over where it does
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
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
            data, url=known.get("url"), with_metadata=True, include_comments=False, include_tables=False
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


def _depth(data: bytes) -> int:
    """The deepest nesting of open tags, counted without building a tree."""
    depth = deepest = 0
    for closing, name, alone in _TAG.findall(data):
        if alone or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
