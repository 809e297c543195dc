"""Rooms, ties and parties over time: who turned, when, and by which report; what two did by month."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.merge.project import merge_project
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument, Target
from onrecord.store.project import open_writer
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from onrecord.web.pages.turns import with_turns
from readings import report, span, with_fields

STANDS = [
    ("2024-01-10", "opposes"),
    ("2024-02-10", "unknown"),
    ("2024-03-10", "supports"),
    ("2024-03-20", "supports"),
]


def _told(reading: Reading, stance: str, kind: str, quad: int) -> Reading:
    (stand,) = reading.positions
    toward = span("the talks", Target)
    victim = span("The Northern Front", Argument, entity="T4")
    changes = {"recipients": (victim,), "type": kind, "quad": quad}
    first = with_fields(reading.events[0], **changes)  # type: ignore[arg-type]
    basis = "absent" if stance == "unknown" else "stated"
    stands = (with_fields(stand, toward=toward, stance=stance, basis=basis),)  # type: ignore[arg-type]
    return with_fields(reading, positions=stands, events=(first, *reading.events[1:]))


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        for n, (day, stance) in enumerate(STANDS):
            more = f" Paragraph {n}: " + " ".join(f"word{n}x{k}" for k in range(120))  # no copies of one another
            document, reading = report(str(n), more, publisher=f"Daily {n}", published=day)
            kind, quad = ("AID", 2) if n == 3 else ("ASSAULT", 4)
            writer.add(document, _told(reading, stance, kind, quad))
    merge_project(path)
    return TestClient(make_app(path, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")


def _room(client: TestClient, **asked: str) -> Any:
    return client.get("/api/room", params={"about": "the talks", **asked}).json()


def test_a_room_says_who_turned_when_and_by_which_report(client: TestClient) -> None:
    sides = _room(client)["sides"]
    (opposed,), (first, second) = sides["opposes"], sides["supports"]
    assert (opposed["after"]["sort_day"], opposed["after"]["publisher"]) == ("2024-03-10", "Daily 2")
    assert (first["before"]["sort_day"], first["before"]["publisher"]) == ("2024-01-10", "Daily 0")
    assert second["before"] is None, "it had turned before"
    assert all(stand["before"] is None is stand["after"] for stand in sides["unknown"]), "silence turns nobody"
    page = client.get("/room?about=the%20talks").text
    assert page.count("turned later:") == page.count("turned; before:") == 1


def test_a_room_as_it_stood_on_a_day(client: TestClient) -> None:
    sides = _room(client, until="2024-02-28")["sides"]
    assert [len(sides[stance]) for stance in ("supports", "opposes", "unknown")] == [0, 1, 1]
    assert sides["opposes"][0]["after"] is None, "nobody knew yet"


def test_a_room_is_counted_by_month(client: TestClient) -> None:
    assert _room(client)["months"] == [
        {"month": "2024-01", "supports": 0, "opposes": 1, "unknown": 0},
        {"month": "2024-02", "supports": 0, "opposes": 0, "unknown": 1},
        {"month": "2024-03", "supports": 2, "opposes": 0, "unknown": 0},
    ]


def test_a_party_page_says_where_it_turned(client: TestClient) -> None:
    party = client.get("/api/parties/The%20Northern%20Front").json()
    (course,) = party["turned"]
    assert [(stand["day"], stand["stance"]) for stand in course["stands"]] == STANDS
    page = client.get("/parties/The%20Northern%20Front").text
    assert page.count("turned: opposes before") == 1
    assert "Daily 2, 2024-03-10</a> <b>turned" in page
    assert client.get("/api/parties/The%20militia").json()["turned"] == []


def _tie(client: TestClient, **asked: str) -> Any:
    pair = {"one": "The militia", "other": "The Northern Front", **asked}
    return client.get("/api/tie", params=pair).json()


def test_a_tie_over_time_counts_what_brings_together_and_what_sets_against(client: TestClient) -> None:
    tie = _tie(client)
    assert tie["months"] == [
        {"month": "2024-01", "with": 0, "against": 1},
        {"month": "2024-02", "with": 0, "against": 1},
        {"month": "2024-03", "with": 1, "against": 1},
    ]
    assert [act["type"] for act in tie["acts"]] == ["AID", "ASSAULT", "ASSAULT", "ASSAULT"], "the newest first"
    assert client.get("/api/ties").json()["months"] == tie["months"], "they are the only two"


def test_a_tie_of_one_month(client: TestClient) -> None:
    assert [act["type"] for act in _tie(client, month="2024-03")["acts"]] == ["AID", "ASSAULT"]
    assert len(_tie(client, month="2024-03")["months"]) == 3, "the way to the others stays"


def test_a_tie_is_the_same_from_both_sides(client: TestClient) -> None:
    there, back = _tie(client), _tie(client, one="The Northern Front", other="The militia")
    assert there["acts"] == back["acts"]
    assert there["months"] == back["months"]


@pytest.mark.parametrize("pair", [{"one": ""}, {"other": ""}, {"other": "Nobody"}])
def test_a_tie_with_nobody_is_empty(client: TestClient, pair: dict[str, str]) -> None:
    assert (_tie(client, **pair)["acts"], _tie(client, **pair)["months"]) == ([], [])


def test_ties_lead_to_their_two_parties_over_time(client: TestClient) -> None:
    page = client.get("/ties").text
    assert '/tie?one=The%20militia&amp;other=The%20Northern%20Front"' in page


def _stand(day: str, holder: str, stance: str) -> dict[str, Any]:
    return {"sort_day": day, "holder": holder, "stance": stance}


@pytest.mark.parametrize(
    ("stances", "turns"),
    [
        pytest.param("soso", [None, "s", "o", "s"], id="to and fro: each from the one before"),
        pytest.param("sus", [None, None, None], id="silence between changes nothing"),
        pytest.param("sou", [None, "s", None], id="silence afterwards neither"),
        pytest.param("u", [None], id="nothing known"),
    ],
)
def test_turns_of_one_party(stances: str, turns: list[str | None]) -> None:
    names = {"s": "supports", "o": "opposes", "u": "unknown"}
    stands = [_stand(f"2024-01-{n:02}", "A", names[sign]) for n, sign in enumerate(stances, 1)]
    assert [stand["before"] and stand["before"]["stance"][0] for stand in with_turns(stands)] == turns


def test_two_who_differ_have_not_turned() -> None:
    stands = [_stand("2024-01-01", "A", "supports"), _stand("2024-01-02", "B", "opposes")]
    assert all(stand["before"] is None for stand in with_turns(stands))
