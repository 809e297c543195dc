"""Words around what was searched for, as SQLite cuts them out of a report, without the tags that it cuts through."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from onrecord.reading.markup import find_markup
from onrecord.reading.span import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS: Final = MappingProxyType({"opens": "\x02", "closes": "\x03", "cut": "\x04"})
"""What SQLite is to set around what it found, and where it cut: signs that stand in hardly any text."""

_MARK: Final = re.compile("[{}]".format("".join(MARKS.values())))
_SHOWN: Final = MappingProxyType(dict(zip(MARKS.values(), ("[", "]", " … "), strict=True)))
_NOT_SEEN: Final = re.compile(f"[{UNSEEN}]")


def show_excerpt(marked: str, text_of_report: Callable[[], str]) -> str:
    """An excerpt in one line: "… said that [rebels] left …".

    Args:
        marked: the words with their marks.
        text_of_report: gives the text that they are cut out of, asked only where they may hold markup.
    """
    if any(sign in marked for sign in "<>&"):
        marked = _without_markup(marked, text_of_report())
    shown = _MARK.sub(lambda mark: _SHOWN[mark.group()], _NOT_SEEN.sub("", marked))
    return " ".join(shown.split())


def _without_markup(marked: str, text: str) -> str:
    """The marked words without what lies in markup, which only the whole text shows; marks inside it go with it."""
    start = text.find(_MARK.sub("", marked))
    if start < 0:
        return marked  # they are of the title
    tags = iter(find_markup(text))
    tag = next(tags, None)
    kept: list[str] = []
    opened = False
    at = start
    for sign in marked:
        while tag is not None and tag.end <= at:
            tag = next(tags, None)
        inside = tag is not None and tag.start <= at
        if _MARK.match(sign) is None:
            if tag is not None and inside and at == max(tag.start, start):
                kept.append(tag.new)
            at += 1
        elif sign == MARKS["opens"]:
            opened = not inside
        elif sign == MARKS["closes"]:
            inside = not opened
        else:
            inside = False
        if not inside:
            kept.append(sign)
    return "".join(kept)
