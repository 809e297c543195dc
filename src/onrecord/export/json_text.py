"""JSON for exports: always encodable, the same each time, without keys for what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from onrecord.export.cells import encodable


def write_json_lines(out: BinaryIO, objects: Iterable[object]) -> None:
    """One object a line."""
    out.writelines(to_json(item) + b"\n" for item in objects)


def to_json(item: object) -> bytes:
    """One line of JSON; half surrogate pairs become U+FFFD, all else stays as it is."""
    try:
        return msgspec.json.encode(item)
    except UnicodeEncodeError:
        return msgspec.json.encode(all_encodable(item))


def known(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    """The fields that hold something: None, empty texts and empty lists are left out, 0 and False stay."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], ())}


def all_encodable(item: Any) -> Any:  # noqa: ANN401 - JSON values
    """JSON values with U+FFFD for half surrogate pairs in every text."""
    if isinstance(item, str):
        return encodable(item)
    if isinstance(item, dict):
        return {all_encodable(key): all_encodable(value) for key, value in item.items()}
    if isinstance(item, list | tuple):
        return [all_encodable(value) for value in item]
    return item
