"""Where the words for a source begin and end, as PolNeAR's guidelines have it (Newell et al. 2018)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.attributions.sources import after_comma, case_of, charge_behind

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.attributions.page import Page, Stretch

_NAMED = frozenset({"NOUN", "PROPN"})
_JOINS = frozenset({"SCONJ", "CCONJ"})
_OUTSIDE = frozenset({"case", "mark", "punct", "cc", "cop", "nsubj", "expl", "aux", "advmod"})
_MAX_NAME = 4
_MAX_CHARS = 400
_YEAR = 4
_NICKNAME = 6
# Party and seat after a member's name: "(D-N.Y.)", ", R-Mont.".
_CODE = re.compile(r"(?:, | ?\()[A-Z]{1,4}[-–][A-Z][A-Za-z.]*(?:\)|(?=,))")
_CODE_REACH = 14


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a source and its head; `owner` is the head to look for in the entities ("who": its antecedent)."""

    start: int
    end: int
    head: int
    owner: int


def _title_before(head: Token) -> Token:
    """The first token of a title that the parser hung beside the name instead of on it; else the name's own first."""
    first = head.left_edge
    for sibling in head.head.children:
        beside = sibling.dep_ == head.dep_ and sibling.i < head.i and sibling.pos_ in _NAMED
        if not beside or sibling.right_edge.is_punct:
            continue  # "Lima to lift the ban, | minister says"
        if all(token.is_space for token in head.doc[sibling.right_edge.i + 1 : first.i]):
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
    if head.lower_ == "that" and antecedent(head) != head:
        return _noun_before(head, page)
    head = _bearer_of_code(head, page)
    start, end = _title_before(head).idx, _own_end(head, before_cue, page)
    for child in head.lefts:
        if child.dep_ == "cop":
            start = child.idx + len(child)  # "all they get is | a message saying"
        if child.dep_ in {"case", "punct", "cc", "mark"} and not page.text[start : child.idx].strip():
            last = child.right_edge
            start = last.idx + len(last)
    inside = {token.i for token in head.subtree}
    apart = [t for t in head.doc[head.left_edge.i : head.i] if t.i not in inside and t.pos_ in _JOINS]
    start = max(start, apart[-1].idx + len(apart[-1])) if apart else start  # ", while | Peru, which …, urged calm"
    trimmed = page.trim(start, end)
    if trimmed is None:
        return None
    start, end = trimmed[0], _with_code(trimmed, page)
    if before_cue is not None and end < before_cue.idx and page.text[end] == ",":
        end += any(mark in page.text[start:end] for mark in ",(")
    start, end = _rest_of_name(head, (start, end), before_cue)
    if end - start > _MAX_CHARS:
        return None
    return Source(start=start, end=end, head=head.i, owner=antecedent(head).i)


def _noun_before(pronoun: Token, page: Page) -> Source | None:
    """The noun that a "that" stands for, up to it: "nations | that oppose the ban"."""
    noun = antecedent(pronoun)
    outside = (c for c in noun.lefts if c.dep_ in _OUTSIDE)  # "it is | the army that"
    start = max([noun.left_edge.idx, *(c.idx + len(c) for c in outside)])
    trimmed = page.trim(start, pronoun.idx)
    return None if trimmed is None else Source(start=trimmed[0], end=trimmed[1], head=noun.i, owner=noun.i)


def _bearer_of_code(head: Token, page: Page) -> Token:
    """The name before a party and seat, where the parser made a speaker of them ("Ana Ruiz, R-Mont., said")."""
    code = _CODE.search(page.text, max(0, head.idx - _CODE_REACH), head.idx + len(head) + _CODE_REACH)
    if code is None or not code.start() < head.idx < code.end():
        return head
    name = page.doc.char_span(code.start() - 1, code.start(), alignment_mode="expand")
    if name is None or name[-1].pos_ not in _NAMED:
        return head
    at = name[-1]
    while at.dep_ == "flat" and at.head.i < at.i:
        at = at.head
    return at


def _with_code(stretch: Stretch, page: Page) -> int:
    """The end of a name, with the party and seat that follow it in brackets or commas."""
    start, end = stretch
    code = _CODE.search(page.text, max(start, end - _CODE_REACH), end + _CODE_REACH)
    if code is None or not code.start() <= end <= code.end():
        return end
    return code.end()


def _rest_of_name(head: Token, stretch: Stretch, before_cue: Token | None) -> Stretch:
    """Take in the determiner or title before a source, and the rest of a name, that the parser cut off."""
    start, end = stretch
    doc = head.doc
    first = doc.char_span(start, end, alignment_mode="expand")
    if first is None:
        return stretch
    before = doc[first.start - 1] if first.start > head.sent.start else None
    while before is not None and "-" in {before.text, first[0].text} and not before.whitespace_:
        start, first = before.idx, doc[before.i : first.end]  # "CJTF-|OIR", of which the parser made two
        before = doc[before.i - 1] if before.i > head.sent.start else None
    near = before is not None and before.idx + len(before) + 1 == start
    if near and before is not None and (before.tag_ == "DT" or (before.pos_ == "PROPN" and before.text[-1] == ".")):
        start = before.idx
    if before_cue is not None and end < before_cue.idx:
        between = doc[first.end : before_cue.i]
        if 0 < len(between) <= _MAX_NAME and all(t.pos_ == "PROPN" for t in between) and first[-1].pos_ in _NAMED:
            end = between[-1].idx + len(between[-1])
    return start, end


def with_run_on(source: Source, cue: Token, page: Page) -> Source:
    """A source after its cue, with what the parser hung on the quotation before the cue ("…", said Ana Ruiz, | who …).

    A closed quotation takes no words from beyond its cue, so they belong to the speaker.
    """
    span = page.doc.char_span(source.start, source.end, alignment_mode="expand")
    if span is None or span.start <= cue.i:
        return source
    end = source.end
    for token in page.doc[span.end : cue.sent.end]:
        if token.is_punct or token.is_space:
            continue
        if token.tag_ == "IN" and token.nbor(-1).text == ",":
            break  # "said Ana Ruiz, on what was her first day"
        if token.tag_ == "WP" and _speaks_on(token.head):
            break
        aged = token.i == span.end + 1 and token.text.isdigit() and token.nbor(-1).text == ","  # "said Ana, 19"
        if page.quote_at(token.idx) or not (aged or _runs_on(token, (span.start, span.end), cue)):
            break
        end = token.idx + len(token)
    closes = page.text[end : end + 1] == ")"
    return msgspec.structs.replace(source, end=end + closes)


def _runs_on(token: Token, source: tuple[int, int], cue: Token) -> bool:
    """Whether a token after the source hangs on it, or on what stands before the cue."""
    at = token
    while at.head != at:
        at = at.head
        if at.i < cue.i or source[0] <= at.i < source[1]:
            return True
        if at == cue:
            return False
    return False


def source_of_run(run: list[Token], page: Page, *, before_cue: Token) -> Source | None:
    """A source out of neighbouring tokens of a noun phrase; its head is the one that hangs on none of the others."""
    inside = set(run)
    head = next((token for token in run if token.head not in inside and token.pos_ != "DET"), run[-1])
    bearer = _bearer_of_code(head, page)
    if bearer != head:
        return source_of(bearer, page, before_cue=before_cue)
    return Source(start=run[0].idx, end=run[-1].idx + len(run[-1]), head=head.i, owner=antecedent(head).i)


def _own_end(head: Token, before_cue: Token | None, page: Page) -> int:
    """Where a source ends: before when or where it spoke, a further source, and a clause that a comma sets off.

    A relative clause after a comma stays where source and cue have changed places: it closes the sentence ("said Ana
    Ruiz, who runs the port").
    """
    follows = before_cue is not None and head.i > before_cue.i
    for child in head.rights:
        speaks = before_cue is not None and child.left_edge.i <= before_cue.i <= child.right_edge.i
        misled = child.dep_ == "case" and child.pos_ != "PART"  # "said Ana Ruiz, according to Reuters"
        misled = misled or child == charge_behind(head)
        misled = misled or (child.pos_ == "NUM" and child.dep_ == "nmod" and after_comma(child))  # ", up from 400"
        if misled or (speaks and head.lemma_.lower() in page.venues) or _is_aside(child, page):
            return min(solid_end(head), child.left_edge.idx)
        if child.dep_ in {"acl:relcl", "acl", "parataxis", "advcl"} and after_comma(child):
            near = before_cue is not None and 0 <= before_cue.i - child.right_edge.i <= 2
            if child.dep_ != "acl:relcl" or _speaks_on(child) or not (follows or near):
                return min(solid_end(head), child.left_edge.idx)
    return solid_end(head)


def _is_aside(child: Token, page: Page) -> bool:
    """Whether a phrase that the parser hung on a source says when or where it was said ("the council on Friday")."""
    if child.dep_ not in {"nmod", "obl", "nmod:unmarked", "obl:unmarked"}:
        return False
    case = case_of(child)
    dated = child.lower_ in page.days or (case == "in" and child.text.isdigit() and len(child) == _YEAR)
    return (dated and case in {"", "on", "in"}) or (child.lower_ in page.venues and case in {"in", "at", "during"})


def _speaks_on(clause: Token) -> bool:
    """Whether a relative clause tells what the source says besides ("said Ana Ruiz, who added that …")."""
    return clause.dep_ == "acl:relcl" and any(inner.dep_ == "ccomp" for inner in clause.rights)


def solid_end(head: Token) -> int:
    """Where the unbroken run of tokens that hang on `head` ends."""
    inside = {token.i for token in head.subtree}
    last = head
    while True:
        if last.i + 1 in inside:
            last = last.nbor(1)
        elif (after := _after_nickname(last, inside)) is not None:
            last = after
        else:
            return last.idx + len(last)


def _after_nickname(last: Token, inside: set[int]) -> Token | None:
    """The rest of a name behind a nickname in quotation marks, which parsers hang elsewhere ("John “J.D.” Dorsey")."""
    after = last.doc[last.i + 1 : min(last.i + _NICKNAME, last.sent.end)]
    if len(after) < _NICKNAME - 1 or after[0].tag_ != "``" or last.pos_ != "PROPN":
        return None
    closing = next((token for token in after[1:-1] if token.tag_ == "''"), None)
    rest = closing.nbor(1) if closing is not None else None
    return rest if rest is not None and rest.i in inside and rest.dep_ == "flat" else None


def antecedent(token: Token) -> Token:
    """The noun that "who" stands for: the one that its clause hangs on ("it is this government that told them")."""
    if token.tag_ in {"WP", "WDT"}:
        verb = token.head
        for _ in range(3):
            if verb.dep_ == "acl:relcl" or (verb.dep_ == "advcl:relcl" and _is_cleft(verb.head)):
                return verb.head
            verb = verb.head
    return token


def _is_cleft(noun: Token) -> bool:
    """Whether a noun is what "it is", so that the clause behind tells who did it."""
    subject = next((child for child in noun.lefts if child.dep_ in {"expl", "nsubj"}), None)
    return subject is not None and subject.lower_ == "it" and any(child.dep_ == "cop" for child in noun.lefts)
