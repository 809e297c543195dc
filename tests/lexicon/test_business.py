"""What firms and those who own, run or buy from them do among themselves is no act; with a state or workers it is."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


def _told(text: str) -> set[str]:
    return {event.type for event in read(text, know()).events}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Norvik agreed on Monday to buy the wholesaler for 3.7 billion pounds in shares.", "a firm buys another"),
        ("Shareholders of the Danish brewer approved the takeover on Thursday.", "who owns it"),
        ("The steelmaker acquired a 30 percent stake in a Brazilian bank.", "a stake"),
        ("The insurer reached an agreement with its lenders to put off repayment.", "lenders"),
        ("The founder resigned as chairman of the software company.", "an office in a firm"),
        ("Two directors quit the board of the mining company over its strategy.", "... and a board"),
        ("The chain demanded lower prices from its suppliers.", "suppliers"),
        ("The bank's chairman praised the new chief executive for cutting costs.", "its own people"),
        ("The carmaker defended its decision to raise the price of its vans.", "what it sells, with nobody else"),
        ("The newspaper group is in talks with a private equity firm about a stake.", "the press deals too"),
        ("The two banks are fighting for a contract with a retailer.", "a fight without force"),
        ("The toymaker launched an attack on the dominance of its rival.", "on what is gained in trade"),
        ("The retailer invaded the grocery business last year.", "so is an invasion of a trade"),
        ("The firm blamed weak sales for the loss.", "things of trade are blamed"),
        ("The markets forced the lender to raise its rates.", "a market is nobody"),
    ],
)
def test_is_no_act(text: str, why: str) -> None:
    assert not _told(text), why


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        (
            "Gazprom signed an agreement with Petrobras to buy jets.",
            "SUPPORT",
            "firms of two countries trade between these",
        ),
        ("The family agreed on a settlement with Boeing.", "AGREE", "a family may face a firm"),
        ("Senator Miller agreed with Governor Brewer to share the water.", "AGREE", "their names are no trades"),
        ("Norvik won an order from Arla.", "COOPERATE", "named firms that work together cooperate in economy"),
        ("Bank of America pulled out of talks with Barclays.", "REJECT", "or will not talk any more"),
        ("Peru signed a contract with a Spanish firm for the new metro line.", "SUPPORT", "a state takes part"),
        ("The company rejected the workers' demand for a rise.", "REJECT", "so do workers"),
        ("The brewer and the pilots' union reached a deal on pay.", "SUPPORT", "... or their union"),
        (
            "The airline agreed with its lenders to sell its jets to please the ministry.",
            "AGREE",
            "a ministry is named",
        ),
        ("The chipmaker sued its rival over a patent.", "ACCUSE", "a suit is public"),
        ("The regulator approved the takeover of the bank by its rival.", "SUPPORT", "a regulator decides"),
        ("The firm signed a contract with the ministry to supply jets.", "SUPPORT", "what is agreed with a ministry"),
        ("The bank was rescued with 4 billion euros.", "AID", "who did it may be a state"),
        ("A billionaire called for lower prices and an end to budget cuts.", "REQUEST", "the rich may be politicians"),
        ("City attorneys rejected an offer from Arup & Lee to work on the project.", "AGREE", "... or turns it down"),
        ("Developers of the mall appealed to the Arla Municipal Board.", "REQUEST", "a board by its name"),
        ("The Federal Savings Insurance Corp. approved the takeover of Norvik Bank.", "SUPPORT", "a state's body"),
        ("The market was cordoned off by investigators.", "COERCE", "a market in which people stand"),
        ("The mining company condemned the coup.", "ACCUSE", "what it says of a coup is public"),
    ],
)
def test_is_an_act(text: str, kind: str, why: str) -> None:
    assert kind in _told(text), why
