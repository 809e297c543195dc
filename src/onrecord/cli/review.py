"""`onrecord review`: what a person should decide, one question at a time, and what people have decided."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from onrecord.merge.questions import Pair
    from onrecord.store.rows import ClusterRow, Judgement


def review(
    project: Annotated[Path, typer.Option(metavar="FILE", help="The project file.")] = Path("onrecord.db"),
    judgements: Annotated[bool, typer.Option("--judgements", help="List what people have decided instead.")] = False,
    training: Annotated[
        bool, typer.Option("--training", help="Print what people have decided as training data, one example a line.")
    ] = False,
    ask: Annotated[bool, typer.Option("--ask", help="Ask one question after the other: y, n, s to skip, q.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="No more than so many questions.")] = 50,
    who: Annotated[str | None, typer.Option(help="Who decides; your user name if left out.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List pairs of events that may be one, the least certain first, or ask about them and keep the answers.

    A yes is a merge, a no a split; both are judgements that can be undone. `onrecord serve` asks the same, and about
    each act whether it is read right.
    """
    from onrecord.cli.across import print_json, warn_if_stale  # noqa: PLC0415 - heavy imports wait
    from onrecord.merge.questions import find_questions  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    with open_view(project) as view:
        if training:
            from onrecord.merge.training import training_examples  # noqa: PLC0415

            print_json(training_examples(view))
            return
        warn_if_stale(view, project)
        decided = view.judgements()
        if judgements:
            lost = {row.key for row in view.findings("lost judgement")}
            _print_judgements(decided, lost, as_json=json)
            return
        pairs = find_questions(list(view.clusters()), decided)[:limit]
    if json:
        print_json(_card(*pair) for pair in pairs)
    elif ask:
        _ask(project, pairs, who)
    else:
        _print_cards(pairs)


def _card(score: float, one: ClusterRow, other: ClusterRow) -> dict[str, Any]:
    sides = [
        {"event": event.cluster_id, "title": event.record["title"], "status": event.status,
         "day": event.first_day,
         "words": event.record["tellings"][0]["words"]}
        for event in (one, other)
    ]  # fmt: skip
    return {"score": score, "events": sides}


def _print_cards(pairs: Sequence[Pair]) -> None:
    for pair in pairs:
        _print_card(*pair)
    typer.echo(f"{len(pairs)} questions. `onrecord review --ask` asks them; `onrecord show EVENT` shows more.")


def _print_card(score: float, one: ClusterRow, other: ClusterRow) -> None:
    from onrecord.reading.spelled import spell_told  # noqa: PLC0415 - imports wait until they are needed

    typer.echo(f"Are these one event? ({score:+.1f}; 0 is even odds)")
    for event in (one, other):
        told = event.record["tellings"][0]
        line = f"{event.cluster_id}  {event.first_day or '':10}  {spell_told(event.status):12}  {event.record['title']}"
        typer.echo(f"  {line}\n    “{told['words']}”")
    typer.echo("")


def _ask(project: Path, pairs: Sequence[Pair], who: str | None) -> None:
    from onrecord.cli.merge import add_judgements, person  # noqa: PLC0415
    from onrecord.merge.decide import judge_apart, judge_merge  # noqa: PLC0415
    from onrecord.store.project import open_view  # noqa: PLC0415

    made: list[Judgement] = []
    name = person(who)
    with open_view(project) as view:
        for score, one, other in pairs:
            _print_card(score, one, other)
            typer.echo("y/n/s/q? ", nl=False)
            answer = sys.stdin.readline().strip().lower()[:1]
            if answer in ("q", ""):
                break
            if answer == "y":
                made.append(judge_merge(view, [one, other], name, "answered in review"))
            elif answer == "n":
                made.append(judge_apart(view, one, other, name, "answered in review"))
    if made:
        add_judgements(project, made)


def _print_judgements(decided: Iterable[Judgement], lost: set[str], *, as_json: bool) -> None:
    import msgspec  # noqa: PLC0415

    from onrecord.cli.across import print_json  # noqa: PLC0415

    if as_json:
        print_json({"id": row.id, "lost": row.id in lost, **msgspec.to_builtins(row)} for row in decided)
        return
    for row in decided:
        state = f"  undone by {row.undone_by}" if row.undone_by else "  finds no telling" if row.id in lost else ""
        what = f" {row.field}" if row.field else ""
        typer.echo(f"{row.id}  {row.when[:16]}  {row.kind}{what}  {row.who}: {row.why}{state}")
        typer.echo(f"    {', '.join(row.subjects)}")
