"""What pronouns stand for, so that "They searched his home" answers what an entry asks of "the police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.language.mentions import Who
    from onrecord.language.plain_words import Token


def antecedents(tokens: Iterable[Token], who: Who) -> dict[int, Token]:
    """For the places of pronouns the heads of the words that they take up."""
    found: dict[int, Token] = {}
    for token in tokens:
        mention = who.antecedent(token.i) if token.pos_ == "PRON" else None
        span = token.doc.char_span(mention.start, mention.end, alignment_mode="expand") if mention else None
        if span is not None:
            found[token.i] = span.root
    return found
