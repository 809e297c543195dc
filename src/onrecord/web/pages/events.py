"""Events as reports tell them, and how many there were on each day."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter, Query, Request

from onrecord.reading.event import EventType, Status
from onrecord.web.pages.filters import Table, Where, contains, like, names, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

_EVENTS = Table(
    columns="report_id event_id type mode status certainty actors recipients place country first_day numbers told_by"
    " words publisher published title cluster_id",
    source="v_events",
    order="coalesce(first_day, published) DESC, report_id, event_id",
)
_KINDS = sorted(get_args(EventType))


def _found(q: str, kind: str, country: str, **more: str) -> Where:
    return where(
        {
            contains("actors", "recipients", "words", "told_by", "place"): like(q),
            "type = ?": kind,
            "country = ?": country,
            "status = ?": more.get("status"),
            "coalesce(last_day, published) >= ?": more.get("since"),
            "coalesce(first_day, published) < ? || '~'": more.get("until"),
        }
    )


def events(
    request: Request,
    q: str = "",
    kind: str = "",
    status: str = "",
    country: str = "",
    since: str = "",
    until: str = "",
    page: int = Query(1, ge=1, le=1_000_000),
) -> dict[str, Any]:
    """Acts with their parties, status and speakers, one row for each report that tells one; newest first."""
    found = _found(q, kind, country, status=status, since=since, until=until)
    with site_of(request).view() as view:
        choices = {"kinds": _KINDS, "statuses": get_args(Status), "countries": names(view, "country", "places")}
        return {**_EVENTS.page(view, found, page), **choices}


def timeline(request: Request, q: str = "", kind: str = "", country: str = "") -> dict[str, Any]:
    """Acts by day, facts and all else apart; a day is when the act was, or else when the report appeared."""
    found = _found(q, kind, country)
    by_day = Table(
        columns="day facts others",
        source="(SELECT substr(coalesce(first_day, published), 1, 10) AS day,"  # noqa: S608 - values are bound, words are ours
        " sum(status IN ('happened', 'ongoing')) AS facts, sum(status NOT IN ('happened', 'ongoing')) AS others"
        f" FROM v_events WHERE {found.sql} GROUP BY day)",
        order="day",
    )
    with site_of(request).view() as view:
        days = by_day.rows(view, Where(sql="day IS NOT NULL", values=found.values), limit=5_000)
        countries = names(view, "country", "places")
    most = max((day["facts"] + day["others"] for day in days), default=0)
    return {"days": days, "most": most, "kinds": _KINDS, "countries": countries}


add_page(router, "/events", "events.html", events)
add_page(router, "/timeline", "timeline.html", timeline)
