"""The same readings, byte for byte, whichever way a report goes in: `bench/same_readings.py` on the examples."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from same_readings import run, ways

EXAMPLES = Path(__file__).parents[2] / "examples"
WAYS = {name: way for name, way in ways().items() if name not in {"read", "run on Ray"}}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, some twice under other names, in two shards."""
    folder = tmp_path_factory.mktemp("archive")
    texts = [path.read_text() for path in sorted(EXAMPLES.glob("*.txt"))] * 2
    lines = [json.dumps({"id": str(n), "text": text, "published": "2024-05-01"}) for n, text in enumerate(texts)]
    (folder / "a.jsonl").write_text("\n".join(lines[:3]))
    (folder / "b.jsonl").write_text("\n".join(lines[3:]))
    return folder


@pytest.fixture(scope="module")
def readings(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What `onrecord read` says of the archive."""
    return ways()["read"](archive, tmp_path_factory.mktemp("read"))


@pytest.mark.parametrize("name", sorted(WAYS))
def test_every_way_gives_what_read_gives(archive: Path, readings: list[str], tmp_path: Path, name: str) -> None:
    """However many processes share the reports, and wherever the readings come to lie."""
    assert len(readings) == 10
    assert WAYS[name](archive, tmp_path / "out") == readings


def test_ray_gives_what_read_gives(archive: Path, readings: list[str], tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="the extra onrecord[ray] is not installed")
    assert run(archive, tmp_path / "out", ("--ray", "--workers", "2")) == readings
