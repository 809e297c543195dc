"""What is asked for, hung by a parser on the verb that answers: "rejected a call by the bishops | for a truce".

A noun of asking that is what the verb is done to takes such a phrase itself, so that the truce is what was asked for
and not what the rejecting was for. So too where it hangs on who asks ("a request from the union | for a vote"), unless
it may be his office ("the minister for health").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.grammar import children, preposition
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_ASKERS = frozenset({"by", "from", "of"})


def mend_asked_for(doc: Doc, lexicon: Lexicon) -> None:
    """Hang it on the noun; `doc` is changed in place, time linear in tokens."""
    asking = lexicon.list("noun_of_asking") | lexicon.list("noun_of_offering")
    some = lexicon.list("indefinite")
    for place in having(doc, "DEP", ("obj",)):
        noun = doc[place]
        if noun.pos_ != "NOUN" or noun.head.i > noun.i or noun.lemma_.lower() not in asking:
            continue
        askers = [one for one in children(noun, "nmod") if preposition(one) in _ASKERS]
        if askers and not any(preposition(one) == "for" for one in children(noun, "nmod")):
            _hang_on(noun, askers[-1], some)


def _hang_on(noun: Token, asker: Token, some: frozenset[str]) -> None:
    behind = [one for one in children(noun.head, "obl") if one.i > asker.i and preposition(one) == "for"]
    if behind and behind[0].left_edge.i == noun.right_edge.i + 1:
        hang(behind[0], noun, "nmod")
        return
    for one in children(asker, "nmod"):
        told = any(word.dep_ == "nmod:poss" or word.lower_ in some for word in one.lefts)
        if told and preposition(one) == "for":
            hang(one, noun, "nmod")
            return
