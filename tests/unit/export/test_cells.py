"""Whatever stands in a name or a quote, files stay whole."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.cells import encodable, guarded, one_line, printable, unguarded, write_csv, write_tsv

ANY_TEXT = st.text(st.characters(categories=None), max_size=30)


@given(ANY_TEXT)
def test_no_cell_begins_like_a_formula_and_every_one_comes_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(cell) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-5 degrees", "'-5 degrees"),
        ("'=1", "''=1"),  # would look like a guarded one
        ("'Free' Army", "'Free' Army"),  # an ordinary quotation mark stays
        ("＝1", "'＝1"),  # full width
        ("a=b", "a=b"),
    ],
)
def test_guards(text: str, cell: str) -> None:
    assert guarded(text) == cell


@given(ANY_TEXT)
def test_printable_text_can_stand_in_xml(text: str) -> None:
    made = ET.Element("a", {"b": printable(text)})
    read = ET.fromstring(ET.tostring(made, encoding="utf-8"))
    assert len(read.attrib["b"]) == len(text)


@given(ANY_TEXT)
def test_encodable_text_keeps_its_offsets(text: str) -> None:
    assert len(encodable(text).encode().decode()) == len(text)


@given(st.lists(st.lists(ANY_TEXT, min_size=2, max_size=2), max_size=5))
def test_csv_comes_back_as_it_was(rows: list[list[str]]) -> None:
    out = io.BytesIO()
    write_csv(out, [["a", "b"]], rows)
    read = list(csv.reader(io.StringIO(out.getvalue().decode(), newline="")))
    assert [[unguarded(cell) for cell in row] for row in read[1:]] == [
        [printable(cell) for cell in row] for row in rows
    ]


@given(st.lists(st.lists(ANY_TEXT, min_size=2, max_size=2), max_size=5))
def test_every_row_of_a_tab_separated_file_is_one_line(rows: list[list[str]]) -> None:
    out = io.BytesIO()
    write_tsv(out, [["a", "b"]], rows)
    lines = out.getvalue().decode().split("\n")
    assert lines == [*lines[0:1], *("\t".join(guarded(one_line(cell)) for cell in row) for row in rows), ""]
    assert all(len(line.split("\t")) == 2 for line in lines[:-1])
    assert len(out.getvalue().decode().splitlines()) == len(rows) + 1
