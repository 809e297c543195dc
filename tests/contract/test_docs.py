"""What the documentation says of the commands is what the commands say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from onrecord.cli.reference import command_reference

ROOT = Path(__file__).parents[2]


def test_command_reference_is_current() -> None:
    stored = (ROOT / "docs" / "cli.md").read_text()
    assert stored == command_reference(), "Run `python -m onrecord.cli.reference > docs/cli.md`."


def test_the_reading_in_the_readme_is_what_is_printed() -> None:
    """Whoever follows the README sees what it shows."""
    shown = (ROOT / "README.md").read_text().split("and prints:\n\n```\n")[1].split("\n```\n")[0]
    done = subprocess.run([sys.executable, "-m", "onrecord", "demo"], capture_output=True, check=True, cwd=ROOT)
    printed = [line.rstrip() for line in done.stdout.decode().splitlines()]
    assert shown.splitlines() == printed
