"""The room: for each proposal, operation or party, who is in, who is out, who is silent, on which conditions."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec
from fastapi import APIRouter, Request

from onrecord.web.listed import Listed, OnePage
from onrecord.web.pages.filters import Table, contains, like, where
from onrecord.web.pages.tables import PROMISES, STANDS
from onrecord.web.site import add_page, site_of

router = APIRouter()

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


def room(request: Request, about: str) -> dict[str, Any]:
    """Who stands where on one matter, in the order of the reports' dates; silence is not opposition."""
    sides: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with site_of(request).view() as view:
        for stand in _IN_ORDER.rows(view, where({"toward = ?": about}), limit=1_000):
            sides[stand["stance"]].append(stand)
    return {"about": about, "sides": {stance: sides[stance] for stance in ("supports", "opposes", "unknown")}}


def _stands(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [stand for stands in found["sides"].values() for stand in stands]


def promises(request: Request, page: OnePage, q: str = "", kind: str = "") -> dict[str, Any]:
    """What parties have said that they will or will not do; newest first."""
    with site_of(request).view() as view:
        return PROMISES.page(view, where({contains('"by"', "action"): like(q), "kind = ?": kind}), page)


add_page(router, "/room", "room.html", room, [Listed(key="stands", name="stands", rows=_stands)])
add_page(router, "/rooms", "rooms.html", rooms, [Listed(key="rows", name="matters")])
add_page(router, "/promises", "promises.html", promises, [Listed(key="rows", name="promises")])
