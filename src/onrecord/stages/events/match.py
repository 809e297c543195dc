"""Which entry of the lexicon a token triggers: candidates by lemma, then the most specific that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.language import grammar
from onrecord.stages.events.conditions import ANY, HYPHENS, joined, met_by, other_names
from onrecord.stages.events.light_verbs import as_predicate, light_verb
from onrecord.stages.events.paths import AlsoCalled, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.language.plain_words import Span, Token
    from onrecord.lexicon.entries import Condition, EventEntry
    from onrecord.lexicon.load import Lexicon

_INSIDE_NAMES = frozenset({"compound", "flat", "flat:name", "goeswith", "fixed", "nmod:desc"})
_ACTS = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
Reading = tuple[str, str]  # lemma and part of speech
_ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s"}


def find_triggers(tokens: Iterable[Token], lexicon: Lexicon, meant: AlsoCalled) -> Iterator[tuple[Trigger, EventEntry]]:
    """The tokens, in their order, that trigger an entry, with their light verbs; `meant`: what pronouns go by.

    Most conditions ask for words that the sentence has nowhere: those are settled before any path is walked.
    """
    said: dict[int, frozenset[str]] = {}
    entries = _table(lexicon).entries
    for token in tokens:
        if token.pos_ not in _ACTS:
            continue
        readings = [reading for reading in _readings(token, lexicon) if reading in entries]
        if not readings or _is_aside(token):
            continue
        sentence = token.sent
        if sentence.start not in said:
            said[sentence.start] = _said(sentence, meant)
        found = _find_trigger(token, readings, said[sentence.start], lexicon, meant)
        if found is not None and not _is_sport(found[0], lexicon):
            yield found


def _is_aside(token: Token) -> bool:
    """A bare participle behind "as" says how another act goes: "withdrew as promised"; "let alone" only joins."""
    return bool(grammar.children(token, "fixed")) or (
        token.tag_ in {"VBN", "VBD"} and token.dep_ == "advcl" and [child.lower_ for child in token.children] == ["as"]
    )


def _said(sentence: Span, meant: AlsoCalled) -> frozenset[str]:
    """Everything by which a condition may call a word of the sentence, or what a pronoun in it stands for, or more."""
    names = {word.lower_ for word in sentence} | {word.lemma_.lower() for word in sentence}
    for word in sentence:
        if word.i in meant:
            names.update(meant[word.i])
    hyphenated = not names.isdisjoint(HYPHENS)
    for word in sentence:
        if hyphenated or word.tag_ == "NNS" or word.ent_type_ or word.i == sentence.start:
            names.update(other_names(word))
    return frozenset(names)


def _find_trigger(
    token: Token,
    readings: Iterable[Reading],
    said: frozenset[str],
    lexicon: Lexicon,
    meant: AlsoCalled,
) -> tuple[Trigger, EventEntry] | None:
    trigger: dict[str, Trigger] = {}
    for word, pos in readings:
        frames = _table(lexicon).frames((word, pos))
        met = said & frames.words
        for entry in frames.possible(met):
            if pos not in trigger:
                trigger[pos] = _trigger(token, pos, lexicon, meant)
            if _holds(entry, trigger[pos], met):
                return trigger[pos], entry
    return None


class _Frames(NamedTuple):
    """The entries of one lemma as one part of speech, the most specific first.

    Attributes:
        asked: for each entry the sets of words of which each must have one in the sentence.
        words: all words that a condition or a bar of an entry names.
        free: the places of the entries that ask for no word.
        by_word: for a word the places of the entries whose first set has it.
    """

    entries: tuple[EventEntry, ...]
    asked: tuple[tuple[frozenset[str], ...], ...]
    words: frozenset[str]
    free: tuple[int, ...]
    by_word: Mapping[str, Sequence[int]]

    def possible(self, met: frozenset[str]) -> Iterator[EventEntry]:
        """The entries of which each set has one of these words, in order."""
        places = set(self.free)
        for word in met:
            places.update(self.by_word.get(word, ()))
        for place in sorted(places):
            if not any(map(met.isdisjoint, self.asked[place][1:])):
                yield self.entries[place]


class _Table:
    """The entries of a lexicon by what triggers them; those of a word are laid out when a report first has it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.entries: dict[Reading, list[EventEntry]] = {}
        for lemma, entries in lexicon.events.items():
            for entry in entries:
                self.entries.setdefault((lemma, entry.pos), []).append(entry)
        self._frames: dict[Reading, _Frames] = {}

    def frames(self, reading: Reading) -> _Frames:
        """The entries of a lemma as a part of speech, which has some."""
        known = self._frames.get(reading)
        if known is None:
            known = self._frames[reading] = _laid_out(self.entries[reading])
        return known


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> _Table:
    return _Table(lexicon)


def _laid_out(entries: Sequence[EventEntry]) -> _Frames:
    asked = tuple(tuple(need.lemmas for need in entry.needs if ANY not in need.lemmas) for entry in entries)
    words = frozenset(word for entry in entries for some in (*entry.needs, *entry.bars) for word in some.lemmas)
    by_word: dict[str, list[int]] = {}
    for place, sets in enumerate(asked):
        for word in sets[0] if sets else ():
            by_word.setdefault(word, []).append(place)
    free = tuple(place for place, sets in enumerate(asked) if not sets)
    return _Frames(tuple(entries), asked, words, free, by_word)


def _is_sport(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Sides that "clash in the cup final" do nobody harm."""
    contests = lexicon.list("sport_contest")
    return any(
        child.lemma_.lower() in contests
        for verb in (trigger.token, trigger.support)
        if verb is not None
        for child in grammar.children(verb, "obl", "nmod")
    )


def _readings(token: Token, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Lemma and part of speech under which entries for the token may stand, the likeliest first."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"}:
        if token.tag_ == "VBG" and token.dep_ in {"amod", "compound"}:
            return [(lower, "ADJ")]
        participle = [(lower, "ADJ")] if token.tag_ in {"VBN", "VBG"} else []
        found = [(lemma, "VERB"), *joined(token, "VERB")]
        found = [*participle, *found] if _is_state(token) else [*found, *participle]
        if lemma not in lexicon.events and token.tag_ in _ENDINGS:  # a lemma that the lexicon lacks may be a slip
            found += [(stem, "VERB") for stem in _stems(lower, _ENDINGS[token.tag_])]
        return found
    if token.pos_ == "ADJ":
        return [(lemma, "ADJ"), (lower, "ADJ"), *((stem, "VERB") for stem in _stems(lower, "ed"))]
    if token.pos_ == "NOUN" and token.dep_ not in _INSIDE_NAMES:
        gerund = [(stem, "VERB") for stem in _stems(lower, "ing")]
        single = [(lower.removesuffix("s"), "NOUN")] if token.tag_ == "NNS" and lemma not in lexicon.events else []
        return [(lemma, "NOUN"), *single, *joined(token, "NOUN"), *gerund]
    return []


def _is_state(token: Token) -> bool:
    """A participle with "be" and no agent may tell a state ("is opposed to", "was prepared for")."""
    labels = {child.dep_ for child in token.children}
    return token.tag_ == "VBN" and bool(labels & {"aux:pass", "cop"}) and "obl:agent" not in labels


def _stems(word: str, ending: str) -> Iterator[str]:
    """The verbs that a participle may come from: bombed, used, stopped; bombing, using, stopping."""
    if not word.endswith(ending) or len(word) < len(ending) + 3:
        return
    stem = word.removesuffix(ending)
    yield stem
    yield stem + "e"
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    if ending == "ed" and stem[-1] == "i":
        yield stem[:-1] + "y"


def _trigger(token: Token, pos: str, lexicon: Lexicon, meant: AlsoCalled) -> Trigger:
    """The token as a trigger, a noun with its light verb or copula."""
    lent = as_predicate if grammar.children(token, "cop") else light_verb
    found = lent(token, lexicon) if token.pos_ == "NOUN" else None
    return Trigger(
        token=token,
        support=found[0] if found else None,
        subject=found[1] if found else "",
        pos="NOUN" if token.pos_ == "NOUN" else pos,
        idle=lexicon.list("no_party"),
        done=_done_or_made(lexicon),
        measures=_measures(lexicon),
        antecedents=meant,
    )


@lru_cache(maxsize=4)
def _measures(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.list("measure_noun") | lexicon.list("quantity_noun") | lexicon.list("share_noun")


@lru_cache(maxsize=4)
def _done_or_made(lexicon: Lexicon) -> frozenset[str]:
    acts = {lemma for lemma, entries in lexicon.events.items() if any(entry.pos == "NOUN" for entry in entries)}
    return lexicon.list("made_thing") | acts


def _holds(entry: EventEntry, trigger: Trigger, said: frozenset[str]) -> bool:
    """Whether particle, voice, needs and bars of the entry hold at the trigger; `said` are words of the sentence."""
    token = trigger.token
    if entry.particle is not None and not grammar.has_particle(token, entry.particle):
        return False
    if entry.voice is not None and (entry.voice == "passive") != grammar.is_passive(token):
        return False
    if not all(met_by(condition, trigger) for condition in entry.needs):
        return False
    return not any(met_by(bar, trigger, barring=True) for bar in entry.bars if _may_be_met(bar, said))


def _may_be_met(condition: Condition, said: frozenset[str]) -> bool:
    return ANY in condition.lemmas or not said.isdisjoint(condition.lemmas)
