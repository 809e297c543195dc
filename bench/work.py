"""How much work the example reports take, counted: words and calls of the network, look-ups in the gazetteer.

    python bench/work.py            compare with bench/work.json; ends with 1 where something grew
    python bench/work.py --write    write today's counts there

Counts are the same on every machine, as seconds are not; a fiftieth more is let pass. The reports are the examples and
the stories of the tests, each read alone, and one of them twice. Their hash stands beside the counts, which say nothing
of other reports.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.pipeline import read
from onrecord.reading.document import Document
from onrecord.resources import Resources, load_resources

ROOT = Path(__file__).parent.parent
STORED = ROOT / "bench" / "work.json"
_MARGIN = 0.02  # new entries of the lexicon find more names to look up


def main() -> int:
    """Count, print, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    texts = list(example_texts())
    counts = {"reports": _hash(texts), **count(texts, load_resources())}
    if args.write:
        STORED.write_text(json.dumps(counts, indent=1) + "\n")
    stored = json.loads(STORED.read_text())
    for name, number in counts.items():
        print(f"{name:20} {number:>18} stored {stored.get(name):>18}")
    complaints = list(find_growth(counts, stored))
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


def example_texts() -> Iterator[str]:
    """The reports: our own, always the same."""
    paths = sorted((ROOT / "examples").glob("*.txt"))
    yield from (path.read_text(encoding="utf-8") for path in paths)
    for path in sorted((ROOT / "tests" / "stories").glob("*.toml")):
        for report in tomllib.loads(path.read_text(encoding="utf-8")).get("report", ()):
            yield report["text"].strip()
    yield paths[0].read_text(encoding="utf-8")


def count(texts: list[str], know: Resources) -> dict[str, int]:
    """Read the texts one by one and count; `know` must not have read anything yet."""
    counts: Counter[str] = Counter()
    parser: Any = know.parser  # a network's: other pipelines have no runtime
    parser.network.runtime = _Counted(parser.network.runtime, counts)
    for number, text in enumerate(texts):
        read(Document(id=str(number), text=text, published="2024-05-16"), know)
    look_ups = know.gazetteer.by_key.cache_info().misses + know.gazetteer.by_id.cache_info().misses
    return {**counts, "gazetteer queries": look_ups}


class _Counted:
    """A runtime that counts what it is asked."""

    def __init__(self, runtime: Any, counts: Counter[str]) -> None:  # noqa: ANN401 - any runtime
        self._runtime, self._counts = runtime, counts

    def words(self, inputs: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as the runtime's
        self._counts["network calls"] += 1
        self._counts["words"] += len(inputs["starts"])
        self._counts["places computed"] += int(inputs["pieces"].size)  # words in pieces, and each window's two ends
        return self._runtime.words(inputs)

    def labels(self, dependent: Any, head: Any) -> Any:  # noqa: ANN401 - as the runtime's
        self._counts["label calls"] += 1
        return self._runtime.labels(dependent, head)


def find_growth(counts: Mapping[str, Any], stored: Mapping[str, Any]) -> Iterator[str]:
    """A complaint for everything that is more than the stored count, or cannot be compared with it."""
    write = "Run `python bench/work.py --write`, and say in the commit why."
    if counts["reports"] != stored.get("reports"):
        yield f"Cannot compare the work: the reports are others. {write}"
        return
    for name, number in counts.items():
        if name != "reports" and number > stored.get(name, 0) * (1 + _MARGIN):
            grown = f"{name} grew from {stored.get(name, 0):,} to {number:,}"
            yield f"Cannot accept the work: {grown}. Save it, or else: {write}"


def _hash(texts: list[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
