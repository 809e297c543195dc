"""Who is left out of a whole: "All member states but Hungary back the ban".

A parser takes "but" for the beginning of a second clause, and Hungary for its subject, which is the very one that does
not back the ban. Behind "all", "every" or "no" with nothing in between, it only leaves somebody out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon


def mend_left_out(doc: Doc, lexicon: Lexicon) -> None:
    """Give the verb the whole for its subject, and hang on the whole who is left out; time linear in tokens."""
    wholes = lexicon.list("whole_word")
    for place in having(doc, "LOWER", lexicon.list("excepting_word")):
        but = doc[place]
        verb, noun = but.head, but.head.head
        subject = next((child for child in grammar.children(verb, "nsubj") if child.left_edge.i == place + 1), None)
        if but.dep_ != "cc" or verb.dep_ != "conj" or subject is None or not _is_whole(noun, place, wholes):
            continue
        _swap(noun, verb)
        hang(subject, noun, "nmod")
        hang(but, subject, "case")
        but.pos_ = "ADP"


def _is_whole(noun: Token, place: int, wholes: frozenset[str]) -> bool:
    """Whether the noun ends right before the word and is "all", or all or none of some."""
    counted = noun.lower_ in wholes or any(child.lower_ in wholes for child in noun.lefts)
    return counted and noun.pos_ in {"NOUN", "PROPN", "PRON", "DET"} and noun.i == place - 1


def _swap(noun: Token, verb: Token) -> None:
    """Let the verb stand where the noun stood."""
    above, label = noun.head, noun.dep_
    hang(verb, verb if above.i == noun.i else above, label)
    hang(noun, verb, "nsubj")
    for child in list(noun.rights):
        if child.i > verb.i:
            hang(child, verb)
