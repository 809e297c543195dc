"""From a reading to flat records: every id of the reading is looked up here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from onrecord.export.dates import published_day, when_of
from onrecord.export.digest import Digest
from onrecord.export.gate import status_of
from onrecord.export.lookups import Lookups, where_of
from onrecord.export.records import Claim, EventRecord, Figure, Mention, Name, Pledge, Report, Stand
from onrecord.reading.attribution import Attribution
from onrecord.reading.commitment import Commitment
from onrecord.reading.event import Event
from onrecord.reading.label import Label
from onrecord.reading.position import Position
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument, Span, Target
from onrecord.store.rows import ReportRow


def derive(
    row: ReportRow, reading: Reading, text: str, *, group: str, reciprocal: AbstractSet[str], same: Mapping[str, str]
) -> Digest:
    """All records of one report.

    Args:
        row: the report as the project knows it.
        reading: its reading.
        text: its text, or nothing where no words of it may be written: quotes are empty then.
        group: id of its cluster of copies, or its own.
        reciprocal: lexicon entries whose acts are done by all parties to one another.
        same: the project's id of a party by entity id, for parties that were brought together across reports.
    """
    look = Lookups(_report(row, reading, group), reading, text, same)
    return Digest(
        report=look.report,
        events=tuple(_event(event, look, reciprocal) for event in reading.events if event.same_as is None),
        stands=tuple(_stand(position, look) for position in reading.positions),
        pledges=tuple(_pledge(commitment, look) for commitment in reading.commitments),
        claims=tuple(_claim(attribution, look) for attribution in reading.attributions),
        names=tuple(_name(at, label, look) for at, label in enumerate(reading.labels, start=1)),
        parties=tuple(look.first_mention(entity) for entity in reading.entities),
        places=tuple(dict.fromkeys(place.name for place in reading.places)),
    )


def _report(row: ReportRow, reading: Reading, group: str) -> Report:
    return Report(
        id=row.report_id,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        day=published_day(row.published),
        language=row.language,
        sha256=row.sha256,
        chars=row.chars,
        group=group,
        onrecord=reading.made_by.onrecord,
        model=reading.made_by.model,
        lexicon=reading.made_by.lexicon,
    )


def _event(event: Event, look: Lookups, reciprocal: AbstractSet[str]) -> EventRecord:
    """An event with all its tellings in this report; what the first telling lacks comes from a later one."""
    tellings = [event, *(other for other in look.reading.events if other.same_as == event.id)]
    mentions = tuple(_mention(telling, look) for telling in tellings)
    places = {place.id: place for place in look.reading.places}
    times = {time.id: time for time in look.reading.times}
    where = next((places[telling.place] for telling in tellings if telling.place in places), None)
    when = next((found for telling in tellings if (found := when_of(times.get(telling.time or "")))), None)
    return EventRecord(
        id=look.key(event.id),
        type=event.type,
        mode=event.mode,
        contexts=event.contexts,
        cameo=event.cameo,
        quad=event.quad,
        score=event.score,
        status=status_of(event.factuality),
        told_status=event.factuality.status,
        polarity=event.factuality.polarity,
        certainty=event.factuality.certainty,
        actors=mentions[0].actors,
        recipients=mentions[0].recipients,
        reciprocal=len(event.actors) > 1 and not event.recipients and event.rule in reciprocal,
        where=where_of(where) if where else None,
        when=when,
        voice=mentions[0].voice,
        conditions=_conditions(event.id, look),
        figures=tuple(figure for telling in tellings for figure in _figures(telling, look)),
        trigger=event.trigger,
        quote=mentions[0].quote,
        sentence=mentions[0].sentence,
        lead=event.trigger.start < look.first_paragraph,
        rule=event.rule,
        report=look.report,
        mentions=mentions,
        reports=(look.report,),
        members=(look.key(event.id),),
    )


def _mention(event: Event, look: Lookups) -> Mention:
    number, quote = look.sentence(event.trigger)
    return Mention(
        report=look.report,
        trigger=event.trigger,
        sentence=number,
        quote=quote,
        actors=tuple(look.party(argument) for argument in event.actors),
        recipients=tuple(look.party(argument) for argument in event.recipients),
        voice=look.voice(event.attribution),
    )


def _figures(event: Event, look: Lookups) -> Iterator[Figure]:
    numbers = event.numbers
    claims = (
        ("killed", numbers.killed),
        ("injured", numbers.injured),
        ("arrested", numbers.arrested),
        ("displaced", numbers.displaced),
        ("crowd", numbers.crowd),
    )
    for kind, claim in claims:
        if claim is not None:
            voice = look.voice(event.attribution)
            yield Figure(kind=kind, low=claim.low, high=claim.high, text=claim.words, voice=voice)  # type: ignore[arg-type]


def _conditions(event: str, look: Lookups) -> tuple[str, ...]:
    """The words of every condition that a position or a commitment puts on this event."""
    found = [p.conditions for p in look.reading.positions if p.toward and p.toward.event == event]
    found += [c.conditions for c in look.reading.commitments if c.action.event == event]
    return tuple(dict.fromkeys(words for conditions in found for words in _texts(conditions, look)))


def _stand(position: Position, look: Lookups) -> Stand:
    toward = position.toward
    return Stand(
        id=look.key(position.id),
        report=look.report,
        holder=look.party(position.holder),
        stance=position.stance,
        basis=position.basis,
        toward=look.words(toward) if toward else None,
        event=_head(toward, look),
        party=look.entity(toward.entity) if toward else None,
        conditions=_texts(position.conditions, look),
        voice=look.voice(position.attribution),
        evidence=tuple(map(look.words, position.evidence)),
    )


def _pledge(commitment: Commitment, look: Lookups) -> Pledge:
    due = next((time.value for time in look.reading.times if time.id == commitment.due), None)
    return Pledge(
        id=look.key(commitment.id),
        report=look.report,
        by=look.party(commitment.by),
        toward=commitment.toward.words if commitment.toward else None,
        action=look.words(commitment.action),
        event=_head(commitment.action, look),
        polarity=commitment.polarity,
        kind=commitment.kind,
        conditions=_texts(commitment.conditions, look),
        due=due,
        voice=look.voice(commitment.attribution),
        evidence=tuple(map(look.words, commitment.evidence)),
    )


def _claim(attribution: Attribution, look: Lookups) -> Claim:
    return Claim(
        id=look.key(attribution.id),
        report=look.report,
        source=look.party(attribution.source) if attribution.source else None,
        cue=attribution.cue,
        content=tuple(map(look.words, attribution.content)),
        manner=attribution.manner,
        voice=look.voice(attribution.id),
        within=look.key(attribution.within) if attribution.within else None,
    )


def _name(number: int, label: Label, look: Lookups) -> Name:
    words = Argument(start=label.start, end=label.end, text=label.text)
    return Name(
        id=look.key(f"N{number}"),
        report=look.report,
        party=look.entity(label.entity) or look.party(words),
        span=Span(start=label.start, end=label.end, text=label.text),
        scare_quotes=label.scare_quotes,
        voice=look.voice(label.attribution),
    )


def _head(target: Target | None, look: Lookups) -> str | None:
    """Record id of the event behind a target; of an event told again, the first telling's."""
    if target is None or target.event is None:
        return None
    same_as = next((event.same_as for event in look.reading.events if event.id == target.event), None)
    return look.key(same_as or target.event)


def _texts(spans: Sequence[Span], look: Lookups) -> tuple[str, ...]:
    return tuple(look.words(span).words for span in spans)
