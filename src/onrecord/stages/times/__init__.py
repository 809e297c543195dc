"""Find the time expressions of a report and value them as TIMEX3 (TimeML annotation guidelines 1.2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.text import text_of
from onrecord.reading.time import TimeExpression
from onrecord.stages.times.calendar import parse_day
from onrecord.stages.times.scan import Scan

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon

__all__ = ["find_times"]


def find_times(doc: Doc, published: str | None, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """Every DATE, TIME, DURATION and SET of a report, in the order of its text, not overlapping.

    Spans and values follow TIMEX3. "Thursday" or "last month" are valued against `published` (an ISO date or
    date-time), and the tense around them says whether they lie behind or ahead; without it the values keep X for what
    is not known (XXXX-04-01, XXXX-WXX-4). Holy months are valued as the interval of their days, first/last. A line at
    the head of the text that holds only the day of publication is left out: it says when the report was made, not when
    anything happened.

    A Doc with tokens alone is enough; tags and trees, where present, tell the tense better.
    """
    text = text_of(doc)
    items = Scan(doc, text, parse_day(published), lexicon).items()
    return tuple(
        TimeExpression(
            id=f"D{number}", start=item.start, end=item.end, text=text[item.start : item.end],
            type=item.value.type, value=item.value.value, mod=item.value.mod,
        )
        for number, item in enumerate(items, 1)
    )  # fmt: skip
