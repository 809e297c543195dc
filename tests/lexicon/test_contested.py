"""A stand is one of public life, in words that one can understand; routine, trade and taste are none."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.position import Position


def _stands(text: str) -> list[Position]:
    return [position for position in read(text, know()).positions if position.stance != "unknown"]


def _about(position: Position) -> str:
    return position.toward.text if position.toward is not None else ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The Millbrook council approved the hiring of two part-time clerks on Monday.", "staff"),
        ("The board voted to hire Dana Whitlow as principal of Elm Street School.", "... by vote"),
        ("The trustees approved a field trip to the coast and a raffle.", "small things"),
        ("The school board approved a new course in farm repair.", "what a board settles anyway"),
        ("The zoning board approved a variance for a garage on Cedar Lane.", "one house"),
        ("The school committee accepted with regret the retirement of a cook.", "who leaves"),
        ("Nordkap Shipping agreed to a deal to buy two tankers for $90 million.", "trade"),
        ("The airline's board approved the purchase of 20 jets.", "what a firm buys"),
        ("Shareholders of the brewer approved a dividend of 40 cents a share.", "what it pays"),
        ("Volkmar signed an agreement with a Turkish supplier to make battery packs.", "a firm and its supplier"),
        ("The company was happy with its second-quarter results.", "what it earns"),
        ("Analysts favor the retailer's shares over those of its rivals.", "what is bought"),
        ("Critics hailed the film as the best of the festival.", "a work"),
        ("The coach lauded his goalkeeper and applauded the effort of the team.", "sport"),
        ("The midfielder is happy with his decision to stay at the club.", "... and who plays"),
        ("Farmers in the valley favour a wheat that ripens early.", "what one grows"),
        ("Fans embraced the singer's new album.", "what one likes"),
        ("The housing authority approved a lease for a barber shop.", "who rents"),
        ("Sanders thanked the people who voted for him.", "whoever they are"),
        ("They bombed targets in nations that oppose the treaty.", "likewise"),
        ("Her uncle championed the use of garlic in every dish.", "... and cooks"),
        ("The mayor hailed the bakery's owner as a pillar of the town.", "praise of somebody in private life"),
        ("The mayor welcomed the guests and praised the volunteers who had cooked.", "likewise"),
    ],
)
def test_no_stand_in_public_life(text: str, reason: str) -> None:
    assert [_about(position) for position in _stands(text)] == [], reason


@pytest.mark.parametrize(
    ("text", "stance", "toward", "reason"),
    [
        ("The council approved an ordinance banning plastic bags in shops.", "supports",
         "an ordinance banning plastic bags in shops", "a rule for all"),
        ("The school board voted to close two schools.", "supports", "close two schools", "what is no routine"),
        ("The parliament approved the appointment of a new prime minister.", "supports",
         "the appointment of a new prime minister", "a parliament is no board"),
        ("The Teamsters endorsed Alicia Grant for mayor of Cleveland.", "supports", "Alicia Grant", "who runs"),
        ("The Chamber of Commerce favors the widening of Route 9.", "supports", "the widening of Route 9",
         "what is to be done, by its ending"),
        ("President Tebogo praised the army for its action.", "supports", "the army", "praise of a power"),
        ("The business lobby welcomed the government's cut in corporate tax.", "supports",
         "the government's cut in corporate tax", "whose cut it is"),
        ("Shareholders rejected a hostile takeover bid from a rival.", "opposes",
         "a hostile takeover bid from a rival", "to be against it is to contest it"),
        ("In a 3-2 vote, the board approved the hiring of two aides.", "supports", "the hiring of two aides",
         "there were votes against it"),
        ("Voters approved table games at the racetrack.", "supports", "table games", "all who may vote decided"),
        ("The singer backed the strike.", "supports", "the strike", "a cause, whoever backs it"),
        ("Hezbollah's leader praised the attack on the barracks.", "supports", "the attack on the barracks",
         "praise of an act"),
    ],
)  # fmt: skip
def test_a_stand_in_public_life(text: str, stance: str, toward: str, reason: str) -> None:
    assert [(position.stance, _about(position)) for position in _stands(text)] == [(stance, toward)], reason


@pytest.mark.parametrize(
    ("text", "toward", "reason"),
    [
        ("Maria Ocampo is running for mayor. The dock workers' union has endorsed her.", "Maria Ocampo", "her name"),
        ("The rebels hold the port. Iran backs them with drones.", "The rebels", "whom it takes up"),
        ("Brussels has drafted new rules on state aid. Hungary objects to the rules.", "new rules on state aid",
         "the same noun in more words"),
        ("Athens remains committed to that goal.", None, "nobody can tell which"),
        ("The Greens oppose the move.", None, "likewise"),
        ("Norway opposes lending them arms, but Congress supports doing so.", "lending them arms", "nor what “so” is"),
        ("The Kremlin dismissed the proposal to send peacekeepers as absurd.", "the proposal to send peacekeepers",
         "not what he called it"),
        ("Chile welcomed the decision to recognise the council as the ruler of the island.",
         "the decision to recognise the council as the ruler of the island", "as what it is recognised"),
        ("Warring clans signed a peace agreement in Garowe on Sunday.", "a peace agreement", "not where it was signed"),
        ("The Senate passed the farm bill 60-38.", "the farm bill", "not by how many"),
        ("The Senate approved a bill to raise the minimum wage by a vote of 52 to 48.",
         "a bill to raise the minimum wage", "nor in words"),
        ("The council rejected a request to rezone 14 acres on Monday night.", "a request to rezone 14 acres",
         "not when"),
        ("The party supports lowering the voting age to 16, its leader said, but not now.",
         "lowering the voting age to 16", "not who says so"),
        ("The ministry backed calls for a ban on smoking in cars, which parliament will debate.",
         "calls for a ban on smoking in cars", "no remark behind a comma"),
    ],
)  # fmt: skip
def test_what_it_is_about_can_be_understood(text: str, toward: str | None, reason: str) -> None:
    assert [_about(position) for position in _stands(text)][-1:] == ([toward] if toward else []), reason


@pytest.mark.parametrize(
    ("text", "basis", "reason"),
    [
        ("Prime Minister Nkunda reportedly rejected a plan to buy the jets.", "reported", "hearsay"),
        ("The rebels are thought to be backed by Rwanda.", "reported", "no deed is told"),
        ("Voters in Ohio rejected the amendment on Tuesday.", "acted", "they voted"),
        ("The council rejected the plan in June.", "acted", "so did it"),
        ("The ministry said the decision was supported by all 14 provinces.", "reported", "it is not theirs to say"),
        ("Trustees voted against the tax break after residents objected to its cost.", "stated",
         "who objects has not voted"),
        ("Villagers rallied in support of the detained priest.", "acted", "to rally is a deed"),
    ],
)  # fmt: skip
def test_why_we_say_so(text: str, basis: str, reason: str) -> None:
    assert _stands(text)[-1].basis == basis, reason
