"""Parties as nodes, events and positions as ties: the graph that GEXF and GraphML write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations, product

import msgspec

from onrecord.export.cells import Cell, printable
from onrecord.export.format import Job
from onrecord.export.pairs import MAX_PARTIES, MAX_ROWS
from onrecord.export.records import EventRecord, Party, Stand
from onrecord.export.tally import Tally

NODE_TYPES: Mapping[str, type] = {"kind": str, "country": str, "sectors": str, "named": bool, "count": int}
EDGE_TYPES: Mapping[str, type] = {
    "event_type": str, "mode": str, "cameo": str, "quad": int, "score": float, "status": str, "certainty": str,
    "told_by": str, "quote": str, "record_url": str, "event_id": str, "reports": int, "independent_reports": int,
    "speakers": int,
}  # fmt: skip


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A party, or an event with more parties than can be tied pair by pair."""

    id: str
    label: str
    attributes: dict[str, Cell]


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A tie; `first` and `last` are the days on which it shows, None where no date is told."""

    id: str
    source: str
    target: str
    first: str | None
    last: str | None
    attributes: dict[str, Cell]


class Graph:
    """The graph of a project; nodes in the order of their first tie."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self.nodes: dict[str, Node] = {}
        for source, target, _ in self._ties(job.tally):
            self.nodes.setdefault(source.id, source)
            self.nodes.setdefault(target.id, target)

    def edges(self) -> Iterator[Edge]:
        """All ties, events first, by date."""
        return (edge for _, _, edge in self._ties(Tally(())))

    def _ties(self, tally: Tally) -> Iterator[tuple[Node, Node, Edge]]:
        material, options = self._job.material, self._job.options
        for event in material.events():
            if event.when is None and not options.undated:
                tally.refuse("without a date (use --undated)")
            elif ties := _event_ties(event, all_pairs=options.all_pairs):
                tally.wrote(event, len(ties))
                yield from ties
            else:
                tally.refuse("with one party only, which make no tie")
        for digest in material.digests():
            for stand in digest.stands:
                yield from self._stand_tie(stand, tally)

    def _stand_tie(self, stand: Stand, tally: Tally) -> Iterator[tuple[Node, Node, Edge]]:
        options = self._job.options
        if stand.stance == "unknown" and "unknown" not in options.include:
            tally.note("positions that are not known left out (use --include unknown)")
        elif stand.party is None:
            tally.note("positions towards an act or a thing, which make no tie between parties")
        elif stand.report.day is None and not options.undated:
            tally.note("positions without a date left out (use --undated)")
        else:
            tally.rows += 1
            source, target = _node(stand.holder), _node(stand.party)
            attributes: dict[str, Cell] = {
                "event_type": f"position:{stand.stance}",
                "status": stand.basis,
                "told_by": stand.voice.told_by,
                "quote": next((span.words for span in stand.evidence if span.text), None),
                "record_url": f"urn:onrecord:{stand.id}",
                "event_id": stand.id,
            }
            day = stand.report.day
            yield source, target, _edge(stand.id, source, target, (day, day), attributes)


def _event_ties(event: EventRecord, *, all_pairs: bool) -> Sequence[tuple[Node, Node, Edge]]:
    """Ties from actor to recipient, or both ways between those who act on one another.

    An event with too many parties becomes a node of its own with a tie from each actor and to each recipient.
    """
    actors = [_node(party) for party in {party.key: party for party in event.actors}.values()]
    recipients = [_node(party) for party in {party.key: party for party in event.recipients}.values()]
    pairs = list(permutations(actors, 2)) if event.reciprocal else list(product(actors, recipients))
    if (len(actors) > MAX_PARTIES if event.reciprocal else len(pairs) > MAX_ROWS) and not all_pairs:
        hub = Node(id=printable(event.id), label=event.type, attributes={"kind": "event", "named": False})
        pairs = [(actor, hub) for actor in actors] + [(hub, recipient) for recipient in recipients]
    days = (event.when.first, event.when.last) if event.when else (None, None)
    attributes = _attributes(event)
    ids = [event.id] if len(pairs) == 1 else [f"{event.id}/{number}" for number in range(1, len(pairs) + 1)]
    return [
        (source, target, _edge(key, source, target, days, attributes))
        for key, (source, target) in zip(ids, pairs, strict=True)
    ]


def _attributes(event: EventRecord) -> dict[str, Cell]:
    return {
        "event_type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        "certainty": event.certainty,
        "told_by": event.told_by,
        "quote": event.quote.words or None,
        "record_url": f"urn:onrecord:{event.id}",
        "event_id": event.id,
        "reports": len(event.reports),
        "independent_reports": event.independent,
        "speakers": event.speakers,
    }


def _edge(
    key: str, source: Node, target: Node, days: tuple[str | None, str | None], attributes: dict[str, Cell]
) -> Edge:
    first, last = days
    return Edge(id=printable(key), source=source.id, target=target.id, first=first, last=last, attributes=attributes)


def _node(party: Party) -> Node:
    attributes: dict[str, Cell] = {
        "kind": party.type,
        "country": party.country,
        "sectors": "; ".join(party.sectors) or None,
        "named": party.named,
        "count": party.count,
    }
    return Node(id=printable(party.key), label=printable(party.name), attributes=attributes)


def xml_text(cell: Cell) -> str:
    """A cell as XML writes it; escaping is the writer's."""
    return str(cell).lower() if isinstance(cell, bool) else printable(str(cell))
