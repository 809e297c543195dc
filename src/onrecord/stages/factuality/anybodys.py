"""Rules and suppositions: what is told of anybody at any time, or of a case that is only thought up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality.shapes import clause_above, finite, has_to

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables

_MOST_STEPS = 12
_PRESENT = frozenset({"VBZ", "VBP"})
_WHOLE = frozenset({"root", "ccomp", "parataxis"})  # "Suppose they attack, he said"
_COMPARED = frozenset({"RBR", "JJR"})


def is_anybodys(verb: Token, tables: CueTables) -> bool:
    """Whether the present tells of anybody: "you walk out, you get shot", "a clerk who steals is jailed"."""
    clause = verb
    while clause.dep_ in {"xcomp", "conj"}:
        clause = clause.head
    return (
        _is_yours_twice(clause, tables) or _is_compared(clause) or _is_habit(clause, tables) or _is_rule(clause, tables)
    )


def is_maxim(verb: Token, tables: CueTables) -> bool:
    """Whether it is what people do as such: "people fight over water"."""
    who = grammar.children(verb, "nsubj")
    all_of_them = any(one.lower_ in tables.those and _is_kind(one, tables) for one in who)
    return all_of_them and finite(verb).tag_ == "VBP" and not any(one.rights for one in who)


def supposed_in(act: Token, tables: CueTables) -> Token | None:
    """The word that asks to suppose it: "say they attacked", "if you had a king who jailed critics"."""
    node, beside_one = act, False
    for _ in range(_MOST_STEPS):
        if node.i != act.i and _is_supposing(node, tables):
            return node
        if beside_one and node.dep_ == "advcl":
            mark = next((mark for mark in grammar.children(node, "mark") if mark.lower_ == "if"), None)
            if mark is not None:
                return mark
        if node.dep_ == "acl:relcl" and not _is_any_one(node.head, tables):
            return None  # "suppose that the army that shelled it returns": it did
        beside_one = beside_one or node.dep_ == "acl:relcl"
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _is_supposing(verb: Token, tables: CueTables) -> bool:
    """Whether it is an imperative by which a case is thought up ("imagine", "let us say")."""
    if verb.lemma_.lower() not in tables.supposing or verb.tag_ not in {"VB", "VBP"} or has_to(verb):
        return False
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).tag_.startswith("W"):
        return False  # "say what you will"
    lent = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "let"
    return (lent or verb.dep_ in _WHOLE) and not grammar.children(verb, "nsubj", "aux", "mark", "expl")


def _is_any_one(noun: Token, tables: CueTables) -> bool:
    return any(word.lower_ in tables.indefinite for word in grammar.children(noun, "det"))


def _is_yours_twice(clause: Token, tables: CueTables) -> bool:
    """Whether "you" do two things, or do it at any time that something is done ("when you attack a nurse")."""
    if not _is_yours(clause):
        return False
    beside = (clause.head, *grammar.children(clause, "parataxis", "advcl", "ccomp"))
    several = any(other.i != clause.i and _is_yours(other) for other in beside)
    return several or any(word.lower_ in tables.whenever for word in grammar.children(clause, "advmod", "mark"))


def _is_yours(verb: Token) -> bool:
    """Whether its subject is "you", in the simple present."""
    yours = any("Person=2" in who.morph for who in grammar.children(verb, "nsubj", "nsubj:pass"))
    return yours and finite(verb).tag_ == "VBP"


def _is_compared(clause: Token) -> bool:
    """Whether it is how much of it there is: "the more you help them, the worse it gets"."""
    return any(
        more.tag_ in _COMPARED and any(word.lower_ == "the" for word in grammar.children(more, "det", "advmod"))
        for more in (clause.head, *grammar.children(clause, "advmod"))
        if more.i < clause.i
    )


def _is_habit(clause: Token, tables: CueTables) -> bool:
    """Whether it is what makes something so each time: "a state is strong when people work together"."""
    if clause.dep_ != "advcl" or not any(
        word.lower_ in tables.whenever for word in grammar.children(clause, "advmod", "mark")
    ):
        return False
    who = grammar.children(clause, "nsubj", "nsubj:pass") if grammar.is_predicate(clause.head) else []
    anyone = all(_is_kind(one, tables) for one in who)
    main = finite(clause_above(clause.head))
    return bool(who) and anyone and finite(clause).tag_ in _PRESENT and main.tag_ in {*_PRESENT, "MD"}


def _is_kind(noun: Token, tables: CueTables) -> bool:
    """Whether it names all of a kind ("people", "a clerk", "we"), none that is told of."""
    if noun.pos_ == "PRON":
        return "Person=1" in noun.morph or "Person=2" in noun.morph
    if noun.pos_ != "NOUN" or any(word.ent_type_ for word in noun.lefts):
        return False
    told = grammar.children(noun, "det", "nmod:poss", "nummod", "amod")
    return (
        all(word.lower_ in tables.indefinite for word in told) if noun.tag_ == "NN" else noun.tag_ == "NNS" and not told
    )


def _is_rule(clause: Token, tables: CueTables) -> bool:
    """Whether it befalls whoever does something: "a clerk who steals is jailed", and what he does."""
    node = clause.head.head if clause.dep_ == "acl:relcl" else clause
    able = finite(node).tag_ == "MD"  # "a state that jails its judges cannot last"
    if not able and (finite(node).tag_ not in _PRESENT or not grammar.children(node, "aux:pass")):
        return False
    for who in grammar.children(node, "nsubj" if able else "nsubj:pass"):
        does = [it for it in grammar.children(who, "acl:relcl") if finite(it).tag_ in _PRESENT]
        if who.lower_ in tables.anybody or (_is_any_one(who, tables) and any(_is_deed(it, tables) for it in does)):
            return True
    return False


def _is_deed(verb: Token, tables: CueTables) -> bool:
    """Whether it is something that one does, not how one lives ("a man who works here is accused")."""
    return verb.lemma_.lower() not in tables.lasting and not grammar.children(verb, "cop", "aux")
