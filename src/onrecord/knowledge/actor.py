"""A person or an organisation of the actor base, and what makes one of a row of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import LexiconError
from onrecord.knowledge.names import fold_name
from onrecord.reading.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A time in office. Dates are ISO, as exact as they are known (year, month or day); `until` is None if open.

    `sectors` are what a code of the user's own gives for that time; None where office and dates decide.
    """

    office: str
    country: str
    since: str
    until: str | None
    sectors: tuple[str, ...] | None = None

    def covers(self, date: str) -> bool:
        """Whether `date` may lie in the term, both sides taken at the exactness of the shorter date."""
        begun = date[: len(self.since)] >= self.since[: len(date)]
        return begun and (self.until is None or date[: len(self.until)] <= self.until[: len(date)])


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person or an organisation of the actor base.

    Attributes:
        country: ISO alpha-3, or a PLOVER international code.
        sectors: PLOVER sectors, the main one first; those of a person follow from the terms, see `Actors.sectors_at`.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    type: EntityType
    country: str | None
    sectors: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


def own_actor(row: Mapping[str, Any]) -> Actor:
    """An `[[actor]]` entry: id, name, aliases, type, country, sectors, and terms with since, until and sectors."""
    try:
        name = row["name"]
        terms = [
            {"office": "", "country": row.get("country") or "", "since": "", "until": None, **term}
            for term in row.get("term", ())
        ]
        fields = {
            "key": row.get("id", f"own:{fold_name(name).casefold().replace(' ', '-')}"),
            "name": name,
            "aliases": [name, *row.get("aliases", ())],
            "type": row.get("type", "organization"),
            "country": row.get("country"),
            "sectors": row.get("sectors", ()),
            "terms": terms,
        }
        return msgspec.convert(fields, Actor)
    except (KeyError, TypeError, msgspec.ValidationError) as error:
        shown = row.get("id", row.get("name", "without a name"))
        raise LexiconError(
            f"read actor {shown}", f"its fields do not fit ({error})", "Give name, type, country, sectors"
        ) from error


def organization(row: Mapping[str, str]) -> Actor:
    """A row of organizations.csv: key, name, aliases and sectors with semicolons, country."""
    aliases = (row["name"], *(alias for alias in row["aliases"].split(";") if alias))
    sectors = tuple(code for code in row["sectors"].split(";") if code)
    return Actor(
        key=f"onrecord:{row['key']}",
        name=row["name"],
        aliases=aliases,
        type="organization",
        country=row["country"] or None,
        sectors=sectors,
    )


def people(rows: Iterable[Mapping[str, str]]) -> list[Actor]:
    """One actor for each name and country; an international office joins the person's national ones."""
    groups: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    homes: dict[str, str] = {}
    for row in rows:
        name, country = row["name"], row["country"]
        home = homes.get(name, country) if country in INTERNATIONAL else country
        homes.setdefault(name, country)
        groups.setdefault((name, home), []).append(row)
    taken: set[str] = set()
    found = []
    for (name, home), held in groups.items():
        slug = fold_name(name).casefold().replace(" ", "-")
        key = f"onrecord:{slug}" if slug not in taken else f"onrecord:{slug}-{home.lower()}"
        taken.add(slug)
        found.append(_person(key, name, home, held))
    return found


def _person(key: str, name: str, home: str, rows: Sequence[Mapping[str, str]]) -> Actor:
    given = dict.fromkeys(alias for row in rows for alias in row["aliases"].split(";") if alias)
    # A king's or pope's bare name ("Salman", "Francis") is everybody's: it counts only with the title before it.
    aliases = (name, *given) if " " in name else tuple(given)
    terms = tuple(
        Term(office=row["office"], country=row["country"], since=row["since"], until=row["until"] or None)
        for row in rows
    )
    return Actor(key=key, name=name, aliases=aliases, type="person", country=home, terms=terms)
