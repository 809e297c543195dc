"""Batches through processes: in order, whole, whatever happens to a process."""

from __future__ import annotations

import signal
from operator import add

import pytest

from hostile_work import shout, stand_in
from onrecord import processes
from onrecord.errors import MissingDataError
from onrecord.processes import Pool


def _map(batches: list[list[str]], workers: int = 2, report_s: float = 60) -> list[list[str]]:
    with Pool(shout, stand_in, add, workers=workers, report_s=report_s) as pool:
        return list(pool.map(iter(batches)))


def test_results_come_in_the_order_of_the_batches() -> None:
    """More batches than places in the pool, of different lengths, one of them empty."""
    batches = [["a"] * (1 + n % 3) for n in range(20)] + [[], ["b"]]
    assert _map(batches) == [[text.upper() for text in batch] for batch in batches]


@pytest.mark.parametrize(
    ("poison", "reason"),
    [
        pytest.param("kill", "it ended its process (SIGKILL)", id="killed, as where memory is short"),
        pytest.param("exit", "it ended its process (exit status 3)", id="a crash in native code"),
        pytest.param("memory", "MemoryError: ", id="an error that no stage caught"),
    ],
)
def test_one_report_that_ends_its_process_is_set_aside_alone(poison: str, reason: str) -> None:
    """Its neighbours in the batch, and the batches before and after, lose nothing."""
    said = _map([["a", "b"], ["c", poison, "d", "e", "f"], ["g"]], workers=1)
    assert said == [["A", "B"], ["C", f"{poison}: {reason}", "D", "E", "F"], ["G"]]


@pytest.mark.parametrize(
    ("poison", "patience", "reason"),
    [
        pytest.param("hang", 1.5, "it took longer than 1.5 seconds", id="it waits for something: the clock ends it"),
        pytest.param("spin", 100, "it took longer than 1 seconds of processor time", id="it goes round in circles"),
    ],
)
def test_a_report_that_never_ends_is_set_aside(
    monkeypatch: pytest.MonkeyPatch, poison: str, patience: float, reason: str
) -> None:
    monkeypatch.setattr(processes, "_USUAL_S", 0.0)
    monkeypatch.setattr(processes, "_PATIENCE", patience)
    said = _map([["a"], [poison], ["b"]], workers=1, report_s=1)
    assert said == [["A"], [f"{poison}: {reason}"], ["B"]]


@pytest.mark.skipif(not processes._COUNTS, reason="no count of processor time")
def test_a_busy_machine_sets_no_report_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the clock the report takes longer than it may; of the processor it takes nearly nothing."""
    monkeypatch.setattr(processes, "_USUAL_S", 0.0)
    assert _map([["slow"], ["slow", "a"]], workers=1, report_s=1) == [["SLOW"], ["SLOW", "A"]]


def test_what_no_report_is_to_blame_for_is_raised() -> None:
    """Without the network every report would fail: one error is better than a million."""
    with pytest.raises(MissingDataError, match="not installed"):
        _map([["a", "missing"]])


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no mask of signals")
def test_a_process_never_hears_of_an_interrupt_and_its_parent_does() -> None:
    """From its first moment on: a traceback for each process that was still loading says nothing to anybody."""
    assert _map([["interrupts"]], workers=1) == [["not heard"]]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
