"""FollowTheMoney entities, one a line, for Aleph and OpenSanctions tools; written without the library."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from onrecord.export.cells import printable
from onrecord.export.codes import country_of
from onrecord.export.digest import Digest
from onrecord.export.format import Format, Job
from onrecord.export.json_text import write_json_lines
from onrecord.export.records import EventRecord, Party, Report, Stand

_BODIES: Final = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})
_BY_TYPE: Final = {"person": "Person", "organization": "Organization", "group": "Organization"}

Entity = dict[str, Any]


def write(job: Job, out: BinaryIO) -> None:
    """Articles, parties, events, the links between them, and who is named where.

    A party is one entity over all reports as far as its key reaches; `proof` is the article, `sourceUrl` the address.
    """
    write_json_lines(out, _entities(job))


def _entities(job: Job) -> Iterator[Entity]:
    parties: dict[str, _Merged] = {}
    for digest in job.material.digests():
        article = _article(digest.report)
        yield article
        for party in digest.parties:
            parties.setdefault(party.key, _Merged()).add(party, article["id"])
    written: set[str] = set()
    for event in job.material.events():
        job.tally.wrote(event)
        written.add(event.id)
        for party in (*event.actors, *event.recipients):  # also words behind which no entity stands
            merged = parties.setdefault(party.key, _Merged())
            if not merged.names:
                merged.add(party, _article_id(event.report))
        yield _event(event, parties)
        yield from _links(event, parties)
    for digest in job.material.digests():
        for stand in digest.stands:
            yield from _stand(stand, parties, written, job)
        yield from _mentions(digest, parties)
    for key, merged in parties.items():
        yield merged.entity(key)


class _Merged:
    """What all reports say of one party. The schema is the first one that is told."""

    def __init__(self) -> None:
        self.schema = "LegalEntity"
        self.names: dict[str, None] = {}
        self._aliases: dict[str, None] = {}
        self._countries: dict[str, None] = {}
        self._sectors: dict[str, None] = {}
        self._proof: dict[str, None] = {}

    def add(self, party: Party, article: str) -> None:
        if not self.names:
            self.schema = _schema(party)
        self.names.setdefault(party.name)
        self._aliases.update(dict.fromkeys(party.aliases))
        country = country_of(party.country)
        if country:
            self._countries.setdefault(country.iso2.lower())
        self._sectors.update(dict.fromkeys(party.sectors))
        self._proof.setdefault(article)

    def entity(self, key: str) -> Entity:
        name, *more = self.names
        aliases = dict.fromkeys([*more, *self._aliases])
        aliases.pop(name, None)
        return _entity(
            self.schema,
            key,
            name=[name],
            alias=list(aliases),
            country=list(self._countries),
            notes=[f"sectors: {' '.join(self._sectors)}"] if self._sectors else [],
            proof=list(self._proof),
        )


def _schema(party: Party) -> str:
    if party.type == "person":
        return "Person"
    if set(party.sectors[:1]) & _BODIES:
        return "PublicBody"
    return _BY_TYPE.get(party.type, "LegalEntity")


def _id(schema: str, key: str) -> str:
    return (
        "onr-" + hashlib.sha1(f"{schema}\x1f{key}".encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    )


def _entity(schema: str, key: str, **properties: list[str]) -> Entity:
    texts = {name: [printable(value) for value in values if value] for name, values in properties.items()}
    return {
        "id": _id(schema, key),
        "schema": schema,
        "properties": {n: values for n, values in texts.items() if values},
    }


def _article_id(report: Report) -> str:
    return _id("Article", report.id)


def _article(report: Report) -> Entity:
    return _entity(
        "Article",
        report.id,
        fileName=[report.id],
        title=[report.title or ""],
        publisher=[report.publisher or ""],
        sourceUrl=[report.url or ""],
        publishedAt=[report.day or ""],
        language=["eng" if report.language == "en" else report.language],
        notes=[f"sha256:{report.sha256}"],
    )


def _party_id(party: Party, parties: dict[str, _Merged]) -> str:
    return _id(parties[party.key].schema, party.key)


def _event(event: EventRecord, parties: dict[str, _Merged]) -> Entity:
    actors = ", ".join(party.name for party in event.actors) or "?"
    recipients = ", ".join(party.name for party in event.recipients)
    when, where = event.when, event.where
    country = country_of(where.country) if where else None
    span = {"date": [when.first]} if when and when.first == when.last else {}
    if when and not span:
        span = {"startDate": [when.first], "endDate": [when.last]}
    involved = dict.fromkeys(_party_id(party, parties) for party in (*event.actors, *event.recipients))
    return _entity(
        "Event",
        event.id,
        name=[f"{event.type}: {actors}" + (f" → {recipients}" if recipients else "")],
        **span,
        location=[where.name if where else ""],
        country=[country.iso2.lower() if country else ""],
        involved=list(involved),
        summary=[event.quote.words],
        description=[f"Told by: {event.told_by}"],
        publisher=list(event.publishers),
        sourceUrl=[report.url or "" for report in event.reports],
        proof=[_article_id(report) for report in event.reports],
        recordId=[event.id],
        keywords=[event.type, event.mode or "", *event.contexts, f"status:{event.status}"],
    )


def _links(event: EventRecord, parties: dict[str, _Merged]) -> Iterator[Entity]:
    """An event has no direction of its own in FollowTheMoney; who did it stands on the links."""
    target = _id("Event", event.id)
    for role, side in (("actor", event.actors), ("recipient", event.recipients)):
        for subject in dict.fromkeys(_party_id(party, parties) for party in side):
            yield _entity(
                "UnknownLink",
                f"{event.id} {role} {subject}",
                subject=[subject],
                object=[target],
                role=[role],
                status=[event.status],
                sourceUrl=[event.report.url or ""],
                publisher=[event.report.publisher or ""],
            )


def _stand(stand: Stand, parties: dict[str, _Merged], written: set[str], job: Job) -> Iterator[Entity]:
    row = job.material.row_of(stand.event)
    if stand.stance == "unknown" and "unknown" not in job.options.include:
        job.tally.note("positions that are not known left out (use --include unknown)")
        return
    if row in written and row is not None:
        target = _id("Event", row)
    elif stand.party is not None:
        target = _party_id(stand.party, parties)
    else:
        job.tally.note("positions towards something that is neither a party nor a written event")
        return
    if stand.holder.key not in parties:
        parties.setdefault(stand.holder.key, _Merged()).add(stand.holder, _article_id(stand.report))
    conditions = [f"Condition: {words}" for words in stand.conditions]
    yield _entity(
        "UnknownLink",
        f"{stand.id} position",
        subject=[_party_id(stand.holder, parties)],
        object=[target],
        role=[stand.stance],
        status=[stand.basis],
        description=[*conditions, *(span.words for span in stand.evidence), f"Told by: {stand.voice.told_by}"],
        date=[stand.report.day or ""],
        sourceUrl=[stand.report.url or ""],
        publisher=[stand.report.publisher or ""],
    )


def _mentions(digest: Digest, parties: dict[str, _Merged]) -> Iterator[Entity]:
    for party in {party.key: party for party in digest.parties if party.named}.values():
        yield _entity(
            "Mention",
            f"{digest.report.id} {party.key}",
            document=[_article_id(digest.report)],
            name=list(dict.fromkeys([party.name, *party.aliases])),
            resolved=[_party_id(party, parties)],
            detectedSchema=[parties[party.key].schema],
        )


FORMAT = Format(
    name="ftm",
    suffix=".ftm.json",
    title="FollowTheMoney entities, one a line",
    status="field",
    loses=("certainty", "offsets", "numbers", "copies", "denials", "commitments", "labels"),
    write=write,
)
