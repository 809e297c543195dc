"""The static site: opens from disk, asks nothing of anybody, and shows text as text."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from onrecord.errors import ExportError
from onrecord.export.options import Options
from onrecord.export.run import export_project
from project_source import KADI, Page, Project, kadi


class Parsed(HTMLParser):
    """Tags, links, ids and marked words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.handlers: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on") or name == "style":
                self.handlers.append(name)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def site(project: Project, folder: Path, **options: object) -> dict[Path, Parsed]:
    export_project(project, "site", folder / "site", Options(**options))  # type: ignore[arg-type]
    return {path: Parsed(path.read_text()) for path in sorted((folder / "site").rglob("*.html"))}


def test_every_link_leads_to_a_file_and_a_place_in_it(tmp_path: Path) -> None:
    pages = site(Project(kadi("r1"), kadi("r2")), tmp_path)
    assert len(pages) == 5
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert link.startswith("https://example.org/r")  # a report's own address, followed only by hand
                continue
            target = (path.parent / parts.path).resolve()
            assert target.is_file(), link
            if parts.fragment:
                assert parts.fragment in pages[target].ids


def test_nothing_runs_and_nothing_is_fetched(tmp_path: Path) -> None:
    page = Page("r<1>", "<script>alert(1) struck Kadi & more.", title="<img src=x onerror=alert(1)>",
                url="javascript:alert(1)", publisher='"><script>').party("T1", "<script>alert(1)")  # fmt: skip
    pages = site(Project(page.event("E1", "struck", by=["T1"])), tmp_path)
    for parsed in pages.values():
        assert not {"script", "img", "iframe", "object", "form"} & set(parsed.tags)
        assert not parsed.handlers
        assert not [link for link in parsed.links if link.startswith("javascript:")]
    shown = "".join("".join(parsed.words) for parsed in pages.values())
    assert "<script>alert(1) struck Kadi & more." in shown


def test_a_script_of_a_report_is_left_out(tmp_path: Path) -> None:
    """One that is closed is markup of the page that the text was; an unclosed one is words."""
    page = Page("r1", "<script>alert(1)</script> Rebels struck Kadi.").party("T1", "Rebels")
    pages = site(Project(page.event("E1", "struck", by=["T1"])), tmp_path)
    shown = "".join("".join(parsed.words) for parsed in pages.values())
    assert "alert(1)" not in shown
    assert "Rebels struck Kadi." in shown.replace("\u200b", "")


def test_the_text_is_shown_whole_with_its_triggers_marked(tmp_path: Path) -> None:
    (report,) = [page for path, page in site(Project(kadi()), tmp_path).items() if path.parent.name == "reports"]
    assert KADI in "".join(report.words)
    assert f"e{KADI.index('shelled')}" in report.ids
    assert f"e{KADI.index('attack the hills')}" not in report.ids  # a plan is not among what happened


def test_one_is_one_and_who_is_not_named_is_not_said(tmp_path: Path) -> None:
    page = Page("r1", "Kadi was shelled.").party("T2", "Kadi")
    pages = site(Project(page.event("E1", "shelled", on=["T2"])), tmp_path)
    shown = {path.name: "".join(parsed.words) for path, parsed in pages.items()}
    assert "1 event of 1 report (1 independent)." in shown["index.html"]
    assert "(not said who) → Kadi" in shown["events-1.html"]


def test_the_text_can_be_withheld(tmp_path: Path) -> None:
    pages = site(Project(kadi()), tmp_path, words=False)
    assert not any("did not attend" in "".join(page.words) for page in pages.values())


def test_long_lists_come_in_pages(tmp_path: Path) -> None:
    project = Project(*(Page(f"r{at}", "Rain fell.") for at in range(501)))
    pages = site(project, tmp_path)
    assert {path.name for path in pages if path.parent.name == "site"} == {
        "index.html", "events-1.html", "reports-1.html", "reports-2.html",
    }  # fmt: skip


def test_a_new_export_takes_the_place_of_an_old_one_but_of_nothing_else(tmp_path: Path) -> None:
    site(Project(kadi("r1"), kadi("r2")), tmp_path)
    assert len(site(Project(kadi("r1")), tmp_path)) == 4
    mine = tmp_path / "photos"
    mine.mkdir()
    (mine / "a.jpg").write_bytes(b"x")
    with pytest.raises(ExportError, match="no export made it"):
        export_project(Project(kadi()), "site", mine)
    assert (mine / "a.jpg").exists()
