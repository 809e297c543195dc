"""From attribution drafts to attributions: who the source is, through whom it came, and what stands inside what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.mentions import Who
from onrecord.reading.attribution import Attribution
from onrecord.reading.span import Argument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.draft import AttributionDraft
    from onrecord.reading.entity import Entity
    from onrecord.reading.reading import Furniture
    from onrecord.reading.span import Span

_SIGNED = frozenset({"byline", "dateline", "credit"})
_PRESS = "JRN"


def link_chains(
    doc: Doc,
    drafts: Sequence[AttributionDraft],
    entities: Sequence[Entity],
    furniture: Sequence[Furniture],
    lexicon: Lexicon,
) -> tuple[Attribution, ...]:
    """Attributions with ids A1, A2, … in the order of `drafts`, which is that of the text.

    A quotation that goes on has the source of the one that it goes on from. `via` is nearest first and ends with the
    agency that signs the report, where a byline or dateline names one. `within` is the smallest attribution whose
    content holds this one. Time grows with the drafts times the depth to which they are nested.
    """
    del lexicon
    who = Who(doc, entities)
    signed = _signed_by(doc, entities, furniture)
    sources: list[Argument | None] = []
    for draft in drafts:
        goes_on = draft.continues is not None and draft.continues < len(sources)
        sources.append(sources[draft.continues] if goes_on and draft.continues is not None else _source(draft, who))
    within = _nesting(drafts)
    return tuple(
        Attribution(
            id=f"A{place + 1}",
            source=source,
            cue=draft.cue,
            content=draft.content,
            manner=draft.manner,
            via=_via(draft, source, who, signed if within[place] is None else ()),
            within=None if within[place] is None else f"A{(within[place] or 0) + 1}",
        )
        for place, (draft, source) in enumerate(zip(drafts, sources, strict=True))
    )


def _source(draft: AttributionDraft, who: Who) -> Argument | None:
    """The words of the source with the entity that its head stands for."""
    if draft.source is None:
        return None
    entity = who.at(draft.source_head) if draft.source_head is not None else None
    span = draft.source
    return Argument(start=span.start, end=span.end, text=span.text, entity=entity.id if entity else None)


def _via(draft: AttributionDraft, source: Argument | None, who: Who, signed: tuple[str, ...]) -> tuple[str, ...]:
    """Entity ids of those through whom the words came, each once, never the source itself."""
    near = [entity.id for head in draft.via_heads if (entity := who.at(head)) is not None]
    chain = dict.fromkeys((*near, *signed))
    return tuple(entity for entity in chain if source is None or entity != source.entity)


def _signed_by(doc: Doc, entities: Sequence[Entity], furniture: Sequence[Furniture]) -> tuple[str, ...]:
    """The news agencies that a byline or dateline names."""
    signs = [piece for piece in furniture if piece.kind in _SIGNED - {"credit"}]
    found = {
        entity.id: mention.start
        for entity in entities
        if _PRESS in entity.sectors and entity.named
        for mention in entity.mentions
        if any(piece.start <= mention.start < piece.end for piece in signs)
    }
    return tuple(sorted(found, key=lambda entity: (found[entity], entity))) if len(doc) else ()


def _nesting(drafts: Sequence[AttributionDraft]) -> list[int | None]:
    """For each draft the place of the smallest one whose content holds its cue (or, without a cue, its content)."""
    sizes = [sum(span.end - span.start for span in draft.content) for draft in drafts]
    spans = sorted(
        ((span.start, span.end, place) for place, draft in enumerate(drafts) for span in draft.content),
        key=lambda item: (item[0], -item[1]),
    )
    starts = [_anchor(draft) for draft in drafts]
    result: list[int | None] = [None] * len(drafts)
    open_spans: list[tuple[int, int, int]] = []
    at = 0
    for place in sorted(range(len(drafts)), key=lambda i: starts[i].start):
        anchor = starts[place]
        while at < len(spans) and spans[at][0] <= anchor.start:
            open_spans.append(spans[at])
            at += 1
        open_spans = [item for item in open_spans if item[1] > anchor.start]
        holders = [
            item[2]
            for item in open_spans
            if item[2] != place and item[1] >= anchor.end and sizes[item[2]] > sizes[place]
        ]
        result[place] = min(holders, key=lambda i: (sizes[i], i)) if holders else None
    return result


def _anchor(draft: AttributionDraft) -> Span:
    return draft.cue if draft.cue is not None else draft.content[0]
