"""Reading in several processes: order, and what happens when one of them dies."""

from __future__ import annotations

import pickle

import pytest

from onrecord.errors import InputError, MissingDataError
from onrecord.ingest import pool
from onrecord.reading.document import Document
from onrecord.settings import Settings
from readers import read_or_die


def test_only_the_report_that_kills_its_reader_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "read_batch", read_or_die)
    monkeypatch.setattr(pool, "_BATCH_REPORTS", 3)
    texts = ["fine"] * 12
    texts[4], texts[9] = "DIE", "FAIL"
    documents = [Document(id=str(number), text=text) for number, text in enumerate(texts)]
    results = list(pool.read_in_order(iter(documents), Settings(), workers=2))
    assert [document.id for document, _ in results] == [str(number) for number in range(12)]
    failed = {document.id: str(result) for document, result in results if isinstance(result, InputError)}
    assert failed.keys() == {"4", "9"}
    assert "Cannot read 4: it ended its process" in failed["4"]
    assert "Cannot read it: it fails. Mend it." in failed["9"]


def test_errors_cross_between_processes() -> None:
    error = pickle.loads(pickle.dumps(MissingDataError("load it", "it is missing", "Install it")))  # noqa: S301 - our own
    assert isinstance(error, MissingDataError)
    assert str(error) == "Cannot load it: it is missing. Install it."


def test_batches_are_cut_by_length() -> None:
    """One long report is a batch of its own; no batch is empty."""
    texts = ["x" * 100_000, *["y"] * 40]
    batches = list(pool._batches(Document(id=str(n), text=text) for n, text in enumerate(texts)))
    assert [len(batch) for batch in batches] == [1, 16, 16, 8]
