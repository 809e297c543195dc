"""Words of an English text as Universal Dependencies counts them, as a spaCy tokenizer.

The rules are those that can be read off the EWT and GUM treebanks: ``do|n't``, ``workers|'``, ``well|-|known`` but
``anti-American``, ``U.S.``, ``Gen.``, ``$|5``, ``5|%``, ``10|am``. Word lists are data (``data/tokens_en.toml``).
The text is never changed: every character, white space included, is in exactly one token or is the one space after it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from onrecord.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.vocab import Vocab

_CHUNKS = re.compile(r"(\S+)(\s*)")
_CONTRACTION = re.compile(r"(?:n['’`]t|['’`](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_AMBIGUOUS_END = re.compile(r"(?:\b[A-Za-z]|\b[A-Z][a-z]{0,3}|\b(?:pp))\.\W*$")
_INITIAL = re.compile(r"\W*[A-Z]\.")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CACHE_SIZE = 200_000
_LONGEST_CHUNK = 1000  # characters


@cache
def word_lists() -> dict[str, Any]:
    """Return the tokenizer's word lists, as read from ``data/tokens_en.toml``."""
    text = resources.files("onrecord.language").joinpath("data/tokens_en.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _word_pattern(*, next_is_number: bool, next_is_capital: bool) -> re.Pattern[str]:
    """Build the scanner: the first alternative that matches at a place is the word there."""
    lists = word_lists()
    whole = lists["whole"]
    abbreviations = lists["abbreviations"] + [word[0].upper() + word[1:] for word in lists["abbreviations"]]
    if next_is_number:
        abbreviations = abbreviations + lists["abbreviations_before_number"]
    initial = r"[A-Z]\.(?![\w.])" if next_is_capital else r"[A-Z]\.(?=[A-Z][a-z])"
    units = _any_of(whole["number_units"])
    letter = r"[^\W\d_]"
    alternatives = [
        rf"(?<!\w)(?:{_any_of(whole['words'])})(?!\w)",
        r"(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}'’]",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*",
        r"(?<![\w.])[a-z]{2,}(?:\.[a-z-]{2,}){2,}(?![\w.])",
        rf"(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:{_any_of(whole['top_level_domains'])})(?:/[^\s<>\"“”]*[\w/])?(?![\w.@-]*\w)",
        r"(?<!\w)@\w+|(?<!\w)#[^\W\d]\w*",
        rf"(?<![\w.])(?:{_any_of(abbreviations)})(?![\w])",
        rf"(?<![\w.])(?:{letter}\.){{2,}}(?:{letter}(?!\w))?",
        r"(?<![\w.])[A-Z]\.[A-Z](?![\w.])",
        rf"(?<![\w.]){initial}",
        _any_of(whole["currencies"]),
        r"(?<![\w-])(?:\+?\d-)?(?:\d{3}[-/])?\d{3}-\d{4}(?![\w-])",
        rf"(?<![\w.])[+]?\d[\d,]*(?:[.:]\d+)?(?=(?:{units})(?![\w]))",
        rf"(?<=\d)(?:{units})(?!\w)",
        r"(?<!\w)['’]\d\ds?(?!\w)",
        r"(?<![\w.])[+]?\d+(?:[.,:/]\d+)+(?:(?:st|nd|rd|th|s)(?!\w))?(?!\w)",
        r"(?<!\w)\.\d+(?!\w)",
        r"\.{2,}|…+|-{2,}|[–—―]+|!{2,}|\?{2,}|[!?]{2,}|\*{2,}|\${2,}|={2,}|_{2,}|~{2,}|<{2,}|>{2,}|''|``|’’|‘‘",
        rf"(?<![\w-])(?i:{_any_of(lists['hyphen_prefixes'])})-{letter}{{2}}\w*(?:['’]\w+)*",
        r"(?<![\w'’])['’](?:s|re|ve|ll|d|m|em)(?!\w)|(?<!\w)n['’]t(?!\w)",
        r"(?<!\w)[A-Z]\w*(?:&[A-Z]\w*)+",
        r"\w+(?:['’`]\w+)*",
        r"\S",
    ]
    return re.compile("|".join(alternatives))


def _pieces_of(word: str) -> Iterator[int]:
    """Yield the lengths of the words inside one scanned word: contractions and fused words."""
    cut = word_lists()["two_words"].get(word.lower())
    if cut:
        yield cut
        yield len(word) - cut
        return
    found = _CONTRACTION.search(word)
    if found and found.start():
        yield found.start()
        yield len(word) - found.start()
        return
    yield len(word)


def split_chunk(chunk: str, following: str = "") -> tuple[int, ...]:
    """Return the lengths of the words of a stretch without white space; they sum to ``len(chunk)``.

    ``following`` is the text's next character that is not white space, or an empty string at the end.
    """
    pattern = _word_pattern(next_is_number=following.isdigit(), next_is_capital=following.isupper())
    return tuple(n for found in pattern.finditer(chunk) for n in _pieces_of(found.group()))


class Tokenizer:
    """A spaCy tokenizer: ``tokenizer(text)`` gives a ``Doc`` whose ``text`` is the text, character for character.

    One plain space after a token is its ``whitespace_``. Any other white space (a second space, line ends, a
    no-break space) is a token of its own, as in spaCy's tokenizers.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._plain: dict[str, tuple[str, ...]] = {}  # chunks that are the same whatever follows
        self._cache: dict[tuple[str, str], tuple[str, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """Return the text's tokens. Raises `InputError` when the text holds half a surrogate pair."""
        words, spaces = self.words(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def words(self, text: str) -> tuple[list[str], list[bool]]:
        """Return the tokens' texts and whether one space follows each."""
        _check_encodable(text)
        chunks = _CHUNKS.findall(text)
        words = [text[: len(text) - len(text.lstrip())]] if text[:1].isspace() else []
        spaces = [False] * len(words)
        for position, (chunk, space) in enumerate(chunks):
            parts = self._plain.get(chunk)
            if parts is None:
                before = chunks[position - 1][0] if position else ""
                ends = position + 1 == len(chunks) or _ends_here(before, chunk)
                following = "" if ends else chunks[position + 1][0][0]
                parts = self._parts(chunk, "A" if not ends and _goes_on(before, chunk) else following)
            words += parts
            spaces += [False] * len(parts)
            spaced = spaces[-1] = space[:1] == " "
            if len(space) > spaced:
                words.append(space[spaced:])
                spaces.append(False)
        return words, spaces

    def _parts(self, chunk: str, following: str) -> tuple[str, ...]:
        if len(self._plain) + len(self._cache) >= _CACHE_SIZE:
            self._plain.clear()
            self._cache.clear()
        if "." not in chunk or not _AMBIGUOUS_END.search(chunk):
            parts = self._plain[chunk] = tuple(_parts_of(chunk, ""))
            return parts
        key = chunk, "1" if following.isdigit() else "A" if following.isupper() else ""
        if key not in self._cache:
            self._cache[key] = tuple(_parts_of(*key))
        return self._cache[key]


def _ends_here(before: str, chunk: str) -> bool:
    """Whether a letter with a full stop is a name at the end of a sentence ("wrote on X. Later …"), and no initial."""
    return chunk[:1] in word_lists()["letter_names"] and before.lower() in word_lists()["before_letter_names"]


def _goes_on(before: str, chunk: str) -> bool:
    """Whether it is the next letter of an abbreviation written with blanks ("the U. | N. mission")."""
    return bool(_INITIAL.fullmatch(before) and _INITIAL.fullmatch(chunk))


def _parts_of(chunk: str, following: str) -> Iterator[str]:
    """Yield the words of a chunk; an absurdly long one is read in slices, so that time grows with its length only."""
    for begin in range(0, len(chunk), _LONGEST_CHUNK):
        part = chunk[begin : begin + _LONGEST_CHUNK]
        at = 0
        for length in split_chunk(part, following):
            yield part[at : at + length]
            at += length


def _check_encodable(text: str) -> None:
    if not text.isascii() and (found := _SURROGATE.search(text)):
        raise InputError(
            "read the text",
            f"character {found.start()} is half of a surrogate pair",
            "Decode the file again with errors='replace'",
        )
