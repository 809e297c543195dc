"""Who is who: people in office and organisations, with aliases, country, PLOVER sectors and dates in office."""

from __future__ import annotations

import tomllib
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import LexiconError
from onrecord.knowledge.countries import Countries, load_countries, read_rows
from onrecord.knowledge.names import fold_name, is_acronym
from onrecord.reading.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_KNOWN_EVERYWHERE = frozenset({"USA", "GBR"})  # whose acronyms ("CIA", "BBC") need no introduction
_MIN_SURNAME = 3


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


class Actors:
    """The actor base, frozen; indexes are made at the first look-up."""

    def __init__(self, actors: Iterable[Actor], countries: Countries, newest_date: str,
                 known_everywhere: Iterable[str] = (), own: frozenset[str] = frozenset()) -> None:  # fmt: skip
        self.all = tuple(actors)
        self._own = own
        self.countries = countries
        self.newest_date = newest_date
        self._everywhere = frozenset(map(fold_name, known_everywhere))

    def __len__(self) -> int:
        return len(self._keys)

    def joined_with(self, rows: Sequence[Mapping[str, Any]]) -> Actors:
        """The base with the user's own `[[actor]]` entries; a name that they give is theirs alone.

        Raises:
            LexiconError: an entry lacks a name, or holds something of another form.
        """
        if not rows:
            return self
        own = [_own_actor(row) for row in rows]
        keys = frozenset(actor.key for actor in own)
        kept = [actor for actor in self.all if actor.key not in keys]
        return Actors([*kept, *own], self.countries, self.newest_date, self._everywhere, keys)

    def by_key(self, key: str) -> Actor | None:
        """The actor with this key ("onrecord:plo")."""
        return self._keys.get(key)

    def by_alias(self, name: str) -> tuple[Actor, ...]:
        """All actors that go by this name, in the order of the base."""
        return self._aliases.get(fold_name(name), ())

    def label_of(self, name: str) -> str | None:
        """The label of names for a country, a nationality or an organisation of the base; None for other words."""
        if self.countries.is_name(name):
            return "PLACE"
        if self.countries.nationality(name) is not None:
            return "NORP"
        return "ORGANIZATION" if any(actor.type == "organization" for actor in self.by_alias(name)) else None

    def find(self, name: str, date: str | None = None) -> Actor | None:
        """The one actor that goes by this name; of several the one in office at `date`, or None."""
        return self._one(self.by_alias(name), date)

    def find_surname(self, name: str, date: str | None = None, country: str | None = None,
                     office: str | None = None) -> Actor | None:  # fmt: skip
        """The one person in office at `date` whose name ends so, held to `country` and `office` where given.

        A surname says little: with neither country nor office nothing is found.
        """
        if country is None and office is None:
            return None
        fitting = [
            actor
            for actor in self._surnames.get(fold_name(name).casefold(), ())
            if any(
                (country is None or country in {term.country, actor.country})
                and (office is None or term.office == office)
                and (date is None or term.covers(date))
                for term in actor.terms
            )
        ]
        return fitting[0] if len(fitting) == 1 else None

    def most_words(self, word: str) -> int:
        """How many words the longest known name beginning with `word` (folded) has; 0 if none of several has it."""
        return self._lengths.get(word, 0)

    def is_phrase(self, phrase: str) -> bool:
        """Whether the folded, lower-case `phrase` of several words is a name of an actor, a country or a region."""
        return phrase in self._phrases

    def needs_support(self, name: str, actor: Actor) -> bool:
        """Whether so short a name counts only in a report that speaks of the actor's country ("MIT" and Turkey)."""
        form = fold_name(name)
        if " " in form or actor.type == "person" or actor.country in _INTERNATIONAL or form in self._everywhere:
            return False
        return not (actor.country in _KNOWN_EVERYWHERE and is_acronym(form))

    def terms_at(self, actor: Actor, date: str | None) -> tuple[Term, ...]:
        """The offices that a person held at `date` (ISO); at the newest date of the base where none is given."""
        day = date or self.newest_date
        return tuple(term for term in actor.terms if term.covers(day))

    def sectors_at(self, actor: Actor, date: str | None) -> tuple[str, ...]:
        """PLOVER sectors at `date`: who is in office has GOV, who has left it ELI, who is still to come none.

        Terms with sectors of their own decide first, in their order; with none of these at `date` the undated ones.
        """
        if not actor.terms:
            return actor.sectors
        held = self.terms_at(actor, date)
        if any(term.sectors is not None for term in actor.terms):
            return next((term.sectors for term in held if term.sectors is not None), actor.sectors)
        if held:
            return ("GOV",)
        day = date or self.newest_date
        return ("ELI",) if all(term.since <= day for term in actor.terms) else ()

    def _one(self, found: tuple[Actor, ...], date: str | None) -> Actor | None:
        if len(found) > 1:
            found = tuple(actor for actor in found if actor.terms and self.terms_at(actor, date))
        return found[0] if len(found) == 1 else None

    @cached_property
    def _keys(self) -> Mapping[str, Actor]:
        return MappingProxyType({actor.key: actor for actor in self.all})

    @cached_property
    def _aliases(self) -> Mapping[str, tuple[Actor, ...]]:
        table: dict[str, tuple[Actor, ...]] = {}
        for actor in self.all:
            for form in dict.fromkeys(map(fold_name, actor.aliases)):
                table[form] = (*table.get(form, ()), actor)
        for form, found in table.items():
            own = tuple(actor for actor in found if actor.key in self._own)
            table[form] = own or found
        return MappingProxyType(table)

    @cached_property
    def _surnames(self) -> Mapping[str, tuple[Actor, ...]]:
        table: dict[str, tuple[Actor, ...]] = {}
        for actor in self.all:
            if actor.type == "person":
                for form in dict.fromkeys(last for alias in (actor.name, *actor.aliases) for last in _lasts(alias)):
                    table[form] = (*table.get(form, ()), actor)
        return MappingProxyType(table)

    @cached_property
    def _phrases(self) -> frozenset[str]:
        forms = [*self._aliases, *self.countries.folded_names()]
        return frozenset(form.casefold() for form in forms if " " in form)

    @cached_property
    def _lengths(self) -> Mapping[str, int]:
        table: dict[str, int] = {}
        for form in self._phrases:
            words = form.split()
            table[words[0]] = max(table.get(words[0], 0), len(words))
        return MappingProxyType(table)


@cache
def load_actors() -> Actors:
    """Read the shipped actor base, once."""
    text = resources.files("onrecord.knowledge").joinpath("data", "meta.toml").read_text(encoding="utf-8")
    actors = [*map(_organization, read_rows("organizations.csv")), *_people(read_rows("officeholders.csv"))]
    meta = tomllib.loads(text)
    return Actors(actors, load_countries(), meta["newest"], meta["known_everywhere"])


def _own_actor(row: Mapping[str, Any]) -> Actor:
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


def _organization(row: Mapping[str, str]) -> Actor:
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


def _people(rows: Iterable[Mapping[str, str]]) -> list[Actor]:
    """One actor for each name and country; an international office joins the person's national ones."""
    groups: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    homes: dict[str, str] = {}
    for row in rows:
        name, country = row["name"], row["country"]
        home = homes.get(name, country) if country in _INTERNATIONAL else country
        homes.setdefault(name, country)
        groups.setdefault((name, home), []).append(row)
    taken: set[str] = set()
    people = []
    for (name, home), held in groups.items():
        slug = fold_name(name).casefold().replace(" ", "-")
        key = f"onrecord:{slug}" if slug not in taken else f"onrecord:{slug}-{home.lower()}"
        taken.add(slug)
        people.append(_person(key, name, home, held))
    return people


def _person(key: str, name: str, home: str, rows: Sequence[Mapping[str, str]]) -> Actor:
    given = dict.fromkeys(alias for row in rows for alias in row["aliases"].split(";") if alias)
    # A king's or pope's bare name ("Salman", "Francis") is everybody's: it counts only with the title before it.
    aliases = (name, *given) if " " in name else tuple(given)
    terms = tuple(
        Term(office=row["office"], country=row["country"], since=row["since"], until=row["until"] or None)
        for row in rows
    )
    return Actor(key=key, name=name, aliases=aliases, type="person", country=home, terms=terms)


def _lasts(name: str) -> tuple[str, ...]:
    """The forms in which a family name stands alone: "Maliki" and "al Maliki"."""
    words = fold_name(name).casefold().split()
    if len(words) < 2 or len(words[-1]) < _MIN_SURNAME or is_acronym(name):
        return ()
    particles = {"al", "el", "bin", "de", "da", "dos", "van", "von", "der", "ben", "ould", "la", "abu"}
    last = words[-1]
    return (f"{words[-2]} {last}", last) if words[-2] in particles else (last,)
