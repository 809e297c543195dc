"""How many: bounds and offsets of the number that stands with a noun."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.numbers import find_count, number_words

WORDS = number_words(shipped_lexicon())


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
        (
            "two two NUM 2 compound\ndozen dozen NUM 3 nummod\nmen man NOUN 0 root",
            2, "two dozen", 24, 24,
        ),  # a dozen multiplies
        (
            "1.5 1.5 NUM 2 compound\nmillion million NUM 3 nummod\nmen man NOUN 0 root",
            2, "1.5 million", 1_500_000, 1_500_000,
        ),  # a fraction of a scale
        (
            ("more more ADJ 4 advmod\nthan than ADP 1 fixed\na a DET 4 det\ndozen dozen NUM 5 nummod\n"
             "men man NOUN 0 root"),
            4, "more than a dozen", 12, None,
        ),  # the bound stands before the article
        (
            "half half DET 3 det:predet\na a DET 3 det\nmillion million NUM 4 nummod\nmen man NOUN 0 root",
            3, "half a million", 500_000, 500_000,
        ),  # half of a scale
        (
            "several several ADJ 2 amod\nthousand thousand NUM 3 nummod\nmen man NOUN 0 root",
            2, "several thousand", 2000, None,
        ),  # two or more of a scale
        (
            "several several ADJ 2 amod\n100 100 NUM 3 nummod\nmen man NOUN 0 root",
            2, "several 100", 200, None,
        ),  # two or more of a figure
        (
            ("two two NUM 5 nummod\nand and CCONJ 4 cc\na a DET 4 det\nhalf half NOUN 1 conj\n"
             "million million NUM 6 nummod\nmen man NOUN 0 root"),
            5, "two and a half million", 2_500_000, 2_500_000,
        ),  # a half between number and scale
        (
            ("one one NUM 2 compound\nhundred hundred NUM 5 nummod\nand and CCONJ 4 cc\ntwenty twenty NUM 2 conj\n"
             "men man NOUN 0 root"),
            4, "one hundred and twenty", 120, 120,
        ),  # "and" adds
        (
            "20 20 NUM 4 nummod\nto to ADP 3 case\n30 30 NUM 1 nmod\nmen man NOUN 0 root",
            3, "20 to 30", 20, 30,
        ),  # a range
        (
            "20 20 NUM 4 nummod\n- - SYM 3 case\n30 30 NUM 1 nmod\nmen man NOUN 0 root",
            3, "20 - 30", 20, 30,
        ),  # a range with a dash, which joins words and parts figures
        (
            ("between between ADP 5 case\n20 20 NUM 5 nummod\nand and CCONJ 4 cc\n30 30 NUM 2 conj\n"
             "men man NOUN 0 root"),
            4, "between 20 and 30", 20, 30,
        ),  # "and" parts a range behind "between"
        (
            ("two two NUM 4 compound\nor or CCONJ 3 cc\nthree three NUM 1 conj\nhundred hundred NUM 5 nummod\n"
             "men man NOUN 0 root"),
            4, "two or three hundred", 200, 300,
        ),  # one scale for both ends
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
        "2.5 2.5 NUM 2 nummod\nmen man NOUN 0 root",  # nobody is half a man
        f"{'9' * 400} {'9' * 400} NUM 2 nummod\nmen man NOUN 0 root",  # of so many there are none
        "half half NOUN 0 root\nmen man NOUN 1 nmod",  # of how many nobody says
    ],
)
def test_no_count(conllu: str) -> None:
    assert find_count(doc_of(conllu)[1], WORDS) is None


def test_a_share_is_no_count() -> None:
    """Of "one in ten men" nobody can say how many they are."""
    doc = doc_of("one one NUM 4 nummod\nin in ADP 3 case\nten ten NUM 1 nmod\nmen man NOUN 0 root")
    assert find_count(doc[3], WORDS) is None
