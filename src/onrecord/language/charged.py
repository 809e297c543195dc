"""What somebody is accused or robbed of, hung by a parser on the one accused: "accused the company | of fraud".

It would make the charge a part of the party's name. Where the verb takes such a phrase and the noun in it names nobody,
the phrase goes to the verb; "accused the head of the union" keeps its union.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import preposition
from onrecord.language.nouns import noun_form
from onrecord.language.text import having

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon

_PARTY_MAPS = ("person_noun", "group_noun", "organization_noun", "thing_noun")
_MOST_STEPS = 4


def mend_charges(doc: Doc, lexicon: Lexicon) -> None:
    """Hang the "of" phrases of such verbs on them; `doc` is changed in place, time linear in tokens."""
    verbs = lexicon.list("verb_with_of")
    parties = lexicon.together("place_noun", *_PARTY_MAPS)
    for place in having(doc, "DEP", ("obj",)):
        token = doc[place]
        if token.head.pos_ == "VERB" and token.head.lemma_.lower() in verbs and token.i > token.head.i:
            charge = _last_of(token)
            if charge is not None and not _names_a_party(charge, parties):
                charge.head, charge.dep_ = token.head, "obl"


def _last_of(noun: Token) -> Token | None:
    """The noun of the last "of" phrase in a chain of them ("the head | of the union | of fraud")."""
    found = None
    for _ in range(_MOST_STEPS):
        below = [child for child in noun.children if child.dep_ == "nmod" and preposition(child) == "of"]
        if not below:
            break
        found = noun = below[-1]
    return found


def _names_a_party(noun: Token, parties: frozenset[str]) -> bool:
    return bool(noun.ent_type_) or noun_form(noun, parties.__contains__) in parties
