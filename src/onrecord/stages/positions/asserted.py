"""Whether a clause says that a stand is taken: no condition, question, possibility, or what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.conditions import find_conditions, is_condition
from onrecord.language.untrue import is_called_untrue
from onrecord.stages.positions.urged import is_subjunctive, urged_by

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_MAX_CLIMB = 5


def takes_place(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the clause is no condition, question, possibility, or gerund that leaves open whether it happened."""
    unsure, unreal = lexicon.list("stance_unsure_modal"), lexicon.list("stance_unreal_mark")
    if verb.dep_ == "ccomp" and (grammar.negation(verb) is not None or find_conditions(verb, lexicon)):
        unsure = unsure - lexicon.list("stance_told_auxiliary")  # "said it could not back it", "could back it if"
    if not grammar.is_asserted(verb, unsure=unsure, unreal=unreal) or _is_in_condition(verb, lexicon):
        return False
    if (
        _is_out_of_question(verb, lexicon)
        or is_called_untrue(verb, lexicon)
        or _is_of_anybody(verb, lexicon)
        or _is_asked(verb)
        or _is_wished(verb, lexicon)
    ):
        return False
    open_cases = lexicon.list("stance_unreal_case")
    predicate = any(child.dep_ == "cop" and child.tag_ != "VBG" for child in verb.lefts)  # "is against the bill"
    if not predicate and any(child.dep_ in {"mark", "case"} and child.lower_ in open_cases for child in verb.lefts):
        return False
    if verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.lefts):
        return False  # "was supporting the operation": what somebody was at, not where he stands
    if verb.tag_ == "VBP" and verb.dep_ == "acl:relcl" and verb.lemma_.lower() in lexicon.list("voting_verb"):
        return False  # "bans for officials who vote for it": whoever will
    return not any(token.text == "?" for token in verb.sent[-3:]) or verb.sent.root != verb


def _is_in_condition(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is what something depends on: "will resign provided that parliament | passes | the bill"."""
    node = verb
    for _ in range(_MAX_CLIMB):
        if node.dep_ in {"advcl", "acl"} and is_condition(node, lexicon):
            return True
        if node.head == node:
            return False
        node = node.head
    return False


def _is_wished(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody is only to do it: "it is vital that Chad | back it"; whom others ask is another matter."""
    return is_subjunctive(verb, lexicon) and urged_by(verb, lexicon) is None


def _is_asked(verb: Token) -> bool:
    """Whether its auxiliary stands before its subject to ask: "Will they back it?", not "nor do we back it"."""
    subjects = [child for child in verb.lefts if child.dep_ in {"nsubj", "nsubj:pass"}]
    turned = any(child.dep_ == "aux" and child.i < who.i for who in subjects for child in verb.lefts)
    return turned and any(token.text == "?" for token in verb.doc[verb.i : verb.sent.end])


def _is_of_anybody(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a relative clause tells of whoever it may be: "any senator who backs it", "a voter who does may stay".

    So do "the people who oppose the dam".
    """
    counted = any(child.dep_ == "nummod" for child in verb.head.lefts)  # "nine countries that voted against it"
    people = verb.head.tag_ == "NNS" and verb.tag_ == "VBD" and not counted  # "the people who voted for me"
    if verb.dep_ != "acl:relcl" or (verb.tag_ not in {"VBZ", "VBP"} and not people):
        return False
    if verb.head.lemma_.lower() in lexicon.list("whoever_word") and verb.left_edge.i == verb.head.i + 1:
        return True
    if verb.tag_ == "VBD":
        return False
    forms = {feature for child in verb.head.lefts if child.dep_ == "det" for feature in child.morph}
    anybody = bool({"PronType=Ind", "PronType=Tot"} & forms) and verb.head.tag_ == "NN"
    if verb.head.tag_ == "NNS" and not forms and _is_to_be_done(verb.head.head):
        return verb.left_edge.i == verb.head.i + 1  # "to oppose candidates that favour the dam"
    return anybody or ("Definite=Ind" in forms and grammar.has_modal(verb.head.head))


def _is_to_be_done(verb: Token) -> bool:
    return grammar.has_modal(verb) or grammar.has_to(verb)


def _is_out_of_question(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is said that it cannot be: "it is unthinkable that Chad would back it", "no way Chad will sign"."""
    node = verb
    while node.dep_ in {"xcomp", "conj"} and node.head is not node:
        node = node.head
    if node.dep_ not in {"ccomp", "csubj", "acl", "acl:relcl", "advcl"}:
        return False
    above = node.head
    if above.pos_ == "NOUN":
        return grammar.negation(above) is not None and above.lemma_.lower() in lexicon.list("stance_chance")
    return above.pos_ == "ADJ" and above.lemma_.lower() in lexicon.list("stance_out_of_question")
