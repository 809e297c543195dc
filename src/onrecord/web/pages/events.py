"""Events as reports tell them, and how many there were by month and by day."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter, Query, Request

from onrecord.reading.event import EventType, Status
from onrecord.web.pages.filters import HOLDS, IN_COUNTRY, Table, Where, contains, like, match, names, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

_EVENTS = Table(
    columns="report_id event_id type mode status certainty actors recipients place country first_day numbers told_by"
    " words publisher published title cluster_id",
    source="v_events",
    order="sort_day DESC, report_id, event_id",
)
_MONTHS = Table(
    columns="day facts others",
    source="(SELECT month AS day, sum(n * (status IN ('happened', 'ongoing'))) AS facts,"
    " sum(n * (status NOT IN ('happened', 'ongoing'))) AS others FROM event_counts WHERE month > '' AND n > 0"
    " AND (?1 = '' OR type = ?1) GROUP BY month)",
    order="day",
)
_KINDS = sorted(get_args(EventType))


def _found(q: str, kind: str, country: str, **more: str) -> Where:
    """Conditions on events; words must stand in the report, and among the parties, the speakers or the sentence."""
    return where(
        {
            HOLDS: match(q),
            contains("actors", "recipients", "words", "told_by", "place"): like(q),
            "type = ?": kind,
            IN_COUNTRY: country,
            "country = ?": country,
            "status = ?": more.get("status"),
            "sort_day >= ?": more.get("since"),
            "sort_day < ? || '~'": more.get("until"),
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


def timeline(request: Request, q: str = "", kind: str = "", country: str = "", month: str = "") -> dict[str, Any]:
    """Facts and all else by month, or by day for one month, a country or words.

    A day is when the act was, or else when the report appeared.
    """
    with site_of(request).view() as view:
        if q or country or month:
            found = _found(q, kind, country, since=month, until=month)
            days = _days(found).rows(view, Where(sql="TRUE", values=found.values), limit=2_000)
        else:
            days = _MONTHS.rows(view, Where(sql="TRUE", values=(kind,)), limit=2_000)
        countries = names(view, "country", "places")
    most = max((day["facts"] + day["others"] for day in days), default=0)
    return {"days": days, "most": most, "kinds": _KINDS, "countries": countries}


def _days(found: Where) -> Table:
    return Table(
        columns="day facts others",
        source="(SELECT substr(sort_day, 1, 10) AS day, sum(status IN ('happened', 'ongoing')) AS facts,"  # noqa: S608
        " sum(status NOT IN ('happened', 'ongoing')) AS others FROM v_events"
        f" WHERE sort_day IS NOT NULL AND {found.sql} GROUP BY day)",
        order="day",
    )


add_page(router, "/events", "events.html", events)
add_page(router, "/timeline", "timeline.html", timeline)
