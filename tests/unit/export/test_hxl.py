"""HXL against the standard's rules (hxlstandard.org, 1.1): no reader of it has a licence that fits."""

from __future__ import annotations

import csv
import io
import re

import pytest

from export_read import written
from project_source import Page, Project, kadi

# Core hashtags of the 1.1 dictionary.
HASHTAGS = frozenset(
    {
        "#access", "#activity", "#adm1", "#adm2", "#adm3", "#adm4", "#adm5", "#affected", "#beneficiary",
        "#capacity", "#cause", "#channel", "#contact", "#country", "#crisis", "#currency", "#date",
        "#delivery", "#description", "#event", "#frequency", "#geo", "#group", "#impact", "#indicator",
        "#inneed", "#item", "#loc", "#meta", "#modality", "#need", "#operations", "#org", "#output",
        "#population", "#reached", "#region", "#respondee", "#sector", "#service", "#severity", "#status",
        "#subsector", "#targeted", "#value",
    }
)  # fmt: skip
_TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


def rows_of(project: Project, **options: object) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written(project, "hxl", **options).decode(), newline="")))


def test_the_row_of_hashtags() -> None:
    heads, tags, *rows = rows_of(Project(kadi()))
    assert all(_TAG.fullmatch(tag) for tag in tags)
    for tag in tags:
        hashtag, *attributes = tag.split("+")
        assert hashtag in HASHTAGS or hashtag.startswith("#x_")
        assert len(attributes) == len(set(attributes))
    assert len({(tag.split("+")[0], *sorted(tag.split("+")[1:])) for tag in tags}) == len(tags)
    assert {len(row) for row in rows} == {len(tags)} == {len(heads)}
    assert not any(cell.startswith("#") for row in rows for cell in row[:1])


def test_a_row() -> None:
    heads, _, first, *_ = rows_of(Project(kadi()))
    row = dict(zip(heads, first, strict=True))
    assert row == {
        "event_id": "r1:E1", "date_start": "2024-05-13", "date_end": "2024-05-13", "type": "ASSAULT",
        "actor": "Arland's army", "target": "people", "adm1_name": "Nord Kivu", "adm1_code": "", "place": "Kadi",
        "lat": "-1.5", "lon": "29.25", "killed": "12", "status": "happened", "source": "an official",
        "url": "https://example.org/r1",
    }  # fmt: skip


@pytest.mark.parametrize(("killed", "cell"), [((12, 20), ""), (12, "12"), ((24, None), ""), (0, "0")])
def test_only_one_number_is_a_number(killed: object, cell: str) -> None:
    page = Page("r", "Arland struck Kadi, killing 12 or 24 or 0.").event("E1", "struck", killed=killed)
    heads, _, row = rows_of(Project(page))
    assert dict(zip(heads, row, strict=True))["killed"] == cell


def test_status_is_always_said() -> None:
    heads, _, *rows = rows_of(Project(kadi()), include=["planned", "denied"])
    statuses = [row[heads.index("status")] for row in rows]
    assert sorted(statuses) == ["denied", "happened", "happened", "happened", "planned"]
