"""Whatever stands in names, titles and quotes, every format reads back: line breaks, tabs, quotes, formulas,
right-to-left text, emoji, control characters, halves of characters."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from export_read import export, lines, table, written
from export_schemas import GEOJSON, PLOVER, WEB_ANNOTATION, ftm_schema
from onrecord.export.cells import encodable, one_line, printable, unguarded
from onrecord.export.formats import gdelt, gdelt_mentions
from onrecord.export.options import Options
from onrecord.export.run import export_project
from onrecord.reading.span import in_one_line
from project_source import Page, Project

NASTY = st.sampled_from(
    [
        "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "a\tb", "a\nb\r\nc", "a;b; c", 'say "x", y', "شرطة دمشق",
        "\u202eevil", "👩🏽\u200d🚒 brigade", "\x00\x07\x1b", "\ud800half", "</td><script>", "]]>&amp;",
        "_x0041_", "None", "\u2028line", "\ufeffbom", "' quote", "a\\b", "|", "\ufffe",
    ]
)  # fmt: skip
WORDS = st.one_of(NASTY, st.text(st.characters(categories=None), min_size=1, max_size=12)).filter(in_one_line)
many = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def project(name: str, title: str) -> Project:
    text = f"{name} struck Kadi, as {title} said"
    page = Page("r", text, title=title, publisher=title).party("T1", name, country="SYR", sectors=("MIL",))
    page.place("L1", "Kadi").time("D1", "Kadi", "2024-05-13")
    page.event("E1", "struck", by=["T1"], on=["Kadi"], place="L1", time="D1", killed=1)
    return Project(page.stand("P1", "T1", "supports", "struck Kadi", toward="T1").label("T1", "Kadi"))


def shown(name: str) -> str:
    return in_one_line(name)


@settings(many, max_examples=12)
@given(WORDS, WORDS)
def test_csv_parquet_and_excel(name: str, title: str) -> None:
    made = project(name, title)
    list_of_one = shown(name).replace(";", ",")
    row = table(made, "csv").iloc[0]
    assert unguarded(row["actors"]) == printable(list_of_one)
    assert unguarded(row["title"]) == printable(title)
    typed = pd.read_parquet(io.BytesIO(written(made, "parquet"))).iloc[0]
    assert (typed["actors"], typed["title"]) == (encodable(list_of_one), encodable(title))
    book = pd.read_excel(io.BytesIO(written(made, "xlsx")), sheet_name="events", dtype=str, keep_default_na=False)
    assert book["title"].iloc[0].replace("\r\n", "\n").replace("\r", "\n") == (
        printable(title).replace("\r\n", "\n").replace("\r", "\n")
    )


@many
@given(WORDS, WORDS)
def test_tables_of_other_people(name: str, title: str) -> None:
    made = project(name, title)
    for kind, columns in (
        ("polecat", None),
        ("icews", None),
        ("gdelt", gdelt.COLUMNS),
        ("gdelt-mentions", gdelt_mentions.COLUMNS),
    ):
        frame = table(made, kind, columns)
        assert len(frame) == 1, kind
        assert frame.notna().all(axis=None)
    assert unguarded(table(made, "icews").iloc[0]["Source Name"]) == one_line(shown(name))
    for kind, column in (
        ("acled", "source"),
        ("ucdp", "source_office"),
        ("eventreport", "source_author"),
        ("hxl", "actor"),
    ):
        frame = table(made, kind)
        rows = frame.iloc[1:] if kind == "hxl" else frame
        expected = printable(shown(name) if kind == "hxl" else title)
        assert [unguarded(cell) for cell in rows[column]] == ([expected] if len(rows) else []), kind


@many
@given(WORDS, WORDS)
def test_json(name: str, title: str) -> None:
    made = project(name, title)
    (plover,) = lines(made, "plover")
    Draft202012Validator(PLOVER).validate(plover)
    assert plover["actor"][0]["identifier_text"] == encodable(shown(name))
    assert plover["cite_info"]["title"] == encodable(title)
    collection = json.loads(written(made, "geojson"))
    Draft202012Validator(GEOJSON).validate(collection)
    assert collection["features"][0]["properties"]["publisher"] == encodable(title)
    for entity in lines(made, "ftm"):
        Draft202012Validator(ftm_schema(entity["schema"])).validate(entity)
    for annotation in lines(made, "web-annotation"):
        Draft202012Validator(WEB_ANNOTATION).validate(annotation)
        quote, position = annotation["target"][0]["selector"]
        assert len(quote["exact"]) == position["end"] - position["start"]


@many
@given(WORDS, WORDS)
def test_graphs(name: str, title: str) -> None:
    made = project(name, title)
    for kind, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        found = read(io.BytesIO(written(made, kind)))
        labels = {data["label"] for _, data in found.nodes(data=True)}
        assert printable(shown(name)).strip() in {label.strip() for label in labels}, kind


class _Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@many
@given(WORDS, WORDS)
def test_site(tmp_path: Path, name: str, title: str) -> None:
    made = project(name, title)
    export_project(made, "site", tmp_path / "site", Options())
    (report,) = (tmp_path / "site" / "reports").iterdir()
    page = _Words(report.read_bytes().decode())
    assert "script" not in page.tags
    assert printable(made.pages[0].text) in "".join(page.words)


def test_cells_too_long_for_excel_are_cut_and_counted() -> None:
    out, summary = export(project("Arland", "x" * 40_000), "xlsx")
    book = pd.read_excel(io.BytesIO(out), sheet_name="reports")
    assert len(book["title"].iloc[0]) == 32_767
    assert any("cut at 32,767 characters" in line for line in summary.lines)


@pytest.mark.parametrize("name", ["=1+1", "http://example.org/a", "{=1}", "-1", "1e5", "007"])
def test_excel_text_stays_text(name: str) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(written(project("Arland", name), "xlsx")))
    sheet = book["reports"]
    heads = [cell.value for cell in sheet[1]]
    cell = sheet[2][heads.index("title")]
    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)
