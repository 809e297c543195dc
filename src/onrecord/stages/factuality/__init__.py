"""Factuality: did it happen, is it going on, planned, denied or only imagined, and by which words we know.

From the trigger upwards through the tree, each word that changes the standing of the act (a negation, a modal, a
condition, a hedge, a verb such as "fail", "plan", "deny") is one step; the steps are applied from the inside out.
The scale follows FactBank (Saurí and Pustejovsky 2009) in polarity and certainty, PLOVER in its auxiliary modes.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.language.sides import speaks_for
from onrecord.language.text import bounds_of, text_of
from onrecord.reading.event import Event, Factuality
from onrecord.reading.span import Span
from onrecord.stages.factuality import shapes
from onrecord.stages.factuality.climb import Climb
from onrecord.stages.factuality.cues import CueTables, cue_tables
from onrecord.stages.factuality.effects import Effect
from onrecord.stages.factuality.press_present import PressPresent
from onrecord.stages.factuality.standing import UNREAL, applied

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.entity import Entity
    from onrecord.reading.reading import Furniture
    from onrecord.reading.span import Argument

_CONFLICT = 4  # PLOVER's quad of deeds against somebody
_TO_COME = frozenset({"planned", "hypothetical"})


def assess_factuality(
    doc: Doc,
    events: Sequence[Event],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    furniture: Sequence[Furniture],
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """Give every event its status, polarity and certainty, with the words that show them.

    The simple present of a heading or lead tells of what has happened ("Rebels seize port"), or lasts ("Troops fight").
    """
    sides = {entity.id: entity for entity in entities}
    tables = cue_tables(lexicon)
    said = {attribution.id: attribution for attribution in attributions}
    heads = _trigger_tokens(doc, events)
    entries = {
        token.i: lexicon.event_by_id[event.rule] for event, token in zip(events, heads, strict=True)
        if event.rule in lexicon.event_by_id
    }  # fmt: skip
    climb = Climb(tables, entries, PressPresent(doc, furniture, lexicon, tables))
    assessed = [
        _denied_by_doer(_with_standing(event, token, climb, said, doc), said, sides, tables)
        for event, token in zip(events, heads, strict=True)
    ]
    return tuple(
        event if before.factuality.status != "happened" else _as_announced(event, said, sides, lexicon)
        for before, event in zip(events, assessed, strict=True)
    )


def _denied_by_doer(
    event: Event, said: Mapping[str, Attribution], sides: Mapping[str, Entity], tables: CueTables
) -> Event:
    """A party's own "we did not", or that of who speaks for it, is a denial (by the one it would be charged to)."""
    attribution = said.get(event.attribution or "")
    if event.factuality.status != "not_happened" or attribution is None or attribution.source is None:
        return event
    cue = attribution.cue
    if cue is not None and not tables.unspoken.isdisjoint(cue.text.lower().split()):
        return event  # "planned an attack that did not materialise": he has said nothing of it
    if cue is not None and any(cue.start <= span.start < cue.end for span in event.factuality.cues):
        return event  # "declined to attack": the cue says what was done, not what was said
    if not any(span.text.lower() in tables.denying for span in event.factuality.cues):
        return event  # "said it had refused to sign" owns up to it
    own = any(actor.text.lower() in tables.first_persons for actor in event.actors)
    if not (own or _is_by_a_doer(attribution, event, sides)):
        return event
    return msgspec.structs.replace(event, factuality=msgspec.structs.replace(event.factuality, status="denied"))


def _as_announced(
    event: Event, said: Mapping[str, Attribution], sides: Mapping[str, Entity], lexicon: Lexicon
) -> Event:
    """What a party says it will do or will not do (PLOVER: by the words that announce it).

    Talks, backing and aid to come are AGREE, a withdrawal to come CONCEDE; the same with "will not" are REJECT. Who
    announces is the doer: "the rebels said they would" gives the rebels. A hostile act that its own doer announces is
    THREATEN; announced by anybody else it stays a plan.
    """
    standing = event.factuality
    if standing.status != "planned" or standing.certainty not in {"certain", "probable"} or not standing.cues:
        return event  # without a word that announces it, it is somebody's purpose
    side = "refused" if standing.polarity == "negative" else "announced"
    if side == "announced" and _in_own_words(event, said, sides, lexicon.list("unspoken_plan")):
        side = "threatened" if event.type in lexicon.map("threatened_type") else side
    kind = lexicon.map(f"{side}_type").get(event.type)
    if kind is None:
        return event
    mode = lexicon.map(f"{side}_mode").get(event.type)
    return msgspec.structs.replace(
        event,
        type=kind,
        mode=mode,
        cameo=lexicon.map(f"{side}_cameo").get(event.type),
        quad=lexicon.plover.types[kind].quad,
        score=lexicon.plover.score(kind, mode),
        actors=_announcers(event, said),
    )


def _in_own_words(
    event: Event, said: Mapping[str, Attribution], sides: Mapping[str, Entity], unspoken: frozenset[str]
) -> bool:
    """Whether a doer announces it himself, or one who speaks for him ("Iran's minister said Iran would strike").

    Who only plans it, as others say, has announced nothing; `unspoken` are the words of that.
    """
    attribution = said.get(event.attribution or "")
    cue = attribution.cue if attribution is not None else None
    if cue is not None and unspoken & set(cue.text.lower().split()):
        return False
    return attribution is not None and _is_by_a_doer(attribution, event, sides)


def _is_by_a_doer(attribution: Attribution, event: Event, sides: Mapping[str, Entity]) -> bool:
    """Whether a doer of the act says so himself, or one who speaks for him."""
    speaker = sides.get(attribution.source.entity or "") if attribution.source is not None else None
    if speaker is None:
        return False
    doers = [sides[actor.entity] for actor in event.actors if actor.entity is not None and actor.entity in sides]
    return any(speaks_for(speaker, doer) for doer in doers)


def _announcers(event: Event, said: Mapping[str, Attribution]) -> tuple[Argument, ...]:
    """The doers, a pronoun that stands for the speaker replaced by the words that name the speaker."""
    attribution = said.get(event.attribution or "")
    source = attribution.source if attribution is not None else None
    if source is None or source.entity is None:
        return event.actors
    return tuple(
        source if actor.entity == source.entity and len(actor.text) < len(source.text) else actor
        for actor in event.actors
    )


def _trigger_tokens(doc: Doc, events: Sequence[Event]) -> list[Token]:
    starts, _ = bounds_of(doc)
    return [doc[bisect_left(starts, event.trigger.start)] for event in events]


def _with_standing(event: Event, token: Token, climb: Climb, said: dict[str, Attribution], doc: Doc) -> Event:
    attribution = said.get(event.attribution or "")
    if attribution is not None and shapes.is_in_relative_past(token):
        cue = _cue_effect(attribution, climb, doc)
        if cue is not None and cue[1].status == "denied":
            # "denied that it hit a school where nine were killed": they were
            event = msgspec.structs.replace(event, attribution=attribution.within)
    return msgspec.structs.replace(event, factuality=_assess(event, token, climb, said, doc))


def _assess(event: Event, token: Token, climb: Climb, said: dict[str, Attribution], doc: Doc) -> Factuality:
    """The act's own standing, then what the cue of the attribution that it stands in does to it."""
    standing, met = climb.standing(token, event.factuality.status)
    cues = {cue.idx: cue for cue in met}
    attribution = said.get(event.attribution or "")
    if attribution is not None and attribution.cue is not None and not _is_presupposed(token, climb.tables):
        found = _cue_effect(attribution, climb, doc)
        if found is not None and found[1].status in _TO_COME:
            named = event.quad == _CONFLICT and _is_named_within(token, found[0], climb)
            found = None if named or _is_told_of_the_past(token) else found
        if found is not None and shapes.done_after(token) is not None:
            found = None  # "urged him to sack the general, which he did"
        if found is not None and found[1].unreal and standing.status not in UNREAL:
            found = None
        if found is not None and found[0].i not in {cue.i for cue in met}:
            standing = applied(standing, found[1])
            cues[found[0].idx] = found[0]
    spans = {(span.start, span.end): span for span in event.factuality.cues}
    for cue in cues.values():
        spans[cue.idx, cue.idx + len(cue)] = Span.of(text_of(doc), cue.idx, cue.idx + len(cue))
    return Factuality(
        status=standing.status,
        polarity=standing.polarity,
        certainty=standing.certainty,
        cues=tuple(spans[key] for key in sorted(spans)),
    )


def _is_told_of_the_past(token: Token) -> bool:
    """Whether a relative clause, one with "when" or a participle before a noun tells of the past in a plan or wish.

    So in "urged Mali to free the men jailed after a raid in which rebels killed nine", and "to free detained men".
    """
    if token.dep_ == "amod":
        return token.tag_ == "VBN"
    finite = token.tag_ == "VBD" or any(child.tag_ == "VBD" for child in grammar.children(token, "aux", "aux:pass"))
    if token.dep_ == "acl:relcl" and token.tag_ in {"VBZ", "VBP"}:
        return True  # "urged firms that arm the rebels to stop"
    relative = token.dep_ == "acl:relcl" or any(child.tag_ == "WRB" for child in grammar.children(token, "advmod"))
    return finite and relative and token.dep_ in {"acl:relcl", "advcl"}


def _is_presupposed(token: Token, tables: CueTables) -> bool:
    """What tells which ones are meant ("hope that those hurt in the raid recover") or what came before holds anyway."""
    if token.dep_ == "advcl" and token.tag_ == "VBD":
        return any(mark.lower_ in tables.told_before for mark in grammar.children(token, "mark"))
    if token.dep_ != "acl" or token.tag_ not in {"VBN", "VBG"}:
        return False
    noun = token.head
    return noun.lower_ in tables.definite or any(
        child.lower_ in tables.definite for child in noun.children if child.dep_ in {"det", "nmod:poss"}
    )


def _is_named_within(noun: Token, cue: Token, climb: Climb) -> bool:
    """Whether a definite deed is only named in what is wanted or expected ("expected to condemn the attack").

    What the cue itself asks for need not have been ("demanded the arrest of"), nor what others make happen or pay for.
    """
    definite = any(it.lower_ in climb.tables.definite for it in grammar.children(noun, "det", "nmod:poss"))
    named = noun.dep_ == "nmod" or (noun.dep_ == "obj" and climb.judges(noun.head))
    named = named or (noun.dep_ == "obl" and grammar.preposition(noun) != "for")
    return noun.pos_ == "NOUN" and definite and named and noun.head.i != cue.i


def _cue_effect(attribution: Attribution, climb: Climb, doc: Doc) -> tuple[Token, Effect] | None:
    """What the cue of an attribution does to what is said ("denied", "believes", "unclear")."""
    cue = attribution.cue
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue is not None else None
    for token in span or ():
        effect = climb.tables.report(token)
        if effect is not None and effect.changes:
            return token, effect
    return None
