"""Batches through processes, in order, whatever happens to a process.

`concurrent.futures` gives up the whole pool when one process dies; an archive always holds the report that kills one
(out of memory, a crash in native code, a text that takes forever). Here the process is replaced, its batch is halved
until the one report is found, and that report is set aside with the reason.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Self

import pyarrow as pa

from onrecord.errors import OnrecordError

Work = Callable[[pa.Table], list[pa.Table]]
Failed = Callable[[pa.Table, str], list[pa.Table]]

_TRIES = 2  # of a single report: memory may have been short because of another process
_POLL_S = 1.0
_START_S = 120.0  # for a process to appear, on a machine that is busy
_USUAL_S = 1.0  # many times what a report takes


class Task:
    """A part of a batch on its way: `results` is filled when it is done."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table
        self.tries = 0
        self.parts: list[Task] = []
        self.results: list[pa.Table] | None = None

    def collect(self) -> list[pa.Table] | None:
        """The tables of the whole batch, or None where a part of it is still on its way."""
        if not self.parts:
            return self.results
        collected = [part.collect() for part in self.parts]
        if any(tables is None for tables in collected):
            return None
        return [pa.concat_tables(tables) for tables in zip(*collected, strict=True)]


class Pool:
    """Some processes that all do the same work on tables.

    Args:
        work: what is done to a table; importable by name, since each process imports it anew.
        failed: the tables that stand in for a report that no process survives, given its row and the reason.
        workers: how many processes.
        report_s: the seconds that one report may take, the longest, before its process is killed.
    """

    def __init__(self, work: Work, failed: Failed, *, workers: int, report_s: float) -> None:
        self._work, self._failed, self._report_s = work, failed, report_s
        self._workers = [_Worker(work) for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()

    def map(self, batches: Iterator[pa.Table]) -> Iterator[list[pa.Table]]:
        """What `work` gives for each batch, in the order of the batches.

        No more than four batches for each process are held, the finished ones that wait for an earlier one included.
        """
        held: deque[Task] = deque()
        ready: deque[Task] = deque()
        more = True
        while more or held:
            while more and len(held) < 4 * len(self._workers):
                table = next(batches, None)
                more = table is not None
                if table is not None:
                    task = Task(table)
                    held.append(task)
                    ready.append(task)
            self._turn(ready)
            while held and (tables := held[0].collect()) is not None:
                held.popleft()
                yield tables

    def _turn(self, ready: deque[Task]) -> None:
        """Give idle processes work, wait for news, and see to those that died or take too long."""
        for worker in self._workers:
            if worker.task is None and ready:
                worker.begin(ready.popleft(), self._report_s)
        busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
        news = wait(list(busy), timeout=_POLL_S) if busy else []
        for connection in news:
            self._receive(busy[connection], ready)  # type: ignore[index]
        for worker in self._workers:
            if worker.task is not None and time.monotonic() > worker.deadline:
                self._replace(worker, ready, f"it took longer than {self._report_s:g} seconds")

    def _receive(self, worker: _Worker, ready: deque[Task]) -> None:
        assert worker.task is not None  # noqa: S101 - only busy processes are waited for
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(worker, ready, worker.last_words())
            return
        if answer is None:
            worker.expect(worker.task, self._report_s)
        elif isinstance(answer, OnrecordError):
            raise answer  # nothing that another process or report would do better: the network is missing, say
        elif isinstance(answer, str):
            self._replace(worker, ready, answer)
        else:
            worker.task.results = [_table(data) for data in answer]
            worker.task = None

    def _replace(self, worker: _Worker, ready: deque[Task], reason: str) -> None:
        """A new process for a lost one; its batch is halved, a single report tried once more, then set aside."""
        task = worker.task
        assert task is not None  # noqa: S101 - as above
        worker.stop()
        self._workers[self._workers.index(worker)] = _Worker(self._work)
        task.tries += 1
        if task.table.num_rows > 1:
            half = task.table.num_rows // 2
            task.parts = [Task(task.table.slice(0, half)), Task(task.table.slice(half))]
            ready.extendleft(reversed(task.parts))
        elif task.tries < _TRIES:
            ready.appendleft(task)
        else:
            task.results = self._failed(task.table, reason)


class _Worker:
    """One process and the connection to it."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would carry the parent's threads' locks along
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        self._process.start()
        theirs.close()
        self.task: Task | None = None
        self.deadline = time.monotonic() + _START_S
        self._there = False

    def begin(self, task: Task, report_s: float) -> None:
        """Send a table."""
        self.task = task
        if self._there:
            self.expect(task, report_s)
        with contextlib.suppress(OSError):  # a process that has died is noticed when its answer is waited for
            self.connection.send_bytes(_data(task.table))

    def expect(self, task: Task, report_s: float) -> None:
        """The process is there: from now one report of the table may take `report_s`, the others what reports take."""
        self._there = True
        self.deadline = time.monotonic() + report_s + _USUAL_S * task.table.num_rows

    def last_words(self) -> str:
        """How the process ended, for people."""
        self._process.join(timeout=5)
        code = self._process.exitcode or 0
        return f"it ended its process ({signal.Signals(-code).name if code < 0 else f'exit status {code}'})"

    def stop(self) -> None:
        """End the process, however busy it is."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _serve(connection: Connection, work: Work) -> None:
    """A process's life: tables in, tables out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    connection.send(None)  # here I am
    while True:
        try:
            table = _table(connection.recv_bytes())
        except EOFError:
            return
        answer: list[bytes] | OnrecordError | str
        try:
            answer = [_data(result) for result in work(table)]
        except OnrecordError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - short memory, say: the parent looks for the report that it was
            answer = f"{type(error).__name__}: {error}"
        connection.send(answer)


def _data(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


def _table(data: bytes) -> pa.Table:
    return pa.ipc.open_stream(data).read_all()
