"""The work of an archive as Ray tasks: on this machine, or on the cluster that RAY_ADDRESS names.

Ray moves tasks of lost nodes to others by itself. What it cannot do is find the report that kills every process: here,
as in `processes.Pool`, its table is halved until that report stands alone, and is set aside.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import ray
from ray.exceptions import GetTimeoutError, RayError, RayTaskError

from onrecord.errors import OnrecordError
from onrecord.scale.run import Engine, join, read_and_list, set_aside

_AHEAD = 4  # tables for each processor, the finished ones that wait for an earlier one included
_TRIES = 2  # Ray's own, of a task whose process or node is lost
_START_S = 120.0  # for a process to appear and load the network
_USUAL_S = 1.0  # many times what a report takes


@contextmanager
def ray_engine(workers: int, report_s: float) -> Iterator[Engine]:
    """Ray, begun and ended with the block.

    Args:
        workers: processes, where Ray is started here; a cluster has its own number.
        report_s: the seconds that one report may take, the longest.
    """
    own = None if "RAY_ADDRESS" in os.environ else workers
    ray.init(num_cpus=own, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    try:
        yield _Tasks(int(ray.cluster_resources().get("CPU", workers)), report_s).map
    finally:
        ray.shutdown()


class _Tasks:
    """Tables in, readings and events out, in order; `processors` tables at a time and a few waiting."""

    def __init__(self, processors: int, report_s: float) -> None:
        self._most = _AHEAD * processors
        self._report_s = report_s
        self._task = ray.remote(num_cpus=1, max_retries=_TRIES - 1)(read_and_list)

    def map(self, tables: Iterator[pa.Table]) -> Iterator[list[pa.Table]]:
        """What `read_and_list` gives for each table."""
        begun: deque[tuple[pa.Table, Any]] = deque()
        for table in tables:
            begun.append((table, self._task.remote(table)))
            if len(begun) >= self._most:
                yield self._result(*begun.popleft())
        while begun:
            yield self._result(*begun.popleft())

    def _result(self, table: pa.Table, task: Any) -> list[pa.Table]:  # noqa: ANN401 - ray brings no types
        try:
            done: list[pa.Table] = ray.get(task, timeout=_START_S + self._report_s + _USUAL_S * len(table))
        except GetTimeoutError:
            ray.cancel(task, force=True)
            return self._in_halves(table, f"it took longer than {self._report_s:g} seconds")
        except RayTaskError as error:
            if isinstance(error.cause, OnrecordError):  # no other process would do better: the network is missing, say
                raise error.cause from None
            return self._in_halves(table, f"{type(error.cause).__name__}: {error.cause}")
        except RayError as error:  # its process or its node is lost, more often than Ray tries
            return self._in_halves(table, f"it ended its process ({type(error).__name__})")
        return done

    def _in_halves(self, table: pa.Table, reason: str) -> list[pa.Table]:
        if len(table) <= 1:
            return set_aside(table, reason)
        halves = (table[: len(table) // 2], table[len(table) // 2 :])
        begun = [(half, self._task.remote(half)) for half in halves]
        one, other = (self._result(*each) for each in begun)
        return join(one, other)
