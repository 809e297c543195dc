"""Participles that the parser takes for the verb of a clause: "Rockets | fired from the hills | hit a school".

At the beginning of a sentence "Rockets fired" looks like a whole clause until the second verb comes; the parser then
makes that clause the subject of the verb. A finite clause without "that" or "what" is nobody's subject in news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def mend_participles(doc: Doc) -> None:
    """Make the noun the subject and the participle its modifier; time linear in tokens."""
    for token in doc:
        if token.dep_ in _SUBJECTS and token.pos_ == "VERB" and token.tag_ in {"VBD", "VBN"} and token.i < token.head.i:
            noun = _bare_subject(token)
            if noun is not None:
                noun.head, noun.dep_ = token.head, token.dep_
                token.head, token.dep_, token.tag_ = noun, "acl", "VBN"


def _bare_subject(verb: Token) -> Token | None:
    """The noun right before a verb that has no other words before it."""
    before = list(verb.lefts)
    if len(before) != 1 or before[0].dep_ not in _SUBJECTS or before[0].pos_ not in {"NOUN", "PROPN"}:
        return None
    return before[0] if before[0].right_edge.i + 1 == verb.i else None
