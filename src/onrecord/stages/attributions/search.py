"""The search for cues, one kind after another, over one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.attributions import contents, cues, edges, loose, sources, speech
from onrecord.stages.attributions.candidate import Candidate
from onrecord.stages.attributions.page import Page, Stretch, extent, paragraph_of
from onrecord.stages.attributions.phrases import source_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.draft import MentionDraft
    from onrecord.reading.reading import Furniture
    from onrecord.stages.attributions.cues import CueEntry
    from onrecord.stages.attributions.sources import Source


_SIGNED_WORDS = 4


class Search:
    """One report and what is looked for in it."""

    def __init__(
        self, doc: Doc, mentions: Sequence[MentionDraft], furniture: Sequence[Furniture], lexicon: Lexicon
    ) -> None:
        self.doc = doc
        self.page = Page(doc, furniture)
        self.index = cues.cue_index(lexicon)
        self.forms = cues.form_index(lexicon)
        self.raising = lexicon.list("raising_verb")
        self.light = lexicon.list("cue_light_verb")
        self.kept = lexicon.list("content_preposition")
        self.venues = lexicon.list("speech_venue")
        self.passing_on = lexicon.list("passing_on")
        self.phrases = lexicon.entries("source_phrase")
        self.agencies = frozenset(m.head for m in mentions if "JRN" in m.sectors and m.kind == "name")

    def candidates(self) -> list[Candidate]:
        """All candidates, in the order of their cues."""
        found = [*self._words(), *source_phrases(self), *self._turns()]
        return sorted(found, key=lambda candidate: candidate.cue)

    def _words(self) -> Iterator[Candidate]:
        """Verbs, nouns and adjectives of the lexicon."""
        for token in self.doc:
            if token.pos_ not in {"VERB", "NOUN", "ADJ", "AUX", "PROPN"}:
                continue
            entries = cues.cues_at(token, self.index, self.forms)
            if not entries or self.page.is_furniture(token.idx):
                continue
            for entry in entries:
                candidate = self._noun(token, entry) if entry.pos == "NOUN" else self._predicate(token, entry)
                if candidate is not None:
                    yield candidate
                    break

    def _predicate(self, verb: Token, entry: CueEntry) -> Candidate | None:
        """A verb or adjective cue with source and content."""
        first = cues.cue_start(verb, self.raising, self.forms)
        last = cues.cue_end(verb, entry.particle)
        if not cues.is_asserted(verb, first):
            return None
        content = None
        beside: speech.Beside | None = None
        spoken = "quote" in entry.takes and not self.page.quote_at(verb.idx)
        if entry.table == "speech_cue" and "clause" in entry.takes and not sources.is_passive(verb):
            content = loose.parenthesis(first, last, sources.subject_of(verb), self.page)
        if spoken and content is None:
            beside = speech.quote_beside(first, last, self.page)
            content = contents.Content(pieces=(beside.stretch,), clause=True) if beside else None
        if content is None:
            content = contents.content_of(verb, entry, self.kept)
        if content is None and "clause" in entry.takes and entry.table == "speech_cue":
            content = loose.loose_clause(verb, first, self.page)
        if content is None:
            return None
        if content.cue_last is not None:
            last = self.doc[max(last.i, content.cue_last)]
        source = self._source_of((verb, entry), (first, last), content, beside)
        if source is None and not _stands_alone(verb, entry, content):
            return None
        return self._candidate(verb, entry, source, (first, last), content)

    def _is_speech(self, token: Token) -> bool:
        """Whether the token is a verb of saying."""
        entries = cues.cues_at(token, self.index, self.forms) if token.pos_ == "VERB" else ()
        return any(entry.table == "speech_cue" for entry in entries)

    def _source_of(
        self,
        predicate: tuple[Token, CueEntry],
        cue: tuple[Token, Token],
        content: contents.Content,
        beside: speech.Beside | None,
    ) -> Source | None:
        """The source by syntax, or else the noun phrase between quotation and cue, or right after the cue."""
        verb, entry = predicate
        passive = sources.is_passive(verb) and entry.pos == "VERB"
        if entry.pos == "ADJ":
            head = sources.subject_of(verb) or next((c for c in verb.lefts if c.dep_ == "nsubj:pass"), None)
        else:
            head = sources.agent_of(verb) if passive else sources.subject_of(verb)
        if head is not None and any(start <= head.idx < end for start, end in content.pieces):
            head = None
        if head is None and not passive and content.clause:
            run = speech.noun_beside(cue, content.pieces, self.page, expect_after=beside is not None and beside.before)
            return sources.source_of_run(run) if run else None
        if head is None:
            return None
        head = sources.beside_title(head)
        source = sources.source_of(head, self.page, before_cue=cue[0])
        if source is None or source.end <= cue[0].idx or source.start >= cue[1].idx:
            return source
        return None

    def _candidate(
        self,
        verb: Token,
        entry: CueEntry,
        source: Source | None,
        cue: tuple[Token, Token],
        content: contents.Content,
    ) -> Candidate | None:
        page = self.page
        stretch = (cue[0].idx, cue[1].idx + len(cue[1]))
        outer = (min(stretch[0], source.start), max(stretch[1], source.end)) if source else stretch
        pieces = []
        for piece in content.pieces:
            bare = edges.without_aside(piece, page)
            if piece[1] > stretch[0]:
                bare = edges.without_next_speech(bare, verb, page, self._is_speech)
                bare = edges.without_venue(bare, page, self.venues)
            trimmed = page.trim(*bare)
            if trimmed is None:
                continue
            whole = page.whole_quotes(page.into_quote(trimmed), stretch)
            pieces.append(_off(whole, stretch, source))
        pieces = [piece for piece in pieces if piece[1] > piece[0]]
        if not pieces:
            return None
        if "quote" in entry.takes and pieces[0][1] <= outer[0]:
            more = speech.goes_on(max(outer[1], pieces[-1][1]), page)
            if more is not None and (page.quote_at(pieces[0][1] - 1) or content.clause):
                pieces.append((more.start, more.end))
        if pieces[0][0] >= stretch[1] and page.text[stretch[1] : pieces[0][0]].strip() == ":":
            stretch = (stretch[0], page.text.index(":", stretch[1]) + 1)
        via = self._through(verb)
        return Candidate(
            source=source,
            cue=stretch,
            cue_head=verb.i,
            pieces=tuple(pieces),
            table=entry.table,
            clause=content.clause,
            via=via,
        )

    def _through(self, verb: Token) -> tuple[int, ...]:
        """Heads of those through whom the words came: the agency that was told them, or who quotes the source."""
        told = [c.i for c in verb.children if c.dep_ in {"obj", "iobj", "obl"} and c.i in self.agencies]
        quoting = sources.quoted_through(verb)
        teller = sources.subject_of(quoting) if quoting is not None else None
        return (*told, teller.i) if teller is not None else tuple(told)

    def _noun(self, noun: Token, entry: CueEntry) -> Candidate | None:
        """A noun cue: "the claim that", "raised concerns about", "their demand for"."""
        content = _noun_content(noun, entry)
        if content is None:
            return None
        first = last = noun
        source = None
        owner = sources.possessor_of(noun)
        verb = noun.head
        if noun.dep_ in {"obj", "nsubj:pass"} and cues.lemma_of(verb, self.forms) in self.light:
            head = sources.agent_of(verb) if sources.is_passive(verb) else sources.subject_of(verb)
            if noun.i > verb.i:
                first = cues.cue_start(verb, self.raising, self.forms)
            source = sources.source_of(head, self.page, before_cue=first) if head is not None else None
        elif owner is not None:
            start, end = sources.possessor_span(owner) if owner.i < noun.i else extent(owner)
            if owner.i > noun.i:
                found = sources.source_of(owner, self.page, before_cue=None)
                start, end = (found.start, found.end) if found else (start, end)
            source = sources.Source(start=start, end=end, head=owner.i, owner=owner.i)
        if source is None and not content.clause:
            return None
        if content.cue_last is not None:
            last = self.doc[max(last.i, content.cue_last)]
        return self._candidate(noun, entry, source, (first, last), content)

    def _turns(self) -> Iterator[Candidate]:
        """Turns of a transcript: a name, a colon, a paragraph."""
        at = 0
        while at < len(self.page.text):
            line = paragraph_of(self.page.text, at)
            at = line[1] + 1
            turn = speech.transcript_turn(self.page, line)
            trimmed = self.page.trim(turn[2].idx + 1, line[1]) if turn else None
            if turn and trimmed:
                yield _marked(turn, trimmed)
        for quote in self.page.quotes:
            if speech.words_in(self.page.text[quote.start : quote.end]) < _SIGNED_WORDS:
                continue
            signed = speech.signed_quote(self.page, quote, paragraph_of(self.page.text, quote.start))
            if signed:
                yield _marked(signed, (quote.start, quote.end))


def _marked(marks: tuple[Token, Token, Token], piece: Stretch) -> Candidate:
    """A turn of a transcript or a signed quotation: first and last token of the name, and the mark that is its cue."""
    first, last, mark = marks
    return Candidate(
        source=sources.Source(start=first.idx, end=last.idx + len(last), head=last.i, owner=last.i),
        cue=(mark.idx, mark.idx + len(mark)),
        cue_head=mark.i,
        pieces=(piece,),
        table="speech_cue",
        clause=True,
    )


def _stands_alone(verb: Token, entry: CueEntry, content: contents.Content) -> bool:
    """Whether a cue may go without a source: a finite passive ("It was reported that"), never a mere participle."""
    if verb.dep_ in {"acl", "amod", "xcomp"} or (verb.dep_ == "advcl" and not content.clause):
        return False
    if entry.table in {"plan_cue", "perception_cue"} and not content.clause:
        return False
    return sources.is_passive(verb) or content.clause


def _noun_content(noun: Token, entry: CueEntry) -> contents.Content | None:
    """What a noun cue is about: a clause, an infinitive, or the phrase of one of its prepositions."""
    phrases = [child for child in noun.rights if child.dep_ in {"nmod", "acl", "obl"}]
    if noun.dep_ == "obj":
        phrases += [child for child in noun.head.rights if child.dep_ == "obl" and child.left_edge.i == noun.i + 1]
    for child in noun.rights:
        marks = {c.lower_ for c in child.lefts if c.dep_ in {"mark", "det", "case"} and c.i == child.left_edge.i}
        if child.dep_ in {"acl", "ccomp", "acl:relcl"} and "clause" in entry.takes and marks & {"that", "whether"}:
            return contents.Content(pieces=(extent(child),), clause=True)
        if child.dep_ == "acl" and "to" in entry.takes and "to" in marks:
            return contents.Content(pieces=(extent(child),), clause=True)
    for child in phrases:
        case = next((c for c in child.lefts if c.dep_ in {"case", "mark"} and c.lower_ in entry.takes), None)
        if case is not None:
            return contents.Content(pieces=((case.idx + len(case), extent(child)[1]),), cue_last=case.i)
    return None


def _off(piece: Stretch, cue: Stretch, source: Source | None) -> Stretch:
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
