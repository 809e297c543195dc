"""Events as reports tell them, and how many there were by month and by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from onrecord.reading.event import REFUSED
from onrecord.store.view import View
from onrecord.web.listed import Listed, OnePage
from onrecord.web.pages.checked import STATUSES, TYPES, InCountry, OfStatus, OfType, OnDay
from onrecord.web.pages.filters import HOLDING, Table, Where, in_country, names, newest, saying, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

EVENTS = Table(
    columns="report_id event_id type mode status polarity certainty actors recipients place country first_day last_day"
    " numbers told_by words publisher published title cluster_id",
    source="v_events",
    order="sort_day DESC, report_id, event_id",
    keys="report_id, event_id",
)
SAYING = Table(  # acts found by words
    columns=EVENTS.columns,
    source="(SELECT v.*, f.rowid AS act_id, f.act_words AS said"  # noqa: S608 - our own words
    f" FROM {HOLDING} CROSS JOIN v_events v ON v.report_id = own.report_id AND v.event_id = own.event_id)",
    order="act_id DESC",
)
_MONTHS = Table(
    columns="day facts others",
    source="(SELECT month AS day, sum(n * (status IN ('happened', 'ongoing'))) AS facts,"
    " sum(n * (status NOT IN ('happened', 'ongoing'))) AS others FROM event_counts WHERE month > '' AND n > 0"
    " AND (?1 = '' OR type = ?1) GROUP BY month)",
    order="day",
)


@dataclass(frozen=True)
class Asked:
    """Filters of events: words (`q`), type, status, country (alpha-3), first and last day, as an address holds them.

    The status is how acts are told: `planned` are plans to do something, `not_planned` plans not to.
    """

    q: str = ""
    kind: OfType = ""
    status: OfStatus = ""
    country: InCountry = ""
    since: OnDay = ""
    until: OnDay = ""

    @property
    def table(self) -> Table:
        """What they filter, newest first."""
        return SAYING if self.q else EVENTS

    def where(self, view: View, more: Mapping[str, str | None] | None = None) -> Where:
        """The conditions; words must stand in the name of a party, of a speaker or of the place, or in the sentence."""
        days = {"since": self.since, "until": self.until}
        # What is told as not happened has that status or, of its not being done, another one.
        status = "" if self.status == "not_happened" else self.status
        status = status.removeprefix("not_") if status in REFUSED else status
        return where(
            {
                **(saying(self.q, **days, type=self.kind, status=status) if self.q else {}),
                "type = ?": self.kind,
                **in_country(view, self.country),
                # The newest of one status have an index of their own; type and status have one in common.
                "status = ?" if self.kind else "status || '' = ?": status,
                "told = ?": self.status,
                "sort_day >= ?": self.since,
                "sort_day < ? || '~'": self.until,
                **(more or {}),
            }
        )

    @property
    def costly(self) -> bool:
        """Whether rows that fit may be far apart, so that nobody waits for their number."""
        return bool(self.q or self.country)


def choices(view: View) -> dict[str, Any]:
    """What the filters of events offer."""
    return {"kinds": TYPES, "statuses": STATUSES, "countries": names(view, "country", "places")}


def events(request: Request, page: OnePage, asked: Annotated[Asked, Depends()]) -> dict[str, Any]:
    """Acts with their parties, status and speakers, one row for each report that tells one; newest first."""
    with site_of(request).view() as view:
        return {**asked.table.page(view, asked.where(view), page, counted=not asked.costly), **choices(view)}


def timeline(
    request: Request, q: str = "", kind: OfType = "", country: InCountry = "", month: OnDay = ""
) -> dict[str, Any]:
    """Facts and all else by month, or by day for one month, a country or words.

    A day is when the act was, or else when the report appeared. Of a large project words and countries are counted in
    one month, the newest unless another is asked for.
    """
    with site_of(request).view() as view:
        month = month or (newest(view) if q or country else "")
        if q or country:
            asked = Asked(q=q, kind=kind, country=country, since=month, until=month)
            found = asked.where(view)
            days = _days(asked.table.source, found).rows(view, Where(sql="TRUE", values=found.values), limit=2_000)
        elif month:
            found = where({"type = ?": kind, "sort_day >= ?": month, "sort_day < ? || '~'": month})
            own = Where(sql=f"same_as IS NULL AND {found.sql}", values=found.values)
            days = _days("events", own).rows(view, Where(sql="TRUE", values=own.values), limit=2_000)
        else:
            days = _MONTHS.rows(view, Where(sql="TRUE", values=(kind,)), limit=2_000)
        countries = names(view, "country", "places")
    most = max((day["facts"] + day["others"] for day in days), default=0)
    return {"days": days, "most": most, "kinds": TYPES, "countries": countries, "month": month}


def _days(source: str, found: Where) -> Table:
    return Table(
        columns="day facts others",
        source="(SELECT substr(sort_day, 1, 10) AS day, sum(status IN ('happened', 'ongoing')) AS facts,"  # noqa: S608
        " sum(status NOT IN ('happened', 'ongoing')) AS others"
        f" FROM {source} WHERE sort_day IS NOT NULL AND {found.sql} GROUP BY day)",
        order="day",
    )


add_page(router, "/events", "events.html", events, [Listed(key="rows", name="events")])
add_page(router, "/timeline", "timeline.html", timeline, [Listed(key="days", name="counts")])
