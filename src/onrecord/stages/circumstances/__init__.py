"""Where and when each event takes place, and how many people it struck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.numbers import number_words
from onrecord.stages.circumstances.how_many import find_numbers
from onrecord.stages.circumstances.where_when import Anchors

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Event
    from onrecord.reading.place import Place
    from onrecord.reading.time import TimeExpression


def assess_circumstances(
    doc: Doc, events: Sequence[Event], places: Sequence[Place], times: Sequence[TimeExpression], lexicon: Lexicon
) -> tuple[Event, ...]:
    """Give each event the place and time that its own clause names, and the numbers of people in it.

    A place or time that hangs on another act, or on the verb of saying, is not taken: null rather than the nearest one.
    The dateline and the day of publication are never taken.
    """
    triggers = [_token(doc, event.trigger.start, event.trigger.end) for event in events]
    acts = {token.i: event for token, event in zip(triggers, events, strict=True) if token is not None}
    anchors = Anchors(doc, places, times, acts, lexicon)
    words = number_words(lexicon)
    return tuple(
        event
        if trigger is None
        else msgspec.structs.replace(
            event,
            place=anchors.place(trigger, event),
            time=anchors.time(trigger),
            numbers=find_numbers(trigger, event, words, lexicon),
        )
        for event, trigger in zip(events, triggers, strict=True)
    )


def _token(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None
