"""`onrecord export` as a user types it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli.export import NAMES, TABLE_NAMES
from onrecord.export.gate import LEFT_OUT
from onrecord.export.registry import FORMATS
from onrecord.export.tables import TABLES
from onrecord.reading.document import Document
from onrecord.store.project import open_writer
from project_source import kadi

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("project") / "onrecord.db"
    with open_writer(path) as writer:
        for key in ("r1", "r2"):
            page = kadi(key)
            info = page.reading().document
            document = Document(id=key, text=page.text, title=info.title, publisher=info.publisher, url=info.url,
                                published=info.published)  # fmt: skip
            writer.add(document, page.reading())
    return path


def _run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", "export", *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_help_names_every_format_and_every_kind() -> None:
    assert NAMES.split(", ") == list(FORMATS)
    assert TABLE_NAMES.split(", ") == list(TABLES)
    shown = (ROOT / "docs" / "cli.md").read_text()
    assert all(status in shown for status in LEFT_OUT)


def test_every_format_is_documented() -> None:
    text = (ROOT / "docs" / "exports.md").read_text()
    for name in FORMATS:
        assert f"`{name}`" in text, name


def test_data_goes_to_standard_output_and_what_is_lost_to_standard_error(project: Path) -> None:
    done = _run(project.parent, "csv")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1 + 2 * 3
    assert "left out, no facts: 2 planned, 2 denied, 2 unclear" in done.stderr
    assert "not held: 6 positions" in done.stderr
    assert "2 readings are newer than the last merge" in done.stderr


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_is_written_from_a_project_file(name: str, project: Path, tmp_path: Path) -> None:
    done = _run(tmp_path, name, "--project", str(project), "--out", f"out{FORMATS[name].suffix}")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [f"out{FORMATS[name].suffix}"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("gdelt", "--include", "planned"), "Name a file with --out"),
        (("ucdp", "--include", "denied", "--out", "x.csv"), "it counts the dead"),
        (("csv", "--include", "all"), "Name each kind that you want"),
        (("dbase",), "the formats are csv"),
        (("csv", "--project", "nothing.db"), "nothing.db"),
        (("csv", "--stamp", "yesterday"), "it is no ISO date"),
        (("site",), "Name a folder with --out"),
    ],
)
def test_errors_say_what_to_do(args: tuple[str, ...], words: str, project: Path) -> None:
    done = _run(project.parent, *args)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
