"""`onrecord serve`: where it listens, and that answers do not wait."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import uvicorn
from typer.testing import CliRunner

from onrecord.cli.app import app


def test_answers_go_out_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a connection writes is not held back until the browser has confirmed what came before (40 ms each time)."""
    held: list[int] = []

    def run(_: uvicorn.Server, sockets: list[socket.socket]) -> None:
        (bound,) = sockets
        bound.listen()
        with socket.create_connection(bound.getsockname()), bound.accept()[0] as connection:
            held.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        bound.close()

    monkeypatch.setattr(uvicorn.Server, "run", run)
    result = CliRunner().invoke(app, ["serve", "--project", str(tmp_path / "onrecord.db"), "--port", "0"])
    assert result.exit_code == 0, result.output
    assert held[0] != 0
    assert "at http://127.0.0.1:" in result.stderr


def test_an_address_that_cannot_be_had_is_named_with_its_cure(tmp_path: Path) -> None:
    """Most often it is a first `onrecord serve` that still runs."""
    asked = ["serve", "--project", str(tmp_path / "onrecord.db"), "--port"]
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, [*asked, str(port)], standalone_mode=False)
    assert str(result.exception) == (
        f"Cannot serve at 127.0.0.1, port {port}: another program answers there."
        " Name another --port, or 0 for any that is free."
    )
    result = CliRunner().invoke(app, [*asked, "0", "--host", "192.0.2.1"], standalone_mode=False)
    assert "Check --host and --port." in str(result.exception)
