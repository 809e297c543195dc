"""Participles a parser joins to the verb before: "failed to honour a deal, | reached in May and | brokered by him".

With who did it behind "by", or beside an infinitive, a participle without "was" goes on with no active verb: it tells
of the noun right before the comma, or goes on with the participle that does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.mending.joined_pasts import OWN
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_DONE_TO = ("obj", "obl", "obl:arg", "nsubj:pass")


def mend_joined_done_to(doc: Doc) -> None:
    """Hang each such participle on the noun or on the participle that it goes on with; time linear in tokens."""
    for place in having(doc, "DEP", ("conj",)):
        token = doc[place]
        if token.dep_ != "conj" or not _is_bare(token) or not _is_done_to(token):
            continue
        first = _first_of(token)
        noun = _noun_before(first)
        if noun is not None:
            hang(first, noun, "acl")
            first.tag_ = "VBN"
        if first.i != token.i and first.dep_ == "acl":
            hang(token, first)


def _is_bare(token: Token) -> bool:
    """Whether it is a past form with nothing of its own that a clause has."""
    plain = token.tag_ in {"VBN", "VBD"} and not grammar.children(token, *OWN, "obj", "iobj", "ccomp")
    states = all(state.pos_ == "ADJ" for state in grammar.children(token, "xcomp"))  # "shot | dead"
    return plain and states and token.head.i < token.i


def _is_done_to(token: Token) -> bool:
    """Whether it cannot go on with the verb that it hangs on."""
    verb = token.head
    if token.tag_ != "VBN" or verb.pos_ != "VERB" or verb.tag_ == "VBN" or grammar.children(verb, "aux:pass"):
        return False
    return verb.tag_ == "VB" or bool(grammar.children(token, "obl:agent"))


def _first_of(token: Token) -> Token:
    """The first of the participles that are joined: itself, or a sister or a clause on a noun before the "and"."""
    if not grammar.children(token, "cc"):
        return token
    before = [it for it in grammar.children(token.head, "conj") if it.i < token.i and _is_bare(it)]
    told = [
        it
        for noun in grammar.children(token.head, *_DONE_TO)
        for it in grammar.children(noun, "acl")
        if it.tag_ == "VBN" and it.i < token.i
    ]
    return min([*before, *told], key=_place, default=token)


def _place(word: Token) -> int:
    return word.i


def _noun_before(participle: Token) -> Token | None:
    """The noun whose phrase ends at the comma right before the participle, under the same verb."""
    comma = participle.left_edge.i - 1
    if participle.dep_ != "conj" or grammar.children(participle, "cc") or participle.left_edge.i == 0:
        return None
    if participle.left_edge.text == ",":
        comma = participle.left_edge.i
    if participle.doc[comma].text != ",":
        return None
    ends = (it for it in grammar.children(participle.head, *_DONE_TO) if it.right_edge.i == comma - 1)
    return next((it for it in ends if it.i > participle.head.i and it.pos_ in {"NOUN", "PROPN"}), None)
