"""Review: one question at a time, by keyboard; answers are judgements, and each can be undone."""

from __future__ import annotations

from getpass import getuser
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.merge.decide import judge_apart, judge_merge, judge_undo
from onrecord.merge.questions import Pair, find_questions
from onrecord.store.project import open_writer
from onrecord.store.rows import Judgement
from onrecord.store.view import View
from onrecord.web.site import add_page, site_of

router = APIRouter()

_WHY = "answered in review"


def review(request: Request, skip: int = 0) -> dict[str, Any]:
    """The next question, whether two events are one, and what has been decided, the last first."""
    with site_of(request).view() as view:
        questions = _open(view)
        decided = [{"id": judgement.id, "judgement": judgement} for judgement in reversed(view.judgements())]
        unmerged = view.unmerged()
    at = min(max(skip, 0), len(questions))
    card = [questions[at][1], questions[at][2]] if at < len(questions) else []
    return {
        "card": card,
        "left": len(questions) - at,
        "skip": at,
        "decided": decided,
        "unmerged": unmerged,
        "who": getuser(),
    }


def answer(
    request: Request,
    one: Annotated[str, Form()],
    other: Annotated[str, Form()],
    verdict: Annotated[str, Form()],
    who: Annotated[str, Form()],
    skip: Annotated[int, Form()] = 0,
) -> Response:
    """Keep an answer: the two are one event, or they are not."""
    with site_of(request).view() as view:
        pair = next((q for q in _open(view) if (q[1].cluster_id, q[2].cluster_id) == (one, other)), None)
        if pair is None:
            raise HTTPException(404, "This question is not open any more.")
        if verdict == "one":
            judgement = judge_merge(view, [pair[1], pair[2]], who, _WHY)
        else:
            judgement = judge_apart(view, pair[1], pair[2], who, _WHY)
    _keep(request, judgement)
    return RedirectResponse(f"/review?skip={skip}", status_code=303)


def undo(request: Request, judgement: Annotated[str, Form()], who: Annotated[str, Form()]) -> Response:
    """Let a judgement count no more; it stays on record."""
    _keep(request, judge_undo(judgement, who, "undone in review"))
    return RedirectResponse("/review", status_code=303)


def _open(view: View) -> list[Pair]:
    """Questions of the last merge on which nothing has been decided since."""
    decided = view.judgements()
    joined = [set(j.subjects) for j in decided if j.kind == "merge" and not j.undone_by]
    return [
        (score, one, other)
        for score, one, other in find_questions(list(view.clusters()), decided)
        if not any({one.record["key"], other.record["key"]} <= keys for keys in joined)
    ]


def _keep(request: Request, judgement: Judgement) -> None:
    with open_writer(site_of(request).project) as writer:
        writer.add_judgement(judgement)


add_page(router, "/review", "review.html", review)
router.add_api_route("/review/answer", answer, methods=["POST"], include_in_schema=False)
router.add_api_route("/review/undo", undo, methods=["POST"], include_in_schema=False)
