"""What a report tells beside an act, found by its sentence."""

from __future__ import annotations

from onrecord.merge.beside import Beside
from onrecord.merge.report import Report
from onrecord.merge.telling import telling_keys
from onrecord.reading.days import days_of
from onrecord.reading.span import Span
from reports_by_hand import act, report


def _report() -> Report:
    return report(
        "long", "2024-03-05",
        ("Rebels shelled Kadi and raided Kadi on Monday.", act("shelled", place="Kadi", day=("Monday", "2024-03-04")),
         act("raided", place="Kadi")),
        ("They burnt Omber, fled to Tarsk on Friday, and left Mali on Sunday.", act("burnt", place="Omber"),
         act("fled", "RETREAT", place="Tarsk", day=("Friday", "2024-03-08"), status="planned"),
         act("left", "RETREAT", day=("Sunday", "2024-03-03"))),
        ("Nobody stopped them.", act("stopped")),
    )  # fmt: skip


def _beside(told: Report) -> Beside:
    days = {time.id: found for time in told.reading.times if (found := days_of(time.value))}
    return Beside(told, days, [(60, "Tarsk"), (10, "Rebels"), (40, "Kadi")])


def test_of_a_sentence_that_names_one_place_or_day_it_is_that() -> None:
    told = _report()
    beside, places = _beside(told), {place.id: place.name for place in told.reading.places}
    assert [places.get(beside.only_place(n) or "") for n in range(3)] == ["Kadi", None, None]
    assert [str(days[0]) if (days := beside.only_days(n)) else None for n in range(3)] == ["2024-03-04", None, None]


def test_of_a_report_the_commonest_place_and_the_first_day_that_is_over() -> None:
    told = _report()
    beside = _beside(told)
    assert {place.id: place.name for place in told.reading.places}[beside.commonest_place or ""] == "Kadi"
    assert str(beside.first_day) == "2024-03-04"
    void = Beside(report("void", "2024-03-05", ("Nobody came.", act("came"))), {}, [])
    assert (void.commonest_place, void.first_day) == (None, None)


def test_names_and_times_are_found_by_their_place() -> None:
    told = _report()
    beside, at = _beside(told), told.text.index("Friday")
    assert beside.names(10, 60) == {"Rebels", "Kadi"}  # its end is none of it
    assert beside.names(61, 99) == frozenset()
    assert beside.is_time(Span(start=at, end=at + 6, text="Friday"))
    assert not beside.is_time(Span(start=at - 3, end=at + 6, text="on Friday"))
    assert not beside.is_time(Span(start=0, end=6, text="Rebels"))


def test_the_keys_of_a_repeated_text_are_told_apart_by_their_number() -> None:
    told = report("long", "2024-03-05", *[("Rebels shelled Kadi in the night to Monday.", act("shelled"))] * 3)
    first, second, third = telling_keys(told).values()
    assert len({first, second, third}) == 3  # nothing stands before the first, nothing behind the last
    again = report("long", "2024-03-05", *[("Rebels shelled Kadi in the night to Monday.", act("shelled"))] * 4)
    assert list(telling_keys(again).values())[:3] == [first, second, f"{second}.2"]
