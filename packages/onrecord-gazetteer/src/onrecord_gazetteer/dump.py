"""Build a gazetteer from a dump of GeoNames, with the places and names of our own that the shipped one has."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from onrecord_gazetteer.build import CountryRow, Row, write_database
from onrecord_gazetteer.sources import bare, load_rules, usable, without_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

COLUMNS = 19  # geonameid name asciiname alternatenames lat lon class code country cc2 admin1-4 population ...
_UNITS = {"ADM1": 2, "ADM2": 3}
# The shipped table finds places by name; without this one each row of the dump would read all of it.
_NAMES_BY_PLACE = """
CREATE TEMP TABLE named (place INTEGER NOT NULL, key TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (place, key))
  WITHOUT ROWID;
"""


def build_from_dump(lines: Iterable[str], shipped: Path, out: Path) -> int:
    """Write a gazetteer of the dump's `lines` at `out`; return the number of its places.

    Args:
        lines: rows of a GeoNames dump, 19 columns with tabs between.
        shipped: the installed gazetteer; it gives the countries' codes, and regions and names of our own.
        out: the file to write.

    Raises:
        ValueError: a line has another number of columns.
    """
    units: list[tuple[str, int]] = []
    base = sqlite3.connect(f"{shipped.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        base.execute(_NAMES_BY_PLACE)
        base.execute("INSERT INTO named SELECT place, key, rank FROM name ORDER BY place, key")
        countries = [CountryRow(*row) for row in base.execute("SELECT * FROM country")]
        places = _all_places(lines, base, units)
        return write_database(out, places, countries, units, "GeoNames dump, CC BY 4.0; own table")
    finally:
        base.close()


def _all_places(lines: Iterable[str], base: sqlite3.Connection, units: list[tuple[str, int]]) -> Iterator[Row]:
    rules = load_rules()
    for number, line in enumerate(lines, start=1):
        fields = line.rstrip("\n").split("\t")
        if len(fields) != COLUMNS:
            raise ValueError(f"line {number} has {len(fields)} columns, not {COLUMNS}")
        row = _row(fields, rules, base)
        levels = _UNITS.get(row.feature, 0)
        codes = [code for code in (row.country, row.admin1, row.admin2)[:levels] if code]
        if levels and len(codes) == levels:
            units.append((".".join(codes), row.id))
        yield row
    for found in base.execute("SELECT * FROM place WHERE geonameid IS NULL").fetchall():
        yield Row._make((*found, tuple(_shipped_names(found[0], base))))


def _row(fields: list[str], rules: dict[str, Any], base: sqlite3.Connection) -> Row:
    number, name, ascii_name, others, lat, lon, _, code, country = fields[:9]
    key = int(number)
    names = [(name, 0), (ascii_name, 0)]
    if code.startswith("ADM"):
        short = bare(name, rules["affixes"])
        names.append((short, 1 if short != name else 0))
    names.extend((short, 1) for short in without_article(name, country, rules["articles"]))
    names.extend((other, 2) for other in others.split(",") if usable(other))
    names.extend(_shipped_names(key, base))
    people = int(fields[14] or 0)
    return Row(
        key, key, name, code, float(lat), float(lon), country or None, fields[10] or None, fields[11] or None, people,
        tuple(names),
    )  # fmt: skip


def _shipped_names(number: int, base: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    yield from base.execute("SELECT key, rank FROM named WHERE place = ?", (number,))
