"""What reading costs, in work that can be counted: clocks differ between machines, counts do not."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import onrecord_en
import pytest

from onrecord.language.network import Network
from onrecord.language.parser import load
from onrecord.language.runtimes import Runtime, make_runtime
from onrecord.pipeline import read_many
from onrecord.reading.document import Document
from onrecord.resources import load_resources

EXAMPLES = [path.read_text() for path in sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))]


class Counted:
    """A runtime that counts what goes through it."""

    def __init__(self, inner: Runtime) -> None:
        self.inner = inner
        self.runs = self.words_read = 0

    def words(self, inputs: dict[str, Any]) -> dict[str, Any]:
        self.runs += 1
        self.words_read += len(inputs["starts"])
        return self.inner.words(inputs)

    def labels(self, dependent: Any, head: Any) -> Any:
        return self.inner.labels(dependent, head)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """The shipped network, behind a count and with nothing kept from before."""
    folder = onrecord_en.path()
    counted = Counted(make_runtime("onnxruntime", folder))
    monkeypatch.setattr(load("onrecord_en"), "network", Network(folder, counted))
    return counted


def test_every_word_is_read_once(counted: Counted) -> None:
    """No word goes through the network twice, whether a text is read again or stands in it twice."""
    parser = load("onrecord_en")
    words = sum(not token.is_space for doc in parser.read(EXAMPLES) for token in doc)
    assert 0 < counted.words_read <= words
    before = counted.words_read
    list(parser.read([*EXAMPLES, "\n\n".join(EXAMPLES)]))
    assert counted.words_read == before


def test_batches_are_full(counted: Counted) -> None:
    """Many reports take few runs of the network: windows of one length are found in many reports."""
    texts = [text.replace(" the ", f" the {number}th ") for number, text in enumerate(EXAMPLES * 8)]
    list(load("onrecord_en").read(texts))
    assert counted.words_read / counted.runs > 200


def test_a_reading_leaves_no_rings() -> None:
    """A report's words are free once it is read: in a ring of objects they would wait for the collector, half a
    millisecond of its time for each report."""
    know = load_resources()
    first, second = ([Document(id=str(n), text=f"{text} ({n} {day})", published="2024-05-16")
                      for n, text in enumerate(EXAMPLES)] for day in ("Monday", "Tuesday"))  # fmt: skip
    list(read_many(first, know))  # loads what is loaded at need
    gc.collect()
    gc.disable()
    try:
        list(read_many(second, know))
        assert gc.collect() == 0
    finally:
        gc.enable()
