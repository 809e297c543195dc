"""To whom something is given, taken by a parser for a part of what is given: "granted the rebel leader | asylum".

Without an article between two objects the first looks like a modifier of the second. Where the lexicon has the verb
with two objects and asks for just that thing, a noun for people before it that is itself told which one ("the rebel
leader") is the receiver; in a headline it need not be. A kind of status is none ("granted the
country | candidate status").
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.nouns import noun_form
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_OBJECT, _RECEIVER = ("obj",), ("iobj",)
_BEFORE = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc"})
_UNSURE = frozenset({"a", "an"})


def mend_given(doc: Doc, lexicon: Lexicon, is_country: Callable[[str], bool]) -> None:
    """Hang such a receiver on the verb; `doc` is changed in place, time linear in tokens."""
    things = _given_things(lexicon)
    kinds = lexicon.list("kind_of_status")
    people = lexicon.together("person_noun", "group_noun", "organization_noun", "peopled_place")
    for place in having(doc, "DEP", ("obj",)):
        thing = doc[place]
        verb = thing.head
        asked = things.get(verb.lemma_.lower(), frozenset()) if verb.pos_ == "VERB" else frozenset()
        if thing.i < verb.i or noun_form(thing, asked.__contains__) not in asked:
            continue
        _join_kind(thing, verb, kinds)
        before = list(thing.lefts)
        state = before[0] if before else thing
        if state.i == verb.i + 1 and _is_named(state, before, is_country):
            hang(state, verb, "iobj")
            continue
        kind = (
            before.pop() if len(before) > 1 and before[-1].lower_ in kinds and before[-2].dep_ == "compound" else None
        )
        receiver = before[-1] if before else thing
        beside = receiver.i + 1 == (thing.i if kind is None else kind.i)
        if not beside or receiver.dep_ != "compound" or any(c.dep_ == "iobj" for c in verb.children):
            continue
        if noun_form(receiver, people.__contains__) in people and _is_told_which([*before[:-1], *receiver.lefts], doc):
            hang(receiver, verb, "iobj")
            for word in before[:-1]:
                hang(word, receiver)


def _is_named(receiver: Token, before: list[Token], is_country: Callable[[str], bool]) -> bool:
    """Whether it is a name that tells of no kind of thing: "offered | Somalia | help", "Ana Silva | legal aid"."""
    name = receiver.dep_ == "compound" and receiver.pos_ == "PROPN"
    return name and (is_country(receiver.text) or any(word.dep_ == "amod" for word in before[1:]))


def _join_kind(thing: Token, verb: Token, kinds: AbstractSet[str]) -> None:
    """Hang on what is given its kind, which a parser takes for the receiver ("the country candidate | status")."""
    for kind in [it for it in verb.children if it.dep_ == "iobj" and it.i == thing.i - 1 and it.lower_ in kinds]:
        for word in [*kind.lefts, kind]:
            hang(word, thing, "compound" if word is kind else word.dep_)


def _is_told_which(words: list[Token], doc: Doc) -> bool:
    """Whether what stands before the receiver makes a whole phrase for somebody."""
    if not words or any(word.dep_ not in _BEFORE for word in words):
        return False
    headline = doc[words[0].sent.end - 1].lower_ != "."
    return headline or (words[0].dep_ in {"det", "nmod:poss"} and words[0].lower_ not in _UNSURE)


@lru_cache(maxsize=4)
def _given_things(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """What the entries of each verb with two objects ask to be given."""
    table: dict[str, frozenset[str]] = {}
    for entry in lexicon.event_entries:
        if entry.pos == "VERB" and _RECEIVER in entry.recipient:
            asked = frozenset(word for need in entry.needs if need.path == _OBJECT for word in need.lemmas)
            for lemma in entry.lemmas:
                table[lemma] = table.get(lemma, frozenset()) | asked
    return table
