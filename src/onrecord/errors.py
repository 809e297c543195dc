"""The errors that onrecord raises; every message reads *Cannot X: Y. Do Z.*."""

from __future__ import annotations


class OnrecordError(Exception):
    """Something could not be done, and the message says what, why and what to do.

    Args:
        cannot: what could not be done, as it follows the word "Cannot".
        because: the cause, without a full stop.
        do: the cure, as a sentence without its full stop.
    """

    def __init__(self, cannot: str, because: str, do: str) -> None:
        self.cannot, self.because, self.do = cannot, because, do
        super().__init__(f"Cannot {cannot}: {because}. {do}.")

    def __reduce__(self) -> tuple[type[OnrecordError], tuple[str, str, str]]:
        # Errors cross from one process to another; an exception is rebuilt from its arguments.
        return type(self), (self.cannot, self.because, self.do)


class InputError(OnrecordError):
    """One input (a file, a line, a URL) cannot be read; the rest of the batch can go on."""


class LexiconError(OnrecordError):
    """A lexicon or knowledge file does not hold what its format asks for."""


class MissingDataError(OnrecordError):
    """A data package (the network, the gazetteer) is not installed or not built."""


class ProjectError(OnrecordError):
    """A project file cannot be opened, read or written."""


class QueryError(ProjectError):
    """A question to a project file is wrong, and not the file."""


class ExportError(OnrecordError):
    """A format cannot hold what was asked of it, or cannot be written."""
