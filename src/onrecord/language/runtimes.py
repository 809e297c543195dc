"""What runs the network's graphs: onnxruntime, which comes with onrecord, or OpenVINO, where the user has it.

Both read the same files. A runtime is named in the settings, or by the environment variable ONRECORD_RUNTIME.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from onrecord.errors import MissingDataError
from onrecord.settings import DEFAULT_RUNTIME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[Any]]

COLUMNS = ("upos", "xpos", "feats", "lemma")
LABEL_ENDS = ("label_dependent.sum", "label_head.product")
OUTPUTS = ("sentence.scores", *COLUMNS, "names", "arcs", *LABEL_ENDS)
_SHAPE_STEP = 64
_FILES = ("network.onnx", "labels.onnx")


class Runtime(Protocol):
    """Runs the two graphs of the network; the same arrays give the same arrays, bit for bit."""

    def words(self, inputs: Arrays) -> Arrays:
        """Map the inputs of the main graph to its outputs; names and shapes stand in ``training/export.py``."""

    def labels(self, dependent: NDArray[np.float32], head: NDArray[np.float32]) -> NDArray[np.float32]:
        """Map both ends of arcs, [arcs, width] each, to label scores [arcs, labels]."""


class OnnxRuntime:
    """The network in onnxruntime, on so many threads of the processor."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        onnxruntime = _imported("onnxruntime")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._words, self._labels = (
            onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            for path in _paths(folder)
        )

    def words(self, inputs: Arrays) -> Arrays:
        """Run the main graph."""
        return dict(zip(OUTPUTS, self._words.run(list(OUTPUTS), inputs), strict=True))

    def labels(self, dependent: NDArray[np.float32], head: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run the label graph."""
        scores: NDArray[np.float32] = self._labels.run(None, {"dependent": dependent, "head": head})[0]
        return scores


class OpenVino:
    """The network in OpenVINO, on so many threads of the processor; what is not in bytes stays in 32-bit floats."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        openvino = _imported("openvino")
        options = {"INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1, "INFERENCE_PRECISION_HINT": "f32"}
        core = openvino.Core()
        self._words, self._labels = (
            core.compile_model(core.read_model(str(path)), "CPU", options).create_infer_request()
            for path in _paths(folder)
        )

    def words(self, inputs: Arrays) -> Arrays:
        """Run the main graph; for each new shape OpenVINO builds its kernels anew, so there are to be few."""
        words = len(inputs["starts"])
        found = self._words.infer({name: _rounded_up(name, value) for name, value in inputs.items()})
        return {name: found[name] if name == "arcs" else found[name][:words] for name in OUTPUTS}

    def labels(self, dependent: NDArray[np.float32], head: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run the label graph."""
        scores: NDArray[np.float32] = self._labels.infer({"dependent": dependent, "head": head})[0]
        return scores


_RUNTIMES: dict[str, Callable[[Path], Runtime]] = {DEFAULT_RUNTIME: OnnxRuntime, "openvino": OpenVino}


def make_runtime(name: str, folder: Path) -> Runtime:
    """Return the runtime of that name with the network of a folder, on one thread.

    Raises:
        MissingDataError: there is no such runtime, its package is not installed, or the folder holds no network.
    """
    if name not in _RUNTIMES:
        known = " or ".join(sorted(_RUNTIMES))
        raise MissingDataError(f"run the language network in {name!r}", "no such runtime is known", f"Name {known}")
    return _RUNTIMES[name](folder)


def _rounded_up(name: str, value: NDArray[Any]) -> NDArray[Any]:
    """Lengthen what goes by words to a multiple of `_SHAPE_STEP`, by further zeros that nobody reads."""
    if name == "starts":
        return np.pad(value, (0, -len(value) % _SHAPE_STEP))
    return value


def _imported(package: str) -> Any:  # noqa: ANN401 - a module that need not be there
    try:
        return importlib.import_module(package)
    except ImportError as error:
        cure = f'Install it: pip install "onrecord[{package}]"' if package != DEFAULT_RUNTIME else f"Install {package}"
        raise MissingDataError(
            f"run the language network in {package}", "the package is not installed", cure
        ) from error


def _paths(folder: Path) -> list[Path]:
    for name in _FILES:
        if not (folder / name).is_file():
            raise MissingDataError(
                "load the language network", f"{folder / name} is missing", "Install onrecord-en again"
            )
    return [folder / name for name in _FILES]
