"""Contents: what is said, thought or planned, found through the frame that the cue's entry gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import has_to, is_passive
from onrecord.stages.attributions.clauses import clause_of, hosted, is_finite, with_next_clause
from onrecord.stages.attributions.page import Stretch, extent
from onrecord.stages.attributions.sources import charge_behind

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.stages.attributions.cues import CueEntry

_STANDS_FOR = frozenset({"advmod", "obj", "obl:unmarked"})
_PRESENT = frozenset({"VBP", "VBZ"})
_WIDE = frozenset({"obl", "nmod", "advcl", "acl", "xcomp", "obj", "iobj", "advmod"})


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Stretches of content, and the last token of the cue where a preposition belongs to it ("called for")."""

    pieces: tuple[Stretch, ...]
    cue_last: int | None = None
    clause: bool = False


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the lexicon around a content.

    Attributes:
        kept: prepositions whose phrases stay with an object ("criticised X for Y").
        limits: conjunctions whose clauses do ("promised marches until it falls").
        days: days and months, which say when ("commented on Friday").
        units: units of time, which say how long ("criticised the ban for two years").
    """

    kept: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


def content_of(verb: Token, cue: CueEntry, around: Around) -> Content | None:
    """The content of a verb or adjective cue, by the first way of its entry that the sentence takes."""
    ways = set(cue.takes)
    if cue.keeps:
        around = msgspec.structs.replace(around, kept=around.kept | cue.keeps)
    if ways & {"clause", "quote"}:
        found = clause_of(verb, cue.particle) or hosted(verb, ways, cue.particle)
        if found:
            return Content(pieces=found, clause=True)
    for way in cue.takes:
        content = _by_way(verb, way, cue, around)
        if content is not None and not (cue.names and way == "obj" and _is_unnamed(verb, content)):
            content = _with_limit(verb, content, around.limits)
            return _with_place(verb, content) if cue.table == "perception_cue" else content
    return None


def _with_limit(verb: Token, content: Content, limits: frozenset[str]) -> Content:
    """The content with the clause right behind it that limits what is promised, asked for or refused."""
    start, end = content.pieces[-1]
    for child in verb.rights:
        if child.dep_ == "advcl" and child.left_edge.idx == end + 1 and child.left_edge.lower_ in limits:
            return msgspec.structs.replace(content, pieces=(*content.pieces[:-1], (start, extent(child)[1])))
    return content


def _with_place(verb: Token, content: Content) -> Content:
    """The content with the adverb right behind it that tells where it is seen ("shows Ruiz | ahead by four points")."""
    start, end = content.pieces[-1]
    for child in verb.rights:
        measured = child.dep_ == "advmod" and any(c.dep_ in {"obl", "nmod"} for c in child.rights)
        if measured and child.left_edge.idx == end + 1:
            return msgspec.structs.replace(content, pieces=(*content.pieces[:-1], (start, extent(child)[1])))
    return content


def _is_unnamed(verb: Token, content: Content) -> bool:
    """Whether an object is called nothing: "was called on Monday", "called a meeting to discuss the offer"."""
    if is_passive(verb):
        return len(content.pieces) == 1
    names = [c for c in verb.children if c.dep_ in {"obj", "iobj", "xcomp", "ccomp"} and not has_to(c)]
    words = verb.doc.char_span(*content.pieces[0], alignment_mode="expand")
    set_off = words is None or any(word.is_quote or "Definite=Ind" in word.morph for word in words[1:])
    return len(names) < 2 and not set_off


def pro_clause(verb: Token, words: frozenset[str]) -> Content | None:
    """What stands for a clause that was said before: "said so", "said as much", "said the same of the others"."""
    for child in verb.rights:
        phrase = verb.doc[child.left_edge.i : child.i + 1].text.lower()
        if child.dep_ in _STANDS_FOR and phrase in words and child.left_edge.i == verb.i + 1:
            _, end = extent(child)
            return Content(pieces=((child.left_edge.idx, end if child.dep_ == "obj" else child.idx + len(child)),))
    return None


def _by_way(verb: Token, way: str, cue: CueEntry, around: Around) -> Content | None:
    """The content by one way of the cue's entry ("to", "ing", "obj", a preposition), where the sentence has it."""
    if way in {"clause", "quote"}:
        return None
    if way == "to":
        # "offered condolences to the widows": whom, not what; "was admitted to a ward": where
        given = any(child.dep_ == "obj" for child in verb.rights)
        given = given or (is_passive(verb) and cue.pos == "VERB")
        return _infinitive(verb, "VB") or (None if given else _prepositional(verb, "to", around))
    if way in {"ing", "passive_to"}:
        return _infinitive(verb, "VBG") if way == "ing" else _raised(verb)
    if way in {"obj", "obj_to"}:
        return _object(verb, around, with_infinitive=way == "obj_to", names=cue.names)
    preposition, _, rest = way.partition("+")
    found = _prepositional(verb, preposition, around, with_infinitive=rest == "to")
    return None if found is not None and tells_when(verb.doc, found, around.days) else found


def tells_when(doc: Doc, content: Content, days: frozenset[str]) -> bool:
    """Whether the noun behind a preposition says when ("commented on Friday", "her remarks on Friday")."""
    words = doc.char_span(*content.pieces[0], alignment_mode="expand")
    return words is not None and words.root.lower_ in days and words.root.pos_ in {"NOUN", "PROPN"}


def _infinitive(verb: Token, tag: str) -> Content | None:
    """What is planned or denied, with the object that does the act, where it has one."""
    for child in verb.rights:
        if child.dep_ not in {"xcomp", "ccomp", "advcl"}:
            continue
        to = has_to(child)
        if (tag == "VB" and to) or (tag == "VBG" and child.tag_ == "VBG" and child.dep_ != "advcl"):
            start, end = extent(child)
            return Content(pieces=((start, with_next_clause(verb, child, end)),))
    return None


def _raised(verb: Token) -> Content | None:
    """Subject and infinitive, as in "The talks are expected to begin"."""
    if not is_passive(verb):
        return None
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj:pass", "nsubj"}), None)
    clauses = (child for child in verb.rights if child.dep_ in {"xcomp", "ccomp", "advcl"})
    clause = next((child for child in clauses if child.tag_ != "VBG" or has_to(child)), None)
    if subject is None or clause is None or subject.dep_ == "expl":
        return None
    return Content(pieces=(extent(subject), extent(clause)))


def _object(verb: Token, around: Around, *, with_infinitive: bool, names: bool) -> Content | None:
    """An object and what stays with it: "called the vote a farce", "urged both sides to stop"."""
    if is_passive(verb):
        return _passive_subject(verb, around.kept, needs_clause=with_infinitive, names=names)
    objects = [c for c in verb.rights if c.dep_ in {"obj", "ccomp"} or (with_infinitive and c.dep_ == "iobj")]
    if not objects:  # "accused | the rebels | of theft", where the parser sees them addressed
        objects = [c for c in verb.rights if c.dep_ == "iobj"]
    if not objects:  # "called | the YPG “terrorists”", where the parser sees one noun
        objects = [c for c in verb.rights if c.dep_ == "xcomp" and c.pos_ == "NOUN" and c.right_edge.i <= c.i + 1]
        objects = [c for c in objects if not any(w.dep_ in {"mark", "cop", "aux"} for w in c.lefts)]
    if not objects:  # "shrugged off | the threat", where the parser sees an adjunct
        bare = [c for c in verb.rights if c.dep_ == "obl" and c.left_edge.nbor(-1).dep_ == "compound:prt"]
        objects = [c for c in bare if not any(w.dep_ == "case" for w in c.lefts)]
    if not objects:
        return None
    first = objects[0]
    if with_infinitive and not any(_is_for_it(c) for c in verb.rights if c.i > first.i):
        return None
    return Content(pieces=(_to_the_right(verb, first, around),))


def _is_for_it(clause: Token) -> bool:
    """Whether a clause says what somebody is to do: not "invited him to talks, | sending his ratings down"."""
    return clause.dep_ in {"xcomp", "ccomp"} or (clause.dep_ == "advcl" and has_to(clause))


def _passive_subject(verb: Token, kept: frozenset[str], *, needs_clause: bool, names: bool) -> Content | None:
    """The subject of a passive, with what is said of it ("is seen as a threat", "was accused of theft")."""
    if needs_clause:
        return _raised(verb)
    subject = _suffering(verb)
    if subject is None:
        return None
    given = next((child for child in verb.rights if child.dep_ == "obj" and child.pos_ in {"NOUN", "PROPN"}), None)
    if given is not None and not names:
        return Content(pieces=(extent(given),))  # "were promised a road"
    pieces = [extent(subject)]
    last: int | None = None
    for child in verb.rights:
        mark = next((c for c in child.lefts if c.dep_ in {"case", "mark"} and c.i >= child.left_edge.i), None)
        if child.dep_ == "obl:agent":
            last = mark.i if mark is not None and mark.i == verb.i + 1 else last
            charge = charge_behind(child)
            if charge is not None:
                pieces.append(extent(charge))
                break
        elif child.dep_ in {"xcomp", "ccomp"}:
            pieces.append(extent(child))
            break
        elif child.dep_ in {"obl", "advcl"} and mark is not None and mark.i == verb.i + 1 and mark.lower_ in kept:
            last = mark.i
            pieces.append((mark.idx + len(mark), extent(child)[1]))
            break
    return Content(pieces=tuple(pieces), cue_last=last)


def _suffering(verb: Token) -> Token | None:
    """The subject of a passive, its own or the one that it shares ("was arrested and accused")."""
    at = verb
    while True:
        own = next((child for child in at.children if child.dep_ == "nsubj:pass"), None)
        if own is not None or at.dep_ != "conj" or at.head.tag_ != at.tag_:
            return own
        at = at.head


def _prepositional(verb: Token, preposition: str, around: Around, *, with_infinitive: bool = False) -> Content | None:
    """The noun phrase or gerund after a preposition that belongs to the cue, as in "called for talks"."""
    for child in verb.rights:
        if child.dep_ not in {"obl", "advcl", "nmod", "obl:agent", "ccomp", "acl", "iobj"}:
            continue
        case = next((c for c in child.lefts if c.dep_ in {"case", "mark"} and c.lower_ == preposition), None)
        if case is None:
            continue
        if not with_infinitive and any(c.dep_ == "obj" and c.i < child.i for c in verb.rights):
            continue  # "called the raid a test for the pact": what is called is the object
        acts = [c for c in verb.rights if c.dep_ in {"xcomp", "advcl", "acl"} and c.i > child.i]
        if with_infinitive and not acts and not any(c.dep_ in {"acl", "advcl"} for c in child.rights):
            continue
        start, _ = extent(child)
        end = _to_the_right(verb, child, around)[1]
        return Content(pieces=((max(start, case.idx + len(case)), end),), cue_last=case.i)
    return None


def _to_the_right(verb: Token, first: Token, around: Around) -> Stretch:
    """From the left edge of `first` over all that stays with it; what only says when or where it was said ends it."""
    start, end = extent(first)
    timed = False
    for child in verb.rights:
        if child.i <= first.i or child.is_punct:
            continue
        if timed and child.dep_ == "obl" and child.left_edge.idx - end == 1:
            end = extent(child)[1]
        if child.lower_ not in around.units and _stays(child, around.kept):
            end = max(end, extent(child)[1])
        elif child.dep_ == "obl:unmarked" and verb.tag_ in _PRESENT and 0 <= child.left_edge.idx - end <= 1:
            end = max(extent(child)[1], first.right_edge.idx + len(first.right_edge))  # "we condemn attacks today in"
            timed = True
    return start, end


def _stays(child: Token, kept: frozenset[str]) -> bool:
    """Whether a dependent of an object belongs to the content with it."""
    if child.dep_ in {"xcomp", "ccomp", "obj"}:
        return True
    if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}:  # "defended himself and his record"
        return not any(c.dep_.startswith(("nsubj", "cop", "aux")) for c in child.lefts)
    if child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
        return False
    if child.dep_ not in _WIDE or (child.dep_ == "advcl" and is_finite(child)):
        return False
    words = {c.lower_ for c in child.lefts if c.dep_ in {"case", "mark"}}
    return bool(words & kept)
