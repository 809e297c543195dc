"""The command reference, made from the commands' own help: `python -m onrecord.cli.reference > docs/cli.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import typer
from typer.testing import CliRunner

from onrecord.cli.app import app

_WIDTH = 100


def command_reference() -> str:
    """Markdown with the help text of every command."""
    parts = ["# Commands", "", "Made by `python -m onrecord.cli.reference`; a test compares it with `--help`.", ""]
    for path in _paths(typer.main.get_command(app), ()):
        result = CliRunner().invoke(app, [*path, "--help"], prog_name="onrecord", terminal_width=_WIDTH)
        parts += [f"## {' '.join(('onrecord', *path))}", "", "```", result.output.strip(), "```", ""]
    return "\n".join(parts)


def _paths(command: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    for name, child in getattr(command, "commands", {}).items():
        yield from _paths(child, (*path, name))


if __name__ == "__main__":
    sys.stdout.write(command_reference())
