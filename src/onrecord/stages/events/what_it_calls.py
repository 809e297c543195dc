"""What stands behind "what" where it is called something: "condemned **what it called** | an attack by the rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Token

_AS, _OF = frozenset({"as"}), frozenset({"of"})
_MAKERS = (frozenset({"by"}), frozenset({"from"}), _OF)
_NAMES = frozenset({"NOUN", "PROPN"})


def is_what(head: Token) -> bool:
    """Whether it is a relative that holds its own noun ("rejected | what | they say")."""
    return head.tag_ == "WP" and any(child.dep_ == "acl:relcl" for child in head.rights)


def called(head: Token, calling: AbstractSet[str]) -> list[Token]:
    """The nouns by which the thing goes in the clause of "what", with a verb of `calling`."""
    clauses = [it for it in grammar.children(head, "acl:relcl") if it.lemma_.lower() in calling]
    found = [noun for clause in clauses for noun in _behind(clause) or _told(head, clause)]
    return [noun for noun in found if noun.pos_ in _NAMES]


def _behind(clause: Token) -> list[Token]:
    """What it is called in the clause itself: "called | an attack", "described as | allegations"."""
    named = [it for it in grammar.children(clause, "xcomp", "obj") if it.i > clause.i]
    return [*named, *grammar.prep_objects(clause, _AS)]


def _told(head: Token, clause: Token) -> list[Token]:
    """What it is said to be: "criticised what they said was | a plan by the government"."""
    verbs = [*grammar.children(clause, "ccomp"), *grammar.children(head.head, "ccomp")]
    return [it for it in verbs if it.i > clause.i and grammar.children(it, "cop")][:1]


def makers_of(nouns: Iterable[Token]) -> list[Token]:
    """Who did or made what is called so, by what stands behind: "a plan | by the government"."""
    parts = [part for noun in nouns for part in (noun, *grammar.prep_objects(noun, _OF))]  # "a campaign of lies | by"
    return next((found for case in _MAKERS for part in parts if (found := grammar.prep_objects(part, case))), [])
