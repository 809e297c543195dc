"""Which stand a word takes where it stands: under "not", "refused to" or "urged them to", in a condition, as an aim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.language import grammar
from onrecord.stages.positions.asserted import takes_place
from onrecord.stages.positions.singled_out import is_only_one_to
from onrecord.stages.positions.urged import is_sued_for, urged_by
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.position import Stance

_BESIDE_VERB = frozenset({"obj", "nsubj:pass", "obl"})


def stand_of(token: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> Stance | None:
    """The stand after negation and governing verbs; None where the sentence does not assert it."""
    verb = token.head if token.pos_ == "ADP" or (token.pos_ == "NOUN" and token.dep_ in _BESIDE_VERB) else token
    if not takes_place(verb, lexicon) or (token.pos_ == "NOUN" and grammar.negation(token) is not None):
        return None
    views = lexicon.list("stance_view_mark")
    if is_open(token, lexicon) and not (entry.get("under") or entry.get("case")):
        return None
    if entry["pos"] == "ADJ" and any(child.lower_ in views for child in token.lefts):
        return None  # "is seen as favourable to": somebody's view, not where it stands
    first = _first_of_infinitives(verb)
    if entry["pos"] == "VERB" and (urging := urged_by(first, lexicon)) is not None:
        firm = grammar.negation(urging) is None and takes_place(urging, lexicon)
        return _turned(first, entry["stance"], None, lexicon, told_not_to=True) if firm else None
    return _governed(token, entry, (verb, first), lexicon)


def _governed(token: Token, entry: Mapping[str, Any], verbs: tuple[Token, Token], lexicon: Lexicon) -> Stance | None:
    """The stance under the verb that governs it ("refused to back", "voted overwhelmingly | to approve")."""
    verb, first = verbs
    inside = first.dep_ in {"xcomp", "advcl"}
    governor = lexicon.map("stance_governor").get(lemma_of(first.head, lexicon)) if inside else None
    infinitive = grammar.has_to(first)
    if infinitive and governor is None and (_is_aim(first, entry, lexicon) or is_only_one_to(first, lexicon)):
        governor = "same"
    if (infinitive or first.dep_ == "xcomp") and governor is None and token.pos_ == "VERB":
        return None
    refused = governor is not None and grammar.negation(first.head) is not None
    if refused or (entry.get("only_negated") and governor != "turn" and not _will_not(verb, lexicon)):
        return None
    return _turned(verb, entry["stance"], governor, lexicon)


def _is_aim(act: Token, entry: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether something is done to take the stand: "marched | to demand an inquiry", "blocked roads | to protest"."""
    if grammar.has_to(act.head) or grammar.has_modal(act.head):
        return False  # "plan to meet to protest": not yet
    done = lemma_of(act.head, lexicon) in lexicon.list("rallying_verb") or is_sued_for(act, lexicon)
    return done or (bool(entry.get("aim")) and act.dep_ == "advcl" and act.i > act.head.i)


def is_open(noun: Token, lexicon: Lexicon) -> bool:
    """Whether support is little, or only measured, sought or lost ("sought Cairo's backing")."""
    if noun.pos_ != "NOUN":
        return False
    little = any(child.lemma_.lower() in lexicon.list("stance_weak_word") for child in noun.lefts)
    governed = noun.dep_ in {"obj", "obl", "nsubj:pass"}
    return little or (governed and lemma_of(noun.head, lexicon) in lexicon.list("stance_open_verb"))


def _turned(
    verb: Token, stance: Stance, governor: str | None, lexicon: Lexicon, *, told_not_to: bool = False
) -> Stance | None:
    """The stance under "not" or "refused to"; None where that leaves open where one stands."""
    negated = grammar.negation(verb) is not None
    if governor == "turn":
        return "opposes" if stance == "supports" and not negated else None
    if negated:
        return "opposes" if stance == "supports" and (told_not_to or _stands_firm(verb, lexicon)) else None
    return stance


def _first_of_infinitives(verb: Token) -> Token:
    """The infinitive that a bare verb goes on from ("to come out and support"); else the verb itself."""
    bare = verb.tag_ == "VB" and not any(child.dep_.startswith(("aux", "nsubj")) for child in verb.lefts)
    return verb.head if bare and verb.dep_ == "conj" and verb.head.tag_ == "VB" else verb


def _stands_firm(verb: Token, lexicon: Lexicon) -> bool:
    """Whether "not" stands: "does not back", "said it could not"; "did not back" only says that it did not happen."""
    standing = lexicon.list("stance_standing_auxiliary")
    if verb.dep_ == "ccomp":
        standing = standing | lexicon.list("stance_told_auxiliary")
    return any(child.lower_ in standing and child.dep_ in {"aux", "cop"} for child in verb.children)


def _will_not(verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody will not do it."""
    firm = lexicon.list("refusing_modal")
    return grammar.negation(verb) is not None and any(child.lower_ in firm for child in verb.lefts)
