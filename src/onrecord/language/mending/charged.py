"""What somebody is accused or robbed of, hung by a parser on the one accused: "accused the company | of fraud".

It would make the charge a part of the party's name. Where the verb takes such a phrase and the noun in it names nobody,
the phrase goes to the verb; "accused the head of the union" keeps its union. Behind "accused of war crimes" stands
who accuses: the crimes have a doer already. So too where it is hung on who accuses ("accused by monks | of fraud").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import preposition
from onrecord.language.hanging import hang
from onrecord.language.nouns import noun_form
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
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
                hang(charge, token.head, "obl")
            elif (behind := _behind_what_is_told(token)) is not None:
                hang(behind, token.head)
            elif (doing := _done_by(token)) is not None:
                hang(doing, token.head, "advcl")
    for place in having(doc, "DEP", ("obl:agent",)):
        accuser = doc[place]
        if accuser.head.pos_ == "VERB" and accuser.head.lemma_.lower() in verbs:
            _take_from_accuser(accuser, parties)
    for place in having(doc, "DEP", ("obl",)):
        token = doc[place]
        if token.head.tag_ == "VBN" and token.head.lemma_.lower() in verbs and preposition(token) == "of":
            _give_accuser(token)


def _take_from_accuser(accuser: Token, parties: frozenset[str]) -> None:
    """Hang on the verb what a parser hangs on who accuses: "accused by monks | of shooting villagers"."""
    charge = _last_of(accuser)
    if (doing := _done_by(accuser) or (_done_by(charge) if charge is not None else None)) is not None:
        hang(doing, accuser.head, "advcl")
    elif charge is not None and not _names_a_party(charge, parties):
        hang(charge, accuser.head, "obl")


def _behind_what_is_told(noun: Token) -> Token | None:
    """The charge behind a clause that tells of the accused: "accused the army, which denies it, | of killing nine"."""
    for clause in noun.rights:
        for under in clause.rights if clause.dep_ == "acl:relcl" else ():
            word = next((child for child in under.lefts if child.lower_ == "of"), None)
            if under.dep_ in {"advcl", "obl"} and word is not None and word.nbor(-1).text == ",":
                return under
    return None


def _done_by(noun: Token) -> Token | None:
    """The charge told as a verb: "cleared the army | of shelling the clinic"."""
    doing = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBG"), None)
    marked = doing is not None and any(child.dep_ == "mark" and child.lower_ == "of" for child in doing.lefts)
    return doing if marked else None


def _give_accuser(charge: Token) -> None:
    """Hang who accuses on the verb: "accused of war crimes | by the court"."""
    if any(child.dep_ == "obl:agent" for child in charge.head.children):
        return
    last = next(reversed(list(charge.rights)), None)
    if last is not None and last.dep_ == "nmod" and preposition(last) == "by":
        hang(last, charge.head, "obl:agent")


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
