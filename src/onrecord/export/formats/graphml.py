"""GraphML, for igraph, Cytoscape and networkx: the graph of GEXF, with days as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

from onrecord.export.cells import Cell
from onrecord.export.format import Format, Job
from onrecord.export.graph import EDGE_TYPES, NODE_TYPES, Graph, xml_text

_TYPES: Final = MappingProxyType({str: "string", int: "int", float: "double", bool: "boolean"})
_NODE: Final[Mapping[str, type]] = MappingProxyType({"label": str, **NODE_TYPES})
_EDGE: Final[Mapping[str, type]] = MappingProxyType({**EDGE_TYPES, "start": str, "end": str})


def write(job: Job, out: BinaryIO) -> None:
    """One directed graph. What parties do to one another is two edges with one `event_id`."""
    graph = Graph(job)
    out.writelines((line + "\n").encode() for line in _lines(graph))


def _lines(graph: Graph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for kind, types in (("node", _NODE), ("edge", _EDGE)):
        for name, cell_type in types.items():
            yield f' <key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{_TYPES[cell_type]}"/>'
    yield ' <graph edgedefault="directed">'
    for node in graph.nodes.values():
        yield f"  <node id={quoteattr(node.id)}>"
        yield from _data("node", {"label": node.label, **node.attributes})
        yield "  </node>"
    for edge in graph.edges():
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f"  <edge id={quoteattr(edge.id)} {ends}>"
        yield from _data("edge", {**edge.attributes, "start": edge.first, "end": edge.last})
        yield "  </edge>"
    yield " </graph>"
    yield "</graphml>"


def _data(kind: str, cells: Mapping[str, Cell]) -> Iterator[str]:
    for name, cell in cells.items():
        if cell is not None:
            text = escape(xml_text(cell), {"\r": "&#13;"})
            yield f'   <data key="{kind}_{name}">{text}</data>'


FORMAT = Format(
    name="graphml",
    suffix=".graphml",
    title="GraphML, for igraph, Cytoscape and networkx",
    status="field",
    loses=(
        "conditions", "denials", "offsets", "numbers", "contexts", "place", "copies", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
