"""What pronouns and names stand for, so that "They searched his home" answers what an entry asks of "the police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.conditions import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token
    from onrecord.stages.events.paths import AlsoCalled

_BODIES = frozenset({"person", "organization"})


def antecedents(tokens: Iterable[Token], who: Who) -> AlsoCalled:
    """For the places of pronouns and names everything by which a condition may call whom they stand for.

    A pronoun goes by the word that it takes up; both go by the sectors of what they stand for (`#pty` for a "nominee"
    five sentences earlier).
    """
    found: dict[int, frozenset[str]] = {}
    for token in tokens:
        if token.pos_ == "PRON" or (token.pos_ == "PROPN" and token.ent_type_):
            names = frozenset(_names(token, who))
            if names:
                found[token.i] = names
    return found


def _names(token: Token, who: Who) -> Iterator[str]:
    mention = who.antecedent(token.i)
    span = token.doc.char_span(mention.start, mention.end, alignment_mode="expand") if mention else None
    if span is not None:
        yield from names_of(span.root)
    entity = who.at(token.i)
    if entity is not None and entity.named and entity.type in _BODIES:
        yield from (f"#{sector.lower()}" for sector in entity.sectors)
