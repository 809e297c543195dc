"""What must not be loaded until it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "onnxruntime", "trafilatura", "httpx", "py3langid", "rich.console")


@pytest.mark.parametrize(
    "statement",
    [
        "import onrecord",
        "import onrecord; onrecord.__version__",
        "import onrecord; onrecord.Document; onrecord.Reading",
        "import onrecord.cli.app",
        "import onrecord.store.project, onrecord.store.rows",
        "import onrecord; onrecord.open_project",
        "import onrecord.merge.project, onrecord.merge.decide",
    ],
)
def test_nothing_heavy_is_loaded(statement: str) -> None:
    code = f"{statement}\nimport sys\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    import onrecord

    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = onrecord.nonsense


@pytest.mark.parametrize("layer", ["export.run", "export.registry", "export.material"])
def test_exports_load_no_parser_and_nothing_heavy_before_it_is_needed(layer: str) -> None:
    heavy = (*HEAVY, "pyarrow", "xlsxwriter", "pandas", "networkx")
    code = f"import sys, onrecord.{layer}\nprint([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_export_itself_loads_no_parser() -> None:
    code = (
        "import io, sys; from project_source import Project, kadi; from onrecord.export.run import export_project\n"
        "for name in ('csv', 'xlsx', 'parquet', 'gdelt', 'gexf', 'ftm'):\n"
        "    export_project(Project(kadi()), name, io.BytesIO())\n"
        "print([m for m in ('spacy', 'onnxruntime', 'rich.console') if m in sys.modules])"
    )
    env = {"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "[]"
