"""CSV, Excel and Parquet as pandas reads them."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from export_read import export, table, written
from onrecord.errors import ExportError
from onrecord.export.tables import TABLES
from project_source import KADI, Page, Project, kadi

PROJECT = Project(kadi())


def test_csv_holds_the_event_with_its_words_and_its_speaker() -> None:
    rows = table(PROJECT, "csv").set_index("id")
    assert list(rows.index) == ["r1:E1", "r1:E5", "r1:E6"]
    first = rows.loc["r1:E1"]
    assert first[["actors", "recipients", "status", "told_by", "killed_best", "place", "date_start"]].tolist() == [
        "Arland's army", "people", "happened", "an official", "12", "Kadi", "2024-05-13",
    ]  # fmt: skip
    assert KADI[int(first["start"]) : int(first["end"])] == first["trigger"] == "shelled"
    assert first["quote"] == KADI.split(".")[0] + "."
    assert first[["reports", "independent_reports", "speakers"]].tolist() == ["1", "1", "1"]
    assert rows.loc["r1:E5", "conditions"] == "if talks fail"


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_reads_back_the_same_from_all_three(name: str) -> None:
    csv = table(PROJECT, "csv", table=name)
    parquet = pd.read_parquet(io.BytesIO(written(PROJECT, "parquet", table=name)))
    xlsx = pd.read_excel(io.BytesIO(written(PROJECT, "xlsx")), sheet_name=name, dtype=str, keep_default_na=False)
    columns = [column for column, _ in TABLES[name].columns]
    assert list(csv) == list(parquet) == list(xlsx) == columns
    assert len(csv) == len(parquet) == len(xlsx) > 0
    for column, kind in TABLES[name].columns:
        if kind is str:
            assert csv[column].tolist() == parquet[column].fillna("").tolist() == xlsx[column].tolist(), column
        else:
            as_numbers = [
                pd.to_numeric(frame[column].replace({"True": 1, "False": 0})).fillna(-1.0) for frame in (csv, xlsx)
            ]
            assert (
                as_numbers[0].tolist() == as_numbers[1].tolist() == parquet[column].astype(float).fillna(-1.0).tolist()
            )


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet"])
def test_words_of_a_report_stand_in_one_line(name: str) -> None:
    """A line end in a cell breaks tools that read by line, and makes rows of spreadsheets high."""
    text = "The army\n<b>shelled</b>\u00a0Kadi  on\r\nMonday."
    project = Project(Page("r1", text).party("T1", "The army").event("E1", "shelled", by=["T1"]))
    data = written(project, name)
    frame = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet}[name](io.BytesIO(data))
    assert frame["quote"].tolist() == ["The army shelled Kadi on Monday."]
    assert text[frame["start"][0] : frame["end"][0]] == "shelled"
    assert name != "csv" or data.count(b"\n") == 2


def test_parquet_has_types() -> None:
    rows = pd.read_parquet(io.BytesIO(written(PROJECT, "parquet")))
    assert rows["killed_low"].dropna().tolist() == [12]
    assert rows["reciprocal"].tolist() == [False, True, False]
    assert rows["lat"].dropna().tolist() == [-1.5]


def test_an_unknown_stand_is_a_value_of_its_own() -> None:
    rows = table(PROJECT, "csv", table="positions").set_index("id")
    assert rows.loc["r1:P2", ["holder", "stance", "basis"]].tolist() == ["The League", "unknown", "absent"]


def test_each_figure_keeps_its_speaker() -> None:
    rows = table(PROJECT, "csv", table="numbers")
    assert rows[["event_id", "kind", "low", "told_by"]].to_numpy().tolist() == [
        ["r1:E1", "killed", "12", "an official"]
    ]


def test_losses_are_counted_from_the_data() -> None:
    assert "not held: 3 positions" in export(PROJECT, "csv")[1].lines
    assert not any("positions" in line for line in export(PROJECT, "csv", table="positions")[1].lines[1:])
    assert not any(line.startswith("not held") for line in export(PROJECT, "xlsx")[1].lines)


def test_sentences_can_be_withheld() -> None:
    rows = table(PROJECT, "csv", words=False)
    assert set(rows["quote"]) == {""}
    for name in TABLES:
        assert "did not attend" not in written(PROJECT, "csv", words=False, table=name).decode()


@pytest.mark.parametrize(
    ("name", "options", "because"),
    [
        ("csv", {"table": "nonsense"}, "the tables are events, numbers"),
        ("geojson", {"table": "reports"}, "no tables to choose from"),
        ("dbase", {}, "the formats are csv, xlsx"),
    ],
)
def test_wrong_wishes_are_refused(name: str, options: dict[str, str], because: str) -> None:
    with pytest.raises(ExportError, match=because):
        written(PROJECT, name, **options)
