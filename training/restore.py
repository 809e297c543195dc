"""Read the weights of an exported network back, to train on from a released package."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

_NAMES = {"matrix": "weight", "row": "weight", "table": "weight"}  # ours in the graph, theirs in the network


def restore(folder: Path) -> dict[str, Tensor]:
    """Return the weights of network.onnx and labels.onnx under the names of `Parser`, 8-bit integers as floats."""
    kept = {}
    for name in ("network.onnx", "labels.onnx"):
        graph = onnx.load(str(folder / name)).graph
        kept |= {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    kept["pieces.table"] = kept["pieces.table"] * kept.pop("pieces.scale")
    for name in [name for name in kept if name.endswith((".matrix.bytes", ".bias.bytes"))]:
        whole = name.removesuffix(".bytes")
        kept[whole] = kept.pop(name) * kept.pop(f"{whole}.scale")
    for name in [name for name in kept if name.endswith(".even")]:
        kept[f"{name.removesuffix('.even')}.matrix"] *= kept.pop(name)[:, None]
    found = {}
    for name, value in kept.items():
        owner, _, part = name.rpartition(".")
        if part in {"matrix", "row", "table", "weight", "bias"}:
            turned = value.T if part == "matrix" else value[None] if part == "row" else value
            where = f"encoder.{owner}" if part == "table" else owner
            found[f"{where}.{_NAMES.get(part, part)}"] = torch.tensor(turned.astype(np.float32))
    return found
