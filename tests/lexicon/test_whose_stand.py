"""Whose a stand is, and on whose word or by what deed: H{holder}, the stand, T{toward}; what one keeps back is none."""

from __future__ import annotations

import re

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.position import Position

_MARK = re.compile(r"([HT])\{([^{}]*)\}")
_OTHERS = re.compile(r"^The council")  # who decided it, where a row opens with that

STANDS = [
    # Who wants others to do it
    ("H{The auditor} recommended that the council reject T{the bid}.", "opposes", "stated", "not the council, yet"),
    ("H{The guild} asked that Chad repeal T{the media law}.", "opposes", "stated", "what is to become of it"),
    ("H{The king} proposed that parliament endorse T{the treaty}.", "supports", "stated", "whatever the tag"),
    ("H{The bishop} prayed that both sides accept T{the truce}.", "supports", "stated", "of several, by the verb"),
    ("H{Hamas} insists that Egypt accept T{the plan}.", "supports", "stated", "by the form alone"),
    ("H{Shopkeepers} urged the court to declare T{the strike} illegal.", "opposes", "stated", "who asks for it"),
    ("H{The commission} recommended denial of T{the rezoning}.", "opposes", "stated", "not for the denial"),
    # Who is singled out
    ("H{Bo Lee} was one of three members who voted against T{the levy}.", "opposes", "acted", "he is one of them"),
    ("H{Bo Lee}, the lone member to vote against T{the levy}, left.", "opposes", "acted", "who alone did it"),
    ("H{Bo Lee} was the only deputy to oppose T{the treaty}.", "opposes", "reported", "likewise"),
    ("H{Togo} was one of nine states that voted against T{the text}.", "opposes", "acted", "nine are not whoever"),
    # How one votes
    ("H{Bo Lee} cast the lone dissenting vote on T{the levy}.", "opposes", "acted", "how he voted"),
    ("The council passed T{the budget}. H{Bo Lee} cast the only no vote.", "opposes", "acted", "on what was passed"),
    (
        "The council voted 3-2 to T{close the school}. H{Bo Lee} voted no.",
        "opposes",
        "acted",
        "what others voted to do",
    ),
    ("H{Bo Lee}, who voted yes on T{the levy}, left.", "supports", "acted", "on what"),
    ("T{The merger} was rejected by a vote of H{the commissioners}.", "opposes", "acted", "whose vote"),
    ("H{Nurses} rejected T{a contract} on Monday.", "opposes", "acted", "those to whom it was put"),
    ("H{Pilots} accepted T{a wage deal}.", "supports", "acted", "... or who took it"),
    (
        "H{The Lagos State House of Assembly} rejected T{the governor's request for money}.",
        "opposes",
        "acted",
        "a house decides on what is asked of it",
    ),
    # Texts
    ("H{Residents} filed a petition with 812 signatures against T{the dam}.", "opposes", "acted", "against the dam"),
    ("H{Nine bishops} signed a petition in support of T{the asylum bill}.", "supports", "acted", "a text one signs"),
    ("H{The guild} sent a letter in favor of T{the levy}.", "supports", "stated", "... or sends"),
    ("H{Norway} backed T{the truce} in a joint statement.", "supports", "stated", "its own words"),
    ("H{The bishop} backed T{the truce} in an interview.", "supports", "stated", "likewise"),
    ("H{Growers} handed the ministry a letter on Monday opposing T{the dam}.", "opposes", "stated", "hung on the verb"),
    # Who speaks for whom
    ("The chief said H{his council} would not support T{the dam}.", "opposes", "stated", "a body of his own"),
    ("H{The Green Party} opposes T{the bill}, its leader Carla Dean told reporters.", "opposes", "stated", "its own"),
    ("H{Hamas} rejects T{the plan}, its political chief Ismail Awad said.", "opposes", "stated", "a chief of its own"),
    ("The prime minister's office said H{the government} supports T{the treaty}.", "supports", "stated", "his office"),
    ("H{The bishop} said he could accept T{the truce} if the rebels disarm.", "supports", "stated", "on one condition"),
    # What it is about
    (
        "H{The union} voted to reject T{a wage offer from the mining company Grupo Cobre}.",
        "opposes",
        "acted",
        "from whom it came",
    ),
    ("H{Vienna} remained neutral in T{the dispute}.", "unknown", "declined", "it is known that it takes no side"),
    ("H{The emir} refused to take sides in T{the dispute}.", "unknown", "declined", "likewise"),
]

NO_STANDS = [
    ("A police spokesman would not say how the man died.", "what happened is nothing to stand on"),
    ("The sheriff declined to discuss the evidence.", "what one knows"),
    ("The ministry declined to say how often the envoy had voted.", "nor is how often it happened"),
    ("The union declined to say how many had voted.", "nor of how many it is so"),
    ("Police refused to comment on the investigation.", "what the police do not tell"),
    ("Bo Lee rejected a plea deal on Monday.", "his own case"),
    ("It is vital that Congress oppose the sale of missiles.", "what somebody is to do"),
    ("Deputies met to declare the agreement invalid, but no quorum was reached.", "what they met for"),
    ("The committee recommended denial last month.", "of what, nobody can tell"),
]

KEPT = [
    ("Neither H{Bo Lee} nor the others would say whether they support T{the levy}.", "whatever is asked about"),
    ("A message left for H{the embassy} was not returned.", "for whom it was left"),
]


def _positions(text: str) -> tuple[Position, ...]:
    return read(text, know()).positions


@pytest.mark.parametrize(("row", "stance", "basis", "reason"), STANDS)
def test_whose_stand_it_is(row: str, stance: str, basis: str, reason: str) -> None:
    marked = dict(_MARK.findall(row))
    stands = _positions(_MARK.sub(r"\2", row))
    (found,) = [p for p in stands if p.holder.text in {marked["H"], "he"}]
    assert {p.holder.text for p in stands} - {found.holder.text} <= set(_OTHERS.findall(row)), "nobody else takes it"
    told = found.toward.text if found.toward is not None else ""
    assert (found.stance, found.basis, told) == (stance, basis, marked["T"]), reason


@pytest.mark.parametrize(("text", "reason"), NO_STANDS)
def test_nothing_is_stood_on(text: str, reason: str) -> None:
    assert _positions(text) == (), reason


@pytest.mark.parametrize(("row", "reason"), KEPT)
def test_silence_on_what_one_may_stand_on(row: str, reason: str) -> None:
    marked = dict(_MARK.findall(row))
    found = _positions(_MARK.sub(r"\2", row))
    assert {(p.stance, p.basis) for p in found} == {("unknown", "declined")}, reason
    assert marked["H"] in {p.holder.text for p in found}, reason
    assert {p.toward.text for p in found if p.toward is not None} == ({marked["T"]} if "T" in marked else set()), reason


def test_what_was_criticised_before_is_not_what_is_voted_on() -> None:
    found = _positions("The senate debated the treaty. Bo Lee, who decried an earlier draft, voted in favour.")
    assert [p.toward.text for p in found if p.toward is not None and p.basis == "acted"] == ["the treaty"]
