"""Clauses as content: what a cue governs, what stands for a clause, and the sentence that a cue is put into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import WHETHER, has_to, negation
from onrecord.language.text import text_of
from onrecord.stages.attributions.page import Stretch, extent
from onrecord.stages.attributions.sources import after_comma
from onrecord.stages.attributions.subjects import stray_subject

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_OF_CLAUSE = frozenset({"obl", "advcl", "xcomp", "obj", "obl:unmarked", "advmod", "ccomp", "nmod", "acl:relcl", "acl"})
_MAY_BE_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "obj"})
_NOUNS = frozenset({"NOUN", "PROPN"})
THAT = WHETHER | {"that"}
_PRESENT = frozenset({"VBZ", "VBP"})
_SHIFTED = frozenset({"would"})  # "will" in the words of somebody in the past, which a reporter has no use for


def clause_of(verb: Token, particle: str | None) -> tuple[Stretch, ...]:
    """A clause that the cue or its particle governs ("made clear that"), after or before it, or what stands for one."""
    parts = [verb, *(child for child in verb.rights if child.lower_ == particle and child.dep_ == "xcomp")]
    clauses = [child for part in parts for child in part.children if _is_governed(child, verb) and not _is_idle(child)]
    follows = [child for child in clauses if child.i > verb.i and not after_comma(child)]
    if any(child.dep_ == "obj" and child.pos_ in _NOUNS for child in verb.rights) and not follows:
        clauses = [
            child for child in clauses if child.i > verb.i
        ]  # "… in May.[2] Ruiz announced the plan": that is said
    for child in follows or clauses:
        start, end = _clear_of(extent(child), verb, child)
        if child.i < verb.i:
            return ((_with_stray_subject(verb, child, start), end),)
        start, end = _filled(verb, start, end)
        end = with_next_clause(verb, child, _without_own_act(verb, child, end))
        marks = [c.idx for c in child.lefts if c.dep_ == "mark" and c.lower_ in THAT and c.idx >= start]
        return (*_asked(child, verb), (min(marks, default=start), end))
    stands_for_clause = (_like_clause(child, verb) for child in verb.rights)
    return next(((stretch,) for stretch in stands_for_clause if stretch is not None), ())


def _is_governed(child: Token, verb: Token) -> bool:
    """Whether a clause is what a verb takes, as its object or behind its "it" ("it was announced in Lima that")."""
    if _goes_on_behind(child, verb):
        return False
    return child.dep_ == "ccomp" or (child.dep_ == "csubj:pass" and child.i > verb.i and child.left_edge.lower_ in THAT)


def _goes_on_behind(clause: Token, verb: Token) -> bool:
    """Whether a clause goes on behind a cue that is put in: "The dam held, he said, | but the town was cut off"."""
    joined = any(child.dep_ == "cc" for child in clause.lefts)
    return verb.dep_ == "parataxis" and clause.dep_ == "ccomp" and clause.i > verb.i and joined and after_comma(clause)


def _like_clause(child: Token, verb: Token) -> Stretch | None:
    """What the parser labels otherwise: free relatives, "when" clauses, a subject with a bare verb, after a colon."""
    if child.dep_ == "obj" and child.tag_ in {"WP", "WRB"} and child.n_rights:
        return extent(child)
    asks = any(c.dep_ in {"mark", "advmod"} and c.tag_ == "WRB" for c in child.lefts)
    if child.dep_ == "advcl" and asks and child.left_edge.i == verb.i + 1:
        return extent(child)
    if child.dep_ == "advcl" and child.left_edge.lower_ in WHETHER and not after_comma(child):
        told = next((c for c in verb.rights if c.dep_ in {"obj", "iobj"}), None)
        near = told is not None and told.right_edge.i == child.left_edge.i - 1 and not told.right_edge.is_quote
        return extent(child) if near else None  # "asked the defendant | if he understood"
    if child.dep_ == "nsubj":
        bare = next((c for c in verb.rights if c.dep_ == "xcomp" and c.i > child.i), None)
        return None if bare is None else (extent(child)[0], extent(bare)[1])
    if child.dep_ == "parataxis" and child.doc[child.left_edge.i - 1].text in {":", ","} and is_finite(child):
        return extent(child)
    return None


def _asked(clause: Token, verb: Token) -> tuple[Stretch, ...]:
    """What of a clause stands before source and cue: its "what" or "which" ("which he says he paid"), its condition.

    "When he would not, Hume said police struck him", "If it rains, they say they will stay."
    """
    for child in clause.lefts:
        if child.dep_ == "advcl" and child.right_edge.i < verb.i and is_finite(child):
            return (extent(child),)
    early = next((token for token in clause.subtree if token.i < verb.i and token.tag_ in {"WP", "WDT", "WRB"}), None)
    return () if early is None else ((early.idx, early.idx + len(early)),)


def _filled(verb: Token, start: int, end: int) -> Stretch:
    """A clause after the cue, with words that the parser hung on the cue though they can only belong to the clause.

    These are what follows it without a comma, and a subject before it ("says [voter fraud] would cost seats").
    """
    for child in verb.rights:
        low, high = extent(child)
        if child.dep_ in _OF_CLAUSE and low <= end + 1 and high > end:
            end = high
        elif child.dep_ in _MAY_BE_SUBJECT and high <= start and not _gap(verb, high, start):
            subject = child.dep_ != "obj" or _lacks_subject(verb.doc, start)
            start = low if subject else start
    return start, end


def with_next_clause(verb: Token, clause: Token, end: int) -> int:
    """The end of a clause with those joined to it that the parser hung on the cue or on what governs it.

    They are known by their form: a second "that" ("said A and that B"), a bare infinitive ("vowed to A and B"), a modal
    without a subject ("said they fear A but would B"), the same pronoun in the present ("says she A, but she B"), a
    quoted "we" ("says A, and “we B”"), or a "would" or the same modal behind a past tense ("said A, and B would C").
    """
    to = has_to(clause)
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.dep_ != "conj" or token.head.i > verb.i or token.idx < end:
            continue
        first = token.left_edge
        opening = first.nbor(1) if first.dep_ == "cc" else first
        after = opening.lower_ == "that" or any(c.dep_ == "mark" and c.lower_ == "that" for c in token.lefts)
        helpers = any(child.dep_.startswith(("aux", "nsubj")) for child in token.lefts)
        joined = after or (to and token.tag_ == "VB" and not helpers) or _goes_with(token, clause)
        if not joined or text_of(verb.doc)[end : first.idx].strip(" ,;”\"'"):
            break
        end = extent(token)[1]
    return end


def _goes_with(token: Token, clause: Token) -> bool:
    """Whether a clause joined to the cue goes on with the content: "We will stay, he said, | and we will win"."""
    own = [child for child in token.lefts if child.dep_.startswith("nsubj")]
    modals = _modals(token)
    if not own:
        return bool(modals) and not _modals(token.head)
    there = {child.lower_ for child in clause.lefts if child.dep_.startswith("nsubj") and child.pos_ == "PRON"}
    if own[0].lower_ in there and token.tag_ in _PRESENT and clause.tag_ in _PRESENT:
        return True
    if own[0].nbor(-1).tag_ == "``" and "Person=1" in own[0].morph:
        return True
    shifted = _SHIFTED if negation(token) is None else frozenset()  # "and the army would not comment"
    return token.head.tag_ == "VBD" and bool(modals & (_modals(clause) | shifted))


def _modals(verb: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in verb.lefts if child.dep_ == "aux" and child.tag_ == "MD")


def _without_own_act(verb: Token, clause: Token, end: int) -> int:
    """The end of a clause less what the speaker does, in the tense of the cue ("think A fled, and are looking")."""
    if verb.tag_ not in _PRESENT or clause.tag_ != "VBD":
        return end
    for child in clause.rights:
        words = [child, *child.lefts]
        present = any(token.tag_ in _PRESENT for token in words)
        own = any(token.dep_.startswith("nsubj") for token in words)
        if child.dep_ == "conj" and after_comma(child) and present and not own and extent(child)[1] >= end - 1:
            return min(end, child.left_edge.idx)
    return end


def _lacks_subject(doc: Doc, start: int) -> bool:
    """Whether the clause that begins at `start` opens with its verb ("showed Clinton | doing better")."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span is not None and span[0].tag_ in {"VBG", "VBZ", "VBD", "MD", "VBP"}


def _with_stray_subject(verb: Token, clause: Token, start: int) -> int:
    """Where a clause before the cue begins; a subject right before it is its own, though hung on the cue."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    stray = [child for child in subjects if child.i < clause.i and child.right_edge.i + 1 == clause.left_edge.i]
    return extent(stray[0])[0] if stray and len(subjects) > 1 else start


def _gap(verb: Token, low: int, high: int) -> bool:
    return bool(text_of(verb.doc)[low:high].strip())


def _is_idle(clause: Token) -> bool:
    return clause.left_edge.i == clause.right_edge.i and not clause.text.isalpha()


def _clear_of(stretch: Stretch, verb: Token, clause: Token) -> Stretch:
    """A clause's stretch without the cue and its subject, where the parser lets the clause reach over them."""
    start, end = stretch
    if clause.i < verb.i:
        stray = stray_subject(verb)
        subjects = [*(child for child in verb.children if child.dep_.startswith("nsubj")), *([stray] if stray else [])]
        first = min([verb.i, *(child.left_edge.i for child in subjects)])
        if first > clause.i:
            end = min(end, verb.doc[first].idx)
    elif clause.i > verb.i:
        start = max(start, verb.idx + len(verb))
    return start, end


def is_finite(token: Token) -> bool:
    """Whether a clause has a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubj:pass", "expl", "csubj"} for child in token.children)


def hosted(verb: Token, ways: set[str], particle: str | None) -> tuple[Stretch, ...]:
    """The sentence that the cue is put into or after: "A, he said, B"; "As he said, A"."""
    host = verb.head
    if verb.dep_ == "advcl":
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
        taken = [child for child in verb.children if child.dep_ in {"ccomp", "obj", "xcomp"}]
        measured = host.pos_ in {"ADV", "ADJ"} and any(child.lower_ == "as" for child in host.lefts)  # "as far as"
        said = verb.tag_ == "VBG"  # "was quoted as saying"
        others = any(child.lower_ != particle for child in taken)
        if "as" not in marks or others or _is_read_out(verb) or measured or said:
            return ()
        if any(case.lower_ in ways for child in verb.rights for case in child.lefts if case.dep_ in {"case", "mark"}):
            return ()
    elif verb.dep_ != "parataxis" or not _is_put_in(verb):
        return ()
    if host == verb:
        return ()
    start, end = extent(host)
    inner_start, inner_end = extent(verb)
    if inner_start <= start or inner_end >= end:
        stretch = (inner_end, end) if inner_start <= start else (start, inner_start)
        return (stretch,)
    return ((start, inner_start), (inner_end, end))


def _is_read_out(verb: Token) -> bool:
    """Whether a passive has a subject of its own: "wept as the verdict was read" tells when, not on whose word."""
    return any(child.dep_ == "nsubj:pass" and "Gender=Neut" not in child.morph for child in verb.lefts)


def _is_put_in(verb: Token) -> bool:
    """Whether the cue stands in the sentence as "he said" does: with a subject, without an object, behind a comma."""
    labels = {child.dep_ for child in verb.children if not _goes_on_behind(child, verb)}
    if "nsubj" not in labels or labels & {"obj", "xcomp", "ccomp", "aux:pass"}:
        return False
    first = verb.left_edge
    before = first if first.is_punct or first.i == 0 else first.nbor(-1)
    return before.text not in {";", ":", "-", "--", "—", "–", "("}
