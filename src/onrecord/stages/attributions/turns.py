"""Speech marked by typography alone: turns of a transcript, and quotations signed with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.attributions import speech
from onrecord.stages.attributions.candidate import Candidate
from onrecord.stages.attributions.page import paragraph_of
from onrecord.stages.attributions.source_edges import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from onrecord.stages.attributions.page import Page, Stretch

_SIGNED_WORDS = 4


def turns(page: Page) -> Iterator[Candidate]:
    """Candidates out of "NAME: …" at the head of a paragraph, and of a quotation with a dash and a name after it."""
    at = 0
    while at < len(page.text):
        line = paragraph_of(page.text, at)
        at = line[1] + 1
        turn = speech.transcript_turn(page, line)
        trimmed = page.trim(turn[2].idx + 1, line[1]) if turn else None
        if turn and trimmed:
            yield _marked(turn, trimmed)
    for quote in page.quotes:
        if speech.words_in(page.text[quote.start : quote.end]) < _SIGNED_WORDS:
            continue
        signed = speech.signed_quote(page, quote, paragraph_of(page.text, quote.start))
        if signed:
            yield _marked(signed, (quote.start, quote.end))


def _marked(marks: tuple[Token, Token, Token], piece: Stretch) -> Candidate:
    """A turn of a transcript or a signed quotation: first and last token of the name, and the mark that is its cue."""
    first, last, mark = marks
    return Candidate(
        source=Source(start=first.idx, end=last.idx + len(last), head=last.i, owner=last.i),
        cue=(mark.idx, mark.idx + len(mark)),
        cue_head=mark.i,
        pieces=(piece,),
        table="speech_cue",
        clause=True,
    )
