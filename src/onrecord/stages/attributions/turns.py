"""Speech marked by typography alone: turns of a transcript, and quotations signed with a name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.stages.attributions import speech
from onrecord.stages.attributions.candidate import Candidate
from onrecord.stages.attributions.page import paragraph_of
from onrecord.stages.attributions.source_edges import Source
from onrecord.stages.attributions.sources import case_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Doc, Span, Token
    from onrecord.stages.attributions.page import Page, Stretch

_SIGNED_WORDS = 4
_NO_NAME = frozenset({"VERB", "AUX", "DET", "ADP"})
_PASSED_ON = "RT "


def turns(page: Page) -> Iterator[Candidate]:
    """Candidates out of "NAME: …" at the head of a paragraph, and of a quotation with a dash and a name after it.

    In an interview the "A:" is who spoke to the paper, as the words before the first question say.
    """
    at = 0
    guest: Token | None = None
    searched = 0
    roles = _roles(page)
    while at < len(page.text):
        line = paragraph_of(page.text, at)
        at = line[1] + 1
        turn = None if line in page.headings else _turn(page, line, roles)
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
    for word in page.doc[first:before]:
        if word.lemma_.lower() not in page.interviews:
            continue
        if word.pos_ == "VERB":
            near = [child for child in word.children if child.dep_ in {"nsubj", "nsubj:pass", "obj", "obl"}]
        else:  # "Interview with Ana Ruiz"
            near = [child for child in word.rights if child.dep_ == "nmod" and case_of(child) == "with"]
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


def _roles(page: Page) -> frozenset[str]:
    """Offices that have the word by their labels ("Spokesperson: …"), where one of them has it more than once.

    An office that stands once before a colon may open a list or a heading.
    """
    counts: Counter[str] = Counter()
    for line in page.text.splitlines():
        label, colon, said = line.partition(":")
        if colon and said.strip() and label.strip().lower() in page.offices and label[0].isupper():
            counts[label.strip().lower()] += 1
    return frozenset(counts if max(counts.values(), default=0) > 1 else ())


def _turn(page: Page, line: Stretch, roles: frozenset[str]) -> tuple[Token, Token, Token] | None:
    """First and last token of the name and the colon, where a paragraph is a turn of a transcript ("SMITH: No.")."""
    text = page.text[line[0] : line[1]]
    colon = text.find(":")
    if not 0 < colon < 60 or speech.words_in(text[colon:]) < speech.MIN_WORDS:
        return None
    quote = page.quote_at(line[0] + colon)
    if quote is not None and quote.start > line[0]:
        return None  # 'The curator of "Belo: a life"'
    begin = line[0] + (1 if text[0] in '"“' else len(_PASSED_ON) if text.startswith(f"{_PASSED_ON}@") else 0)
    name = page.doc.char_span(begin, line[0] + colon, alignment_mode="contract")
    if name is None or len(name) == 0 or name.end >= len(page.doc):
        return None
    point = page.doc[name.end]
    state = all(token.ent_type_ == "PLACE" for token in name)
    if state and not roles:
        return None  # "MANILA: The army said …"
    label = page.text[begin : line[0] + colon].lower().split()
    quoted = page.quote_at(line[0] + colon + 2) is not None and text[0] not in '"“' and _is_described(name)
    known = state or name.text.lower() in roles
    named = len(name) <= speech.MAX_NAME_TOKENS and (known or _is_name(name.start, name.end, page.doc))
    if point.text != ":" or not (named or quoted) or not page.no_speakers.isdisjoint(label):
        return None
    return page.doc[name.start], page.doc[name.end - 1], point


def _is_described(words: Span) -> bool:
    """Whether the words name a person and say who it is ("Dr. Ana Ruiz, of the teachers' union: “…”")."""
    named = any(token.ent_type_ == "PERSON" for token in words[: speech.MAX_NAME_TOKENS])
    return named and not any(token.pos_ in {"VERB", "AUX"} for token in words)


def _is_name(start: int, end: int, doc: Doc) -> bool:
    """Whether somebody's name stands there, perhaps behind his office or before his state: "Ms Ruiz (Peru)"."""
    tokens = _outside_brackets([doc[i] for i in range(start, end)])
    if len(tokens) == 1 and tokens[0].text[0] == "@":
        return True  # who posted it
    capitals = all(token.text.isupper() or not token.is_alpha for token in tokens)
    if not tokens or any(token.pos_ in ({"VERB", "AUX", "ADP"} if capitals else _NO_NAME) for token in tokens):
        return False
    people = all(token.ent_type_ in {"PERSON", "ORGANIZATION"} for token in tokens if token.is_alpha)
    titled = tokens[-1].ent_type_ == "PERSON" and all(t.text[0].isupper() or not t.is_alpha for t in tokens)
    return tokens[0].is_alpha and (people or capitals or titled)


def _outside_brackets(tokens: list[Token]) -> list[Token]:
    """The tokens less what stands in brackets behind them."""
    opened = next((at for at, token in enumerate(tokens) if token.text == "("), None)
    return tokens[:opened] if opened is not None and tokens[-1].text == ")" else tokens
