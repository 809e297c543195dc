"""The same readings, byte for byte, whichever way a report goes in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, some twice under other names, in two shards."""
    folder = tmp_path_factory.mktemp("archive")
    texts = [path.read_text() for path in sorted(EXAMPLES.glob("*.txt"))] * 2
    lines = [json.dumps({"id": str(n), "text": text, "published": "2024-05-01"}) for n, text in enumerate(texts)]
    (folder / "a.jsonl").write_text("\n".join(lines[:3]))
    (folder / "b.jsonl").write_text("\n".join(lines[3:]))
    return folder


def _onrecord(*arguments: str) -> bytes:
    return subprocess.run([sys.executable, "-m", "onrecord", *arguments], capture_output=True, check=True).stdout


@pytest.mark.parametrize("workers", ["1", "2"])
def test_run_gives_what_read_gives(archive: Path, tmp_path: Path, workers: str) -> None:
    """However many processes share the reports."""
    read = _onrecord("read", "--jsonl", str(archive / "a.jsonl"), str(archive / "b.jsonl")).decode().splitlines()
    _onrecord("run", str(archive), "--out", str(tmp_path), "--workers", workers)
    tables = [pq.read_table(path) for path in sorted((tmp_path / "readings").iterdir())]
    assert [text for table in tables for text in table.column("reading").to_pylist()] == read
