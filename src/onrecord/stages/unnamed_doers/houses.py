"""Courts and councils where they sit: "was **convicted** in court", "the council met. The sale was **approved**".

What only those decide who sit there is theirs, though the words have it done in them or at a meeting of theirs. So it
is theirs from whose body or country somebody is put out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children, conjuncts, prep_objects, preposition
from onrecord.language.mentions import who_in
from onrecord.stages.unnamed_doers.passives import is_another_scene, is_of_its_own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument

_CONVICT, _GRANTS, _OF_COURTS = "convict", "CONCEDE", "legal"
_DECISIONS = frozenset({"SUPPORT", "REJECT", "SANCTION", _GRANTS})
_WHERE = frozenset({"in", "at", "before"})
_OF, _FROM = frozenset({"of"}), frozenset({"from"})
_PUTS_OUT = frozenset({"expel", "deport"})
_JUDICIARY, _LEGISLATURE = "JUD", "LEG"
_BODIES = frozenset({"organization", "group"})


class Houses:
    """Finds the court, council or other body that did what is told of nobody, in one report."""

    def __init__(
        self, doc: Doc, entities: Sequence[Entity], lexicon: Lexicon, is_country: Callable[[str], bool]
    ) -> None:
        self._doc = doc
        self._is_country = is_country
        self._putting_out = lexicon.list("putting_out_verb")
        self._who = who_in(doc, entities)
        self._courts = lexicon.classes.get("court_word", frozenset())
        self._voting, self._deciding = lexicon.list("voting_people"), lexicon.list("decided_by_vote")
        self._sittings, self._sitting = lexicon.list("sitting_noun"), lexicon.list("sitting_verb")
        self._apart = lexicon.together("told_apart", "tells_of_another_act")

    def doer(self, event: Event, verb: Token, near: Iterable[tuple[Event, Token]]) -> Argument | None:
        """The court in which it was done, or the body that sits there or right before; None unless it is one alone."""
        if _is_of_a_court(event):
            return self._only(token for token in _where(verb) if self._is_court(token))
        if event.mode in _PUTS_OUT and verb.lemma_.lower() in self._putting_out:
            return self._only(place for place in prep_objects(verb, _FROM) if self._is_theirs(place))
        if event.type not in _DECISIONS or verb.lemma_.lower() not in self._deciding:
            return None
        if (own := self._only(body for token in _where(verb) for body in self._bodies_at(token))) is not None:
            return own
        return self._sat_before(event, verb, near) if is_of_its_own(verb) else None

    def _only(self, tokens: Iterable[Token]) -> Argument | None:
        """The party that they all stand for."""
        found = {entity.id: token for token in tokens if (entity := self._who.at(token.i)) is not None}
        return self._who.argument(self._doc, next(iter(found.values())).i) if len(found) == 1 else None

    def _is_court(self, head: Token) -> bool:
        entity = self._who.at(head.i)
        one = entity is not None and entity.type in _BODIES and _JUDICIARY in entity.sectors
        return one and head.lemma_.lower() in self._courts

    def _is_theirs(self, head: Token) -> bool:
        """Whether it is a body or a state, which has people put out."""
        entity = self._who.at(head.i)
        state = entity is not None and entity.type == "place" and self._is_country(entity.name)
        return state or (entity is not None and entity.type == "organization")

    def _bodies_at(self, place: Token) -> list[Token]:
        """The body that decides there, itself or by its meeting: "in | the Senate", "at | a meeting of the board"."""
        if place.lemma_.lower() not in self._sittings:
            return [place] if self._is_body(place) else []
        whose = (*children(place, "compound", "nmod:poss", "nmod:desc"), *prep_objects(place, _OF))
        return [head for head in whose if self._is_body(head)]

    def _is_body(self, head: Token) -> bool:
        entity = self._who.at(head.i)
        if entity is None or entity.type not in _BODIES:
            return False
        return head.lemma_.lower() in self._voting or (_LEGISLATURE in entity.sectors and entity.type == "organization")

    def _sat_before(self, event: Event, verb: Token, near: Iterable[tuple[Event, Token]]) -> Argument | None:
        """The body that sits in the clause or sentence before, or decided the last thing that was told."""
        joined = [other for other in conjuncts(verb) if other.i < verb.i]
        if joined:
            return self._only(self._sitting_in(joined))
        start = verb.sent.start
        if not start or is_another_scene(verb, self._apart) or event.time is not None:
            return None
        before = self._doc[start - 1].sent.root
        sat = self._only(self._sitting_in(conjuncts(before)))
        if sat is not None:
            return sat
        last = [act for act, token in near if token.i == before.i and token.lemma_.lower() in self._deciding]
        return last[0].actors[0] if last and len(last[0].actors) == 1 and self._is_of_body(last[0].actors[0]) else None

    def _sitting_in(self, verbs: Iterable[Token]) -> list[Token]:
        """Who does what a body does where it sits, and nobody else with it."""
        doing = [verb for verb in verbs if verb.lemma_.lower() in self._sitting]
        return [head for verb in doing for head in children(verb, "nsubj") if self._is_body(head)]

    def _is_of_body(self, party: Argument) -> bool:
        words = self._doc.char_span(party.start, party.end, alignment_mode="expand")
        return words is not None and self._is_body(words.root)


def _is_of_a_court(event: Event) -> bool:
    return event.mode == _CONVICT or (event.type == _GRANTS and _OF_COURTS in event.contexts)


def _where(verb: Token) -> list[Token]:
    """Where it was done, by its own phrases and those of the verbs that it is joined with."""
    own = _phrases(verb)
    return own or [place for other in conjuncts(verb) if other.i != verb.i for place in _phrases(other)]


def _phrases(verb: Token) -> list[Token]:
    heads = children(verb, "obl")
    inner = [place for head in heads for place in children(head, "nmod") if head.i > verb.i]
    within = [place for place in inner if preposition(place) == "in"]  # "convicted of trespass | in a court in Salinas"
    return [*(place for place in heads if preposition(place) in _WHERE), *within]
