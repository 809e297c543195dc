"""The room: for each proposal, operation or party, who is in, who is out, who is silent, on which conditions."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from onrecord.web.listed import Listed, OnePage, OneScreen
from onrecord.web.pages.checked import OfKind, OnDay
from onrecord.web.pages.filters import Table, Where, contains, like, where
from onrecord.web.pages.tables import PROMISES, STANDS
from onrecord.web.pages.turns import STANCES, with_turns
from onrecord.web.site import add_page, site_of

router = APIRouter()

_MOST = 100  # stands of each side of a room, the newest

_MATTERS = Table(
    columns="toward stands supports opposes unknown",
    source="(SELECT min(words) AS toward, sum(stands) AS stands, sum(supports) AS supports, sum(opposes) AS opposes,"
    " sum(unknown) AS unknown FROM (SELECT toward_text AS words, count(*) AS stands, sum(stance = 'supports') AS"
    " supports, sum(stance = 'opposes') AS opposes, sum(stance = 'unknown') AS unknown FROM positions"
    " WHERE toward_text IS NOT NULL GROUP BY toward_text) GROUP BY matter(words))",
    order="stands DESC, toward",
)

# Spellings first: what is asked by them is found in the index.
_SPELLINGS = (
    "SELECT json_group_array(words) FROM (SELECT DISTINCT toward_text AS words FROM positions"
    " WHERE toward_text IS NOT NULL) WHERE matter(words) = matter(?)"
)
_SPELT_SO = "IN (SELECT value FROM json_each(?))"

_OUTCOMES = (  # what later reports say of a promise, as the last merge found it
    "SELECT json_extract(t.value, '$[0]'), json_extract(t.value, '$[1]'), json_extract(f.record, '$.outcome')"
    " FROM findings f, json_each(f.record, '$.told') t"
    " WHERE f.kind = 'promise' AND json_extract(f.record, '$.outcome') <> 'no report'"
)

_MONTHS = Table(  # all of a matter, whatever day is looked at: it leads to the others
    columns="month supports opposes unknown",
    source="(SELECT substr(sort_day, 1, 7) AS month, sum(stance = 'supports') AS supports,"  # noqa: S608 - as above
    " sum(stance = 'opposes') AS opposes, sum(stance = 'unknown') AS unknown"
    f" FROM positions WHERE toward_text {_SPELT_SO} AND sort_day IS NOT NULL GROUP BY month)",
    order="month",
)


def rooms(request: Request, page: OnePage, q: str = "") -> dict[str, Any]:
    """Everything on which somebody takes a stand, what most stands are about first."""
    with site_of(request).view() as view:
        return _MATTERS.page(view, where({contains("toward"): like(q)}), page)


def room(request: Request, page: OneScreen, about: str, until: OnDay = "") -> dict[str, Any]:
    """Who stands where on one matter, in the order of the reports' dates; silence is not opposition.

    `until` shows the matter as it stood at the end of a day; a party that has turned is named with both reports.
    """
    sides: dict[str, list[dict[str, Any]]] = {stance: [] for stance in STANCES}
    newest: list[dict[str, Any]] = []
    with site_of(request).view() as view:
        ((spellings,),) = view.query(_SPELLINGS, (about,))
        for stance in STANCES:
            asked = where({f"toward {_SPELT_SO}": spellings, "stance = ?": stance, "sort_day < ? || '~'": until})
            newest += STANDS.rows(view, asked, page.at_most(_MOST))
        months = _MONTHS.rows(view, Where(sql="TRUE", values=(spellings,)), limit=2_000)
    stands = with_turns(sorted(newest, key=_in_time))
    for stand in stands:
        sides[stand["stance"]].append(stand)
    most = max((sum(month[stance] for stance in STANCES) for month in months), default=0)
    return {
        "about": about,
        "sides": sides,
        "months": months,
        "most": most,
        "cut": len(stands) if len(stands) == _MOST else 0,
    }


def _in_time(stand: dict[str, Any]) -> tuple[str, str, str]:
    return stand["sort_day"] or "", stand["report_id"], stand["position_id"]


def _stands(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The stands of a room, each with the report that told the opposite before."""
    stands = [stand for side in found["sides"].values() for stand in side]
    return [{**stand, "before": _named(stand["before"]), "after": _named(stand["after"])} for stand in stands]


def _named(stand: dict[str, Any] | None) -> str | None:
    return f"{stand['stance']} {stand['report_id']}/{stand['position_id']}" if stand else None


def promises(request: Request, page: OnePage, q: str = "", kind: OfKind = "") -> dict[str, Any]:
    """What parties have said that they will or will not do; newest first."""
    with site_of(request).view() as view:
        found = where({contains('"by"', "action"): like(q), "kind = ?": kind})
        model = PROMISES.page(view, found, page, counted=not q)
        outcomes = {(report, line): outcome for report, line, outcome in view.query(_OUTCOMES)}
        for row in model["rows"]:
            row["later"] = outcomes.get((row["report_id"], row["commitment_id"]), "")
        return model


add_page(router, "/room", "room.html", room, [Listed(key="stands", name="stands", rows=_stands)])
add_page(router, "/rooms", "rooms.html", rooms, [Listed(key="rows", name="matters")])
add_page(router, "/promises", "promises.html", promises, [Listed(key="rows", name="promises")])
