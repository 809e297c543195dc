"""Make activations even before they become 8-bit integers (Xiao et al. 2023, "SmoothQuant").

One scale serves all of a layer's input, so a few channels that are ten times larger than the rest cost the others their
precision. Each channel is divided by a number, and the weights that read it are multiplied by it: in floats nothing
changes.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.batches import Numberer, collate
from training.data import load_texts, windows
from training.model import Parser

SHARE = 0.6  # how far the unevenness moves from the activations into the weights
SMOOTHED = ("qkv", "up")  # the linear layers that read normed sums; smoothing the other two loses more than it wins
_TEXTS, _WINDOWS, _WORDS = 60, 200, 60


@torch.no_grad()
def smoothing(model: Parser, numberer: Numberer, data: Path) -> dict[str, NDArray[Any]]:
    """Return by what to divide the channels that each smoothed layer reads, by the layer's name.

    The largest activations are those of windows drawn from the training texts, always the same ones.
    """
    layers = {name: layer for name, layer in model.named_modules() if name.rpartition(".")[2] in SMOOTHED}
    largest: dict[str, Tensor] = {}

    def watch(name: str, layer: nn.Module) -> Any:  # noqa: ANN401 - torch's handle
        def note(_: nn.Module, given: tuple[Tensor, ...], __: Tensor) -> None:
            now = given[0].abs().flatten(0, -2).amax(dim=0)
            largest[name] = torch.maximum(largest[name], now) if name in largest else now

        return layer.register_forward_hook(note)

    handles = [watch(name, layer) for name, layer in layers.items()]
    for window in _sample(data):
        batch = collate([numberer(window)])
        model(batch.pieces, batch.features, batch.lengths, batch.starts)
    for handle in handles:
        handle.remove()
    found = {}
    for name, seen in largest.items():
        weights = layers[name].weight.abs().amax(dim=0)
        factor = seen.clamp(min=1e-5) ** SHARE / weights.clamp(min=1e-5) ** (1 - SHARE)
        found[name] = (factor / factor.median()).numpy()
    return found


def _sample(data: Path) -> list[Any]:
    still = random.Random(0)  # noqa: S311 - no secret
    texts = load_texts(data, "train")
    still.shuffle(texts)
    return [window for text in texts[:_TEXTS] for window in windows(text, still, (_WORDS,), 0.0)][:_WINDOWS]
