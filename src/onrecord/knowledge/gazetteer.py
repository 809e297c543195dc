"""Places by name: read-only look-ups in the gazetteer's SQLite file."""

from __future__ import annotations

import importlib
import sqlite3
import threading
from functools import lru_cache
from pathlib import Path

import msgspec

from onrecord.errors import MissingDataError

MAX_CANDIDATES = 150  # the most common name has thousands of places; those with fewer people are never meant
_CACHED_NAMES = 50_000
_COLUMNS = "p.id, p.geonameid, p.name, p.feature, p.lat, p.lon, p.country, p.admin1, p.admin2, p.population"
_BY_NAME = (
    f"SELECT {_COLUMNS}, n.rank FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? "  # noqa: S608 - constants
    "ORDER BY p.population DESC, p.id LIMIT ?"
)
_FIRST_LEVEL = "SELECT code, place FROM unit WHERE code NOT LIKE '%.%.%'"
_CURE = "Reinstall onrecord-gazetteer"
_BY_ID = f"SELECT {_COLUMNS}, 0 FROM place p WHERE p.id = ?"  # noqa: S608 - constants


class Spot(msgspec.Struct, frozen=True):
    """A place of the gazetteer, as one name finds it.

    Attributes:
        id: number in the gazetteer; the geonameid where there is one, else negative.
        feature: GeoNames feature code.
        lat, lon: degrees; None for a few administrative units.
        country: ISO alpha-2.
        admin1, admin2: codes of the first and second level within the country.
        population: people; for regions a figure of the same kind that says how often news means it.
        rank: 0 the place's own name, 1 a unit's name without the word for its kind, 2 another name.
    """

    id: int
    geonameid: int | None
    name: str
    feature: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    rank: int

    @property
    def unit1(self) -> str | None:
        """Code of the first-level unit, as "US.LA"."""
        return f"{self.country}.{self.admin1}" if self.admin1 and self.country else None

    @property
    def unit2(self) -> str | None:
        """Code of the second-level unit, as "US.LA.079"."""
        return f"{self.country}.{self.admin1}.{self.admin2}" if self.admin2 and self.unit1 else None


class State(msgspec.Struct, frozen=True):
    """A country: its codes, its place and its capital's, and the alpha-2 codes of its neighbours."""

    iso2: str
    iso3: str
    place: int
    capital: int | None
    neighbours: tuple[str, ...]


class Gazetteer:
    """Look-ups by name, number and code. Threads may share one; each opens the file for itself.

    Args:
        path: the database that the gazetteer package, or `onrecord gazetteer build`, has written.

    Raises:
        MissingDataError: there is no such file, or it is no gazetteer.
    """

    def __init__(self, path: Path) -> None:
        from onrecord_gazetteer.names import fold  # noqa: PLC0415 - a data package that may be missing

        self.path = path
        self.fold = lru_cache(_CACHED_NAMES)(fold)
        self._local = threading.local()
        self.by_key = lru_cache(_CACHED_NAMES)(self._read_key)
        self.by_id = lru_cache(_CACHED_NAMES)(self._read_id)
        if not path.is_file():
            raise MissingDataError(f"open the gazetteer {path}", "there is no such file", _CURE)
        try:
            rows = self._base().execute("SELECT iso2, iso3, place, capital, neighbours FROM country ORDER BY iso2")
            states = [State(a, b, c, d, tuple(code for code in e.split(",") if code)) for a, b, c, d, e in rows]
            self._units = dict(self._base().execute(_FIRST_LEVEL).fetchall())
        except sqlite3.DatabaseError as error:
            raise MissingDataError(f"open the gazetteer {path}", f"{error}", _CURE) from error
        self._by_iso2 = {state.iso2: state for state in states}
        self._by_iso3 = {state.iso3: state for state in states}

    def __len__(self) -> int:
        return int(self._base().execute("SELECT count(*) FROM place").fetchone()[0])

    def find(self, name: str) -> tuple[Spot, ...]:
        """The places of this name, most people first; case, accents and full stops do not count."""
        return self.by_key(self.fold(name))

    def state(self, code: str) -> State | None:
        """The country with this alpha-2 or alpha-3 code."""
        return self._by_iso2.get(code) or self._by_iso3.get(code)

    def capital(self, code: str) -> Spot | None:
        """The capital of the country with this code."""
        state = self.state(code)
        return self.by_id(state.capital) if state and state.capital else None

    def unit(self, code: str) -> Spot | None:
        """The first-level unit with this code, as "US.LA"."""
        number = self._units.get(code)
        return self.by_id(number) if number is not None else None

    def _base(self) -> sqlite3.Connection:
        base: sqlite3.Connection | None = getattr(self._local, "base", None)
        if base is None:
            base = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.base = base
        return base

    def _read_key(self, key: str) -> tuple[Spot, ...]:
        return tuple(Spot(*row) for row in self._base().execute(_BY_NAME, (key, MAX_CANDIDATES)))

    def _read_id(self, number: int) -> Spot | None:
        row = self._base().execute(_BY_ID, (number,)).fetchone()
        return Spot(*row) if row else None


def load_gazetteer(path: Path | None = None) -> Gazetteer:
    """Open the gazetteer at `path`, or the installed one.

    Raises:
        MissingDataError: it is not installed, or was not built.
    """
    if path is None:
        try:
            path = Path(importlib.import_module("onrecord_gazetteer").path())
        except ImportError as error:
            raise MissingDataError(
                "load the gazetteer", "onrecord-gazetteer is not installed", "Install onrecord-gazetteer"
            ) from error
    return Gazetteer(path)
