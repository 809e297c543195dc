"""Acts that are none unless done to somebody: who counts as somebody, and what is told of things, beasts and games."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.document import Document

TO_SOMEBODY = [
    ("Gunmen murdered thousands of Yazidis in the valley.", "a people by its name, counted"),
    ("Gunmen massacred hundreds of Hazaras near Ghazni.", "so with another verb"),
    ("Soldiers deported dozens of Haitians on Monday.", "and where no blood is shed"),
    ("The two gangs murdered each other in Tijuana.", "each is done to by the other"),
    ("The regime locked up anyone who mocked the king.", "whoever it was"),
    ("The militia massacred a group of pilgrims near Basra.", "a group of people"),
]

TO_NOBODY = [
    ("The soprano murdered the anthem before the match.", "a song is nobody"),
    ("Families slaughter a ram for the feast.", "nor is a beast"),
    ("The cook smothered the chicken in a sauce.", "nor a dish"),
    ("A missed penalty torpedoed the winger's career.", "nor what has no body"),
    ("The museum annexed the old fire station.", "a house has no power over others"),
    ("The coach exiled the midfielder to the reserves.", "nor has a coach outside his game"),
    ("Fans formed an army of supporters.", "an army in a figure of speech"),
    ("The bank doubled its sales force in Asia.", "a force that sells"),
]


@pytest.mark.parametrize(("text", "reason"), TO_SOMEBODY)
def test_is_done_to_somebody(text: str, reason: str) -> None:
    assert read(Document(id="d", text=text), know()).events, reason


@pytest.mark.parametrize(("text", "reason"), TO_NOBODY)
def test_is_done_to_nobody(text: str, reason: str) -> None:
    assert not read(Document(id="d", text=text), know()).events, reason
