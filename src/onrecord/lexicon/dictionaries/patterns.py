"""One verb pattern of an old dictionary as conditions and paths of an event entry.

First-generation patterns are strings of words around the verb; those of PETRARCH2 mark phrases with braces and
prepositional phrases with parentheses. Both become heads at paths: what stands after the verb is its object or hangs on
a preposition, what stands before it is its subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.lexicon.load import Lexicon

_TOKEN = re.compile(r"[{}()*$+%^]|&?[\w'./-]+")


class Unfit(Exception):  # noqa: N818 - no error of the program: a pattern that entries cannot say
    """A pattern that cannot be carried over, with the reason as its only argument."""


class Frame(msgspec.Struct):
    """What a pattern asks for, as fields of an entry."""

    needs: dict[str, list[str]]
    actor: list[str]
    recipient: list[str]
    reciprocal: bool = False


def read_pattern(text: str, synsets: Mapping[str, Sequence[str]], lexicon: Lexicon) -> Frame:
    """Turn the words of a pattern (without its code) into a frame.

    Raises:
        Unfit: it carries tense, negation or reporting, skips an actor, or names an unknown synset.
    """
    words = _TOKEN.findall(text.replace("_", " "))
    standing = {word.lower().lstrip("&") for word in words} & lexicon.list("dictionary_standing")
    if standing:
        raise Unfit(f"it carries tense, negation or reporting ({', '.join(sorted(standing))}), which other stages read")
    if "^" in words:
        raise Unfit("it skips an actor (^)")
    if words.count("*") != 1:
        raise Unfit("it does not say where the verb stands")
    at = words.index("*")
    frame = Frame(needs={}, actor=[], recipient=[])
    _Reader(frame, "subj", synsets, lexicon).read(words[:at])
    _Reader(frame, "obj", synsets, lexicon).read(words[at + 1 :])
    if frame.recipient == ["subj"] and frame.actor in (["by"], []):
        raise Unfit("it is a passive, which the paths of every entry see through")
    return frame


class _Reader:
    """Reads the words on one side of the verb; `side` is the path of a phrase without a preposition.

    A preposition holds for the words up to the next preposition, bracket or party; one that nothing follows lets
    anything follow, and that is the recipient.
    """

    def __init__(self, frame: Frame, side: str, synsets: Mapping[str, Sequence[str]], lexicon: Lexicon) -> None:
        self._frame, self._side, self._synsets = frame, side, synsets
        self._prepositions = lexicon.list("dictionary_preposition")
        self._fillers = lexicon.list("dictionary_filler")
        self._preposition = ""
        self._nouns: list[str] = []

    def read(self, words: Sequence[str]) -> None:
        """Fill the frame with what the words ask for."""
        for word in words:
            lower = word.lower()
            if word in {"$", "+", "%"}:
                self._party(word)
            elif word in {"{", "(", "}", ")"}:
                self._close(open_end=word in "()")
            elif lower in self._prepositions:
                self._close(open_end=True)
                self._preposition = lower
            elif lower not in self._fillers:
                self._nouns.append(lower)
        self._close(open_end=True)

    def _path(self) -> str:
        if self._side == "subj" and self._preposition:
            return f"subj/{self._preposition}"
        return self._preposition or self._side

    def _party(self, sign: str) -> None:
        self._close(open_end=False)
        if sign == "%":
            self._frame.reciprocal = True
        else:
            role = self._frame.actor if sign == "$" else self._frame.recipient
            if self._preposition and "obj" in self._frame.needs:
                role.append(f"obj/{self._preposition}")
            role.append(self._path())
        self._preposition = ""

    def _close(self, *, open_end: bool) -> None:
        """End a phrase: its last word is the head, the word before it says which."""
        if self._nouns:
            path = self._path()
            if path in self._frame.needs:
                raise Unfit("it asks for two phrases in one place")
            *before, head = self._nouns
            self._frame.needs[path] = self._members(head)
            if before:
                self._frame.needs[f"{path}/mod"] = self._members(before[-1])
            self._nouns, self._preposition = [], ""
        elif open_end and self._preposition:
            if self._side == "obj":
                self._frame.needs.setdefault(self._preposition, ["*"])
                self._frame.recipient.append(self._preposition)
            self._preposition = ""

    def _members(self, word: str) -> list[str]:
        if not word.startswith("&"):
            return [word]
        name = word[1:].strip()
        if name not in self._synsets:
            raise Unfit(f"the synset {word.upper()} is not defined")
        if not self._synsets[name]:
            raise Unfit(f"the synset {word.upper()} has no member of one word")
        return [f"@imported_{name}"]
