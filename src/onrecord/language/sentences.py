"""Cut a text's words into the windows that the network reads.

A window never crosses a paragraph. Paragraphs end at a blank line or a line end; a line end within a paragraph (text
wrapped at a fixed width) is told by the next line going on in lower case. A paragraph longer than a window is cut after
words that can end a sentence, so that sentences stay whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_WORDS = 128
_STOPS = frozenset({".", "?", "!", "...", "…", "?!", "!?"})
_CLOSERS = frozenset({'"', "”", "’", "'", "''", ")", "]", "’’"})
_STRAIGHT = frozenset({'"', "'"})
_COMMAS = frozenset({",", ";", ":", "—", "–", "--", "-", ")"})


def find_windows(words: Sequence[str], spaces: Sequence[bool] = (), max_words: int = MAX_WORDS) -> Iterator[list[int]]:
    """Yield the places of each window's words, white space left out.

    Args:
        words: all tokens of the text, tokens of white space included.
        spaces: whether one space follows each, which tells a straight quotation mark that opens from one that closes.
        max_words: the longest window.
    """
    paragraph: list[int] = []
    for place, word in enumerate(words):
        if not word.isspace():
            paragraph.append(place)
        elif paragraph and _ends_paragraph(words, place):
            yield from _cut(words, spaces, paragraph, max_words)
            paragraph = []
    if paragraph:
        yield from _cut(words, spaces, paragraph, max_words)


def _closes(words: Sequence[str], spaces: Sequence[bool], place: int) -> bool:
    """Whether a word closes a quotation or bracket; a straight mark with a space only before it opens one."""
    opens = words[place] in _STRAIGHT and place > 0 and bool(spaces) and spaces[place - 1] and not spaces[place]
    return words[place] in _CLOSERS and not opens


def _ends_paragraph(words: Sequence[str], place: int) -> bool:
    space = words[place]
    lines = sum(space.count(end) for end in "\n\u2028\u2029\v\f") + (space.count("\r") if "\n" not in space else 0)
    if not lines:
        return False
    following = words[place + 1] if place + 1 < len(words) else ""
    return lines > 1 or not following[:1].islower() or words[place - 1] in _STOPS


def _cut(words: Sequence[str], spaces: Sequence[bool], paragraph: list[int], max_words: int) -> Iterator[list[int]]:
    begin = 0
    while len(paragraph) - begin > max_words:
        end = begin + _length(words, spaces, paragraph[begin : begin + max_words + 1], max_words)
        yield paragraph[begin:end]
        begin = end
    yield paragraph[begin:]


def _length(words: Sequence[str], spaces: Sequence[bool], places: list[int], max_words: int) -> int:
    """Return how many of the places make the window: up to the last likely end of a sentence, else of a clause."""
    for size in range(max_words, 0, -1):
        if not words[places[size]][0].islower() and not _closes(words, spaces, places[size]):
            last = size - 1
            while last > 0 and _closes(words, spaces, places[last]):
                last -= 1
            if words[places[last]] in _STOPS:
                return size
    for size in range(max_words, max_words // 2, -1):
        if words[places[size - 1]] in _COMMAS:
            return size
    return max_words
