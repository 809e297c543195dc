"""Sentences that earlier coders read as plain fact: the whole pipeline, active, passive and quoted."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.event import Event
from onrecord.reading.reading import Reading

TOLD_AS_FACT = {"happened", "ongoing"}


def _attack(text: str) -> tuple[Event, Reading]:
    reading = read(text, know())
    (event,) = [event for event in reading.events if event.type == "ASSAULT"]
    return event, reading


def _speaker(event: Event, reading: Reading) -> str | None:
    attribution = next((item for item in reading.attributions if item.id == event.attribution), None)
    return attribution.source.text if attribution is not None and attribution.source is not None else None


NO_FACTS = [
    ("There were no gunmen attacking Ukraine.", "not_happened", "negative", "certain"),
    ("Attacks on Ukraine are war crimes, the minister said.", "hypothetical", "positive", "possible"),
    ("Russia may attack Ukraine.", "unclear", "positive", "possible"),
    ("Ukraine may be attacked by Russia.", "unclear", "positive", "possible"),
    ('"Russia may attack Ukraine," the minister said.', "unclear", "positive", "possible"),
    ("Russia allegedly attacked Ukraine.", "unclear", "positive", "possible"),
    ("Ukraine was allegedly attacked by Russia.", "unclear", "positive", "possible"),
    ('"Russia allegedly attacked Ukraine," the minister said.', "unclear", "positive", "possible"),
    ("Russia did not attack Ukraine.", "not_happened", "negative", "certain"),
    ("Ukraine was not attacked by Russia.", "not_happened", "negative", "certain"),
    ('"Russia did not attack Ukraine," the minister said.', "not_happened", "negative", "certain"),
    ("Russia denied that Russia attacked Ukraine.", "denied", "negative", "certain"),
    ("Russia denied that Ukraine was attacked by Russia.", "denied", "negative", "certain"),
    ('"We did not attack Ukraine," Russia said.', "denied", "negative", "certain"),
]


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Mali carried out no attack on Chad.", "not_happened", "one “no”, of the noun and the verb together"),
        ("Mali will launch no attack on Chad.", "planned", "what is planned is that there be none"),
        ("Mali may launch no attack on Chad.", "unclear", "nor is it said that there may be one"),
        ("Mali has not launched any attack on Chad.", "not_happened", "“any” only goes with the negation"),
        ("No attack on Chad was carried out by Mali.", "not_happened", "before the verb"),
        ("There was no attack on Chad.", "not_happened", "what there was not"),
        ("Mali stopped short of attacking Chad.", "not_happened", "it went so far and no farther"),
    ],
)
def test_a_no_counts_once(text: str, status: str, reason: str) -> None:
    event, _ = _attack(text)
    assert (event.factuality.status, event.factuality.polarity) == (status, "negative"), reason


@pytest.mark.parametrize(("text", "status", "polarity", "certainty"), NO_FACTS)
def test_no_fact_is_made_of_it(text: str, status: str, polarity: str, certainty: str) -> None:
    """Kept and marked; an export that asks only for what happened leaves it out."""
    event, _ = _attack(text)
    standing = event.factuality
    assert (standing.status, standing.polarity, standing.certainty) == (status, polarity, certainty)
    assert standing.status not in TOLD_AS_FACT
    assert standing.cues or event.attribution
    assert [recipient.text for recipient in event.recipients] == ["Ukraine"]


@pytest.mark.parametrize("text", [row[0] for row in NO_FACTS if row[1] == "denied"])
def test_a_denial_has_its_speaker(text: str) -> None:
    """Russia speaks, and what it denies is charged to it."""
    event, reading = _attack(text)
    assert _speaker(event, reading) == "Russia"


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine said Russia attacked Georgia.",
        "Ukraine said Georgia was attacked by Russia.",
        '"Russia attacked Georgia," Ukraine said.',
    ],
)
def test_the_speaker_is_neither_attacker_nor_attacked(text: str) -> None:
    """Russia acts, Georgia suffers, Ukraine speaks."""
    event, reading = _attack(text)
    assert [actor.text for actor in event.actors] == ["Russia"]
    assert [recipient.text for recipient in event.recipients] == ["Georgia"]
    assert _speaker(event, reading) == "Ukraine"


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Peru talked Mali into attacking Chad.", "happened", "what somebody is brought to, he does"),
        ("Peru wants to drag Mali into attacking Chad.", "planned", "... unless that is only wanted"),
        ("Peru tried to talk Mali into attacking Chad.", "unclear", "... or tried"),
        ("Peru did not talk Mali into attacking Chad.", "not_happened", "... or not done"),
    ],
)
def test_what_somebody_is_brought_to_do(text: str, status: str, reason: str) -> None:
    event, _ = _attack(text)
    assert event.factuality.status == status, reason
    assert [actor.text for actor in event.actors] == ["Mali"]


NEAR_MISSES = [
    "The comedian bombed on stage in Leeds.",
    "Barcelona and Real Madrid clash in the cup final on Sunday.",
    "The film about the protest won a prize in Cannes.",
    "The storm battered the coast of Florida.",
    "The runner shattered the record in Doha.",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_sounds_like_violence_is_none(text: str) -> None:
    """Stage, sport, film and weather."""
    reading = read(text, know())
    assert [event.rule for event in reading.events if event.type in {"ASSAULT", "PROTEST", "COERCE"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "The report blamed the army for its failure to prevent the massacre of villagers.",
        "The police were unable to avert the attack on the mosque.",
        "Guards did not prevent the attack on the mosque.",
    ],
)
def test_what_nobody_prevented_took_place(text: str) -> None:
    event, _ = _attack(text)
    assert (event.factuality.status, event.factuality.polarity) == ("happened", "positive")


def test_who_speaks_next_did_not_say_what_was_said_before() -> None:
    """A quotation that ends another sentence belongs to the one who speaks there."""
    text = "Ana Paz said Chad would answer “in its own time.” Former minister Ali Haidar called for calm."
    speakers = [(a.source.text, a.content[0].text) for a in read(text, know()).attributions if a.source is not None]
    assert speakers == [
        ("Ana Paz", "Chad would answer “in its own time.”"),
        ("Former minister Ali Haidar", "calm"),
    ]


def test_who_again_refuses_denies_nothing() -> None:
    """The words of refusing say what was not done, also with an adverb before them."""
    events = read("Oslo again refused to send missiles.", know()).events
    assert [(event.type, event.factuality.status) for event in events][-1] == ("AID", "not_happened")


@pytest.mark.parametrize(
    ("text", "mode", "why"),
    [
        ("Kenya carried out air strikes in May. Nairobi has not said whether it will continue the strikes.", "aerial",
         "from the air"),
        ("Nurses went on strike in May. The union said the strike would go on.", "strike", "of workers"),
        ("Kenya carried out air strikes. Nurses went on strike. The union said the strike would go on.", "strike",
         "the one told of last"),
    ],
)  # fmt: skip
def test_a_bare_noun_has_the_sense_of_its_report(text: str, mode: str, why: str) -> None:
    """One sense of a word until it is told in full again."""
    last = [event for event in read(text, know()).events if event.trigger.text.startswith("strike")][-1]
    assert last.mode == mode, why
