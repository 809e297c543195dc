"""Words around what was searched for: no tag of the report, whole or cut, is among them."""

from __future__ import annotations

import pytest

from onrecord.store.excerpts import show_excerpt

TEXT = (
    '<p>Troops of the <a href="https://paper.example/kadi/army">army of Kadi</a> shelled <b>Lira</b>, the'
    ' <em class="said">ministry</em> said.</p><p class="end">Rebels denied it.</p>'
)


@pytest.mark.parametrize(
    ("marked", "shown", "why"),
    [
        ('\x04kadi/army">army of Kadi</a> \x02shelled\x03 <b>Lira\x04', "… army of Kadi [shelled] Lira …", "a cut tag"),
        ('\x04the <em class="said">\x02ministry\x03</em> said\x04', "… the [ministry] said …", "a tag at the word"),
        ('Troops of the <a href="https://paper.example/\x02kadi\x03\x04', "Troops of the …", "found in an address"),
        ('\x04said.</p><p class="end">\x02Rebels\x03 denied\x04', "… said. [Rebels] denied …", "two paragraphs"),
        ("The \x02army\x03 & <b>its men", "The [army] & <b>its men", "a title, which is no part of the text"),
    ],
)
def test_no_part_of_a_tag_is_shown(marked: str, shown: str, why: str) -> None:
    assert show_excerpt(marked, lambda: TEXT) == shown, why


def test_a_text_is_asked_for_only_where_it_may_have_tags() -> None:
    def never() -> str:
        raise AssertionError

    assert show_excerpt("\x04The \x02ar\u00admy\x03\n  left\x04", never) == "… The [army] left …"


def test_signs_that_are_no_tags_stay() -> None:
    text = "Prices rose by <5% and > 3% in Kadi."
    assert show_excerpt("by <5% and > 3% in \x02Kadi\x03.", lambda: text) == "by <5% and > 3% in [Kadi]."
