"""What some are there for, and no act that is told: "the agency helps farmers", "an office that hears complaints"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.factuality.anybodys import is_kind
from onrecord.stages.factuality.shapes import finite, first_conjunct, helpers

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.stages.factuality.cues import CueTables

DONE = frozenset({"ASSAULT", "COOPERATE", "AID", "COERCE", "CONSULT", "CONCEDE"})  # types of deeds, not of words
_WORK = frozenset({"SANCTION", "RETREAT", "MOBILIZE"})
SERVICES = frozenset({"AID", "COOPERATE", "CONSULT"})
_BACKING = frozenset({"SUPPORT"})
_POSTED, _CHARGING, _PROBE = "MOBILIZE", "ACCUSE", "investigate"
_OBJECT = ("obj",)
_PRESENT = frozenset({"VBZ", "VBP"})
_WHOLE = frozenset({"root", "ccomp", "parataxis"})


def is_work(act: Token, entry: EventEntry, tables: CueTables) -> bool:
    """Whether it is what some are there for; what they back or refuse is a stand, and a blow is one."""
    if entry.type == _POSTED and act.pos_ == "VERB" and is_post(act):
        return True
    clause = first_conjunct(act)
    if entry.type == _CHARGING and clause.dep_ == "acl:relcl" and _OBJECT in entry.recipient:
        return is_calling(act, tables)  # "the tribunal, which tries suspects"
    if entry.type in _BACKING and act.tag_ != "VBG":
        return _is_care(act, tables) and is_calling(act, tables)
    gerund = bool(grammar.children(clause, "mark", "case"))
    types = DONE | _WORK if act.tag_ != "VBG" else SERVICES | _BACKING if gerund else SERVICES
    return (entry.type in types or entry.mode == _PROBE) and is_calling(act, tables)


def is_calling(act: Token, tables: CueTables) -> bool:
    """Whether it is what some are there for: "a unit that investigates officers", "police who arrest drivers".

    So what a body does as such ("the agency helps farmers", "an office assisting exiles", "a unit for rescuing
    divers"), by its name or not where a word says that it is its work ("is known for rescuing climbers").
    """
    clause = first_conjunct(act)
    under = _is_under(clause, tables.bodies) and bool(grammar.children(clause, "mark"))
    goes_on = clause.i != act.i and clause.dep_ in _WHOLE and _goes_on(act) and is_calling(clause, tables)
    if goes_on or under or _is_under(clause, tables.work_words):
        return True
    done_to = [*grammar.children(act, "obj"), *(it for it in grammar.children(act, "obl") if it.tag_ == "NNS")]
    apart = grammar.children(act, "obl:unmarked", "advmod", "ccomp", "advcl")
    kinds = any(it.tag_ == "NNS" for it in done_to) and all(
        is_kind(one, tables, described=True) or _is_mass(one) for one in done_to
    )
    doing = clause.dep_ == "acl" and clause.tag_ == "VBG" and not helpers(clause)
    if doing and kinds and not apart:
        return _is_body(clause.head, tables)
    if not kinds or apart or finite(act).tag_ not in _PRESENT or helpers(act):
        return False
    if clause.dep_ == "acl:relcl":
        named = clause.head.ent_type_ or any(word.ent_type_ for word in clause.head.lefts)
        return not named and all(one.tag_ == "NNS" or _is_mass(one) for one in grammar.children(act, "obj"))
    who = _doers(act) if clause.dep_ in _WHOLE else []
    objects = grammar.children(act, "obj")
    cared_for = bool(objects) and all(one.lemma_.lower() in tables.cared_for for one in objects)
    return bool(who) and all(_is_body(one, tables) or (cared_for and _is_his_or_her(one)) for one in who)


def _doers(act: Token) -> list[Token]:
    """Those who do it, by the nearest of the joined verbs that names them."""
    node = act
    while node.dep_ == "conj" and not grammar.children(node, "nsubj"):
        node = node.head
    return grammar.children(node, "nsubj")


def _is_care(act: Token, tables: CueTables) -> bool:
    """Whether it is done to people who are cared for, so that backing them is help: "advocates support | witnesses"."""
    done_to = grammar.children(act, "obj")
    return bool(done_to) and all(one.pos_ == "PRON" or one.lemma_.lower() in tables.cared_for for one in done_to)


def _goes_on(act: Token) -> bool:
    """Whether it goes on with what was told before of the same people: "helps mothers and | defends them in court"."""
    same = [one for one in grammar.children(act, "obj") if one.pos_ == "PRON"]
    return bool(same) and finite(act).tag_ in _PRESENT and not helpers(act) and not grammar.children(act, "nsubj")


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
    common = noun.pos_ == "NOUN" or noun.text == noun.lower_  # "the ombudsman" may be tagged as a name
    return common and not named and noun.lemma_.lower() in tables.bodies


def _is_his_or_her(who: Token) -> bool:
    """Whether it is one person, whose life is told: "she trains young nurses"."""
    return who.pos_ == "PRON" and "Number=Sing" in who.morph and "Person=3" in who.morph


def _is_mass(noun: Token) -> bool:
    """Whether it is so much of something, and no one thing: "money", "medical care"."""
    return noun.tag_ == "NN" and not grammar.children(noun, "det", "nmod:poss", "nummod")


def _is_under(clause: Token, words: frozenset[str]) -> bool:
    """Whether a gerund tells what a word is for: "focused on | supporting refugees", "a unit for | rescuing divers"."""
    gerund = clause.tag_ == "VBG" and bool(grammar.children(clause, "mark", "case"))
    told = clause.dep_ in {"advcl", "acl", "xcomp", "ccomp"} and clause.i > clause.head.i
    return gerund and told and clause.head.lower_ in words
