"""How SQLite goes about what people ask most: by an index, and without sorting what it has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.store.project import open_view, open_writer


@pytest.mark.parametrize(
    ("where", "index"),
    [
        pytest.param("status IN ('happened', 'ongoing')", "events_by_day", id="facts: half of all rows"),
        pytest.param("status || '' = 'denied'", "events_by_one_status", id="one status, as the pages ask"),
        pytest.param("type = 'AID'", "events_by_type_and_day", id="one type"),
        pytest.param("type = 'AID' AND status = 'denied'", "events_by_type", id="both"),
    ],
)
def test_the_newest_events_come_as_an_index_has_them(path: Path, where: str, index: str) -> None:
    open_writer(path).close()
    asked = f"EXPLAIN QUERY PLAN SELECT * FROM v_events WHERE {where} ORDER BY sort_day DESC LIMIT 50"  # noqa: S608
    with open_view(path) as view:
        steps = [str(row[-1]) for row in view.query(asked)]
    assert f"INDEX {index} " in f"{steps[0]} "
    assert not any("FOR ORDER BY" in step for step in steps)
