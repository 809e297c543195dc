"""A project file for notebooks and scripts: data frames, readings, and a display that says what is in it."""

from __future__ import annotations

import html
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from onrecord.errors import InputError, MissingDataError, QueryError
from onrecord.notebook import Shown, show_report
from onrecord.reading.document import Document
from onrecord.reading.event import REFUSED, Status
from onrecord.reading.reading import Reading
from onrecord.settings import Settings
from onrecord.store.project import open_view, open_writer
from onrecord.store.rows import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.ingest import Outcome
    from onrecord.merge.merging import Across

FACTS = ("happened", "ongoing")
_TOLD = (*get_args(Status), *sorted(REFUSED))

_BY_DATE = "ORDER BY published IS NULL, published, report_id"
_REPORT = (
    "report_id, version, document_id, title, publisher, published, url, language, chars, copy_cluster, copy_of,"
    " events, positions, commitments, onrecord, model, lexicon"
)
_COUNTS = (
    ("reports", "SELECT count(*) FROM reports"),
    ("events", "SELECT count(*) FROM events WHERE same_as IS NULL"),
    (
        "of them told as happened",
        "SELECT count(*) FROM events WHERE same_as IS NULL AND status IN ('happened', 'ongoing')",
    ),
    ("positions", "SELECT count(*) FROM positions"),
    ("commitments", "SELECT count(*) FROM commitments"),
    ("attributions", "SELECT count(*) FROM attributions"),
)


class Ingested(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the inputs: how many of each kind, and the errors of those that failed."""

    counts: dict[str, int]
    errors: tuple[InputError, ...]


def open_project(path: Path | str = "onrecord.db") -> Project:
    """Open a project file; one that does not exist is made by the first `ingest`."""
    return Project(Path(path))


class Project:
    """A project file. Every method looks at the file as it is then; frames need pandas (`onrecord[frames]`).

    Raises (all methods):
        ProjectError: the file does not exist, is no project file, or is damaged.
        MissingDataError: a frame is asked for and pandas is not installed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def ingest(self, *sources: Path | str, workers: int = 1, publisher: str | None = None) -> Ingested:
        """Read and store what is not there yet: files, folders, addresses, feeds, web archives.

        In a script, call it below ``if __name__ == "__main__":`` where `workers` is more than 1, as any pool of
        processes asks. A source that is neither a string nor a path raises `InputError`.
        """
        from onrecord.ingest import Inputs, ingest  # noqa: PLC0415 - heavy, and reading a file needs no parser
        from onrecord.ingest.plan import find_sources  # noqa: PLC0415

        if wrong := [source for source in sources if not isinstance(source, str | os.PathLike)]:
            cause = f"it is of type {type(wrong[0]).__name__}"
            cure = "Name files, folders and addresses one by one; what is in memory goes to `add`"
            raise InputError(f"ingest {str(wrong[0])[:60]}", cause, cure)
        found = find_sources(os.fspath(source) for source in sources)
        outcomes: list[Outcome] = []
        known = {"publisher": publisher} if publisher else {}
        inputs = Inputs(sources=found.sources, root=self.path.parent, known=known)
        with open_writer(self.path) as writer:
            ingest(inputs, writer, outcomes.append, settings=Settings(), workers=workers)
        return _told(outcomes, found.errors)

    def add(self, reports: Document | str | Iterable[Document | str], *, workers: int = 1) -> Ingested:
        """Read and store what is not there yet of reports that are in memory: all that `onrecord.read` takes.

        A bare string is a report's text, and is called by it; `workers` are those of `ingest`.
        """
        from onrecord.ingest import ingest_items  # noqa: PLC0415 - heavy, and reading a file needs no parser
        from onrecord.ingest.given import check_all_given  # noqa: PLC0415

        given = [reports] if isinstance(reports, Document | str) else reports
        if not isinstance(given, Iterable):
            raise InputError(
                "add reports", f"they are of type {type(given).__name__}", "Give documents, or their texts"
            )
        outcomes: list[Outcome] = []
        with open_writer(self.path) as writer:
            ingest_items(check_all_given(given), writer, outcomes.append, settings=Settings(), workers=workers)
        return _told(outcomes)

    def keep(self, read: Iterable[tuple[Document, Reading]]) -> Ingested:
        """Store reports that have been read, each with its reading: `zip(documents, onrecord.read_many(documents))`.

        Raises:
            InputError: it is no such pair; those before it are stored.
        """
        from onrecord.ingest.given import check_pair  # noqa: PLC0415

        kinds: Counter[str] = Counter()
        with open_writer(self.path) as writer:
            for pair in read:
                kinds[writer.add(*check_pair(pair)).outcome] += 1
        return Ingested(counts=dict(sorted(kinds.items())), errors=())

    def merge(self) -> Across:
        """Find what holds across reports (copies, events, parties, disagreements, promises), store it, and give it."""
        from onrecord.merge.project import merge_project  # noqa: PLC0415 - needs no parser, but is not always needed

        open_view(self.path).close()  # says that there is no such file, instead of making one
        return merge_project(self.path)

    def merged_events(self, least_reports: int = 1) -> pd.DataFrame:
        """One row for each event across reports, with its three counts, as the last merge found it."""
        columns = "cluster_id, json_extract(record, '$.title') AS title, type, status, first_day, last_day, country"
        where = "WHERE reports >= ? ORDER BY first_day IS NULL, first_day, cluster_id"
        sql = f"SELECT {columns}, reports, independent, speakers FROM clusters {where}"  # noqa: S608 - our own words
        return self.query(sql, [least_reports])

    def disagreements(self) -> pd.DataFrame:
        """One row for each value of a field on which the reports of an event differ, as the last merge found it."""
        return self.query(
            "SELECT json_extract(f.record, '$.event') AS cluster_id, json_extract(f.record, '$.kind') AS kind,"
            " json_extract(f.record, '$.field') AS field, json_extract(f.record, '$.compatible') AS compatible,"
            " json_extract(c.value, '$.value') AS value, json_extract(c.value, '$.words') AS words,"
            " (SELECT group_concat(json_extract(s.value, '$.name'), '; ')"
            "  FROM json_each(c.value, '$.speakers') s) AS speakers,"
            " json_extract(c.value, '$.independent') AS independent, json_extract(c.value, '$.first_day') AS first_day"
            " FROM findings f, json_each(f.record, '$.claims') c WHERE f.kind = 'disagreement' ORDER BY f.n, c.key"
        )

    def reports(self) -> pd.DataFrame:
        """One row for each report, latest version, by date."""
        return self.query(f"SELECT {_REPORT} FROM v_reports {_BY_DATE}")  # noqa: S608 - our own words

    def search(self, *words: str) -> pd.DataFrame:
        """The reports that hold all of `words`, the closest first, with the place where they stand."""
        with open_view(self.path) as view:
            found = list(view.search(words))
        rows = tuple((*msgspec.structs.astuple(row), place) for row, place in found)
        names = (
            "report_id",
            "version",
            "document_id",
            "title",
            "publisher",
            "url",
            "published",
            "language",
            "sha256",
            "chars",
        )
        return _frame(Table(columns=(*names, "words"), rows=rows))

    def events(self, statuses: Iterable[str] | None = FACTS) -> pd.DataFrame:
        """One row for each event of each report, repeated mentions left out.

        Args:
            statuses: only those told so; by default what happened or goes on, since a plan or a denial counts as no
                event. "planned" are plans to do it, "not_planned" plans not to. None gives all; `told` says how each is
                told.

        Raises:
            InputError: there is no such status.
        """
        frame = self.query(f'SELECT * FROM v_events {_BY_DATE}, "start"')  # noqa: S608 - our own words
        if statuses is None:
            return frame
        asked = [statuses] if isinstance(statuses, str) else list(statuses)
        if wrong := [status for status in asked if status not in _TOLD]:
            names = ", ".join(_TOLD)
            raise InputError("select events", f"no event is told as {wrong[0]!r}", f"Name some of {names}")
        return frame[frame["told"].isin(asked)].reset_index(drop=True)

    def claims(self) -> pd.DataFrame:
        """One row for everything that somebody says, with its speaker: acts, numbers, positions, commitments."""
        return self.query("SELECT * FROM v_claims ORDER BY report_id, kind, length(claim_id), claim_id")

    def positions(self) -> pd.DataFrame:
        """One row for each party's stand; absence and silence are `unknown`, with their basis."""
        return self.query(f'SELECT * FROM v_positions {_BY_DATE}, "start"')  # noqa: S608 - our own words

    def commitments(self) -> pd.DataFrame:
        """One row for each promise, offer, agreement, threat and plan."""
        return self.query(f'SELECT * FROM v_commitments {_BY_DATE}, "start"')  # noqa: S608 - our own words

    def across(self) -> pd.DataFrame:
        """One row for each event across reports, with its three counts, as the last `onrecord merge` found them."""
        names = "cluster_id, type, status, first_day, last_day, country, reports, independent, speakers"
        return self.query(f"SELECT {names} FROM clusters ORDER BY first_day IS NULL, first_day, cluster_id")  # noqa: S608

    def copies(self) -> pd.DataFrame:
        """One row for each report that shares its text with others, as the last `onrecord merge` found them."""
        return self.query(
            "SELECT c.cluster_id, c.report_id, c.copy_of, c.kind, c.score, v.title, v.publisher, v.published"
            " FROM copies c JOIN v_reports v USING (report_id)"
            " ORDER BY c.cluster_id, c.copy_of IS NOT NULL, c.report_id"
        )

    def show(self, key: str) -> Shown:
        """A report for the eye: in a notebook its title, and what it says as tables."""
        with open_view(self.path) as view:
            return show_report(view, key)

    def query(self, sql: str, values: Iterable[Any] = ()) -> pd.DataFrame:
        """The rows of a SELECT over the tables and views of docs/project-file.md.

        What is no SELECT over them raises `InputError`.
        """
        with open_view(self.path) as view:
            try:
                return _frame(view.table(sql, tuple(values)))
            except QueryError as error:
                raise InputError(f"ask {sql[:60]!r}", error.because, error.do) from error

    def reading(self, key: str) -> Reading:
        """The reading of a report, by its id (or the start of one), its document's id, or its address."""
        with open_view(self.path) as view:
            return view.reading(view.find_report(key).report_id)

    def text(self, key: str) -> str:
        """The untouched text of a report."""
        with open_view(self.path) as view:
            return view.text(view.find_report(key).report_id)

    def __len__(self) -> int:
        return self._counts()["reports"]

    def __repr__(self) -> str:
        counts = ", ".join(f"{number:,} {name}" for name, number in self._counts().items())
        return f"<Project {self.path}: {counts}>"

    def _repr_html_(self) -> str:
        """A small table for notebooks."""
        rows = "".join(
            f"<tr><td style='text-align:left'>{name}</td><td>{number:,}</td></tr>"
            for name, number in self._counts().items()
        )
        return f"<table><caption>{html.escape(str(self.path))}</caption><tbody>{rows}</tbody></table>"

    def _counts(self) -> dict[str, int]:
        if not self.path.exists():
            return dict.fromkeys((name for name, _ in _COUNTS), 0)
        with open_view(self.path) as view:
            return {name: next(view.query(sql))[0] for name, sql in _COUNTS}


def _told(outcomes: Iterable[Outcome], errors: Iterable[InputError] = ()) -> Ingested:
    kinds: Counter[str] = Counter()
    failed = list(errors)
    for outcome in outcomes:
        kinds[outcome.kind] += 1
        failed += [outcome.error] if outcome.error else []
    return Ingested(counts=dict(sorted(kinds.items())), errors=tuple(failed))


def _frame(table: Table) -> pd.DataFrame:
    try:
        import pandas as pd  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingDataError("make a data frame", "pandas is not installed", "Install onrecord[frames]") from error
    return pd.DataFrame(list(table.rows), columns=list(table.columns))
