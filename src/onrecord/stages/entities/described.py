"""What a noun phrase says of whom it stands for: type, number, country, sectors, the bodies it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.entities.belonging import (
    merge_sectors,
    own_sectors,
    owner_country,
    place_called,
    read_modifiers,
    said_of,
    with_nationality,
)
from onrecord.stages.entities.known import is_states
from onrecord.stages.entities.naming import names_gone_by
from onrecord.stages.entities.phrases import count_of, is_plural, left_edge, right_edge, without_determiner

if TYPE_CHECKING:
    from onrecord.knowledge.actor import Actor
    from onrecord.reading.entity import EntityType
    from onrecord.stages.entities.names import Name
    from onrecord.stages.entities.page import Page

_ACCUSING = frozenset({"REB", "CRM", "SPY", "PRM"})  # what only a label may say of somebody, in its speaker's voice


class Nominal(msgspec.Struct, frozen=True, kw_only=True):
    """A noun phrase that stands for somebody: tokens `first` to `last`, its head, and what its words say."""

    first: int
    last: int
    head: int
    noun: str
    type: EntityType
    plural: bool
    count: int | None
    country: str | None
    sectors: tuple[str, ...]
    members: tuple[int, ...]
    same_as: tuple[int, ...]
    actor: str | None = None
    counted: bool = False


def describe(page: Page, outer: int, head: int, noun: str, kind: str, by_token: dict[int, Name]) -> Nominal | None:
    """The nominal with the head `head`; None where its words show that nobody is meant, or something else.

    Args:
        page: the report.
        outer: where it begins to be counted: "group" in "a group of 14 factions", else the head itself.
        head: whom it is about: "factions".
        noun: the form of the head that the lexicon knows.
        kind: what the noun names by itself.
        by_token: names by their tokens.
    """
    first = with_nationality(page, left_edge(page, outer), outer)
    last = right_edge(page, head, by_token)
    cases = {child.lower_ for child in page.tokens[head].children if child.dep_ == "case"}
    if _is_negative(page, head) or _has_other_sense(page, first, head, noun, cases):
        return None
    place = place_called(page, head, last, by_token)
    if place or cases & page.words.place_behind.get(noun, frozenset()):
        kind = "place"
    single = page.lower[outer] == "one" and outer != head  # "one of the girls"
    count = 1 if single else _count(page, first, outer, head)
    several = (is_plural(page, head) and not single) or (count or 0) > 1
    kind = _kind_by_number(page, head, noun, kind, several=several, counted=bool(count))
    country, said, members, same_as = read_modifiers(page, range(first, head), head, by_token)
    own = own_sectors(page, head) if kind != "place" or page.words.kind_of(noun) == "place" else ()
    sectors = own if noun in page.words.portfolio else merge_sectors(said, own)
    national = page.nationality(head) if head not in by_token and page.words.kind_of(noun) is None else None
    country = country or national or owner_country(page, head, by_token)
    actor = _actor_called(page, without_determiner(page, first, head), country)
    same_as += (*names_gone_by(page, head, by_token), *place)
    told_of = kind == "person" and any(child.dep_ in {"acl", "acl:relcl"} for child in page.tokens[head].children)
    if (sectors or told_of) and not several and _ACCUSING.isdisjoint(sectors):
        same_as += said_of(page, head)
    return Nominal(
        first=first, last=last, head=outer, noun=noun, type=kind,  # type: ignore[arg-type]
        plural=several, count=count, counted=outer != head,
        country=actor.country if actor else country, sectors=actor.sectors if actor else sectors,
        members=members, same_as=same_as, actor=actor.key if actor else None,
    )  # fmt: skip


def _is_negative(page: Page, head: int) -> bool:
    """Whether it is nobody: "no group claimed it"."""
    dets = [child for child in page.tokens[head].children if child.dep_ == "det"]
    return any(grammar.is_negative(det) and det.lower_ not in page.words.stands_for for det in dets)


def _has_other_sense(page: Page, first: int, head: int, noun: str, cases: set[str]) -> bool:
    """Whether a word of its phrase or the preposition before it gives the noun a sense in which it is nobody."""
    other_sense = page.words.other_sense.get(noun)
    if other_sense and any(page.lower[i] in other_sense for i in _own_words(page, first, head)):
        return True
    return bool(cases & page.words.other_sense_behind.get(noun, frozenset()))


def _count(page: Page, first: int, outer: int, head: int) -> int | None:
    """How many there are, by the numbers before the head, or by a number that stands alone ("the two")."""
    alone = head == outer and page.pos[head] == "NUM"
    if alone and page.lower[head].isdecimal() and len(page.lower[head]) < 10:
        return int(page.lower[head])  # "deported all 40"
    numbers = page.words.number if alone else page.words.stands_for
    return count_of(page, range(first, head)) or numbers.get(page.lower[head])


def _kind_by_number(page: Page, head: int, noun: str, kind: str, *, several: bool, counted: bool) -> str:
    """The kind of the noun, put right by its number.

    Several people or several bodies are a group ("14 parties", but not "the security forces"); "the group" and "the
    delegation" are one body.
    """
    bodies = noun in page.words.body and page.lower[head] not in page.words.plural
    if several and (kind == "person" or (kind == "organization" and (counted or bodies))):
        return "group"
    if kind == "group" and not several and (noun in page.words.body or noun in page.words.collective):
        return "organization"
    return kind


def _own_words(page: Page, first: int, head: int) -> list[int]:
    """The words of a noun's phrase up to its head, and the next few that hang on it ("a party to the talks")."""
    after = range(head + 1, min(head + 4, len(page)))
    return [*range(first, head + 1), *(i for i in after if page.head[i] == head or page.head[page.head[i]] == head)]


def _actor_called(page: Page, words: str, country: str | None) -> Actor | None:
    """The actor that goes by these words; no state's body in a report of other states ("the justice department")."""
    actor = page.actors.find_near(words, page.date, page.support)
    if actor is None or not is_states(actor):
        return actor
    elsewhere = bool(page.support) and actor.country not in page.support
    return None if elsewhere or country not in {None, actor.country} else actor
