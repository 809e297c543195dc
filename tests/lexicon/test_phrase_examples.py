"""Every example of a condition has that condition, and every example of a light verb an act with its subject in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowing import know, parsed, shipped_lexicon
from onrecord.language.conditions import find_conditions
from onrecord.pipeline import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONDITIONS = ("condition_phrase", "condition_predicate")


def _rows(*kinds: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    return (
        (entry, text)
        for kind in kinds
        for entry in shipped_lexicon().entries(kind)
        for text in entry.get("examples", ())
    )


def _conditions(text: str) -> set[str]:
    return {span.text for token in parsed(text) for span in find_conditions(token, know().lexicon)}


def test_the_examples_have_their_condition() -> None:
    """A phrase opens the condition; of a predicate it is what it depends on, whatever its words."""
    wrong = []
    for entry, text in _rows(*CONDITIONS):
        opening = "" if "pos" in entry else str(entry["lemma"])
        if not any(words.lower().startswith(opening) for words in _conditions(text)):
            wrong.append(text)
    assert wrong == []


def test_the_examples_of_light_verbs_have_their_act() -> None:
    """The verb's subject, with which each example begins, takes part in an act."""
    wrong = []
    for entry, text in _rows("light_verb"):
        if entry.get("noun") == "subject":
            continue  # "talks took place": the act is the subject
        told = read(text, know()).events
        if not any(role.start == 0 for event in told for role in (*event.actors, *event.recipients)):
            wrong.append(text)
    assert wrong == []


def test_every_entry_has_an_example() -> None:
    kinds = (*CONDITIONS, "light_verb")
    assert [
        entry["lemma"] for kind in kinds for entry in shipped_lexicon().entries(kind) if not entry.get("examples")
    ] == []
