"""One record for each event: every value that a report gives, with its speakers; nothing is averaged away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.merge.claims import Claim, Said, Sources, Speaker, called, claims_of
from onrecord.merge.cluster import Grouped, Joined
from onrecord.merge.judgements import Correction
from onrecord.merge.telling import AFFIRMED, DENIED, Telling, When
from onrecord.reading.spelled import NOT_SAID


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of the event, with its words and why it belongs here."""

    key: str
    report: str
    event: str
    type: str
    status: str
    words: str
    speaker: Speaker
    score: float | None
    reasons: tuple[str, ...]


class EventRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One event across reports.

    Attributes:
        key: of its first telling; judgements name the event by it.
        title: for a person: parties, act, place.
        status: `happened`, `planned`, `not_planned` (that it is not to be), `denied`, `disputed` (somebody affirms what
            somebody denies) or `unclear`.
        first_day: of the act, where a telling names it; else None.
        values: by field (`status`, `type`, `actor`, `recipient`, `place`, `day`, `killed`, …) every value.
        reports, independent, speakers: the three counts.
        near: keys of events that nearly joined this one, with the log-odds.
    """

    key: str
    title: str
    type: str
    status: str
    first_day: str | None
    last_day: str | None
    country: str | None
    values: Mapping[str, tuple[Claim, ...]]
    reports: int
    independent: int
    speakers: int
    members: tuple[Member, ...]
    near: tuple[tuple[str, float], ...] = ()
    corrections: tuple[Correction, ...] = ()


def corroborate(group: Grouped, sources: Sources, said_by: Mapping[str, Said],
                corrections: Mapping[str, tuple[Correction, ...]]) -> EventRecord:  # fmt: skip
    """The record of one event; what people have corrected stands in the place of the commonest value.

    Args:
        group: its tellings.
        sources: which reports are independent.
        said_by: by key of a telling.
        corrections: likewise.
    """
    tellings = [joined.telling for joined in group.members]
    speakers = {telling.key: said_by[telling.key].speaker for telling in tellings}
    values = {
        field: claims for field, told in _told(tellings, speakers).items() if (claims := claims_of(told, sources))
    }
    fixed = tuple(correction for telling in tellings for correction in corrections.get(telling.key, ()))
    said = {correction.field: correction.value for correction in fixed}
    spot = spot_of(fixed)
    days = [t.when for t in tellings if t.when and t.when.source == "own"]
    day = _commonest_day(days)
    reports = {telling.report for telling in tellings}
    kind = said.get("type") or _commonest([telling.type for telling in tellings])
    first_day = said.get("day", day.first.isoformat() if day else None)
    last_day = said.get("day", day.last.isoformat() if day else None)
    return EventRecord(
        key=tellings[0].key,
        title=_title(kind, tellings, said),
        type=kind,
        status=said.get("status") or _status(tellings),
        first_day=first_day or None,
        last_day=last_day or None,
        country=said.get("country", spot["country"] if spot else _country(tellings)) or None,
        values=values,
        reports=len(reports),
        independent=sources.independent(reports),
        speakers=len({speaker.id for speaker in speakers.values()}),
        members=tuple(_member(joined, said_by[joined.telling.key]) for joined in group.members),
        near=group.near,
        corrections=fixed,
    )


def spot_of(corrections: Iterable[Correction]) -> dict[str, Any] | None:
    """Which place of the gazetteer the last correction of the place means, where somebody has chosen one."""
    places = [correction.spot for correction in corrections if correction.field == "place"]
    return places[-1] if places else None


_Told = list[tuple[Any, str, Telling, Speaker]]


def _told(tellings: Sequence[Telling], speakers: Mapping[str, Speaker]) -> dict[str, _Told]:
    """Every value that a telling names itself, by field."""
    rows: dict[str, _Told] = {}
    for telling in tellings:
        for field, value, words in _values(telling):
            rows.setdefault(field, []).append((value, words, telling, speakers[telling.key]))
    return rows


def _values(telling: Telling) -> Iterator[tuple[str, Any, str]]:
    yield "status", telling.status, telling.trigger
    yield "type", f"{telling.type}/{telling.mode}" if telling.mode else telling.type, telling.trigger
    for field, parties in (("actor", telling.actors), ("recipient", telling.recipients)):
        for party in parties:
            yield field, called(party), party.name
    if telling.where and telling.where.source == "own":
        yield "place", telling.where.name, telling.where.name
    if telling.when and telling.when.source == "own":
        first, last = telling.when.first.isoformat(), telling.when.last.isoformat()
        yield "day", first if first == last else f"{first}/{last}", first
    for kind, claim in telling.numbers.items():
        yield kind, [claim.low, claim.high], claim.words


def _status(tellings: Sequence[Telling]) -> str:
    told = {telling.status for telling in tellings}
    if told & AFFIRMED and told & DENIED:
        return "disputed"
    if told & AFFIRMED:
        return "happened" if "happened" in told else "ongoing"
    if told & DENIED:
        return "denied" if "denied" in told else "not_happened"
    return _commonest([t.status for t in tellings if t.outlook]) or "unclear"


def _commonest(values: Sequence[Any], default: Any = "") -> Any:  # noqa: ANN401 - strings or None
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], -values.index(value))) if counts else default


def _commonest_day(days: Sequence[When]) -> When | None:
    """The stretch that most tellings name; of equals the shortest, then the earliest."""
    counts = Counter((day.first, day.last) for day in days)
    best = min(counts, key=lambda pair: (-counts[pair], pair[1] - pair[0], pair), default=None)
    return next((day for day in days if (day.first, day.last) == best), None)


def _country(tellings: Sequence[Telling]) -> Any:  # noqa: ANN401 - a string or None
    return _commonest([t.where.country for t in tellings if t.where and t.where.country], None)


def _title(kind: str, tellings: Sequence[Telling], said: Mapping[str, Any]) -> str:
    """Parties, the act in a report's word, and the place, of the telling that says most, or as corrected.

    All of one telling: where one says that rebels shot a man and another that a soldier died, nobody said that rebels
    shot a soldier.
    """
    told = max(tellings, key=_fullness)
    actor = said.get("actor", _names_of(told) if told.actors else None)
    recipient = said.get("recipient", told.recipients[0].name if told.recipients else None)
    place = next((t.where.name for t in (told, *tellings) if t.where and t.where.source == "own"), None)
    place = said.get("place", place)
    parties = " → ".join(filter(None, (actor or NOT_SAID, recipient)))
    return f"{parties}: {told.trigger} ({kind})" + (f", {place}" if place else "")


def _fullness(telling: Telling) -> tuple[bool, int]:
    """Whether it was done, and how much is said of who, to whom, where and when; a doer with a name says more."""
    own = [spot is not None and spot.source == "own" for spot in (telling.where, telling.when)]
    named = any(party.named for party in telling.actors)
    return telling.status in AFFIRMED, 2 * bool(telling.actors) + 2 * bool(telling.recipients) + sum(own) + named


def _names_of(telling: Telling) -> str:
    """Who does it; of those who do it to one another two, for an exchange of prisoners has no one doer."""
    names = [party.name for party in telling.actors]
    return names[0] if telling.recipients or len(names) == 1 else ", ".join(names[:2]) + (" …" if names[2:] else "")


def _member(joined: Joined, said: Said) -> Member:
    telling = joined.telling
    return Member(
        key=telling.key,
        report=telling.report,
        event=telling.event,
        type=telling.type,
        status=telling.status,
        words=said.words,
        speaker=said.speaker,
        score=joined.score,
        reasons=joined.reasons,
    )
