"""All reports, and one report: its text beside its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
from fastapi import APIRouter, HTTPException, Request

from onrecord.errors import ProjectError
from onrecord.reading.cautions import find_cautions
from onrecord.reading.spelled import first_words
from onrecord.web.lines import Line, list_lines
from onrecord.web.listed import Listed, OnePage
from onrecord.web.marks import cut_text
from onrecord.web.pages.checked import OnDay
from onrecord.web.pages.filters import Table, holding, names, where
from onrecord.web.site import add_page, site_of

router = APIRouter()

_REPORTS = Table(
    columns="report_id document_id title publisher published events positions commitments copy_of",
    source="v_reports",
    order="published DESC, report_id",
    keys="report_id",
    whole="v_reports",
)


def reports(
    request: Request,
    page: OnePage,
    q: str = "",
    publisher: str = "",
    since: OnDay = "",
    until: OnDay = "",
) -> dict[str, Any]:
    """Reports by date, newest first; `q` asks for words of their titles and texts."""
    conditions = {
        "publisher = ?": publisher,
        "published >= ?": since,
        "published < ? || '~'": until,
    }
    with site_of(request).view() as view:
        choices = {"publishers": names(view, "publisher", "versions")}
        found = where({**holding(view, q, "v_reports.report_id"), **conditions})
        model = _REPORTS.page(view, found, page, counted=not q)
        for row in model["rows"]:
            row["heading"] = view.heading(row["report_id"], row["title"], row["document_id"])
        return {**model, **choices}


def report(request: Request, report_id: str) -> dict[str, Any]:
    """One report: its text, cut where its lines begin and end, and the lines."""
    try:
        with site_of(request).view() as view:
            reading, text = view.reading(report_id), view.text(report_id)
            versions = view.versions(report_id)
    except ProjectError as error:
        raise HTTPException(
            404, f"Cannot show {report_id[:60]}: there is no such report. Choose one of the list."
        ) from error
    sections: dict[str, list[Line]] = defaultdict(list)
    for line in list_lines(reading):
        sections[line.section].append(line)
    return {
        "report": versions[-1],
        "heading": versions[-1].title or first_words(text),
        "versions": len(versions),
        "stretches": cut_text(text, reading),
        "sections": sections,
        "cautions": find_cautions(reading),
        "made_by": reading.made_by,
    }


def _lines(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The lines of a report, section by section."""
    for lines in found["sections"].values():
        yield from (msgspec.to_builtins(line) for line in lines)


add_page(router, "/reports", "reports.html", reports, [Listed(key="rows", name="reports")])
add_page(router, "/reports/{report_id}", "report.html", report, [Listed(key="lines", name="lines", rows=_lines)])
