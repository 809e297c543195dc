"""Work that does what archives do to processes; importable by name, since each process of a pool imports it anew."""

from __future__ import annotations

import os
import signal
import time

from onrecord.errors import MissingDataError


def shout(texts: list[str]) -> list[str]:
    """The texts in capitals; some texts kill, hang or trip the process instead."""
    for text in texts:
        if text == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "exit":
            os._exit(3)
        _dawdle(text)
        if text == "memory":
            raise MemoryError
        if text == "missing":
            raise MissingDataError("load the network", "it is not installed", "Install it")
        if text == "interrupts":
            return ["heard" if signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()) else "not heard"]
    return [text.upper() for text in texts]


def _dawdle(text: str) -> None:
    """Take long: without using the processor, for ever or as where the machine is busy; or using it."""
    time.sleep({"hang": 600, "slow": 1.5}.get(text, 0))
    while text == "spin":
        pass


def stand_in(texts: list[str], reason: str) -> list[str]:
    """What is given for a text that no process survives."""
    return [f"{text}: {reason}" for text in texts]
