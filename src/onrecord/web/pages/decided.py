"""What people have decided: on every page of the review, whole on its own, and as training data; all can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from getpass import getuser
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse

from onrecord.errors import ProjectError
from onrecord.merge.decide import judge_undo
from onrecord.merge.training import training_examples
from onrecord.store.project import open_writer
from onrecord.store.rows import Judgement
from onrecord.store.view import View
from onrecord.web.listed import Listed, OnePage
from onrecord.web.pages.across import stale
from onrecord.web.pages.judged import acts_judged
from onrecord.web.site import Site, add_page, site_of

router = APIRouter()

LAST = 20  # decisions that a page of questions shows
# Where an answer leads back to, and what of its address comes along.
_KEPT = ("q", "kind", "status", "country", "since", "until", "skip", "act", "who")
_PAGES = ("/review", "/review/acts", "/review/decided", "/review/place")


def decided(request: Request, page: OnePage) -> dict[str, Any]:
    """All that people have decided, the last first; what is undone stays on record."""
    with site_of(request).view() as view:
        rows = list_decided(request, view, page.rows + 1, page.start)
        more = {"page": page.number, "more": len(rows) > page.rows}
        return {"decided": rows[: page.rows], **more, **standing(request, view)}


def undo(
    request: Request,
    judgement: Annotated[str, Form()],
    who: Annotated[str, Form()],
    page: Annotated[str, Form()] = "/review",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Let a judgement count no more; it stays on record."""
    keep(request, [judge_undo(judgement, who, "undone in review")])
    return lead_back(page, back)


def training(request: Request) -> Response:
    """What people have decided as training data, one JSON object a line."""
    headers = {"content-disposition": 'attachment; filename="training.jsonl"'}
    return StreamingResponse(_lines(site_of(request)), media_type="application/jsonl", headers=headers)


def list_decided(request: Request, view: View, limit: int = LAST, offset: int = 0) -> list[dict[str, Any]]:
    """Judgements as pages show them, the last first: what was read, what is right, the words, and who says so."""
    made = list(reversed(view.judgements()))
    undoable = next((row.id for row in made if row.kind != "undo" and not row.undone_by), None)
    shown = made[offset : offset + limit]
    acts = acts_judged(view, shown, site_of(request).moved)
    return [{**_told(row), "act": acts.get(row.id), "last": row.id == undoable} for row in shown]


def standing(request: Request, view: View) -> dict[str, Any]:
    """What every page of the review says besides: who decides, and what no merge knows yet."""
    asked = request.query_params.get("who")
    return {"who": asked or _user(), **stale(view)}


def keep(request: Request, judgements: list[Judgement]) -> None:
    """Put judgements on record.

    Raises:
        HTTPException: an undo of what is no judgement.
    """
    try:
        with open_writer(site_of(request).project) as writer:
            for judgement in judgements:
                writer.add_judgement(judgement)
    except ProjectError as error:
        raise HTTPException(400, str(error)) from error


def lead_back(page: str, back: str, **changed: str) -> Response:
    """To the page that asked, with its filters."""
    kept = {name: value for name, value in parse_qsl(back) if name in _KEPT} | changed
    address = page if page in _PAGES else "/review"
    query = urlencode({name: value for name, value in kept.items() if value})
    return RedirectResponse(f"{address}?{query}" if query else address, status_code=303)


def _told(row: Judgement) -> dict[str, Any]:
    held = row.value if isinstance(row.value, dict) else {"value": row.value}
    anchors = held.get("anchors", {})
    return {
        "id": row.id,
        "kind": row.kind,
        "field": row.field,
        "read": (held.get("read") or {}).get(row.field or "", ""),
        "right": held.get("value"),
        "spot": held.get("spot"),
        "words": [whole_words(anchor) for anchor in anchors.values()][:2],
        "who": row.who,
        "when": row.when,
        "why": row.why,
        "undone": row.undone_by is not None,
    }


def whole_words(anchor: Mapping[str, Any]) -> str:
    """What a judgement keeps of the text around a trigger, without the halves of words at its ends."""
    words: str = anchor["words"]
    first = words.find(" ", 0, anchor["at"]) + 1
    last = words.rfind(" ", anchor["at"] + anchor.get("length", 1))
    return words[first : last if last > 0 else None]


def _lines(site: Site) -> Iterator[bytes]:
    with site.view() as view:
        for example in training_examples(view):
            yield msgspec.json.encode(example) + b"\n"


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # no such user on this machine
        return ""


add_page(router, "/review/decided", "decided.html", decided, [Listed(key="decided", name="judgements")])
router.add_api_route("/review/undo", undo, methods=["POST"], include_in_schema=False)
router.add_api_route("/review/training.jsonl", training, methods=["GET"], include_in_schema=False)
