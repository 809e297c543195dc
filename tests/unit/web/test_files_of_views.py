"""Every view hands out what its filters show as a file: all of it, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from onrecord.merge.project import merge_project
from onrecord.reading.commitment import Commitment
from onrecord.reading.label import Label
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument, Target
from onrecord.store.identity import report_id_of
from onrecord.store.project import open_writer
from onrecord.web import listed, site
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from readings import report, span, with_fields

REPORTS = 130  # more than a page holds
FORMULA = '=HYPERLINK("http://evil.example")'


def _told(reading: Reading) -> Reading:
    """With a stand, a promise, a label, a victim."""
    (stand,) = reading.positions
    militia = span("The militia", Argument, entity="T1")
    promise = Commitment(
        id="C1",
        by=militia,  # type: ignore[arg-type]
        action=span("attack", Target),  # type: ignore[arg-type]
        toward=None,
        polarity="positive",
        kind="threat",
        evidence=(),
    )
    label = Label(start=0, end=11, text="The militia", entity="T1", scare_quotes=False)
    victim = span("The Northern Front", Argument, entity="T4")
    first = with_fields(reading.events[0], recipients=(victim,))  # type: ignore[arg-type]
    stands = (with_fields(stand, toward=span("the talks", Target)),)  # type: ignore[arg-type]
    return with_fields(
        reading, positions=stands, commitments=(promise,), labels=(label,), events=(first, *reading.events[1:])
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path: Path = tmp_path_factory.mktemp("site") / "onrecord.db"
    with open_writer(path) as writer:
        for n in range(REPORTS):
            publisher = FORMULA if n % 2 else "Daily"
            document, reading = report(str(n), publisher=publisher, published=f"2024-{1 + n % 12:02}-16")
            writer.add(document, _told(reading))
    merge_project(path)
    return TestClient(make_app(path, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")


def _file(client: TestClient, address: str, kind: str, **more: str) -> Any:
    answer = client.get(f"/export{address}", params={**_query(address), "as": kind, **more})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].endswith(f'.{kind}"')
    if kind == "json":
        return answer.json()
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def _query(address: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in address.partition("?")[2].split("&") if pair)


def _shown(client: TestClient, address: str) -> list[dict[str, Any]]:
    """The rows of all pages of a list."""
    rows: list[dict[str, Any]] = []
    for page in range(1, 10):
        found = client.get(f"/api{address}", params={**_query(address), "page": page}).json()
        rows += found["rows"]
        if not found["more"]:
            break
    return rows


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        pytest.param("/reports", REPORTS, id="more than one page"),
        pytest.param("/reports?publisher=Daily", REPORTS // 2, id="a filter"),
        pytest.param("/reports?q=nowhere", 0, id="nothing found"),
        pytest.param("/events?status=planned", REPORTS, id="events of one status"),
        pytest.param("/events?since=2024-03-01&until=2024-03-31", 22, id="events of a month"),
        pytest.param("/parties", 2, id="parties"),
        pytest.param("/parties?q=North", 1, id="parties by name"),
        pytest.param("/rooms", 1, id="matters"),
        pytest.param("/promises?kind=threat", REPORTS, id="threats"),
        pytest.param("/across?several=yes", None, id="events in several reports"),
    ],
)
def test_a_list_is_handed_out_whole_as_its_filters_have_it(client: TestClient, address: str, rows: int | None) -> None:
    shown = _shown(client, address)
    assert rows in (None, len(shown))
    assert _file(client, address, "json") == shown
    table = _file(client, address, "csv")
    assert len(table) == len(shown)
    for row, line in zip(shown, table, strict=True):
        assert list(line) == list(row)
        assert all(line[name].removeprefix("'") == ("" if value is None else str(value)) for name, value in row.items())


@pytest.mark.parametrize(
    ("address", "lists"),
    [
        pytest.param("/timeline", {"": "days"}, id="timeline"),
        pytest.param("/ties", {"rows": "rows", "months": "months"}, id="ties"),
        pytest.param("/tie?one=The militia&other=The Northern Front", {"acts": None, "stands": None}, id="a tie"),
        pytest.param("/map", {"": "marks"}, id="map"),
        pytest.param("/review/decided", {"": "decided"}, id="decided"),
        pytest.param("/conflicts", {"disagreements": None, "positions": None, "promises": "promises"}, id="conflicts"),
        pytest.param("/copies", {"": None}, id="copies"),
        pytest.param("/room?about=the talks", {"": None}, id="room"),
        pytest.param(
            "/parties/The militia",
            {key: key for key in ("did", "done", "stands", "promises", "said", "called")},
            id="party",
        ),
        pytest.param(f"/reports/{report_id_of(report('0')[0])}", {"": None}, id="report"),
    ],
)
def test_a_view_that_is_no_table_hands_out_each_of_its_lists(
    client: TestClient, address: str, lists: dict[str, str | None]
) -> None:
    model = client.get(f"/api{address}").json()
    for name, key in lists.items():
        more = {"list": name} if name else {}
        rows, table = (_file(client, address, kind, **more) for kind in ("json", "csv"))
        assert len(rows) == len(table)
        if key is not None and len(model[key]) < 50:
            assert rows == model[key]


@pytest.mark.parametrize(
    ("address", "listed_as", "rows"),
    [
        ("/room?about=the talks", "", REPORTS),
        ("/copies", "", REPORTS),
        ("/parties/The militia", "did", REPORTS),
    ],
)
def test_a_file_holds_what_a_page_has_no_room_for(client: TestClient, address: str, listed_as: str, rows: int) -> None:
    assert len(_file(client, address, "json", **({"list": listed_as} if listed_as else {}))) == rows


def test_every_value_of_an_event_is_a_row_with_its_speakers(client: TestClient) -> None:
    key = client.get("/api/across?status=happened").json()["rows"][0]["cluster_id"]
    rows = _file(client, f"/across/{key}", "csv", list="values")
    assert {row["field"] for row in rows} >= {"status", "type", "actor"}
    assert all(row["speakers"] for row in rows)


@pytest.mark.parametrize(
    "address",
    ["/reports?publisher=Daily&page=2", "/parties/The%20militia", "/room?about=the%20talks", "/timeline?kind=ASSAULT"],
)
def test_a_page_links_to_its_files_with_its_filters(client: TestClient, address: str) -> None:
    links = re.findall(r'href="(/export[^"]*)"', client.get(address).text)
    assert links
    for link in links:
        answer = client.get(link.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert "attachment" in answer.headers["content-disposition"]
    query = address.partition("?")[2].split("&page")[0].replace("%20", "+")
    assert all(query in link for link in links)


def test_a_name_with_signs_of_addresses_finds_its_files_and_its_twin(client: TestClient) -> None:
    name = 'What? #1 & 100% "of" a/b'
    page = client.get(f"/parties/{quote(name, safe='')}").text
    assert all(f"/parties/{quote(name)}?" in link for link in re.findall(r'href="(/export[^"]*)"', page))
    (twin,) = re.findall(r'href="(/api[^"]*)"', page)
    assert client.get(twin).json()["name"] == name


def test_no_cell_of_a_table_is_run_by_a_spreadsheet(client: TestClient) -> None:
    cells = [cell for row in _file(client, "/reports", "csv") for cell in row.values()]
    assert "'" + FORMULA in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        pytest.param({"as": "xml"}, 422, id="no such kind"),
        pytest.param({}, 422, id="no kind"),
        pytest.param({"as": "csv", "list": "secrets"}, 404, id="no such list"),
    ],
)
def test_files_that_are_none(client: TestClient, more: dict[str, str], status: int) -> None:
    assert client.get("/export/events", params=more).status_code == status


@pytest.mark.parametrize("address", ["/reports", "/room?about=the talks", "/parties/The militia?list=did"])
def test_more_than_a_page_hands_out_is_refused_with_a_cure(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """A cut file would look like a whole one."""
    monkeypatch.setattr(listed, "MOST_ROWS", REPORTS - 1)
    monkeypatch.setattr(site, "WHOLE", listed.Page(number=1, rows=REPORTS - 1))
    answer = client.get(f"/export{address}", params={**_query(address), "as": "json"})
    assert answer.status_code == 400
    assert "Narrow them, or run `onrecord export`" in answer.text
    assert len(json.loads(client.get("/export/reports?as=json&publisher=Daily").text)) == REPORTS // 2


@pytest.mark.parametrize(
    ("address", "cut"),
    [
        pytest.param("/parties/The militia", 50, id="a party"),
        pytest.param("/parties/Nobody", 0, id="one of whom little is told"),
        pytest.param("/room?about=the talks", 100, id="a room"),
        pytest.param("/tie?one=The militia&other=The Northern Front", 0, id="a tie that fits"),
        pytest.param("/ties", 0, id="ties that fit"),
        pytest.param("/map", 0, id="places that fit"),
    ],
)
def test_a_view_that_shows_a_part_says_so(client: TestClient, address: str, cut: int) -> None:
    assert client.get(f"/api{address}").json()["cut"] == cut
    assert (f"No more than {cut} " in client.get(address).text) is bool(cut)
