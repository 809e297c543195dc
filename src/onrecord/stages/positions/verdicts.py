"""Stands taken in a judgement: "called the plan unacceptable", "the deal is a step forward, the envoy said"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from onrecord.language import grammar
from onrecord.stages.positions.asserted import takes_place
from onrecord.stages.positions.takers import names_party
from onrecord.stages.positions.urged import urged_by
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.reading.position import Basis, Position
    from onrecord.reading.span import Argument
    from onrecord.stages.positions.room import Room

_JUDGING = frozenset({"ADJ", "ADV", "NOUN", "VERB"})
_UNDER_VERB = frozenset({"xcomp", "obl", "advcl"})
_BEHIND_NOUN = frozenset({"amod", "acl"})


def verdicts(room: Room, stood_on: Sequence[Token]) -> Iterator[Position]:
    """Positions of those who judge a proposal or an act, in words of the lexicon, to be good or bad.

    The holder is the subject of the judging verb, who says that it is so, or to whom it is so. Who "called it reckless"
    judges what somebody took a stand on right before: the last of `stood_on`, which has the order of the text, in the
    same sentence or one of the two before.
    """
    index = room.lexicon.by_pos("verdict")
    for token in room.doc:
        for entry in index.get(_key(token), ()) if token.pos_ in _JUDGING else ():
            if not _has_words(token, entry):
                continue
            toward, holders = _called(token, room, stood_on) or _said(token, room)
            basis: Basis = "stated" if holders else "reported"
            if not holders:
                toward, holders = _to_whom(token, room) if entry.get("whom") else (None, [])
            if toward is not None and (entry["stance"] == "opposes" or room.is_listed(toward, "proposal")):
                yield from (room.position(who, (entry["stance"], basis), toward, token) for who in holders)
                break


def _key(token: Token) -> tuple[str, str]:
    """The word as the lexicon has it; a participle may be an adjective there ("is justified")."""
    return (token.lower_, "ADJ") if token.pos_ in {"VERB", "ADV"} else (token.lemma_.lower(), token.pos_)


def _has_words(token: Token, entry: Mapping[str, Any]) -> bool:
    """Whether it is a judgement: no "not", none of what is to be done, and the words that the entry asks for.

    A step is one "in the right direction"; what "is fair to ask" is no question that anybody calls fair.
    """
    if grammar.negation(token) is not None or any(map(grammar.has_to, token.rights)):
        return False
    if any(c.dep_ == "conj" and c not in grammar.conjuncts_below(token) for c in token.rights):
        return False  # "described them as crimes rather than terror": which of two it is
    wanted = entry.get("with")
    return not wanted or any(part.lower_ in wanted for part in token.subtree)


def _called(token: Token, room: Room, stood_on: Sequence[Token]) -> tuple[Token, list[Argument]] | None:
    """What a verb of judging has as its object, and whose judgement it is ("regards the treaty as a surrender")."""
    behind = token.dep_ in _BEHIND_NOUN and token.i > token.head.i and token.head.dep_ == "obj"  # as parsers have it
    verb = token.head.head if behind else token.head
    if lemma_of(verb, room.lexicon) not in room.lexicon.together("labelling_verb", "judging_verb"):
        return None
    as_what = token.dep_ in _UNDER_VERB and grammar.preposition(token) == "as"
    if not (behind or as_what or token.dep_ == "xcomp" or (token.dep_ == "obj" and token.n_lefts)):
        return None
    thing = _judged(verb, token, room, stood_on)
    if thing is None or grammar.negation(verb) is not None or not takes_place(verb, room.lexicon):
        return None
    return thing, room.holders(filter(names_party, _who_judges(verb, room)))


def _who_judges(verb: Token, room: Room) -> Sequence[Token]:
    """Who judges so; of those who are asked to who asks them: "urged the court | to declare the strike illegal".

    Of who is to do so for another reason it is not told that he does ("met to declare it illegal").
    """
    if not grammar.has_to(verb):
        return grammar.logical_subjects(verb)
    urging = urged_by(verb, room.lexicon)
    if urging is not None:
        return grammar.surface_subjects(urging)
    return (
        grammar.logical_subjects(verb)
        if lemma_of(verb.head, room.lexicon) in room.lexicon.map("stance_governor")
        else ()
    )


def _judged(verb: Token, verdict: Token, room: Room, stood_on: Sequence[Token]) -> Token | None:
    """The thing that is called so; for an "it" what was stood on last, if that is near."""
    objects = grammar.children(verb, "obj")
    if any(thing.lower_ == "it" for thing in objects):
        before = bisect_left(stood_on, verb.i, key=lambda thing: thing.i)
        last = stood_on[before - 1] if before else None
        return last if last is not None and room.is_near(last, verb, sentences=2) else None
    return next((thing for thing in objects if thing != verdict and _is_judged(thing, room, called=True)), None)


def _said(token: Token, room: Room) -> tuple[Token | None, list[Argument]]:
    """What is said to be good or bad, and who says so; nobody where the reporter does."""
    things = [thing for thing in grammar.children(token, "nsubj", "nsubj:pass") if _is_judged(thing, room)]
    speaker = room.speaker(token)
    if not things or speaker is None or not _is_predicate(token):
        return None, []
    return (things[0], [speaker]) if takes_place(token, room.lexicon) else (None, [])


def _to_whom(token: Token, room: Room) -> tuple[Token | None, list[Argument]]:
    """What is good or bad in whose eyes: "the terms are unacceptable | to Mali", not "a blow | to Mali"."""
    things = [thing for thing in grammar.children(token, "nsubj") if _is_judged(thing, room)]
    whom = room.holders(grammar.prep_objects(token, frozenset({"to"}))) if things and _is_predicate(token) else []
    return (things[0], whom) if whom and takes_place(token, room.lexicon) else (None, [])


def _is_predicate(token: Token) -> bool:
    return any(child.dep_ == "cop" or (child.dep_ == "aux:pass" and token.pos_ == "VERB") for child in token.lefts)


def _is_judged(thing: Token, room: Room, *, called: bool = False) -> bool:
    """Whether one may take a stand on it: a proposal, an act; where it is only said to be bad, an act told of."""
    return thing.pos_ == "NOUN" and (room.is_listed(thing, "plan" if called else "proposal") or room.is_told_act(thing))
