"""Prepositions that name a source: "according to", "in the words of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.text import having
from onrecord.stages.attributions import source_edges
from onrecord.stages.attributions.candidate import Candidate
from onrecord.stages.attributions.cues import lemma_of
from onrecord.stages.attributions.edges import is_set_against
from onrecord.stages.attributions.openings import without_aside
from onrecord.stages.attributions.page import extent
from onrecord.stages.attributions.sources import after_comma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Span, Token
    from onrecord.stages.attributions.page import Page, Stretch
    from onrecord.stages.attributions.search import Search

_NOUNS = frozenset({"NOUN", "PROPN"})
_WITHIN = frozenset(
    {"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp", "nmod", "obl", "appos", "amod", "obj"}
)
_CLAUSES = frozenset({"root", "ccomp", "conj", "parataxis", "advcl"})
_SET_OFF_BY = frozenset({",", "–", "—", "-"})
_NEAR = 4  # characters: a comma, a space and a mark stand right behind


def source_phrases(search: Search) -> Iterator[Candidate]:
    """Candidates out of the prepositions of the lexicon, each with the clause that its phrase modifies."""
    by_first: dict[str, list[list[str]]] = {}
    for entry in search.phrases:
        phrase = str(entry["lemma"]).split()
        by_first.setdefault(phrase[0], []).append(phrase)
    doc = search.doc
    for token in doc:
        if token.lower_ not in by_first:
            continue
        fitting = [w for w in by_first[token.lower_] if _stands_at(token, w)]
        if not fitting or search.page.is_furniture(token.idx):
            continue
        words = fitting[0]
        last = doc[token.i + len(words) - 1]
        head = _noun_of(token, last)
        if head is None or _is_measure(token, head, search):
            continue
        found = source_edges.source_of(head, search.page, before_cue=None)
        if found is None or found.end <= last.idx + len(last):
            continue
        source = source_edges.Source(
            start=max(found.start, last.idx + len(last) + 1), end=found.end, head=head.i, owner=found.owner
        )
        cited, phrase_end = _cited_after(source, search)
        phrase_end = max([phrase_end, *(extent(child)[1] for child in head.rights if _tells_of_him(child))])
        pieces = _modified(head, (token.idx, phrase_end), search)
        if pieces:
            yield Candidate(
                source=source,
                cue=(token.idx, last.idx + len(last)),
                cue_head=token.i,
                pieces=pieces,
                table="source_phrase",
                clause=True,
                via=() if cited is None else (cited.i,),
            )


def own_views(search: Search) -> Iterator[Candidate]:
    """Candidates out of whose view it is: "in her view, …", "…, from the ministry's point of view"."""
    views, openers = search.lexicon.list("view_noun"), search.lexicon.list("view_preposition")
    halves = search.lexicon.list("half_view_noun")
    for noun in (search.doc[place] for place in having(search.doc, "LOWER", views)):
        if search.page.is_furniture(noun.idx) or search.page.quote_at(noun.idx):
            continue
        owner = next((child for child in noun.lefts if child.dep_ == "nmod:poss"), None)
        first = next((child for child in noun.lefts if child.dep_ == "case"), noun)
        last = next((child for child in noun.rights if child.lower_ in views), noun)
        if owner is None or first.lower_ not in openers or not _is_set_off(first, last):
            continue
        pieces = _modified(noun, (first.idx, last.idx + len(last)), search)
        if pieces and (last != noun or noun.lower_ not in halves):
            start, end = extent(owner)
            yield Candidate(
                source=source_edges.Source(start=start, end=end, head=owner.i, owner=owner.i),
                cue=(noun.idx, last.idx + len(last)),
                cue_head=noun.i,
                pieces=pieces,
                table="source_phrase",
                clause=True,
            )


def _is_set_off(first: Token, last: Token) -> bool:
    """Whether a phrase opens or closes its sentence, or stands between commas ("in their view, …")."""
    opened = first.is_sent_start or first.nbor(-1).text in _SET_OFF_BY
    return opened and (last.i + 1 == len(last.doc) or last.nbor(1).is_punct)


def _is_measure(first: Token, head: Token, search: Search) -> bool:
    """Whether it says by what something is done, not who says so ("punished according to the law")."""
    amid = first.i > first.sent.start and not first.nbor(-1).is_punct
    return amid and head.lemma_.lower() in search.lexicon.list("measure_of_acts")


def _tells_of_him(child: Token) -> bool:
    """Whether a relative clause says more of the source ("according to its director, who spoke in Sfax")."""
    first = next((token for token in child.subtree if not token.is_punct and token.tag_ != "IN"), child)
    return child.dep_ == "acl:relcl" and first.tag_ in {"WP", "WP$", "WDT"}


def _cited_after(source: source_edges.Source, search: Search) -> tuple[Token | None, int]:
    """Whom the source is said to cite right after it ("according to X, citing Y"), and where that ends."""
    after = search.page.text[source.end : source.end + 2]
    if after != ", ":
        return None, source.end
    end = min(source.end + 40, len(search.page.text))
    span = search.doc.char_span(source.end, end, alignment_mode="contract")
    words = [token for token in span or () if not token.is_punct]
    if words and words[0].tag_ in {"WDT", "WP"}:  # "according to X, which cited Y"
        words = words[1:]
    verb = next(iter(words), None)
    if verb is None or verb.pos_ != "VERB" or lemma_of(verb, search.forms) not in search.page.passing_on:
        return None, source.end
    cited = next((child for child in verb.rights if child.dep_ == "obj"), None)
    return (None, source.end) if cited is None else (cited, source_edges.solid_end(verb))


def _stands_at(token: Token, words: list[str]) -> bool:
    return [near.lower_ for near in token.doc[token.i : token.i + len(words)]] == words


def _noun_of(first: Token, last: Token) -> Token | None:
    """The noun that the preposition governs ("police" of "according to police"): by the tree, or else the next noun."""
    for token in (last, first):
        at = token
        for _ in range(3):
            if at.head.i > last.i and at.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"}:
                return at.head
            at = at.head
    for child in (*first.rights, *last.rights):
        if child.i > last.i and child.dep_ in {"obl", "nmod", "obj"}:
            return child
    at = next((token for token in last.doc[last.i + 1 : last.sent.end] if not token.is_space), last)
    while at.head.i > last.i and at.head.pos_ in _NOUNS and at.head != at:
        at = at.head
    return at if at.pos_ in _NOUNS else None


def _modified(head: Token, phrase: Stretch, search: Search) -> tuple[Stretch, ...]:
    """The clause around the phrase, less the phrase, in one piece or two."""
    sentence = head.sent
    governor = head.head
    while governor.dep_ in {"ccomp", "nmod", "obl", "xcomp"} and governor.head != governor:
        governor = governor.head
    for _ in range(4):
        predicate = any(child.dep_ == "cop" for child in governor.lefts)  # "which, according to X, is the highest"
        if predicate or governor.pos_ in {"VERB", "AUX"} or governor.dep_ in _CLAUSES:
            break
        governor = governor.head
    if _closes_sentence(phrase, sentence, search.page):
        governor = _whole_of(governor)
    start, end = extent(governor) if governor != head else (sentence.start_char, sentence.end_char)
    page = search.page
    pieces: list[Stretch] = []
    start, end = without_aside((start, end), page)
    first = page.doc.char_span(phrase[0], phrase[0] + 1, alignment_mode="expand")
    if first is not None and first.start and _opens_clause(first[0], page, phrase):
        start = phrase[1]
    for low, high in ((start, min(end, phrase[0])), (max(start, phrase[1]), end)):
        trimmed = page.trim(low, high) if high > low else None
        if trimmed is not None and low >= phrase[1] and pieces and is_set_against(page.token_at(trimmed[0]), page):
            continue
        if trimmed is not None and low >= phrase[1] and pieces and ";" in page.text[low : trimmed[0]]:
            continue  # "nine died, according to police; | rights groups say twenty did"
        if trimmed is not None:
            pieces.append(page.whole_quotes(trimmed, phrase))
    return tuple(pieces)


def _opens_clause(first: Token, page: Page, phrase: Stretch) -> bool:
    """Whether a phrase opens what it is about: "has learned that, according to X, …", "and in the words of X, “…”"."""
    before = first.nbor(-1)
    before = before.nbor(-1) if before.text == "," and before.i else before
    if before.dep_ == "mark" and before.lower_ == "that":
        return True
    quote = page.quote_after(phrase[1]) if before.dep_ == "cc" else None
    return quote is not None and quote.start - phrase[1] < _NEAR and not page.text[phrase[1] : quote.start].strip(" ,")


def _closes_sentence(phrase: Stretch, sentence: Span, page: Page) -> bool:
    """Whether the phrase stands behind a comma at the end of its sentence, where it is about all of it."""
    before = page.text[sentence.start_char : phrase[0]].rstrip(" \n”\"'")
    return before.endswith(",") and not page.text[phrase[1] : sentence.end_char].strip(" \n.”\"'")


def _whole_of(clause: Token) -> Token:
    """The main clause over one that only tells of a noun or of when and why ("a film shot by a neighbour, …").

    A clause joined without a comma or a subject is of a piece with the one before it ("the town fell and the rebels
    fled, …", "the rebels shelled the town, and took it, …").
    """

    def is_of_a_piece(clause: Token) -> bool:
        shared = not any(child.dep_.startswith(("nsubj", "expl")) for child in clause.lefts)
        return clause.dep_ == "conj" and (shared or not after_comma(clause))

    while (clause.dep_ in _WITHIN or is_of_a_piece(clause)) and clause.head != clause:
        clause = clause.head
    return clause
