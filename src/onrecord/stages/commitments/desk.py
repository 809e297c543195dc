"""What the search for commitments looks at, and how it writes one down."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.conditions import find_conditions, up_to
from onrecord.language.mentions import who_in
from onrecord.language.party_words import with_which
from onrecord.language.text import text_of
from onrecord.language.voices import Voices
from onrecord.reading.commitment import Commitment, CommitmentKind
from onrecord.reading.span import Argument, Span, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event, Polarity
    from onrecord.reading.time import TimeExpression

_PARTIES = frozenset({"person", "organization", "group"})
_DATED = frozenset({"DATE", "TIME"})
_REACH = 20  # characters before a span of time in which the word stands that makes it a term
_TIME_SEATS = frozenset({"obl", "obl:unmarked", "advmod", "nmod", "nmod:unmarked"})
_SIDE_CLAUSES = frozenset({"acl", "acl:relcl", "advcl"})
_LOOSE = frozenset({"parataxis", "punct"})


def _words(text: str) -> str:
    """A phrase as it is compared: lower case, blanks as one, no article."""
    return " ".join(text.lower().split()).removeprefix("the ")


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the mark that closes a quotation inside a stretch stands right behind it."""
    words, mark = text[start:end], text[end : end + 1]
    opened = words.count("“") > words.count("”") if mark == "”" else words.count('"') % 2 == 1
    return mark in {"”", '"'} and opened


def _is_another(clause: Token) -> bool:
    """Whether a clause that is joined tells of another act ("and that the army must stay", "and would strike")."""
    own = grammar.children(clause, "nsubj", "nsubj:pass", "aux")
    return clause.dep_ == "conj" and any(child.dep_ != "aux" or child.tag_ == "MD" for child in own)


def _stands_against(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause says what others do meanwhile ("they will not go, | while Chad is undecided")."""
    marks = {child.lower_ for child in clause.lefts if child.dep_ == "mark"}
    first = clause.left_edge
    if clause.dep_ != "advcl" or marks.isdisjoint(lexicon.list("contrasting_mark")):
        return False
    return first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")


class Desk:
    """One report with its events, voices, parties and times."""

    def __init__(
        self,
        doc: Doc,
        events: Sequence[Event],
        attributions: Sequence[Attribution],
        entities: Sequence[Entity],
        times: Sequence[TimeExpression],
        lexicon: Lexicon,
    ) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.who = who_in(doc, entities)
        self.voices = Voices(attributions)
        self._events = sorted((event.trigger.start, event.id) for event in events)
        self._by_words = {
            _words(mention.text): entity
            for entity in entities
            for mention in entity.mentions
            if mention.kind != "pronoun"
        }
        self._times = [time for time in times if time.type in _DATED or self._is_term(time)]

    def _is_term(self, time: TimeExpression) -> bool:
        """Whether a span of time says by when ("within seven days")."""
        if time.type != "DURATION":
            return False
        before = text_of(self.doc)[max(0, time.start - _REACH) : time.start].split()
        return bool(before) and before[-1].lower() in self.lexicon.list("due_mark")

    def party(self, token: Token) -> Argument | None:
        """The party at the token, or the one that the same words stand for elsewhere: somebody who can bind himself."""
        entity = self.who.at(token.i)
        if entity is None:
            start, end = grammar.phrase(token)
            text = text_of(self.doc)
            entity = self._by_words.get(_words(text[start:end]))
            if entity is None or entity.type not in _PARTIES:
                return None
            return Argument(start=start, end=end, text=text[start:end], entity=entity.id)
        states = entity.type == "place" and (entity.named or entity.count is not None)  # "the two countries"
        if entity.type in _PARTIES or states:
            return self.who.argument(self.doc, token.i)
        return None

    def cue_of(self, char: int) -> str:
        """The lemma of the cue by which what stands at `char` is somebody's word; "" where it is the reporter's."""
        voice = self.voices.at(char)
        head = self.head_of(voice.cue) if voice is not None and voice.cue is not None else None
        return "" if head is None else head.lemma_.lower()

    def head_of(self, words: Span) -> Token | None:
        """The token that a stretch of words hangs by."""
        span = self.doc.char_span(words.start, words.end, alignment_mode="contract")
        return None if span is None else span.root

    def is_denied(self, char: int) -> bool:
        """Whether what stands at `char` is what somebody says is not so."""
        return self.cue_of(char) in self.lexicon.list("denying_cue")

    def owner(self, noun: Token) -> Argument | None:
        """The party whose the noun is ("its troops")."""
        owners = [child for child in noun.lefts if child.dep_ == "nmod:poss"]
        return self.party(owners[0]) if owners else None

    def action(self, head: Token) -> Target:
        """The act as words (its clause or noun phrase, less what is only hung to it).

        It reaches no further than the words in which it is told ("“We will not yield,” | said the spokesman").
        """
        start, end = grammar.full_phrase(head)
        voice = self.voices.at(head.idx)
        end = min(
            [end, *(piece.end for piece in voice.content if piece.start <= head.idx < piece.end)] if voice else [end]
        )
        for child in head.rights:
            loose = (child.dep_ in _LOOSE and not child.is_punct) or _is_another(child)
            if loose or _stands_against(child, self.lexicon):
                end = min(end, child.left_edge.idx)
        end = start + len(text_of(self.doc)[start:end].rstrip(" ,;:\u00a0\n"))
        to = next((child for child in head.lefts if child.dep_ == "mark" and child.lower_ == "to"), None)
        if to is not None:
            start = max(start, to.idx + len(to) + 1)  # "vowed never to negotiate": that it is not to be is the polarity
        end += _closes(text_of(self.doc), start, end)
        return Target(start=start, end=end, text=text_of(self.doc)[start:end])

    def _event(self, action: Target, head: Token) -> str | None:
        """The event behind the act: that of its verb, else the first in its words that is not told beside it.

        Who "will catch those | who bombed the mosque" promises no bombing.
        """
        first = bisect_left(self._events, (action.start,))
        some = self._events[first : bisect_left(self._events, (action.end,))]
        inside = [(at != head.idx, at, name) for at, name in some if self._is_of(at, head)]
        return min(inside)[2] if inside else None

    def _is_of(self, at: int, head: Token) -> bool:
        """Whether the word that stands at `at` belongs to the act itself and not to a clause that hangs in it."""
        span = self.doc.char_span(at, at + 1, alignment_mode="expand")
        word = span.root if span is not None else head
        while word not in (head, word.head):
            if word.dep_ in _SIDE_CLAUSES:
                return False
            word = word.head
        return True

    def target(self, head: Token | None) -> Target | None:
        """Toward whom."""
        if head is None:
            return None
        entity = self.who.at(head.i)
        argument = self.who.argument(self.doc, head.i)
        return Target(
            start=argument.start,
            end=argument.end,
            text=argument.text,
            entity=entity.id if entity is not None else None,
        )

    def commitment(
        self, by: Argument, kind: CommitmentKind, words: tuple[Token, Token], polarity: Polarity, toward: Token | None
    ) -> Commitment:
        """The commitment; `words` are the binding word and the head of the act."""
        trigger, head = words
        voice = self.voices.at(trigger.idx)
        told = (voice.source, voice.cue) if voice is not None else ()
        places = [part.start for part in told if part is not None]
        found = (span for token in words for span in find_conditions(token, self.lexicon))
        conditions = {span.start: span for span in up_to(found, places, text_of(self.doc))}
        action = self._less(self.action(head), by, conditions.values())
        who = self.head_of(by)
        beside = who is None or trigger.head == who  # "volunteers | willing to go"
        by = with_which(who, by, trigger, self.lexicon) if who is not None and not beside else by
        return Commitment(
            id="",
            by=by,
            toward=self.target(toward),
            action=msgspec.structs.replace(action, event=self._event(action, head)),
            polarity=polarity,
            conditions=tuple(conditions[start] for start in sorted(conditions)),
            due=self._due(action),
            kind=kind,
            attribution=voice.id if voice else None,
            evidence=(self.evidence(trigger),),
        )

    def _due(self, action: Target) -> str | None:
        """The first time in the words of the act that is not the day of something past ("a deal reached on Sunday")."""
        first = bisect_left(self._times, action.start, key=lambda time: time.start)
        last = bisect_left(self._times, action.end, key=lambda time: time.start)
        inside = (time for time in self._times[first:last] if time.end <= action.end)
        return next((time.id for time in inside if not self._is_of_the_past(time)), None)

    def _is_of_the_past(self, time: TimeExpression) -> bool:
        """Whether a time stands with a participle or a clause that tells of the past."""
        word = self.head_of(time)
        clause = word.head if word is not None and word.dep_ in _TIME_SEATS else word
        return clause is not None and clause.dep_ in _SIDE_CLAUSES and clause.tag_ in {"VBN", "VBD"}

    def _behind_terms(self, action: Target, conditions: Iterable[Span]) -> Target:
        """The act without a condition that its words open with: "Unless it pays, | Peru will not sign"."""
        text = text_of(self.doc)
        ends = [c.end for c in conditions if c.start <= action.start < c.end < action.end]
        start = action.end - len(text[max(ends) : action.end].lstrip(" ,")) if ends else action.start
        return msgspec.structs.replace(action, start=start, text=text[start : action.end])

    def _less(self, action: Target, by: Span, conditions: Iterable[Span]) -> Target:
        """The act without the party that its words open with and a condition that closes them."""
        action = self._behind_terms(action, conditions)
        before = self.doc.char_span(action.start, by.start, alignment_mode="expand") if action.start < by.start else ()
        owner = self.head_of(by)
        owns = owner is not None and owner.dep_ == "nmod:poss"  # "his | supporters will stay"
        opens = (
            not owns and action.start <= by.start and all(token.dep_ == "det" for token in before or ())
        )  # "The | UK will"
        after = by.end + text_of(self.doc)[by.end : by.end + 1].isspace()  # "I | 'll go"
        start = after if opens and after < action.end else action.start
        ends = [c.start for c in conditions if start < c.start < action.end <= c.end + 1]
        end = action.end
        if ends:
            words = self.doc.char_span(start, min(ends), alignment_mode="contract")
            kept = [token for token in words or () if not (token.is_punct or token.is_space or token.pos_ == "CCONJ")]
            end = kept[-1].idx + len(kept[-1]) if kept else end  # without the "but" before "only if"
            end += _closes(text_of(self.doc), start, end)
        return msgspec.structs.replace(action, start=start, end=end, text=text_of(self.doc)[start:end])

    def evidence(self, trigger: Token) -> Span:
        """The binding word with its auxiliaries."""
        parts = [trigger, *(c for c in trigger.lefts if c.dep_ in {"aux", "aux:pass", "cop"})]
        negation = grammar.negation(trigger)
        parts += [negation] if negation is not None else []
        near = [part for part in parts if abs(part.i - trigger.i) < 8]
        first, last = min(near, key=lambda t: t.i), max(near, key=lambda t: t.i)
        return Span.of(text_of(self.doc), first.idx, last.idx + len(last))
