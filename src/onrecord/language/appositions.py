"""A person's name in apposition to the place or body that the office before it is of: "the mayor of Lyon, Ana Silva".

Parsers hang the name on the noun nearest to it, and so name the town Ana Silva. It goes to the office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.text import having

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon

_NO_PERSONS = frozenset({"PLACE", "ORGANIZATION"})
_MOST_STEPS = 3


def mend_appositions(doc: Doc, lexicon: Lexicon) -> None:
    """Hang names of persons on the offices that they fill; `doc` is changed in place, time linear in tokens."""
    persons = lexicon.map("person_noun")
    for place in having(doc, "DEP", ("appos",)):
        token = doc[place]
        if token.ent_type_ == "PERSON" and token.head.ent_type_ in _NO_PERSONS:
            office = _office_above(token.head)
            if office is not None and office.lemma_.lower() in persons:
                token.head = office


def _office_above(token: Token) -> Token | None:
    """The singular noun at the top of a chain of "of" and "for" phrases."""
    for _ in range(_MOST_STEPS):
        if token.dep_ != "nmod":
            return None
        token = token.head
        if not token.ent_type_:
            break
    return token if token.tag_ == "NN" else None
