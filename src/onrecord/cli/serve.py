"""`onrecord serve`: the pages."""

from __future__ import annotations

import secrets
import socket
from pathlib import Path
from typing import Annotated

import typer

_HERE = ("127.0.0.1", "localhost", "::1")


def serve(
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file; made where there is none.")] = Path(
        "onrecord.db"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8765,
    host: Annotated[str, typer.Option(help="The address to answer at; others than this machine need a token.")] = _HERE[
        0
    ],
    lexicon: Annotated[list[Path] | None, typer.Option(help="A folder with entries of your own.")] = None,
    model: Annotated[str, typer.Option(help="The language network, or an installed spaCy pipeline.")] = "onrecord_en",
) -> None:
    """Open the pages of a project on this machine; nothing leaves it."""
    import uvicorn  # noqa: PLC0415 - heavy, `--help` must not wait for it

    from onrecord.settings import Settings  # noqa: PLC0415
    from onrecord.web.app import make_app  # noqa: PLC0415
    from onrecord.web.guard import Rules  # noqa: PLC0415

    token = None if host in _HERE else secrets.token_urlsafe(24)
    rules = Rules(hosts=frozenset({*_HERE, host}), token=token)
    app = make_app(project, rules, Settings(model=model, lexicon=tuple(lexicon or ())))
    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False))
    bound = server.config.bind_socket()
    # An answer goes out in two pieces; without this the second waits 40 ms for a word that the first has come. Loops
    # see to it for sockets that say they are TCP, which those of uvicorn do not.
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    address = f"http://{'[' + host + ']' if ':' in host else host}:{bound.getsockname()[1]}/"
    typer.echo(f"{project} at {address}{'?token=' + token if token else ''}   (Ctrl-C ends it)", err=True)
    server.run(sockets=[bound])
