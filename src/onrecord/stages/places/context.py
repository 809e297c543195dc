"""Whether the words around a name leave no doubt that it is a place, though the network did not mark it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.places.judge import could_be_place, has_own_name, is_great, is_other_acronym, is_people
from onrecord.stages.places.lookup import short_form, text_of

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import Gazetteer, Spot
    from onrecord.language.plain_words import Doc
    from onrecord.stages.places.names import Cover, Name
    from onrecord.stages.places.words import Words

_DASHES = ("—", "–", "--")
_SHORTEST_DATELINE = 4
_NAMED_AFTER_UNIT = 2


def told_by_context(doc: Doc, name: Name, cover: Cover, known: set[str], words: Words, gazetteer: Gazetteer) -> bool:
    """Whether a name of the gazetteer is a place here.

    Args:
        doc: the report.
        name: the name, with its candidates.
        cover: what the network and the entities call the tokens.
        known: keys of the place names found so far.
        words: lists.
        gazetteer: to look up what stands after a comma.
    """
    label = cover.label(name.first)
    if short_form(doc, name.first, name.last, words):
        return label != "PERSON" or cover.whole(name.first, name.last)
    if name.key in words.not_places or cover.inside_name(name.first, name.last):
        return False
    if is_other_acronym(text_of(doc, name.first, name.last), name.spots):
        return False
    if not could_be_place(doc, name.first, name.last, cover):
        return False
    listed = name.key not in words.rarely_places and has_own_name(name.spots) and _follows_places(doc, name, cover)
    if listed or is_dateline(doc, name) or _before_its_container(doc, name, words, gazetteer):
        return True
    return _fits(doc, name, cover, words, name.key in known)


def _fits(doc: Doc, name: Name, cover: Cover, words: Words, known: bool) -> bool:  # noqa: FBT001 - a fact, no switch
    """Whether the evidence is as strong as what the network calls the words asks for."""
    label = cover.label(name.first)
    if label == "PLACE":  # weighed and found wanting before
        return False
    if name.key in words.rarely_places:
        return known and label not in {"PERSON", "NORP"}
    great = is_great(name.spots) and not is_people(doc, name)
    if label == "NORP":
        return great or (known and not is_people(doc, name))
    before = doc[name.first - 1] if name.first else None
    sure = before is not None and before.lower_ in words.sure_prepositions and before.pos_ in {"ADP", "SCONJ"}
    sure = sure and has_own_name(name.spots)
    if label == "PERSON":
        return sure or known
    if label:
        return sure or great or known or doc[name.last - 1].lower_ in words.kinds_in_name
    return bool(name.kind) or sure or (great and _stands_alone(doc, name))


def _follows_places(doc: Doc, name: Name, cover: Cover) -> bool:
    """Whether the name goes on with a list of places: "Hilversum and NAME", "Larned, NAME and Pratt"."""
    if name.first < _NAMED_AFTER_UNIT or cover.free(name.first - 2, name.first - 1):
        return False
    before = doc[name.first - 1].lower_
    after = doc[name.last].lower_ if name.last < len(doc) else ""
    return before in {"and", "or"} or (before == "," and after in {",", "and", "or"})


def is_dateline(doc: Doc, name: Name) -> bool:
    """Whether the name is that of a dateline: "BEIRUT (AP) —", "ALEXANDRIA, La. —", "Kabul —"."""
    if name.first and not (doc[name.first - 1].is_space or doc[name.first].is_sent_start):
        return False
    after = doc[name.last].text if name.last < len(doc) else ""
    text = text_of(doc, name.first, name.last)
    if text.isupper() and len(text) >= _SHORTEST_DATELINE:
        return after.startswith(("(", ",", "-", *_DASHES))
    return after in _DASHES


def _before_its_container(doc: Doc, name: Name, words: Words, gazetteer: Gazetteer) -> bool:
    """Whether "X, Y" stands there, Y a country or a first-level unit that has a place X."""
    at = name.last + 1
    if at >= len(doc) or doc[name.last].text != ",":
        return False
    if short_form(doc, at, at + 1, words):
        return True
    for size in (2, 1):
        if at + size <= len(doc) and doc[at].text[:1].isupper():
            for unit in gazetteer.find(text_of(doc, at, at + size))[:2]:
                if unit.feature in {"PCLI", "ADM1"} and unit.rank < _NAMED_AFTER_UNIT:
                    return any(_is_in(spot, unit) for spot in name.spots)
    return False


def _is_in(spot: Spot, unit: Spot) -> bool:
    return spot.country == unit.country and (unit.feature == "PCLI" or spot.admin1 == unit.admin1)


def _stands_alone(doc: Doc, name: Name) -> bool:
    """Whether no capitalised word of another name stands right beside it."""
    beside = [doc[i] for i in (name.first - 1, name.last) if 0 <= i < len(doc)]
    return not any(token.pos_ == "PROPN" and token.text[:1].isupper() for token in beside)
