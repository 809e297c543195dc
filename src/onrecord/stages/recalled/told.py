"""Acts told as fact, by the token that tells them and by type: what a noun that recalls one is asked of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.language.grammar import children, preposition
from onrecord.language.text import head_in
from onrecord.reading.event import TOLD_AS_FACT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument
    from onrecord.reading.time import TimeExpression

LOOK_BACK = 12  # acts, as for repeats
_MOST_SEEN = 60  # acts of a type that are asked for these
_COUNTS = frozenset({"ADJ", "DET", "NUM", "PRON"})
_BLOWS = frozenset({"ASSAULT", "COERCE"})
FORCE = "ASSAULT"  # what is called an attack in one place is a shooting or a killing in another


class Told:
    """Acts told as fact, in text order, so that none is looked at for long.

    Attributes:
        heads: the token of each act, by id.
    """

    def __init__(
        self,
        doc: Doc,
        events: Sequence[Event],
        times: Sequence[TimeExpression],
        entities: Sequence[Entity],
        lexicon: Lexicon,
    ) -> None:
        self._entries = lexicon.event_by_id
        self._sectors = {entity.id: entity.sectors for entity in entities}
        self._doc = doc
        self._sentences = [sentence.start for sentence in doc.sents]
        self._assailants = lexicon.list("assailant")
        self._past = lexicon.list("past_of_period")
        self._wars = lexicon.list("course_of_force")
        self._summaries = lexicon.list("summary_noun")
        self._deaths = lexicon.list("death_noun")
        self.heads = {event.id: token for event in events if (token := token_of(doc, event)) is not None}
        self._values = {time.id: time.value for time in times}
        self._times = times
        self._time_starts = [time.start for time in times]
        self._at: dict[int, list[Event]] = {}
        self._of_type: dict[str, list[Event]] = {}
        for event in events:
            if event.id in self.heads and is_told(event):
                self._at.setdefault(self.heads[event.id].i, []).append(event)
                self._of_type.setdefault(event.type, []).append(event)
        self._starts = {kind: [event.trigger.start for event in of] for kind, of in self._of_type.items()}

    def at(self, noun: Event, tokens: Iterable[int]) -> Event | None:
        """The first act that one of the tokens tells of, if it can be the noun's."""
        return next((event for i in sorted(tokens) for event in self._at.get(i, ()) if self._agree(noun, event)), None)

    def before(self, noun: Event) -> list[Event]:
        """The acts last told before the noun that can be its, some few of each type, in text order."""
        kinds = self.kinds(noun) or (noun.type,)
        found = [
            event
            for kind in dict.fromkeys(name.partition("/")[0].partition("@")[0] for name in kinds)
            for event in self._last(noun, kind)
        ]
        return sorted(found, key=lambda event: event.trigger.start)

    def kinds(self, noun: Event) -> tuple[str, ...]:
        """The types of act that the noun's entry says it may recall."""
        entry = self._entries.get(noun.rule)
        return entry.recalls if entry is not None else ()

    def struck_in(self, noun: Event, token: Token, act: Event) -> bool:
        """Whether the act tells what became of those whom a blow struck ("in an ambush", not "in clashes")."""
        entry = self._entries.get(noun.rule)
        one_sided = entry is not None and not entry.reciprocal and entry.type in _BLOWS and act.type == FORCE
        heads = [head_in(self._doc, party.start, party.end) for party in act.recipients]
        itself = any(head is not None and head.i == token.i for head in heads)  # "dropped in each strike"
        dealt = any(head is not None and head.lemma_.lower() in self._assailants for head in heads)
        return one_sided and not itself and not dealt

    def are_dealt(self, noun: Event, token: Token, act: Event) -> bool:
        """Whether who dealt the noun's blow struck those of whom the act around it tells, who are not of his side."""
        if act.actors or not noun.actors or self.is_war(token) or not self.struck_in(noun, token, act):
            return False
        sides = [{part for it in of for part in self._parts(it)} for of in (noun.actors, act.recipients)]
        return all(party.entity is not None for party in noun.actors) and sides[0].isdisjoint(sides[1])

    def _parts(self, party: Argument) -> tuple[str, ...]:
        """The party's entity and its sectors."""
        return () if party.entity is None else (party.entity, *self._sectors.get(party.entity, ()))

    def is_only_blow(self, noun: Event, token: Token, act: Event) -> bool:
        """Whether the noun of a blow stands right behind the one party's blows that it can be: "the attack"."""
        entry = self._entries.get(noun.rule)
        if entry is None or entry.reciprocal or act.type != FORCE or not self._is_plainly_named(token):
            return False
        starts, since = self._starts[FORCE], self._doc[self.heads[act.id].sent.start].idx
        near = self._of_type[FORCE][bisect_left(starts, since) : bisect_left(starts, token.idx)]
        doers = [event.actors for event in near if event.actors]
        return bool(act.actors) and all(len(of) == 1 and of[0].entity == act.actors[0].entity for of in doers)

    def is_only_pact(self, noun: Event, token: Token, act: Event) -> bool:
        """Whether the noun of what two do stands right behind the only two who did such: "met … the talks"."""
        entry = self._entries.get(noun.rule)
        if entry is None or not entry.reciprocal or act.recipients or len(act.actors) < 2 or self._is_told_which(token):
            return False
        starts, since = self._starts[act.type], self._doc[self.heads[act.id].sent.start].idx
        near = self._of_type[act.type][bisect_left(starts, since) : bisect_left(starts, token.idx)]
        return all(party.entity is not None for party in act.actors) and all(
            {party.entity for party in event.actors} <= {party.entity for party in act.actors} for event in near
        )

    def deadly(self, noun: Token, acts: Sequence[Event]) -> list[Event]:
        """Those of the acts in which people died, where the noun is for that: "shot two dead … the killings"."""
        if noun.lemma_.lower() not in self._deaths or not self._is_plainly_named(noun):
            return []
        return [act for act in acts if act.numbers.killed is not None and act.actors]

    def _is_plainly_named(self, noun: Token) -> bool:
        """Whether no phrase, clause or adjective tells which one it is, and it is no war."""
        return not self._is_told_which(noun) and not self.is_war(noun)

    def _is_told_which(self, noun: Token) -> bool:
        more = children(noun, "nmod", "nmod:poss", "compound", "acl", "acl:relcl", "amod")
        partial = noun.dep_ == "nmod" and noun.head.pos_ in _COUNTS  # "many of the killings"
        return bool(more) or partial

    def is_war(self, noun: Token) -> bool:
        """Whether many blows of many are dealt in what the noun names."""
        return noun.lemma_.lower() in self._wars

    def sums_up(self, noun: Token) -> bool:
        """Whether the noun stands for what was told before it: "sacked the governor … the decision"."""
        return noun.lemma_.lower() in self._summaries

    def _last(self, noun: Event, kind: str) -> list[Event]:
        at = bisect_left(self._starts.get(kind, ()), noun.trigger.start)
        last = reversed(self._of_type.get(kind, [])[max(0, at - _MOST_SEEN) : at])
        return list(islice((event for event in last if self._agree(noun, event)), LOOK_BACK))

    def in_time(self, char: int) -> bool:
        """Whether a time expression stands there."""
        at = bisect_right(self._time_starts, char) - 1
        return at >= 0 and char < self._times[at].end

    def is_near(self, noun: Event, token: Token, act: Event, most: int) -> bool:
        """Whether the noun stands at most so many sentences behind the act, or names somebody whom that names too."""
        between = bisect_right(self._sentences, token.i) - bisect_right(self._sentences, self.heads[act.id].i)
        return between <= most or _share_somebody(noun, act)

    def has_lasted(self, noun: Token) -> bool:
        """Whether the noun is told by how long it went on."""
        period = noun.head if noun.dep_ == "nmod" and preposition(noun) == "of" else None
        return period is not None and preposition(period) in self._past and self.in_time(period.idx)

    def _agree(self, noun: Event, event: Event) -> bool:
        """Whether both can be of one act: of a kind, not of two days, not done to two."""
        entry = self._entries.get(noun.rule)
        if entry is not None and not entry.tells and not _may_share(noun.recipients, event.recipients):
            return False  # an attack on a market may leave nine dead
        days = {self._values.get(time, time) for time in (noun.time, event.time) if time}
        kinds = self.kinds(noun) or (noun.type,)
        sectors = {f"@{sector}" for party in event.actors for sector in self._sectors.get(party.entity or "", ())}
        names = {f"{event.type}{more}" for more in ("", f"/{event.mode}", f"/{event.cameo}", *sectors)}
        return len(days) < 2 and not names.isdisjoint(kinds)


def _may_share(some: Sequence[Argument], others: Sequence[Argument]) -> bool:
    """Whether one party may be in both: "the death of **Bello**" is not the killing of Musa."""
    names, more = ({party.entity for party in parties if party.entity is not None} for parties in (some, others))
    return not names or not more or not names.isdisjoint(more)


def _share_somebody(one: Event, other: Event) -> bool:
    """Whether both name the same party, as the death of him who was shot."""
    names, more = ({party.entity for party in (*event.actors, *event.recipients)} for event in (one, other))
    return not names.isdisjoint(more - {None})


def is_told(event: Event) -> bool:
    """Whether the event is told as fact: it happened or goes on."""
    return event.factuality.status in TOLD_AS_FACT


def token_of(doc: Doc, event: Event) -> Token | None:
    """The token that tells of the act."""
    return head_in(doc, event.trigger.start, event.trigger.end)
