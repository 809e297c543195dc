"""Places that tell where an act was, not who did it or had it done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import conjuncts, has_to, preposition

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon

WITH_SCENE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_WAY = frozenset({"to", "from", "of", "through", "toward", "towards", "into"})


class Scenes:
    """Tells in one report the places that are scenes of acts from the countries that act."""

    def __init__(self, who: Who, lexicon: Lexicon, is_country: Callable[[str], bool]) -> None:
        self._who = who
        self._inert = lexicon.list("inert_place")
        self._by_bands = lexicon.list("blow_of_bands")
        self._lands = lexicon.list("peopled_place")
        self._houses = lexicon.list("place_noun") - self._lands
        self._is_country = is_country

    def is_town(self, head: Token) -> bool:
        """A place that is no country."""
        entity = self._who.at(head.i)
        return entity is not None and entity.type == "place" and not self._is_country(entity.name)

    def is_place(self, head: Token) -> bool:
        """A place, be it a country ("struck depots in northern Iraq")."""
        return self._who.type_at(head.i) == "place"

    def is_named_town(self, head: Token) -> bool:
        """A town or region by its name; not "several areas"."""
        entity = self._who.at(head.i)
        return self.is_town(head) and entity is not None and entity.named

    def has_name(self, head: Token) -> bool:
        """Whether it is told by name which one it is."""
        entity = self._who.at(head.i)
        return entity is not None and entity.named

    def is_inert(self, head: Token) -> bool:
        """Land, water or a structure by its noun, which does nothing: "the dam provides water", "the tunnel allows"."""
        entity = self._who.at(head.i)
        unnamed = entity is None or not entity.named or head.pos_ == "NOUN"
        return unnamed and not head.ent_type_ and head.lemma_.lower() in self._inert

    def is_scene(self, head: Token, entry: EventEntry) -> bool:
        """In "the Paris attacks" and "Egypt protests" the place before the noun tells where it was, not who did it.

        So a country before what no army calls its own ("killed in Mali ambush").
        """
        entity = self._who.at(head.i)
        if entry.type in WITH_SCENE and head.dep_ == "compound" and self._is_house(head):
            return True  # "the embassy attack", "the school protest"
        if entity is None or entity.type != "place" or entry.type not in WITH_SCENE or head.dep_ == "amod":
            return False
        where = entry.type == "PROTEST" or head.head.lemma_.lower() in self._by_bands
        return where or not self._is_country(entity.name)

    def _is_house(self, head: Token) -> bool:
        """Whether it is a building by its noun alone, whatever body it stands for elsewhere."""
        return head.pos_ == "NOUN" and not head.ent_type_ and head.lemma_.lower() in self._houses

    def is_where_they_live(self, head: Token) -> bool:
        """Whether the owner is a town, or a land without a name, where it only was: "the country's longest strike"."""
        land = head.pos_ == "NOUN" and not head.ent_type_
        return self.is_named_town(head) or (land and (self.is_place(head) or head.lemma_.lower() in self._lands))

    def is_goal_of_march(self, head: Token, act: Token) -> bool:
        """Whether people only go there, or it tells where that is: "a march to the border", "on the edge of town".

        Behind a verb that is so of a bare word alone: "paraded through the town" tells to whom. What a boycott or
        blockade is of it is against.
        """
        first = conjuncts(head)[0]
        if act.pos_ != "NOUN" and any(child.dep_ != "case" for child in head.lefts):
            return False
        against = preposition(first) == "of" and first.head.i == act.i
        way = preposition(first) in _WAY and not against
        return way and self.is_place(head) and not (head.ent_type_ and self._is_country(head.text))

    def is_handled_place(self, head: Token) -> bool:
        """Whether something is to be done with a place that has no name: "agreed to leave the country"."""
        entity = self._who.at(head.i)
        place = entity is not None and entity.type == "place" and not entity.named
        return place and head.dep_ == "obj" and has_to(head.head)

    def is_posting(self, head: Token) -> bool:
        """Whether troops only go or stand there: "a deployment to Bagram Air Base", "deployments in the command"."""
        body = self._who.type_at(head.i) == "organization"
        return self.is_named_town(head) or (body and preposition(conjuncts(head)[0]) == "in")
