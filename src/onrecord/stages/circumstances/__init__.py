"""Where and when each event takes place, and how many people it struck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.numbers import number_words
from onrecord.language.text import head_in
from onrecord.reading.days import days_of
from onrecord.stages.circumstances.how_many import find_numbers
from onrecord.stages.circumstances.where_when import Anchors

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Event
    from onrecord.reading.place import Place
    from onrecord.reading.time import TimeExpression


def assess_circumstances(
    doc: Doc,
    events: Sequence[Event],
    places: Sequence[Place],
    times: Sequence[TimeExpression],
    published: str | None,
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """Give each event the place and time that its own clause names, and the numbers of people in it.

    A place or time that hangs on another act, or on the verb of saying, is not taken: null rather than the nearest one.
    The dateline and the day of publication are never taken. What the present tense tells of a day after `published`
    (an ISO date or null) is planned: "is visiting Cairo next week".
    """
    triggers = [head_in(doc, event.trigger.start, event.trigger.end) for event in events]
    acts = {token.i: event for token, event in zip(triggers, events, strict=True) if token is not None}
    anchors = Anchors(doc, places, times, acts, lexicon)
    words = number_words(lexicon)
    to_come = frozenset(time.id for time in times if _is_after(time.value, published))
    return tuple(
        event
        if trigger is None
        else _dated(
            msgspec.structs.replace(
                event,
                place=anchors.place(trigger, event),
                time=anchors.time(trigger),
                numbers=find_numbers(trigger, event, words, lexicon),
            ),
            trigger,
            to_come,
        )
        for event, trigger in zip(events, triggers, strict=True)
    )


def _is_after(value: str, published: str | None) -> bool:
    days = days_of(value)
    return published is not None and days is not None and days[0].isoformat() > published[:10]


def _dated(event: Event, trigger: Token, to_come: frozenset[str]) -> Event:
    """The event, planned where a verb in the present puts it on a day to come; what is past has no such day.

    So the day is the summit's in "proposed a summit on March 20", told on March 12.
    """
    told = event.factuality
    if event.time not in to_come or told.status not in {"happened", "ongoing"}:
        return event
    carried = trigger.pos_ == "NOUN" and trigger.dep_ == "nsubj"  # "a strike | begins on Sunday"
    decided = trigger.tag_ == "VB"  # "her decision to meet him | on Friday"
    if not (decided or grammar.is_present(trigger.head if carried else trigger)):
        return msgspec.structs.replace(event, time=None) if trigger.tag_ in {"VBD", "VBN"} else event
    return msgspec.structs.replace(event, factuality=msgspec.structs.replace(told, status="planned"))
