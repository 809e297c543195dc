"""Review of events across reports: one question at a time, by keyboard; answers are judgements."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response

from onrecord.merge.decide import judge_apart, judge_merge
from onrecord.merge.questions import Pair, find_questions
from onrecord.store.view import View
from onrecord.web.pages.decided import keep, lead_back, list_decided, standing
from onrecord.web.site import add_page, site_of

router = APIRouter()

_WHY = "answered in review"


def review(request: Request, skip: int = Query(0, ge=0, le=1_000_000)) -> dict[str, Any]:
    """The next question, whether two events are one, and what has been decided, the last first."""
    with site_of(request).view() as view:
        questions = _open(view)
        at = min(skip, len(questions))
        return {
            "card": [questions[at][1], questions[at][2]] if at < len(questions) else [],
            "left": len(questions) - at,
            "skip": at,
            "decided": list_decided(request, view),
            **standing(request, view),
        }


def answer(
    request: Request,
    one: Annotated[str, Form()],
    other: Annotated[str, Form()],
    verdict: Annotated[str, Form()],
    who: Annotated[str, Form()],
    back: Annotated[str, Form()] = "",
) -> Response:
    """Keep an answer: the two are one event, or they are not."""
    with site_of(request).view() as view:
        pair = next((q for q in _open(view) if (q[1].cluster_id, q[2].cluster_id) == (one, other)), None)
        if pair is None:
            raise HTTPException(404, "Cannot keep this answer: its question is not open any more. Go on with the next.")
        if verdict == "one":
            judgement = judge_merge(view, [pair[1], pair[2]], who, _WHY)
        else:
            judgement = judge_apart(view, pair[1], pair[2], who, _WHY)
    keep(request, [judgement])
    return lead_back("/review", back)


def _open(view: View) -> list[Pair]:
    """Questions of the last merge on which nothing has been decided since."""
    decided = view.judgements()
    joined = [set(j.subjects) for j in decided if j.kind == "merge" and not j.undone_by]
    return [
        (score, one, other)
        for score, one, other in find_questions(list(view.doubtful()), decided)
        if not any({one.record["key"], other.record["key"]} <= keys for keys in joined)
    ]


add_page(router, "/review", "review.html", review)
router.add_api_route("/review/answer", answer, methods=["POST"], include_in_schema=False)
