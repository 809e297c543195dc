"""When a reader first sees something on a page: first paint and first content, in Debian's Chromium, wide and narrow.

    python bench/first_paint.py [--project FILE] [--times 5]

Every view of `onrecord serve` is opened so many times, each time in a fresh context of the browser (nothing is kept
from the time before); the browser's own `paint` entries say when it painted. Printed are the medians in milliseconds
from the start of the navigation, the server's part of them (until the first byte), and what came over the wire in kB,
style sheet, script and map included. Without a project of your own one is made of the examples and the stories of
tests/stories. Needs chromium and playwright. Ends with 1 where a page paints later than `--limit`.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from onrecord.store.project import open_view
from screenshots import SIZES, SWITCHES, addresses_of, make_project
from served import served

# Paints are told after they have happened; what is awaited here comes with the first content.
_PAINTS = """async () => {
  const paints = await new Promise((resolve) => {
    const seen = {};
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen[entry.name] = entry.startTime;
      if ("first-contentful-paint" in seen) resolve(seen);
    }).observe({ type: "paint", buffered: true });
  });
  const [page] = performance.getEntriesByType("navigation");
  const sizes = [page, ...performance.getEntriesByType("resource")].map((entry) => entry.transferSize);
  return { paint: paints["first-paint"], content: paints["first-contentful-paint"], server: page.responseStart,
           bytes: sizes.reduce((sum, size) => sum + size, 0) };
}"""


_HEAD = """\
| page | wide: first paint | content | narrow: first paint | content | server | kB |
|---|---|---|---|---|---|---|"""


class Seen(NamedTuple):
    """Milliseconds from the start of a navigation, and the bytes that came."""

    paint: float
    content: float
    server: float
    size: float


def main() -> int:
    """Open every view, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--project", type=Path)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--limit", type=float, default=1_000.0, help="milliseconds until the first content")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = args.project or make_project(Path(folder) / "onrecord.db")
        with open_view(project) as view:
            addresses = addresses_of(view)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        print(_HEAD)
        with served(project) as site:
            shown = {name: _row(browser, site, name, address, args.times) for name, address in addresses.items()}
        browser.close()
    slow = [name for name, content in shown.items() if content > args.limit]
    print(f"{len(addresses)} views; first content after more than {args.limit:.0f} ms: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


def _row(browser: Browser, site: str, name: str, address: str, times: int) -> float:
    """Print a row, give the later of its two first contents."""
    narrow, wide = (_median(browser, site + address, size, times) for size in SIZES)
    cells = (wide.paint, wide.content, narrow.paint, narrow.content, wide.server)
    print(f"| {name} | {' | '.join(f'{cell:.0f}' for cell in cells)} | {wide.size / 1_000:.0f} |", flush=True)
    return max(wide.content, narrow.content)


def _median(browser: Browser, address: str, size: tuple[int, int], times: int) -> Seen:
    seen = [_open(browser, address, size) for _ in range(times)]
    return Seen(*(statistics.median(values) for values in zip(*seen, strict=True)))


def _open(browser: Browser, address: str, size: tuple[int, int]) -> Seen:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(address)
    told: dict[str, Any] = page.evaluate(_PAINTS)
    context.close()
    return Seen(told["paint"], told["content"], told["server"], told["bytes"])


if __name__ == "__main__":
    sys.exit(main())
