"""Names that end in "'s": "Moody's cut the rating", "workers at Macy's". What owns nothing has the sign in its name.

"Her lead is larger than Silva's" leaves out what is owned; so a name that stands somewhere without it has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from onrecord.language.text import having

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SIGNS = frozenset({"'s", "’s"})
_LABELS = frozenset({"PERSON", "ORGANIZATION"})
_ALONE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
_NOT_OWNED = frozenset({"VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART"})
_COMPARED = frozenset({"of", "than", "like", "unlike", "as"})


def take_signs(doc: Doc) -> None:
    """Put the sign into the names of `doc` that it belongs to, and call them organisations; time linear in tokens."""
    names = {name.end: name for name in doc.ents}
    signs = [sign for place in having(doc, "ORTH", _SIGNS) if place in names and (sign := doc[place]).dep_ == "case"]
    if not any(_owns_nothing(sign) for sign in signs):
        return
    ends = {sign.i for sign in signs}
    bare = {name[-1].lower_ for end, name in names.items() if end not in ends}
    taken = {
        names[sign.i].start: Span(doc, names[sign.i].start, sign.i + 1, label="ORGANIZATION")
        for sign in signs
        if _owns_nothing(sign) and names[sign.i].label_ in _LABELS and doc[sign.i - 1].lower_ not in bare
    }
    doc.set_ents([taken.get(name.start, name) for name in names.values()])


def _owns_nothing(sign: Token) -> bool:
    following = sign.nbor() if sign.i + 1 < len(sign.doc) else None
    if following is not None and following.pos_ not in _NOT_OWNED:
        return False
    first = sign.head
    while first.dep_ == "conj":
        first = first.head
    compared = any(child.dep_ in {"case", "mark"} and child.lower_ in _COMPARED for child in sign.head.children)
    return first.dep_ in _ALONE and not compared  # "a friend of Silva's" is Silva's friend
