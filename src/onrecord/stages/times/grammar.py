"""The patterns of the lexicon, compiled, and where they match a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.lexicon.load import Lexicon

_PIECE = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
_BLANK = r"[ \t\u00a0\u202f]+"
_WORD = re.compile(r"\d[\w.,:/]*|[^\W\d_]+\.?|['’‘][1-9]0s|['’‘]\d\d")
_GAP = re.compile(r"[ \t\u00a0\u202f,.'’‘()/–—-]*")
_BLANK_OR_CLASS = re.compile(r"(\[[^\]]*\])| ")
# A piece may stand in several branches of a pattern: its groups are numbered, and folded together after the match.
_TWIN = "__"
_LETTERS = re.compile(r"[a-z]+")
_NO_WORDS = re.compile(r"\\.|\(\?P<\w+>|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Found:
    """One match: where, by which pattern, and its named groups (only those that matched)."""

    start: int
    end: int
    pattern: Mapping[str, Any]
    groups: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Compiled patterns and the words that can be part of any of them."""

    patterns: tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]
    words: frozenset[str]
    core: frozenset[str]

    def find(self, text: str) -> Iterator[Found]:
        """The longest matches from left to right, not overlapping."""
        for starts, end in self._runs(text):
            free = 0
            for start in starts:
                if start >= free and (found := self._longest(text, start, end)):
                    yield found
                    free = found.end

    def _runs(self, text: str) -> Iterator[tuple[list[int], int]]:
        """Stretches of words that the grammar knows: the starts of the words, and the end of the stretch."""
        starts: list[int] = []
        end, hot = 0, False
        for word in _WORD.finditer(text):
            key = word.group().lower().rstrip(".")
            known = key in self.words or not key[0].isalpha()
            if starts and not (known and _GAP.fullmatch(text, end, word.start())):
                if hot:
                    yield starts, end
                starts, hot = [], False
            if known:
                starts.append(word.start())
                end = word.end()
                hot = hot or key in self.core or not key[0].isalpha()
        if hot:
            yield starts, end

    def _longest(self, text: str, start: int, end: int) -> Found | None:
        best, entry = None, None
        for pattern, candidate in self.patterns:
            found = pattern.match(text, start, end)
            if found and (best is None or found.end() > best.end()):
                best, entry = found, candidate
        if best is None or entry is None:
            return None
        groups = {name.split(_TWIN)[0]: words for name, words in best.groupdict().items() if words is not None}
        return Found(best.start(), best.end(), entry, groups)


@lru_cache(maxsize=4)
def load_grammar(lexicon: Lexicon) -> Grammar:
    """Compile the lexicon's time patterns."""
    shapes = lexicon.map("time_shape")
    compiled: list[tuple[re.Pattern[str], Mapping[str, Any]]] = []
    words: set[str] = set()
    for entry in lexicon.entries("time_pattern"):
        source = entry["pattern"]
        for piece, _ in _PIECE.findall(source):
            words.update(_words_of(lexicon, piece, shapes))
        words.update(_LETTERS.findall(_NO_WORDS.sub(" ", _PIECE.sub(" ", source).lower())))
        compiled.append((_compile(source, lexicon, shapes), entry))
    for kind in ("time_part", "time_hedge"):
        words.update(word for key in lexicon.map(kind) for word in key.split())
    return Grammar(tuple(compiled), frozenset(words), frozenset(words - lexicon.list("time_glue")))


def _words_of(lexicon: Lexicon, piece: str, shapes: Mapping[str, str]) -> set[str]:
    if piece in shapes:
        return set(_LETTERS.findall(_NO_WORDS.sub(" ", shapes[piece].lower())))
    return {part for key in _keys(lexicon, piece) for part in re.split(r"[\s'’-]+", key.lower().replace(".", "")) if part}


def _keys(lexicon: Lexicon, piece: str) -> list[str]:
    if piece == "feast":
        return [name for entry in lexicon.entries("feast") for name in entry["names"]]
    return [*lexicon.map(f"time_{piece}"), *sorted(lexicon.list(f"time_{piece}"))]


def _compile(source: str, lexicon: Lexicon, shapes: Mapping[str, str]) -> re.Pattern[str]:
    seen: Counter[str] = Counter()

    def expand(piece: re.Match[str]) -> str:
        name = piece.group(2) or piece.group(1)
        body = shapes.get(piece.group(1)) or _alternatives(_keys(lexicon, piece.group(1)))
        if piece.group(1) == "number":
            body = rf"(?:{body})(?:(?:-| and | )(?:{body}))*"
        seen[name] += 1
        return f"(?P<{name}{_TWIN}{seen[name]}>{body})"

    whole = _BLANK_OR_CLASS.sub(lambda found: found.group(1) or _BLANK, _PIECE.sub(expand, source))
    return re.compile(whole + r"(?!\w)", re.IGNORECASE)


def _alternatives(keys: list[str]) -> str:
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", " ") for key in longest_first) + r")(?!\w)"
