"""Whose a blow is that is only named: "the coalition conducted strikes … two strikes killed nine", "the attack"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import children, is_definite
from onrecord.language.text import head_in
from onrecord.lexicon.forms import inflections
from onrecord.reading.event import TOLD_AS_FACT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument

_FORCE = "ASSAULT"


def tell_whose_blows(doc: Doc, events: Sequence[Event], lexicon: Lexicon) -> tuple[Event, ...]:
    """The events, blows among their parties with the entity of whoever was told before to have dealt such.

    "The strike" is the one told last, and has its doer too. Any other, where different ones are told to have dealt such
    blows, or nobody knows who, stays open; an act that struck is no party. Takes time linear in events.
    """
    tokens = [head_in(doc, event.trigger.start, event.trigger.end) for event in events]
    pairs = list(zip(events, tokens, strict=True))
    owned = {token.i for event, token in pairs if event.actors and token is not None and token.pos_ == "NOUN"}
    book = _Book(doc, lexicon, owned)
    found = []
    for event, token in pairs:
        found.append(book.with_owners(event, token))
        if token is not None and event.type == _FORCE and event.factuality.status in TOLD_AS_FACT:
            book.note(event, token)
    return tuple(found)


class _Book:
    """Who dealt which blows so far, by the words that later sentences may call them ("the attack", "the bombing")."""

    def __init__(self, doc: Doc, lexicon: Lexicon, owned: set[int]) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._blows = lexicon.list("instrument")
        self._deeds = lexicon.list("deed_of_force")
        self._means = lexicon.together("deed_of_force", "bare_weapon")
        self._owned = owned
        self._only: dict[str, str | None] = {}
        self._last: dict[str, Argument] = {}

    def with_owners(self, event: Event, token: Token | None) -> Event:
        """The event with parties in place of blows: of "two strikes killed nine" whoever conducted them before."""
        if event.type != _FORCE:
            return event
        struck = {party.entity for party in event.recipients}
        actors = tuple(party if (owned := self._owned_by(party)).entity in struck else owned for party in event.actors)
        means = self._means if event.recipients else self._deeds  # "two bombs went off" tells of bombs
        actors = tuple(party for party in actors if party.entity is not None or not self._is_one_of(means, party))
        dealer = self._last.get(token.lemma_.lower()) if token is not None and _is_named_again(token) else None
        if (
            dealer is not None
            and dealer.entity not in struck
            and not actors
            and event.factuality.status in TOLD_AS_FACT
        ):
            actors = (dealer,)
        return msgspec.structs.replace(event, actors=actors)

    def note(self, event: Event, token: Token) -> None:
        """Keep who did it, by what it may be called later: "attacked", "the attack"; "bombed", "the bombing"."""
        dealer = event.actors[0] if len(event.actors) == 1 and event.actors[0].entity is not None else None
        word = token.lemma_.lower()
        noun = token.pos_ == "NOUN"
        if noun and word in self._blows and (event.actors or (event.recipients and not _is_named_again(token))):
            entity = dealer.entity if dealer is not None else None
            if dealer is None and self._only.get(word) is None:
                self._last.pop(word, None)  # another such blow, and nobody knows whose
            self._only[word] = entity if word not in self._only or self._only[word] == entity else None
        if dealer is not None:
            called = self._lexicon.together("blow_any", f"blow_{event.mode}")
            names = {word} if noun else {*inflections(word), *called}
            self._last.update((name, dealer) for name in names & self._blows)

    def _is_one_of(self, means: AbstractSet[str], party: Argument) -> bool:
        """Whether it is a blow or a weapon and no doer: "the raid | that killed nine", "a mine | killed two"."""
        head = head_in(self._doc, party.start, party.end)
        return head is not None and head.lemma_.lower() in means

    def _owned_by(self, party: Argument) -> Argument:
        """Who dealt a blow that stands as a doer, in his own words; the blow, with his entity, where all are of one."""
        head = head_in(self._doc, party.start, party.end) if party.entity is None else None
        if head is None or head.i in self._owned:
            return party
        last = self._last.get(head.lemma_.lower()) if _is_named_again(head) else None
        return last or msgspec.structs.replace(party, entity=self._only.get(head.lemma_.lower()))


def _is_named_again(noun: Token) -> bool:
    """Whether the words say nothing of it but that it is known: "the attack", not "the attack on the market"."""
    return noun.pos_ == "NOUN" and is_definite(noun) and not children(noun, "nmod", "nmod:poss", "compound")
