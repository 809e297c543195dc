"""What goes into the project file comes out of it: reports, versions, readings whole and as rows, judgements."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from onrecord.errors import ProjectError
from onrecord.reading.document import DocumentInfo
from onrecord.reading.event import Factuality, Polarity, Status
from onrecord.reading.reading import MadeBy
from onrecord.reading.span import Target
from onrecord.reading.time import TimeExpression
from onrecord.store.project import open_view, open_writer
from onrecord.store.rows import ActorRow, ClusterMember, ClusterRow, CopyRow, FindingRow, Judgement
from readings import report, with_fields


def test_a_report_comes_back_as_it_went_in(path: Path) -> None:
    document, reading = report()
    with open_writer(path) as writer:
        added = writer.add(document, reading)
    with open_view(path) as view:
        (row,) = view.reports()
        assert (added.outcome, added.report_id, row.document_id) == ("new", row.report_id, "sample")
        assert view.reading(row.report_id) == reading
        assert view.text(row.report_id) == document.text
        assert list(view.readings()) == [(row, reading)]


def test_nothing_is_stored_twice(path: Path) -> None:
    with open_writer(path) as writer:
        outcomes = [writer.add(*report()).outcome for _ in range(3)]
    assert outcomes == ["new", "unchanged", "unchanged"]
    with open_view(path) as view:
        assert len(list(view.reports())) == 1
        assert list(view.query("SELECT count(*) FROM events")) == [(2,)]


def test_an_edited_report_is_a_new_version_and_the_old_one_stays(path: Path) -> None:
    first, second = report(), report(more=" Corrected.")
    with open_writer(path) as writer:
        results = [writer.add(*first), writer.add(*second)]
    assert [(r.outcome, r.version) for r in results] == [("new", 1), ("new_version", 2)]
    key = results[0].report_id
    with open_view(path) as view:
        assert view.text(key) == second[0].text
        assert view.text(key, 1) == first[0].text
        assert view.reading(key, 1) == first[1]
        assert [row.version for row in view.versions(key)] == [1, 2]
        assert [row.version for row in view.reports()] == [2]
        assert list(view.query("SELECT count(*) FROM v_events")) == [(2,)]


@pytest.mark.parametrize(("more", "alike"), [(" Corrected.", 0.9), (" Other" * 3 + " words" * 9, 0.8), (None, 0.0)])
def test_a_new_version_says_how_much_is_new(path: Path, more: str | None, alike: float) -> None:
    """Two reports that bear one id have hardly a word in common."""
    document, reading = report(more=more or "")
    if more is None:
        document = replace(document, text="Fishermen went ashore early; nobody spoke.")
        reading = with_fields(reading, document=DocumentInfo.of(document))
    with open_writer(path) as writer:
        assert writer.add(*report()).alike is None
        added = writer.add(document, reading)
    assert added.alike is not None
    assert added.alike >= alike
    assert (added.alike < 0.3) == (more is None)


def test_content_that_was_there_before_is_not_a_third_version(path: Path) -> None:
    """An input that holds both states of a report must give the same file however often it is ingested."""
    both = [report(), report(more=" Corrected.")]
    with open_writer(path) as writer:
        results = [writer.add(*one) for one in both * 2]
    assert [r.outcome for r in results] == ["new", "new_version", "unchanged", "unchanged"]
    with open_view(path) as view:
        assert view.text(results[0].report_id) == both[1][0].text


def test_a_better_reading_takes_the_place_of_the_old_one_which_stays(path: Path) -> None:
    document, old = report()
    new = with_fields(old, made_by=MadeBy(onrecord="1", model="none", lexicon="none"), positions=())
    with open_writer(path) as writer:
        outcomes = [writer.add(document, reading).outcome for reading in (old, new, new)]
        assert writer.find(document).made_by == new.made_by
    assert outcomes == ["new", "reread", "unchanged"]
    with open_view(path) as view:
        (row,) = view.reports()
        assert view.reading(row.report_id) == new
        assert list(view.query("SELECT count(*) FROM readings")) == [(2,)]
        assert list(view.query("SELECT count(*) FROM v_positions")) == [(0,)]


def test_an_old_version_read_anew_leaves_the_rows_of_the_latest(path: Path) -> None:
    (old, reading), latest = report(), report(more=" Corrected.")
    better = with_fields(reading, made_by=MadeBy(onrecord="1", model="none", lexicon="none"), positions=())
    with open_writer(path) as writer:
        writer.add(old, reading)
        writer.add(*latest)
        added = writer.add(old, better)
    assert (added.outcome, added.version) == ("reread", 1)
    with open_view(path) as view:
        assert view.reading(added.report_id, 1) == better
        assert view.reading(added.report_id) == latest[1]
        assert list(view.query("SELECT count(*) FROM v_positions")) == [(1,)]


def test_what_is_there_need_not_be_read(path: Path) -> None:
    """`find` decides what is skipped: the very content, in any version."""
    old, new = report(), report(more=" Corrected.")
    with open_writer(path) as writer:
        assert writer.find(old[0]).outcome == "new"
        writer.add(*old)
        assert writer.find(new[0]).outcome == "new_version"
        writer.add(*new)
        assert [writer.find(one[0]).made_by for one in (old, new)] == [old[1].made_by] * 2
        with open_view(path) as view:
            assert view.find(old[0]) == writer.find(old[0])


def test_a_reading_of_another_text_is_refused(path: Path) -> None:
    with open_writer(path) as writer, pytest.raises(ProjectError, match="of another text"):
        writer.add(report()[0], report(more=" Corrected.")[1])
    with open_view(path) as view:
        assert list(view.reports()) == []


def test_reports_stand_by_date_whatever_their_order(path: Path) -> None:
    rows = [
        report("c", published="2024-05-17"),
        report("a", published="2024-05-18"),
        report("b", published="2024-05-16"),
    ]
    with open_writer(path) as writer:
        for row in rows:
            writer.add(*row)
    with open_view(path) as view:
        assert [row.document_id for row in view.reports()] == ["b", "c", "a"]
        assert [row.document_id for row, _ in view.readings()] == ["b", "c", "a"]


def test_rows_say_what_the_reading_says(path: Path) -> None:
    """The views are what people see in Datasette: parties by name, the chain of speakers, the sentence's words."""
    with open_writer(path) as writer:
        writer.add(*report())
    with open_view(path) as view:
        events = list(view.query("SELECT event_id, status, actors, told_by, words FROM v_events ORDER BY event_id"))
        assert events == [
            (
                "E1",
                "happened",
                "The militia",
                "an official → Harbour Wire",
                "The militia shelled Kadi, an official told Harbour Wire.",
            ),
            ("E2", "planned", None, "an official → Harbour Wire", "He said the army would attack."),
        ]
        position = list(view.query("SELECT holder, stance, basis, told_by, words FROM v_positions"))
        assert position == [
            ("The Northern Front", "unknown", "absent", "the reporter", "The Northern Front did not attend the talks.")
        ]
        claims = [row[0] for row in view.query("SELECT kind FROM v_claims ORDER BY kind")]
        assert claims == ["event", "event", "position"]
        assert list(view.query("SELECT events, positions, commitments FROM v_reports")) == [(2, 1, 0)]


def test_a_claim_of_what_is_not_to_be_says_so(path: Path) -> None:
    document, reading = report()
    first, second = reading.events
    refused = replace(second, factuality=replace(second.factuality, polarity="negative"))
    with open_writer(path) as writer:
        writer.add(document, with_fields(reading, events=(first, refused)))
    with open_view(path) as view:
        told = dict(view.query("SELECT claim_id, qualifier FROM v_claims WHERE kind = 'event'"))
    assert told == {"E1": "happened", "E2": "not_planned"}


@pytest.mark.parametrize("polarity", get_args(Polarity))
@pytest.mark.parametrize("status", get_args(Status))
def test_an_act_is_told_in_the_file_as_in_its_reading(path: Path, status: Status, polarity: Polarity) -> None:
    """The view has a rule of its own, for SQL: it must be that of `Factuality.told`."""
    document, reading = report()
    judged = Factuality(status=status, polarity=polarity, certainty="certain")
    with open_writer(path) as writer:
        writer.add(document, with_fields(reading, events=(replace(reading.events[0], factuality=judged),)))
    with open_view(path) as view:
        assert list(view.query("SELECT told FROM v_events")) == [(judged.told,)]
        assert list(view.query("SELECT qualifier FROM v_claims WHERE kind = 'event'")) == [(judged.told,)]


def test_words_are_stored_in_one_line(path: Path) -> None:
    """Else one matter in a wrapped text and in a plain one would be two; the untouched words stand in the text."""
    document, reading = report()
    position = reading.positions[0]
    toward = Target(start=0, end=10, text="the peace\n  talks\u00a0in Ka\u00addi")
    with open_writer(path) as writer:
        writer.add(document, with_fields(reading, positions=(with_fields(position, toward=toward),)))
    with open_view(path) as view:
        assert list(view.query("SELECT toward FROM v_positions")) == [("the peace talks in Kadi",)]


def test_events_are_sorted_by_the_day_that_is_told(path: Path) -> None:
    """Else by the day of publication; the day that is told stands apart, and is empty where none is."""
    document, reading = report()
    time = TimeExpression(id="D1", start=0, end=3, text="The", type="DATE", value="2024-04")
    first, second = reading.events
    timed = with_fields(reading, times=(time,), events=(replace(first, time="D1"), second))
    with open_writer(path) as writer:
        writer.add(document, timed)
    with open_view(path) as view:
        days = list(view.query('SELECT first_day, last_day, sort_day FROM v_events ORDER BY "start"'))
        assert days == [("2024-04-01", "2024-04-30", "2024-04-01"), (None, None, "2024-05-16")]


def test_events_are_counted_as_they_come_and_go(path: Path) -> None:
    """The counts say what counting would say."""
    document, reading = report(more=" Corrected.")
    sql = "SELECT month, type, status, n FROM event_counts WHERE n ORDER BY status"
    with open_writer(path) as writer:
        writer.add(*report("a"))
        writer.add(*report())
        writer.add(document, with_fields(reading, events=reading.events[:1]))
    with open_view(path) as view:
        assert list(view.query(sql)) == [("2024-05", "ASSAULT", "happened", 2), ("2024-05", "ASSAULT", "planned", 1)]


def test_words_are_found_in_latest_versions_only(path: Path) -> None:
    with open_writer(path) as writer:
        writer.add(*report(more=" Zanzibar."))
        writer.add(*report(more=" Élan."))
    search = "SELECT v.version FROM texts JOIN versions v ON v.version_id = texts.rowid WHERE texts MATCH ?"
    with open_view(path) as view:
        assert list(view.query(search, ("zanzibar",))) == []
        assert list(view.query(search, ("elan",))) == [(2,)]  # accents do not matter
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO texts (texts, rank) VALUES ('integrity-check', 0)")


def test_copies_clusters_and_actors_are_replaced_whole(path: Path) -> None:
    copies = [CopyRow(report_id="b", cluster_id="k", copy_of="a", kind="cut", score=0.7, evidence={"lead": True})]
    copies.insert(0, CopyRow(report_id="a", cluster_id="k"))
    member = ClusterMember(report_id="a", event_id="E1", score=1.0, reasons=("same day", "same place"))
    cluster = ClusterRow(
        cluster_id="x", type="ASSAULT", status="happened", first_day="2024-05-16", last_day="2024-05-16", country="SYR",
        reports=2, independent=1, speakers=1, record={"killed": [{"low": 3}]}, members=(member,),
    )  # fmt: skip
    actor = ActorRow(actor_id="onrecord:plo", name="PLO", type="organization", entities=(("a", "T1"), ("b", "T2")))
    with open_writer(path) as writer:
        for _ in range(2):  # the second time takes the place of the first
            writer.replace_copies(copies)
            writer.replace_clusters([cluster])
            writer.replace_actors([actor])
    with open_view(path) as view:
        assert list(view.copies()) == copies
        assert list(view.clusters()) == [cluster]
        assert list(view.actors()) == [actor]


def test_a_merge_is_stored_whole_or_not_at_all(path: Path) -> None:
    """A reader must not see new copies beside old events."""
    found = FindingRow(kind="promise", key="p1", record={"kept": None})
    with open_writer(path) as writer:
        writer.add(*report())
        with writer.merging(1):
            writer.replace_copies([CopyRow(report_id="a", cluster_id="a")])
            writer.replace_findings([found])
        with pytest.raises(ProjectError), writer.merging(1):  # noqa: PT012 - the second statement fails
            writer.replace_copies([])
            writer.replace_findings([found, found])
    with open_view(path) as view:
        assert len(view.copies()) == 1
        assert list(view.findings("promise")) == [found]
        assert list(view.findings("conflict")) == []


def test_what_came_after_a_merge_is_counted(path: Path) -> None:
    with open_writer(path) as writer:
        writer.add(*report("a"))
        with open_view(path) as view:
            assert view.unmerged() == 1
        with open_view(path) as view, writer.merging(view.newest()):
            pass
        writer.add(*report("b"))
        writer.add(*report("a", more=" Corrected."))
        writer.add(*report("b"))  # there already
    with open_view(path) as view:
        assert view.unmerged() == 2


def test_what_merges_say_of_a_report_goes_when_it_changes(path: Path) -> None:
    """E1 of the new version may be another act than E1 of the old one."""
    member = ClusterMember(report_id="?", event_id="E1")
    cluster = ClusterRow(
        cluster_id="x", type="ASSAULT", status="happened", reports=1, independent=1, speakers=1, members=(member,)
    )
    with open_writer(path) as writer:
        key = writer.add(*report()).report_id
        writer.replace_clusters([replace(cluster, members=(replace(member, report_id=key),))])
        writer.replace_copies([CopyRow(report_id=key, cluster_id=key)])
        writer.replace_actors([ActorRow(actor_id="y", name="Y", type="group", entities=((key, "T1"),))])
        writer.add(*report(more=" Corrected."))
    with open_view(path) as view:
        assert [row.members for row in view.clusters()] == [()]
        assert view.copies() == ()
        assert [row.entities for row in view.actors()] == [()]


def test_what_changed_while_a_merge_was_made_is_left_out(path: Path) -> None:
    with open_writer(path) as writer:
        keys = [writer.add(*report(name)).report_id for name in ("a", "b")]
        with open_view(path) as view:
            seen = view.newest()
        writer.add(*report("a", more=" Corrected."))
        with writer.merging(seen):
            writer.replace_copies([CopyRow(report_id=key, cluster_id="c") for key in keys])
    with open_view(path) as view:
        assert [row.report_id for row in view.copies()] == keys[1:]
        assert view.unmerged() == 1


def test_judgements_are_only_ever_added(path: Path) -> None:
    merge = Judgement(kind="merge", subjects=("x", "y"), who="Ada", when="2024-05-16T10:00:00Z", why="one attack")
    fix = Judgement(
        kind="correct",
        subjects=("a:E1",),
        field="status",
        value="denied",
        who="Ada",
        when="2024-05-16T10:01:00Z",
        why="read it",
    )
    with open_writer(path) as writer:
        assert writer.add_judgement(merge) == writer.add_judgement(merge)
        writer.add_judgement(fix)
        undo = Judgement(kind="undo", subjects=(merge.id,), who="Bo", when="2024-05-17T10:00:00Z", why="two attacks")
        writer.add_judgement(undo)
    with open_view(path) as view:
        stored = view.judgements()
        assert [j.kind for j in stored] == ["merge", "correct", "undo"]
        assert [j.undone_by for j in stored] == [undo.id, None, None]
        assert stored[1] == fix
    with open_writer(path) as writer:
        again = Judgement(kind="undo", subjects=(undo.id,), who="Ada", when="2024-05-18T10:00:00Z", why="one after all")
        writer.add_judgement(again)
    with open_view(path) as view:
        assert [j.undone_by for j in view.judgements()] == [None, None, again.id, None]


def test_only_a_judgement_can_be_undone(path: Path) -> None:
    undo = Judgement(kind="undo", subjects=("nothing",), who="Bo", when="2024-05-17T10:00:00Z", why="slip")
    with open_writer(path) as writer, pytest.raises(ProjectError, match="no such judgement"):
        writer.add_judgement(undo)


def test_a_missing_report_is_named(path: Path) -> None:
    with open_writer(path) as writer:
        key = writer.add(*report()).report_id
    with open_view(path) as view:
        with pytest.raises(ProjectError, match="holds no such report"):
            view.text("nothing")
        with pytest.raises(ProjectError, match="in version 2"):
            view.reading(key, 2)
