"""Stands told in words from which one can tell what, who and why; duties, services and facts kept back are none."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.position import Position


def _positions(text: str) -> tuple[Position, ...]:
    return read(text, know()).positions


def _told(text: str) -> list[tuple[str, str, str]]:
    return [(p.holder.text, p.basis, p.toward.text if p.toward else "") for p in _positions(text)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The Harbor Board adopts rules for the use of docks and reviews fees each spring.", "what it is there for"),
        ("The county office will not accept new passport applications because its printer broke.", "a service"),
        ("The governor signed this agreement on Friday and thanked the tribe.", "which, nobody can tell"),
        ("The two countries agreed to the plan on Friday.", "who, nobody can tell"),
        ("All the parties signed a memorandum of understanding.", "likewise"),
        ("The coach lauded his team's defence that kept the strikers at bay.", "a game"),
        ("The neighbours Chad and Mali have backed opposing sides in the war.", "each another"),
        ("Prosecutor Lynn Marsh would not comment on whether the gun was stolen.", "what she looks into"),
        ("Police declined to discuss the items and any other evidence.", "likewise"),
        ("Detectives would not say whether they had found the knife.", "what was"),
        ("Both sides said they supported the ceasefire.", "which sides, nobody can tell"),
        ("She married Bo Lee, a man of the Lumin faith, which advocates the unity of nations.", "no man is a which"),
    ],
)
def test_it_is_no_stand(text: str, reason: str) -> None:
    assert _told(text) == [], reason


@pytest.mark.parametrize(
    ("text", "holder", "basis", "toward", "reason"),
    [
        ("House rejects attempt to force a vote on the rent cap.", "House", "acted",
         "attempt to force a vote on the rent cap", "a chamber decides"),
        ("Members of the dockers' union rejected a pay raise of 2%.", "Members of the dockers' union", "acted",
         "a pay raise of 2%", "to whom it was put"),
        ("The city council defended its rejection of a clinic in Leeds.", "its", "acted", "a clinic in Leeds",
         "decided, by a noun"),
        ("Ruth Abney advocated for expanding the bus network.", "Ruth Abney", "stated", "expanding the bus network",
         "one does it in words"),
        ("The Republican senators called the levy a job killer, supporting a cut in the fuel tax instead.",
         "The Republican senators", "stated", "a cut in the fuel tax", "beside what they say"),
        ("Bo Lee was among 40 supporters of the Clean Water Act who were invited to the palace.", "Bo Lee", "reported",
         "the Clean Water Act", "the act is not who"),
        ("The Senate rejected a bid to block the sale of jets to Qatar, 52-47.", "The Senate", "acted",
         "a bid to block the sale of jets to Qatar", "not by how many"),
    ],
)  # fmt: skip
def test_what_is_told_of_it(text: str, holder: str, basis: str, toward: str, reason: str) -> None:
    assert (holder, basis, toward) in _told(text), reason


def test_a_headline_has_the_words_of_the_text_below() -> None:
    text = "State senator sponsors bill. Mark Tull is sponsoring a bill that would let dealers open on Sundays."
    assert {toward for *_, toward in _told(text)} == {"a bill that would let dealers open on Sundays"}


def test_one_thing_has_its_fullest_words_in_each_stand() -> None:
    text = "Lawmakers in Ghana passed a law that bans gay marriage, drawing criticism from the United States."
    assert {toward for *_, toward in _told(text)} == {"a law that bans gay marriage"}


def test_each_of_two_who_are_named_behind_takes_the_stand() -> None:
    text = "Both commissioners who represent the valley, Ann Soto and Greg Pike, oppose the quarry."
    assert [holder for holder, *_ in _told(text)] == ["Ann Soto", "Greg Pike"]


def test_who_did_not_say_why_has_not_said_that() -> None:
    (position,) = _positions("The commissioners did not say why they denied the permit for a gas well.")
    assert (position.stance, position.attribution) == ("opposes", None)
