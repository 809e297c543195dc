"""What is derived from a reading alone: names, chains of speakers, warnings."""

from __future__ import annotations

import pytest

from onrecord.reading.cautions import find_cautions
from onrecord.reading.event import NumberClaim, Numbers
from onrecord.reading.span import Argument
from onrecord.reading.who_says import WhoSays
from readings import event, sample, span, with_fields


@pytest.mark.parametrize(
    ("key", "told_by"),
    [
        (None, "the reporter"),  # nobody else is named
        ("A1", "an official → Harbour Wire"),  # the channel comes after the speaker
        ("A2", "an official → Harbour Wire"),  # nested: the pronoun has a name, and nobody is named twice
    ],
)
def test_chain_of_speakers(key: str | None, told_by: str) -> None:
    assert WhoSays(sample()).told_by(key) == told_by


def test_a_pronoun_is_called_by_the_name_of_its_entity() -> None:
    reading = sample()
    source = reading.attributions[1].source
    assert source is not None
    assert source.text == "He"
    assert WhoSays(reading).name(source) == "an official"


def test_a_chain_that_bites_its_tail_ends() -> None:
    """A broken reading must not hang whoever prints it."""
    reading = sample()
    first, second = reading.attributions
    import msgspec

    loop = with_fields(reading, attributions=(msgspec.structs.replace(first, within="A2"), second))
    assert "an official" in WhoSays(loop).told_by("A1")


def test_silence_is_told_and_is_not_opposition() -> None:
    (line,) = [c for c in find_cautions(sample()) if "Northern Front" in c]
    assert "absent" in line
    assert "not opposing" in line


def test_plans_are_counted_apart_from_facts() -> None:
    assert any("1 of 2 acts are plans" in caution for caution in find_cautions(sample()))


def test_unnamed_speakers_are_told() -> None:
    assert any("nobody who is quoted is named" in caution for caution in find_cautions(sample()))


def test_denials_are_told() -> None:
    denied = with_fields(sample(), events=(event("E1", "shelled", "denied"),))
    assert any(caution.startswith("a party denies ") for caution in find_cautions(denied))


def test_numbers_that_differ_are_told_with_who_gives_them() -> None:
    """Both numbers of one event, each with its speaker."""
    counts = [
        Numbers(killed=NumberClaim(start=0, end=2, text=text, low=int(text), high=int(text))) for text in ("41", "56")
    ]
    first = event("E1", "shelled", "happened", numbers=counts[0], attribution="A1")
    toll = event("E2", "shelled", "happened", numbers=counts[1], same_as="E1")
    lines = find_cautions(with_fields(sample(), events=(first, toll)))
    assert (
        "the report gives different numbers for killed in E1: 41 (an official → Harbour Wire), 56 (the reporter)"
        in lines
    )


def test_nothing_to_warn_of() -> None:
    """A reading that asserts facts in the reporter's voice draws no warning."""
    plain = with_fields(sample(), events=(event("E1", "shelled", "happened"),), attributions=(), positions=())
    assert find_cautions(plain) == ()


@pytest.mark.parametrize(
    ("words", "shown", "reason"),
    [
        ("He", "“He”", "a pronoun that nobody resolved is a word, not a party"),
        ("Kadi", "Kadi", "a capital within the sentence makes it a name"),
        ("the army", "the army", "a description says who it is"),
    ],
)
def test_who_is_in_no_entity_is_called_by_the_words_of_the_report(words: str, shown: str, reason: str) -> None:
    unknown = span(words, Argument, entity=None)
    assert WhoSays(sample()).name(unknown) == shown, reason  # type: ignore[arg-type]


def test_a_deed_on_a_party_s_own_word_is_told() -> None:
    """Who gains from a claim should be seen beside it."""
    shelled = event("E1", "shelled", "happened", actors=(span("an official", Argument, entity="T2"),), attribution="A1")
    (line,) = [c for c in find_cautions(with_fields(sample(), events=(shelled,))) if "a party to it" in c]
    assert "an official" in line
    assert "E1" in line
