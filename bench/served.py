"""A project file behind `onrecord serve` on a free port, for screenshots and for the browser tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PROBES = 600  # of a tenth of a second


@contextmanager
def served(project: Path, **env: str) -> Iterator[str]:
    """The address of the pages over `project`, with `env` added to the environment; ended afterwards.

    Raises:
        TimeoutError: nobody answered within a minute.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "onrecord", "serve", "--project", str(project), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env={**os.environ, **env}) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    for _ in range(_PROBES):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    message = f"Cannot serve the pages: nobody answers on port {port}. See what `onrecord serve` prints."
    raise TimeoutError(message)
