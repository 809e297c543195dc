"""What the documentation says of the project file and of Python is so: tables and views are listed, examples run."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from onrecord.store.project import open_writer
from readings import report

ROOT = Path(__file__).parents[2]


def _blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "docs" / name).read_text(), re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with open_writer("onrecord.db") as writer:
        writer.add(*report())
    return tmp_path / "onrecord.db"


def test_every_table_and_view_is_described(project: Path) -> None:
    with sqlite3.connect(project) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    beside = ("sqlite_", "texts_", "act_words_")  # SQLite keeps its own beside ours
    own = {name for name in names if not name.startswith(beside)}
    described = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "project-file.md").read_text(), re.MULTILINE))
    assert described == own


def test_the_queries_run(project: Path) -> None:
    with sqlite3.connect(project) as connection:
        for query in re.split(r";\n", "".join(_blocks("project-file.md", "sql"))):
            connection.execute(query).fetchall()


def test_a_reading_is_read_without_onrecord(project: Path) -> None:
    assert project.exists()
    (code,) = _blocks("project-file.md", "python")
    exec(code, {})  # noqa: S102 - the page's own example


def test_the_examples_in_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after another, as a reader would try them."""
    (tmp_path / "examples").mkdir()
    for path in (ROOT / "examples").glob("*.txt"):
        shutil.copy(path, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in _blocks("python.md", "python"):
        exec(block, names)  # noqa: S102 - the page's own examples
    assert len(names["by_type"])  # type: ignore[arg-type]
    assert len(names["strikes"])  # type: ignore[arg-type]
    assert len(names["who_says"]) > 3  # type: ignore[arg-type]
