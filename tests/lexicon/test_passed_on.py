"""Through whom words came: papers that cite, agencies that are told."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


def test_whom_a_paper_cites_is_whom_it_came_through() -> None:
    """Those whom "according to X, which cited Y" names, and the daily that quotes a captain."""
    text = "South Africa may withdraw, according to Bloomberg, which cited three diplomats."
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    first = reading.attributions[0]
    assert [piece.text for piece in first.content] == ["South Africa may withdraw"]
    assert [names[key] for key in first.via] == ["three diplomats"]


@pytest.mark.parametrize("hearer", ["the Interfax news agency", "Interfax", "Interfax's Night Watch"])
def test_an_agency_that_is_told_passes_it_on(hearer: str) -> None:
    """Whatever it is called, and where its broadcast is told."""
    reading = read(f"A doctor told {hearer} that the road was open.", know())
    names = {entity.id: entity.name for entity in reading.entities}
    assert [[names[key] for key in a.via] for a in reading.attributions] == [["Interfax"]]


def test_a_dateline_is_not_said() -> None:
    """Also where the phrase with its source ends the sentence."""
    text = "RAMALLAH, December 8, 2024 (WAFA) - The mayor left on Sunday, according to a clerk."
    (said,) = read(text, know()).attributions
    assert [piece.text for piece in said.content] == ["The mayor left on Sunday"]


@pytest.mark.parametrize(
    "dateline",
    [
        "La Paz, EFE – ",
        "La Paz, July 2, 2018, EFE -- ",
        "La Paz, Jul 2 (EFE).- ",
        "LA PAZ, July 2. /EFE/. ",
        "LA PAZ (EFE) - ",
    ],
)
def test_the_agency_of_a_dateline_passes_it_on(dateline: str) -> None:
    """In brackets or strokes, whatever the report speaks of."""
    reading = read(f"{dateline}The mayor said the road was open.", know())
    names = {entity.id: entity.name for entity in reading.entities}
    assert [[names[key] for key in a.via] for a in reading.attributions] == [["EFE"]]


@pytest.mark.parametrize(
    "text",
    [
        "Interfax, citing the Defence Ministry, said two jets had crashed.",
        "Two jets had crashed, Interfax reported, quoting the Defence Ministry.",
    ],
)
def test_who_is_only_cited_is_whom_it_came_through(text: str) -> None:
    """He is no content of what is said."""
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    assert [[names[key] for key in a.via] for a in reading.attributions] == [["Defence Ministry"]]
