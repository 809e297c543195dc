"""Lines as people read them."""

from __future__ import annotations

from onrecord.web.lines import list_lines
from readings import sample, with_fields


def test_an_event_names_its_status_and_the_chain_of_its_speakers() -> None:
    lines = {line.id: line for line in list_lines(sample())}
    told, planned = lines["E1"], lines["E2"]
    assert (told.state, told.who, told.told_by) == ("happened", "The militia", "an official → Harbour Wire")
    assert [link.line for link in planned.chain] == ["A2", "A1"], "the innermost speaker first"
    assert planned.who == "not stated"


def test_what_is_not_known_says_so_and_why() -> None:
    """Absence is no side."""
    (stand,) = [line for line in list_lines(sample()) if line.section == "positions"]
    assert (stand.state, stand.head, stand.told_by, stand.chain) == ("not known", "absent", "the reporter", ())


def test_an_event_told_again_is_one_line() -> None:
    first, second = sample().events
    reading = with_fields(sample(), events=(first, with_fields(second, same_as="E1")))  # type: ignore[arg-type]
    (line,) = [line for line in list_lines(reading) if line.section == "events"]
    assert ("told again in", "E2") in line.facts
