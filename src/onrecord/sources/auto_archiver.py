"""Tables that Bellingcat's auto-archiver writes: its CSV database, and the sheet that people keep with it.

The database has three columns (status, metadata, media); `metadata` is a Python dictionary as `repr` prints it.
The sheet has a column for each thing archived, by the names of the tool's documented default.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import InputError

_DATABASE = frozenset({"status", "metadata", "media"})
_SHEET = frozenset({"link", "archive status"})
_BROKEN = (SyntaxError, ValueError, TypeError, RecursionError, MemoryError)


def is_auto_archiver(header: Sequence[str]) -> bool:
    """Whether a table with these columns (in lower case) is one of the two."""
    return set(header) >= _DATABASE or set(header) >= _SHEET


def fields_of(row: Mapping[str, str], where: str) -> dict[str, Any]:
    """The fields of a document; the text is the post's, as the archiver found it.

    Raises:
        InputError: the row's metadata are broken, or the archiver kept no text.
    """
    if "metadata" in row:
        kept = _metadata(row["metadata"], where)
        text, day = kept.get("content"), kept.get("timestamp")
        fields = {"url": kept.get("url"), "title": kept.get("title"), "text": text, "published": _iso(day)}
    else:
        fields = {
            "url": row.get("link"),
            "title": row.get("upload title"),
            "text": row.get("text content"),
            "published": row.get("upload timestamp"),
        }
    if not str(fields["text"] or "").strip():
        cause = f"the archiver kept no text of it ({row.get('status') or row.get('archive status') or 'no status'})"
        raise InputError(f"read {where}", cause, "Leave the row out, or put its words into the table")
    return fields


def _metadata(cell: str, where: str) -> Mapping[str, Any]:
    try:
        found = _value(ast.parse(cell.strip(), mode="eval").body)
    except _BROKEN as error:
        cause = f"its metadata are no Python dictionary ({type(error).__name__})"
        raise InputError(f"read {where}", cause, "Export the table again from auto-archiver") from error
    return found if isinstance(found, dict) else {}


def _value(node: ast.expr) -> Any:  # noqa: ANN401 - any value that metadata may hold
    """What a literal stands for; dates are made, and nothing else is ever called."""
    match node:
        case ast.Dict():
            return {_value(key): _value(value) for key, value in zip(node.keys, node.values, strict=True) if key}
        case ast.List() | ast.Tuple() | ast.Set():
            return [_value(item) for item in node.elts]
        case ast.Call(func=ast.Attribute(attr="datetime")):
            moment = datetime(*map(_value, node.args))  # noqa: DTZ001 - a zone, where one is told, is always UTC
            return moment.replace(tzinfo=UTC) if node.keywords else moment
        case ast.Call() | ast.Attribute() | ast.Name():
            return None
        case _:
            return ast.literal_eval(node)


def _iso(value: object) -> str | None:
    return value.isoformat() if isinstance(value, datetime) else str(value) if value else None
