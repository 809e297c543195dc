"""What every page needs, and the one way to add a page: its model once, as HTML and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord.errors import MissingDataError
from onrecord.knowledge.gazetteer import Gazetteer, load_gazetteer
from onrecord.merge.spots import Choice, find_choices
from onrecord.reading.span import in_one_line
from onrecord.reading.spelled import NOT_SAID, spell_count, spell_status, spell_told
from onrecord.store.project import open_view
from onrecord.store.view import View
from onrecord.version import __version__
from onrecord.web.assets import Assets
from onrecord.web.listed import WHOLE, Kind, Listed, Model, spell

HERE = Path(__file__).parent

_ERROR: dict[str, Any] = {"description": "What is wrong, in words.", "content": {"text/plain": {}}}


class Site:
    """The project file and the templates; in `request.app.state.site`.

    Attributes:
        assets: style sheet, script and map.
        moved: acts that judgements speak of, looked up once for each reading (`pages/judged.py`).
    """

    def __init__(self, project: Path) -> None:
        self.project = project
        self.moved: dict[tuple[int, str], str | None] = {}
        self._gazetteer: Gazetteer | None = None
        loader = FileSystemLoader(HERE / "templates")
        environment = Environment(loader=loader, autoescape=True, trim_blocks=True, undefined=StrictUndefined)
        self.assets = Assets(HERE / "static")
        environment.filters["one_line"] = in_one_line
        environment.filters["stretch"] = stretch
        environment.filters["told"] = lambda row: spell_status(row["status"], row["polarity"], row["certainty"])
        environment.filters["spelled"] = spell_told
        environment.filters["count_between"] = lambda bounds: spell_count(*bounds)
        environment.globals.update(
            project=project.name, version=__version__, stamp=self.assets.stamp, not_said=NOT_SAID
        )
        self._templates = Jinja2Templates(env=environment)

    def show(self, request: Request, template: str, found: Model, status: int = 200) -> Response:
        """A page."""
        context = {"path": request.scope["path"], "query": request.query_params, "lists": (), **found}
        page: Response = self._templates.TemplateResponse(request, template, context, status_code=status)
        return page

    def find_places(self, name: str, country: str) -> tuple[Choice, ...]:
        """The places of a name (`merge/spots.py`); none where no gazetteer is installed."""
        try:
            self._gazetteer = self._gazetteer or load_gazetteer()
        except MissingDataError:
            return ()
        return find_choices(name, country, self._gazetteer)

    @contextmanager
    def view(self) -> Iterator[View]:
        """The project as it stands now, for one request."""
        with open_view(self.project) as view:
            yield view


def stretch(first: str | None, last: str | None) -> str:
    """Days as people write them: one day, a month ("2024-05"), a year, or from one day to another; "" for none."""
    if not first or not last or first == last:
        return first or ""
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return first[:4]
    after = date.fromisoformat(last) + timedelta(days=1) if last < "9999-12-31" else None
    if first.endswith("-01") and first[:7] == last[:7] and after and after.day == 1:
        return first[:7]
    return f"{first} to {last}"


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site: Site = request.app.state.site
    return site


def add_page(
    router: APIRouter, path: str, template: str, model: Callable[..., Model], lists: Sequence[Listed] = ()
) -> None:
    """Serve what `model` returns at `path` as a page, and at `/api` + `path` as JSON.

    `model` is a FastAPI endpoint: its arguments are path and query parameters, and `request`. Values are JSON values or
    msgspec structs. Each of `lists` is handed out as a file at `/export` + `path`, whole: there `page` is `WHOLE`.
    """

    def page(request: Request, found: Model = Depends(model)) -> Response:  # noqa: B008 - `model` is a local
        return site_of(request).show(request, template, {"lists": lists, **found})

    def twin(found: Model = Depends(model)) -> Response:  # noqa: B008 - as above
        return Response(msgspec.json.encode(found), media_type="application/json")

    router.add_api_route(path, page, methods=["GET"], include_in_schema=False)
    name, told = model.__name__, model.__doc__
    router.add_api_route(
        "/api" + path.rstrip("/"),
        twin,
        methods=["GET"],
        name=name,
        summary=told,
        responses={404: _ERROR},
        response_model=Model,
    )
    if lists:
        router.add_api_route(
            "/export" + path,
            _file_of(model, lists),
            methods=["GET"],
            name=f"export_{name}",
            summary=f"{told} Whole, as a file.",
            responses={200: {"content": {"text/csv": {}}}, 400: _ERROR, 404: _ERROR},
        )


def _file_of(model: Callable[..., Model], lists: Sequence[Listed]) -> Callable[..., Response]:
    """An endpoint with the arguments of `model` but `page`, and with those that say which list, and as what."""
    asked = signature(model, eval_str=True).parameters
    known = {listed.key: listed for listed in lists}
    kinds = Parameter("as_", Parameter.KEYWORD_ONLY, annotation=Annotated[Kind, Query(alias="as")])
    names = Parameter("listed", Parameter.KEYWORD_ONLY, annotation=Annotated[str, Query(alias="list")], default="")

    def file(*, as_: Kind, listed: str = "", **given: Any) -> Response:  # noqa: ANN401 - the model's own arguments
        chosen = known.get(listed or lists[0].key)
        if chosen is None:
            words = f"Cannot give {listed[:60]!r}: this view has no such list. Choose one of {', '.join(known)}."
            raise HTTPException(404, words)
        found = model(**given, page=WHOLE) if "page" in asked else model(**given)
        name = f"{model.__name__}-{chosen.key}" if len(lists) > 1 else model.__name__
        headers = {"content-disposition": f'attachment; filename="{name}.{as_}"'}
        media = "text/csv; charset=utf-8" if as_ == "csv" else "application/json"
        return Response(spell(chosen.of(found), as_), media_type=media, headers=headers)

    own = [parameter.replace(kind=Parameter.KEYWORD_ONLY) for name, parameter in asked.items() if name != "page"]
    file.__signature__ = Signature([*own, kinds, names])  # type: ignore[attr-defined]
    return file
