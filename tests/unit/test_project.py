"""`open_project`: frames, look-ups and the display, on readings made by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pandas as pd
import pytest

import onrecord
from onrecord.errors import InputError, MissingDataError, ProjectError
from onrecord.project import Project
from onrecord.store.project import open_writer
from onrecord.store.rows import ClusterMember, ClusterRow, CopyRow
from readings import TEXT, report, with_fields


@pytest.fixture
def project(tmp_path: Path) -> Project:
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        writer.add(*report("b", published="2024-05-17", title="Kadi <shelled>", url="https://a.example/b"))
        writer.add(*report("a", published="2024-05-16"))
    return onrecord.open_project(path)


def test_plans_are_left_out_unless_asked_for(project: Project) -> None:
    """A plan is not an event."""
    assert list(project.events()["event_id"]) == ["E1", "E1"]
    assert list(project.events(statuses=None)["status"]) == ["happened", "planned"] * 2
    assert list(project.events(statuses=["planned"])["event_id"]) == ["E2", "E2"]


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        (["planned"], ["E1"]),  # a plan not to do it is none to do it
        (["not_planned"], ["E2"]),
        ("not_planned", ["E2"]),  # one word is one status, not its letters
        (["planned", "not_planned"], ["E1", "E2"]),
        (["denied"], []),
    ],
)
def test_a_plan_and_a_plan_not_to_are_asked_for_apart(
    tmp_path: Path, statuses: str | list[str], found: list[str]
) -> None:
    document, reading = report("b")
    first, second = reading.events
    planned = second.factuality
    refused = msgspec.structs.replace(planned, polarity="negative")
    events = (with_fields(first, factuality=planned), with_fields(second, factuality=refused))
    with open_writer(tmp_path / "one.db") as writer:
        writer.add(document, with_fields(reading, events=events))
    frame = onrecord.open_project(tmp_path / "one.db").events(statuses=statuses)
    assert list(frame["event_id"]) == found


def test_a_status_that_there_is_not_is_named(project: Project) -> None:
    with pytest.raises(InputError, match=r"told as 'plannned'\. Name some of happened, .*not_planned"):
        project.events(statuses=["plannned"])


def test_frames_stand_in_the_order_of_reports(project: Project) -> None:
    assert list(project.reports()["document_id"]) == ["a", "b"]
    assert list(project.positions()["basis"]) == ["absent", "absent"]
    assert list(project.claims()["kind"].unique()) == ["event", "position"]
    assert len(project.commitments()) == 0
    assert isinstance(project.commitments(), pd.DataFrame)


@pytest.mark.parametrize("key", ["b", "https://a.example/b", "id"])
def test_reports_are_found_by_what_people_have(project: Project, key: str) -> None:
    report_id = project.reports()["report_id"][1]
    key = report_id[:6] if key == "id" else key
    assert project.reading(key).id == "b"
    assert project.text(key) == TEXT


@pytest.mark.parametrize(("key", "words"), [("nothing", "no such report"), ("", "no such report")])
def test_what_is_not_there_is_named(project: Project, key: str, words: str) -> None:
    with pytest.raises(ProjectError, match=words):
        project.text(key)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("MILITIA", "kadi"), 2),
        (("shelled kadi",), 2),  # a phrase
        (("kadi shelled",), 1),  # the title's order, not the text's
        (("kadi", "zanzibar"), 0),
        (('"', "AND", "("), 0),  # words, not the index's own language
    ],
)
def test_search_takes_words_as_they_are(project: Project, words: tuple[str, ...], found: int) -> None:
    assert len(project.search(*words)) == found


def test_a_report_is_shown_as_tables(project: Project) -> None:
    """What comes from reports is text, never markup."""
    shown = project.show("b")
    assert repr(shown) == "<Kadi <shelled> (2024-05-17 · https://a.example/b): 2 events, 1 positions, 0 commitments>"
    page = shown._repr_html_()
    assert "<h4>Kadi &lt;shelled&gt;</h4>" in page
    for words in ("planned", "an official → Harbour Wire", "The Northern Front", "absent"):
        assert words in page
    assert "commitments" not in page


def test_a_report_that_is_shown_says_what_is_not_to_be(tmp_path: Path) -> None:
    document, reading = report("b")
    first, second = reading.events
    refused = msgspec.structs.replace(second.factuality, polarity="negative")
    with open_writer(tmp_path / "one.db") as writer:
        writer.add(document, with_fields(reading, events=(first, with_fields(second, factuality=refused))))
    assert ">not: planned</td>" in onrecord.open_project(tmp_path / "one.db").show("b")._repr_html_()


def test_what_merges_found_comes_as_frames(project: Project) -> None:
    keys = list(project.reports()["report_id"])
    member = ClusterMember(report_id=keys[0], event_id="E1")
    with open_writer(project.path) as writer:
        first = CopyRow(report_id=keys[0], cluster_id="c")
        writer.replace_copies([CopyRow(report_id=keys[1], cluster_id="c", copy_of=keys[0], kind="cut"), first])
        event = ClusterRow(
            cluster_id="x", type="ASSAULT", status="happened", reports=2, independent=1, speakers=1, members=(member,)
        )
        writer.replace_clusters([event])
    assert list(project.copies()["kind"].fillna("first")) == ["first", "cut"]
    assert list(project.across()["independent"]) == [1]


def test_it_says_what_it_holds(project: Project) -> None:
    assert len(project) == 2
    assert "2 reports, 4 events, 2 of them told as happened" in repr(project)
    shown = project._repr_html_()
    assert "<td style='text-align:left'>reports</td><td>2</td>" in shown


def test_a_project_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    project = onrecord.open_project(tmp_path / "new.db")
    assert len(project) == 0
    assert not (tmp_path / "new.db").exists()
    with pytest.raises(ProjectError, match="no such file"):
        project.events()


def test_without_pandas_readings_still_come(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert project.reading("a").id == "a"
    with pytest.raises(MissingDataError, match=r"Install onrecord\[frames\]"):
        project.events()


@pytest.mark.parametrize(
    ("sql", "values", "words"),
    [
        ("SELECT nope FROM v_events", (), "no such column: nope. docs/project-file.md lists"),
        ("SELEC 1", (), 'near "SELEC": syntax error. docs/project-file.md lists'),
        ("SELECT * FROM v_events WHERE type = ?", (), "Incorrect number of bindings"),
        ("DELETE FROM reports", (), "a query only reads. Ask with SELECT"),
    ],
)
def test_a_wrong_query_is_no_fault_of_the_file(project: Project, sql: str, values: tuple[str, ...], words: str) -> None:
    """Nobody is sent to check or to rescue a file that is whole."""
    with pytest.raises(InputError, match="Cannot ask") as caught:
        project.query(sql, values)
    assert words in str(caught.value)


def test_what_is_in_memory_is_added_once(project: Project) -> None:
    """A bare text is called by its words: two texts are two reports, one text is one."""
    documents = [
        onrecord.Document(id="c", text="Farmers blocked the road to Kadi on Monday."),
        "Rebels shelled the port.",
    ]
    assert project.add(documents).counts == {"new": 2}
    assert project.add(iter(documents)).counts == {"unchanged": 2}
    assert project.add("Rebels shelled the port.").counts == {"unchanged": 1}
    assert project.add("Rebels shelled the town of Lira on Monday.").counts == {"new": 1}
    assert len(project) == 5


def test_what_cannot_be_added_is_named_and_the_rest_is_added(project: Project) -> None:
    given = [
        "",
        "Rebels shelled the port.",
        7,
        onrecord.Document(id="d", text="Rebels left.", published="3/4/2026"),
        "\ud800",
    ]
    done = project.add(given)  # type: ignore[arg-type]
    assert done.counts == {"failed": 4, "new": 1}
    assert [
        next(words for words in ("empty", "of type int", "no ISO date", "no valid Unicode") if words in str(error))
        for error in done.errors
    ] == ["empty", "of type int", "no ISO date", "no valid Unicode"]
    with pytest.raises(InputError, match=r"Cannot add reports: they are of type int\. Give documents"):
        project.add(7)  # type: ignore[arg-type]


def test_a_report_that_has_been_read_is_kept_with_its_reading(project: Project) -> None:
    document, reading = report("k")
    assert project.keep([(document, reading)]).counts == {"new": 1}
    assert project.keep([(document, reading)]).counts == {"unchanged": 1}
    assert project.reading("k") == reading


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (report("k")[0], "Cannot keep a report: it is of type Document. Give pairs"),
        ((report("k")[0], report("l")[1]), "Cannot keep k: the reading beside it is of 'l'. Hand over"),
        ((onrecord.Document(id="k", text=" "), report("k")[1]), "Cannot read k: its text is empty."),
    ],
)
def test_what_is_no_report_with_its_reading_is_not_kept(project: Project, pair: object, words: str) -> None:
    with pytest.raises(InputError) as caught:
        project.keep([pair])  # type: ignore[list-item]
    assert str(caught.value).startswith(words)


def test_sources_in_a_list_are_named(project: Project) -> None:
    with pytest.raises(InputError, match=r"it is of type list\. Name files, folders and addresses one by one"):
        project.ingest(["a.txt"])  # type: ignore[arg-type]
