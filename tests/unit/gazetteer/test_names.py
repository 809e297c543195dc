"""Keys of place names, and which names English news could print."""

from __future__ import annotations

import pytest
from onrecord_gazetteer.names import fold, is_latin


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("St. Louis", "Saint Louis", "the usual short form"),
        ("Ft. Worth", "FORT WORTH", "case, and another short form"),
        ("Ústí nad Labem", "Usti nad Labem", "accents"),
        ("Al Fallūjah", "al-Fallujah", "hyphens are spaces"),
        ("U. S.", "U.S.", "initials stand together"),
        ("Łódź", "Lodz", "letters that Unicode does not take apart"),
        ("Sana’a", "Sanaa", "apostrophes of all kinds"),
        ("Washington, D.C.", "Washington DC", "commas and full stops"),
    ],
)
def test_one_key(one: str, other: str, why: str) -> None:
    assert fold(one) == fold(other), why


@pytest.mark.parametrize(("one", "other"), [("Main St", "Main Saint"), ("Paris", "Parish"), ("La Paz", "Lapaz")])
def test_two_keys(one: str, other: str) -> None:
    """A last "St" is a street; spaces count."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "latin"),
    [("Đà Nẵng", True), ("‘Ayn al ‘Arab", True), ("Дамаск", False), ("dmshq", False), ("دمشق", False), ("", False)],
)
def test_latin(name: str, latin: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_latin(name) is latin
