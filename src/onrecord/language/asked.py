"""A decorator that keeps the answer to a question about a word with the word."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from onrecord.language.plain_words import Token

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")


def asked_once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """Keep with a word what a function says of it, once the report is mended and its tree changes no more.

    The answer must be a value that nobody changes, and not None.
    """
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def answer(token: Token) -> Answer:
        if not isinstance(token, Token) or not token.doc.settled:
            return question(token)
        found: Answer | None = token.answers.get(name)
        if found is None:
            found = token.answers[name] = question(token)
        return found

    return answer
