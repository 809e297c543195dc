"""The first page, and what it starts: a text or an address is read, or the examples are opened."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.errors import InputError
from onrecord.intake import check_document
from onrecord.reading.document import Document
from onrecord.shipped import example_reports
from onrecord.web.jobs import Job, jobs_of
from onrecord.web.site import add_page, site_of

router = APIRouter()

_COUNTS = {
    "reports": "SELECT count(*) FROM reports",
    "publishers": "SELECT count(DISTINCT publisher) FROM versions",
    "events": "SELECT coalesce(sum(n), 0) FROM event_counts",
    "facts": "SELECT coalesce(sum(n), 0) FROM event_counts WHERE status IN ('happened', 'ongoing')",
    "positions": "SELECT count(*) FROM positions",
    "commitments": "SELECT count(*) FROM commitments",
}
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def home(request: Request) -> dict[str, Any]:
    """How much the project holds."""
    with site_of(request).view() as view:
        return {"counts": {name: next(view.query(sql))[0] for name, sql in _COUNTS.items()}}


def job(request: Request, key: str) -> dict[str, Any]:
    """How far a piece of work is."""
    found = _find(request, key)
    return {
        "job": {name: getattr(found, name) for name in ("id", "state", "done", "total", "reports", "errors", "then")}
    }


def read(
    request: Request,
    text: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
) -> Response:
    """Read a pasted text, or the page behind an address."""
    known = {name: value for name, value in (("publisher", publisher), ("published", published)) if value}
    text = text.replace("\r\n", "\n")  # a form sends lines ended so, whatever was pasted
    address = _ADDRESS.fullmatch(text.strip())
    jobs = jobs_of(request)
    started = jobs.start(
        lambda: jobs.apart(_fetched, text.strip(), known) if address else _pasted(text, known), total=1
    )
    return RedirectResponse(f"/jobs/{started.id}", status_code=303)


def examples(request: Request) -> Response:
    """Read the reports that come with onrecord."""
    paths = example_reports().values()
    started = jobs_of(request).start(lambda: map(_example, paths), total=len(paths))
    return RedirectResponse(f"/jobs/{started.id}", status_code=303)


def cancel(request: Request, key: str) -> Response:
    """Stop a piece of work."""
    jobs_of(request).cancel(_find(request, key))
    return RedirectResponse(f"/jobs/{key}", status_code=303)


def _find(request: Request, key: str) -> Job:
    found = jobs_of(request).find(key)
    if found is None:
        raise HTTPException(404, "Cannot show this work: there is none, or it was done long ago. Start it again.")
    return found


def _pasted(text: str, known: dict[str, Any]) -> Iterator[Document | InputError]:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    yield check_document({**known, "text": text}, "the text", f"text:{digest}")


def _fetched(address: str, known: dict[str, Any]) -> list[Document | InputError]:
    from onrecord.sources import load_public  # noqa: PLC0415 - the network's libraries, for whoever asks for a page

    return list(load_public(address, known))


def _example(path: Path) -> Document:
    document = Document(id=f"example:{path.stem}", text=path.read_text(encoding="utf-8"), publisher="Example")
    return msgspec.structs.replace(document, title=path.stem.replace("-", " ").capitalize())


add_page(router, "/", "home.html", home)
add_page(router, "/jobs/{key}", "job.html", job)
for path, action in (("/read", read), ("/examples", examples), ("/jobs/{key}/cancel", cancel)):
    router.add_api_route(path, action, methods=["POST"], include_in_schema=False)
