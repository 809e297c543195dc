"""Names that share their last word, "North and South Korea": each gets a place of its own in the tree.

A parser hangs the first of the two on the second as a modifier, so that one party is lost. The tree is rewritten to
what "North Korea and South Korea" would have: the first word stands where the whole stood, the second name joins it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Doc, Token

JOINTS = frozenset({"and", "or", "&"})


def shares_last_word(first: str, joint: str, second: str, last: str, is_name: Callable[[str], bool]) -> bool:
    """Whether the four words are two names, the first short of its last word ("North and South Korea")."""
    if joint.lower() not in JOINTS or not (first[:1].isupper() and second[:1].isupper() and last[:1].isupper()):
        return False
    return is_name(f"{first} {last}") and is_name(f"{second} {last}")


def split_shared_names(doc: Doc, is_name: Callable[[str], bool]) -> None:
    """Rewrite the tree of `doc` wherever two names share a last word; time linear in tokens.

    Args:
        doc: a parsed report; its heads and labels are changed in place.
        is_name: whether words are the name of a country.
    """
    for place in having(doc, "LOWER", JOINTS):
        if 0 < place < len(doc) - 2:
            first, joint, second, last = doc[place - 1 : place + 3]
            if shares_last_word(first.text, joint.text, second.text, last.text, is_name):
                _split(first, joint, second, last)


def _split(first: Token, joint: Token, second: Token, last: Token) -> None:
    outside, label = last.head, last.dep_
    if last.sent.start > first.i or outside.i in {first.i, joint.i, second.i}:
        return
    for child in list(last.lefts):
        if child.i < first.i:
            hang(child, first)
    hang(first, first if outside.i == last.i else outside, label)
    hang(last, first, "conj")
    hang(joint, last, "cc")
    hang(second, last, "compound")
