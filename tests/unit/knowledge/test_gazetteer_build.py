"""A gazetteer of the user's own, from a small table in the format of a GeoNames dump."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.knowledge.gazetteer_build import build_gazetteer

if TYPE_CHECKING:
    from pathlib import Path


def line(number: int, name: str, others: str, where: tuple[float, float], feature: str, codes: str, people: int) -> str:
    """One row of 19 columns; `codes` is "country admin1 admin2"."""
    country, admin1, admin2 = (*codes.split(), "", "")[:3]
    rest = [str(people), "", "", "Africa/Ndjamena", "2026-01-01"]
    head = [str(number), name, name, others, *map(str, where), feature[0], feature[1:], country, ""]
    return "\t".join([*head, admin1, admin2, "", "", *rest]) + "\n"


DUMP = [
    line(99900001, "Hameau de l'Ouest", "Hameau West,Хутор", (13.0, 20.0), "PPPL", "TD 12", 40),
    line(99900002, "Region du Test Province", "", (13.1, 20.1), "AADM1", "TD 98", 0),
    line(99900003, "Deep District", "", (13.2, 20.2), "AADM2", "TD 98 7", 0),
    line(163843, "Syrian Arab Republic", "", (35.0, 38.0), "APCLI", "SY", 18_000_000),
]


@pytest.fixture(name="built", scope="module")
def built_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("built")
    archive = folder / "TD.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("readme.txt", "not the table")
        packed.writestr("TD.txt", "".join(DUMP))
    assert build_gazetteer(archive, folder / "own.sqlite") > len(DUMP)  # regions of our own come along
    return Gazetteer(folder / "own.sqlite")


@pytest.mark.parametrize(
    ("name", "number", "why"),
    [
        ("Hameau de l'Ouest", 99900001, "places under 500 inhabitants are what the dump is for"),
        ("Hameau West", 99900001, "other names in Latin script"),
        ("Region du Test", 99900002, "a unit without the word for its kind"),
        ("Syria", 163843, "names that the shipped gazetteer has for it"),
    ],
)
def test_names_of_the_dump(built: Gazetteer, name: str, number: int, why: str) -> None:
    assert [spot.geonameid for spot in built.find(name)] == [number], why


def test_names_in_other_scripts_are_left_out(built: Gazetteer) -> None:
    assert built.find("Хутор") == ()


def test_units_and_regions(built: Gazetteer) -> None:
    unit = built.unit("TD.98")
    assert unit is not None
    assert unit.geonameid == 99900002
    assert built.find("Donbas")[0].geonameid is None


def test_a_bare_table_is_read_too(tmp_path: Path) -> None:
    table = tmp_path / "TD.txt"
    table.write_text("".join(DUMP), encoding="utf-8")
    build_gazetteer(table, tmp_path / "own.sqlite")
    assert Gazetteer(tmp_path / "own.sqlite").find("Deep")[0].unit2 == "TD.98.7"


@pytest.mark.parametrize("content", ["one\ttwo\n", "no table at all"])
def test_a_wrong_table_is_said(tmp_path: Path, content: str) -> None:
    table = tmp_path / "wrong.txt"
    table.write_text(content)
    with pytest.raises(InputError, match="19"):
        build_gazetteer(table, tmp_path / "own.sqlite")
    assert not (tmp_path / "own.sqlite").exists()


def test_a_zip_without_a_table_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as packed:
        packed.writestr("readme.txt", "nothing")
    with pytest.raises(InputError, match="no table"):
        build_gazetteer(tmp_path / "empty.zip", tmp_path / "own.sqlite")
