"""A project file of many made-up reports, and how long the queries behind pages take on it.

    python bench/pages.py [--reports 100000] [--project FILE] [--explain]

The readings are those of the examples with names, places, dates and publishers changed at random (from a seed); they
are stored by `Writer`; beyond the first 25,000 they are copied under other ids, which is faster and fills the indexes
alike; then they are clustered by type, day and place. A file that is there already is measured as it is.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.reading import Reading
from onrecord.store.act_words import index_acts
from onrecord.store.project import open_view, open_writer
from onrecord.store.rows import ClusterMember, ClusterRow, CopyRow
from onrecord.store.view import View
from onrecord.store.writer import SPELT

EXAMPLES = Path(__file__).parent.parent / "examples"
_LIMIT_MS = 200.0
_DIFFERENT = 25_000
_FIRST_DAY = date(2014, 1, 1)


def main() -> int:
    """Make the file where it is not there, and time the queries."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--project", type=Path, default=Path("pages.db"))
    parser.add_argument("--explain", action="store_true")
    args = parser.parse_args()
    if not args.project.exists():
        build(args.project, args.reports)
    with open_view(args.project) as view:
        sql = "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM events), (SELECT count(*) FROM clusters)"
        sizes = "{:,} reports, {:,} events, {:,} clusters".format(*next(view.query(sql)))
        print(f"{sizes}, {args.project.stat().st_size:,} bytes")
        taken = {name: measure(view, name, query, explain=args.explain) for name, query in pages(view).items()}
    slow = [name for name, milliseconds in taken.items() if milliseconds > _LIMIT_MS]
    print(f"slower than {_LIMIT_MS:.0f} ms: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


def pages(view: View) -> dict[str, tuple[str, dict[str, Any]]]:
    """What pages ask (pages.sql), of what there is most of: the commonest party, place, holder and cluster."""
    party = _commonest(view, "event_parties", "actor")
    place = _commonest(view, "places", "geonameid")
    holder = _commonest(view, "positions", "holder_name")
    cluster = _commonest(view, "cluster_events", "cluster_id")
    report = next(view.query("SELECT report_id FROM reports LIMIT 1 OFFSET 77"))[0]
    values = {"party": party, "place": place, "holder": holder, "cluster": cluster, "report": report}
    queries = (Path(__file__).parent / "pages.sql").read_text().split("-- page: ")[1:]
    return {name: (sql, values) for name, sql in (query.split("\n", 1) for query in queries)}


def measure(view: View, name: str, query: tuple[str, dict[str, Any]], *, explain: bool, times: int = 7) -> float:
    """Print and give the median of several runs in milliseconds; the first one, cold, and processor time beside it."""
    taken, worked = [], []
    for _ in range(times):
        started, busy = time.perf_counter(), time.process_time()
        rows = len(view.table(*query).rows)
        taken.append(1_000 * (time.perf_counter() - started))
        worked.append(1_000 * (time.process_time() - busy))
    median, work = statistics.median(taken[1:]), statistics.median(worked[1:])
    print(f"{name:38} {rows:6,} rows {median:8.1f} ms, processor {work:6.1f} ms, first {taken[0]:8.1f} ms")
    if explain:
        for *_, step in view.query(f"EXPLAIN QUERY PLAN {query[0]}", query[1]):
            print(f"      {step}")
    return median


def build(path: Path, reports: int) -> None:
    """Write the file."""
    chance = random.Random(1)  # noqa: S311 - made-up data
    templates = _templates()
    started = time.perf_counter()
    with open_writer(path) as writer:
        connection = writer._connection  # noqa: SLF001 - made-up data need survive no power cut, nor be read meanwhile
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -1000000")
        for n in range(min(reports, _DIFFERENT)):
            writer.add(*made_up(n, templates, chance))
        print(f"{min(reports, _DIFFERENT) / (time.perf_counter() - started):,.0f} reports a second stored")
        for n, first in enumerate(range(_DIFFERENT, reports, _DIFFERENT)):
            _copy(connection, "ghijklmnopqrstuvwxyz"[n], min(_DIFFERENT, reports - first))
        with open_view(path) as view:
            newest, clusters = view.newest(), list(_clusters(view))
            keys = [row[0] for row in view.query("SELECT report_id FROM reports")]
        with writer.merging(newest):
            writer.replace_clusters(clusters)
            writer.replace_copies(
                CopyRow(report_id=key, cluster_id=keys[n // 4 * 4]) for n, key in enumerate(keys[: reports // 3])
            )
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copy(connection: sqlite3.Connection, mark: str, count: int) -> None:
    """Put the first `count` reports in once more; `mark` takes the place of the first digit of their ids."""
    shift = connection.execute("SELECT max(version_id) FROM versions").fetchone()[0]
    chosen = f"(SELECT report_id FROM versions WHERE version_id <= {count})"  # noqa: S608 - numbers
    changed = {"report_id": f"'{mark}' || substr(report_id, 2)", "version_id": f"version_id + {shift}"}
    changed["reading_id"] = f"reading_id + {shift}"
    connection.execute("BEGIN")
    for table in ("reports", "versions", "readings", *SPELT):
        columns = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(changed.get(column.strip('"'), column) for column in columns)
        where = f"report_id IN {chosen}" if '"report_id"' in columns else f"version_id <= {count}"
        order = "" if table in ("versions", "readings") else "ORDER BY report_id"
        names = ", ".join(columns)
        connection.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {where} {order}")  # noqa: S608
    connection.execute(
        "INSERT INTO texts (rowid, title, text) SELECT version_id, title, text FROM versions WHERE version_id > ?",
        (shift,),
    )
    new = connection.execute("SELECT report_id FROM versions WHERE version_id > ? ORDER BY version_id", (shift,))
    for (report_id,) in new.fetchall():
        index_acts(connection, report_id)
    connection.execute("COMMIT")


def _templates() -> list[tuple[Document, Reading]]:
    from onrecord.pipeline import read_many  # noqa: PLC0415 - only building needs the parser

    texts = [path.read_text() for path in sorted(EXAMPLES.glob("*.txt"))]
    documents = [Document(id=str(n), text=text, published="2024-05-16") for n, text in enumerate(texts)]
    return list(zip(documents, read_many(documents), strict=True))


def made_up(n: int, templates: Sequence[tuple[Document, Reading]], chance: random.Random) -> tuple[Document, Reading]:
    """One of the templates with other parties, places and days; a few of these are common, most are rare."""
    document, reading = templates[n % len(templates)]
    day = _FIRST_DAY + timedelta(days=chance.randrange(4_000))
    words = " ".join(f"word{_rank(chance, 5_000)}" for _ in range(30))
    document = Document(
        id=f"made-up-{n}",
        text=f"{document.text}\n\nNote {n}: {words}.",
        title=f"Report {n} on word{_rank(chance, 5_000)}",
        publisher=f"Publisher {_rank(chance, 200)}",
        published=day.isoformat(),
    )
    entities = tuple(_renamed(entity, "name", "actor", chance) for entity in reading.entities)
    places = tuple(_moved(place, chance) for place in reading.places)
    times = tuple(replace(t, value=(day - timedelta(days=chance.randrange(30))).isoformat()) for t in reading.times)
    info = DocumentInfo.of(document)
    return document, replace(reading, id=document.id, document=info, entities=entities, places=places, times=times)


def _renamed(entity: Any, name: str, actor: str, chance: random.Random) -> Any:  # noqa: ANN401 - an Entity
    number = _rank(chance, 20_000)
    return replace(entity, **{name: f"Party {number}", actor: f"made-up:{number}" if number % 2 == 0 else None})


def _moved(place: Any, chance: random.Random) -> Any:  # noqa: ANN401 - a Place
    number = _rank(chance, 50_000)
    return replace(
        place, name=f"Place {number}", geonameid=str(number), lat=number % 180 - 90.0, lon=number % 360 - 180.0
    )


def _rank(chance: random.Random, most: int) -> int:
    """From 1 to `most`, each half as often as one half its number (Zipf's law): of 20,000 parties 1 has 7 %."""
    return int(most ** chance.random())


def _clusters(view: View) -> Iterator[ClusterRow]:
    """Events of one type, day and place as one event."""
    sql = (
        "SELECT type || sort_day || geonameid, type, sort_day, report_id, event_id FROM events"
        " WHERE geonameid IS NOT NULL ORDER BY 1, 4, 5"
    )
    rows: list[tuple[Any, ...]] = []
    for row in view.query(sql):
        if rows and rows[0][0] != row[0]:
            yield _cluster(rows)
            rows = []
        rows.append(row)
    if rows:
        yield _cluster(rows)


def _cluster(rows: Sequence[tuple[Any, ...]]) -> ClusterRow:
    key, kind, day, *_ = rows[0]
    members = tuple(ClusterMember(report_id=row[3], event_id=row[4]) for row in rows)
    n = len({member.report_id for member in members})
    record = {"key": key, "title": f"{kind}, {day}", "values": {}, "tellings": [], "near": [], "corrections": []}
    return ClusterRow(
        cluster_id=key, type=kind, status="happened", first_day=day, last_day=day, reports=n, independent=n, speakers=1,
        record=record, members=members,
    )  # fmt: skip


def _commonest(view: View, table: str, column: str) -> Any:  # noqa: ANN401 - any value
    sql = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"  # noqa: S608
    return next(view.query(sql))[0]


if __name__ == "__main__":
    sys.exit(main())
