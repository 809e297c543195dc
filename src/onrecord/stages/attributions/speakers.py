"""Who speaks with a verb or adjective cue, and through whom the words came ("Tass quoted the envoy as saying")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import is_passive
from onrecord.stages.attributions import source_edges, sources, speech, subjects

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.contents import Content
    from onrecord.stages.attributions.cues import CueEntry
    from onrecord.stages.attributions.search import Search
    from onrecord.stages.attributions.source_edges import Source

_TO_WHOM = frozenset({"", "to", "with", "by", "in", "on"})  # not "said of the agency"


def speaker_of(
    search: Search,
    predicate: tuple[Token, CueEntry],
    cue: tuple[Token, Token],
    content: Content,
    beside: speech.Beside | None,
) -> Source | None:
    """The source by syntax, or else the noun phrase between quotation and cue, or right after the cue."""
    verb, entry = predicate
    passive = is_passive(verb) and entry.pos == "VERB"
    if entry.pos == "ADJ":
        head = subjects.subject_of(verb) or next((c for c in verb.lefts if c.dep_ == "nsubj:pass"), None)
    else:
        subject = None if passive else _outer_speaker(search, verb) or subjects.subject_of(verb, search.page)
        head = (sources.agent_of(verb) or _text_of(verb, entry)) if passive else subject
    if head is None and not passive and beside is not None and beside.before:
        head = next((c for c in verb.rights if c.dep_ == "obj" and c.left_edge.i == cue[1].i + 1), None)
    if head is not None and any(start <= head.idx < end for start, end in content.pieces):
        head = None
    if head is None and not passive and content.clause:
        run = speech.noun_beside(cue, content.pieces, search.page, expect_after=beside is not None and beside.before)
        return source_edges.source_of_run(run, search.page, before_cue=cue[0]) if run else None
    if head is None:
        return None
    head = sources.beside_title(head)
    source = source_edges.source_of(head, search.page, before_cue=cue[0])
    if source is None or source.end <= cue[0].idx or source.start >= cue[1].idx:
        return source
    return None


def _text_of(verb: Token, entry: CueEntry) -> Token | None:
    """The text in which it is said: "as stated in the treaty"."""
    return sources.text_referred_to(verb) if entry.table == "speech_cue" else None


def _outer_speaker(search: Search, verb: Token) -> Token | None:
    """Who goes on speaking in a participle behind what he said, where nobody there could ("…, citing figures").

    The subject inside is a thing ("said the drought had raised prices, citing") or a pronoun, which then is he.
    """
    told = verb.head
    speaking = verb.tag_ == "VBG" and verb.dep_ == "advcl" and sources.after_comma(verb) and search.is_speech(verb)
    if not speaking or told.dep_ != "ccomp" or told.i > verb.i or not search.is_speech(told.head):
        return None
    if told.i < told.head.i < verb.i:
        return subjects.subject_of(told.head, search.page)  # "They have confessed, RIA reported, citing an aide"
    inner = subjects.subject_of(told)
    acting = told.pos_ == "VERB" and inner is not None and (inner.i in search.parties or inner.ent_type_)
    if inner is None or acting:
        return None  # but "said Moscow was not ready, pointing to"
    return subjects.subject_of(told.head, search.page)


def passed_on_by(search: Search, verb: Token) -> tuple[int, ...]:
    """Heads of those through whom the words came: the agency that was told them, or who quotes the source."""
    hearers = (c for c in verb.children if c.dep_ in {"obj", "iobj", "obl"} and sources.case_of(c) in _TO_WHOM)
    told = [child.i for hearer in hearers for child in _and_owner(hearer) if child.i in search.agencies]
    quoting = sources.quoted_through(verb)
    by = next((c for c in verb.rights if sources.case_of(c) == "by"), None)  # "was quoted as saying by the daily"
    agent = (sources.agent_of(quoting) or by) if quoting is not None else None
    told = [*told, agent.i] if agent is not None else told  # "was quoted by the daily as saying"
    teller = subjects.subject_of(quoting) if quoting is not None and not is_passive(quoting) else None
    return (*told, teller.i) if teller is not None else tuple(told)


def _and_owner(hearer: Token) -> list[Token]:
    """Who was told, and whose broadcast it is: "told the BBC's Newsnight"."""
    return [hearer, *(child for child in hearer.lefts if child.dep_ == "nmod:poss")]
