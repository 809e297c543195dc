"""No page keeps anybody out: axe-core finds nothing moderate, serious or critical, wide and light, narrow and dark."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
GRAVE = ("moderate", "serious", "critical")
FIXED = (
    "/", "/reports", "/events", "/events?status=planned", "/timeline", "/parties", "/rooms", "/promises", "/across",
    "/conflicts", "/copies", "/map", "/ties", "/review", "/review/acts", "/review/decided", "/nothing",
)  # fmt: skip


def _found_through(page: Any, site: str) -> list[str]:
    """Pages whose address depends on what the project holds: the first of each list."""
    addresses = []
    for view, link in (
        ("/reports", "a"),
        ("/parties", "a"),
        ("/rooms", "a"),
        ("/across", "a"),
        ("/ties", "a[href^='/tie?']"),
    ):
        page.goto(site + view)
        addresses.append(page.locator(f"tbody {link}").first.get_attribute("href"))
    page.goto(f"{site}/review/decided")
    addresses.append(page.locator("a[href^='/review/place?']").first.get_attribute("href"))
    return addresses


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (360, "dark")])
def test_axe_finds_nothing_grave(browser: Browser, judged: str, scheme: Literal["light", "dark"], width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    graves = []
    for view in (*FIXED, *_found_through(page, judged)):
        page.goto(judged + view)
        for details in page.locator("details").all()[:6]:
            details.evaluate("each => { each.open = true; }")
        page.evaluate(AXE)
        found = page.evaluate("axe.run()")
        assert found["passes"], "axe has looked at something"
        graves += [
            f"{view}: {rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in found["violations"]
            if rule["impact"] in GRAVE
            for node in rule["nodes"]
        ]
    context.close()
    assert not graves, "\n".join(graves)
