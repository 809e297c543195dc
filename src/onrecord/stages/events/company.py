"""Who does an act of force beside its doer, or suffers it beside its victim: "troops, alongside militiamen, fought"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger

_PHRASES = ("obl", "nmod")
_WITH, _BY, _OF = frozenset({"with"}), frozenset({"by"}), frozenset({"of"})
_PLURAL = frozenset({"NNS", "NNPS"})


class Company:
    """Looks for those beside a party; `can_act` says whether a word stands for one."""

    def __init__(self, lexicon: Lexicon, can_act: Callable[[Token], bool]) -> None:
        self._beside = lexicon.list("company")
        self._of_object = lexicon.list("company_of_object")
        self._joint = lexicon.list("joint_act")
        self._joining = lexicon.list("joining_verb")
        self._escorting = lexicon.list("escorting_verb")
        self._of_names = lexicon.list("company_of_names")
        self._by_name = lexicon.list("company_by_name")
        self._can_act = can_act

    def with_others(self, trigger: Trigger, heads: Sequence[Token], *, meeting: bool = False) -> list[Token]:
        """The heads and whoever stands beside them, in text order; at a meeting also who goes with them."""
        others = [other for seat in heads for other in (*self._others(seat, self._beside), *self._named(seat))]
        others += [other for seat in heads if meeting for other in self._escorts(seat)]
        if trigger.pos == "VERB" and any(head in heads for head in grammar.surface_subjects(trigger.token)):
            has_object = bool(grammar.children(trigger.token, "obj"))  # "fought | alongside the militia"
            others += self._others(trigger.token, self._beside - self._of_object if has_object else self._beside)
            others += [it for it in self._others(trigger.token, self._of_object) if it.i < trigger.token.i]
            others += self._joined_in(trigger.token)
            others += self._joined_ahead(trigger.token)
            others += [it for head in heads if head.head.i == trigger.token.i for it in self._by_its_side(head)]
        elif any(head.head.i == trigger.token.i and head.dep_ == "obj" for head in heads):
            others += self._others(trigger.token, self._of_object)  # "freed the editor | along with two others"
        others = [member for other in others for member in _counted(other)]
        found = {other.i: other for other in others if self._can_act(other)}
        return [*heads, *(found[place] for place in sorted(found) if found[place] not in heads)]

    def _others(self, seat: Token, words: frozenset[str]) -> list[Token]:
        others = [child for child in grammar.children(seat, *_PHRASES) if grammar.preposition(child) in words]
        for adverb in grammar.children(seat, "advmod"):  # "together | with the militia"
            below = grammar.children(adverb, *_PHRASES)
            below += [it for it in grammar.children(seat, *_PHRASES) if it.left_edge.i == adverb.i + 1]
            others += [it for it in below if f"{adverb.lower_} {grammar.preposition(it)}" in words]
        return [member for other in (*others, *self._jointly(seat)) for member in grammar.conjuncts_below(other)]

    def _named(self, seat: Token) -> list[Token]:
        """Who is named as one of several, or as doing the same: "unions, including | Arla"."""
        if not self._can_act(seat) or not (seat.ent_type_ or seat.tag_ in _PLURAL):
            return []  # "a leader like Silva", "deals such as the Lima Accord"
        firsts = [child for child in grammar.children(seat, "nmod") if grammar.preposition(child) in self._by_name]
        firsts = [child for child in firsts if grammar.negation(child) is None]
        told = seat.dep_ != "obl:agent"  # "nine were hurt by officers, among them | a nun"
        behind = [it.i + 1 for it in grammar.children(seat, "nmod") if told and _is_among_them(it)]
        firsts += [it for it in grammar.children(seat, "appos") if any(it.left_edge.i <= at <= it.i for at in behind)]
        return [name for first in firsts for name in grammar.conjuncts_below(first) if _is_named(name)]

    def _escorts(self, seat: Token) -> list[Token]:
        """Who goes with somebody: "the king, accompanied by | his minister"."""
        told = [it for it in grammar.children(seat, "acl") if it.tag_ == "VBN" and it.lemma_.lower() in self._escorting]
        return [other for it in told for other in grammar.prep_objects(it, _BY)]

    def _by_its_side(self, seat: Token) -> list[Token]:
        """Who is named right behind a named doer, before what both do: "Turkey with | Qatar | brokered a truce"."""
        if not seat.ent_type_ or seat.dep_ != "nsubj":
            return []
        beside = [it for it in grammar.children(seat, "nmod") if grammar.preposition(it) in self._of_names]
        return [it for it in beside if it.ent_type_ and it.left_edge.i > seat.i]

    def _jointly(self, seat: Token) -> list[Token]:
        """With whom an act is done by a word for that: "raids coordinated with", "struck in tandem with"."""
        words = [child for child in grammar.children(seat, "acl", "obl", "nmod") if child.lemma_.lower() in self._joint]
        joined = [it for it in grammar.children(seat, "acl") if it.tag_ == "VBN" and it.lemma_.lower() in self._joining]
        apart = [it for it in joined if it.left_edge.is_punct or it.nbor(-1).is_punct]  # no "road joined by a bridge"
        joiners = [other for it in apart for other in grammar.logical_subjects(it)]  # "Silva, joined by | Dahl"
        return [*joiners, *(other for word in words for other in grammar.prep_objects(word, _WITH))]

    def _joined_in(self, verb: Token) -> list[Token]:
        """Who is joined in doing it: "joined | the Greens | in voting against the bill"."""
        above = verb.head
        marks = [mark.lower_ for mark in grammar.children(verb, "mark")]
        inside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and marks == ["in"]
        return grammar.logical_objects(above) if inside and above.lemma_.lower() in self._joining else []

    def _joined_ahead(self, verb: Token) -> list[Token]:
        """By whom the doer is joined, in front: "joined by students, | teachers marched"."""
        ahead = [it for it in grammar.children(verb, "advcl") if it.i < verb.i and it.tag_ == "VBN"]
        joined = [it for it in ahead if it.lemma_.lower() in self._joining and not grammar.children(it, "mark", "aux")]
        return [other for it in joined for other in grammar.prep_objects(it, _BY)]


def _counted(other: Token) -> list[Token]:
    """Who are counted where a number stands for them: "with | two of his bodyguards"."""
    return (grammar.prep_objects(other, _OF) if other.pos_ == "NUM" else []) or [other]


def _is_among_them(phrase: Token) -> bool:
    """Whether it says that who is named is one of them: "nine senators, | among them | Silva"."""
    return phrase.pos_ == "PRON" and grammar.preposition(phrase) == "among"


def _is_named(head: Token) -> bool:
    """Whether the noun is a name or stands with one ("the editor | Ana Silva")."""
    return bool(head.ent_type_) or any(child.ent_type_ for child in grammar.children(head, "flat", "appos"))
