"""Where acts were, on a map of the machine's own."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter, Request

from onrecord.reading.event import EventType
from onrecord.web.listed import Listed, OneScreen
from onrecord.web.pages.events import SAYING
from onrecord.web.pages.filters import Table, Where, newest, saying, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

# Acts with what people have corrected of them: another place, which is on the map where somebody has chosen it; another
# country, so that the point which was read is wrong.
_PLACED = (
    "(SELECT v.*, coalesce(c.type, v.type) AS kind_now, coalesce(c.status, v.status) AS status_now,"
    " coalesce(c.place, v.place) AS place_now, c.place IS NOT NULL AS fixed,"
    " CASE WHEN {moved} THEN c.lat ELSE v.lat END AS lat_now, CASE WHEN {moved} THEN c.lon ELSE v.lon END AS lon_now,"
    " coalesce(c.country, v.country) AS country_now,"
    ' CASE WHEN {moved} THEN c."precision" ELSE v.place_precision END AS precision_now'
    " FROM {acts} v LEFT JOIN corrected c ON c.report_id = v.report_id AND c.event_id = v.event_id)"
)
_MOVED = "(c.place IS NOT NULL OR coalesce(c.country <> v.country, FALSE))"
_MOST = 500  # places of a map
_KINDS = sorted(get_args(EventType))


def geography(request: Request, page: OneScreen, q: str = "", kind: str = "", month: str = "") -> dict[str, Any]:
    """Places of facts with how many acts were told there, as people have corrected them."""
    with site_of(request).view() as view:
        month = month or newest(view)
        found = where(
            {
                **(saying(q, "actors recipients place", month, month) if q else {}),
                "kind_now = ?": kind,
                "sort_day >= ?": month,
                "sort_day < ? || '~'": month,
            }
        )
        acts = _PLACED.format(acts=SAYING.source if q else "v_events", moved=_MOVED)
        counted = Table(
            columns="place country lat lon place_precision acts corrected",
            source="(SELECT place_now AS place, max(country_now) AS country, lat_now AS lat, lon_now AS lon,"  # noqa: S608
            " max(precision_now) AS place_precision, count(*) AS acts, sum(fixed) AS corrected"
            f" FROM {acts} WHERE lat_now IS NOT NULL AND status_now IN ('happened', 'ongoing') AND {found.sql}"
            " GROUP BY place_now, lat_now, lon_now)",
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
