"""Who did the acts that others complain of, thank for, blame or condemn: "thanked Oman for freeing the crew"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.events.drafts import HARMS, EventDraft
from onrecord.stages.events.paths import follow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.roles import Cast

_ACCUSES = frozenset({"ACCUSE"})
_JUDGES = frozenset({"ACCUSE", "SUPPORT"})  # types by which somebody is held to answer for an act
_ANSWERS = _JUDGES | {"SANCTION", "COERCE", "ASSAULT"}
_ARREST = "arrest"  # who is held for it may not have done it
_LETS_GO = frozenset({"RETREAT", "CONCEDE"})  # nor is who is freed praised for it
_HELPS = frozenset({"SUPPORT", "AID"})


def fill_complained(drafts: Sequence[EventDraft], cast: Cast) -> list[EventDraft]:
    """Of whom somebody complains is told behind it: "filed a complaint, saying that the guards had beaten them".

    So too "filed a suit | accusing the board of fraud".
    """
    accused = {draft.trigger.token.i: draft.recipients for draft in drafts if draft.entry.type in _ACCUSES}
    return [
        msgspec.structs.replace(draft, recipients=tuple(head for head in whom if head not in draft.actors), spot=False)
        if draft.entry.type in _ACCUSES
        and all(_is_addressed(head) for head in draft.recipients)
        and (whom := _said_to_have(draft, accused, cast))
        else draft
        for draft in drafts
    ]


def _is_addressed(head: Token) -> bool:
    """Whether the words only go to him: "complained | to the board"."""
    return grammar.preposition(grammar.conjuncts(head)[0]) == "to"


def _said_to_have(
    draft: EventDraft, accused: Mapping[int, tuple[Token, ...]], cast: Cast
) -> list[Token] | tuple[Token, ...]:
    """Who has done it by what the doer says in a participle; what will or may come of it is nobody's deed."""
    verb = draft.trigger.token
    seats = (verb, *grammar.children(verb, "obj"))
    saying = [clause for seat in seats for clause in grammar.children(seat, "advcl", "acl") if clause.tag_ == "VBG"]
    if verb.pos_ == "NOUN" and verb.dep_ == "nsubj":  # "the complaint says | that the guards beat him"
        saying.append(verb.head)
    if whom := next((accused[clause.i] for clause in saying if accused.get(clause.i)), ()):
        return whom
    deeds = [deed for clause in saying for deed in grammar.children(clause, "ccomp") if deed.pos_ == "VERB"]
    deeds = [deed for deed in deeds if not any(aux.tag_ == "MD" for aux in grammar.children(deed, "aux"))]
    doers = [doer for deed in deeds if not grammar.is_passive(deed) for doer in grammar.surface_subjects(deed)]
    return [doer for doer in doers if cast.can_act(doer) and doer.pos_ != "PRON"]


def fill_answered_for(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give an act for which somebody is thanked or blamed its doer: "thanked Chile for the release of the crew".

    So too who is made to pay for it ("retaliated against Mali for a raid on the port").
    Help for which somebody is thanked goes to who thanks: "Chad thanked Mali for its support".
    """
    thanking, sentencing = lexicon.list("thanking_verb"), lexicon.list("verb_of_sentence")
    judging = {
        head.i: draft
        for draft in drafts
        if draft.entry.type in _ANSWERS
        if draft.entry.mode != _ARREST or draft.trigger.token.lemma_.lower() in sentencing
        if draft.trigger.token.pos_ == "VERB" and not draft.part
        for head in follow(draft.trigger, ("for",))
    }
    return [
        _answered_for(draft, judging[draft.trigger.token.i], cast, thanking)
        if draft.trigger.token.pos_ == "NOUN" and draft.trigger.token.i in judging
        else draft
        for draft in drafts
    ]


def _answered_for(draft: EventDraft, judging: EventDraft, cast: Cast, thanking: frozenset[str]) -> EventDraft:
    doers = tuple(party for party in judging.recipients if cast.can_act(party) and party not in draft.recipients)
    if doers and (not draft.actors or _is_theirs(draft, doers)):
        draft = msgspec.structs.replace(draft, actors=doers)
    thanked = judging.trigger.token.lemma_.lower() in thanking and not grammar.children(draft.trigger.token, "nmod")
    if thanked and draft.entry.type in _HELPS and draft.actors and not draft.recipients:
        helped = tuple(head for head in judging.actors if head not in draft.actors)
        draft = msgspec.structs.replace(draft, recipients=helped)
    return draft


def _is_theirs(draft: EventDraft, doers: Sequence[Token]) -> bool:
    """Whether it is called theirs right behind several: "thanked Chad and Mali for their offer"."""
    owners = grammar.children(draft.trigger.token, "nmod:poss")
    return len(doers) > 1 and any("Number=Plur" in owner.morph and owner.pos_ == "PRON" for owner in owners)


def fill_judged(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Of an act that somebody condemns or welcomes, its doer is judged, not whom it was done to.

    So in "condemned Chad's raid on the town" and "praised the release of the crew by Chad".
    """
    acts = {draft.trigger.token.i: draft for draft in drafts if draft.trigger.token.pos_ == "NOUN"}
    return [_judging(draft, acts) if draft.entry.type in _JUDGES else draft for draft in drafts]


def _judging(draft: EventDraft, acts: Mapping[int, EventDraft]) -> EventDraft:
    """A draft that praises or condemns acts, with their doers as recipients, and not those they harmed."""
    own = {head.i for head in draft.actors}
    judged = [acts[head.i] for head in draft.recipients if head.i in acts]
    doers = [head for act in judged for head in act.actors if head.i not in own]
    undergone = HARMS | _LETS_GO
    harmed = {head.i for act in judged if act.entry.type in undergone or act.actors for head in act.recipients}
    spared = harmed - {head.i for head in doers}
    doing = {head.i for head in doers}
    inside = {part.i for act in judged for head in act.recipients for part in head.subtree} - doing
    wronged = {act.trigger.token.i for act in judged if act.entry.type in HARMS}
    kept = [head for head in draft.recipients if head.i not in spared and not (wronged and head.i in inside)]
    more = [head for head in doers if head not in kept]
    return msgspec.structs.replace(draft, recipients=(*kept, *more)) if judged else draft
