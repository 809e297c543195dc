"""Drafts of events: triggers with their parties, before the acts inside other acts are settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.language import grammar
from onrecord.stages.events.match import ANY, find_triggers, met_by
from onrecord.stages.events.paths import follow
from onrecord.stages.events.roles import MUTUAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.paths import Trigger
    from onrecord.stages.events.roles import Cast

# An act of bodily force is told of even where the doer is a thing ("the blast killed three").
_FORCE = frozenset({"ASSAULT"})
# Types that tell of nothing with one party alone (PLOVER asks for a recipient, or for several actors).
_TAKES_TWO = frozenset({"CONSULT", "COOPERATE", "AID"})
_JUDGES = frozenset({"ACCUSE", "SUPPORT"})  # types by which somebody is held to answer for an act
_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE"})
_PLAIN_AS_MODIFIER = frozenset({"ASSAULT", "COERCE"})


class EventDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger, its entry and the head tokens of its parties.

    Attributes:
        outer: the trigger of the act that this one is agreed, demanded or threatened in.
        status: what the outer act's frame says of this one; "happened" without one.
        thing: the grammatical doer is nothing that can act.
        each_other: they do it to each other.
        spot: the recipient is only where it takes place.
        part: the frame of another trigger asks for it ("condemned the attack").
    """

    trigger: Trigger
    entry: EventEntry
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    thing: bool = False
    each_other: bool = False
    spot: bool = False
    part: bool = False
    outer: Token | None = None
    status: Any = "happened"

    @property
    def mutual(self) -> bool:
        """Several parties do it to one another: nobody else receives it."""
        several = len(self.actors) > 1 and (self.entry.reciprocal or self.entry.type in MUTUAL)
        return several or self.each_other


def find_drafts(tokens: Sequence[Token], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """All triggers with their parties, in text order; verbs that only lend a noun its subject left out."""
    found = list(find_triggers(tokens, lexicon))
    used = _used(found)
    lights = _lights(found, used)
    drafts = []
    states = lexicon.list("state_participle")
    for trigger, entry in found:
        if trigger.token.dep_ == "amod" and trigger.token.lower_ in states:
            continue  # "the occupied West Bank"
        if trigger.token.i in lights or (entry.object == "party" and not cast.is_done_to_somebody(trigger)):
            continue
        roles = cast.roles(trigger, entry)
        drafts.append(
            EventDraft(
                trigger=trigger,
                entry=entry,
                actors=roles.actors,
                recipients=roles.recipients,
                thing=roles.thing,
                each_other=roles.mutual,
                spot=roles.spot,
                part=trigger.token.i in used,
            )
        )
    return drafts


def _used(found: Sequence[tuple[Trigger, EventEntry]]) -> set[int]:
    """Tokens that are no events of their own: nouns in another frame's conditions."""
    used: set[int] = set()
    for trigger, entry in found:
        inner = {head.i for path in entry.inner for head in follow(trigger, path)}
        asked = [c for c in entry.needs if ANY not in c.lemmas and c.path[0] not in {"subj", "self"}]
        used |= {head.i for condition in asked for head in met_by(condition, trigger)} - inner
    return used


def _lights(found: Sequence[tuple[Trigger, EventEntry]], used: set[int]) -> set[int]:
    """The light verbs of nouns."""
    return {
        trigger.support.i
        for trigger, _ in found
        if trigger.support is not None
        and trigger.subject != "companion"
        and trigger.token.i not in used
        and trigger.support.i != trigger.token.i
    }


def fill_struck(drafts: Sequence[EventDraft], cast: Cast) -> list[EventDraft]:
    """Give an act that is told of as a noun those whom its verb strikes: "a raid killed nine", "hit by a raid".

    So too who claims it: "a raid that was claimed by the rebels killed nine".
    """
    struck = {
        head.i: draft.recipients
        for draft in drafts
        if draft.entry.type in _FORCE and draft.trigger.token.pos_ == "VERB" and draft.recipients
        for path in (("subj",), ("by",))
        for head in cast.acts_meant(draft.trigger, follow(draft.trigger, path))
    }
    acts = frozenset(draft.trigger.token.i for draft in drafts if draft.trigger.token.pos_ == "NOUN")
    return [
        msgspec.structs.replace(draft, recipients=whom)
        if draft.entry.type in _FORCE
        and (draft.spot or not draft.recipients)
        and (whom := next((struck[place] for place in _as_noun(draft, acts) if place in struck), None))
        else draft
        for draft in drafts
    ]


def _as_noun(draft: EventDraft, acts: frozenset[int]) -> list[int]:
    """The noun of the act: the trigger, or which of the acts is claimed."""
    if draft.trigger.token.i in acts:
        return [draft.trigger.token.i]
    return [head.i for head in follow(draft.trigger, ("obj",)) if head.i in acts]


def fill_going_along(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Give an act that goes with another one its doer: "stormed the town, with the burning of houses"."""
    force = [draft for draft in drafts if draft.entry.type in _FORCE]
    doers = {seat.i: draft.actors for draft in force for seat in _seats(draft) if draft.actors and not draft.spot}
    return [
        msgspec.structs.replace(draft, actors=whose)
        if draft.entry.type in _FORCE
        and draft.trigger.token.pos_ == "NOUN"
        and not draft.actors
        and (whose := _of_company(draft.trigger.token, doers))
        else draft
        for draft in drafts
    ]


def _seats(draft: EventDraft) -> list[Token]:
    support = draft.trigger.support
    return [draft.trigger.token] if support is None else [draft.trigger.token, support]


def _of_company(noun: Token, doers: Mapping[int, tuple[Token, ...]]) -> tuple[Token, ...]:
    """Who does what "with" sets the noun, or the noun it is coordinated with, beside."""
    first = grammar.conjuncts(noun)[0]
    beside = grammar.preposition(first) == "with" and first.dep_ in {"obl", "nmod", "obj"}
    return doers.get(first.head.i, ()) if beside else ()


def fill_answered_for(drafts: Sequence[EventDraft], cast: Cast) -> list[EventDraft]:
    """Give an act for which somebody is thanked or blamed its doer: "thanked Chile for the release of the crew"."""
    answered = {
        head.i: tuple(party for party in draft.recipients if cast.can_act(party))
        for draft in drafts
        if draft.entry.type in _JUDGES and draft.trigger.token.pos_ == "VERB" and not draft.part
        for head in follow(draft.trigger, ("for",))
    }
    return [
        msgspec.structs.replace(draft, actors=tuple(who for who in doers if who not in draft.recipients))
        if draft.trigger.token.pos_ == "NOUN" and not draft.actors and (doers := answered.get(draft.trigger.token.i))
        else draft
        for draft in drafts
    ]


def fill_judged(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Of an act that somebody condemns or welcomes, its doer is judged, not whom it was done to.

    So in "condemned Chad's raid on the town" and "praised the release of the crew by Chad".
    """
    acts = {draft.trigger.token.i: draft for draft in drafts if draft.trigger.token.pos_ == "NOUN"}
    return [_judging(draft, acts) if draft.entry.type in _JUDGES else draft for draft in drafts]


def _judging(draft: EventDraft, acts: Mapping[int, EventDraft]) -> EventDraft:
    own = {head.i for head in draft.actors}
    judged = [acts[head.i] for head in draft.recipients if head.i in acts]
    doers = [head for act in judged for head in act.actors if head.i not in own]
    harmed = {head.i for act in judged if act.entry.type in _HARMS for head in act.recipients}
    spared = harmed - {head.i for head in doers}
    doing = {head.i for head in doers}
    inside = {part.i for act in judged for head in act.recipients for part in head.subtree} - doing
    wronged = {act.trigger.token.i for act in judged if act.entry.type in _HARMS}
    kept = [head for head in draft.recipients if head.i not in spared and not (wronged and head.i in inside)]
    more = [head for head in doers if head not in kept]
    return msgspec.structs.replace(draft, recipients=(*kept, *more)) if judged else draft


def fill_inner(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give acts inside other acts their status, and a doer where their own clause names none."""
    raising = lexicon.list("raising_verb")
    by_head: dict[int, int] = {}
    for at, draft in enumerate(drafts):
        if draft.part:
            continue
        if draft.trigger.support is not None:
            by_head[draft.trigger.support.i] = at
        by_head[draft.trigger.token.i] = at
    settled = list(drafts)
    for draft in (draft for draft in drafts if not draft.part):
        for path in draft.entry.inner:
            reached = (_act_under(head, raising, by_head) for head in follow(draft.trigger, path))
            heads = [head for head in reached if head.i in by_head]
            for head in heads:
                at = by_head[head.i]
                if settled[at].outer is None and settled[at].trigger.token.i != draft.trigger.token.i:
                    settled[at] = _inside(settled[at], draft)
                    outer = by_head[draft.trigger.token.i]
                    settled[outer] = _with_inner_recipients(settled[outer], settled[at], cast)
            if heads:
                break
    return settled


def _act_under(head: Token, raising: frozenset[str], acts: Mapping[int, int]) -> Token:
    """In "told them to stop shelling Lira" the act under "stop"."""
    while head.i not in acts and head.lemma_.lower() in raising:
        below = [child for child in head.children if child.dep_ == "xcomp"]
        if not below:
            break
        head = below[0]
    return head


def _with_inner_recipients(outer: EventDraft, inner: EventDraft, cast: Cast) -> EventDraft:
    """In "agreed to send arms to Chad": what is agreed, refused or threatened concerns Chad.

    What is charged concerns its doer: "alleged that the army had shelled Lira" accuses the army.
    """
    if outer.mutual or any(cast.can_act(head) or cast.is_crewed(head) for head in outer.recipients):
        return outer
    taken = {head.i for head in (*outer.actors, *outer.recipients)}
    if outer.entry.promise == "offer" and inner.entry.type in _HARMS:
        return outer  # "offered to send troops against the gangs"
    concerned = inner.actors if outer.entry.type == "ACCUSE" else inner.recipients
    more = tuple(head for head in concerned if head.i not in taken)
    return msgspec.structs.replace(outer, recipients=(*outer.recipients, *more))


def _inside(inner: EventDraft, outer: EventDraft) -> EventDraft:
    status = outer.entry.inner_status
    if outer.entry.type == "REJECT" and inner.entry.uttered:
        return inner
    actors = inner.actors
    urged = outer.entry.inner_actor == "recipient" and bool(outer.recipients)
    if urged and actors == outer.actors and not _has_subject(inner):
        actors = ()  # "pleaded with Chad to leave": the tree gives the pleader
    rejected = outer.entry.type == "REJECT" and inner.entry.type in _HARMS and inner.trigger.token.pos_ == "NOUN"
    if not actors and not rejected:  # who rejects interference has not interfered
        candidates = outer.recipients if outer.entry.inner_actor == "recipient" else outer.actors
        inside = {token.i for token in inner.trigger.token.subtree}
        taken = inside | {head.i for head in inner.recipients}
        actors = tuple(head for head in candidates if head.i not in taken)
    return msgspec.structs.replace(
        inner,
        actors=actors,
        outer=outer.trigger.token,
        status=inner.status if status in {None, "none"} else status,
    )


def _has_subject(draft: EventDraft) -> bool:
    return any(child.dep_ in {"nsubj", "nsubj:pass", "nmod:poss"} for child in draft.trigger.token.children)


def worth_keeping(draft: EventDraft) -> bool:
    """Whether the draft tells of somebody: a thing's doings and bare nouns tell of nobody."""
    token = draft.trigger.token
    if draft.part or (draft.thing and draft.entry.type not in _FORCE):
        return False
    if draft.entry.negated == "none" and _is_negated(token):
        return False
    if token.dep_ == "amod" and token.pos_ != "NOUN":  # "arrested suspects" counts, "elected mayor" not
        return bool(draft.actors or (draft.recipients and draft.entry.type in _PLAIN_AS_MODIFIER))
    if draft.outer is not None:
        return True
    alone = len(draft.actors) + len(draft.recipients) < 2
    rescued = draft.entry.type == "AID" and not draft.spot and grammar.is_passive(token)  # "the crew has been rescued"
    if alone and draft.entry.type in _TAKES_TWO and not draft.entry.needs and not rescued:
        return any(_is_plural(actor) for actor in draft.actors) and draft.entry.reciprocal
    return bool(draft.actors or draft.recipients)


def is_bare(draft: EventDraft) -> bool:
    """Whether the draft is a noun with nobody beside it, or part of another act's frame."""
    alone = not (draft.actors or draft.recipients or draft.thing) and draft.outer is None
    return draft.trigger.token.pos_ == "NOUN" and (draft.part or alone)


def _is_negated(verb: Token) -> bool:
    """Whether it is said not to be so, or of nobody."""
    return grammar.negation(verb) is not None or any(map(grammar.names_nobody, grammar.logical_subjects(verb)))


def _is_plural(token: Token) -> bool:
    return "Number=Plur" in token.morph or token.tag_ in {"NNS", "NNPS", "CD"}  # "the two discussed it"
