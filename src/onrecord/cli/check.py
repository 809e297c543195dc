"""`onrecord check`: is everything there, and how new is what it knows?"""

from __future__ import annotations

import typer


def check() -> None:
    """Check the installation: the network, the lexicon, the actor base, the gazetteer."""
    from onrecord.resources import keep_resources  # noqa: PLC0415 - heavy

    know = keep_resources()
    rows = (
        ("onrecord", know.version),
        ("network", know.model),
        ("lexicon", f"{know.lexicon.version}, {len(know.lexicon.entries('event')):,} event entries"),
        ("actors", f"{len(know.actors):,}, newest date {know.actors.newest_date}"),
        ("gazetteer", f"{len(know.gazetteer):,} places"),
    )
    for name, state in rows:
        typer.echo(f"{name:10} {state}")
    from onrecord.pipeline import read  # noqa: PLC0415

    found = read("Rebels shelled the town of Homs on Sunday, the army said.", know)
    if not (found.events and found.attributions):
        typer.echo("Cannot trust this installation: the test sentence gave no event. Reinstall onrecord.", err=True)
        raise typer.Exit(1)
    typer.echo("a test sentence was read and gave what it should")
