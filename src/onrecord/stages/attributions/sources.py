"""Sources: who speaks, and where the words for them begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.attributions.page import Stretch, extent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.stages.attributions.page import Page

_SUBJECT = frozenset({"nsubj", "csubj", "nsubj:outer"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "parataxis", "dep"})
_NAMED = frozenset({"NOUN", "PROPN"})
_MAX_STEPS = 8
_MAX_NAME = 4
_MAX_CHARS = 400


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a source and its head; `owner` is the head to look for in the entities ("who": its antecedent)."""

    start: int
    end: int
    head: int
    owner: int


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return any(child.dep_ in {"aux:pass", "nsubj:pass", "obl:agent"} for child in verb.children)


def subject_of(verb: Token) -> Token | None:
    """The token for who does `verb`: its own subject, or the one that it shares with what governs it."""
    quoted = _quoted_one(verb)
    if quoted is not None:
        return quoted
    at = verb
    for _ in range(_MAX_STEPS):
        own = _own_subject(at, passive_counts=at is not verb)
        if own is not None:
            return own
        if at.dep_ == "acl" or (at.dep_ == "acl:relcl" and at is verb):
            return at.head if at.dep_ == "acl" and at.tag_ == "VBG" else None
        if at.dep_ not in _SHARES_SUBJECT or at.head is at:
            return None
        if at.dep_ == "xcomp" and at.tag_ != "VBG":
            controller = next((c for c in at.head.children if c.dep_ in {"obj", "iobj"} and c.i < at.i), None)
            if controller is not None:
                return controller
        at = at.head
    return None


def quoted_through(verb: Token) -> Token | None:
    """The verb of quoting over "saying" in "television quoted the army as saying"."""
    if verb.tag_ == "VBG" and any(c.dep_ in {"mark", "case"} and c.lower_ == "as" for c in verb.lefts):
        return verb.head
    return None


def _quoted_one(verb: Token) -> Token | None:
    """Who is quoted "as saying", and who, named by "according to" right before it, is "citing" somebody."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "xcomp", "acl"}:
        return None
    if quoted_through(verb) is not None:
        return next((child for child in verb.head.children if child.dep_ == "obj" and child.i < verb.i), None)
    if verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    named = verb.nbor(-2)
    for _ in range(3):
        if any(case.dep_ == "case" and case.lower_ == "according" for case in named.lefts):
            return named
        named = named.head
    return None


def _own_subject(verb: Token, *, passive_counts: bool) -> Token | None:
    for child in verb.children:
        if child.dep_ in _SUBJECT or (passive_counts and child.dep_ == "nsubj:pass"):
            return None if child.dep_ == "csubj" else child
    return None


def agent_of(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and _case(child) == "by" and is_passive(verb)):
            return child
    return None


def beside_title(head: Token) -> Token:
    """The name, where the parser made two subjects of title and name ("Interior Minister | Ali Haddad")."""
    for sibling in head.head.children:
        if sibling.dep_ == head.dep_ and sibling.i > head.i and sibling.pos_ == "PROPN":
            between = head.doc[head.i + 1 : sibling.left_edge.i]
            if all(token.is_space for token in between):
                return sibling
    return head


def _title_before(head: Token) -> Token:
    """The first token of a title that the parser hung beside the name instead of on it; else the name's own first."""
    first = head.left_edge
    for sibling in head.head.children:
        beside = sibling.dep_ == head.dep_ and sibling.i < head.i and sibling.pos_ in _NAMED
        if beside and all(token.is_space for token in head.doc[sibling.right_edge.i + 1 : first.i]):
            return sibling.left_edge
    return first


def source_of(head: Token, page: Page, *, before_cue: Token | None) -> Source | None:
    """The words of the source with head `head`.

    Apposition and restrictive clauses belong to it; a relative or participle clause after a comma only where the cue
    follows the source and the parser ties them. The comma that closes an apposition right before the cue belongs too,
    as in PolNeAR's guidelines.
    """
    if head.dep_ == "expl" or head.lower_ == "there":
        return None
    start, end = _title_before(head).idx, _own_end(head, before_cue)
    for child in head.lefts:
        if child.dep_ in {"case", "punct", "cc", "mark"} and not page.text[start : child.idx].strip():
            last = child.right_edge
            start = last.idx + len(last)
    trimmed = page.trim(start, end)
    if trimmed is None:
        return None
    start, end = trimmed
    comma = before_cue is not None and end < before_cue.idx and page.text[end : before_cue.idx].strip() == ","
    if comma and any(mark in page.text[start:end] for mark in ",("):
        end += 1
    start, end = _rest_of_name(head, (start, end), before_cue)
    if end - start > _MAX_CHARS:
        return None
    return Source(start=start, end=end, head=head.i, owner=_antecedent(head).i)


def _rest_of_name(head: Token, stretch: Stretch, before_cue: Token | None) -> Stretch:
    """Take in the determiner or title before a source, and the rest of a name, that the parser cut off."""
    start, end = stretch
    doc = head.doc
    first = doc.char_span(start, end, alignment_mode="expand")
    if first is None:
        return stretch
    before = doc[first.start - 1] if first.start > head.sent.start else None
    near = before is not None and before.idx + len(before) + 1 == start
    if near and before is not None and (before.tag_ == "DT" or (before.pos_ == "PROPN" and before.text[-1] == ".")):
        start = before.idx
    if before_cue is not None and end < before_cue.idx:
        between = doc[first.end : before_cue.i]
        if 0 < len(between) <= _MAX_NAME and all(t.pos_ == "PROPN" for t in between) and first[-1].pos_ in _NAMED:
            end = between[-1].idx + len(between[-1])
    return start, end


def source_of_run(run: list[Token]) -> Source:
    """A source out of neighbouring tokens of a noun phrase; its head is the one that hangs on none of the others."""
    inside = set(run)
    head = next((token for token in run if token.head not in inside and token.pos_ != "DET"), run[-1])
    return Source(start=run[0].idx, end=run[-1].idx + len(run[-1]), head=head.i, owner=_antecedent(head).i)


def _own_end(head: Token, before_cue: Token | None) -> int:
    """Where a source ends: before a clause or participle that a comma sets off, unless the cue follows it."""
    for child in head.rights:
        if child.dep_ in {"acl:relcl", "acl", "parataxis", "advcl"} and _after_comma(child):
            near_cue = before_cue is not None and 0 <= before_cue.i - child.right_edge.i <= 2
            if child.dep_ != "acl:relcl" or not near_cue:
                return min(solid_end(head), child.left_edge.idx)
    return solid_end(head)


def solid_end(head: Token) -> int:
    """Where the unbroken run of tokens that hang on `head` ends."""
    inside = {token.i for token in head.subtree}
    last = head
    while last.i + 1 in inside:
        last = last.nbor(1)
    return last.idx + len(last)


def possessor_of(noun: Token) -> Token | None:
    """Whose noun it is: a possessive, or who it comes from or is by."""
    for child in noun.lefts:
        if child.dep_ == "nmod:poss":
            return child
    for child in noun.rights:
        if child.dep_ in {"nmod", "obl"} and _case(child) in {"by", "from", "among"}:
            return child
    return None


def possessor_span(token: Token) -> Stretch:
    """A possessive with its 's."""
    return extent(token)


def _antecedent(token: Token) -> Token:
    """The noun that "who" stands for: the one that its clause hangs on."""
    if token.tag_ in {"WP", "WDT"}:
        verb = token.head
        for _ in range(3):
            if verb.dep_ == "acl:relcl":
                return verb.head
            verb = verb.head
    return token


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _after_comma(token: Token) -> bool:
    first = token.left_edge
    if first.text in {",", "-", "--", "—", "–"}:
        return True
    return first.i > 0 and first.nbor(-1).text in {",", "-", "--", "—", "–"}
