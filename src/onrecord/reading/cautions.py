"""What a reader should bear in mind, derived from the reading alone."""

from __future__ import annotations

from collections import Counter

from onrecord.reading.entity import Entity
from onrecord.reading.reading import Reading
from onrecord.reading.who_says import WhoSays

_NOT_FACT = ("planned", "conditional", "hypothetical")
_FACT = ("happened", "ongoing")
_MATERIAL = (2, 4)  # PLOVER's quads of deeds; the others are words
_SILENT = {"acted": "abstained"}  # bases of not knowing that have a better word for a reader
_MOST_NAMES = 3  # of unnamed voices that a line spells out


_ONE_VOICE = 0.6  # the share of what is told from which one voice carries the report


def find_cautions(reading: Reading) -> tuple[str, ...]:
    """Sentences of warning: one voice, nobody named, a party's own word, silence, plans, denials, differing numbers."""
    entities = {entity.id: entity for entity in reading.entities}
    return (
        *_voices(reading, entities),
        *_own_words(reading, entities),
        *_silence(reading, entities),
        *_plans(reading),
        *_numbers(reading),
    )


def _voices(reading: Reading, entities: dict[str, Entity]) -> list[str]:
    """Warn where most of what is told rests on one voice, and of voices without a name."""
    speakers = Counter(a.source.entity for a in reading.attributions if a.source and a.source.entity)
    if not speakers:
        return []
    told = sum(speakers.values())
    nameless = [key for key in speakers if not entities[key].named]
    unnamed = [key for key in nameless if entities[key].type != "organization"]  # "the army" is nobody anonymous
    (first, times), *_ = speakers.most_common(1)
    if len(nameless) == len(speakers):
        return [f"nobody who is quoted is named ({told} statement{'s' * (told > 1)})"]
    lines = []
    if told > 1 and times / told >= _ONE_VOICE:
        lines.append(f"{times} of {told} statements rest on one voice, {_name(entities[first])}")
    if unnamed:
        count = sum(speakers[key] for key in unnamed)
        names = ", ".join(_name(entities[key]) for key in unnamed[:_MOST_NAMES])
        more = f" and {len(unnamed) - _MOST_NAMES} more" if len(unnamed) > _MOST_NAMES else ""
        come = "comes" if count == 1 else "come"
        lines.append(f"{count} of {told} statements {come} from voices without a name: {names}{more}")
    return lines


def _own_words(reading: Reading, entities: dict[str, Entity]) -> list[str]:
    """Warn of deeds (not words) that only a party to them tells of."""
    sources = {a.id: a.source.entity for a in reading.attributions if a.source and a.source.entity}
    told: dict[str, list[str]] = {}
    for event in reading.events:
        teller = sources.get(event.attribution or "")
        parties = {argument.entity for argument in (*event.actors, *event.recipients)}
        deed = event.quad in _MATERIAL and event.same_as is None and event.factuality.status in _FACT
        if deed and teller in parties:
            told.setdefault(teller or "", []).append(event.id)
    return [
        f"told only by {_name(entities[key])}, a party to it: {', '.join(found)}" for key, found in told.items() if key
    ]


def _silence(reading: Reading, entities: dict[str, Entity]) -> list[str]:
    """Name those whose stand nobody knows, so that silence is not taken for opposition."""
    bases: dict[str, list[str]] = {}
    for position in reading.positions:
        if position.stance == "unknown":
            holder = entities.get(position.holder.entity or "")
            bases.setdefault(_name(holder) if holder else position.holder.text, []).append(position.basis)
    told = [f"{name} ({', '.join(dict.fromkeys(_SILENT.get(b, b) for b in found))})" for name, found in bases.items()]
    return [f"not known where they stand, which is not opposing: {', '.join(told)}"] if told else []


def _plans(reading: Reading) -> list[str]:
    """Count and name the acts that have not happened."""
    heads = [event for event in reading.events if event.same_as is None]
    plans = [event.id for event in heads if event.factuality.status in _NOT_FACT]
    denied = [event.id for event in heads if event.factuality.status == "denied"]
    lines = (
        [f"{len(plans):,} of {len(heads):,} acts are plans or conditions, not facts: {', '.join(plans)}"]
        if plans
        else []
    )
    if denied:
        lines.append(f"a party denies {', '.join(denied)}")
    return lines


def _numbers(reading: Reading) -> list[str]:
    """Warn where the same event is given different numbers, and by whom."""
    says = WhoSays(reading)
    chains: dict[str, dict[str, dict[tuple[int | None, int | None], str]]] = {}
    for event in reading.events:
        claims = chains.setdefault(event.same_as or event.id, {})
        for name in event.numbers.__struct_fields__:
            claim = getattr(event.numbers, name)
            if claim is not None:
                words = f"{claim.text} ({says.told_by(event.attribution)})"
                claims.setdefault(name, {}).setdefault((claim.low, claim.high), words)
    return [
        f"the report gives different numbers for {name} in {key}: {', '.join(values.values())}"
        for key, claims in chains.items()
        for name, values in claims.items()
        if len(values) > 1
    ]


def _name(entity: Entity) -> str:
    return " ".join(entity.name.split())
