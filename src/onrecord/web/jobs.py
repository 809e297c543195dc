"""Work that takes longer than a page may: reports that are read in a process of their own, one after another.

The site itself never loads the parser; it hands documents to a process that does, and stores what comes back.
"""

from __future__ import annotations

import multiprocessing
import secrets
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from fastapi import Request

from onrecord.errors import InputError, OnrecordError
from onrecord.reading.document import Document
from onrecord.reading.reading import load_json
from onrecord.settings import Settings
from onrecord.store.project import open_writer

_Result = TypeVar("_Result")
Items = Callable[[], Iterable[Document | InputError]]

_KEPT = 50  # finished jobs whose page can still be looked at


class Job:
    """One piece of work, as its page shows it; `then` is where its result stands, if not in one report."""

    def __init__(self, total: int, then: str = "/reports") -> None:
        self.then = then
        self.id = secrets.token_hex(8)
        self.total = total
        self.done = 0
        self.state: Literal["running", "done", "stopped"] = "running"
        self.reports: list[str] = []
        self.errors: list[str] = []


class Jobs:
    """The work of one site. Close it to end its process."""

    def __init__(self, project: Path, settings: Settings) -> None:
        self._project, self._settings = project, settings
        self._jobs: dict[str, Job] = {}
        self._turn = threading.Lock()  # one job at a time: one process, one writer
        self._process: ProcessPoolExecutor | None = None

    def start(self, items: Items, total: int) -> Job:
        """Begin to read; `items` is called in the background, so it may fetch a page."""
        job = self._new(Job(total))
        threading.Thread(target=self._watch, args=(job, partial(self._read, job, items)), daemon=True).start()
        return job

    def call(self, function: Callable[[Path], Any], project: Path, then: str) -> Job:
        """Begin something that is done to the project as a whole, in the same process."""
        job = self._new(Job(1, then))
        threading.Thread(
            target=self._watch, args=(job, partial(self._done_by, job, function, project)), daemon=True
        ).start()
        return job

    def apart(self, function: Callable[..., _Result], *values: object) -> _Result:
        """What a function gives, done in the process that can be ended; for use inside a job."""
        return self._running().submit(function, *values).result()

    def find(self, key: str) -> Job | None:
        """A job by its id."""
        return self._jobs.get(key)

    def cancel(self, job: Job) -> None:
        """Stop a job, also in the middle of a report; what is stored stays."""
        if job.state == "running":
            job.state = "stopped"
            self._end_process()

    def close(self) -> None:
        """End the process."""
        for job in self._jobs.values():
            self.cancel(job)
        self._end_process()

    def _new(self, job: Job) -> Job:
        self._jobs[job.id] = job
        for key in list(self._jobs)[:-_KEPT]:
            if self._jobs[key].state != "running":
                del self._jobs[key]
        return job

    def _watch(self, job: Job, work: Callable[[], None]) -> None:
        """Do the work when its turn comes, and say how it ended."""
        with self._turn:
            try:
                work()
            except OnrecordError as error:
                job.errors.append(str(error))
            except BrokenProcessPool:
                if job.state == "running":
                    job.errors.append(
                        "Cannot go on: the process that does the work has died. Try it with less at once."
                    )
                self._end_process()
            if job.state == "running":
                job.state = "done"

    def _read(self, job: Job, items: Items) -> None:
        for item in items():
            if job.state != "running":
                return
            self._take(job, item)
            job.done += 1
            job.total = max(job.total, job.done)

    def _done_by(self, job: Job, function: Callable[[Path], Any], project: Path) -> None:
        if job.state == "running":
            self.apart(_call, function, project)
            job.done = 1

    def _take(self, job: Job, item: Document | InputError) -> None:
        packed = item if isinstance(item, InputError) else self.apart(read_one, item, self._settings)
        if isinstance(packed, InputError):
            job.errors.append(str(packed))
        elif isinstance(item, Document) and job.state == "running":
            with open_writer(self._project) as writer:
                job.reports.append(writer.add(item, load_json(packed)).report_id)

    def _running(self) -> ProcessPoolExecutor:
        if self._process is None:
            self._process = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        return self._process

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            for child in list((process._processes or {}).values()):  # noqa: SLF001 - the only way to end it before it is done
                child.kill()
            process.shutdown(wait=False, cancel_futures=True)


def jobs_of(request: Request) -> Jobs:
    """The work of the site that a request came to."""
    jobs: Jobs = request.app.state.jobs
    return jobs


def _call(function: Callable[[Path], Any], project: Path) -> None:
    function(project)  # what it returns stays in its process: the project file holds the result


def read_one(document: Document, settings: Settings) -> bytes | InputError:
    """Read one report, in a process that keeps the parser."""
    from onrecord.ingest.pool import read_batch  # noqa: PLC0415 - loads the parser, which the site must not
    from onrecord.language.identify import check_language  # noqa: PLC0415

    checked = check_language(document)
    return checked if isinstance(checked, InputError) else read_batch([checked], settings)[0]
