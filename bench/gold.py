"""What the scripts beside this one read of the gold sets, by the rules of the sets' own scorer."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

SETS_OF_PLACES = ("lgl_dev", "tr_news_dev", "geowebnews_dev")


def load_scorer(data: Path) -> Any:  # noqa: ANN401 - a module that stands outside the project
    """The module score.py of the gold sets."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a set that are not in training."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if not row.get("in_training")]


def counted_toponyms(score: Any, row: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: ANN401 - the scorer's module
    """The place names of a report that the scorer counts."""
    every = [t for t in row["toponyms"] if t.get("lat") is not None]
    return [t for t in every if not str(t.get("type", "")).endswith("_Expression") and not score.demonym(t)]


def end_of_first(row: dict[str, Any], sentences: int) -> int:
    """Where the first so many sentences of a row end, by the set's own cutting."""
    return int(row["sentences"][:sentences][-1][1])


def before(spans: list[dict[str, Any]], end: int) -> list[dict[str, Any]]:
    """The spans that start before `end`."""
    return [span for span in spans if span["start"] < end]
