"""Nouns that recall an act which the report tells of elsewhere: "killed in **an ambush**", "condemned **the strike**".

Nobody stands beside such a noun, so it tells of no act of its own; it is a later, or a second, mention of one (event
coreference). What it adds is where, when and with what: "Monday's bombing".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.grammar import children, is_definite, preposition
from onrecord.language.text import head_in
from onrecord.stages.recalled.told import FORCE, LOOK_BACK, Told, is_told, token_of

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity
    from onrecord.reading.event import Event
    from onrecord.reading.span import Argument
    from onrecord.reading.time import TimeExpression

_NEAR, _FAR = 3, 8  # sentences back to an act of its kind, and to one that is called by the same word
_STEM = 4  # letters that a noun of an act shares with its verb ("agreement", "agreed")
_ENDING = 2  # letters of the shorter one that they may not share ("decide", "decision")
_OPEN = frozenset({"planned", "hypothetical"})
_SETTLED = frozenset({"AGREE", "SANCTION"})
_ABOUT = frozenset({"obj", "obl", "nmod", "nsubj:pass"})
_STANDS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_HANDLED = frozenset({"obj", "nsubj:pass"})
_NAMING = frozenset({"compound", "nmod:desc", "nmod:unmarked"})


def join_recalled(
    doc: Doc,
    events: Sequence[Event],
    bare: Sequence[Event],
    times: Sequence[TimeExpression],
    entities: Sequence[Entity],
    lexicon: Lexicon,
) -> tuple[Event, ...]:
    """The events, and those of the bare nouns that recall one of them, `same_as` it; ids are given anew in text order.

    A noun recalls the act whose clause it stands in ("killed in an ambush") or that its own clause tells of ("the raid
    in which nine died"); where it is definite, else the nearest earlier act of its kind. One that is known to be of an
    act (a toll) stays so. Other nouns are left out.
    """
    told = Told(doc, events, times, entities, lexicon)
    found = list(events)
    for noun in bare:
        if noun.same_as is not None:
            found.append(noun)
            continue
        token = token_of(doc, noun)
        if token is None or not (is_told(noun) or _is_spoken_of(noun, token)):
            continue
        around = _around(noun, token, told, lexicon) if is_told(noun) else None
        act = around
        if act is None and _is_definite(token, told):
            act = _before(noun, token, told)
        if act is not None:
            head = told.heads[act.id]
            called = (_is_called(token, head) and not told.is_war(token)) or bool(told.deadly(token, [act]))
            named = (called and not _is_told_apart(token)) or _is_right_behind(noun, act, token, told)
            named = named or (_is_next(head, token) and told.is_only_pact(noun, token, act))
            found.append(_recalling(noun, act, named=named, around=act is around and told.struck_in(noun, token, act)))
            if act is around and told.are_dealt(noun, token, act):
                found[found.index(act)] = msgspec.structs.replace(act, actors=noun.actors)
    return _numbered(_with_doers(doc, found, told))


def _is_spoken_of(noun: Event, token: Token) -> bool:
    """Whether an act of before is only what another one is about: "voiced concern about **the massacre**".

    What is denied stays so. What is still to be done is another act; what was ruled or agreed is the same one however
    others want it ("asked the judges to set **the verdict** aside").
    """
    status = noun.factuality.status
    if status == "denied":
        return any(
            cue.start == token.head.idx for cue in noun.factuality.cues
        )  # not "denied having discussed the raid"
    open_to = status == "hypothetical" or (status == "planned" and noun.type in _SETTLED)
    return open_to and token.dep_ in _ABOUT and not children(token, "amod", "compound")


def _is_right_behind(noun: Event, act: Event, token: Token, told: Told) -> bool:
    """Whether an act of the same mode is told in the sentence or the one before: "detained two … the arrests".

    So too the only blow that is told there, whatever it is called: "shelled the camp … the attack".
    """
    if not _is_next(told.heads[act.id], token):
        return False
    return (noun.mode is not None and noun.mode == act.mode) or told.is_only_blow(noun, token, act)


def _is_next(head: Token, token: Token) -> bool:
    """Whether the second word stands in the sentence of the first or in the next."""
    return head.i < token.i and head.sent.end >= token.sent.start


def _recalling(noun: Event, act: Event, *, named: bool, around: bool) -> Event:
    """The noun's event; where it is `named` as the act was, with the act's parties ("arrested …", "the arrest").

    So too one `around` the act: "those hurt in the attack". One that names whom it was done to has the act's doer
    ("shot the judge … the murder of the judge").
    """
    noun = _as_act(noun, act)
    if not noun.actors and noun.recipients and _is_done_to_them(noun, act):
        return msgspec.structs.replace(noun, actors=tuple(p for p in act.actors if p.entity is not None))
    if not (named or around) or noun.actors or noun.recipients:
        return noun
    sides = (act.actors, act.recipients)
    actors, recipients = (tuple(p for p in side if around or p.entity is not None) for side in sides)
    return msgspec.structs.replace(noun, actors=actors, recipients=recipients)


def _is_done_to_them(noun: Event, act: Event) -> bool:
    """Whether all to whom the noun says it was done are among those of the act."""
    whom = {party.entity for party in noun.recipients}
    return None not in whom and whom <= {party.entity for party in act.recipients}


def _with_doers(doc: Doc, events: Sequence[Event], told: Told) -> list[Event]:
    """The events, an act on which somebody takes a stand with the entity of its doer: "condemned **the arrests**".

    So too of a noun that is no act by the lexicon, where its verb was told right before: "launched … the launch".
    """
    doers = {
        token.i: event.actors[0].entity
        for event in events
        if len(event.actors) == 1 and (token := token_of(doc, event)) is not None and token.pos_ == "NOUN"
    }
    found = []
    before: list[Event] = []
    for event in sorted(events, key=lambda event: event.trigger.start):
        if event.type in _STANDS:
            parties = tuple(_done_by(doc, party, event, doers, before, told) for party in event.recipients)
            event = msgspec.structs.replace(event, recipients=parties)  # noqa: PLW2901
        elif event.id in told.heads and is_told(event):
            before = [*before[-LOOK_BACK:], event]
        found.append(event)
    return found


def _done_by(
    doc: Doc, party: Argument, event: Event, doers: Mapping[int, str | None], before: Sequence[Event], told: Told
) -> Argument:
    """The party, where it is a noun for an act ("the attack"), with the entity of whoever did that act."""
    noun = head_in(doc, party.start, party.end) if party.entity is None else None
    if noun is None:
        return party
    doer = doers.get(noun.i)
    if doer is None and noun.pos_ == "NOUN" and is_definite(noun) and not children(noun, "nmod", "nmod:poss"):
        acts = [act for act in reversed(before) if len(act.actors) == 1 and _is_next(told.heads[act.id], noun)]
        doer = next((act.actors[0].entity for act in acts if _same_word(noun, told.heads[act.id])), None)
        movers = {act.actors[0].entity for act in acts} if told.sums_up(noun) else set()
        doer = next(iter(movers)) if doer is None and len(movers) == 1 else doer
    named = {other.entity for other in (*event.actors, *event.recipients)}
    return party if doer is None or doer in named else msgspec.structs.replace(party, entity=doer)


def _around(noun: Event, token: Token, told: Told, lexicon: Lexicon) -> Event | None:
    """The act in the same clause that the noun recalls: "killed in | an ambush", "the ambush | that killed nine"."""
    near = {token.head.i} if token.dep_ == "obl" and preposition(token) in lexicon.list("act_within") else set()
    near |= {clause.i for thing in children(token.head, "obj") for clause in children(thing, "acl")} if near else set()
    near |= {clause.i for clause in children(token, "acl:relcl")}
    return told.at(noun, near)


def _before(noun: Event, token: Token, told: Told) -> Event | None:
    """The nearest earlier act of the kind; one that is called by the same word goes first, and may be further away."""
    above = _above(token)
    earlier = [
        event
        for event in told.before(noun)
        if told.is_near(noun, token, event, _FAR)
        and not (_is_handled(token, told.heads[event.id]) or (event.type != FORCE and told.heads[event.id].i in above))
    ]  # who "expelled two in answer to the expulsion" answers another one
    same = [event for event in earlier if event.type == noun.type and _is_called(token, told.heads[event.id])]
    same = same or told.deadly(token, earlier)
    near = [event for event in earlier if told.is_near(noun, token, event, _NEAR)]
    kind = near if told.kinds(noun) else [event for event in near if _same_kind(noun, event)]
    return next(reversed(same or kind), None)


def _above(token: Token) -> set[int]:
    """The words that it hangs below."""
    above: set[int] = set()
    while token.head.i != token.i:
        token = token.head
        above.add(token.i)
    return above


def _is_handled(noun: Token, verb: Token) -> bool:
    """Whether the noun is what the act is done with: who "signed the pact" signed, and no more."""
    return noun.head.i == verb.i and noun.dep_ in _HANDLED


def _as_act(noun: Event, act: Event) -> Event:
    """The noun's event as a further mention of the act (`same_as`), with the act's type."""
    noun = msgspec.structs.replace(noun, same_as=act.same_as or act.id)
    if noun.factuality.status in _OPEN:
        noun = msgspec.structs.replace(noun, factuality=act.factuality)
    if noun.type == act.type:
        return noun  # "Monday's air raid" says how it was done
    return msgspec.structs.replace(
        noun, type=act.type, mode=act.mode, contexts=act.contexts, cameo=act.cameo, quad=act.quad, score=act.score
    )


def _is_called(noun: Token, act: Token) -> bool:
    """Whether the act has been called by the noun before, by itself or beside its verb: "struck a deal … the deal"."""
    return any(_same_word(noun, word) for word in (act, *children(act, "obj")))


def _same_word(one: Token, other: Token) -> bool:
    """Whether a noun and a verb are of one stem: "invaded" and "invasion", not "confiscated" and "conflict"."""
    a, b = one.lemma_.lower(), other.lemma_.lower()
    if a == b:
        return True
    most = min(len(a), len(b))
    shared = next((at for at in range(most) if a[at] != b[at]), most)
    return shared >= _STEM and most - shared <= _ENDING


def _same_kind(noun: Event, event: Event) -> bool:
    if noun.type == FORCE:
        return noun.mode == event.mode or None in (noun.mode, event.mode)
    return noun.mode is not None and noun.mode == event.mode


def _is_definite(token: Token, told: Told) -> bool:
    """Whether the noun speaks of something known: "the raid", "Monday's raid", "after two days of talks"."""
    if any(_is_number(part) and not told.in_time(part.idx) for part in token.lefts):
        return False  # "the 9/11 attacks" are others
    if is_definite(token) or told.has_lasted(token):
        return True
    return any(told.in_time(owner.idx) for owner in children(token, "nmod:poss"))


def _is_number(word: Token) -> bool:
    """Whether a number says which it is, and not how many."""
    return any(letter.isdigit() for letter in word.text) and (word.dep_ in _NAMING or "/" in word.text)


def _is_told_apart(noun: Token) -> bool:
    """Whether a name before the noun says which it is: "the Justice deals" need not be those with the aides."""
    return any(part.pos_ == "PROPN" and part.dep_ in _NAMING for part in noun.lefts)


def _numbered(events: Sequence[Event]) -> tuple[Event, ...]:
    """In text order, numbered through, `same_as` with the new ids."""
    ordered = sorted(events, key=lambda event: event.trigger.start)
    names = {event.id: f"E{number}" for number, event in enumerate(ordered, start=1) if event.id}
    return tuple(
        msgspec.structs.replace(event, id=f"E{number}", same_as=names.get(event.same_as or ""))
        for number, event in enumerate(ordered, start=1)
    )
