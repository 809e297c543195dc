"""A page from the network: the only place where onrecord asks it, and only for an address that the user gave."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterator
from typing import Any

import httpx

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES

_TIMEOUT_SECONDS = 20.0
_MAX_HOPS = 10
# IPv4 in the last 32 bits: translated (RFC 6052), and the old "compatible" form.
_LAST_32_BITS = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def fetch(url: str, *, public_only: bool = False) -> tuple[bytes, str]:
    """The body and the media type of what stands at `url`.

    Args:
        url: an http(s) address; redirects are followed.
        public_only: ask nothing inside this machine or its network, whatever names and redirects say (SSRF).

    Raises:
        InputError: the address is no http(s) address, cannot be reached, is not public where it must be, or sends an
            error, or more than `MAX_BYTES`.
    """
    no_reuse = httpx.Limits(max_keepalive_connections=0)  # a connection was checked for one name only
    try:
        with httpx.Client(timeout=_TIMEOUT_SECONDS, trust_env=not public_only, limits=no_reuse) as client:
            address = httpx.URL(url)
            for _ in range(_MAX_HOPS):
                with client.stream("GET", **_pinned(address, url) if public_only else {"url": address}) as response:
                    if not response.has_redirect_location:
                        return _body(response, url)
                    address = address.join(response.headers["location"])
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        cause = re.sub(r"^\[Errno -?\d+\] ", "", str(error)) or type(error).__name__
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


def _pinned(address: httpx.URL, url: str) -> dict[str, Any]:
    """The request to an address of the host that was looked up and found public, whatever its name says later.

    Between a look-up and a connection a name can be made to point elsewhere (DNS rebinding); so it is looked up once.
    """
    if address.scheme not in ("http", "https") or not address.host:
        raise InputError(f"read {url}", "it leads to what is no web address", "Paste the report's text instead")
    found = socket.getaddrinfo(address.host, address.port or 443, type=socket.SOCK_STREAM)
    hosts = [str(host) for *_, (host, *_) in found]
    if not all(map(_is_public, hosts)):
        raise InputError(f"read {url}", "it leads into this machine or its network", "Paste the report's text instead")
    return {
        "url": address.copy_with(host=hosts[0]),
        "headers": {"host": address.netloc.decode("ascii")},
        "extensions": {"sni_hostname": address.raw_host.decode("ascii")},
    }


def _is_public(host: str) -> bool:
    """Whether an IP address is one of the public network, and holds none that is not."""
    address = ipaddress.ip_address(host.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in (address, *_within(address)))


def _within(address: IPAddress) -> Iterator[IPAddress]:
    """The addresses of IPv4 that one of IPv6 stands for: gateways hand a request on to them."""
    if isinstance(address, ipaddress.IPv4Address):
        return
    yield from filter(None, (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())))
    if any(address in network for network in _LAST_32_BITS):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
