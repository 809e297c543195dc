"""Where reports disagree, what became of plans and promises, and where a party's stand has changed."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.merge.disagreements import find_disagreements
from onrecord.merge.merging import Across, merge_reports
from onrecord.merge.report import Report
from reports_by_hand import act, pledge, report, stand

MONDAY = ("Monday", "2024-03-04")


def _raid(key: str, **changed: Any) -> Report:
    words = "Gunmen, Northern Front or Islamic State attacked Kadi in Mali on Monday, said the mayor: at least 18, 20."
    fields = {"actors": ["Gunmen"], "place": "Kadi", "day": MONDAY, **changed}
    return report(key, "2024-03-05", (words, act("attacked", **fields)))


def _kinds(*reports: Report) -> list[tuple[str, bool]]:
    across = merge_reports(reports)
    assert len(across.events) == 1
    return [(item.field, item.compatible) for found in across.disagreements.values() for item in found]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({}, {}, [], id="they agree"),
        pytest.param({}, {"status": "denied"}, [("status", False)], id="affirmed and denied"),
        pytest.param({}, {"status": "unclear"}, [], id="who leaves it open denies nothing"),
        pytest.param({"numbers": {"killed": ("18", 18, 18)}}, {"numbers": {"killed": ("20", 20, 20)}},
                     [("killed", False)], id="two numbers"),
        pytest.param({"numbers": {"killed": ("at least 18", 18, None)}}, {"numbers": {"killed": ("20", 20, 20)}},
                     [("killed", True)], id="numbers that can both be true"),
        pytest.param({"numbers": {"killed": ("18", 18, 18)}}, {}, [], id="silence on a number is no disagreement"),
        pytest.param({"actors": ["Northern Front"]}, {"actors": ["Islamic State"]}, [("actor", False)], id="two doers"),
        pytest.param({"actors": ["Northern Front"]}, {"actors": ["Gunmen"]}, [], id="a name and no name"),
        pytest.param({"actors": ["Northern Front"]}, {"actors": ["Islamic State", "Northern Front"]}, [],
                     id="who acts side by side"),
    ],
)  # fmt: skip
def test_disagreements(one: dict[str, Any], other: dict[str, Any], expected: list[tuple[str, bool]]) -> None:
    assert _kinds(_raid("one", **one), _raid("other", **other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("the army", "the rebels", ["actor"], id="an army and rebels"),
        pytest.param("Malian troops", "Ukrainian troops", ["actor"], id="soldiers of two countries"),
        pytest.param("the army", "the police", [], id="a state's forces may be called by either"),
        pytest.param("Gunmen", "the rebels", [], id="of gunmen nobody knows who they are"),
    ],
)
def test_doers_without_a_name(one: str, other: str, expected: list[str]) -> None:
    """They differ by camp and by country, where both are said to have killed one man."""
    words = (
        "Gunmen, the army, the police, the rebels, Malian troops or Ukrainian troops killed a herder in Kadi in Mali."
    )

    def told(key: str, doer: str) -> Report:
        deed = act("killed", actors=[doer], recipients=["a herder"], place="Kadi", day=("Mali", "2024-03-04"))
        return report(key, "2024-03-05", (words, deed))

    assert [field for field, _ in _kinds(told("one", one), told("other", other))] == expected


def _struck(key: str, doer: str, victim: str, day: tuple[str, str], trigger: str = "rammed") -> Report:
    words = f"{doer} {trigger} {victim} at Kadi in Mali, not in France, on {day[0]}."
    if key == "other":
        words = f"Fishermen saw from Kadi how an old patrol boat of {doer} {trigger} one of {victim} on {day[0]}."
    return report(key, "2024-03-07", (words, act(trigger, actors=[doer], recipients=[victim], place="Kadi", day=day)))


@pytest.mark.parametrize(
    ("other", "events", "disputed"),
    [
        pytest.param(_struck("other", "France", "Mali", MONDAY), 1, ["actor"], id="each says that the other did it"),
        pytest.param(_struck("other", "France", "Mali", ("Wednesday", "2024-03-06")), 2, [],
                     id="on another day it is the answer"),
        pytest.param(_struck("other", "France", "Mali", MONDAY, "shelled"), 1, [],
                     id="in one fight each does something else to the other"),
    ],
)  # fmt: skip
def test_who_does_to_the_other_what_the_other_does_to_it(other: Report, events: int, disputed: list[str]) -> None:
    across = merge_reports([_struck("one", "Mali", "France", MONDAY), other])
    assert len(across.events) == events
    found = [item.kind for items in across.disagreements.values() for item in items]
    assert found == disputed


def test_doers_of_what_was_done_to_others_do_not_differ() -> None:
    """Of two who struck different people in one fight, each did what is told of him."""
    words = "Northern Front and Islamic State clashed in Kadi in Mali; each killed a herder, a nurse."
    told = {"place": "Kadi", "day": ("Mali", "2024-03-04")}
    reports = [
        report("one", "2024-03-05", (words, act("killed", actors=["Northern Front"], recipients=["a herder"], **told))),
        report("other", "2024-03-05", (words, act("killed", actors=["Islamic State"], recipients=["a nurse"], **told))),
    ]
    tellings = merge_reports(reports).tellings
    record = next(iter(merge_reports(reports).events))
    assert [item.kind for item in find_disagreements(record, tellings) if item.kind == "actor"] == []


def test_a_disagreement_names_its_speakers() -> None:
    across = merge_reports([_raid("one"), _raid("other", status="denied", says="the mayor")])
    ((item,),) = across.disagreements.values()
    assert [(claim.value, [speaker.name for speaker in claim.speakers]) for claim in item.claims] == [
        ("happened", ["One"]),
        ("denied", ["the mayor"]),
    ]


DEED = {"mode": "withdraw", "rule": "withdraw_troops.v.1"}


def _plan(polarity: str = "positive", actor: str = "Northern Front", day: str = "2024-03-01",
          told: str | None = None, **more: Any) -> Report:  # fmt: skip
    """A promise, told by a report of its own; `told` is the polarity of the act, where it is another."""
    told = told or polarity
    return report(
        f"plan-{day}",
        day,
        (
            "The Northern Front of Mali or its minister said within a week it will withdraw from Kadi in Mali.",
            act("withdraw", "RETREAT", actors=[actor], place="Kadi", status="planned", polarity=told, **DEED),
            pledge(actor, "withdraw from Kadi", "withdraw", polarity=polarity, **more),
        ),
    )


def _later(
    status: str = "happened", actor: str = "Northern Front", published: str = "2024-03-09", **more: Any
) -> Report:
    fields = {"actors": [actor], "place": "Kadi", "status": status, **DEED, **more}
    words = "The Northern Front of Mali, not Mali or France, withdrew from Kadi or Tarsk on Monday."
    if status != "happened":
        words = "From Kadi in Mali nobody withdrew as yet, neither France nor the Northern Front, an envoy told us."
    return report(f"{status}-{published}", published, (words, act("withdrew", "RETREAT", **fields)))


@pytest.mark.parametrize(
    ("promised", "later", "outcome"),
    [
        pytest.param({}, [_later()], "kept", id="done as promised"),
        pytest.param({}, [_later("not_happened")], "not yet", id="no day was set: it may still be done"),
        pytest.param({"due": ("within a week", "P1W")}, [_later("not_happened")], "broken", id="the week is over"),
        pytest.param({"due": ("within a week", "P1M")}, [_later("not_happened")], "not yet", id="the month is not"),
        pytest.param({"due": ("within a week", "2024-03-05")}, [_later("not_happened")], "broken", id="a day was set"),
        pytest.param({}, [_later("not_happened"), _later(published="2024-03-20", day=("Monday", "2024-03-18"))], "kept",
                     id="done after all: what was not done before does not count"),
        pytest.param({}, [_later(), _later("denied")], "reports differ",
                     id="somebody denies that it was done"),
        pytest.param({"polarity": "negative"}, [_later()], "broken", id="done against the promise"),
        pytest.param({"polarity": "negative"}, [_later("not_happened")], "kept", id="not done, as promised"),
        pytest.param({"polarity": "negative"}, [_later(), _later("denied")], "reports differ",
                     id="what is denied breaks no promise for certain"),
        pytest.param({"told": "negative"}, [_later()], "broken", id="who will halt a thing goes on with it"),
        pytest.param({"told": "negative"}, [_later("not_happened")], "kept", id="and who halts it does not"),
        pytest.param({"polarity": "negative", "told": "positive"}, [_later()], "no report",
                     id="who will not stop a thing, or stop those who do it, has broken nothing as it is done"),
        pytest.param({}, [_later("unclear")], "no report", id="what may have been done was neither done nor not done"),
        pytest.param({"polarity": "negative"}, [_later("unclear")], "no report", id="nor was it kept"),
        pytest.param({}, [], "no report", id="nothing more is heard"),
        pytest.param({}, [_later(actor="France", place="Tarsk")], "no report", id="somebody else, elsewhere"),
    ],
)  # fmt: skip
def test_what_became_of_a_promise(promised: dict[str, Any], later: list[Report], outcome: str) -> None:
    across = merge_reports([_plan(**promised), *later])
    (promise,) = across.promises
    assert (promise.outcome, promise.name) == (outcome, "Northern Front")
    assert all(item.reasons for item in promise.evidence)


def test_one_promise_in_two_reports_is_one_though_one_of_them_gives_no_name() -> None:
    across = merge_reports([_plan(), _plan(actor="its minister", day="2024-03-02")])
    (promise,) = across.promises
    assert (promise.name, promise.reports) == ("Northern Front", ("plan-2024-03-01", "plan-2024-03-02"))


def test_a_report_may_tell_of_a_promise_and_of_its_end_where_an_earlier_one_told_of_the_promise() -> None:
    """And a report alone does not: what it tells as planned may be planned for later."""
    both = report(
        "both", "2024-03-09",
        ("The Northern Front of Mali withdrew from Kadi.",
         act("withdrew", "RETREAT", actors=["Northern Front"], place="Kadi", **DEED)),
        ("It had said the Northern Front will withdraw from Kadi.",
         act("withdraw", "RETREAT", actors=["Northern Front"], place="Kadi", status="planned", **DEED)),
    )  # fmt: skip
    assert merge_reports([both]).follows == ()
    assert [follow.done for follow in merge_reports([_plan(), both]).follows] == [True]


@pytest.mark.parametrize(
    ("said", "tied"),
    [
        pytest.param("2024-03-04", True, id="said last Monday: what was done since is what was promised"),
        pytest.param("2024-03-18", False, id="a day to come is none on which it was said"),
    ],
)
def test_a_report_may_say_when_a_promise_was_made(said: str, *, tied: bool) -> None:
    both = report(
        "both", "2024-03-09",
        ("The Northern Front of Mali withdrew from Kadi.",
         act("withdrew", "RETREAT", actors=["Northern Front"], place="Kadi", **DEED)),
        ("The mayor said on Monday that the Northern Front will withdraw from Kadi.",
         act("withdraw", "RETREAT", actors=["Northern Front"], place="Kadi", status="planned", says="The mayor",
             cue="said", times=[("Monday", said)], **DEED)),
    )  # fmt: skip
    assert bool(merge_reports([both]).follows) == tied


@pytest.mark.parametrize(
    ("act_fields", "tied"),
    [
        pytest.param({}, True, id="nothing told of the aim"),
        pytest.param({"recipients": ["Mali"]}, True, id="the same aim"),
        pytest.param({"recipients": ["France"]}, False, id="another that is named"),
    ],
)
def test_a_plan_against_one_is_not_done_by_an_act_against_another(act_fields: dict[str, Any], *, tied: bool) -> None:
    planned = report(
        "plan", "2024-03-01",
        ("The Northern Front said it will shell Mali at Kadi.",
         act("shell", actors=["Northern Front"], recipients=["Mali"], place="Kadi", status="planned")),
    )  # fmt: skip
    done = report(
        "act", "2024-03-09",
        ("The Northern Front shelled Mali or France at Kadi.",
         act("shelled", actors=["Northern Front"], place="Kadi", **act_fields)),
    )  # fmt: skip
    assert bool(merge_reports([planned, done]).follows) == tied


def test_a_plan_and_its_act_are_two_events_that_are_linked() -> None:
    across = merge_reports([_plan(), _later()])
    assert [event.status for event in across.events] == ["planned", "happened"]
    (follow,) = across.follows
    assert (follow.plan, follow.act, follow.done) == (across.events[0].key, across.events[1].key, True)


@pytest.mark.parametrize(
    ("polarity", "later", "expected"),
    [
        pytest.param("positive", _later(), ("positive", True), id="done as planned"),
        pytest.param("negative", _later(), ("negative", True), id="done though it was not to be"),
        pytest.param("negative", _later("not_happened"), ("negative", False), id="not done, as was said"),
        pytest.param("positive", _later("happened", polarity="negative"), ("positive", False), id="told as not done"),
        pytest.param("positive", _later("planned", published="2024-03-08", polarity="negative"), None,
                     id="that it will not be is no report of what came of it"),
        pytest.param("positive", _later("unclear"), None, id="nor is that it may have been"),
    ],
)  # fmt: skip
def test_a_plan_not_to_do_it_is_followed_by_what_goes_against_it(
    polarity: str, later: Report, expected: tuple[str, bool] | None
) -> None:
    follows = [(follow.polarity, follow.done) for follow in merge_reports([_plan(polarity), later]).follows]
    assert follows == ([expected] if expected else [])


def test_a_plan_and_a_plan_not_to_are_two_events() -> None:
    across = merge_reports([_plan(), _plan("negative", day="2024-03-02"), _plan("negative", day="2024-03-03")])
    assert [(event.status, event.reports) for event in across.events] == [("planned", 1), ("not_planned", 2)]
    refused = across.events[1]
    assert {claim.value for claim in refused.values["status"]} == {member.status for member in refused.members}
    assert [promise.polarity for promise in across.promises] == ["positive", "negative"]


def test_an_earlier_act_fulfils_no_plan() -> None:
    before = report(
        "before", "2024-02-20",
        ("The Northern Front withdrew from Kadi in Mali.",
         act("withdrew", "RETREAT", mode="withdraw", actors=["Northern Front"], place="Kadi")),
    )  # fmt: skip
    assert merge_reports([_plan(), before]).follows == ()


def _stands(*told: tuple[str, str, str]) -> Across:
    return merge_reports(
        [
            report(f"r{n}", f"2024-03-0{n + 1}", (f"The Northern Front {words} the truce in Kadi.",
                   stand("Northern Front", stance, "the truce", basis)))
            for n, (words, stance, basis) in enumerate(told)
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ([("backs", "supports", "stated"), ("rejects", "opposes", "stated")], True),
        ([("backs", "supports", "stated"), ("again backs", "supports", "stated")], False),
        ([("backs", "supports", "stated"), ("was silent on", "unknown", "declined")], False),  # silence is no change
    ],
)
def test_positions_over_time(told: list[tuple[str, str, str]], changed: bool) -> None:  # noqa: FBT001 - a table
    (course,) = _stands(*told).courses
    assert (course.changed, len(course.stands)) == (changed, 2)
    assert [s.day for s in course.stands] == ["2024-03-01", "2024-03-02"]
