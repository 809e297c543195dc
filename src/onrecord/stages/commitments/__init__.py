"""What parties say that they will do or will not do: promises, offers, agreements, threats, plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.commitments.desk import Desk
from onrecord.stages.commitments.future import own_futures
from onrecord.stages.commitments.words import promises

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.commitment import Commitment
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.time import TimeExpression

__all__ = ["find_commitments"]


def find_commitments(
    doc: Doc,
    events: Sequence[Event],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    lexicon: Lexicon,
) -> tuple[Commitment, ...]:
    """Commitments with ids C1, C2, … in the order of their evidence.

    They come from words of promise and from what a party, or who speaks for it, says that it will do. What is denied,
    doubted or made a condition binds nobody and is none.
    """
    desk = Desk(doc, events, attributions, entities, times, lexicon)
    found = list(promises(desk))
    taken = [(commitment.action.start, commitment.action.end) for commitment in found]
    found += [
        commitment
        for commitment in own_futures(desk)
        if not any(start <= commitment.evidence[0].start < end for start, end in taken)
    ]
    found.sort(key=lambda commitment: (commitment.evidence[0].start, commitment.by.start))
    return tuple(msgspec.structs.replace(commitment, id=f"C{n}") for n, commitment in enumerate(found, 1))
