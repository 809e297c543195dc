"""Where acts were, on a map of the machine's own."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter, Request

from onrecord.reading.event import EventType
from onrecord.web.listed import Listed, OneScreen
from onrecord.web.pages.events import SAYING
from onrecord.web.pages.filters import FACTS, Table, Where, newest, saying, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

_MOST = 500  # places of a map
_KINDS = sorted(get_args(EventType))


def geography(request: Request, page: OneScreen, q: str = "", kind: str = "", month: str = "") -> dict[str, Any]:
    """Places of facts with how many acts were told there; the map shows the part of the world that they need."""
    with site_of(request).view() as view:
        month = month or newest(view)
        found = where(
            {
                **(saying(q, "actors recipients place", month, month, type=kind) if q else {}),
                "type = ?": kind,
                "sort_day >= ?": month,
                "sort_day < ? || '~'": month,
            }
        )
        acts = SAYING.source if q else "v_events"
        counted = Table(
            columns="place country lat lon place_precision acts",
            source="(SELECT place, max(country) AS country, lat, lon, max(place_precision) AS place_precision,"  # noqa: S608
            f" count(*) AS acts FROM {acts} WHERE lat IS NOT NULL AND +{FACTS} AND {found.sql}"
            " GROUP BY place, lat, lon)",
            order="acts DESC, place",
        )
        marks = counted.rows(view, Where(sql="TRUE", values=found.values), page.at_most(_MOST))
    return {
        "marks": marks,
        "box": _box(marks),
        "kinds": _KINDS,
        "month": month,
        "cut": _MOST if len(marks) == _MOST else 0,
    }


def _box(marks: list[dict[str, Any]]) -> dict[str, float]:
    """The part of the map (degrees; north is up, so latitudes are negative) that holds all marks, with a margin."""
    if not marks:
        return {"x": -180.0, "y": -90.0, "width": 360.0, "height": 180.0}
    lons, lats = [mark["lon"] for mark in marks], [-mark["lat"] for mark in marks]
    margin = max(4.0, 0.08 * max(max(lons) - min(lons), max(lats) - min(lats)))
    left, top = max(-180.0, min(lons) - 2 * margin), max(-90.0, min(lats) - margin)
    return {
        "x": left,
        "y": top,
        "width": min(180.0, max(lons) + 2 * margin) - left,
        "height": min(90.0, max(lats) + margin) - top,
    }


add_page(router, "/map", "map.html", geography, [Listed(key="marks", name="places")])
