"""The queries of docs/archives.md run over what `onrecord run` writes, and say what the events say."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

import duckdb
import pytest

from onrecord.reading.reading import MadeBy
from onrecord.scale.run import read_and_list, run_shards
from onrecord.scale.shards import find_shards

QUERIES = re.findall(r"```sql\n(.*?)```", (Path(__file__).parents[2] / "docs" / "archives.md").read_text(), re.DOTALL)
TEXT = "Rebels attacked the army in Homs on Sunday. Police said protesters plan to attack the ministry."


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over three reports, two of which are one text."""
    folder = tmp_path_factory.mktemp("run")
    rows = [("1", "Daily", TEXT), ("2", "Herald", TEXT), ("3", "Herald", "The ministers met in Oslo on Friday.")]
    lines = [json.dumps({"id": i, "publisher": p, "text": t, "published": "2024-05-06"}) for i, p, t in rows]
    (folder / "s.jsonl").write_text("\n".join(lines))
    made_by = MadeBy(onrecord="", model="", lexicon="")
    run_shards(
        find_shards(str(folder / "s.jsonl")), folder / "out", partial(map, read_and_list), made_by, lambda _: None
    )
    return folder


def _ask(out: Path, number: int) -> list[tuple[object, ...]]:
    return duckdb.sql(QUERIES[number].replace("'out/", f"'{out}/out/")).fetchall()


def test_only_facts_are_counted(out: Path) -> None:
    """Both reports tell of one attack; the planned one is in no count."""
    acts = [row for row in _ask(out, 0) if row[0] == "ASSAULT"]
    assert [row[3] for row in acts] == [2]


def test_acts_are_told_apart_by_whose_word_they_stand_on(out: Path) -> None:
    assault = {row[0]: row[1:] for row in _ask(out, 1)}["ASSAULT"]
    assert assault == (2, 2)


def test_equal_texts_are_found(out: Path) -> None:
    ((_, reports, publishers),) = _ask(out, 2)
    assert (reports, sorted(publishers)) == (2, ["Daily", "Herald"])  # type: ignore[call-overload]


def test_attacks_are_counted_by_country_and_month(out: Path) -> None:
    assert [row[:3] for row in _ask(out, 3)] == [("SYR", "2024-05", 2)]
