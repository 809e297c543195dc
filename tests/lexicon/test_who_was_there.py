"""Who answers what is asked, whose the houses are, and what is nobody though it stands beside the act."""

from __future__ import annotations

import pytest

from knowing import act


@pytest.mark.parametrize(
    ("text", "word", "others", "why"),
    [
        ("The board rejected a refund request from two clerks.", "request", "The board", "who answers was asked"),
        ("Oslo did not respond to the rebels' ultimatum.", "ultimatum", "Oslo", "also behind `to`"),
        ("The mayor turned down an invitation from the guild.", "invitation", "The mayor", "so who is invited"),
        ("The books come with gag orders from the king.", "orders", "", "books are not ordered"),
        ("The widow sued in the high court for damages.", "sued", "", "a court is not accused before itself"),
        (
            "Nurses lodged a case in the labour court on Monday against the clinic.",
            "lodged",
            "the clinic",
            "who stands behind the court is",
        ),
        ("Police searched the mayor's house.", "searched", "the mayor; the mayor's house", "a house is no chamber"),
        ("The party accused the high court of bias.", "accused", "the high court", "it may be"),
        ("Soldiers burned the homes of herders.", "burned", "the homes of herders; herders", "whose they are"),
        ("Gunmen torched the farmers' huts.", "torched", "the farmers; the farmers' huts", "whose they are"),
        ("Gunmen attacked the church of Saint Peter.", "attacked", "the church of Saint Peter", "whose name it has"),
        ("The navy bombed the outskirts of the town.", "bombed", "the outskirts of the town", "a place owns none"),
        ("The attack took place in Gao.", "attack", "Gao", "a place that is taken is nobody"),
        ("The driver was shot a number of times by Ray Olsen.", "shot", "The driver", "how often is nobody"),
    ],
)
def test_to_whom(text: str, word: str, others: str, why: str) -> None:
    """Who answers what is asked, and what counts or only stands in a phrase."""
    assert "; ".join(one.text for one in act(text, word).recipients) == others, why
