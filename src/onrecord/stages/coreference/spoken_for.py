"""For whom somebody speaks: the body whose office they hold, or their state ("we", says its foreign minister)."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.coreference.cluster import BODIES
from onrecord.stages.coreference.holders import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.stages.coreference.book import Book
    from onrecord.stages.coreference.cluster import Cluster
    from onrecord.stages.coreference.names import NameIndex

_MAX_MENTIONS = 12
_OF, _FOR = frozenset({"of"}), frozenset({"for"})
_RELATIVE = frozenset({"who", "that"})
_NOW = frozenset({"VBZ", "VBP", "VBG"})
_GOVERNS = "GOV"


class SpokenFor:
    """For whom the people of a report speak, once all that it names is known."""

    def __init__(self, book: Book, index: NameIndex) -> None:
        self._book = book
        self._index = index
        self._found: dict[int, Cluster | None] = {}
        self._by_noun: dict[str, list[Cluster]] = {}
        self._governments: dict[str, Cluster] = {}
        for one in book.clusters:
            if one.type in BODIES and one.mentions:
                for noun in {*one.nouns, *(name.lower().split()[-1] for name in one.names)}:
                    self._by_noun.setdefault(noun, []).append(one)
                if one.country and not book.words.government.isdisjoint(one.nouns):
                    self._governments.setdefault(one.country, one)

    def side(self, speaker: Cluster) -> Cluster | None:
        """The one body for which a person speaks, or their state; None where the report does not tell."""
        if id(speaker) not in self._found:
            self._found[id(speaker)] = self._side(speaker)
        return self._found[id(speaker)]

    def _side(self, speaker: Cluster) -> Cluster | None:
        book = self._book
        sides = {id(side): side for side in sides_of(book, speaker) if side.type in BODIES}
        if sides or speaker.type != "person" or speaker.plural:
            return next(iter(sides.values())) if len(sides) == 1 else None
        if any(not book.words.former.isdisjoint(role.lower().split()) for role in speaker.roles):
            return None
        said = [k for k in islice(speaker.mentions, _MAX_MENTIONS) if book.mentions[k].kind != "pronoun"]
        found = (one for k in said for one in (*holders(book, k), *self._titled(k), *led(book, k)))
        return next(found, None) or self._state(speaker)

    def _titled(self, k: int) -> Iterator[Cluster]:
        """The body told of before that an office's words name: "army spokesman Bo Lee", "a union leader"."""
        mention, words = self._book.mentions[k], self._book.words
        said = [word.removesuffix("'s").removesuffix("’s") for word in (mention.role or mention.text).lower().split()]
        for noun, office in pairwise(said):
            theirs = self._by_noun.get(noun, ()) if office in words.voice and noun in words.nouns else ()
            before = [one for one in theirs if one.mentions[0] < k]
            if len(before) == 1:
                yield before[0]

    def _state(self, speaker: Cluster) -> Cluster | None:
        """The state, or its government, for which a minister or an envoy speaks, where the report tells of it."""
        offices = {word for role in speaker.roles for word in role.lower().split()} | set(speaker.nouns)
        country = speaker.country
        if country is None or _GOVERNS not in speaker.sectors or self._book.words.state_voice.isdisjoint(offices):
            return None
        return self._index.by_key(f"country:{country}") or self._governments.get(country)


def holders(book: Book, k: int) -> Iterator[Cluster]:
    """Whose the mention's office is: "the ministry's spokesman", "the mayor of Lyon", not "the envoy for Sudan"."""
    noun = book.tokens[book.mentions[k].head]
    if book.mentions[k].kind != "nominal" or book.words.voice.isdisjoint((noun.lower_, noun.lemma_.lower())):
        return
    owners = [*grammar.children(noun, "nmod:poss"), *grammar.prep_objects(noun, _OF)]
    for owner in (*owners, *grammar.prep_objects(noun, _FOR)):
        one = book.cluster_at(owner.i)
        if one is not None and not one.plural and (one.type in BODIES or (one.type == "place" and owner in owners)):
            yield one


def led(book: Book, k: int) -> Iterator[Cluster]:
    """The body which a clause beside says that somebody leads: "Ana Ruiz, who heads the miners' union"."""
    for clause in grammar.children(book.stands[k], "acl:relcl"):
        if clause.lemma_.lower() in book.words.leading and clause.tag_ in _NOW and _is_doer(clause):
            for one in (book.cluster_at(child.i) for child in grammar.children(clause, "obj")):
                if one is not None and one.type in BODIES and not one.plural:
                    yield one


def _is_doer(clause: Token) -> bool:
    return any(child.lower_ in _RELATIVE and child.dep_ == "nsubj" for child in clause.children)
