"""The written stories of tests/stories: reports with the event mentions marked, and what a person says of them.

In a report's text `[word](key)` marks the word of an event mention with the key of its event inside the story.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from onrecord.reading.document import Document

STORIES = Path(__file__).parent.parent / "tests" / "stories"
_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A word of a report that speaks of an event."""

    start: int
    end: int
    event: str


class StoryReport(msgspec.Struct, frozen=True, kw_only=True):
    """One report, without its marks, and the marks."""

    document: Document
    marks: tuple[Mark, ...]
    copy_of: str | None = None


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one story and the key to them (`disagreement`, `link`, `promise` as the README there explains)."""

    name: str
    region: str
    reports: tuple[StoryReport, ...]
    key: Mapping[str, Any]


@cache
def load_stories() -> tuple[Story, ...]:
    """All stories, in the order of their file names; a report's id is `story/report`."""
    return tuple(_load(path) for path in sorted(STORIES.glob("*.toml")))


def _load(path: Path) -> Story:
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    reports = tuple(_report(path.stem, row) for row in facts.pop("report"))
    return Story(name=path.stem, region=facts.pop("region"), reports=reports, key=facts)


def _report(story: str, row: Mapping[str, Any]) -> StoryReport:
    text, marks, last = "", [], 0
    for match in _MARK.finditer(row["text"]):
        text += row["text"][last : match.start()]
        marks.append(Mark(start=len(text), end=len(text) + len(match[1]), event=f"{story}/{match[2]}"))
        text += match[1]
        last = match.end()
    document = Document(
        id=f"{story}/{row['id']}",
        text=text + row["text"][last:],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
    )
    return StoryReport(document=document, marks=tuple(marks), copy_of=row.get("copy_of"))
