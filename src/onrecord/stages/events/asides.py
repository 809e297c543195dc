"""What clauses and nouns beside an act tell by their own shape: a reason given, a state left behind, a bare kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.entity import Entity

_JUDICIARY, _BEFORE_COURT = "JUD", frozenset({"in", "at", "before", "with", "to"})
_DESCRIBING = frozenset({"VBN", "WP"})
_WITHIN = frozenset({"at", "in", "inside", "near"})


def is_undetermined(noun: Token) -> bool:
    """Whether no article, number or owner says which they are."""
    return not grammar.children(noun, "det", "nummod", "nmod:poss")


def is_reason_given(clause: Token) -> bool:
    """What the doer says about it ("refused to send missiles, arguing that they would draw Berlin in")."""
    return clause.tag_ == "VBG" and bool(grammar.children(clause, "ccomp"))


def is_left_so(clause: Token) -> bool:
    """What becomes of others by it ("walked out, leaving patients untreated")."""
    return clause.tag_ == "VBG" and any(state.pos_ == "ADJ" for state in grammar.children(clause, "xcomp"))


def is_next_act(clause: Token, lexicon: Lexicon) -> bool:
    """Whether it tells of an act of its own that came of it or beside it: "overrode a veto, | ignoring Brussels"."""
    frames = lexicon.events.get(clause.lemma_.lower(), ()) if _is_set_apart(clause) else ()
    return any(frame.pos == "VERB" for frame in frames)


def _is_set_apart(clause: Token) -> bool:
    """A participle behind a comma, without a word that joins it."""
    behind = clause.left_edge.is_punct or (clause.i > 0 and clause.nbor(-1).text == ",")
    return clause.tag_ == "VBG" and behind and not grammar.children(clause, "mark", "nsubj")


def is_beside(clause: Token) -> bool:
    """A clause with its own subject that "with" sets beside the act ("in favour, with the liberals abstaining")."""
    marks = grammar.children(clause, "mark", "case")
    return any(mark.lower_ == "with" for mark in marks) and bool(grammar.children(clause, "nsubj", "nsubj:pass"))


def is_house(node: Token, houses: AbstractSet[str]) -> bool:
    """Whether it is only where they are: "met the teams at | Google's headquarters"."""
    return grammar.preposition(node) in _WITHIN and node.lemma_.lower() in houses


def is_kind(noun: Token, entity: Entity | None) -> bool:
    """Whether it only tells what kind of thing it is: "opposed a deal | with countries of the Gulf"."""
    named = entity is not None and entity.named
    return grammar.preposition(noun) == "with" and noun.tag_ == "NNS" and not named and is_undetermined(noun)


def is_called_so(phrase: Token, noun: Token) -> bool:
    """Whether it belongs to what somebody or something is called: "called the vote a betrayal | of the poor"."""
    return noun.dep_ == "xcomp" and noun.pos_ == "NOUN" and grammar.preposition(phrase) != "by"


def is_imagined(child: Token, node: Token, prospects: AbstractSet[str]) -> bool:
    """Whether it is who does what is only thought of: "backed the idea of | a woman | leading the party"."""
    doings = (child, *child.rights, *node.rights) if node.lemma_.lower() in prospects else ()
    return any(doing.dep_ == "acl" and doing.tag_ == "VBG" and doing.i >= child.i for doing in doings)


def is_bench(head: Token, entity: Entity | None) -> bool:
    """Whether it is the court before which somebody is accused: "sued | in the high court"."""
    return entity is not None and _JUDICIARY in entity.sectors and grammar.preposition(head) in _BEFORE_COURT


def is_offered(head: Token, verb: Token) -> bool:
    """Whether it is what is offered, not to whom: "offered 2,000 soldiers for the mission"."""
    counted = bool(grammar.children(head, "nummod"))
    return counted and head.dep_ == "obj" and head.head.i == verb.i


def is_by_how_much(head: Token) -> bool:
    """Whether it is only the amount of a change: "agreed to raise pay | by 6 per cent", "by 20 cents"."""
    counted = head.pos_ == "SYM" or bool(grammar.children(head, "nummod"))
    return counted and grammar.preposition(head) == "by"


def is_described(count: Token) -> bool:
    """Whether the word right behind says who they are: "all | concerned", "many | present", "another | who"."""
    return count.i + 1 < len(count.doc) and (count.nbor(1).pos_ == "ADJ" or count.nbor(1).tag_ in _DESCRIBING)
