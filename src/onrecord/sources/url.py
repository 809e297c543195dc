"""A page from the network: the only place where onrecord asks it, and only for an address that the user gave."""

from __future__ import annotations

import httpx

from onrecord.errors import InputError
from onrecord.intake import MAX_BYTES

_TIMEOUT_SECONDS = 20.0


def fetch(url: str) -> tuple[bytes, str]:
    """The body and the media type of what stands at `url`.

    Raises:
        InputError: the address is no http(s) address, cannot be reached, or sends an error, or more than `MAX_BYTES`.
    """
    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=_TIMEOUT_SECONDS) as response:
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
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        cause = str(error) or type(error).__name__
        raise InputError(f"read {url}", cause, "Check the address and the connection") from error
