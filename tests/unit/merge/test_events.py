"""One act in several reports is one event; acts that differ stay apart; plans stay plans."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.merge.merging import Across, merge_reports
from onrecord.merge.report import Report
from reports_by_hand import act, report

MONDAY = ("Monday", "2024-03-04")


def _wire() -> Report:
    return report(
        "wire",
        "2024-03-05",
        (
            "Gunmen attacked a market near Kadi in Mali on Monday.",
            act("attacked", actors=["Gunmen"], recipients=["a market"], place="Kadi", day=MONDAY),
        ),
        (
            "At least 18 people were killed, the mayor said.",
            act("killed", recipients=["18 people"], numbers={"killed": ("At least 18", 18, None)}, says="the mayor"),
        ),
    )


def _paper(*more: tuple[Any, ...], **changed: Any) -> Report:
    fields = {
        "actors": ["Armed men"],
        "recipients": ["traders"],
        "place": "Kadi",
        "day": MONDAY,
        "numbers": {"killed": ("Twenty", 20, 20)},
        **changed,
    }
    words = "Armed men killed traders in Kadi, Mali, on Monday, or in Tarsk or Omber, or on Friday. Twenty died."
    return report("paper", "2024-03-06", (words, act("killed", **fields)), *more)


def _groups(across: Across) -> list[set[str]]:
    return [{f"{member.report}/{member.event}" for member in event.members} for event in across.events]


@pytest.mark.parametrize(
    ("changed", "joined"),
    [
        pytest.param({}, True, id="place, day and kind agree, though the numbers differ"),
        pytest.param({"status": "denied"}, True, id="whoever denies an act speaks of that act"),
        pytest.param({"place": "Omber"}, True, id="the next village, 15 km away"),
        pytest.param({"place": "Tarsk"}, False, id="another country"),
        pytest.param({"day": ("Friday", "2024-03-08")}, False, id="another day"),
        pytest.param({"mode": "abduct"}, False, id="a kidnapping is no shooting"),
        pytest.param({"status": "planned", "day": ("Friday", "2024-03-08")}, False, id="a plan is not an act"),
        pytest.param({"type": "RETREAT"}, False, id="good deeds and bad ones"),
    ],
)
def test_what_is_one_event(changed: dict[str, Any], joined: bool) -> None:  # noqa: FBT001 - a table
    kind = changed.pop("type", "ASSAULT")
    paper = _paper(**changed)
    if kind != "ASSAULT":
        fields = {"actors": ["Armed men"], "place": "Kadi", "day": MONDAY}
        paper = report("paper", "2024-03-06", ("Armed men left Kadi on Monday.", act("left", kind, **fields)))
    groups = _groups(merge_reports([_wire(), paper]))
    assert any({"wire/E1", "paper/E1"} <= group for group in groups) == joined


@pytest.mark.parametrize(
    ("status", "joined"),
    [
        pytest.param("happened", True, id="they agreed on it as they signed it"),
        pytest.param("ongoing", False, id="who is still due to sign has not signed"),
    ],
)
def test_what_is_to_be_signed_is_not_signed(status: str, joined: bool) -> None:  # noqa: FBT001 - a table
    """An announcement that is of another kind than the act, and says that it is to come, is no telling of it."""
    words = "The Northern Front, agreed or due to sign, signed the truce in Kadi in Mali with France on Monday."
    fields = {"actors": ["Northern Front"], "recipients": ["France"], "place": "Kadi", "day": MONDAY}
    across = merge_reports(
        [
            report("one", "2024-03-03", (words, act("agreed", "AGREE", status=status, **fields))),
            report("other", "2024-03-05", (words, act("signed", "SUPPORT", **fields))),
        ]
    )
    assert (len(across.events) == 1) == joined


def test_a_toll_belongs_to_the_attack_that_the_report_tells_of() -> None:
    assert _groups(merge_reports([_wire()])) == [{"wire/E1", "wire/E2"}]


def test_acts_of_several_persons_in_one_report_stay_apart() -> None:
    """A page of court news tells of many arrests in one town."""
    blotter = report(
        "blotter",
        "2024-03-05",
        ("Police in Kadi arrested a teacher on theft charges.",
         act("arrested", "COERCE", actors=["Police"], recipients=["a teacher"], place="Kadi", mode="arrest")),
        ("A driver was arrested after a chase.", act("arrested", "COERCE", recipients=["A driver"], mode="arrest")),
    )  # fmt: skip
    assert len(merge_reports([blotter]).events) == 2


def test_every_merge_says_why() -> None:
    (event,) = merge_reports([_wire(), _paper()]).events
    reasons = [reason for member in event.members for reason in member.reasons]
    assert any("same day: 2024-03-04" in reason for reason in reasons)
    assert all(member.score is not None and member.reasons for member in event.members)


def test_the_record_keeps_every_value_with_its_speakers() -> None:
    (event,) = merge_reports([_wire(), _paper()]).events
    killed = {claim.words: (claim.value, [s.name for s in claim.speakers]) for claim in event.values["killed"]}
    assert killed == {"At least 18": ([18, None], ["the mayor"]), "Twenty": ([20, 20], ["Paper"])}
    assert (event.reports, event.independent, event.speakers) == (2, 2, 3)
    assert (event.status, event.first_day, event.country) == ("happened", "2024-03-04", "MLI")


def test_copies_count_once_among_independent_reports() -> None:
    """Three counts: reports, independent reports, original speakers."""
    tail = "Nobody has claimed responsibility for it, and the army has sent two companies of soldiers to the area."
    sentences = [
        ("Gunmen attacked a market near Kadi in Mali on Monday and set all of the stalls on fire, the mayor said.",
         act("attacked", actors=["Gunmen"], recipients=["a market"], place="Kadi", day=MONDAY, says="the mayor")),
        (tail,),
    ]  # fmt: skip
    one = report("one", "2024-03-05", *sentences)
    two = report("two", "2024-03-06", *sentences)
    (event,) = merge_reports([two, one, _paper()]).events
    assert (event.reports, event.independent, event.speakers) == (3, 2, 2)
    assert any("the same sentence in a copy" in reason for member in event.members for reason in member.reasons)


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_ingest_changes_nothing(rng: random.Random) -> None:
    reports = [
        _wire(),
        _paper(),
        report("late", "2024-03-09", ("Keita left Kadi.", act("left", "RETREAT", actors=["Keita"]))),
    ]
    shuffled = reports.copy()
    rng.shuffle(shuffled)
    assert msgspec.json.encode(merge_reports(shuffled)) == msgspec.json.encode(merge_reports(reports))


def test_parties_are_merged_by_key_name_and_the_only_fitting_full_name() -> None:
    first = report("a", "2024-03-05", ("Moussa Keita blamed the Islamic State.",
                   act("blamed", "ACCUSE", actors=["Moussa Keita"], recipients=["Islamic State"])))  # fmt: skip
    second = report("b", "2024-03-06", ("Keita again blamed Islamic State men.",
                    act("blamed", "ACCUSE", actors=["Keita"], recipients=["Islamic State"])))  # fmt: skip
    actors = {actor.id: actor for actor in merge_reports([first, second]).actors}
    assert set(actors) == {"person:moussa-keita", "onrecord:isis"}
    assert actors["person:moussa-keita"].aliases == {"Keita": 1, "Moussa Keita": 1}
    assert [report_id for report_id, _ in actors["onrecord:isis"].entities] == ["a", "b"]


def test_a_title_is_of_one_telling_and_of_what_was_done() -> None:
    """Of a doer that one names, and a victim that another names, nobody said that the one hit the other."""
    denial = report(
        "denial", "2024-03-06",
        ("Northern Front fighters denied that the Northern Front attacked a market near Kadi in Mali on Monday.",
         act("attacked", actors=["Northern Front"], recipients=["a market"],
             place="Kadi", status="denied", day=MONDAY)),
    )  # fmt: skip
    (event,) = (event for event in merge_reports([_wire(), denial]).events if event.type == "ASSAULT")
    assert (event.title, event.status) == ("Gunmen → a market: attacked (ASSAULT), Kadi", "disputed")


def test_a_doer_whom_nobody_names_is_not_said() -> None:
    """As `onrecord read` has it; "?" may be an error of the program."""
    freed = report(
        "freed", "2024-03-06",
        ("Three teachers were freed in Kadi.", act("freed", "RETREAT", recipients=["Three teachers"])),
    )  # fmt: skip
    assert merge_reports([freed]).events[0].title == "(not said who) → Three teachers: freed (RETREAT)"


def test_an_act_and_its_answer_in_one_report_are_two() -> None:
    both = report(
        "both", "2024-03-06",
        ("In Kadi in Mali troops killed gunmen who had shot troops on Monday.",
         act("killed", actors=["troops"], recipients=["gunmen"], place="Kadi"),
         act("shot", actors=["gunmen"], recipients=["troops"], place="Kadi", day=MONDAY)),
    )  # fmt: skip
    assert len(merge_reports([both]).events) == 2


def test_those_who_do_it_to_one_another_all_stand_in_the_title() -> None:
    swap = report(
        "swap", "2024-03-06",
        ("Mali, France and others exchanged prisoners.",
         act("exchanged", "RETREAT", actors=["Mali", "France", "others"])),
    )  # fmt: skip
    assert merge_reports([swap]).events[0].title == "Mali, France …: exchanged (RETREAT)"


@pytest.mark.parametrize(
    ("edited", "one"),
    [
        pytest.param({}, True, id="the same sentence"),
        pytest.param({"polarity": "negative"}, False, id="a word makes it a plan not to"),
        pytest.param({"status": "happened"}, False, id="an act is no plan, though one word is the same"),
    ],
)
def test_an_edited_copy_may_tell_of_another_act(edited: dict[str, Any], *, one: bool) -> None:
    words = "France will send or not send troops to Kadi in Mali within the next weeks, its minister said on Monday."
    told = {"actors": ["France"], "place": "Kadi", "status": "planned"}
    reports = [
        report(key, day, (words, act("send", "MOBILIZE", **{**told, **fields})))
        for key, day, fields in (("source", "2024-03-05", {}), ("copy", "2024-03-06", edited))
    ]
    across = merge_reports(reports)
    assert sum(copy.copy_of is not None for copy in across.copies) == 1
    assert (len(across.events) == 1) == one


def test_a_sentence_that_a_copy_repeats_is_joined_with_the_one_in_its_place() -> None:
    """Not all of them with one of the source's: of two raids that are told alike, each is one event."""
    words = "Gunmen attacked a market near Kadi in Mali and set all of the stalls on fire, the mayor of the town said."
    raid = (words, act("attacked", actors=["Gunmen"], recipients=["a market"], place="Kadi"))
    across = merge_reports([report("source", "2024-03-05", raid, raid), report("copy", "2024-03-06", raid, raid)])
    members = [member for event in across.events for member in event.members]
    copied = [member for member in members if any("the same sentence in a copy" in why for why in member.reasons)]
    assert len(copied) == 4
