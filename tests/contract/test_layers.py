"""The import contracts of pyproject.toml hold."""

from __future__ import annotations

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_import_contracts() -> None:
    config = Path(__file__).parents[2] / "pyproject.toml"
    assert lint_imports(config_filename=str(config)) == EXIT_STATUS_SUCCESS
