"""Reading in several processes, with the results in the order of the input and no more than a few batches held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import tee
from operator import add

from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.processes import Pool
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading, load_json, write_json
from onrecord.resources import Resources, keep_resources
from onrecord.settings import Settings

Batch = list[Document]
Packed = bytes | InputError  # a reading crosses from one process to the other as JSON

_BATCH_REPORTS = 16
_BATCH_CHARS = 40_000  # a few seconds of work: enough to keep the network busy, little to lose
_REPORT_SECONDS = 120.0


def read_in_order(
    documents: Iterable[Document], settings: Settings, workers: int
) -> Iterator[tuple[Document, Reading | InputError]]:
    """Each document with its reading, or with the error that stands in its place, in order.

    With one worker all is done in this process. A report on which a worker dies, for want of memory say, is named, and
    the others are read.

    Raises:
        MissingDataError: the network or the gazetteer is not installed.
    """
    batches = _batches(documents)
    yield from _read_here(batches, settings) if workers == 1 else _read_in_processes(batches, settings, workers)


def read_batch(batch: Batch, settings: Settings) -> list[Packed]:
    """Read a batch in a worker."""
    results = read_each(batch, _resources(settings))
    return [result if isinstance(result, InputError) else write_json(result) for result in results]


def _read_here(batches: Iterable[Batch], settings: Settings) -> Iterator[tuple[Document, Reading | InputError]]:
    know = keep_resources(settings)
    for batch in batches:
        yield from zip(batch, read_each(batch, know), strict=True)


def _read_in_processes(
    batches: Iterable[Batch], settings: Settings, workers: int
) -> Iterator[tuple[Document, Reading | InputError]]:
    mine, theirs = tee(batches)  # no more of it is held than the pool takes ahead
    work = partial(read_batch, settings=settings)
    with Pool(work, _set_aside, add, workers=workers, report_s=_REPORT_SECONDS) as pool:
        for batch, results in zip(mine, pool.map(theirs), strict=True):
            for document, packed in zip(batch, results, strict=True):
                yield document, packed if isinstance(packed, InputError) else load_json(packed)


def _set_aside(batch: Batch, reason: str) -> list[Packed]:
    cure = "Split it, or use fewer --workers"
    return [InputError(f"read {document.id}", reason, cure) for document in batch]


@lru_cache(maxsize=1)
def _resources(settings: Settings) -> Resources:
    return keep_resources(settings)


def _batches(documents: Iterable[Document]) -> Iterator[Batch]:
    batch: Batch = []
    chars = 0
    for document in documents:
        batch.append(document)
        chars += len(document.text)
        if len(batch) >= _BATCH_REPORTS or chars >= _BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch
