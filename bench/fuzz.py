"""Read changed reports and files of every format, for as long as told: no crash, no hang, offsets always right.

    python bench/fuzz.py [--seconds 600] [--kinds reading .html …] [--seed 1] [--first 0] [--out FOLDER]
    python bench/fuzz.py --only reading:4711 [--seed 1]      one input again, with its traceback

`reading` sends a changed report through the pipeline; a suffix sends a changed file through its source, and through
the shards of an archive where they take that format. `mutate.py` makes the inputs: seed, kind and number give the same
input again. A fault is: any exception but an InputError, a process that dies, more than the processor time that `limit`
grants, an unreadable or changed JSON, a span whose words are not the text's. Ends with 1 where there was one; `--out`
keeps them.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from mutate import FORMATS, make_file, make_text
from onrecord.errors import InputError
from onrecord.explain import spans_of
from onrecord.intake import check_document
from onrecord.language.identify import check_language
from onrecord.pipeline import read_each
from onrecord.processes import Pool
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading, load_json, write_json
from onrecord.resources import Resources, load_resources
from onrecord.scale.shards import find_shards, read_shard
from onrecord.sources import load

KINDS = ("reading", *FORMATS)
_SHARDS = (".jsonl", ".jsonl.gz", ".warc", ".warc.gz", ".parquet")
_ONLY_SHARDS = (".jsonl.gz", ".parquet")
_BATCH = 50


class Input(NamedTuple):
    """One input: `mutate` makes it of these three."""

    kind: str
    seed: int
    number: int


class Outcome(NamedTuple):
    """What became of an input: "read", "refused" or "fault", with the fault's reason and the processor seconds."""

    input: Input
    state: str
    reason: str
    seconds: float


class TooLong(BaseException):
    """More processor time than an input may take; no handler of Exception may swallow it."""


def main() -> int:
    """Read for so long, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input of each kind")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--out", type=Path, help="a folder for the inputs that are faults")
    parser.add_argument("--only", help="KIND:NUMBER")
    args = parser.parse_args()
    if args.only:
        kind, _, number = args.only.partition(":")
        examine(Input(kind, args.seed, int(number)))
        return 0
    batches = _batches(args.kinds, args.seed, args.first, time.monotonic() + args.seconds)
    tally = Tally(args.out)
    with Pool(try_inputs, lost, list.__add__, workers=args.workers, report_s=600) as pool:
        for outcomes in pool.map(batches):
            tally.add(outcomes)
    tally.print()
    return 1 if tally.faults else 0


def _batches(kinds: list[str], seed: int, first: int, end: float) -> Iterator[list[Input]]:
    for start in itertools.count(first, _BATCH):
        for kind in kinds:
            if time.monotonic() > end:
                return
            yield [Input(kind, seed, number) for number in range(start, start + _BATCH)]


class Tally:
    """Counts by kind; prints each fault when it comes."""

    def __init__(self, out: Path | None) -> None:
        self.faults = 0
        self._out = out
        self._states: dict[str, Counter[str]] = defaultdict(Counter)
        self._slowest: dict[str, Outcome] = {}

    def add(self, outcomes: list[Outcome]) -> None:
        """Count what became of some inputs."""
        for outcome in outcomes:
            kind = outcome.input.kind
            self._states[kind][outcome.state] += 1
            if outcome.seconds >= self._slowest.get(kind, outcome).seconds:
                self._slowest[kind] = outcome
            if outcome.state == "fault":
                self.faults += 1
                print(f"FAULT {kind}:{outcome.input.number} {outcome.reason}", file=sys.stderr, flush=True)
                if self._out:
                    self._out.mkdir(parents=True, exist_ok=True)
                    (self._out / f"{outcome.input.number}{kind}").write_bytes(bytes_of(outcome.input))

    def print(self) -> None:
        """Print the table."""
        print("| kind | inputs | read | refused | faults | slowest, processor s | its number |")
        print("|---|---|---|---|---|---|---|")
        for kind, states in self._states.items():
            slow = self._slowest[kind]
            counts = f"{states.total():,} | {states['read']:,} | {states['refused']:,} | {states['fault']:,}"
            print(f"| {kind} | {counts} | {slow.seconds:.2f} | {slow.input.number} |")
        print(f"{sum(states.total() for states in self._states.values()):,} inputs, {self.faults} faults")


def try_inputs(inputs: list[Input]) -> list[Outcome]:
    """What becomes of each input, in a process of its own."""
    return [try_input(each) for each in inputs]


def lost(inputs: list[Input], reason: str) -> list[Outcome]:
    """The outcome of an input that no process survives."""
    return [Outcome(each, "fault", reason, 0.0) for each in inputs]


def try_input(given: Input) -> Outcome:
    """What becomes of an input."""
    started = time.process_time()
    try:
        state, reason = examine(given), ""
    except (Exception, TooLong) as error:  # noqa: BLE001 - every one is what is looked for
        state, reason = "fault", f"{type(error).__name__}: {error}"
    return Outcome(given, state, reason, time.process_time() - started)


def examine(given: Input) -> str:
    """Read an input: "read" or "refused"; raises whatever is a fault."""
    if given.kind == "reading":
        text = make_text(_chance(given))
        with within(limit(len(text))):
            return examine_text(text)
    data = bytes_of(given)
    with tempfile.TemporaryDirectory() as folder, within(limit(len(data))):
        path = Path(folder) / f"input{given.kind}"
        path.write_bytes(data)
        with contextlib.redirect_stderr(io.StringIO()):  # warcio complains there of each damaged record
            return examine_file(path)


def bytes_of(given: Input) -> bytes:
    """The input itself."""
    chance = _chance(given)
    return make_text(chance).encode() if given.kind == "reading" else make_file(given.kind, chance)


def _chance(given: Input) -> Random:
    return Random(f"{given.seed}:{given.kind}:{given.number}")  # noqa: S311 - chance, not secrets


def limit(size: int) -> float:
    """The processor seconds that an input of so many characters or bytes may take: ten times what is usual."""
    return 2 + size / 5_000


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooLong where the body takes more processor time; what is made once is made before the clock starts."""
    _know()
    signal.signal(signal.SIGPROF, partial(_give_up, seconds))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _give_up(seconds: float, *_: object) -> None:
    raise TooLong(f"more than {seconds:.1f} s of processor time")


def examine_text(text: str) -> str:
    """Send a text through intake and pipeline; its reading must hold."""
    try:
        document = check_document({"text": text, "published": "2024-05-06"}, "text", "text")
    except InputError:
        return "refused"
    check_language(document)
    (result,) = read_each([document], _know())
    if isinstance(result, InputError):
        raise result.__cause__ or result
    examine_reading(document, result)
    return "read"


def examine_reading(document: Document, reading: Reading) -> None:
    """Raise AssertionError where a reading does not fit its text or its JSON."""
    found = (getattr(reading, name) for name in reading.__struct_fields__ if name != "sentences")
    for span in itertools.chain.from_iterable(map(spans_of, found)):
        assert document.text[span.start : span.end] == span.text, f"{span} is not in the text"
    ends = [0, *itertools.chain.from_iterable(reading.sentences), len(document.text)]
    assert ends == sorted(ends), "sentences overlap"
    data = write_json(reading)
    assert load_json(data) == reading, "the JSON is another reading"


def examine_file(path: Path) -> str:
    """Send a file through its source and, where an archive takes it, through the shards."""
    read = 0
    if not path.name.endswith(_ONLY_SHARDS):
        for item in load(str(path)):
            if isinstance(item, Document):
                read += 1
                assert item.text.strip(), "a document without text"
                item.text.encode()
                check_language(item)
    if path.name.endswith(_SHARDS):
        (shard,) = find_shards(str(path))
        for table, _ in read_shard(shard):
            read += table.column("error").null_count
    return "read" if read else "refused"


@cache
def _know() -> Resources:
    """The resources, with one report read: patterns are compiled and languages loaded where they are first asked."""
    know = load_resources()
    document = check_document(
        {"text": "The army said on Sunday that it attacked Homs.", "published": "2024-05-06"}, "", ""
    )
    check_language(document)
    list(read_each([document], know))
    return know


if __name__ == "__main__":
    sys.exit(main())
