"""Who is called what: "called the protesters thugs", "called Captain Diallo a hero".

A parser takes the two for one compound, or gives both as what somebody is called, or neither ("declared two envoys
persona non grata"). Who is called so stands first. An adjective behind it is what it is called: 'called the delay
"heartless"'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.text import having

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_PLURAL = frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def mend_called(doc: Doc, lexicon: Lexicon) -> None:
    """Let the first of the two be the object of the verb; time linear in tokens."""
    naming = lexicon.together("naming_verb", "labelling_verb")
    for place in having(doc, "DEP", ("obj",)):
        second = doc[place]
        if second.head.lemma_.lower() not in naming:
            continue
        for adjective in _adjectives_behind(second):
            hang(adjective, second.head, "xcomp")
        called = _compounded(second, lexicon) if _is_loaded(second, lexicon) else None
        if called is not None or _follows_object(second):
            second.dep_ = "xcomp"
        if called is not None:
            _split(called, second)
    for place in having(doc, "DEP", ("xcomp",)):
        if doc[place].head.lemma_.lower() in naming:
            _give_object(doc[place], lexicon)


def _give_object(name: Token, lexicon: Lexicon) -> None:
    """Make the first of two things that somebody is called the object, or the first half of what is no compound."""
    verb = name.head
    if name.pos_ not in _NOUNS or name.i <= verb.i or any(child.dep_ == "obj" for child in verb.children):
        return
    first = next(child for child in verb.rights if child.dep_ == "xcomp")
    if first.i < name.i and first.pos_ in _NOUNS:
        first.dep_ = "obj"
    elif (called := _compounded(name, lexicon)) is not None:
        _split(called, name)


def _adjectives_behind(noun: Token) -> list[Token]:
    """The adjective that stands last in the noun's phrase, where the verb has nothing else that it is called."""
    behind = [child for child in noun.rights if child.dep_ == "amod" and child.pos_ == "ADJ"]
    alone = len(behind) == 1 and behind[0].right_edge.i == noun.right_edge.i
    return behind if alone and not any(child.dep_ == "xcomp" for child in noun.head.children) else []


def _follows_object(second: Token) -> bool:
    """Whether another object of the verb stands right before it."""
    before = [child for child in second.head.rights if child.dep_ == "obj" and child.i < second.i]
    return len(before) == 1 and before[0].right_edge.i + 1 == second.left_edge.i


def _compounded(name: Token, lexicon: Lexicon) -> Token | None:
    """The noun right before what it is called: no compound, since it is a plural or what follows is a loaded word."""
    before = next((child for child in name.lefts if child.i == name.i - 1 and child.dep_ == "compound"), None)
    if before is None or (before.tag_ not in _PLURAL and not any(child.dep_ == "det" for child in name.lefts)):
        return None
    return before if before.tag_ in _PLURAL or _is_loaded(name, lexicon) else None


def _is_loaded(name: Token, lexicon: Lexicon) -> bool:
    """Whether it says what somebody is held to be, or begins words of another language: no noun stands before it."""
    return _is_foreign(name) or name.lemma_.lower() in lexicon.words("label")


def _is_foreign(name: Token) -> bool:
    """Whether it begins words of another language: "persona non grata"."""
    return any(child.dep_ == "flat" and child.pos_ == "X" for child in name.rights)


def _split(called: Token, name: Token) -> None:
    """Make two phrases of one: whatever stands before the two belongs to the first."""
    for child in list(name.lefts):
        if child.i < called.i:
            hang(child, called)
    hang(called, name.head, "obj")
