"""What kinds of file there are, and what is said of those that cannot be used."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from onrecord.errors import ProjectError
from onrecord.store.file import APPLICATION_ID, migrations
from onrecord.store.project import open_view, open_writer
from readings import report


def test_the_file_says_what_it_is(path: Path) -> None:
    open_writer(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_newer_file_is_refused(path: Path) -> None:
    open_writer(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    for opened in (open_view, open_writer):
        with pytest.raises(ProjectError, match=r"a newer onrecord made it \(form 999.*Install a newer onrecord"):
            opened(path)


def test_an_older_file_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whoever opens it, with all that it holds."""
    with open_writer(path) as writer:
        writer.add(*report())
    known = (*migrations(), "CREATE TABLE birds (name);\nINSERT INTO birds VALUES ('wren');\n")
    monkeypatch.setattr("onrecord.store.file.migrations", lambda: known)
    with open_view(path) as view:
        assert list(view.query("SELECT name FROM birds")) == [("wren",)]
        assert len(list(view.readings())) == 1
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(known),)


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_writer(path).close()
    known = (*migrations(), "CREATE TABLE birds (name);\nINSERT INTO fishes VALUES (1);\n")
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.store.file.migrations", lambda: known)
        with pytest.raises(ProjectError, match="no such table: fishes"):
            open_writer(path)
    with open_view(path) as view:
        assert list(view.query("SELECT count(*) FROM sqlite_master WHERE name = 'birds'")) == [(0,)]


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name)")
    before = path.read_bytes()
    for opened in (open_view, open_writer):
        with pytest.raises(ProjectError, match="another program's database"):
            opened(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"A report, not a database. " * 100, "no project file"), (None, "no such file")],
)
def test_what_is_no_database_is_named(path: Path, content: bytes | None, words: str) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProjectError, match=words):
        open_view(path)


def test_a_folder_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    for opened in (open_view, open_writer):
        with pytest.raises(ProjectError, match="it is a folder"):
            opened(tmp_path)
    with pytest.raises(ProjectError, match="cannot be opened"):
        open_writer(tmp_path / "nowhere" / "onrecord.db")


def test_a_view_does_not_see_what_comes_after_it(path: Path) -> None:
    """A reader works while a writer writes, and on one state of the file from first to last."""
    with open_writer(path) as writer:
        writer.add(*report("a"))
        with open_view(path) as view:
            writer.add(*report("b"))
            assert [row.document_id for row in view.reports()] == ["a"]
        with open_view(path) as view:
            assert {row.document_id for row in view.reports()} == {"a", "b"}


def test_several_may_make_the_same_file_at_once(path: Path) -> None:
    errors: list[BaseException] = []

    def make() -> None:
        try:
            open_writer(path).close()
        except BaseException as error:  # noqa: BLE001 - all are asserted on
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with open_view(path) as view:
        assert list(view.reports()) == []
