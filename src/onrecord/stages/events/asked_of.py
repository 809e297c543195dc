"""Of whom a noun of asking asks the act that hangs on it: "rejected Kyiv's demand | to withdraw its troops"."""

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

_ADDRESSING = frozenset({"to", "on", "upon", "for"})


def fill_asked(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give what a noun asks for the one who is asked as its doer, and not the one who asks; time linear in drafts.

    He stands behind the noun ("an order | to the police | to leave"), or is the subject of a verb by which a request is
    met with or turned down ("Chad ignored | appeals by doctors | to leave"). Where neither is so nobody is known.
    """
    asking, meeting = lexicon.list("noun_of_asking"), lexicon.list("verb_of_being_asked")
    return [
        msgspec.structs.replace(draft, actors=_asked(noun, draft, meeting, cast))
        if (noun := _noun_above(draft, asking)) is not None
        else draft
        for draft in drafts
    ]


def fill_answering(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give what a noun asks or offers the one who answers as its recipient: "Chad ignored | the envoy's ultimatum"."""
    asking = lexicon.list("noun_of_asking") | lexicon.list("noun_of_offering")
    meeting = lexicon.list("verb_of_being_asked")
    drafts = [
        msgspec.structs.replace(draft, recipients=_answering(draft, meeting, cast))
        if draft.actors and not draft.recipients and draft.trigger.token.lemma_.lower() in asking
        else draft
        for draft in drafts
    ]
    granting = lexicon.list("verb_of_granting") | meeting
    return [
        msgspec.structs.replace(draft, recipients=_granting(draft, granting, cast) or draft.recipients)
        if draft.actors and draft.entry.type == "REQUEST" and not any(map(cast.is_somebody, draft.recipients))
        else draft
        for draft in drafts
    ]


def _granting(draft: EventDraft, granting: frozenset[str], cast: Cast) -> tuple[Token, ...]:
    """Who grants or turns down what others asked for: "**the judge** approved a freeze | requested | by the bank"."""
    clause = draft.trigger.token
    thing = clause.head
    if clause.dep_ != "acl" or clause.tag_ != "VBN" or thing.head.lemma_.lower() not in granting:
        return ()
    handled = thing.dep_ == ("nsubj:pass" if grammar.is_passive(thing.head) else "obj")
    who = grammar.logical_subjects(thing.head) if handled else []
    return tuple(head for head in who if cast.can_act(head) and head not in draft.actors)


def _answering(draft: EventDraft, meeting: frozenset[str], cast: Cast) -> tuple[Token, ...]:
    """Who does not ask himself and is the subject of the verb of which the noun is what is met with or turned down."""
    noun = draft.trigger.token
    met = noun.dep_ == "obj" or grammar.preposition(noun) == "to"  # "did not respond | to the request"
    if not met or noun.head.lemma_.lower() not in meeting or grammar.is_passive(noun.head):
        return ()
    who = grammar.logical_subjects(noun.head)
    return () if any(head in draft.actors for head in who) else tuple(head for head in who if cast.can_act(head))


def _noun_above(draft: EventDraft, asking: frozenset[str]) -> Token | None:
    """The noun of asking of which the act is the infinitive, where nobody is named before the "to"."""
    verb = grammar.conjuncts(draft.trigger.support or draft.trigger.token)[0]
    active = verb.dep_ == "acl" and grammar.has_to(verb) and not grammar.is_passive(verb)
    asked = active and verb.head.lemma_.lower() in asking and not grammar.children(verb, "nsubj")
    return verb.head if asked and not draft.mutual else None


def _asked(noun: Token, draft: EventDraft, meeting: frozenset[str], cast: Cast) -> tuple[Token, ...]:
    behind = [head for head in grammar.prep_objects(noun, _ADDRESSING) if cast.can_act(head)]
    if not behind and noun.head.lemma_.lower() in meeting:
        behind = [head for head in grammar.logical_subjects(noun.head) if cast.can_act(head)]
    return tuple(head for head in behind if head not in draft.recipients)
