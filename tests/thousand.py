"""A project of a thousand made-up reports, by twenty outlets, of two years, about fifty parties and thirty places."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from onrecord.merge.project import merge_project
from onrecord.reading.document import Document
from onrecord.reading.place import Place, PlaceMention
from onrecord.reading.reading import Reading
from onrecord.reading.span import Argument, Target
from onrecord.store.project import open_writer
from readings import report, span, with_fields

REPORTS = 1_000
_TYPES = (("ASSAULT", 4), ("AID", 2), ("CONSULT", 1), ("ACCUSE", 3))
_STANCES = (("supports", "stated"), ("opposes", "stated"), ("unknown", "absent"))


def make_thousand(path: Path) -> None:
    """Write the project file, and merge it."""
    with open_writer(path) as writer:
        for n in range(REPORTS):
            writer.add(*_made_up(n))
    merge_project(path)


def _made_up(n: int) -> tuple[Document, Reading]:
    more = f" Note {n}: " + " ".join(f"word{n * k % 997}" for k in range(1, 60))
    day = date(2023, 1, 1) + timedelta(days=n * 37 % 700)
    document, reading = report(
        str(n), more, title=f"Report {n}", publisher=f"Outlet {n % 20}", published=day.isoformat()
    )
    names = {"T1": f"Party {n % 50}", "T4": f"Party {n * 7 % 50}"}
    entities = tuple(
        with_fields(entity, name=names.get(entity.id, entity.name))  # type: ignore[arg-type]
        for entity in reading.entities
    )
    words = {name: getattr(span("Kadi"), name) for name in ("start", "end", "text")}
    place = Place(id="L1", name=f"Place {n % 30}", geonameid=str(n % 30), lat=10.0 + n % 30, lon=20.0 + n % 7,
                  country="TCD", admin1=None, feature="PPL", precision="place",
                  mentions=(PlaceMention(**words, use="literal"),))  # fmt: skip
    kind, quad = _TYPES[n % 4]
    victim = span("The Northern Front", Argument, entity="T4")
    first = with_fields(reading.events[0], type=kind, quad=quad, place="L1", recipients=(victim,))  # type: ignore[arg-type]
    stance, basis = _STANCES[n % 3]
    (stand,) = reading.positions
    stand = with_fields(stand, stance=stance, basis=basis, toward=span("the talks", Target))  # type: ignore[arg-type, assignment]
    return document, with_fields(
        reading, entities=entities, places=(place,), events=(first, reading.events[1]), positions=(stand,)
    )
