"""What must not be loaded until it is needed."""

from __future__ import annotations

import subprocess
import sys

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
