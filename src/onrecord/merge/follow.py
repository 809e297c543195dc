"""From a plan to the act: which later event is what was planned, announced or promised, or was not to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from onrecord.merge.claims import Sources
from onrecord.merge.corroborate import EventRecord
from onrecord.merge.match import Matcher
from onrecord.merge.telling import AFFIRMED, DENIED, Telling
from onrecord.reading.event import INTENDED, REFUSED, Polarity

_LEAST = 1.0  # log-odds, without what days would add; a plan is followed by the closest later act that reaches it
_VERB_CHARS = 3  # "send" and "sent"
_MAX_ACTS = 300  # a name that more acts share ties nothing together
_DISPUTED = "disputed"
_KNOWN = AFFIRMED | DENIED | {_DISPUTED}
_BEFORE, _AFTER = timedelta(days=1), timedelta(days=120)


class Follow(msgspec.Struct, frozen=True, kw_only=True):
    """A planned event and an act that is what was planned, or what was not to be: two events, not one.

    Attributes:
        plan, act: keys of the two records.
        polarity: `negative` where it was not to be: an act that is done goes against such a plan.
        done: False where what the later reports say is that it was not done.
        disputed: whether some say that it was done and others that it was not.
        day: of the act as far as it is told, else of the report.
    """

    plan: str
    act: str
    polarity: Polarity
    done: bool
    disputed: bool
    day: date
    score: float
    reasons: tuple[str, ...]


_Told = tuple[EventRecord, list[Telling]]


def find_follows(
    records: Iterable[EventRecord], tellings: Mapping[str, Telling], matcher: Matcher, sources: Sources
) -> tuple[Follow, ...]:
    """For each planned event the acts that later reports tell of, done and not done, the closest of each.

    What is not to be is tied to what is done against it. What later reports leave unclear is neither done nor not done.
    """
    plans: list[_Told] = []
    acts: list[_Told] = []
    for record in records:
        own = [tellings[member.key] for member in record.members]
        if record.status in INTENDED | REFUSED:
            plans.append((record, own))
        elif record.status in _KNOWN:
            acts.append((record, own))
    index: dict[str, list[int]] = {}
    for at, (_, own) in enumerate(acts):
        for name in {name for telling in own for name in _names(telling)}:
            index.setdefault(name, []).append(at)
    found = []
    for plan, own in plans:
        lists = [index.get(name, []) for telling in own for name in _names(telling)]
        near = sorted({at for places in lists if len(places) <= _MAX_ACTS for at in places})
        follows = [follow for at in near if (follow := _follow((plan, own), acts[at], matcher, sources))]
        for done in (True, False):
            best = max((f for f in follows if f.done == done), key=lambda f: (f.score, f.act), default=None)
            found += [best] if best else []
    return tuple(found)


def _names(telling: Telling) -> set[str]:
    """What a plan and its act may share: names, parties, the place, what is done to what, the verb in a like story."""
    parties = {party.actor for party in (*telling.actors, *telling.recipients) if party.actor}
    things = {f"{telling.type} {head}" for party in telling.recipients for head in party.heads}
    place = {telling.where.geonameid or telling.where.name} if telling.where else set()
    verbs = {f"{telling.trigger.casefold()[:_VERB_CHARS]} {name}" for name in telling.story}
    return {*telling.names, *parties, *things, *place, *verbs}


def _follow(plan: _Told, act: _Told, matcher: Matcher, sources: Sources) -> Follow | None:
    """How the two are tied, by their closest tellings.

    What was told before anybody told of the plan was not planned by it. One report may tell of both where the plan was
    told before ("withdrew the law … had said last week that he would not withdraw it").
    """
    begun = min((telling.announced for telling in plan[1] if telling.announced), default=date.max)
    done = min((telling.published for telling in act[1] if telling.published), default=date.max)
    if done < begun:
        return None
    is_told_before = begun < done
    matches = [
        (match, late)
        for early in plan[1]
        for late in act[1]
        if (is_told_before or sources.origin(early.report) != sources.origin(late.report))
        and _can_follow(early, late)
        and (match := matcher.match_plan(early, late))
    ]
    best, late = max(matches, key=lambda found: (found[0].score, found[0].reasons), default=(None, act[1][0]))
    if best is None or best.score < _LEAST:
        return None
    return Follow(
        plan=plan[0].key,
        act=act[0].key,
        polarity="negative" if plan[0].status in REFUSED else "positive",
        done=act[0].status not in DENIED,
        disputed=act[0].status == _DISPUTED,
        day=day_of(late) or date.max,
        score=round(best.score, 2),
        reasons=best.reasons,
    )


def day_of(telling: Telling) -> date | None:
    """The day of an act, where its telling or sentence names one; else that of its report."""
    return telling.when.last if telling.when and telling.when.source != "report" else telling.published


def _can_follow(early: Telling, late: Telling) -> bool:
    """Whether the act can come after the plan was reported."""
    day = day_of(late)
    if early.announced is None or late.published is None or day is None or early.announced > late.published:
        return False
    return early.announced - _BEFORE <= day <= early.announced + _AFTER
