"""Who stands in which tie to whom, as facts: all parties, and two of them over time."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

import msgspec
from fastapi import APIRouter, Request

from onrecord.store.view import View
from onrecord.web.listed import Listed, OneScreen
from onrecord.web.pages.checked import TYPES, OfType, OnDay
from onrecord.web.pages.filters import FACTS, HOLDING, Table, Where, contains, like, newest, saying, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

# From doer to whom it was done; where all did it to one another (talks, a clash), every two of them.
_PAIRS = (
    " CROSS JOIN event_parties a ON a.report_id = e.report_id AND a.event_id = e.event_id AND a.side = 'actor'"  # noqa: S608 - our own words
    " CROSS JOIN event_parties b ON b.report_id = e.report_id AND b.event_id = e.event_id AND b.name <> a.name"
    " WHERE a.entity_id IS NOT NULL AND b.entity_id IS NOT NULL AND (b.side = 'recipient' OR (a.n < b.n"
    " AND NOT EXISTS (SELECT 1 FROM event_parties r"
    " WHERE r.report_id = e.report_id AND r.event_id = e.event_id AND r.side = 'recipient')))"
    f" AND e.same_as IS NULL AND +e.{FACTS}"  # by day: there are many facts
)
_PAIR = "a.name AS one, b.name AS other, e.type AS kind, e.status, e.quad, e.sort_day, e.report_id"
_OF_ALL = f"SELECT {_PAIR} FROM events e {_PAIRS}"  # noqa: S608 - our own words
_OF_FOUND = (  # with `act_id` and `said`, for `saying`
    f"SELECT {_PAIR}, f.rowid AS act_id, f.act_words AS said FROM {HOLDING}"  # noqa: S608 - our own words
    f" CROSS JOIN events e ON e.report_id = own.report_id AND e.event_id = own.event_id {_PAIRS}"
)
_DRAWN = 24  # parties of a drawing: more cannot be told apart
_COOPERATION = "quad IN (1, 2)"  # PLOVER's quads: words and deeds that bring together; 3 and 4 set against each other
_MOST_TIES = 300
_MOST = 200  # acts, and stands, of a tie's page
# Acts in which both have a part, newest first; the first value is the name of the rarer. One index holds both names, by
# day and act: it is walked for the one and asked for the other.
_COMMON = (
    f"SELECT e.report_id, e.event_id, e.sort_day, e.{_COOPERATION}, e.{FACTS}"  # noqa: S608 - our own words
    " FROM (SELECT DISTINCT a.report_id, a.event_id"
    " FROM event_parties a CROSS JOIN event_parties b INDEXED BY parties_by_name ON b.name = ?2"
    " AND b.sort_day IS a.sort_day AND b.report_id = a.report_id AND b.event_id = a.event_id WHERE a.name = ?1) both"
    " CROSS JOIN events e ON e.report_id = both.report_id AND e.event_id = both.event_id WHERE e.same_as IS NULL"
    " ORDER BY e.sort_day DESC, e.report_id, e.event_id"
)
_ACTS = Table(
    columns="report_id event_id type mode status polarity certainty quad actors recipients place first_day last_day"
    " sort_day told_by words publisher published",
    source="v_events",
    order="sort_day DESC, report_id, event_id",
)
_NAMED = "(report_id, event_id) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
# Where the one stands on the other.
_TOWARD = Table(
    columns="report_id position_id holder stance basis toward conditions told_by words publisher published sort_day",
    source="(SELECT v.*, p.holder_name, e.name AS other FROM positions p"
    " CROSS JOIN entities e ON e.report_id = p.report_id AND e.entity_id = p.toward_entity"
    " CROSS JOIN v_positions v ON v.report_id = p.report_id AND v.position_id = p.position_id)",
    order="sort_day, report_id, position_id",
)


def ties(request: Request, page: OneScreen, q: str = "", kind: OfType = "", month: OnDay = "") -> dict[str, Any]:
    """Who did what to whom, as facts: every pair of parties with the types of acts between them."""
    with site_of(request).view() as view:
        month = month or newest(view)
        days = {"sort_day >= ?": month, "sort_day < ? || '~'": month}
        found = where((saying(q, "actors recipients", month, month, type=kind) if q else {}) | days)
        pairs = f"(SELECT * FROM ({_OF_FOUND if q else _OF_ALL}) WHERE {found.sql})"  # noqa: S608 - our own words
        named = where({contains("one", "other"): like(q), "kind = ?": kind})
        counted = Table(
            columns="one other kind acts reports",
            source="(SELECT one, other, kind, count(*) AS acts, count(DISTINCT report_id) AS reports"  # noqa: S608
            f" FROM {pairs} GROUP BY one, other, kind)",
            order="acts DESC, one, other, kind",
        )
        rows = counted.rows(view, Where(sql=named.sql, values=(*found.values, *named.values)), page.at_most(_MOST_TIES))
        months = {} if month else _months(view, pairs, named, found.values)
    return {
        "rows": rows,
        "drawing": _circle(rows),
        "kinds": TYPES,
        "month": month,
        "cut": _MOST_TIES if len(rows) == _MOST_TIES else 0,
        **({"months": [], "most": 0} | months),
    }


def tie(request: Request, page: OneScreen, one: str, other: str, month: OnDay = "") -> dict[str, Any]:
    """Two parties over time: every act in which both have a part, and where each stands on the other."""
    with site_of(request).view() as view:
        common = list(view.query(_COMMON, _rarer_first(view, one, other)))
        asked = [row[:2] for row in common if (row[2] or "").startswith(month)][: page.at_most(_MOST)]
        acts = _ACTS.rows(view, where({_NAMED: msgspec.json.encode(asked).decode()}), len(asked))
        stands = [
            stand
            for holder, about in ((one, other), (other, one))
            for stand in _TOWARD.rows(view, where({"holder_name = ?": holder, "other = ?": about}), page.at_most(_MOST))
        ]
    cut = _MOST if len(acts) == _MOST else 0
    months = _by_month(common)
    return {"one": one, "other": other, "month": month, "acts": acts, "stands": stands, "cut": cut, **months}


def _by_month(common: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Facts among the rows of `_COMMON` that bring together and that set against each other, by month."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for _, _, day, together, fact in common:
        if day and fact:
            counts[day[:7]][not together] += 1
    months = [{"month": month, "with": n[0], "against": n[1]} for month, n in sorted(counts.items())]
    return _with_most(months)


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
    return _with_most(months)


def _with_most(months: list[dict[str, Any]]) -> dict[str, Any]:
    return {"months": months, "most": max((row["with"] + row["against"] for row in months), default=0)}


def _circle(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The parties with the most ties on a circle, and lines between them; in the unit of a 100 by 100 drawing."""
    chosen: set[str] = set()  # both ends of the ties with the most acts: nobody stands there without a line
    for row in sorted(rows, key=lambda row: -int(row["acts"])):
        if len(chosen | {row["one"], row["other"]}) <= _DRAWN:
            chosen |= {row["one"], row["other"]}
    names = sorted(chosen)
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
