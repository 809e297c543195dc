"""A small project built by hand, for tests of exports: what `onrecord.store` views answer, without a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.reading.attribution import Attribution
from onrecord.reading.commitment import Commitment
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.entity import Entity, Mention
from onrecord.reading.event import Event, Factuality, NumberClaim, Numbers
from onrecord.reading.label import Label
from onrecord.reading.place import Place, PlaceMention
from onrecord.reading.position import Position
from onrecord.reading.reading import MadeBy, Reading
from onrecord.reading.span import Argument, Span, Target
from onrecord.reading.time import TimeExpression
from onrecord.store.rows import ActorRow, ClusterMember, ClusterRow, CopyRow, ReportRow


class Project:
    """Reports with their readings, clusters and copies."""

    def __init__(self, *pages: Page) -> None:
        self.pages = list(pages)
        self.cluster_rows: list[ClusterRow] = []
        self.copy_rows: list[CopyRow] = []
        self.actor_rows: list[ActorRow] = []

    def readings(self) -> Iterator[tuple[ReportRow, Reading]]:
        return ((page.row(), page.reading()) for page in self.pages)

    def text(self, report_id: str) -> str:
        return next(page.text for page in self.pages if page.id == report_id)

    def clusters(self) -> Iterable[ClusterRow]:
        return self.cluster_rows

    def copies(self) -> Iterable[CopyRow]:
        return self.copy_rows

    def actors(self) -> Iterable[ActorRow]:
        return self.actor_rows

    def cluster(self, key: str, *members: str, record: dict[str, Any] | None = None) -> None:
        """Bring events (REPORT:EVENT) together."""
        rows = tuple(ClusterMember(report_id=m.split(":")[0], event_id=m.split(":")[1]) for m in members)
        row = ClusterRow(
            cluster_id=key, type="ASSAULT", status="happened", reports=1, independent=1, speakers=1,
            record=record or {}, members=rows,
        )  # fmt: skip
        self.cluster_rows.append(row)

    def copy(self, key: str, *reports: str) -> None:
        """Make reports copies of one text."""
        self.copy_rows += [CopyRow(report_id=report, cluster_id=key) for report in reports]


class Page:
    """One report and its reading, line by line; words are given as they stand in the text."""

    def __init__(self, key: str, text: str, **about: Any) -> None:
        self.id, self.text = key, text
        self._about = {"title": f"Title of {key}", "publisher": "Harbour Wire", "published": "2024-05-16",
                       "url": f"https://example.org/{key}", **about}  # fmt: skip
        self._entities: dict[str, Entity] = {}
        self._lines: dict[str, list[Any]] = {
            name: [] for name in ("events", "places", "times", "attributions", "positions", "commitments", "labels")
        }

    def span(self, words: str) -> Span:
        return Span(start=(at := self.text.index(words)), end=at + len(words), text=words)

    def party(self, key: str, words: str, **more: Any) -> Page:
        span = self.span(words)
        kind = "name" if more.setdefault("named", True) else "nominal"
        mention = Mention(start=span.start, end=span.end, text=words, kind=kind)
        fields = {"name": words, "type": "organization", **more}
        self._entities[key] = Entity(id=key, mentions=(mention,), **fields)
        return self

    def argument(self, key: str) -> Argument:
        """The first mention of an entity; other words where no entity has this key."""
        if key not in self._entities:
            span = self.span(key)
            return Argument(start=span.start, end=span.end, text=span.text)
        first = self._entities[key].mentions[0]
        return Argument(start=first.start, end=first.end, text=first.text, entity=key)

    def says(self, key: str, source: str | None, content: str, **more: Any) -> Page:
        who = self.argument(source) if source else None
        said = Attribution(id=key, source=who, cue=None, content=(self.span(content),), manner="indirect", **more)
        self._lines["attributions"].append(said)
        return self

    def place(self, key: str, words: str, **more: Any) -> Page:
        span = self.span(words)
        mention = PlaceMention(start=span.start, end=span.end, text=words, use="literal")
        fields = {"name": words, "geonameid": "123", "lat": -1.5, "lon": 29.25, "country": "COD", "admin1": "Nord Kivu",
                  "feature": "PPL", "precision": "place", **more}  # fmt: skip
        self._lines["places"].append(Place(id=key, mentions=(mention,), **fields))
        return self

    def time(self, key: str, words: str, value: str, **more: Any) -> Page:
        span = self.span(words)
        fields = {"type": "DATE", **more}
        self._lines["times"].append(
            TimeExpression(id=key, start=span.start, end=span.end, text=words, value=value, **fields)
        )
        return self

    def event(
        self,
        key: str,
        words: str,
        kind: str = "ASSAULT",
        *,
        by: Sequence[str] = (),
        on: Sequence[str] = (),
        **more: Any,
    ) -> Page:
        """An event; `status`, `polarity`, `certainty`, `killed`, … (a number, or low and high) may be given."""
        factuality = Factuality(
            status=more.pop("status", "happened"),
            polarity=more.pop("polarity", "positive"),
            certainty=more.pop("certainty", "certain"),
        )
        claims = {name: self._claim(more.pop(name)) for name in Numbers.__struct_fields__ if name in more}
        fields = {"mode": None, "contexts": (), "cameo": "190", "quad": 4, "score": -9.0, "rule": "test.v.1", **more}
        made = Event(
            id=key,
            type=kind,
            trigger=self.span(words),
            actors=tuple(map(self.argument, by)),
            recipients=tuple(map(self.argument, on)),
            factuality=factuality,
            numbers=Numbers(**claims),
            **fields,
        )
        self._lines["events"].append(made)
        return self

    def stand(self, key: str, holder: str, stance: str, evidence: str, **more: Any) -> Page:
        fields = {"basis": "stated", "toward": None, **more}
        if isinstance(fields["toward"], str):
            target = fields["toward"]
            span = self.span(evidence)
            field = "event" if target.startswith("E") else "entity"
            fields["toward"] = Target(start=span.start, end=span.end, text=span.text, **{field: target})
        fields["conditions"] = tuple(map(self.span, fields.get("conditions", ())))
        self._lines["positions"].append(
            Position(id=key, holder=self.argument(holder), stance=stance, evidence=(self.span(evidence),), **fields)
        )
        return self

    def pledge(self, key: str, by: str, action: str, **more: Any) -> Page:
        span = self.span(action)
        fields = {"toward": None, "kind": "promise", "polarity": "positive", **more}
        target = Target(start=span.start, end=span.end, text=span.text)
        self._lines["commitments"].append(
            Commitment(id=key, by=self.argument(by), action=target, evidence=(span,), **fields)
        )
        return self

    def label(self, entity: str, words: str) -> Page:
        span = self.span(words)
        self._lines["labels"].append(
            Label(entity=entity, start=span.start, end=span.end, text=words, scare_quotes=False)
        )
        return self

    def row(self) -> ReportRow:
        info = self._info()
        return ReportRow(
            report_id=self.id, version=1, document_id=self.id, title=info.title, publisher=info.publisher, url=info.url,
            published=info.published, language="en", sha256=info.sha256, chars=info.chars,
        )  # fmt: skip

    def reading(self) -> Reading:
        ends = [at + 1 for at, letter in enumerate(self.text) if letter == "."] or [len(self.text)]
        starts = [0, *ends[:-1]]
        return Reading(
            id=self.id,
            document=self._info(),
            made_by=MadeBy(onrecord="0", model="none", lexicon="none"),
            sentences=tuple(zip(starts, ends, strict=True)),
            entities=tuple(self._entities.values()),
            **{name: tuple(lines) for name, lines in self._lines.items()},
        )

    def _info(self) -> DocumentInfo:
        return DocumentInfo.of(Document(id=self.id, text=self.text, **self._about))

    def _claim(self, told: int | tuple[int | None, int | None]) -> NumberClaim:
        low, high = told if isinstance(told, tuple) else (told, told)
        words = str(low if low is not None else high)
        span = self.span(words) if words in self.text else self.span(self.text[:1])
        return NumberClaim(low=low, high=high, start=span.start, end=span.end, text=span.text)


KADI = (
    "Arland's army shelled Kadi on 13 May 2024, killing 12 people, an official told Harbour Wire. "
    "The Korvan Front denied that it had attacked Bresia. Arland may have struck the port. "
    "The army will attack the hills if talks fail. Arland and Bresia held talks. "
    "Bresia backs the talks. The League did not attend. Arland promised to free captives. It called the Front bandits."
)


def kadi(key: str = "r1", **about: Any) -> Page:
    """A report with an act that happened, a denial, a maybe, a plan, talks, two stands, a promise and a label."""
    return (
        Page(key, KADI, **about)
        .party("T1", "Arland's army", country="COD", sectors=("MIL",), named=False)
        .party("T2", "an official", type="person", named=False)
        .party("T3", "The Korvan Front", country="COD", sectors=("REB",), actor="onrecord:korvan")
        .party("T4", "Bresia", country="RWA", sectors=("GOV",))
        .party("T5", "Arland and", name="Arland", country="COD", sectors=("GOV", "MIL"))
        .party("T6", "The League", country="IGO")
        .party("T7", "people", type="group", named=False, sectors=("CVL",))
        .place("L1", "Kadi")
        .time("D1", "13 May 2024", "2024-05-13")
        .says("A1", "T2", "Arland's army shelled Kadi on 13 May 2024, killing 12 people")
        .event("E1", "shelled", by=["T1"], on=["T7"], place="L1", time="D1", attribution="A1", killed=12,
               mode="heavy-weapons", cameo="194", contexts=("military",))
        .event("E2", "attacked", by=["T3"], on=["T4"], status="denied")
        .event("E3", "struck", by=["T5"], certainty="possible")
        .event("E4", "attack the hills", by=["T1"], status="planned")
        .event("E5", "held talks", "CONSULT", by=["T5", "T4"], cameo="040", quad=1, score=2.5, rule="meet.v.1")
        .event("E6", "backs", "SUPPORT", by=["T4"], cameo="051", quad=1, score=5.0)
        .stand("P1", "T4", "supports", "backs the talks", toward="E5", conditions=("if talks fail",))
        .stand("P2", "T6", "unknown", "did not attend", basis="absent", toward="T4")
        .stand("P3", "T3", "opposes", "denied", toward="T4")
        .pledge("C1", "T5", "free captives")
        .label("T3", "bandits")
    )  # fmt: skip
