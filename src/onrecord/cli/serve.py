"""`onrecord serve`: the pages."""

from __future__ import annotations

import secrets
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
    socket = server.config.bind_socket()
    address = f"http://{'[' + host + ']' if ':' in host else host}:{socket.getsockname()[1]}/"
    typer.echo(f"{project} at {address}{'?token=' + token if token else ''}   (Ctrl-C ends it)", err=True)
    server.run(sockets=[socket])
