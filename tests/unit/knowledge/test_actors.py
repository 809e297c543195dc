"""Who is who, by every name and at every date."""

from __future__ import annotations

import time

import pytest

from knowing import shipped_lexicon
from onrecord.knowledge.actors import Actors, load_actors
from onrecord.knowledge.countries import read_rows
from onrecord.knowledge.names import fold_name


@pytest.fixture(scope="module")
def actors() -> Actors:
    return load_actors()


@pytest.mark.parametrize(
    ("name", "key", "why"),
    [
        ("Palestine Liberation Organization", "onrecord:plo", "full name"),
        ("PLO", "onrecord:plo", "acronym"),
        ("plo", None, "an acronym in small letters is a word"),
        ("Daesh", "onrecord:isis", "a name from another language"),
        ("IS", "onrecord:isis", "acronym that is a word in small letters"),
        ("is", None, "the word"),
        ("U.N.", "onrecord:un", "full stops do not count"),
        ("the African Union", "onrecord:au", "nor does the article"),
        ("Recep Tayyip Erdoğan", "onrecord:recep-tayyip-erdogan", "accents do not count"),
        ("Ma\u2019an News Agency", "onrecord:maan", "nor do curly apostrophes"),
        ("Salman", None, "a bare royal name is everybody's"),
        ("King Salman", "onrecord:salman", "with its title it is his"),
        ("Albert II", "onrecord:albert-ii", "two bear the name; in 2010 only one of them was in office in Brussels"),
    ],
)  # fmt: skip
def test_names_lead_to_actors(actors: Actors, name: str, key: str | None, why: str) -> None:
    found = actors.find(name, "2003" if name == "Albert II" else "2016-01-01")
    if name == "Albert II":
        assert found is not None, why
        assert found.key == key, why
        return
    assert (found.key if found else None) == key, why


@pytest.mark.parametrize(
    ("name", "date", "sectors", "why"),
    [
        ("Evo Morales", "2010-05-01", ("GOV",), "in office"),
        ("Evo Morales", "2022", ("ELI",), "out of office"),
        ("Evo Morales", "2001-01-01", (), "not yet in office"),
        ("Narendra Modi", None, ("GOV",), "without a date the newest counts"),
        ("Hezbollah", "2010", ("REB", "PTY"), "bodies have theirs at any date"),
    ],
)
def test_sectors_follow_the_date(
    actors: Actors, name: str, date: str | None, sectors: tuple[str, ...], why: str
) -> None:
    found = actors.find(name, date)
    assert found is not None
    assert actors.sectors_at(found, date) == sectors, why


def test_a_surname_needs_its_country_or_office_and_the_date(actors: Actors) -> None:
    assert actors.find_surname("Kirchner", "2005-01-01") is None
    found = actors.find_surname("Kirchner", "2005-01-01", "ARG", "president")
    assert found is not None
    assert found.name == "Néstor Kirchner"
    later = actors.find_surname("Kirchner", "2010-01-01", "ARG", "president")
    assert later is not None
    assert later.name == "Cristina Fernández de Kirchner"


def test_short_names_of_national_bodies_need_their_country(actors: Actors) -> None:
    agency, everywhere = actors.find("MIT"), actors.find("FARC")
    assert agency is not None
    assert everywhere is not None
    assert actors.needs_support("MIT", agency)
    assert not actors.needs_support("FARC", everywhere)
    assert not actors.needs_support("National Intelligence Organization", agency)


def test_the_base_holds_what_it_promises(actors: Actors) -> None:
    bodies = [actor for actor in actors.all if actor.type == "organization"]
    people = [actor for actor in actors.all if actor.type == "person"]
    assert len(bodies) >= 2000
    assert len(people) >= 1200
    assert len({actor.key for actor in actors.all}) == len(actors.all)


def test_every_state_has_somebody_in_office(actors: Actors) -> None:
    held = {term.country for actor in actors.all for term in actor.terms}
    # San Marino's captains regent change twice a year; Greenland's foreign affairs are Denmark's.
    assert {country.code for country in actors.countries} - held == {"SMR", "GRL"}


def test_rows_are_well_formed(actors: Actors) -> None:
    """Codes are PLOVER's or ISO's, terms do not end before they begin, no alias stands twice in one row."""
    plover = shipped_lexicon().plover
    sectors, bodies = set(plover.sectors), {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
    codes = {country.code for country in actors.countries} | bodies
    for actor in actors.all:
        assert actor.country in codes, actor.key
        assert set(actor.sectors) <= sectors, actor.key
        for term in actor.terms:
            assert term.country in codes, actor.key
            assert term.until is None or term.until >= term.since, actor.key
    for row in read_rows("organizations.csv"):
        forms = [fold_name(alias) for alias in row["aliases"].split(";") if alias]
        assert len(forms) >= len(set(forms)) > 0 or not row["aliases"], row["key"]


def test_loading_is_quick(actors: Actors) -> None:
    begun = time.process_time()
    fresh = Actors(actors.all, actors.countries, actors.newest_date)
    assert fresh.find("PLO") is not None
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("name", "spoken_of", "key", "why"),
    [
        ("Labour Party", {"NZL": 3, "GBR": 1}, "onrecord:nz-labour", "of the country that is spoken of most"),
        ("Labour Party", {"GBR": 3, "NZL": 1}, "onrecord:labour-uk", "the other way round"),
        ("Labour Party", {"USA": 2}, "onrecord:labour-uk", "none of their countries is spoken of: the best known"),
        ("Labour Party", {"NZL": 2, "NOR": 2}, None, "two as much: nobody can say"),
        ("National Liberation Army", {"COL": 1}, "onrecord:eln", "rebels"),
        ("National Liberation Army", {}, None, "two go by the whole name, and nothing decides"),
        ("Islamic State", {"IRQ": 5}, "onrecord:isis", "who is at home nowhere is meant everywhere"),
        ("Supreme Court", {"IND": 5}, None, "only parties and rebels: courts and forces are found by their noun"),
    ],
)
def test_names_of_many_parties(actors: Actors, name: str, spoken_of: dict[str, int], key: str | None, why: str) -> None:
    """A party's name without its country means the party of the country in question."""
    found = actors.find_near(name, "2020", spoken_of)
    assert (found.key if found else None) == key, why
