"""Quotations that the syntax does not tie to their cue: beside it, after a colon, going on in the next sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.attributions.page import Stretch, paragraph_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.language.quotes import Quote
    from onrecord.stages.attributions.page import Page

_MAX_GAP_TOKENS = 12
_MIN_WORDS = 2
_MAX_NAME_TOKENS = 6


def quote_beside(first: int, last: int, page: Page, *, after_only: bool = False) -> Quote | None:
    """The quotation that stands directly before token `first` or soon after token `last`, in the same paragraph.

    Before, nothing but blanks may stand between. After, a few words may ("told reporters in Oslo"), but no other
    sentence.
    """
    doc, text = page.doc, page.text
    begin, stop = doc[first].idx, doc[last].idx + len(doc[last])
    line = paragraph_of(text, begin)
    after = page.quote_after(stop)
    if after and after.start < line[1] and _reaches(doc, last, after, text):
        return after
    if after_only:
        return None
    before = page.quote_before(begin)
    if before and before.start >= line[0] and not text[before.end : begin].strip(" ,-–—\u00a0"):
        return before
    return None


def _reaches(doc: Doc, last: int, quote: Quote, text: str) -> bool:
    """Whether what stands between cue and quotation is short and in one sentence, a colon or a comma apart."""
    at = last + 1
    while at < len(doc) and doc[at].idx < quote.start:
        at += 1
    between = doc[last + 1 : at]
    if len(between) > _MAX_GAP_TOKENS or "." in text[doc[last].idx + len(doc[last]) : quote.start].rstrip(" "):
        return False
    gap = text[doc[last].idx + len(doc[last]) : quote.start].strip()
    if gap in {"", ",", ":", "that", "-", "—"}:
        return True
    return gap.endswith((",", ":")) and not any(token.pos_ == "VERB" for token in between)


def goes_on(stretch_end: int, cue_end: int, page: Page) -> Quote | None:
    """The quotation that takes the same speech up again after cue and source: '"A," she said. "B."'"""
    text = page.text
    line = paragraph_of(text, cue_end)
    quote = page.quote_after(max(stretch_end, cue_end))
    if quote is None or quote.start >= line[1] or words_in(text[quote.start : quote.end]) < _MIN_WORDS:
        return None
    gap = text[cue_end : quote.start]
    if len(gap) > 90 or gap.count(".") + gap.count("?") > 1:
        return None
    stripped = gap.strip()
    if stripped in {"", ".", ",", ";", ":", "-", "—", "–"}:
        return quote
    ends_sentence = stripped.endswith((".", ",", ":"))
    return quote if ends_sentence and not _has_verb(page, cue_end, quote.start) else None


def words_in(text: str) -> int:
    """How many words the text has."""
    return len(text.split())


def _has_verb(page: Page, start: int, end: int) -> bool:
    span = page.doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(token.pos_ in {"VERB", "AUX"} for token in span)


def whole_paragraph_quote(page: Page, line: Stretch) -> Quote | None:
    """The quotation that a paragraph consists of, if it has nothing else."""
    text = page.text
    start = line[0] + (len(text[line[0] : line[1]]) - len(text[line[0] : line[1]].lstrip()))
    quote = page.quote_at(start) if start < line[1] else None
    if quote is None or quote.start != start:
        return None
    return quote if not text[quote.end : line[1]].strip(" .\u00a0") else None


def transcript_turn(page: Page, line: Stretch) -> tuple[Token, Token, Token] | None:
    """First and last token of the name and the colon, where a paragraph is a turn of a transcript ("SMITH: No.")."""
    text = page.text[line[0] : line[1]]
    colon = text.find(":")
    if not 0 < colon < 60 or words_in(text[colon:]) < _MIN_WORDS:
        return None
    name = page.doc.char_span(line[0], line[0] + colon, alignment_mode="contract")
    if name is None or not 0 < len(name) <= _MAX_NAME_TOKENS or name.start + len(name) >= len(page.doc):
        return None
    point = page.doc[name.end]
    if point.text != ":" or not _is_name(name.start, name.end, page.doc):
        return None
    return page.doc[name.start], page.doc[name.end - 1], point


def _is_name(start: int, end: int, doc: Doc) -> bool:
    tokens = [doc[i] for i in range(start, end)]
    if any(token.pos_ in {"VERB", "AUX", "DET", "ADP"} for token in tokens):
        return False
    people = all(token.ent_type_ in {"PERSON", "ORGANIZATION"} for token in tokens if token.is_alpha)
    capitals = all(token.text.isupper() or not token.is_alpha for token in tokens)
    return tokens[0].is_alpha and (people or capitals)
