"""The site: one project file, its pages, and what guards them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse

from onrecord.errors import OnrecordError
from onrecord.settings import Settings
from onrecord.store.project import open_writer
from onrecord.version import __version__
from onrecord.web.guard import Guard, Rules
from onrecord.web.jobs import Jobs
from onrecord.web.pages import (
    across,
    acts,
    decided,
    events,
    geography,
    home,
    parties,
    reports,
    review,
    room,
    spots,
    ties,
)
from onrecord.web.pages.checked import IN_WORDS
from onrecord.web.site import Site, site_of

_PAGES = (home, reports, events, parties, room, across, geography, ties, review, acts, decided, spots)
_FOR_PROGRAMS = ("/api", "/export")


def make_app(project: Path, rules: Rules, settings: Settings | None = None) -> FastAPI:
    """The site over a project file, which is made where there is none.

    Raises:
        ProjectError: the file is no project file, or cannot be made.
    """
    with open_writer(project):
        pass  # made, and brought to the newest schema
    jobs = Jobs(project, settings or Settings())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        jobs.close()

    app = FastAPI(title="onrecord", version=__version__, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.state.site = Site(project)
    app.state.jobs = jobs
    app.add_middleware(Guard, rules=rules)
    for page in _PAGES:
        app.include_router(page.router)
    app.include_router(app.state.site.assets.router())
    app.add_exception_handler(HTTPException, _not_found)
    app.add_exception_handler(404, _not_found)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(OnrecordError, _failed)
    return app


def _not_found(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 404)
    said, phrase = str(getattr(error, "detail", error)), HTTPStatus(status).phrase
    if said == phrase:  # the server's own words for an address that is none
        said = f"Cannot answer {request.url.path[:60]}: {phrase.lower()}. Begin at the first page."
    return _say(request, said, status)


def _misunderstood(request: Request, error: Exception) -> Response:
    """What an address or a form asks for in a way that nobody understands."""
    if request.url.path.startswith(_FOR_PROGRAMS):
        return JSONResponse({"detail": jsonable_encoder(getattr(error, "errors", list)())}, status_code=422)
    return _say(request, " ".join(map(_in_words, getattr(error, "errors", list)())), 422)


def _in_words(wrong: dict[str, Any]) -> str:
    if wrong["type"] == IN_WORDS:
        return str(wrong["msg"])
    where, name = wrong["loc"][0], wrong["loc"][-1]
    said = str(wrong["msg"])
    field = "form" if where == "body" else "address"
    return f"Cannot take {name} from the {field}: {said[:1].lower()}{said[1:]}. Correct it there."


def _say(request: Request, words: str, status: int) -> Response:
    if request.url.path.startswith(_FOR_PROGRAMS):
        return PlainTextResponse(words, status_code=status)
    return site_of(request).show(request, "error.html", {"words": words, "status": status}, status)


def _failed(_: Request, error: Exception) -> Response:
    return PlainTextResponse(str(error), status_code=500)
