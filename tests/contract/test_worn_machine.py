"""A slow disk and a clock that jumps: what is written is what a healthy machine writes, also after a kill."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from readings import TEXT

TESTS = Path(__file__).parents[1]
REPORTS = 30
SLOW = {"SLOW_SYNC": "20000", "SLOW_WRITE": "300"}  # microseconds: a disk at the other end of a network
JUMPS = {"CLOCK_JUMPS": "1"}
CC = shutil.which("cc")
_RUN = (
    "import sys; sys.path[:0] = {paths!r}\nfrom pathlib import Path\nfrom test_run import _run\n"
    "_run(Path({source!r}), Path({out!r}))"
)

pytestmark = pytest.mark.skipif(sys.platform != "linux" or CC is None, reason="needs Linux and a C compiler")


@pytest.fixture(scope="module")
def worn(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The library that wears the machine out."""
    made = tmp_path_factory.mktemp("worn") / "worn.so"
    subprocess.run([str(CC), "-shared", "-fPIC", "-o", made, TESTS / "worn_machine.c", "-ldl"], check=True)
    return str(made)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Reports, each fifth of them in two states; some are dated in the far future, one before all others."""
    days = ("2024-05-16", "2999-12-31", "9999-12-31", "0001-01-01")
    rows = [{"id": f"r{n}", "text": f"{TEXT} Note {n}.", "published": days[n % len(days)]} for n in range(REPORTS)]
    edited = {"published": "2001-01-01"}
    rows += [{**row, **edited, "text": f"{row['text']} Corrected."} for row in rows[::5]]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def _ingest(project: Path, lines: Path, **env: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(TESTS / "ingest_by_hand.py"), str(project), str(lines)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **env}
    )


def _contents(project: Path) -> list[str]:
    """All that the file holds, as SQL; it must be sound."""
    with sqlite3.connect(project) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("INSERT INTO texts (texts, rank) VALUES ('integrity-check', 0)")
        connection.execute("INSERT INTO act_words (act_words, rank) VALUES ('integrity-check', 1)")
        return list(connection.iterdump())


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("import os, time; t = time.monotonic(); os.fsync(os.open('f', 65)); print(time.monotonic() - t > 0.02)", SLOW),
        ("import time; print(abs(time.time() - time.time()) > 80_000)", JUMPS),
        ("import time; print(0 <= time.monotonic() - time.monotonic() + 1 < 2)", JUMPS),
    ],
    ids=["waiting for the disk takes long", "the clock is set back and forth", "the one that only counts on is not"],
)
def test_the_machine_is_worn(tmp_path: Path, worn: str, code: str, fault: dict[str, str]) -> None:
    env = {**os.environ, "LD_PRELOAD": worn, **fault}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env, cwd=tmp_path)
    assert done.stdout == b"True\n"


@pytest.mark.parametrize("fault", [SLOW, JUMPS, {**SLOW, **JUMPS}], ids=["slow disk", "clock jumps", "both"])
def test_ingest_writes_what_a_healthy_machine_writes(
    tmp_path: Path, lines: Path, worn: str, fault: dict[str, str]
) -> None:
    healthy, sick = tmp_path / "healthy.db", tmp_path / "sick.db"
    started = time.monotonic()
    assert _ingest(healthy, lines).communicate()[1] == ""
    took = time.monotonic() - started
    started = time.monotonic()
    assert _ingest(sick, lines, LD_PRELOAD=worn, **fault).communicate()[1] == ""
    if "SLOW_SYNC" in fault:
        assert time.monotonic() - started > took, "the disk was slow indeed"
    assert _contents(sick) == _contents(healthy)


def test_two_writers_on_a_slow_disk_take_turns(tmp_path: Path, lines: Path, worn: str) -> None:
    """Neither gives up, nothing is there twice, whoever waits."""
    project = tmp_path / "onrecord.db"
    both = [_ingest(project, lines, LD_PRELOAD=worn, **SLOW, **JUMPS) for _ in range(2)]
    results = [process.communicate() for process in both]
    assert [errors for _, errors in results] == ["", ""]
    told = [line for out, _ in results for line in out.splitlines()]
    assert sum(line.startswith("new ") for line in told) == REPORTS
    assert sum(line.startswith("new_version ") for line in told) == REPORTS // 5
    _contents(project)


@pytest.mark.parametrize("stored", [1, 7, 20])
def test_killed_while_the_disk_is_slow(tmp_path: Path, lines: Path, worn: str, stored: int) -> None:
    """What was said to be stored is stored; going on gives what one run gives."""
    healthy, killed = tmp_path / "healthy.db", tmp_path / "killed.db"
    assert _ingest(healthy, lines).communicate()[1] == ""
    process = _ingest(killed, lines, LD_PRELOAD=worn, **SLOW, **JUMPS)
    assert process.stdout is not None
    said = {line.split()[1] for line in islice(process.stdout, stored)}
    process.kill()
    process.communicate()
    with sqlite3.connect(killed) as connection:
        assert said <= {key for (key,) in connection.execute("SELECT document_id FROM reports")}
    assert _ingest(killed, lines).communicate()[1] == ""
    assert _contents(killed) == _contents(healthy)


@pytest.mark.parametrize("fault", [SLOW, JUMPS], ids=["slow disk", "clock jumps"])
def test_a_run_over_an_archive_writes_the_same_bytes(tmp_path: Path, worn: str, fault: dict[str, str]) -> None:
    """Not even its checkpoints know what time it was."""
    source = tmp_path / "in"
    source.mkdir()
    for shard in range(3):
        rows = ({"id": f"{shard}-{n}", "text": f"Talks {n} began.", "published": "2999-01-01"} for n in range(100))
        (source / f"s{shard}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    found = []
    for name, env in (("healthy", {}), ("sick", {"LD_PRELOAD": worn, **fault})):
        out = tmp_path / name
        code = _RUN.format(paths=[str(TESTS), str(TESTS / "unit" / "scale")], source=str(source), out=str(out))
        subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, **env})
        found.append({p.relative_to(out): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()})
    assert found[0] == found[1]
    assert len(found[0]) > 6
