"""Who put out a text that is the source of words: "the ministry's statement", "said in a letter … the letter adds"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from onrecord.language import grammar

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_INSIDE = frozenset({"in", "through", "via"})
_BODY = frozenset({"ORGANIZATION"})
_NAMING = frozenset({"compound", "amod", "nmod:desc", "flat"})
_BY, _FROM = frozenset({"by"}), frozenset({"from"})
_WHERE = frozenset({"PLACE"})
_LOOKS_BACK = 8  # texts before it


class Issued:
    """The texts of one report by name; each is asked for who put it out."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._names = lexicon.list("issued_text")
        self._issuing = lexicon.list("issuing_verb")
        self._texts = [token for token in doc if token.pos_ == "NOUN" and token.lemma_.lower() in self._names]
        self._places = [text.i for text in self._texts]

    def issuer(self, text: Token, cues: AbstractSet[int]) -> Token | None:
        """Who put out the text at a token: as its own words say, or those by which it was named before.

        `cues` are the places of the words of saying, in whose phrases a text is its speaker's.
        """
        if text.lemma_.lower() not in self._names:
            return None
        found = self._named_at(text, cues)
        if found is not None or not grammar.is_definite(text):
            return found
        place = bisect_left(self._places, text.i)
        for earlier in reversed(self._texts[max(0, place - _LOOKS_BACK) : place]):
            same = earlier.lemma_.lower() == text.lemma_.lower()
            owner = self._named_at(earlier, cues) if same or earlier.tag_ == "NN" else None
            if owner is not None:
                return owner if same else None  # another text has been named since
        return None

    def _named_at(self, text: Token, cues: AbstractSet[int]) -> Token | None:
        """Who is named there as having put it out: its owner, who it is by, or whose verb takes it."""
        owners = [child for child in text.lefts if child.dep_ == "nmod:poss"] or grammar.prep_objects(text, _BY)
        owners = owners or [c for c in text.lefts if c.dep_ in _NAMING and c.ent_type_ in _BODY]
        if owners:
            return owners[0]
        holders = [text, text.head] if text.dep_ == "obj" else [text]  # "released a letter | from his doctor"
        senders = [sender for holder in holders for sender in grammar.prep_objects(holder, _FROM)]
        if senders:
            return senders[0] if senders[0].ent_type_ not in _WHERE else None  # "a report from Idlib"
        told = next((c for c in text.rights if c.dep_ == "acl" and self._issues(c)), None)
        if told is None and text.dep_ in {"obj", "nsubj:pass"} and self._issues(text.head):
            told = text.head
        if told is None and text.dep_ == "obl" and text.head.i in cues and grammar.preposition(text) in _INSIDE:
            told = text.head
        doers = grammar.logical_subjects(told) if told is not None else []
        return next((doer for doer in doers if doer != text), None)

    def _issues(self, verb: Token) -> bool:
        return verb.lemma_.lower() in self._issuing
