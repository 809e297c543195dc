"""Lists that several pages show: where parties stand, and what they promised."""

from __future__ import annotations

from onrecord.web.pages.filters import Table

STANDS = Table(
    columns="report_id position_id holder stance basis toward conditions told_by words publisher published sort_day",
    source="v_positions",
    order="sort_day DESC, report_id, position_id",
)
PROMISES = Table(
    columns="report_id commitment_id by kind polarity action toward due conditions told_by words publisher published",
    source="v_commitments",
    order="sort_day DESC, report_id, commitment_id",
)
