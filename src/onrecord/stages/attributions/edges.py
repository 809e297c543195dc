"""Where content ends: not in what only says where it was said, what is added, or what somebody says next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Span, Token
    from onrecord.stages.attributions.page import Page, Stretch
    from onrecord.stages.attributions.source_edges import Source

_VENUE_WINDOW = 8
_CLOSING = frozenset({"”", '"', "''", "’"})
_REMARK_MARKS = frozenset({",", "-", "--", "—", "–"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_STOPS = frozenset({",", ".", "?", "!", ";", "…"})


def without_next_speech(stretch: Stretch, verb: Token, page: Page, is_speech: Callable[[Token], bool]) -> Stretch:
    """Content less a clause at its end that says what is said next ("…, adding that", "…, but he said")."""
    start, end = stretch
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return stretch
    for token in span:
        if token.dep_ not in {"advcl", "conj", "parataxis"} or not is_speech(token) or page.quote_at(token.idx):
            continue
        left = token.left_edge
        joined = left.nbor(1) if left.text == "," and left.i < token.i else left
        shared = token.dep_ == "conj" and joined.dep_ == "cc" and joined.i == token.i - 1
        if shared and token.tag_ == verb.tag_ and not _is_others(token.head, verb):
            return start, left.idx  # "said the road was closed(,) and warned drivers"
        if _is_back_in_the_past(token, verb):
            return start, left.idx
        if token.right_edge.i < span[-1].i - 2 and any(child.lower_ == "as" for child in token.lefts):
            continue  # "hope that, as the envoy put it, cool heads prevail"
        opens = token.tag_ == "VBG" or any(child.dep_.startswith("nsubj") for child in token.lefts)
        before = left if left.is_punct or left.i == 0 else left.nbor(-1)  # a report may open with it
        if opens and _closes(before) and left.idx > start and token.i != verb.i:
            return start, before.idx if before.text in {",", ";"} else left.idx
    return stretch


def _is_others(clause: Token, verb: Token) -> bool:
    """Whether a verb within what is said is somebody's of its own ("left when police found her | and told her")."""
    own = any(child.dep_.startswith("nsubj") and child.tag_ not in {"WDT", "PRP"} for child in clause.lefts)
    return own and clause.dep_ in {"advcl", "acl:relcl"} and clause.head != verb


def _is_back_in_the_past(clause: Token, verb: Token) -> bool:
    """Whether a clause with a subject goes back to the past of the cue ("said they are ready and Bonn told him no")."""
    own = any(child.dep_.startswith("nsubj") and child.pos_ in {"NOUN", "PROPN"} for child in clause.lefts)
    told = clause.head
    words = [told, *(child for child in told.lefts if child.dep_.startswith(("aux", "cop")))]
    present = any(token.tag_ in {"VBZ", "VBP"} for token in words)
    return clause.dep_ == "conj" and own and present and clause.tag_ == verb.tag_ == "VBD"


def _closes(mark: Token) -> bool:
    """Whether a part of the sentence ends here: at a comma, or where a quotation closes that ends in one."""
    if mark.text in _CLOSING:
        return mark.i > 0 and mark.nbor(-1).text in _STOPS
    return mark.text in {",", ";"}


def within_quote(stretch: Stretch, verb: Token, page: Page) -> Stretch:
    """What is said in somebody's quotation ends with it ("“Ruiz said that we would go,” | said Vega")."""
    start, end = stretch
    quote = page.quote_at(verb.idx)
    inside = quote is not None and quote.start < verb.idx and quote.start <= start < quote.inner_end < end
    return (start, quote.inner_end) if quote is not None and inside else stretch


def without_scene(stretch: Stretch, page: Page) -> Stretch:
    """A quotation less the clause behind it that says amid what it was said ("chanted “Go home” | as they marched")."""
    quote = page.quote_at(stretch[0])
    after = page.doc.char_span(quote.end, stretch[1], alignment_mode="contract") if quote else None
    first = next((token for token in after or () if not token.is_punct), None)
    amid = first is not None and first.dep_ == "mark" and first.lower_ in page.occasions
    return (stretch[0], quote.end) if quote and amid else stretch


def up_to_speech(pieces: tuple[Stretch, ...], page: Page) -> tuple[Stretch, ...]:
    """Pieces less the quotation behind their colon ("denied the charge: “We were never there.”")."""

    def cut(start: int, end: int) -> Stretch:
        quote = page.quote_after(start)
        opens = quote is not None and quote.start < end and page.text[start : quote.start].rstrip().endswith(":")
        return (start, quote.start) if quote is not None and opens else (start, end)

    return tuple(cut(*piece) for piece in pieces)


def with_list(stretch: Stretch, page: Page) -> Stretch:
    """Content with what its own colon opens, to the end of the sentence ("called for three things: …")."""
    start, end = stretch
    if page.quote_at(end - 1) or page.text[end : end + 2] != ": ":
        return stretch
    after = page.doc.char_span(end + 2, end + 3, alignment_mode="expand")
    if after is None or page.quote_at(end + 2):
        return stretch
    return start, after[0].sent.end_char


def open_words(stretch: Stretch, page: Page) -> Span | None:
    """The words of a stretch that does not end inside a quotation; None of one that does."""
    start, end = stretch
    return None if page.quote_at(end - 1) else page.doc.char_span(start, end, alignment_mode="contract")


def without_occasion(stretch: Stretch, page: Page) -> Stretch:
    """A quotation less the clause behind its comma that tells when or why it was said ("“No,” until it was late").

    A clause behind a comma within the marks is the reporter's; a second quotation would be more of what is said.
    """
    start, end = page.trim(*stretch) or stretch
    quote = page.quote_at(start)
    if quote is None or quote.start != start or quote.end >= end or page.quote_at(end - 1) is not None:
        return stretch
    after = page.doc.char_span(quote.end, end, alignment_mode="contract")
    opens = next((token for token in after if not token.is_space), None) if after is not None else None
    said = page.text[quote.inner_start : quote.inner_end].rstrip()
    if opens is None or not said.endswith(",") or opens.tag_ not in {"IN", "WRB"} or opens.dep_ == "case":
        return stretch
    return start, quote.end


def is_added(stretch: Stretch, page: Page, is_speech: Callable[[Token], bool]) -> bool:
    """Whether a clause after the cue goes on with the report ("she said, and soon the crowd left", "…, citing")."""
    words = page.doc.char_span(*stretch, alignment_mode="contract")
    if words is None or not len(words):
        return False
    first = words[1] if words[0].text == "," and len(words) > 1 else words[0]
    if first.tag_ == "VBG":
        return first.dep_ == "advcl" and first.i > 0 and first.nbor(-1).text == "," and is_speech(first)
    return words[0].pos_ == "CCONJ" and words[0].i > 0 and words[0].nbor(-1).text == ","


def is_set_against(first: Token, page: Page) -> bool:
    """Whether the word opens a clause that the reporter sets beside what is cited: "…, according to X, while others …".

    Also amid what it was said: "…, he said, as guns fired".
    """
    return first.dep_ == "mark" and first.lower_ in page.circumstances | page.concessions


def without_remark(stretch: Stretch, page: Page) -> Stretch:
    """A noun phrase less what the reporter remarks on it after a comma: "backed the pact, which …", "…, ending a war".

    A clause that somebody said keeps its relative clauses: there nobody knows whose remark it is.
    """
    span = open_words(stretch, page)
    if span is None:
        return stretch
    for token in span[1:]:
        clause = token.head
        amid = token.dep_ == "mark" and token.lower_ in page.circumstances and clause.dep_ == "advcl"
        gerund = clause.head.tag_ == "VBG" and not any(child.dep_ == "aux" for child in clause.head.lefts)
        amid = amid and not gerund  # "for flying to Dubai while the city burned"
        if amid and clause.right_edge.i >= span[-1].i - 1 and any(c.dep_.startswith("nsubj") for c in clause.lefts):
            return stretch[0], clause.left_edge.idx
        if token.text in _REMARK_MARKS and token.whitespace_ and _opens_remark(token, span):
            return stretch[0], token.idx
    return stretch


def without_time(stretch: Stretch, page: Page) -> Stretch:
    """A clause less when the speaker spoke, behind a comma at its end: "said it fell, a day after they left"."""
    span = open_words(stretch, page)
    if span is None:
        return stretch
    for mark in span[2:]:
        clause = mark.head
        if mark.lower_ not in page.orders or mark.dep_ not in {"mark", "case"} or clause.right_edge.i < span[-1].i - 1:
            continue
        first = clause.left_edge
        unit = mark.nbor(-1)
        if first.i > span.start and unit.lower_ in page.units and first.nbor(-1).text == "," and mark.i - first.i <= 3:
            return stretch[0], first.nbor(-1).idx
        if first.text == "," and unit.lower_ in page.units:
            return stretch[0], first.idx
    return stretch


def before_that(stretch: Stretch, page: Page) -> Stretch:
    """A phrase that is put in, less the "that" clause behind its comma ("reported, citing aides, | that he left")."""
    start, end = stretch
    span = page.doc.char_span(start, end, alignment_mode="contract")
    for comma in span[1:-1] if span is not None else ():
        if comma.text == "," and comma.nbor(1).lower_ == "that" and comma.nbor(1).tag_ == "IN":
            return start, comma.idx
    return stretch


def without_first_time(stretch: Stretch, page: Page) -> Stretch:
    """A clause less when it was said, between cue and pronoun: "said after the vote | he would resign"."""
    start, end = page.trim(*stretch) or stretch
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span) or span[0].lower_ not in page.orders or span[0].dep_ != "case":
        return stretch
    after = span[0].head.right_edge.i + 1
    return (page.doc[after].idx, end) if after < span.end and page.doc[after].tag_ == "PRP" else stretch


def without_charge(stretch: Stretch, page: Page) -> Stretch:
    """A clause less what is told of it as a claim at its end: "said he took bribes, a charge his lawyers reject"."""
    start, end = stretch
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return stretch
    for token in span[2:]:
        told = any(child.dep_ == "acl:relcl" for child in token.rights) and token.right_edge.i >= span[-1].i - 1
        before = token.left_edge
        before = before if before.is_punct or before.i == 0 else before.nbor(-1)
        if token.lemma_.lower() in page.claims and told and before.text in _REMARK_MARKS:
            return start, before.idx
    return stretch


def _opens_remark(mark: Token, span: Span) -> bool:
    """Whether a relative or participle clause, or a noun with one ("a charge they reject"), runs from here to the end.

    One of what is planned is no remark.
    """
    if mark.i + 1 >= span.end:
        return False
    after = mark.nbor(1)
    closing = [above for above in _clauses_from(after, mark.i) if above.right_edge.i >= span[-1].i - 1]
    planned = any(child.tag_ == "MD" for above in closing for child in above.lefts)  # "a force, which would patrol"
    remark = after.tag_ in _RELATIVE or (after.tag_ == "VBG" and after.dep_ in {"advcl", "acl"})
    renamed = any(a.dep_ == "appos" and any(c.dep_ == "acl:relcl" for c in a.rights) for a in closing)
    return bool(closing) and (remark or renamed) and not planned


def _clauses_from(first: Token, floor: int) -> list[Token]:
    """The first token and its ancestors, as far up as their subtrees begin at or behind the token `floor`."""
    found = [first]
    while (above := found[-1].head) != found[-1] and above.left_edge.i >= floor and above.i > floor:
        found.append(above)
    return found


def without_venue(stretch: Stretch, page: Page) -> Stretch:
    """Content less where it was said, which parsers like to hang on its last noun ("… in a statement on Monday")."""
    span = open_words(stretch, page)
    if span is None:
        return stretch
    for token in reversed(span[-_VENUE_WINDOW:]):
        if token.lower_ not in page.venues and token.lemma_.lower() not in page.venues:
            continue
        cases = [
            child for child in token.lefts if child.dep_ == "case" and child.lower_ in {"in", "during", "at", "on"}
        ]
        after = page.doc[token.right_edge.i + 1 : span.end]  # "the claims in the article | were lies"
        if any(word.pos_ in {"VERB", "AUX"} for word in after):
            continue
        if cases and cases[0].idx > stretch[0] + 1 and token.right_edge.i >= span[-1].i - 3:
            return without_venue((stretch[0], cases[0].idx), page)  # "in a statement | on Telegram"
    return stretch


def without_cue(piece: Stretch, cue: Stretch, source: Source | None) -> Stretch:
    """A piece of content less the cue and the source where they stand at its edge."""
    start, end = piece
    blocks = [cue] if source is None else [cue, (source.start, source.end)]
    for low, high in sorted(blocks):
        if low <= start < high:
            start = high
        if low < end <= high:
            end = low
        elif start < low < end:
            start, end = (start, low) if low - start >= end - high else (high, end)
    return start, end
