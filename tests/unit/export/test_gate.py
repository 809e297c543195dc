"""A plan, a condition, a denial or a "may have" never passes for a fact."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import ExportError
from onrecord.export.gate import parse_include, status_of
from onrecord.export.options import Options
from onrecord.export.registry import FORMATS
from onrecord.export.run import export_project
from onrecord.reading.event import Factuality
from project_source import Project, kadi


@pytest.mark.parametrize(
    ("status", "polarity", "certainty", "taken_for"),
    [
        ("happened", "positive", "certain", "happened"),
        ("ongoing", "positive", "probable", "ongoing"),
        ("happened", "positive", "possible", "unclear"),  # a row cannot say "may have"
        ("happened", "negative", "certain", "not_happened"),  # told with a "not"
        ("planned", "negative", "certain", "not_happened"),  # "will not attack" is no plan to attack
        ("denied", "negative", "certain", "denied"),  # who denies it is kept apart from what did not happen
        ("planned", "positive", "possible", "planned"),
        ("conditional", "positive", "certain", "conditional"),
    ],
)
def test_what_exports_take_an_event_for(status: Any, polarity: Any, certainty: Any, taken_for: str) -> None:
    assert status_of(Factuality(status=status, polarity=polarity, certainty=certainty)) == taken_for


def test_each_kind_of_non_fact_is_asked_for_by_name() -> None:
    assert parse_include(["planned,denied", "unknown"]) == {"planned", "denied", "unknown"}
    assert parse_include(["happened"]) == frozenset()
    with pytest.raises(ExportError, match="the kinds are planned"):
        parse_include(["all"])


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if made.write and made.name != "xlsx"])
def test_no_format_holds_what_did_not_happen(name: str) -> None:
    out = io.BytesIO()
    summary = export_project(Project(kadi()), name, out)
    ids = [line for line in out.getvalue().decode(errors="replace").splitlines() if "r1:E2" in line or "r1:E4" in line]
    assert not ids
    assert "left out, no facts: 1 planned, 1 denied, 1 unclear" in "\n".join(summary.lines)


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if made.status == "field" and made.write])
def test_formats_with_a_field_for_it_say_what_it_is(name: str) -> None:
    out = io.BytesIO()
    asked = Options(include=frozenset({"planned"}), undated=True)
    summary = export_project(Project(kadi()), name, out, asked)
    assert not any("1 planned" in line for line in summary.lines if line.startswith("left out"))
    if FORMATS[name].binary or name in ("gexf", "graphml"):  # the plan has one party only: no tie
        return
    assert b"planned" in out.getvalue()


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if made.status == "apart"])
def test_formats_without_one_write_a_file_beside(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{FORMATS[name].suffix}"
    plain = tmp_path / f"plain{FORMATS[name].suffix}"
    summary = export_project(Project(kadi()), name, path, Options(include=frozenset({"planned", "unclear"})))
    export_project(Project(kadi()), name, plain)
    assert path.read_bytes() == plain.read_bytes()  # nothing slips in
    beside = tmp_path / f"x.not-happened{FORMATS[name].suffix}"
    assert beside.exists()
    assert str(beside) in summary.lines[-1]


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if made.status == "apart"])
def test_they_refuse_to_mix_both_on_standard_output(name: str) -> None:
    with pytest.raises(ExportError, match="no place to say that something is denied"):
        export_project(Project(kadi()), name, io.BytesIO(), Options(include=frozenset({"denied"})))


def test_a_count_of_the_dead_refuses_even_then(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="counts the dead"):
        export_project(Project(kadi()), "ucdp", tmp_path / "x.csv", Options(include=frozenset({"denied"})))
    assert not list(tmp_path.iterdir())
