"""One row for several reports' tellings: what most independent reports tell, and nothing hidden."""

from __future__ import annotations

import pytest

from onrecord.export.material import Material
from onrecord.export.merging import total
from onrecord.export.options import Options
from onrecord.export.records import EventRecord
from onrecord.store.rows import ActorRow
from project_source import Page, Project


def telling(key: str, by: str = "Arland", killed: object = None, **more: object) -> Page:
    text = f"{by} shelled Kadi, an official said. Witnesses counted 12, 15 or 20."
    page = Page(key, text, published=f"2024-05-{more.pop('day', 16)}", publisher=f"Wire {key}").party("T1", by)
    page.party("T2", "an official", named=False).says("A1", "T2", f"{by} shelled Kadi").place("L1", "Kadi")
    numbers = {} if killed is None else {"killed": killed}
    return page.event("E1", "shelled", by=["T1"], place="L1", attribution="A1", **numbers, **more)  # type: ignore[arg-type]


def merged(project: Project, *include: str) -> list[EventRecord]:
    project.cluster("M1", *(f"{page.id}:E1" for page in project.pages))
    with Material(project, Options(include=frozenset(include))) as material:
        return list(material.events())


def test_one_row_with_three_counts() -> None:
    project = Project(telling("a"), telling("b", day=17), telling("c", day=18))
    project.copy("same text", "a", "b")
    (row,) = merged(project)
    assert (row.id, row.report.id) == ("M1", "a")
    assert (len(row.reports), row.independent, row.speakers) == (3, 2, 2)  # the copies' official is one speaker
    assert row.members == ("a:E1", "b:E1", "c:E1")


def test_copies_have_one_vote() -> None:
    project = Project(telling("a"), telling("b"), telling("c", "Bresia"), telling("d", "Bresia"))
    project.copy("same text", "a", "b")
    (row,) = merged(project)
    assert [party.name for party in row.actors] == ["Bresia"]
    assert row.differing == ("actors",)


def test_of_equal_ones_the_earliest_report_counts() -> None:
    (row,) = merged(Project(telling("a", "Bresia", day=17), telling("b", day=16)))
    assert [party.name for party in row.actors] == ["Arland"]


def test_a_denial_is_no_vote_for_the_act() -> None:
    project = Project(telling("a"), telling("b", status="denied"))
    (row,) = merged(project)
    assert len(row.reports) == 1
    assert row.disputed_by == ("an official",)


def test_a_denial_that_was_asked_for_stands_in_a_row_of_its_own() -> None:
    rows = merged(Project(telling("a"), telling("b", status="denied")), "denied")
    assert [(row.id, row.status) for row in rows] == [("M1", "happened"), ("M1:denied", "denied")]


def test_what_nobody_affirms_is_left_out() -> None:
    assert merged(Project(telling("a", status="planned"), telling("b", status="denied"))) == []


@pytest.mark.parametrize(
    ("figures", "low_best_high"),
    [
        ((12,), (12, 12, 12)),
        (((12, 20),), (12, 12, 20)),  # a range counts with its lower end
        ((12, 15, 15), (12, 15, 15)),  # most speakers
        ((15, 12), (12, 12, 15)),  # a tie goes to the lower
        (((24, None),), (24, 24, None)),  # "dozens" has no high
        (((None, 20), 12), (None, 12, 20)),  # "up to 20" has no low
        (((None, 20),), (None, None, 20)),
    ],
)
def test_numbers(figures: tuple[object, ...], low_best_high: tuple[int | None, ...]) -> None:
    (row,) = merged(Project(*(telling(f"r{at}", killed=figure) for at, figure in enumerate(figures))))
    found = total(row, "killed")
    assert found is not None
    assert (found.low, found.best, found.high) == low_best_high


def test_a_number_that_nobody_gives_is_none() -> None:
    (row,) = merged(Project(telling("a")))
    assert total(row, "killed") is None


def test_parties_that_the_project_brought_together_are_one() -> None:
    project = Project(telling("a"), telling("b", "the Republic of Arland"))
    project.actor_rows.append(
        ActorRow(actor_id="P1", name="Arland", type="organization", entities=(("a", "T1"), ("b", "T1")))
    )
    (row,) = merged(project)
    assert row.differing == ()
    assert row.actors[0].key == "P1"


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("type", "COERCE", ["COERCE happened 2024-05-16 COD None"]),  # another type takes the code with it
        ("day", "2024-05-09", ["ASSAULT happened 2024-05-09 COD 190"]),
        ("country", "RWA", ["ASSAULT happened 2024-05-16 RWA 190"]),
        ("status", "not_happened", []),  # what a person says did not happen is no fact any more
        ("status", "ongoing", ["ASSAULT ongoing 2024-05-16 COD 190"]),
        ("status", "not_planned", []),  # nor is a plan not to do it
        ("status", "no_act", []),  # neither is what a person finds to be no act at all
        ("place", "Tarsk", ["ASSAULT happened 2024-05-16 None 190"]),  # a name, of which no gazetteer was asked
        ("place", "", ["ASSAULT happened 2024-05-16 None 190"]),
    ],
)
def test_what_people_corrected_stands(field: str, value: str, written: list[str]) -> None:
    project = Project(telling("a"))
    project.cluster("M1", "a:E1", record={"corrections": [{"field": field, "value": value}]})
    with Material(project, Options()) as material:
        rows = [
            f"{row.type} {row.status} {row.when.first if row.when else row.report.day} "
            f"{row.where.country if row.where else None} {row.cameo}"
            for row in material.events()
        ]
    assert rows == written


def test_a_plan_not_to_do_it_is_asked_for_with_what_did_not_happen() -> None:
    """As the reading's own are; what it was told as stands beside it."""
    project = Project(telling("a"))
    project.cluster("M1", "a:E1", record={"corrections": [{"field": "status", "value": "not_planned"}]})
    with Material(project, Options(include=frozenset({"not_happened"}))) as material:
        (row,) = material.events()
    assert (row.status, row.told_status, row.polarity) == ("not_happened", "planned", "negative")


def test_a_place_that_a_person_has_chosen_has_its_point() -> None:
    known = {"geonameid": "703448", "lat": 50.45, "lon": 30.52, "country": "UKR", "admin1": "Kyiv City",
             "feature": "PPLC", "precision": "place", "name": "Kyiv", "people": 2_797_553}  # fmt: skip
    project = Project(telling("a"))
    fixed = {"field": "place", "value": "Kiev", "spot": known}
    project.cluster("M1", "a:E1", record={"corrections": [fixed]})
    with Material(project, Options()) as material:
        (row,) = material.events()
    assert row.where is not None
    told = (row.where.name, row.where.geonameid, row.where.lat, row.where.country, row.where.precision)
    assert told == ("Kiev", "703448", 50.45, "UKR", "place")


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        pytest.param("Borland", ["P2"], id="a party of the project"),
        pytest.param("the Borland; Nobody Known", ["P2", "corrected:nobody known"], id="several, one of them new"),
        pytest.param("", [], id="the report does not say who"),
    ],
)
def test_a_corrected_party_is_the_one_that_the_project_knows(names: str, keys: list[str]) -> None:
    project = Project(telling("a"))
    project.actor_rows.append(ActorRow(actor_id="P2", name="Borland", type="organization", country="BOR"))
    project.cluster("M1", "a:E1", record={"corrections": [{"field": "actor", "value": names}]})
    with Material(project, Options()) as material:
        (row,) = material.events()
    assert [party.key for party in row.actors] == keys
