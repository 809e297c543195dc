"""Hearers that a parser takes for a second subject: "the spokesman, Attaye ag Bilal, told | Radio Tilia".

Behind a long subject with a name in commas the verb seems to begin anew, and the hearer becomes the speaker. These
verbs do not turn around their subject ("said the minister", never "told the minister"), so of two subjects the one
behind is the hearer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon

_TAKEN = frozenset({"obj", "iobj"})


def mend_hearers(doc: Doc, lexicon: Lexicon) -> None:
    """Make the subject behind such a verb its object, where another stands before it; time linear in tokens."""
    for place in having(doc, "LEMMA", lexicon.list("hearer_verb")):
        verb = doc[place]
        behind = next((child for child in verb.rights if child.dep_ == "nsubj"), None)
        before = any(child.dep_ == "nsubj" for child in verb.lefts)
        if behind is None or not before or behind.left_edge.i != place + 1:
            continue
        if not any(child.dep_ in _TAKEN for child in verb.children):
            behind.dep_ = "obj"
