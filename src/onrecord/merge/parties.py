"""Who is the same party in several reports: by the actor base, by name, and by what stands around the name."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.knowledge.names import fold_name, is_acronym
from onrecord.merge.report import Report
from onrecord.reading.entity import Entity

Place = tuple[str, str]  # report id, entity id
_PERSON = "person"


class CommonActor(msgspec.Struct, frozen=True, kw_only=True):
    """One party across reports.

    Attributes:
        id: the key in the actor base; `country:SYR` for a country; else made from the name.
        aliases: every name that it goes by, with how many reports use it.
        entities: report and entity ids.
        reasons: why these are one.
    """

    id: str
    name: str
    type: str
    country: str | None
    aliases: Mapping[str, int]
    entities: tuple[Place, ...]
    reasons: tuple[str, ...]


class _Named(msgspec.Struct, frozen=True):
    """What is kept of a named entity while its report is not held.

    Attributes:
        place: report id, entity id.
        name: single blanks.
        names: folded, of all its mentions by name.
    """

    place: Place
    name: str
    type: str
    country: str | None
    actor: str | None
    names: frozenset[str]


def link_parties(reports: Iterable[Report]) -> tuple[CommonActor, ...]:
    """Join named entities across reports; who has no name in any report is left alone.

    One party are: entities with one key of the actor base; countries with one code; persons with one full name, or a
    last name and a country where only one full name fits; bodies with one name, or with a name and the acronym that a
    report gives for it. Entities whose countries differ are kept apart.
    """
    entities = [_named(report, entity) for report in reports for entity in report.reading.entities if entity.named]
    entities.sort(key=lambda entity: entity.place[0])
    acronyms = _acronyms(entities)
    full = _full_names(entities)
    groups: dict[str, list[tuple[_Named, str]]] = {}
    for entity in entities:
        key, reason = _identity(entity, acronyms, full)
        groups.setdefault(key, []).append((entity, reason))
    return tuple(_common(key, group) for key, group in sorted(groups.items()))


def _named(report: Report, entity: Entity) -> _Named:
    names = frozenset(sys.intern(fold_name(mention.text)) for mention in entity.mentions if mention.kind == "name")
    name = sys.intern(" ".join(entity.name.split()))
    return _Named((report.id, entity.id), name, entity.type, entity.country, entity.actor, names)


def _identity(entity: _Named, acronyms: Mapping[str, str], full: Mapping[str, frozenset[str]]) -> tuple[str, str]:
    if entity.actor:
        return entity.actor, "the same entry of the actor base"
    if entity.type == "place" and entity.country:
        return f"country:{entity.country}", "the same country"
    name = fold_name(entity.name)
    if entity.type == _PERSON and " " not in name:
        fitting = full.get(name, frozenset())
        if len(fitting) == 1:
            return _made("person", next(iter(fitting)), entity), "the only full name with this last name"
    if entity.type != _PERSON and name in acronyms:
        return _made("body", acronyms[name], entity), "an acronym that a report explains"
    return _made("person" if entity.type == _PERSON else "body", name, entity), "the same name"


def _made(kind: str, name: str, entity: _Named) -> str:
    place = entity.country or ""
    words = "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())
    if not words.isascii() or len(words) > 60:
        words = hashlib.sha256(words.encode()).hexdigest()[:16]
    return f"{kind}:{words}" + (f":{place}" if place and kind == "body" else "")


def _acronyms(entities: Iterable[_Named]) -> dict[str, str]:
    """Acronyms by the one long name that some report uses for the same entity."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        for short in filter(is_acronym, entity.names):
            initials = short.casefold()
            found.setdefault(short, set()).update(
                name for name in entity.names if "".join(word[0] for word in name.split()).startswith(initials)
            )
    return {short: next(iter(names)) for short, names in found.items() if len(names) == 1}


def _full_names(entities: Iterable[_Named]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for entity in entities:
        name = fold_name(entity.name)
        if entity.type == _PERSON and " " in name and not entity.actor:
            names.setdefault(name.split()[-1], set()).add(name)
    return {last: frozenset(found) for last, found in names.items()}


def _common(key: str, group: Sequence[tuple[_Named, str]]) -> CommonActor:
    names = Counter({entity.name: 0 for entity, _ in group})
    for name, _ in {(entity.name, entity.place[0]) for entity, _ in group}:
        names[name] += 1
    countries = Counter(entity.country for entity, _ in group if entity.country)
    types = Counter(entity.type for entity, _ in group)
    return CommonActor(
        id=key,
        name=max(names, key=lambda name: (names[name], len(name), name)),
        type=max(types, key=lambda kind: (types[kind], kind)),
        country=max(countries, key=lambda code: (countries[code], code)) if countries else None,
        aliases=dict(sorted(names.items())),
        entities=tuple(entity.place for entity, _ in group),
        reasons=tuple(sorted({reason for _, reason in group})) if len(group) > 1 else (),
    )
