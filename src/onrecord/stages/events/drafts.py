"""Drafts of events: triggers with their parties, before the acts inside other acts are settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.language import grammar
from onrecord.lexicon.entries import EventEntry
from onrecord.stages.events.attached import is_marked
from onrecord.stages.events.conditions import ANY, met_by
from onrecord.stages.events.match import find_triggers
from onrecord.stages.events.paths import Trigger, follow
from onrecord.stages.events.senses import in_sense_of_report
from onrecord.stages.events.spots import MUTUAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.no_acts import NoActs
    from onrecord.stages.events.roles import Cast

# An act of bodily force is told of even where the doer is a thing ("the blast killed three").
FORCE = frozenset({"ASSAULT"})
# Types that tell of nothing with one party alone (PLOVER asks for a recipient, or for several actors).
_TAKES_TWO = frozenset({"CONSULT", "COOPERATE", "AID"})
_ITSELF, _IN = ("self",), frozenset({"in"})
_NO_PART = frozenset({"subj", "self", "head", "light"})  # what stands there is an act of its own all the same
HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE"})
_CONVICT = "convict"
_COERCION = "COERCE"
_PLAIN_AS_MODIFIER = frozenset({"ASSAULT", "COERCE"})


class EventDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger, its entry and the head tokens of its parties.

    Attributes:
        outer: the trigger of the act that this one is agreed, demanded or threatened in.
        status: what the outer act's frame says of this one; "happened" without one.
        thing: the grammatical doer is nothing that can act.
        each_other: they do it to each other.
        spot: nobody is named who receives it, only where it takes place.
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


def find_drafts(tokens: Sequence[Token], cast: Cast, none: NoActs, lexicon: Lexicon) -> list[EventDraft]:
    """All triggers with their parties, in text order; verbs that only lend a noun its subject left out."""
    found = list(in_sense_of_report(find_triggers(tokens, lexicon, cast.antecedents(tokens))))
    used = _used(found)
    lights = _lights(found, used)
    drafts = []
    states = lexicon.list("state_participle")
    for trigger, entry in found:
        if trigger.token.dep_ == "amod" and trigger.token.lower_ in states:
            continue  # "the occupied West Bank"
        if trigger.pos == "NOUN" and trigger.support is None and cast.is_body(trigger.token):
            continue  # "the journalists' alliance"
        if trigger.token.i in lights or none.holds(trigger, entry):
            continue
        roles = cast.roles(trigger, entry)
        if none.holds_between(trigger, entry, roles):
            continue
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
    return none.left_out(drafts, tokens)


def _used(found: Sequence[tuple[Trigger, EventEntry]]) -> set[int]:
    """Nouns that another entry asks for and that are no events themselves: the "talks" of "held talks"."""
    used: set[int] = set()
    for trigger, entry in found:
        inner = {head.i for path in entry.inner for head in follow(trigger, path)}
        asked = [c for c in entry.needs if ANY not in c.lemmas and c.path[0] not in _NO_PART]
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


def fill_inner(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give acts inside other acts their status, and a doer where their own clause names none."""
    raising, shares = lexicon.list("raising_verb"), lexicon.list("share_in_deed")
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
            inside = (head for head in follow(draft.trigger, path) if _is_said_of_it(head, draft.trigger.token))
            reached = (_act_under(head, raising, shares, by_head) for head in inside)
            heads = [head for head in reached if head.i in by_head]
            for head in heads:
                at = by_head[head.i]
                if settled[at].outer is None and settled[at].trigger.token.i != draft.trigger.token.i:
                    before = settled[at]
                    settled[at] = _inside(before, draft)
                    if draft.entry.inner_actor == "recipient" and before.actors == draft.actors:
                        _pass_on(settled, at, before.actors)
                    outer = by_head[draft.trigger.token.i]
                    settled[outer] = _with_inner_recipients(settled[outer], settled[at], cast)
            if heads:
                break
    return settled


def _is_said_of_it(head: Token, outer: Token) -> bool:
    """Whether an act inside another may be what that one is about: no "deal brokered by Chad", no "In that suit, …"."""
    told_apart = head.dep_ == "acl" and head.tag_ == "VBN"
    return not told_apart and (head.dep_ != "obl" or head.i > outer.i)


def _pass_on(settled: list[EventDraft], at: int, wrong: tuple[Token, ...]) -> None:
    """Give what goes with an act that was asked for its doer and status ("called on Chad to help | by freeing men")."""
    below = {token.i for token in settled[at].trigger.token.subtree}
    for place, draft in enumerate(settled):
        inside = place != at and draft.trigger.token.i in below and not _has_subject(draft)
        if inside and draft.trigger.pos == "VERB" and wrong and draft.actors == wrong:
            asked = settled[at]
            means = is_marked(grammar.conjuncts(draft.trigger.token)[0], "by")  # "apologise for" tells of what was done
            status, outer = (asked.status, asked.outer) if means else (draft.status, draft.outer)
            settled[place] = msgspec.structs.replace(draft, actors=asked.actors, outer=outer, status=status)


def _act_under(head: Token, raising: frozenset[str], shares: frozenset[str], acts: Mapping[int, int]) -> Token:
    """In "told them to stop shelling Lira" the act under "stop"; of "complicity in the raid" the raid."""
    if head.i not in acts and head.lemma_.lower() in shares:
        return next(iter(grammar.prep_objects(head, _IN)), head)
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
    if outer.recipients and outer.entry.type == "ACCUSE" and outer.entry.inner_actor == "recipient":
        return outer  # "blamed police killings on poor training"
    if outer.entry.mode == _CONVICT or _is_of_others(outer, inner):
        return outer  # "found guilty of the killing of a clerk"
    taken = {head.i for head in (*outer.actors, *outer.recipients)}
    friendly = outer.entry.promise == "offer" or outer.entry.type == "SUPPORT"
    friendly = friendly or (outer.entry.type == "AGREE" and inner.entry.type in FORCE)
    if friendly and inner.entry.type in HARMS:
        return outer  # "offered to send troops against the gangs", "is committed to destroying the gangs"
    asked = outer.entry.type == "REQUEST" and set(inner.actors).isdisjoint(
        outer.actors
    )  # "urged the pullout of troops"
    concerned = inner.actors if outer.entry.type == "ACCUSE" or (asked and inner.actors) else inner.recipients
    more = tuple(head for head in concerned if head.i not in taken)
    return msgspec.structs.replace(outer, recipients=(*outer.recipients, *more))


def _is_of_others(outer: EventDraft, inner: EventDraft) -> bool:
    """Whether those to whom an inner act is done have nothing to do with the outer one.

    "Threatened to take the case to the court"; "helped to fight the rebels".
    """
    if outer.entry.type == "THREATEN":
        return inner.entry.type == "REQUEST"
    return outer.entry.type == "AID" and inner.entry.type in FORCE


def _inside(inner: EventDraft, outer: EventDraft) -> EventDraft:
    """An act inside another, with the status and the doer that the outer one gives it."""
    status = outer.entry.inner_status
    if outer.entry.type == "REJECT" and inner.entry.uttered:
        return inner
    accused = outer.recipients if outer.entry.type == "ACCUSE" and outer.entry.inner_actor == "recipient" else ()
    if doers := tuple(head for head in inner.recipients if head in accused):  # "blamed the attack on a militia"
        struck = tuple(head for head in inner.recipients if head not in accused)
        inner = msgspec.structs.replace(inner, actors=doers, recipients=struck)
    actors = inner.actors
    urged = outer.entry.inner_actor == "recipient" and bool(outer.recipients)
    if urged and actors == outer.actors and not _has_subject(inner):
        actors = ()  # "pleaded with Chad to leave": the tree gives the pleader
    promised = outer.entry.inner_actor == "actor" and bool(outer.entry.promise)
    if promised and actors and set(actors) <= set(outer.recipients) and not _has_subject(inner):
        actors = ()  # "promised Chad to send arms": the tree gives Chad
    rejected = outer.entry.type == "REJECT" and inner.entry.type in HARMS and inner.trigger.token.pos_ == "NOUN"
    charged = outer.entry.type == "ACCUSE" and outer.entry.inner_actor == "actor"  # "said the vote was rigged"
    if not actors and not rejected and not charged:  # who rejects interference has not interfered
        candidates = outer.recipients if outer.entry.inner_actor == "recipient" else outer.actors
        inside = {token.i for token in inner.trigger.token.subtree}
        suffering = grammar.surface_subjects(inner.trigger.token) if grammar.is_passive(inner.trigger.token) else []
        taken = inside | {head.i for head in (*inner.recipients, *suffering)}
        actors = tuple(head for head in candidates if head.i not in taken)
        if not actors and outer.entry.type == _COERCION and set(outer.recipients) <= set(inner.recipients):
            actors = outer.actors  # "forced villagers to flee": who makes them leave
    return msgspec.structs.replace(
        inner,
        actors=actors,
        outer=outer.trigger.token,
        status=inner.status if status in {None, "none"} else status,
    )


def _has_subject(draft: EventDraft) -> bool:
    return any(child.dep_ in {"nsubj", "nsubj:pass", "nmod:poss"} for child in draft.trigger.token.children)


def worth_keeping(draft: EventDraft, lexicon: Lexicon) -> bool:
    """Whether the draft tells of somebody: a thing's doings and bare nouns tell of nobody."""
    token = draft.trigger.token
    if draft.part or not draft.entry.tells or (draft.thing and draft.entry.type not in FORCE):
        return False
    if _concerns_nobody(draft, lexicon) or (draft.entry.negated == "none" and grammar.is_denied(token)):
        return False
    if token.dep_ == "amod" and token.pos_ != "NOUN":  # "arrested suspects" counts, "elected mayor" not
        told = draft.actors if draft.entry.pos != "ADJ" else ()  # "hostile regimes" are hostile to nobody told of
        return bool(told or (draft.recipients and draft.entry.type in _PLAIN_AS_MODIFIER))
    if draft.outer is not None:
        return True
    alone = len(draft.actors) + len(draft.recipients) < 2
    rescued = draft.entry.type == "AID" and not draft.spot and grammar.is_passive(token)  # "the crew has been rescued"
    asks = any(condition.path != _ITSELF for condition in draft.entry.needs)
    if alone and draft.entry.type in _TAKES_TWO and not asks and not rescued:
        return any(_is_plural(actor) for actor in draft.actors) and draft.entry.reciprocal
    return bool(draft.actors or draft.recipients or draft.spot)


def _concerns_nobody(draft: EventDraft, lexicon: Lexicon) -> bool:
    """Whether it is one's own plan ("plans to hold staff days"), talk of one alone or a standing ("support fell")."""
    entry, noun, light = draft.entry, draft.trigger.token, draft.trigger.support
    if entry.type == "AGREE" and entry.promise == "plan":
        return not draft.recipients and not any(map(_is_plural, draft.actors))
    if entry.reciprocal and not entry.recipient and not draft.recipients and len(draft.actors) == 1:
        return not _is_plural(draft.actors[0])  # "the premier talked": with nobody
    enjoyed = light is None or light.dep_ == "acl:relcl"  # "the support he has"
    backs = noun.pos_ == "NOUN" and noun.lemma_.lower() in lexicon.list("standing_noun") and entry.type == "SUPPORT"
    return backs and enjoyed and not draft.actors and draft.outer is None


def is_bare(draft: EventDraft) -> bool:
    """Whether it is a noun that tells of no act itself: without parties, only recalling, or part of another frame."""
    alone = not (draft.actors or draft.recipients or draft.thing or draft.spot) and draft.outer is None
    return draft.trigger.token.pos_ == "NOUN" and (draft.part or alone or not draft.entry.tells)


def _is_plural(token: Token) -> bool:
    return "Number=Plur" in token.morph or token.tag_ in {"NNS", "NNPS", "CD"}  # "the two discussed it"
