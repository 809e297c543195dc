"""The quality gate: read every gold set, print one table, compare with the floors, fail below one.

    python bench/gate.py --data ../shared/bench                 compare with bench/floors.json
    python bench/gate.py --data ../shared/bench --only places   a part of it
    python bench/gate.py --data ../shared/bench --raise-floors  write today's figures, less a margin, where higher
    python bench/gate.py … --lower-floors "REASON"              write them though some are lower; the reason is kept

The floors stand beside the hash of the set they were measured on; a set that has changed is an error, not a failure.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.pipeline import read_each
from onrecord.reading.reading import write_json
from onrecord.resources import Resources, keep_resources
from onrecord.sources import load

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
MARGIN = 0.005  # what a figure may fall by before the gate speaks

# set -> task -> the figures that count, as paths into what the scorer prints.
SETS: dict[str, dict[str, tuple[str, ...]]] = {
    "plv_dev": {
        "events": ("pair_found", "root_accuracy", "root_macro_f1", "penta_accuracy", "type_in_sentence"),
    },
    "polnear_dev": {
        "attributions": (
            "source.exact.f1", "cue.exact.f1", "content.exact.f1",
            "source.chars.f1", "cue.chars.f1", "content.chars.f1", "relation_iou50.f1",
        ),
    },
    "lgl_dev": {"places": ("detection.f1", "end_to_end_exact.f1", "end_to_end_161km.f1")},
    "tr_news_dev": {"places": ("detection.f1", "end_to_end_exact.f1", "end_to_end_161km.f1")},
    "geowebnews_dev": {"places": ("detection.f1", "end_to_end_exact.f1", "end_to_end_161km.f1")},
    "timebank_dev": {"times": ("relaxed.f1", "strict.f1", "value.f1")},
    "meantime_dev": {
        "times": ("relaxed.f1", "strict.f1", "value.f1"),
        "factuality": ("found_share", "negative.f1", "not_certain.f1", "future.f1"),
    },
    "re3d_dev": {
        "entities": ("all.exact.f1", "all.overlap.f1"),
        "relations": ("FightingAgainst.recall", "all.recall"),
    },
}  # fmt: skip


def main() -> int:
    """Run the gate; 0 where no figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the gold sets and score.py")
    parser.add_argument("--only", action="append", help="sets or tasks to run; may be given several times")
    parser.add_argument("--keep", type=Path, help="a folder where the readings are left")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", metavar="REASON")
    args = parser.parse_args()
    figures = _measure(args.data, args.only, args.keep)
    floors: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    failures = _compare(figures, floors)
    if args.raise_floors or args.lower_floors:
        _write_floors(figures, floors, lower=args.lower_floors)
        return 0
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _measure(data: Path, only: list[str] | None, keep: Path | None) -> dict[str, dict[str, Any]]:
    """The figures of each set that is wanted: a process for each core, one set after the other in each."""
    wanted = {
        name: {task: paths for task, paths in tasks.items() if not only or name in only or task in only}
        for name, tasks in SETS.items()
    }
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
            found = {
                name: pool.submit(_figures_of, data, name, tasks, folder) for name, tasks in wanted.items() if tasks
            }
            if not only or "seed" in only:
                found["seed"] = pool.submit(_seed, data, folder)
            return {name: figures.result() for name, figures in found.items()}


@cache
def _know() -> Resources:
    return keep_resources()


def _figures_of(data: Path, name: str, tasks: dict[str, tuple[str, ...]], folder: Path) -> dict[str, Any]:
    readings = _read_set(data, name, next(iter(tasks)), folder)
    gold = data / f"{name}.jsonl"
    found: dict[str, Any] = {"sha256": hashlib.sha256(gold.read_bytes()).hexdigest()[:16]}
    for task, paths in tasks.items():
        scores = _score(data, task, gold, readings)
        found.update({f"{task}.{path}": _pick(scores, path) for path in paths})
    return found


def _read_set(data: Path, name: str, task: str, folder: Path) -> Path:
    inputs = _run(data / "score.py", "inputs", task, data / f"{name}.jsonl")
    source, out = folder / f"{name}.documents.jsonl", folder / f"{name}.readings.jsonl"
    source.write_text(inputs)
    know = _know()
    started = time.perf_counter()
    count = 0
    with out.open("wb") as file:
        for result in read_each(load(str(source)), know):
            if isinstance(result, InputError):
                raise result
            file.write(write_json(result) + b"\n")
            count += 1
    print(f"{name}: {count} reports in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return out


def _score(data: Path, task: str, gold: Path, readings: Path) -> dict[str, Any]:
    """The scorer's figures, over the rows outside training where a set has both."""
    scores: dict[str, Any] = json.loads(_run(data / "score.py", "score", task, gold, readings))
    outside: dict[str, Any] = scores.get("outside_training", scores)
    if "found" in outside:
        outside["found_share"] = outside["found"] / max(1, outside["n"])
    return outside


def _seed(data: Path, folder: Path) -> dict[str, Any]:
    gold = data / "seed" / "gold.json"
    facts = json.loads(gold.read_text())["document"]
    items = load(str(data / "seed" / "yarmouk.txt"), {k: facts[k] for k in ("published", "publisher")})
    out = folder / "seed.reading.json"
    (result,) = read_each(items, _know())
    if isinstance(result, InputError):
        raise result
    out.write_bytes(write_json(result))
    report = _run(data / "score_seed.py", gold, out)
    scores = json.loads(report.strip().splitlines()[-1])
    held, total = scores["held"].split("/")
    return {
        "sha256": hashlib.sha256(gold.read_bytes()).hexdigest()[:16],
        "held": int(held), "of": int(total), "never_broken": scores["never_broken"],
    }  # fmt: skip


def _run(*args: object) -> str:
    return subprocess.run([sys.executable, *map(str, args)], capture_output=True, check=True, text=True).stdout


def _pick(scores: dict[str, Any], path: str) -> float:
    value: Any = scores
    for step in path.split("."):
        value = value[step]
    return float(value)


def _compare(figures: dict[str, dict[str, Any]], floors: dict[str, Any]) -> list[str]:
    """Print the table; the sentences say which figure fell below which floor."""
    failures: list[str] = []
    for name, found in figures.items():
        known = floors.get("sets", {}).get(name, {})
        if known and known["sha256"] != found["sha256"]:
            failures.append(f"{name}: the set is not the one the floors were measured on; set the floors anew")
        for key, value in found.items():
            if key in ("sha256", "of"):
                continue
            floor = known.get(key)
            bad = floor is not None and (value > floor if key == "never_broken" else value < floor)
            print(f"{name:16} {key:38} {value:8.4g}   floor {floor if floor is not None else '-':<8} {'BELOW' * bad}")
            if bad:
                failures.append(f"{name}: {key} is {value:.4g}, its floor {floor}")
    return failures


def _write_floors(figures: dict[str, dict[str, Any]], floors: dict[str, Any], *, lower: str | None) -> None:
    sets = dict(floors.get("sets", {}))
    for name, found in figures.items():
        known = sets.get(name, {})
        new = dict(known)  # what this run did not measure keeps its floor
        for key, value in found.items():
            if not isinstance(value, float):
                new[key] = value
            else:
                margin = max(0.0, round(value - MARGIN, 3))
                new[key] = margin if lower else max(margin, known.get(key, 0.0))
        sets[name] = new
    reasons = [*floors.get("lowered", []), *([lower] if lower else [])]
    FLOORS.write_text(json.dumps({"sets": sets, "lowered": reasons}, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
