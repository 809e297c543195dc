"""Standard output for people."""

from __future__ import annotations

from rich.console import Console

_PIPE_WIDTH = 120  # where no terminal says how wide it is


class _Console(Console):
    """Rich's own ends with 1 where the reader of our output goes away (`| head`), which is no error."""

    def on_broken_pipe(self) -> None:
        """Leave it to the command line, which ends quietly."""
        self.quiet = True
        raise BrokenPipeError


def console() -> Console:
    """Standard output, wide enough where no terminal says how wide it is; colour only where a terminal has it."""
    found = _Console(highlight=False)
    return found if found.is_terminal else _Console(highlight=False, width=_PIPE_WIDTH)
