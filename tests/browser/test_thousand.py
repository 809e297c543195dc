"""The pages over a thousand reports: every view opens, weighs little, is turned over, filtered and taken along."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Page, Response, expect

from thousand import REPORTS

MOST_PACKED = 1_500_000  # bytes of a page with all that it loads, packed
VIEWS = (
    "/", "/reports", "/events", "/timeline", "/parties", "/parties/Party%207", "/rooms", "/room?about=the%20talks",
    "/promises", "/across", "/conflicts", "/copies", "/map", "/ties", "/tie?one=Party%207&other=Party%2049", "/review",
    "/review/acts", "/review/decided",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_and_weighs_little(page: Page, thousand: str, view: str) -> None:
    loaded: list[Response] = []
    page.on("response", lambda got: loaded.append(got) if got.url.startswith("http") else None)
    page.goto(thousand + view)
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert all(response.ok for response in loaded)
    assert sum(len(gzip.compress(response.body())) for response in loaded) < MOST_PACKED


@pytest.mark.parametrize("view", ["/events", "/across", "/reports", "/parties/Party%207"])
def test_a_narrow_window_shows_every_cell_of_a_row(page: Page, thousand: str, view: str) -> None:
    """Nothing of a row is cut off, or has to be scrolled to sideways; what has no heading there says its name."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(thousand + view)
    cells = page.locator("table.rows").first.locator("tbody tr").first.locator("td:visible").all()
    assert len(cells) > 3
    for cell in cells:
        box = cell.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert cell.evaluate("cell => cell.scrollWidth <= cell.clientWidth + 1")
    names = page.evaluate("getComputedStyle(document.querySelector('.rows td[data-name]'), '::before').content")
    assert names not in ("none", "normal")


def test_all_pages_of_a_list_are_turned_over_by_keyboard(page: Page, thousand: str) -> None:
    page.goto(f"{thousand}/reports")
    expect(page.locator("main")).to_contain_text(f"{REPORTS:,} reports")
    seen: set[str] = set()
    for number in range(1, 11):
        seen.update(link.get_attribute("href") or "" for link in page.locator("tbody td:first-child a").all())
        following = page.get_by_role("link", name="next page")
        if number < 10:
            following.focus()
            page.keyboard.press("Enter")
            expect(page).to_have_url(re.compile(f"page={number + 1}"))
        else:
            expect(following).to_have_count(0)
    assert len(seen) == REPORTS


def test_a_filter_starts_from_the_first_page(page: Page, thousand: str) -> None:
    page.goto(f"{thousand}/reports?page=3")
    page.get_by_label("Publisher").select_option("Outlet 7")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr")).to_have_count(REPORTS // 20)


def test_a_list_is_taken_along_with_all_its_pages(page: Page, thousand: str) -> None:
    page.goto(f"{thousand}/events?status=happened&page=2")
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV").click()
    assert len(started.value.path().read_text().splitlines()) == 1 + REPORTS


def test_a_room_leads_from_a_month_to_the_matter_as_it_stood(page: Page, thousand: str) -> None:
    page.goto(f"{thousand}/room?about=the%20talks")
    page.locator(".bars tbody a").first.click()
    expect(page).to_have_url(re.compile(r"until=2023-01"))
    days = page.locator(".cards li").all_inner_texts()
    assert days
    assert all(day.startswith("2023-01") for day in days if day != "nobody")
