"""Contents: what is said, thought or planned, found through the frame that the cue's entry gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.attributions.page import Stretch, extent
from onrecord.stages.attributions.sources import is_passive

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span, Token

    from onrecord.stages.attributions.cues import CueEntry
    from onrecord.stages.attributions.page import Page

_CLAUSE = frozenset({"ccomp", "csubj:pass"})
_OF_CLAUSE = frozenset({"obl", "advcl", "xcomp", "obj", "obl:unmarked", "advmod", "ccomp", "nmod", "acl:relcl", "acl"})
_VENUE_WINDOW = 8
_MAY_BE_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "obj"})
_THAT = frozenset({"that", "whether", "if"})
_WIDE = frozenset({"obl", "nmod", "advcl", "acl", "xcomp", "obj", "iobj", "advmod"})


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Stretches of content, and the last token of the cue where a preposition belongs to it ("called for")."""

    pieces: tuple[Stretch, ...]
    cue_last: int | None = None
    clause: bool = False


def content_of(verb: Token, cue: CueEntry, page: Page, kept: frozenset[str]) -> Content | None:
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


def parenthesis(first: Token, last: Token, source: Token | None, page: Page) -> Content | None:
    """What stands around "…, the mayor said, …": both parts of the sentence, where commas close the cue in.

    A second part that is a clause of its own after "and" or "but", or a participle ("adding that"), belongs to another.
    """
    doc = page.doc
    left, right = first.i, last.i
    if source is not None:
        left = min(left, source.left_edge.i)
        right = max(right, source.right_edge.i) if source.i > right else right
    while left < first.i and doc[left].is_punct:
        left += 1
    while right > last.i and doc[right].is_punct:
        right -= 1
    sentence = first.sent
    if left - 1 <= sentence.start or right + 2 >= sentence.end:
        return None
    if doc[left - 1].text != "," or doc[right + 1].text != ",":
        return None
    after = doc[right + 2]
    split = any(token.dep_.startswith("nsubj") and token.head.i > right for token in doc[sentence.start : left])
    if after.tag_ == "VBG" and after.head in (last, first) or page.quote_at(doc[left - 2].idx):
        return None
    if page.quote_at(after.idx) and not split:
        return None
    if after.dep_ == "cc" and any(child.dep_.startswith("nsubj") for child in after.head.lefts):
        return None
    before = doc[sentence.start : left]
    if not any(token.pos_ in {"VERB", "AUX"} or token.dep_.startswith("nsubj") for token in before):
        return None
    return Content(
        pieces=((sentence.start_char, doc[left - 1].idx), (after.idx, sentence.end_char)), clause=True
    )


def without_next_speech(stretch: Stretch, verb: Token, page: Page, is_speech: Callable[[Token], bool]) -> Stretch:
    """Content less a clause at its end, after a comma, that says what is said next ("…, adding that", "…, but he said")."""
    start, end = stretch
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return stretch
    for token in span:
        if token.dep_ not in {"advcl", "conj", "parataxis"} or not is_speech(token) or page.quote_at(token.idx):
            continue
        left = token.left_edge
        opens = token.tag_ == "VBG" or any(child.dep_.startswith("nsubj") for child in token.lefts)
        before = left if left.is_punct else left.nbor(-1)
        if opens and before.text in {",", ";", "”", '"', "''"} and left.idx > start and token.i != verb.i:
            return start, before.idx if before.text in {",", ";"} else left.idx
    return stretch


def without_aside(stretch: Stretch, page: Page) -> Stretch:
    """Content less an "and" or "but" that opens its sentence, and less a relative clause after a comma that ends it."""
    start, end = stretch
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return stretch
    if span[0].dep_ == "cc" and span[0].is_sent_start and len(span) > 2:
        start = span[1].idx
    for token in span:
        if token.dep_ == "acl:relcl" and token.right_edge.i >= span[-1].i and token.left_edge.i > span[0].i:
            first = token.left_edge
            comma = first if first.text == "," else first.nbor(-1)
            if comma.text == "," and page.quote_at(comma.idx) is None and comma.idx > start:
                end = comma.idx
                break
    return start, end


def loose_clause(verb: Token, first: Token, page: Page) -> Content | None:
    """What a cue of speech leaves over where the parser ties no clause to it.

    A cue that ends its sentence after a comma and a noun phrase ("The bridge fell, police said.") has what stands before
    them; one that is followed by "that" has the rest of the sentence.
    """
    sentence = verb.sent
    after = [token for token in page.doc[verb.i + 1 : sentence.end] if not token.is_space]
    if after and after[0].lower_ == "that" and after[0].dep_ in {"mark", "nsubj", "det"}:
        return Content(pieces=((after[0].idx, sentence.end_char),), clause=True)
    if any(token.pos_ in {"VERB", "AUX"} for token in after[:6]):
        return None
    comma = next((page.doc[i] for i in range(first.i - 1, sentence.start, -1) if page.doc[i].text == ","), None)
    if comma is None or first.i - comma.i > 12 or comma.i - sentence.start < 3:
        return None
    between = page.doc[comma.i + 1 : first.i]
    if not len(between) or any(token.pos_ in {"VERB", "AUX", "ADP", "SCONJ"} for token in between):
        return None
    if not any(token.pos_ in {"VERB", "AUX"} for token in page.doc[sentence.start : comma.i]):
        return None
    return Content(pieces=((sentence.start_char, comma.idx),), clause=True)


def _by_way(verb: Token, way: str, kept: frozenset[str]) -> Content | None:
    """One way of taking content; None where the sentence has it not."""
    if way == "to":
        return _infinitive(verb, "VB") or _prepositional(verb, "to", kept, with_infinitive=False)
    if way == "ing":
        return _infinitive(verb, "VBG")
    if way == "passive_to":
        return _raised(verb)
    if way in {"obj", "obj_to"}:
        return _object(verb, kept, with_infinitive=way == "obj_to")
    if way in {"clause", "quote"}:
        return None
    preposition, _, rest = way.partition("+")
    return _prepositional(verb, preposition, kept, with_infinitive=rest == "to")


def _clause(verb: Token) -> tuple[Stretch, ...]:
    """A clause that the cue governs, after it or before it, or a free relative ("said what he thought")."""
    for child in verb.children:
        if child.dep_ == "ccomp" and not _is_idle(child):
            start, end = _clear_of(extent(child), verb, child)
            if child.i > verb.i:
                start, end = _filled(verb, start, end)
                marks = [c.idx for c in child.lefts if c.dep_ == "mark" and c.lower_ in _THAT and c.idx >= start]
                start = min(marks, default=start)
            return ((start, end),)
    for child in verb.rights:
        if child.dep_ == "obj" and child.tag_ in {"WP", "WRB"} and child.n_rights:
            return (extent(child),)
        if child.dep_ == "parataxis" and child.doc[child.left_edge.i - 1].text in {":", ","} and _finite(child):
            return (extent(child),)
    return ()


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


def _lacks_subject(doc: Doc, start: int) -> bool:
    """Whether the clause that begins at `start` opens with its verb ("showed Clinton | doing better")."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span is not None and span[0].tag_ in {"VBG", "VBZ", "VBD", "MD", "VBP"}


def _gap(verb: Token, low: int, high: int) -> bool:
    return bool(verb.doc.text[low:high].strip())


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
    elif verb.dep_ != "parataxis" or not any(child.dep_.startswith("nsubj") for child in verb.children):
        return ()
    if host is verb:
        return ()
    start, end = extent(host)
    inner_start, inner_end = extent(verb)
    if inner_start <= start or inner_end >= end:
        stretch = (inner_end, end) if inner_start <= start else (start, inner_start)
        return (stretch,)
    return ((start, inner_start), (inner_end, end))


def _infinitive(verb: Token, tag: str) -> Content | None:
    """ "plans to leave", "denied taking part"; with the object that does the act, where it has one."""
    for child in verb.rights:
        if child.dep_ not in {"xcomp", "ccomp", "advcl"}:
            continue
        to = any(c.dep_ == "mark" and c.lower_ == "to" for c in child.lefts)
        if (tag == "VB" and to) or (tag == "VBG" and child.tag_ == "VBG" and child.dep_ != "advcl"):
            return Content(pieces=(extent(child),))
    return None


def _raised(verb: Token) -> Content | None:
    """ "The talks are expected to begin": subject and infinitive are the content."""
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
    objects = [c for c in verb.rights if c.dep_ in {"obj", "ccomp"}]
    if not objects:
        return None
    first = objects[0]
    if with_infinitive and not any(c.dep_ in {"xcomp", "advcl", "ccomp"} for c in verb.rights if c.i > first.i):
        return None
    return Content(pieces=(_to_the_right(verb, first, kept),))


def _passive_subject(verb: Token, kept: frozenset[str], *, needs_clause: bool) -> Content | None:
    """The subject of "was criticised by unions", with what is said of it ("is seen as a threat", "was accused of theft")."""
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
    """ "called for talks": the preposition belongs to the cue, its noun phrase or gerund is the content."""
    for child in verb.rights:
        if child.dep_ not in {"obl", "advcl", "nmod", "obl:agent", "ccomp", "acl", "iobj"}:
            continue
        case = next((c for c in child.lefts if c.dep_ in {"case", "mark"} and c.lower_ == preposition), None)
        if case is None:
            continue
        if with_infinitive and not any(c.dep_ in {"xcomp", "advcl", "acl"} for c in verb.rights if c.i > child.i):
            if not any(c.dep_ in {"acl", "advcl"} for c in child.rights):
                continue
        start, _ = extent(child)
        end = _to_the_right(verb, child, kept)[1]
        return Content(pieces=((max(start, case.idx + len(case)), end),), cue_last=case.i)
    return None


def without_venue(stretch: Stretch, page: Page, venues: frozenset[str]) -> Stretch:
    """Content less where it was said, which parsers like to hang on its last noun ("… in a statement on Monday")."""
    start, end = stretch
    span = page.doc.char_span(start, end, alignment_mode="contract")
    if span is None or page.quote_at(end - 1):
        return stretch
    for token in reversed(span[-_VENUE_WINDOW:]):
        if token.lower_ not in venues and token.lemma_.lower() not in venues:
            continue
        cases = [child for child in token.lefts if child.dep_ == "case" and child.lower_ in {"in", "during", "at", "on"}]
        if cases and cases[0].idx > start + 1 and token.right_edge.i >= span[-1].i - 3:
            return start, cases[0].idx
    return stretch


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
