"""How many: bounds and offsets of the number that stands with a noun."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.numbers import NumberWords, find_count

WORDS = NumberWords(
    exact={"nine": 9, "twenty": 20, "five": 5, "hundred": 100, "million": 1_000_000},
    vague={"dozens": 24, "thousands": 2000, "tens of thousands": 20_000},
    bounds={"at least": "low", "up to": "high", "no fewer than": "low"},
)


@pytest.mark.parametrize(
    ("conllu", "noun", "text", "low", "high"),
    [
        ("9 9 NUM 2 nummod\ncivilians civilian NOUN 0 root", 1, "9", 9, 9),  # a figure
        ("1,200 1,200 NUM 2 nummod\nmen man NOUN 0 root", 1, "1,200", 1200, 1200),  # with a comma
        ("nine nine NUM 2 nummod\nmen man NOUN 0 root", 1, "nine", 9, 9),  # a word
        (
            "at at ADP 3 advmod\nleast least ADJ 1 fixed\nnine nine NUM 4 nummod\nmen man NOUN 0 root",
            3, "at least nine", 9, None,
        ),  # no upper end
        (
            "up up ADP 3 advmod\nto to ADP 1 fixed\nnine nine NUM 4 nummod\nmen man NOUN 0 root",
            3, "up to nine", None, 9,
        ),  # no lower end
        (
            "five five NUM 2 compound\nhundred hundred NUM 3 nummod\nmen man NOUN 0 root",
            2, "five hundred", 500, 500,
        ),  # multiplied
        (
            "twenty twenty NUM 3 compound\n- - PUNCT 3 punct\nfive five NUM 4 nummod\nmen man NOUN 0 root",
            3, "twenty - five", 25, 25,
        ),  # added
        ("dozens dozen NOUN 0 root\nof of ADP 3 case\nmen man NOUN 1 nmod", 2, "dozens", 24, None),  # vague
        (
            ("tens ten NOUN 0 root\nof of ADP 3 case\nthousands thousand NOUN 1 nmod\n"
            "of of ADP 5 case\nmen man NOUN 3 nmod"),
            4, "tens of thousands", 20_000, None,
        ),  # vague, twice
        ("nine nine NUM 0 root", 0, "nine", 9, 9),  # "killed nine"
    ],
)  # fmt: skip
def test_counts(conllu: str, noun: int, text: str, low: int | None, high: int | None) -> None:
    doc = doc_of(conllu)
    count = find_count(doc[noun], WORDS)
    assert count is not None
    assert (doc.text[count.start : count.end], count.low, count.high) == (text, low, high)


@pytest.mark.parametrize(
    "conllu",
    [
        "the the DET 2 det\nmen man NOUN 0 root",  # nothing says how many
        "several several ADJ 2 amod\nmen man NOUN 0 root",  # no bound that could be shown
        "umpteen umpteen NUM 2 nummod\nmen man NOUN 0 root",  # a number we do not know is not guessed
    ],
)
def test_no_count(conllu: str) -> None:
    assert find_count(doc_of(conllu)[1], WORDS) is None
