"""A share that is told in two numbers: "seven in ten Peruvians", "four out of five workers".

Parsers see two subjects, or hang the people on the number. The people are who acts, and the numbers say how many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token

_OF = frozenset({"in", "of"})  # "out of"
_SEVERAL = frozenset({"NNS", "NNPS"})
_WORDS = frozenset({"amod", "compound"})


def mend_shares(doc: Doc) -> None:
    """Hang the numbers of a share on whom they count; time linear in tokens."""
    for place in having(doc, "LOWER", _OF):
        opens = place - 1 if doc[place].lower_ == "in" else place - 2
        if opens < 0 or place + 2 >= len(doc) or (opens == place - 2 and doc[place - 1].lower_ != "out"):
            continue
        share, whole = doc[opens], doc[place + 1]
        people = _people(doc, place + 2) if share.pos_ == whole.pos_ == "NUM" else None
        if people is None or people.sent != share.sent:
            continue
        if people.head == share:
            hang(people, people if share.head == share else share.head, share.dep_)
        if share.head == people or people.dep_ == share.dep_:
            hang(share, people, "nummod")
            hang(whole, share, "nmod")


def _people(doc: Doc, start: int) -> Token | None:
    """The plural right behind the numbers, or behind one word more ("Peruvian voters")."""
    first = doc[start]
    if first.tag_ in _SEVERAL:
        return first
    after = first.nbor(1) if first.dep_ in _WORDS and start + 1 < len(doc) else None
    return after if after is not None and after.tag_ in _SEVERAL and first.head == after else None
