"""Who did what is told without a doer: "nine people were **arrested**", "was **convicted** in federal court".

A passive leaves out who did it where the words around it have named him (Prince 1981: what the hearer can infer).
`houses.py` finds the courts and councils that alone do such things where they sit, `right_before.py` who acted right
before, `hands.py` who arrested somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.text import head_in
from onrecord.stages.unnamed_doers.hands import Hands
from onrecord.stages.unnamed_doers.houses import Houses
from onrecord.stages.unnamed_doers.passives import is_of_its_own, is_untold
from onrecord.stages.unnamed_doers.right_before import RightBefore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument
    from onrecord.reading.time import TimeExpression


def tell_who_did(
    doc: Doc,
    events: Sequence[Event],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    lexicon: Lexicon,
    is_country: Callable[[str], bool],
) -> tuple[Event, ...]:
    """The events, passives without a doer with whoever is told to have done them; in linear time."""
    houses = Houses(doc, entities, lexicon, is_country)
    hands = Hands(doc, entities, lexicon)
    before = RightBefore(doc, entities, times, lexicon)
    tokens = [head_in(doc, event.trigger.start, event.trigger.end) for event in events]
    found = list(events)
    for at, (event, token) in enumerate(zip(events, tokens, strict=True)):
        if token is None or not is_untold(event, token):
            continue
        near = [(found[k], other) for k in _around(at, tokens) if (other := tokens[k]) is not None and k != at]
        doer = houses.doer(event, token, near)
        if doer is None and is_of_its_own(token) and before.may_tell(event, token):
            doer = before.doer(event, token, near)
        doer = doer or hands.doer(event, token)
        if doer is not None:
            found[at] = _done_by(event, doer)
    return tuple(found)


def _done_by(event: Event, doer: Argument) -> Event:
    others = tuple(party for party in event.recipients if party.entity != doer.entity)
    return msgspec.structs.replace(event, actors=(doer,), recipients=others)


def _around(at: int, tokens: Sequence[Token | None]) -> range:
    """The places of the acts of this sentence and of the one before."""
    token = tokens[at]
    first, last = at, at
    if token is None:
        return range(at, at)
    begin = token.doc[token.sent.start - 1].sent.start if token.sent.start else 0
    while first and (before := tokens[first - 1]) is not None and before.i >= begin:
        first -= 1
    while last + 1 < len(tokens) and (after := tokens[last + 1]) is not None and after.i < token.sent.end:
        last += 1
    return range(first, last + 1)
