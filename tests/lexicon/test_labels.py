"""What somebody is called, in whose voice, with the parser and the whole pipeline."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.who_says import WhoSays

CALLED = [
    (
        'Turkey called the YPG "terrorists".',
        "YPG",
        "terrorists",
        "Turkey",
        "in quotation marks, and whose they are",
    ),
    (
        "Kyiv has designated Wagner a terrorist organisation.",
        "Wagner",
        "terrorist organisation",
        "Kyiv",
        "by decree",
    ),
    (
        "The militants, whom Delhi calls infiltrators, fled.",
        "militants",
        "infiltrators",
        "Delhi",
        "a relative clause",
    ),
    (
        "Beijing regards Taiwan as a renegade province.",
        "Taiwan",
        "renegade province",
        "Beijing",
        "a word for the case",
    ),
    (
        "The so-called Islamic State claimed the blast.",
        "Islamic State",
        "so-called",
        "the reporter",
        "a hyphen inside",
    ),
    ("The terrorist group Hamas fired rockets.", "Hamas", "terrorist group", "the reporter", "before the name"),
]
NO_LABEL = [
    ("Few people would have called the premier a hero.", "nobody has"),
    ("The premier painted himself as a champion of the poor.", "what one calls oneself"),
    ("Senate rebels voted against the budget.", "whose members they are"),
    ("The US embassy said it was “in touch” with Silva.", "how one is, not what"),
    ("Ruiz rejected the claim about Kandahar, calling it “propaganda”.", "a claim is nobody"),
    ("Patriot Coal filed for bankruptcy.", "a word of a name"),
    ("The United Nations called it “a narrow window”.", "who calls it so is not it"),
    ("Iran condemned the raid. The ministry called it a crime.", "what the sentence before tells may be it"),
]


@pytest.mark.parametrize(("text", "who", "label", "voice", "reason"), CALLED)
def test_what_somebody_is_called(text: str, who: str, label: str, voice: str, reason: str) -> None:
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    found = [(names[x.entity], x.text, x.scare_quotes, WhoSays(reading).told_by(x.attribution)) for x in reading.labels]
    assert found == [(who, label, f'"{label}"' in text, voice)], reason


@pytest.mark.parametrize(("text", "reason"), NO_LABEL)
def test_what_is_no_label(text: str, reason: str) -> None:
    assert read(text, know()).labels == (), reason
