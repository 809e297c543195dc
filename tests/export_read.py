"""Exporting the hand-built project and reading it back as its users do."""

from __future__ import annotations

import io
import json
from typing import Any

import pandas as pd

from onrecord.export.options import Options
from onrecord.export.run import Summary, export_project
from project_source import Project


def written(project: Project, name: str, **options: Any) -> bytes:
    """The bytes of an export."""
    return export(project, name, **options)[0]


def export(project: Project, name: str, **options: Any) -> tuple[bytes, Summary]:
    """The bytes of an export, and its summary."""
    if "include" in options:
        options["include"] = frozenset(options["include"])
    out = io.BytesIO()
    summary = export_project(project, name, out, Options(**options))
    return out.getvalue(), summary


def table(project: Project, name: str, columns: tuple[str, ...] | None = None, **options: Any) -> pd.DataFrame:
    """A CSV or TSV export as pandas reads it, every cell a text; `columns` where the file has no header."""
    tabs = name in ("polecat", "icews", "gdelt", "gdelt-mentions")
    return pd.read_csv(
        io.BytesIO(written(project, name, **options)),
        sep="\t" if tabs else ",",
        quoting=3 if tabs else 0,
        dtype=str,
        keep_default_na=False,
        header=None if columns else 0,
        names=list(columns) if columns else None,
    )


def lines(project: Project, name: str, **options: Any) -> list[dict[str, Any]]:
    """A JSON Lines export."""
    return [json.loads(line) for line in written(project, name, **options).splitlines()]
