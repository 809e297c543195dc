"""What is a dateline, one row per form."""

from __future__ import annotations

import pytest

from onrecord.language.datelines import dateline_length

ROWS = [
    ("BEIRUT ( AP ) — Syrian forces left", 5, "city and agency"),
    (
        "GOMA , Democratic Republic of Congo ( Lakeside Courier ) — Eleven groups agreed",
        11,
        "a state of several words, and an outlet of several",
    ),
    ("WASHINGTON -- The president", 2, "city alone, in capitals"),
    ("GENEVA , Oct. 5 ( Reuters ) - Talks began", 8, "with a date"),
    ("NEW YORK , Sept. 30 ( Xinhua ) -- Talks", 9, "two words"),
    ("Damascus ( SANA ) – Troops left", 5, "a title-case city needs its agency"),
    ("LA PAZ , Nov 12 ( EFE ) . - The miners left", 10, "a full stop before the dash"),
    ("MOBILE , Ala. ( AP ) — A man", 7, "city and state"),
    ("KABUL : Five people died", 2, "a colon"),
    ("( Geneva ) – Chad should free him", 4, "a city in brackets"),
    ("( New York , May 3 , 2026 ) – Chad should free him", 10, "with its day, as groups for human rights write"),
    ("( sic ) – Chad should free him", 0, "a remark in brackets"),
    ("UNITED NATIONS ( AP ) - The", 6, "a city that is none"),
    ("Tehran , March 15 , IRNA - The council", 7, "a title-case city with its day"),
    ("Aleppo - The city", 0, "a title-case word before a dash may be anything in a few words"),
    (
        "Abuja - President Bola Tinubu on Tuesday received the girls whom bandits had freed .",
        2,
        "a title-case city before a whole sentence",
    ),
    ("Bogota , Colombia — Rebels freed three soldiers on Friday .", 4, "a city and its land before a short sentence"),
    ("San Jose , Costa Rica - Teachers have been on strike since May .", 6, "both of two words"),
    ("Sweden , Norway - winners and losers", 0, "a heading of few words"),
    ("Ana , Luis - both doctors - have left the country for good .", 0, "two dashes around an aside, and a comma"),
    (
        "Kemal - A baker from Izmir whose shop burned down - said that nobody came .",
        0,
        "two dashes around an aside",
    ),
    ("The army - a thousand men - left", 0, "a dash in a sentence"),
    ("NATO - led forces left", 0, "a hyphenated word"),
    ("He said : Go", 0, "a colon in a sentence"),
    ("", 0, "nothing"),
    ("RAMALLAH , December 8 , 2024 ( WAFA ) - The mayor", 10, "a date with its year"),
    ("ANKARA / MOSCOW – The leaders said", 4, "two cities"),
    ("BEIRUT —", 0, "nothing follows"),
]


@pytest.mark.parametrize(("words", "length", "reason"), ROWS, ids=[row[2] for row in ROWS])
def test_datelines(words: str, length: int, reason: str) -> None:
    """The number of words, dash included."""
    assert dateline_length(words.split()) == length, reason


def test_a_hyphen_is_no_dash() -> None:
    """Without spaces around it a dash joins words: this is a compound before a long sentence."""
    words = ["Anglo", "-", "Dutch", *("word" for _ in range(12))]
    joined = [place not in {0, 1} for place in range(len(words))]
    assert dateline_length(words, [True for _ in words]) == 2
    assert dateline_length(words, joined) == 0


def test_a_hyphen_in_the_sentence_is_no_second_dash() -> None:
    """ "Geneva - UN-backed lawyers …": only dashes that stand free set something apart."""
    words = ["Geneva", "-", "UN", "-", "backed", "lawyers", *("word" for _ in range(8))]
    assert dateline_length(words, [place not in {2, 3} for place in range(len(words))]) == 2
