"""Countries and peoples: looked up by code, name, nationality word, capital and seat of government."""

from __future__ import annotations

import csv
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A state or a territory that PLOVER codes apart.

    Attributes:
        code: ISO 3166 alpha-3 (KOS for Kosovo).
        names: every name and abbreviation, the usual short name first.
        adjectives: nationality adjectives, the usual one first.
        people: nouns for its people, singular and plural.
        capitals: the seat of government first.
        seats: buildings and quarters that stand for its government ("Kremlin").
    """

    code: str
    iso2: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def name(self) -> str:
        """The usual short name."""
        return self.names[0]


class Countries:
    """All countries, with the words that point to them; every look-up gives a code or None.

    Nationality words of regions and peoples without a state of their own are known too: their code is that of the
    state that holds the region ("Chechen": RUS), or the empty string where there is none ("Kurdish").
    """

    def __init__(self, countries: Iterable[Country], regions: Iterable[Mapping[str, str]]) -> None:
        self._countries = tuple(countries)
        self._regions = tuple(regions)

    def __iter__(self) -> Iterator[Country]:
        return iter(self._countries)

    def __len__(self) -> int:
        return len(self._countries)

    def by_code(self, code: str) -> Country | None:
        """The country with this alpha-3 or alpha-2 code."""
        return self._by_code.get(code.upper())

    def by_name(self, name: str) -> str | None:
        """Code of the country so named, officially, shortly or by an abbreviation ("UK", "DPRK")."""
        return self._names.get(fold_name(name))

    def is_name(self, name: str) -> bool:
        """Whether a country is so named."""
        return self.by_name(name) is not None

    def begins_name(self, words: str, code: str | None) -> bool:
        """Whether the name of the country with this code begins so: "North" of "North Korea"."""
        country = self.by_code(code) if code else None
        return country is not None and country.names[0].startswith(f"{words} ")

    def by_adjective(self, word: str) -> str | None:
        """Code for a nationality adjective ("Turkish": TUR, "Kurdish": "")."""
        return self._adjectives.get(fold_name(word))

    def by_state_adjective(self, word: str) -> str | None:
        """Code for the adjective of a state itself ("Russian", but not "Chechen" and not "Kurdish")."""
        return self._state_adjectives.get(fold_name(word))

    def by_people(self, word: str) -> str | None:
        """Code for a noun naming a people, singular or plural ("Turks": TUR, "Kurd": "")."""
        return self._people.get(fold_name(word))

    def by_capital(self, name: str) -> str | None:
        """Code of the country whose capital this is."""
        return self._capitals.get(fold_name(name))

    def by_seat(self, name: str) -> str | None:
        """Code of the country whose government this building or quarter stands for."""
        return self._seats.get(fold_name(name))

    def by_region(self, name: str) -> str | None:
        """Code of the country that holds a region ("Chechnya": RUS); "" for regions of several countries ("Sahel")."""
        return self._region_names.get(fold_name(name))

    def region_of(self, word: str) -> str | None:
        """The folded name of the part of the world that the word names or is the adjective of ("European")."""
        key = fold_name(word)
        names = (key, key.removesuffix("n"), key.removesuffix("an"))
        return next((name for name in names if self._region_names.get(name) == ""), None)

    def nationality(self, word: str) -> str | None:
        """Code for any word of nationality, adjective or noun; "" where it names no state; None if it is none."""
        key = fold_name(word)
        found = self._adjectives.get(key)
        return self._people.get(key) if found is None else found

    def folded_names(self) -> list[str]:
        """Every name of a country, region, people or seat of government, in its folded form."""
        return [*self._names, *self._region_names, *self._people, *self._seats]

    @cached_property
    def _by_code(self) -> Mapping[str, Country]:
        table = {country.iso2: country for country in self._countries}
        table.update({country.code: country for country in self._countries})
        return MappingProxyType(table)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return _table((name, country.code) for country in self._countries for name in country.names)

    @cached_property
    def _capitals(self) -> Mapping[str, str]:
        return _table((name, country.code) for country in self._countries for name in country.capitals)

    @cached_property
    def _seats(self) -> Mapping[str, str]:
        return _table((name, country.code) for country in self._countries for name in country.seats)

    @cached_property
    def _adjectives(self) -> Mapping[str, str]:
        pairs = [(word, country.code) for country in self._countries for word in country.adjectives]
        pairs += [(word, row["code"]) for row in self._regions for word in _words(row["adjectives"])]
        return _table(pairs)

    @cached_property
    def _state_adjectives(self) -> Mapping[str, str]:
        return _table((word, country.code) for country in self._countries for word in country.adjectives)

    @cached_property
    def _people(self) -> Mapping[str, str]:
        pairs = [(word, country.code) for country in self._countries for word in country.people]
        pairs += [(word, row["code"]) for row in self._regions for word in _words(row["people"])]
        return _table(pairs)

    @cached_property
    def _region_names(self) -> Mapping[str, str]:
        return _table((name, row["code"]) for row in self._regions for name in _words(row["names"]))


@cache
def load_countries() -> Countries:
    """Read the shipped tables of countries and regions, once."""
    return Countries(map(_country, read_rows("countries.csv")), read_rows("regions.csv"))


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the CSV tables shipped with this package."""
    text = resources.files("onrecord.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        code=row["code"],
        iso2=row["iso2"],
        names=(row["name"], *_words(row["names"])),
        adjectives=_words(row["adjectives"]),
        people=_words(row["people"]),
        capitals=_words(row["capital"]),
        seats=_words(row["seats"]),
    )


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split(";") if word)


def _table(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """By folded word; of two countries with one word the first in the file counts."""
    table: dict[str, str] = {}
    for word, code in pairs:
        table.setdefault(fold_name(word), code)
    return MappingProxyType(table)
