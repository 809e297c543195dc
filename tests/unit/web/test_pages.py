"""Each page and its JSON twin over a small project; hostile texts stay texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.reading.event import Factuality, NumberClaim, Numbers
from onrecord.reading.span import Argument, Target
from onrecord.reading.spelled import NOT_SAID
from onrecord.store.identity import report_id_of
from onrecord.store.project import open_writer
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from readings import TEXT, report, span, with_fields

HOSTILE = '"><script>alert(1)</script>{{ 7 * 7 }}'
ORIGIN = {"origin": "http://127.0.0.1"}


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """Three reports: one with a stand toward something, one whose fields are hostile, one without a date."""
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        document, reading = report("one", title="Talks and shells")
        (stand,) = reading.positions
        toward = span("the talks", Target)
        numbers = Numbers(killed=NumberClaim(start=0, end=3, text="The", low=3, high=3))
        first = with_fields(reading.events[0], numbers=numbers)  # type: ignore[arg-type]
        stands = (with_fields(stand, toward=toward),)  # type: ignore[arg-type]
        writer.add(document, with_fields(reading, positions=stands, events=(first, reading.events[1])))
        writer.add(*report(HOSTILE, HOSTILE, title=HOSTILE, publisher=HOSTILE))
        undated, its_reading = report("three", " More.")
        writer.add(undated, its_reading)
    return TestClient(make_app(path, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")


@pytest.mark.parametrize(
    "path", ["/reports/{}", "/events", "/parties/The%20militia", "/tie?one=The%20militia&other=The%20Northern%20Front"]
)
def test_what_is_planned_not_to_be_is_no_plan_on_any_page(tmp_path: Path, path: str) -> None:
    """ "Will not attack" is told as planned, in the negative: a page that leaves out "not" says the opposite."""
    document, reading = report("one")
    victim = span("The Northern Front", Argument, entity="T4")
    refused = Factuality(status="planned", polarity="negative", certainty="possible")
    first = with_fields(reading.events[0], recipients=(victim,), factuality=refused)  # type: ignore[arg-type]
    with open_writer(tmp_path / "onrecord.db") as writer:
        writer.add(document, with_fields(reading, events=(first,)))
    client = TestClient(
        make_app(tmp_path / "onrecord.db", Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1"
    )
    assert (
        '<span class="state planned">not: planned, possible</span>'
        in client.get(path.format(report_id_of(document))).text
    )


PAGES = (
    "/", "/reports", "/reports?q=shelled", "/events", "/events?status=planned", "/timeline", "/parties",
    "/parties/The%20militia", "/parties/Nobody", "/rooms", "/room?about=the%20talks", "/promises",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_twin_with_the_same_facts(client: TestClient, path: str) -> None:
    page, twin = client.get(path), client.get("/api" + path)
    assert (page.status_code, twin.status_code) == (200, 200)
    for row in twin.json().get("rows", []):
        assert row["report_id"] in page.text if "report_id" in row else True


@pytest.mark.parametrize("path", PAGES)
def test_no_text_becomes_markup(client: TestClient, path: str) -> None:
    """Titles, publishers and texts are other people's words."""
    page = client.get(path).text
    assert "<script>alert" not in page
    assert "49" not in re.findall(r"\}\}(\d+)|>(49)<", page)


def test_a_report_stands_beside_its_lines(client: TestClient) -> None:
    (row,) = [row for row in client.get("/api/reports").json()["rows"] if row["title"] == "Talks and shells"]
    page = client.get(f"/reports/{row['report_id']}").text
    article = re.sub(r"<[^>]+>", "", page.split("<article")[1].split(">", 1)[1].split("</article>")[0])
    assert article == TEXT
    assert 'data-lines="E1 A1"' in page
    assert "not known" in page
    assert "an official → Harbour Wire" in page


def test_a_hostile_report_is_shown_as_it_is(client: TestClient) -> None:
    document, _ = report(HOSTILE, HOSTILE)
    page = client.get(f"/reports/{report_id_of(document)}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("question", "events"),
    [
        pytest.param("status=planned", ["E2"] * 3, id="by status"),
        pytest.param("kind=AID", [], id="by type: none of that type"),
        pytest.param("q=militia", ["E1"] * 3, id="by a party's name"),
        pytest.param("q=%25", [], id="a sign that SQL takes for everything is a sign"),
        pytest.param("q=Harbour", ["E1", "E2"] * 3, id="by who says so"),
        pytest.param("since=2024-05-17", [], id="after all of them"),
        pytest.param("until=2024-05-16", ["E1", "E2"] * 3, id="until a day means with that day"),
        pytest.param("page=2", [], id="a page that is not there is empty"),
    ],
)
def test_events_are_filtered_by_the_address(client: TestClient, question: str, events: list[str]) -> None:
    assert [row["event_id"] for row in client.get(f"/api/events?{question}").json()["rows"]] == events


@pytest.mark.parametrize("words", ['"', "* OR", "NEAR(", "a AND", "shelled^2", "\x00", "') --"])
def test_whatever_is_searched_for_is_searched_for(client: TestClient, words: str) -> None:
    """The full-text language has signs of its own; people's signs are not it."""
    assert client.get("/reports", params={"q": words}).status_code == 200


@pytest.mark.parametrize("path", ["/events", "/reports/{}"])
def test_an_act_that_nobody_is_said_to_have_done_says_so(client: TestClient, path: str) -> None:
    """In the words of every other output."""
    assert NOT_SAID in client.get(path.format(report_id_of(report("one")[0]))).text


def test_the_room_tells_silence_from_opposition(client: TestClient) -> None:
    sides = client.get("/api/room?about=the%20talks").json()["sides"]
    assert (sides["supports"], sides["opposes"]) == ([], [])
    assert [(stand["holder"], stand["basis"]) for stand in sides["unknown"]] == [("The Northern Front", "absent")]


def test_a_matter_is_one_however_outlets_set_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    spelt = ("Élu’s “plan” for ‘a’", "Élu's \"plan\" for 'a'", "élu's “plan” for 'a’")
    with open_writer(path) as writer:
        for n, words in enumerate((*spelt, "Élu's deal")):
            document, reading = report(str(n), published=f"2024-0{n + 1}-16")
            toward = Target(start=0, end=len(words), text=words)
            stand = with_fields(reading.positions[0], toward=toward)  # type: ignore[arg-type]
            writer.add(document, with_fields(reading, positions=(stand,)))
    client = TestClient(make_app(path, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")
    assert [row["stands"] for row in client.get("/api/rooms").json()["rows"]] == [3, 1]
    for words in spelt:
        found = client.get("/api/room", params={"about": words}).json()
        assert (len(found["sides"]["unknown"]), len(found["months"])) == (3, 3), words


def test_a_party_page_tells_what_is_told_of_it(client: TestClient) -> None:
    militia = client.get("/api/parties/The%20militia").json()
    assert [act["type"] for act in militia["did"]] == ["ASSAULT"] * 3
    assert militia["done"] == []


def test_parties_with_a_name_come_first_and_others_say_that_they_have_none(tmp_path: Path) -> None:
    """ "The militia" of one report need not be that of another: it has no country of its own either."""
    path = tmp_path / "onrecord.db"
    victim = span("The Northern Front", Argument, entity="T4")
    with open_writer(path) as writer:
        for n in range(3):
            document, reading = report(str(n))
            first = with_fields(reading.events[0], recipients=(victim,) if n == 0 else ())  # type: ignore[arg-type]
            entities = tuple(with_fields(entity, country="TCD") for entity in reading.entities)  # type: ignore[arg-type]
            writer.add(document, with_fields(reading, events=(first,), entities=entities))
    client = TestClient(make_app(path, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")
    rows = [
        (row["name"], row["named"], row["country"], row["did"]) for row in client.get("/api/parties").json()["rows"]
    ]
    assert rows == [("The Northern Front", 1, "TCD", 0), ("The militia", 0, None, 3)]
    assert "This is no name" in client.get("/parties/The%20militia").text
    assert "This is no name" not in client.get("/parties/The%20Northern%20Front").text


def test_the_timeline_keeps_facts_and_plans_apart(client: TestClient) -> None:
    """By month, and by day where a month is asked for, or words."""
    told = {"facts": 3, "others": 3}
    assert client.get("/api/timeline").json()["days"] == [{"day": "2024-05", **told}]
    assert client.get("/api/timeline?month=2024-05").json()["days"] == [{"day": "2024-05-16", **told}]
    assert client.get("/api/timeline?q=militia").json()["days"] == [{"day": "2024-05-16", "facts": 3, "others": 0}]
    assert client.get("/api/timeline?month=2024-06").json()["days"] == []


@pytest.mark.parametrize("path", ["/reports/none", "/jobs/none", "/nowhere"])
def test_what_is_not_there_says_so(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_wrong_page_number_is_refused(client: TestClient) -> None:
    assert client.get("/events?page=0").status_code == 422


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        pytest.param("/reports?page=0", 422, "Cannot take page from the address: ", id="a page that there cannot be"),
        pytest.param("/events?status=foo", 422, "status &#39;foo&#39;: there is none", id="a status that there is not"),
        pytest.param(
            "/events?status=planned&kind=WAR", 422, "Choose one of ACCUSE, AGREE", id="a type that there is not"
        ),
        pytest.param("/events?country=Poland", 422, "Write it as POL or KEN", id="a country by its name"),
        pytest.param("/reports?since=yesterday", 422, "Write it as 2024-05-17", id="a day that is none"),
        pytest.param("/timeline?month=2024-13", 422, "is no day, month or year", id="a thirteenth month"),
        pytest.param(
            "/promises?kind=oath", 422, "Choose one of promise, offer", id="a kind of promise that there is not"
        ),
        pytest.param("/across?status=done", 422, "disputed.", id="a status across reports that there is not"),
        pytest.param("/map?kind=war", 422, "Cannot filter by the type", id="a type on the map"),
        pytest.param("/room?about=x&until=May", 422, "Cannot filter by the day", id="a day of a room"),
        pytest.param("/reports/none", 404, "Choose one of the list.", id="a report that is none"),
        pytest.param("/nothing", 404, "Cannot answer /nothing: not found. Begin", id="an address that is none"),
    ],
)
def test_a_person_is_told_what_is_wrong_on_a_page(client: TestClient, path: str, status: int, words: str) -> None:
    """Programs get plain text or JSON, people a page that leads on."""
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert 'href="/"' in answer.text
