"""Work that does what archives do to processes; importable by name, since each process of a pool imports it anew."""

from __future__ import annotations

import os
import signal
import time

import pyarrow as pa

from onrecord.errors import MissingDataError

pa.table({"said": ["ready"]})  # the first table of a process loads pandas, which must not count as a report's time


def shout(table: pa.Table) -> list[pa.Table]:
    """The texts in capitals; some texts kill, hang or trip the process instead."""
    texts = table.column("text").to_pylist()
    for text in texts:
        if text == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "exit":
            os._exit(3)
        if text == "hang":
            time.sleep(600)
        if text == "memory":
            raise MemoryError
        if text == "missing":
            raise MissingDataError("load the network", "it is not installed", "Install it")
    return [pa.table({"said": [text.upper() for text in texts]})]


def stand_in(table: pa.Table, reason: str) -> list[pa.Table]:
    """What is given for a text that no process survives."""
    return [pa.table({"said": [f"{text}: {reason}" for text in table.column("text").to_pylist()]})]
