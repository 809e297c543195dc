"""Write the trained network as ONNX, fused and in 8-bit integers, into the data package.

``python -m training.export --data ../shared/training --run build/en --out FOLDER``. The graph is built node by node
with fused operators, since exporters do not find them all. What layers read becomes bytes of a fixed range
(`ranges.py`), their matrices signed bytes per output column; embeddings become bytes with one scale per row. The form
(QuantizeLinear and DequantizeLinear around Gemm) is one that onnxruntime and OpenVINO both run in integers.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.batches import COLUMNS, Numberer, Pieces
from training.model import Parser
from training.ranges import find_ranges, scale_of
from training.smooth import smoothing
from training.train import build, encoder_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

Array = NDArray[Any]


_LARGEST = (
    64  # of a matrix in bytes: two products with an unsigned byte still fit 16 bits, where a processor adds there
)


class Graph:
    """Collects the nodes and constants of an ONNX graph.

    Args:
        smooth: by what to divide what a linear layer reads, by the layer's name.
        ranges: from where to where values go, by name; linear layers that read one of these count in bytes.
    """

    def __init__(
        self, smooth: Mapping[str, Array] | None = None, ranges: Mapping[str, tuple[float, float]] | None = None
    ) -> None:
        self.smooth = smooth or {}
        self.ranges = ranges or {}
        self.read: set[str] = set()  # what linear layers read
        self.evened: dict[str, Array] = {}  # by what a value was divided, which the matrices that read it make good
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def const(self, name: str, value: Array) -> str:
        """Add a constant and return its name."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        """Add a node with one output and return the output's name."""
        self.nodes.append(
            helper.make_node(kind, inputs, [output], name=f"{output}:{kind}", domain=domain, **attributes)
        )
        return output

    def even(self, x: str, name: str) -> str:
        """Divide what the layer of that name is going to read, if it is to be smoothed."""
        if name not in self.smooth:
            return x
        evened = self.add("Mul", [x, self.const(f"{name}.even", 1 / self.smooth[name])], f"{name}.evened")
        self.evened[evened] = self.smooth[name]
        return evened

    def linear(self, x: str, name: str, weights: Mapping[str, Array]) -> str:
        """Add a linear layer."""
        matrix, bias = weights[f"{name}.weight"].T, weights.get(f"{name}.bias")
        if x in self.evened:
            matrix = matrix * self.evened[x][:, None]
        self.read.add(x)
        if x in self.ranges:
            inputs = self._in_bytes(x, name, matrix, bias)
        else:
            inputs = [x, self.const(f"{name}.matrix", matrix)]
            inputs += [self.const(f"{name}.bias", bias)] if bias is not None else []
        return self.add("Gemm", inputs, f"{name}.sum" if bias is not None else f"{name}.product")

    def _in_bytes(self, x: str, name: str, matrix: Array, bias: Array | None) -> list[str]:
        step, zero = scale_of(*self.ranges[x])
        own = [self.const(f"{x}.scale", np.array(step)), self.const(f"{x}.zero", np.array(zero))]
        if f"{x}.bytes" not in {node.output[0] for node in self.nodes}:
            self.add("QuantizeLinear", [x, *own], f"{x}.bytes")
        scale = np.abs(matrix).max(axis=0) / _LARGEST
        inputs = [self.add("DequantizeLinear", [f"{x}.bytes", *own], f"{name}.read")]
        inputs.append(self._constant_bytes(f"{name}.matrix", np.round(matrix / scale).astype(np.int8), scale, axis=1))
        if bias is not None:
            fine = scale * step  # what products of bytes are counted in
            inputs.append(self._constant_bytes(f"{name}.bias", np.round(bias / fine).astype(np.int32), fine, axis=0))
        return inputs

    def _constant_bytes(self, name: str, value: Array, scale: Array, axis: int) -> str:
        parts = [self.const(f"{name}.bytes", value), self.const(f"{name}.scale", scale.astype(np.float32))]
        parts.append(self.const(f"{name}.zero", np.zeros(scale.shape, value.dtype)))
        return self.add("DequantizeLinear", parts, name, axis=axis)

    def model(self, inputs: list[tuple[str, int, list[str | int]]], outputs: list[tuple[str, int]]) -> onnx.ModelProto:
        """Return the finished model."""
        graph = helper.make_graph(
            self.nodes,
            "onrecord",
            [helper.make_tensor_value_info(name, kind, shape) for name, kind, shape in inputs],
            [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
            list(self.constants.values()),
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def embeddings(graph: Graph, weights: dict[str, Array]) -> str:
    """Add the embeddings: pieces in bytes with a scale per row, places, casing features, norm."""
    table = weights["encoder.pieces.weight"]
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    graph.const("pieces.table", np.round(table / scale).astype(np.int8))
    graph.const("pieces.scale", scale.astype(np.float32))
    rows = graph.add(
        "Cast", [graph.add("Gather", ["pieces.table", "pieces"], "rows.bytes")], "rows", to=TensorProto.FLOAT
    )
    rows = graph.add("Mul", [rows, graph.add("Gather", ["pieces.scale", "pieces"], "rows.scale")], "rows.scaled")
    graph.const("places.table", weights["encoder.places.weight"])
    places = graph.add("Gather", ["places.table", "places"], "placed.rows")
    cased = graph.add(
        "Gather", [graph.const("features.table", weights["encoder.features.weight"]), "features"], "cased"
    )
    x = graph.add("Add", [graph.add("Add", [rows, places], "placed"), cased], "embedded")
    x = graph.add("Reshape", [x, "as_rows"], "embedded.rows")
    return _norm(graph, x, "encoder.norm", weights)


def _norm(graph: Graph, x: str, name: str, weights: dict[str, Array]) -> str:
    gamma, beta = (graph.const(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph.add("LayerNormalization", [x, gamma, beta], f"{name}.out", axis=-1, epsilon=1e-12)


def layer(graph: Graph, x: str, name: str, weights: dict[str, Array], heads: int, kept: str = "") -> str:
    """Add one transformer layer; `x` is [batch * length, width]. Behind attention only the rows `kept` go on, if given.

    Queries, keys and values are products of their own: it takes longer to cut one wide product apart.
    onnxruntime's SkipLayerNormalization would join what `_add_and_norm` does, but takes ten times as long.
    """
    micro = "com.microsoft"
    even = graph.even(x, f"{name}.qkv")
    parts = []
    for part, own in _thirds(f"{name}.qkv", weights).items():
        flat = graph.linear(even, f"{name}.{part}", {f"{name}.{part}.{key}": value for key, value in own.items()})
        parts.append(graph.add("Reshape", [flat, "as_windows"], f"{name}.{part}"))
    mixed = graph.add("MultiHeadAttention", parts, f"{name}.attention", micro, num_heads=heads)
    mixed = graph.add("Reshape", [mixed, "as_rows"], f"{name}.mixed")
    if kept:
        x, mixed = (graph.add("Gather", [rows, kept], f"{rows}.kept", axis=0) for rows in (x, mixed))
    x = _add_and_norm(graph, x, graph.linear(mixed, f"{name}.out", weights), f"{name}.norm1", weights)
    up = graph.linear(graph.even(x, f"{name}.up"), f"{name}.up", weights)
    bent = graph.add("Gelu", [up], f"{name}.gelu", micro)
    return _add_and_norm(graph, x, graph.linear(bent, f"{name}.down", weights), f"{name}.norm2", weights)


def _thirds(name: str, weights: Mapping[str, Array]) -> dict[str, dict[str, Array]]:
    """Cut the weight and the bias of one layer into those of queries, keys and values."""
    cut = {key: np.split(weights[f"{name}.{key}"], 3) for key in ("weight", "bias")}
    return {
        part: {key: thirds[number] for key, thirds in cut.items()}
        for number, part in enumerate(("queries", "keys", "values"))
    }


def _add_and_norm(graph: Graph, x: str, change: str, name: str, weights: dict[str, Array]) -> str:
    return _norm(graph, graph.add("Add", [x, change], f"{name}.in"), name, weights)


def heads_graph(graph: Graph, words: str, model: Parser, weights: dict[str, Array]) -> list[tuple[str, int]]:
    """Add the heads over first pieces, [words, ...]; arcs are [batch, words, 1 + words]. Return the outputs."""
    columns = graph.linear(words, "columns", weights)
    sizes = graph.const("columns.sizes", np.array(list(model.widths.values())))
    names = [f"{name}.scores" for name in model.widths]
    graph.nodes.append(helper.make_node("Split", [columns, sizes], names, axis=-1))
    outputs = [("sentence.scores", TensorProto.FLOAT)]
    best = [graph.add("ArgMax", [f"{name}.scores"], name, axis=-1, keepdims=0) for name in COLUMNS]
    outputs += [(name, TensorProto.INT64) for name in best]
    outputs.append((graph.add("LogSoftmax", ["names.scores"], "names", axis=-1), TensorProto.FLOAT))
    dependent = graph.add("Gelu", [graph.linear(words, "arcs.dependent", weights)], "arcs.dependent", "com.microsoft")
    head = graph.add("Gelu", [graph.linear(words, "arcs.head", weights)], "arcs.head", "com.microsoft")
    sides = {}
    for name, flat in (
        ("middle", graph.linear(dependent, "arcs.middle", weights)),
        ("head", head),
        ("prior", _one_number(graph, head, "arcs.prior", weights)),
        ("root", _one_number(graph, dependent, "arcs.root", weights)),
    ):
        sides[name] = graph.add("Gather", [flat, "words_side_by_side"], f"arcs.{name}.side", axis=0)
    turned = graph.add("Transpose", [sides["head"]], "arcs.head.turned", perm=[0, 2, 1])
    pairs = graph.add("MatMul", [sides["middle"], turned], "arcs.pairs")
    prior = graph.add("Transpose", [sides["prior"]], "arcs.prior.turned", perm=[0, 2, 1])
    graph.add("Concat", [sides["root"], graph.add("Add", [pairs, prior], "arcs.scored")], "arcs", axis=2)
    ends = [graph.linear(words, "label_dependent", weights), graph.linear(words, "label_head", weights)]
    return [*outputs, ("arcs", TensorProto.FLOAT), *((end, TensorProto.FLOAT) for end in ends)]


def _one_number(graph: Graph, x: str, name: str, weights: dict[str, Array]) -> str:
    """Add a linear layer of one output, in floats: as a Gemm it would add up in an order that depends on the batch."""
    each = graph.add("Mul", [x, graph.const(f"{name}.row", weights[f"{name}.weight"][0])], f"{name}.each")
    graph.const("last", np.array([-1]))
    total = graph.add("ReduceSum", [each, "last"], f"{name}.total", keepdims=1)
    return graph.add("Add", [total, graph.const(f"{name}.bias", weights[f"{name}.bias"])], f"{name}.sum")


def main_graph(model: Parser, weights: dict[str, Array], graph: Graph) -> onnx.ModelProto:
    """Return the graph from pieces to scores, built into an empty one."""
    width = graph.const("width", np.array([model.shape.width]))
    graph.const("as_rows", np.array([-1, model.shape.width]))
    graph.add("Concat", [graph.add("Shape", ["pieces"], "windows"), width], "as_windows", axis=0)
    x = embeddings(graph, weights)
    last = model.shape.layers - 1
    for number in range(model.shape.layers):
        kept = "starts" if number == last else ""  # the heads read nothing but words
        x = layer(graph, x, f"encoder.layers.{number}", weights, model.shape.heads, kept)
    outputs = heads_graph(graph, x, model, weights)
    whole = TensorProto.INT64
    inputs: list[tuple[str, int, list[str | int]]] = [
        ("pieces", whole, ["batch", "length"]),  # windows of one length
        ("features", whole, ["batch", "length"]),
        ("places", whole, ["length"]),  # 0, 1, ...
        ("starts", whole, ["words"]),  # each word's first piece, counted through [batch, length]
        ("words_side_by_side", whole, ["batch", "longest"]),
    ]
    return graph.model(inputs, outputs)


def label_graph(model: Parser, weights: dict[str, Array]) -> onnx.ModelProto:
    """Return the small graph from both ends of chosen arcs to label scores."""
    graph = Graph()
    both = graph.add("Add", ["dependent", "head"], "both")
    scores = graph.linear(graph.add("Gelu", [both], "bent", "com.microsoft"), "label_out", weights)
    width = model.shape.label
    inputs: list[tuple[str, int, list[str | int]]] = [
        (n, TensorProto.FLOAT, ["arcs", width]) for n in ("dependent", "head")
    ]
    return graph.model(inputs, [(scores, TensorProto.FLOAT)])


def load(run: Path, name: str) -> tuple[Parser, dict[str, list[str]]]:
    """Return a trained network and its label sets."""
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    model = build(labels, None)
    model.load_state_dict(torch.load(run / f"{name}.pt"))
    return model.eval(), labels


def export(run: Path, name: str, out: Path, data: Path | None) -> None:
    """Write network.onnx, labels.onnx, labels.json and tokenizer.json into a folder.

    In 8-bit integers where the training data is given, which shows how large activations get; else in 32-bit floats.
    """
    model, labels = load(run, name)
    numberer = Numberer(Pieces(encoder_folder() / "tokenizer.json"), labels, {})
    smooth = smoothing(model, numberer, data) if data else {}
    weights = {key: value.numpy() for key, value in model.state_dict().items()}
    out.mkdir(parents=True, exist_ok=True)
    whole = Graph(smooth)
    onnx.save(main_graph(model, weights, whole), str(out / "network.onnx"))
    onnx.save(label_graph(model, weights), str(out / "labels.onnx"))
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    shutil.copy(encoder_folder() / "tokenizer.json", out / "tokenizer.json")
    if data:
        ranges = find_ranges(out, data, sorted(whole.read))
        onnx.save(main_graph(model, weights, Graph(smooth, ranges)), str(out / "network.onnx"))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", default="last")
    parser.add_argument("--out", type=Path, default=Path("packages/onrecord-en/src/onrecord_en/data"))
    parser.add_argument("--data", type=Path, help="training data; 32-bit floats are written without it, to compare")
    given = parser.parse_args()
    export(given.run, given.weights, given.out, given.data)


if __name__ == "__main__":
    main()
