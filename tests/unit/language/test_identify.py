"""Which texts are refused for their language."""

from __future__ import annotations

import errno
import sys
from typing import Any

import pytest

from onrecord.errors import InputError, MissingDataError
from onrecord.language import identify
from onrecord.language.identify import check_language
from onrecord.reading.document import Document

FRENCH = "Des hommes armés ont tué trois soldats à Maradi lundi, a annoncé la police. L'armée n'a pas voulu en parler. "


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (FRENCH * 2, True),
        (
            "قتل مسلحون ثلاثة جنود في مرادي يوم الاثنين، حسبما ذكرت الشرطة.",
            True,
        ),  # a sentence in another script will do
        ("Nigerian doctors went on strike over unpaid wages, and much of it is like Pidgin. " * 3, False),
        (
            "The spokesman of حركة حماس (Hamas) said fighters of كتائب القسام had attacked a post near the town. " * 2,
            False,
        ),
        ("Mirziyoyev, Tokayev: Toshkent", False),  # too short to tell
        ("قتل", False),
    ],
)
def test_what_is_not_english_is_refused(text: str, *, refused: bool) -> None:
    assert isinstance(check_language(Document(id="a", text=text)), InputError) == refused


@pytest.mark.parametrize(
    "text", ["Rebels shelled Homs.", "The minister resigned on Tuesday, the president's office said."]
)
def test_a_short_text_does_not_wait_for_the_model(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identify, "_identifier", None)
    check_language(Document(id="a", text=text))


def test_a_full_folder_for_temporary_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    __import__("py3langid.langid")
    monkeypatch.setattr(sys.modules["py3langid.langid"].LanguageIdentifier, "from_model_file", full)
    identify._identifier.cache_clear()
    with pytest.raises(MissingDataError, match="no space left on device where temporary files are written"):
        check_language(Document(id="a", text=FRENCH * 2))
