"""What an entry asks to stand in the sentence: whether a word is there, by any of the names that it goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.nouns import singulars
from onrecord.stages.events.paths import Trigger, follow, follow_loosely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import Condition

ANY = "*"  # a condition that asks only that something stands there
HYPHENS = frozenset({"-", "‐", "‑"})
_TITLES = ("nmod:desc", "appos")
_TO_DO = ("xcomp",)
_CORE = frozenset({"obj", "subj", "xcomp", "ccomp"})  # "that it could fall" is no season


def met_by(condition: Condition, trigger: Trigger, *, barring: bool = False) -> list[Token]:
    """The heads at the condition's path that are among its lemmas; `barring` if the condition bars its entry.

    Who vows not to fight has not vowed to fight.
    """
    loosely = ANY not in condition.lemmas
    meant = trigger.antecedents
    heads = follow_loosely(trigger, condition.path, barring=barring) if loosely else follow(trigger, condition.path)
    if condition.path == _TO_DO and loosely and not barring:
        heads = [head for head in heads if grammar.negation(head) is None]
    if ANY in condition.lemmas and condition.path[-1] not in _CORE:
        return [head for head in heads if head.lemma_.lower() not in trigger.idle and not head.text.isdigit()]
    lemmas = condition.lemmas
    return [
        head
        for head in heads
        if is_among(head, lemmas)
        or _is_meant(lemmas, head, meant.get(head.i, frozenset()), barring=barring)
        or (not barring and _is_titled(head, lemmas))
    ]


def _is_meant(lemmas: frozenset[str], head: Token, names: frozenset[str], *, barring: bool) -> bool:
    """Whether it goes by one of these; a name is barred only by what kind of body or person it stands for."""
    met = lemmas & names
    return bool(met) if not barring or head.pos_ != "PROPN" else any(name.startswith("#") for name in met)


def _is_titled(name: Token, lemmas: frozenset[str]) -> bool:
    """Whether one of these is said to be whom the name is of: "fired | Superintendent | Ana Paz", "Paz, | the clerk |".

    That bars nothing: who is called a singer may speak as anybody.
    """
    if name.pos_ != "PROPN" or name.ent_type_ != "PERSON":
        return False
    return any(is_among(title, lemmas) for title in grammar.children(name, *_TITLES) if not title.ent_type_)


def is_among(head: Token, lemmas: frozenset[str]) -> bool:
    """Whether the word, or the hyphenated word that it ends, is among the lemmas, or its name of a kind among them."""
    return ANY in lemmas or any(name in lemmas for name in names_of(head))


def names_of(head: Token) -> Iterator[str]:
    """Everything by which a condition may call the word."""
    yield head.lemma_.lower()
    yield head.lower_
    yield from other_names(head)


def other_names(head: Token) -> Iterator[str]:
    """What it may be called besides its lemma and itself."""
    if head.tag_ == "NNS":  # "troops" may be its own lemma
        yield from singulars(head.lower_)
    if head.pos_ == "PROPN" and head.ent_type_:
        yield f"#{head.ent_type_.lower()}"
    for word, _ in joined(head, ""):
        yield word
    yield from _numbered(head)


def _numbered(head: Token) -> Iterator[str]:
    """What a name goes on with behind its hyphen: the "f-16" of "F-16s" is three tokens."""
    if head.i + 2 < head.sent.end and head.nbor(1).text in HYPHENS and not head.whitespace_:
        yield f"{head.lower_}-{head.nbor(2).lower_.removesuffix('s')}"


def joined(token: Token, pos: str) -> list[tuple[str, str]]:
    """Both "cease-fire" and "air-drop" are three tokens: the whole word, with and without its hyphen."""
    if token.i < 2 or (mark := token.nbor(-1)).text not in HYPHENS or mark.whitespace_:
        return []
    first = token.nbor(-2).lower_
    return [(f"{first}-{token.lemma_.lower()}", pos), (f"{first}{token.lemma_.lower()}", pos)]
