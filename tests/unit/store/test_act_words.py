"""The index of what is said of acts: it holds what v_events shows now, whatever came and went, and knows days."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.reading.document import Document
from onrecord.reading.label import Label
from onrecord.reading.reading import MadeBy, Reading
from onrecord.store.file import migrations
from onrecord.store.project import open_view, open_writer
from readings import report, span, with_fields

_FOUND = (
    "SELECT r.document_id, e.event_id FROM act_words w JOIN acts a ON a.act_id = w.rowid"
    " JOIN events e USING (report_id, event_id) JOIN reports r USING (report_id)"
    " WHERE act_words MATCH ? ORDER BY w.rowid DESC"
)
_NUMBERED = "SELECT count(*) FROM v_events LEFT JOIN acts USING (report_id, event_id) WHERE act_id IS NULL"


def _reread() -> tuple[Document, Reading]:
    """The sample again by a better network: what was an attack is no act any more."""
    document, reading = report("a")
    first, *_ = reading.events
    newer = MadeBy(onrecord="1", model="better", lexicon="none")
    return document, with_fields(reading, events=(first,), made_by=newer)


def _check(path: Path) -> None:
    """The index holds the words of all acts of now and of no other; SQLite compares every word."""
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO act_words (act_words, rank) VALUES ('integrity-check', 1)")
        assert connection.execute(_NUMBERED).fetchone() == (0,)
        (acts,) = connection.execute("SELECT count(*) FROM acts").fetchone()
        assert connection.execute("SELECT count(*) FROM v_events").fetchone() == (acts,)


@pytest.mark.parametrize(
    ("comes", "found"),
    [
        pytest.param([report("a")], [("a", "E2")], id="a report"),
        pytest.param([report("a"), report("a", " Corrected.")], [("a", "E2")], id="an edited one: once"),
        pytest.param([report("a"), _reread()], [], id="one read anew: only what is read now"),
        pytest.param([report("a"), report("b", " Corrected.")], [("b", "E2"), ("a", "E2")], id="two"),
    ],
)
def test_what_is_said_now_is_found(
    path: Path, comes: list[tuple[Document, Reading]], found: list[tuple[str, str]]
) -> None:
    with open_writer(path) as writer:
        for one in comes:
            writer.add(*one)
    with open_view(path) as view:
        assert list(view.query(_FOUND, ('words : "would attack"',))) == found
    _check(path)


@pytest.mark.parametrize("column", ["actors", "told_by", "words", "type", "status"])
def test_every_column_is_of_its_act(path: Path, column: str) -> None:
    with open_writer(path) as writer:
        writer.add(*report("a"))
    asked = {
        "actors": "militia",
        "told_by": "official harbour",
        "words": "kadi",
        "type": "assault",
        "status": "happened",
    }
    with open_view(path) as view:
        assert ("a", "E1") in list(view.query(_FOUND, (f"{column} : {asked.get(column, 'happened')}",)))


def test_acts_of_a_later_day_have_greater_numbers(path: Path) -> None:
    """Whatever the order in which they came, from before year 1000 to no day at all."""
    days = ["2024-05-16", "0987-01-01", "2024-05-15", "2023-12-31"]
    with open_writer(path) as writer:
        for day in days:
            writer.add(*report(day, published=day))
        document, reading = report("undated")
        undated = with_fields(reading.document, published=None)  # type: ignore[arg-type]
        writer.add(with_fields(document, published=None), with_fields(reading, document=undated))  # type: ignore[arg-type]
    with open_view(path) as view:
        found = [name for name, _ in view.query(_FOUND, ("militia",))]
    assert found == [*sorted(days, reverse=True), "undated"]
    _check(path)


def test_an_older_file_gets_the_index_that_a_new_one_has(path: Path) -> None:
    """And the names of those who speak and are called something."""
    told = [report("a"), report("b", published="2024-05-17"), report("c", " Corrected.")]
    label = span("The Northern Front", Label, entity="T4", scare_quotes=False)
    with open_writer(path) as writer:
        for document, reading in told:
            writer.add(document, with_fields(reading, labels=(label,)))
    new = _contents(path)
    with sqlite3.connect(path) as connection:  # as it was in form 4
        for name in ("act_words", "acts"):
            connection.execute(f"DROP TABLE {name}")
        connection.execute("DROP VIEW v_act_words")
        connection.execute("DROP TABLE corrected")
        connection.execute("DROP INDEX parties_by_acts")
        connection.execute("DROP TRIGGER party_counted")
        connection.execute("ALTER TABLE party_counts DROP COLUMN named")
        connection.execute("CREATE INDEX parties_by_acts ON party_counts (acts)")
        connection.execute("CREATE TRIGGER party_counted AFTER INSERT ON event_parties BEGIN SELECT 1; END")
        for index in ("attributions_by_source", "labels_by_name"):
            connection.execute(f"DROP INDEX {index}")
        for column in ("attributions.source_name", "attributions.published", "labels.entity_name", "labels.published"):
            connection.execute("ALTER TABLE {} DROP COLUMN {}".format(*column.split(".")))
        connection.execute("DROP INDEX events_by_one_status")
        connection.execute("CREATE INDEX events_by_status_and_day ON events (status, sort_day)")
        connection.execute("PRAGMA user_version = 4")
    assert len(migrations()) > 4
    assert _contents(path) == new
    _check(path)


def _contents(path: Path) -> list[list[tuple[object, ...]]]:
    asked = (
        "SELECT attribution_id, source_name, published FROM attributions ORDER BY report_id, attribution_id",
        "SELECT n, entity_name, published FROM labels ORDER BY report_id, n",
        "SELECT name, named, acts FROM party_counts ORDER BY name",
        "SELECT act_id / 100000000, event_id FROM acts ORDER BY report_id, act_id",
    )
    with open_view(path) as view:
        found = [list(view.query(sql)) for sql in asked]
        found += [list(view.query(_FOUND, (words,))) for words in ("militia", "attack", "harbour")]
    assert all(found)
    return found
