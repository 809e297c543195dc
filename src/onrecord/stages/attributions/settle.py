"""From candidates to drafts: what is nested, what goes into `via`, who goes on speaking."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from onrecord.language.grammar import logical_objects
from onrecord.language.stretches import Stretches
from onrecord.reading.draft import AttributionDraft
from onrecord.stages.attributions.cues import lemma_of
from onrecord.stages.attributions.going_on import with_speech_that_goes_on
from onrecord.stages.attributions.statements import with_whole_statements

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.candidate import Candidate
    from onrecord.stages.attributions.page import Page, Stretch
    from onrecord.stages.attributions.search import Search

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEAR_CUES = 3
_NESTS = frozenset({"speech_cue", "source_phrase"})


def settle(search: Search) -> tuple[AttributionDraft, ...]:
    """Drafts in the order of the text."""
    candidates = _without_passing_on(search.candidates(), search)
    with_whole_statements(candidates, search.page)
    candidates = _without_weak_nested(_sources_of_sources(candidates, search.page), search.page)
    drafts = [_draft(candidate, search.page) for candidate in candidates]
    return with_speech_that_goes_on(drafts, search.page)


def _without_passing_on(candidates: list[Candidate], search: Search) -> list[Candidate]:
    """Of "Dawn reported, citing a guard" make the guard the one through whom the words came: he is not what is said."""
    kept: list[Candidate] = []
    for place, candidate in enumerate(candidates):
        cited = _cited(candidate, search)
        near = [*candidates[place + 1 : place + 2], *reversed(kept[-_NEAR_CUES:])] if cited else []
        teller = next((other for other in near if _is_told_by(other, candidate, search)), None)
        if teller is None:
            kept.append(candidate)
        else:
            teller.via = tuple(dict.fromkeys((*teller.via, *(head.i for head in cited))))
    return kept


def _is_told_by(said: Candidate, citing: Candidate, search: Search) -> bool:
    """Whether the one who cites another also says this in the same sentence: then the citing adds nothing."""
    same = said.source is not None and citing.source is not None and said.source.owner == citing.source.owner
    start = search.doc[citing.cue_head].sent.start
    return same and said.clause and search.doc[said.cue_head].sent.start == start


def _cited(candidate: Candidate, search: Search) -> list[Token]:
    """The parties that a participle names and does no more ("citing a guard")."""
    verb = search.doc[candidate.cue_head]
    if verb.tag_ != "VBG" or candidate.clause or lemma_of(verb, search.forms) not in search.page.passing_on:
        return []
    objects = logical_objects(verb)
    return objects if objects and all(head.i in search.parties for head in objects) else []


def _sources_of_sources(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Of "X, said Y, according to Z" make Y the source: Z is through whom it came."""
    kept: list[Candidate] = []
    phrases = [c for c in candidates if c.table == "source_phrase"]
    others = [c for c in candidates if c.table != "source_phrase"]
    cues = [c.cue[0] for c in others]
    for phrase in phrases:
        inside = (c for s, e in sorted(phrase.pieces) for c in others[bisect_left(cues, s) : bisect_left(cues, e)])
        teller = next((c for c in inside if c.clause and c.source and _says_the_same(c, phrase)), None)
        if teller is None or phrase.source is None:
            kept.append(phrase)
            for start, end in sorted(phrase.pieces):
                for other in others[bisect_left(cues, start) : bisect_left(cues, end)]:
                    _cut_at_end(other, phrase, page)
        else:
            teller.via = (*teller.via, phrase.source.head)
            teller.pieces = _cut(teller.pieces, phrase.cue[0], page)
    said = [candidate for candidate in (*kept, *others) if candidate.pieces]  # a cut may leave nothing that is said
    return sorted(said, key=lambda candidate: candidate.cue)


def _cut(pieces: tuple[Stretch, ...], at: int, page: Page) -> tuple[Stretch, ...]:
    """Pieces less what stands from a place on in the one that holds it."""
    cut = (page.trim(start, at if start < at < end else end) for start, end in pieces)
    return tuple(piece for piece in cut if piece is not None)


def _cut_at_end(other: Candidate, phrase: Candidate, page: Page) -> None:
    """Take off a source phrase that ends what another cue takes ("are feared to have drowned, according to X")."""
    if phrase.source is None:
        return
    if any(start < phrase.cue[0] and phrase.source.end >= end > phrase.cue[0] for start, end in other.pieces):
        other.pieces = _cut(other.pieces, phrase.cue[0], page)


def _says_the_same(said: Candidate, phrase: Candidate) -> bool:
    """Whether a verb of saying inside the clause that a phrase modifies ("according to …") shares content with it."""
    shared = any(s < end and start < e for s, e in said.pieces for start, end in phrase.pieces)
    return shared and said.table == "speech_cue"


def _without_weak_nested(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Leave out what is thought or planned inside another's words, and what stands twice."""
    contents = Stretches((start, end, c) for c in candidates for start, end in c.pieces)
    told = {candidate.pieces for candidate in candidates if candidate.source is not None}
    kept: list[Candidate] = []
    for candidate in candidates:
        at = candidate.cue[0]
        quote = page.quote_at(at)
        outer = [c for c in contents.over(at, at + 1) if c is not candidate]
        outer = [c for c in outer if c.source is not None or candidate.source is None]
        mutual = [c for c in outer if any(s <= c.cue[0] < e for s, e in candidate.pieces)]
        outer = [c for c in outer if c not in mutual]
        if candidate.table not in _NESTS and any(c.table in _NESTS for c in mutual):
            continue
        quoted = quote is not None and quote.start < at and quote.end > candidate.cue[1] + 1
        if (outer or quoted) and not _may_nest(candidate, page, quoted=quoted):
            continue
        if kept and _same(kept[-1], candidate):
            continue
        if candidate.source is None and candidate.pieces in told:
            continue  # "said in a statement that": the statement is where he said it
        kept.append(candidate)
    return kept


def _may_nest(candidate: Candidate, page: Page, *, quoted: bool) -> bool:
    """Whether a cue inside another's words is worth its own line: somebody else is said to say something."""
    source = candidate.source
    if candidate.table not in _NESTS or source is None or not candidate.clause:
        return False
    if not quoted:
        return True
    mark = not page.doc[candidate.cue_head].text[0].isalnum()
    cue = page.doc[candidate.cue_head]
    speaker = page.doc[source.head]
    return mark or (cue.tag_ in _FINITE and speaker.pos_ != "PRON") or candidate.table == "source_phrase"


def _same(one: Candidate, other: Candidate) -> bool:
    return one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]


def _draft(candidate: Candidate, page: Page) -> AttributionDraft:
    source = candidate.source
    return AttributionDraft(
        source=page.span((source.start, source.end)) if source else None,
        source_head=source.owner if source else None,
        cue=page.span(candidate.cue),
        cue_head=candidate.cue_head,
        content=tuple(page.span(piece) for piece in candidate.pieces),
        manner=page.manner(candidate.pieces),
        via_heads=candidate.via,
        tells=candidate.clause or candidate.table in _NESTS,
    )
