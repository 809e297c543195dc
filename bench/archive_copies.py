"""How long does the query for copies in docs/archives.md take, by the number of reports?

    python bench/archive_copies.py [--reports 2000 4000 8000 16000]

Made-up reports of 150 words drawn from the words of the examples, of which every tenth prints an earlier one, cut to
two thirds. One thread of DuckDB. `found` are the pairs of those tenths that the query gives, `more` what it gives
besides.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).parent.parent
_WORDS = 150


def main() -> int:
    """Make archives, ask, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[2_000, 4_000, 8_000, 16_000])
    args = parser.parse_args()
    docs = (ROOT / "docs" / "archives.md").read_text()
    (query,) = (sql for sql in re.findall(r"```sql\n(.*?)```", docs, re.DOTALL) if "bands" in sql)
    print("| reports | copies | found | more | processor s | peak memory, MB |\n|---|---|---|---|---|---|")
    for reports in args.reports:
        with tempfile.TemporaryDirectory() as folder:
            copies = make(Path(folder) / "readings", reports)
            started = time.process_time()
            with duckdb.connect(config={"threads": 1}) as connection:
                rows = connection.execute(query.replace("'out/", f"'{folder}/")).fetchall()
            seconds = time.process_time() - started
        pairs = {(one, other) for one, other, _ in rows} | {(other, one) for one, other, _ in rows}
        found, peak = len(copies & pairs), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"| {reports:,} | {len(copies)} | {found} | {len(rows) - found} | {seconds:.1f} | {peak:.0f} |", flush=True
        )
    return 0


def make(folder: Path, reports: int) -> set[tuple[str, str]]:
    """Write an archive's readings; the pairs of a copy and what it prints."""
    chance = Random(1)  # noqa: S311 - words, not secrets
    words = re.findall(r"\w+", " ".join(path.read_text() for path in sorted((ROOT / "examples").glob("*.txt"))))
    texts: list[str] = []
    copies = set()
    for number in range(reports):
        if number % 10 == 9:
            source = number - chance.randrange(1, 9)
            copies.add((f"r{number}", f"r{source}"))
            texts.append(" ".join(texts[source].split()[: _WORDS * 2 // 3]))
        else:
            texts.append(" ".join(chance.choices(words, k=_WORDS)))
    rows = [{"id": f"r{number}", "sha256": f"{number:064}", "text": text} for number, text in enumerate(texts)]
    folder.mkdir()
    pq.write_table(pa.Table.from_pylist(rows), folder / "s.parquet")
    return copies


if __name__ == "__main__":
    sys.exit(main())
