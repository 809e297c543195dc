"""What a user may ask of an export."""

from __future__ import annotations

import msgspec

from onrecord.export.gate import WRITTEN


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to export.

    Attributes:
        include: statuses that are written besides what happened or goes on, and `unknown` for positions.
        words: whether sentences of the reports may be written; titles, names and single words always are.
        stamp: ISO date or date-time that stands in where a report has no date of publication and a format asks for
            the time of coding. There is no clock: same input, same bytes.
        all_pairs: write every pair of parties, however many.
        undated: write events without a date into formats with a timeline.
        table: which table of csv and parquet.
    """

    include: frozenset[str] = frozenset()
    words: bool = True
    stamp: str | None = None
    all_pairs: bool = False
    undated: bool = False
    table: str = "events"

    @property
    def statuses(self) -> frozenset[str]:
        """Every status that may be written."""
        return WRITTEN | self.include
