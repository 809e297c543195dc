"""The English language network of onrecord: data only, see the card beside it (README.md, data/card.json)."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

__version__ = "0.1.0"


def path() -> Path:
    """Return the folder that holds network.onnx, labels.onnx, labels.json, tokenizer.json and card.json."""
    return Path(str(resources.files("onrecord_en"))) / "data"
