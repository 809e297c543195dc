"""Words that another act says something of: what it makes or fights, moves or gives, and those to whom it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.conditions import ANY, is_among

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger

_DONE_AWAY = frozenset({"ASSAULT", "COERCE", "SANCTION", "CONCEDE"})
_LEAVING = frozenset({"withdraw", "resign"})
_FRIENDLY = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID"})


class OtherActs:
    """Tells which words of a report belong to another act; `is_force` says whether a verb may tell of conflict."""

    def __init__(self, lexicon: Lexicon, is_force: Callable[[Token], bool]) -> None:
        self._lexicon = lexicon
        self._is_force = is_force
        self._making = lexicon.list("making_verb")

    def is_of_other_act(self, head: Token, trigger: Trigger, entry: EventEntry) -> bool:
        """Whether an inner verb says what becomes of it: whom friends fight, or what is only to be set up.

        As in "its commitment to defeating the rebels", "vowed to form a task force".
        """
        first = grammar.conjuncts(head)[0]
        verb = first.head
        act = trigger.token
        if act.dep_ == "acl:relcl" and act.head is first:
            return False  # "hurt men | they were sent to guard"
        if first.dep_ != "obj" or verb.i in {act.i, trigger.support.i if trigger.support else -1}:
            return False
        made = entry.type in {"AGREE", "REQUEST"} and verb.lemma_.lower() in self._making
        return made or (entry.type in _FRIENDLY and self._is_force(verb))

    def undergoes(self, head: Token) -> bool:
        """Whether it is done to him on what somebody takes a stand: "criticised the detention of the men".

        So too what is to be done away with: "called for the repeal of the programme".
        """
        first = grammar.conjuncts(head)[0]
        if grammar.preposition(first) != "of":
            return False
        return any(
            frame.pos == "NOUN" and frame.type in _DONE_AWAY and ("of",) in frame.recipient
            for frame in self._lexicon.events.get(first.head.lemma_.lower(), ())
        )

    def is_left(self, head: Token) -> bool:
        """Whether it is what somebody is to leave: "demanded the withdrawal of the troops | from the town"."""
        noun = head.head
        if grammar.preposition(head) != "from":
            return False
        while noun.dep_ == "nmod" and grammar.preposition(noun) == "of":
            noun = noun.head
        if noun.pos_ == "VERB":
            before = (it for it in noun.rights if it.dep_ in {"obj", "obl"} and it.right_edge.i + 1 == head.left_edge.i)
            noun = next(before, noun)
        frames = self._lexicon.events.get(noun.lemma_.lower(), ())
        return any(it.pos == "NOUN" and it.mode in _LEAVING and ("from",) in it.recipient for it in frames)

    def is_handled(self, head: Token) -> bool:
        """Whether it is what the inner act moves or gives, not who receives it: "agreed to withdraw troops"."""
        entries = self._lexicon.events.get(head.head.lemma_.lower(), ())
        return any(
            condition.path == ("obj",) and ANY not in condition.lemmas and is_among(head, condition.lemmas)
            for entry in entries
            if entry.pos == "VERB" and ("obj",) not in entry.recipient
            for condition in entry.needs
        )
