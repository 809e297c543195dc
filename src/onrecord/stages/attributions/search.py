"""The search for cues, one kind after another, over one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import has_to, is_negative, is_passive, names_nobody
from onrecord.stages.attributions import (
    closings,
    contents,
    cue_extent,
    cues,
    edges,
    going_on,
    loose,
    source_edges,
    sources,
    speech,
    subjects,
)
from onrecord.stages.attributions.bare import what_is_said
from onrecord.stages.attributions.candidate import Candidate
from onrecord.stages.attributions.headings import heading_voices
from onrecord.stages.attributions.nouns import noun_candidate
from onrecord.stages.attributions.page import Page
from onrecord.stages.attributions.phrases import own_views, source_phrases
from onrecord.stages.attributions.relatives import relative_content
from onrecord.stages.attributions.speakers import passed_on_by, speaker_of
from onrecord.stages.attributions.statements import put_out
from onrecord.stages.attributions.telling import may_be_told, may_tell, stands_alone
from onrecord.stages.attributions.took_place import is_told
from onrecord.stages.attributions.turns import turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.draft import MentionDraft
    from onrecord.reading.reading import Furniture
    from onrecord.stages.attributions.cues import CueEntry
    from onrecord.stages.attributions.page import Stretch
    from onrecord.stages.attributions.source_edges import Source

_PARTIES = frozenset({"person", "organization", "group", "place"})
_BODIES = frozenset({"organization", "group"})


class Search:
    """One report and what is looked for in it."""

    def __init__(
        self, doc: Doc, mentions: Sequence[MentionDraft], furniture: Sequence[Furniture], lexicon: Lexicon
    ) -> None:
        self.doc = doc
        self.page = Page(doc, furniture, lexicon)
        self.index = cues.cue_index(lexicon)
        self.forms = cues.form_index(lexicon)
        self.lexicon = lexicon
        self.raising = lexicon.list("raising_verb")
        self.light = lexicon.list("cue_light_verb")
        self.texts = lexicon.list("text_noun")
        self.around = contents.Around(
            kept=lexicon.list("content_preposition"),
            limits=lexicon.list("content_conjunction"),
            days=self.page.days,
            units=self.page.units,
        )
        self.pro_clauses = lexicon.list("pro_clause")
        self.denying = lexicon.list("denying_cue")
        self.wishes = lexicon.list("wish_cue")
        self.people = frozenset(m.head for m in mentions if m.type == "person")
        self.phrases = lexicon.entries("source_phrase")
        self.parties = frozenset(m.head for m in mentions if m.type in _PARTIES and m.kind != "pronoun")
        self.voices = frozenset(m.head for m in mentions if m.type in _BODIES and "REB" not in m.sectors)
        self.heading_voices = lexicon.list("heading_voice")
        press = [m for m in mentions if "JRN" in m.sectors]
        named = frozenset(m.head for m in press if m.kind == "name")
        self.agencies = named | {m.head for m in press if not named.isdisjoint(m.same_as)}  # "the Interfax news agency"

    def candidates(self) -> list[Candidate]:
        """All candidates, in the order of their cues."""
        by_form = (*turns(self.page), *heading_voices(self), *put_out(self))
        return sorted((*self._words(), *source_phrases(self), *own_views(self), *by_form), key=lambda found: found.cue)

    def _words(self) -> Iterator[Candidate]:
        """Verbs, nouns and adjectives of the lexicon."""
        for token in self.doc:
            if token.pos_ not in {"VERB", "NOUN", "ADJ", "AUX", "PROPN"}:
                continue
            entries = cues.cues_at(token, self.index, self.forms)
            if not entries or self.page.is_furniture(token.idx) or _is_half(token):
                continue
            for entry in entries:
                candidate = noun_candidate(self, token, entry) if entry.pos == "NOUN" else self._predicate(token, entry)
                if candidate is not None:
                    yield candidate
                    break

    def _predicate(self, verb: Token, entry: CueEntry) -> Candidate | None:
        """A verb or adjective cue with source and content."""
        first = cue_extent.cue_start(verb, self.raising, self.forms)
        last = cue_extent.cue_end(verb, entry.particle)
        quoting = sources.quoted_through(verb)
        opening = first if quoting is None else cue_extent.cue_start(quoting, self.raising, self.forms)
        if quoting is not None and is_passive(quoting):
            first = opening  # "was quoted as saying"
        if not is_told(verb, first, self.lexicon) or not cues.fits(verb, entry, first):
            return None
        content, beside = self._content_of((verb, entry), (opening, last))
        if content is None or not may_tell(self, verb, entry) or not may_be_told(self, verb, content, entry):
            return None
        issuing = sources.issued_by(verb, self.page, self.light, self.forms)
        if content.cue_last is not None:
            last = self.doc[max(last.i, content.cue_last)]
        if issuing is not None:
            first = cue_extent.cue_start(issuing, self.raising, self.forms)
        beside_issued = verb.dep_ == "conj" and verb.tag_ == "VBG"  # "issued a paper welcoming A and calling for B"
        issuer = issuing or (sources.issued_by(verb.head, self.page, self.light, self.forms) if beside_issued else None)
        source = speaker_of(self, (issuer or verb, entry), (first, last), content, beside)
        if source is not None and beside is not None and beside.before:
            source = source_edges.with_run_on(source, verb, self.page)
        if source is None and not stands_alone(verb, entry, content):
            return None
        if source is not None and _is_nobody(self.doc[source.head], entry):
            return None
        return self.candidate(verb, entry, source, (first, last), content)

    def _content_of(
        self, predicate: tuple[Token, CueEntry], cue: tuple[Token, Token]
    ) -> tuple[contents.Content | None, speech.Beside | None]:
        """The content, and the quotation beside the cue where it is one."""
        verb, entry = predicate
        relative = relative_content(verb, entry, self.page.charging)
        if relative is not None:
            return relative, None
        says = entry.table == "speech_cue" and "clause" in entry.takes
        if says and not is_passive(verb) and loose.is_put_in(verb):
            around = loose.parenthesis(*cue, subjects.subject_of(verb), self.page)
            if around is not None:
                return around, None
        if "quote" in entry.takes and not self.page.quote_at(verb.idx):
            beside = speech.quote_beside(*cue, self.page)
            if beside is not None and self._has_its_own(verb, beside):
                beside = None
            if beside is not None:
                return contents.Content(pieces=(beside.stretch,), clause=True), beside
        found = contents.content_of(verb, entry, self.around)
        if verb.lemma_.lower() in self.wishes and verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts):
            found = None  # "withdrew, as demanded by the rebels": nobody says that they did
        if found is not None and verb.lemma_.lower() in self.denying:
            found = msgspec.structs.replace(found, pieces=edges.up_to_speech(found.pieces, self.page))
        if found is None and "clause" in entry.takes:
            found = contents.pro_clause(verb, self.pro_clauses)
        return found or (loose.loose_clause(verb, cue[0], self.page) if says else None), None

    def _has_its_own(self, verb: Token, beside: speech.Beside) -> bool:
        """Whether a quotation beside a cue is not its content, since that hangs on it.

        "“…,” the paper wrote, highlighting the need for rain"; "denied the charge: “We were never there.”".
        """
        taken = any(child.dep_ in {"obj", "ccomp"} for child in verb.rights)
        if beside.before:  # "“…,” a nurse who asked not to be named said"
            over = self.page.text[beside.stretch[1] - 2] == "."  # "“We stay.” The union calls on them to leave."
            asked = {"xcomp", "advcl"} if over else {"xcomp"}
            return (taken and verb.tag_ == "VBG") or any(c.dep_ in asked and has_to(c) for c in verb.rights)
        return taken and verb.lemma_.lower() in self.denying

    def is_speech(self, token: Token) -> bool:
        """Whether the token is a verb of saying with something said ("adding that", not "adding jobs")."""
        entries = cues.cues_at(token, self.index, self.forms) if token.pos_ == "VERB" else ()
        spoken = [entry for entry in entries if entry.table == "speech_cue"]
        if token.tag_ == "VBG" and any(self._issues(inner, token) for text in token.rights for inner in text.rights):
            return True
        if any(child.dep_ == "obj" and self._voices(child, token) for child in token.rights):
            return True
        if any("clause" in e.takes for e in spoken) and contents.pro_clause(token, self.pro_clauses) is not None:
            return True
        return any(self._quotes(token, e) or contents.content_of(token, e, self.around) for e in spoken)

    def _issues(self, inner: Token, verb: Token) -> bool:
        """Whether what is put out here speaks ("releasing a statement saying that")."""
        return sources.issued_by(inner, self.page, self.light, self.forms) == verb

    def _voices(self, noun: Token, verb: Token) -> bool:
        """Whether an object says something with its verb ("expressed concern")."""
        nouns = cues.cues_at(noun, self.index, self.forms) if cues.lemma_of(verb, self.forms) in self.light else ()
        return any(entry.pos == "NOUN" for entry in nouns)

    def _quotes(self, token: Token, entry: CueEntry) -> bool:
        """Whether a quotation follows the verb soon."""
        after = self.page.quote_after(token.idx) if "quote" in entry.takes else None
        return after is not None and after.start < token.sent.end_char and speech.reaches(self.page, token, after)

    def _opens_quote(self, token: Token) -> bool:
        """Whether the token is a verb of saying that a quotation may follow ("adding")."""
        entries = cues.cues_at(token, self.index, self.forms) if token.pos_ == "VERB" else ()
        return any(entry.table == "speech_cue" and "quote" in entry.takes for entry in entries)

    def candidate(
        self,
        verb: Token,
        entry: CueEntry,
        source: Source | None,
        cue: tuple[Token, Token],
        content: contents.Content,
    ) -> Candidate | None:
        """A candidate with its content trimmed to what is said; None where nothing is left of it."""
        stretch = (cue[0].idx, cue[1].idx + len(cue[1]))
        outer = (min(stretch[0], source.start), max(stretch[1], source.end)) if source else stretch
        pieces = self._pieces(verb, source, stretch, content)
        if not pieces:
            return None
        if "quote" in entry.takes and pieces[0][1] <= outer[0]:
            more = going_on.in_paragraph(max(outer[1], pieces[-1][1]), self.page, self._opens_quote)
            if more is not None and (self.page.quote_at(pieces[0][1] - 1) or content.clause):
                pieces.append(more)
        if pieces[0][0] >= stretch[1] and self.page.text[stretch[1] : pieces[0][0]].strip() == ":":
            stretch = (stretch[0], self.page.text.index(":", stretch[1]) + 1)
        return Candidate(
            source=source,
            cue=stretch,
            cue_head=verb.i,
            pieces=tuple(pieces),
            table=entry.table,
            clause=content.clause,
            via=passed_on_by(self, verb),
        )

    def _pieces(self, verb: Token, source: Source | None, cue: Stretch, content: contents.Content) -> list[Stretch]:
        """What is said, piece by piece, without what the parser hung on it that is the reporter's or the cue's."""
        page = self.page
        pieces: list[Stretch] = []
        for piece in content.pieces:
            bare = what_is_said(piece, cue, verb, page, self.is_speech, clause=content.clause)
            trimmed = page.trim(*bare)
            if trimmed is None or (piece[0] >= cue[1] and edges.is_added(piece, page, self.is_speech)):
                continue
            if pieces and trimmed[0] >= cue[1] and closings.is_reporters(page.token_at(trimmed[0]), page):
                continue
            if trimmed[0] >= cue[1]:
                trimmed = page.trim(*edges.with_list(trimmed, page)) or trimmed
            whole = page.whole_quotes(page.into_quote(trimmed), cue)
            pieces.append(edges.without_cue(whole, cue, source))
        return [piece for piece in pieces if piece[1] > piece[0]]


def _is_nobody(head: Token, entry: CueEntry) -> bool:
    """Whether nobody says it or takes the stand: "nobody has claimed it", "no party backs it"."""
    if entry.table == "stand_cue":
        return names_nobody(head)
    none = is_negative(head) or any(child.dep_ == "det" and is_negative(child) for child in head.lefts)
    return none and entry.table == "speech_cue"


def _is_half(token: Token) -> bool:
    """Whether it is the second half of a word ("rebel-held")."""
    return (
        token.i > 1 and token.nbor(-1).tag_ == "HYPH" and not (token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_)
    )
