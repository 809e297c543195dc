"""What an acronym in brackets stands for."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.acronyms import take_acronyms

REPORT = (
    "Joint Joint PROPN 2 compound NNP _ ent=B-ORGANIZATION\nOffice Office PROPN 6 nsubj NNP _ ent=I-ORGANIZATION\n"
    "( ( PUNCT 4 punct -LRB-\nJO JO PROPN 2 appos NNP\n) ) PUNCT 4 punct -RRB-\nmet meet VERB 0 root VBD\n"
    "JO JO PROPN 8 compound NNP _ ent=B-PLACE\nstaff staff NOUN 6 obj NN"
)


@pytest.mark.parametrize(
    ("changes", "expected", "why"),
    [
        ((), [("Joint Office", "ORGANIZATION"), ("JO", "ORGANIZATION"), ("JO", "ORGANIZATION")], "wherever it stands"),
        ((("JO JO", "EU EU"),), [("Joint Office", "ORGANIZATION"), ("EU", "PLACE")], "others' letters"),
        ((("( (", ", ,"),), [("Joint Office", "ORGANIZATION"), ("JO", "PLACE")], "no bracket"),
    ],
)
def test_an_acronym_is_what_it_stands_behind(
    changes: tuple[tuple[str, str], ...], expected: list[tuple[str, str]], why: str
) -> None:
    text = REPORT
    for old, new in changes:
        text = text.replace(old, new)
    doc = doc_of(text)
    take_acronyms(doc)
    assert [(name.text, name.label_) for name in doc.ents] == expected, why
