"""Of whom something is asked, by the clause that says what: "demanded that | the army | leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.paths import Trigger, follow

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Token


def called_upon(trigger: Trigger, can_act: Callable[[Token], bool]) -> list[Token]:
    """Of "called for | the rebels | to leave" the rebels; of "at the request of Chad, **Mali** left" Mali.

    `can_act` says whether a word stands for a party.
    """
    if trigger.pos == "VERB":
        return [doer for clause in follow(trigger, ("xcomp",)) for doer in grammar.children(clause, "nsubj")]
    if trigger.token.dep_ != "obl" or grammar.preposition(trigger.token) != "at":
        return []
    verb = trigger.token.head
    while grammar.has_to(verb) and not grammar.is_passive(verb.head) and verb.head.i != verb.i:
        verb = verb.head  # "trains pilots | to fly jets | at the request of Mali"; but "is expected | to send medics"
    return [doer for doer in grammar.logical_subjects(verb) if can_act(doer)]
