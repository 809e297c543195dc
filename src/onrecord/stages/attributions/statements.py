"""Words without marks: statements put out with a colon, over paragraphs, and more behind "We fled, she said"."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.language.grammar import is_passive
from onrecord.stages.attributions import cues, source_edges, sources, speech, subjects
from onrecord.stages.attributions.candidate import Candidate
from onrecord.stages.attributions.page import paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.language.plain_words import Span, Token
    from onrecord.stages.attributions.page import Page, Stretch
    from onrecord.stages.attributions.search import Search

_SENTENCES_BETWEEN = 6  # of a statement, without "we" or "I"
_REACH = 120  # characters behind a cue in which its colon stands


def put_out(search: Search) -> list[Candidate]:
    """Candidates of texts that are put out with a colon: "The union issued the following statement: …".

    Each ends where the sentence begins that puts out the next.
    """
    found: list[Candidate] = []
    page = search.page
    for token in search.doc:
        noun = _text_put_out(token, search) if token.pos_ == "VERB" else None
        if noun is None or page.is_furniture(token.idx):
            continue
        head = sources.agent_of(token) if is_passive(token) else subjects.subject_of(token, page)
        last = max(token, noun, key=lambda word: word.i)
        named = last.i if head is None else max(last.i, head.right_edge.i)
        pieces = _below(page, search.doc[named])
        source = source_edges.source_of(head, page, before_cue=token) if head is not None and pieces else None
        if source is None or pieces is None:
            continue
        if found and token.idx < found[-1].pieces[0][1]:
            start = found[-1].pieces[0][0]
            found[-1].pieces = (page.trim(start, token.sent.start_char) or (start, start),)
        found.append(
            Candidate(
                source=source,
                cue=(token.idx, last.idx + len(last)),
                cue_head=token.i,
                pieces=(pieces,),
                table="speech_cue",
                clause=True,
            )
        )
    return [candidate for candidate in found if candidate.pieces[0][0] < candidate.pieces[0][1]]


def _text_put_out(verb: Token, search: Search) -> Token | None:
    """The statement that is its object, or the subject of its passive."""
    if cues.lemma_of(verb, search.forms) not in search.light:
        return None
    role = "nsubj:pass" if is_passive(verb) else "obj"
    return next((c for c in verb.children if c.dep_ == role and c.lemma_.lower() in search.texts), None)


def _below(page: Page, last: Token) -> Stretch | None:
    """What stands behind the colon: in the same paragraph, or the one below."""
    stop = last.idx + len(last)
    line = paragraph_of(page.text, stop)
    colon = page.text.find(":", stop, min(line[1], stop + _REACH))
    if colon < 0 or speech.words_in(page.text[stop:colon]) > speech.TITLE_WORDS:
        return None
    rest = page.text[colon + 1 : line[1]].strip()
    if not rest:
        return speech.speech_below(page, stop, line)
    start = page.text.index(rest, colon)
    quote = page.quote_after(colon)
    return (start, quote.end) if quote is not None and quote.start == start else (start, start + len(rest))


def with_whole_statements(candidates: Sequence[Candidate], page: Page) -> None:
    """Let what stands without marks behind a colon go on to its last "we" or "I", unless somebody else speaks before.

    Elsewhere nobody knows whether the report has the word again, but where it stands below its colon and nobody else
    has the word in all that follows: then the text is that statement.
    """
    others = sorted(c.cue[0] for c in candidates if _is_reported(c, page) or _stands_behind_a_colon(c, page))
    for candidate in candidates:
        piece = candidate.pieces[-1]
        if (
            _stands_behind_a_colon(candidate, page)
            and not (candidate.source is not None and is_we(candidate.source.head, page))  # all is his: "I thought: …"
            and page.quote_at(piece[0]) is None
            and not page.is_furniture(piece[0])
        ):
            at = bisect_right(others, max(candidate.cue[0], piece[1] - 1))
            end = _own_until(page, piece, others[at] if at < len(others) else len(page.text) + 1)
            if at == len(others) and "\n" in page.text[candidate.cue[1] : piece[0]]:
                end = _to_the_end(page, end, candidate)
            candidate.pieces = (*candidate.pieces[:-1], page.trim(piece[0], end) or piece)


def _stands_behind_a_colon(candidate: Candidate, page: Page) -> bool:
    start, stop = candidate.pieces[-1][0], candidate.cue[1]
    return start >= stop and ":" in page.text[stop - 1 : start]


def speech_behind(end: int, page: Page, cue_starts: Sequence[int]) -> Stretch | None:
    """The sentences with "we" or "I" in a paragraph behind one that ends with its cue: "We fled, she said. We hid"."""
    line = paragraph_of(page.text, end)
    start = stop = 0
    for sentence in _sentences(page, end):
        at = bisect_right(cue_starts, sentence.start_char - 1)
        cued = at < len(cue_starts) and cue_starts[at] < sentence.end_char
        if sentence.start_char >= line[1] or cued or not _is_own(sentence, page) or page.quote_at(sentence.start_char):
            break
        start, stop = start or sentence.start_char, sentence.end_char
    return page.trim(start, stop) if stop else None


def _is_reported(candidate: Candidate, page: Page) -> bool:
    """Whether the report, not "I" or "we", tells there what somebody has said, or gives him the word."""
    cue = page.doc[candidate.cue_head]
    if not cue.text[0].isalnum():
        return True
    return candidate.table == "speech_cue" and cue.tag_ == "VBD" and not _is_own(cue.sent, page)


def is_we(head: int | None, page: Page) -> bool:
    """Whether "I" or "we" stands at the token of a source."""
    return head is not None and "Person=1" in page.doc[head].morph


def _own_until(page: Page, piece: Stretch, stop: int) -> int:
    """Where the words of "we" or "I" end that begin with the piece: with a sentence before `stop`.

    In their first paragraph all are theirs, behind it what stands up to the next "we" or "I".
    """
    line = paragraph_of(page.text, piece[0])
    own = _is_own(speech.tokens_in(page, *piece), page)
    end, without = piece[1], 0
    for sentence in _sentences(page, piece[1]):
        start = sentence.start_char
        text = sentence.text.rstrip()
        over = sentence.end_char > stop or page.is_furniture(start) or page.quote_at(start) is not None
        if over or without > _SENTENCES_BETWEEN or text[-1:] not in speech.STOPS:
            break
        said = _is_own(sentence, page)
        own = own or said
        without = 0 if said else without + 1
        if said or (own and start < line[1]):
            end = start + len(text)
    return end


def _to_the_end(page: Page, end: int, candidate: Candidate) -> int:
    """Where a statement ends that closes the text: before one speaks of the speaker, or to the reader."""
    speaker = _names_in(page, candidate)
    line = end
    for sentence in _sentences(page, end):
        start, stop = sentence.start_char, sentence.start_char + len(sentence.text.rstrip())
        somebody = bool({"Gender=Masc", "Gender=Fem"} & set(sentence[0].morph))  # "He flies to Oslo on Monday."
        named = somebody or any(token.lower_ in speaker for token in sentence)
        to_reader = any(_is_to_be_found(token, page) for token in sentence)
        if named or to_reader or page.is_furniture(start) or page.quote_at(start) is not None:
            return line
        if page.text[stop - 1] not in speech.STOPS:
            return line
        if stop >= paragraph_of(page.text, start)[1]:
            line = stop
    return line


def _names_in(page: Page, candidate: Candidate) -> set[str]:
    """The words by which a report would speak of the speaker again."""
    source = candidate.source
    if source is None:
        return set()
    words = page.doc.char_span(source.start, source.end, alignment_mode="expand")
    head = page.doc[source.head]
    return {head.lower_, *(token.lower_ for token in words or () if token.ent_type_ == "PERSON")}


def _is_to_be_found(verb: Token, page: Page) -> bool:
    """Whether a reader is told what he can do ("the report can be found")."""
    asked = verb.dep_ == "root" and is_passive(verb)
    return asked and any(child.lower_ in page.able for child in verb.lefts if child.dep_ == "aux")


def _sentences(page: Page, end: int) -> Iterator[Span]:
    """The sentences behind the one that the place stands in or ends."""
    at = page.token_at(max(0, end - 1)).sent.end
    while at < len(page.doc):
        sentence = page.doc[at].sent
        if not sentence.text.isspace():
            yield sentence
        at = sentence.end


def _is_own(words: Span, page: Page) -> bool:
    """Whether "I" or "we" stands there outside marks."""
    return any("Person=1" in token.morph and page.quote_at(token.idx) is None for token in words)
