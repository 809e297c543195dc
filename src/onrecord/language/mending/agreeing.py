"""Clauses on the wrong noun of two: "officers of the unit that guards the border", "relatives of miners killed there".

A parser hangs a relative clause on the first noun as often as on the second, right before it. A verb of the present
agrees with one of them in number, which decides where they differ. What befell somebody befell whose kin is told of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_SINGULAR, _PLURAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")
_RELATIVES = frozenset({"who", "which", "that"})
_PAST_OF_BE = {"was": False, "were": True}
_OF = frozenset({"of"})


def mend_agreeing(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such clause on the noun that it tells of; `doc` is changed in place, time linear in tokens."""
    counts = lexicon.together(
        "measure_noun", "quantity_noun", "share_noun", "group_noun", "plural_noun", "counting_body"
    )
    kin = lexicon.list("kin_of_sufferers")
    for place in having(doc, "DEP", ("acl:relcl", "acl")):
        clause = doc[place]
        near = _noun_before(clause)
        if near is None or near.i == clause.head.i:
            continue
        if _is_of_kin(clause, kin) or (clause.dep_ == "acl:relcl" and _agrees_only(clause, near, counts)):
            hang(clause, near)


def _noun_before(clause: Token) -> Token | None:
    """The noun of an "of" phrase on the clause's noun that ends right before the clause.

    No comma is between, but before a participle ("kin of a judge, | shot dead in May").
    """
    first, noun = clause.left_edge, clause.head
    if noun.pos_ != "NOUN" or noun.i > clause.i or (first.is_punct and clause.dep_ != "acl"):
        return None
    inner = [it for it in grammar.prep_objects(noun, _OF) if it.i < first.i and it.pos_ == "NOUN"]
    return inner[0] if len(inner) == 1 and inner[0].i == first.i - 1 else None


def _is_of_kin(clause: Token, kin: AbstractSet[str]) -> bool:
    """Whether it tells what was done to those whose kin the noun is."""
    done = clause.dep_ == "acl" and clause.tag_ == "VBN"
    return clause.head.lemma_.lower() in kin and (done or grammar.is_passive(clause))


def _agrees_only(clause: Token, near: Token, counts: AbstractSet[str]) -> bool:
    """Whether the verb agrees with the noun before the clause and not with the one that the parser chose."""
    far = clause.head
    relative = [who for who in grammar.children(clause, *_SUBJECTS) if who.lower_ in _RELATIVES]
    several = _is_plural(next(iter(grammar.children(clause, *_HELPERS)), clause))
    if not relative or several is None or not counts.isdisjoint({far.lemma_.lower(), near.lower_, far.lower_}):
        return False
    wanted, other = (_PLURAL, _SINGULAR) if several else (_SINGULAR, _PLURAL)
    joined = grammar.children(near, "conj") or grammar.children(far, "conj")
    return not joined and near.tag_ in wanted and far.tag_ in other


def _is_plural(finite: Token) -> bool | None:
    """Whether the form is of several; None where it does not tell."""
    if finite.tag_ in {"VBZ", "VBP"}:
        return finite.tag_ == "VBP"
    return _PAST_OF_BE.get(finite.lower_)
