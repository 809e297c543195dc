"""Which of many things share something, found by SQLite in a file of its own: memory does not grow with them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice

from onrecord.store.file import explained

_BATCH = 50_000
_MOST = 2**62
_PAIRS = """
    WITH shared AS (SELECT key FROM held GROUP BY key HAVING count(*) BETWEEN 2 AND ?)
    SELECT DISTINCT a.number, b.number
    FROM shared JOIN held AS a USING (key) JOIN held AS b ON b.key = a.key AND b.number > a.number
    ORDER BY 1, 2
"""


def pairs_sharing(held: Iterable[tuple[object, int]], most: int | None = None) -> Iterator[tuple[int, int]]:
    """Pairs of numbers that stand under one key, the smaller first, each once, in ascending order.

    The keys go into a temporary database on the disk, which is gone when all pairs are read or the iterator is closed.

    Args:
        held: (key, number); a key is anything whose `repr` tells it from the others.
        most: numbers under one key; a key that holds more says nothing about any two of them.

    Raises:
        ProjectError: there is no room for the temporary file.
    """
    with explained("compare the reports"), closing(sqlite3.connect("", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # nobody needs it after a crash
        connection.execute("CREATE TABLE held (key INTEGER NOT NULL, number INTEGER NOT NULL)")
        rows = ((_hash(key), number) for key, number in held)
        connection.execute("BEGIN")
        while batch := list(islice(rows, _BATCH)):
            connection.executemany("INSERT INTO held VALUES (?, ?)", batch)
        connection.execute("COMMIT")
        connection.execute("CREATE INDEX held_by_key ON held (key, number)")
        for pair in connection.execute(_PAIRS, (_MOST if most is None else most,)):  # noqa: UP028 - closed only when read
            yield pair


def _hash(key: object) -> int:
    """A number that stands for a key in this and every other process.

    Of 64 bits: that two of 10 million keys have one number happens in one of 300,000 runs, and adds a comparison.
    """
    digest = hashlib.blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
