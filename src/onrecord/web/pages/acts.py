"""Review of acts as reports tell them: is each read right? Corrections are judgements; readings never change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request, Response

from onrecord.errors import ProjectError
from onrecord.merge.acts import Act, find_act, load_report, tellings_of
from onrecord.merge.decide import CORRECTED, STATUSES, TYPES, judge_correct, judge_right
from onrecord.merge.judgements import NO_ACT, Finder, confirmed
from onrecord.merge.report import Report
from onrecord.merge.spots import only_choice
from onrecord.reading.markup import without_markup
from onrecord.store.rows import CONFIRMED, Judgement
from onrecord.store.view import View
from onrecord.web.listed import Page
from onrecord.web.pages.decided import keep, lead_back, list_decided, standing
from onrecord.web.pages.events import Asked, choices
from onrecord.web.pages.judged import acts_judged
from onrecord.web.pages.spots import choices_of
from onrecord.web.site import add_page, site_of

router = APIRouter()

# What somebody has judged does not come up again, nor what a report tells in its place when it is read anew.
_OPEN = "(report_id || '/' || event_id) NOT IN (SELECT value FROM json_each(?))"
_AROUND_CHARS = 400  # of the text on both sides of the sentence
_AHEAD = 100  # acts that are looked up; for the next one alone SQLite would sort all of them


def acts(
    request: Request,
    asked: Annotated[Asked, Depends()],
    act: str = "",
    skip: int = Query(0, ge=0, le=10_000),
) -> dict[str, Any]:
    """The next act of those that the filters let through and nobody has judged, or `act` (REPORT/EVENT)."""
    with site_of(request).view() as view:
        judgements = [row for row in view.judgements() if row.kind == "correct" and not row.undone_by]
        judged = acts_judged(view, judgements, site_of(request).moved)
        found = asked.where(view, {_OPEN: msgspec.json.encode(sorted(set(judged.values()))).decode()})
        listed = asked.table.page(view, found, Page(number=1, rows=skip + _AHEAD), counted=not asked.costly)
        named = act.partition("/")[::2] if act else _first(listed["rows"][skip:])
        return {
            "card": _card(view, *named, judgements) if named else None,
            "left": None if listed["total"] is None else max(0, listed["total"] - skip),
            "least": listed["least"],
            "skip": skip,
            "following": urlencode({name: value for name, value in asdict(asked).items() if value}),
            "decided": list_decided(request, view),
            **standing(request, view),
            **choices(view),
        }


def judge(
    request: Request,
    act: Annotated[str, Form()],
    verdict: Annotated[str, Form()],
    who: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
    given: Annotated[list[str] | None, Form(alias="value")] = None,
) -> Response:
    """Keep what somebody says of an act: `right`, `none` (no act at all), or `save` the values that differ."""
    report_id, _, event_id = act.partition("/")
    why = why.strip() or "seen in review"
    try:
        with site_of(request).view() as view:
            told = find_act(load_report(view, report_id), event_id)
            if verdict == "none":
                made = [judge_correct(view, told.key, "status", NO_ACT, who, why)]
            else:
                now = told.read | _said(view, told, view.judgements())
                values = dict(zip(CORRECTED, given or (), strict=False))
                changed = {f: v for f, v in values.items() if v.strip() != now[f]}
                if changed.get("country") and values["place"].strip():
                    changed["place"] = values["place"]  # another place of this name
                made = [_corrected(request, view, told, field, changed, who, why) for field in changed]
            if verdict == "right":
                made.append(judge_right(view, told.key, who, why))
    except ProjectError as error:
        raise HTTPException(400, str(error)) from error
    keep(request, made)
    doubtful = next((row.id for row in made if _doubtful(request, row)), None)
    if doubtful:
        return lead_back("/review/place", back, judgement=doubtful, act="", who=who)
    return lead_back("/review/acts", back, act="", who=who)


def _corrected(
    request: Request, view: View, told: Act, field: str, changed: Mapping[str, str], who: str, why: str
) -> Judgement:
    """A correction; of a place with the one of the gazetteer that bears the name, where there is no other."""
    spot = None
    if field == "place" and changed[field].strip():
        country = changed.get("country", "")
        spot = only_choice(changed[field], country, site_of(request).find_places(changed[field], country))
    return judge_correct(view, told.key, field, changed[field], who, why, spot)


def _doubtful(request: Request, made: Judgement) -> bool:
    """Whether it corrects a place to a name that several places bear."""
    return made.field == "place" and not made.value.get("spot") and bool(choices_of(site_of(request), made))


def _card(view: View, report_id: str, event_id: str, judgements: Sequence[Judgement]) -> dict[str, Any]:
    try:
        report = load_report(view, report_id)
        told = find_act(report, event_id)
    except ProjectError as error:
        raise HTTPException(
            404, "Cannot show this act: there is none of this name. Choose one of the list of events."
        ) from error
    said = _said(view, told, judgements, report)
    info = report.reading.document
    return {
        "act": f"{report_id}/{told.event}",
        "report": {
            "report_id": report_id,
            "title": info.title,
            "publisher": info.publisher,
            "published": info.published,
        },
        "words": _words(report.text, told),
        "fields": [{"field": f, "read": told.read[f], "now": said.get(f, told.read[f])} for f in CORRECTED],
        "confirmed": CONFIRMED in said,
        "types": TYPES,
        "statuses": STATUSES,
        "parties": sorted({entity.name for entity in report.reading.entities}),
        "places": sorted({place.name for place in report.reading.places}),
    }


def _words(text: str, act: Act) -> dict[str, str]:
    """The sentence cut at the trigger, and some of the text around it."""
    text = without_markup(text)
    (start, end), (first, last) = act.sentence, act.trigger
    return {
        "earlier": text[max(0, start - _AROUND_CHARS) : start],
        "before": text[start:first],
        "trigger": text[first:last],
        "after": text[last:end],
        "later": text[end : end + _AROUND_CHARS],
    }


def _said(view: View, act: Act, judgements: Sequence[Judgement], report: Report | None = None) -> dict[str, str]:
    """By field what stands corrected of an act or called right, also where that was in an earlier reading."""
    report = report or load_report(view, act.report)
    finder = Finder({act.report: report}, tellings_of(report))
    own = [
        row
        for row in judgements
        if row.kind == "correct"
        and not row.undone_by
        and row.subjects[0].startswith(f"{act.report}:")
        and finder.find(row.subjects[0], row) == act.key
    ]
    right = {field: value for row in own for field, value in confirmed(row).items()}
    return right | {str(row.field): row.value["value"] for row in own}


def _first(rows: list[dict[str, Any]]) -> tuple[str, str] | None:
    return (rows[0]["report_id"], rows[0]["event_id"]) if rows else None


add_page(router, "/review/acts", "acts.html", acts)
router.add_api_route("/review/act", judge, methods=["POST"], include_in_schema=False)
