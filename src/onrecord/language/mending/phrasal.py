"""Particles and prepositions of phrasal verbs that the parser hangs elsewhere: "abided by", "switched off".

"Both sides abided by the truce": "by" is the verb's own word, and no truce did anything. "The army switched off the
internet", "called in the guard": the noun is the object of a verb of two words. Which verbs these are, and what
stands as their object, is what the lexicon's entries say. "Shot dead" is one act. In "stepped away from politics" it is
the verb that has the phrase, not its adverb.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.entries import Condition
    from onrecord.lexicon.load import Lexicon

_OBJECT = ("obj",)
_MENDED = frozenset({"obl:agent", "compound:prt", "obl", "nmod", "xcomp"})


def mend_phrasal_verbs(doc: Doc, lexicon: Lexicon) -> None:
    """Give verbs their "by" and their particles; time linear in tokens.

    A particle is given only where an entry of the verb names both it and the noun behind it.
    """
    own_by, with_particle = lexicon.list("verb_with_by"), _with_particle(lexicon)
    for place in having(doc, "LOWER", lexicon.list("result_of_force")):
        _give_result(doc[place])
    for place in having(doc, "DEP", _MENDED):
        token = doc[place]
        verb = token.head
        if token.dep_ == "obl:agent" and verb.lemma_.lower() in own_by and not _is_participle(verb):
            token.dep_ = "obl"
        elif token.dep_ == "compound:prt" and _has(token, "nmod:poss"):
            token.dep_ = "obj"  # "turned its back on": what is somebody's is no particle
        elif token.dep_ in {"obl", "nmod"} and _is_adverb_of(verb, token):
            hang(token, verb.head, "obl")
        elif token.dep_ in {"obl", "xcomp"} and verb.pos_ == "VERB" and verb.lemma_.lower() in with_particle:
            _take_object(verb, token, lexicon)


@lru_cache(maxsize=4)
def _with_particle(lexicon: Lexicon) -> frozenset[str]:
    """Verbs that some entry has with a particle."""
    entries = (entry for entry in lexicon.event_entries if entry.pos == "VERB" and entry.particle is not None)
    return frozenset(lemma for entry in entries for lemma in entry.lemmas)


def _give_result(token: Token) -> None:
    """In "shot dead three men" no dead men were shot."""
    struck = token.head
    if token.dep_ == "amod" and struck.dep_ == "obj" and struck.head.i == token.i - 1:
        hang(token, struck.head, "xcomp")


def _is_adverb_of(adverb: Token, token: Token) -> bool:
    """Whether the token hangs on the adverb between it and a verb ("stepped | away | from politics")."""
    verb = adverb.head
    return (
        adverb.dep_ == "advmod"
        and adverb.tag_ in {"RB", "RP"}
        and verb.pos_ == "VERB"
        and adverb.i == verb.i + 1
        and token.left_edge.i == adverb.i + 1
    )


def _is_participle(verb: Token) -> bool:
    """Whether it may be passive ("was called by", "a strike called by"); "has stuck by" is not."""
    return _has(verb, "aux:pass") or (verb.tag_ == "VBN" and not _has(verb, "aux"))


def _has(verb: Token, label: str) -> bool:
    return any(child.dep_ == label for child in verb.children)


def _take_object(verb: Token, noun: Token, lexicon: Lexicon) -> None:
    if verb.i + 1 >= len(verb.doc) or _has(verb, "obj"):
        return
    small = verb.nbor(1)
    behind = noun.left_edge.i == small.i + (small.head != noun)
    hangs = (small.dep_ == "case" and small.head == noun) or (small.dep_ == "compound:prt" and small.head == verb)
    if not (hangs and behind and noun.pos_ in {"NOUN", "PROPN"}):
        return
    if any(child.dep_ == "case" and child.i != small.i for child in noun.lefts):
        return  # "handed over at the border"
    entries = lexicon.events.get(verb.lemma_.lower(), ())
    if any(e.particle == small.lower_ and _wants(e.needs, noun) for e in entries if e.pos == "VERB"):
        hang(small, verb, "compound:prt")
        noun.dep_ = "obj"


def _wants(needs: tuple[Condition, ...], noun: Token) -> bool:
    return any(need.path == _OBJECT and noun.lemma_.lower() in need.lemmas for need in needs)
