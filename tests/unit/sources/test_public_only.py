"""Addresses that lead into this machine or its network are not asked, whatever they look like (SSRF)."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.sources import load_public

PRIVATE = [
    "http://127.0.0.1/",
    "http://localhost:8000/admin",
    "http://[::1]/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://192.168.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://[fe80::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://2130706433/",
    "http://127.1/",
    "http://0x7f000001/",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the number is spelt; nothing is connected to."""
    monkeypatch.setattr(socket.socket, "connect", _never)
    (error,) = load_public(address, {})
    assert isinstance(error, InputError)


def test_a_public_name_that_points_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.5", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    monkeypatch.setattr(socket.socket, "connect", _never)
    (error,) = load_public("http://news.example/", {})
    assert "leads into this machine or its network" in str(error)


def _never(*_: Any) -> None:
    raise AssertionError("a connection was tried")
