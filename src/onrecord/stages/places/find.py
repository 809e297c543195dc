"""Which words of a report name places.

The network's PLACE spans come first, cut to the name that news annotation marks ("northern Iraq": Iraq; "Nineveh
province": Nineveh; "Oxford, North Carolina": two names). What it missed is taken from the gazetteer where the words
around it leave no doubt: after "in" or "near", before a state, in a dateline, beside "province of"; then further
mentions of a name already found, and the places that public bodies are named after ("Leeds City Council").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.places.bodies import bodies
from onrecord.stages.places.capitals import capital_names
from onrecord.stages.places.judge import is_plausible
from onrecord.stages.places.lookup import look_up, shared_kind
from onrecord.stages.places.names import Cover, Name
from onrecord.stages.places.spot import missed, network_spans, party_homes, repeats, shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.language.plain_words import Doc
    from onrecord.reading.entity import Entity
    from onrecord.stages.places.words import Words


def find_names(doc: Doc, entities: Sequence[Entity], words: Words, gazetteer: Gazetteer) -> list[Name]:
    """The place names of `doc`, in the order of the text, without overlaps."""
    cover = Cover(doc, entities)
    found: list[Name] = []
    for first, last in network_spans(doc, cover, words, gazetteer):
        name = look_up(doc, first, last, words, gazetteer)
        if is_plausible(doc, name, cover, words) and not cover.is_body(first, last) and cover.take(first, last):
            found.append(name)
    for step in (bodies, party_homes, shared, missed, repeats):
        new = step(doc, cover, tuple(found), words, gazetteer)
        found.extend(name for name in new if cover.take(name.first, name.last))
    found.extend(name for name in capital_names(doc, found, gazetteer) if cover.take(name.first, name.last))
    found.sort(key=lambda name: name.start)
    for i in range(len(found) - 2, -1, -1):
        if not found[i].kind:
            found[i] = found[i]._replace(kind=shared_kind(doc, found[i], found[i + 1], words))
    return [name._replace(container=_container(doc, found, i, words)) for i, name in enumerate(found)]


def _container(doc: Doc, found: list[Name], index: int, words: Words) -> int | None:
    """The next name where it says what this one lies in: "X, Y", "X in northern Y", "X (Y)"."""
    if index + 1 == len(found):
        return None
    name, following = found[index], found[index + 1]
    between = [token.lower_ for token in doc[name.last : following.first]]
    if not between or len(between) > 5:
        return None
    if between in ([","], ["("]):
        return index + 1
    rest = [word for word in between if word not in words.compass and word not in words.kinds and word != "the"]
    return index + 1 if rest in (["in"], [",", "in"], ["of"]) and name.spots else None
