"""A folder as the files in it that may hold reports."""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePath

import msgspec

SUFFIXES = frozenset(
    {".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".eml"}
    | {".rss", ".atom", ".xml", ".warc", ".wacz"}
)


class Files(msgspec.Struct, frozen=True):
    """Files that may hold reports, by path, and how many of which other kinds were left out."""

    paths: tuple[Path, ...]
    left_out: dict[str, int]


def unpacked(name: str) -> str:
    """The name that tells what a file holds, in small letters; a `.gz` behind that only says how."""
    inside = name.lower().removesuffix(".gz")
    return inside if PurePath(inside).suffix in SUFFIXES else name.lower()


def find_files(folder: Path) -> Files:
    """All files below `folder` with a suffix that onrecord reads; hidden files and folders are passed over."""
    paths, left_out = [], Counter[str]()
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if any(part.startswith(".") for part in inside) or not path.is_file():
            continue
        if PurePath(unpacked(path.name)).suffix in SUFFIXES:
            paths.append(path)
        else:
            left_out[path.suffix.lower() or "no suffix"] += 1
    return Files(tuple(paths), dict(sorted(left_out.items())))
