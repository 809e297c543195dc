"""Who is turned down by who rejects what was just said: "accused the ministry of lying, a charge | rejected by it".

A noun behind a comma gathers up what somebody has charged, asked or threatened; who rejects that turns him down, not
the noun. A dismissal of what nobody in the sentence has said keeps the thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.stages.events.drafts import EventDraft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_SAID = frozenset({"ACCUSE", "REQUEST", "AGREE", "THREATEN"})
_TOLD_OF = frozenset({"acl", "acl:relcl"})
_BEHIND_A_COMMA = frozenset({"appos", "parataxis", "obl:unmarked", "dislocated", "obj", "obl", "conj"})
_INDEFINITE = frozenset({"a", "an"})
_DASHES = frozenset({",", "-", "–", "—"})
_MAX_STEPS = 5


def fill_charged_back(drafts: Sequence[EventDraft], lexicon: Lexicon) -> list[EventDraft]:
    """Give such a refusal who has said it; time linear in drafts."""
    answered = lexicon.list("answered_noun")
    said = {
        draft.trigger.token.i: draft.actors
        for draft in drafts
        if draft.entry.type in _SAID and draft.trigger.pos == "VERB"
    }
    return [
        msgspec.structs.replace(draft, recipients=whom)
        if draft.entry.type == "REJECT" and (whom := _who_said(draft, said, answered))
        else draft
        for draft in drafts
    ]


def _who_said(draft: EventDraft, said: Mapping[int, tuple[Token, ...]], answered: frozenset[str]) -> tuple[Token, ...]:
    """Who has said what the noun that the refusal is told of gathers up."""
    verb = draft.trigger.token
    noun = verb.head
    if verb.dep_ not in _TOLD_OF or noun.lemma_.lower() not in answered or noun.dep_ not in _BEHIND_A_COMMA:
        return ()
    if not _is_set_off(noun):
        return ()
    node = noun.head
    for _ in range(_MAX_STEPS):
        if node.i in said:
            return tuple(head for head in said[node.i] if head not in draft.actors)
        if node.head.i == node.i:
            break
        node = node.head
    return ()


def _is_set_off(noun: Token) -> bool:
    """Whether it stands behind a comma with an indefinite article: ", a charge"."""
    article = next((word for word in noun.lefts if word.lower_ in _INDEFINITE), None)
    return article is not None and article.i > 0 and article.nbor(-1).text in _DASHES
