"""Names that end in a possessive sign: "Moody's cut the rating", "workers at Macy's" own nothing that follows.

"Her lead is larger than Silva's" leaves out what is owned; so a name that stands somewhere without it has none. A
name does not end before a hyphen that joins the rest of it: "Kim Jong-un".
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


def take_hyphens(doc: Doc) -> None:
    """Let names go on over a hyphen, where the tree has the word behind it in the name; time linear in names."""
    longer = {name.start: _over_hyphen(name) for name in doc.ents}
    if any(longer.values()):
        doc.set_ents([longer[name.start] or name for name in doc.ents])


def _over_hyphen(name: Span) -> Span | None:
    doc, hyphen, rest = name.doc, name.end, name.end + 1
    if rest >= len(doc) or doc[hyphen].lower_ != "-" or doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_:
        return None
    part = doc[rest]
    inside = part.dep_ == "flat" and name.start <= part.head.i < name.end and not part.ent_type_
    return Span(doc, name.start, rest + 1, label=name.label_) if inside else None


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
