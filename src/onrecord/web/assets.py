"""Style sheet, script and map out of memory: what is read once need not be asked for on every page."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Mapping
from pathlib import Path

from fastapi import APIRouter, HTTPException, Response

_KEPT = "private, max-age=31536000, immutable"  # by the browser: another state has another address


class Assets:
    """The files of a folder.

    Attributes:
        stamp: of all of them; stands in their addresses, `/static/NAME?STAMP`.
    """

    def __init__(self, folder: Path) -> None:
        self._files: Mapping[str, bytes] = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        self.stamp = hashlib.sha256(b"".join(self._files.values())).hexdigest()[:12]

    def router(self) -> APIRouter:
        """What answers for them."""
        router = APIRouter()
        router.add_api_route("/static/{name:path}", self._give, methods=["GET"], include_in_schema=False)
        return router

    async def _give(self, name: str) -> Response:  # nothing to wait for: not worth a thread
        if name not in self._files:
            raise HTTPException(404, "Cannot give this file: there is none of this name. Go by the links of the pages.")
        media = mimetypes.guess_type(name)[0]
        return Response(self._files[name], media_type=media, headers={"cache-control": _KEPT})
