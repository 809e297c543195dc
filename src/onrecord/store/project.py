"""The two ways into a project file: to read it, and to write it."""

from __future__ import annotations

from pathlib import Path

from onrecord.store.view import View
from onrecord.store.writer import Writer


def open_view(path: Path | str) -> View:
    """Open a project file for reading, also while somebody writes to it; use it as a context manager.

    Raises:
        ProjectError: there is no such file, or it is no project file, or newer than this onrecord, or damaged.
    """
    return View(Path(path))


def open_writer(path: Path | str) -> Writer:
    """Open a project file for writing; it is made where there is none. Use it as a context manager.

    Raises:
        ProjectError: the file cannot be made or written, is no project file, newer than this onrecord, or damaged.
    """
    return Writer(Path(path))
