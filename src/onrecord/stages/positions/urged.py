"""Who wants others to take a stand has taken it: "urged them | to reject the bill", "asked that they | reject it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.stages.positions.words import lemma_of

if TYPE_CHECKING:
    from onrecord.language.plain_words import Token
    from onrecord.lexicon.load import Lexicon

_INFINITIVES = frozenset({"xcomp", "advcl", "ccomp"})
_CLAUSES = frozenset({"xcomp", "ccomp", "csubj"})
_LIKE_PASTS = ("t", "d")
_ONE = frozenset({"Person=3", "Number=Sing"})


def urged_by(act: Token, lexicon: Lexicon) -> Token | None:
    """The verb by which somebody asks others for the act; None where nobody does."""
    verb = act.head
    if is_subjunctive(act, lexicon):
        asking = lexicon.together("mandative_verb", "mandative_or_not")
        return verb if verb.pos_ == "VERB" and lemma_of(verb, lexicon) in asking else None
    if act.dep_ not in _INFINITIVES or not grammar.has_to(act):
        return None
    way = lexicon.map("urging_verb").get(lemma_of(verb, lexicon))
    if way is None or grammar.is_passive(verb):
        return None
    plain = way == "obj"
    asked = grammar.children(verb, "obj", "iobj") if plain else grammar.prep_objects(verb, frozenset({way}))
    return verb if any(whom.i < act.i for whom in asked) else None


def is_subjunctive(act: Token, lexicon: Lexicon) -> bool:
    """Whether a clause says only that somebody is to do it: "asked that the council | reject it", not "rejects".

    Of several no form shows it; behind some verbs it is so all the same ("asked that they | reject it").
    """
    if act.dep_ not in _CLAUSES or not _is_bare(act):
        return False
    if any(child.dep_.startswith("aux") or child.tag_ == "TO" for child in act.lefts):
        return False
    subjects = grammar.children(act, "nsubj")
    asked = bool(subjects) and lemma_of(act.head, lexicon) in lexicon.list("mandative_verb")
    return asked or any(map(_takes_an_s, subjects))


def _is_bare(verb: Token) -> bool:
    """Whether it has the form of the infinitive, whatever the parser calls it; of "put" and "bid" it decides."""
    past = verb.tag_ == "VBD" and verb.lower_.endswith(_LIKE_PASTS)
    return verb.pos_ == "VERB" and verb.lower_ == verb.lemma_.lower() and not past


def _takes_an_s(subject: Token) -> bool:
    """Whether a verb in the present would have an "s" beside it; of two joined it would not."""
    one = subject.tag_ in {"NN", "NNP"} or set(subject.morph) >= _ONE
    return one and len(grammar.conjuncts_below(subject)) == 1


def is_sued_for(act: Token, lexicon: Lexicon) -> bool:
    """Whether somebody goes to law for it: "sued | to stop the sale", "went to court | to block it"."""
    verb = act.head
    if act.dep_ not in _INFINITIVES or not grammar.has_to(act):
        return False
    word = lemma_of(verb, lexicon)
    to_court = word in lexicon.list("court_going_verb")
    courts = grammar.prep_objects(verb, frozenset({"to"})) if to_court else []
    return word in lexicon.list("suing_verb") or any(c.lemma_.lower() in lexicon.list("court_noun") for c in courts)
