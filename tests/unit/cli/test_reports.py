"""`onrecord reports` and `onrecord show` on a project file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.errors import ProjectError
from onrecord.reading.spelled import first_words
from onrecord.store.project import open_writer
from readings import TEXT, report


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with open_writer("onrecord.db") as writer:
        writer.add(*report("b", published="2024-05-17", title="Kadi shelled", publisher="Harbour Wire"))
        writer.add(*report("a", published="2024-05-16"))
        writer.add(*report("a", " Corrected.", published="2024-05-16"))
    return tmp_path / "onrecord.db"


def _run(*args: str) -> str:
    return CliRunner().invoke(app, args, catch_exceptions=False).output


def test_reports_are_listed_by_date(project: Path) -> None:
    assert project.exists()
    lines = [line.split(None, 1)[1] for line in _run("reports").splitlines()]
    assert [" ".join(line.split()) for line in lines] == [
        "2024-05-16 a (version 2)",
        "2024-05-17 Harbour Wire Kadi shelled",
    ]
    assert len(_run("reports", "--limit", "1").splitlines()) == 1


def test_reports_are_found_by_words(project: Path) -> None:
    assert project.exists()
    out = _run("reports", "corrected", "--jsonl")
    found = json.loads(out)
    assert (found["document_id"], found["version"]) == ("a", 2)
    assert "[Corrected]" in found["words"]
    assert "[Corrected]" in _run("reports", "corrected")


def test_a_report_is_shown_as_read_prints_it(project: Path) -> None:
    assert project.exists()
    out = _run("show", "b")
    assert "Kadi shelled" in out
    assert "WHAT HAPPENED" in out
    assert _run("show", "a", "--text") == TEXT + " Corrected."
    assert _run("show", "a", "--version", "1", "--text") == TEXT
    assert json.loads(_run("show", "a", "--json"))["id"] == "a"


def test_a_missing_report_is_named(project: Path) -> None:
    assert project.exists()
    with pytest.raises(ProjectError, match="`onrecord reports` lists"):
        _run("show", "nothing")


def test_a_report_without_title_and_id_is_called_by_its_first_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a line of a table is, whose id is made of its text."""
    monkeypatch.chdir(tmp_path)
    with open_writer("onrecord.db") as writer:
        writer.add(*report("text:0123456789abcdef"))
    assert "The militia shelled Kadi, an official told Harbour Wire. He said the army …" in _run("reports")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("reports", "nowhere"), "no report that holds all these words"),
        (("show",), "no event that 2 reports or more tell"),
        (("copies",), "no copies"),
        (("conflicts",), "nothing as of the last merge"),
    ],
)
def test_an_empty_list_says_so(project: Path, args: tuple[str, ...], words: str) -> None:
    """On stderr: data on stdout stays data."""
    assert project.exists()
    done = CliRunner().invoke(app, args, catch_exceptions=False)
    assert words in done.stderr
    assert done.stdout == ""


def test_a_report_without_a_title_is_called_by_its_first_paragraph() -> None:
    """Not by its headline and dateline in one."""
    assert first_words("Shells hit market\n\nTARIM (Wire) - At least 14 people died.") == "Shells hit market"
