"""Pages across reports: events with every value, conflicts, copies, the map, ties, and answers that can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.merge.decide import judge_correct
from onrecord.merge.project import merge_project
from onrecord.merge.report import Report
from onrecord.reading.document import Document
from onrecord.reading.place import Place, PlaceMention
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument
from onrecord.store.project import open_view, open_writer
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from onrecord.web.pages.geography import _box
from onrecord.web.pages.ties import _circle
from onrecord.web.site import stretch
from readings import report, span, with_fields
from reports_by_hand import act, pledge
from reports_by_hand import report as by_hand

ORIGIN = {"origin": "http://127.0.0.1"}


def _placed(reading: Reading) -> Reading:
    """The first event in a place, and done to somebody."""
    mention = PlaceMention(**{name: getattr(span("Kadi"), name) for name in ("start", "end", "text")}, use="literal")
    place = Place(id="L1", name="Kadi", geonameid="1", lat=10.0, lon=20.0, country="TCD", admin1=None, feature="PPL",
                  precision="place", mentions=(mention,))  # fmt: skip
    victim = span("The Northern Front", Argument, entity="T4")
    first = with_fields(reading.events[0], place="L1", recipients=(victim,))  # type: ignore[arg-type]
    return with_fields(reading, places=(place,), events=(first, *reading.events[1:]))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two outlets with one text, a third with a longer one; merged."""
    path = tmp_path / "onrecord.db"
    more = " " + " ".join(f"Further word number {n} of the other paper follows here." for n in range(30))
    with open_writer(path) as writer:
        for key, publisher, added in (("1", "Daily", ""), ("2", "Herald", ""), ("3", "Post", more)):
            document, reading = report(key, added, publisher=publisher)
            writer.add(document, _placed(reading))
    merge_project(path)
    return path


@pytest.fixture
def client(project: Path) -> TestClient:
    return TestClient(make_app(project, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")


@pytest.mark.parametrize("path", ["/across", "/conflicts", "/copies", "/map", "/ties", "/review"])
def test_every_page_and_its_twin_answer(client: TestClient, path: str) -> None:
    assert (client.get(path).status_code, client.get("/api" + path).status_code) == (200, 200)


def test_an_event_keeps_the_three_counts_and_every_telling(client: TestClient) -> None:
    """Three reports print one text, the third with more behind it: they are one independent report."""
    rows = [row for row in client.get("/api/across").json()["rows"] if row["status"] == "happened"]
    assert [(row["reports"], row["independent"]) for row in rows] == [(3, 1)]
    page = client.get(f"/across/{rows[0]['cluster_id']}").text
    assert page.count("The militia shelled Kadi") >= 3
    assert "here because" in page


def test_parties_are_called_by_their_names(client: TestClient) -> None:
    """What the merge calls them by is for programs."""
    (row,) = (row for row in client.get("/api/across").json()["rows"] if row["status"] == "happened")
    values = client.get(f"/api/across/{row['cluster_id']}").json()["values"]
    (front,) = values["recipient"]
    assert (front["words"], front["value"] != front["words"]) == ("The Northern Front", True)
    page = client.get(f"/across/{row['cluster_id']}").text
    assert "<bdi>The Northern Front</bdi>" in page
    assert f"<bdi>{front['value']}</bdi>" not in page


def test_an_event_that_no_merge_holds_is_not_found(client: TestClient) -> None:
    assert client.get("/across/ev-none").status_code == 404


def test_copies_say_which_is_first(client: TestClient) -> None:
    (cluster,) = client.get("/api/copies").json()["clusters"]
    assert [copy["copy_of"] is None for copy in cluster] == [True] + [False] * (len(cluster) - 1)
    assert {copy["report"]["publisher"] for copy in cluster} >= {"Daily", "Herald"}


def test_the_map_holds_facts_only(client: TestClient) -> None:
    (mark,) = client.get("/api/map").json()["marks"]
    assert (mark["place"], mark["acts"], mark["place_precision"]) == ("Kadi", 3, "place")
    assert client.get("/api/map?kind=AID").json()["marks"] == []


def test_ties_lead_from_doer_to_whom_it_was_done(client: TestClient) -> None:
    (tie,) = client.get("/api/ties").json()["rows"]
    assert (tie["one"], tie["other"], tie["kind"], tie["acts"]) == ("The militia", "The Northern Front", "ASSAULT", 3)


def test_new_reports_are_said_not_to_be_merged_yet(client: TestClient, project: Path) -> None:
    assert client.get("/api/across").json()["unmerged"] == 0
    with open_writer(project) as writer:
        writer.add(*report("4", " More.", publisher="Sun"))
    assert "1 report has come in" in client.get("/across").text


def test_an_undone_judgement_stays_on_record(client: TestClient, project: Path) -> None:
    """Undo adds; nothing is taken away."""
    (row, *_) = client.get("/api/across").json()["rows"]
    with open_view(project) as view:
        cluster = next(c for c in view.clusters() if c.cluster_id == row["cluster_id"])
    with open_view(project) as view:
        judgement = judge_correct(view, cluster.record["key"], "status", "unclear", "ann", "seen")
    with open_writer(project) as writer:
        key = writer.add_judgement(judgement)
    form = {"judgement": key, "who": "bob"}
    assert client.post("/review/undo", data=form, headers=ORIGIN, follow_redirects=False).status_code == 303
    decided = client.get("/api/review").json()["decided"]
    assert [(item["kind"], item["undone"]) for item in decided] == [("undo", False), ("correct", True)]


def test_an_answer_to_no_open_question_is_refused(client: TestClient) -> None:
    form = {"one": "ev-a", "other": "ev-b", "verdict": "one", "who": "ann"}
    assert client.post("/review/answer", data=form, headers=ORIGIN).status_code == 404


@pytest.mark.parametrize(
    ("spots", "inside"),
    [
        pytest.param([], True, id="no mark: the whole world"),
        pytest.param([(0.0, 0.0)], True, id="one mark"),
        pytest.param([(89.0, 179.0), (-89.0, -179.0)], True, id="corners of the world"),
    ],
)
def test_the_map_shows_all_marks_and_no_more_than_the_world(spots: list[tuple[float, float]], inside: bool) -> None:  # noqa: FBT001
    box = _box([{"lat": lat, "lon": lon} for lat, lon in spots])
    assert box["x"] >= -180
    assert box["y"] >= -90
    assert box["x"] + box["width"] <= 180
    assert box["y"] + box["height"] <= 90
    for lat, lon in spots:
        seen = box["x"] <= lon <= box["x"] + box["width"] and box["y"] <= -lat <= box["y"] + box["height"]
        assert seen is inside


def test_a_drawing_holds_the_parties_with_the_most_ties() -> None:
    rows = [{"one": f"p{n}", "other": "hub", "kind": "AID", "acts": n + 1} for n in range(40)]
    drawing = _circle(rows)
    assert "hub" in drawing["spots"]
    assert "p39" in drawing["spots"]
    assert "p0" not in drawing["spots"]
    assert len(drawing["lines"]) == len(drawing["spots"]) - 1


def test_nobody_stands_in_a_drawing_without_a_line() -> None:
    """Somebody with many small ties would, if parties were chosen one by one."""
    pairs = [{"one": f"a{n}", "other": f"b{n}", "kind": "AID", "acts": 5} for n in range(20)]
    small = [{"one": "hub", "other": f"c{n}", "kind": "AID", "acts": 1} for n in range(40)]
    drawing = _circle(pairs + small)
    ends = [line[end] for line in drawing["lines"] for end in ("from", "to")]
    assert all(spot in ends for spot in drawing["spots"].values())
    assert len(drawing["spots"]) == 24


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        ("2024-05-16", "2024-05-16", "2024-05-16"),
        ("2024-05-16", None, "2024-05-16"),
        ("2019-01-01", "2019-12-31", "2019"),  # told of a year, not of New Year's Day
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2023-02-27", "2023-02-01 to 2023-02-27"),
        ("2024-05-13", "2024-05-19", "2024-05-13 to 2024-05-19"),
        ("2010-01-01", "2019-12-31", "2010-01-01 to 2019-12-31"),
        ("9999-12-01", "9999-12-31", "9999-12-01 to 9999-12-31"),  # there is no day after the last
    ],
)
def test_days_read_as_people_write_them(first: str | None, last: str | None, words: str) -> None:
    assert stretch(first, last) == words


def _stored(path: Path, *reports: Report) -> TestClient:
    """A merged project of reports that were written by hand."""
    with open_writer(path) as writer:
        for told in reports:
            facts = told.reading.document
            document = Document(id=told.id, text=told.text, publisher=facts.publisher, published=facts.published)
            writer.add(document, told.reading)
    merge_project(path)
    return TestClient(make_app(path, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")


def test_a_number_is_shown_as_it_is_bounded_and_in_its_words(tmp_path: Path) -> None:
    """ "At least 18" is not 18."""
    raid = "Gunmen attacked Kadi in Mali on Monday and killed"
    day = ("Monday", "2024-03-04")
    client = _stored(
        tmp_path / "onrecord.db",
        by_hand("one", "2024-03-05", (f"{raid} at least 18.", act("attacked", actors=["Gunmen"], place="Kadi", day=day,
                numbers={"killed": ("at least 18", 18, None)}))),
        by_hand("other", "2024-03-05", (f"{raid} 20 there, it was heard.", act("attacked", actors=["Gunmen"],
                place="Kadi", day=day, numbers={"killed": ("20", 20, 20)}))),
    )  # fmt: skip
    page = client.get("/conflicts").text
    assert "<bdi>18 or more “at least 18”</bdi>" in page
    assert "<bdi>20</bdi>" in page


def test_promises_are_listed_with_what_later_reports_say(tmp_path: Path) -> None:
    deed = {"actors": ["Northern Front"], "place": "Kadi", "rule": "withdraw.v.1"}
    client = _stored(
        tmp_path / "onrecord.db",
        by_hand("plan", "2024-03-01", (
            "The Northern Front said it will withdraw from Kadi in Mali.",
            act("withdraw", "RETREAT", status="planned", **deed),
            pledge("Northern Front", "withdraw from Kadi", "withdraw"),
        )),
        by_hand("later", "2024-03-09", (
            "The Northern Front of Mali withdrew from Kadi.", act("withdrew", "RETREAT", **deed),
        )),
        by_hand("else", "2024-03-09", (
            "The Northern Front of Mali said it will help.", pledge("Northern Front", "help"),
        )),
    )  # fmt: skip
    rows = client.get("/api/promises").json()["rows"]
    assert {row["action"]: row["later"] for row in rows} == {"withdraw from Kadi": "kept", "help": ""}
    assert 'class="state kept"' in client.get("/promises").text


def test_what_is_not_to_be_is_told_so_on_every_page(tmp_path: Path) -> None:
    """In the list of events and its filter, on the event's page with its claims and tellings, and in the review."""
    client = _stored(
        tmp_path / "onrecord.db",
        by_hand("refused", "2024-03-01", ("France will not send troops to Kadi in Mali.", act(
            "send", "MOBILIZE", actors=["France"], place="Kadi", status="planned", polarity="negative"))),
    )  # fmt: skip
    (row,) = client.get("/api/across").json()["rows"]
    page = client.get("/across").text
    assert '<option value="not_planned">not: planned</option>' in page
    assert '<span class="state planned">not: planned</span>' in page
    assert client.get("/api/across", params={"status": "planned"}).json()["rows"] == []
    page = client.get(f"/across/{row['cluster_id']}").text
    assert page.count('<span class="state planned">not: planned</span>') == 2
    assert "<bdi>not: planned</bdi>" in page
    assert '<option value="not_planned" selected>not: planned</option>' in client.get("/review/acts").text


def test_an_outlet_that_is_written_from_the_right_does_not_turn_its_day_round(tmp_path: Path) -> None:
    client = _stored(tmp_path / "onrecord.db", by_hand("a", "2024-03-05", ("Gunmen attacked Kadi in Mali.",
                     act("attacked", actors=["Gunmen"], place="Kadi")), publisher="الجزيرة"))  # fmt: skip
    (row,) = client.get("/api/across").json()["rows"]
    assert "\u2068الجزيرة\u2069, 2024-03-05" in client.get(f"/across/{row['cluster_id']}").text
    assert "<bdi>الجزيرة</bdi>" in client.get("/events").text
