"""Copies by the query of docs/archives.md: the pairs that comparing all texts with one another finds."""

from __future__ import annotations

import re
import sys
from itertools import combinations
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from mutate import texts

DOCS = (Path(__file__).parents[2] / "docs" / "archives.md").read_text()
(QUERY,) = (sql for sql in re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL) if "bands" in sql)

WIRE = (
    "Gunmen on motorcycles attacked a weekly market near the river on Monday, killing at least eighteen people, two "
    "officials of the region said. The attackers fired on traders and set stalls on fire before they fled. Nobody has "
    "claimed responsibility. The army has sent soldiers to the area, a source in the capital said, and the governor "
    "has promised that the wounded will be flown to the hospital of the next town as soon as a plane is found."
)
OTHER = (
    "Teachers in the port city walked out for a third week on Tuesday over unpaid wages. Their union said that talks "
    "with the ministry had led nowhere, and called on parents to join a march to the town hall on Friday. The mayor, "
    "who belongs to the ruling party, said that the strike was political and that the schools would open again soon."
)
EDITED = (
    WIRE.replace("eighteen", "twenty-two").replace("Nobody has claimed responsibility. ", "").replace("said", "told")
)


def _copies(folder: Path, reports: dict[str, str]) -> list[tuple[str, str]]:
    (folder / "out" / "readings").mkdir(parents=True)
    rows = [{"sha256": f"{n:064}", "id": key, "text": text} for n, (key, text) in enumerate(reports.items())]
    pq.write_table(pa.Table.from_pylist(rows), folder / "out" / "readings" / "s.parquet")
    with duckdb.connect() as connection:
        found = connection.execute(QUERY.replace("'out/", f"'{folder}/out/")).fetchall()
    return sorted((min(one, other), max(one, other)) for one, other, _ in found)


@pytest.mark.parametrize(
    ("text", "is_copy", "why"),
    [
        (WIRE[: len(WIRE) // 2], True, "cut to its first half"),
        (EDITED, True, "a number, a verb and a sentence changed"),
        (f"{WIRE} {OTHER}", True, "set before another report"),
        (WIRE.upper(), True, "in capitals"),
        (OTHER, False, "another report"),
        ("Nobody has claimed responsibility.", False, "one sentence is no copy"),
        ("", False, "nothing"),
    ],
)
def test_a_copy_is_found_by_what_it_shares(tmp_path: Path, text: str, is_copy: object, why: str) -> None:
    assert (_copies(tmp_path, {"wire": WIRE, "x": text}) == [("wire", "x")]) is is_copy, why


def test_pairs_are_those_of_comparing_every_text_with_every_other(tmp_path: Path) -> None:
    """The bands lose no pair that shares half, and find none that does not."""
    reports = {f"r{n:03}": text for n, text in enumerate(dict.fromkeys(texts()[:90]))}
    for n, text in enumerate(list(reports.values())[:30]):
        words = text.split()
        reports[f"cut{n:03}"] = " ".join(words[: len(words) * 2 // 3])
    shingles = {key: _triples(text) for key, text in reports.items()}
    expected = [
        pair
        for pair in combinations(sorted(reports), 2)
        if min(len(shingles[key]) for key in pair) >= 20
        and len(shingles[pair[0]] & shingles[pair[1]]) >= 0.5 * min(len(shingles[key]) for key in pair)
    ]
    assert len(expected) >= 25
    assert _copies(tmp_path, reports) == expected


def _triples(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))
