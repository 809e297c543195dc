"""Whose charge somebody turns down, who has been told of before: "Khartoum accused Chad. Chad rejected the charge"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.drafts import EventDraft
    from onrecord.stages.events.roles import Cast

_FARTHEST = 90  # words
_OWN = ("nmod:poss", "nmod", "acl", "acl:relcl", "amod", "compound", "ccomp")


def fill_rebutted(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give each such refusal the last who charged its doer before; time linear in drafts."""
    charges = lexicon.list("charge_noun")
    accused: list[EventDraft] = []
    found = []
    for draft in drafts:
        if draft.entry.type == "ACCUSE" and draft.actors and draft.recipients:
            accused.append(draft)
        whose = _accusers(draft, accused, cast) if _is_of_a_charge(draft, charges) else ()
        found.append(msgspec.structs.replace(draft, recipients=whose) if whose else draft)
    return found


def _is_of_a_charge(draft: EventDraft, charges: frozenset[str]) -> bool:
    """Whether a charge is turned down of which nothing more is said ("rejected the charge", "the allegations")."""
    if draft.entry.type != "REJECT" or draft.trigger.pos != "VERB" or not draft.recipients:
        return False
    return all(_is_bare_charge(head, charges) for head in draft.recipients)


def _is_bare_charge(head: Token, charges: frozenset[str]) -> bool:
    return head.lemma_.lower() in charges and not grammar.children(head, *_OWN)


def _accusers(draft: EventDraft, accused: Sequence[EventDraft], cast: Cast) -> tuple[Token, ...]:
    """Who last charged one of the doers, or one of their country, with something."""
    for charge in reversed(accused):
        if draft.trigger.token.i - charge.trigger.token.i > _FARTHEST:
            break
        if any(cast.on_one_side(head, doer) for head in charge.recipients for doer in draft.actors):
            return tuple(head for head in charge.actors if head not in draft.actors)
    return ()
