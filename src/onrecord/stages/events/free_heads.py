"""Which words may stand for whom an act concerns: nominal, in no other role, and in a phrase that can name a party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.what_it_calls import called, is_what

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.acting import Acting
    from onrecord.stages.events.meant import Meant
    from onrecord.stages.events.nearby import Nearby

_OF = frozenset({"of"})
_OF_CLAUSES = frozenset({"WDT", "WP", "EX"})


class FreeHeads:
    """Tells it in one report."""

    def __init__(self, who: Who, lexicon: Lexicon, acting: Acting, meant: Meant, nearby: Nearby) -> None:
        self._who = who
        self._acting = acting
        self._meant = meant
        self._nearby = nearby
        self._calling = lexicon.list("verb_of_calling")
        self._money, self._places = lexicon.list("currency"), lexicon.list("place_noun")

    def among(self, heads: Iterable[Token], taken: set[int], *, by_preposition: bool = True) -> list[Token]:
        """Those of the heads that may be a recipient; none of the tokens `taken`."""
        return [
            head
            for head in self._meant.counted(self._called(heads))
            if head.i not in taken
            and not (head.dep_ == "nummod" and head.head.pos_ == "NOUN")
            and (grammar.is_nominal(head) or self._acting.are_how_many(head))
            and not grammar.is_reflexive(head)
            and head.tag_ not in _OF_CLAUSES
            and not (by_preposition and self._names_no_party(head))
            and not self._is_sum(head)
        ]

    def _called(self, heads: Iterable[Token]) -> list[Token]:
        """The heads, or what each is called: "condemned what it called | an attack"."""
        return [it for head in heads for it in (called(head, self._calling) if is_what(head) else [head])]

    def _names_no_party(self, head: Token) -> bool:
        """As "in a statement", "on Monday", "in 2017"; but "parts of the country" and "a market place" name one."""
        if head.pos_ == "NUM":
            return bool(grammar.preposition(head)) and head.text.isdigit()
        if self._nearby.is_open_space(head):
            return True
        if head.lemma_.lower() in self._nearby.accompanying and grammar.preposition(head) == "in":
            return True  # "recalled the envoy in protest"
        if self._who.type_at(head.i) == "place":
            return False  # "military posts"
        before = [child.lemma_.lower() for child in grammar.children(head, "compound")]
        if head.lemma_.lower() not in self._nearby.no_party or not self._places.isdisjoint(before):
            return False
        return not any(self._acting.can_act(part) for part in grammar.prep_objects(head, _OF))

    def _is_sum(self, head: Token) -> bool:
        """Money alone: "a ransom of 90 million naira", but not "12 billion euros of Chinese goods"."""
        whole = (head, *grammar.children(head, "nmod"))
        return all({part.lemma_.lower(), part.lower_} & self._money for part in whole)
