"""The places of GeoNames and some of our own, as one read-only SQLite file. Data: CC BY 4.0, see NOTICE."""

from __future__ import annotations

from pathlib import Path

__all__ = ["path"]


def path() -> Path:
    """Where the database lies."""
    return Path(__file__).with_name("places.sqlite")
