"""The place and the time of an act: those that hang on its trigger, or on the verb that only says it took place.

An act without its own takes those of the act that it is a part of: the killing in "shelled a market on Sunday, killing
nine", the attack in "the attack killed nine on Sunday". Nothing is taken from what stands merely near.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.language.grammar import children, preposition

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Event
    from onrecord.reading.place import Place
    from onrecord.reading.time import TimeExpression

_WITHIN_PHRASE = ("nmod", "appos", "compound", "nmod:poss", "flat", "amod", "conj", "nmod:desc", "nmod:unmarked")
_WAYS_UP = (*_WITHIN_PHRASE, "obj", "nsubj:pass", "obl")
_NOUN_SEATS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent")
_OWNER_DEPS = ("compound", "nmod:poss", "nmod:desc", "amod")
_CLAUSES = frozenset({"root", "acl", "acl:relcl", "advcl", "ccomp"})
_FINE = {"point": 0, "place": 1, "region": 2, "country": 3}
_MATERIAL = (2, 4)  # PLOVER quads of deeds
_CONFLICT = 4
_WORDS = 3  # PLOVER's quad of demands, accusations, refusals and threats
_ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "RETREAT"})  # whose object, if a place, is where they happen
_HURT = frozenset({"killed", "injured"})
_MAX_CLIMB = 6

Found = tuple[int, int, "Place"]  # how fine, where in the text, which


class Anchors:
    """Places and times of a report by the token that their phrase hangs on; building takes linear time.

    Args:
        doc: the report.
        places, times: of the report.
        acts: its events by the token of their trigger.
        lexicon: prepositions that locate, and verbs that only say that something took place.
    """

    def __init__(
        self,
        doc: Doc,
        places: Sequence[Place],
        times: Sequence[TimeExpression],
        acts: Mapping[int, Event],
        lexicon: Lexicon,
    ) -> None:
        self._acts = acts
        self._locative = lexicon.list("locative")
        self._ends = lexicon.list("end_of_time")
        self._no_locality = lexicon.list("no_locality")
        self._taking_place = lexicon.list("taking_place")
        self._counting = lexicon.map("number_of_act")
        self._places: dict[int, list[Found]] = {}
        # where a party of the act is ("soldiers in Homs"): good enough for deeds, not for words about them
        self._places_of_parts: dict[int, list[Found]] = {}
        self._struck: dict[int, list[Found]] = {}  # "shelled Homs"
        self._named_after: dict[int, list[Found]] = {}  # "the Kabul attack"
        self._times: dict[int, list[tuple[int, TimeExpression]]] = {}
        for place in places:
            for mention in place.mentions:
                self._add_place(doc, mention.start, mention.end, mention.use, place)
        for time in times:
            if time.type in ("DATE", "TIME"):
                self._add_time(doc, time)

    def place(self, trigger: Token, event: Event) -> str | None:
        """The id of the place where the act takes place; of several the finest, then the nearest."""
        return self._own_place(trigger, event) or next(
            (key for other in self._same_happening(trigger) if (key := self._own_place(other, self._acts[other.i]))),
            None,
        )

    def time(self, trigger: Token) -> str | None:
        """The id of the time when the act takes place; the nearest of several."""
        return self._own_time(trigger) or next(
            (key for other in self._same_happening(trigger) if (key := self._own_time(other))), None
        )

    def _own_place(self, trigger: Token, event: Event) -> str | None:
        """The place by the act's own words: its phrases, what is struck, a name ("the Kano bombing")."""
        tables = [self._places]
        if event.type in _ON_THE_GROUND:
            tables.append(self._struck)
        found = self._at_seats(trigger, *tables)
        if not found and (event.quad in _MATERIAL or trigger.pos_ == "NOUN"):
            found = self._at_seats(trigger, self._places_of_parts) or self._named_after.get(trigger.i, [])
        if event.quad == _WORDS:  # "called on Paris to pay": Paris is spoken to
            parties = (*event.actors, *event.recipients)
            found = [item for item in found if not any(it.start <= item[1] < it.end for it in parties)]
        if not found:
            return None
        return min(found, key=lambda item: (item[0], abs(item[1] - trigger.idx)))[2].id

    def _at_seats(self, trigger: Token, *tables: dict[int, list[Found]]) -> list[Found]:
        return [item for table in tables for seat in self._seats(trigger) for item in table.get(seat.i, ())]

    def _own_time(self, trigger: Token) -> str | None:
        for seat in self._seats(trigger):
            found = self._times.get(seat.i, [])
            if found:
                return min(found, key=lambda item: abs(item[0] - trigger.idx))[1].id
        return self._fronted_time(trigger)

    def _fronted_time(self, trigger: Token) -> str | None:
        """What stands before the first verb holds for all ("On Sunday rebels shelled it and killed nine")."""
        first = trigger
        for _ in range(_MAX_CLIMB):
            if first.dep_ != "conj":
                break
            first = first.head
        found = [item for item in self._times.get(first.i, []) if item[0] < first.idx] if first is not trigger else []
        return found[0][1].id if found else None

    def _seats(self, trigger: Token) -> list[Token]:
        """The words on which a place or time of the act may hang: the trigger, and the verb of "talks | took place"."""
        seats = [trigger]
        token = trigger
        if trigger.pos_ == "NOUN" and token.dep_ in _NOUN_SEATS:
            verb = token.head
            carries = token.dep_ in ("obj", "nsubj:pass") or verb.lemma_ in self._taking_place
            if carries and verb.i not in self._acts:
                seats.append(verb)
        return seats

    def _same_happening(self, trigger: Token) -> list[Token]:
        """Other triggers of one happening, whose place and time hold too: "a blast | killed nine"."""
        head = trigger.head
        if trigger.dep_ == "advcl" and head.i in self._acts and head.i < trigger.i and _is_bare_participle(trigger):
            return [head]
        if trigger.pos_ == "NOUN" and trigger.dep_ == "nsubj" and self._are_conflict(trigger, head):
            return [head]
        beside = [head] if trigger.dep_ == "conj" else children(trigger, "conj")
        tolls = [verb for verb in beside if self._are_conflict(trigger, verb) and self._count(trigger, verb)]
        return [*tolls, *(child for child in children(trigger, "nsubj") if child.pos_ == "NOUN"
                and self._are_conflict(trigger, child))]  # fmt: skip

    def _count(self, *verbs: Token) -> bool:
        """Whether they say what one blow did to those it struck: "killed nine and hurt thirty in Homs"."""
        return all(self._counting.get(verb.lemma_.lower()) in _HURT for verb in verbs)

    def _are_conflict(self, *tokens: Token) -> bool:
        return all(token.i in self._acts and self._acts[token.i].quad == _CONFLICT for token in tokens)

    def _add_place(self, doc: Doc, start: int, end: int, use: str, place: Place) -> None:
        """Note a place mention under the words that it may locate."""
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return
        token, item = span.root, (_FINE.get(place.precision or "", 9), start, place)
        if use == "literal":
            self._climb(token, item)
        elif use == "modifier" and token.dep_ in _OWNER_DEPS and place.precision not in (None, "country"):
            self._named_after.setdefault(token.head.i, []).append(item)

    def _climb(self, token: Token, item: Found) -> None:
        """Note the place under the word that its phrase hangs on, and under those of the phrases around that."""
        located = False
        for _ in range(_MAX_CLIMB):
            if token.i in self._acts or token.dep_ == "root" or self._is_party(token, item):
                return
            if token.dep_ in ("obl", "nmod", "obl:arg") and preposition(token) in self._locative:
                self._places.setdefault(token.head.i, []).append(item)
                located = True
            elif located:
                self._places_of_parts.setdefault(token.head.i, []).append(item)
            elif token.dep_ in ("obj", "nsubj:pass") or self._is_left(token):
                self._struck.setdefault(token.head.i, []).append(item)
            elif token.head.lemma_.lower() in self._no_locality:
                return  # "in favour of Chad"
            elif preposition(token) not in ("", "of"):
                return  # "the road from Kano": not where anything happens
            if token.dep_ not in _WAYS_UP:
                return
            token = token.head

    @staticmethod
    def _is_party(token: Token, item: Found) -> bool:
        """Whether a country stands for those who deal with one another: "the deal between Chad and Sudan"."""
        first = token.head if token.dep_ == "conj" else token
        return item[0] == _FINE["country"] and preposition(first) == "between"

    def _is_left(self, token: Token) -> bool:
        """Whether the phrase is where a retreat begins: "withdrew from Kherson"."""
        act = self._acts.get(token.head.i)
        leaves = act is not None and act.type == "RETREAT"
        return leaves and token.dep_ in ("obl", "obl:arg") and preposition(token) == "from"

    def _add_time(self, doc: Doc, time: TimeExpression) -> None:
        """Note a time under the word that its phrase hangs on, and under the acts and verbs above."""
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None:
            return
        token = span.root
        for _ in range(_MAX_CLIMB):
            if token.dep_ in _CLAUSES or preposition(token) in self._ends:
                return  # "was held until August"
            self._times.setdefault(token.head.i, []).append((time.start, time))
            if token.head.pos_ not in ("NOUN", "PROPN", "NUM") or token.head.i in self._acts:
                return
            if token.i < token.head.i:
                return  # "the 2018 peace agreement"
            token = token.head


def _is_bare_participle(token: Token) -> bool:
    """Whether it goes on with its head's act, without subject or conjunction of its own: "..., killing nine"."""
    return token.tag_ == "VBG" and not children(token, "nsubj", "mark", "case")
