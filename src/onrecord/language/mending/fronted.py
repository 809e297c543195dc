"""Two subjects on one verb behind what is said: "All states | back the ban, | three envoys told the paper".

A parser may hang both subjects on the verb of saying, and then nobody backs the ban, or the paper does. What a comma
sets off behind such a verb is no second thing said: "Talks have failed, the envoy told reporters, | a blow to hopes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")


def mend_fronted(doc: Doc) -> None:
    """Give a clause before its verb of saying the subject before it, if the verb has another; time linear in tokens.

    An object behind the verb and a comma becomes a remark.
    """
    for place in having(doc, "DEP", ("parataxis",)):
        if doc[place].head.i < place:
            _set_off(doc[place])
    for place in having(doc, "DEP", ("ccomp",)):
        clause = doc[place]
        verb = clause.head
        if verb.i < place:
            continue
        _set_off(verb)
        if grammar.children(clause, *_SUBJECTS):
            continue
        subjects = grammar.children(verb, "nsubj")
        before = [subject for subject in subjects if subject.i < place]
        if len(before) == 1 and len(subjects) == 2 and subjects[1].i > place and clause.pos_ in {"VERB", "AUX"}:
            hang(before[0], clause)


def _set_off(verb: Token) -> None:
    """Make a remark of an object behind a comma."""
    for remark in grammar.children(verb, "obj"):
        if remark.i > verb.i and remark.left_edge.text == ",":
            hang(remark, verb, "parataxis")
