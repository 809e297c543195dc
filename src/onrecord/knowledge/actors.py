"""Who is who: people in office and organisations, with aliases, country, PLOVER sectors and dates in office."""

from __future__ import annotations

import tomllib
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from onrecord.knowledge.actor import INTERNATIONAL, Actor, Term, organization, own_actor, people
from onrecord.knowledge.countries import Countries, load_countries, read_rows
from onrecord.knowledge.names import fold_name, is_acronym
from onrecord.lexicon.load import load_shipped_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_KNOWN_EVERYWHERE = frozenset({"USA", "GBR"})  # whose acronyms ("CIA", "BBC") need no introduction
_OF_MANY_NAMES = frozenset({"PTY", "REB"})
_MIN_SURNAME = 3


class Actors:
    """The actor base, frozen; indexes are made at the first look-up."""

    def __init__(self, actors: Iterable[Actor], countries: Countries, newest_date: str,
                 known_everywhere: Iterable[str] = (), own: frozenset[str] = frozenset(),
                 particles: frozenset[str] = frozenset()) -> None:  # fmt: skip
        self.all = tuple(actors)
        self._particles = particles
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
        own = [own_actor(row) for row in rows]
        keys = frozenset(actor.key for actor in own)
        kept = [actor for actor in self.all if actor.key not in keys]
        return Actors([*kept, *own], self.countries, self.newest_date, self._everywhere, keys, self._particles)

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

    def find_near(self, name: str, date: str | None, spoken_of: Mapping[str, int]) -> Actor | None:
        """As `find`, in a report that speaks so often of each country.

        Parties of many countries share a name, "Labour Party" for "New Zealand Labour Party": the one of the country
        that the report speaks of most counts; with none of their countries in the report, the one that `find` finds.
        """
        namesakes = self._namesakes.get(fold_name(name).casefold(), ())
        spoken = [(spoken_of.get(actor.country or "", 0), actor) for actor in namesakes]
        most = max((count for count, _ in spoken), default=0)
        near = [actor for count, actor in spoken if count == most] if most else []
        plain = self.find(name, date)
        if not near or plain in near or (plain and plain.country in INTERNATIONAL):
            return plain
        return near[0] if len(near) == 1 else None

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
        if " " in form or actor.type == "person" or actor.country in INTERNATIONAL or form in self._everywhere:
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
    def _namesakes(self) -> Mapping[str, tuple[Actor, ...]]:
        """Parties and rebels by names of several words that leave out the country, where more than one go by it."""
        table: dict[str, dict[str, Actor]] = {}
        for actor in self.all:
            if actor.country and not _OF_MANY_NAMES.isdisjoint(actor.sectors):
                for alias in actor.aliases:
                    for form in (fold_name(alias).casefold(), *self._without_country(alias, actor.country)):
                        table.setdefault(form, {})[actor.key] = actor
        return MappingProxyType({
            form: tuple(found.values()) for form, found in table.items() if " " in form and len(found) > 1
        })  # fmt: skip

    def _without_country(self, alias: str, code: str) -> Iterator[str]:
        """The name without its country: "Iranian Labour Party", "New Zealand Labour Party", "Labour Party of Malta"."""
        words = alias.split()
        for at in range(1, len(words)):
            if self._is_country(" ".join(words[:at]), code):
                yield fold_name(" ".join(words[at:])).casefold()
            if words[at] == "of" and self._is_country(" ".join(words[at + 1 :]).removeprefix("the "), code):
                yield fold_name(" ".join(words[:at])).casefold()

    def _is_country(self, words: str, code: str) -> bool:
        return code in {self.countries.by_name(words), self.countries.nationality(words)}

    @cached_property
    def _surnames(self) -> Mapping[str, tuple[Actor, ...]]:
        table: dict[str, tuple[Actor, ...]] = {}
        for actor in self.all:
            if actor.type == "person":
                for form in dict.fromkeys(
                    last for alias in (actor.name, *actor.aliases) for last in _lasts(alias, self._particles)
                ):
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
    actors = [*map(organization, read_rows("organizations.csv")), *people(read_rows("officeholders.csv"))]
    meta = tomllib.loads(text)
    particles = load_shipped_list("names.toml", "name_particle")
    return Actors(actors, load_countries(), meta["newest"], meta["known_everywhere"], particles=particles)


def _lasts(name: str, particles: frozenset[str]) -> tuple[str, ...]:
    """The forms in which a family name stands alone: "Maliki" and "al Maliki"."""
    words = fold_name(name).casefold().split()
    if len(words) < 2 or len(words[-1]) < _MIN_SURNAME or is_acronym(name):
        return ()
    last = words[-1]
    return (f"{words[-2]} {last}", last) if words[-2] in particles else (last,)
