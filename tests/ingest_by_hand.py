"""Ingest a JSON Lines file with readings made by hand, and print the outcome of each line as soon as it is stored.

    python ingest_by_hand.py PROJECT INPUT.jsonl

Tests run it as a process of its own, to kill it, to starve it of room, or to let two of them write at once.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.ingest import Inputs, Outcome, ingest
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.reading import Reading
from onrecord.settings import Settings
from onrecord.store.project import open_writer
from readings import sample, with_fields


def read_in_order(documents: Iterable[Document], *_: object) -> Iterator[tuple[Document, Reading]]:
    """Stands where `onrecord.ingest.pool` has the parser."""
    for document in documents:
        yield document, with_fields(sample(), id=document.id, document=DocumentInfo.of(document))


def tell(outcome: Outcome) -> None:
    """Print what became of a line."""
    sys.stdout.write(f"{outcome.kind} {outcome.document_id}\n")
    sys.stdout.flush()


def main(project: Path, source: str) -> int:
    """Ingest, and say what stops it."""
    pool = types.ModuleType("onrecord.ingest.pool")
    pool.read_in_order = read_in_order  # type: ignore[attr-defined]
    sys.modules["onrecord.ingest.pool"] = pool
    try:
        with open_writer(project) as writer:
            ingest(Inputs(sources=(source,), root=project.parent), writer, tell, settings=Settings())
    except OnrecordError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
