"""What opens a sentence and is no part of what is said: datelines, who posted it, "and"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.plain_words import Span, Token
    from onrecord.stages.attributions.page import Page, Stretch

_DASHES = frozenset({"-", "--", "–", "—"})
_DATELINE = 9  # tokens of a dateline
_LEAST = 3  # tokens of what is said
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENED = 6  # tokens of "According to X," with something said behind


def without_aside(stretch: Stretch, page: Page) -> Stretch:
    """Content less what opens its sentence: "and" or "but", a dateline ("Warsaw - "), whose post it is ("@ruiz: ")."""
    start, end = page.behind_furniture(stretch[0]), stretch[1]
    stretch = start, end
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None or len(span) < _LEAST or not (span[0].is_sent_start or span[0].text[0] == "@"):
        return stretch
    said = _without_labels(span, page)
    dash = _dateline_dash(said) if len(said) > _LEAST else None
    if dash is not None:
        return dash.nbor(1).idx, end
    return (said[1] if said[0].dep_ == "cc" else said[0]).idx, end


def behind_source(stretch: Stretch, page: Page) -> Stretch:
    """Content behind "According to X,", who is another than who says it: "…, Banks, prosecutors say, left"."""
    span = page.doc.char_span(*stretch, alignment_mode="contract")
    if span is None or len(span) < _OPENED or span[0].lower_ != "according" or span[1].lower_ != "to":
        return stretch
    comma = next((token for token in span[2:-_LEAST] if token.text == "," or token.tag_ in _FINITE), None)
    return (comma.nbor(1).idx, stretch[1]) if comma is not None and comma.text == "," else stretch


def _without_labels(span: Span, page: Page) -> Span:
    """A post without who passes it on and what it is called ("RT @ruiz: BREAKING: …")."""
    while len(span) > _LEAST + 1:
        if span[1].text == ":" and (span[0].text[0] == "@" or span[0].lower_ in page.no_speakers):
            span = span[2:]
        elif span[0].text == "RT" and span[1].text[0] == "@":
            span = span[1:]
        else:
            break
    return span


def _dateline_dash(span: Span) -> Token | None:
    """The dash behind a place, and at most a date and the like, at the head of a sentence ("(Geneva, 3 May) –")."""
    first, second = span[0], span[1]
    if second.text == ":" and first.ent_type_ == "PLACE" and first.i == 0:
        return second  # "Colombo: The speaker said"
    agency = first.pos_ == "PROPN" and first.ent_type_ != "PERSON" and second.text in _DASHES  # "Interfax - "
    if (second if first.text == "(" else first).ent_type_ != "PLACE" and not agency:
        return None
    dash = next((token for token in span[:_DATELINE] if token.text in _DASHES), None)
    names = {"PROPN", "PUNCT", "NUM"}
    return dash if dash is not None and all(token.pos_ in names for token in span[: dash.i - span.start]) else None
