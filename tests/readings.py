"""Readings built by hand for tests of what works on readings alone."""

from __future__ import annotations

import msgspec

from onrecord.reading.attribution import Attribution
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.entity import Entity, Mention
from onrecord.reading.event import Event, Factuality
from onrecord.reading.position import Position
from onrecord.reading.reading import MadeBy, Reading
from onrecord.reading.span import Argument, Span

TEXT = (
    "The militia shelled Kadi, an official told Harbour Wire. He said the army would attack. "
    "The Northern Front did not attend the talks."
)


def span(words: str, cls: type[Span] = Span, **more: object) -> Span:
    """The first place of `words` in `TEXT`."""
    start = TEXT.index(words)
    return cls(start=start, end=start + len(words), text=words, **more)


def entity(key: str, *words: str, named: bool = True, kind: str = "name") -> Entity:
    """An entity with the first places of `words` as its mentions; a pronoun is told by its word."""
    mentions = tuple(
        Mention(start=s.start, end=s.end, text=s.text, kind="pronoun" if s.text == "He" else kind)  # type: ignore[arg-type]
        for s in map(span, words)
    )
    return Entity(id=key, name=words[0], type="organization", named=named, mentions=mentions)


def event(key: str, words: str, status: str, **more: object) -> Event:
    """An event on the trigger `words`."""
    fields: dict[str, object] = {"actors": (), "recipients": (), "attribution": None, **more}
    return Event(
        id=key,
        type="ASSAULT",
        mode=None,
        contexts=(),
        cameo="190",
        quad=4,
        score=-9.0,
        trigger=span(words),
        factuality=Factuality(status=status, polarity="positive", certainty="certain"),  # type: ignore[arg-type]
        rule="test.v.1",
        **fields,  # type: ignore[arg-type]
    )


def _attributions() -> tuple[Attribution, ...]:
    official = Attribution(
        id="A1",
        source=span("an official", Argument, entity="T2"),  # type: ignore[arg-type]
        cue=span("told"),
        content=(span("The militia shelled Kadi"),),
        manner="indirect",
        via=("T3",),
    )
    he = Attribution(
        id="A2",
        source=span("He", Argument, entity="T2"),  # type: ignore[arg-type]
        cue=span("said"),
        content=(span("the army would attack"),),
        manner="indirect",
        within="A1",
    )
    return official, he


def sample() -> Reading:
    """A reading of `TEXT`: two speakers in a chain, a plan, a silence."""
    document = Document(id="sample", text=TEXT, published="2024-05-16", publisher="Harbour Wire")
    return Reading(
        id="sample",
        document=DocumentInfo.of(document),
        made_by=MadeBy(onrecord="0", model="none", lexicon="none"),
        sentences=((0, 56), (57, 87), (88, len(TEXT))),
        entities=(
            entity("T1", "The militia", kind="nominal", named=False),
            entity("T2", "an official", "He", kind="nominal", named=False),
            entity("T3", "Harbour Wire"),
            entity("T4", "The Northern Front"),
        ),
        attributions=_attributions(),
        events=(
            event("E1", "shelled", "happened", attribution="A1", actors=(span("The militia", Argument, entity="T1"),)),
            event("E2", "attack", "planned", attribution="A2"),
        ),
        positions=(
            Position(
                id="P1",
                holder=span("The Northern Front", Argument, entity="T4"),  # type: ignore[arg-type]
                stance="unknown",
                basis="absent",
                toward=None,
                evidence=(span("did not attend the talks"),),
            ),
        ),
    )


def with_fields(reading: Reading, **changes: object) -> Reading:
    """`reading` with some fields replaced."""
    return msgspec.structs.replace(reading, **changes)


def report(key: str = "sample", more: str = "", **fields: str) -> tuple[Document, Reading]:
    """A document and its reading; its text is `TEXT` with `more` behind it."""
    document = Document(id=key, text=TEXT + more, **{"published": "2024-05-16", **fields})
    return document, with_fields(sample(), id=key, document=DocumentInfo.of(document))
