"""Who stands on both sides of an act: "Clashes erupted in the town | between police and smugglers".

News puts the place between the act and its parties, and a parser hangs the parties on the verb or on the place. A
clash, a talk or a pact lies between parties; so the phrase belongs to that noun. What lies between two places is
a border or a road ("at the border between Chad and Sudan"), and stays where it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_BETWEEN = "between"
_ACTS = frozenset({"nsubj", "nsubj:pass", "obj"})
_PHRASES = frozenset({"obl", "nmod"})
_OF_NAMES = frozenset({"case", "det", "amod", "compound", "nmod", "flat"})
_MAX_STEPS = 3
_MAX_WORDS = 20  # from one party to the other


def mend_between(doc: Doc, lexicon: Lexicon) -> None:
    """Hang such phrases on the noun of the act; time linear in tokens."""
    mutual, idle = _mutual_nouns(lexicon), lexicon.list("no_party")
    for place in having(doc, "DEP", _PHRASES) if having(doc, "LOWER", (_BETWEEN,)) else ():
        token = doc[place]
        if grammar.preposition(token) != _BETWEEN:
            continue
        if token.head.lemma_.lower() in mutual:
            _add_other_side(token)
        if token.pos_ == "NUM" or token.lemma_.lower() in idle or _parts_places(token):
            continue
        act = next((noun for noun in _acts_above(token) if noun.lemma_.lower() in mutual), None)
        if act is not None:
            hang(token, act, "nmod")


def _add_other_side(token: Token) -> None:
    """Coordinate with the only party the one behind what is told of it: "between Chad, led by X, | and Sudan"."""
    sentence = token.sent
    behind = token.i + 1
    while behind < sentence.end and token.doc[behind].dep_ in _OF_NAMES and token.is_ancestor(token.doc[behind]):
        behind += 1
    if behind >= sentence.end or token.doc[behind].text != "," or len(grammar.conjuncts_below(token)) > 1:
        return
    act = token.head
    for other in token.doc[behind + 1 : min(behind + _MAX_WORDS, sentence.end)]:
        joint = next((child for child in other.lefts if child.lower_ == "and"), None)
        if other.dep_ != "conj" or joint is None or joint.nbor(-1).text != "," or not grammar.is_nominal(other):
            continue
        if act.i == other.head.i or act.is_ancestor(other.head):
            hang(other, token)
            return


def _parts_places(token: Token) -> bool:
    """Whether the two are places with a common noun between them: "the border between Chad and Sudan"."""
    members = grammar.conjuncts_below(token)
    return token.dep_ == "nmod" and token.head.pos_ == "NOUN" and all(it.ent_type_ == "PLACE" for it in members)


def _acts_above(token: Token) -> Iterator[Token]:
    """The nouns that may be the act: the one above the place, or subjects and objects of its verb, nearest first."""
    node = token.head
    for _ in range(_MAX_STEPS):
        if grammar.is_predicate(node) or node.dep_ in _ACTS or node.dep_ not in _PHRASES:
            break
        node = node.head
    if node.dep_ in _ACTS and node.i != token.head.i:
        yield node
    elif grammar.is_predicate(node):
        yield from sorted((it for it in grammar.children(node, *_ACTS) if it.i < token.i), key=lambda it: -it.i)


@lru_cache(maxsize=4)
def _mutual_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns of acts that some entry sets between their parties."""
    return frozenset(
        lemma
        for entry in lexicon.event_entries
        if entry.pos == "NOUN" and (_BETWEEN,) in {*entry.actor, *entry.recipient}
        for lemma in entry.lemmas
    )
