"""Does a word of a long report take longer than one of a short report? Microseconds a word, by kind of report.

    python bench/long_reports.py [--parts 500 2000]

Each kind of report repeats one part so many times, with other names and numbers in it: quotations in paragraphs and in
one single paragraph, places all different, one sentence with thousands of clauses, marks that nothing closes, turns of
an interview, spans of time, judgements of an "it", headlines whose verb is made the root. Prints what the stages take a
word (processor time), and those that take twice as long in the longest.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable

from onrecord import pipeline
from onrecord.language.printed import as_read
from onrecord.reading.document import Document
from onrecord.resources import Resources, keep_resources
from speed import time_stages

_WHO = ("Ana Silva", "Per Dahl", "Chad", "the army", "the rebels", "Marat Beisekov", "the ministry")


def main() -> int:
    """Read each kind in each length, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--parts", type=int, nargs="+", default=[500, 2000])
    args = parser.parse_args()
    know = keep_resources()
    gc.disable()  # what it takes grows with what is held, and is no stage's
    spent: dict[str, float] = defaultdict(float)
    time_stages(pipeline, spent)
    print("| report | words | µs a word | twice as long by the last |\n|---|---|---|---|")
    for name, kind in KINDS.items():
        rows = [measure(kind(parts), know, spent) for parts in args.parts]
        words, costs = zip(*rows, strict=True)
        grown = (f"{stage} {costs[0][stage]:.1f} → {cost:.1f}" for stage, cost in costs[-1].items()
                 if cost > max(2 * costs[0][stage], 0.5))  # fmt: skip
        total = " → ".join(f"{sum(cost.values()):.0f}" for cost in costs)
        print(f"| {name} | {' → '.join(f'{count:,}' for count in words)} | {total} | {', '.join(grown)} |", flush=True)
    return 0


def measure(text: str, know: Resources, spent: dict[str, float]) -> tuple[int, dict[str, float]]:
    """The words of a report, and microseconds a word by stage; the network is left out."""
    printed = as_read(text, know.lexicon)
    (doc,) = know.parser.read([printed.text])
    spent.clear()
    started = time.process_time()
    pipeline.read_doc(Document(id="long", text=text, published="2024-05-16"), printed, doc, know)
    spent["other"] = time.process_time() - started - sum(spent.values())
    return len(doc), {stage: 1e6 * seconds / len(doc) for stage, seconds in spent.items()}


def _who(number: int) -> str:
    return _WHO[number * number % len(_WHO)]


def _quotations(number: int) -> str:
    told = f"He told {_who(number)} that {_who(number + 1)} had shelled the town of Homs on Monday."
    return f"“We will not leave {_who(number + 2)} {number},” {_who(number)} said. {told}"


def _distinct(number: int) -> str:
    who = f"Rebel leader Ana{number} Silva{number}"
    return f"{who} attacked the town of Lira{number} on {1 + number % 28} March, killing {number + 2} soldiers."


def _joined(between: str, part: Callable[[int], str]) -> Callable[[int], str]:
    return lambda parts: between.join(map(part, range(parts)))


KINDS: dict[str, Callable[[int], str]] = {
    "quotations, each in a paragraph": _joined("\n\n", _quotations),
    "quotations in one paragraph": _joined(" ", _quotations),
    "names and places all different": _joined("\n\n", _distinct),
    "one sentence": _joined(", ", lambda n: f"and the army said that rebels shelled town {n} and police held {n} men"),
    "marks that stay open": _joined("\n\n", lambda n: f"“We want peace, said {_who(n)}. Then it struck {n} villages."),
    "an interview": _joined("\n\n", lambda n: f"Q: Did {_who(n)} attack town {n}?\n\nA: No, they helped {n + 1} men."),
    "headings": _joined("\n\n", lambda n: f"Section {n}\n\nThe army attacked Aleppo. Chad condemned it."),
    "spans of time": _joined(" ", lambda n: f"The army said it would leave within {n % 90 + 2} days."),
    "judgements of what was opposed": _joined(
        " ", lambda n: f"{_who(n)} opposes the treaty. Minister Ruiz{n} called it reckless."
    ),
    "headlines": _joined("\n\n", lambda n: f"Police arrest editor\n\nHe left town {n}."),
}


if __name__ == "__main__":
    sys.exit(main())
