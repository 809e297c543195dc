"""Parties that an act takes from another act of its sentence: in "claimed the attack" the claimer attacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.language import grammar
from onrecord.stages.events.answering import fill_answered_for, fill_complained, fill_judged
from onrecord.stages.events.charged_back import fill_charged_back
from onrecord.stages.events.drafts import FORCE, EventDraft
from onrecord.stages.events.in_course import fill_going_along
from onrecord.stages.events.paths import follow
from onrecord.stages.events.rebutted import fill_rebutted
from onrecord.stages.events.sufferers import but_sufferers, fill_suffered
from onrecord.stages.events.undergone import fill_undergone, left_hurt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.events.roles import Cast

_HELPS = frozenset({"SUPPORT", "AID"})
_STRIKES_OR_HELPS = FORCE | _HELPS
_CYBER, _SEIZE = "cyber", "seize"
_STRIKING = (("subj",), ("by",))
_OF, _AGAINST = frozenset({"of"}), frozenset({"against"})


def fill_from_others(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give acts the parties that other acts of the sentence name; time linear in drafts."""
    suffered = fill_suffered(_fill_when(drafts, lexicon), cast, lexicon)
    struck = _fill_taking(_fill_hit(_fill_struck(suffered, cast, lexicon), lexicon), lexicon)
    struck = but_sufferers(_fill_seen(struck, lexicon))
    going = fill_undergone(fill_complained(fill_going_along(struck, cast, lexicon), cast), cast, lexicon)
    going = fill_rebutted(going, cast, lexicon)
    judged = fill_judged(_fill_helped(fill_answered_for(going, cast, lexicon), cast))
    return fill_charged_back(judged, lexicon)


def _fill_when(drafts: Sequence[EventDraft], lexicon: Lexicon) -> list[EventDraft]:
    """Who did what killed or hurt them is told behind "when": "nine were killed when gunmen attacked a bus"."""
    whens = lexicon.list("act_when")
    doers = {
        grammar.conjuncts(draft.trigger.token.head)[0].i: draft.actors
        for draft in drafts
        if draft.entry.type in FORCE
        and draft.trigger.token.dep_ == "advcl"
        and any(word.lower_ in whens for word in grammar.children(draft.trigger.token, "advmod", "mark"))
    }
    return [
        msgspec.structs.replace(draft, actors=tuple(who for who in whose if who not in draft.recipients))
        if draft.entry.type in FORCE
        and not draft.actors
        and grammar.is_passive(draft.trigger.token)
        and (whose := doers.get(grammar.conjuncts(draft.trigger.token)[0].i))
        else draft
        for draft in drafts
    ]


def _fill_struck(drafts: Sequence[EventDraft], cast: Cast, lexicon: Lexicon) -> list[EventDraft]:
    """Give an act that is told of as a noun those whom its verb strikes: "a raid killed nine", "hit by a raid".

    So too whom it helps: "aided by support from Chad".
    So too who claims it ("a raid that was claimed by the rebels killed nine"), and "fighting that saw nine killed"; and
    those "killed in an attack in Kabul".
    """
    seeing, measures = lexicon.list("seeing_verb"), lexicon.list("measure_noun")
    within = lexicon.list("act_within")
    assailants = lexicon.list("assailant")
    hurt: dict[int, tuple[Token, ...]] = {}
    by_verb: dict[int, tuple[Token, ...]] = {}
    struck: dict[tuple[bool, int], tuple[Token, ...]] = {}  # by whether force strikes them
    for draft in drafts:
        if draft.entry.type not in _STRIKES_OR_HELPS or draft.trigger.token.pos_ != "VERB" or draft.spot:
            continue
        if draft.entry.type in FORCE:
            victims = tuple(head for head in draft.recipients if head.lemma_.lower() not in assailants)
            by_verb[draft.trigger.token.i] = victims
            joined = [whom for verb in grammar.conjuncts(draft.trigger.token) for whom in by_verb.get(verb.i, ())]
            hurt |= {noun.i: tuple(joined) for noun in grammar.prep_objects(draft.trigger.token, within)}
        heads = [head for path in _STRIKING for head in cast.acts_meant(draft.trigger, follow(draft.trigger, path))]
        for head in dict.fromkeys(heads or _seen_in(draft.trigger.token, seeing)):
            for noun in (head, *_counted(head, measures)):
                key = draft.entry.type in FORCE, noun.i
                struck[key] = (*struck.get(key, ()), *draft.recipients)  # "killed three and hurt six"
    acts = frozenset(draft.trigger.token.i for draft in drafts if draft.trigger.token.pos_ == "NOUN")
    return [
        msgspec.structs.replace(draft, recipients=whom)
        if draft.entry.type in _STRIKES_OR_HELPS
        and (draft.spot or not draft.recipients)
        and (whom := _struck_by(draft, _as_noun(draft, acts), struck) or _hurt_in(draft, hurt))
        else draft
        for draft in drafts
    ]


def _struck_by(
    draft: EventDraft, nouns: Sequence[int], struck: Mapping[tuple[bool, int], tuple[Token, ...]]
) -> tuple[Token, ...]:
    """Whom one of the nouns struck, or helped: "backed by air strikes" tells of nobody who was struck."""
    by_force = draft.entry.type in FORCE
    return next((struck[by_force, place] for place in nouns if struck.get((by_force, place))), ())


def _hurt_in(draft: EventDraft, hurt: Mapping[int, tuple[Token, ...]]) -> tuple[Token, ...]:
    """Who was hurt in the course of a blow of which only the place is told: "nine were killed in a raid in Kabul"."""
    one_sided = draft.spot and draft.entry.type in FORCE and not draft.entry.reciprocal
    return hurt.get(draft.trigger.token.i, ()) if one_sided else ()


def _seen_in(verb: Token, seeing: frozenset[str]) -> list[Token]:
    """The act in which it was seen done: "a battle that saw nine men | killed"."""
    above = verb.head
    seen = verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ == "VBN" and above.lemma_.lower() in seeing
    return grammar.surface_subjects(above) if seen else []


def _fill_seen(drafts: Sequence[EventDraft], lexicon: Lexicon) -> list[EventDraft]:
    """Give what was seen done in an act the act's doer, where it is one: "shelling by rebels that saw nine killed"."""
    seeing, measures = lexicon.list("seeing_verb"), lexicon.list("measure_noun")
    doers = {draft.trigger.token.i: draft.actors for draft in drafts if len(draft.actors) == 1}
    found = []
    for draft in drafts:
        seats = _seen_in(draft.trigger.token, seeing) if draft.entry.type in FORCE and not draft.actors else []
        acts = [noun for seat in seats for noun in (seat, *_counted(seat, measures))]
        who = next((doers[noun.i] for noun in acts if noun.i in doers), ())
        apart = who and who[0] not in draft.recipients
        found.append(msgspec.structs.replace(draft, actors=who) if apart else draft)
    return found


def _counted(head: Token, measures: frozenset[str]) -> list[Token]:
    """What a noun for a number counts: "days of | fighting"."""
    return grammar.prep_objects(head, _OF) if head.lemma_.lower() in measures else []


def _fill_taking(drafts: Sequence[EventDraft], lexicon: Lexicon) -> list[EventDraft]:
    """Who takes a place from whom in or after a battle: "took the port from the rebels after days of fighting"."""
    beside, measures = lexicon.list("beside_an_act"), lexicon.list("measure_noun")
    takers = {
        draft.trigger.token.i: (*draft.actors, *(head for head in draft.recipients if head.dep_ == "obl"))
        for draft in drafts
        if draft.entry.mode == _SEIZE and draft.trigger.pos == "VERB"
    }
    return [
        msgspec.structs.replace(draft, actors=tuple(head for head in who if head not in draft.recipients))
        if draft.entry.type in FORCE
        and draft.entry.reciprocal
        and not draft.actors
        and (who := takers.get(_scene_of(draft.trigger.token, beside, measures), ()))
        else draft
        for draft in drafts
    ]


def _scene_of(noun: Token, beside: frozenset[str], measures: frozenset[str]) -> int:
    """The place in the text of the verb beside which the noun's act is told of, or -1: "after days of fighting"."""
    node = _counting(noun, measures)
    if node is not noun and any(word.lower_ == "the" for word in noun.lefts):
        return -1  # "seized the port in the first weeks of the war": only when
    return node.head.i if node.dep_ == "obl" and grammar.preposition(node) in beside else -1


def _counting(noun: Token, measures: frozenset[str]) -> Token:
    """The noun, or the one that counts it ("a wave of cyberattacks")."""
    counted = noun.dep_ == "nmod" and grammar.preposition(noun) == "of" and noun.head.lemma_.lower() in measures
    return noun.head if counted else noun


def _fill_hit(drafts: Sequence[EventDraft], lexicon: Lexicon) -> list[EventDraft]:
    """Give the noun of a blow what it hits by a verb that is no act itself: "a cyberattack crippled the banks"."""
    hitting, measures = lexicon.list("verb_of_hitting"), lexicon.list("measure_noun")
    blows, nobody = lexicon.together("instrument", "measure_noun"), lexicon.list("no_party")
    return [
        msgspec.structs.replace(draft, recipients=tuple(hit), spot=False)
        if (draft.entry.type in FORCE or draft.entry.mode == _CYBER)
        and draft.trigger.token.pos_ == "NOUN"
        and (draft.spot or not draft.recipients)
        and (
            hit := _hit_by(draft.trigger.token, hitting, measures, nobody)
            or left_hurt(_counting(draft.trigger.token, measures), lexicon)
            or _called_a_blow(draft.trigger.token, blows)
        )
        else draft
        for draft in drafts
    ]


def _hit_by(noun: Token, hitting: frozenset[str], measures: frozenset[str], nobody: frozenset[str]) -> list[Token]:
    """The objects of the verb whose doer the noun is, itself or counted ("a wave of cyberattacks").

    `nobody` are nouns that no blow hits: "the attack took | place".
    """
    node = _counting(noun, measures)
    verb = node.head
    does = node in grammar.logical_subjects(verb) if verb.lemma_.lower() in hitting else False
    hit = [head for head in grammar.logical_objects(verb) if grammar.is_nominal(head)] if does else []
    return [head for head in hit if head.lemma_.lower() not in nobody]


def _called_a_blow(noun: Token, blows: frozenset[str]) -> list[Token]:
    """Against whom it is by what it is called: "the attack was an act of terror against shoppers"."""
    called = noun.head
    if noun.dep_ != "nsubj" or called.lemma_.lower() not in blows or not grammar.children(called, "cop"):
        return []
    parts = (called, *grammar.children(called, "nmod"))
    return [head for part in parts for head in grammar.prep_objects(part, _AGAINST)]


def _as_noun(draft: EventDraft, acts: frozenset[int]) -> list[int]:
    """The tokens of the act as a noun: its trigger, or the act that is its object ("claimed | the attack")."""
    if draft.trigger.token.i in acts:
        return [draft.trigger.token.i]
    return [head.i for head in follow(draft.trigger, ("obj",)) if head.i in acts]


def _fill_helped(drafts: Sequence[EventDraft], cast: Cast) -> list[EventDraft]:
    """Give a blow with which somebody is helped its doer: "backs Chad in the fight with X", "helped Chad to beat X".

    So any act: "supports Chad in beating X and freeing the crew".
    """
    noun: dict[int, tuple[Token, ...]] = {}
    clause: dict[int, tuple[Token, ...]] = {}
    for draft in drafts:
        helped = tuple(head for head in draft.recipients if cast.can_act(head))
        if draft.entry.type not in _HELPS or draft.trigger.pos != "VERB" or not helped:
            continue
        noun.update((head.i, helped) for head in follow(draft.trigger, ("in",)) if not _is_owned(head))
        below = grammar.children(draft.trigger.token, "xcomp", "advcl")
        clause.update((head.i, (*draft.actors, *helped)) for head in below if grammar.has_to(head))
    return [
        _helped(draft, noun, clause) if draft.entry.type in FORCE or draft.trigger.token.tag_ == "VBG" else draft
        for draft in drafts
    ]


def _is_owned(noun: Token) -> bool:
    """Whether another one is named whose it is; "its" is whoever is helped."""
    return any(owner.pos_ != "PRON" for owner in grammar.children(noun, "nmod:poss"))


def _helped(
    draft: EventDraft, noun: Mapping[int, tuple[Token, ...]], clause: Mapping[int, tuple[Token, ...]]
) -> EventDraft:
    place = draft.trigger.token.i
    doers = noun.get(place) or clause.get(place, ())
    more = [head for head in doers if head not in draft.recipients]
    alone = place in noun or all(head in doers for head in draft.actors)
    return msgspec.structs.replace(draft, actors=tuple(more)) if more and alone else draft
