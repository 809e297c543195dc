"""The readable reading: what a person must see."""

from __future__ import annotations

import pytest

from onrecord.cli.show import print_reading
from readings import TEXT, sample


def test_everything_that_matters_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(sample(), TEXT)
    out = capsys.readouterr().out
    for words in (
        "E1",
        "happened",
        "ASSAULT",
        "The militia",
        "an official",
        "Harbour Wire",
        "planned",
        "READ WITH CARE",
    ):
        assert words in out
    assert "not known" in out  # a silent party
    assert "opposes" not in out


def test_output_to_a_pipe_has_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(sample(), TEXT)
    assert "\x1b[" not in capsys.readouterr().out
