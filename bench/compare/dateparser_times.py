"""Our times stage beside dateparser's `search_dates`, on the same texts: F1 and speed.

    pip install dateparser
    python bench/compare/dateparser_times.py --data ../shared/bench

dateparser gives a moment and no TIMEX3 value; its value counts as right where the moment, cut to the length of the gold
value, is equal to it ("1989-10" for any day of that month), which favours it. It gives no offsets either: each string
is looked for behind the one before. Time is processor time after one report to warm up: ours that of the stage, and
with the language step in front of it. Of MEANTIME the first six sentences count, see `times_first.py`.
"""

from __future__ import annotations

import argparse
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from gold import before, end_of_first, load_scorer, read_rows
from onrecord.language.mending.wordforms import mend_lemmas
from onrecord.language.plain import as_plain
from onrecord.resources import load_resources
from onrecord.stages.times import find_times

SETS = ("timebank_dev", "meantime_dev")
Answer = list[dict[str, Any]]


def main() -> int:
    """Print two lines a set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets and score.py")
    args = parser.parse_args()
    score = load_scorer(args.data)
    for name in SETS:
        rows = [_first(row) for row in read_rows(args.data / f"{name}.jsonl")]
        documents = [score.as_document("times", row) for row in rows]
        words = sum(len(row["text"].split()) for row in rows)
        print(f"{name}: {len(rows)} reports of {words / len(rows):.0f} words")
        for system, (found, spent) in (("onrecord", _ours(documents)), ("dateparser", _theirs(documents))):
            answers = {row["id"]: {"times": _cut(row, times)} for row, times in zip(rows, found, strict=True)}
            figures = score.score_times(rows, answers)
            shown = ", ".join(f"{key} {figures[key]['f1']:.3f}" for key in ("relaxed", "strict", "value"))
            print(f"  {system:10} {shown}; {spent}")
    return 0


def _first(row: dict[str, Any]) -> dict[str, Any]:
    """The row, cut behind its sixth sentence where the set was annotated no further."""
    end = end_of_first(row, 6) if "sentences" in row else len(row["text"])
    return {**row, "text": row["text"][:end], "timexes": before(row["timexes"], end)}


def _ours(documents: list[dict[str, Any]]) -> tuple[list[Answer], str]:
    know = load_resources()
    find_times(as_plain(know.parser(documents[0]["text"])), None, know.lexicon)
    began = time.process_time()
    docs = [as_plain(doc) for doc in know.parser.read([document["text"] for document in documents])]
    for doc in docs:
        mend_lemmas(doc, know.lexicon)
    parsed = time.process_time()
    found = []
    for document, doc in zip(documents, docs, strict=True):
        times = find_times(doc, document.get("published"), know.lexicon)
        found.append([{"start": t.start, "end": t.end, "value": t.value, "type": t.type} for t in times])
    ended = time.process_time()
    count = len(documents)
    return found, f"{count / (ended - parsed):.0f} reports/s alone, {count / (ended - began):.1f} with the parse"


def _theirs(documents: list[dict[str, Any]]) -> tuple[list[Answer], str]:
    from dateparser.search import search_dates  # noqa: PLC0415 - what the user has installed

    search_dates(documents[0]["text"], languages=["en"])
    began = time.process_time()
    found = []
    for document in documents:
        settings: dict[str, Any] = {}
        if document.get("published"):
            settings["RELATIVE_BASE"] = datetime.fromisoformat(document["published"][:10])
        hits = search_dates(document["text"], languages=["en"], settings=settings) or []
        at, spans = 0, []
        for text, moment in hits:
            start = document["text"].find(text, at)
            if start >= 0:
                at = start + len(text)
                spans.append({"start": start, "end": at, "moment": moment.isoformat(), "type": "DATE"})
        found.append(spans)
    return found, f"{len(documents) / (time.process_time() - began):.1f} reports/s"


def _cut(row: dict[str, Any], times: Answer) -> Answer:
    """Times with a value each; a moment takes the length of the gold value that it overlaps."""
    out = []
    for found in times:
        moment = found.get("moment")
        if moment is not None:
            near = (t for t in row["timexes"] if t["start"] < found["end"] and found["start"] < t["end"])
            gold = next((str(t["value"]) for t in near), "")
            found = {**found, "value": moment[: len(gold)] or moment[:10]}  # noqa: PLW2901
        out.append(found)
    return out


if __name__ == "__main__":
    sys.exit(main())
