"""Tolls: counts of the dead and hurt that are told apart from the act ("Doctors put the death toll at 56").

A toll is a second mention of an act that the report tells of, with a number and a speaker of its own; reports that
differ over the dead mostly differ in tolls (cf. the casualty estimates of the UCDP GED codebook, which asks for each
source's own). Without such an act it counts nothing that we know of, and is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.language import grammar
from onrecord.language.numbers import Count, NumberWords, find_count, number_words
from onrecord.language.text import having, text_of
from onrecord.language.voices import Voices
from onrecord.reading.event import TOLD_AS_FACT, NumberClaim, Numbers
from onrecord.reading.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.attribution import Attribution
    from onrecord.reading.event import Event

_LOOK_BACK = 12  # acts, as for repeats
_FORCE = "ASSAULT"
_MOST_TIMES = 10  # a toll beyond so many times the act's own number counts more than the act
_BY_VERB = frozenset({"nsubj", "nsubj:pass", "obj"})
_ADJUNCTS = frozenset({"obl", "obl:unmarked", "advcl"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "nmod:poss", "nmod:desc"})


def find_tolls(
    doc: Doc, events: Sequence[Event], attributions: Sequence[Attribution], lexicon: Lexicon
) -> tuple[Event, ...]:
    """The tolls of a report, each `same_as` the act that it counts; without ids, in text order."""
    words, voices = number_words(lexicon), Voices(attributions)
    entries = lexicon.words("toll")
    found: list[Event] = []
    for place in having(doc, "LEMMA", entries):
        token = doc[place]
        entry = entries.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        kind = _kind(token, entry, lexicon) if entry is not None else None
        count = _count(token, words, lexicon) if kind is not None else None
        if entry is None or kind is None or count is None:
            continue
        act = _act_counted(token, kind, count, events)
        if act is not None:
            voice = voices.at(token.idx)
            found.append(_toll(token, act, {kind: _claim(doc, count)}, entry["id"], voice.id if voice else None))
    return tuple(found)


def _kind(noun: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """What the toll counts ("killed", "injured"); None for other things, or where it covers more than one act."""
    before = {child.lower_ for child in noun.children if child.dep_ in _BEFORE_NOUN and child.i < noun.i}
    wide = lexicon.list("toll_wide_word")
    if before & {*entry.get("bars", ()), *wide, *lexicon.list("toll_period")}:
        return None
    if any(word.lower_ in wide for word in _adjuncts(noun)):
        return None
    behind = [child for child in noun.children if child.dep_ in {"nmod", "acl"} and child.i > noun.i]
    if not entry.get("of"):
        return "killed" if all(child.pos_ == "NUM" or _is_blow(child, lexicon) for child in behind) else None
    if any(word.lower_ in lexicon.list("toll_period") for child in behind for word in child.subtree):
        return None
    counted = [head for child in behind for head in (child, *grammar.children(child, "acl"))]
    return next((kind for head in counted if (kind := _kind_of(head, lexicon)) is not None), None)


def _kind_of(word: Token, lexicon: Lexicon) -> str | None:
    states = {**lexicon.map("number_of_deaths"), **lexicon.map("number_of_state")}
    return (
        states.get(word.lower_)
        or states.get(word.lemma_.lower())
        or (lexicon.map("number_of_act").get(word.lemma_.lower()) if word.pos_ == "VERB" else None)
    )


def _is_blow(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it names an act of force ("the death toll of | the bombing")."""
    return any(entry.type == _FORCE for entry in lexicon.events.get(noun.lemma_.lower(), ()) if entry.pos == "NOUN")


def _adjuncts(noun: Token) -> list[Token]:
    """The words of phrases that hang on the noun's verb ("since the war began")."""
    beside = noun.head.children if noun.dep_ in _BY_VERB else ()
    return [part for child in beside if child.dep_ in _ADJUNCTS for part in child.subtree]


def _count(noun: Token, words: NumberWords, lexicon: Lexicon) -> Count | None:
    """The number that its verb, its predicate or "of" gives."""
    own = [head for head in grammar.prep_objects(noun, frozenset({"of"})) if head.pos_ == "NUM"]
    verb = noun.head if noun.dep_ in _BY_VERB else None
    if verb is not None and verb.pos_ == "NUM":
        own.append(verb)
    elif verb is not None and verb.lemma_.lower() in lexicon.list("toll_verb") and _is_so(verb, lexicon):
        own += [head for head in grammar.prep_objects(verb, lexicon.list("toll_preposition")) if head.i != noun.i]
        own += [head for head in grammar.children(verb, "obj") if head.i != noun.i]
    return next((count for head in own if (count := find_count(head, words)) is not None), None)


def _is_so(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb asserts the toll: not under a modal, an infinitive or a negation."""
    if grammar.negation(verb) is not None or grammar.has_to(verb):
        return False
    modals = lexicon.list("toll_unsure_modal")
    return not any(child.lower_ in modals for child in grammar.children(verb, "aux"))


def _act_counted(noun: Token, kind: str, count: Count, events: Sequence[Event]) -> Event | None:
    """The nearest earlier act of force with a number of the kind; of those without one the nearest."""
    earlier = [event for event in events if event.trigger.start < noun.idx and event.factuality.status in TOLD_AS_FACT]
    struck = [event for event in earlier if event.type == _FORCE][-_LOOK_BACK:]
    numbered = [event for event in struck if getattr(event.numbers, kind) is not None]
    act = next(reversed(numbered or struck), None)
    if act is None:
        return None
    known = getattr(act.numbers, kind)
    sizes = [known.low or known.high, count.low or count.high] if known is not None else []
    if sizes and max(sizes) > _MOST_TIMES * max(min(sizes), 1):
        return None
    return act


def _claim(doc: Doc, count: Count) -> NumberClaim:
    text = text_of(doc)[count.start : count.end]
    return NumberClaim(start=count.start, end=count.end, text=text, low=count.low, high=count.high)


def _toll(noun: Token, act: Event, claims: dict[str, NumberClaim], rule: str, voice: str | None) -> Event:
    """The toll as an event of its own, `same_as` the act that it counts."""
    return msgspec.structs.replace(
        act,
        id="",
        trigger=Span(start=noun.idx, end=noun.idx + len(noun), text=noun.text),
        actors=(),
        recipients=(),
        numbers=Numbers(**claims),
        place=None,
        time=None,
        attribution=voice,
        same_as=act.same_as or act.id,
        rule=rule,
    )
