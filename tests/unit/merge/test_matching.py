"""What speaks for and against two tellings being one act, where the reports share little or tell it in other words."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from onrecord.merge.alike import likeness
from onrecord.merge.block import find_pairs
from onrecord.merge.match import Matcher
from onrecord.merge.parties import link_parties
from onrecord.merge.report import Report
from onrecord.merge.telling import Party, Telling, When, find_tellings
from reports_by_hand import act, report

MONDAY = ("Monday", "2024-03-04")


def _party(name: str, *heads: str, sectors: tuple[str, ...] = (), country: str | None = None,
           named: bool = False) -> Party:  # fmt: skip
    return Party(name=name, actor=None, entity=None, country=country, heads=frozenset(heads), sectors=sectors,
                 named=named, person=False)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (_party("the army", "army", sectors=("MIL",)), _party("troops", "troop", sectors=("MIL",)), "alike"),
        (_party("the army", "army", sectors=("MIL",)), _party("police", "police", sectors=("COP",)), "other"),
        (_party("the army", "army", sectors=("MIL",), country="MLI"),
         _party("troops", "troop", sectors=("MIL",), country="NER"), "other"),  # whose army it is decides
        (_party("a crowd", "crowd"), _party("a column", "column"), "other"),  # no sector is no common one
        (_party("Sahel Guard", "guard", sectors=("MIL",), named=True),
         _party("Desert Rifles", "rifle", sectors=("MIL",), named=True), "other"),  # names tell armies apart
    ],
)  # fmt: skip
def test_those_without_a_name_are_alike_by_their_sector(one: Party, other: Party, how: str) -> None:
    assert likeness(one, other) == how


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("thousands of demonstrators", {"thousand", "demonstrator"}),  # a number of whom
        ("soldiers in Kadi", {"soldier"}),  # where they are is no part of what they are
        ("people of Mali", {"people"}),  # a name is no noun
        ("traders", {"trader"}),
    ],
)
def test_the_nouns_of_a_party(words: str, heads: set[str]) -> None:
    told = report("a", "2024-03-05", (f"Rebels attacked {words}.", act("attacked", recipients=[words])))
    (telling,) = _tellings(told)
    assert telling.recipients[0].heads == heads


def _tellings(*reports: Report) -> list[Telling]:
    common = {place: actor.id for actor in link_parties(reports) for place in actor.entities}
    return [telling for told in reports for telling in find_tellings(told, common)]


def _arrest(key: str, day: str, *more: tuple[Any, ...]) -> Report:
    words = "The two men were arrested."
    return report(key, day, (words, act("arrested", "COERCE", recipients=["The two men"], mode="arrest")), *more)


def _named(name: str) -> tuple[Any, ...]:
    return (f"Nobody blamed {name}.", act("blamed", "ACCUSE", recipients=[name], status="not_happened"))


@pytest.mark.parametrize(("name", "met"), [("Northern Front", True), ("Islamic State", False)])
def test_acts_told_without_a_name_meet_where_their_reports_name_the_same(name: str, met: bool) -> None:  # noqa: FBT001
    one, other = _arrest("a", "2024-03-05", _named("Northern Front")), _arrest("b", "2024-03-06", _named(name))
    tellings = _tellings(one, other)
    arrests = tuple(at for at, telling in enumerate(tellings) if telling.type == "COERCE")
    assert (arrests in find_pairs(tellings)) == met


def _features(one: Telling, other: Telling) -> dict[str, float]:
    return {feature.name: feature.value for feature in Matcher([one, other]).features(one, other) or ()}


def _attack(key: str, published: str, **more: Any) -> Telling:
    words = "Rebels attacked a market near Kadi in Mali on Monday."
    return _tellings(report(key, published, (words, act("attacked", recipients=["a market"], place="Kadi", **more))))[0]


@pytest.mark.parametrize(
    ("modes", "name"),
    [
        (("firearms", "explosives"), "other means"),  # how it was done is told in other words
        (("firearms", "abduct"), "other mode"),  # a kidnapping is no shooting
        ((None, "abduct"), "other mode"),
        ((None, "destroy"), None),  # an attack that burned a house down is an attack
    ],
)
def test_ways_of_doing_and_acts_of_their_own(modes: tuple[str | None, str | None], name: str | None) -> None:
    one, other = (_attack(key, "2024-03-05", mode=mode) for key, mode in zip("ab", modes, strict=True))
    assert {"other means", "other mode"} & _features(one, other).keys() == ({name} if name else set())


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("2024-03-01", "told before it"),  # what was told on Friday was not done on the Monday after
        ("2024-03-06", "days may agree"),
        ("2024-03-20", "days may differ"),  # it may come back to the act weeks later, in passing
    ],
)
def test_a_report_that_names_no_day(published: str, name: str) -> None:
    told = _features(_attack("a", "2024-03-05", day=MONDAY), _attack("b", published))
    assert {"told before it", "days may agree", "days may differ"} & told.keys() == {name}


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (("Monday", "2024-03-04"), {"same day"}),
        (("Monday", "2024-03-05"), {"next day"}),  # reports are a day off about what was done at night
        (("Monday", "2024-03-07"), {"other day", "told before it"}),  # told on Tuesday, done on Thursday
    ],
)
def test_a_report_tells_of_nothing_that_is_done_after_it(day: tuple[str, str], names: set[str]) -> None:
    found = _features(_attack("a", "2024-03-05", day=MONDAY), _attack("b", "2024-03-08", day=day))
    assert {"same day", "next day", "other day", "told before it"} & found.keys() == names


def test_a_day_from_the_sentence_around_is_no_proof_against() -> None:
    """In "two weeks after the attack a court sentenced him on Friday" Friday is not the day of the attack."""
    one = _attack("a", "2024-03-05", day=MONDAY)
    friday = When(first=date(2024, 3, 22), last=date(2024, 3, 22), source="sentence")
    other = msgspec.structs.replace(_attack("b", "2024-03-24"), when=friday)
    assert "other day" not in _features(one, other)
    assert "other day" in _features(one, msgspec.structs.replace(other, when=When(
        first=date(2024, 3, 6), last=date(2024, 3, 6), source="own")))  # fmt: skip


def test_reports_of_other_matters_speak_against_one_act() -> None:
    """A country in common is little; what both name besides is a story."""
    one, other = _attack("a", "2024-03-05"), _attack("b", "2024-03-05")
    far = msgspec.structs.replace(other, story=frozenset({"country:MLI", *(f"person:{n}" for n in range(12))}))
    crowd = [msgspec.structs.replace(one, report=f"r{n}", story=frozenset({"country:MLI"})) for n in range(200)]
    matcher = Matcher([one, other, far, *crowd])
    near, away = ({f.name: f.value for f in matcher.features(one, it) or ()} for it in (other, far))
    assert near["other story"] == 0.0
    assert away["other story"] > 0.9


@pytest.mark.parametrize(
    ("trigger", "receiver", "status", "apart"),
    [
        pytest.param("feed", "the nurses", "planned", False, id="the same word for it"),
        pytest.param("rescue", "the girls", "planned", False, id="the same people are to be helped"),
        pytest.param("rescue", "the nurses", "planned", True, id="other words, and nobody in common"),
        pytest.param("rescue", "the nurses", "happened", False, id="what is done is told in many words"),
    ],
)
def test_plans_in_other_words(trigger: str, receiver: str, status: str, apart: bool) -> None:  # noqa: FBT001 - a table
    """That something is planned on both sides says little."""
    one, other = "France is to feed the girls of Kadi.", f"Mali is to {trigger} {receiver} near Kadi."
    tellings = _tellings(
        report("one", "2024-03-03", (one, act("feed", "AID", recipients=["the girls"], place="Kadi", status=status))),
        report("other", "2024-03-03", (other, act(trigger, "AID", recipients=[receiver], place="Kadi", status=status))),
    )
    found = Matcher(tellings).features(*tellings)
    assert found is not None
    assert ("other plan" in {feature.name for feature in found}) == apart
