"""How long whole pages take on a project file of many reports, and how much they weigh: what a browser waits for.

    python bench/pages.py --reports 100000 --project pages.db     makes the file
    python bench/pages_served.py pages.db

Every view is asked for, with and without filters, for what there is most of: the commonest party, matter, country, a
word of many reports. Each page is asked for five times in one process; printed are the medians of all but the first in
milliseconds, wall and processor, the first, and the page's bytes as they are and packed with gzip.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient

from onrecord.store.project import open_view
from onrecord.store.view import View
from onrecord.web.app import make_app
from onrecord.web.guard import Rules

_LIMIT_MS = 100.0
_TIMES = 5


def main() -> int:
    """Ask, print, and end with 1 where a page took more processor time than the limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("project", type=Path)
    args = parser.parse_args()
    client = TestClient(
        make_app(args.project, Rules(hosts=frozenset({"127.0.0.1"}))),
        base_url="http://127.0.0.1",
        raise_server_exceptions=True,
    )
    with open_view(args.project) as view:
        addresses = list(_addresses(view))
    print(f"{'wall':>7} {'proc.':>7} {'first':>7} {'bytes':>9} {'packed':>8}")
    slow = [address for address in addresses if _ask(client, address) > _LIMIT_MS]
    print(f"{len(addresses)} pages; more than {_LIMIT_MS:.0f} ms of processor time: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


def _ask(client: TestClient, address: str) -> float:
    taken, worked = [], []
    for _ in range(_TIMES):
        started, busy = time.perf_counter(), time.process_time()
        answer = client.get(address)
        taken.append(1_000 * (time.perf_counter() - started))
        worked.append(1_000 * (time.process_time() - busy))
    assert answer.status_code == 200, (address, answer.status_code)
    wall, work = statistics.median(taken[1:]), statistics.median(worked[1:])
    packed = len(gzip.compress(answer.content))
    print(f"{wall:7.0f} {work:7.0f} {taken[0]:7.0f} {len(answer.content):9,} {packed:8,} {address}", flush=True)
    return work


def _addresses(view: View) -> Iterator[str]:
    one, other = (_most(view, "SELECT name FROM party_counts ORDER BY acts DESC", at) for at in (0, 1))
    matter = _most(
        view, "SELECT toward_text FROM positions WHERE toward_text > '' GROUP BY 1 ORDER BY count(*) DESC, 1"
    )
    country = _most(view, "SELECT country FROM v_events WHERE country > '' GROUP BY 1 ORDER BY count(*) DESC, 1")
    report = _most(view, "SELECT report_id FROM reports", 77)
    cluster = _most(view, "SELECT cluster_id FROM cluster_events GROUP BY 1 ORDER BY count(*) DESC, 1")
    publisher = _most(view, "SELECT publisher FROM versions GROUP BY 1 ORDER BY count(*) DESC, 1")
    yield from ("/", "/reports", "/reports?q=word1", "/reports?q=word77", f"/reports?publisher={publisher}")
    yield from (f"/reports/{report}", "/events", "/events?q=attack", "/events?q=word77", f"/events?q={one}")
    yield from ("/events?status=planned", "/events?kind=ASSAULT", "/events?kind=ASSAULT&since=2020-01-01")
    yield from (f"/events?country={country}", "/events?since=2019-01-01&until=2019-01-31", "/events?page=50")
    yield from ("/timeline", "/timeline?q=attack", f"/timeline?country={country}", "/timeline?month=2020-05")
    yield from ("/parties", f"/parties?q={one}", f"/parties/{one}", "/rooms", "/rooms?q=a", f"/room?about={matter}")
    yield from ("/promises", "/promises?q=attack", "/promises?kind=threat", "/across", "/across?q=attack")
    yield from (f"/across/{cluster}", "/conflicts", "/copies", "/map", "/map?month=2020-05", "/map?q=attack")
    yield from ("/ties", "/ties?month=2020-05", f"/ties?q={one}", f"/tie?one={one}&other={other}")
    yield from ("/review", "/review/acts", "/review/acts?status=planned", "/review/decided")


def _most(view: View, sql: str, at: int = 0) -> str:
    found: Any = next(view.query(f"{sql} LIMIT 1 OFFSET {at}"))[0]
    return quote(str(found))


if __name__ == "__main__":
    sys.exit(main())
