"""Phrases with "by" that belong to a passive higher up: "was forced to resign | by the army".

A parser hangs the phrase on the infinitive, whose doer stands before it already. It goes to the passive verb, which
else has nobody who does it. So it does from what it was done with or to ("was pelted with stones | by youths"), and
from a place, which nobody has made ("sent to families in Derna | by the Red Crescent").
Where the infinitive has a "by" of its own ("told to stand by the king"), is itself passive ("chosen to be tried by a
jury"), or the noun names nobody ("by Friday", "by phone"), it stays. "Was let go | by the
rebels" lacks only the "to"; and in "was given boats | by Chad" the phrase is no part of what was given, unless that has
a maker ("was given a report by the bank").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_NAMES = frozenset({"PERSON", "ORGANIZATION"})
_PLACE = "PLACE"
_LOOSE = frozenset({"obl", "obl:unmarked", "advmod", "advcl", "punct"})  # they may as well go with the passive verb


def mend_agents(doc: Doc, lexicon: Lexicon, is_country: Callable[[str], bool]) -> None:
    """Hang such phrases on the passive verb; `doc` is changed in place, time linear in tokens."""
    parties = lexicon.together("person_noun", "group_noun", "organization_noun")
    with_by, bare = lexicon.list("verb_with_by"), lexicon.list("takes_bare_infinitive")
    made = lexicon.list("made_thing")
    for place in having(doc, "DEP", ("nmod", "obl", "obl:agent")):
        noun = doc[place]
        nominal = noun.dep_ == "nmod"
        done = _of_a_place(noun.head, made, lexicon) if nominal else noun.head
        asked = done.head
        if grammar.preposition(noun) != "by" or not _lacks_doer(asked):
            continue
        if not (
            noun.head.ent_type_ == _PLACE or _is_given(done, made) or _is_means(done, made, lexicon)
            if nominal
            else _is_asked(done, with_by, bare) or _is_charge(done)
        ):
            continue
        behind = [child for child in done.rights if child.i > place]
        whole = doc[noun.left_edge.i + 1 : noun.i + 1].text
        names = noun.ent_type_ in _NAMES or noun.lemma_.lower() in parties or is_country(noun.text) or is_country(whole)
        if names and done.i < place and all(child.dep_ in _LOOSE for child in behind):
            hang(noun, asked, "obl:agent")
            for child in behind:
                hang(child, asked)


def _of_a_place(noun: Token, made: AbstractSet[str], lexicon: Lexicon) -> Token:
    """What the verb has on it whose phrase ends with the place, if it is one: "to | families | in Derna by the UN".

    Somebody may have made it or done it: "condemned for raids in Derna by soldiers".
    """
    node = noun
    while noun.ent_type_ == _PLACE and node.dep_ == "nmod" and not _is_made_or_done(node.head, made, lexicon):
        node = node.head
    return node


def _is_asked(done: Token, with_by: AbstractSet[str], bare: AbstractSet[str]) -> bool:
    """Whether it is an infinitive under another verb, without a "by" of its own, and no passive."""
    if grammar.has_to(done):
        asked = done.lemma_.lower() not in with_by
    else:
        asked = done.tag_ == "VB" and done.head.lemma_.lower() in bare
    return done.dep_ == "xcomp" and asked and not grammar.is_passive(done)


def _is_charge(done: Token) -> bool:
    """Whether it is what the subject before is charged with: "was accused of taking bribes | by prosecutors"."""
    marks = {mark.lower_ for mark in grammar.children(done, "mark", "case")}
    return done.dep_ == "advcl" and done.tag_ == "VBG" and "of" in marks and not grammar.is_passive(done)


def _is_given(thing: Token, made: AbstractSet[str]) -> bool:
    """Whether the subject before the verb is given it, and it has no maker."""
    return thing.dep_ == "obj" and thing.i > thing.head.i and thing.lemma_.lower() not in made


def _is_means(thing: Token, made: AbstractSet[str], lexicon: Lexicon) -> bool:
    """Whether it is with what or where it was done, and neither made nor done by anybody: "pelted with stones | by"."""
    return thing.dep_ == "obl" and thing.i > thing.head.i and not _is_made_or_done(thing, made, lexicon)


def _is_made_or_done(thing: Token, made: AbstractSet[str], lexicon: Lexicon) -> bool:
    lemma = thing.lemma_.lower()
    return lemma in made or any(entry.pos == "NOUN" for entry in lexicon.events.get(lemma, ()))


def _lacks_doer(asked: Token) -> bool:
    """Whether it is a passive verb by which nobody is named as its doer."""
    return asked.tag_ == "VBN" and grammar.is_passive(asked) and not grammar.children(asked, "obl:agent")
