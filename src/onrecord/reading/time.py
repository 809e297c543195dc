"""Time expressions (TIMEX3, ISO-TimeML)."""

from __future__ import annotations

from typing import Literal

from onrecord.reading.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeExpression(Span, frozen=True, kw_only=True):
    """A TIMEX3: `value` and `mod` as the TimeML guidelines write them."""

    id: str
    type: TimexType
    value: str
    mod: str | None = None
