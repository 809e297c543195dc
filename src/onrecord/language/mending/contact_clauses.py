"""Clauses that tell of a noun without "that": "the priest | the gang kidnapped", "the bans | it imposed".

A parser may take the verb for a passive, and so those who did it for those who suffered it. Whoever stands between the
noun and the verb, with no "was" and nobody "by" whom, did it. He may also have been hung on the verb of the sentence
("the lawyer | police arrested | accused them"), which then has two subjects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_CLAUSES = ("acl", "acl:relcl")
_RELATIVES = frozenset({"WDT", "WP"})
_HELPERS = ("aux", "aux:pass", "cop", "obl:agent", "mark", "obj")


def mend_contact_clauses(doc: Doc) -> None:
    """Give each such verb its doer; `doc` is changed in place, time linear in tokens."""
    for place in having(doc, "DEP", _CLAUSES):
        verb = doc[place]
        if verb.tag_ not in {"VBN", "VBD"} or grammar.children(verb, *_HELPERS):
            continue
        doer = _doer_between(verb) or _second_subject(verb)
        if doer is not None:
            verb.tag_ = "VBD"
            hang(verb, verb.head, "acl:relcl")
            for child in [child for child in doer.lefts if child.i < verb.head.i]:
                hang(child, verb.head)  # "The lawyer police arrested": the article is the lawyer's
            hang(doer, verb, "nsubj")


def _doer_between(verb: Token) -> Token | None:
    """The one subject of a supposed passive, behind the noun that the clause tells of."""
    before = grammar.children(verb, "nsubj:pass", *(("nsubj",) if verb.dep_ == "acl" else ()))
    told = len(before) == 1 and verb.head.i < before[0].i < verb.i and before[0].tag_ not in _RELATIVES
    counted = told and before[0].pos_ == "NUM"  # "a raid, nine killed": how many were
    return before[0] if told and not counted and not _is_set_off(before[0]) else None


def _is_set_off(noun: Token) -> bool:
    first = noun.left_edge
    return first.i == 0 or first.is_punct or first.nbor(-1).is_punct


def _second_subject(verb: Token) -> Token | None:
    """The second of two subjects of the sentence's verb, with this verb right behind it and the first right before."""
    noun = verb.head
    before = verb.nbor(-1) if verb.left_edge.i == verb.i and verb.i > 0 else verb
    beside = before.dep_ == noun.dep_ == "nsubj" and before.head.i == noun.head.i and noun.i < before.i
    return before if beside and noun.i + 1 in {before.i, before.left_edge.i} else None
