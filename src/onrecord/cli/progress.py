"""How far a long command is, how fast, how long it will take: on stderr, as a bar, or as lines without a terminal."""

from __future__ import annotations

import sys
import time
from collections import deque
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

_WINDOW_SECONDS = 60.0  # the rate is that of the last minute: reports differ, and what was passed over took no time
_LINE_SECONDS = 15.0
_GLANCE_SECONDS = 0.1
_FEW = 5  # the first reports tell how long the start takes, not how long the rest will


class Steps:
    """One bar after another, for a command that goes through several things; use it as a context manager."""

    def __init__(self) -> None:
        self._bars = ExitStack()
        self._now: tuple[str, int] = ("", 0)
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.close()

    def tell(self, what: str, done: int, total: int) -> None:
        """So many of `total` are done; another `what`, or fewer than before, begins a new bar."""
        if self._bar is None or what != self._now[0] or done < self._now[1]:
            self._bars.close()
            self._bar = self._bars.enter_context(Progress(what, total))
        self._now = (what, done)
        self._bar.reach(done)


class Progress:
    """Counts what is done out of about `total`; use it as a context manager, and `say` what is to stand above it."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._line = time.monotonic()
        self._worked: deque[tuple[float, int]] = deque([(self._line, 0)])  # when, and how many were worked on by then
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
        self._go_on(self._done + 1, self._worked[-1][1] + worked)

    def reach(self, done: int) -> None:
        """So many are done, all of which took time; asked too often, it looks at few of them."""
        if done >= self._total or time.monotonic() - self._worked[-1][0] >= _GLANCE_SECONDS:
            self._go_on(done, done)

    def _go_on(self, done: int, worked: int) -> None:
        self._done = done
        self._total = max(self._total, self._done)
        now = time.monotonic()
        if worked > self._worked[-1][1]:
            self._worked.append((now, worked))
            while self._worked[0][0] < now - _WINDOW_SECONDS:
                self._worked.popleft()
        self._bar.update(self._task, completed=self._done, total=self._total, rate=self._rate_words(now))
        if not self._console.is_terminal and now - self._line >= _LINE_SECONDS:
            self._line = now
            self.say(
                f"{self._what}: {self._done:,} of {self._total:,}, {self._rate_words(now)}, {self._left_words(now)}"
            )

    def _rate(self, now: float) -> float:
        return self._recent() / max(now - self._worked[0][0], 1e-3)

    def _recent(self) -> int:
        return self._worked[-1][1] - self._worked[0][1]

    def _rate_words(self, now: float) -> str:
        return f"{self._rate(now):,.1f} a second"

    def _left_words(self, now: float) -> str:
        left = self._total - self._done
        if left and self._recent() < _FEW:
            return "time left unknown"
        minutes, seconds = divmod(round(left / self._rate(now)) if left else 0, 60)
        return f"{minutes} min {seconds:02} s left" if minutes else f"{seconds} s left"
