"""Reading in several processes, with the results in the order of the input and no more than a few batches held."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice

from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading, load_json, write_json
from onrecord.resources import Resources, load_resources
from onrecord.settings import Settings

Batch = list[Document]
Packed = bytes | InputError  # a reading crosses from one process to the other as JSON

_BATCH_REPORTS = 16
_BATCH_CHARS = 40_000  # a few seconds of work: enough to keep the network busy, little to lose
_AHEAD = 3  # batches a worker, so that one long report does not make the others wait


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
    know = load_resources(settings)
    for batch in batches:
        yield from zip(batch, read_each(batch, know), strict=True)


def _read_in_processes(
    batches: Iterator[Batch], settings: Settings, workers: int
) -> Iterator[tuple[Document, Reading | InputError]]:
    pool = _Pool(settings, workers)
    try:
        waiting = deque((batch, pool.submit(batch)) for batch in islice(batches, _AHEAD * workers))
        while waiting:
            batch, future = waiting.popleft()
            for document, packed in zip(batch, pool.collect(batch, future), strict=True):
                yield document, packed if isinstance(packed, InputError) else load_json(packed)
            waiting.extend((batch, pool.submit(batch)) for batch in islice(batches, 1))
    finally:
        pool.close()


class _Pool:
    """Processes that read batches; where one dies, all are started anew."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self._settings = settings
        self._workers = workers
        self._executor = self._start()

    def submit(self, batch: Batch) -> Future[list[Packed]]:
        try:
            return self._executor.submit(read_batch, batch, self._settings)
        except BrokenProcessPool:
            self.close()
            self._executor = self._start()
            return self._executor.submit(read_batch, batch, self._settings)

    def collect(self, batch: Batch, future: Future[list[Packed]]) -> list[Packed]:
        """The results of a batch; after a death each report is read alone, so that only the one to blame is lost."""
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._read_alone(document) for document in batch]

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _read_alone(self, document: Document) -> Packed:
        try:
            return self.submit([document]).result()[0]
        except BrokenProcessPool:
            cause = "the process that read it died, perhaps for want of memory"
            return InputError(f"read {document.id}", cause, "Split it, or use fewer --workers")

    def _start(self) -> ProcessPoolExecutor:
        # spawn: a fork would copy locks that onnxruntime's threads may hold.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._workers, mp_context=context, initializer=_begin_work)


def _begin_work() -> None:
    """Leave Ctrl-C to the parent, and leave with the parent, even where it was killed and could not say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def leave() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=leave, daemon=True).start()


@lru_cache(maxsize=1)
def _resources(settings: Settings) -> Resources:
    return load_resources(settings)


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
