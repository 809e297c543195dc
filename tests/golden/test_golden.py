"""Human readings of the example reports: what the pipeline must hold, and what it must never hold."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
SECTIONS = ("event", "attribution", "position", "commitment", "never")


@cache
def _reading(name: str) -> Reading:
    facts = tomllib.loads((HERE / f"{name}.toml").read_text())
    text = (EXAMPLES / f"{name}.txt").read_text()
    return read(Document(id=name, text=text, published=facts["published"]), know())


def _rows() -> list[Any]:
    rows = []
    for path in sorted(HERE.glob("*.toml")):
        facts = tomllib.loads(path.read_text())
        for section in SECTIONS:
            for number, row in enumerate(facts.get(section, [])):
                marks = [pytest.mark.xfail(strict=True, reason="not read yet")] if row.get("missed") else []
                rows.append(pytest.param(path.stem, section, row, id=f"{path.stem}-{section}-{number}", marks=marks))
    return rows


class _Fits:
    """Compares lines of a reading with a human's."""

    def __init__(self, reading: Reading) -> None:
        self.entities = {entity.id: entity for entity in reading.entities}
        self.attributions = {attribution.id: attribution for attribution in reading.attributions}
        self.events = {event.id: event for event in reading.events}

    def names(self, argument: Any) -> list[str]:
        """Every way in which an argument is named."""
        key = argument if isinstance(argument, str) else getattr(argument, "entity", None)
        words = [] if isinstance(argument, str) else [argument.text]
        if key in self.entities:
            words += [self.entities[key].name, *(mention.text for mention in self.entities[key].mentions)]
        return words

    def named(self, arguments: Any, words: str) -> bool:
        """One of the arguments is called `words`, whole or in part."""
        return any(words.lower() in name.lower() for a in arguments if a is not None for name in self.names(a))

    def event(self, event: Any, row: dict[str, Any]) -> bool:
        said = self.attributions.get(event.attribution or "")
        return (
            event.type in row.get("type", [event.type])
            and row["trigger"] in event.trigger.text
            and all(self.named(event.actors, words) for words in row.get("actors", []))
            and all(self.named(event.recipients, words) for words in row.get("recipients", []))
            and event.factuality.status in row.get("status", [event.factuality.status])
            and (not row.get("not_certain") or event.factuality.certainty != "certain")
            and ("said_by" not in row or (said is not None and self.named([said.source], row["said_by"])))
        )

    def attribution(self, attribution: Any, row: dict[str, Any]) -> bool:
        content = " ".join(piece.text for piece in attribution.content)
        return (
            self.named([attribution.source], row["source"])
            and row["content"] in content
            and attribution.manner == row["manner"]
            and ("via" not in row or self.named(attribution.via, row["via"]))
        )

    def position(self, position: Any, row: dict[str, Any]) -> bool:
        return (
            self.named([position.holder], row["holder"])
            and position.stance == row["stance"]
            and position.basis in row.get("basis", [position.basis])
        )

    def commitment(self, commitment: Any, row: dict[str, Any]) -> bool:
        return (
            self.named([commitment.by], row["by"])
            and commitment.kind in row["kind"]
            and row["action"] in commitment.action.text
        )


@pytest.mark.parametrize(("name", "section", "row"), _rows())
def test_a_line_of_the_human_reading(name: str, section: str, row: dict[str, Any]) -> None:
    reading = _reading(name)
    fits = _Fits(reading)
    kind = row.get("section", section)
    lines = getattr(reading, f"{kind}s")
    found = [line for line in lines if getattr(fits, kind)(line, row)]
    if section == "never":
        assert not found, row["why"]
    else:
        assert found, row["why"]
