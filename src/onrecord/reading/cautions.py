"""What a reader should bear in mind, derived from the reading alone."""

from __future__ import annotations

from collections import Counter

from onrecord.reading.entity import Entity
from onrecord.reading.reading import Reading

_NOT_FACT = ("planned", "conditional", "hypothetical")


def find_cautions(reading: Reading) -> tuple[str, ...]:
    """Sentences of warning: one voice only, nobody named, absence, plans, denials, numbers that differ."""
    entities = {entity.id: entity for entity in reading.entities}
    return (
        *_voices(reading, entities),
        *_silence(reading, entities),
        *_plans(reading),
        *_numbers(reading),
    )


def _voices(reading: Reading, entities: dict[str, Entity]) -> list[str]:
    """Warn where all that is told rests on one voice, or on nobody who is named."""
    speakers = Counter(a.source.entity for a in reading.attributions if a.source and a.source.entity)
    if not speakers:
        return []
    told = sum(speakers.values())
    named = [key for key in speakers if entities[key].named]
    (first, times), *_ = speakers.most_common(1)
    if not named:
        return [f"nobody who is quoted is named ({told} statements)"]
    if told > 1 and times / told >= 0.6:  # most of what is told
        return [f"{times} of {told} statements rest on one voice, {entities[first].name}"]
    return []


def _silence(reading: Reading, entities: dict[str, Entity]) -> list[str]:
    """Name those whose stand nobody knows, so that silence is not taken for opposition."""
    bases: dict[str, list[str]] = {}
    for position in reading.positions:
        if position.stance == "unknown":
            holder = entities.get(position.holder.entity or "")
            bases.setdefault(holder.name if holder else position.holder.text, []).append(position.basis)
    told = [f"{name}: {', '.join(dict.fromkeys(found))}" for name, found in bases.items()]
    return [f"not known where they stand, which is not opposing: {'; '.join(told)}"] if told else []


def _plans(reading: Reading) -> list[str]:
    """Count the acts that have not happened."""
    statuses = Counter[str](event.factuality.status for event in reading.events if event.same_as is None)
    plans = sum(statuses[status] for status in _NOT_FACT)
    lines = [f"{plans} of {sum(statuses.values())} acts are plans or conditions, not facts"] if plans else []
    if statuses["denied"]:
        lines.append(f"{statuses['denied']} acts are denied by a party")
    return lines


def _numbers(reading: Reading) -> list[str]:
    """Warn where the same event is given different numbers."""
    chains: dict[str, dict[str, set[tuple[int | None, int | None]]]] = {}
    for event in reading.events:
        claims = chains.setdefault(event.same_as or event.id, {})
        for name in event.numbers.__struct_fields__:
            claim = getattr(event.numbers, name)
            if claim is not None:
                claims.setdefault(name, set()).add((claim.low, claim.high))
    return [
        f"the report gives different numbers for {name} ({key})"
        for key, claims in chains.items()
        for name, values in claims.items()
        if len(values) > 1
    ]
