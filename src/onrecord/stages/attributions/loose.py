"""Content that no clause of the parser's tree holds: around a cue between commas, or left over before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.attributions.contents import Content
from onrecord.stages.attributions.sources import quoted_through

if TYPE_CHECKING:
    from onrecord.language.plain_words import Span, Token
    from onrecord.stages.attributions.page import Page

_TAIL = 6  # tokens that may follow a cue that ends its sentence: whom it was told to, and when
_HEARER = frozenset({"iobj", "obl", "obl:unmarked", "advmod", "nmod:unmarked"})


def is_put_in(verb: Token) -> bool:
    """Whether a cue may stand in a sentence as "he said" does, not as "who had asked for it" or "asked about it"."""
    finite = verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.lefts)
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    relative = any(c.tag_ in {"WP", "WDT"} or c.left_edge.tag_ == "WP$" for c in subjects)  # "whose office replied"
    return finite and not relative


def parenthesis(first: Token, last: Token, source: Token | None, page: Page) -> Content | None:
    """What stands around "…, the mayor said, …": both parts of the sentence, where commas close the cue in.

    A second part that is a clause of its own after "and" or "but", or a participle ("adding that"), belongs to another.
    """
    doc = page.doc
    left, right = first.i, last.i
    if source is not None:
        left = min(left, source.left_edge.i)
        right = max(right, source.right_edge.i) if source.i > right else right
    while left < first.i and doc[left].is_punct:
        left += 1
    while left > first.sent.start and (
        doc[left - 1].tag_ == "DT" or (doc[left - 1].text.endswith(".") and doc[left - 1].is_title)
    ):
        left -= 1  # a title or article that the parser hung elsewhere
    while right > last.i and doc[right].is_punct:
        right -= 1
    sentence = first.sent
    hearer = _with_hearer(last, right)
    if hearer > right and _subject_of_later(doc[sentence.start : left], hearer):
        right = hearer
    if left - 1 <= sentence.start or right + 2 >= sentence.end or {doc[left - 1].text, doc[right + 1].text} != {","}:
        return None
    before, after = doc[sentence.start : left], doc[right + 2]
    split = _subject_of_later(before, right)
    if page.quote_at(doc[left - 2].idx) or not _is_part(after, (first, last), page, split=split):
        return None
    if not any(token.pos_ in {"VERB", "AUX"} or token.dep_.startswith("nsubj") for token in before):
        return None
    start = _clause_start(before) if split or after.dep_ == "mark" else sentence.start_char
    if before[-2].tag_ in {"WDT", "WP"} and before[-2].head.i > right:
        start = before[-2].idx  # "300 men, who, the UN says, are held"
    return Content(pieces=((start, doc[left - 1].idx), (after.idx, sentence.end_char)), clause=True)


def _with_hearer(last: Token, right: int) -> int:
    """The last token of whom it was told to and when, where that follows the cue at once ("he told me on Monday")."""
    for child in last.rights:
        if child.dep_ in _HEARER and child.left_edge.i == right + 1 and not child.left_edge.is_punct:
            right = child.right_edge.i
    return right


def _clause_start(before: Span) -> int:
    """Where the clause begins that goes on behind the cue: after the last "but" that joins it to another clause."""
    for token in reversed(before[1:]):
        clause = any(child.dep_.startswith("nsubj") for child in token.head.lefts)
        if token.dep_ == "cc" and clause and token.nbor(-1).text in {",", ";"}:
            return token.idx + len(token)
    return before.start_char


def _subject_of_later(before: Span, right: int) -> bool:
    """Whether the first part holds the subject of the second ("Climate change, he says, is a threat")."""
    return any(token.dep_.startswith("nsubj") and token.head.i > right for token in before)


def _is_part(after: Token, cue: tuple[Token, Token], page: Page, *, split: bool) -> bool:
    """Whether what opens with `after` is the second part of what is said."""
    if after.tag_ == "VBG" and after.head in cue:
        return False
    if page.quote_at(after.idx) and not split:
        return False
    return after.dep_ != "cc" or not any(child.dep_.startswith("nsubj") for child in after.head.lefts)


def loose_clause(verb: Token, first: Token, page: Page) -> Content | None:
    """What a cue of speech leaves over where the parser ties no clause to it.

    A cue that ends its sentence after a comma and a noun phrase ("The bridge fell, police said.") has what stands
    before them; one that is followed by "that" has the rest of the sentence.
    """
    sentence = verb.sent
    after = [token for token in page.doc[verb.i + 1 : sentence.end] if not token.is_space]
    opening = _that_clause(verb, after)
    if opening is not None:
        return Content(pieces=((opening.idx, sentence.end_char),), clause=True)
    relative = verb.dep_ == "acl:relcl"  # "…, a charge Asmara denies": what is denied is the noun before it
    complete = any(child.dep_ == "obj" for child in verb.rights)
    ends = sum(not token.is_punct for token in after) <= _TAIL
    if relative or complete or not ends or any(token.pos_ in {"VERB", "AUX"} for token in after):
        return None
    comma = next((page.doc[i] for i in range(first.i - 1, sentence.start, -1) if page.doc[i].text == ","), None)
    if comma is None or first.i - comma.i > 12 or comma.i - sentence.start < 3:
        return None
    between = page.doc[comma.i + 1 : first.i]
    named = any(token.pos_ in {"NOUN", "PROPN", "PRON"} for token in between)
    other = {"VERB", "AUX", "SCONJ"} if quoted_through(verb) is not None else {"VERB", "AUX", "SCONJ", "ADP"}
    joined = page.doc[comma.i + 1].dep_ == "cc"  # "The road is closed, and I will say it again."
    if joined or not named or any(token.pos_ in other for token in between):
        return None
    if not any(token.dep_.startswith("nsubj") for token in page.doc[sentence.start : comma.i]):
        return None  # "Speaking in Oslo, she responded to …"
    return Content(pieces=((sentence.start_char, comma.idx),), clause=True)


def _that_clause(verb: Token, after: list[Token]) -> Token | None:
    """The "that" right behind a cue, or behind where and when it was said ("said at a rally that …")."""
    if after and after[0].lower_ == "that" and after[0].dep_ in {"mark", "nsubj", "det"}:
        return after[0]
    put_in = len(after) > 1 and after[0].text == "," and after[1].tag_ == "VBG"  # "reported, citing two aides, that"
    if put_in:
        marks = (t for t in after if t.lower_ == "that" and t.tag_ == "IN" and t.nbor(-1).text == ",")
        return next(marks, None)
    if verb.dep_ == "amod" or any(child.dep_ == "obj" for child in verb.rights):
        return None  # "tells the truth that"
    told = (token.i for token in after if token.text == "," or (token.pos_ in {"VERB", "AUX"} and token.dep_ != "acl"))
    opens = next(told, verb.sent.end)  # "said in a statement posted on X that"
    return next((t for t in after if t.lower_ == "that" and t.dep_ == "mark" and t.i < opens), None)
