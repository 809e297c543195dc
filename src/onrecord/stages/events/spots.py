"""Whether an act is done to the place in which it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.stages.events.nearby import Nearby
    from onrecord.stages.events.scenes import Scenes

# Acts that several doers do to one another ("the two states agreed to share water").
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Acts done to whatever place they are in ("opened fire in Aba"), and acts that only tell where they were.
_DONE_TO_PLACES = frozenset({"ASSAULT", "COERCE", "AID"})
_ONLY_WHERE = frozenset({"PROTEST"})
_AGAINST, _WITH = ("against",), ("with",)


class Spots:
    """Tells which places of a report have an act done to them."""

    def __init__(self, scenes: Scenes, nearby: Nearby) -> None:
        self._scenes = scenes
        self._nearby = nearby

    def concerns(self, spot: Token, entry: EventEntry) -> bool:
        """Whether the place is a recipient, not the mere scene: a truce in Chad is one for Chad."""
        if _AGAINST in entry.recipient and _WITH in entry.recipient and self._scenes.is_town(spot):
            return False  # "rival groups fought in Tripoli"
        there = entry.mode == "ceasefire" and not self._scenes.has_name(spot) and _is_only_there(spot)
        if there or entry.mode == "resign":
            return False  # "observed a truce in the area", "step down in Hong Kong"
        if entry.type in _DONE_TO_PLACES:
            return not (entry.reciprocal and self._scenes.is_town(spot))  # two sides fight each other, not the town
        if entry.type in _ONLY_WHERE:
            return entry.mode == "strike" and spot.pos_ == "NOUN" and not self._nearby.is_peopled(spot)
        if entry.type in MUTUAL and self._nearby.is_bare_spot(spot):
            return False  # "agreed to set up posts on the border"
        return not self._scenes.is_named_town(spot)


def _is_only_there(spot: Token) -> bool:
    """Whether it is told only by a "the" or an owner which place it is."""
    return all(child.dep_ in {"case", "det", "nmod:poss"} for child in spot.lefts) and not any(
        child.dep_ in {"nmod", "acl", "acl:relcl"} for child in spot.rights
    )
