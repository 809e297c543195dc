"""Is a report in English? Texts in other languages are refused rather than misread."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from onrecord.errors import InputError, MissingDataError
from onrecord.reading.document import Document

_SAMPLE_CHARS = 3_000
_MIN_LETTERS = 120  # of a shorter text in Latin letters nobody can tell
_FEW_LETTERS = 20  # of which a text in another script can be known for what it is
_HARDLY = 0.01  # English is less likely than that; of 3,700 English sentences of 40 letters and more none was
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
    sample = document.text[:_SAMPLE_CHARS]
    latin = _OTHER_SCRIPT.sub(" ", sample)
    if _letters(latin) * 2 > _letters(sample):
        sample = latin  # names in their own script say nothing of the report's language
    least = _MIN_LETTERS if sample is latin else _FEW_LETTERS
    if _letters(sample) < least:
        return document
    ranked = _identifier().rank(sample)
    if dict(ranked)["en"] >= _HARDLY:
        return document
    language = ranked[0][0]
    cause = f"its language seems to be {language!r} and onrecord reads English"
    return InputError(f"read {document.id}", cause, "Give an English text or a translation")


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)
