"""Quoted paragraphs without a cue: whoever spoke last before them goes on speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.reading.draft import AttributionDraft
from onrecord.stages.attributions import speech
from onrecord.stages.attributions.page import paragraph_of

if TYPE_CHECKING:
    from onrecord.language.quotes import Quote
    from onrecord.stages.attributions.page import Page, Stretch

_MIN_WORDS = 5
_PARAGRAPHS_BETWEEN = 2


def with_speech_that_goes_on(drafts: list[AttributionDraft], page: Page) -> tuple[AttributionDraft, ...]:
    """The drafts with the quoted paragraphs that belong to them, in the order of the text.

    Right behind words that are all quoted such a paragraph is more of them. Behind other speech, whose cue may deny or
    ask, it is an attribution of its own without a cue, and direct where that one is not.
    """
    taken: list[Stretch] = [(span.start, span.end) for draft in drafts for span in draft.content]
    spoken = list(drafts)
    apart: list[tuple[int, AttributionDraft]] = []
    for quote, colon in _whole_paragraphs(page):
        if colon or any(start < quote.end and quote.start < end for start, end in taken):
            continue
        place = _last_speaker(spoken, quote.start, page)
        if place is None:
            continue
        if _adjoins(spoken[place], quote, page):
            content = (*spoken[place].content, page.span((quote.start, quote.end)))
            spoken[place] = msgspec.structs.replace(spoken[place], content=content)
        else:
            apart.append((place, _without_cue(quote, place, page)))
    return _merged(spoken, apart)


def _whole_paragraphs(page: Page) -> list[tuple[Quote, bool]]:
    """Quotations that are a paragraph each, and whether a colon before them hands them to somebody."""
    found: list[tuple[Quote, bool]] = []
    at = 0
    colon = False
    while at < len(page.text):
        line = paragraph_of(page.text, at)
        at = line[1] + 1
        quote = speech.whole_paragraph_quote(page, line)
        words = 0 if quote is None else speech.words_in(page.text[quote.start : quote.end])
        if quote is not None and words >= _MIN_WORDS and not page.is_furniture(quote.start):
            found.append((quote, colon))
        if paragraph := page.text[line[0] : line[1]].strip():
            colon = paragraph.endswith(":")
    return found


def _last_speaker(drafts: list[AttributionDraft], before: int, page: Page) -> int | None:
    """The draft whose quotation or report stands last in the two paragraphs before; the outermost of nested ones."""
    ended = [place for place, draft in enumerate(drafts) if draft.source is not None and _end(draft) <= before]
    if not ended:
        return None
    best = ended[-1]
    anchor = _place(drafts[best])[0]
    best = next((place for place in ended if _holds(drafts[place], anchor)), best)
    between = page.text[_end(drafts[best]) : before].split("\n")[1:]
    return best if sum(bool(line.strip()) for line in between) <= _PARAGRAPHS_BETWEEN else None


def _end(draft: AttributionDraft) -> int:
    return max([span.end for span in draft.content] + ([draft.cue.end] if draft.cue else []))


def _holds(draft: AttributionDraft, char: int) -> bool:
    return any(span.start <= char < span.end for span in draft.content)


def _adjoins(draft: AttributionDraft, quote: Quote, page: Page) -> bool:
    """Whether the draft is all quotation and ends in the paragraph right before."""
    last = draft.content[-1].end
    between = page.text[last : quote.start].split("\n")[1:]
    return draft.manner == "direct" and not any(line.strip() for line in between)


def _without_cue(quote: Quote, place: int, page: Page) -> AttributionDraft:
    return AttributionDraft(
        source=None,
        source_head=None,
        cue=None,
        cue_head=None,
        content=(page.span((quote.start, quote.end)),),
        manner="direct",
        continues=place,
    )


def _merged(drafts: list[AttributionDraft], apart: list[tuple[int, AttributionDraft]]) -> tuple[AttributionDraft, ...]:
    """All drafts in the order of the text, with `continues` counted anew."""
    marked = [(draft, place, draft.continues) for place, draft in enumerate(drafts)]
    marked += [(draft, -1, speaker) for speaker, draft in apart]
    marked.sort(key=lambda item: _place(item[0]))
    new_place = {old: new for new, (_, old, _) in enumerate(marked)}
    return tuple(
        draft if speaker is None else msgspec.structs.replace(draft, continues=new_place[speaker])
        for draft, _, speaker in marked
    )


def _place(draft: AttributionDraft) -> tuple[int, int]:
    first = draft.cue.start if draft.cue else draft.content[0].start
    return first, draft.content[0].start
