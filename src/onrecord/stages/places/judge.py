"""Whether words are a place name: what speaks against the network's, and what tells one that it missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.countries import load_countries
from onrecord.stages.places.lookup import short_form, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.knowledge.gazetteer import Gazetteer, Spot
    from onrecord.stages.places.names import Cover, Name
    from onrecord.stages.places.words import Words

_SURE_PEOPLE = 500_000
_LARGE = ("PCL", "ADM1", "CONT", "PPLC")
_PARTY_MAX = 3
_OTHER_NAME = 2
_ACRONYM_LETTERS = 4
_NOTED_PEOPLE = 20_000


def is_plausible(doc: Doc, name: Name, cover: Cover, words: Words) -> bool:
    """Whether a PLACE of the network is one.

    A nationality is none; nor is a word of a person's name in the report, unless the place is great or the words before
    it say so; a name that the gazetteer lacks needs a word for a kind of place in it, or "in" or "near" before it.
    """
    text = text_of(doc, name.first, name.last)
    if name.key in words.not_places or not any(c.isalpha() for c in text):
        return False
    if _is_acronym(text) and not _is_great(name.spots) and not short_form(doc, name.first, name.last, words):
        return False
    if not _is_great(name.spots) and is_people(doc, name):
        return False
    located = _is_located(doc, name, words)
    if short_form(doc, name.first, name.last, words):
        return True
    if name.last - name.first == 1 and doc[name.first].lower_ in cover.surnames:
        return located or _is_great(name.spots)
    if name.spots:
        return True
    parts = {doc[i].lower_ for i in range(name.first, name.last)}
    return located or not parts.isdisjoint(words.place_words) or _before_short_form(doc, name, words)


def _before_short_form(doc: Doc, name: Name, words: Words) -> bool:
    at = name.last
    return at + 1 < len(doc) and doc[at].text == "," and short_form(doc, at + 1, at + 2, words) is not None


def is_people(doc: Doc, name: Name) -> bool:
    """Whether the words are a nationality."""
    return load_countries().nationality(text_of(doc, name.first, name.last)) is not None


def _is_acronym(text: str) -> bool:
    """"OAS", "AIG": the gazetteer's Oas is another."""
    return text.isupper() and text.isalpha() and len(text) <= _ACRONYM_LETTERS


def _is_great(spots: tuple[Spot, ...]) -> bool:
    return bool(spots) and spots[0].rank < 2 and (spots[0].feature.startswith(_LARGE) or spots[0].population > _SURE_PEOPLE)


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
    return before is None or bool(cover.label(first - 1)) or before.pos_ != "PROPN" or before.lower_ in {"mayor"}


def told_by_context(
    doc: Doc, name: Name, cover: Cover, known: set[str], words: Words, gazetteer: Gazetteer
) -> bool:
    """Whether the words around a name that the network did not mark leave no doubt that it is a place."""
    label = cover.label(name.first)
    if name.key in words.not_places:
        return False
    if short_form(doc, name.first, name.last, words):
        return label != "PERSON" or cover.whole(name.first, name.last)
    if label and not cover.whole(name.first, name.last):
        return False
    if label == "PERSON" and any(doc[i].lower_ in cover.surnames for i in range(name.first, name.last)):
        return False
    if _before_its_container(doc, name, words, gazetteer) or is_dateline(doc, name):
        return True
    if name.key in words.rarely_places:
        return label not in {"PERSON", "NORP"} and name.key in known
    own = has_own_name(name.spots)
    sure = own and name.first > 0 and doc[name.first - 1].lower_ in words.sure_prepositions
    sure = sure and doc[name.first - 1].pos_ in {"ADP", "SCONJ"}
    great = _is_great(name.spots) and not is_people(doc, name)
    if own and not cover.free(name.first - 2, name.first - 1) and _ends_list(doc, name):
        return True
    if label == "PERSON":
        return sure or name.key in known
    if label == "NORP":
        return great or (name.key in known and not is_people(doc, name))
    if label:
        return sure or great or name.key in known or doc[name.last - 1].lower_ in words.kinds_in_name
    return bool(name.kind) or sure or (great and _stands_alone(doc, name))


def has_own_name(spots: tuple[Spot, ...]) -> bool:
    """Whether a place of note has the name as its own, and not only as another name of it."""
    return bool(spots) and (spots[0].rank < _OTHER_NAME or spots[0].population > _NOTED_PEOPLE)


def _ends_list(doc: Doc, name: Name) -> bool:
    """"Hilversum and NAME", "Larned, NAME and Pratt": the name before last is a place already."""
    before = doc[name.first - 1].lower_
    after = doc[name.last].lower_ if name.last < len(doc) else ""
    return before in {"and", "or"} or (before == "," and after in {",", "and", "or"})


def is_dateline(doc: Doc, name: Name) -> bool:
    """"BEIRUT (AP) —", "ALEXANDRIA, La. —", "Kabul —" at the head of a paragraph."""
    if name.first and not (doc[name.first - 1].is_space or doc[name.first].is_sent_start):
        return False
    text = text_of(doc, name.first, name.last)
    after = [token.text for token in doc[name.last : name.last + 8]]
    if text.isupper() and len(text) > _PARTY_MAX:
        return bool(after) and (after[0] in {"(", ",", "—", "–", "--", "-"} or after[0].startswith(("—", "--")))
    return bool(after) and after[0] in {"—", "–", "--"}


def _before_its_container(doc: Doc, name: Name, words: Words, gazetteer: Gazetteer) -> bool:
    """"X, Y" where Y is a country or a first-level unit."""
    at = name.last
    if at + 1 >= len(doc) or doc[at].text != ",":
        return False
    if short_form(doc, at + 1, at + 2, words):
        return True
    for size in (2, 1):
        if at + 1 + size <= len(doc) and doc[at + 1].text[:1].isupper():
            for spot in gazetteer.find(text_of(doc, at + 1, at + 1 + size))[:2]:
                if spot.feature in {"PCLI", "ADM1"} and spot.rank < 2:
                    held = {(spot.country, spot.admin1 if spot.feature == "ADM1" else None)}
                    return any((s.country, None) in held or (s.country, s.admin1) in held for s in name.spots)
    return False


def _stands_alone(doc: Doc, name: Name) -> bool:
    """Whether no capitalised word of another name stands right beside it."""
    before = doc[name.first - 1] if name.first else None
    after = doc[name.last] if name.last < len(doc) else None
    return not any(token is not None and token.pos_ == "PROPN" and token.text[:1].isupper() for token in (before, after))


