"""Read the weights of an exported network back, to train on from a released package."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor


def restore(folder: Path) -> dict[str, Tensor]:
    """Return the weights of network.onnx and labels.onnx under the names of `Parser`, 8-bit integers as floats."""
    kept = {}
    for name in ("network.onnx", "labels.onnx"):
        graph = onnx.load(str(folder / name)).graph
        kept |= {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    found = {"encoder.pieces.weight": kept.pop("pieces.table") * kept.pop("pieces.scale")}
    for name, value in kept.items():
        owner, _, part = name.rpartition(".")
        if part == "table":
            found[f"encoder.{owner}.weight"] = value
        elif part == "matrix":
            found[f"{owner}.weight"] = value.T
        elif part == "matrix_quantized":
            even = kept.get(f"{owner}.even", np.ones(len(value), np.float32))
            found[f"{owner}.weight"] = (value * kept[f"{owner}.matrix_scale"] * even[:, None]).T
        elif part in {"weight", "bias"}:
            found[name] = value
        elif part == "b":
            found[f"{owner}.bias"] = value
    return {name: torch.tensor(value.astype(np.float32)) for name, value in found.items()}
