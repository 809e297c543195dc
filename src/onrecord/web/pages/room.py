"""The room: for each proposal, operation or party, who is in, who is out, who is silent, on which conditions."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import APIRouter, Request

from onrecord.web.listed import Listed, OnePage
from onrecord.web.pages.filters import Table, contains, like, where
from onrecord.web.pages.tables import PROMISES, STANDS
from onrecord.web.pages.turns import STANCES, by_month, with_turns
from onrecord.web.site import add_page, site_of

router = APIRouter()

_MOST = 1_000  # stands of a room

_MATTERS = Table(
    columns="toward stands supports opposes unknown",
    source="(SELECT toward_text AS toward, count(*) AS stands, sum(stance = 'supports') AS supports,"
    " sum(stance = 'opposes') AS opposes, sum(stance = 'unknown') AS unknown"
    " FROM positions WHERE toward_text IS NOT NULL GROUP BY toward_text)",
    order="stands DESC, toward",
)
_IN_ORDER = msgspec.structs.replace(STANDS, order="sort_day, report_id, position_id")  # as the matter went on


def rooms(request: Request, page: OnePage, q: str = "") -> dict[str, Any]:
    """Everything on which somebody takes a stand, what most stands are about first."""
    with site_of(request).view() as view:
        return _MATTERS.page(view, where({contains("toward"): like(q)}), page)


def room(request: Request, about: str, until: str = "") -> dict[str, Any]:
    """Who stands where on one matter, in the order of the reports' dates; silence is not opposition.

    `until` shows the matter as it stood at the end of a day; a party that has turned is named with both reports.
    """
    sides: dict[str, list[dict[str, Any]]] = {stance: [] for stance in STANCES}
    asked = where({"toward = ?": about or "\0", "sort_day < ? || '~'": until})
    with site_of(request).view() as view:
        stands = with_turns(_IN_ORDER.rows(view, asked, limit=_MOST))
    for stand in stands:
        sides[stand["stance"]].append(stand)
    months = by_month(stands)
    most = max((sum(month[stance] for stance in STANCES) for month in months), default=0)
    return {"about": about, "sides": sides, "months": months, "most": most, "cut": len(stands) == _MOST}


def _stands(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The stands of a room, each with the report that told the opposite before."""
    stands = [stand for side in found["sides"].values() for stand in side]
    return [{**stand, "before": _named(stand["before"]), "after": _named(stand["after"])} for stand in stands]


def _named(stand: dict[str, Any] | None) -> str | None:
    return f"{stand['stance']} {stand['report_id']}/{stand['position_id']}" if stand else None


def promises(request: Request, page: OnePage, q: str = "", kind: str = "") -> dict[str, Any]:
    """What parties have said that they will or will not do; newest first."""
    with site_of(request).view() as view:
        return PROMISES.page(view, where({contains('"by"', "action"): like(q), "kind = ?": kind}), page)


add_page(router, "/room", "room.html", room, [Listed(key="stands", name="stands", rows=_stands)])
add_page(router, "/rooms", "rooms.html", rooms, [Listed(key="rows", name="matters")])
add_page(router, "/promises", "promises.html", promises, [Listed(key="rows", name="promises")])
