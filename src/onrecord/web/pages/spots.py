"""Which place is it? Of several that bear a corrected name a person chooses one, and so it comes onto the map."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request, Response
from msgspec.structs import asdict

from onrecord.errors import ProjectError
from onrecord.export.codes import country_name
from onrecord.merge.decide import judge_correct
from onrecord.merge.spots import Choice
from onrecord.store.rows import Judgement
from onrecord.store.view import View
from onrecord.web.pages.decided import keep, lead_back, whole_words
from onrecord.web.pages.judged import anchor_of
from onrecord.web.site import Site, add_page, site_of

router = APIRouter()


def place(request: Request, judgement: str) -> dict[str, Any]:
    """A corrected place, the words it is about, and the places of the gazetteer that it may be."""
    site = site_of(request)
    with site.view() as view:
        made = _corrected(view, judgement)
        anchor = anchor_of(made)
        return {
            "judgement": made.id,
            "name": made.value["value"],
            "words": whole_words(anchor) if anchor else "",
            "report": anchor.get("report"),
            "choices": [
                {**asdict(choice), "country_name": country_name(choice.country)} for choice in choices_of(site, made)
            ],
            "chosen": (made.value.get("spot") or {}).get("geonameid"),
            "who": request.query_params.get("who") or made.who,
        }


def choose(
    request: Request,
    judgement: Annotated[str, Form()],
    who: Annotated[str, Form()],
    geonameid: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Keep which place it is; none of them where `geonameid` is empty."""
    site = site_of(request)
    with site.view() as view:
        made = _corrected(view, judgement)
        spot = next((choice for choice in choices_of(site, made) if choice.geonameid == geonameid), None)
        if geonameid and spot is None:
            raise HTTPException(400, "Cannot choose this place: it does not bear the name. Choose one of the list.")
        if spot or made.value.get("spot"):  # none of them takes back what was chosen before
            try:
                now = judge_correct(view, made.subjects[0], "place", made.value["value"], who, "chosen in review", spot)
            except ProjectError as error:
                raise HTTPException(400, str(error)) from error
            keep(request, [now])
    return lead_back("/review/acts", back, who=who)


def choices_of(site: Site, judgement: Judgement) -> tuple[Choice, ...]:
    """The places that a corrected name may mean, those of the country that was read first."""
    return site.find_places(judgement.value["value"], (judgement.value.get("read") or {}).get("country") or "")


def _corrected(view: View, key: str) -> Judgement:
    for row in view.judgements():
        if row.id == key and row.kind == "correct" and row.field == "place" and row.value.get("value"):
            return row
    raise HTTPException(404, "Cannot choose a place: there is no such correction. Correct the act's place first.")


add_page(router, "/review/place", "place.html", place)
router.add_api_route("/review/place", choose, methods=["POST"], include_in_schema=False)
