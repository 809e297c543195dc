"""Words and reports a second on one core, by stage, with peak memory.

    python bench/speed.py [--reports 40] [--words 500] [--again]

The environment variable ONRECORD_RUNTIME says what runs the network. The reports are the examples, repeated with
changed numbers, so that no paragraph stands twice (what was read before is not read again). One warm-up batch is not
counted.
All but the start-up is processor time, which does not grow where others share the machine. With `--again` the same
reports are timed when they are read a second time: the network has nothing to do then, and what is left is Python's.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

_NUMBER = re.compile(r"\b\d+\b")
EXAMPLES = Path(__file__).parent.parent / "examples"


def main() -> int:
    """Time the pipeline and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=40)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--again", action="store_true", help="time the second reading, without the network")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core, whatever the libraries would take

    started = time.perf_counter()
    from onrecord import pipeline  # noqa: PLC0415 - the import is part of what is timed
    from onrecord.resources import keep_resources  # noqa: PLC0415

    know = keep_resources()
    print(f"network           {know.model}")
    print(f"start-up          {time.perf_counter() - started:8.2f} s")
    documents = _documents(args.reports, args.words)
    list(pipeline.read_each(documents if args.again else documents[:2], know))

    spent: dict[str, float] = defaultdict(float)
    time_stages(pipeline, spent)
    started = time.process_time()
    count = sum(1 for _ in pipeline.read_each(documents, know))
    total = time.process_time() - started
    words = sum(len(document.text.split()) for document in documents)
    spent["language"] = total - sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{name:22} {1000 * seconds / count:8.2f} ms a report {100 * seconds / total:6.1f} %")
    print(f"reports a second  {count / total:8.2f}   ({args.words} words each)")
    print(f"words a second    {words / total:8.0f}   (language step alone {words / spent['language']:.0f})")
    print(f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    return 0


def _documents(reports: int, words: int) -> list[Any]:
    from onrecord.reading.document import Document  # noqa: PLC0415

    texts = [path.read_text() for path in sorted(EXAMPLES.glob("*.txt"))]
    paragraphs = itertools.cycle([p for text in texts for p in text.strip().split("\n\n")])
    documents = []
    places = itertools.count(1000)
    for number in range(reports):
        chosen: list[str] = []
        left = words
        while left > 0:
            paragraph = " ".join(next(paragraphs).split(" ")[:left])
            left -= len(paragraph.split(" "))
            chosen.append(_NUMBER.sub(partial(_moved, number), paragraph) + f" ({next(places)})")
        documents.append(Document(id=f"r{number}", text="\n\n".join(chosen), published="2024-05-16"))
    return documents


def _moved(by: int, match: re.Match[str]) -> str:
    return str(int(match.group()) % 89 + by % 7 + 2)


def time_stages(pipeline: Any, spent: dict[str, float]) -> None:  # noqa: ANN401 - a module
    """Wrap the stage functions of the pipeline page with a clock."""
    for name in [n for n, f in vars(pipeline).items() if getattr(f, "__module__", "").startswith("onrecord.stages")]:
        setattr(pipeline, name, _timed(name, getattr(pipeline, name), spent))


def _timed(name: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any) -> Any:  # noqa: ANN401 - any stage
        started = time.process_time()
        result = stage(*args)
        spent[name] += time.process_time() - started
        return result

    return timed


if __name__ == "__main__":
    sys.exit(main())
