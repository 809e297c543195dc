"""Writing into the project file: one report, one set of merges or one judgement is all there or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec

from onrecord.errors import ProjectError
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.reading import MadeBy, Reading, write_json
from onrecord.store.act_words import index_acts, unindex_acts
from onrecord.store.file import connect_writer, explained
from onrecord.store.identity import content_id_of, report_id_of
from onrecord.store.rows import ActorRow, AddResult, ClusterRow, CopyRow, CorrectedRow, FindingRow, Judgement, Standing
from onrecord.store.spell import spell
from onrecord.store.standing import find_standing

SPELT = (
    "sentences", "entities", "places", "times", "attributions", "events", "event_parties", "event_numbers",
    "positions", "commitments", "labels",
)  # fmt: skip
_ACROSS = ("copies", "cluster_events", "actor_entities", "corrected")  # what a merge says of single reports
_VERSIONS = "SELECT version_id, version, content_id = ? FROM versions WHERE report_id = ? ORDER BY version"


class Writer:
    """Adds to a project file; several writers, in several processes, take turns.

    Raises (all methods):
        ProjectError: the disk is full, the file may not be written, is damaged, or another process holds it too long.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = connect_writer(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; its log is folded into it unless somebody else has it open."""
        self._connection.close()

    def find(self, document: Document) -> Standing:
        """Whether this very content is here already, and who read it; what is here need not be read again."""
        with explained(f"read {self._path}"):
            return find_standing(self._connection, document)

    def add(self, document: Document, reading: Reading) -> AddResult:
        """Store a report with its reading, in one transaction.

        Other content than any version of the report has is a new version. Content that is here is `unchanged`, unless
        something else made the reading: then the old reading stays beside the new one.
        """
        if reading.document.sha256 != DocumentInfo.of(document).sha256:
            cause = "the reading is of another text"
            raise ProjectError(f"store {document.id}", cause, "Hand over each report with its own reading")
        report_id, content_id = report_id_of(document), content_id_of(document)
        with self._transaction(f"store {document.id} in {self._path}"):
            known = self._connection.execute(_VERSIONS, (content_id, report_id)).fetchall()
            same = next((row for row in known if row[2]), None)
            if same is not None:
                version_id, version, _ = same
                added = self._is_new_reading(version_id, reading.made_by)
                if added:
                    self._insert_reading(version_id, reading)
                    if same is known[-1]:
                        unindex_acts(self._connection, report_id)
                        self._spell(report_id, reading)
                return AddResult(report_id=report_id, version=version, outcome="reread" if added else "unchanged")
            alike = None
            if known:
                alike = self._alike(document.text, known[-1][0])
                self._unindex(known[-1][0])
                unindex_acts(self._connection, report_id)
            version = len(known) + 1
            self._insert_version(report_id, version, document, reading)
            outcome: Literal["new", "new_version"] = "new_version" if known else "new"
            return AddResult(report_id=report_id, version=version, outcome=outcome, alike=alike)

    def replace_copies(self, rows: Iterable[CopyRow]) -> None:
        """Put `rows` in the place of all that was known of copies."""
        with self._transaction(f"store copies in {self._path}"):
            self._connection.execute("DELETE FROM copies")
            for row in rows:
                self._insert("copies", {**_shallow(row), "evidence": _json(row.evidence)})

    def replace_clusters(self, rows: Iterable[ClusterRow]) -> None:
        """Put `rows` in the place of all events across reports."""
        with self._transaction(f"store events in {self._path}"):
            self._connection.execute("DELETE FROM cluster_events")
            self._connection.execute("DELETE FROM clusters")
            for row in rows:
                fields = _shallow(row)
                del fields["members"]
                self._insert("clusters", {**fields, "record": _json(row.record)})
                for member in row.members:
                    reasons = {"cluster_id": row.cluster_id, "reasons": _json(member.reasons)}
                    self._insert("cluster_events", {**_shallow(member), **reasons})

    def replace_actors(self, rows: Iterable[ActorRow]) -> None:
        """Put `rows` in the place of all parties across reports."""
        with self._transaction(f"store actors in {self._path}"):
            self._connection.execute("DELETE FROM actor_entities")
            self._connection.execute("DELETE FROM actors")
            for row in rows:
                fields = _shallow(row)
                del fields["entities"]
                self._insert("actors", {**fields, "record": _json(row.record)})
                for report_id, entity_id in row.entities:
                    pair = {"report_id": report_id, "entity_id": entity_id, "actor_id": row.actor_id}
                    self._insert("actor_entities", pair)

    def replace_findings(self, rows: Iterable[FindingRow]) -> None:
        """Put `rows` in the place of all other findings across reports; their order is kept."""
        with self._transaction(f"store findings in {self._path}"):
            self._connection.execute("DELETE FROM findings")
            for n, row in enumerate(rows):
                self._insert("findings", {**_shallow(row), "n": n, "record": _json(row.record)})

    def replace_corrected(self, rows: Iterable[CorrectedRow]) -> None:
        """Put `rows` in the place of all that was corrected of acts."""
        with self._transaction(f"store corrections in {self._path}"):
            self._connection.execute("DELETE FROM corrected")
            for row in rows:
                self._insert("corrected", _shallow(row))

    @contextlib.contextmanager
    def merging(self, newest: int, judged: int = 0) -> Iterator[None]:
        """What is replaced inside is replaced together or not at all, and counts as a merge.

        Nobody else writes meanwhile: hold it only to write, with the results in hand.

        Args:
            newest: `View.newest` of the view from which the results were made. What they say of reports that have
                changed since is left out.
            judged: `View.newest_judgement` of the same view.
        """
        changed = "(SELECT v.report_id FROM readings d JOIN versions v USING (version_id) WHERE d.reading_id > ?)"
        with self._transaction(f"store what is found across reports in {self._path}"):
            yield
            for table in _ACROSS:
                self._connection.execute(f"DELETE FROM {table} WHERE report_id IN {changed}", (newest,))  # noqa: S608
            self._connection.execute("DELETE FROM merged")
            self._connection.execute("INSERT INTO merged VALUES (?, ?)", (newest, judged))

    def add_judgement(self, judgement: Judgement) -> str:
        """Add a judgement and give its id; the same one twice is one. `undone_by` is not stored: add an undo.

        Raises:
            ProjectError: an undo of what is no judgement here.
        """
        with self._transaction(f"store a judgement in {self._path}"):
            if judgement.kind == "undo":
                self._check_undo(judgement)
            fields = _shallow(judgement)
            del fields["undone_by"]
            value = None if judgement.value is None else _json(judgement.value)
            row = {**fields, "judgement_id": judgement.id, "subjects": _json(judgement.subjects), "value": value}
            self._insert("judgements", row, "ON CONFLICT (judgement_id) DO NOTHING")
        return judgement.id

    def _check_undo(self, undo: Judgement) -> None:
        known = "SELECT 1 FROM judgements WHERE judgement_id = ?"
        if len(undo.subjects) != 1 or self._connection.execute(known, undo.subjects).fetchone() is None:
            cause = "there is no such judgement"
            raise ProjectError(f"undo {', '.join(undo.subjects)}", cause, "Name the id of one judgement")

    def _alike(self, text: str, version_id: int) -> float:
        """The part of the different words of `text` that stand in a version, too."""
        (before,) = self._connection.execute("SELECT text FROM versions WHERE version_id = ?", (version_id,)).fetchone()
        words = set(text.casefold().split())
        return len(words & set(before.casefold().split())) / len(words)

    def _is_new_reading(self, version_id: int, made_by: MadeBy) -> bool:
        """Whether no reading of this make is there yet."""
        known = "SELECT 1 FROM readings WHERE version_id = ? AND onrecord = ? AND model = ? AND lexicon = ?"
        key = (version_id, made_by.onrecord, made_by.model, made_by.lexicon)
        return self._connection.execute(known, key).fetchone() is None

    def _insert_version(self, report_id: str, version: int, document: Document, reading: Reading) -> None:
        info = reading.document
        self._connection.execute(
            "INSERT INTO reports VALUES (?, ?, ?, ?) ON CONFLICT (report_id) DO UPDATE"
            " SET document_id = excluded.document_id, url = excluded.url, version = excluded.version",
            (report_id, document.id, document.url, version),
        )
        version_id = self._insert(
            "versions",
            {
                "report_id": report_id,
                "version": version,
                "content_id": content_id_of(document),
                "document_id": document.id,
                "title": document.title,
                "publisher": document.publisher,
                "url": document.url,
                "published": document.published,
                "language": info.language,
                "sha256": info.sha256,
                "chars": info.chars,
                "text": document.text,
            },
        )
        self._connection.execute(
            "INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", (version_id, document.title, document.text)
        )
        self._insert_reading(version_id, reading)
        self._spell(report_id, reading)

    def _insert_reading(self, version_id: int, reading: Reading) -> None:
        """Store the reading whole and make it its version's current one."""
        self._connection.execute("UPDATE readings SET is_current = 0 WHERE version_id = ?", (version_id,))
        packed = zlib.compress(write_json(reading), 6)
        own = {"version_id": version_id, **_shallow(reading.made_by), "is_current": 1, "json": packed}
        self._insert("readings", own)

    def _spell(self, report_id: str, reading: Reading) -> None:
        """Put the rows of the reading in the place of all that is known of what the report said before."""
        for table in (*SPELT, *_ACROSS):
            self._connection.execute(f"DELETE FROM {table} WHERE report_id = ?", (report_id,))  # noqa: S608 - our names
        for table, rows in spell(report_id, reading).items():
            self._connection.executemany(_insertion(table, rows[0]), [tuple(row.values()) for row in rows])
        index_acts(self._connection, report_id)

    def _unindex(self, version_id: int) -> None:
        """Take an old version's words out of the search; its text stays."""
        self._connection.execute(
            "INSERT INTO texts (texts, rowid, title, text)"
            " SELECT 'delete', version_id, title, text FROM versions WHERE version_id = ?",
            (version_id,),
        )

    def _insert(self, table: str, row: Mapping[str, Any], conflict: str = "") -> int:
        statement = f"{_insertion(table, row)} {conflict}"
        return self._connection.execute(statement, tuple(row.values())).lastrowid or 0

    @contextlib.contextmanager
    def _transaction(self, cannot: str) -> Iterator[None]:
        if self._connection.in_transaction:  # inside `merging`
            yield
            return
        with explained(cannot):
            # IMMEDIATE: the turn is taken before anything is read, so what was looked up still holds when it is used.
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled back already.
                with contextlib.suppress(sqlite3.OperationalError):
                    self._connection.execute("ROLLBACK")
                raise


def _insertion(table: str, columns: Iterable[str]) -> str:
    names = [f'"{name}"' for name in columns]
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our names only


def _shallow(row: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__struct_fields__}


def _json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return msgspec.json.encode(value, order="sorted").decode()
