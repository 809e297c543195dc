"""Numbers of people in an event: killed, injured, arrested, displaced, in the crowd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children, logical_objects, logical_subjects, negation, preposition
from onrecord.language.numbers import NumberWords, find_count
from onrecord.language.text import text_of
from onrecord.reading.event import NumberClaim, Numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Event

_DISPLACED, _ENVOYS = "displaced", "diplomatic"
_LEAVES = ("advcl", "xcomp", "obj", "ccomp", "conj", "acl", "obl", "nsubj")


def find_numbers(trigger: Token, event: Event, words: NumberWords, lexicon: Lexicon) -> Numbers:
    """The counts that the event's own words give, each with its words and bounds."""
    claims: dict[str, NumberClaim] = {}
    kind = lexicon.map("number_of_act").get(trigger.lemma_.lower())
    if kind is None and event.type == "ASSAULT":  # "shot dead"
        states = lexicon.map("number_of_state")
        kind = next((states[word.lower_] for word in children(trigger, "xcomp") if word.lower_ in states), None)
    if kind == _DISPLACED and _ENVOYS in event.contexts:
        kind = None  # "expelled three diplomats"
    if kind is not None:
        struck = logical_objects(trigger) or (logical_subjects(trigger) if event.type != "PROTEST" else [])
        _add(claims, kind, struck, words)
    gathers = event.type != "ASSAULT" and trigger.lemma_.lower() in lexicon.list("crowd_act")  # "two drones struck"
    if event.type == "PROTEST" or gathers:
        _add(claims, "crowd", logical_subjects(trigger), words)
    if event.type == "ASSAULT":
        _add_states(claims, trigger, words, lexicon)
        _add_deaths(claims, trigger, words, lexicon)
    return Numbers(**claims)


def _add(claims: dict[str, NumberClaim], kind: str, nouns: list[Token], words: NumberWords) -> None:
    """Claim what the nouns count; what several coordinated ones count together ("four guards and nine inmates")."""
    counts = [count for noun in nouns if (count := find_count(noun, words)) is not None]
    if not counts or kind in claims:
        return
    together = counts if all(noun.dep_ == "conj" for noun in nouns[1:]) else counts[:1]
    start, end = together[0].start, together[-1].end
    claims[kind] = NumberClaim(
        start=start,
        end=end,
        text=text_of(nouns[0].doc)[start:end],
        low=_sum([count.low for count in together]),
        high=_sum([count.high for count in together]),
    )


def _sum(bounds: Sequence[int | None]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return sum(known) if len(known) == len(bounds) else None


def _add_states(claims: dict[str, NumberClaim], trigger: Token, words: NumberWords, lexicon: Lexicon) -> None:
    """States in the clause that says what the act left ("hit a market, leaving 12 dead and 30 wounded")."""
    states = lexicon.map("number_of_state")
    left = [clause for clause in children(trigger, "advcl", "conj") if clause.lemma_ == "leave"]
    for clause in left:
        for token in clause.subtree:
            kind = states.get(token.lower_)
            if kind is not None and token.dep_ in _LEAVES:
                people = [token, *(child for child in children(token, "nsubj", "obj"))]
                if token.dep_ == "xcomp":
                    people += children(token.head, "obj")
                _add(claims, kind, people, words)


def _add_deaths(claims: dict[str, NumberClaim], trigger: Token, words: NumberWords, lexicon: Lexicon) -> None:
    """Those of whom a verb without a doer tells what the act did to them ("nine people died in the attack")."""
    verb = trigger.head
    when = trigger.dep_ == "advcl" and any(child.lower_ in lexicon.list("act_when") for child in trigger.lefts)
    within = when or (trigger.dep_ == "obl" and preposition(trigger) in lexicon.list("act_within"))
    if within and verb.lemma_.lower() in lexicon.list("dying_verb") and negation(verb) is None:
        _add(claims, "killed", logical_subjects(verb), words)
