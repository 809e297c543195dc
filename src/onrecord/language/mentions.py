"""The entities of a reading, looked up by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING

from onrecord.language.grammar import conjuncts_below, phrase, preposition
from onrecord.language.text import bounds_of, text_of
from onrecord.reading.span import Argument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.reading.entity import Entity, Mention
    from onrecord.reading.span import Span

_TITLE_RELATIONS = frozenset({"nmod:desc", "flat", "flat:name", "compound", "appos"})
_WHO = "onrecord.who"
_OR = frozenset({"or", "nor"})
_OF_WHICH = frozenset({"nmod", "obl"})  # "largest" is an adjective, whose dependents are obliques


class Who:
    """Entities by token: of all mentions that cover a token, the smallest one counts.

    "The PLO official": the token "PLO" is the organisation, the token "official" the person. Building it takes time
    linear in tokens and characters of mentions; looking up is constant.
    """

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        self._doc = doc
        self._text = text_of(doc)
        self._by_id = {entity.id: entity for entity in entities}
        self._said: dict[str, list[tuple[int, int]]] = {}
        self._of_list = {(m.start, m.end): one for one in entities if not one.named for m in one.mentions}
        self._table: list[tuple[Entity, Mention] | None] = [None] * len(doc)
        self._near: dict[int, tuple[Entity, Mention] | None] = {}  # what stands beside words of no mention, once asked
        starts, ends = bounds_of(doc)
        pairs = [(entity, *two) for entity in entities for two in zip_longest(entity.mentions, entity.mentions[1:])]
        for entity, mention, following in sorted(pairs, key=_longest_first):
            first = bisect_right(ends, mention.start)
            last = bisect_left(starts, mention.end)
            self._table[first:last] = [(entity, _name_in(mention, following) or mention)] * (last - first)

    def at(self, head: int) -> Entity | None:
        """The entity that the token `head` stands for; a title or role word stands for the name beside it."""
        found = self._find(head)
        return found[0] if found else None

    def type_at(self, head: int) -> str:
        """The type of the entity that the token `head` stands for; empty where it stands for none."""
        found = self._find(head)
        return found[0].type if found else ""

    def together(self, words: Span | None, head: int | None) -> Entity | None:
        """Those whom a list names, as one ("Ruiz and Silva | said"); None where it is one that stands at `head`."""
        heads = heads_of_list(self._doc, words, head)
        last = self.mention(heads[-1]) if len(heads) > 1 else None
        return self._of_list.get((words.start, last.end)) if words is not None and last is not None else None

    def mention(self, head: int) -> Mention | None:
        """The mention that `at` went by."""
        found = self._find(head)
        return found[1] if found else None

    def argument(self, doc: Doc, head: int) -> Argument:
        """The words that stand for the party at token `head`: its mention, or else its noun phrase."""
        found = self._find(head)
        if found:
            entity, mention = found
            return Argument(start=mention.start, end=mention.end, text=mention.text, entity=entity.id)
        start, end = phrase(doc[head])
        return Argument(start=start, end=end, text=self._text[start:end])

    def spelled_out(self, doc: Doc, head: int) -> Argument:
        """Like `argument`, but for a pronoun the words that it stands for, where the same sentence says them."""
        found = self._find(head)
        if not found or found[1].kind != "pronoun":
            return self.argument(doc, head)
        entity, pronoun = found
        start = doc[head].sent.start_char
        last = self._said_between(entity, start, pronoun.start)
        if last is None:
            return self.argument(doc, head)
        return Argument(start=last.start, end=last.end, text=last.text, entity=entity.id)

    def antecedent(self, head: int) -> Mention | None:
        """The mention by words of its own that a pronoun takes up, in its sentence or an earlier one."""
        found = self._find(head)
        if not found or found[1].kind != "pronoun":
            return None
        return self._said_between(found[0], 0, found[1].start)

    def _said_between(self, entity: Entity, start: int, end: int) -> Mention | None:
        """The last mention of the entity by words of its own that starts there."""
        places = self._said.get(entity.id)
        if places is None:
            own = ((mention.start, place) for place, mention in enumerate(entity.mentions) if mention.kind != "pronoun")
            places = self._said[entity.id] = sorted(own)
        some = places[bisect_left(places, (start,)) : bisect_left(places, (end,))]
        return entity.mentions[max(place for _, place in some)] if some else None

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id.

        Raises:
            KeyError: the reading has no such entity.
        """
        return self._by_id[entity_id]

    def _find(self, head: int) -> tuple[Entity, Mention] | None:
        found = self._table[head]
        if found is not None:
            return found
        if head not in self._near:
            self._near[head] = self._beside(self._doc[head])
        return self._near[head]

    def _beside(self, token: Token) -> tuple[Entity, Mention] | None:
        """A noun without a mention that is title to a name, or has the name hung to it ("Spokesman Ali Haddad")."""
        if token.pos_ not in {"NOUN", "PROPN"}:
            return self._singled_out(token)
        near = [child for child in token.children if child.dep_ in {"flat", "flat:name", "appos"}]
        if token.dep_ in _TITLE_RELATIONS:
            near.append(token.head)
        for other in near:
            found = self._table[other.i]
            if found and found[0].type == "person" and found[1].kind == "name":
                return found
        return None

    def _singled_out(self, token: Token) -> tuple[Entity, Mention] | None:
        """The one that an apposition names out of several ("the largest of the militias, the Northern Front")."""
        members = [child for child in token.children if child.dep_ in _OF_WHICH and preposition(child) == "of"]
        for holder in (token, *members):
            for child in holder.children:
                found = self._table[child.i] if child.dep_ == "appos" else None
                if found and found[1].kind == "name":
                    return found
        return None


def heads_of_list(doc: Doc, words: Span | None, head: int | None) -> list[int]:
    """The heads of those whom a list names, the first of which is `head`; of "A or B" it is not both who are meant."""
    if words is None or head is None or doc[head].pos_ == "PRON":
        return []
    found = [one for one in conjuncts_below(doc[head]) if words.start <= one.idx < words.end]
    ends = {word.lower_ for one in found for word in one.lefts if word.dep_ == "cc"}
    return [one.i for one in found] if _OR.isdisjoint(ends) else []


def who_in(doc: Doc, entities: Sequence[Entity]) -> Who:
    """The entities of `doc` by token, made once for each Doc, as long as the stages hand on the same entities."""
    kept: tuple[Sequence[Entity], Who] | None = doc.user_data.get(_WHO)
    if kept is None or kept[0] is not entities:
        kept = doc.user_data[_WHO] = (entities, Who(doc, entities))
    return kept[1]


def _name_in(mention: Mention, following: Mention | None) -> Mention | None:
    """The name that ends a longer phrase with its title, which stands for the phrase: "Silva" in "President Silva".

    Not behind "of", where the noun stands for it: "the port of Durban".
    """
    if following is None or following.kind != "name" or following.end != mention.end:
        return None
    before = mention.text[: following.start - mention.start].lower().split()
    return None if before[-1:] == ["of"] or before[-2:] == ["of", "the"] else following


def _longest_first(pair: tuple[Entity, Mention, Mention | None]) -> tuple[int, int]:
    mention = pair[1]
    return mention.start - mention.end, mention.start
