"""Where acts were, on a map of the machine's own, and who stands in which tie to whom."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any, get_args

from fastapi import APIRouter, Request

from onrecord.reading.event import EventType
from onrecord.store.view import View
from onrecord.web.listed import Listed, OneScreen
from onrecord.web.pages.filters import HOLDS, Table, Where, contains, like, match, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

# Facts only: neither a plan nor a denial puts a mark on the map or a line between two parties.
_FACTS = "status IN ('happened', 'ongoing')"
# From doer to whom it was done; where all did it to one another (talks, a clash), every two of them.
_PAIRS = (
    "SELECT a.name AS one, b.name AS other, e.type AS kind, e.report_id FROM events e"  # noqa: S608 - our own words
    " CROSS JOIN event_parties a ON a.report_id = e.report_id AND a.event_id = e.event_id AND a.side = 'actor'"
    " CROSS JOIN event_parties b ON b.report_id = e.report_id AND b.event_id = e.event_id AND b.name <> a.name"
    " WHERE a.entity_id IS NOT NULL AND b.entity_id IS NOT NULL AND (b.side = 'recipient' OR (a.n < b.n"
    " AND NOT EXISTS (SELECT 1 FROM event_parties r"
    " WHERE r.report_id = e.report_id AND r.event_id = e.event_id AND r.side = 'recipient')))"
    f" AND e.same_as IS NULL AND e.{_FACTS}"
)
_MOST = 20_000  # facts that a page counts in one go; of a larger project it shows the newest month, unless asked
_KINDS = sorted(get_args(EventType))
_DRAWN = 24  # parties of a drawing: more cannot be told apart


def geography(request: Request, page: OneScreen, q: str = "", kind: str = "", month: str = "") -> dict[str, Any]:
    """Places of facts with how many acts were told there; the map shows the part of the world that they need."""
    with site_of(request).view() as view:
        month = month or ("" if q else _newest(view))
        found = where(
            {
                HOLDS: match(q),
                contains("actors", "recipients", "place"): like(q),
                "type = ?": kind,
                "sort_day >= ?": month,
                "sort_day < ? || '~'": month,
            }
        )
        counted = Table(
            columns="place country lat lon place_precision acts",
            source="(SELECT place, max(country) AS country, lat, lon, max(place_precision) AS place_precision,"  # noqa: S608
            f" count(*) AS acts FROM v_events WHERE lat IS NOT NULL AND {_FACTS} AND {found.sql}"
            " GROUP BY place, lat, lon)",
            order="acts DESC, place",
        )
        marks = counted.rows(view, Where(sql="TRUE", values=found.values), page.at_most(500))
    return {"marks": marks, "box": _box(marks), "kinds": _KINDS, "month": month}


def ties(request: Request, page: OneScreen, q: str = "", kind: str = "", month: str = "") -> dict[str, Any]:
    """Who did what to whom, as facts: every pair of parties with the types of acts between them."""
    with site_of(request).view() as view:
        month = month or ("" if q else _newest(view))
        found = where(
            {
                HOLDS.replace("report_id IN", "e.report_id IN", 1): match(q),
                "e.sort_day >= ?": month,
                "e.sort_day < ? || '~'": month,
            }
        )
        named = where({contains("one", "other"): like(q), "kind = ?": kind})
        counted = Table(
            columns="one other kind acts reports",
            source="(SELECT one, other, kind, count(*) AS acts, count(DISTINCT report_id) AS reports"  # noqa: S608
            f" FROM ({_PAIRS} AND {found.sql}) GROUP BY one, other, kind)",
            order="acts DESC, one, other, kind",
        )
        rows = counted.rows(view, Where(sql=named.sql, values=(*found.values, *named.values)), page.at_most(300))
    return {"rows": rows, "drawing": _circle(rows), "kinds": _KINDS, "month": month}


def _newest(view: View) -> str:
    """The newest month with facts of a project that is too large to be shown whole; "" for all others."""
    sql = f"SELECT max(month), sum(n) FROM event_counts WHERE {_FACTS} AND n > 0"  # noqa: S608 - our own words
    ((month, facts),) = view.query(sql)
    return month if (facts or 0) > _MOST else ""


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


def _circle(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The parties with the most ties on a circle, and lines between them; in the unit of a 100 by 100 drawing."""
    weight: dict[str, int] = defaultdict(int)
    for row in rows:
        weight[row["one"]] += row["acts"]
        weight[row["other"]] += row["acts"]
    names = sorted(sorted(weight, key=lambda name: (-weight[name], name))[:_DRAWN])
    spots = {}
    for at, name in enumerate(names):
        angle = 2 * math.pi * at / len(names)
        spots[name] = {"x": round(50 + 34 * math.sin(angle), 2), "y": round(50 - 34 * math.cos(angle), 2)}
    lines = [
        {"from": spots[row["one"]], "to": spots[row["other"]], "kind": row["kind"], "acts": row["acts"]}
        for row in rows
        if row["one"] in spots and row["other"] in spots
    ]
    return {"spots": spots, "lines": lines}


add_page(router, "/map", "map.html", geography, [Listed(key="marks", name="places")])
add_page(router, "/ties", "ties.html", ties, [Listed(key="rows", name="ties")])
