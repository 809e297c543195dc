"""What two tellings have in common and where they differ, each with its words for a person; `match` weighs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.merge.alike import gap_days, nearness, spell_days
from onrecord.merge.telling import DENIED, Telling

_DEEDS = (2, 4)  # PLOVER's quads of material cooperation and conflict; the others are words
_WHO = frozenset({"same speaker", "alike speaker", "same actor", "alike actor"})
_WHAT = frozenset({"same day", "same recipient", "alike recipient", "context"})
_WHERE = frozenset({"same place", "may be same place", "near place", "may be near place", "same number"})
_LIKE_WORDS = 0.2  # cosine of two sentences
# PLOVER modes that name an act of their own; the others (firearms, explosives, demo) say how or with what it was done.
_ACTS = frozenset({
    "abduct", "torture", "sexual", "arrest", "deport", "censor", "curfew", "martial-law", "misinformation",
    "cyber", "release", "disarm", "ceasefire", "resign", "convict", "expel", "strike", "hunger", "boycott",
})  # fmt: skip


class Feature(msgspec.Struct, frozen=True):
    """Something that speaks for or against: its name, how much of it there is (0 to 1), and the words for a person."""

    name: str
    value: float
    words: str


def compare_kinds(one: Telling, other: Telling) -> Iterator[Feature]:
    """Type, mode and status of the acts."""
    if one.type == other.type:
        yield Feature("same type", 1, f"both {one.type}")
    if one.mode == other.mode and one.mode:
        yield Feature("same mode", 1, f"both {one.mode}")
    elif (one.mode and other.mode) or (one.type == other.type and {one.mode, other.mode} & _ACTS):
        name = "other mode" if {one.mode, other.mode} & _ACTS else "other means"
        yield Feature(name, 1, f"{one.mode or 'no mode'} and {other.mode or 'no mode'}")
    if {one.status, other.status} & DENIED:
        # "No residents were hurt" and "he would not agree" are of no act in particular; a denial is.
        if "denied" in (one.status, other.status) and one.quad in _DEEDS and one.status != other.status:
            yield Feature("denial", 1, f"{one.status} and {other.status}: a denial is of what somebody affirms")
    elif one.status != other.status:
        yield Feature("other status", 1, f"{one.status} and {other.status}")


def compare_times(one: Telling, other: Telling) -> Iterator[Feature]:
    """The days of the acts, as far as each is told."""
    if one.when is None or other.when is None:
        return
    if one.report == other.report and not one.when.source == other.when.source == "own":
        return  # what both have from their sentence or report says nothing
    gap = gap_days(one.when, other.when)
    sources = {one.when.source, other.when.source}
    days = f"{spell_days(one.when)} and {spell_days(other.when)}"
    before = any(is_told_before(a, b) for a, b in ((one, other), (other, one)))
    if gap > 1 and before:
        yield Feature("told before it", 1, f"days as far as told: {days}")
    if "report" not in sources and not (gap > 1 and "sentence" in sources):
        if gap or one.when == other.when or one.when.first == one.when.last == other.when.first == other.when.last:
            name = ("same day", "next day", "other day")[min(gap, 2)]
            yield Feature(name, 1, f"{name}: {days}" if gap else f"same day: {spell_days(one.when)}")
    elif gap <= 1:
        yield Feature("days may agree", 1, f"days as far as told: {days}")
    elif not before:
        yield Feature("days may differ", 1, f"days as far as told: {days}")


def is_told_before(telling: Telling, act: Telling) -> bool:
    """Whether a report that tells of something done came before the day of the other act."""
    told = not telling.outlook and act.when is not None and act.when.source == "own"
    return told and telling.published is not None and act.when is not None and telling.published < act.when.first


def compare_places(one: Telling, other: Telling) -> Iterator[Feature]:
    """Where the acts were."""
    if one.where is None or other.where is None:
        return
    given = "" if "report" not in (one.where.source, other.where.source) else "may be "
    if given and one.report == other.report:
        return
    near = nearness(one.where, other.where)
    if near:
        yield Feature(given + near, 1, f"{one.where.name} and {other.where.name}: {given}{near}")
    countries = {one.where.country, other.where.country}
    if one.where.source == other.where.source == "own" and None not in countries and len(countries) > 1:
        yield Feature("other country", 1, f"{one.where.country} and {other.where.country}")


def compare_numbers(one: Telling, other: Telling) -> Iterator[Feature]:
    """The first kind of number that both tell."""
    for kind in sorted(one.numbers.keys() & other.numbers.keys()):
        left, right = (t.numbers[kind].low or t.numbers[kind].high or 0 for t in (one, other))
        words = f"{left} and {right} {kind}"
        if left == right:
            yield Feature("same number", 1, words)
        else:
            ratio = max(left, right) / max(min(left, right), 1)
            yield Feature("close number" if ratio <= 2 else "other number", 1, words)
        return


def compare_reports(one: Telling, other: Telling) -> Iterator[Feature]:
    """Whether both are told in one report, and what that says."""
    if one.report != other.report:
        return
    name = "one sentence" if one.sentence == other.sentence and one.type == other.type else "one report"
    yield Feature(name, 1, f"in {name}")
    if one.type == other.type == "ASSAULT" and any(_is_bare_toll(telling) for telling in (one, other)):
        yield Feature("toll", 1, "a number of dead or wounded beside an attack, with nobody named as the doer")


def _is_bare_toll(telling: Telling) -> bool:
    return not telling.actors and not telling.numbers.keys().isdisjoint({"killed", "injured"})


def find_lacks(telling: Telling, found: Iterable[Feature]) -> Iterator[Feature]:
    """What two reports of one act should share: of deeds and words something of their own, of words the speaker too."""
    names = {f.name for f in found if f.name != "context" or f.value >= _LIKE_WORDS}
    if telling.quad not in _DEEDS:
        if names.isdisjoint(_WHO):
            yield Feature("no common speaker", 1, "no speaker in common")
        elif names.isdisjoint(_WHAT):  # where somebody speaks says little of what is said
            yield Feature("nothing said in common", 1, "nothing in common of what is said")
    elif names.isdisjoint(_WHAT | _WHERE):
        yield Feature("nothing particular", 1, "nothing particular in common")


def find_lack_of_aim(found: Iterable[Feature]) -> Iterator[Feature]:
    """Plans in other words are one where somebody is to do or to receive it in both."""
    if {f.name for f in found}.isdisjoint({*_WHO, "same recipient", "alike recipient"}):
        yield Feature("other plan", 1, "other words for what is planned, and nobody in common")
