"""Every field of a reading is explained in the codebook, and every value that it can take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.reading.reading import json_schema

_DOCS = Path(__file__).parents[3] / "docs"
_DEFINITIONS: dict[str, dict[str, Any]] = json_schema()["$defs"]


def _fields() -> list[tuple[str, str]]:
    return [(name, field) for name, shape in _DEFINITIONS.items() for field in shape["properties"]]


def _values() -> list[tuple[str, str]]:
    return [
        (f"{name}.{field}", value)
        for name, shape in _DEFINITIONS.items()
        for field, schema in shape["properties"].items()
        for value in schema.get("enum", ())
        if isinstance(value, str)
    ]


@pytest.mark.parametrize(("shape", "field"), _fields())
def test_a_field_is_explained(shape: str, field: str) -> None:
    assert f"`{field}`" in (_DOCS / "codebook.md").read_text(encoding="utf-8"), shape


@pytest.mark.parametrize(("field", "value"), _values())
def test_a_value_is_explained(field: str, value: str) -> None:
    assert f"`{value}`" in (_DOCS / "codebook.md").read_text(encoding="utf-8"), field


def test_the_glossary_is_sorted() -> None:
    """Terms stand in the order of the alphabet, so that one can find them."""
    lines = (_DOCS / "glossary.md").read_text(encoding="utf-8").splitlines()
    terms = [line.split("**")[1].rstrip(".").lower() for line in lines if line.startswith("**")]
    assert terms == sorted(terms)
