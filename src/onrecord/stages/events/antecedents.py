"""What pronouns and names stand for, so that "They searched his home" answers what an entry asks of "the police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children
from onrecord.stages.events.conditions import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Doc, Token
    from onrecord.reading.entity import Entity
    from onrecord.stages.events.paths import AlsoCalled

_BODIES = frozenset({"person", "organization"})


def antecedents(tokens: Iterable[Token], who: Who) -> AlsoCalled:
    """For the places of pronouns and names everything by which a condition may call whom they stand for.

    A pronoun goes by the word that it takes up; both go by the sectors of what they stand for (`#pty` for a "nominee"
    five sentences earlier).
    """
    found: dict[int, frozenset[str]] = {}
    roles: dict[str, frozenset[str]] = {}
    for token in tokens:
        if token.pos_ in {"PRON", "NUM"} or (token.pos_ == "PROPN" and token.ent_type_):
            names = frozenset(_names(token, who, roles))
            if names:
                found[token.i] = names
    return found


def _names(token: Token, who: Who, roles: dict[str, frozenset[str]]) -> Iterator[str]:
    mention = who.antecedent(token.i)
    span = token.doc.char_span(mention.start, mention.end, alignment_mode="expand") if mention else None
    if span is not None:
        yield from names_of(span.root)
    entity = who.at(token.i)
    if entity is not None and entity.named and entity.type in _BODIES:
        yield from (f"#{sector.lower()}" for sector in entity.sectors)
    if entity is not None and entity.named and entity.type == "person" and token.pos_ == "PROPN":
        if entity.id not in roles:
            roles[entity.id] = frozenset(_roles(entity, token.doc))
        yield from roles[entity.id]


def _roles(person: Entity, doc: Doc) -> Iterator[str]:
    """What somebody is called besides his name anywhere in the report: "former **deputy** Ana Paz", "the **clerk**"."""
    for mention in person.mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or mention.kind == "pronoun":
            continue
        if mention.kind == "nominal":
            yield from names_of(span.root)
        else:
            yield from (name for title in children(span.root, "nmod:desc") for name in names_of(title))
