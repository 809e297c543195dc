"""Before anything is read: which files there are, about how many reports they hold, and how these are called."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.sources import count, is_address
from onrecord.sources.folder import find_files
from onrecord.store.rows import MADE_OF_TEXT

_ID_CHARS = 16


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the user's arguments come to.

    Attributes:
        sources: files, addresses or `-`, each once, in order.
        left_out: how many files of which suffix in folders are none that can hold reports.
        errors: folders in which there is nothing to read.
    """

    sources: tuple[str, ...]
    left_out: dict[str, int]
    errors: tuple[InputError, ...]

    def count(self) -> int:
        """About how many reports there are, without reading any."""
        return sum(count(source) for source in self.sources)


def find_sources(arguments: Iterable[str]) -> Found:
    """Folders become the files in them; all else stays as it was given."""
    sources: dict[str, None] = {}
    left_out: Counter[str] = Counter()
    errors = []
    for argument in arguments:
        if is_address(argument) or not Path(argument).is_dir():
            sources[argument] = None
            continue
        files = find_files(Path(argument))
        left_out.update(files.left_out)
        sources.update(dict.fromkeys(map(str, files.paths)))
        if not files.paths:
            errors.append(InputError(f"read {argument}", "the folder holds no file with reports", "Check the path"))
    return Found(sources=tuple(sources), left_out=dict(sorted(left_out.items())), errors=tuple(errors))


def settle_id(document: Document, source: str, root: Path) -> Document:
    """Give a document whose id is only the place where it stood one that holds elsewhere and later.

    A file is called by its path from `root`. A line of a file is called by its text: lines move when others are put in.
    """
    if document.id == source and not is_address(source):
        return msgspec.structs.replace(document, id=_path_from(source, root))
    if document.id == "standard input" or document.id.startswith((f"{source}:", "standard input:")):
        return call_by_text(document)
    return document


def call_by_text(document: Document) -> Document:
    """The same under an id that is made of its text."""
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    return msgspec.structs.replace(document, id=f"{MADE_OF_TEXT}{digest[:_ID_CHARS]}")


def _path_from(source: str, root: Path) -> str:
    try:
        return Path(os.path.relpath(Path(source).resolve(), root.resolve())).as_posix()
    except ValueError:  # another drive
        return Path(source).resolve().as_posix()
