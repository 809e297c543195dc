"""Killed processes, two writers, a full disk, damage, no permission: nothing lost, nothing twice, clear errors."""

from __future__ import annotations

import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections import deque
from itertools import islice
from pathlib import Path

import pytest

from onrecord.errors import ProjectError
from onrecord.store.project import open_view, open_writer
from onrecord.store.writer import SPELT
from readings import TEXT, report

TESTS = Path(__file__).parents[2]
REPORTS = 60


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Reports, each fifth of them in two states."""
    path = tmp_path / "in.jsonl"
    rows = [{"id": f"r{n}", "text": f"{TEXT} Note {n}."} for n in range(REPORTS)]
    rows += [{"id": f"r{n}", "text": f"{TEXT} Note {n}, corrected."} for n in range(0, REPORTS, 5)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def _start(path: Path, lines: Path, **how: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(TESTS / "ingest_by_hand.py"), str(path), str(lines)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)  # type: ignore[call-overload, no-any-return]


def _contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that the file holds, without the numbers that depend on who came first; the file must be sound."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO texts (texts, rank) VALUES ('integrity-check', 0)")
        queries = {table: f"SELECT * FROM {table} ORDER BY 1, 2, 3" for table in ("reports", *SPELT)}  # noqa: S608
        queries["versions"] = "SELECT report_id, version, content_id, text FROM versions ORDER BY 1, 2"
        queries["readings"] = (
            "SELECT v.report_id, v.version, d.is_current, d.json FROM readings d JOIN versions v USING (version_id)"
            " ORDER BY 1, 2"
        )
        return {name: connection.execute(query).fetchall() for name, query in queries.items()}


@pytest.fixture
def undisturbed(tmp_path: Path, lines: Path) -> dict[str, list[tuple[object, ...]]]:
    path = tmp_path / "undisturbed.db"
    assert _start(path, lines).communicate()[1] == ""
    return _contents(path)


def test_killed_at_any_moment(path: Path, lines: Path, undisturbed: dict[str, list[tuple[object, ...]]]) -> None:
    """`kill -9`, ten times: what was said to be stored is stored, and going on gives what one run gives."""
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    said: list[str] = []
    for _ in range(10):
        process = _start(path, lines)
        assert process.stdout is not None
        said += islice(process.stdout, chance.randint(1, 2 + len(said)))
        time.sleep(chance.random() * 0.01)
        process.kill()
        said += process.communicate()[0].splitlines(keepends=True)
        stored = {line.split()[1] for line in said if line.endswith("\n")}
        with open_view(path) as view:
            assert stored <= {row.document_id for row in view.reports()}
    process = _start(path, lines)
    out, errors = process.communicate()
    assert errors == ""
    assert len(out.splitlines()) == REPORTS + REPORTS // 5
    assert _contents(path) == undisturbed


def test_two_writers_take_turns(path: Path, lines: Path, undisturbed: dict[str, list[tuple[object, ...]]]) -> None:
    """Both get to the end, and nothing is there twice."""
    processes = [_start(path, lines) for _ in range(2)]
    results = [process.communicate() for process in processes]
    assert [errors for _, errors in results] == ["", ""]
    told = [line for out, _ in results for line in out.splitlines()]
    assert sum(line.startswith("new ") for line in told) == REPORTS
    assert sum(line.startswith("new_version ") for line in told) == REPORTS // 5
    assert _contents(path) == undisturbed


def test_a_writer_that_waits_too_long_says_for_what(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.file.BUSY_SECONDS", 0.1)
    waits = pytest.raises(ProjectError, match=r"another process is writing to it\. Wait")
    with open_writer(path) as one, open_writer(path) as other, one._transaction("hold the file"), waits:
        other.add(*report())


def test_readers_work_while_a_writer_writes(path: Path) -> None:
    with open_writer(path) as writer:
        writer.add(*report("a"))
        with writer._transaction("hold the file"), open_view(path) as view:
            assert [row.document_id for row in view.reports()] == ["a"]


def test_a_full_disk_loses_nothing(path: Path) -> None:
    """SQLite's own limit stands for the disk's: the report that does not fit is not there in part."""
    reports = [report(f"r{number}", f" Note {number}." * 50) for number in range(100)]
    with open_writer(path) as writer:
        pages = writer._connection.execute("PRAGMA page_count").fetchone()[0]
        writer._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(ProjectError, match=r"the disk is full\. Make room and run the command again"):
            deque((writer.add(*one) for one in reports), maxlen=0)
        with open_view(path) as view:
            stored = len(list(view.reports()))
        assert 0 < stored < len(reports)
        writer._connection.execute("PRAGMA max_page_count = 100000")
        writer.add(*reports[stored])  # the very writer goes on once there is room
    contents = _contents(path)
    assert len(contents["reports"]) == len(contents["versions"]) == stored + 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files")
def test_a_disk_without_room_for_a_new_file_is_named(path: Path, lines: Path) -> None:
    """SQLite takes back by itself what has no room: to take it back once more hid the cause."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    _, errors = _start(path, lines, preexec_fn=limit).communicate()
    assert errors.startswith(f"Cannot open {path}: the disk")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files")
def test_a_file_that_may_not_grow(path: Path, lines: Path, undisturbed: dict[str, list[tuple[object, ...]]]) -> None:
    """The system refuses in the middle of a write; with room again the same command goes on."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))

    out, errors = _start(path, lines, preexec_fn=limit).communicate()
    assert errors.startswith("Cannot ")
    assert "the disk" in errors
    assert "Traceback" not in errors
    stored = len(out.splitlines())
    assert 0 < stored < REPORTS
    assert len(_contents(path)["versions"]) == stored
    assert _start(path, lines).communicate()[1] == ""
    assert _contents(path) == undisturbed


def test_a_file_that_may_not_be_written(path: Path) -> None:
    with open_writer(path) as writer:
        writer.add(*report("a"))
        writer._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(ProjectError, match=r"the file may not be written\. Give yourself write permission"):
            writer.add(*report("b"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_folder_that_may_not_be_written(path: Path) -> None:
    """It can be read there, from a stick or an archive, and a writer says what it needs."""
    with open_writer(path) as writer:
        writer.add(*report())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_view(path) as view:
            assert len(list(view.reports())) == 1
        with pytest.raises(ProjectError, match="permission"):
            open_writer(path).add(*report("b"))
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize("how", ["page", "end", "reading"])
def test_a_damaged_file_is_named(path: Path, how: str) -> None:
    """A page overwritten, the end cut off, a reading's bytes changed: an error, never a wrong answer."""
    with open_writer(path) as writer:
        for number in range(20):
            writer.add(*report(f"r{number}", f" Note {number}." * 50))
    data = bytearray(path.read_bytes())
    if how == "page":
        for start in range(4_096, len(data), 4_096):
            data[start : start + 64] = b"\xff" * 64
    elif how == "end":
        del data[len(data) // 2 :]
    path.write_bytes(data)
    if how == "reading":
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE readings SET json = substr(json, 1, 50)")

    def read_all() -> None:
        with open_view(path) as view:
            list(view.readings())

    with pytest.raises(ProjectError, match="damaged"):
        read_all()
