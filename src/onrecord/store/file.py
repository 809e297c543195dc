"""Opening the file: what it is, how new it is, and what to say where it cannot be used."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from onrecord.errors import ProjectError, QueryError
from onrecord.store.matter import matter_of

APPLICATION_ID = 0x6F6E7263  # "onrc": file(1) and SQLite can tell a project file from any other database
BUSY_SECONDS = 60.0
_CACHE_KIB = 64_000  # for readers: SQLite's own 2 MB let a page of a large file be read many times

_CHECK = "Check the file with `sqlite3 FILE 'PRAGMA integrity_check'`"
_CAUSES = (  # by the start of SQLite's name for the error, which has finer names behind it
    (
        "SQLITE_FULL",
        ("the disk is full", "Make room and run the command again: what is stored stays, the rest follows"),
    ),
    ("SQLITE_IOERR", ("the disk cannot be read or written", "Check the disk and its free space, and run it again")),
    ("SQLITE_READONLY", ("the file may not be written", "Give yourself write permission on the file and its folder")),
    ("SQLITE_CANTOPEN", ("the file or its folder cannot be opened", "Check the path and its permissions")),
    ("SQLITE_PERM", ("the file or its folder cannot be opened", "Check the path and its permissions")),
    ("SQLITE_BUSY", ("another process is writing to it", "Wait until it is done, and run the command again")),
    ("SQLITE_LOCKED", ("another process is writing to it", "Wait until it is done, and run the command again")),
    ("SQLITE_NOTADB", ("it is no project file", "Name a file that onrecord made")),
    ("SQLITE_CORRUPT", ("the file is damaged", "Take a backup, or rescue what is left with `sqlite3 FILE .recover`")),
)


def migrations() -> tuple[str, ...]:
    """The texts of the migrations in their order; the n-th brings a file from form n-1 to form n."""
    folder = files("onrecord.store") / "migrations"
    named = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda entry: entry.name)
    return tuple(entry.read_text(encoding="utf-8") for entry in named)


def connect_writer(path: Path) -> sqlite3.Connection:
    """A connection that may write; the file is made, or brought to today's form, where need be.

    Raises:
        ProjectError: no such folder, no permission, no project file, a newer form, a damaged file.
    """
    with explained(f"open {path}"):
        if path.is_dir():
            raise ProjectError(f"open {path}", "it is a folder", "Name a file, such as onrecord.db")
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            check_form(connection, path)
            _keep_log(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            # FULL: a report that was said to be stored survives a loss of power, too.
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_view(path: Path) -> sqlite3.Connection:
    """A connection that only reads.

    Raises:
        ProjectError: no such file, no permission, no project file, a newer form, a damaged file.
    """
    with explained(f"open {path}"):
        if not path.is_file():
            cause = "it is a folder" if path.is_dir() else "there is no such file"
            raise ProjectError(f"open {path}", cause, "Name a project file, or make one with `onrecord ingest`")
        connection = _connect_to_read(path)
        try:
            older = check_form(connection, path) < len(migrations())
        except BaseException:
            connection.close()
            raise
        if older:
            connection.close()
            connect_writer(path).close()
            connection = _connect_to_read(path)
        connection.create_function("matter", 1, matter_of, deterministic=True)
        return connection


def check_form(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the file's form; 0 for an empty file.

    Raises:
        ProjectError: it is another program's database, or its form is newer than this onrecord knows.
    """
    connection.execute("SAVEPOINT one_state")  # another process may be making the file between two questions
    try:
        filled = connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        form: int = connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("RELEASE one_state")
    if application != APPLICATION_ID and (application or form or filled):
        raise ProjectError(f"open {path}", "it is another program's database", "Name a file that onrecord made")
    known = len(migrations())
    if form > known:
        cause = f"a newer onrecord made it (form {form}; this one knows up to {known})"
        raise ProjectError(f"open {path}", cause, "Install a newer onrecord")
    return form


@contextlib.contextmanager
def explained(cannot: str) -> Iterator[None]:
    """Turn SQLite's errors into ours, with a cause and a cure."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        cause, do = next((words for code, words in _CAUSES if name.startswith(code)), (str(error).rstrip("."), _CHECK))
        raise ProjectError(cannot, cause, do) from error


@contextlib.contextmanager
def asked(cannot: str) -> Iterator[None]:
    """As `explained`, for a SELECT that may be somebody's own: what is wrong with that is a `QueryError`."""
    try:
        with explained(cannot):
            yield
    except ProjectError as error:
        wrong = error.__cause__
        code = getattr(wrong, "sqlite_errorname", "SQLITE_ERROR")  # one for each fault in the words or the values
        if code.startswith("SQLITE_READONLY"):
            raise QueryError(cannot, "a query only reads", "Ask with SELECT; `ingest` and `merge` write") from wrong
        if code == "SQLITE_ERROR" or isinstance(wrong, sqlite3.ProgrammingError):
            cure = "docs/project-file.md lists tables, views and columns"
            raise QueryError(cannot, str(wrong).rstrip("."), cure) from wrong
        raise


def _connect_to_read(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        connection.execute(f"PRAGMA cache_size = {-_CACHE_KIB}")
    except sqlite3.OperationalError:
        connection.close()
        # In a folder that cannot be written SQLite finds no room for its shared memory. If no writer left anything
        # in a log, the file alone holds everything and cannot change under us.
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    return connection


def _keep_log(connection: sqlite3.Connection) -> None:
    """Write-ahead logging. SQLite does not wait for others here as it does elsewhere, so the wait is ours."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to today's form, all or nothing, once even if several processes try."""
    todo = migrations()
    if check_form(connection, path) == len(todo):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for form in range(check_form(connection, path), len(todo)):  # asked again: now nobody else can be at it
            for statement in _statements(todo[form]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {form + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; `executescript` would commit what has been begun."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part
            part = ""
