"""What people decide stands over what is computed, can be undone, and outlives a new reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.merge.judgements import anchors_of
from onrecord.merge.merging import Across, merge_reports
from onrecord.merge.report import Report
from onrecord.store.project import open_view, open_writer
from onrecord.store.rows import CONFIRMED, Judgement
from reports_by_hand import act, report

MONDAY = ("Monday", "2024-03-04")
HOW: dict[str, Any] = {"who": "Ana", "when": "2024-04-01T10:00:00", "why": "the same raid"}


def _raid(key: str, place: str = "Kadi", trigger: str = "attacked") -> Report:
    words = f"Gunmen of Mali carried out a raid and attacked {place} on Monday."
    return report(key, "2024-03-05", (words, act(trigger, actors=["Gunmen"], place=place, day=MONDAY)))


def _keys(across: Across) -> dict[str, str]:
    return {telling.report: telling.key for telling in across.tellings}


def _judge(kind: str, across: Across, reports: list[Report], *names: str, **more: Any) -> Judgement:
    keys = _keys(across)
    by_id = {r.id: r for r in reports}
    chosen = [telling for telling in across.tellings if telling.report in names]
    value = {"anchors": anchors_of(chosen, by_id), **more.pop("value", {})}
    return Judgement(kind=kind, subjects=tuple(keys[name] for name in names), value=value, **HOW, **more)


def _sizes(across: Across) -> list[int]:
    return sorted(len(event.members) for event in across.events)


def test_a_merge_joins_what_the_scores_keep_apart() -> None:
    reports = [_raid("a"), _raid("b", "Tarsk")]
    before = merge_reports(reports)
    assert _sizes(before) == [1, 1]
    after = merge_reports(reports, [_judge("merge", before, reports, "a", "b")])
    assert _sizes(after) == [2]
    assert all("Ana: the same raid" in member.reasons for member in after.events[0].members)


def test_a_split_keeps_apart_what_the_scores_join() -> None:
    reports = [_raid("a"), _raid("b"), _raid("c")]
    before = merge_reports(reports)
    assert _sizes(before) == [3]
    others = [_keys(before)["a"], _keys(before)["c"]]
    after = merge_reports(reports, [_judge("split", before, reports, "b", value={"from": others})])
    assert sorted(sorted(m.report for m in event.members) for event in after.events) == [["a", "c"], ["b"]]


def test_the_later_of_two_judgements_counts() -> None:
    reports = [_raid("a"), _raid("b")]
    before = merge_reports(reports)
    split = _judge("split", before, reports, "b", value={"from": [_keys(before)["a"]]})
    merge = _judge("merge", before, reports, "a", "b")
    assert _sizes(merge_reports(reports, [split, merge])) == [2]
    assert _sizes(merge_reports(reports, [merge, split])) == [1, 1]


def test_what_is_undone_does_not_count() -> None:
    reports = [_raid("a"), _raid("b", "Tarsk")]
    merge = _judge("merge", merge_reports(reports), reports, "a", "b")
    undone = msgspec.structs.replace(merge, undone_by="0123456789abcdef")
    assert _sizes(merge_reports(reports, [undone])) == [1, 1]


def test_a_correction_stands_in_the_record_beside_what_the_reports_say() -> None:
    reports = [_raid("a")]
    across = merge_reports(reports)
    correct = _judge("correct", across, reports, "a", field="type", value={"value": "COERCE"})
    (event,) = merge_reports(reports, [correct]).events
    assert (event.type, event.values["type"][0].value, event.corrections[0].who) == ("COERCE", "ASSAULT", "Ana")


def test_judgements_outlive_a_reading_that_takes_another_word_for_the_trigger() -> None:
    reports = [_raid("a"), _raid("b", "Tarsk")]
    merge = _judge("merge", merge_reports(reports), reports, "a", "b")
    anew = [_raid("a", trigger="carried out"), _raid("b", "Tarsk")]
    after = merge_reports(anew, [merge])
    assert _keys(after)["a"] != _keys(merge_reports(reports))["a"]
    assert (_sizes(after), after.lost) == ([2], ())


RAID = "Gunmen of Mali carried out a raid and attacked Kadi on Monday."
FLIGHT = "Herders fled Kadi. They left the town."


def _read(*acts: Any, words: str = RAID, more: tuple[Any, ...] = ()) -> list[Report]:
    return [report("a", "2024-03-05", *more, (words, *acts))]


@pytest.mark.parametrize(
    ("anew", "found"),
    [
        pytest.param(_read(act("attacked")), "attacked", id="the same"),
        pytest.param(_read(act("attacked", "COERCE")), "attacked", id="of another type"),
        pytest.param(_read(act("attacked Kadi")), "attacked Kadi", id="a longer trigger"),
        pytest.param(_read(act("raid")), "raid", id="another word of the sentence"),
        pytest.param(_read(act("carried out", "COERCE"), act("raid")), "raid", id="of two the one of its type"),
        pytest.param(_read(act("raid"), act("attacked", "COERCE")), "attacked", id="its own words before its type"),
        pytest.param(_read(act("attacked"), words=RAID.replace("Gunmen", "Thirty armed men")), "attacked",
                     id="edited near by"),
        pytest.param(_read(act("attacked"), more=(("The army said so again and again.",),)), "attacked",
                     id="moved down by an edit"),
        pytest.param(_read(act("attacked"), more=(("Others attacked Tarsk in May.", act("attacked")),)), "attacked",
                     id="behind another attack"),
        pytest.param(_read(), None, id="not read any more"),
        pytest.param(_read(act("attacked"), words="Herders attacked nobody."), None, id="edited away"),
    ],
)  # fmt: skip
def test_a_judgement_finds_its_act_in_a_reading_of_now(anew: list[Report], found: str | None) -> None:
    then = _read(act("attacked"))
    correct = _judge("correct", merge_reports(then), then, "a", field="status", value={"value": "denied"})
    after = merge_reports(anew, [correct])
    fixed = [event for event in after.events if event.corrections]
    assert bool(after.lost) == (found is None)
    (last,) = anew
    words = [last.events[member.event].trigger for event in fixed for member in event.members]
    assert [span.text for span in words] == ([found] if found else [])
    assert all(RAID.rsplit(maxsplit=1)[-1] in last.text[span.end :] for span in words), "not the other attack"


@pytest.mark.parametrize(
    "anew",
    [
        pytest.param(_read(act("raid")), id="the act read beside it stays"),
        pytest.param(_read(words=RAID, more=((FLIGHT, act("left")),)), id="only one of another sentence is left"),
    ],
)
def test_a_judgement_does_not_go_over_to_another_act(anew: list[Report]) -> None:
    then = _read(act("raid"), act("attacked"))
    across = merge_reports(then)
    (attacked,) = [telling for telling in across.tellings if telling.trigger == "attacked"]
    value = {"anchors": anchors_of([attacked], {"a": then[0]}), "value": "denied"}
    correct = Judgement(kind="correct", subjects=(attacked.key,), field="status", value=value, **HOW)
    after = merge_reports(anew, [correct])
    assert after.lost == (correct.id,)
    assert not any(event.corrections for event in after.events)


def test_a_judgement_made_before_more_was_kept_still_finds_its_act() -> None:
    then = _read(act("attacked"))
    correct = _judge("correct", merge_reports(then), then, "a", field="status", value={"value": "denied"})
    (anchor,) = correct.value["anchors"].values()
    for name in ("length", "beside", "type"):
        del anchor[name]
    assert merge_reports(_read(act("raid")), [correct]).events[0].status == "denied"


def _right(reports: list[Report], **read: str) -> Judgement:
    value = {"value": "right", "read": {"type": "ASSAULT", "status": "happened", "country": "", **read}}
    return _judge("correct", merge_reports(reports), reports, "a", field=CONFIRMED, value=value)


def test_what_was_called_right_stays_right_when_it_is_read_otherwise() -> None:
    """Who did it may be named better; what was not told then may be told now."""
    then, anew = _read(act("attacked")), _read(act("attacked", "COERCE", actors=["Gunmen"], place="Kadi"))
    (event,) = merge_reports(anew, [_right(then, actor="Herders")]).events
    assert (event.type, event.country) == ("ASSAULT", "MLI")
    assert [(fixed.field, fixed.confirmed) for fixed in event.corrections] == [("type", True)]
    assert event.title.startswith("Gunmen")


def test_a_correction_counts_more_than_that_all_else_was_right() -> None:
    then, anew = _read(act("attacked")), _read(act("attacked", "COERCE"))
    correct = _judge("correct", merge_reports(then), then, "a", field="type", value={"value": "PROTEST"})
    for made in ([correct, _right(then)], [_right(then), correct]):
        (event,) = merge_reports(anew, made).events
        assert (event.type, len(event.corrections)) == ("PROTEST", 1)


def test_a_judgement_whose_report_is_gone_is_named() -> None:
    reports = [_raid("a"), _raid("b", "Tarsk")]
    merge = _judge("merge", merge_reports(reports), reports, "a", "b")
    after = merge_reports(reports[:1], [merge])
    assert (after.lost, _sizes(after)) == ((merge.id,), [1])


def test_corrected_parties_and_places_stand_in_the_title() -> None:
    reports = [_raid("a")]
    across = merge_reports(reports)
    fixed = {"actor": "Herders", "recipient": "", "place": "Tarsk", "country": "TCD", "day": ""}
    made = [_judge("correct", across, reports, "a", field=f, value={"value": v}) for f, v in fixed.items()]
    (event,) = merge_reports(reports, made).events
    assert (event.title, event.country, event.first_day) == ("Herders: attacked (ASSAULT), Tarsk", "TCD", None)


def test_that_a_reading_is_right_changes_nothing() -> None:
    reports = [_raid("a")]
    across = merge_reports(reports)
    right = _judge("correct", across, reports, "a", field=CONFIRMED, value={"value": "right"})
    assert merge_reports(reports, [right]).events == across.events


@pytest.mark.parametrize("when", ["2024-04-01T10:00:00", "1970-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_the_order_of_decisions_is_not_asked_of_the_clock(tmp_path: Path, when: str) -> None:
    """Whatever it was set to meanwhile: what was decided last counts, and an undo undoes what came before it."""
    reports = [_raid("a")]
    across = merge_reports(reports)
    first, last = (
        msgspec.structs.replace(_judge("correct", across, reports, "a", field="type", value={"value": kind}), when=at)
        for kind, at in (("COERCE", "2024-04-01T10:00:00"), ("PROTEST", when))
    )
    undo = Judgement(kind="undo", subjects=(last.id,), who="Ana", when="2000-01-01T00:00:00", why="no")
    for made, kind in (((first, last), "PROTEST"), ((first, last, undo), "COERCE")):
        with open_writer(tmp_path / f"{len(made)}.db") as writer:
            for judgement in made:
                writer.add_judgement(judgement)
        with open_view(tmp_path / f"{len(made)}.db") as view:
            assert merge_reports(reports, view.judgements()).events[0].type == kind
