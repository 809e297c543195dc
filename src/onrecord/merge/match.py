"""Whether two tellings tell of one act: what speaks for it and against it, each with its weight and its words.

The score is the log-odds of a logistic model over the features below, most of them found in `features.py`. The weights
were fitted on the eight open stories of tests/stories (`bench/clusters.py --fit`) and rounded; a user reads the
features as reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import permutations, product
from typing import Final

import msgspec

from onrecord.merge.alike import LIKENESS, gap_days, is_turned_round, likeness, spell_days
from onrecord.merge.features import (
    Feature,
    compare_kinds,
    compare_numbers,
    compare_places,
    compare_reports,
    compare_times,
    find_lack_of_aim,
    find_lacks,
    is_told_before,
)
from onrecord.merge.rarity import Rarity
from onrecord.merge.stems import spell_stem, stem
from onrecord.merge.telling import DENIED, Party, Telling

BIAS: Final = -3.3
WEIGHTS: Final[Mapping[str, float]] = {
    "same type": 2.5,
    "same mode": 1.2,
    "other mode": -4.0,
    "other means": -0.4,  # set by hand: who tells how it was done often tells it in other words
    "other status": 0.8,  # who leaves an act open, or says that it goes on, speaks of what others say is done
    "denial": 1.8,  # whoever denies an act speaks of the act that others affirm
    "same day": 2.5,
    "next day": -0.4,
    "other day": -1.5,
    "days may agree": 1.0,
    "days may differ": -0.6,
    "told before it": -2.5,
    "same place": 0.4,
    "near place": 0.2,
    "place inside": 0.3,
    "other place": -2.5,
    "may be other place": -2.5,
    "other country": -2.0,  # by hand: besides the above, where both tellings name the place
    "same actor": 1.8,
    "alike actor": 0.8,
    "other actor": -1.4,
    "same speaker": 1.8,
    "alike speaker": 0.3,
    "other speaker": -2.3,
    "same recipient": 2.0,
    "alike recipient": 2.0,
    "other recipient": -0.4,
    "done to others": -1.5,
    "turned round": -6.0,  # by hand: gunmen kill officers, and police the gunmen; two states expel each other's envoys
    "other person actor": -2.0,
    "other person speaker": -2.3,
    "other person recipient": -2.0,
    "same number": 1.3,
    "close number": 0.3,
    "other number": -1.4,
    "context": 3.5,
    "names": 2.0,
    "other plan": -3.0,  # set by hand: somebody plans something in every report
    "same verb": 1.5,  # of a plan and an act only; set by hand
    "nothing particular": -1.5,
    "nothing said in common": -3.5,
    "no common speaker": -3.5,
    # Set by hand, away from the fit: each of the stories is about one thing, and a report of a court day is not; and no
    # two stories have much in common, so the fit does not see what reports of other matters share.
    "one sentence": 1.2,
    "one report": -0.8,
    "toll": 2.2,
    "story": 2.0,
    "other story": -4.5,
}
_NOTABLE = 0.4  # a reason that moves the odds by less is not worth a line
_WORDS_OF_FRIENDS = 1
_LIKE_STORIES = 0.2  # cosine of the names in two reports: a plan of one thing is not followed by an act of another
_ONE_STORY = 0.25  # most reports of one thing have more; nearly all of other things have less
_SOON = timedelta(days=7)  # a plan for a week or less has a day that tells something
_MAX_DAYS_BETWEEN = 45  # reports further apart are compared only where both name the day
VOICE = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})  # acts of speech: who speaks makes the act
# What is withdrawn, conceded or reopened is typed by what stands around it.
_KINDRED = frozenset({"CONCEDE", "RETREAT", "COOPERATE", "AID", "AGREE", "CONSULT"})


class Match(msgspec.Struct, frozen=True):
    """Log-odds that two tellings are of one act, with the reasons that count, the strongest first."""

    score: float
    reasons: tuple[str, ...]


class Matcher:
    """Compares tellings; knows how common each word is among them."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        tellings = tuple(tellings)
        self._words = Rarity({(t.report, t.sentence): t.words for t in tellings}.values())
        self._stories = Rarity({t.report: t.story for t in tellings}.values())

    def match(self, one: Telling, other: Telling) -> Match | None:
        """Score two tellings; None where they cannot be one act (other kinds of acts, times or speakers)."""
        features = self.features(one, other)
        if features is None:
            return None
        return _weigh(features)

    def match_plan(self, plan: Telling, act: Telling) -> Match | None:
        """Score whether `act` is what `plan` plans: by verb, kind, parties, places and words, for the days must differ.

        None where the acts are of other kinds, or share neither a verb nor a party, or are aimed at two that are named.
        """
        entry = plan.entry == act.entry
        verb = entry or _same_verb(plan.trigger.casefold(), act.trigger.casefold())
        if plan.type != act.type and not verb and not {plan.type, act.type} <= _KINDRED:
            return None
        if self._stories.likeness(plan.story, act.story) < (_LIKE_STORIES / 2 if entry else _LIKE_STORIES):
            return None
        sides = (*self._sides(plan, act), *_one_government(plan, act))
        if not verb and not any(feature.name.startswith(("same", "alike")) for feature in sides):
            return None
        if any(f.name == "other recipient" for f in sides) and _is_aim_named(plan) and _is_aim_named(act):
            return None
        found = [*compare_places(plan, act), *sides, *_as_planned(plan, act)]
        # What is only promised has another type than the act ("will withdraw", CONCEDE, and "withdrew", RETREAT).
        kinds = (Feature("same type", 1, f"both read by {act.entry}"),) if entry else compare_kinds(plan, act)
        found += [f for f in kinds if f.name not in ("denial", "other status")]
        found += [Feature("same verb", 1, f"“{plan.trigger}” and “{act.trigger}”")] if verb else []
        return _weigh((*found, *compare_numbers(plan, act), *self._contexts(plan, act)))

    def features(self, one: Telling, other: Telling) -> tuple[Feature, ...] | None:
        """What speaks for and against; None as in `match`."""
        if one.quad != other.quad or one.outlook != other.outlook:
            return None
        if one.type != other.type and (one.quad == 3 or _is_still_to_come(one, other)):
            return None
        if _too_far_apart(one, other) or _was_not_done_before(one, other) or not (one.story & other.story):
            return None
        found = [
            *compare_kinds(one, other),
            *compare_times(one, other),
            *compare_places(one, other),
            *self._sides(one, other),
        ]
        found += [*compare_numbers(one, other), *self._contexts(one, other), *compare_reports(one, other)]
        if one.outlook and not _same_verb(one.trigger.casefold(), other.trigger.casefold()):
            found += find_lack_of_aim(found)
        if one.report != other.report:
            found += find_lacks(one, found)
        return tuple(found)

    def _sides(self, one: Telling, other: Telling) -> Iterator[Feature]:
        if _are_told_apart(one, other) and is_turned_round(one, other):
            yield Feature("turned round", 1, "each does to the other what the other does to it")
        voice = "speaker" if one.type in VOICE else "actor"
        for side, left, right in ((voice, one.actors, other.actors), ("recipient", one.recipients, other.recipients)):
            if not left or not right:
                continue
            how, a, b = max(
                ((likeness(a, b), a, b) for a in left for b in right), key=lambda found: LIKENESS.index(found[0])
            )
            words = f"{how} {side}: {a.name} and {b.name}"
            if how == "other" and all(party.person for party in (*left, *right)):
                yield Feature(f"other person {side}", 1, words)
            elif how == "other" and side == "recipient" and one.report == other.report and one.type != "ASSAULT":
                yield Feature("done to others", 1, f"{words}, in one report")  # of an attack: the place, then the dead
            elif how != "unknown":
                yield Feature(f"{how} {side}", 1 if how == "other" else self._telling_of(a, b), words)

    def _telling_of(self, one: Party, other: Party) -> float:
        """How much it says that two parties agree: little where everybody speaks of them, or they are just "people"."""
        if one.actor and one.actor == other.actor:
            return self._stories.rarity(one.actor)
        return max((self._words.rarity(stem(head)) for head in one.heads & other.heads), default=0.5)

    def _contexts(self, one: Telling, other: Telling) -> Iterator[Feature]:
        if one.report == other.report and one.sentence == other.sentence:
            return
        shared = self._words.rarest(one.words & other.words, spell_stem)
        yield Feature("context", self._words.likeness(one.words, other.words), f"the sentences share {shared}")
        if one.report != other.report:  # one report goes on naming its places and parties, whatever it tells of them
            names = one.names & other.names
            if names:
                rare = sorted((self._stories.rarity(name) for name in names), reverse=True)
                yield Feature("names", sum(rare[:3]) / 3, f"both name {self._stories.rarest(names, _name_of)}")
            shared = self._stories.rarest(one.story & other.story, _name_of)
            story = self._stories.likeness(one.story, other.story)
            yield Feature("story", story, f"both reports name {shared}")
            yield Feature("other story", max(0.0, 1 - story / _ONE_STORY), "the reports name little in common")


def _name_of(key: str) -> str:
    """A common id or a folded name, for a person: `body:red-cross:CHE` is "red cross", `country:MLI` "MLI"."""
    kind, _, name = key.partition(":")
    return name.partition(":")[0].replace("-", " ") if name else kind


def _as_planned(plan: Telling, act: Telling) -> Iterator[Feature]:
    """Whether it was done on the day for which it was planned; that it was done on another says nothing."""
    if not (plan.when and act.when and plan.when.source == act.when.source == "own"):
        return
    if plan.when.last - plan.when.first < _SOON and gap_days(plan.when, act.when) == 0:
        yield Feature("same day", 1, f"as planned: {spell_days(act.when)}")


def _one_government(plan: Telling, act: Telling) -> Iterator[Feature]:
    """Whether who plans may act for who acts: a minister promises, a government does."""
    for one, other in product(plan.actors, act.actors):
        countries = {one.country, other.country} - {None}
        if one.sectors and one.sectors == other.sectors and one.named != other.named and len(countries) < 2:
            yield Feature("alike actor", 1, f"alike actor: {one.name} and {other.name}, {'/'.join(one.sectors)}")
            return


def _is_aim_named(telling: Telling) -> bool:
    return any(party.named for party in telling.recipients)


def _is_still_to_come(one: Telling, other: Telling) -> bool:
    """Whether one says that the other is to be: who "is due to sign" or "agrees to meet" has not done it yet."""
    return one.quad == _WORDS_OF_FRIENDS and {one.status, other.status} == {"ongoing", "happened"}


def _are_told_apart(one: Telling, other: Telling) -> bool:
    """Whether one report tells both, or they are called otherwise or put on other days.

    Else it may be one act of which each side says that the other did it.
    """
    if one.report == other.report or one.entry != other.entry:
        return True
    return bool(
        one.when and other.when and one.when.source == other.when.source == "own" and gap_days(one.when, other.when)
    )


def _was_not_done_before(one: Telling, other: Telling) -> bool:
    """Whether one says that nothing had been done when the other was still to come: both are true."""
    return any(
        a.status in DENIED and b.status not in DENIED and is_told_before(a, b) for a, b in permutations((one, other))
    )


def _same_verb(one: str, other: str) -> bool:
    """Whether two forms are of one verb, by their beginnings ("withdraw" and "withdrew", "send" and "sent")."""
    shorter = min(len(one), len(other))
    alike = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return alike >= max(3, shorter - 2)


def _weigh(features: Iterable[Feature]) -> Match:
    told = [(WEIGHTS.get(f.name, 0.0) * f.value, f) for f in features]
    told.sort(key=lambda pair: (-abs(pair[0]), pair[1].name))
    reasons = tuple(f"{points:+.1f} {f.words}" for points, f in told if abs(points) >= _NOTABLE)
    return Match(BIAS + sum(points for points, _ in told), reasons)


def _too_far_apart(one: Telling, other: Telling) -> bool:
    if one.when and other.when and one.when.source == other.when.source == "own":
        return gap_days(one.when, other.when) > 3
    return bool(one.published and other.published and abs((one.published - other.published).days) > _MAX_DAYS_BETWEEN)
