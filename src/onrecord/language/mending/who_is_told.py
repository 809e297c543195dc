"""The noun that a "who" clause modifies: "farmers from three states, | who accused the minister".

A parser hangs such a clause on the last noun before it. A place or a body is hardly a who; nor do several go with
"was". Then the clause belongs to those of whom the noun only says which they are, if there are any.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_ONE, _SEVERAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})
_INNER = frozenset({"nmod", "nmod:desc", "appos", "obl", "compound", "flat", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_PEOPLE = ("person_noun", "group_noun")
_NO_WHO = ("place_noun", "peopled_place", "organization_noun", "body_noun")
_CLAUSES = frozenset({"acl", "acl:relcl"})
_NAMED = frozenset({"PLACE", "ORGANIZATION"})
_MAX_STEPS = 5


class _Nouns:
    """What the lexicon says of nouns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._people = lexicon.together(*_PEOPLE)
        self._others = lexicon.together(*_NO_WHO) - self._people

    def is_people(self, noun: Token) -> bool:
        return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in self._people

    def is_no_who(self, noun: Token) -> bool:
        """Whether it is a place or a body."""
        return noun.ent_type_ in _NAMED or noun.lemma_.lower() in self._others


@lru_cache(maxsize=4)
def _nouns(lexicon: Lexicon) -> _Nouns:
    return _Nouns(lexicon)


def mend_who_is_told(doc: Doc, lexicon: Lexicon) -> None:
    """Hang each such clause on the people above the noun; `doc` is changed in place, time linear in tokens."""
    nouns = _nouns(lexicon)
    for place in having(doc, "TAG", ("WP", "WDT")):
        _open_clause(doc[place])
        clause = doc[place].head
        if doc[place].tag_ != "WP" or clause.dep_ != "acl:relcl" or clause.head.i > place:
            continue
        noun = clause.head
        people = _people_above(noun, clause, nouns)
        if people is not None:
            hang(clause, people)


def _open_clause(whom: Token) -> None:
    """Let a clause be relative that opens with some of those told of: "workers, many of | whom | were dismissed"."""
    some = whom.head
    clause = some.head
    opens = whom.dep_ == "nmod" and some.dep_ in _SUBJECTS and clause.dep_ in _CLAUSES and clause.head.i < some.i
    if opens and clause.pos_ == "VERB" and grammar.preposition(whom) == "of":
        clause.dep_ = "acl:relcl"
        some.pos_ = "DET" if some.pos_ == "ADJ" else some.pos_  # "most of which" counts and tells of no quality


def _people_above(noun: Token, clause: Token, nouns: _Nouns) -> Token | None:
    number = _number(clause) if any(child.dep_ in _SUBJECTS and child.tag_ == "WP" for child in clause.lefts) else None
    wrong = nouns.is_no_who(noun) or (number is _ONE and noun.tag_ in _SEVERAL)
    node = noun
    for _ in range(_MAX_STEPS if wrong and not grammar.children(noun, "conj") else 0):
        if node.dep_ not in _INNER or node.head.i > node.i:
            break
        node = node.head
        several = bool(grammar.children(node, "conj"))
        fits = number is None or (node.tag_ in number and not several) or (number is _SEVERAL and several)
        if nouns.is_people(node) and fits and node.pos_ in {"NOUN", "PROPN"}:
            return node
    return None


def _number(clause: Token) -> frozenset[str] | None:
    """Of how many the verb tells by its form: "was", "has" and "says" of one, "were" and "have" of several."""
    helpers = [child for child in clause.lefts if child.dep_ in {"aux", "aux:pass", "cop"}]
    verb = helpers[0] if helpers else clause
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return _ONE
    return _SEVERAL if verb.tag_ == "VBP" or verb.lower_ == "were" else None
