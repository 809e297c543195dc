"""A verb behind a comma and "and", hung on a clause inside the sentence's own: "said he had fired, | and accused Mali".

A parser takes the nearest verb before it, whose doer would then do both. The comma closes the inner clause: behind one
that says when or why, who did the first thing goes on to do the second. Behind what somebody says, or what is told of
somebody, the same holds only of what is done by words too, or of what has been done where the saying is in the present
("say he took bribes, | and have charged his brother"). Nobody does it to himself ("nine of them"). A list has its
own comma, so it stays ("shot, robbed, and left"); so does what is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.mending.joined_words import is_said
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_SUBJECTS = ("nsubj", "nsubj:pass")
_INNER = frozenset({"ccomp", "advcl", "acl:relcl"})
_UNREAL = frozenset({"if", "unless", "whether"})
_BLOW = "ASSAULT"
_PLURAL = frozenset({"NNS", "NNPS"})
_OF = frozenset({"of"})
_MAX_STEPS = 6


def mend_joined_above(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such verb on the one above the inner clause; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "DEP", ("conj",)):
        verb = doc[place]
        first = verb.head
        if not _is_inner(first) or grammar.conjuncts(verb) != [first, verb] or not _goes_on(verb):
            continue
        above = _above(first)
        if above is not None and _is_closed(verb, first, above, lexicon):
            bare = not grammar.children(verb, "aux", "aux:pass")
            hang(verb, above)
            if bare and verb.tag_ == "VBN" and (above.tag_ == "VBD" or grammar.children(verb, "obj")):
                verb.tag_ = "VBD"


def _is_inner(clause: Token) -> bool:
    """Whether it is a clause in another, also where it hangs on who is told it: "told the court that it had fled"."""
    told = clause.dep_ == "acl" and any(mark.lower_ == "that" for mark in grammar.children(clause, "mark"))
    return clause.dep_ in _INNER or told


def _goes_on(verb: Token) -> bool:
    """Whether it is a finite verb without a subject of its own, behind what joins it."""
    joins = grammar.children(verb, "cc")
    if verb.pos_ != "VERB" or len(joins) != 1 or joins[0].i == 0 or joins[0].i > verb.i:
        return False
    return not grammar.children(verb, *_SUBJECTS, "mark") and tense(verb) != ""


def tense(verb: Token) -> str:
    """Whether its form, or its first helper's, is of the past or of the present; empty for neither."""
    helpers = grammar.children(verb, "aux", "aux:pass", "cop")
    first = helpers[0] if helpers else verb
    if first.tag_ in {"VBZ", "VBP"}:
        return "present"
    past = first.tag_ == "VBD" or (not helpers and verb.tag_ == "VBN")
    return "past" if past else ""


def _above(inner: Token) -> Token | None:
    """The finite verb with a subject under which the clause stands, behind it."""
    node = inner.head
    for _ in range(_MAX_STEPS):
        if node.pos_ == "VERB" and node.tag_ != "VBG" and not grammar.has_to(node):
            finite = node.i < inner.i and tense(node) != "" and grammar.surface_subjects(node)
            return node if finite else None
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _is_closed(verb: Token, inner: Token, above: Token, lexicon: Lexicon) -> bool:
    """Whether the comma before the verb closes the inner clause, by what kind of clause it is."""
    marks = {mark.lower_ for mark in grammar.children(inner, "mark", "advmod")}
    own = grammar.children(inner, *_SUBJECTS)
    if not own or not marks.isdisjoint(_UNREAL) or tense(verb) != tense(above) or is_quoted(verb, above):
        return False
    before = inner.dep_ == "acl:relcl" and grammar.is_perfect(inner)
    if before and (_is_of_office(verb, lexicon) or _is_done_to_no_others(verb, inner)):
        return True
    if grammar.children(verb, "cc")[0].nbor(-1).lower_ != ",":
        return False
    if inner.dep_ == "advcl" or (inner.dep_ == "acl:relcl" and _is_done_to_them(verb)):
        return True
    blow = any(entry.type == _BLOW for entry in lexicon.events.get(inner.lemma_.lower(), ()))  # "fired" says things too
    told = is_said(verb, lexicon) and (blow or not is_said(inner, lexicon))
    done = grammar.is_perfect(verb) and tense(verb) != tense(inner)
    return told or (inner.dep_ == "ccomp" and done) if is_said(above, lexicon) or inner.dep_ != "ccomp" else False


def _is_done_to_them(verb: Token) -> bool:
    """Whether it is done to those of whom the clause tells: "boys who had marched, | and arrested nine of them"."""
    objects = [head for it in grammar.children(verb, "obj", "iobj") for head in (it, *grammar.prep_objects(it, _OF))]
    return any({"Person=3", "Number=Plur"} <= set(it.morph) and not grammar.is_reflexive(it) for it in objects)


def _is_done_to_no_others(verb: Token, inner: Token) -> bool:
    """Whether they are several, and the clause names no others: "met miners who had blocked a road and | urged them".

    Not "rebels who had caught nine men and | shot them".
    """
    others = any(word.tag_ in _PLURAL for word in verb.doc[inner.i : verb.i])
    several = inner.head.tag_ in _PLURAL and not others
    return several and not grammar.is_perfect(verb) and _is_done_to_them(verb)


def _is_of_office(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is what those in office do, later than the clause: "where they had hidden and | arrested them"."""
    office = verb.lemma_.lower() in lexicon.list("act_of_office")
    return office and not grammar.is_perfect(verb) and bool(grammar.children(verb, "obj"))


def is_quoted(verb: Token, above: Token) -> bool:
    """Whether a quotation begins between the two and holds the verb."""
    return sum(word.is_quote for word in verb.doc[above.i : verb.i]) % 2 == 1
