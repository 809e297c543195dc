"""`onrecord ingest` as a user runs it: the same rows with any number of workers, exit codes, what goes where."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def _run(*args: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=240, cwd=cwd)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of reports in several forms, some of which cannot be read."""
    path = tmp_path_factory.mktemp("ingest") / "news"
    path.mkdir()
    text = (EXAMPLES / "port-strike.txt").read_text()
    (path / "a.txt").write_text(text)
    lines = [json.dumps({"id": f"r{n}", "text": f"{text}\n\nNote {n}.", "published": "2024-08-14"}) for n in range(40)]
    (path / "b.jsonl").write_text("\n".join([*lines[:20], "{broken", *lines[20:]]) + "\n")
    (path / "c.csv").write_text('text,date\n"Rebels shelled the town of Homs on Sunday, the army said.",2012-02-05\n')
    (path / "photo.jpg").write_bytes(b"\xff\xd8")
    (path / "paper.pdf").write_bytes(b"%PDF-1.7")
    return path


def test_the_same_rows_with_any_number_of_workers(folder: Path) -> None:
    dumps = []
    for workers in (1, 3):
        done = _run("ingest", folder, "--project", f"w{workers}.db", "--workers", workers, cwd=folder.parent)
        assert done.returncode == 1  # one line is broken
        assert done.stdout == f"w{workers}.db: 42 new, 1 failed\n"
        assert "b.jsonl:21" in done.stderr
        assert "Left out 2 files of other kinds: .jpg 1, .pdf 1. Extract the text of PDFs first" in done.stderr
        assert "Traceback" not in done.stderr
        with sqlite3.connect(folder.parent / f"w{workers}.db") as connection:
            dumps.append(list(connection.iterdump()))
    assert dumps[0] == dumps[1]
    assert len(dumps[0]) > 1_000


def test_the_project_file_is_where_the_user_is(folder: Path, tmp_path: Path) -> None:
    """And a dry run makes none; a second run passes everything over."""
    source = folder / "c.csv"
    dry = _run("ingest", source, "--dry-run", cwd=tmp_path)
    assert (dry.returncode, dry.stdout) == (0, "onrecord.db: nothing was written; ingesting would find 1 new\n")
    assert list(tmp_path.iterdir()) == []
    assert _run("ingest", source, cwd=tmp_path).stdout == "onrecord.db: 1 new\n"
    assert _run("ingest", source, cwd=tmp_path).stdout == "onrecord.db: 1 there already\n"
    assert [path.name for path in tmp_path.iterdir()] == ["onrecord.db"]


def test_reports_without_a_date_are_told_of(tmp_path: Path) -> None:
    """Nothing that happened "on Sunday" has a day in them; told once, when they come in."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Rebels shelled the town of Homs on Sunday, the army said. Note {name}.")
    note = "2 reports without a date of publication"
    assert note in _run("ingest", "a.txt", "b.txt", "--dry-run", cwd=tmp_path).stderr
    done = _run("ingest", "a.txt", "b.txt", cwd=tmp_path)
    assert note in done.stderr
    assert (done.returncode, done.stdout) == (0, "onrecord.db: 2 new\n")
    assert "without a date" not in _run("ingest", "a.txt", "b.txt", cwd=tmp_path).stderr
    dated = _run("ingest", "a.txt", "--published", "2024-05-16", cwd=tmp_path)
    assert "without a date" not in dated.stderr


def test_ids_that_two_collections_share_are_noticed(tmp_path: Path) -> None:
    """Else the reports of the second would quietly become versions of the first's."""
    texts = ["Rebels shelled the town of Homs on Sunday, the army said.", "Dock workers walked out; talks go on."]
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": "1", "text": text}) + "\n")
    assert "hardly a word" not in _run("ingest", "a.jsonl", cwd=tmp_path).stderr
    done = _run("ingest", "b.jsonl", cwd=tmp_path)
    assert done.stdout == "onrecord.db: 1 new version of a known report\n"
    assert "1 new version with hardly a word of the version before" in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("missing.txt",), 1, "missing.txt"),
        ((), 2, "Missing argument"),
        (("x.txt", "--project", "no/such/folder/p.db"), 2, "cannot be opened"),
        (("x.txt", "--project", "x.txt"), 2, "no project file"),
    ],
)
def test_errors(tmp_path: Path, args: tuple[str, ...], code: int, words: str) -> None:
    (tmp_path / "x.txt").write_text("A report. " * 100)
    done = _run("ingest", *args, cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
