"""Who suffers what a phrase names: "under pressure from the union, | the ministry | gave in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.events.drafts import FORCE, EventDraft
from onrecord.stages.events.light_verbs import suffered_by_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.roles import Cast

_SUBJECT = ("subj",)
_OF_TO = frozenset({"of", "to"})
_DONE_TO = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "THREATEN"})
_COUNTS = frozenset({"DET", "NUM", "PRON"})


def fill_suffered(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Who suffers what a phrase beside his own act names: "under pressure from the union, the ministry gave in".

    So too a place that saw a blow ("Aba saw its heaviest bombardment").
    """
    seeing, victims = lexicon.list("verb_of_scene"), lexicon.list("victim_noun")
    drafts = [_called_victim(_seen(draft, cast, seeing), cast, victims) for draft in drafts]
    return [
        msgspec.structs.replace(draft, recipients=tuple(whom), spot=False)
        if (draft.spot or not draft.recipients)
        and suffered_by_subject(draft.trigger.token, lexicon)
        and not grammar.has_to(draft.trigger.token.head)  # "the need to bolster it under attack"
        and (whom := [head for head in grammar.surface_subjects(draft.trigger.token.head) if cast.can_act(head)])
        else draft
        for draft in drafts
    ]


def _seen(draft: EventDraft, cast: Cast, seeing: frozenset[str]) -> EventDraft:
    noun = draft.trigger.token
    if noun.dep_ == "nmod" and grammar.preposition(noun) == "of" and noun.head.pos_ in _COUNTS:
        noun = noun.head  # "some of the fiercest strikes"
    blow = draft.entry.type in FORCE and draft.trigger.pos == "NOUN" and noun.dep_ == "obj"
    if not blow or draft.recipients or noun.head.lemma_.lower() not in seeing:
        return draft
    whom = tuple(head for head in grammar.surface_subjects(noun.head) if cast.is_place(head))
    return msgspec.structs.replace(draft, recipients=whom, spot=False)


def _called_victim(draft: EventDraft, cast: Cast, victims: frozenset[str]) -> EventDraft:
    """The draft, done to who is called its victim: "the bank was **the target** of an attack by hackers"."""
    noun = grammar.conjuncts(draft.trigger.token)[0]
    called = noun.head
    behind = noun.dep_ in {"nmod", "obl"} and grammar.preposition(noun) in _OF_TO and called.lemma_.lower() in victims
    if not behind or draft.entry.type not in _DONE_TO or (draft.recipients and not draft.spot):
        return draft
    fallen = called.dep_ == "obj" and grammar.preposition(noun) == "to"  # "fell victim to an attack"
    if grammar.children(called, "cop") or called.dep_ == "xcomp" or fallen:
        whom = grammar.surface_subjects(called if grammar.children(called, "cop") else called.head)
    else:
        whom = [called.head] if called.dep_ == "appos" else []
    whom = [head for head in whom if head not in draft.actors and (cast.can_act(head) or grammar.is_nominal(head))]
    return msgspec.structs.replace(draft, recipients=tuple(whom), spot=False) if whom else draft


def but_sufferers(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Who came under a blow did not do what came of it: "came under fire from tanks, | wounding two soldiers"."""
    suffered = {
        draft.trigger.support.i: draft
        for draft in drafts
        if draft.entry.type in FORCE and draft.trigger.support is not None and draft.trigger.subject == "recipient"
    }
    suffered |= {
        draft.trigger.token.i: draft
        for draft in drafts
        if draft.entry.type in FORCE and draft.trigger.pos == "VERB" and _SUBJECT in draft.entry.recipient
    }
    found = []
    for draft in drafts:
        verb = grammar.conjuncts(draft.trigger.token)[0]
        outcome = draft.entry.type in FORCE and verb.dep_ == "advcl" and verb.tag_ == "VBG"
        blow = suffered.get(verb.head.i) if outcome and not grammar.children(verb, "mark", "nsubj") else None
        wrong = blow is not None and draft.actors and set(draft.actors) <= set(blow.recipients)
        found.append(msgspec.structs.replace(draft, actors=blow.actors) if blow is not None and wrong else draft)
    return found
