"""A project's reports are merged one by one from the file, with the result that all of them in memory would give."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.merge.merging import merge_reports, merge_shelf
from onrecord.merge.project import StoredReports, merge_project
from onrecord.merge.report import HeldReports, Report
from onrecord.reading.document import Document
from onrecord.store.project import open_view, open_writer
from reports_by_hand import act, pledge, report, stand

MONDAY = ("Monday", "2024-03-04")
WORDS = "Gunmen attacked a market near Kadi in Mali on Monday and set all of the stalls on fire, the mayor said."
TAIL = "Nobody has claimed responsibility for it, and the army has sent two companies of soldiers to the area."


def _reports() -> list[Report]:
    raid = (
        WORDS,
        act("attacked", actors=["Gunmen"], recipients=["a market"], place="Kadi", day=MONDAY, says="the mayor"),
    )
    vow = (
        "France backs a raid and will send troops to Kadi.",
        act("send", "MOBILIZE", actors=["France"], recipients=["troops"], status="planned", place="Kadi"),
        stand("France", "supports", "a raid"),
        pledge("France", "send troops to Kadi", "send"),
    )
    sent = (
        "France sent troops to Kadi.",
        act("sent", "MOBILIZE", actors=["France"], recipients=["troops"], place="Kadi"),
    )
    return [
        report("b", "2024-03-05", raid, (TAIL,)),
        report("a", "2024-03-06", raid, (TAIL,)),
        report("c", "2024-03-07", vow),
        report("d", "2024-03-09", sent),
    ]


def _stored(path: Path, reports: list[Report] | None = None) -> list[Report]:
    """The same reports as the file has them, under the ids that it gives them."""
    with open_writer(path) as writer:
        for told in reports or _reports():
            info = told.reading.document
            document = Document(id=told.id, text=told.text, publisher=info.publisher, published=info.published)
            writer.add(document, told.reading)
    with open_view(path) as view:
        return [Report(row.report_id, view.text(row.report_id), reading) for row, reading in view.readings()]


def test_the_file_gives_what_memory_gives(tmp_path: Path) -> None:
    path = tmp_path / "project.db"
    held = _stored(path)
    across = merge_project(path)
    assert across.copies
    assert across.promises
    assert across.courses
    assert across.follows
    assert any(event.independent > 1 or event.reports > 1 for event in across.events)
    assert msgspec.json.encode(across) == msgspec.json.encode(merge_reports(held))


def test_a_report_that_the_file_lacks_is_none(tmp_path: Path) -> None:
    path = tmp_path / "project.db"
    (first, *_) = _stored(path)
    with open_view(path) as view:
        reports = StoredReports(view)
        assert reports.get("gone") is None
        found = reports.get(first.id)
    assert found is not None
    assert found.reading == first.reading


class _Watched:
    """A shelf that counts how many of its reports are alive while it is gone through."""

    def __init__(self, reports: list[Report]) -> None:
        self._packed = [(told.id, told.text, msgspec.json.encode(told.reading), type(told.reading)) for told in reports]
        self._packed.sort()
        self._lent: list[weakref.ref[Report]] = []
        self.documents = HeldReports(reports).documents
        self.most = 0

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[Report]:
        for key, text, packed, kind in self._packed:
            lent = Report(key, text, msgspec.json.decode(packed, type=kind))
            self._lent.append(weakref.ref(lent))
            self.most = max(self.most, sum(held() is not None for held in self._lent))
            yield lent
            del lent

    def get(self, report_id: str, /) -> Report | None:
        return next((told for told in self if told.id == report_id), None)


def test_reports_are_not_held_together() -> None:
    """The one that is handed over, and the one before it, which the loop still names."""
    reports = [
        report(f"r{n}", "2024-03-05", *[("Rebels left Kadi.", act("left", "RETREAT", actors=["Rebels"]))])
        for n in range(9)
    ]
    watched = _Watched([*reports, *_reports()])
    merge_shelf(watched)
    assert watched.most == 2


def test_two_promises_in_the_same_words_are_both_kept(tmp_path: Path) -> None:
    """Of two acts; what the words are does not tell which."""
    days = {"Kadi": ("2024-03-05", "2024-03-12"), "Tarsk": ("2024-06-05", "2024-06-12")}
    told = [
        report(place, day, (
            f"The Northern Front will withdraw, it said at {place}.",
            act("withdraw", "RETREAT", actors=["Northern Front"], place=place, status="planned", day=("withdraw", due)),
            pledge("Northern Front", "withdraw", "withdraw"),
        ))
        for place, (day, due) in days.items()
    ]  # fmt: skip
    path = tmp_path / "project.db"
    _stored(path, told)
    assert len(merge_project(path).promises) == 2
    with open_view(path) as view:
        assert len(list(view.findings("promise"))) == 2
