"""Which texts are refused for their language."""

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.language.identify import check_language
from onrecord.reading.document import Document


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Des hommes armés ont tué trois soldats à Maradi lundi, a annoncé la police.", True),
        ("قتل مسلحون ثلاثة جنود في مرادي يوم الاثنين، حسبما ذكرت الشرطة.", True),
        ("Nigerian doctors went on strike over unpaid wages.", False),  # short, and much like Pidgin
        ("The spokesman of حركة حماس (Hamas) said fighters of كتائب القسام had attacked a post.", False),
        ("Tashkent: Mirziyoyev, Tokayev", False),  # too short to tell
    ],
)
def test_a_sentence_is_enough_to_tell(text: str, *, refused: bool) -> None:
    assert isinstance(check_language(Document(id="a", text=text)), InputError) == refused
