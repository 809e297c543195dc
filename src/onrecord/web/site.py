"""What every page needs, and the one way to add a page: its model once, as HTML and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from fastapi import APIRouter, Depends, Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord.store.project import open_view
from onrecord.store.view import View
from onrecord.version import __version__

HERE = Path(__file__).parent
Model = dict[str, Any]


class Site:
    """The project file and the templates; in `request.app.state.site`."""

    def __init__(self, project: Path) -> None:
        self.project = project
        loader = FileSystemLoader(HERE / "templates")
        environment = Environment(loader=loader, autoescape=True, trim_blocks=True, undefined=StrictUndefined)
        environment.globals.update(project=project.name, version=__version__)
        self._templates = Jinja2Templates(env=environment)

    def show(self, request: Request, template: str, found: Model, status: int = 200) -> Response:
        """A page."""
        context = {"path": request.url.path, "query": request.query_params, **found}
        page: Response = self._templates.TemplateResponse(request, template, context, status_code=status)
        return page

    @contextmanager
    def view(self) -> Iterator[View]:
        """The project as it stands now, for one request."""
        with open_view(self.project) as view:
            yield view


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site: Site = request.app.state.site
    return site


def add_page(router: APIRouter, path: str, template: str, model: Callable[..., Model]) -> None:
    """Serve what `model` returns at `path` as a page, and at `/api` + `path` as JSON.

    `model` is a FastAPI endpoint: its arguments are path and query parameters, and `request`. Values are JSON values or
    msgspec structs.
    """

    def page(request: Request, found: Model = Depends(model)) -> Response:  # noqa: B008 - `model` is a local
        return site_of(request).show(request, template, found)

    def twin(found: Model = Depends(model)) -> Response:  # noqa: B008 - as above
        return Response(msgspec.json.encode(found), media_type="application/json")

    router.add_api_route(path, page, methods=["GET"], include_in_schema=False)
    router.add_api_route("/api" + path, twin, methods=["GET"], name=model.__name__, summary=model.__doc__)
