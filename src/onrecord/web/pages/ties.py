"""Who stands in which tie to whom, as facts: all parties, and two of them over time."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any, get_args

from fastapi import APIRouter, Request

from onrecord.reading.event import EventType
from onrecord.store.view import View
from onrecord.web.listed import Listed, OneScreen
from onrecord.web.pages.filters import FACTS, Table, Where, contains, holding, like, newest, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

# From doer to whom it was done; where all did it to one another (talks, a clash), every two of them.
_PAIRS = (
    "SELECT a.name AS one, b.name AS other, e.type AS kind, e.status, e.quad, e.sort_day, e.report_id FROM events e"  # noqa: S608 - our own words
    " CROSS JOIN event_parties a ON a.report_id = e.report_id AND a.event_id = e.event_id AND a.side = 'actor'"
    " CROSS JOIN event_parties b ON b.report_id = e.report_id AND b.event_id = e.event_id AND b.name <> a.name"
    " WHERE a.entity_id IS NOT NULL AND b.entity_id IS NOT NULL AND (b.side = 'recipient' OR (a.n < b.n"
    " AND NOT EXISTS (SELECT 1 FROM event_parties r"
    " WHERE r.report_id = e.report_id AND r.event_id = e.event_id AND r.side = 'recipient')))"
    f" AND e.same_as IS NULL AND +e.{FACTS}"  # by day: there are many facts
)
_KINDS = sorted(get_args(EventType))
_DRAWN = 24  # parties of a drawing: more cannot be told apart
_COOPERATION = "quad IN (1, 2)"  # PLOVER's quads: words and deeds that bring together; 3 and 4 set against each other
_MOST_TIES = 300
_MOST = 200  # acts, and stands, of a tie's page
# Acts in which both have a part; the first two values are their names, the rarer one first.
_BETWEEN = Table(
    columns="report_id event_id type mode status quad actors recipients place first_day sort_day told_by words"
    " publisher published",
    source="(SELECT v.* FROM (SELECT DISTINCT a.report_id, a.event_id FROM event_parties a"
    " WHERE a.name = ?1 AND EXISTS (SELECT 1 FROM event_parties b"
    " WHERE b.report_id = a.report_id AND b.event_id = a.event_id AND +b.name = ?2)) both"
    " CROSS JOIN v_events v ON v.report_id = both.report_id AND v.event_id = both.event_id)",
    order="sort_day DESC, report_id, event_id",
)
# Where the one stands on the other.
_TOWARD = Table(
    columns="report_id position_id holder stance basis toward conditions told_by words publisher published sort_day",
    source="(SELECT v.*, e.name AS other FROM v_positions v"
    " CROSS JOIN entities e ON e.report_id = v.report_id AND e.entity_id = v.toward_entity)",
    order="sort_day, report_id, position_id",
)


def ties(request: Request, page: OneScreen, q: str = "", kind: str = "", month: str = "") -> dict[str, Any]:
    """Who did what to whom, as facts: every pair of parties with the types of acts between them."""
    with site_of(request).view() as view:
        month = month or newest(view)
        found = where(
            {
                **holding(view, q, "e.report_id"),
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
        rows = counted.rows(view, Where(sql=named.sql, values=(*found.values, *named.values)), page.at_most(_MOST_TIES))
        months = {} if month else _months(view, f"({_PAIRS} AND {found.sql})", named, found.values)
    return {
        "rows": rows,
        "drawing": _circle(rows),
        "kinds": _KINDS,
        "month": month,
        "cut": _MOST_TIES if len(rows) == _MOST_TIES else 0,
        **({"months": [], "most": 0} | months),
    }


def tie(request: Request, page: OneScreen, one: str, other: str, month: str = "") -> dict[str, Any]:
    """Two parties over time: every act in which both have a part, and where each stands on the other."""
    asked = where({"sort_day >= ?": month, "sort_day < ? || '~'": month})
    with site_of(request).view() as view:
        pair = _rarer_first(view, one, other)
        months = _months(view, _BETWEEN.source, where({}), pair)
        acts = _BETWEEN.rows(view, Where(sql=asked.sql, values=(*pair, *asked.values)), page.at_most(_MOST))
        stands = [
            stand
            for holder, about in ((one, other), (other, one))
            for stand in _TOWARD.rows(view, where({"holder = ?": holder, "other = ?": about}), page.at_most(_MOST))
        ]
    cut = _MOST if len(acts) == _MOST else 0
    return {"one": one, "other": other, "month": month, "acts": acts, "stands": stands, "cut": cut, **months}


def _rarer_first(view: View, one: str, other: str) -> tuple[str, str]:
    acts = dict(view.query("SELECT name, acts FROM party_counts WHERE name IN (?, ?)", (one, other)))
    return (one, other) if acts.get(one, 0) <= acts.get(other, 0) else (other, one)


def _months(view: View, source: str, found: Where, values: tuple[Any, ...]) -> dict[str, Any]:
    """Facts that bring together and facts that set against each other, by month.

    Args:
        view: the project.
        source: a SELECT in brackets with `sort_day`, `status` and `quad`.
        found: conditions on it.
        values: those of the `?` in `source`.
    """
    counted = Table(
        columns="month with against",
        source=f'(SELECT substr(sort_day, 1, 7) AS month, sum({_COOPERATION}) AS "with",'  # noqa: S608 - our own words
        f" sum(NOT {_COOPERATION}) AS against FROM {source}"
        f" WHERE sort_day IS NOT NULL AND +{FACTS} AND {found.sql} GROUP BY month)",
        order="month",
    )
    months = counted.rows(view, Where(sql="TRUE", values=(*values, *found.values)), limit=2_000)
    return {"months": months, "most": max((row["with"] + row["against"] for row in months), default=0)}


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
        turn = round(math.degrees(angle) - 90, 2)  # of the name, away from the middle; from 90 on it stands on its head
        spots[name] = {"x": round(50 + 34 * math.sin(angle), 2), "y": round(50 - 34 * math.cos(angle), 2), "turn": turn}
    lines = [
        {"from": spots[row["one"]], "to": spots[row["other"]], "kind": row["kind"], "acts": row["acts"]}
        for row in rows
        if row["one"] in spots and row["other"] in spots
    ]
    return {"spots": spots, "lines": lines}


add_page(router, "/ties", "ties.html", ties, [Listed(key="rows", name="ties"), Listed(key="months", name="by month")])
add_page(router, "/tie", "tie.html", tie, [Listed(key="acts", name="acts"), Listed(key="stands", name="stands")])
