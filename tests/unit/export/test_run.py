"""Exports are whole or not there, the same each time, and say what is missing."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord.export.run as run_module
from export_read import export
from onrecord.errors import ExportError
from onrecord.export.registry import FORMATS
from onrecord.export.run import export_project
from onrecord.reading.reading import Reading
from onrecord.store.rows import ReportRow
from project_source import Page, Project, kadi

FILES = [name for name, made in FORMATS.items() if made.write]
TESTS = Path(__file__).parents[2]


def merged_project() -> Project:
    project = Project(kadi("r1"), kadi("r2", published="2024-05-17"), kadi("r3", publisher="Other Post"))
    project.cluster("M1", "r1:E1", "r2:E1", "r3:E1")
    project.copy("C", "r1", "r2")
    return project


def digests() -> dict[str, str]:
    return {name: hashlib.sha256(export(merged_project(), name)[0]).hexdigest() for name in FILES}


def test_the_same_project_gives_the_same_bytes_in_every_process() -> None:
    """Also in another second and under another order of hashes: a workbook is a ZIP file, which holds times."""
    code = "import json, test_run; print(json.dumps(test_run.digests()))"
    here = digests()
    env = {"PYTHONPATH": f"{TESTS}:{Path(__file__).parent}", "PYTHONHASHSEED": "7", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert json.loads(done.stdout) == here


class Broken(Project):
    """A project whose last report cannot be read."""

    reads = 0

    def readings(self) -> Iterator[tuple[ReportRow, Reading]]:
        self.reads += 1
        yield from super().readings()
        if self.reads > 1:  # what is gathered first goes well, the writing does not
            raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", ["plover", "ftm", "site"])
def test_a_failed_export_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    export_project(Project(kadi()), name, path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ExportError, match=r"Cannot write .*: no space left on device\. Name another place"):
        export_project(Broken(kadi()), name, path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_disk_that_may_not_be_written_is_named_by_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Not by the file that is written beside it, which cannot be removed there either."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", "part")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ExportError, match=r"Cannot write .*out: no space left on device\. Name another place"):
        export_project(Broken(kadi()), "plover", tmp_path / "out")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no such file or directory"):
        export_project(Project(kadi()), "csv", tmp_path / "nowhere" / "x.csv")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run_module, "find_spec", lambda _: None)
    with pytest.raises(ExportError, match=r"xlsxwriter is not installed\. Run `pip install 'onrecord\[export\]'`"):
        export_project(Project(kadi()), "xlsx", tmp_path / "x.xlsx")
    export_project(Project(kadi()), "csv", tmp_path / "x.csv")


def test_a_folder_cannot_go_to_standard_output() -> None:
    with pytest.raises(ExportError, match="a folder of files"):
        export_project(Project(kadi()), "site", io.BytesIO())


@pytest.mark.parametrize("name", FILES)
def test_an_empty_project_is_an_empty_file(name: str) -> None:
    summary = export(Project(), name)[1]
    assert (summary.events, summary.rows) == (0, 0)
    assert not any(line.startswith(("not held", "with care", "left out")) for line in summary.lines)


@pytest.mark.parametrize("name", FILES)
def test_the_summary_counts_what_is_there(name: str) -> None:
    summary = export(merged_project(), name)[1]
    assert summary.lines[0].startswith(f"{name}: ")
    assert "of 3 reports (2 independent)" in summary.lines[0]
    assert "left out, no facts: 3 planned, 3 denied, 3 unclear" in "\n".join(summary.lines)


@pytest.mark.parametrize(
    ("name", "loses", "keeps"),
    [
        ("gdelt", "the speaker of 1 event", "how many reports"),
        ("polecat", "how many reports tell 1 event", "the mode"),
        ("geojson", "3 labels", "the speaker"),
        ("plover", "3 commitments", "positions"),
    ],
)
def test_losses_are_those_of_the_format_and_counted(name: str, loses: str, keeps: str) -> None:
    lost = [line for line in export(merged_project(), name)[1].lines if line.startswith("not held")]
    assert f"not held: {loses}" in lost
    assert not any(keeps in line for line in lost)


def test_nothing_is_said_to_be_lost_that_was_never_there() -> None:
    page = Page("r", "Arland struck Kadi.").party("T1", "Arland").event("E1", "struck", by=["T1"])
    lost = [line for line in export(Project(page), "gdelt")[1].lines if line.startswith("not held")]
    assert lost == ["not held: the sentence that tells 1 event", "not held: where the words of 1 event stand"]


def test_a_merged_row_names_its_rule() -> None:
    assert any("most independent reports" in line for line in export(merged_project(), "csv")[1].lines)
    assert not any("most independent reports" in line for line in export(Project(kadi()), "csv")[1].lines)


def test_rows_come_by_date_then_by_id() -> None:
    project = Project(kadi("b", published="2024-05-20"), kadi("a", published="2024-05-18"))
    rows = export(project, "csv")[0].decode().splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["a:E1", "b:E1", "a:E5", "a:E6", "b:E5", "b:E6"]


def test_three_counts_stand_where_the_format_has_room() -> None:
    for name in ("csv", "plover", "geojson", "graphml", "gexf"):
        text = export(merged_project(), name)[0].decode()
        assert "independent_reports" in text, name


def test_parties_that_are_only_words_are_counted() -> None:
    page = Page("r", "They struck Kadi. Arland left.").party("T1", "Arland").event("E1", "struck", by=["They"])
    page.event("E2", "left", by=["T1"])
    lines = export(Project(page), "gdelt")[1].lines
    assert "with care: 1 event with a party that is only words, such as a pronoun" in lines
