"""Lines as people read them."""

from __future__ import annotations

import pytest

from onrecord.reading.event import Factuality
from onrecord.reading.spelled import NOT_SAID
from onrecord.web.lines import list_lines
from readings import sample, with_fields


def test_an_event_names_its_status_and_the_chain_of_its_speakers() -> None:
    lines = {line.id: line for line in list_lines(sample())}
    told, planned = lines["E1"], lines["E2"]
    assert (told.state, told.who, told.told_by) == ("happened", "The militia", "an official → Harbour Wire")
    assert [link.line for link in planned.chain] == ["A2", "A1"], "the innermost speaker first"
    assert planned.who == NOT_SAID


@pytest.mark.parametrize(
    ("factuality", "state", "reason"),
    [
        (("planned", "negative", "certain"), "not: planned", "they will not do it"),
        (("not_happened", "negative", "certain"), "not happened", "the status says so itself"),
        (("denied", "negative", "certain"), "denied", "the status says so itself"),
        (("unclear", "positive", "possible"), "unclear, possible", "it may have been"),
        (("planned", "negative", "probable"), "not: planned, probable", "both"),
    ],
)
def test_a_line_says_what_is_negative_or_unsure(factuality: tuple[str, str, str], state: str, reason: str) -> None:
    status, polarity, certainty = factuality
    told = Factuality(status=status, polarity=polarity, certainty=certainty)  # type: ignore[arg-type]
    changed = with_fields(sample().events[0], factuality=told)  # type: ignore[arg-type]
    reading = with_fields(sample(), events=(changed,))  # type: ignore[arg-type]
    assert next(line for line in list_lines(reading) if line.id == "E1").state == state, reason


def test_what_is_not_known_says_so_and_why() -> None:
    """Absence is no side."""
    (stand,) = [line for line in list_lines(sample()) if line.section == "positions"]
    assert (stand.state, stand.head, stand.told_by, stand.chain) == ("not known", "absent", "the reporter", ())


def test_an_event_told_again_is_one_line() -> None:
    first, second = sample().events
    reading = with_fields(sample(), events=(first, with_fields(second, same_as="E1")))  # type: ignore[arg-type]
    (line,) = [line for line in list_lines(reading) if line.section == "events"]
    assert ("told again in", "E2") in line.facts
