"""Phrases with the same preposition go together."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.mending.joined_phrases import mend_joined_phrases

FIRED = """
They they PRON 2 nsubj PRP
fired fire VERB 0 root VBD
at at ADP 4 case IN
ports port NOUN 2 obl NNS
of of ADP 6 case IN
Mali Mali PROPN 4 nmod NNP
and and CCONJ 9 cc CC
at at ADP 9 case IN
depots depot NOUN 2 conj NNS
"""
UNDER_NAME = FIRED.replace("NOUN 2 conj", "NOUN 6 conj")
OTHER_CASE = FIRED.replace("at at ADP 9", "by by ADP 9")
NOT = FIRED.replace("and and CCONJ 9 cc CC", "not not PART 9 advmod RB")


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (FIRED, 3, "hung on the verb"),
        (UNDER_NAME, 3, "or on the last noun of the first"),
        (OTHER_CASE, 1, "another preposition is another phrase"),
        (NOT, 1, "what is denied is not joined"),
    ],
)
def test_with_what_it_goes(lines: str, head: int, why: str) -> None:
    doc = doc_of(lines)
    mend_joined_phrases(doc)
    assert doc[8].head.i == head, why
