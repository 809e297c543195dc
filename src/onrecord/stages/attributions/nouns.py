"""Noun cues: "the claim that", "raised concerns about", "their demand for"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import has_modal, is_passive
from onrecord.stages.attributions import contents, cue_extent, cues, source_edges, sources, subjects
from onrecord.stages.attributions.closings import is_answered
from onrecord.stages.attributions.page import extent
from onrecord.stages.attributions.telling import can_speak

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.candidate import Candidate
    from onrecord.stages.attributions.cues import CueEntry
    from onrecord.stages.attributions.search import Search

_ASKS_OR_SAYS = frozenset({"that", "whether"})
_CLAUSES = frozenset({"acl", "ccomp", "acl:relcl"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nummod"})


def noun_candidate(search: Search, noun: Token, entry: CueEntry) -> Candidate | None:
    """The candidate of a noun cue: under a light verb, or with its possessor, or with a clause of its own."""
    content = _content(noun, entry)
    if content is None or (content.cue_last is not None and contents.tells_when(noun.doc, content, search.around.days)):
        return None
    first = _first_word(noun)
    last = noun
    source = None
    owner = sources.possessor_of(noun)
    verb = noun.head
    if _is_unsaid(noun, search, owned=owner is not None):
        return None
    acted_on = entry.doer and noun.dep_ == "obl" and owner is None
    if acted_on or (noun.dep_ in {"obj", "nsubj:pass"} and cues.lemma_of(verb, search.forms) in search.light):
        head = sources.agent_of(verb) if is_passive(verb) else subjects.subject_of(verb)
        if noun.i > verb.i and not acted_on:
            first = cue_extent.cue_start(verb, search.raising, search.forms)
        if entry.speaker and head is not None and not can_speak(search, source_edges.antecedent(head)):
            return None  # "the ruling raises questions about the vote"
        source = source_edges.source_of(head, search.page, before_cue=first) if head is not None else None
    if source is None and owner is not None:
        start, end = extent(owner)
        if owner.i > noun.i:
            found = source_edges.source_of(owner, search.page, before_cue=None)
            start, end = (found.start, found.end) if found else (start, end)
        source = source_edges.Source(start=start, end=end, head=owner.i, owner=owner.i)
    taken_up = first.i > 0 and first.nbor(-1).text == "," and is_answered(first, search.page)
    if source is None and (entry.owned or not content.clause or taken_up):
        return None  # "…, a charge that the army denies"
    if content.cue_last is not None:
        last = noun.doc[max(last.i, content.cue_last)]
    return search.candidate(noun, entry, source, (first, last), content)


def _is_unsaid(noun: Token, search: Search, *, owned: bool) -> bool:
    """Whether others say it ("faces criticism for closing branches"), or nobody yet ("will deliver remarks on it")."""
    verb = cues.lemma_of(noun.head, search.forms)
    if noun.dep_ != "obj":
        return False
    return (verb in search.page.receiving and not owned) or (verb in search.light and has_modal(noun.head))


def _first_word(noun: Token) -> Token:
    """The first word of the cue: "a bold claim that", but "the army's | claim that", whose possessor is the source."""
    first = noun
    while first.i > 0:
        before = noun.doc[first.i - 1]
        if before.head != noun or before.dep_ not in _BEFORE_NOUN or before.n_lefts:
            break
        first = before
    return first


def _content(noun: Token, entry: CueEntry) -> contents.Content | None:
    """What a noun cue is about: a clause, an infinitive, or the phrase of one of its prepositions."""
    phrases = [child for child in noun.rights if child.dep_ in {"nmod", "acl", "obl"}]
    if noun.dep_ == "obj":
        phrases += [child for child in noun.head.rights if child.dep_ == "obl" and child.left_edge.i == noun.i + 1]
    ruled = noun.head.rights if noun.dep_ in {"obj", "nsubj", "nsubj:pass"} else ()  # not "said in a statement that"
    beside = [c for c in ruled if c.dep_ in {"ccomp", "advcl"} and c.left_edge.i == noun.i + 1]
    for child in (*noun.rights, *beside):
        marks = {c.lower_ for c in child.lefts if c.dep_ in {"mark", "det", "case"} and c.i == child.left_edge.i}
        if child.dep_ in _CLAUSES and "clause" in entry.takes and marks & _ASKS_OR_SAYS:
            return contents.Content(pieces=(extent(child),), clause=True)
        if child.dep_ in {"acl", "advcl"} and "to" in entry.takes and "to" in marks:
            return contents.Content(pieces=(extent(child),))
    # "to" is that of an infinitive: nobody says the others in "its threat to the others"
    prepositions = {way.removesuffix("_obj") for way in entry.takes if way != "to"}
    for child in phrases:
        case = next((c for c in child.lefts if c.dep_ in {"case", "mark"} and c.lower_ in prepositions), None)
        if case is not None:
            return contents.Content(pieces=((case.idx + len(case), extent(child)[1]),), cue_last=case.i)
    return None
