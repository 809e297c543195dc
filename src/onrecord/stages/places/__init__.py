"""Every place name of a report, what it does there, and which place of the gazetteer it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.place import Place, PlaceMention
from onrecord.stages.places.find import find_names
from onrecord.stages.places.lookup import text_of
from onrecord.stages.places.resolve import Settled, settle
from onrecord.stages.places.use import use_of
from onrecord.stages.places.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.document import Document
    from onrecord.reading.entity import Entity
    from onrecord.stages.places.names import Name
    from onrecord.stages.places.scores import Scored
    from onrecord.stages.places.words import Words


def link_places(
    doc: Doc, document: Document, entities: Sequence[Entity], lexicon: Lexicon, gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """Find the report's place names and give each the place that it means.

    A name is taken where the network or the words around it say that it is a place; it is settled over the whole
    report (see `resolve`). Names that no place of the gazetteer fits stay, with null ids. Mentions are in the order of
    the text, places in that of their first mention.

    Args:
        doc: the annotated report.
        document: its publisher and title say where it is at home.
        entities: parties of the reading; names inside the names of persons and organisations are no places.
        lexicon: words around place names, and weights.
        gazetteer: places by name.
    """
    words = words_of(lexicon)
    names = find_names(doc, entities, words, gazetteer)
    settled = settle(names, doc, document, entities, words, gazetteer)
    groups: dict[object, list[tuple[Name, Settled]]] = {}
    for name, answer in zip(names, settled, strict=True):
        key: object = answer.spot.id if answer.spot else (None, name.key)
        groups.setdefault(key, []).append((name, answer))
    return tuple(
        _place(f"L{number}", group, doc, words, gazetteer) for number, group in enumerate(groups.values(), start=1)
    )


def weigh_candidates(
    doc: Doc, document: Document, entities: Sequence[Entity], lexicon: Lexicon, gazetteer: Gazetteer
) -> dict[int, tuple[Scored, ...]]:
    """The best few candidates of each place name with the parts of their scores, by where the name starts.

    The first is the place that `link_places` gives; arguments as there. It shows how a place was settled.
    """
    words = words_of(lexicon)
    names = find_names(doc, entities, words, gazetteer)
    settled = settle(names, doc, document, entities, words, gazetteer)
    return {name.start: answer.best for name, answer in zip(names, settled, strict=True)}


def _place(key: str, group: list[tuple[Name, Settled]], doc: Doc, words: Words, gazetteer: Gazetteer) -> Place:
    mentions = tuple(
        PlaceMention(
            start=name.start, end=name.end, text=text_of(doc, name.first, name.last), use=use_of(doc, name, words)
        )
        for name, _ in group
    )
    spot = group[0][1].spot
    if spot is None:
        return Place(
            id=key, name=mentions[0].text, geonameid=None, lat=None, lon=None, country=None, admin1=None, feature=None,
            precision=None, mentions=mentions,
        )  # fmt: skip
    state = gazetteer.state(spot.country) if spot.country else None
    unit = gazetteer.unit(spot.unit1) if spot.unit1 else None
    return Place(
        id=key,
        name=spot.name,
        geonameid=str(spot.geonameid) if spot.geonameid is not None else None,
        lat=spot.lat,
        lon=spot.lon,
        country=state.iso3 if state else None,
        admin1=unit.name if unit else None,
        feature=spot.feature,
        precision=words.precision(spot.feature),
        confidence=round(max(answer.confidence for _, answer in group) * words.weights["covered"], 3),
        mentions=mentions,
    )
