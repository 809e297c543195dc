"""Who undergoes what is told beside another act of his: "was released after questioning by prosecutors".

So too who is charged with what a participle goes on to say: "sued the ministry, alleging that it had cheated".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.events.drafts import EventDraft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.roles import Cast

_ACCUSES = "ACCUSE"
_OF = "of"
_IN = frozenset({"in"})


def fill_undergone(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give such acts those to whom they are done, where nobody is named; time linear in drafts."""
    nouns, times = lexicon.list("undergone_noun"), lexicon.list("beside_what_is_undergone")
    charged = {draft.trigger.token.i: draft.recipients for draft in drafts if draft.entry.type == _ACCUSES}
    found = []
    for draft in drafts:
        whom: Sequence[Token] = ()
        if not draft.recipients and draft.entry.type == _ACCUSES and _goes_on(draft.trigger.token):
            whom = charged.get(grammar.conjuncts(draft.trigger.token)[0].head.i, ())
        elif (draft.spot or not draft.recipients) and draft.trigger.token.lemma_.lower() in nouns and draft.actors:
            whom = [head for head in _undergoers(draft.trigger.token, times) if cast.is_somebody(head)]
        own = any(head == doer or cast.on_one_side(head, doer) for head in whom for doer in draft.actors)
        found.append(msgspec.structs.replace(draft, recipients=tuple(whom), spot=False) if whom and not own else draft)
    return found


def _goes_on(verb: Token) -> bool:
    """Whether it is a participle that says with what somebody is charged: "sued it, | alleging fraud"."""
    first = grammar.conjuncts(verb)[0]
    return verb.tag_ == "VBG" and first.dep_ == "advcl" and not grammar.children(first, "mark", "nsubj", "case")


def _undergoers(noun: Token, times: frozenset[str]) -> list[Token]:
    """To whom the verb is done beside which it is told, or who does it alone: "died after | a beating"."""
    counted = noun.dep_ == "nmod" and grammar.preposition(noun) == _OF
    node = noun.head if counted else noun  # "two days of | questioning"
    if node.dep_ != "obl" or grammar.preposition(node) not in times:
        return []
    verb = node.head
    objects = [] if grammar.is_passive(verb) else grammar.children(verb, "obj")
    return objects or grammar.surface_subjects(verb)


def left_hurt(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whom a blow has left in what comes of one: "a stabbing left | a soldier | in hospital"."""
    verb, states = noun.head, lexicon.list("left_in")
    left = verb.lemma_.lower() in lexicon.list("leaving_in")
    hurt = left and any(state.lemma_.lower() in states for state in grammar.prep_objects(verb, _IN))
    return grammar.children(verb, "obj") if hurt and noun in grammar.surface_subjects(verb) else []
