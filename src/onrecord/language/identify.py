"""Is a report in English? Texts in other languages are refused rather than misread."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from onrecord.errors import InputError
from onrecord.reading.document import Document

_SAMPLE_CHARS = 3_000
_MIN_LETTERS = 120  # of a shorter text nobody can tell
_SURE = 0.9


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401 - py3langid brings no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def check_language(document: Document) -> Document | InputError:
    """The document itself, or an error where its text is surely not English (langid.py, Lui and Baldwin 2012)."""
    sample = document.text[:_SAMPLE_CHARS]
    if sum(c.isalpha() for c in sample) < _MIN_LETTERS:
        return document
    language, probability = _identifier().classify(sample)
    if language == "en" or probability < _SURE:
        return document
    cause = f"its language seems to be {language!r} and onrecord reads English"
    return InputError(f"read {document.id}", cause, "Give an English text or a translation")
