"""What somebody is accused of is no part of his name."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.charged import mend_charges
from onrecord.lexicon.load import load_lexicon

CHARGE = """
Chad Chad PROPN 2 nsubj NNP
accused accuse VERB 0 root VBD
the the DET 4 det DT
firm firm NOUN 2 obj NN
of of ADP 6 case IN
fraud fraud NOUN 4 nmod NN
. . PUNCT 2 punct .
"""
PARTY = CHARGE.replace("firm firm", "head head").replace("fraud fraud", "union union")
CHAIN = """
Chad Chad PROPN 2 nsubj NNP
accused accuse VERB 0 root VBD
heads head NOUN 2 obj NNS
of of ADP 5 case IN
firms firm NOUN 3 nmod NNS
of of ADP 7 case IN
fraud fraud NOUN 5 nmod NN
. . PUNCT 2 punct .
"""
NAME = CHARGE.replace("fraud fraud NOUN 4 nmod NN", "Peru Peru PROPN 4 nmod NNP _ ent=B-PLACE")
OTHER_VERB = CHARGE.replace("accused accuse", "studied study")


@pytest.mark.parametrize(
    ("lines", "at", "head", "why"),
    [
        (CHARGE, 5, 1, "the charge is what the firm is accused of"),
        (CHAIN, 6, 1, "and behind a longer name"),
        (CHAIN, 4, 2, "the firms say which heads"),
        (PARTY, 5, 3, "the union says whose head"),
        (NAME, 5, 3, "as does a name"),
        (OTHER_VERB, 5, 3, "a study of fraud is no charge"),
    ],
)
def test_the_charge_goes_to_the_verb(lines: str, at: int, head: int, why: str) -> None:
    """Only the last phrase, where its noun names nobody."""
    doc = doc_of(lines)
    mend_charges(doc, load_lexicon())
    assert doc[at].head.i == head, why
