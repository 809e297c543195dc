"""Print events sampled by a fixed seed, each with its sentence, for judging by hand.

    python bench/sample_events.py --data ../shared/bench                     25 events of each of the two sets
    python bench/sample_events.py --data ../shared/bench --seed 2 --count 40
    python bench/sample_events.py --data ../shared/bench --facts             only what is told as fact

Judge each event's type, actor, recipient and status as right or wrong and write the counts, never the sentences,
into docs/figures/events.md: the texts are not ours to pass on.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.resources import Resources, load_resources
from onrecord.sources import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.reading.event import Event
    from onrecord.reading.reading import Reading
    from onrecord.reading.span import Argument

SETS = {"polnear_dev": "attributions", "re3d_dev": "relations"}  # with the task that knows the form of the file


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets and score.py")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=25, help="events of each set")
    parser.add_argument("--facts", action="store_true", help="only what happened or goes on, and is not denied")
    args = parser.parse_args()
    know = load_resources()
    number = 0
    for name, task in SETS.items():
        told = [
            (text, reading, event)
            for text, reading in _readings(args.data, name, task, know)
            for event in reading.events
            if not args.facts or _is_told_as_fact(event)
        ]
        draw = random.Random(f"{args.seed}/{name}")  # noqa: S311 - a sample, no secret
        chosen = draw.sample(range(len(told)), min(args.count, len(told)))
        for at in sorted(chosen):
            number += 1
            print(_shown(number, name, *told[at]))


def _readings(data: Path, name: str, task: str, know: Resources) -> list[tuple[str, Reading]]:
    command = [sys.executable, str(data / "score.py"), "inputs", task, str(data / f"{name}.jsonl")]
    rows = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write(rows)
        file.flush()
        documents = list(load(file.name))
    read = []
    for document, reading in zip(documents, read_each(documents, know), strict=True):
        if isinstance(document, InputError) or isinstance(reading, InputError):
            raise SystemExit(f"Cannot sample {name}: {document}. Look at the set.")
        read.append((document.text, reading))
    return read


def _is_told_as_fact(event: Event) -> bool:
    """Whether it happened or goes on; a noun without parties that recalls an act told elsewhere is a mention of it."""
    if event.same_as is not None and not (event.actors or event.recipients):
        return False
    return event.factuality.status in {"happened", "ongoing"} and event.factuality.polarity == "positive"


def _shown(number: int, name: str, text: str, reading: Reading, event: Event) -> str:
    start, end = next(span for span in reading.sentences if span[0] <= event.trigger.start < span[1])
    names = {entity.id: entity.name for entity in reading.entities}
    actors, recipients = (
        "; ".join(_party(argument, names) for argument in side) or "-" for side in (event.actors, event.recipients)
    )
    standing = event.factuality
    kind = event.type + (f"/{event.mode}" if event.mode else "")
    return (
        f"{number}. {name} {event.rule} “{event.trigger.text}”\n"
        f"   {' '.join(text[start:end].split())}\n"
        f"   {kind} | actor: {actors} | recipient: {recipients} | "
        f"{standing.status}, {standing.polarity}, {standing.certainty}\n"
    )


def _party(argument: Argument, names: Mapping[str, str]) -> str:
    """Its words, and the entity behind them where that is called otherwise; a "?" where nobody is known behind them."""
    name = names.get(argument.entity or "", "?")
    return argument.text if name == argument.text else f"{argument.text} → {name}"


if __name__ == "__main__":
    main()
