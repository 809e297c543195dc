"""The phrase that a name heads, where it is longer: with its title, its direction or the place around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.span import Span

if TYPE_CHECKING:
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page
    from onrecord.stages.entities.people import Beside

_LISTED = frozenset({"conj", "cc"})


def whole_of(page: Page, name: Name, beside: Beside, by_token: dict[int, Name]) -> Span | None:
    """The longer phrase, or None: "the Defence Minister Ana Silva", "northern Syria", "Lyon, France"."""
    first, last = name.first, name.last
    if name.type == "person" and beside.first is not None and not _is_several(page, name.first):
        first = beside.first
        before = page.before(first)
        if before is not None and page.lower[before] == "the":
            first = before
    elif name.type == "place":
        first, last = _from_direction(page, name), _to_surroundings(page, name, by_token)
    if (first, last) == (name.first, name.last):
        return None
    start, end = page.start[first], page.end(last)
    return Span(start=start, end=end, text=page.string[start:end])


def _is_several(page: Page, first: int) -> bool:
    """Whether the role before a name is a plural, and so that of others too ("the deputies Ana Silva and …")."""
    before = page.before(first)
    return before is not None and page.tokens[before].tag_ in {"NNS", "NNPS"}


def _from_direction(page: Page, name: Name) -> int:
    before = page.before(name.first)
    part = before is not None and page.lower[before] in page.words.direction and page.head[before] >= name.first
    return before if part and before is not None else name.first


def _to_surroundings(page: Page, name: Name, by_token: dict[int, Name]) -> int:
    """The end of the country or region behind a comma; in a list of countries none holds another."""
    comma = page.after(name.last)
    inside = page.after(comma) if comma is not None and page.text[comma] == "," else None
    around = by_token.get(inside) if inside is not None else None
    if around is None or around.type != "place" or around.first != inside or name.known:
        return name.last
    hangs = page.head[around.last]
    if page.dep[around.last] in _LISTED or not name.first <= hangs <= name.last or _goes_on(page, around):
        return name.last
    return around.last


def _goes_on(page: Page, name: Name) -> bool:
    """Whether an "and" follows, and with it a list."""
    following = page.after(name.last)
    if following is not None and page.text[following] == ",":
        following = page.after(following)
    return following is not None and page.lower[following] in {"and", "or"}
