"""How far, how fast, how long: what is said without a terminal."""

from __future__ import annotations

import pytest

from onrecord.cli import progress as module
from onrecord.cli.progress import Progress, Steps


def test_lines_say_rate_and_time_left(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Eight a second; what was passed over counts as done, not as work."""
    clock = 0.0
    monkeypatch.setattr(module.time, "monotonic", lambda: clock)
    with Progress("reports", 2_000) as progress:
        for _ in range(500):
            progress.step(worked=False)
        for _ in range(300):
            clock += 0.125
            progress.step(worked=True)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "reports: 620 of 2,000, 8.0 a second, 2 min 52 s left"
    assert lines[1] == "reports: 740 of 2,000, 8.0 a second, 2 min 38 s left"


def test_the_first_reports_do_not_tell_how_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They wait for the network to be loaded."""
    clock = 0.0
    monkeypatch.setattr(module.time, "monotonic", lambda: clock)
    with Progress("reports", 90) as progress:
        clock += 24.0
        progress.step(worked=True)
    assert capsys.readouterr().err.splitlines() == ["reports: 1 of 90, 0.0 a second, time left unknown"]


def test_more_than_was_counted_is_no_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    clock = 0.0
    monkeypatch.setattr(module.time, "monotonic", lambda: clock)
    with Progress("reports", 1) as progress:
        progress.step(worked=True)
        clock += 20.0
        progress.step(worked=False)
        progress.say("Left out 1 file")
    assert capsys.readouterr().err.splitlines() == ["reports: 2 of 2, 0.1 a second, 0 s left", "Left out 1 file"]


def test_each_thing_gone_through_has_a_bar_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second time through the same things counts from the start again, and so does the time left."""
    clock = 0.0
    monkeypatch.setattr(module.time, "monotonic", lambda: clock)
    with Steps() as steps:
        for what in ("texts", "texts", "acts"):
            for done in range(1, 41):
                clock += 0.5
                steps.tell(what, done, 40)
    assert capsys.readouterr().err.splitlines() == [
        "texts: 31 of 40, 2.1 a second, 4 s left",
        "texts: 31 of 40, 2.1 a second, 4 s left",
        "acts: 31 of 40, 2.1 a second, 4 s left",
    ]
