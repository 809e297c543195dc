"""Speech that goes on: in another quotation of the paragraph, and in quoted paragraphs without a cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import negation
from onrecord.language.stretches import Stretches
from onrecord.reading.draft import AttributionDraft
from onrecord.stages.attributions import speech
from onrecord.stages.attributions.page import paragraph_of
from onrecord.stages.attributions.statements import is_we, speech_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.language.plain_words import Span, Token
    from onrecord.language.quotes import Quote
    from onrecord.stages.attributions.page import Page, Stretch

_MIN_WORDS = 5
_SENTENCE_WORDS = 2
_MAX_GAP_CHARS = 240
_CLOSERS = "”\"'’"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINING = frozenset({"CCONJ", "ADV"})
_PARAGRAPHS_BETWEEN = 2


def in_paragraph(spoken_until: int, page: Page, opens_quote: Callable[[Token], bool]) -> Stretch | None:
    """The quotation of the same paragraph that takes a speech up again after cue and source.

    Between stands the rest of the cue's sentence, and at most a short sentence after it; no cue of its own may stand
    there ("…, he said, adding: …"). The quotation is a sentence or more, and ends its sentence but for few words.
    """
    line = paragraph_of(page.text, spoken_until)
    quote = _next_speech(spoken_until, line, page)
    if quote is None:
        return None
    gap = page.text[spoken_until : quote.start].strip()
    if not _is_whole(page, quote, line):
        return _with_tail(page, quote) if gap == "." else None
    between = speech.tokens_in(page, spoken_until, quote.start)
    return (quote.start, quote.end) if _may_part(between, gap.rstrip(_CLOSERS), quote, page, opens_quote) else None


def _may_part(between: Span, gap: str, quote: Quote, page: Page, opens_quote: Callable[[Token], bool]) -> bool:
    """Whether what stands between two quotations leaves them one speech."""
    words = [token for token in between if not token.is_punct and not token.is_space]
    if all(token.pos_ in _JOINING for token in words):
        return True  # "I like her," he said, but "she is no farmer."
    if not gap.endswith((".", ",", ":", "-", "—")):
        return False
    participle = words[0].tag_ == "VBG"
    if participle and opens_quote(words[0]) and speech.reaches(page, words[0], quote):
        return False
    if any(token.is_sent_start and token.i > between[0].i and token.nbor(-1).text in speech.STOPS for token in between):
        told = any(opens_quote(token) and negation(token) is None for token in words)
        return gap.endswith(".") and not told
    aside = gap.startswith(",") and participle and gap.endswith(",")  # "…, he said, pointing at the map, "…""
    return gap.endswith(".") or aside or not any(token.pos_ in {"VERB", "AUX"} for token in between)


def _next_speech(char: int, line: Stretch, page: Page) -> Quote | None:
    """The next quotation of the paragraph that is near and names no work or broadcast ("on “Fox and Friends.”")."""
    quote = page.quote_after(char)
    if quote is not None and quote.start < line[1] and speech.is_title(page, quote):
        quote = page.quote_after(quote.end)
    near = quote is not None and quote.start < line[1] and quote.start - char <= _MAX_GAP_CHARS
    return quote if near else None


def _is_whole(page: Page, quote: Quote, line: Stretch) -> bool:
    """Whether a quotation is a sentence or more, with nothing of its sentence after it."""
    inner = page.text[quote.inner_start : quote.inner_end].rstrip()
    ended = inner.endswith((".", "?", "!", "…", "-", "—"))
    long = speech.words_in(inner) > speech.TITLE_WORDS and not inner.endswith(",")
    enough = speech.words_in(inner) >= _SENTENCE_WORDS
    return enough and (ended or long) and speech.ends_sentence(page.text, quote, line[1])


def _with_tail(page: Page, quote: Quote) -> Stretch | None:
    """A long quotation with the few words that end its sentence ("“It is only a tax” for the rich."): no clause."""
    inside = speech.tokens_in(page, quote.inner_start, quote.inner_end)
    if len(inside) == 0 or speech.words_in(inside.text) <= speech.TITLE_WORDS:
        return None
    rest = speech.tokens_in(page, quote.end, inside[-1].sent.end_char)
    words = [token for token in rest if not token.is_punct and not token.is_space]
    short = 0 < len(words) <= speech.TITLE_WORDS and words[0].tag_ in {"IN", "TO"}
    if not short or any(token.tag_ in _FINITE for token in words):
        return None
    return quote.start, words[-1].idx + len(words[-1])


def with_speech_that_goes_on(drafts: list[AttributionDraft], page: Page) -> tuple[AttributionDraft, ...]:
    """The drafts with the quoted paragraphs that belong to them, in the order of the text.

    Right behind words that are all quoted such a paragraph is more of them. Behind other speech, whose cue may deny or
    ask, it is an attribution of its own without a cue, and direct where that one is not.
    """
    taken = Stretches((span.start, span.end, draft) for draft in drafts for span in draft.content)
    spoken = list(drafts)
    places = _Places(drafts)
    apart: list[tuple[int, AttributionDraft]] = []
    for quote, colon in _whole_paragraphs(page):
        if colon or taken.over(quote.start, quote.end):
            continue
        place = _last_speaker(spoken, places, quote.start, page)
        if place is None:
            continue
        if _adjoins(spoken[place], quote, page):
            content = (*spoken[place].content, page.span((quote.start, quote.end)))
            spoken[place] = msgspec.structs.replace(spoken[place], content=content)
            places.added.append((quote.start, quote.end, place))
        else:
            apart.append((place, _without_cue((quote.start, quote.end), place, page)))
    apart += _without_marks(drafts, page)
    return _merged(spoken, apart)


def _whole_paragraphs(page: Page) -> list[tuple[Quote, bool]]:
    """Quotations that are a paragraph each, or that close one, and whether a colon before them gives them to somebody.

    Those that close a paragraph are sentences behind another sentence of it ("She said aid was late. “We waited.”").
    """
    found: list[tuple[Quote, bool]] = []
    at = 0
    colon = unclosed = False
    while at < len(page.text):
        line = paragraph_of(page.text, at)
        at = line[1] + 1
        quote = speech.whole_paragraph_quote(page, line) or _closing_quote(page, line)
        words = 0 if quote is None else speech.words_in(page.text[quote.start : quote.end])
        if (
            quote is not None
            and (words >= _MIN_WORDS or (unclosed and page.text[quote.inner_start].isalnum()))
            and not page.is_furniture(quote.start)
        ):
            found.append((quote, colon and quote.start == line[0]))
        if paragraph := page.text[line[0] : line[1]].strip():
            colon = paragraph.endswith(":")
            unclosed = quote is not None and paragraph[-1] not in _CLOSERS  # the next goes on with it, however short
    return found


def _closing_quote(page: Page, line: Stretch) -> Quote | None:
    """The quotation of whole sentences at the end of a paragraph whose words before it are a whole sentence."""
    end = line[0] + len(page.text[line[0] : line[1]].rstrip())
    quote = page.quote_at(end - 1) if end > line[0] else None
    if quote is None or quote.start <= line[0] or quote.end < end:
        return None
    inner = page.text[quote.inner_start : quote.inner_end].rstrip()
    before = page.text[line[0] : quote.start].rstrip()
    return quote if inner.endswith(tuple(speech.STOPS)) and before.endswith(".") and inner[:1].isupper() else None


class _Places:
    """Where drafts stand: their first words, in order, and their contents; `added` are those that were added since."""

    def __init__(self, drafts: list[AttributionDraft]) -> None:
        self.firsts = [_place(draft)[0] for draft in drafts]
        self.added: list[tuple[int, int, int]] = []
        self._contents = Stretches(
            (span.start, span.end, place) for place, draft in enumerate(drafts) for span in draft.content
        )

    def holding(self, char: int) -> list[int]:
        """The drafts whose content holds the place."""
        at = bisect_right(self.added, (char, len(self.firsts))) - 1
        more = [self.added[at][2]] if at >= 0 and char < self.added[at][1] else []
        return self._contents.over(char, char + 1) + more


def _last_speaker(drafts: list[AttributionDraft], places: _Places, before: int, page: Page) -> int | None:
    """The draft whose quotation or report stands last in the two paragraphs before; the outermost of nested ones."""

    def has_spoken(place: int) -> bool:
        return drafts[place].source is not None and _end(drafts[place]) <= before

    begun = range(bisect_left(places.firsts, before) - 1, -1, -1)
    best = next((place for place in begun if has_spoken(place)), None)
    if best is None:
        return None
    best = min(filter(has_spoken, places.holding(places.firsts[best])), default=best)
    between = page.text[_end(drafts[best]) : before].split("\n")[1:]
    return best if sum(bool(line.strip()) for line in between) <= _PARAGRAPHS_BETWEEN else None


def _end(draft: AttributionDraft) -> int:
    return max([span.end for span in draft.content] + ([draft.cue.end] if draft.cue else []))


def _adjoins(draft: AttributionDraft, quote: Quote, page: Page) -> bool:
    """Whether the draft is all quotation and ends in the paragraph right before."""
    last = draft.content[-1].end
    between = page.text[last : quote.start].split("\n")[1:]
    return draft.manner == "direct" and not any(line.strip() for line in between)


def _without_marks(drafts: list[AttributionDraft], page: Page) -> Iterator[tuple[int, AttributionDraft]]:
    """What goes on with speech that stands without marks before its cue: "We fled, she said. We have no food."."""
    starts = sorted(draft.cue.start for draft in drafts if draft.cue is not None and not is_we(draft.source_head, page))
    for place, draft in enumerate(drafts):
        before = draft.cue is not None and draft.content[-1].end <= draft.cue.start
        first = draft.content[0]
        said = speech.tokens_in(page, first.start, first.end) if before and draft.manner == "indirect" else ()
        if any("Person=1" in token.morph for token in said):
            more = speech_behind(_end(draft), page, starts)
            if more is not None:
                yield place, _without_cue(more, place, page)


def _without_cue(stretch: Stretch, place: int, page: Page) -> AttributionDraft:
    return AttributionDraft(
        source=None,
        source_head=None,
        cue=None,
        cue_head=None,
        content=(page.span(stretch),),
        manner=page.manner((stretch,)),
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
