"""GEXF 1.2 with time spells, for Gephi: parties as nodes, events as dated edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final
from xml.sax.saxutils import quoteattr

from onrecord.export.cells import Cell
from onrecord.export.format import Format, Job
from onrecord.export.graph import EDGE_TYPES, NODE_TYPES, Graph, xml_text

_TYPES: Final = MappingProxyType({str: "string", int: "integer", float: "double", bool: "boolean"})


def write(job: Job, out: BinaryIO) -> None:
    """One graph. What parties do to one another is two edges: readers refuse undirected ones in a directed graph."""
    graph = Graph(job)
    out.writelines((line + "\n").encode() for line in _lines(graph))


def _lines(graph: Graph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield ' <graph defaultedgetype="directed" mode="dynamic" timeformat="date">'
    yield from _declare("node", NODE_TYPES)
    yield from _declare("edge", EDGE_TYPES)
    yield "  <nodes>"
    for node in graph.nodes.values():
        yield f"   <node id={quoteattr(node.id)} label={quoteattr(node.label)}>"
        yield from _values(node.attributes, NODE_TYPES)
        yield "   </node>"
    yield "  </nodes>"
    yield "  <edges>"
    for edge in graph.edges():
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'   <edge id={quoteattr(edge.id)} {ends} type="directed" weight="1">'
        if edge.first and edge.last:
            yield f'    <spells><spell start="{edge.first}" end="{edge.last}"/></spells>'
        yield from _values(edge.attributes, EDGE_TYPES)
        yield "   </edge>"
    yield "  </edges>"
    yield " </graph>"
    yield "</gexf>"


def _declare(kind: str, types: Mapping[str, type]) -> Iterator[str]:
    yield f'  <attributes class="{kind}" mode="static">'
    for number, (name, cell_type) in enumerate(types.items()):
        yield f'   <attribute id="{kind}{number}" title="{name}" type="{_TYPES[cell_type]}"/>'
    yield "  </attributes>"


def _values(cells: Mapping[str, Cell], types: Mapping[str, type]) -> Iterator[str]:
    kind = "node" if types is NODE_TYPES else "edge"
    yield "    <attvalues>"
    for number, name in enumerate(types):
        cell = cells.get(name)
        if cell is not None:
            yield f'     <attvalue for="{kind}{number}" value={quoteattr(xml_text(cell))}/>'
    yield "    </attvalues>"


FORMAT = Format(
    name="gexf",
    suffix=".gexf",
    title="GEXF with time spells, for Gephi",
    status="field",
    loses=(
        "conditions", "denials", "offsets", "numbers", "contexts", "place", "copies", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
