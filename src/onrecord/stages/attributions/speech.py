"""Quotations that the syntax does not tie to their cue: beside it, after a colon, going on in the next sentence."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.attributions.clauses import THAT
from onrecord.stages.attributions.page import Stretch, paragraph_of

if TYPE_CHECKING:
    from onrecord.language.plain_words import Span, Token
    from onrecord.language.quotes import Quote
    from onrecord.stages.attributions.page import Page

_SOLID = re.compile(r"\S")
_OF_NOUNS = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_MAX_GAP_TOKENS = 12
TITLE_WORDS = 6
STOPS = frozenset({".", "?", "!"})
MIN_WORDS = 2
_MIN_SET_OFF = 5
_INSIDE_NOUN = frozenset({"acl", "acl:relcl", "amod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_IN_NOUN = _NOMINAL | {"DET", "ADJ", "SPACE"}
MAX_NAME_TOKENS = 6
_SIGNED_REACH = 1_000  # characters in which dash and name stand


class Beside(msgspec.Struct, frozen=True):
    """A quotation beside a cue, and whether it stands before the cue."""

    stretch: Stretch
    before: bool


def quote_beside(first: Token, last: Token, page: Page) -> Beside | None:
    """The quotation that stands beside a cue, in the same paragraph.

    Before the cue, only a short noun phrase may stand between ("…," the mayor of Lyon said). After it, blanks, a comma,
    a colon, or few words without a verb that end in one. A quotation with words of its own sentence beside it is none:
    there the syntax has to say what belongs to the content.
    """
    text = page.text
    begin, stop = first.idx, last.idx + len(last)
    line = paragraph_of(text, begin)
    before = page.quote_before(begin)
    if before and is_title(page, before) and any(child.idx > stop and not child.is_punct for child in last.rights):
        before = None
    verb = last.head if last.dep_ == "compound:prt" else last
    if before and (_says_more(page, verb) or _goes_on(before, verb) or _is_over(page, before, (stop, line[1]))):
        before = None
    if before and (_ends_another(page, before, first) or _describes_speaker(before, verb)):
        before = None
    if before and before.start >= line[0] and _ends_speech(page, before) and _only_noun(page, before.end, first):
        start = _sentence_before(page, before, line[0])
        return Beside((start, before.end), before=True) if start is not None else None
    after = page.quote_after(stop)
    if after and after.start < line[1] and reaches(page, last, after):
        return Beside((after.start, after.end), before=False) if ends_sentence(text, after, line[1]) else None
    below = speech_below(page, stop, line)
    return Beside(below, before=False) if below is not None else None


def speech_below(page: Page, stop: int, line: Stretch) -> Stretch | None:
    """What is said in the next paragraph, where the cue's own paragraph ends in a colon soon after the cue.

    It is the quotation that opens it, or, where words are set off without marks, the paragraph.
    """
    tail = page.text[stop : line[1]].strip()
    if not tail.endswith(":") or words_in(tail) > TITLE_WORDS or any(mark in tail for mark in STOPS):
        return None
    if any(token.pos_ == "VERB" for token in tokens_in(page, stop, line[1])):
        return None  # "Speaking in Lima, Ms Ruiz said:" is spoken by the later verb
    following = _SOLID.search(page.text, line[1])
    if following is None:
        return None
    start = following.start()
    quote = page.quote_after(line[1])
    if quote is not None and quote.start == start:
        return quote.start, quote.end
    _, end = paragraph_of(page.text, start)
    words = page.text[start:end].rstrip()
    whole = words.endswith(tuple(STOPS)) and words_in(words) >= _MIN_SET_OFF and not page.is_furniture(start)
    return (start, start + len(words)) if whole else None


def _says_more(page: Page, last: Token) -> bool:
    """Whether an unquoted clause hangs on the cue to its right: then that is the content."""
    clauses = [child for child in last.rights if child.dep_ == "ccomp" and not _set_apart(child)]
    firsts = [next((token for token in clause.subtree if not token.is_punct), clause) for clause in clauses]
    told = [first for first in firsts if first.tag_ != "IN" or first.lower_ in THAT]  # not "…," he said after he had
    return any(page.quote_at(first.idx) is None for first in told)


def _goes_on(quote: Quote, verb: Token) -> bool:
    """Whether a clause before the cue opens before the quotation and ends behind it ("paid “half,” in cash")."""
    clauses = [child for child in verb.lefts if child.dep_ == "ccomp" and child.left_edge.idx < quote.start]
    behind = [t for clause in clauses for t in clause.subtree if t.idx >= quote.end and not t.is_punct]
    return bool(behind) and behind[0].pos_ not in _OF_NOUNS  # "“…,” the mayor of Lyon, Ana Roy, said": who speaks


def _describes_speaker(quote: Quote, verb: Token) -> bool:
    """Whether a verb says of somebody behind a quotation who he is ("“No,” an aide who | spoke | told him")."""
    at = verb
    while at.dep_ == "conj":
        at = at.head
    return at.dep_ == "acl:relcl" and at.head.idx >= quote.end


def _set_apart(clause: Token) -> bool:
    """Whether a semicolon parts it from what stands before: "“…,” Ruiz told the house; its guards had left"."""
    first = clause.left_edge
    return first.text == ";" or (first.i > 0 and first.nbor(-1).text == ";")


def _is_over(page: Page, before: Quote, rest: Stretch) -> bool:
    """Whether the cue opens a new quotation: the one before it ended in a full stop, and another follows at once."""
    ended = page.text[before.inner_start : before.inner_end].rstrip().endswith(".")
    after = page.quote_after(rest[0])
    follows = after is not None and after.start < rest[1] and not page.text[rest[0] : after.start].strip(" ,:")
    return ended and follows


def _ends_another(page: Page, quote: Quote, first: Token) -> bool:
    """Whether a quotation belongs to the sentence before the cue's: it ends one that began outside the quotation."""
    opening = next(iter(tokens_in(page, quote.start, quote.end)), None)
    if opening is None or not page.text[quote.inner_start : quote.inner_end].rstrip().endswith(tuple(STOPS)):
        return False
    sentence = opening.sent
    return sentence.start_char < quote.start and sentence.end_char <= first.sent.start_char


def is_title(page: Page, quote: Quote) -> bool:
    """Whether a quotation is the name of a work or a broadcast: a few words, all of them capitalized."""
    words = [word for word in page.text[quote.inner_start : quote.inner_end].split() if word[:1].isalpha()]
    return (
        0 < len(words) <= TITLE_WORDS
        and all(word[0].isupper() or len(word) < 4 for word in words)
        and (len(words) > 1 and page.text[quote.inner_start : quote.inner_end].rstrip()[-1:] not in "!?")
    )


def _ends_speech(page: Page, quote: Quote) -> bool:
    """Whether a comma, a question mark or the like stands inside or right after the closing mark."""
    inner = page.text[quote.inner_start : quote.inner_end].rstrip()
    return inner.endswith((",", "?", "!", ".", "-", "—", "…")) or page.text[quote.end : quote.end + 1] == ","


def _only_noun(page: Page, end: int, first: Token) -> bool:
    """Whether between a quotation and the cue nothing stands, or one noun phrase that could be the speaker."""
    doc = page.doc
    between = [token for token in tokens_in(page, end, first.idx) if not token.is_punct and not token.is_space]
    if between and between[0].pos_ in {"SCONJ", "CCONJ"}:
        return False  # "…“a first step”, while Cairo urged both sides to wait"
    at = first.i - 1
    depth = 0
    while at >= 0 and doc[at].idx >= end:
        token = doc[at]
        depth += 1
        if depth > _MAX_GAP_TOKENS * 2 or token.text in {".", "?", "!", ";"} or (token.is_space and "\n" in token.text):
            return False
        if token.pos_ in {"VERB", "AUX"} and not ({token.dep_, token.head.dep_} & _INSIDE_NOUN):
            return False
        at -= 1
    return True


def _sentence_before(page: Page, quote: Quote, line_start: int) -> int | None:
    """Where content begins that ends with this quotation: at its opening mark, or at its sentence's words before it."""
    text = page.text
    lead = text[line_start : quote.start].rstrip()
    if not lead or lead.endswith((".", "?", "!", ":", "”", '"', "''")) or _after_dateline(lead):
        return quote.start
    token = next((t for t in tokens_in(page, quote.start, quote.end)), None)
    if token is None:
        return None
    start = token.sent.start_char
    return start if line_start <= start < quote.start else quote.start


def _after_dateline(lead: str) -> bool:
    return lead.endswith(("—", "–", "--")) and len(lead) < 60


def tokens_in(page: Page, start: int, end: int) -> Span:
    """The tokens of a stretch, none made before it is asked for: a quotation may be as long as the report."""
    span = page.doc.char_span(start, end, alignment_mode="contract")
    return span if span is not None else page.doc[:0]


def reaches(page: Page, last: Token, quote: Quote) -> bool:
    """Whether what stands between cue and quotation is short, without a verb, and ends in a comma or colon."""
    gap = page.text[last.idx + len(last) : quote.start].strip()
    if gap in {"", ",", ":", "-", "—"}:
        return True
    between = tokens_in(page, last.idx + len(last), quote.start)
    if len(between) > _MAX_GAP_TOKENS or any(token.text in {".", "?", "!"} for token in between):
        return False
    return gap.endswith((",", ":")) and not any(token.pos_ in {"VERB", "AUX"} for token in between)


def ends_sentence(text: str, quote: Quote, line_end: int) -> bool:
    """Whether the sentence is over where the quotation closes."""
    rest = text[quote.end : line_end].lstrip()
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    if not rest or rest[0] in ".;":
        return True
    return inner.endswith((".", "?", "!", "…")) and (rest[0].isupper() or not rest[0].isalnum())


def noun_beside(
    cue: tuple[Token, Token], pieces: tuple[Stretch, ...], page: Page, *, expect_after: bool
) -> list[Token]:
    """The noun phrase between content and cue, or right after the cue: its tokens, in the order of the text."""
    doc = page.doc
    low = max((end for _, end in pieces if end <= cue[0].idx), default=cue[0].sent.start_char)
    whole = [token for token in tokens_in(page, low, cue[0].idx) if not token.is_space]
    while whole and whole[0].is_punct:
        whole.pop(0)
    short = low > cue[0].sent.start_char and 0 < len(whole) <= _MAX_GAP_TOKENS and whole[-1].pos_ in _NOMINAL
    if short and not any(token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"} for token in whole):
        return whole
    at = cue[0].i - 1
    run: list[Token] = []
    while at >= 0 and doc[at].idx >= low and doc[at].sent == cue[0].sent and (_in_noun(doc[at], run) or not run):
        if doc[at].pos_ in _IN_NOUN or run:
            run.insert(0, doc[at])
        at -= 1
    if expect_after and not any(token.pos_ in _NOMINAL for token in run):
        high = min((start for start, _ in pieces if start >= cue[1].idx), default=cue[1].sent.end_char)
        run = []
        for token in doc[cue[1].i + 1 : cue[1].i + _MAX_GAP_TOKENS]:
            if token.idx >= high or token.pos_ not in _IN_NOUN:
                break
            run.append(token)
    while run and run[-1].pos_ not in _NOMINAL:
        run.pop()
    if len(run) > 1 and any(token.tag_ == "WP" for token in run):
        return []  # "a clerk | who they | say will confirm that"
    return run


def _in_noun(token: Token, run: list[Token]) -> bool:
    """Whether a token goes on to the left with a noun phrase: a preposition where it ties the run to a noun before."""
    tied = token.pos_ == "ADP" and bool(run) and token.head in run and token.i > 0
    return token.pos_ in _IN_NOUN or (tied and token.nbor(-1).pos_ in {"NOUN", "PROPN"})


def words_in(text: str) -> int:
    """How many words the text has."""
    return len(text.split())


def whole_paragraph_quote(page: Page, line: Stretch) -> Quote | None:
    """The quotation that a paragraph consists of, if it has nothing else."""
    text = page.text
    start = line[0] + (len(text[line[0] : line[1]]) - len(text[line[0] : line[1]].lstrip()))
    quote = page.quote_at(start) if start < line[1] else None
    if quote is None or quote.start != start:
        return None
    return quote if not text[quote.end : line[1]].strip(" .\u00a0") else None


def signed_quote(page: Page, quote: Quote, line: Stretch) -> tuple[Token, Token, Token] | None:
    """First and last token of the name and the dash, where a quotation is signed: '"We are afraid." - Ana Ruiz'."""
    near = min(line[1], quote.end + _SIGNED_REACH)  # a paragraph may be as long as the report
    solid = (token for token in tokens_in(page, quote.end, near) if not token.is_space)
    after = list(islice(solid, MAX_NAME_TOKENS + 2))  # dash, name, one more
    if len(after) < 2 or after[0].text not in {"-", "--", "—", "–", "―"}:
        return None
    name: list[Token] = []
    for token in after[1 : MAX_NAME_TOKENS + 1]:
        if token.pos_ != "PROPN" and not token.text.istitle():
            break
        name.append(token)
    rest = after[len(name) + 1 :]
    if not name or (rest and rest[0].text[:1] not in {",", ".", "“", '"', "(", ";", "/"}):
        return None
    return name[0], name[-1], after[0]
