"""The lexicon's words about places, looked up once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.knowledge.precision import precision_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.place import Precision


class Words:
    """Word lists of `places.toml`; see there what each is for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.short: Mapping[str, str] = lexicon.map("place_short")
        self.kinds = {word: tuple(codes.split()) for word, codes in lexicon.map("place_kind").items()}
        self.kinds_in_name = lexicon.list("place_kind_in_name")
        self.compass = lexicon.list("compass")
        self.sure_prepositions = lexicon.list("place_preposition_sure")
        self.place_words = lexicon.list("place_word") | self.kinds_in_name
        self.local_bodies = lexicon.list("local_body")
        self.bodies = self.local_bodies | lexicon.list("body_head")
        self.party_letters = lexicon.list("party_letter")
        self.states = lexicon.list("place_state_verb")
        self.vessels = lexicon.list("vessel_noun")
        self.not_places = lexicon.list("not_place")
        self.rarely_places = lexicon.list("rarely_place") | self.not_places
        self.weights: Mapping[str, float] = lexicon.map("place_weight")
        self._precision: Mapping[str, str] = lexicon.map("place_precision")

    def precision(self, feature: str) -> Precision:
        """How exact a point for this feature code is."""
        return precision_of(feature, self._precision)


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> Words:
    """The words of `lexicon`, built once."""
    return Words(lexicon)
