"""`onrecord run`: what it says when it is done."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from onrecord import resources
from onrecord.cli.app import app
from onrecord.scale import run as scale_run
from onrecord.scale import shards


@pytest.mark.parametrize(
    ("reports", "files", "passed", "told"),
    [
        (1, 1, 0, "1 report of 1 shard, 0 set aside"),
        (0, 2, 1, "0 reports of 2 shards, 0 set aside, 1 shard was done already"),
        (1200, 3, 2, "1,200 reports of 3 shards, 0 set aside, 2 shards were done already"),
    ],
)
def test_counts_have_their_nouns(
    reports: int, files: int, passed: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "keep_resources", lambda: SimpleNamespace(made_by=None))
    monkeypatch.setattr(shards, "find_shards", lambda _: [str(n) for n in range(files)])
    done = SimpleNamespace(reports=reports, passed=passed, failed=0)
    monkeypatch.setattr(scale_run, "run_shards", lambda *_: done)
    result = CliRunner().invoke(app, ["run", "archive", "--out", str(tmp_path)])
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == told
