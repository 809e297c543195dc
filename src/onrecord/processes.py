"""Batches through processes, in order, whatever happens to a process.

`concurrent.futures` gives up the whole pool when one process dies; an archive always holds the report that kills one
(out of memory, a crash in native code, a text that takes forever). Here the process is replaced, its batch is halved
until the one report is found, and that report is set aside with the reason.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Protocol, Self, TypeVar

from onrecord.errors import OnrecordError

_TRIES = 2  # of a single report: memory may have been short because of another process
_AHEAD = 4  # batches for each process, the finished ones that wait for an earlier one included
_POLL_S = 1.0
_START_S = 120.0  # for a process to appear, on a machine that is busy
_USUAL_S = 1.0  # many times what a report takes
# What a report may take is counted in processor time, of which a busy machine takes nothing away; where a system cannot
# count it (Windows), and of what hangs without using any, on the clock.
_COUNTS = hasattr(signal, "setitimer")
_PATIENCE = 10.0 if _COUNTS else 1.0  # seconds on the clock for one of the processor


class Batch(Protocol):
    """Reports that travel together: a list, or an Arrow table. Both know their length and can be sliced."""

    def __len__(self) -> int:
        """How many reports."""
        ...

    def __getitem__(self, part: slice, /) -> Any:  # noqa: ANN401 - a batch of the same kind
        """Some of them."""
        ...


B = TypeVar("B", bound=Batch)
R = TypeVar("R")


class Pool(Generic[B, R]):
    """Some processes that all do the same work on batches.

    Args:
        work: what is done to a batch; importable by name, since each process imports it anew.
        failed: what stands in for a batch of one report that no process survives, given the reason.
        join: one result from those of a batch's two halves.
        workers: how many processes.
        report_s: the seconds of processor time that one report may take, the longest, before its process is killed.
    """

    def __init__(
        self,
        work: Callable[[B], R],
        failed: Callable[[B, str], R],
        join: Callable[[R, R], R],
        *,
        workers: int,
        report_s: float,
    ) -> None:
        self._work, self._failed, self._join, self._report_s = work, failed, join, report_s
        self._workers: list[_Worker[B, R]] = [_Worker(work) for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes, however busy they are."""
        for worker in self._workers:
            worker.stop()

    def map(self, batches: Iterator[B]) -> Iterator[R]:
        """What `work` gives for each batch, in the order of the batches; a few are taken ahead.

        Raises:
            OnrecordError: what `work` raised, and no other process would do better: the network is missing, say.
        """
        held: deque[_Task[B, R]] = deque()
        ready: deque[_Task[B, R]] = deque()
        more = True
        while more or held:
            while more and len(held) < _AHEAD * len(self._workers):
                batch = next(batches, None)
                more = batch is not None
                if batch is not None:
                    held.append(_Task(batch))
                    ready.append(held[-1])
            self._turn(ready)
            while held and held[0].is_done:
                yield held.popleft().collect(self._join)

    def _turn(self, ready: deque[_Task[B, R]]) -> None:
        """Give idle processes work, wait for news, and see to those that died or take too long."""
        for worker in self._workers:
            if worker.task is None and ready:
                worker.begin(ready.popleft(), self._report_s)
        busy: dict[Any, _Worker[B, R]] = {w.connection: w for w in self._workers if w.task is not None}
        for connection in wait(list(busy), timeout=_POLL_S) if busy else []:
            self._receive(busy[connection], ready)
        for worker in self._workers:
            if worker.task is not None and time.monotonic() > worker.deadline:
                late = f"it took longer than {self._report_s * _PATIENCE:g} seconds"
                self._replace(worker, worker.task, ready, late)

    def _receive(self, worker: _Worker[B, R], ready: deque[_Task[B, R]]) -> None:
        task = worker.task
        assert task is not None  # noqa: S101 - only busy processes are waited for
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(worker, task, ready, worker.last_words(self._report_s))
            return
        match answer:
            case ("here",):
                worker.expect(task, self._report_s)
            case ("raised", error):
                raise error
            case ("tripped", reason):
                self._replace(worker, task, ready, reason)
            case ("done", result):
                task.finish(result)
                worker.task = None

    def _replace(self, worker: _Worker[B, R], task: _Task[B, R], ready: deque[_Task[B, R]], reason: str) -> None:
        """A new process for a lost one; its batch is halved, a single report tried once more, then set aside."""
        worker.stop()
        self._workers[self._workers.index(worker)] = _Worker(self._work)
        task.tries += 1
        if len(task.batch) > 1:
            ready.extendleft(reversed(task.halve()))
        elif task.tries < _TRIES:
            ready.appendleft(task)
        else:
            task.finish(self._failed(task.batch, reason))


class _Task(Generic[B, R]):
    """A batch on its way; it is done when it has its result, or when both its halves are."""

    def __init__(self, batch: B) -> None:
        self.batch = batch
        self.tries = 0
        self._halves: list[_Task[B, R]] = []
        self._results: list[R] = []

    @property
    def is_done(self) -> bool:
        return bool(self._results) or (bool(self._halves) and all(half.is_done for half in self._halves))

    def finish(self, result: R) -> None:
        self._results = [result]

    def halve(self) -> list[_Task[B, R]]:
        half = len(self.batch) // 2
        self._halves = [_Task(self.batch[:half]), _Task(self.batch[half:])]
        return self._halves

    def collect(self, join: Callable[[R, R], R]) -> R:
        if self._results:
            return self._results[0]
        one, other = (half.collect(join) for half in self._halves)
        return join(one, other)


class _Worker(Generic[B, R]):
    """One process and the connection to it."""

    def __init__(self, work: Callable[[B], R]) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would carry the locks of the parent's threads along
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        with _uninterrupted():
            self._process.start()
        theirs.close()
        self.task: _Task[B, R] | None = None
        self.deadline = time.monotonic() + _START_S
        self._is_here = False

    def begin(self, task: _Task[B, R], report_s: float) -> None:
        """Send a batch."""
        self.task = task
        if self._is_here:
            self.expect(task, report_s)
        with contextlib.suppress(OSError):  # a process that has died is noticed when its answer is waited for
            self.connection.send((task.batch, report_s + _USUAL_S * len(task.batch)))

    def expect(self, task: _Task[B, R], report_s: float) -> None:
        """The process is there: from now one report of the batch may take `report_s`, the others what reports take."""
        self._is_here = True
        self.deadline = time.monotonic() + _PATIENCE * (report_s + _USUAL_S * len(task.batch))

    def last_words(self, report_s: float) -> str:
        """How the process ended, for people."""
        self._process.join(timeout=5)
        code = self._process.exitcode or 0
        if _COUNTS and code == -signal.SIGPROF:
            return f"it took longer than {report_s:g} seconds of processor time"
        return f"it ended its process ({signal.Signals(-code).name if code < 0 else f'exit status {code}'})"

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self.connection.close()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """What starts here never hears of Ctrl-C, not even while it loads what it needs; here it is heard afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # which would let interrupts through again in the middle
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """A process's life: batches in, results out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means; Windows has no mask
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    connection.send(("here",))
    while True:
        try:
            batch, seconds = connection.recv()
        except EOFError:
            return
        answer: tuple[str, Any]
        _end_after(seconds)
        try:
            answer = ("done", work(batch))
        except OnrecordError as error:
            answer = ("raised", error)
        except Exception as error:  # noqa: BLE001 - short memory, say: the parent looks for the report that it was
            answer = ("tripped", f"{type(error).__name__}: {error}")
        _end_after(0)
        connection.send(answer)


def _end_after(seconds: float) -> None:
    """Let the system end this process when it has used so many seconds of processors, also in native code; 0: never."""
    if _COUNTS:
        signal.setitimer(signal.ITIMER_PROF, seconds)  # its signal ends a process that does not ask for it


def _leave_with_parent() -> None:
    """Leave in the middle of a batch where the parent was killed and could not say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
