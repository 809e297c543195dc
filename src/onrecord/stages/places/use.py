"""What a place name does in its sentence: the place itself, the power that sits there, or a modifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.places.lookup import opens_line

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.reading.place import PlaceUse
    from onrecord.stages.places.names import Name
    from onrecord.stages.places.words import Words

_MODIFIERS = frozenset({"compound", "amod", "nmod:desc", "nmod:unmarked"})
_SEATS = ("PCL", "PPLC", "CONT", "ZN", "BLDG")


def use_of(doc: Doc, name: Name, words: Words) -> PlaceUse:
    """Literal, actor or modifier.

    "The Gaza border" and "Leeds Crown Court" modify. A country, a capital or a seat of government acts where it is the
    subject of a verb that only people can do, or its agent, or speaks ("Moscow said"); elsewhere a place is a place,
    and so is that where a report was written, however it hangs in the first sentence.
    """
    if opens_line(doc, name.first, name.last) and not doc[name.last : name.last + 1].text.isalpha():
        return "literal"
    head = _head(doc, name)
    if head.ent_type_ == "ORGANIZATION" and name.last < len(doc) and doc[name.last].ent_type_ == "ORGANIZATION":
        return "modifier"
    if head.dep_ in _MODIFIERS and head.head.i >= name.last:
        return "modifier"
    acts = any(spot.feature.startswith(_SEATS) for spot in name.spots[:2])
    return "actor" if acts and _is_agent(head, words) else "literal"


def _head(doc: Doc, name: Name) -> Token:
    span = doc[name.first : name.last]
    return span.root


def _is_agent(token: Token, words: Words) -> bool:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ == "obl:agent":
        return True
    if token.dep_ != "nsubj":
        return False
    verb = token.head
    return verb.pos_ == "VERB" and verb.lemma_ not in words.states
