"""A run over shards: once each, resumed, whole or not there. The engine here needs no network."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.errors import ProjectError
from onrecord.reading.reading import MadeBy
from onrecord.scale.run import Progress, run_shards, set_aside
from onrecord.scale.shards import find_shards
from onrecord.scale.tables import EVENTS
from onrecord.scale.work import READINGS

MADE_BY = MadeBy(onrecord="1", model="m", lexicon="l")


def echo(tables: Iterator[pa.Table]) -> Iterator[list[pa.Table]]:
    """An engine that reads nothing: the text is the reading, "bad" is an error."""
    for table in tables:
        rows = [
            {"at": row["at"], "id": row["id"], "error": row["error"] or "bad"}
            if row["error"] or row["text"] == "bad"
            else {"at": row["at"], "id": row["id"], "text": row["text"], "reading": row["text"]}
            for row in table.to_pylist()
        ]
        events = [{"report": row["id"], "event": "E1"} for row in rows if "error" not in row]
        yield [pa.Table.from_pylist(rows, schema=READINGS), pa.Table.from_pylist(events, schema=EVENTS)]


def _archive(folder: Path, shards: int = 3, reports: int = 150) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for shard in range(shards):
        lines = (json.dumps({"id": f"{shard}-{n}", "text": f"Talks {n} began."}) for n in range(reports))
        (folder / f"s{shard}.jsonl").write_text("\n".join(lines))
    return folder


def _run(source: Path, out: Path, engine: object = echo, made_by: MadeBy = MADE_BY) -> Progress:
    return run_shards(find_shards(str(source)), out, engine, made_by, lambda _: None)  # type: ignore[arg-type]


def _files(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file() and p.stat().st_size}


def test_every_report_is_in_its_shards_tables_once(tmp_path: Path) -> None:
    done = _run(_archive(tmp_path / "in"), tmp_path / "out")
    ids = [pq.read_table(p).column("id").to_pylist() for p in sorted((tmp_path / "out" / "readings").iterdir())]
    assert ids == [[f"{shard}-{n}" for n in range(150)] for shard in range(3)]
    assert (done.reports, done.failed, done.passed, done.share) == (450, 0, 0, 1.0)
    events = [pq.read_table(p).num_rows for p in (tmp_path / "out" / "events").iterdir()]
    assert events == [150, 150, 150]


def test_what_cannot_be_read_is_set_aside_with_its_place_and_reason(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text('{"id":"1","text":"Talks began."}\n{"id":"2","text":"bad"}\n{"half\n')
    done = _run(tmp_path / "s.jsonl", tmp_path / "out")
    (aside,) = (tmp_path / "out" / "set_aside").iterdir()
    rows = [json.loads(line) for line in aside.read_text().splitlines()]
    assert [(row["at"], row["id"]) for row in rows] == [("s.jsonl#2", "2"), ("s.jsonl#3", None)]
    assert (done.reports, done.failed) == (3, 2)


def test_a_second_run_does_nothing_and_changes_nothing(tmp_path: Path) -> None:
    source = _archive(tmp_path / "in")
    _run(source, tmp_path / "out")
    before = _files(tmp_path / "out")
    done = _run(source, tmp_path / "out")
    assert (done.reports, done.passed, done.share) == (0, 3, 1.0)
    assert _files(tmp_path / "out") == before


def test_only_a_shard_that_changed_is_read_again(tmp_path: Path) -> None:
    source = _archive(tmp_path / "in")
    _run(source, tmp_path / "out")
    (source / "s1.jsonl").write_text('{"id":"new","text":"Talks ended."}')
    done = _run(source, tmp_path / "out")
    assert (done.reports, done.passed) == (1, 2)
    _run(source, tmp_path / "anew")
    assert _files(tmp_path / "out") == _files(tmp_path / "anew")


def test_readings_of_an_older_network_are_made_again(tmp_path: Path) -> None:
    source = _archive(tmp_path / "in", shards=1)
    _run(source, tmp_path / "out")
    done = _run(source, tmp_path / "out", made_by=msgspec.structs.replace(MADE_BY, model="m2"))
    assert (done.reports, done.passed) == (150, 0)


def test_a_report_that_reads_at_last_leaves_no_old_complaint(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text('{"id":"2","text":"bad"}\n')
    _run(tmp_path / "s.jsonl", tmp_path / "out")
    (tmp_path / "s.jsonl").write_text('{"id":"2","text":"good"}\n')
    _run(tmp_path / "s.jsonl", tmp_path / "out")
    assert not list((tmp_path / "out" / "set_aside").iterdir())


def test_an_interrupted_run_begun_again_ends_with_the_same_bytes(tmp_path: Path) -> None:
    source = _archive(tmp_path / "in", reports=500)

    def breaks(tables: Iterator[pa.Table]) -> Iterator[list[pa.Table]]:
        for number, result in enumerate(echo(tables)):
            if number == 12:
                raise KeyboardInterrupt
            yield result

    with pytest.raises(KeyboardInterrupt):
        _run(source, tmp_path / "out", breaks)
    assert len(list((tmp_path / "out" / "checkpoints").iterdir())) == 1
    _run(source, tmp_path / "out")
    _run(source, tmp_path / "whole")
    assert _files(tmp_path / "out") == _files(tmp_path / "whole")


SLOW_RUN = """
import sys, time
sys.path.insert(0, {tests!r})
from pathlib import Path
from test_run import _run, echo
def slow(tables):
    for result in echo(tables):
        time.sleep(0.01)
        yield result
_run(Path({source!r}), Path({out!r}), slow)
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.15, 0.25])
def test_a_killed_run_begun_again_ends_with_the_same_bytes(tmp_path: Path, seconds: float) -> None:
    """kill -9 at several moments after the first file has appeared."""
    source, out = _archive(tmp_path / "in", reports=600), tmp_path / "out"
    code = SLOW_RUN.format(tests=str(Path(__file__).parent), source=str(source), out=str(out))
    process = subprocess.Popen([sys.executable, "-c", code])
    while not (out / "readings").exists() or not list((out / "readings").iterdir()):
        assert process.poll() is None, "it ended before it wrote anything"
        time.sleep(0.005)
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    _run(source, out)
    _run(source, tmp_path / "whole")
    assert _files(out) == _files(tmp_path / "whole")


def test_two_runs_in_one_folder_are_one_too_many(tmp_path: Path) -> None:
    source = _archive(tmp_path / "in", shards=1)

    def meddles(tables: Iterator[pa.Table]) -> Iterator[list[pa.Table]]:
        with pytest.raises(ProjectError, match="another run works there"):
            _run(source, tmp_path / "out")
        yield from echo(tables)

    assert _run(source, tmp_path / "out", meddles).reports == 150


def test_a_full_disk_is_said_and_leaves_what_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = _archive(tmp_path / "in")
    settle, finished = os.fsync, []

    def full(file: int) -> None:
        finished.append(file)
        if len(finished) > 4:
            raise OSError(28, "No space left on device")
        settle(file)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProjectError, match="No space left on device"):
        _run(source, tmp_path / "out")
    monkeypatch.undo()
    assert _run(source, tmp_path / "out").passed == 1
    _run(source, tmp_path / "whole")
    assert _files(tmp_path / "out") == _files(tmp_path / "whole")


def test_a_report_that_was_set_aside_keeps_its_row() -> None:
    table = pa.table({name: [name] for name in ("at", "id", "title", "publisher", "url", "published")})
    readings, events = set_aside(table, "it took too long")
    (row,) = readings.to_pylist()
    assert row["error"].startswith("Cannot read at: it took too long.")
    assert events.num_rows == 0
