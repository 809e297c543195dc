"""A page from the network: the only place where onrecord asks it, and only for an address that the user gave."""

from __future__ import annotations

import ipaddress
import socket

import httpx

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES

_TIMEOUT_SECONDS = 20.0
_MAX_HOPS = 10


def fetch(url: str, *, public_only: bool = False) -> tuple[bytes, str]:
    """The body and the media type of what stands at `url`.

    Args:
        url: an http(s) address; redirects are followed.
        public_only: ask nothing inside this machine or its network, whatever names and redirects say (SSRF).

    Raises:
        InputError: the address is no http(s) address, cannot be reached, is not public where it must be, or sends an
            error, or more than `MAX_BYTES`.
    """
    try:
        with httpx.Client(timeout=_TIMEOUT_SECONDS, trust_env=not public_only) as client:
            address = httpx.URL(url)
            for _ in range(_MAX_HOPS):
                if public_only:
                    _check_public(address, url)
                with client.stream("GET", address) as response:
                    if response.next_request is None:
                        if public_only:
                            _check_peer(response, url)
                        return _body(response, url)
                    address = response.next_request.url
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        cause = str(error) or type(error).__name__
        raise InputError(f"read {url}", cause, "Check the address and the connection") from error
    raise InputError(f"read {url}", "it redirects without an end", "Open the address in a browser and save the page")


def _body(response: httpx.Response, url: str) -> tuple[bytes, str]:
    if response.status_code != httpx.codes.OK:
        cause = f"the server answered {response.status_code} {response.reason_phrase}"
        raise InputError(f"read {url}", cause, "Open the address in a browser and save the page")
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            cause = f"the page is larger than {MAX_BYTES:,} bytes"
            raise InputError(f"read {url}", cause, "Save the article's text and read that")
    return bytes(body), response.headers.get("content-type", "").partition(";")[0].strip().lower()


def _check_public(address: httpx.URL, url: str) -> None:
    """Refuse a host any of whose addresses is not public."""
    found = socket.getaddrinfo(address.host, address.port or 443, type=socket.SOCK_STREAM)
    for *_, (host, *_) in found:
        _check_host(str(host), url)


def _check_peer(response: httpx.Response, url: str) -> None:
    """Refuse what answered from elsewhere than the name said a moment ago (DNS rebinding), before a byte is read."""
    peer = response.extensions["network_stream"].get_extra_info("server_addr")
    if peer is not None:
        _check_host(str(peer[0]), url)


def _check_host(host: str, url: str) -> None:
    if not ipaddress.ip_address(host.partition("%")[0]).is_global:
        raise InputError(f"read {url}", "it leads into this machine or its network", "Paste the report's text instead")
