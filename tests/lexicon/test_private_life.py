"""What people of no public life do among themselves is no act; with somebody of public life it is."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


def _told(text: str) -> set[str]:
    return {event.type for event in read(text, know()).events}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "The actor accepted an offer from a Hollywood studio to direct his first film.",
            "those who play, and a house",
        ),
        ("The novelist agreed to meet readers at a bookshop in Leeds on Saturday.", "those who read"),
        ("The coach is keen on Brazilian midfielder Diego Santos.", "a player by his name"),
        ("The striker accepted an offer from Turkish club Galatasaray.", "a player and his club"),
        ("The couple arranged a meeting with the florist to choose flowers.", "a couple"),
        ("The company tried to reassure investors after its shares fell.", "a firm and those who hold its shares"),
        ("The chef complimented the waiter on the soup.", "praise among them"),
        ("Critics acclaimed the novel as the best of the year.", "praise of a work takes no side"),
        ("The nurse praised the patient for walking to the window.", "one of a trade"),
        ("The couple dined with friends at a restaurant in Paris.", "friends"),
        ("The family drove to Bath for the funeral of an aunt.", "a family's journey"),
        ("The author decided to build a cabin in Norway.", "... or house"),
        ("Ireland are scheduled to meet Wales in Cardiff in the opening match of the tournament.", "sides at play"),
        ("Nadal is set to meet Djokovic in the semi-finals on Friday.", "by words of sport"),
        ("The mother gave the child medicine for her cough.", "one's own in need"),
        ("The actress gave back the dress to the designer.", "things given back"),
        ("Parents are invited to a meeting at the school on Thursday.", "nobody is said to do it"),
        ("The grocer ships food to customers across the state.", "a trade and its customers"),
    ],
)
def test_is_no_act(text: str, why: str) -> None:
    assert not _told(text), why


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("The singer met the premier in Lagos on Sunday.", "CONSULT", "somebody of public life takes part"),
        ("The actress thanked the army for its help.", "SUPPORT", "... or is thanked"),
        ("The players agreed with the ministry to end the boycott.", "AGREE", "... or agrees"),
        ("The minister's wife met the bishop.", "CONSULT", "whose she is makes her public"),
        ("Cuban doctors treated the wounded.", "AID", "those of a land"),
        ("Doctors suspended their strike on Monday.", "CONCEDE", "those of a trade together"),
        ("Musicians have lifted a seven-month boycott of the festival.", "RETREAT", "who lays down a boycott"),
        ("The airline apologized to passengers on Monday.", "CONCEDE", "a firm may give way"),
        ("Iran released the boxer on Monday.", "RETREAT", "a state frees a player"),
        ("The actor donated two million dollars to Ukraine.", "AID", "a land is helped"),
        ("Families of the hostages met the president on Friday.", "CONSULT", "a president"),
        ("The charity fed the children in the camp.", "AID", "who helps those in need"),
    ],
)
def test_is_an_act(text: str, kind: str, why: str) -> None:
    assert kind in _told(text), why
