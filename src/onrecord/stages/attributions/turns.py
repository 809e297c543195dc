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
    """Candidates out of "NAME: …" at the head of a paragraph, and of a quotation with a dash and a name after it.

    In an interview the "A:" is who spoke to the paper, as the words before the first question say.
    """
    at = 0
    guest: Token | None = None
    searched = 0
    while at < len(page.text):
        line = paragraph_of(page.text, at)
        at = line[1] + 1
        turn = None if line in page.headings else speech.transcript_turn(page, line)
        trimmed = page.trim(turn[2].idx + 1, line[1]) if turn else None
        if turn and trimmed:
            answers = turn[0].lower_ in page.answers and turn[0] == turn[1]
            if answers and guest is None:
                guest, searched = _guest(page, searched, turn[0].i), turn[0].i
            yield _marked(turn, trimmed, guest if answers else None)
    for quote in page.quotes:
        if speech.words_in(page.text[quote.start : quote.end]) < _SIGNED_WORDS:
            continue
        signed = speech.signed_quote(page, quote, paragraph_of(page.text, quote.start))
        if signed:
            yield _marked(signed, (quote.start, quote.end), None)


def _guest(page: Page, first: int, before: int) -> Token | None:
    """Who is interviewed: the first person in a stretch who "spoke to" or "told" somebody, or was "interviewed"."""
    for verb in page.doc[first:before]:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in page.interviews:
            continue
        near = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass", "obj", "obl"}]
        named = (name for child in near for name in (child, *(c for c in child.rights if c.dep_ == "appos")))
        person = next((name for name in named if name.ent_type_ == "PERSON"), None)
        if person is not None:
            return person
    return None


def _marked(marks: tuple[Token, Token, Token], piece: Stretch, guest: Token | None) -> Candidate:
    """A turn of a transcript or a signed quotation: first and last token of the name, and the mark that is its cue."""
    first, last, mark = marks
    named = [token for token in first.doc[first.i : last.i + 1] if token.ent_type_ == "PERSON"]
    owner = guest or (named[0] if named and named[0].dep_ not in {"flat", "compound"} else last)
    return Candidate(
        source=Source(start=first.idx, end=last.idx + len(last), head=last.i, owner=owner.i),
        cue=(mark.idx, mark.idx + len(mark)),
        cue_head=mark.i,
        pieces=(piece,),
        table="speech_cue",
        clause=True,
    )
