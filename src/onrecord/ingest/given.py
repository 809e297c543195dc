"""Reports that are handed in from Python, to be read or with their readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.errors import InputError
from onrecord.ingest.plan import call_by_text
from onrecord.intake import check_given
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading


def check_all_given(given: Iterable[Document | str]) -> Iterator[Document | InputError]:
    """Reports handed in from Python, checked; a bare string is called by its text."""
    for one in given:
        checked = check_given(one)
        yield call_by_text(checked) if isinstance(one, str) and isinstance(checked, Document) else checked


def check_pair(pair: tuple[Document, Reading]) -> tuple[Document, Reading]:
    """A report with its reading, if they are one report's.

    Raises:
        InputError: they are not, or the document is none that could be read.
    """
    match pair:
        case (Document() as document, Reading() as reading):
            checked = check_given(document)
        case _:
            cause = f"it is of type {type(pair).__name__}"
            raise InputError("keep a report", cause, "Give pairs of an onrecord.Document and its reading")
    if isinstance(checked, InputError):
        raise checked
    if reading.id != checked.id:
        cause = f"the reading beside it is of {reading.id!r}"
        raise InputError(f"keep {checked.id}", cause, "Hand over each report with its own reading")
    return checked, reading
