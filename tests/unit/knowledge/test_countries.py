"""Countries by every word that points to them."""

from __future__ import annotations

import pytest

from onrecord.knowledge.countries import load_countries

COUNTRIES = load_countries()


@pytest.mark.parametrize(
    ("look_up", "word", "code"),
    [
        ("by_name", "Turkey", "TUR"),
        ("by_name", "Türkiye", "TUR"),
        ("by_name", "the U.S.", "USA"),
        ("by_name", "us", None),  # the pronoun
        ("by_name", "DPRK", "PRK"),
        ("by_name", "Cote d'Ivoire", "CIV"),
        ("by_name", "Chechnya", None),  # a region, not a state
        ("by_adjective", "Congolese", "COD"),
        ("by_adjective", "Kurdish", ""),  # a people without a state
        ("by_adjective", "Chechen", "RUS"),
        ("by_adjective", "Turkey", None),
        ("by_state_adjective", "Russian", "RUS"),
        ("by_state_adjective", "Chechen", None),  # a region's
        ("by_people", "Filipinos", "PHL"),
        ("by_people", "Tuareg", ""),
        ("by_capital", "Ouagadougou", "BFA"),
        ("by_seat", "Kremlin", "RUS"),
        ("by_seat", "the White House", "USA"),
        ("by_region", "Gaza Strip", "PSE"),
        ("by_region", "Sahel", ""),
        ("nationality", "Swede", "SWE"),
    ],
)
def test_words_point_to_countries(look_up: str, word: str, code: str | None) -> None:
    assert getattr(COUNTRIES, look_up)(word) == code


def test_codes_go_both_ways() -> None:
    country = COUNTRIES.by_code("KE")
    assert country is not None
    assert (country.code, country.name) == ("KEN", "Kenya")
    assert COUNTRIES.by_code("KEN") is country
    assert len(COUNTRIES) >= 196
