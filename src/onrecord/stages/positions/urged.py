"""Who wants others to take a stand has taken it: "urged deputies | to reject the bill", "sued | to block it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_INFINITIVES = frozenset({"xcomp", "advcl", "ccomp"})


def urged_by(act: Token, lexicon: Lexicon) -> Token | None:
    """The verb by which somebody asks others for the act; None where nobody does."""
    verb = act.head
    if act.dep_ not in _INFINITIVES or not grammar.has_to(act):
        return None
    asking = lexicon.map("urging_verb").get(lemma_of(verb, lexicon))
    if asking is None or grammar.is_passive(verb):
        return None
    plain = asking == "obj"
    asked = grammar.children(verb, "obj", "iobj") if plain else grammar.prep_objects(verb, frozenset({asking}))
    return verb if any(whom.i < act.i for whom in asked) else None


def is_sued_for(act: Token, lexicon: Lexicon) -> bool:
    """Whether somebody goes to law for it: "sued | to stop the sale", "went to court | to block it"."""
    verb = act.head
    if act.dep_ not in _INFINITIVES or not grammar.has_to(act):
        return False
    word = lemma_of(verb, lexicon)
    to_court = word in lexicon.list("court_going_verb")
    courts = grammar.prep_objects(verb, frozenset({"to"})) if to_court else []
    return word in lexicon.list("suing_verb") or any(c.lemma_.lower() in lexicon.list("court_noun") for c in courts)
