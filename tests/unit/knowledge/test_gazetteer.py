"""Look-ups in the gazetteer: a small one made here, and what the shipped one must know."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from onrecord_gazetteer.build import CountryRow, Row, write_database

from onrecord.errors import MissingDataError
from onrecord.knowledge.gazetteer import Gazetteer, load_gazetteer

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    Row(10, 10, "Chad", "PCLI", 15.0, 19.0, "TD", None, None, 15_000_000, (("Chad", 0),)),
    Row(11, 11, "Abéché", "PPL", 13.8, 20.8, "TD", "12", None, 90_000, (("Abéché", 0), ("Abeche", 2))),
    Row(12, 12, "Ouaddaï", "ADM1", 13.5, 21.0, "TD", "12", None, 700_000, (("Ouaddaï", 0),)),
    Row(-1, None, "Abeche Camp", "CMP", 13.9, 20.9, "TD", "12", None, 9_000, (("Abeche Camp", 0), ("Abeche", 0))),
]
COUNTRIES = [CountryRow("TD", "TCD", 10, 11, "NE,SD")]


@pytest.fixture(name="small")
def small_gazetteer(tmp_path: Path) -> Gazetteer:
    write_database(tmp_path / "g.sqlite", reversed(ROWS), COUNTRIES, [("TD.12", 12)], "made here")
    return Gazetteer(tmp_path / "g.sqlite")


def test_find_folds_the_name_and_puts_most_people_first(small: Gazetteer) -> None:
    """Accents and case do not count; a place's own name outranks its other one with the same key."""
    assert [(spot.id, spot.rank) for spot in small.find("ABECHE")] == [(11, 0), (-1, 0)]


def test_find_gives_nothing_for_an_unknown_name(small: Gazetteer) -> None:
    assert small.find("Nowhere at all") == ()


def test_codes(small: Gazetteer) -> None:
    """Units, countries and capitals go by the codes that places carry."""
    town = small.by_id(11)
    assert town is not None
    assert (town.unit1, town.unit2) == ("TD.12", None)
    assert small.unit("TD.12") == small.by_id(12)
    assert small.state("TCD") == small.state("TD")
    assert small.capital("TCD") == town
    assert small.state("XX") is None
    assert small.capital("XX") is None


def test_a_place_of_our_own_has_no_geonameid(small: Gazetteer) -> None:
    assert small.find("Abeche camp")[0].geonameid is None


def test_threads_share_one(small: Gazetteer) -> None:
    """Each thread opens the file for itself."""
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(small.find, ["Chad", "abéché", "OUADDAI", "Chad"] * 20))
    assert [spots[0].id for spots in found[:4]] == [10, 11, 12, 10]


def test_the_same_places_give_the_same_bytes(tmp_path: Path) -> None:
    """The order in which rows come does not count."""
    for name, rows in (("a", ROWS), ("b", ROWS[::-1])):
        write_database(tmp_path / name, rows, COUNTRIES, [("TD.12", 12)], "made here")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        write_database(tmp_path / "c", (ROWS[1 // 0] for _ in range(1)), COUNTRIES, [], "made here")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError, match="no such file"):
        Gazetteer(tmp_path / "none.sqlite")


def test_a_wrong_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "wrong.sqlite").write_text("no database " * 100)
    with pytest.raises(MissingDataError, match="Reinstall"):
        Gazetteer(tmp_path / "wrong.sqlite")


@pytest.mark.parametrize(
    ("name", "number", "why"),
    [
        ("Syria", 163843, "a country by its news name"),
        ("U.S.", 6252001, "full stops do not count"),
        ("Damascus", 170654, "a capital"),
        ("Yarmouk", 166716, "a quarter of our own table, with its id"),
        ("Yarmuk", 166716, "... and its other spelling"),
        ("Louisiana", 4331987, "a first-level unit"),
        ("Los Angeles County", 5368381, "a second-level unit"),
        ("St. Louis", 4407066, "Saint and St. are one"),
        ("Fallujah", 99454, "without the article that GeoNames has"),
        ("Africa", 6255146, "a continent"),
    ],
)
def test_the_shipped_one_knows(name: str, number: int, why: str) -> None:
    assert number in [spot.geonameid for spot in load_gazetteer().find(name)], why


def test_the_shipped_one_has_regions_without_a_number() -> None:
    """We do not guess geonameids."""
    spot = load_gazetteer().find("the Donbas")[0]
    assert (spot.geonameid, spot.feature, spot.country) == (None, "RGN", "UA")


def test_the_shipped_one_places_towns_in_counties() -> None:
    town = next(spot for spot in load_gazetteer().find("New Roads") if spot.country == "US")
    assert town.unit2 == "US.LA.077"
