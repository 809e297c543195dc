"""How far a long command is, how fast, how long it will take: on stderr, as a bar, or as lines without a terminal."""

from __future__ import annotations

import sys
import time
from collections import deque
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

_WINDOW_SECONDS = 60.0  # the rate is that of the last minute: reports differ, and what was passed over took no time
_LINE_SECONDS = 15.0
_FEW = 5  # the first reports tell how long the start takes, not how long the rest will


class Progress:
    """Counts what is done out of about `total`; use it as a context manager, and `say` what is to stand above it."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._worked: deque[float] = deque([time.monotonic()])
        self._line = self._worked[0]
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=self._console,
            transient=True,
            speed_estimate_period=_WINDOW_SECONDS,
        )
        self._task = self._bar.add_task(what, total=total, rate="")

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._console.is_terminal:
            self._bar.stop()

    def say(self, line: str) -> None:
        """Print a line of its own."""
        if self._console.is_terminal:
            self._bar.console.print(line, markup=False)
        else:
            sys.stderr.write(f"{line}\n")

    def step(self, *, worked: bool) -> None:
        """One more is done; `worked` where it took time, and so tells the rate."""
        self._done += 1
        self._total = max(self._total, self._done)
        now = time.monotonic()
        if worked:
            self._worked.append(now)
            while self._worked[0] < now - _WINDOW_SECONDS:
                self._worked.popleft()
        self._bar.update(self._task, completed=self._done, total=self._total, rate=self._rate_words(now))
        if not self._console.is_terminal and now - self._line >= _LINE_SECONDS:
            self._line = now
            self.say(
                f"{self._what}: {self._done:,} of {self._total:,}, {self._rate_words(now)}, {self._left_words(now)}"
            )

    def _rate(self, now: float) -> float:
        return (len(self._worked) - 1) / max(now - self._worked[0], 1e-3)

    def _rate_words(self, now: float) -> str:
        return f"{self._rate(now):,.1f} a second"

    def _left_words(self, now: float) -> str:
        left = self._total - self._done
        if left and len(self._worked) <= _FEW:
            return "time left unknown"
        minutes, seconds = divmod(round(left / self._rate(now)) if left else 0, 60)
        return f"{minutes} min {seconds:02} s left" if minutes else f"{seconds} s left"
