"""The patterns of the lexicon, and where they match a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.lexicon.load import Lexicon

_PIECE = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
_BLANK = r"(?:[ \t\u00a0\u202f]+)"  # in a group, so that " ?" makes it optional and not lazy
_BLANK_OR_CLASS = re.compile(r"(\[[^\]]*\])| ")
_TWIN = "__"  # a piece may stand in several branches of a pattern: its groups are numbered, and folded after the match
_WORD = re.compile(r"\d[\w.,:/]*|[^\W\d_]+\.?|['’‘][1-9]0s|['’‘]\d\d")
_GAP = re.compile(r"[ \t\u00a0\u202f,.'’‘()/–—-]*")
_FIGURE = frozenset(("figure",))
_LETTERS = re.compile(r"[a-z]+")
_NO_WORDS = re.compile(r"\\.|\(\?P<\w+>|\[[^\]]*\]")
_KEY_PARTS = re.compile(r"[\s'’-]+")


class Found(msgspec.Struct, frozen=True):
    """One match: where, by which pattern, and its named groups (only those that matched)."""

    start: int
    end: int
    pattern: Mapping[str, Any]
    groups: Mapping[str, str]

    @property
    def reads(self) -> str:
        """The name of the reader that values it."""
        return str(self.pattern["reads"])


class Pattern:
    """A pattern and its entry; it is compiled when a text first has words for it, since that takes a while."""

    def __init__(self, source: str, entry: Mapping[str, Any]) -> None:
        self._source, self.entry = source, entry
        self._compiled: re.Pattern[str] | None = None

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Where it holds from `start` on."""
        return self.compiled().match(text, start)

    def compiled(self) -> re.Pattern[str]:
        """The regular expression.

        Raises:
            LexiconError: it is none.
        """
        if self._compiled is None:
            try:
                self._compiled = re.compile(self._source, re.IGNORECASE)
            except re.error as error:
                because = f"`pattern` is no regular expression ({error})"
                raise LexiconError(f"read entry {self.entry['id']}", because, "Mend it, or leave it out") from error
        return self._compiled


class Grammar(msgspec.Struct, frozen=True, eq=False):
    """The patterns, and the words that can be part of them.

    Attributes:
        patterns: all, in the order of the lexicon.
        by_need: which patterns may hold where a word of a kind stands, by kind; by "" those that may anywhere.
        words: the kinds of each word: the maps and lists it stands in, and itself.
        glue: words that make no expression by themselves.
    """

    patterns: tuple[Pattern, ...]
    by_need: Mapping[str, Sequence[int]]
    words: Mapping[str, frozenset[str]]
    glue: frozenset[str]

    def find(self, text: str) -> Iterator[Found]:
        """The longest matches from left to right, not overlapping."""
        free = 0
        for starts, kinds in self._runs(text):
            fitting = set(self.by_need[""]).union(*(self.by_need.get(kind, ()) for kind in kinds))
            patterns = [self.patterns[number] for number in sorted(fitting)]
            for start in starts:
                if start >= free and (found := _longest(patterns, text, start)):
                    yield found
                    free = found.end

    def _runs(self, text: str) -> Iterator[tuple[list[int], set[str]]]:
        """Stretches of words that the grammar knows: where each word starts, and the kinds of the words.

        Most of a text stands in no such stretch.
        """
        starts: list[int] = []
        kinds: set[str] = set()
        end, hot = 0, False
        for word in _WORD.finditer(text):
            key = word.group().lower().rstrip(".")
            known = self.words.get(key)
            if not key[0].isalpha():
                known = _FIGURE if known is None else known | _FIGURE
            if starts and (known is None or not _GAP.fullmatch(text, end, word.start())):
                if hot:
                    yield starts, kinds
                starts, kinds, hot = [], set(), False
            if known is not None:
                starts.append(word.start())
                kinds |= known
                end = word.end()
                hot = hot or key not in self.glue
        if hot:
            yield starts, kinds


def _longest(patterns: Iterable[Pattern], text: str, start: int) -> Found | None:
    best, entry = None, None
    for pattern in patterns:
        found = pattern.match(text, start)
        if found and (best is None or found.end() > best.end()):
            best, entry = found, pattern.entry
    if best is None or entry is None:
        return None
    groups = {name.split(_TWIN)[0]: words for name, words in best.groupdict().items() if words is not None}
    return Found(best.start(), best.end(), entry, groups)


@lru_cache(maxsize=4)
def load_grammar(lexicon: Lexicon) -> Grammar:
    """Lay out the lexicon's time patterns."""
    shapes = lexicon.map("time_shape")
    kinds: dict[str, set[str]] = {}
    by_need: dict[str, list[int]] = {"": []}
    patterns: list[Pattern] = []
    for entry in lexicon.entries("time_pattern"):
        source = entry["pattern"]
        for word in _LETTERS.findall(_NO_WORDS.sub(" ", _PIECE.sub(" ", source.lower()))):
            kinds.setdefault(word, set()).add(word)
        for piece, _ in _PIECE.findall(source):
            for word in _words_of(lexicon, piece, shapes):
                kinds.setdefault(word, set()).update((piece, word))
        for need in entry.get("needs", ()) or ("",):
            by_need.setdefault(need, []).append(len(patterns))
        patterns.append(Pattern(_spelled_out(source, lexicon, shapes), entry))
    words = {word: frozenset(found) for word, found in kinds.items()}
    return Grammar(tuple(patterns), by_need, words, lexicon.list("time_glue"))


def _words_of(lexicon: Lexicon, piece: str, shapes: Mapping[str, str]) -> list[str]:
    if piece in shapes:
        return _LETTERS.findall(_NO_WORDS.sub(" ", shapes[piece].lower()))
    return [part for key in _keys(lexicon, piece) for part in _KEY_PARTS.split(key.lower().replace(".", "")) if part]


def _keys(lexicon: Lexicon, piece: str) -> list[str]:
    if piece == "feast":
        return [name for entry in lexicon.entries("feast") for name in entry["names"]]
    return [*lexicon.map(f"time_{piece}"), *lexicon.list(f"time_{piece}")]


def _spelled_out(source: str, lexicon: Lexicon, shapes: Mapping[str, str]) -> str:
    seen: Counter[str] = Counter()

    def expand(piece: re.Match[str]) -> str:
        name = piece.group(2) or piece.group(1)
        body = shapes.get(piece.group(1)) or _alternatives(_keys(lexicon, piece.group(1)))
        if piece.group(1) == "number":
            body = rf"(?:{body})(?:(?:-| and | )(?:{body}))*"
        seen[name] += 1
        return f"(?P<{name}{_TWIN}{seen[name]}>{body})"

    whole = _BLANK_OR_CLASS.sub(lambda found: found.group(1) or _BLANK, _PIECE.sub(expand, source))
    return rf"(?:{whole})(?!\w)"


def _alternatives(keys: list[str]) -> str:
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", " ") for key in longest_first) + r")(?!\w)"
