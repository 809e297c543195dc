"""Whether an act happened, is to come, is denied or only thought of."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.document import Document


@pytest.mark.parametrize(
    ("text", "kind", "status", "polarity", "why"),
    [
        (
            "12 May – Gao: Mine kills three guards.\n13 May – Kidal: Talks end.",
            "ASSAULT",
            "happened",
            "positive",
            "a line of a chronology",
        ),
        (
            "June 3, 2014: Talks end.\nJune 9, 2014: Rebels seize the port.",
            "COERCE",
            "happened",
            "positive",
            "with a year and no place",
        ),
        (
            "Talks ended.\nIn 2014: Rebels besiege the port.\nRain fell.",
            "COERCE",
            "ongoing",
            "positive",
            "one such line is none",
        ),
        (
            "She will be the first president to be tried by the court.",
            "ACCUSE",
            "planned",
            "positive",
            "she has not been tried yet",
        ),
        ("She was the first president to be tried by the court.", "ACCUSE", "happened", "positive", "she has been"),
        ("Rebels fled, only to be captured by the army.", "ASSAULT", "happened", "positive", "how it ended"),
        ("Rebels met only to plan a coup and to be armed by Iran.", "AID", "planned", "positive", "what it was for"),
        ("Hundreds marched to denounce the court.", "ACCUSE", "happened", "positive", "they did so by marching"),
        ("Hundreds drove to Lima to denounce the court.", "ACCUSE", "planned", "positive", "driving says nothing"),
        (
            "Thousands met to mourn the dead and protest against the law.",
            "PROTEST",
            "happened",
            "positive",
            "also behind another",
        ),
        ("Israel agreed to cease shelling the town.", "ASSAULT", "planned", "negative", "its end is what is planned"),
        ("Israel ceased shelling the town.", "ASSAULT", "happened", "positive", "until then it went on"),
        ("A plan to bomb Chad failed.", "ASSAULT", "not_happened", "negative", "nothing came of it"),
        ("The bombing of Chad failed.", "ASSAULT", "happened", "positive", "an act that fails has been tried"),
        (
            "The rebels will leave when the captives are freed.",
            "RETREAT",
            "planned",
            "positive",
            "the helper has the tense",
        ),
        (
            "It is not true that we bombed Chad, the army said.",
            "ASSAULT",
            "denied",
            "negative",
            "by who would have done it",
        ),
        (
            "Police did not deny that guards tortured prisoners.",
            "ASSAULT",
            "unclear",
            "positive",
            "nor did they admit it",
        ),
        ("There is no evidence that Chad attacked Niger.", "ASSAULT", "unclear", "positive", "nobody knows"),
        ("There is evidence that Chad attacked Niger.", "ASSAULT", "happened", "positive", "somebody does"),
        ("The mayor escaped an attack by rebels.", "ASSAULT", "happened", "positive", "it missed him, but it was made"),
        ("Troops no longer occupy the town.", "COERCE", "not_happened", "negative", "it is over"),
        ("Troops occupied Gao no longer than a day.", "COERCE", "happened", "positive", "... but how long it took"),
        ("No sooner had troops seized the town than it burned.", "COERCE", "happened", "positive", "... or how soon"),
        ("The army did not only shell Gao; it burned it.", "ASSAULT", "happened", "positive", "there is more to tell"),
        ("The mayor escaped arrest by the army.", "COERCE", "not_happened", "negative", "nobody arrested him"),
        ("The firm could not confirm that Chad attacked Niger.", "ASSAULT", "unclear", "positive", "nor is it denied"),
        (
            "The vow that Chad would attack Niger was a bluff.",
            "ASSAULT",
            "planned",
            "positive",
            "a noun tells what was said",
        ),
    ],
)
def test_whether_it_happened(text: str, kind: str, status: str, polarity: str, why: str) -> None:
    """Status and polarity of the last act of a type."""
    told = [event.factuality for event in read(text, know()).events if event.type == kind][-1]
    assert (told.status, told.polarity) == (status, polarity), why


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        ("Xi visits Chad next week.", "planned", "the present tells of a day to come"),
        ("Xi is visiting Chad next week.", "planned", "and so does its progressive"),
        ("A strike by nurses begins next week.", "planned", "of the noun before it too"),
        ("Xi defended his decision to meet nuns next week.", "planned", "of what is decided too"),
        ("Xi visits Chad this week.", "ongoing", "the week has begun"),
        ("Xi visited Chad last week.", "happened", "a day that is past"),
    ],
)
def test_what_is_told_of_a_day_to_come(text: str, status: str, why: str) -> None:
    """Of a report published on a Wednesday."""
    *_, event = read(Document(id="a", text=text, published="2026-03-11"), know()).events
    assert event.factuality.status == status, why


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        ("Lawyers march in Lahore tomorrow.", "planned", "a day to come says so"),
        ("Chad and Mali hold talks later this week.", "planned", "and what is left of a week"),
        ("The king meets the rebels next month.", "planned", "and the next month"),
        ("The king met the rebels the next month.", "happened", "but not the month after one that is told of"),
        (
            "A summit of the five presidents opens in Astana on Friday.",
            "planned",
            "a verb of beginning on a day of the week",
        ),
        ("The king meets the rebels on Friday.", "ongoing", "as a caption may say of what it shows"),
        ("The army trains on Fridays and attacks the rebels every Friday.", "ongoing", "not on many such days"),
        ("A strike by dockers is to begin on Thursday.", "planned", "of an act as of who is to do it"),
        ("The summit, which opens on Friday, of five presidents has angered Chad.", "planned", "a clause on the act"),
        ("A strike by dockers, which is to begin on Friday, worries Chad.", "planned", "... as it is arranged"),
        ("The dockers' strike that was to have begun on Monday upset Chad.", "not_happened", "... and fell through"),
        ("Clashes between the army and the clan, which started on Friday, go on.", "happened", "... or began"),
        ("The summit, set for Tuesday, between Chad and Mali will be about water.", "planned", "the day it is set for"),
    ],
)
def test_what_words_alone_put_on_a_day_to_come(text: str, status: str, why: str) -> None:
    """Of a report of which nobody knows when it was published."""
    assert read(text, know()).events[-1].factuality.status == status, why


@pytest.mark.parametrize(
    ("text", "trigger", "status", "why"),
    [
        ("The charity treats wounded farmers in Mopti.", "treats", "hypothetical", "a service told of any time"),
        ("The mayor meets union leaders.", "meets", "hypothetical", "a habit"),
        ("The ministry works together with two unions on safety.", "works", "hypothetical", "standing joint work"),
        ("The army abducts traders who do not pay.", "abducts", "hypothetical", "nothing tells when"),
        ("The charity now treats wounded farmers in Mopti.", "treats", "ongoing", "now"),
        ("The charity treats wounded farmers in Mopti this week.", "treats", "ongoing", "a week is named"),
        ("The mayor, left, meets union leaders in Sevare on Monday.", "meets", "ongoing", "as captions tell"),
        ("The rebels besiege the town of Djibo.", "besiege", "ongoing", "a siege lasts by itself"),
        ("The charity is treating wounded farmers.", "treating", "ongoing", "the progressive is of now"),
        ("Aid is late as the army abducts the drivers.", "abducts", "ongoing", "beside something else"),
    ],
)
def test_deeds_in_the_bare_present_are_of_any_time(text: str, trigger: str, status: str, why: str) -> None:
    reading = read(Document(id="d", text=f"Rain fell in the north for nine days. {text}"), know())
    assert [(it.trigger.text, it.factuality.status) for it in reading.events] == [(trigger, status)], why


@pytest.mark.parametrize("text", ["Army abducts traders", "The army abducts traders in Mopti, officials said."])
def test_headings_and_leads_tell_news_in_the_bare_present(text: str) -> None:
    reading = read(Document(id="d", text=f"{text}\n\nRain fell in the north for nine days."), know())
    assert [it.factuality.status for it in reading.events] in (["happened"], ["ongoing"])


def test_a_joining_word_is_no_act() -> None:
    """Nobody lets anybody do anything "let alone"."""
    assert read("The army cannot feed its men, let alone villagers.", know()).events == ()


def test_what_is_wanted_is_no_plan() -> None:
    """A subjunctive tells of a wish, also under a verb that announces nothing."""
    (event,) = read("The deal requires that the army leave the town.", know()).events
    assert event.factuality.status == "hypothetical"


def test_what_a_denial_adds_is_not_denied() -> None:
    """A relative clause of the past is the reporter's own."""
    attacked, killed = read("Chad denied that it had bombed a school where 20 people were killed.", know()).events
    assert (attacked.factuality.status, attacked.attribution) == ("denied", "A1")
    assert (killed.factuality.status, killed.attribution) == ("happened", None)


def test_what_is_over_has_no_day_to_come() -> None:
    """The day is the summit's, not that of the proposal."""
    (event,) = read(Document(id="a", text="Oslo proposed talks on March 20.", published="2026-03-12"), know()).events
    assert (event.factuality.status, event.time) == ("happened", None)
