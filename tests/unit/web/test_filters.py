"""What is rare is looked up, what is common is asked for row by row: the answer is the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from fastapi.testclient import TestClient

from onrecord.project import open_project
from onrecord.reading.event import Factuality, Status, Told
from onrecord.reading.place import Place, PlaceMention
from onrecord.store.project import open_view, open_writer
from onrecord.store.view import View
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from onrecord.web.listed import Page
from onrecord.web.pages import filters
from onrecord.web.pages.events import EVENTS, Asked, choices
from onrecord.web.pages.filters import Where, holding, in_country, names, where
from readings import report, span, with_fields


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Seven reports by three outlets; every third holds a word, every other one is in a country. One was edited."""
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        for n in range(7):
            more = " A heron stood by." if n % 3 == 0 else ""
            document, reading = report(
                str(n), more, publisher="ABC"[n % 3], title=f"Report {n}", published=f"2024-0{n + 1}-16"
            )
            words = {name: getattr(span("Kadi"), name) for name in ("start", "end", "text")}
            place = Place(id="L1", name="Kadi", geonameid="1", lat=1.0, lon=2.0, country="TCD" if n % 2 else "SDN",
                          admin1=None, feature="PPL", precision="place",
                          mentions=(PlaceMention(**words, use="literal"),))  # fmt: skip
            first = with_fields(reading.events[0], place="L1")  # type: ignore[arg-type]
            writer.add(document, with_fields(reading, places=(place,), events=(first, *reading.events[1:])))
        writer.add(*report("0", " The bird has left.", publisher="A", title="Report 0", published="2024-01-16"))
    return path


@pytest.fixture
def view(project: Path) -> Iterator[View]:
    with open_view(project) as opened:
        yield opened


def _found(view: View, found: Where) -> list[tuple[str, str]]:
    return [(row["report_id"], row["event_id"]) for row in EVENTS.rows(view, found)]


@pytest.mark.parametrize(
    ("words", "reports"),
    [
        pytest.param("heron", 2, id="a word of some; the edited report does not hold it any more"),
        pytest.param("militia", 7, id="a word of all"),
        pytest.param("bird", 1, id="a word of the edited report"),
        pytest.param("unicorn", 0, id="a word of none"),
        pytest.param("Report 3", 1, id="words of a title"),
    ],
)
def test_rare_and_common_words_find_the_same(view: View, words: str, reports: int) -> None:
    rare = _found(view, where(holding(view, words, "v_events.report_id", few=1_000)))
    common = _found(view, where(holding(view, words, "v_events.report_id", few=-1)))
    assert rare == common
    assert len({report_id for report_id, _ in rare}) == reports


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        pytest.param(Asked(q="shelled"), [7, 6, 5, 4, 3, 2, 1], id="a word of the sentence; the newest first"),
        pytest.param(Asked(q="heron"), [], id="a word that only other sentences hold"),
        pytest.param(Asked(q="THE  militia"), [7, 6, 5, 4, 3, 2, 1], id="of a party; case and blanks do not matter"),
        pytest.param(Asked(q="militia the"), [], id="words stand one after the other"),
        pytest.param(Asked(q="harbour wire"), [7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1], id="of a speaker"),
        pytest.param(Asked(q="kadi", status="planned"), [], id="with a status that those acts have not"),
        pytest.param(Asked(q="attack", status="planned", kind="ASSAULT"), [7, 6, 5, 4, 3, 2, 1], id="and with theirs"),
        pytest.param(Asked(q="attack", kind="AID"), [], id="with another type"),
        pytest.param(Asked(q="shell"), [7, 6, 5, 4, 3, 2, 1], id="the beginning of a word"),
        pytest.param(Asked(q="sh"), [], id="not of two letters: half of all words begin so"),
        pytest.param(Asked(q="elled"), [], id="not its end"),
        pytest.param(Asked(q="shelled", since="2024-03", until="2024-05"), [5, 4, 3], id="months"),
        pytest.param(Asked(q="shelled", since="2024-03-16", until="2024-03-16"), [3], id="a day"),
        pytest.param(Asked(q="shelled", since="2024-03-17", until="2024"), [7, 6, 5, 4], id="a year"),
        pytest.param(Asked(q="shelled", since="last week"), [], id="no day: later than all days, as without words"),
        pytest.param(Asked(q="shelled", country="TCD"), [6, 4, 2], id="a country"),
        pytest.param(Asked(q='kadi "'), [7, 6, 5, 4, 3, 2, 1], id="signs of the index's own language are none here"),
        pytest.param(Asked(q="kadi*"), [7, 6, 5, 4, 3, 2, 1], id="nor wildcards"),
        pytest.param(Asked(q="!!!"), [], id="no word at all"),
        pytest.param(Asked(q="!!!", status="happened"), [], id="nor with a status"),
    ],
)
def test_words_find_acts_that_hold_them(view: View, asked: Asked, days: list[int]) -> None:
    rows = asked.table.rows(view, asked.where(view))
    assert [int(row["published"][5:7]) for row in rows] == days


@pytest.mark.parametrize(
    "path", ["/map?q=kadi", "/map?q=militia", "/timeline?q=kadi", "/ties?q=front", "/events?q=kadi"]
)
def test_words_and_no_words_that_let_all_through_show_the_same(project: Path, path: str) -> None:
    """Every fact of these reports is told of Kadi, by the militia."""
    client = TestClient(make_app(project, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")
    plain, _, words = path.partition("?")
    asked = {"status": "happened"} if plain == "/events" else {}
    found, every = (client.get(f"/api{way}", params=asked).json() for way in (f"{plain}?{words}", plain))
    if plain == "/timeline":
        assert sum(day["facts"] for day in found["days"]) == sum(day["facts"] for day in every["days"]) == 7
        return
    rows = next(name for name in ("rows", "marks") if name in found)
    assert found[rows] == every[rows]


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """One act for each status, told of its being done and of its not being done."""
    path = tmp_path / "told.db"
    with open_writer(path) as writer:
        for n, (status, polarity) in enumerate(product(get_args(Status), ("positive", "negative"))):
            document, reading = report(str(n))
            act = reading.events[0]
            own = msgspec.structs.replace(
                act, factuality=Factuality(status=status, polarity=polarity, certainty="certain")
            )
            writer.add(document, with_fields(reading, events=(own,)))
    return path


@pytest.mark.parametrize("words", ["", "militia"])
@pytest.mark.parametrize("kind", ["", "ASSAULT"])
def test_a_status_means_the_same_on_a_page_and_in_a_notebook(told: Path, words: str, kind: str) -> None:
    """Plans not to do something are no plans to do it: each has a filter of its own."""
    frames = {status: open_project(told).events([status]) for status in get_args(Told)}
    with open_view(told) as view:
        for status, frame in frames.items():
            asked = Asked(q=words, kind=kind, status=status)
            rows = asked.table.rows(view, asked.where(view))
            assert sorted(row["report_id"] for row in rows) == sorted(frame["report_id"]), status
        assert set(choices(view)["statuses"]) == set(frames)


@pytest.mark.parametrize("rows", [1, 3, 14])
def test_pages_follow_one_another(view: View, rows: int) -> None:
    """Their rows are looked up by key: none is lost or comes twice, and the order is that of the whole."""
    whole = [(row["sort"], row["report_id"], row["event_id"]) for row in _sorted(view)]
    parts = [_found_page(view, number, rows) for number in range(1, 14 // rows + 2)]
    assert [key for part in parts for key in part] == [(report_id, event_id) for _, report_id, event_id in whole]


def _found_page(view: View, number: int, rows: int) -> list[tuple[str, str]]:
    page = EVENTS.page(view, where({}), Page(number=number, rows=rows))
    return [(row["report_id"], row["event_id"]) for row in page["rows"]]


def _sorted(view: View) -> list[dict[str, str]]:
    sql = "SELECT sort_day AS sort, report_id, event_id FROM v_events"
    rows = [dict(zip(("sort", "report_id", "event_id"), row, strict=True)) for row in view.query(sql)]
    rows.sort(key=lambda row: (row["report_id"], row["event_id"]))
    return sorted(rows, key=lambda row: row["sort"], reverse=True)


@pytest.mark.parametrize(("country", "acts"), [("TCD", 3), ("SDN", 3), ("FRA", 0)])
def test_rare_and_common_countries_find_the_same(view: View, country: str, acts: int) -> None:
    rare = _found(view, where(in_country(view, country, few=1_000)))
    assert rare == _found(view, where(in_country(view, country, few=-1)))
    assert len(rare) == acts


def test_no_word_is_no_condition(view: View) -> None:
    assert where({**holding(view, " ", "v_events.report_id"), **in_country(view, "")}).sql == "TRUE"


def test_choices_are_every_value_once(view: View) -> None:
    assert names(view, "publisher", "versions") == ["A", "B", "C"]
    assert names(view, "country", "places") == ["SDN", "TCD"]


@pytest.mark.parametrize(
    ("number", "rows", "counted", "total", "least"),
    [
        pytest.param(1, 100, True, 14, 0, id="all on one page: nothing need be counted"),
        pytest.param(1, 5, True, 14, 0, id="counted"),
        pytest.param(1, 5, False, None, 5, id="not counted: as many as the page has, and more"),
        pytest.param(2, 5, False, None, 10, id="and those of the pages before"),
        pytest.param(3, 5, False, 14, 0, id="the last page knows"),
    ],
)
def test_a_page_says_how_many_there_are(
    view: View, number: int, rows: int, *, counted: bool, total: int | None, least: int
) -> None:
    page = EVENTS.page(view, where({}), Page(number=number, rows=rows), counted=counted)
    assert (page["total"], page["least"]) == (total, least)


def test_more_than_is_counted_is_said_to_be_more(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "MOST_COUNTED", 10)
    page = EVENTS.page(view, where({}), Page(number=1, rows=5))
    assert (page["total"], page["least"]) == (None, 10)


@pytest.mark.parametrize("path", ["/timeline?q=militia", "/timeline?country=TCD", "/map", "/ties"])
def test_a_large_project_shows_its_newest_month_and_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Unless another month is asked for."""
    client = TestClient(make_app(project, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")
    assert client.get(f"/api{path}").json()["month"] == ""
    monkeypatch.setattr(filters, "_MOST_FACTS", 5)
    assert client.get(f"/api{path}").json()["month"] == "2024-07"
    assert "Of 2024-07." in client.get(path).text
    asked = f"{path}{'&' if '?' in path else '?'}month=2024-02"
    assert client.get(f"/api{asked}").json()["month"] == "2024-02"


@pytest.mark.parametrize(
    ("days", "month"),
    [
        pytest.param(("2024-02-16", "2999-12-31"), "2024-02", id="a date of the far future is a mistake"),
        pytest.param(("2999-11-30", "2999-12-31"), "2999-12", id="unless all are: then this machine's clock is wrong"),
    ],
)
def test_a_report_of_the_future_does_not_say_which_month_is_newest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: tuple[str, ...], month: str
) -> None:
    monkeypatch.setattr(filters, "_MOST_FACTS", 1)
    with open_writer(tmp_path / "future.db") as writer:
        for day in days:
            writer.add(*report(day, published=day))
    client = TestClient(make_app(tmp_path / "future.db", Rules(hosts=frozenset({"x"}))), base_url="http://x")
    assert client.get("/api/map").json()["month"] == month
    assert [row["published"] for row in client.get("/api/reports").json()["rows"]] == sorted(days, reverse=True)
