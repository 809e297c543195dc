"""From attribution drafts to attributions: who the source is, through whom it came, and what stands inside what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.issued import Issued
from onrecord.language.mentions import Who, who_in
from onrecord.reading.attribution import Attribution
from onrecord.reading.span import Argument

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.draft import AttributionDraft
    from onrecord.reading.entity import Entity
    from onrecord.reading.reading import Furniture
    from onrecord.reading.span import Span

_SIGNED = frozenset({"byline", "dateline", "credit"})
_PRESS = "JRN"
_SENTENCES_BACK = 2
# What kind of entity a pronoun of the third person can stand for, by the last word of its description.
_SPEAKS_AS = {
    "thing": frozenset({"organization", "place"}),
    "male": frozenset({"person"}),
    "female": frozenset({"person"}),
    "plural": frozenset({"group"}),
}


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
    who = who_in(doc, entities)
    signed = _signed_by(doc, entities, furniture)
    sources: list[Argument | None] = []
    issued, cues = Issued(doc, lexicon), {draft.cue_head for draft in drafts if draft.cue_head is not None}
    for draft in drafts:
        goes_on = draft.continues is not None and draft.continues < len(sources)
        source = sources[draft.continues] if goes_on and draft.continues is not None else _source(draft, who)
        if source is not None and source.entity is None and draft.source_head is not None:
            source = _who_issued(source, issued.issuer(doc[draft.source_head], cues), who)
        if source is not None and source.entity is None and draft.source_head is not None and sources:
            source = _who_spoke_before(source, doc[draft.source_head], sources[-1], who, lexicon)
        sources.append(source)
    within = _nesting(doc, drafts, lexicon)
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
    span = draft.source
    entity = who.together(span, draft.source_head)
    if entity is None and draft.source_head is not None:
        entity = who.at(draft.source_head)
    return Argument(start=span.start, end=span.end, text=span.text, entity=entity.id if entity else None)


def _who_issued(text: Argument, issuer: Token | None, who: Who) -> Argument:
    """The words for a text that is a source, with the entity that put it out: "the statement" with the ministry."""
    entity = who.at(issuer.i) if issuer is not None else None
    return text if entity is None else msgspec.structs.replace(text, entity=entity.id)


def _who_spoke_before(
    source: Argument, pronoun: Token, before: Argument | None, who: Who, lexicon: Lexicon
) -> Argument:
    """A pronoun that nobody resolved is the speaker just before it, a few sentences back at most, where kinds agree."""
    kind = str(lexicon.map("pronoun").get(pronoun.lower_, "")).split()
    fits = _SPEAKS_AS.get(kind[-1]) if kind[:1] == ["3"] else None
    if fits is None or before is None or before.entity is None or who.entity(before.entity).type not in fits:
        return source
    first = pronoun.sent
    for _ in range(_SENTENCES_BACK):
        first = pronoun.doc[max(0, first.start - 1)].sent
    if not first.start_char <= before.start < pronoun.idx:
        return source
    return msgspec.structs.replace(source, entity=before.entity)


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
        if any(_signs(piece, mention) for piece in signs)
    }
    return tuple(sorted(found, key=lambda entity: (found[entity], entity))) if len(doc) else ()


def _signs(piece: Furniture, name: Span) -> bool:
    """Whether a name stands where an agency signs: a longer dateline opens with a place ("NEWPORT NEWS, Va. (AP)")."""
    opens = piece.kind == "dateline" and name.start == piece.start and name.end < piece.end
    return piece.start <= name.start < piece.end and not opens


def _nesting(doc: Doc, drafts: Sequence[AttributionDraft], lexicon: Lexicon) -> list[int | None]:
    """For each draft the place of the smallest one whose content holds its cue (or, without a cue, its content)."""
    denying = lexicon.list("denying_cue")
    answers = [_answers(doc, draft, denying) for draft in drafts]
    beside = [answers[place] or _is_aside(doc, draft) for place, draft in enumerate(drafts)]
    sizes = [sum(span.end - span.start for span in draft.content) for draft in drafts]
    spans = sorted(
        ((span.start, span.end, place) for place, draft in enumerate(drafts) if draft.tells for span in draft.content),
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
            and not answers[item[2]] and not (beside[place] and drafts[item[2]].manner == "indirect")
        ]  # fmt: skip
        result[place] = min(holders, key=lambda i: (sizes[i], i)) if holders else None
    return result


def _is_aside(doc: Doc, draft: AttributionDraft) -> bool:
    """Whether the reporter puts in what others say: "broke the siege after a fight in which activists said nine died".

    In what somebody said before, that would be "had said".
    """
    if draft.cue_head is None:
        return False
    cue = doc[draft.cue_head]
    if cue.dep_ != "acl:relcl" or cue.tag_ != "VBD":
        return False
    helped = any(child.dep_ == "aux" for child in cue.children)
    whose = cue.head.i == draft.source_head  # "fighters, who said they had fled": the clause says more of the source
    relative = any(child.tag_ in {"WDT", "WP"} and child.dep_ in {"obl", "nmod"} for child in cue.subtree)
    return relative and not (helped or whose)


def _answers(doc: Doc, draft: AttributionDraft, denying: AbstractSet[str]) -> bool:
    """Whether the draft denies what stands before it: whoever denies another's claim has not passed it on."""
    if draft.cue_head is None or draft.cue is None or doc[draft.cue_head].lemma_.lower() not in denying:
        return False
    return all(span.end <= draft.cue.start for span in draft.content)


def _anchor(draft: AttributionDraft) -> Span:
    return draft.cue if draft.cue is not None else draft.content[0]
