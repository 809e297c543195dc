"""Reports in an Arrow table in, readings in an Arrow table out: the whole of the work, and no engine in it.

A process pool, Ray Data (`map_batches(work, batch_format="pyarrow")`) and Spark (`mapInArrow`) all call the same
function, row for row: what a report gives does not depend on which reports share its table.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading, write_json

if TYPE_CHECKING:
    from onrecord.resources import Resources

FIELDS = ("title", "publisher", "url", "published")

# What `work` takes. A row has `text`; or `page`, bytes from which the text must first be taken (an article's page where
# `html`); or `error`, where reading the shard already failed at this place. `at` is the place: file and record.
REPORTS = pa.schema(
    [
        ("at", pa.string()),
        ("id", pa.string()),
        ("text", pa.large_string()),
        ("page", pa.large_binary()),
        ("html", pa.bool_()),
        *((name, pa.string()) for name in FIELDS),
        ("error", pa.string()),
    ]
)

# What `work` gives, one row for each row taken: the reading as the contract's JSON, or the error.
READINGS = pa.schema(
    [
        ("at", pa.string()),
        ("id", pa.string()),
        ("sha256", pa.string()),
        *((name, pa.string()) for name in FIELDS),
        ("text", pa.large_string()),
        ("reading", pa.large_string()),
        ("error", pa.string()),
    ]
)


def work(table: pa.Table) -> pa.Table:
    """Read every report of `table` (schema `REPORTS`) and return as many rows of schema `READINGS`, in order.

    A report that cannot be read gives a row with its `error`; nothing is raised for it. The language network is loaded
    once in each process, at the first call.
    """
    from onrecord.pipeline import read_each  # noqa: PLC0415 - the parser is loaded in the process that reads

    rows = table.to_pylist()
    items = [_document(row) for row in rows]
    results = read_each((item for item in items if isinstance(item, Document)), _resources())
    done = [
        _read(row, item, next(results)) if isinstance(item, Document) else _failed(row, item)
        for row, item in zip(rows, items, strict=True)
    ]
    return pa.Table.from_pylist(done, schema=READINGS)


@lru_cache(maxsize=1)
def _resources() -> Resources:
    """One network for each process: an engine hands `work` nothing but tables."""
    from onrecord.resources import keep_resources  # noqa: PLC0415

    return keep_resources()


def _document(row: dict[str, Any]) -> Document | str:
    """The report of a row, or the words that say why there is none."""
    from onrecord.intake import check_document  # noqa: PLC0415 - as above
    from onrecord.language.identify import check_language  # noqa: PLC0415

    if row["error"] is not None:
        return str(row["error"])
    known = {name: row[name] for name in ("id", *FIELDS) if row[name]}
    try:
        if row["page"] is not None:
            item = _text_of_page(row, known)
        else:
            item = check_document({"text": row["text"], **known}, row["at"], row["at"])
        checked = check_language(item) if isinstance(item, Document) else item
    except InputError as error:
        return str(error)
    return checked if isinstance(checked, Document) else str(checked)


def _text_of_page(row: dict[str, Any], known: dict[str, Any]) -> Document | InputError:
    from onrecord.sources.html import load_html  # noqa: PLC0415 - only pages need them
    from onrecord.sources.text import load_text  # noqa: PLC0415

    return next((load_html if row["html"] else load_text)(row["page"], row["at"], known))


def _read(row: dict[str, Any], document: Document, result: Reading | InputError) -> dict[str, Any]:
    if isinstance(result, InputError):
        return _failed(row, str(result))
    return {
        "at": row["at"],
        "id": result.id,
        "sha256": result.document.sha256,
        **{name: getattr(document, name) for name in FIELDS},
        "text": document.text,
        "reading": write_json(result).decode(),
    }


def _failed(row: dict[str, Any], error: str) -> dict[str, Any]:
    return {**{name: row[name] for name in ("at", "id", *FIELDS)}, "error": error}
