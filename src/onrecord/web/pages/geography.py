"""Where acts were, on a map of the machine's own."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from onrecord.web.listed import Listed, OneScreen
from onrecord.web.pages.checked import TYPES, OfType, OnDay
from onrecord.web.pages.events import SAYING
from onrecord.web.pages.filters import FACTS, Table, Where, newest, saying, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

# Facts at a place as they were read, but those of which people have corrected something …
_READ = (
    "SELECT v.place, v.country, v.lat, v.lon, v.place_precision, 0 AS fixed FROM {acts} v"  # noqa: S608 - our own words
    f" WHERE v.lat IS NOT NULL AND +v.{FACTS} AND {{found}} AND NOT EXISTS"
    " (SELECT 1 FROM corrected c WHERE c.report_id = v.report_id AND c.event_id = v.event_id)"
)
# … and these: at another place, if somebody has chosen one; or in another country, so that the point was wrong.
_MOVED = "(c.place IS NOT NULL OR coalesce(c.country <> v.country, FALSE))"
_CORRECTED = (
    "SELECT coalesce(c.place, v.place), coalesce(c.country, v.country),"  # noqa: S608 - our own words
    f" CASE WHEN {_MOVED} THEN c.lat ELSE v.lat END, CASE WHEN {_MOVED} THEN c.lon ELSE v.lon END,"
    f' CASE WHEN {_MOVED} THEN c."precision" ELSE v.place_precision END, c.place IS NOT NULL'
    " FROM {acts} v JOIN corrected c ON c.report_id = v.report_id AND c.event_id = v.event_id"
    " WHERE coalesce(c.status, v.status) IN ('happened', 'ongoing') AND {found}"
)
_MOST = 500  # places of a map


def geography(request: Request, page: OneScreen, q: str = "", kind: OfType = "", month: OnDay = "") -> dict[str, Any]:
    """Places of facts with how many acts were told there, as people have corrected them."""
    with site_of(request).view() as view:
        month = month or newest(view)
        acts = SAYING.source if q else "v_events"
        words = saying(q, "actors recipients place", month, month) if q else {}
        asked = {**words, "v.sort_day >= ?": month, "v.sort_day < ? || '~'": month}
        read = where({**asked, "v.type = ?": kind})
        corrected = where({**asked, "coalesce(c.type, v.type) = ?": kind})
        counted = Table(
            columns="place country lat lon place_precision acts corrected",
            source=f"(SELECT place, max(country) AS country, lat, lon, max(place_precision) AS place_precision,"  # noqa: S608
            f" count(*) AS acts, sum(fixed) AS corrected FROM ({_READ.format(acts=acts, found=read.sql)}"
            f" UNION ALL {_CORRECTED.format(acts=acts, found=corrected.sql)})"
            " WHERE lat IS NOT NULL GROUP BY place, lat, lon)",
            order="acts DESC, place",
        )
        values = (*read.values, *corrected.values)
        marks = counted.rows(view, Where(sql="TRUE", values=values), page.at_most(_MOST))
    return {
        "marks": marks,
        "box": _box(marks),
        "kinds": TYPES,
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
