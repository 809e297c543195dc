"""Hostile inputs, one a row: each is refused, or does no harm."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import msgspec
import pytest
from fastapi.testclient import TestClient

from onrecord.errors import InputError
from onrecord.reading.document import DocumentInfo
from onrecord.reading.label import Label
from onrecord.reading.place import Place, PlaceMention
from onrecord.reading.reading import Reading
from onrecord.sources import load_public, url
from onrecord.store.identity import report_id_of
from onrecord.store.project import open_view, open_writer
from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from readings import TEXT, report, with_fields

HOST = "127.0.0.1:8765"
OURS = {"origin": f"http://{HOST}"}

# --- words in reports -------------------------------------------------------------------------------------------------

WORDS = [
    pytest.param("<script>alert(1)</script>", id="a script"),
    pytest.param('"><script>alert(1)</script>', id="a script that closes an attribute first"),
    pytest.param("<img src=x onerror=alert(1)>", id="a handler"),
    pytest.param("' onmouseover='alert(1)", id="a handler that closes an attribute with the other quote"),
    pytest.param("</article></section></main><h1>Fake</h1>", id="tags that close ours"),
    pytest.param("<!-- ", id="a comment without an end"),
    pytest.param("<![CDATA[x]]><?php x ?>", id="sections of other languages"),
    pytest.param("&lt;script&gt;alert(1)&lt;/script&gt;", id="markup that somebody has escaped once"),
    pytest.param("{{ 7 * 7 }}{% raw %}{# x #}", id="signs of the templates"),
    pytest.param("javascript:alert(1)", id="an address that runs"),
    pytest.param("\u202egnp.exe\u2066", id="a file name with its letters turned round"),
    pytest.param("../../../../etc/passwd", id="a path as a name"),
    pytest.param("=cmd|'/c calc'!A1", id="a formula"),
    pytest.param("'; DROP TABLE reports; --", id="SQL"),
    pytest.param("<iframe src=//evil.example></iframe><form action=//evil.example><button>", id="a frame and a form"),
    pytest.param(
        '<meta http-equiv="refresh" content="0;url=//evil.example"><base href=//evil.example>', id="a redirect"
    ),
]


def _hostile(words: str) -> tuple[Any, Reading]:
    """A report with the words wherever a report can hold any: title, publisher, file name, address, text, names."""
    document, reading = report(words, words, title=words, publisher=words, url=words)
    entities = tuple(with_fields(entity, name=words) for entity in reading.entities)  # type: ignore[arg-type]
    start = len(TEXT)
    mention = PlaceMention(start=start, end=start + len(words), text=words, use="literal")
    place = Place(id="L1", name=words, geonameid="1", lat=10.0, lon=20.0, country="TCD", admin1=None, feature="PPL",
                  precision="place", mentions=(mention,))  # fmt: skip
    label = Label(start=start, end=start + len(words), text=words, entity="T1", scare_quotes=True)
    (stand,) = reading.positions
    toward = {"start": start, "end": start + len(words), "text": words}
    stand = msgspec.convert({**msgspec.to_builtins(stand), "toward": toward, "conditions": [toward]}, type(stand))
    first = with_fields(reading.events[0], place="L1")  # type: ignore[arg-type]
    told = {"entities": entities, "places": (place,), "labels": (label,), "positions": (stand,)}
    return document, with_fields(
        reading, **told, events=(first, *reading.events[1:]), document=DocumentInfo.of(document)
    )


class _Elements(HTMLParser):
    """Which elements a page has, and which of their attributes could run or lead anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.running: list[str] = []
        self.away: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.running.append(f"{tag} {name}")
            if name in ("href", "src", "action", "formaction") and not (value or "").startswith(
                ("/", "#", "?", "data:,")
            ):
                self.away.append(f"{tag} {name}={value}")
            if (value or "").startswith("//"):
                self.away.append(f"{tag} {name}={value}")


@pytest.mark.parametrize("words", WORDS)
def test_words_of_a_report_are_never_more_than_words(tmp_path: Path, words: str) -> None:
    path = tmp_path / "onrecord.db"
    document, reading = _hostile(words)
    with open_writer(path) as writer:
        writer.add(document, reading)
    client = TestClient(make_app(path, Rules(hosts=frozenset({"127.0.0.1"}))), base_url=f"http://{HOST}")
    key = report_id_of(document)
    name = quote(words, safe="")
    views = (
        f"/reports/{key}", "/reports", "/events", "/timeline", "/parties", f"/parties/{name}", "/rooms",
        f"/room?about={name}", "/promises", "/map", "/ties", "/review/acts", f"/review/acts?act={key}/E1",
        f"/events?q={name}", f"/reports?q={name}",
    )  # fmt: skip
    for view in views:
        answer = client.get(view)
        assert answer.status_code == 200, view
        page = _Elements()
        page.feed(answer.text)
        assert (page.running, page.away) == ([], []), view
        assert not page.found & {"img", "iframe", "base", "object", "embed", "h3", "style"}, view
        assert answer.text.count("<script") == 1, view
    with open_view(path) as view_:
        assert view_.text(key) == document.text, "and nothing of it is lost"


# --- requests ---------------------------------------------------------------------------------------------------------

GET = [
    pytest.param("/events?q=<script>alert(1)</script>", 200, id="a script in a search"),
    pytest.param("/parties/<script>alert(1)</script>", 200, id="a script in a name"),
    pytest.param("/room?about=<script>alert(1)</script>", 200, id="a script in a matter"),
    pytest.param("/reports/<script>alert(1)</script>", 404, id="a script in an id"),
    pytest.param("/nothing/<script>alert(1)</script>", 404, id="a script in an address that is none"),
    pytest.param("/jobs/<script>alert(1)</script>", 404, id="a script in a job's id"),
    pytest.param("/across/<script>alert(1)</script>", 404, id="a script in an event's id"),
    pytest.param("/review?who=<script>alert(1)</script>", 200, id="a script in a name that is handed on"),
    pytest.param("/events?q='; DROP TABLE reports; --", 200, id="SQL in a search"),
    pytest.param("/events?kind=x' OR '1'='1", 422, id="SQL in a choice"),
    pytest.param("/events?kind=<script>alert(1)</script>", 422, id="a script in a choice"),
    pytest.param("/events?since={value}<script>alert(1)</script>", 422, id="a script, and a template's sign, as a day"),
    pytest.param('/reports?q="NEAR( OR * ^', 200, id="signs of the full-text language"),
    pytest.param("/reports?q=%00", 200, id="a null character"),
    pytest.param("/reports?q=%ff%fe", 200, id="bytes that are no text"),
    pytest.param("/reports?q=" + "%22a" * 5_000, 200, id="thousands of quotes"),
    pytest.param("/reports?q=" + "a%20" * 15_000, 200, id="fifteen thousand words"),
    pytest.param("/reports?page=99999999999999999999999", 422, id="a page beyond all numbers"),
    pytest.param("/reports?page=-1", 422, id="a page before the first"),
    pytest.param("/review?skip=-1", 422, id="a question before the first"),
    pytest.param("/static/../app.py", 404, id="a path out of the folder"),
    pytest.param("/static/%2e%2e%2f%2e%2e%2fapp.py", 404, id="the same, escaped"),
    pytest.param("/static/..%5c..%5capp.py", 404, id="the same, for Windows"),
    pytest.param("/static//etc/passwd", 404, id="a path from the root"),
    pytest.param("/static/%00site.css", 404, id="a null character in a file's name"),
    pytest.param("/export/events?as=../../x", 422, id="a path as the kind of a file"),
    pytest.param("/export/events?as=csv&list=__class__", 404, id="an attribute as a list"),
    pytest.param("/api/reports/..%2f..%2fonrecord.db", 404, id="a path as an id"),
]  # fmt: skip


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        writer.add(*report("1"))
    rules = Rules(hosts=frozenset({"127.0.0.1"}), max_bytes=100_000)
    return TestClient(make_app(path, rules), base_url=f"http://{HOST}")


@pytest.mark.parametrize(("address", "status"), GET)
def test_whatever_stands_in_an_address_does_no_harm(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "<script>alert" not in answer.text
    assert "Traceback" not in answer.text
    assert len(client.get("/api/reports").json()["rows"]) == 1, "all is still there"


HEADERS = [
    pytest.param({"host": "evil.example"}, 421, id="a name bound to this machine from outside (DNS rebinding)"),
    pytest.param({"host": "127.0.0.1.evil.example"}, 421, id="a name that begins like ours"),
    pytest.param({"host": f"{HOST}@evil.example"}, 421, id="our name as a user of another"),
    pytest.param({"host": "[::1"}, 421, id="half an address"),
    pytest.param({"host": "[::ffff:127.0.0.1]"}, 421, id="our address in another notation"),
    pytest.param({"host": "2130706433"}, 421, id="our address as one number"),
    pytest.param({"host": "evil.example", "x-forwarded-host": HOST}, 421, id="what a proxy is said to have said"),
    pytest.param({"host": HOST, "x-forwarded-host": "evil.example"}, 200, id="the same the other way: nobody listens"),
]


@pytest.mark.parametrize(("headers", "status"), HEADERS)
def test_only_our_own_name_is_answered(client: TestClient, headers: dict[str, str], status: int) -> None:
    answer = client.get("/", headers=headers)
    assert answer.status_code == status
    assert "evil.example/" not in answer.text


FORMS = [
    pytest.param({}, "text=x", 403, id="a form from nowhere"),
    pytest.param({"origin": "http://evil.example"}, "text=x", 403, id="a form from another site (CSRF)"),
    pytest.param({"origin": "http://127.0.0.1:9999"}, "text=x", 403, id="from another program on this machine"),
    pytest.param({"origin": "null"}, "text=x", 403, id="from a frame without an origin"),
    pytest.param({"origin": f"http://{HOST}@evil.example"}, "text=x", 403, id="our name as a user of another"),
    pytest.param({"origin": f"http://{HOST}.evil.example"}, "text=x", 403, id="a name that begins like ours"),
    pytest.param({"origin": "http://["}, "text=x", 403, id="an origin that is no address"),
    pytest.param({**OURS, "content-length": "99999999999"}, "text=x", 413, id="a body that is said to be huge"),
    pytest.param({**OURS, "content-length": "9" * 5_000}, "text=x", 413, id="a length of five thousand digits"),
    pytest.param({**OURS, "content-length": "-1"}, "text=x", 413, id="a length below nothing"),
    pytest.param({**OURS, "content-length": "many"}, "text=x", 413, id="a length that is no number"),
    pytest.param({**OURS, "content-length": "²"}, "text=x", 413, id="a digit that is none"),
    pytest.param(OURS, "text=" + "x" * 200_000, 413, id="a huge body"),
]


@pytest.mark.parametrize(("headers", "body", "status"), FORMS)
def test_forms_that_are_refused_before_they_are_read(
    client: TestClient, headers: dict[str, str], body: str, status: int
) -> None:
    sent = {"content-type": "application/x-www-form-urlencoded", **headers}
    raw = [(name.encode(), value.encode("utf-8")) for name, value in sent.items()]
    assert client.post("/read", content=body, headers=raw, follow_redirects=False).status_code == status  # type: ignore[arg-type]


def test_a_body_without_a_length_is_refused(client: TestClient) -> None:
    """It could go on for ever."""
    endless = iter([b"text=", b"x" * 10])
    assert client.post("/read", content=endless, headers=OURS).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_do_nothing(client: TestClient, method: str) -> None:
    assert client.request(method, "/reports", headers=OURS).status_code in (405, 413)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        pytest.param("/review/answer", {"one": "a", "other": "b", "verdict": "<b>", "who": "x"}, id="no such question"),
        pytest.param("/review/act", {"act": "../../x", "verdict": "right", "who": "x"}, id="a path as an act"),
        pytest.param("/review/undo", {"judgement": "' OR 1=1", "who": "x"}, id="SQL as a judgement"),
        pytest.param("/jobs/../../x/cancel", {}, id="a path as a job"),
    ],
)
def test_forms_about_nothing_change_nothing(client: TestClient, path: str, fields: dict[str, str]) -> None:
    answer = client.post(path, data=fields, headers=OURS, follow_redirects=False)
    assert answer.status_code in (400, 404, 413)
    assert client.get("/api/review/decided").json()["decided"] == []


def test_many_fields_and_files_are_refused(client: TestClient) -> None:
    many = "&".join(f"x{n}=1" for n in range(5_000))
    form = {**OURS, "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/review/undo", content=many, headers=form).status_code in (400, 422)
    assert client.post("/read", files={"text": ("a.txt", b"x")}, headers=OURS).status_code == 422


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "skip=1%0d%0aSet-Cookie:%20a=b", "q=\r\nX: y"]
)
def test_an_answer_leads_nowhere_else(client: TestClient, back: str) -> None:
    with open_view(client.app.state.site.project) as view:  # type: ignore[attr-defined]
        (key,) = [row.report_id for row in view.reports()]
    fields = {"act": f"{key}/E1", "verdict": "right", "who": "Ana", "back": back}
    answer = client.post("/review/act", data=fields, headers=OURS, follow_redirects=False)
    assert answer.headers["location"].startswith("/review/acts?")
    assert "set-cookie" not in answer.headers
    assert "evil" not in answer.headers["location"]


# --- addresses to be fetched ------------------------------------------------------------------------------------------

INSIDE = [
    "http://127.0.0.1/", "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
    "http://0177.0.0.1/", "http://0/", "http://0.0.0.0/", "http://10.1.2.3/", "http://172.16.0.1/", "http://192.168.0.1/",
    "http://100.64.0.1/", "http://169.254.169.254/latest/meta-data", "http://224.0.0.1/", "http://255.255.255.255/",
    "http://[::1]/", "http://[::]/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::127.0.0.1]/", "http://[2002:7f00:1::]/",
    "http://user:word@127.0.0.1/", "http://127.0.0.1:22/", "https://127.0.0.1/", "http://[fe80::1%25lo]/",
]  # fmt: skip
NO_ADDRESS = [
    "http://", "http:///x", "http://[", "http://:80/", "http://a..b/", "http://" + "a" * 300 + ".example/",
    "http://evil.example:99999/", "http://\u2100.example/",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_inside_is_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is spelt; no connection is tried."""
    monkeypatch.setattr(socket.socket, "connect", _never)
    (error,) = load_public(address, {})
    assert isinstance(error, InputError)


@pytest.mark.parametrize("address", NO_ADDRESS)
def test_what_is_no_address_is_an_error_that_says_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _never)
    (error,) = load_public(address, {})
    assert isinstance(error, InputError)


def _never(*_: Any) -> None:
    raise AssertionError("a connection was tried")


class _Server(BaseHTTPRequestHandler):
    """What the outside answers with, by path."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.server.server_address[0], self.headers["host"]))  # type: ignore[arg-type]
        inside = f"http://127.0.0.1:{self.server.server_address[1]}/secret"
        away = {"/redirect": inside, "/file": "file:///etc/passwd", "/round": "/round", "/relative": "/page"}
        if self.path in away:
            self.send_response(302)
            self.send_header("location", away[self.path])
            self.end_headers()
            return
        self.send_response(200)
        packed = self.path == "/bomb"
        body = gzip.compress(b"\0" * 200_000_000, 9) if packed else b"Rebels shelled the town on Sunday."
        if packed:
            self.send_header("content-encoding", "gzip")
        self.send_header("content-type", "text/plain")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:  # silence
        return


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server that counts as public; only 127.0.0.2 does, so what leads to 127.0.0.1 leads inside."""
    _Server.asked.clear()
    server = ThreadingHTTPServer(("0.0.0.0", 0), _Server)  # noqa: S104 - both addresses of this machine
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(url, "_is_public", lambda host: host == "127.0.0.2")
    yield f"http://127.0.0.2:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "because", "asked"),
    [
        pytest.param("/redirect", "leads into this machine", 1, id="a redirect inside"),
        pytest.param("/file", "no web address", 1, id="a redirect to a file"),
        pytest.param("/round", "redirects without an end", 10, id="a redirect in a circle"),
        pytest.param("/bomb", "larger than 20,000,000 bytes", 1, id="a bomb of 200 million bytes"),
    ],
)
def test_what_the_outside_answers_is_not_trusted(outside: str, path: str, because: str, asked: int) -> None:
    (error,) = load_public(outside + path, {})
    assert isinstance(error, InputError)
    assert because in str(error)
    assert len(_Server.asked) == asked


def test_a_relative_redirect_stays_with_its_host(outside: str) -> None:
    (document,) = load_public(f"{outside}/relative", {})
    assert not isinstance(document, InputError)
    assert {host for _, host in _Server.asked} == {outside.removeprefix("http://")}


def test_a_name_is_looked_up_once(outside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that points outside when it is checked and inside when it is asked (DNS rebinding)."""
    port = int(outside.rpartition(":")[2])
    turns = iter(["127.0.0.2", "127.0.0.1", "127.0.0.1"])
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: real(next(turns) if host == "news.example" else host, *rest, **more),
    )
    (document,) = load_public(f"http://news.example:{port}/page", {})
    assert not isinstance(document, InputError)
    assert _Server.asked == [("0.0.0.0", f"news.example:{port}")]  # noqa: S104 - the server's own address
