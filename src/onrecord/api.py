"""Reports from Python: what is handed in is checked as on the command line, and then read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.intake import check_given
from onrecord.language.identify import check_language
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading
from onrecord.resources import Resources


def read(document: Document | str, know: Resources | None = None) -> Reading:
    """Read one report; a bare string is taken as its text.

    Raises:
        MissingDataError: the network or the gazetteer is not installed.
        InputError: it is no report, is empty, is not in English, or has a date that is none.
    """
    return next(read_many([document], know))


def read_many(documents: Iterable[Document | str], know: Resources | None = None) -> Iterator[Reading]:
    """Read reports one after another, in order.

    Raises:
        MissingDataError: as above.
        InputError: as above, once the reports before the one that cannot be read have been given.
    """
    return pipeline.read_many(map(_checked, documents), know)


def _checked(document: Document | str) -> Document | InputError:
    checked = check_given(document)
    return checked if isinstance(checked, InputError) else check_language(checked)
