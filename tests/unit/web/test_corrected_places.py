"""A corrected place comes onto the map: at once where one place bears the name, by choice where several do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.export.corrections import corrections_of
from onrecord.merge.project import merge_project
from onrecord.reading.place import Place, PlaceMention
from onrecord.store.identity import report_id_of
from onrecord.store.project import open_view, open_writer
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from readings import report, span, with_fields

ORIGIN = {"origin": "http://127.0.0.1"}
FIELDS = ("type", "status", "actor", "recipient", "place", "country", "day")
ACT = f"{report_id_of(report('0')[0])}/E1"
KYIV, HOMS = "703448", "169577"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two reports by different outlets of one attack, wrongly read to be at a Kadi in Chad."""
    path = tmp_path / "onrecord.db"
    words = {name: getattr(span("Kadi"), name) for name in ("start", "end", "text")}
    place = Place(id="L1", name="Kadi", geonameid="1", lat=12.0, lon=15.0, country="TCD", admin1=None, feature="PPL",
                  precision="place", mentions=(PlaceMention(**words, use="literal"),))  # fmt: skip
    with open_writer(path) as writer:
        for n in range(2):
            document, reading = report(str(n), publisher=f"Daily {n}")
            first = with_fields(reading.events[0], place="L1")  # type: ignore[arg-type]
            writer.add(document, with_fields(reading, places=(place,), events=(first, *reading.events[1:])))
    merge_project(path)
    return path


@pytest.fixture
def client(project: Path) -> TestClient:
    return TestClient(make_app(project, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")


def _correct(client: TestClient, **changed: str) -> str:
    card = client.get("/api/review/acts", params={"act": ACT}).json()["card"]
    now = {item["field"]: item["now"] for item in card["fields"]}
    form = {"act": ACT, "verdict": "save", "who": "Ana", "back": "status=happened"}
    form["value"] = [{**now, **changed}[field] for field in FIELDS]  # type: ignore[assignment]
    answer = client.post("/review/act", data=form, headers=ORIGIN, follow_redirects=False)
    assert answer.status_code == 303
    return answer.headers["location"]


def _marks(client: TestClient, project: Path, **asked: str) -> list[tuple[Any, ...]]:
    merge_project(project)
    marks = client.get("/api/map", params=asked).json()["marks"]
    return [(mark["place"], mark["country"], round(mark["lat"]), mark["acts"], mark["corrected"]) for mark in marks]


def _choose(client: TestClient, location: str, geonameid: str, **more: str) -> Any:
    judgement = dict(part.split("=") for part in location.partition("?")[2].split("&"))["judgement"]
    form = {"judgement": judgement, "who": "Ana", "geonameid": geonameid, "back": "status=happened&judgement=x", **more}
    return client.post("/review/place", data=form, headers=ORIGIN, follow_redirects=False)


def test_a_name_that_one_place_bears_is_on_the_map_at_once(client: TestClient, project: Path) -> None:
    """For every report that tells the event; what was read is there no more."""
    assert _marks(client, project) == [("Kadi", "TCD", 12, 2, 0)]
    assert _correct(client, place="Kyiv").startswith("/review/acts")
    assert _marks(client, project) == [("Kyiv", "UKR", 50, 2, 2)]
    (row,) = (row for row in client.get("/api/across").json()["rows"] if row["status"] == "happened")
    assert row["country"] == "UKR"
    with open_view(project) as view:
        cluster = next(cluster for cluster in view.clusters() if cluster.status == "happened")
    assert corrections_of(cluster.record)["place"]["geonameid"] == KYIV, "exports have its point"
    assert "<ins>Kyiv</ins> (Kyiv City, UKR)" in client.get(f"/across/{cluster.cluster_id}").text


def test_a_name_that_several_places_bear_is_asked_for(client: TestClient, project: Path) -> None:
    location = _correct(client, place="Homs")
    assert location.startswith("/review/place?status=happened&judgement=")
    assert _marks(client, project) == [], "until somebody has chosen it is on the map nowhere"
    asked = client.get(f"/api{location}").json()
    assert asked["name"] == "Homs"
    assert HOMS in [choice["geonameid"] for choice in asked["choices"]]
    assert "Homs, Syria · a town or village" in client.get(location).text
    answer = _choose(client, location, HOMS)
    assert answer.headers["location"] == "/review/acts?status=happened&who=Ana"
    assert _marks(client, project) == [("Homs", "SYR", 35, 2, 2)]
    last = client.get("/api/review/decided").json()["decided"][0]
    assert (last["field"], last["right"], last["spot"]["geonameid"], last["who"]) == ("place", "Homs", HOMS, "Ana")


def test_none_of_them_leaves_the_name_without_a_point(client: TestClient, project: Path) -> None:
    assert _choose(client, _correct(client, place="Homs"), "").status_code == 303
    assert _marks(client, project) == []
    assert len(client.get("/api/review/decided").json()["decided"]) == 1
    assert "no point on the map" in client.get("/review/decided").text


def test_none_of_them_takes_a_choice_back(client: TestClient, project: Path) -> None:
    """Whoever comes back to what was chosen and finds that it is none of them leaves the name without a point."""
    _choose(client, _correct(client, place="Homs"), HOMS)
    assert len(_marks(client, project)) == 1
    with open_view(project) as view:
        (chosen,) = (made for made in view.judgements() if "spot" in made.value)
    assert chosen.value["spot"]["geonameid"] == HOMS
    _choose(client, f"?judgement={chosen.id}", "")
    assert _marks(client, project) == []


def test_a_choice_can_be_taken_back(client: TestClient, project: Path) -> None:
    _correct(client, place="Kyiv")
    (made,) = client.get("/api/review/decided").json()["decided"]
    client.post("/review/undo", data={"judgement": made["id"], "who": "Ana"}, headers=ORIGIN)
    assert _marks(client, project) == [("Kadi", "TCD", 12, 2, 0)]


@pytest.mark.parametrize(
    ("changed", "marks"),
    [
        pytest.param({"place": "Nowhere at all"}, [], id="a place that no gazetteer knows"),
        pytest.param({"place": ""}, [], id="the report names none"),
        pytest.param({"status": "denied"}, [], id="no fact"),
        pytest.param({"type": "AID"}, [("Kadi", "TCD", 12, 2, 0)], id="another type, at the same place"),
        pytest.param(
            {"place": "Tripoli", "country": "LBN"},
            [("Tripoli", "LBN", 34, 2, 2)],
            id="the only one in the country that somebody says",
        ),
        pytest.param({"place": "Homs", "country": "SYR"}, None, id="several in that country"),
        pytest.param({"place": "Damascus", "country": "UKR"}, None, id="none there, but elsewhere"),
    ],
)
def test_other_corrections(
    client: TestClient, project: Path, changed: dict[str, str], marks: list[tuple[Any, ...]] | None
) -> None:
    location = _correct(client, **changed)
    assert location.startswith("/review/place") == (marks is None), "it is asked which"
    assert _marks(client, project) == (marks or [])


def test_another_country_with_the_same_name_asks_which_place(client: TestClient, project: Path) -> None:
    """The point that was read is wrong; where there is no such place in that country, none is put in its stead."""
    _correct(client, country="UKR")
    assert _marks(client, project) == []


def test_filters_of_the_map_know_corrections(client: TestClient, project: Path) -> None:
    _correct(client, place="Kyiv", type="AID")
    assert _marks(client, project, kind="AID") == [("Kyiv", "UKR", 50, 2, 2)]
    assert _marks(client, project, kind="ASSAULT") == []
    assert _marks(client, project, q="militia") == [("Kyiv", "UKR", 50, 2, 2)]


@pytest.mark.parametrize(
    ("geonameid", "status"),
    [
        pytest.param("703448", 400, id="a place of another name"),
        pytest.param("'; DROP TABLE place", 400, id="no id"),
        pytest.param("²", 400, id="no number"),
    ],
)
def test_only_what_is_offered_can_be_chosen(client: TestClient, geonameid: str, status: int) -> None:
    assert _choose(client, _correct(client, place="Homs"), geonameid).status_code == status


@pytest.mark.parametrize("judgement", ["", "none", "0123456789abcdef"])
def test_what_is_no_correction_of_a_place_asks_nothing(client: TestClient, judgement: str) -> None:
    _correct(client, type="AID")
    assert client.get("/review/place", params={"judgement": judgement}).status_code == 404
    (made,) = client.get("/api/review/decided").json()["decided"]
    assert client.get("/review/place", params={"judgement": made["id"]}).status_code == 404


def test_without_a_gazetteer_a_correction_is_kept(
    client: TestClient, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onrecord_gazetteer", None)
    assert _correct(client, place="Kyiv").startswith("/review/acts")
    assert _marks(client, project) == []
