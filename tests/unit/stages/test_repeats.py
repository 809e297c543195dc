"""Which later mention of an act is the same act, and which is another one."""

from __future__ import annotations

import msgspec
import pytest
from spacy.tokens import Doc

from build import doc_of
from onrecord.reading.entity import Entity, Mention
from onrecord.reading.event import Event, Factuality, NumberClaim, Numbers
from onrecord.reading.span import Argument, Span
from onrecord.stages.repeats import join_repeats

DOC = doc_of(
    "Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root\nHoms Homs PROPN 2 obj\n\n"
    "They they PRON 2 nsubj\nshelled shell VERB 0 root\nit it PRON 2 obj"
)


def _argument(at: int, entity: str) -> Argument:
    token = DOC[at]
    return Argument(start=token.idx, end=token.idx + len(token), text=token.text, entity=entity)


def _event(key: str, at: int, actor: str, recipient: str) -> Event:
    token = DOC[at]
    return Event(
        id=key, type="ASSAULT", mode=None, contexts=(), cameo=None, quad=4, score=-9.0,
        trigger=Span(start=token.idx, end=token.idx + len(token), text=token.text),
        actors=(_argument(at - 1, actor),), recipients=(_argument(at + 1, recipient),),
        factuality=Factuality(status="happened", polarity="positive", certainty="certain"), rule="shell.v.1",
    )  # fmt: skip


def _entities(doc: Doc) -> list[Entity]:
    mention = Mention(start=0, end=len(doc[0]), text=doc[0].text, kind="nominal")
    return [Entity(id=key, name=key, type="group", named=False, mentions=(mention,)) for key in ("T1", "T2", "T3")]


def _second(**changes: object) -> str | None:
    first = msgspec.structs.replace(_event("E1", 1, "T1", "T2"), place="L1", time="D1")
    second = msgspec.structs.replace(_event("E2", 4, "T1", "T2"), **changes)
    return join_repeats(DOC, [first, second], _entities(DOC))[1].same_as


def test_the_same_parties_and_nothing_against_it() -> None:
    assert _second() == "E1"


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "COERCE"},  # another act
        {"place": "L2"},  # elsewhere
        {"time": "D2"},  # at another time
        {"actors": (_argument(3, "T3"),)},  # by somebody else
        {"recipients": (_argument(5, "T3"),)},  # to somebody else
        {"recipients": (), "actors": ()},  # nothing in common
        {"factuality": Factuality(status="planned", polarity="positive", certainty="certain")},  # a plan is no repeat
        {"factuality": Factuality(status="happened", polarity="negative", certainty="certain")},  # nor is a denial
    ],
)
def test_what_keeps_two_acts_apart(changes: dict[str, object]) -> None:
    assert _second(**changes) is None


def test_numbers_that_differ_keep_acts_apart() -> None:
    """A merge must not hide a disagreement; reports over many texts decide on it."""
    claims = [NumberClaim(start=0, end=1, text="9", low=n, high=n) for n in (9, 12)]
    first, second = _event("E1", 1, "T1", "T2"), _event("E2", 4, "T1", "T2")
    events = [
        msgspec.structs.replace(event, numbers=Numbers(killed=claim))
        for event, claim in zip((first, second), claims, strict=True)
    ]
    assert join_repeats(DOC, events, _entities(DOC))[1].same_as is None


def test_a_third_mention_names_the_first() -> None:
    events = [_event("E1", 1, "T1", "T2"), _event("E2", 4, "T1", "T2")]
    third = msgspec.structs.replace(events[1], id="E3", trigger=Span(start=99, end=106, text="shelled"))
    joined = join_repeats(DOC, [*events, third], _entities(DOC))
    assert [event.same_as for event in joined] == [None, "E1", "E1"]
