"""Of whom something is asked, by the clause that says what, and who asked: "demanded that | the army | leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.events.paths import Trigger, follow

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Token

_ASKER, _TO = frozenset({"from", "by"}), frozenset({"to"})


def called_upon(trigger: Trigger, can_act: Callable[[Token], bool]) -> list[Token]:
    """Of "called for | the rebels | to leave" the rebels; of "at the request of Chad, **Mali** left" Mali.

    `can_act` says whether a word stands for a party.
    """
    if trigger.pos == "VERB":
        asked = [doer for clause in follow(trigger, ("xcomp",)) for doer in grammar.children(clause, "nsubj")]
        return asked or [doer for doer in _who_should(trigger.token) if can_act(doer)]
    if trigger.token.dep_ != "obl" or grammar.preposition(trigger.token) != "at":
        return []
    verb = trigger.token.head
    while grammar.has_to(verb) and not grammar.is_passive(verb.head) and verb.head.i != verb.i:
        verb = verb.head  # "trains pilots | to fly jets | at the request of Mali"; but "is expected | to send medics"
    return [doer for doer in grammar.logical_subjects(verb) if can_act(doer)]


def _who_should(verb: Token) -> list[Token]:
    """Of "urged that | the ministry | open the road" the ministry, by the bare form of what it is to do."""
    clauses = [it for it in grammar.children(verb, "ccomp") if it.tag_ == "VB" and not grammar.children(it, "aux")]
    firsts = [first for clause in clauses for first in grammar.children(clause, "nsubj")]
    return [doer for first in firsts for doer in grammar.conjuncts_below(first)]


def who_asked(trigger: Trigger, asking: AbstractSet[str], can_act: Callable[[Token], bool]) -> list[Token]:
    """Who asked for what is refused: "declined a plea from | the senate | to call a vote".

    Args:
        trigger: the refusal.
        asking: nouns whose infinitive tells what others are to do.
        can_act: whether a word stands for a party.
    """
    found: list[Token] = []
    for noun in grammar.logical_objects(trigger.token):
        spelled_out = any(grammar.has_to(clause) for clause in grammar.children(noun, "acl"))
        if spelled_out and noun.lemma_.lower() in asking:
            found += grammar.prep_objects(noun, _ASKER) or grammar.expand(grammar.children(noun, "nmod:poss"))
    return [asker for asker in found if can_act(asker)]


def addressees(trigger: Trigger, addressed: AbstractSet[str]) -> list[Token]:
    """To whom the words go in which something is asked ("in a letter to the king, they demanded")."""
    seat = trigger.support if trigger.support is not None else trigger.token
    first = grammar.conjuncts(seat)[0]
    doings = [it for it in grammar.children(first, "xcomp") if it.tag_ == "VBG"]  # "recommended closing it in"
    papers = [it for node in (first, *doings) for it in grammar.children(node, "obl") if it.lemma_ in addressed]
    return [head for paper in papers for head in grammar.prep_objects(paper, _TO)]
