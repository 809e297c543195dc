"""The entity behind a thing that is a party: "Iranian tankers" are Iran's, "his remarks" are his."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.text import text_of
from onrecord.reading.span import Argument
from onrecord.stages.events.conditions import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_BODIES = frozenset({"organization", "group"})
_LOSERS = frozenset({"person", "group", "organization"})
_OWNERS = frozenset({"person", "place"}) | _BODIES
_BEFORE = ("amod", "compound", "nmod:desc")
_INSIDE = frozenset({"nmod:poss", "compound"})  # "Aba's port" is told of, not Aba too
_HYPHENS = HYPHENS | {"–"}
_OF_MAKERS = frozenset({"", "by", "of", "from", "between", "among"})
_POSS, _MOD = ("poss",), ("mod",)


class Behind:
    """Turns the heads of parties into arguments of the reading, each with the entity behind it where one is known."""

    def __init__(self, doc: Doc, who: Who, lexicon: Lexicon) -> None:
        self._doc = doc
        self._who = who
        self._lexicon = lexicon
        self._fates = lexicon.list("fate_noun")
        self._made, self._things = lexicon.list("made_thing"), lexicon.map("thing_noun")

    def arguments(
        self, heads: Sequence[Token], others: Sequence[Argument] = (), *, by_force: bool = False
    ) -> tuple[Argument, ...]:
        """The words of each party, each stretch of text once, and not the owner beside what is his.

        Whose name "their" stands for is told by it, not by the thing, which has no name. Nobody does something to
        himself by a thing of his own: behind what is of the `others` nobody stands. What is struck or taken `by_force`
        is of the body before it ("the M23 depot"), else what is made or done.
        """
        known = {other.entity for other in others}
        there = {head.i for head in heads}
        inside = [head for head in heads if self._is_inside(head, there, by_force=by_force)]
        owners = {head.i: self._owner(head, by_force=by_force) for head in heads}
        owners |= {head.head.i: head for head in inside if self._tells_whose(head)}
        beside = {
            key if owner.pos_ == "PRON" and owner.i in there and self._is_named(owner) else owner.i
            for key, owner in owners.items()
            if owner is not None
        }
        beside |= {head.i for head in inside}
        arguments = [
            argument
            for head in heads
            if head.i not in beside
            for argument in self._joint(owners[head.i]) or [self._argument(head, owners[head.i], known)]
        ]
        found = {(argument.start, argument.end): argument for argument in arguments}
        return tuple(found[key] for key in sorted(found))

    def parties(self, arguments: Sequence[Argument], heads: Sequence[Token]) -> tuple[Argument, ...]:
        """The arguments less things that nobody stands behind, whose words name who did or made them.

        "Praised | the response of the press |" is told of the press: what it did is no party beside it.
        """
        makers = [self._who.at(head.i) for head in heads if grammar.preposition(head) in _OF_MAKERS]
        known = {maker.id for maker in makers if maker is not None}
        named = [it for it in arguments if it.entity in known]
        return tuple(it for it in arguments if it.entity is not None or not any(_is_within(one, it) for one in named))

    def _is_inside(self, head: Token, others: set[int], *, by_force: bool) -> bool:
        """Whether it only says which of the others it is ("Aba's port", not Aba too; "the farmers' huts" are lost)."""
        inside = head.head.i in others and head.dep_ in _INSIDE and head.pos_ != "PRON"
        lost = by_force and head.dep_ == "nmod:poss" and self._who.type_at(head.head.i) == "place"
        if lost and self._who.type_at(head.i) in _LOSERS:
            return False
        return inside and len(grammar.conjuncts_below(head)) == 1

    def _tells_whose(self, owner: Token) -> bool:
        """Whether the thing behind it is told of as a thing of his: "rejected | Obama's veto", "the US resolution".

        A place before what nobody makes is what it is about: "the Iran deal".
        """
        entity, itself = self._who.at(owner.i), self._who.at(owner.head.i)
        somebody = itself is not None and (itself.type != "other" or itself.named)
        known = entity is not None and entity.type in _OWNERS and (entity.named or entity.type == "organization")
        about = owner.dep_ == "compound" and entity is not None and entity.type == "place"
        made = not about or owner.head.lemma_.lower() in self._made
        return known and made and not somebody and not self._is_suffered(owner.head)

    def _joint(self, owner: Token | None) -> list[Argument]:
        """Each of the nations whose one thing is: "Danish and Norwegian waters"."""
        owners = grammar.conjuncts_below(owner) if owner is not None and owner.dep_ in _BEFORE else []
        named = [one for one in owners if (entity := self._who.at(one.i)) is not None and entity.named]
        return [self._who.spelled_out(self._doc, one.i) for one in named] if len(named) == len(owners) > 1 else []

    def _argument(self, head: Token, owner: Token | None, others: set[str | None]) -> Argument:
        """A party by its mention, a pronoun by the words it stands for; a thing with what tells whose it is."""
        if self._who.at(head.i) is not None:
            words = self._who.spelled_out(self._doc, head.i)
        else:
            start, end = grammar.thing_phrase(head)
            words = Argument(start=start, end=end, text=text_of(self._doc)[start:end])
        behind = self._who.at(owner.i) if owner is not None else None
        return words if behind is None or behind.id in others else msgspec.structs.replace(words, entity=behind.id)

    def _is_named(self, pronoun: Token) -> bool:
        entity = self._who.at(pronoun.i)
        return entity is not None and entity.named

    def _owner(self, thing: Token, *, by_force: bool) -> Token | None:
        """By which word somebody stands behind it: its owner's, or the nation's or body's before it.

        "Their tanks", "the Iranian offer", "M23 positions". A place or person before it may be what it is about ("the
        Gaza war"); who owns a fate has suffered it.
        """
        itself = self._who.at(thing.i)
        somebody = itself is not None and (itself.type != "other" or itself.named)
        if somebody or thing.pos_ not in {"NOUN", "PROPN"} or self._is_suffered(thing):
            return None
        owners = [grammar.antecedent(owner) for owner in grammar.children(thing, "nmod:poss")] or [
            child for child in grammar.children(thing, *_BEFORE) if self._names_owner(child, thing, by_force=by_force)
        ]
        found = [owner for owner in owners if (entity := self._who.at(owner.i)) is not None and entity.type in _OWNERS]
        return found[0] if len(found) == 1 else None

    def _names_owner(self, word: Token, thing: Token, *, by_force: bool) -> bool:
        owned = by_force or self._has_doer(thing)
        entity, craft = self._who.at(word.i), self._who.at(thing.i)
        crewed = craft is not None and entity is not None and entity.type == "organization"  # "coalition aircraft"
        if entity is None or not (entity.named or crewed):
            return False
        if entity.type in _BODIES:
            return owned or word.ent_type_ == "NORP" or not entity.named
        armed = "MIL" in craft.sectors if craft is not None else by_force  # a Chinese fishing boat is not China
        if craft is not None and not armed:
            return False
        if word.ent_type_ != "NORP" and word.pos_ != "ADJ":
            return armed and entity.type == "place" and entity.country is not None  # "U.S. warplanes"
        return self._doc[min(word.i + 1, thing.i)].text not in _HYPHENS  # "an Italian-Polish offer"

    def _has_doer(self, thing: Token) -> bool:
        """Whether the body before it has made or done it: "the UN report", "the Taliban attack"."""
        lemma = thing.lemma_.lower()
        entries = self._lexicon.events.get(lemma, ())
        made = lemma in self._made or lemma in self._things
        return made or any(_MOD in entry.actor for entry in entries if entry.pos == "NOUN")

    def _is_suffered(self, thing: Token) -> bool:
        """Whether whose it is did not do it: "condemned the mayor's arrest"."""
        lemma = thing.lemma_.lower()
        entries = self._lexicon.events.get(lemma, ())
        return lemma in self._fates or any(_POSS in entry.recipient for entry in entries if entry.pos == "NOUN")


def _is_within(argument: Argument, other: Argument) -> bool:
    return other.start <= argument.start and argument.end <= other.end
