"""To whom it is done where a thing, a count, a hearer or what something is called stands in his place."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


@pytest.mark.parametrize(
    ("text", "trigger", "others", "why"),
    [
        # what it calls something
        (
            "The African Union condemned what it called an attack by the rebels on a camp.",
            "condemned",
            ["the rebels"],
            "who did what it is called",
        ),
        (
            "Iran rejected what it described as baseless allegations by Canada.",
            "rejected",
            ["Canada"],
            "... described as",
        ),
        (
            "The bishops criticised what they said was a plan by the government to close schools.",
            "criticised",
            ["the government"],
            "... said to be",
        ),
        (
            "The party denounced what it described as a campaign of lies by the opposition.",
            "denounced",
            ["the opposition"],
            "... hung on the last noun",
        ),
        (
            "Thousands rallied in Bamako against what they see as a plot by foreign powers.",
            "rallied",
            ["a plot by foreign powers", "foreign powers"],
            "... by those who march",
        ),
        # in the passive
        (
            "The assistance of Kenyan officials is welcomed by the mission.",
            "welcomed",
            ["Kenyan officials"],
            "whose help it is",
        ),
        (
            "The handling of the crisis by the central bank was criticised by two former ministers.",
            "criticised",
            ["the central bank"],
            "who did it",
        ),
        # who asked for it, or proposed it
        (
            "The regulator approved the merger requested by Nordbank.",
            "approved",
            ["Nordbank"],
            "who asked for it",
        ),
        (
            "The regulator approved the merger requested by Nordbank.",
            "requested",
            ["The regulator"],
            "and who was asked",
        ),
        (
            "The tribunal dismissed a protest filed by Senator Ruiz against Senator Lopez.",
            "dismissed",
            ["Ruiz"],
            "whose protest it is, not against whom",
        ),
        (
            "Residents voiced support for the development, a complex proposed by Hartwell Homes.",
            "voiced",
            ["the development", "Hartwell Homes"],
            "whose it is by what it is called",
        ),
        (
            "The junta issued a decree on Monday that the bishops condemned.",
            "condemned",
            ["The junta"],
            "who made it, told above",
        ),
        (
            "The mayor has proposed a curfew for teenagers, which several councillors oppose.",
            "oppose",
            ["The mayor"],
            "... behind people, who go by no which",
        ),
        # things beside their party
        (
            "The senator praised the response of the press to the flood.",
            "praised",
            ["the press"],
            "what they did is nobody beside them",
        ),
        (
            "Germany welcomed the release of the hostages on Thursday.",
            "welcomed",
            ["the release of the hostages"],
            "who is let go is not praised",
        ),
        (
            "Nurses marched against the hospital over a rise in fees.",
            "marched",
            ["the hospital"],
            "what it is over is nobody",
        ),
        # whose the goods and homes are
        (
            "Investigators searched the home and office of regional governor Pavel Petrov.",
            "searched",
            ["the home", "office", "Pavel Petrov"],
            "whose home it is",
        ),
        (
            "The navy impounded the boats of two fishermen from Tamil Nadu.",
            "impounded",
            ["the boats of two fishermen", "two fishermen"],
            "... of boats",
        ),
        (
            "Soldiers burned the homes of hundreds of Rohingya families in the district.",
            "burned",
            ["the homes of hundreds", "hundreds of Rohingya families"],
            "... behind a count",
        ),
        (
            "The chairman purged the party of rivals after the vote.",
            "purged",
            ["rivals"],
            "who is thrown out",
        ),
        # hearers
        (
            "Police received a complaint from a tenant about broken windows.",
            "complaint",
            [],
            "police only hear of it",
        ),
        (
            "Strikers complained to the labour ministry that the company had withheld wages.",
            "complained",
            ["the company"],
            "of whom they complain",
        ),
        # who is asked
        (
            "The auditors recommended scrapping the library board in a report to the city council.",
            "recommended",
            ["the city council"],
            "the board is to undergo it",
        ),
        (
            "The governor asked the army and the coast guard for boats to carry people out.",
            "asked",
            ["the army", "the coast guard"],
            "no boats are asked",
        ),
        (
            "Aid groups have been urging that the ministry open the road to the camp.",
            "urging",
            ["the ministry"],
            "who is to do it",
        ),
        ("The department agreed to raise pay by 6%.", "agreed", [], "by how much"),
        ("The ministry agreed to cut fuel prices by 20 cents.", "agreed", [], "... in coins"),
        # several
        (
            "Investors sued the firm and two of its directors, Max Keller and Ida Roth, in Frankfurt.",
            "sued",
            ["the firm", "Max Keller", "Ida Roth"],
            "behind a count, joined with an object",
        ),
    ],
)
def test_to_whom_it_is_done(text: str, trigger: str, others: list[str], why: str) -> None:
    """The words of the recipients of the act of this trigger."""
    (event,) = [event for event in read(text, know()).events if event.trigger.text == trigger]
    assert [party.text for party in event.recipients] == others, why
