"""Two parties joined by a hyphen before what is between them: "the Israel-Hamas war", "US-South Korea drills".

A tokenizer makes three words of them and a parser one name, "Israel-Hamas", which is nobody. Where what follows is an
act of the lexicon and both halves are known names, the halves become two names side by side, as in "Israel and Hamas".
Before other nouns they may be one man's two countries ("the Israeli-American journalist") and stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.hanging import hang
from onrecord.language.plain_words import Span
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.load import Lexicon

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_BEFORE_NOUNS = frozenset({"compound", "amod", "nmod", "nmod:desc"})
_MOST_WORDS = 3


def split_paired_names(doc: Doc, lexicon: Lexicon, label_of: Callable[[str], str | None]) -> None:
    """Rewrite heads, labels and names of `doc` wherever two parties are joined; time linear in tokens.

    Args:
        doc: a parsed report, changed in place.
        lexicon: knows which nouns are acts.
        label_of: the label of a known name ("PLACE", "NORP", "ORGANIZATION"), None for other words.
    """
    names = []
    for place in having(doc, "ORTH", _HYPHENS):
        hyphen = doc[place]
        if not 0 < place < len(doc) - 1 or hyphen.nbor(-1).whitespace_ or hyphen.whitespace_:
            continue
        ends = range(hyphen.i - 1, max(hyphen.i - _MOST_WORDS, 0) - 1, -1)
        left = _known(doc, [(start, hyphen.i) for start in ends], label_of)
        starts = range(hyphen.i + 2, min(hyphen.i + 2 + _MOST_WORDS, len(doc)))
        right = _known(doc, [(hyphen.i + 1, end) for end in starts], label_of)
        if left is not None and right is not None and _is_before_an_act(right.root, lexicon):
            noun = _noun_after(right.root)
            noun.pos_, noun.tag_ = "NOUN", noun.tag_.replace("NNP", "NN")  # the "War" of "the Iran-Iraq War"
            _join(left, hyphen, right)
            names += [left, right]
    if names:
        free = [name for name in doc.ents if not any(name.start < n.end and n.start < name.end for n in names)]
        doc.set_ents(sorted([*free, *names], key=lambda name: name.start))


def _known(doc: Doc, places: list[tuple[int, int]], label_of: Callable[[str], str | None]) -> Span | None:
    """The longest known name at one of the places, within a sentence."""
    found = None
    for start, end in places:
        span = doc[start:end]
        if any(token.is_sent_start for token in span[1:]) or span[0].pos_ == "DET" or not span[0].text[:1].isupper():
            continue
        label = label_of(span.text)
        if label is not None:
            found = Span(doc, start, end, label=label)
    return found


def _noun_after(token: Token) -> Token:
    noun = token
    while noun.dep_ in _BEFORE_NOUNS and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _is_before_an_act(token: Token, lexicon: Lexicon) -> bool:
    noun = _noun_after(token)
    entries = lexicon.events.get(noun.lemma_.lower(), ())
    return noun.i != token.i and any(entry.pos == "NOUN" for entry in entries)


def _join(left: Span, hyphen: Token, right: Span) -> None:
    first, second = left[-1], right[-1]
    outside, label = second.head, second.dep_
    for token in left[:-1]:
        hang(token, first, "compound")
    for token in right[:-1]:
        hang(token, second, "compound")
    hang(first, outside, label)
    hang(second, first, "conj")
    hang(hyphen, second, "punct")
