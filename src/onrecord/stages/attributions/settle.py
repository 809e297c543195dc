"""From candidates to drafts: what is nested, what goes into `via`, who goes on speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.draft import AttributionDraft
from onrecord.stages.attributions import speech
from onrecord.stages.attributions.page import paragraph_of

if TYPE_CHECKING:
    from onrecord.stages.attributions.candidate import Candidate
    from onrecord.stages.attributions.page import Page, Stretch
    from onrecord.stages.attributions.search import Search

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NESTS = frozenset({"speech_cue", "source_phrase"})


def settle(search: Search) -> tuple[AttributionDraft, ...]:
    """Drafts in the order of the text."""
    candidates = _without_weak_nested(_sources_of_sources(search.candidates(), search.page), search.page)
    drafts = [_draft(candidate, search.page) for candidate in candidates]
    return _with_speech_that_goes_on(drafts, search.page)


def _sources_of_sources(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Of "X, said Y, according to Z" make Y the source: Z is through whom it came."""
    kept: list[Candidate] = []
    phrases = [c for c in candidates if c.table == "source_phrase"]
    others = [c for c in candidates if c.table != "source_phrase"]
    for phrase in phrases:
        said = next((c for c in others if c.clause and c.source and _says_the_same(c, phrase)), None)
        if said is None or phrase.source is None:
            kept.append(phrase)
        else:
            said.via = (*said.via, phrase.source.head)
            cut = [
                page.trim(start, phrase.cue[0] if start < phrase.cue[0] < end else end) for start, end in said.pieces
            ]
            said.pieces = tuple(piece for piece in cut if piece is not None)
    return sorted([*kept, *others], key=lambda candidate: candidate.cue)


def _says_the_same(said: Candidate, phrase: Candidate) -> bool:
    """Whether the cue and the content of `said` both stand in what the phrase modifies."""
    inside = any(start <= said.cue[0] < end for start, end in phrase.pieces)
    shared = any(s < end and start < e for s, e in said.pieces for start, end in phrase.pieces)
    return inside and shared and said.table == "speech_cue"


def _without_weak_nested(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Leave out what is thought or planned inside another's words, and what stands twice."""
    contents = [(c, start, end) for c in candidates for start, end in c.pieces]
    kept: list[Candidate] = []
    for candidate in candidates:
        at = candidate.cue[0]
        quote = page.quote_at(at)
        outer = [c for c, start, end in contents if start <= at < end and c is not candidate]
        outer = [c for c in outer if c.source is not None or candidate.source is None]
        mutual = [c for c in outer if any(s <= c.cue[0] < e for s, e in candidate.pieces)]
        outer = [c for c in outer if c not in mutual]
        if candidate.table not in _NESTS and any(c.table in _NESTS for c in mutual):
            continue
        quoted = quote is not None and quote.start < at
        if (outer or quoted) and not _may_nest(candidate, page, quoted=quoted):
            continue
        if kept and _same(kept[-1], candidate):
            continue
        kept.append(candidate)
    return kept


def _may_nest(candidate: Candidate, page: Page, *, quoted: bool) -> bool:
    """Whether a cue inside another's words is worth its own line: somebody else is said to say something."""
    source = candidate.source
    if candidate.table not in _NESTS or source is None or not candidate.clause:
        return False
    if not quoted:
        return True
    mark = not page.doc[candidate.cue_head].text[0].isalnum()
    cue = page.doc[candidate.cue_head]
    speaker = page.doc[source.head]
    return mark or (cue.tag_ in _FINITE and speaker.pos_ != "PRON") or candidate.table == "source_phrase"


def _same(one: Candidate, other: Candidate) -> bool:
    return one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]


def _draft(candidate: Candidate, page: Page) -> AttributionDraft:
    source = candidate.source
    return AttributionDraft(
        source=page.span((source.start, source.end)) if source else None,
        source_head=source.owner if source else None,
        cue=page.span(candidate.cue),
        cue_head=candidate.cue_head,
        content=tuple(page.span(piece) for piece in candidate.pieces),
        manner=page.manner(candidate.pieces),
        via_heads=candidate.via,
    )


def _with_speech_that_goes_on(drafts: list[AttributionDraft], page: Page) -> tuple[AttributionDraft, ...]:
    """Give paragraphs that are all quotation, and quotations that follow on, to who spoke last before them."""
    taken: list[Stretch] = [(span.start, span.end) for draft in drafts for span in draft.content]
    extra: list[tuple[int, AttributionDraft]] = []
    at = 0
    while at < len(page.text):
        line = paragraph_of(page.text, at)
        at = line[1] + 1
        quote = speech.whole_paragraph_quote(page, line)
        if quote is None or speech.words_in(page.text[quote.start : quote.end]) < 5 or page.is_furniture(quote.start):
            continue
        if any(start < quote.end and quote.start < end for start, end in taken):
            continue
        speaker = _last_speaker(drafts, quote.start, page)
        if speaker is not None:
            draft = AttributionDraft(
                source=None,
                source_head=None,
                cue=None,
                cue_head=None,
                content=(page.span((quote.start, quote.end)),),
                manner="direct",
                continues=speaker,
            )
            extra.append((speaker, draft))
    return _merged(drafts, extra)


def _last_speaker(drafts: list[AttributionDraft], before: int, page: Page) -> int | None:
    """The draft whose quotation or report stands last in the two paragraphs before."""
    best = None
    for place, draft in enumerate(drafts):
        ends = [span.end for span in draft.content] + ([draft.cue.end] if draft.cue else [])
        if draft.source is not None and max(ends) <= before:
            best = place
    if best is None:
        return None
    ends = [span.end for span in drafts[best].content]
    return best if page.text.count("\n\n", max(ends), before) <= 3 else None


def _merged(drafts: list[AttributionDraft], extra: list[tuple[int, AttributionDraft]]) -> tuple[AttributionDraft, ...]:
    """All drafts in the order of the text, with `continues` counted anew."""
    marked: list[tuple[AttributionDraft, int | None, int | None]] = [(d, place, None) for place, d in enumerate(drafts)]
    marked += [(draft, None, speaker) for speaker, draft in extra]
    marked.sort(key=lambda item: _place(item[0]))
    new_place = {old: new for new, (_, old, _) in enumerate(marked) if old is not None}
    return tuple(
        draft
        if speaker is None
        else AttributionDraft(
            source=draft.source,
            source_head=draft.source_head,
            cue=draft.cue,
            cue_head=draft.cue_head,
            content=draft.content,
            manner=draft.manner,
            continues=new_place[speaker],
        )
        for draft, _, speaker in marked
    )


def _place(draft: AttributionDraft) -> tuple[int, int]:
    first = draft.cue.start if draft.cue else draft.content[0].start
    return first, draft.content[0].start
