"""Stands of those who do as the one before: "Togo voted for the bill, | as did Benin", "and so does the union"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.text import text_of
from onrecord.reading.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.language.plain_words import Token
    from onrecord.reading.position import Position
    from onrecord.stages.positions.room import Room

_LIKE = frozenset({"as", "so"})
_HELPING = frozenset({"do", "have", "be"})
_CLAUSES = ("advcl", "conj", "parataxis")
_BEHIND = ("nsubj", "obj")  # "as has | Chile": to some parsers an object


def likewise(found: Iterable[Position], room: Room) -> Iterator[Position]:
    """The same stands of the others; what one says of himself is only told of them."""
    for position in found:
        verb = room.head_of(position.evidence[0])
        for other in _others(verb) if verb is not None else ():
            for holder in room.holders([other]):
                if holder.entity is not None and holder.entity == position.holder.entity:
                    continue
                told = position.basis == "stated" and position.attribution is not None
                beside = Span.of(text_of(room.doc), other.head.idx, other.head.idx + len(other.head))
                yield msgspec.structs.replace(
                    position,
                    holder=holder,
                    basis="reported" if told else position.basis,
                    conditions=(),
                    evidence=(*position.evidence, beside),
                )


def _others(verb: Token) -> Iterator[Token]:
    """Who stands behind the helping verb that repeats it."""
    for clause in grammar.children(verb, *_CLAUSES):
        opened = any(child.lower_ in _LIKE for child in clause.lefts)
        if clause.lemma_ in _HELPING and opened and not any(child.dep_ == "nsubj" for child in clause.lefts):
            yield from (one for one in grammar.children(clause, *_BEHIND)[:1] if one.i > clause.i)
