"""Review of acts: corrections are kept with who, when and why, outlive a new reading, and become training data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from onrecord.merge.project import merge_project
from onrecord.reading.reading import MadeBy
from onrecord.store.identity import report_id_of
from onrecord.store.project import open_view, open_writer
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from readings import report, span, with_fields

ORIGIN = {"origin": "http://127.0.0.1"}
FIELDS = ("type", "status", "actor", "recipient", "place", "country", "day")
DOCUMENT, READING = report("1", publisher="Daily")
ID = report_id_of(DOCUMENT)
ACT = f"{ID}/E1"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        writer.add(DOCUMENT, READING)
    merge_project(path)
    return path


@pytest.fixture
def client(project: Path) -> TestClient:
    return TestClient(make_app(project, Rules(hosts=frozenset({"127.0.0.1"}))), base_url="http://127.0.0.1")


def _card(client: TestClient, act: str = ACT) -> dict[str, Any]:
    card: dict[str, Any] = client.get("/api/review/acts", params={"act": act}).json()["card"]
    return card


def _now(client: TestClient, act: str = ACT) -> dict[str, str]:
    return {item["field"]: item["now"] for item in _card(client, act)["fields"]}


def _judge(client: TestClient, verdict: str = "save", act: str = ACT, back: str = "", **changed: str) -> Any:
    form = {
        "act": act,
        "verdict": verdict,
        "who": "Ana",
        "back": back,
        "value": [{**_now(client, act), **changed}[f] for f in FIELDS],
    }
    return client.post("/review/act", data=form, headers=ORIGIN, follow_redirects=False)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("type", "COERCE", id="type"),
        pytest.param("status", "denied", id="status"),
        pytest.param("status", "not_planned", id="a plan not to do it"),
        pytest.param("actor", "The Northern Front; The militia", id="several actors"),
        pytest.param("actor", "", id="the report does not say who"),
        pytest.param("recipient", "Kadi", id="recipient"),
        pytest.param("place", "Kadi", id="place"),
        pytest.param("country", "TCD", id="country"),
        pytest.param("day", "2024-05-12", id="day"),
    ],
)
def test_every_field_can_be_corrected_and_the_reading_stays(client: TestClient, field: str, value: str) -> None:
    before = _now(client)
    assert _judge(client, **{field: value}).status_code == 303
    assert _now(client) == {**before, field: value}
    card = {item["field"]: item["read"] for item in _card(client)["fields"]}
    assert card == before, "what was read stands beside it"
    (made,) = client.get("/api/review/decided").json()["decided"]
    assert (made["field"], made["read"], made["right"], made["who"]) == (field, before[field], value, "Ana")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("type", "PICNIC", id="no type"),
        pytest.param("status", "perhaps", id="no status"),
        pytest.param("day", "2024-02-31", id="no day"),
        pytest.param("country", "Chad", id="no code"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_a_cure(client: TestClient, field: str, value: str) -> None:
    answer = _judge(client, **{field: value})
    assert answer.status_code == 400
    assert "Cannot correct" in answer.text
    assert client.get("/api/review/decided").json()["decided"] == []


def test_a_judged_act_does_not_come_up_again_until_it_is_undone(client: TestClient) -> None:
    seen = []
    for _ in range(2):
        card = client.get("/api/review/acts").json()["card"]
        seen.append(card["act"])
        assert _judge(client, "right", act=card["act"]).status_code == 303
    assert sorted(seen) == [f"{ID}/E1", f"{ID}/E2"]
    assert client.get("/api/review/acts").json()["card"] is None
    last = client.get("/api/review/decided").json()["decided"][0]
    assert last["last"]
    client.post("/review/undo", data={"judgement": last["id"], "who": "Ana"}, headers=ORIGIN)
    assert client.get("/api/review/acts").json()["card"]["act"] == seen[1]


def test_an_answer_leads_back_to_the_filters_and_nowhere_else(client: TestClient) -> None:
    answer = _judge(client, "right", back="status=happened&skip=2&act=x%2FE1&evil=%0d%0aX: y&page=//evil.example")
    assert answer.headers["location"] == "/review/acts?status=happened&skip=2&who=Ana"


def test_filters_choose_what_comes_up(client: TestClient) -> None:
    assert client.get("/api/review/acts?status=planned").json()["card"]["act"] == f"{ID}/E2"
    assert client.get("/api/review/acts?kind=AID").json()["card"] is None


@pytest.mark.parametrize("act", ["nothing/E1", f"{ID}/E99", f"{ID}", "/", "a/b/c"])
def test_an_act_that_is_none_is_not_found(client: TestClient, act: str) -> None:
    assert client.get("/review/acts", params={"act": act}).status_code == 404
    form = {"act": act, "verdict": "right", "who": "Ana"}
    assert client.post("/review/act", data=form, headers=ORIGIN).status_code == 400


def test_a_merge_is_asked_for_and_takes_the_correction_in(client: TestClient, project: Path) -> None:
    _judge(client, actor="The Northern Front", place="Tarsk")
    assert client.get("/api/across").json()["unmerged_judgements"] == 2
    assert "2 judgements stand in no merged event yet" in client.get("/review/acts").text
    merge_project(project)
    assert client.get("/api/across").json()["unmerged_judgements"] == 0
    titles = [row["title"] for row in client.get("/api/across").json()["rows"]]
    assert "The Northern Front: shelled (ASSAULT), Tarsk" in titles


def test_no_act_is_no_fact(client: TestClient, project: Path) -> None:
    _judge(client, "none")
    merge_project(project)
    assert {row["status"] for row in client.get("/api/across").json()["rows"]} == {"no_act", "planned"}
    assert "ev-" not in client.get("/api/across?status=happened").text


def _read_anew(project: Path) -> None:
    """By another network, which takes another word of the stretch for the trigger and numbers the acts otherwise."""
    one, two = READING.events
    moved = with_fields(one, id="E2", trigger=span("militia"))  # type: ignore[arg-type]
    anew = with_fields(
        READING,
        events=(with_fields(two, id="E1"), moved),  # type: ignore[arg-type]
        made_by=MadeBy(onrecord="0", model="another", lexicon="none"),
    )
    with open_writer(project) as writer:
        assert writer.add(DOCUMENT, anew).outcome == "reread"


def test_a_correction_stays_through_a_new_reading(client: TestClient, project: Path) -> None:
    _judge(client, type="COERCE")
    _read_anew(project)
    fields = {item["field"]: item for item in _card(client, f"{ID}/E2")["fields"]}
    assert (fields["type"]["read"], fields["type"]["now"]) == ("ASSAULT", "COERCE")
    merge_project(project)
    assert "COERCE" in {row["type"] for row in client.get("/api/across").json()["rows"]}
    (example,) = _examples(client)
    assert (example["read"]["type"], example["right"]["type"]) == ("ASSAULT", "COERCE")


def test_what_was_judged_does_not_come_up_again_when_it_is_read_anew(client: TestClient, project: Path) -> None:
    """Its trigger is another word by now, its number too; the list of what was decided leads to it."""
    _judge(client, "right")
    for _ in range(2):
        assert client.get("/api/review/acts").json()["card"]["act"] == f"{ID}/E2"
    _read_anew(project)
    for _ in range(2):
        assert client.get("/api/review/acts").json()["card"]["act"] == f"{ID}/E1", "the plan that nobody has judged"
        (made,) = client.get("/api/review/decided").json()["decided"]
        assert made["act"] == f"{ID}/E2"
    client.post("/review/undo", data={"judgement": made["id"], "who": "Ana"}, headers=ORIGIN)
    assert client.get("/api/review/acts?status=happened").json()["card"]["act"] == f"{ID}/E2"


def test_what_is_not_read_any_more_leads_nowhere(client: TestClient, project: Path) -> None:
    _judge(client, "right")
    anew = with_fields(READING, events=READING.events[1:], made_by=MadeBy(onrecord="0", model="b", lexicon="none"))  # type: ignore[arg-type]
    with open_writer(project) as writer:
        writer.add(DOCUMENT, anew)
    (made,) = client.get("/api/review/decided").json()["decided"]
    assert made["act"] is None
    assert client.get("/api/review/acts").json()["card"]["act"] == f"{ID}/E2"


def test_what_was_called_right_is_shown_beside_what_is_read_now(client: TestClient, project: Path) -> None:
    _judge(client, "right")
    one, two = READING.events
    anew = (with_fields(one, type="COERCE"), two)  # type: ignore[arg-type]
    with open_writer(project) as writer:
        writer.add(DOCUMENT, with_fields(READING, events=anew, made_by=MadeBy(onrecord="0", model="b", lexicon="none")))  # type: ignore[arg-type]
    assert _now(client)["type"] == "ASSAULT"
    merge_project(project)
    key = next(row["cluster_id"] for row in client.get("/api/across").json()["rows"] if row["status"] == "happened")
    assert "called right before it was read anew, type: <ins>ASSAULT</ins>" in client.get(f"/across/{key}").text


def _examples(client: TestClient) -> list[dict[str, Any]]:
    answer = client.get("/review/training.jsonl")
    assert "attachment" in answer.headers["content-disposition"]
    return [json.loads(line) for line in answer.text.splitlines()]


def test_judgements_are_training_data_with_what_was_read_and_what_is_right(client: TestClient) -> None:
    _judge(client, recipient="Kadi")
    _judge(client, "right")
    (example,) = _examples(client)
    sentence, (start, end) = example["sentence"], example["trigger"]
    assert sentence[start:end] == "shelled"
    assert DOCUMENT.text[example["start"] :].startswith(sentence)
    assert (example["read"]["recipient"], example["right"]["recipient"]) == ("", "Kadi")
    assert example["judged"] == sorted(FIELDS), "the rest was said to be right"
    assert "A{The militia} T{shelled} R{Kadi}" in example["marked"]
    assert [by["who"] for by in example["by"]] == ["Ana", "Ana"]


def test_what_is_no_act_is_an_example_without_a_right_reading(client: TestClient) -> None:
    _judge(client, "none")
    (example,) = _examples(client)
    assert (example["right"], example["marked"]) == (None, None)


def test_what_is_undone_is_no_example(client: TestClient) -> None:
    _judge(client, type="COERCE")
    (made,) = client.get("/api/review/decided").json()["decided"]
    client.post("/review/undo", data={"judgement": made["id"], "who": "Ana"}, headers=ORIGIN)
    assert _examples(client) == []


def test_an_undo_of_nothing_is_refused(client: TestClient) -> None:
    answer = client.post("/review/undo", data={"judgement": "none", "who": "Ana"}, headers=ORIGIN)
    assert answer.status_code == 400
    assert "no such judgement" in answer.text


def test_examples_name_only_reports_that_are_there(client: TestClient, project: Path) -> None:
    """A project whose reports were taken out by hand still exports the rest."""
    _judge(client, type="COERCE")
    with open_view(project) as view:
        (judgement,) = view.judgements()
    lost = msgspec.structs.replace(judgement, subjects=("0123456789abcdef:00000000",))
    with open_writer(project) as writer:
        writer.add_judgement(lost)
    assert len(_examples(client)) == 1
