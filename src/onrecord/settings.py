"""Settings: one frozen value, passed on and never global."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

DEFAULT_RUNTIME = "onnxruntime"


def _runtime() -> str:
    return os.environ.get("ONRECORD_RUNTIME") or DEFAULT_RUNTIME


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a user may choose.

    Attributes:
        model: the language network: `onrecord_en`, or the name of any installed spaCy pipeline.
        runtime: what runs the network: `onnxruntime` or `openvino`; if left out, what the environment variable
            ONRECORD_RUNTIME says.
        lexicon: folders with entries of the user's own, read after the shipped ones.
        max_chars: reports longer than this many code points are refused.
    """

    model: str = "onrecord_en"
    runtime: str = msgspec.field(default_factory=_runtime)
    lexicon: tuple[Path, ...] = ()
    max_chars: int = 2_000_000
