"""What stands between the pages and the rest of the world.

A site on a laptop is reached by every page that its browser has open. So: foreign Host headers are refused (DNS
rebinding), forms are taken from our own pages only (CSRF), no script runs but our files (CSP), and where the site is
bound to more than the machine itself, a token is asked for.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "onrecord_token"
_HEADERS = (
    # Nothing from elsewhere, no inline script, no frame around us; `data:` for the small arrows in the style sheet.
    (b"content-security-policy", b"default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # with "no-referrer" browsers send forms with the origin "null"
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)  # fmt: skip


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """Who may ask.

    Attributes:
        hosts: the names (without port) under which the site answers.
        token: what a request must bring, as `?token=` once or as the cookie it leaves; None asks for nothing.
        max_bytes: the longest body that is taken.
    """

    hosts: frozenset[str]
    token: str | None = None
    max_bytes: int = 20_000_000


class Guard:
    """ASGI middleware that lets a request through, or answers it with a plain-text refusal."""

    def __init__(self, app: App, rules: Rules) -> None:
        self._app, self._rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(send, *refusal)
            return
        await self._app(scope, receive, _with_headers(send, self._cookie(scope)))

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if _name_of(f"//{host}") not in self._rules.hosts:
            return 421, f"This site does not answer as {host[:100]!r}."
        if scope["method"] not in ("GET", "HEAD"):
            origin = headers.get("origin")
            if origin is None or origin.partition("://")[2] != host:
                return 403, "Forms are taken from this site's own pages only."
            if not _fits(headers.get("content-length", ""), self._rules.max_bytes):
                return 413, f"More than {self._rules.max_bytes:,} bytes, or of unknown length."
        if self._rules.token is not None and not self._has_token(scope, headers):
            return 401, "Open the address with the token that `onrecord serve` printed."
        return None

    def _has_token(self, scope: Scope, headers: dict[str, str]) -> bool:
        cookies = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
        brought = [value for name, _, value in cookies if name == COOKIE] + _tokens(scope)
        return any(hmac.compare_digest(value.encode(), (self._rules.token or "").encode()) for value in brought)

    def _cookie(self, scope: Scope) -> bytes | None:
        """The cookie for whoever came with the token in the address."""
        if self._rules.token is None or not _tokens(scope):
            return None
        return f"{COOKIE}={self._rules.token}; HttpOnly; SameSite=Strict; Path=/".encode()


def _fits(length: str, most: int) -> bool:
    """Whether a stated length is a number, and no more than `most`."""
    return length.isascii() and length.isdigit() and len(length) <= len(str(most)) and int(length) <= most


def _name_of(address: str) -> str | None:
    """The host's name in an address; None where it is malformed."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _tokens(scope: Scope) -> list[str]:
    return parse_qs(scope["query_string"].decode("latin-1")).get("token", [])


def _with_headers(send: Send, cookie: bytes | None) -> Send:
    async def send_more(message: Any) -> None:  # noqa: ANN401 - ASGI messages
        if message["type"] == "http.response.start":
            extra = [*_HEADERS, (b"set-cookie", cookie)] if cookie else list(_HEADERS)
            message = {**message, "headers": [*message["headers"], *extra]}
        await send(message)

    return send_more


async def _refuse(send: Send, status: int, words: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
