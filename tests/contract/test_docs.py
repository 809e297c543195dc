"""What the documentation says of the commands is what the commands say."""

from __future__ import annotations

from pathlib import Path

from onrecord.cli.reference import command_reference


def test_command_reference_is_current() -> None:
    stored = (Path(__file__).parents[2] / "docs" / "cli.md").read_text()
    assert stored == command_reference(), "Run `python -m onrecord.cli.reference > docs/cli.md`."
