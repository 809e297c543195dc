"""Who does it in a headline whose verb looks like a noun: "Chad soldiers | storm palace", "army | raids camp"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.nouns import noun_form

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

DOERS = frozenset({"ORGANIZATION", "NORP", "PERSON"})
BEFORE = frozenset({"compound", "nmod:desc", "amod", "nmod:unmarked"})
SINGULAR, PLURAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})


def part_from_doer(root: Token, doers: frozenset[str], lexicon: Lexicon) -> Token:
    """The root, or the verb behind it that looks like a part of what it does something to: "Chad soldiers | storm".

    The doers become its subject, and a verb behind a comma goes on with it.
    """
    thing = next((child for child in root.rights if child.dep_ == "obj"), root)
    verb = root.nbor(1) if thing.i > root.i + 1 else root
    if root.tag_ not in PLURAL or verb.head.i != thing.i or not is_headline_verb(verb, root, thing, doers, lexicon):
        return root
    hang(verb, verb, "root")
    for child in list(root.rights):
        hang(child, verb)
    hang(root, verb, "nsubj")
    for child in grammar.children(thing, "parataxis"):
        hang(child, verb)
    verb.pos_, verb.tag_ = "VERB", "VBP"
    return verb


def is_headline_verb(token: Token, doer: Token, thing: Token, doers: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a supposed noun is a headline's verb: it agrees with its doer, and an entry has it."""
    if token.pos_ != "NOUN" or doer.i != token.i - 1:
        return False
    several = doer.tag_ in PLURAL or doer.lower_ in lexicon.list("plural_noun") or doer.ent_type_ == "NORP"
    one = doer.tag_ in SINGULAR
    agrees = (one and token.tag_ in PLURAL) or (several and token.tag_ == "NN")
    frames = [entry for entry in lexicon.events.get(token.lemma_.lower(), ()) if entry.pos == "VERB"]
    if not agrees or not frames:
        return False
    asked = [condition for entry in frames for condition in entry.needs if condition.path == ("obj",)]
    if any(thing.lemma_.lower() in condition.lemmas for condition in asked):
        return True  # "strikes deal"
    if token.lower_ in lexicon.list("plural_modifier"):
        return False
    return doer.ent_type_ in DOERS or noun_form(doer, doers.__contains__) in doers


def make_verb(token: Token, before: list[Token]) -> None:
    """Let the noun be a verb and the last of the nouns `before` it its subject, which the others modify."""
    token.tag_ = "VBZ" if token.tag_ in PLURAL else "VBP"
    token.pos_ = "VERB"
    if before and not any(child.dep_ == "nsubj" for child in token.children):
        subject = before[-1]
        hang(subject, token, "nsubj")
        for noun in before[:-1]:
            hang(noun, subject)


def make_verb_of_phrase(root: Token, doers: frozenset[str], lexicon: Lexicon) -> None:
    """Let the noun be a verb that takes the phrase behind it: "Police | fire | on men", not "army raid on camp"."""
    before = [child for child in root.lefts if child.dep_ in BEFORE]
    goal = next((child for child in root.rights if child.dep_ == "nmod" and child.left_edge.i == root.i + 1), None)
    if goal is None or not before or not is_headline_verb(root, before[-1], goal, doers, lexicon):
        return
    path = (grammar.preposition(goal),)
    frames = lexicon.events.get(root.lemma_.lower(), ())
    if any(entry.pos == "VERB" and path in entry.recipient for entry in frames):
        make_verb(root, before)
        for phrase in grammar.children(root, "nmod"):
            phrase.dep_ = "obl"
