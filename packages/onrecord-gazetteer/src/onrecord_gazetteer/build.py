"""Write the place-name database. The same places give the same bytes.

Tables: `place` (one row a place) and `name` (folded name, place, how good a name it is: 0 its own, 1 the short form
of a unit's name, 2 another name of it).
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from onrecord_gazetteer.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, feature TEXT NOT NULL, lat REAL, lon REAL,
  country TEXT, admin1 TEXT, admin2 TEXT, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place))
  WITHOUT ROWID;
CREATE TABLE country (iso2 TEXT PRIMARY KEY, iso3 TEXT NOT NULL, place INTEGER NOT NULL, capital INTEGER,
  neighbours TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE unit (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_VERSION_FIELDS = (24, 92, 96)  # offsets in the file header: change counter, version-valid-for, library version


class Row(NamedTuple):
    """A place as it goes into the database; `names` are its names with their ranks."""

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
    names: tuple[tuple[str, int], ...]


class CountryRow(NamedTuple):
    """A country: its codes, its place, its capital's place, and the codes of its neighbours, comma-separated."""

    iso2: str
    iso3: str
    place: int
    capital: int | None
    neighbours: str


def write_database(
    path: Path, places: Iterable[Row], countries: Iterable[CountryRow], units: Iterable[tuple[str, int]], source: str
) -> int:
    """Write the database at `path`, over what was there; return the number of places.

    Rows are taken one at a time, so that the whole of GeoNames needs no more memory than the shipped part of it.

    Args:
        path: the file.
        places: rows with distinct ids, in any order.
        countries: one row a country.
        units: code ("US.LA", "US.LA.079") and place id of each administrative unit; read after `places`.
        source: what the data were made from, kept in the table `about`.
    """
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    base = sqlite3.connect(part, isolation_level=None)
    try:
        count = _fill(base, places, countries, units, source)
    except BaseException:
        base.close()
        part.unlink()
        raise
    base.close()
    with part.open("r+b") as file:
        for offset in _VERSION_FIELDS:
            file.seek(offset)
            file.write((1).to_bytes(4, "big"))
    part.replace(path)
    return count


def _fill(
    base: sqlite3.Connection,
    places: Iterable[Row],
    countries: Iterable[CountryRow],
    units: Iterable[tuple[str, int]],
    source: str,
) -> int:
    base.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
    base.execute("CREATE TEMP TABLE raw (key TEXT, place INTEGER, rank INTEGER)")
    base.execute("BEGIN")
    base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", _without_names(places, base))
    base.execute("INSERT INTO name SELECT key, place, min(rank) FROM raw GROUP BY key, place ORDER BY key, place")
    base.executemany("INSERT INTO country VALUES (?,?,?,?,?)", sorted(countries))
    base.executemany("INSERT OR IGNORE INTO unit VALUES (?,?)", sorted(units))
    base.execute("INSERT INTO about VALUES ('source', ?)", (source,))
    count: int = base.execute("SELECT count(*) FROM place").fetchone()[0]
    base.execute("COMMIT")
    base.execute("VACUUM")
    return count


def _without_names(places: Iterable[Row], base: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """The rows less their names, which go into the table `raw` meanwhile."""
    for row in places:
        base.executemany(
            "INSERT INTO raw VALUES (?,?,?)", ((key, row.id, rank) for name, rank in row.names if (key := fold(name)))
        )
        yield row[:10]
