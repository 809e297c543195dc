"""Contents: what is said, thought or planned, found through the frame that the cue's entry gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.text import text_of
from onrecord.stages.attributions.page import Stretch, extent
from onrecord.stages.attributions.sources import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.stages.attributions.cues import CueEntry

_CLAUSE = frozenset({"ccomp", "csubj:pass"})
_OF_CLAUSE = frozenset({"obl", "advcl", "xcomp", "obj", "obl:unmarked", "advmod", "ccomp", "nmod", "acl:relcl", "acl"})
_MAY_BE_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "obj"})
_THAT = frozenset({"that", "whether", "if"})
_WIDE = frozenset({"obl", "nmod", "advcl", "acl", "xcomp", "obj", "iobj", "advmod"})


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Stretches of content, and the last token of the cue where a preposition belongs to it ("called for")."""

    pieces: tuple[Stretch, ...]
    cue_last: int | None = None
    clause: bool = False


def content_of(verb: Token, cue: CueEntry, kept: frozenset[str]) -> Content | None:
    """The content of a verb or adjective cue, by the first way of its entry that the sentence takes.

    `kept` are the prepositions whose phrases stay with an object ("criticised X for Y").
    """
    ways = set(cue.takes)
    if ways & {"clause", "quote"}:
        found = _clause(verb) or _hosted(verb, ways)
        if found:
            return Content(pieces=found, clause=True)
    for way in cue.takes:
        content = _by_way(verb, way, kept)
        if content is not None:
            return content
    return None


def _by_way(verb: Token, way: str, kept: frozenset[str]) -> Content | None:
    """One way of taking content; None where the sentence has it not."""
    if way in {"clause", "quote"}:
        return None
    if way == "to":
        given = any(child.dep_ == "obj" for child in verb.rights)  # "offered condolences to the widows": whom, not what
        return _infinitive(verb, "VB") or (None if given else _prepositional(verb, "to", kept, with_infinitive=False))
    if way in {"ing", "passive_to"}:
        return _infinitive(verb, "VBG") if way == "ing" else _raised(verb)
    if way in {"obj", "obj_to"}:
        return _object(verb, kept, with_infinitive=way == "obj_to")
    preposition, _, rest = way.partition("+")
    return _prepositional(verb, preposition, kept, with_infinitive=rest == "to")


def _clause(verb: Token) -> tuple[Stretch, ...]:
    """A clause that the cue governs, after it or before it, or what stands for one."""
    for child in verb.children:
        if child.dep_ != "ccomp" or _is_idle(child):
            continue
        start, end = _clear_of(extent(child), verb, child)
        if child.i < verb.i:
            return ((start, end),)
        start, end = _filled(verb, start, end)
        end = _with_next_clause(verb, child, end)
        marks = [c.idx for c in child.lefts if c.dep_ == "mark" and c.lower_ in _THAT and c.idx >= start]
        return (*_asked(child, verb), (min(marks, default=start), end))
    stands_for_clause = (_like_clause(child, verb) for child in verb.rights)
    return next(((stretch,) for stretch in stands_for_clause if stretch is not None), ())


def _like_clause(child: Token, verb: Token) -> Stretch | None:
    """What the parser labels otherwise: free relatives, "when" clauses, a subject with a bare verb, after a colon."""
    if child.dep_ == "obj" and child.tag_ in {"WP", "WRB"} and child.n_rights:
        return extent(child)
    asks = any(c.dep_ in {"mark", "advmod"} and c.tag_ == "WRB" for c in child.lefts)
    if child.dep_ == "advcl" and asks and child.left_edge.i == verb.i + 1:
        return extent(child)
    if child.dep_ == "nsubj":
        bare = next((c for c in verb.rights if c.dep_ == "xcomp" and c.i > child.i), None)
        return None if bare is None else (extent(child)[0], extent(bare)[1])
    if child.dep_ == "parataxis" and child.doc[child.left_edge.i - 1].text in {":", ","} and _finite(child):
        return extent(child)
    return None


def _asked(clause: Token, verb: Token) -> tuple[Stretch, ...]:
    """The "what" or "which" of a clause, where it stands before source and cue ("which he says he paid")."""
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


def _with_next_clause(verb: Token, clause: Token, end: int) -> int:
    """The end of a clause with those joined to it that the parser hung on the cue or on what governs it.

    They are known by their form: a second "that" ("said A and that B"), or a bare infinitive ("vowed to A and B").
    """
    to = any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.lefts)
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.dep_ != "conj" or token.head.i > verb.i or token.idx < end:
            continue
        first = token.left_edge
        after = [child for child in token.lefts if child.dep_ == "mark" and child.lower_ == "that"]
        helpers = any(child.dep_.startswith(("aux", "nsubj")) for child in token.lefts)
        joined = bool(after) or (to and token.tag_ == "VB" and not helpers)
        if not joined or text_of(verb.doc)[end : first.idx].strip(" ,;”\"'"):
            break
        end = extent(token)[1]
    return end


def _lacks_subject(doc: Doc, start: int) -> bool:
    """Whether the clause that begins at `start` opens with its verb ("showed Clinton | doing better")."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span is not None and span[0].tag_ in {"VBG", "VBZ", "VBD", "MD", "VBP"}


def _gap(verb: Token, low: int, high: int) -> bool:
    return bool(text_of(verb.doc)[low:high].strip())


def _is_idle(clause: Token) -> bool:
    return clause.left_edge.i == clause.right_edge.i and not clause.text.isalpha()


def _clear_of(stretch: Stretch, verb: Token, clause: Token) -> Stretch:
    """A clause's stretch less the cue, where the parser let one reach over the other."""
    start, end = stretch
    if clause.i < verb.i:
        first = min([verb.i, *(child.left_edge.i for child in verb.children if child.dep_.startswith("nsubj"))])
        if first > clause.i:
            end = min(end, verb.doc[first].idx)
    elif clause.i > verb.i:
        start = max(start, verb.idx + len(verb))
    return start, end


def _finite(token: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubj:pass", "expl", "csubj"} for child in token.children)


def _hosted(verb: Token, ways: set[str]) -> tuple[Stretch, ...]:
    """The sentence that the cue is put into or after: "A, he said, B"; "As he said, A"."""
    host = verb.head
    if verb.dep_ == "advcl":
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
        if "as" not in marks or any(child.dep_ in {"ccomp", "obj", "xcomp"} for child in verb.children):
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


def _is_put_in(verb: Token) -> bool:
    """Whether the cue stands in the sentence as "he said" does: with a subject, without an object, behind a comma."""
    labels = {child.dep_ for child in verb.children}
    if "nsubj" not in labels or labels & {"obj", "xcomp", "ccomp", "iobj", "aux:pass"}:
        return False
    first = verb.left_edge
    before = first if first.is_punct or first.i == 0 else first.nbor(-1)
    return before.text not in {";", ":", "-", "--", "—", "–", "("}


def _infinitive(verb: Token, tag: str) -> Content | None:
    """What is planned or denied, with the object that does the act, where it has one."""
    for child in verb.rights:
        if child.dep_ not in {"xcomp", "ccomp", "advcl"}:
            continue
        to = any(c.dep_ == "mark" and c.lower_ == "to" for c in child.lefts)
        if (tag == "VB" and to) or (tag == "VBG" and child.tag_ == "VBG" and child.dep_ != "advcl"):
            start, end = extent(child)
            return Content(pieces=((start, _with_next_clause(verb, child, end)),))
    return None


def _raised(verb: Token) -> Content | None:
    """Subject and infinitive, as in "The talks are expected to begin"."""
    if not is_passive(verb):
        return None
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj:pass", "nsubj"}), None)
    clause = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.tag_ != "VBG"), None)
    if subject is None or clause is None or subject.dep_ == "expl":
        return None
    return Content(pieces=(extent(subject), extent(clause)))


def _object(verb: Token, kept: frozenset[str], *, with_infinitive: bool) -> Content | None:
    """An object and what stays with it: "called the vote a farce", "urged both sides to stop"."""
    if is_passive(verb):
        return _passive_subject(verb, kept, needs_clause=with_infinitive)
    objects = [c for c in verb.rights if c.dep_ in {"obj", "ccomp"} or (with_infinitive and c.dep_ == "iobj")]
    if not objects:
        return None
    first = objects[0]
    if with_infinitive and not any(c.dep_ in {"xcomp", "advcl", "ccomp"} for c in verb.rights if c.i > first.i):
        return None
    return Content(pieces=(_to_the_right(verb, first, kept),))


def _passive_subject(verb: Token, kept: frozenset[str], *, needs_clause: bool) -> Content | None:
    """The subject of a passive, with what is said of it ("is seen as a threat", "was accused of theft")."""
    if needs_clause:
        return _raised(verb)
    subject = next((child for child in verb.children if child.dep_ == "nsubj:pass"), None)
    if subject is None:
        return None
    pieces = [extent(subject)]
    last: int | None = None
    for child in verb.rights:
        mark = next((c for c in child.lefts if c.dep_ in {"case", "mark"} and c.i >= child.left_edge.i), None)
        if child.dep_ == "obl:agent":
            last = mark.i if mark is not None and mark.i == verb.i + 1 else last
        elif child.dep_ in {"xcomp", "ccomp"}:
            pieces.append(extent(child))
            break
        elif child.dep_ in {"obl", "advcl"} and mark is not None and mark.i == verb.i + 1 and mark.lower_ in kept:
            last = mark.i
            pieces.append((mark.idx + len(mark), extent(child)[1]))
            break
    return Content(pieces=tuple(pieces), cue_last=last)


def _prepositional(verb: Token, preposition: str, kept: frozenset[str], *, with_infinitive: bool) -> Content | None:
    """The noun phrase or gerund after a preposition that belongs to the cue, as in "called for talks"."""
    for child in verb.rights:
        if child.dep_ not in {"obl", "advcl", "nmod", "obl:agent", "ccomp", "acl", "iobj"}:
            continue
        case = next((c for c in child.lefts if c.dep_ in {"case", "mark"} and c.lower_ == preposition), None)
        if case is None:
            continue
        acts = [c for c in verb.rights if c.dep_ in {"xcomp", "advcl", "acl"} and c.i > child.i]
        if with_infinitive and not acts and not any(c.dep_ in {"acl", "advcl"} for c in child.rights):
            continue
        start, _ = extent(child)
        end = _to_the_right(verb, child, kept)[1]
        return Content(pieces=((max(start, case.idx + len(case)), end),), cue_last=case.i)
    return None


def _to_the_right(verb: Token, first: Token, kept: frozenset[str]) -> Stretch:
    """From the left edge of `first` over all that stays with it; what only says when or where it was said ends it."""
    start, end = extent(first)
    for child in verb.rights:
        if child.i > first.i and not child.is_punct and _stays(child, kept):
            end = max(end, extent(child)[1])
    return start, end


def _stays(child: Token, kept: frozenset[str]) -> bool:
    if child.dep_ in {"xcomp", "ccomp", "obj"}:
        return True
    if child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
        return False
    if child.dep_ not in _WIDE:
        return False
    words = {c.lower_ for c in child.lefts if c.dep_ in {"case", "mark"}}
    return bool(words & kept)
