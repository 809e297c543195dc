"""Across reports: one event in many of them, where they disagree, what became of promises, and copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar
from unicodedata import bidirectional

import msgspec
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.merge.project import merge_project
from onrecord.store.rows import ReportRow
from onrecord.store.view import View
from onrecord.web.jobs import jobs_of
from onrecord.web.listed import Listed, OnePage, Page
from onrecord.web.pages.checked import AcrossStatus
from onrecord.web.pages.filters import Table, like, where
from onrecord.web.site import add_page, site_of

_RIGHT_TO_LEFT = frozenset({"R", "AL"})

router = APIRouter()

_Item = TypeVar("_Item")
Found = dict[str, Any]  # the record of a finding
_EVENTS = Table(
    columns="cluster_id title type status first_day last_day country reports independent speakers",
    source="(SELECT *, json_extract(record, '$.title') AS title FROM clusters)",
    order="first_day IS NULL, first_day DESC, cluster_id",
)


def across(
    request: Request, page: OnePage, q: str = "", status: AcrossStatus = "", several: str = ""
) -> dict[str, Any]:
    """Events as all reports tell them, with the three counts: reports, independent reports, original speakers."""
    conditions = {"title LIKE ? ESCAPE '!'": like(q), "status = ?": status, "reports > ?": "1" if several else None}
    with site_of(request).view() as view:
        statuses = sorted({name for (name,) in view.query("SELECT DISTINCT status FROM clusters")})
        return {**_EVENTS.page(view, where(conditions), page), **stale(view), "statuses": statuses}


def event(request: Request, key: str) -> dict[str, Any]:
    """One event: every value with those who give it, every telling with its words and why it belongs here."""
    with site_of(request).view() as view:
        found = view.cluster(key)
        if found is None:
            raise HTTPException(
                404, f"Cannot show {key[:60]}: the last merge holds no such event. Choose one of the list."
            )
        disagreements = [row.record for row in view.findings("disagreement") if row.record["event"] == key]
        called = outlets(view, (told["report"] for told in found.record["tellings"]))
    why = {f"{member.report_id}/{member.event_id}": member for member in found.members}
    tellings = [
        {
            **telling,
            "outlet": called.get(telling["report"], ""),
            "reasons": why[f"{telling['report']}/{telling['event']}"].reasons,
        }
        for telling in found.record["tellings"]
    ]
    return {
        "event": found,
        "values": found.record["values"],
        "tellings": tellings,
        "disagreements": disagreements,
        "outlets": called,
    }


def conflicts(request: Request, page: OnePage) -> dict[str, Any]:
    """Where reports disagree, whose position changed, what later reports say of promises; nothing is decided."""
    with site_of(request).view() as view:
        disagreements, one = _part([row.record for row in view.findings("disagreement")], page)
        positions, two = _part([row.record for row in view.findings("position") if row.record["changed"]], page)
        kept = [row.record for row in view.findings("promise") if row.record["outcome"] != "no report"]
        promises, three = _part(kept, page)
        return {
            "disagreements": disagreements,
            "positions": positions,
            "promises": promises,
            "page": page.number,
            "more": one or two or three,
            "titles": _titles(view, disagreements, promises),
            "outlets": outlets(view, _reports(disagreements, positions)),
            **stale(view),
        }


def _titles(view: View, disagreements: list[Found], promises: list[Found]) -> dict[str, str]:
    """The titles of the events that these are about."""
    keys = {item["event"] for item in disagreements}
    keys |= {item["event"] for promise in promises for item in promise["evidence"]}
    sql = (
        "SELECT cluster_id, json_extract(record, '$.title') FROM clusters"
        " WHERE cluster_id IN (SELECT value FROM json_each(?))"
    )
    return dict(view.query(sql, (msgspec.json.encode(sorted(keys)).decode(),)))


def _reports(disagreements: list[Found], positions: list[Found]) -> Iterator[str]:
    for item in disagreements:
        yield from (report for claim in item["claims"] for report in claim["reports"])
    for course in positions:
        yield from (stand["report"] for stand in course["stands"])


def copies(request: Request, page: OnePage) -> dict[str, Any]:
    """Reports that print one text, with what each has and lacks."""
    clusters: dict[str, list[dict[str, Any]]] = defaultdict(list)
    sql = "SELECT DISTINCT cluster_id FROM copies ORDER BY cluster_id LIMIT ? OFFSET ?"
    with site_of(request).view() as view:
        keys = [key for (key,) in view.query(sql, (page.rows + 1, page.start))]
        shown = view.copies(keys[: page.rows])
        rows = {row.report_id: row for row in view.reports(copy.report_id for copy in shown)}
        for copy in shown:
            clusters[copy.cluster_id].append({**msgspec.to_builtins(copy), "report": rows[copy.report_id]})
        late = stale(view)
    return {"clusters": list(clusters.values()), "page": page.number, "more": len(keys) > page.rows, **late}


def merge(request: Request) -> Response:
    """Find copies, events, parties and disagreements across all reports anew."""
    started = jobs_of(request).call(merge_project, site_of(request).project, then="/across")
    return RedirectResponse(f"/jobs/{started.id}", status_code=303)


def stale(view: View) -> dict[str, int]:
    """What the last merge does not know yet: reports that came in since, and judgements."""
    return {"unmerged": view.unmerged(), "unmerged_judgements": view.unmerged_judgements()}


def _part(items: list[_Item], page: Page) -> tuple[list[_Item], bool]:
    """The items of a page, and whether there are further ones."""
    end = page.start + page.rows
    return items[page.start : end], len(items) > end


def _by_claim(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Disagreements, one value a row."""
    for item in found["disagreements"]:
        own = {"event": item["event"], "title": found["titles"].get(item["event"])}
        for claim in item["claims"]:
            yield {**own, "field": item["field"], "compatible": item["compatible"], **_claim(claim)}


def _by_stand(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Positions that changed, one stand a row."""
    for course in found["positions"]:
        for stand in course["stands"]:
            told = {name: stand[name] for name in ("day", "stance", "basis", "words", "report", "position")}
            yield {"holder": course["name"], "matter": course["matter"], **told, "speaker": stand["speaker"]["name"]}


def _by_value(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What is told of an event, one value a row."""
    for field, claims in found["values"].items():
        yield from ({"field": field, **_claim(claim)} for claim in claims)


def _claim(claim: dict[str, Any]) -> dict[str, Any]:
    return {
        "value": claim["value"],
        "speakers": [speaker["name"] for speaker in claim["speakers"]],
        "reports": claim["reports"],
        "independent": claim["independent"],
    }


def _by_copy(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Copies, one report a row."""
    for cluster in found["clusters"]:
        for copy in cluster:
            own = {name: copy[name] for name in ("cluster_id", "report_id", "copy_of", "kind", "score")}
            changes = copy["evidence"].get("changes", {})
            yield {**own, "publisher": copy["report"].publisher, "published": copy["report"].published, **changes}


def outlets(view: View, reports: Iterable[str]) -> dict[str, str]:
    """What a page calls each of these reports: its outlet and day, or its title."""
    return {row.report_id: _called(row) for row in view.reports(reports)}


def _called(row: ReportRow) -> str:
    name = row.publisher or row.title or row.document_id
    if any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in name):
        name = f"\u2068{name}\u2069"  # isolated: the day behind it would be turned round as well
    return f"{name}, {row.published[:10]}" if row.published else name


_DISAGREE = (
    Listed(key="disagreements", name="disagreements", rows=_by_claim),
    Listed(key="positions", name="positions that changed", rows=_by_stand),
    Listed(key="promises", name="promises and what later reports say"),
)
_TOLD = (Listed(key="values", name="what is told", rows=_by_value), Listed(key="tellings", name="tellings"))
add_page(router, "/across", "across.html", across, [Listed(key="rows", name="events")])
add_page(router, "/across/{key}", "event.html", event, _TOLD)
add_page(router, "/conflicts", "conflicts.html", conflicts, _DISAGREE)
add_page(router, "/copies", "copies.html", copies, [Listed(key="clusters", name="copies", rows=_by_copy)])
router.add_api_route("/merge", merge, methods=["POST"], include_in_schema=False)
