"""Pictures of every view of `onrecord serve`, narrow and wide, light and dark, to look at.

    python bench/screenshots.py pictures [--project FILE]

Writes NAME-WIDTH-SCHEME.png into the folder; needs Debian's chromium and playwright. Without a project file of your own
one is made of the examples and the stories of tests/stories, with two judgements.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from onrecord.merge.decide import judge_correct, judge_right
from onrecord.merge.project import merge_project
from onrecord.pipeline import read_many
from onrecord.reading.document import Document
from onrecord.store.project import open_view, open_writer
from onrecord.store.view import View
from served import served
from stories import load_stories

SIZES = ((390, 844), (1280, 900))
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_PAIR = (
    "SELECT a.name, b.name FROM event_parties a JOIN event_parties b USING (report_id, event_id)"
    " WHERE a.side = 'actor' AND b.side = 'recipient' AND a.entity_id IS NOT NULL AND b.entity_id IS NOT NULL"
    " GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2"
)
_MOST = (
    ("party", "/parties/", "SELECT name FROM party_counts ORDER BY acts DESC, name"),
    ("report", "/reports/", "SELECT report_id FROM v_reports ORDER BY events DESC, report_id"),
    ("event", "/across/", "SELECT cluster_id FROM clusters ORDER BY reports DESC, cluster_id"),
    (
        "room",
        "/room?about=",
        "SELECT toward_text FROM positions WHERE toward_text > '' GROUP BY 1 ORDER BY count(*) DESC, 1",
    ),
)
SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu"]


def main() -> int:
    """Take them all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--project", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.project is None:
        args.project = args.out / "shown.db"
        if not args.project.exists():
            make_project(args.project)
    with open_view(args.project) as view:
        addresses = addresses_of(view)
    with served(args.project, LOGNAME="Ana") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        for width, height in SIZES:
            for scheme in _SCHEMES:
                _take(browser, site, addresses, args.out, (width, height, scheme))
        browser.close()
    print(f"{len(addresses) * len(SIZES) * len(_SCHEMES)} pictures in {args.out}")
    return 0


def _take(
    browser: Browser, site: str, addresses: dict[str, str], out: Path, form: tuple[int, int, Literal["light", "dark"]]
) -> None:
    width, height, scheme = form
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(site + address)
        if name == "report":
            page.locator(".line summary").first.click()
        page.screenshot(path=out / f"{name}-{width}-{scheme}.png")
    context.close()


def make_project(path: Path) -> Path:
    """Make a project with something on every view, and give its path."""
    root = Path(__file__).parent.parent
    documents = [told.document for story in load_stories() for told in story.reports]
    documents += [Document(id=file.stem, text=file.read_text(), publisher="Example", published="2024-05-16",
                           title=file.stem.replace("-", " ").capitalize())
                  for file in sorted((root / "examples").glob("*.txt"))]  # fmt: skip
    with open_writer(path) as writer:
        for document, reading in zip(documents, read_many(documents), strict=True):
            writer.add(document, reading)
    merge_project(path)
    with open_view(path) as view:
        first, *_ = view.clusters()
        judged = judge_correct(view, first.record["key"], "type", "COERCE", "Ana", "the words say so")
        right = judge_right(view, list(view.clusters())[1].record["key"], "Ana", "seen")
        place = judge_correct(view, first.record["key"], "place", "Homs", "Ana", "the film shows it")
    merge_project(path, [judged, right, place])
    return path


def addresses_of(view: View) -> dict[str, str]:
    """Every view's address by name; of what there are many, the one with the most in it."""
    return dict(_addresses(view))


def _addresses(view: View) -> Iterator[tuple[str, str]]:
    for name in ("reports", "events", "timeline", "parties", "rooms", "promises", "across", "conflicts", "copies"):
        yield name, f"/{name}"
    for name in ("", "map", "ties", "review", "review/acts", "review/decided"):
        yield name.replace("/", "-") or "home", f"/{name}"
    party, other = map(quote, next(view.query(_PAIR)))
    yield "tie", f"/tie?one={party}&other={other}"
    corrected = next((row.id for row in view.judgements() if row.field == "place"), "")
    if corrected:
        yield "review-place", f"/review/place?judgement={corrected}"
    for name, address, sql in _MOST:
        yield name, address + quote(str(next(view.query(sql), ("none",))[0]))


if __name__ == "__main__":
    sys.exit(main())
