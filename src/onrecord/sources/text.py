"""Plain text: a file is a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.intake import check_document, decode
from onrecord.reading.document import Document


def load_text(data: bytes, where: str, known: dict[str, Any]) -> Iterator[Document | InputError]:
    """The report in `data`; `known` holds what the caller knows of it (publisher, date, …).

    Raises:
        InputError: the bytes are empty, binary or no UTF-8.
    """
    yield check_document({**known, "text": decode(data, where)}, where, where)
