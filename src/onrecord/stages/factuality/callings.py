"""What some are there for, and no act that is told: "the agency helps farmers", "an office that hears complaints"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality.anybodys import is_kind
from onrecord.stages.factuality.shapes import finite, first_conjunct, helpers

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.stages.factuality.cues import CueTables

_PRESENT = frozenset({"VBZ", "VBP"})
_WHOLE = frozenset({"root", "ccomp", "parataxis"})


def is_calling(act: Token, tables: CueTables) -> bool:
    """Whether it is what some are there for: "a unit that investigates officers", "police who arrest drivers".

    So what a body does as such ("the agency helps farmers", "an office assisting exiles", "a unit for rescuing
    divers"), by its name or not where a word says that it is its work ("is known for rescuing climbers").
    """
    clause = first_conjunct(act)
    if _is_under(clause, tables.work_words) or (_is_under(clause, tables.bodies) and grammar.children(clause, "mark")):
        return True
    done_to = [*grammar.children(act, "obj"), *(it for it in grammar.children(act, "obl") if it.tag_ == "NNS")]
    apart = grammar.children(act, "obl:unmarked", "advmod", "ccomp", "advcl")
    kinds = any(it.tag_ == "NNS" for it in done_to) and all(
        is_kind(one, tables, described=True) or _is_mass(one) for one in done_to
    )
    if not kinds or apart or grammar.is_perfect(act):
        return False
    if clause.dep_ == "acl" and clause.tag_ == "VBG" and not helpers(clause):
        return _is_body(clause.head, tables)
    if finite(act).tag_ not in _PRESENT or helpers(act):
        return False
    if clause.dep_ == "acl:relcl":
        named = clause.head.ent_type_ or any(word.ent_type_ for word in clause.head.lefts)
        return not named and all(one.tag_ == "NNS" or _is_mass(one) for one in grammar.children(act, "obj"))
    who = grammar.children(clause, "nsubj") if clause.dep_ in _WHOLE else []
    return bool(who) and all(_is_body(one, tables) for one in who)


def is_dealt_with(act: Token, tables: CueTables) -> bool:
    """Whether a noun only says with what acts some have to do: "the office, which hears | complaints against them"."""
    verb = act.head
    if act.tag_ != "NNS" or act.dep_ != "obj" or verb.lemma_.lower() not in tables.dealing:
        return False
    some = grammar.children(act, "det", "nmod:poss", "nummod") or any(word.ent_type_ for word in act.lefts)
    if some or finite(verb).tag_ not in _PRESENT or helpers(verb) or grammar.children(verb, "obl:unmarked", "advmod"):
        return False
    clause = first_conjunct(verb)
    bodies = [one.lemma_.lower() in tables.bodies for one in grammar.children(clause, "nsubj")]
    return clause.dep_ == "acl:relcl" or (bool(bodies) and all(bodies))


def is_post(act: Token) -> bool:
    """Whether a relative clause tells where some stand as their work: "the unit that guards the border"."""
    clause = first_conjunct(act)
    simple = finite(act).tag_ in _PRESENT and not helpers(act)
    return simple and clause.dep_ == "acl:relcl" and not grammar.children(act, "obl:unmarked", "advmod", "advcl")


def _is_body(noun: Token, tables: CueTables) -> bool:
    """Whether it is a body that is there for something, without a name of its own."""
    named = noun.ent_type_ or any(word.ent_type_ for word in noun.lefts)
    return noun.pos_ == "NOUN" and not named and noun.lemma_.lower() in tables.bodies


def _is_mass(noun: Token) -> bool:
    """Whether it is so much of something, and no one thing: "money", "medical care"."""
    return noun.tag_ == "NN" and not grammar.children(noun, "det", "nmod:poss", "nummod")


def _is_under(clause: Token, words: frozenset[str]) -> bool:
    """Whether a gerund tells what a word is for: "focused on | supporting refugees", "a unit for | rescuing divers"."""
    gerund = clause.tag_ == "VBG" and bool(grammar.children(clause, "mark", "case"))
    told = clause.dep_ in {"advcl", "acl", "xcomp", "ccomp"} and clause.i > clause.head.i
    return gerund and told and clause.head.lower_ in words
