"""Which word of a Doc hangs on which: set for all of them, or changed for one."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.plain_words import Doc, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterable


def hang(word: Token, on: Token, dep: str = "") -> None:
    """Hang a word on another, or on itself, which makes it a root; what hangs on it goes with it.

    Args:
        word: of a plain Doc, or of spaCy's, which does the same where a head is set.
        on: its new head.
        dep: its new label, where it gets one.
    """
    if not isinstance(word, Token):
        word.head = on
    elif word.head is not on:
        _rehang(word, on)
    if dep:
        word.dep_ = dep


def _rehang(word: Token, on: Token) -> None:
    old = word.head
    word.head = on
    if old is not word:
        _set_children(old, [child for child in old.children if child is not word])
    if on is not word:
        _set_children(on, sorted([*on.children, word]))
    for node in (old, on):
        _reach(node)
    if old is word or on is word:
        _cut_anew([_top(word), _top(old), _top(on)])


def _cut_anew(roots: list[Token]) -> None:
    """Let sentences start where trees do, as far as these trees reach; the report's others stay as they are.

    Trees may lie across one another: one that reaches in keeps its start.
    """
    doc = roots[0].doc
    first = min([root.left_edge for root in roots]).sent
    last = max([root.right_edge for root in roots]).sent
    before, behind = (bisect_left(doc.sents, place, key=_start) for place in (first.start, last.end))
    found = {word.left_edge.i for word in doc.words[first.start : last.end] if word.head is word}
    kept = [word.i for word in [sentence[0] for sentence in doc.sents[before:behind]] if _top(word).left_edge is word]
    starts = {first.start, *kept, *[start for start in found if start > first.start]}
    doc.sents = (*doc.sents[:before], *_sentences(doc, sorted(starts), last.end), *doc.sents[behind:])


def _top(word: Token) -> Token:
    while word.head is not word:
        word = word.head
    return word


def _start(sentence: Span) -> int:
    return sentence.start


def _set_children(word: Token, children: list[Token]) -> None:
    word.children = tuple(children)  # in text order
    before = sum([child.i < word.i for child in children])
    word.lefts, word.rights = word.children[:before], word.children[before:]


def _reach(node: Token) -> None:
    """Find anew how far what hangs on a word and on those above it reaches."""
    for _ in node.doc:
        left, right = node.left_edge, node.right_edge
        node.left_edge = min([node, *[child.left_edge for child in node.children]])
        node.right_edge = max([node, *[child.right_edge for child in node.children]])
        if (left is node.left_edge and right is node.right_edge) or node.head is node:
            break
        node = node.head


def hang_all(doc: Doc, heads: list[int]) -> None:
    """Hang each word on the word at such a place, and find how far what hangs on it reaches; linear in words."""
    words = doc.words
    below: dict[int, list[int]] = {}
    order = []  # every word behind its head
    for place, head in enumerate(heads):
        words[place].head = words[head]
        if head == place:
            order.append(place)
        else:
            below.setdefault(head, []).append(place)
    for place in order:
        if place in below:
            order += below[place]
            _set_children(words[place], [words[child] for child in below[place]])
    first, last = list(range(len(words))), list(range(len(words)))
    for place in reversed(order):
        head = heads[place]
        first[head] = min(first[head], first[place])
        last[head] = max(last[head], last[place])
    for word, left, right in zip(words, first, last, strict=True):
        word.left_edge, word.right_edge = words[left], words[right]


def cut_sentences(doc: Doc, starts: Iterable[int]) -> None:
    """Let sentences start at the first word and at these places."""
    doc.sents = _sentences(doc, sorted({0, *starts} if doc.words else ()), len(doc))


def _sentences(doc: Doc, starts: list[int], end: int) -> tuple[Span, ...]:
    found = tuple([Span(doc, start, stop) for start, stop in pairwise([*starts, end])])
    for sentence in found:
        for word in sentence:
            word.sent = sentence
    return found
