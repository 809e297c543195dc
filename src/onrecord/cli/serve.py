"""`onrecord serve`: the pages."""

from __future__ import annotations

import errno
import secrets
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import OnrecordError

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
    bound = _bind(host, port)
    address = f"http://{'[' + host + ']' if ':' in host else host}:{bound.getsockname()[1]}/"
    typer.echo(f"{project} at {address}{'?token=' + token if token else ''}   (Ctrl-C ends it)", err=True)
    server.run(sockets=[bound])


def _bind(host: str, port: int) -> socket.socket:
    """A socket bound there; uvicorn's own would end the program without saying what to do.

    Raises:
        OnrecordError: the address is taken, or is none of this machine's.
    """
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    if sys.platform != "win32":  # there it would let two programs have one port
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        taken = error.errno == errno.EADDRINUSE
        cause = "another program answers there" if taken else (error.strerror or str(error)).lower()
        cure = "Name another --port, or 0 for any that is free" if taken else "Check --host and --port"
        raise OnrecordError(f"serve at {host}, port {port}", cause, cure) from error
    # An answer goes out in two pieces; without this the second waits 40 ms for a word that the first has come. Loops
    # see to it for sockets that say they are TCP, which these do not.
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    bound.set_inheritable(True)
    return bound
