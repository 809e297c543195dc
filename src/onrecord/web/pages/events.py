"""Events as reports tell them, and how many there were by month and by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Request

from onrecord.reading.event import EventType, Status
from onrecord.store.view import View
from onrecord.web.listed import Listed, OnePage
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


@dataclass(frozen=True)
class Asked:
    """Filters of events: words (`q`), type, status, country (alpha-3), first and last day, as an address holds them."""

    q: str = ""
    kind: str = ""
    status: str = ""
    country: str = ""
    since: str = ""
    until: str = ""

    def where(self, more: Mapping[str, str | None] | None = None) -> Where:
        """The conditions; words must stand in the report, and among the parties, the speakers or the sentence."""
        return where(
            {
                HOLDS: match(self.q),
                contains("actors", "recipients", "words", "told_by", "place"): like(self.q),
                "type = ?": self.kind,
                IN_COUNTRY: self.country,
                "country = ?": self.country,
                "status = ?": self.status,
                "sort_day >= ?": self.since,
                "sort_day < ? || '~'": self.until,
                **(more or {}),
            }
        )


def choices(view: View) -> dict[str, Any]:
    """What the filters of events offer."""
    return {"kinds": _KINDS, "statuses": get_args(Status), "countries": names(view, "country", "places")}


def events(request: Request, page: OnePage, asked: Annotated[Asked, Depends()]) -> dict[str, Any]:
    """Acts with their parties, status and speakers, one row for each report that tells one; newest first."""
    with site_of(request).view() as view:
        return {**_EVENTS.page(view, asked.where(), page), **choices(view)}


def timeline(request: Request, q: str = "", kind: str = "", country: str = "", month: str = "") -> dict[str, Any]:
    """Facts and all else by month, or by day for one month, a country or words.

    A day is when the act was, or else when the report appeared.
    """
    with site_of(request).view() as view:
        if q or country or month:
            found = Asked(q=q, kind=kind, country=country, since=month, until=month).where()
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


add_page(router, "/events", "events.html", events, [Listed(key="rows", name="events")])
add_page(router, "/timeline", "timeline.html", timeline, [Listed(key="days", name="counts")])
