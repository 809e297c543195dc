"""From which walk of life somebody is: public life, business or private life, by his sectors and by what he is called.

What is only private is told by lists of the lexicon (`private_life.toml`); these are their names, by walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity

SPORT: Final[tuple[str, ...]] = ("field_role", "game_role", "sport_role")
STAGE: Final[tuple[str, ...]] = ("stage_role",)
PRIVATE: Final[tuple[str, ...]] = ("private_circle", "leisure_house")
HOME: Final[tuple[str, ...]] = ("family_noun", "home_role", "stake_role")  # kin, tenants: heard in public, too


def is_of_public_sector(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether one of its PLOVER sectors makes whatever it deals in politics: a government, rebels, a court."""
    return not lexicon.list("public_sector").isdisjoint(entity.sectors)


def is_of_business(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether it is a firm, or somebody who owns or runs one."""
    return not lexicon.list("business_sector").isdisjoint(entity.sectors)
