"""Every example of the words of factuality has an act with the status that the entry gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from knowing import know
from onrecord.lexicon.load import load_lexicon
from onrecord.pipeline import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.reading.event import Event

KINDS = ("hedge", "noun_modifier", "report", "embedding", "modal", "subordinator", "purpose")


def _rows(kind: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    for entry in load_lexicon().entries(kind):
        for text in entry.get("examples", ()):
            yield entry, text


def _holds(entry: Mapping[str, Any], events: tuple[Event, ...], *, negated: bool) -> bool:
    """Whether an act has the status and the polarity that the entry gives; what is asked for may be less."""
    status = {entry["negated"] if negated else entry.get("status", "happened")}
    status |= {"hypothetical"} if "planned" in status else set()
    turned = negated and entry["negated"] not in {"happened", "ongoing", "unclear"}
    polarity = "negative" if turned else "positive" if negated else entry.get("polarity", "positive")
    return any(event.factuality.status in status and event.factuality.polarity == polarity for event in events)


def _is_negated(entry: Mapping[str, Any], text: str) -> bool:
    return "negated" in entry and bool({"can't", "not", "no"} & set(text.split()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_hold(kind: str) -> None:
    rows = ((entry, text, read(text, know()).events) for entry, text in _rows(kind))
    wrong = [text for entry, text, events in rows if not _holds(entry, events, negated=_is_negated(entry, text))]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_has_an_example(kind: str) -> None:
    assert [entry["lemma"] for entry in load_lexicon().entries(kind) if not entry.get("examples")] == []
