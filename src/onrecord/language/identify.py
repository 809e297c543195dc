"""Is a report in English? Texts in other languages are refused rather than misread."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from onrecord.errors import InputError
from onrecord.reading.document import Document

_SAMPLE_CHARS = 3_000
_MIN_LETTERS = 40  # of a shorter text nobody can tell
_HARDLY = 0.01  # English is less likely than that; of 3,700 English sentences with as many letters none was
_OTHER_SCRIPT = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2010-\u203a]+")


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401 - py3langid brings no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def check_language(document: Document) -> Document | InputError:
    """The document itself, or an error where its text is surely not English (langid.py, Lui and Baldwin 2012)."""
    sample = document.text[:_SAMPLE_CHARS]
    latin = _OTHER_SCRIPT.sub(" ", sample)
    if _letters(latin) * 2 > _letters(sample):
        sample = latin  # names in their own script say nothing of the report's language
    if _letters(sample) < _MIN_LETTERS:
        return document
    ranked = _identifier().rank(sample)
    if dict(ranked)["en"] >= _HARDLY:
        return document
    language = ranked[0][0]
    cause = f"its language seems to be {language!r} and onrecord reads English"
    return InputError(f"read {document.id}", cause, "Give an English text or a translation")


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)
