"""`onrecord merge`, `split`, `correct`, `undo`: find what holds across reports, and what people decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.merge.merging import Across
    from onrecord.merge.spots import Choice
    from onrecord.store.rows import Judgement

Project = Annotated[Path, typer.Option(metavar="FILE", help="The project file.")]
Why = Annotated[str, typer.Option(help="Why you think so; kept with the judgement.")]
Who = Annotated[str | None, typer.Option(help="Who decides; your user name if left out.")]
_FILE = Path("onrecord.db")


def merge(
    events: Annotated[list[str] | None, typer.Argument(metavar="[EVENT...]", help="Events that are one.")] = None,
    project: Project = _FILE,
    why: Annotated[str | None, typer.Option(help="Why the events are one; kept with the judgement.")] = None,
    who: Who = None,
) -> None:
    """Find copies, events, parties and disagreements across all reports anew; or say that events are one.

    Readings never change. A judgement is stored apart, stands over what is computed, and can be undone.
    """
    from onrecord.merge.decide import find_event, judge_merge  # noqa: PLC0415 - imports wait until they are needed
    from onrecord.store.project import open_view  # noqa: PLC0415

    judgements = []
    if events:
        if len(events) < 2 or not why:
            raise typer.BadParameter("Name two events or more, and say --why they are one.")
        with open_view(project) as view:
            found = [find_event(view, key) for key in events]
            judgements.append(judge_merge(view, found, person(who), why))
    elif not project.exists():
        open_view(project)  # says that there is none, instead of making an empty one
    add_judgements(project, judgements)


def split(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event that holds too much.")],
    tellings: Annotated[list[str], typer.Argument(metavar="REPORT/E3...", help="Its tellings that are not of it.")],
    why: Why,
    project: Project = _FILE,
    who: Who = None,
) -> None:
    """Say that some tellings are not of an event: they are kept apart from the rest of it."""
    from onrecord.merge.decide import find_event, judge_split  # noqa: PLC0415 - imports wait until they are needed
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        judgement = judge_split(view, find_event(view, event), tellings, person(who), why)
    add_judgements(project, [judgement])


def correct(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event.")],
    field: Annotated[
        str, typer.Argument(metavar="FIELD", help="type, status, actor, recipient, place, country or day.")
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="What it ought to hold; status no_act: no act at all, not_planned: a plan not to do it.",
        ),
    ],
    why: Why,
    project: Project = _FILE,
    who: Who = None,
) -> None:
    """Say what a field of an event ought to hold; what the reports say stays beside it.

    A place comes onto the map where one place of the gazetteer bears its name; of several, the pages ask which.
    """
    from onrecord.merge.decide import find_event, judge_correct  # noqa: PLC0415 - imports wait until they are needed
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        key, spot = find_event(view, event).record["key"], _place(value) if field == "place" else None
        judgement = judge_correct(view, key, field, value, person(who), why, spot)
    add_judgements(project, [judgement])


def _place(name: str) -> Choice | None:
    """The one place of this name; where there are several, says how to choose."""
    from onrecord.errors import MissingDataError  # noqa: PLC0415 - imports wait until they are needed
    from onrecord.knowledge.gazetteer import load_gazetteer  # noqa: PLC0415
    from onrecord.merge.spots import find_choices, only_choice  # noqa: PLC0415

    try:
        choices = find_choices(name, "", load_gazetteer())
    except MissingDataError:
        return None
    only = only_choice(name, "", choices)
    if choices and only is None:
        say = f"{name} has no point on the map yet: {len(choices)} places are called so, or one nearly"
        typer.echo(f"{say}. Choose one in `onrecord serve`, below Review, Decided.", err=True)
    return only


def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="As `onrecord review --judgements` lists it.")],
    why: Why,
    project: Project = _FILE,
    who: Who = None,
) -> None:
    """Say that a judgement does not count any more; it stays on record, and an undo can be undone too."""
    from onrecord.merge.decide import judge_undo  # noqa: PLC0415 - imports wait until they are needed
    from onrecord.store.project import open_view  # noqa: PLC0415

    open_view(project).close()  # says that there is none, instead of making an empty one
    add_judgements(project, [judge_undo(judgement, person(who), why)])


def add_judgements(project: Path, judgements: Sequence[Judgement]) -> None:
    """Put judgements on record, merge anew, and say what there is then."""
    from onrecord.cli.progress import Steps  # noqa: PLC0415 - heavy imports wait until they are needed
    from onrecord.merge.project import merge_project  # noqa: PLC0415

    with Steps() as steps:
        across = merge_project(project, judgements, steps.tell)
    for judgement in judgements:
        typer.echo(f"Judgement {judgement.id} is on record. `onrecord undo {judgement.id} --why …` takes it back.")
    typer.echo(f"{project}: {_summary(across)}")
    for key in across.lost:
        typer.echo(f"Judgement {key} finds no telling in the readings of now.", err=True)


def _summary(across: Across) -> str:
    from onrecord.reading.spelled import counted  # noqa: PLC0415 - heavy imports wait until they are needed

    reports = {telling.report for telling in across.tellings}
    several = sum(event.reports > 1 for event in across.events)
    copies = sum(copy.copy_of is not None for copy in across.copies)
    told = sum(map(len, across.disagreements.values()))
    return (
        f"{counted(len(across.tellings), 'telling')} of {counted(len(across.events), 'event')} in "
        f"{counted(len(reports), 'report')}, "
        f"{several:,} in more than one; {copies:,} {'copy' if copies == 1 else 'copies'}; "
        f"{counted(told, 'disagreement')}; {counted(len(across.promises), 'promise')}"
    )


def person(who: str | None) -> str:
    """Whom a judgement is by: as told, or the user who is logged in."""
    import getpass  # noqa: PLC0415

    if who:
        return who
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user on this machine
        raise typer.BadParameter("Nobody is logged in: say --who decides.") from None
