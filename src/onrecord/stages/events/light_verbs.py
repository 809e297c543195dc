"""Light verbs: "held" in "held talks", and which role its subject has in the act."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_STANDS_OR_TERMS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "AGREE", "SANCTION"})


def light_verb(noun: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """The light verb of an event noun and what its subject is in the act: "actor", "recipient" or "causer"."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ == "NOUN":
        head = head.head
    if head.dep_ == "nmod" and grammar.preposition(head) == "of" and head.head.lemma_ in lexicon.list("measure_noun"):
        head = head.head  # "held a series of meetings"
    verb = head.head
    if head.dep_ == "nsubj" and verb.pos_ == "VERB":
        # "the protest that students held ended at noon"
        return _of_relative(noun, lexicon) or _own_verb(noun, verb, lexicon)
    if head.dep_ in {"obj", "nsubj:pass", "acl:relcl"} or (head.dep_ == "conj" and verb.pos_ == "VERB"):
        place = "object"
    elif head.dep_ in {"obl", "obl:agent"}:
        place = grammar.preposition(head)
    else:
        return _as_state(noun, lexicon) or _of_relative(noun, lexicon)
    somewhere = grammar.children(verb, "cop") and grammar.children(verb, "case")  # "was | in Oslo | for talks"
    lemma = "be somewhere" if somewhere else verb.lemma_.lower()  # no "plan for talks", no "they are for talks"
    for row in light_verbs(lexicon).get((lemma, place), ()):
        if _has_particle(verb, row) and _lends_to(noun, row):
            return verb, row["subject"]
    if head.dep_ == "obj" and not _is_stand(verb, lexicon) and _is_with_a_partner(noun, verb, lexicon):
        return verb, "companion"  # "interrupted talks with historians"
    goes_along = head.lemma_.lower() in lexicon.list("accompanying_act") and verb.pos_ == "VERB"
    goes_along = goes_along and place.rpartition(" ")[2] == "in"
    beside = lexicon.list("beside_an_act") & {place, f"{place} {head.lemma_.lower()}"}  # "as part of a deal with"
    if goes_along or (beside and _is_with_a_partner(noun, verb, lexicon)):
        return verb, "companion"  # "struck in support of the rebels", "took the base after a battle with the army"
    return _of_relative(noun, lexicon)


def _is_stand(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb may say what somebody wants or thinks of it, or tells of it: "opposes a deal with Chad"."""
    frames = lexicon.events.get(verb.lemma_.lower(), ())
    return any(frame.type in _STANDS_OR_TERMS and frame.pos == "VERB" for frame in frames)


def _is_with_a_partner(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether the noun's act takes two and names one of them: the verb's subject is the other."""
    mutual = any(entry.reciprocal and entry.pos == "NOUN" for entry in lexicon.events.get(noun.lemma_.lower(), ()))
    return mutual and verb.pos_ == "VERB" and bool(grammar.prep_objects(noun, frozenset({"with"})))


def _own_verb(noun: Token, verb: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """The verb that says of the noun itself that it took place, or whom it befell: "riots broke out"."""
    rows = light_verbs(lexicon).get((verb.lemma_.lower(), "subject"), ())
    fit = (row["subject"] for row in rows if _has_particle(verb, row) and _lends_to(noun, row))
    return next(((verb, subject) for subject in fit), None)


def _of_relative(noun: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """The light verb of the clause that says whose act it is ("the atrocities that they perpetrated")."""
    measured = noun.dep_ == "nmod" and noun.head.lemma_.lower() in lexicon.list("measure_noun")
    seat = noun.head if measured and grammar.preposition(noun) == "of" else noun  # "a wave of attacks carried out by X"
    for clause in grammar.children(noun, "acl:relcl", "acl") or grammar.children(seat, "acl:relcl", "acl"):
        rows = light_verbs(lexicon).get((clause.lemma_.lower(), "object"), ())
        for row in rows if _is_patient(noun, clause) or _is_patient(seat, clause) else ():
            if _has_particle(clause, row) and _lends_to(noun, row):
                return clause, row["subject"]
        if clause.dep_ == "acl:relcl" and any(head.i in {noun.i, seat.i} for head in grammar.logical_subjects(clause)):
            return _own_verb(noun, clause, lexicon)  # "the riots that shook the capital"
    return None


def _as_state(noun: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """In "Chad, at war with the rebels", "a town under siege" the noun is its own verb, told of the noun before it."""
    if noun.dep_ != "nmod" or grammar.children(noun, "det", "nmod:poss"):
        return None
    rows = light_verbs(lexicon).get(("be", grammar.preposition(noun)), ())
    return next(((noun, row["subject"]) for row in rows if "nouns" in row and _lends_to(noun, row)), None)


def suffered_by_subject(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase beside a verb tells of a state of the verb's subject: "under attack, the soldiers fled"."""
    if noun.dep_ != "obl" or noun.head.pos_ != "VERB" or grammar.children(noun, "det", "nmod:poss"):
        return False
    rows = light_verbs(lexicon).get(("be", grammar.preposition(noun)), ())
    return any(row["subject"] == "recipient" and "nouns" in row and _lends_to(noun, row) for row in rows)


def as_predicate(noun: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """In "the town is under attack", "they are in talks" the noun is its own verb."""
    rows = light_verbs(lexicon).get(("be", grammar.preposition(noun)), ())
    return next(((noun, row["subject"]) for row in rows if _lends_to(noun, row)), None)


def _is_patient(noun: Token, clause: Token) -> bool:
    return any(head.i == noun.i for head in grammar.logical_objects(clause))


def _has_particle(verb: Token, row: Mapping[str, Any]) -> bool:
    if "particle" in row:
        return grammar.has_particle(verb, row["particle"])
    return not grammar.children(verb, "compound:prt")  # who "held off an assault" held none


def _lends_to(noun: Token, row: Mapping[str, Any]) -> bool:
    """Whether the row holds for this noun: "had the support of Chad" is no "had talks with Chad"."""
    return "nouns" not in row or noun.lemma_.lower() in row["nouns"]


@lru_cache(maxsize=4)
def light_verbs(lexicon: Lexicon) -> Mapping[tuple[str, str], tuple[Mapping[str, Any], ...]]:
    """Light verbs by lemma and by where the noun stands: "object", "subject", or after a preposition."""
    table: dict[tuple[str, str], tuple[Mapping[str, Any], ...]] = {}
    for row in lexicon.entries("light_verb"):
        key = (row["lemma"], row.get("noun", "object"))
        table[key] = (*table.get(key, ()), row)
    return {key: tuple(sorted(rows, key=_plainness)) for key, rows in table.items()}


def _plainness(row: Mapping[str, Any]) -> int:
    return -sum(name in row for name in ("particle", "nouns"))
