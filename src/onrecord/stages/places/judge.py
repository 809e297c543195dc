"""Whether words that the network calls a place are one, and the tests that other steps share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.countries import load_countries
from onrecord.stages.places.lookup import short_form, text_of

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import Spot
    from onrecord.language.plain_words import Doc
    from onrecord.stages.places.names import Cover, Name
    from onrecord.stages.places.words import Words

_SURE_PEOPLE = 500_000
_NOTED_PEOPLE = 20_000
_LARGE = ("PCL", "ADM1", "CONT", "PPLC")
_OTHER_NAME = 2  # rank of a name that is not the place's own
_ACRONYM_LETTERS = 4


def is_plausible(doc: Doc, name: Name, cover: Cover, words: Words) -> bool:
    """Whether a PLACE of the network is one.

    A nationality or a ship is none; nor is a word of a person's name in the report, unless the place is great or the
    words before it say so; a name that the gazetteer lacks needs a word for a kind of place in it, or "in" or "near"
    before it.
    """
    if short_form(doc, name.first, name.last, words):
        return True
    text = text_of(doc, name.first, name.last)
    if name.key in words.not_places or not any(c.isalpha() for c in text) or _is_ship(doc, name, words):
        return False
    if is_great(name.spots) and not is_other_acronym(text, name.spots):
        return True
    if is_acronym(text) or is_people(doc, name):
        return False
    if name.last - name.first == 1 and doc[name.first].lower_ in cover.surnames:
        return _is_located(doc, name, words)
    return bool(name.spots) or _says_place(doc, name, words)


def _is_ship(doc: Doc, name: Name, words: Words) -> bool:
    """Whether a word for a ship stands right before: "the frigate Bremen"."""
    return name.first > 0 and doc[name.first - 1].lower_ in words.vessels


def _says_place(doc: Doc, name: Name, words: Words) -> bool:
    """Whether a name that the gazetteer lacks is a place by the words in and around it."""
    parts = {doc[i].lower_ for i in range(name.first, name.last)}
    if not parts.isdisjoint(words.place_words) or _is_located(doc, name, words):
        return True
    at = name.last
    return at + 1 < len(doc) and doc[at].text == "," and short_form(doc, at + 1, at + 2, words) is not None


def is_people(doc: Doc, name: Name) -> bool:
    """Whether the words are a nationality."""
    return load_countries().nationality(text_of(doc, name.first, name.last)) is not None


def is_acronym(text: str) -> bool:
    """Short and all capitals: "OAS" is not the gazetteer's Oas."""
    return text.isupper() and text.isalpha() and len(text) <= _ACRONYM_LETTERS


def is_other_acronym(text: str, spots: tuple[Spot, ...]) -> bool:
    """Whether capitals are no place's name in capitals: "OSLO" is, "EST" is not Burkina Faso's Est."""
    return is_acronym(text) and not (is_great(spots) and spots[0].feature != "ADM1")


def is_great(spots: tuple[Spot, ...]) -> bool:
    """Whether the greatest place of the name is a country, a first-level unit, a capital or a large city."""
    if not spots or spots[0].rank >= _OTHER_NAME:
        return False
    return spots[0].feature.startswith(_LARGE) or spots[0].population > _SURE_PEOPLE


def has_own_name(spots: tuple[Spot, ...]) -> bool:
    """Whether a place has the name as its own, or is of note where it is only another name of it."""
    return bool(spots) and (spots[0].rank < _OTHER_NAME or spots[0].population > _NOTED_PEOPLE)


def _is_located(doc: Doc, name: Name, words: Words) -> bool:
    """Whether "in", "near" and the like stand before, or a word for a kind of place stands beside."""
    at = name.first - 1
    while at >= 0 and (doc[at].lower_ == "the" or doc[at].lower_ in words.compass):
        at -= 1
    return bool(name.kind) or (at >= 0 and doc[at].lower_ in words.sure_prepositions)


def could_be_place(doc: Doc, first: int, last: int, cover: Cover) -> bool:
    """Whether a further mention of a place's name is the place: not a part of a longer name of something else."""
    label = cover.label(first)
    if label == "PERSON" and any(doc[i].lower_ in cover.surnames for i in range(first, last)):
        return False
    if label and label != "PLACE" and not cover.whole(first, last):
        return False
    before = doc[first - 1] if first else None
    return before is None or bool(cover.label(first - 1)) or before.pos_ != "PROPN"
