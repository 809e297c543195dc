"""The commands across reports, on a project file of reports read by hand: what they print, and what they keep."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord.cli.across import _value
from onrecord.cli.app import app
from onrecord.errors import OnrecordError
from onrecord.merge.report import Report
from onrecord.reading.document import Document
from onrecord.store.project import open_view, open_writer
from reports_by_hand import act, pledge, report, stand

MONDAY = ("Monday", "2024-03-04")
Run = Callable[..., str]


def _reports() -> list[Report]:
    raid = {"actors": ["Gunmen"], "recipients": ["a market"], "place": "Kadi", "day": MONDAY}
    first = "Gunmen attacked a market near Kadi in Mali on Monday and set all of its stalls on fire, the mayor said."
    more = "Nobody has claimed responsibility for it, and the army sent two companies of soldiers to the area."
    wire = report("wire", "2024-03-05", (first, act("attacked", **raid, says="the mayor")), (more,))
    copy = report("copy", "2024-03-06", (first, act("attacked", **raid, says="the mayor")), (more,))
    words = "The mayor denied that Gunmen attacked a market near Kadi in Mali on Monday."
    denial = report("denial", "2024-03-07", (words, act("attacked", **raid, status="denied", says="The mayor")))
    other = report(
        "other", "2024-03-08",
        ("Gunmen of France attacked a market in Tarsk.", act("attacked", actors=["Gunmen"], place="Tarsk")),
        ("The Northern Front promised to leave Mali.", pledge("Northern Front", "to leave Mali")),
        ("The Northern Front backs the truce.", stand("Northern Front", "supports", "the truce")),
    )  # fmt: skip
    again = report("again", "2024-03-09", ("Northern Front rejects the truce.",
                   stand("Northern Front", "opposes", "the truce")))  # fmt: skip
    return [wire, copy, denial, other, again]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file with five reports, merged."""
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        for one in _reports():
            info = one.reading.document
            document = Document(id=one.id, text=one.text, publisher=info.publisher, published=info.published)
            writer.add(document, one.reading)
    return path


@pytest.fixture
def run(project: Path) -> Run:
    """Run a command on the project; its output."""

    def run(*args: str) -> str:
        result = CliRunner().invoke(app, [*args, "--project", str(project)], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.stdout

    run("merge")
    return run


def _events(run: Run, least: int = 1) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("show", "--least", str(least), "--json").splitlines()]


def _raids(run: Run) -> list[dict[str, Any]]:
    return [event for event in _events(run) if event["type"] == "ASSAULT"]


def test_merge_says_what_there_is(run: Run) -> None:
    out = run("merge")
    assert "4 tellings of 2 events in 4 reports, 1 in more than one; 1 copy; 1 disagreement; 1 promise" in out


def test_the_list_of_events_has_the_three_counts(run: Run) -> None:
    out = run("show")
    assert "disputed" in out
    assert "[3/2/2]" in out  # a mayor without a name is one speaker in copies, and may be another elsewhere


def test_what_is_not_to_be_is_told_so_wherever_its_status_stands(project: Path, run: Run) -> None:
    """In the list of events, in an event, among plans and what came of them, and in the questions of the review."""
    send = {"actors": ["France"], "recipients": ["troops"], "place": "Kadi", "rule": "send.v.1"}
    refused = report("refused", "2024-03-01", ("France will not send troops to Kadi in Mali.",
                     act("send", "MOBILIZE", status="planned", polarity="negative", **send)))  # fmt: skip
    sent = report("sent", "2024-03-09", ("France sent troops to Kadi in Mali.", act("sent", "MOBILIZE", **send)))
    with open_writer(project) as writer:
        for one in (refused, sent):
            info = one.reading.document
            document = Document(id=one.id, text=one.text, publisher=info.publisher, published=info.published)
            writer.add(document, one.reading)
    run("merge")
    (event,) = (event for event in _events(run) if event["status"] == "not_planned")
    assert "not: planned  France → troops" in run("show", "--least", "1")
    shown = run("show", event["cluster_id"])
    assert "not: planned · " in shown
    assert "status     not: planned “send”" in shown
    plans = shown[shown.index("PLANS") :]
    assert re.search(r"not: planned +ev-\w+ +France → troops: send.*\n +done all the same +ev-\w+ +France", plans)


def test_an_event_shows_every_value_its_speakers_and_why(run: Run) -> None:
    (event,) = _events(run, 2)
    out = run("show", event["cluster_id"])
    for words in ("happened", "denied", "says the mayor", "same day: 2024-03-04", "the same sentence in a copy",
                  "affirmed and denied"):  # fmt: skip
        assert words in out
    whole = json.loads(run("show", event["cluster_id"][:8], "--json"))
    assert [finding["kind"] for finding in whole["findings"]] == ["disagreement"]


def test_copies_say_who_changed_what(run: Run) -> None:
    out = run("copies")
    assert "Copy 2024-03-06" in out
    assert "same text; 100% of the shorter text" in out
    assert [json.loads(line)["copy_of"] is None for line in run("copies", "--json").splitlines()] == [True, False]
    assert "Wire" in run("copies", "copy")
    assert run("copies", "other").strip() == ""


def test_conflicts_leaves_out_what_nobody_contradicts(run: Run) -> None:
    out = run("conflicts")
    for words in ("affirmed and denied", "CHANGED", "supports", "opposes"):
        assert words in out
    assert "no report" not in out
    assert "no report" in run("conflicts", "--all")
    kinds = [json.loads(line)["finding"] for line in run("conflicts", "--json").splitlines()]
    assert kinds == ["disagreement", "position"]


def test_conflicts_say_which_event(run: Run) -> None:
    """An id alone tells a person nothing."""
    (event,) = _events(run, 2)
    assert f"{event['cluster_id']}  {event['record']['title']}" in run("conflicts")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(8, 8, "8"), (1200, None, "1,200 or more"), (None, 30, "30 or fewer"), (2, 4, "2 to 4"), (None, None, "?")],
)
def test_counts_in_words(low: int | None, high: int | None, words: str) -> None:
    claim = {"value": [low, high], "words": words}
    assert _value(claim, "killed") == words


def test_a_stretch_of_days_reads_as_one() -> None:
    assert _value({"value": "2026-08-03/2026-08-09", "words": "2026-08-03"}, "day") == "2026-08-03 to 2026-08-09"


def test_reasons_name_parties_as_people_do(run: Run) -> None:
    """No ids, no stems that look like slips of the pen."""
    (event,) = _events(run, 2)
    reasons = [reason for member in event["members"] for reason in member["reasons"]]
    assert any("both reports name kadi, MLI" in reason for reason in reasons), reasons
    assert any("the sentences share kadi, mali, mayor…" in reason for reason in reasons), reasons


def test_a_merge_is_kept_and_can_be_undone(run: Run) -> None:
    before = _raids(run)
    out = run("merge", *(event["cluster_id"] for event in before), "--why", "one raid in two towns", "--who", "Ana")
    assert len(_raids(run)) == len(before) - 1
    key = re.search(r"Judgement (\w+) is on record", out)
    assert key is not None
    assert "Ana: one raid in two towns" in run("review", "--judgements")
    run("undo", key[1], "--why", "I was wrong", "--who", "Ana")
    assert _raids(run) == before
    assert "undone by" in run("review", "--judgements")


def test_a_split_is_kept(run: Run, project: Path) -> None:
    (event,) = _events(run, 2)
    with open_view(project) as view:
        denial = view.find_report("denial").report_id
    run("split", event["cluster_id"], f"{denial[:6]}/E1", "--why", "another raid")
    assert sorted(len(event["members"]) for event in _raids(run)) == [1, 1, 2]


def test_a_correction_stands_beside_what_reports_say(run: Run) -> None:
    (event,) = _events(run, 2)
    run("correct", event["cluster_id"], "status", "happened", "--why", "seen on film", "--who", "Ana")
    out = run("show", event["cluster_id"])
    assert "corrected: status = happened: Ana, seen on film" in out
    assert "denied" in out


@pytest.mark.parametrize(
    ("name", "geonameid", "said"),
    [
        pytest.param("Kyiv", "703448", "", id="one place bears the name"),
        pytest.param("Homs", None, "Homs has no point on the map yet", id="several do: nothing is guessed"),
        pytest.param("Nowhere at all", None, "", id="none does"),
    ],
)
def test_a_corrected_place_has_a_point_where_it_can_be_only_one(
    run: Run, project: Path, name: str, geonameid: str | None, said: str
) -> None:
    (event,) = _events(run, 2)
    args = ["correct", event["cluster_id"], "place", name, "--why", "w", "--who", "Ana", "--project", str(project)]
    assert said in CliRunner().invoke(app, args, catch_exceptions=False).stderr
    with open_view(project) as view:
        found = {row for (row,) in view.query("SELECT geonameid FROM corrected WHERE place = ?", (name,))}
    assert found == {geonameid}


def test_review_asks_and_keeps_the_answers(run: Run, project: Path) -> None:
    asked = [json.loads(line) for line in run("review", "--json").splitlines()]
    assert all(len(card["events"]) == 2 for card in asked)
    answers = CliRunner().invoke(app, ["review", "--ask", "--project", str(project)], input="n\n" * len(asked))
    assert answers.exit_code == 0
    assert run("review", "--json") == ""  # what is decided is not asked again


def test_what_came_in_since_is_told(run: Run, project: Path) -> None:
    assert run("show")
    late = report("late", "2024-03-10", ("Keita left.", act("left", "RETREAT", actors=["Keita"])))
    with open_writer(project) as writer:
        writer.add(Document(id="late", text=late.text, publisher="Late", published="2024-03-10"), late.reading)
    result = CliRunner().invoke(app, ["show", "--project", str(project)])
    assert "1 readings are newer than the last merge. Run `onrecord merge`" in result.stderr


def test_the_same_project_gives_the_same_bytes(run: Run) -> None:
    first = run("show", "--least", "1", "--json")
    run("merge")
    assert run("show", "--least", "1", "--json") == first


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("show", "ev-none"), "no such event"),
        (("split", "ev-", "x/E1", "--why", "w"), "several events are called so"),
        (("correct", "ev-none", "status", "x", "--why", "w"), "no such event"),
        (("undo", "0123", "--why", "w"), "there is no such judgement"),
    ],
)
def test_errors_say_what_to_do(run: Run, project: Path, args: tuple[str, ...], words: str) -> None:
    assert run("show")
    with pytest.raises(OnrecordError, match=words):
        CliRunner().invoke(app, [*args, "--project", str(project)], catch_exceptions=False)


def test_wrong_corrections_and_splits_are_refused(run: Run, project: Path) -> None:
    (event,) = _events(run, 2)
    key = event["cluster_id"]
    for args, words in (
        (["correct", key, "colour", "red"], "no field of an event"),
        (["split", key, "0000/E9"], "no telling of this name"),
        (["split", key, *(f"{m['report_id']}/{m['event_id']}" for m in event["members"])], "nothing would be left"),
    ):
        with pytest.raises(OnrecordError, match=words):
            CliRunner().invoke(app, [*args, "--why", "w", "--project", str(project)], catch_exceptions=False)


@pytest.mark.parametrize("command", ["merge", "copies", "conflicts", "show", "review"])
def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, command: str) -> None:
    path = tmp_path / "none.db"
    with pytest.raises(OnrecordError, match="no such file"):
        CliRunner().invoke(app, [command, "--project", str(path)], catch_exceptions=False)
    assert not path.exists()
