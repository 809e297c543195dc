"""Who is in the reports, and what is told of each: did, had done to it, said, stands, promised, is called."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from onrecord.web.listed import Listed, OnePage, OneScreen
from onrecord.web.pages.across import outlets
from onrecord.web.pages.filters import Table, contains, like, where
from onrecord.web.pages.tables import PROMISES, STANDS
from onrecord.web.site import add_page, site_of

router = APIRouter()

_MOST = 50  # rows of each kind on a party's page; its files hold all

# A party is called by its name: the actor base gives one name to all spellings of one party.
_PARTIES = Table(
    columns="name named country did done",
    source="(SELECT name, named, iif(named, country, NULL) AS country, did, done, acts FROM party_counts"
    " WHERE acts > 0)",
    order="named DESC, acts DESC, name",
)
_ACTS = Table(
    columns="report_id event_id type status polarity certainty actors recipients place first_day last_day told_by"
    " words publisher published",
    source="(SELECT v.*, p.name, p.side, p.sort_day AS party_day FROM event_parties p"
    " CROSS JOIN v_events v ON v.report_id = p.report_id AND v.event_id = p.event_id)",
    order="party_day DESC, report_id, event_id",
)
_SAID = Table(
    columns="report_id attribution_id cue content publisher published",
    source="(SELECT a.*, v.publisher FROM attributions a"
    " CROSS JOIN reports r ON r.report_id = a.report_id"
    " CROSS JOIN versions v ON v.report_id = r.report_id AND v.version = r.version)",
    order="published DESC, report_id, attribution_id",
)
_CALLED = Table(
    columns="report_id text scare_quotes told_by publisher published",
    source="(SELECT l.*, coalesce(a.told_by, 'the reporter') AS told_by, v.publisher FROM labels l"
    " CROSS JOIN reports r ON r.report_id = l.report_id"
    " CROSS JOIN versions v ON v.report_id = r.report_id AND v.version = r.version"
    " LEFT JOIN attributions a ON a.report_id = l.report_id AND a.attribution_id = l.attribution_id)",
    order="published DESC, report_id, n",
)

_LISTS = (
    Listed(key="did", name="what it did"),
    Listed(key="done", name="what was done to it"),
    Listed(key="stands", name="where it stands"),
    Listed(key="promises", name="what it promised"),
    Listed(key="said", name="what it said"),
    Listed(key="called", name="what it is called"),
)


def parties(request: Request, page: OnePage, q: str = "") -> dict[str, Any]:
    """All parties to acts: those that bear a name first, of these the ones with the most acts."""
    with site_of(request).view() as view:
        return _PARTIES.page(view, where({contains("name"): like(q)}), page)


def party(request: Request, page: OneScreen, name: str) -> dict[str, Any]:
    """One party: did, had done to it, where it stands, what it promised and said, what it is called; newest first."""
    most = page.at_most(_MOST)
    with site_of(request).view() as view:
        turned = [row.record for row in view.courses(name) if row.record["changed"]]
        lists = {
            "did": _ACTS.rows(view, where({"name = ?": name, "side = ?": "actor"}), most),
            "done": _ACTS.rows(view, where({"name = ?": name, "side = ?": "recipient"}), most),
            "stands": STANDS.rows(view, where({"holder = ?": name}), most),
            "promises": PROMISES.rows(view, where({'"by" = ?': name}), most),
            "said": _SAID.rows(view, where({"source_name = ?": name}), most),
            "called": _CALLED.rows(view, where({"entity_name = ?": name}), most),
        }
        return {
            "name": name,
            "named": any(view.query("SELECT 1 FROM entities WHERE name = ? AND named LIMIT 1", (name,))),
            **lists,
            "cut": most if any(len(rows) == most for rows in lists.values()) else 0,
            "turned": turned,
            "outlets": outlets(view, (stand["report"] for course in turned for stand in course["stands"])),
        }


add_page(router, "/parties", "parties.html", parties, [Listed(key="rows", name="parties")])
add_page(router, "/parties/{name:path}", "party.html", party, _LISTS)
