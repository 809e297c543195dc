"""Batches: order, isolation of failures, bounded memory. The stages have tests of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.reading.document import Document
from readings import sample, with_fields


class _Parser:
    """Stands in for the network; remembers how much it was given at a time."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def read(self, texts: Iterable[str]) -> Iterator[str]:
        texts = list(texts)
        self.batches.append(len(texts))
        return iter(texts)


@pytest.fixture
def know(monkeypatch: pytest.MonkeyPatch) -> Any:
    def read_doc(document: Document, _printed: Any, _doc: Any, _know: Any) -> Any:
        if document.text == "trip":
            raise ValueError("no such token")
        return with_fields(sample(), id=document.id)

    monkeypatch.setattr(pipeline, "read_doc", read_doc)
    return SimpleNamespace(parser=_Parser(), lexicon=SimpleNamespace(forms=frozenset()))


def _documents(*texts: str) -> list[Document]:
    return [Document(id=str(number), text=text) for number, text in enumerate(texts)]


def test_a_report_that_trips_a_stage_does_not_stop_the_batch(know: Any) -> None:
    first, failed, last = pipeline.read_each(_documents("a", "trip", "b"), know)
    assert first.id == "0"  # type: ignore[union-attr]
    assert isinstance(failed, InputError)
    assert "Cannot read 1: ValueError: no such token" in str(failed)
    assert isinstance(failed.__cause__, ValueError)
    assert last.id == "2"  # type: ignore[union-attr]


def test_errors_keep_their_place(know: Any) -> None:
    bad = InputError("read x:2", "it is empty", "Give a text")
    results = list(pipeline.read_each([*_documents("a"), bad, *_documents("b")], know))
    assert results[1] is bad
    assert len(results) == 3


def test_batches_are_bounded(know: Any) -> None:
    list(pipeline.read_each(_documents(*"a" * 200), know))
    assert max(know.parser.batches) <= 64
    assert sum(know.parser.batches) == 200


def test_long_reports_make_small_batches(know: Any) -> None:
    list(pipeline.read_each(_documents(*["x" * 150_000] * 4), know))
    assert max(know.parser.batches) == 2


def test_read_many_raises_what_cannot_be_read(know: Any) -> None:
    with pytest.raises(InputError, match="no such token"):
        list(pipeline.read_many(_documents("trip"), know))


def test_a_bare_string_is_a_report(know: Any) -> None:
    assert pipeline.read("The army said nothing.", know).id == "text"
