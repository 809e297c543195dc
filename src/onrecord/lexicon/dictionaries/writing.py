"""Tables as TOML."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(tables: Mapping[str, Sequence[Mapping[str, Any]]], name: str) -> str:
    """`{"event": [row, …]}` as `[[event]]` tables; a row of a name with a dot (`map.person_noun`) holds pairs."""
    parts = [f"# Made from {name} by `onrecord lexicon import`."]
    for table, rows in tables.items():
        if "." in table:
            pairs = {key: value for row in rows for key, value in row.items()}
            parts += [_table(f"[{table}]", pairs)] if pairs else []
        else:
            parts += [_table(f"[[{table}]]", row) for row in rows]
    return "\n\n".join(parts) + "\n"


def _table(head: str, row: Mapping[str, Any]) -> str:
    return "\n".join([head, *(f"{_key(key)} = {_value(value)}" for key, value in row.items())])


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)  # strings and booleans are written in TOML as in JSON
