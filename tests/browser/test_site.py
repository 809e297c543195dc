"""The pages in a browser: what a person sees and does with mouse and keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord.merge.project import merge_project
from onrecord.pipeline import read
from onrecord.reading.document import Document
from onrecord.store.project import open_writer
from readings import report
from served import served

VIEWS = (
    "/", "/reports", "/events", "/timeline", "/parties", "/rooms", "/promises", "/across", "/conflicts", "/copies",
    "/map", "/ties", "/review", "/review/acts", "/review/decided",
)  # fmt: skip
TEXT = "Rebels shelled the town of Homs on Sunday, the army said. The governor did not attend the talks."


def _open_report(page: Page, site: str, words: str = "bridge") -> None:
    page.goto(f"{site}/reports?q={words}")
    page.locator("tbody a").first.click()
    expect(page.locator("article.text")).to_be_visible()
    page.wait_for_load_state("load")  # its script runs when all of the page is there


def _press(page: Page, key: str) -> None:
    """Press a key once the page listens: its script runs when all of the page is there."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [360, 1400])
def test_every_view_fits_its_window(page: Page, site: str, view: str, width: int) -> None:
    """Nothing makes the page itself scroll sideways; tables may."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + view)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("width", [360, 1400])
def test_a_long_address_and_a_long_word_fit_the_window(page: Page, tmp_path: Path, width: int) -> None:
    """As addresses of news are, and titles of some languages."""
    fields = {"url": "https://news.example/" + "a-long-headline-" * 20, "title": "Donaudampfschiff" * 20}
    document, reading = report("a", publisher="Herald", **fields)
    project = tmp_path / "onrecord.db"
    with open_writer(project) as writer:
        key = writer.add(document, reading).report_id
    merge_project(project)
    page.set_viewport_size({"width": width, "height": 800})
    with served(project) as site:
        for address in (f"/reports/{key}", "/reports", "/across", "/events"):
            page.goto(site + address)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address


def test_markup_of_a_report_is_not_shown_and_plans_not_to_are_found(page: Page, tmp_path: Path) -> None:
    text = "<p>Rebels <b>shelled</b> Kadi.</p>\n<p>They <a href='https://a.example'>will not attack</a> Homs.</p>"
    project = tmp_path / "onrecord.db"
    with open_writer(project) as writer:
        key = writer.add(Document(id="a", text=text), read(text)).report_id
    with served(project) as site:
        page.goto(f"{site}/reports/{key}")
        article = page.locator("article.text")
        shown = article.evaluate("""node => {
            const copy = node.cloneNode(true);
            copy.querySelectorAll(".tag, .break").forEach(mark => mark.remove());
            return copy.textContent;
        }""")
        assert shown.split() == ["Rebels", "shelled", "Kadi.", "They", "will", "not", "attack", "Homs."]
        assert article.locator(".tag, .break").count() == 8
        widths = article.locator(".tag").evaluate_all("tags => tags.map(tag => tag.getBoundingClientRect().width)")
        assert widths == [0] * 4
        tops = article.locator(".trigger").evaluate_all("words => words.map(word => word.getBoundingClientRect().top)")
        assert tops[0] < tops[-1], "the second paragraph begins a line"
        page.goto(f"{site}/events")
        page.get_by_label("Status").select_option("not: planned")
        page.get_by_role("button", name="Show").click()
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.locator("tbody .state")).to_have_text("not: planned")
        expect(page.locator("tbody .words")).to_have_text("They will not attack Homs.")


def test_hovering_a_line_lights_up_its_words(page: Page, site: str) -> None:
    _open_report(page, site)
    line = page.locator(".line").first
    line.locator("summary").hover()
    lit = page.locator("article .lit")
    assert lit.count() > 0
    key = line.get_attribute("data-line")
    assert all(key in (words.get_attribute("data-lines") or "").split() for words in lit.all())


def test_the_keyboard_lights_up_and_opens_as_the_mouse_does(page: Page, site: str) -> None:
    _open_report(page, site)
    page.locator(".line summary").first.focus()
    assert page.locator("article .lit").count() > 0
    page.keyboard.press("Enter")
    expect(page.locator(".line details").first).to_have_attribute("open", "")


def test_a_click_on_words_opens_their_line(page: Page, site: str) -> None:
    _open_report(page, site)
    trigger = page.locator("article .trigger").first
    key = (trigger.get_attribute("data-lines") or "").split()[0]
    trigger.click()
    expect(page.locator(f"#{key} details")).to_have_attribute("open", "")


def test_on_paper_every_line_is_printed_with_what_stands_behind_it(page: Page, site: str) -> None:
    """On the screen the lines scroll beside the text, and what stands behind each is closed."""
    _open_report(page, site)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    lines = page.locator(".lines")
    assert lines.evaluate("each => each.scrollHeight === each.clientHeight")
    assert lines.locator("details").count() == lines.locator("details[open]").count() > 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert lines.locator("details[open]").count() == 0


def test_an_address_with_a_line_opens_it(page: Page, site: str) -> None:
    """Lists lead to the line, not only to the report."""
    page.goto(f"{site}/events")
    page.locator("tbody tr a").last.click()
    expect(page).to_have_url(re.compile(r"/reports/[0-9a-f]{16}#E\d+$"))
    key = page.url.rpartition("#")[2]
    expect(page.locator(f"#{key} details")).to_have_attribute("open", "")


def test_filters_stay_in_the_address(page: Page, site: str) -> None:
    page.goto(f"{site}/events")
    page.get_by_label("Status").select_option("planned")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("status=planned"))
    expect(page.get_by_label("Status")).to_have_value("planned")
    states = page.locator("tbody .state").all_inner_texts()
    assert states
    assert {state.removeprefix("not: ").split(",")[0] for state in states} == {"planned"}  # "not: planned, probable"


def test_a_day_of_the_timeline_leads_to_its_acts(page: Page, site: str) -> None:
    page.goto(f"{site}/timeline")
    row = page.locator("tbody tr").first
    facts, others = (int(cell) for cell in row.locator("td.n").all_inner_texts())
    row.locator("a").click()
    expect(page.locator("tbody tr")).to_have_count(facts + others)


def test_a_pasted_text_is_read_and_shown(page: Page, empty: str) -> None:
    page.goto(empty)
    page.get_by_label("A report's text, or its address").fill(TEXT)
    page.get_by_label("Publisher").fill("Daily")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("link", name="To the report").click(timeout=60_000)
    expect(page.locator("article.text")).to_have_text(TEXT)
    expect(page.locator("#E1")).to_contain_text("says the army")


def test_an_address_inside_the_machine_is_not_fetched(page: Page, empty: str) -> None:
    page.goto(empty)
    page.get_by_label("A report's text, or its address").fill(empty)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".error")).to_contain_text("leads into this machine", timeout=20_000)
    expect(page.get_by_role("heading", name="Not done")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page).to_have_url(f"{empty}/")


def test_the_skip_link_is_the_first_stop_of_the_keyboard(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("To the content")


def test_a_button_brings_reports_together(page: Page, site: str) -> None:
    page.goto(f"{site}/across")
    page.get_by_role("button", name="Bring reports together").click()
    page.get_by_role("link", name="To the result").click(timeout=60_000)
    expect(page.locator("tbody tr").first).to_be_visible()
    page.locator("tbody a").first.click()
    expect(page.get_by_role("heading", name="The tellings")).to_be_visible()


def test_an_answer_is_kept_and_undone_by_keyboard(page: Page, doubtful: str) -> None:
    page.goto(f"{doubtful}/review")
    _press(page, "n")
    expect(page.locator(".cards .state").first).to_have_text("split")
    _press(page, "u")
    expect(page.locator(".cards .state", has_text="undone")).to_be_visible()


def test_a_key_that_somebody_types_into_a_field_decides_nothing(page: Page, doubtful: str) -> None:
    page.goto(f"{doubtful}/review")
    before = page.locator(".cards li").count()
    page.get_by_label("Who decides").press("n")
    expect(page.locator(".cards li")).to_have_count(before)


def test_an_act_is_corrected_judged_and_taken_back_by_keyboard(page: Page, site: str) -> None:
    """A digit enters a field, Escape leaves it, Enter saves, y and n judge, s goes on, u takes back."""
    page.goto(f"{site}/review/acts?status=happened")
    first = page.locator(".trigger").inner_text()
    _press(page, "1")
    page.keyboard.type("COERCE")
    page.keyboard.press("Enter")
    decided = page.locator(".cards li").first
    expect(decided).to_contain_text("→ COERCE")
    expect(page).to_have_url(re.compile("status=happened"))
    _press(page, "4")
    expect(page.get_by_label("To whom (4)")).to_be_focused()
    page.keyboard.press("Escape")
    _press(page, "y")
    expect(page.locator(".cards li").first).to_contain_text("read right")
    _press(page, "n")
    expect(page.locator(".cards li").first).to_contain_text("no act")
    for undone in (1, 2, 3):
        _press(page, "u")
        expect(page.locator(".cards > li > .state", has_text="undone")).to_have_count(undone)
    assert page.locator(".trigger").inner_text() == first, "what is taken back comes up again"
    _press(page, "s")
    expect(page).to_have_url(re.compile("skip=1"))


def test_a_report_leads_from_an_act_to_its_correction(page: Page, site: str) -> None:
    _open_report(page, site)
    page.locator("#E1 summary").click()
    page.locator("#E1").get_by_role("link", name="Is it read right?").click()
    expect(page).to_have_url(re.compile(r"/review/acts\?act=[0-9a-f]{16}/E1"))
    expect(page.get_by_label("Type (1)")).to_be_visible()


def test_a_view_is_taken_along_as_its_filters_have_it(page: Page, site: str) -> None:
    page.goto(f"{site}/events?status=planned")
    shown = page.locator("tbody tr").count()
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV").click()
    lines = started.value.path().read_text().splitlines()
    assert started.value.suggested_filename == "events.csv"
    assert len(lines) == 1 + shown
    assert lines[0].startswith("report_id,event_id,type")


def test_a_tie_leads_to_what_two_parties_did_over_time(page: Page, site: str) -> None:
    page.goto(f"{site}/ties")
    page.locator("tbody a[href^='/tie?']").first.click()
    expect(page.get_by_role("heading", name="What they did, or are to do")).to_be_visible()
    page.locator(".bars a").first.click()
    expect(page).to_have_url(re.compile(r"one=.*&month=\d{4}-\d\d$"))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
