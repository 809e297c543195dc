"""Whether the project file holds a document's content already."""

from __future__ import annotations

import sqlite3

from onrecord.reading.document import Document
from onrecord.reading.reading import MadeBy
from onrecord.store.identity import content_id_of, report_id_of
from onrecord.store.rows import Standing


def find_standing(connection: sqlite3.Connection, document: Document) -> Standing:
    """`unchanged` where any version of the report has this content, `new_version` where only others are known."""
    rows = connection.execute(
        "SELECT v.content_id = ?, d.onrecord, d.model, d.lexicon FROM versions v"
        " JOIN readings d ON d.version_id = v.version_id AND d.is_current WHERE v.report_id = ?",
        (content_id_of(document), report_id_of(document)),
    ).fetchall()
    for same, onrecord, model, lexicon in rows:
        if same:
            return Standing(outcome="unchanged", made_by=MadeBy(onrecord=onrecord, model=model, lexicon=lexicon))
    return Standing(outcome="new_version" if rows else "new")
