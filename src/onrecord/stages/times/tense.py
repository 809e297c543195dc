"""Whether the words around a time expression speak of what was or of what is to come."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.lexicon.load import Lexicon

_REACH = 30
_CLIMB = 8
_PAST_TAGS = frozenset(("VBD",))
_STOPS = frozenset((".", "!", "?", ";", ":"))


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> dict[str, int]:
    behind = dict.fromkeys(lexicon.list("time_behind"), -1)
    return behind | dict.fromkeys(lexicon.list("time_ahead"), 1)


class Tense:
    """Looks up the tense around places of one Doc: by its tree, else by its tags, else by its words."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cues = _cues(lexicon)
        self._tree = doc.has_annotation("DEP")
        self._tags = doc.has_annotation("TAG")
        self._offsets = [token.idx for token in doc]

    def around(self, start: int, end: int) -> int:
        """Past (-1), future (1) or neither (0) at the characters `start` to `end`."""
        first = max(bisect_right(self._offsets, start) - 1, 0)
        last = max(bisect_right(self._offsets, end - 1) - 1, 0)
        return (self._tree and self._by_tree(first, last)) or self._by_words(first, last)

    def _by_tree(self, first: int, last: int) -> int:
        token = self._doc[first : last + 1].root
        for _ in range(_CLIMB):
            if token.pos_ in ("VERB", "AUX"):
                way = self._verb(token)
                if way:
                    return way
            if token.head.i == token.i:
                break
            token = token.head
        return 0

    def _verb(self, verb: Token) -> int:
        helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
        for word in (*helpers, verb):
            lower = word.lower_
            if word.tag_ == "MD":
                return 1
            if word.tag_ in _PAST_TAGS or lower in ("has", "have", "'ve", "’ve"):
                # "is expected to", "planned to": the tense of a plan does not date what is planned
                return 0 if lower not in ("was", "were", "had") and self._cues.get(lower) == 1 else -1
        if verb.tag_ == "VBN" and not helpers:
            return 1 if self._cues.get(verb.lower_) == 1 else -1
        if any(word.lower_ == "to" for word in helpers) or any(
            child.dep_ == "mark" and child.lower_ == "to" for child in verb.children
        ):
            governor = verb.head
            return 1 if self._cues.get(governor.lower_) == 1 or governor.i == verb.i else 0
        return 1 if verb.tag_ in ("VBN", "VBZ", "VBP", "VBG") and self._cues.get(verb.lower_) == 1 else 0

    def _by_words(self, first: int, last: int) -> int:
        for index in range(first - 1, max(first - _REACH, -1), -1):
            token = self._doc[index]
            if token.text in _STOPS or "\n" in token.text:
                break
            if way := self._cue(token):
                return 1 if way < 0 and self._helped(index) else way
        for index in range(last + 1, min(last + _REACH, len(self._doc))):
            token = self._doc[index]
            if token.text in _STOPS or "\n" in token.text:
                break
            if way := self._cue(token):
                return way
        return 0

    def _helped(self, index: int) -> bool:
        """Whether a past form follows "will be", "would have", "to be"."""
        return any(self._cues.get(token.lower_) == 1 for token in self._doc[max(0, index - 3) : index])

    def _cue(self, token: Token) -> int:
        word = token.lower_
        if self._tags and token.tag_ in ("NN", "NNS", "NNP", "JJ"):
            return 0
        way = self._cues.get(word, 0)
        if way == 0 and self._tags:
            return -1 if token.tag_ in _PAST_TAGS else 0
        if way == 0 and len(word) > 4 and word.endswith("ed"):
            return -1
        return way
