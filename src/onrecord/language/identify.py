"""Is a report in English? Texts in other languages are refused rather than misread."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from itertools import groupby
from typing import Any

from onrecord.errors import InputError, MissingDataError
from onrecord.reading.document import Document
from onrecord.reading.markup import without_markup
from onrecord.reading.span import in_one_line

_SAMPLE_CHARS = 3_000
_MIN_LETTERS = 120  # a shorter text in Latin letters is asked for its words, too
_FEW_LETTERS = 20  # of fewer nobody can tell
_HARDLY = 0.01  # English is less likely than that; of 3,700 English sentences of 40 letters and more none was
# The same of short texts, by how many words of function of other languages stand in them: names of other languages make
# English look like one of them. Of 11,700 English sentences and beginnings of sentences none came below the first.
_HARDLY_SHORT = (0.0005, 0.001, 0.01)
_MIN_WORDS = 2  # in small letters: a text of nothing but names is in no language
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_OTHER_SCRIPT = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2010-\u203a]+")


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401 - py3langid brings no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it unpacks its model into a temporary file
        cause = f"{(error.strerror or str(error)).lower()} where temporary files are written"
        cure = "Make room there, or name another folder in TMPDIR"
        raise MissingDataError("tell the language of a report", cause, cure) from error


def check_language(document: Document) -> Document | InputError:
    """The document itself, or an error where its text is surely not English (langid.py, Lui and Baldwin 2012).

    Raises:
        MissingDataError: the model of the languages cannot be unpacked.
    """
    sample = _words_of(document.text)[:_SAMPLE_CHARS]
    latin = _OTHER_SCRIPT.sub(" ", sample)
    if _letters(latin) * 2 > _letters(sample):
        sample = latin  # names in their own script say nothing of the report's language
    hardly = _HARDLY
    if _letters(sample) < _FEW_LETTERS:
        return document
    if sample is latin and _letters(sample) < _MIN_LETTERS:
        hardly = _hardly_english(sample)
    if not hardly:
        return document
    ranked = _identifier().rank(sample)
    if dict(ranked)["en"] >= hardly:
        return document
    language = ranked[0][0]
    cause = f"its language seems to be {language!r} and onrecord reads English"
    return InputError(f"read {document.id}", cause, "Give an English text or a translation")


def _words_of(text: str) -> str:
    """The text without its markup, which is in no language."""
    bare = without_markup(text)
    return text if bare == text else in_one_line(bare)


def _hardly_english(text: str) -> float:
    """How unlikely English has to be for a short text to be none; 0 where its words are English or say nothing."""
    words = _WORD.findall(text.replace("’", "'"))
    english, other = _function_words()
    if any(word in english for word in (words[0].lower(), *words[1:])):
        return 0.0
    if text.isupper():
        words = [word.lower() for word in words]  # capitals tell no names
    small = sum(word.islower() and word not in other for word in words)
    if words[0].lower() in other:
        words[0] = words[0].lower()
    found = _count_other(words, other)
    return _HARDLY_SHORT[min(found, 2)] if found or small >= _MIN_WORDS else 0.0


def _count_other(words: list[str], other: frozenset[str]) -> int:
    """How many of them are words of function of other languages, those inside names left out ("Casas de las Minas")."""
    found = 0
    for is_other, run in groupby(range(len(words)), key=lambda at: words[at] in other):
        places = tuple(run)
        around = words[max(0, places[0] - 1) : places[0]] + words[places[-1] + 1 : places[-1] + 2]
        if is_other and any(word.islower() for word in around):
            found += len(places)
    return found


@lru_cache(maxsize=1)
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words of function of English, and of other languages (`data/short_texts.toml`)."""
    text = resources.files("onrecord.language").joinpath("data/short_texts.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    return frozenset(lists["english"]), frozenset(lists["other"])


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)
