"""Commitments by words of promise: "vowed to", "its offer to", "is ready to"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.commitment import Commitment, CommitmentKind
    from onrecord.reading.event import Polarity
    from onrecord.stages.commitments.desk import Desk

_BEFORE_NOUN = frozenset({"compound", "amod", "nmod:desc"})
_INFINITIVES = frozenset({"xcomp", "ccomp", "advcl", "acl"})


@lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> dict[str, str]:
    return lexicon.form_table(str(entry["lemma"]) for entry in lexicon.entries("promise") if entry["pos"] != "ADJ")


def promises(desk: Desk) -> Iterator[Commitment]:
    """Commitments out of the lexicon's words of promise."""
    index, forms = desk.lexicon.by_pos("promise"), _forms(desk.lexicon)
    kinds = {pos for _, pos in index}
    for token in desk.doc:
        pos = "VERB" if token.pos_ == "AUX" else token.pos_
        if pos not in kinds and token.tag_ != "VBN":
            continue
        entries = index.get((forms.get(token.lower_) or token.lemma_.lower(), pos), ())
        if token.tag_ == "VBN" or pos == "ADJ":
            entries = (*index.get((token.lower_, "ADJ"), ()), *entries)
        for entry in entries:
            made = list(_made(token, entry, desk))
            yield from made
            if made:
                break


def _made(token: Token, entry: Mapping[str, Any], desk: Desk) -> Iterator[Commitment]:
    """The commitments, one for each party, that one entry makes of one word."""
    head = _act_of(token, entry) if _stands(token, entry, desk) else None
    if head is None or head.lemma_.lower() in desk.lexicon.list(str(entry.get("bars", ""))):
        return
    if not _is_such(head, entry, desk):
        return
    future = entry.get("future") and head.dep_ in {"ccomp", "acl"}
    polarity = _polarity(token, entry, head)
    if polarity is None or (future and not _is_future(head, desk.lexicon)):
        return
    toward = _toward(token, entry, head)
    for subject in _binders(token, entry, desk):
        by = None if grammar.names_nobody(subject) else desk.party(subject)
        if by is not None:
            kind: CommitmentKind = entry["kind"]
            if kind == "offer" and polarity == "negative":
                kind = "plan"
            elif kind == "offer" and desk.cue_of(token.idx) in desk.lexicon.list("threat_cue"):
                kind = "threat"  # "warned that it was prepared to strike"
            yield desk.commitment(by, kind, (token, head), polarity, toward)


def _stands(token: Token, entry: Mapping[str, Any], desk: Desk) -> bool:
    """Whether the word is used as its entry asks (particle, governing verb) and the promise is asserted, not asked."""
    particle = entry.get("particle")
    if particle and not grammar.has_particle(token, str(particle)):
        return False
    if entry.get("under") and not (token.dep_ == "obj" and token.head.lemma_.lower() in entry["under"]):
        return False
    if entry["pos"] == "VERB" and _is_future(token, desk.lexicon):
        return False  # "will agree to": nobody has yet
    if _is_asked(token) or (token.dep_ == "xcomp" and grammar.children(token.head, "obj")):
        return False  # "Is Peru prepared to go?", "make the units | ready | to go"
    return binds(token, desk.lexicon) and not desk.is_denied(token.idx)  # "denied that it had promised" binds nobody


def _is_asked(token: Token) -> bool:
    return token == token.sent.root and token.sent[-1].text == "?"


def _polarity(token: Token, entry: Mapping[str, Any], act: Token) -> Polarity | None:
    """Whether the act is promised or ruled out; None where a negation leaves nothing promised."""
    negative = entry.get("polarity") == "negative" or grammar.negation(act) is not None
    if grammar.negation(token) is None:
        return "negative" if negative else "positive"
    return "negative" if entry["pos"] in {"NOUN", "ADJ"} and not negative else None  # "has no plans to", "not ready to"


def _binders(token: Token, entry: Mapping[str, Any], desk: Desk) -> list[Token]:
    """Who is bound: the subject, a noun's possessor or whoever stands before it, or who makes, has or renews it.

    Who rejects or gets "a government offer to talk" has offered nothing.
    """
    if entry["pos"] == "ADJ":
        return grammar.surface_subjects(token)  # "was prepared to talk": nobody prepared it
    subjects = grammar.logical_subjects(token)
    if subjects or token.pos_ != "NOUN":
        return subjects
    before = [child for child in token.lefts if child.dep_ in _BEFORE_NOUN and desk.party(child) is not None]
    if before:
        return before
    if token.dep_ in {"obj", "nsubj:pass"} and token.head.lemma_.lower() in desk.lexicon.list("promising_verb"):
        return grammar.logical_subjects(token.head)
    return []


def _act_of(token: Token, entry: Mapping[str, Any]) -> Token | None:
    """The head of the act, by the first way of the entry that the sentence takes."""
    for way in entry.get("action", ()):
        for child in token.rights:
            if _is_act(child, way) and not (way == "to" and "obj" in entry["action"] and _says_what_for(child)):
                return child
    return None


def _is_such(act: Token, entry: Mapping[str, Any], desk: Desk) -> bool:
    """Whether it is in the list that the entry asks for; an "act" is any noun that events have.

    Who "is committed to the people" promises no act.
    """
    if entry.get("bars_people") and desk.party(act) is not None:
        return False
    needs = entry.get("needs")
    listed = desk.lexicon.act_nouns if needs == "act" else desk.lexicon.list(str(needs))
    return not needs or not listed.isdisjoint({act.lemma_.lower(), *_counted(act)})


def _counted(head: Token) -> set[str]:
    """What a number or an amount counts ("two million euros")."""
    return {child.lemma_.lower() for child in head.children if child.dep_ in {"nummod", "nmod", "compound"}}


def _says_what_for(infinitive: Token) -> bool:
    """Whether an infinitive only says to what end something is given ("pledged a million to rebuild the port")."""
    things = (child for child in infinitive.head.rights if child.dep_ == "obj" and child.i < infinitive.i)
    return infinitive.dep_ == "advcl" and any(child.pos_ == "NOUN" for child in things)


def _is_act(child: Token, way: str) -> bool:
    """Whether a dependent is the promised act by one way of the entry ("to", "clause", "ing", "obj", a preposition)."""
    to = grammar.has_to(child)
    if way == "to":
        anothers = any(part.dep_.startswith("nsubj") for part in child.lefts)  # "prepared for the firm | to pay"
        return child.dep_ in _INFINITIVES and to and not anothers
    if way == "clause":
        return child.dep_ in {"ccomp", "acl"} and not to
    if way == "ing":
        return child.dep_ in {"xcomp", "ccomp", "obj", "advcl"} and child.tag_ == "VBG"
    if way == "obj":
        return child.dep_ == "obj" and child.pos_ in {"NOUN", "PROPN", "NUM", "SYM"}
    preposition = way.removeprefix("prep_").removesuffix("_to")
    if child.tag_ == "VBG" and child.dep_ in _INFINITIVES:  # "no intention of joining"
        return any(mark.dep_ in {"mark", "case"} and mark.lower_ == preposition for mark in child.lefts)
    return child.dep_ in {"obl", "nmod"} and grammar.preposition(child) == preposition


def _toward(token: Token, entry: Mapping[str, Any], act: Token) -> Token | None:
    for way in entry.get("toward", ()):
        if way in {"iobj", "obj"}:
            found = [child for child in token.rights if child.dep_ == way and child != act]
        else:
            found = [head for head in grammar.prep_objects(token, frozenset({str(way)})) if head != act]
        if found:
            return found[0]
    return None


def _is_future(verb: Token, lexicon: Lexicon) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in lexicon.list("future_word") for child in verb.lefts)


def binds(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word is asserted: no condition, no possibility, no mere wish that somebody should promise."""
    node = token if token.pos_ != "NOUN" else token.head
    if node.dep_ == "acl:relcl" and any(child.dep_ in {"nsubj", "nsubj:pass"} for child in node.lefts):
        subject = next(child for child in node.lefts if child.dep_ in {"nsubj", "nsubj:pass"})
        if subject.tag_ not in {"WP", "WDT"}:
            return False  # the act is the noun before: "the questions he refused to answer"
    if node.dep_ in _INFINITIVES and grammar.has_to(node):
        return False  # "entered a wartime state to be ready to strike"
    marks = {child.lower_ for child in node.lefts if child.dep_ in {"mark", "case"}}
    if node.tag_ == "VBG" and not marks.isdisjoint(lexicon.list("stance_unreal_case")):
        return False  # "accused them of planning"
    unsure, unreal = lexicon.list("promise_unsure_modal"), lexicon.list("promise_unreal_mark")
    return grammar.is_asserted(node, unsure=unsure, unreal=unreal)
