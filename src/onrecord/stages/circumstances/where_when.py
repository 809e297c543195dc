"""The place and the time of an act: those that hang on its trigger, or on the verb that only says it took place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.language.grammar import preposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Event
    from onrecord.reading.place import Place
    from onrecord.reading.time import TimeExpression

_WITHIN_PHRASE = ("nmod", "appos", "compound", "nmod:poss", "flat", "amod", "conj", "nmod:desc", "nmod:unmarked")
_NOUN_SEATS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent")
_FINE = {"point": 0, "place": 1, "region": 2, "country": 3}
_MATERIAL = (2, 4)  # PLOVER quads of deeds
_MAX_CLIMB = 6


class Anchors:
    """Places and times of a report by the token that their phrase hangs on; building takes linear time."""

    def __init__(
        self,
        doc: Doc,
        places: Sequence[Place],
        times: Sequence[TimeExpression],
        triggers: Iterable[Token | None],
        lexicon: Lexicon,
    ) -> None:
        self._triggers = frozenset(trigger.i for trigger in triggers if trigger is not None)
        self._locative = lexicon.list("locative")
        self._taking_place = lexicon.list("taking_place")
        self._places: dict[int, list[tuple[int, int, Place]]] = {}
        # where a party of the act is ("soldiers in Homs"): good enough for deeds, not for words about them
        self._places_of_parts: dict[int, list[tuple[int, int, Place]]] = {}
        self._times: dict[int, list[tuple[int, TimeExpression]]] = {}
        self._spans = [(m.start, m.end, p) for p in places for m in p.mentions if m.use == "literal"]
        for start, end, place in self._spans:
            self._add_place(doc, start, end, place)
        for time in times:
            if time.type in ("DATE", "TIME"):
                self._add_time(doc, time)

    def place(self, trigger: Token, event: Event) -> str | None:
        """The id of the place where the act takes place; of several the finest, then the nearest."""
        seats = self._seats(trigger)
        found = [item for seat in seats for item in self._places.get(seat.i, ())]
        if not found and (event.quad in _MATERIAL or trigger.pos_ == "NOUN"):
            found = [item for seat in seats for item in self._places_of_parts.get(seat.i, ())]
        if not found:
            struck = [
                (_FINE.get(place.precision or "", 9), start, place)
                for argument in event.recipients
                for start, end, place in self._spans
                if start >= argument.start and end <= argument.end
            ]
            found = struck
        if not found:
            return None
        return min(found, key=lambda item: (item[0], abs(item[1] - trigger.idx)))[2].id

    def time(self, trigger: Token) -> str | None:
        """The id of the time when the act takes place; the nearest of several."""
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
        """The trigger, and for a noun the verb that carries it, unless that verb is an act of its own."""
        seats = [trigger]
        token = trigger
        if trigger.pos_ == "NOUN" and token.dep_ in _NOUN_SEATS:
            verb = token.head
            carries = token.dep_ in ("obj", "nsubj:pass") or verb.lemma_ in self._taking_place
            if carries and verb.i not in self._triggers:
                seats.append(verb)
        return seats

    def _add_place(self, doc: Doc, start: int, end: int, place: Place) -> None:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return
        token, located = span.root, False
        item = (_FINE.get(place.precision or "", 9), start, place)
        for _ in range(_MAX_CLIMB):
            if token.i in self._triggers or token.dep_ == "root":
                return
            if token.dep_ in ("obl", "nmod", "obl:arg") and preposition(token) in self._locative:
                self._places.setdefault(token.head.i, []).append(item)
                located = True
            elif located:
                self._places_of_parts.setdefault(token.head.i, []).append(item)
            if token.dep_ not in (*_WITHIN_PHRASE, "obj", "nsubj:pass", "obl"):
                return
            token = token.head

    def _add_time(self, doc: Doc, time: TimeExpression) -> None:
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None:
            return
        token = span.root
        for _ in range(_MAX_CLIMB):
            if token.dep_ == "root":
                return
            self._times.setdefault(token.head.i, []).append((time.start, time))
            if token.head.pos_ not in ("NOUN", "PROPN", "NUM") or token.head.i in self._triggers:
                return
            token = token.head
