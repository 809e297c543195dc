"""Who may ask the site, and what its answers forbid."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.web.app import make_app
from onrecord.web.guard import COOKIE, Rules

HERE = frozenset({"127.0.0.1", "localhost"})


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return TestClient(
        make_app(tmp_path / "onrecord.db", Rules(hosts=HERE, max_bytes=100)), base_url="http://127.0.0.1:8765"
    )


@pytest.mark.parametrize(
    ("host", "status"),
    [
        pytest.param("127.0.0.1:8765", 200, id="this machine"),
        pytest.param("localhost", 200, id="by name"),
        pytest.param("evil.example", 421, id="a name that was bound to this machine from outside (DNS rebinding)"),
        pytest.param("127.0.0.1.evil.example", 421, id="a name that begins like ours"),
        pytest.param("evil.example@127.0.0.1", 200, id="what stands before an @ is no host"),
        pytest.param("", 421, id="none"),
    ],
)
def test_only_our_own_names_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"origin": "http://127.0.0.1:8765"}, 303, id="our own page"),
        pytest.param({"origin": "http://evil.example"}, 403, id="another site's page"),
        pytest.param({"origin": "http://127.0.0.1:9999"}, 403, id="another program's page on this machine"),
        pytest.param({"origin": "null"}, 403, id="a sandboxed frame or a file"),
        pytest.param({}, 403, id="a browser always says where a form comes from"),
    ],
)
def test_forms_are_taken_from_our_own_pages_only(client: TestClient, headers: dict[str, str], status: int) -> None:
    answer = client.post("/read", data={"text": " "}, headers=headers, follow_redirects=False)
    assert answer.status_code == status


def test_a_body_that_is_too_long_is_refused_before_it_is_read(client: TestClient) -> None:
    answer = client.post("/read", data={"text": "x" * 200}, headers={"origin": "http://127.0.0.1:8765"})
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/", "/static/site.css", "/nothing", "/api/reports"])
def test_every_answer_forbids_scripts_and_frames_from_elsewhere(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")


def test_bound_elsewhere_a_token_is_asked_for_once(tmp_path: Path) -> None:
    rules = Rules(hosts=frozenset({"10.0.0.7"}), token="secret")  # noqa: S106 - a test's
    client = TestClient(make_app(tmp_path / "onrecord.db", rules), base_url="http://10.0.0.7")
    assert client.get("/").status_code == 401
    assert client.get("/?token=wrong").status_code == 401
    assert client.get("/?token=secret").status_code == 200
    assert client.cookies[COOKIE] == "secret"
    assert client.get("/reports").status_code == 200, "the cookie is enough from then on"


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fguard.py", "/static//etc/passwd"]
)
def test_no_file_outside_the_static_folder_is_given(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
