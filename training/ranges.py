"""From where to where the activations go that 8-bit layers read.

One scale is fixed for all that a layer will ever read, so that no batch changes how its windows are rounded, and no
time goes into looking for the largest number of each batch. The range is the one whose bytes come closest to the
floats, in squared error, on the news texts of the training data; what lies beyond is cut.
"""

from __future__ import annotations

import lzma
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper

from onrecord.language.network import Network
from onrecord.language.parser import NetworkParser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.runtimes import Arrays

_TEXTS = "raw/news.txt.xz"
_EVERY = 4  # documents: every fourth, which is some 15,000 word pieces
_STEPS = np.linspace(0.2, 1, 17)  # shares of the largest number that are tried as the end of the range
_SAMPLE = 3_000_000


class _Watch:
    """A `Runtime` that also keeps what some inner values of the graph were."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        model = onnx.load(str(folder / "network.onnx"))
        self._outputs = [output.name for output in model.graph.output]
        inner = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names]
        model.graph.output.extend(value for value in inner if value.name not in self._outputs)
        self._session = onnxruntime.InferenceSession(model.SerializeToString())
        self._labels = onnxruntime.InferenceSession(str(folder / "labels.onnx"))
        self.seen: dict[str, list[NDArray[Any]]] = {name: [] for name in names}

    def words(self, inputs: Arrays) -> Arrays:
        names = list(dict.fromkeys([*self._outputs, *self.seen]))
        found = dict(zip(names, self._session.run(names, inputs), strict=True))
        for name, values in self.seen.items():
            values.append(found[name].ravel())
        return found

    def labels(self, dependent: NDArray[np.float32], head: NDArray[np.float32]) -> NDArray[np.float32]:
        scores: NDArray[np.float32] = self._labels.run(None, {"dependent": dependent, "head": head})[0]
        return scores


def find_ranges(folder: Path, data: Path, names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the lowest and the highest number that bytes are to hold, by the name of the activation.

    Args:
        folder: the network in 32-bit floats.
        data: the training data.
        names: inner values of the graph.
    """
    watch = _Watch(folder, names)
    texts = lzma.open(data / _TEXTS, "rt", encoding="utf-8").read().split("\n\n")  # noqa: SIM115 - read whole
    for _ in NetworkParser(Network(folder, watch)).read(texts[::_EVERY]):
        pass
    return {name: _range(np.concatenate(values)) for name, values in watch.seen.items()}


def _range(values: NDArray[Any]) -> tuple[float, float]:
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    some = values[np.random.default_rng(0).integers(len(values), size=min(len(values), _SAMPLE))]
    best = (_error(some, low, high), low, high)
    for _ in range(2):  # one end after the other, twice
        best = min([best, *((_error(some, low * step, best[2]), low * step, best[2]) for step in _STEPS)])
        best = min([best, *((_error(some, best[1], high * step), best[1], high * step) for step in _STEPS)])
    return best[1], best[2]


def _error(values: NDArray[Any], low: float, high: float) -> float:
    scale, zero = scale_of(low, high)
    back = (np.clip(np.round(values / scale) + zero, 0, 255) - zero) * scale
    return float(((back - values) ** 2).mean())


def scale_of(low: float, high: float) -> tuple[np.float32, np.uint8]:
    """Return the step between two bytes and the byte that stands for zero."""
    scale = (high - low) / 255
    return np.float32(scale), np.uint8(round(-low / scale))
