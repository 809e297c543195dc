"""The examples of all event entries, read by the whole pipeline in batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowing import know
from onrecord.lexicon.check import examples_of, find_failures
from onrecord.pipeline import read_many
from onrecord.reading.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.reading.event import Event

# A parse goes wrong now and then; the share of examples that hold may not fall. Raise it when it rises.
LEAST_SHARE = 0.999
# They take longer than any other test; in parts, processes can share them.
PARTS = 6


def _read(texts: Sequence[str]) -> Iterator[Sequence[Event]]:
    documents = (Document(id=str(number), text=text) for number, text in enumerate(texts))
    for reading in read_many(documents, know()):
        yield reading.events


@pytest.mark.parametrize("part", range(PARTS))
def test_the_examples_hold(part: int) -> None:
    """Trigger, actor and recipient are found by the entry of the example; counter-examples stay silent."""
    lexicon = know().lexicon
    files = frozenset(sorted({entry.file for entry in lexicon.event_entries})[part::PARTS])
    total = sum(1 for entry in lexicon.event_entries if entry.file in files for _ in examples_of(entry))
    found = find_failures(lexicon, _read, files)
    failures = [f"{failure.entry}: {failure.because}: {failure.text}" for failure in found]
    share = 1 - len(failures) / total
    assert share >= LEAST_SHARE, f"{share:.3f} of {total} hold:\n" + "\n".join(failures)
