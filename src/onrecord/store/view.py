"""Reading the project file: every question is answered from one unchanging state of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from onrecord.errors import ProjectError
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading
from onrecord.reading.spelled import first_words
from onrecord.store.excerpts import MARKS, show_excerpt
from onrecord.store.file import asked, connect_view, explained
from onrecord.store.rows import (
    CONFIRMED,
    MADE_OF_TEXT,
    ActorRow,
    ClusterMember,
    ClusterRow,
    CopyRow,
    FindingRow,
    Judgement,
    ReportRow,
    Standing,
    Table,
)
from onrecord.store.standing import find_standing
from onrecord.store.unpack import unpack_cluster, unpack_judgements, unpack_member, unpack_reading, unpack_report

_REPORT = (
    "v.report_id, v.version, v.document_id, v.title, v.publisher, v.url, v.published, v.language, v.sha256, v.chars"
)
_LATEST = "FROM reports r JOIN versions v ON v.report_id = r.report_id AND v.version = r.version"
_CLUSTER = (
    "SELECT cluster_id, type, status, first_day, last_day, country, reports, independent, speakers, record"
    " FROM clusters"
)
_MEMBER = "report_id, event_id, score, reasons FROM cluster_events"
_BY_DATE = "ORDER BY v.published IS NULL, v.published, v.report_id"


class View:
    """A project file as it stands when the view is opened; what a writer adds meanwhile is seen by the next view.

    Raises (all methods):
        ProjectError: the file cannot be read or is damaged, or holds no such report.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = connect_view(path)
        with explained(f"read {path}"):
            self._connection.execute("BEGIN")
            self._connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # only a first read fixes the state

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def query(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows of a SELECT over the tables and views that docs/project-file.md describes."""
        with explained(f"read {self._path}"):
            for row in self._connection.execute(sql, values):  # noqa: UP028 - `yield from` would close the cursor late
                yield row

    def table(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Table:
        """All rows of a SELECT, with the names of its columns.

        Raises:
            QueryError: it is no SELECT over what there is.
        """
        with asked(f"read {self._path}"):
            cursor = self._connection.execute(sql, values)
            return Table(columns=tuple(name for name, *_ in cursor.description or ()), rows=tuple(cursor))

    def reports(self, only: Iterable[str] | None = None) -> Iterator[ReportRow]:
        """The latest version of each report, or of those asked for, by date, then by id; the undated come last."""
        where: str = ""
        values: tuple[str, ...] = ()
        if only is not None:
            where, values = "WHERE r.report_id IN (SELECT value FROM json_each(?))", (_json(sorted(set(only))),)
        for row in self.query(f"SELECT {_REPORT} {_LATEST} {where} {_BY_DATE}", values):
            yield unpack_report(row)

    def search(self, words: Sequence[str], limit: int = -1) -> Iterator[tuple[ReportRow, str]]:
        """Reports whose text or title holds all of `words`, the closest first, with the place where they stand.

        Letter case and accents do not matter; of several words in one string each must follow the other.
        """
        match = " ".join('"{}"'.format(word.replace('"', '""')) for word in words)
        found = f"SELECT {_REPORT}, snippet(texts, -1, :opens, :closes, :cut, 12) FROM texts"  # noqa: S608 - our own words
        joined = "JOIN versions v ON v.version_id = texts.rowid JOIN reports r USING (report_id, version)"
        order = "WHERE texts MATCH :match ORDER BY texts.rank, v.report_id LIMIT :limit"
        for *row, excerpt in self.query(f"{found} {joined} {order}", {**MARKS, "match": match, "limit": limit}):
            report = unpack_report(row)
            yield report, show_excerpt(excerpt, partial(self.text, report.report_id))

    def find_report(self, key: str) -> ReportRow:
        """The latest version of the report with this id, the start of one, its document's id, or its address.

        Raises:
            ProjectError: no report is called so, or several are.
        """
        for where, value in (
            ("v.report_id = ?", key),
            ("v.document_id = ?", key),
            ("v.url = ?", key),
            ("substr(v.report_id, 1, length(?1)) = ?1 AND length(?1) >= 4", key.lower()),
        ):
            rows = list(self.query(f"SELECT {_REPORT} {_LATEST} WHERE {where} LIMIT 2", (value,)))
            if len(rows) == 1:
                return unpack_report(rows[0])
            if rows:
                raise ProjectError(f"find {key}", "several reports are called so", "Give the report's whole id")
        raise ProjectError(
            f"find {key}", f"{self._path} holds no such report", "`onrecord reports` lists those it holds"
        )

    def find(self, document: Document) -> Standing:
        """Whether this very content is here already, and who read it."""
        with explained(f"read {self._path}"):
            return find_standing(self._connection, document)

    def versions(self, report_id: str) -> tuple[ReportRow, ...]:
        """All versions of a report, the first one first."""
        sql = f"SELECT {_REPORT} FROM versions v WHERE v.report_id = ? ORDER BY v.version"  # noqa: S608 - our own words
        return tuple(unpack_report(row) for row in self.query(sql, (report_id,)))

    def reading(self, report_id: str, version: int | None = None) -> Reading:
        """The current reading of a report's latest version, or of the version asked for."""
        sql = "SELECT d.json FROM versions v JOIN readings d ON d.version_id = v.version_id AND d.is_current"
        return unpack_reading(self._one_version(sql, report_id, version))

    def readings(self) -> Iterator[tuple[ReportRow, Reading]]:
        """Every latest version with its current reading, in the order of `reports`; one is held at a time."""
        joined = f"{_LATEST} JOIN readings d ON d.version_id = v.version_id AND d.is_current"
        for *row, packed in self.query(f"SELECT {_REPORT}, d.json {joined} {_BY_DATE}"):
            yield unpack_report(row), unpack_reading(packed)

    def count_read(self) -> int:
        """How many latest versions have a current reading."""
        joined = f"{_LATEST} JOIN readings d ON d.version_id = v.version_id AND d.is_current"
        return int(next(self.query(f"SELECT count(*) {joined}"))[0])

    def reports_read(self) -> Iterator[tuple[str, str, Reading]]:
        """Id, text and current reading of every latest version, by id; one is held at a time."""
        joined = f"{_LATEST} JOIN readings d ON d.version_id = v.version_id AND d.is_current"
        for key, text, packed in self.query(f"SELECT v.report_id, v.text, d.json {joined} ORDER BY v.report_id"):
            yield key, text, unpack_reading(packed)

    def texts(self) -> Iterator[Document]:
        """Text, publisher and day of every latest version, by report id, which stands for the document's."""
        columns = "v.report_id, v.text, v.publisher, v.published"
        for key, text, publisher, published in self.query(f"SELECT {columns} {_LATEST} ORDER BY v.report_id"):
            yield Document(id=key, text=text, publisher=publisher, published=published)

    def text(self, report_id: str, version: int | None = None) -> str:
        """The untouched text of a report's latest version, or of the version asked for."""
        text: str = self._one_version("SELECT v.text FROM versions v", report_id, version)
        return text

    def heading(self, report_id: str, title: str | None, document_id: str) -> str:
        """What to call a report: its title, or its id; where that was only made of its text, the first words."""
        if title or not document_id.startswith(MADE_OF_TEXT):
            return title or document_id
        return first_words(self.text(report_id))

    def copies(self, only: Iterable[str] | None = None) -> tuple[CopyRow, ...]:
        """All copies, or those of the clusters asked for, cluster by cluster, the first text of each first."""
        where: str = ""
        values: tuple[str, ...] = ()
        if only is not None:
            where, values = "WHERE c.cluster_id IN (SELECT value FROM json_each(?))", (_json(sorted(set(only))),)
        sql = (
            f"SELECT c.report_id, c.cluster_id, c.copy_of, c.kind, c.score, c.evidence FROM copies c {where}"  # noqa: S608
            " ORDER BY c.cluster_id, c.copy_of IS NOT NULL, c.report_id"
        )
        return tuple(
            CopyRow(report_id=a, cluster_id=b, copy_of=c, kind=d, score=e, evidence=msgspec.json.decode(f))
            for a, b, c, d, e, f in self.query(sql, values)
        )

    def clusters(self) -> Iterator[ClusterRow]:
        """All events across reports, by day, then by id, with their members."""
        members: dict[str, list[ClusterMember]] = {}
        for cluster_id, *member in self.query(f"SELECT cluster_id, {_MEMBER} ORDER BY report_id, event_id"):
            members.setdefault(cluster_id, []).append(unpack_member(member))
        for row in self.query(f"{_CLUSTER} ORDER BY first_day IS NULL, first_day, cluster_id"):
            yield unpack_cluster(row, tuple(members.get(row[0], ())))

    def cluster(self, key: str) -> ClusterRow | None:
        """One event across reports with its members; None where the last merge holds none of this id."""
        row = next(self.query(f"{_CLUSTER} WHERE cluster_id = ?", (key,)), None)
        return unpack_cluster(row, self._members(key)) if row else None

    def doubtful(self) -> Iterator[ClusterRow]:
        """Those of `clusters` that nearly joined another one, in the same order."""
        near = "SELECT cluster_id FROM clusters WHERE json_array_length(record, '$.near') > 0"
        order = "ORDER BY first_day IS NULL, first_day, cluster_id"
        for row in self.query(f"{_CLUSTER} WHERE cluster_id IN ({near}) {order}"):
            yield unpack_cluster(row, self._members(row[0]))

    def _members(self, key: str) -> tuple[ClusterMember, ...]:
        sql = f"SELECT {_MEMBER} WHERE cluster_id = ? ORDER BY report_id, event_id"
        return tuple(map(unpack_member, self.query(sql, (key,))))

    def actors(self) -> Iterator[ActorRow]:
        """All parties across reports, by id, with the entities of each report that stand for them."""
        entities: dict[str, list[tuple[str, str]]] = {}
        sql = "SELECT actor_id, report_id, entity_id FROM actor_entities ORDER BY report_id, entity_id"
        for actor_id, report_id, entity_id in self.query(sql):
            entities.setdefault(actor_id, []).append((report_id, entity_id))
        for key, name, kind, country, record in self.query(
            "SELECT actor_id, name, type, country, record FROM actors ORDER BY actor_id"
        ):
            yield ActorRow(
                actor_id=key,
                name=name,
                type=kind,
                country=country,
                record=msgspec.json.decode(record),
                entities=tuple(entities.get(key, ())),
            )

    def findings(self, kind: str) -> Iterator[FindingRow]:
        """All findings of a kind across reports, in the order in which they were stored."""
        for key, record in self.query("SELECT key, record FROM findings WHERE kind = ? ORDER BY n", (kind,)):
            yield FindingRow(kind=kind, key=key, record=msgspec.json.decode(record))

    def courses(self, name: str) -> Iterator[FindingRow]:
        """The positions over time of the party with this name, in the order in which they were stored."""
        sql = (
            "SELECT key, record FROM findings WHERE kind = 'position' AND json_extract(record, '$.name') = ? ORDER BY n"
        )
        for key, record in self.query(sql, (name,)):
            yield FindingRow(kind="position", key=key, record=msgspec.json.decode(record))

    def newest(self) -> int:
        """The number of the newest reading, for `Writer.merging`."""
        number: int = next(self.query("SELECT coalesce(max(reading_id), 0) FROM readings"))[0]
        return number

    def newest_judgement(self) -> int:
        """The number of the newest judgement, for `Writer.merging`."""
        number: int = next(self.query("SELECT coalesce(max(n), 0) FROM judgements"))[0]
        return number

    def unmerged_judgements(self) -> int:
        """How many judgements that change something came after the last merge; 0 where there was none."""
        sql = "SELECT count(*) FROM judgements, merged WHERE n > judgement_n AND coalesce(field, '') <> ?"
        number: int = next(self.query(sql, (CONFIRMED,)))[0]
        return number

    def unmerged(self) -> int:
        """How many readings came after the last merge, or all of them where there was none."""
        sql = "SELECT count(*) FROM readings WHERE reading_id > coalesce((SELECT max(reading_id) FROM merged), 0)"
        number: int = next(self.query(sql))[0]
        return number

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order in which they were made; an undo can be undone too."""
        sql = 'SELECT judgement_id, kind, subjects, field, value, who, "when", why FROM judgements ORDER BY n'
        return unpack_judgements(list(self.query(sql)))

    def _one_version(self, sql: str, report_id: str, version: int | None) -> Any:  # noqa: ANN401 - one column
        where = "WHERE v.report_id = ? AND v.version = coalesce(?, (SELECT version FROM reports WHERE report_id = ?))"
        row = next(self.query(f"{sql} {where}", (report_id, version, report_id)), None)
        if row is None:
            asked = report_id if version is None else f"{report_id} in version {version}"
            raise ProjectError(
                f"find {asked}", f"{self._path} holds no such report", "See v_reports for those it holds"
            )
        return row[0]


def _json(values: list[str]) -> str:
    return msgspec.json.encode(values).decode()
