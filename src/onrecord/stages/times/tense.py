"""Whether the words around a time expression speak of what was or of what is to come."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_REACH = 30
_CLIMB = 8
_STOPS = frozenset((".", "!", "?", ";", ":"))


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> dict[str, int]:
    behind = dict.fromkeys(lexicon.list("time_behind"), -1)
    return behind | dict.fromkeys(lexicon.list("time_ahead"), 1)


class Tense:
    """Looks up the tense around places of one Doc: by its tree, else by its tags, else by its words."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cues, self._list = _cues(lexicon), lexicon.list
        self._tree = doc.has_annotation("DEP")
        self._tags = doc.has_annotation("TAG")
        self._offsets = [token.idx for token in doc]

    def around(self, start: int, end: int) -> int:
        """Past (-1), future (1) or neither (0) at the characters `start` to `end`."""
        first = max(bisect_right(self._offsets, start) - 1, 0)
        last = max(bisect_right(self._offsets, end - 1) - 1, 0)
        return (self._tree and self._by_tree(first, last)) or self._by_words(first, last)

    def _by_tree(self, first: int, last: int) -> int:
        """The tense by the verbs above the time expression."""
        token = self._doc[first : last + 1].root
        if self._stands_behind(token, "time_since"):
            return -1
        if self._is_set_for(token):
            return 1
        noun = False  # whether it stands with a noun: "planned a vote in May" is ahead, "planned in May" is not
        for _ in range(_CLIMB):
            if token.pos_ in ("VERB", "AUX") and (way := self._is_awaited(token) or self._verb(token, noun=noun)):
                return int(way)
            if token.head.i == token.i:
                break
            token = token.head
            noun = noun or token.pos_ in ("NOUN", "PROPN")
        return 0

    def _verb(self, verb: Token, *, noun: bool) -> int:
        """The tense of one verb with its helpers; `noun` if a noun stands between it and the time."""
        ahead = self._cues.get(verb.lower_) == 1
        helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop", "mark"))]
        if any(word.tag_ == "MD" for word in (*helpers, verb)):
            return 1
        if any(word.tag_ == "VBD" or word.lower_ in self._list("time_perfect") for word in (*helpers, verb)):
            return 1 if noun and ahead else -1
        if verb.tag_ == "VBN" and not helpers:
            return 1 if ahead else -1
        if _is_asked_for(verb):
            return 1
        if any(word.lower_ == "to" for word in helpers):
            return int(self._cues.get(verb.head.lower_) == 1 or verb.head.i == verb.i)
        # "the ministers meet on Monday"; in a heading the present is the past
        present = verb.tag_ in ("VBZ", "VBP") and verb.sent[-1].lower_ == "."
        return int(present or (ahead and verb.tag_ in ("VBN", "VBZ", "VBP", "VBG")))

    def _stands_behind(self, time: Token, prepositions: str) -> bool:
        return any(child.dep_ == "case" and child.lower_ in self._list(prepositions) for child in time.children)

    def _is_set_for(self, time: Token) -> bool:
        """Whether it is the day that something is called or set for: "called a strike | for Sunday"."""
        if not self._stands_behind(time, "time_for"):
            return False
        return not self._list("time_setting").isdisjoint({time.head.lemma_, time.head.head.lemma_})

    def _is_awaited(self, verb: Token) -> bool:
        """Whether the clause is one that a plan waits for: "would leave | unless they were freed by Friday"."""
        marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
        waited = verb.dep_ == "advcl" and not marks.isdisjoint(self._list("time_condition"))
        return waited and any(child.tag_ == "MD" for child in verb.head.children)

    def _by_words(self, first: int, last: int) -> int:
        """The tense by the nearest telling word before or behind, where there is no tree."""
        for index in range(first - 1, max(first - _REACH, -1), -1):
            token = self._doc[index]
            if token.text in _STOPS or "\n" in token.text:
                break
            if way := self._cue(token):
                return self._after(index, first, way)
        for index in range(last + 1, min(last + _REACH, len(self._doc))):
            token = self._doc[index]
            if token.text in _STOPS or "\n" in token.text:
                break
            if way := self._cue(token):
                return way
        return 0

    def _after(self, index: int, first: int, way: int) -> int:
        """The way of a cue at `index` before the expression at `first`.

        "Agreed" lies behind in "agreed on Friday to meet" and makes ahead in "agreed to meet on Friday"; a past form
        after "will be", "would have" or "to be" lies ahead.
        """
        doc = self._doc
        if way > 0 and doc[index].lower_.endswith("ed"):
            if any(token.lower_ in self._list("time_opener") for token in doc[index + 1 : first]):
                return 1
            return 1 if index and doc[index - 1].lower_ in self._list("time_present") else -1
        helped = way < 0 and any(self._cues.get(token.lower_) == 1 for token in doc[max(0, index - 3) : index])
        return 1 if helped else way

    def _cue(self, token: Token) -> int:
        word = token.lower_
        if self._tags and token.tag_ in ("NN", "NNS", "NNP", "JJ"):
            return 0
        way = self._cues.get(word, 0)
        if way == 0 and self._tags:
            return -1 if token.tag_ == "VBD" else 0
        if way == 0 and len(word) > 4 and word.endswith("ed"):
            return -1
        return way


def _is_asked_for(verb: Token) -> bool:
    """Whether it is a base form of one person that somebody called for: "demanded that he call elections by May"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    single = any(child.tag_ in ("NN", "NNP") or "Person=3" in child.morph for child in subjects)
    plural = any("Number=Plur" in child.morph for child in subjects)
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and verb.tag_ in ("VB", "VBP") and single and not plural
