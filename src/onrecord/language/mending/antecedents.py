"""The noun that a "which" clause modifies: "sent aid to refugees in Adre, | which was shelled".

A parser hangs such a clause on the people as often as on the town. "Which" is no people: where a name of a place or
body stands right before the comma, the clause belongs to it. "Those" are people: "families shopping for a feast
and | those at prayer" are two groups; so are more people told behind a place: "firms working in Accra, | students".
What somebody does whom ", with" brings in stands behind a remark on him: ", with Silva — who has left — accusing Ruiz".
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

_NAMED = frozenset({"PLACE", "ORGANIZATION"})
_STOPS = frozenset({".", ";", ":", "!", "?"})
_PEOPLE = ("person_noun", "group_noun")
_BODIES = ("organization_noun", "body_noun")


def mend_antecedents(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such clause on the name before it; time linear in tokens."""
    people = lexicon.together(*_PEOPLE)
    things = lexicon.together(*_BODIES, "place_noun")
    for place in having(doc, "LOWER", ("which",)):
        clause = _clause_of(doc[place])
        name = _name_before(doc[place]) or _noun_before(doc[place], things)
        if clause is None or name is None or not _is_people(clause.head, people):
            continue
        if clause.head.i < name.i and name not in clause.subtree:
            hang(clause, name)
    _join_people(doc, people, lexicon)
    for place in having(doc, "LOWER", ("that",)):
        if _is_told_of_noun(doc[place]):
            verb = doc[place].head
            hang(verb, verb.head.head, "acl:relcl")
    for place in having(doc, "LOWER", ("them",)):
        _part_from_name(doc[place])
    for place in having(doc, "TAG", ("WP",)):
        _mend_brought_in(doc[place])


def _part_from_name(them: Token) -> None:
    """Hang "among them" on those of whom one is named next, not on him: "nine senators, | among them | Silva"."""
    name = them.head
    told = them.dep_ == "nmod" and name.dep_ == "appos" and name.head.i < them.i < name.i
    if told and grammar.preposition(them) == "among":
        hang(them, name.head)


def _mend_brought_in(who: Token) -> None:
    """Hang a participle that stands behind a remark with "who" on the name behind ", with" of which the remark is."""
    clause = _clause_of(who)
    name = clause.head if clause is not None else who
    end = clause.right_edge.i + 2 if clause is not None else 0
    cases = [it for it in name.lefts if it.dep_ == "case" and it.lower_ == "with" and it.i > 0 and it.nbor(-1).is_punct]
    if clause is None or not cases or end >= len(who.doc):
        return
    dash, act = who.doc[end - 1], who.doc[end]
    beside = act.tag_ == "VBG" and act.dep_ == "advcl" and act.head.i < name.i
    if beside and dash.is_punct and dash.text not in _STOPS and not any(it.dep_ == "mark" for it in act.lefts):
        hang(act, name, "acl")


def _join_people(doc: Doc, people: AbstractSet[str], lexicon: Lexicon) -> None:
    """Coordinate people with people: in "graduates of Oxford | and teachers" the teachers go with the graduates."""
    for place in having(doc, "LOWER", ("those",)):
        others = _people_above(doc[place], people)
        if others is not None:
            hang(doc[place], others, "conj")
    sides = lexicon.together(*_PEOPLE, *_BODIES)
    for place in having(doc, "DEP", ("conj",)):
        if doc[place].head.ent_type_ in _NAMED and _is_people(_counted(doc[place]), sides):
            others = _people_in(doc[place].head, sides)
            if others is not None:
                hang(doc[place], others, "conj")


def _counted(some: Token) -> Token:
    """Those of whom a number of some is: "two of his bodyguards"."""
    of_them = grammar.children(some, "nmod") if some.pos_ == "NUM" else []
    return next((noun for noun in of_them if grammar.preposition(noun) == "of"), some)


def _people_above(those: Token, people: AbstractSet[str]) -> Token | None:
    """With whom they are told together: in "families shopping for a feast and those | at prayer" not with the feast."""
    thing = those.head
    if those.dep_ != "conj" or thing.pos_ != "NOUN" or thing.lemma_.lower() in people:
        return None
    clause = thing.head
    noun = clause.head
    if clause.dep_ == "advcl":  # a parser hangs it on the verb as often as on the people
        noun = next((child for child in noun.children if child.dep_ in {"obj", "nsubj:pass"}), noun)
    inside = clause.dep_ in {"acl", "acl:relcl", "advcl"} and noun.i < clause.i
    return noun if inside and _is_people(noun, people) else None


def _is_told_of_noun(that: Token) -> bool:
    """Whether "that" opens a clause on a noun of which a participle tells first: "one claimed by rebels | that"."""
    verb = that.head
    told = verb.dep_ == "ccomp" and verb.head.dep_ == "acl" and verb.head.tag_ == "VBN"
    return told and that.tag_ == "WDT" and that.dep_ == "nsubj" and verb.head.i < that.i


def _people_in(name: Token, people: AbstractSet[str]) -> Token | None:
    """The people whose modifier a name closes: "graduates" of "graduates of Oxford", "men" of "men held in Kano"."""
    if name.dep_ == "nmod" and (_is_people(name.head, people) or _is_one_of(name, people)) and name.head.i < name.i:
        return name.head  # "graduates of Oxford and | teachers"
    clause = name.head
    inside = name.dep_ == "obl" and clause.dep_ == "acl" and clause.i < name.i
    return clause.head if inside and _is_people(clause.head, people) else None


def _is_one_of(name: Token, people: AbstractSet[str]) -> bool:
    """Whether a number of his own people goes with one of a body: "a head of Arla and | two of his guards"."""
    owned = [own for it in grammar.children(name, "conj") for own in grammar.children(_counted(it), "nmod:poss")]
    return name.head.lemma_.lower() in people and any(own.lower_ in {"his", "her"} for own in owned)


def _clause_of(which: Token) -> Token | None:
    """The verb of the relative clause that the word opens."""
    node = which.head
    return node if node.dep_ == "acl:relcl" and node.head.i < which.i else None


def _name_before(which: Token) -> Token | None:
    """The head of the name that ends right before the comma."""
    if which.i < 2 or which.nbor(-1).text != "," or which.nbor(-2).ent_type_ not in _NAMED:
        return None
    node = which.nbor(-2)
    while node.dep_ in {"flat", "compound"} and node.head.ent_type_ == node.ent_type_ and node.head.i < which.i:
        node = node.head
    return node


def _noun_before(which: Token, things: AbstractSet[str]) -> Token | None:
    """The noun for a body or a place right before the comma: "supporters outside the assembly, | which"."""
    if which.i < 2 or which.nbor(-1).text != ",":
        return None
    noun = which.nbor(-2)
    return noun if noun.pos_ == "NOUN" and noun.lemma_.lower() in things and noun.dep_ in {"nmod", "obl"} else None


def _is_people(noun: Token, people: AbstractSet[str]) -> bool:
    return noun.tag_ == "NNS" and noun.lemma_.lower() in people
