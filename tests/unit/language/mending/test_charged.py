"""What somebody is accused of is no part of his name."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.charged import mend_charges

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
TOLD = """
Chad Chad PROPN 2 nsubj NNP
accused accuse VERB 0 root VBD
Mali Mali PROPN 2 obj NNP
, , PUNCT 6 punct ,
which which PRON 6 nsubj WDT
denies deny VERB 3 acl:relcl VBZ
it it PRON 6 obj PRP
, , PUNCT 10 punct ,
of of SCONJ 10 mark IN
killing kill VERB 6 advcl VBG
nine nine NUM 10 obj CD
"""
SPEAKS_OF = TOLD.replace(", , PUNCT 10 punct ,", "here here ADV 6 advmod RB")
ACCUSER = """
Mali Mali PROPN 2 nsubj NNP
accused accuse VERB 0 root VBN
of of ADP 4 case IN
crimes crime NOUN 2 obl NNS
by by ADP 6 case IN
Chad Chad PROPN 4 nmod NNP
"""
OTHER_VERB = CHARGE.replace("accused accuse", "studied study")


@pytest.mark.parametrize(
    ("lines", "at", "head", "why"),
    [
        (CHARGE, 5, 1, "the charge is what the firm is accused of"),
        (CHAIN, 6, 1, "and behind a longer name"),
        (CHAIN, 4, 2, "the firms say which heads"),
        (PARTY, 5, 3, "the union says whose head"),
        (NAME, 5, 3, "as does a name"),
        (TOLD, 9, 1, "behind what is told of the accused"),
        (SPEAKS_OF, 9, 5, "without a comma it belongs to what is told"),
        (ACCUSER, 5, 1, "who accuses has not committed the crimes"),
        (OTHER_VERB, 5, 3, "a study of fraud is no charge"),
    ],
)
def test_the_charge_goes_to_the_verb(lines: str, at: int, head: int, why: str) -> None:
    """Only the last phrase, where its noun names nobody."""
    doc = doc_of(lines)
    mend_charges(doc, shipped_lexicon())
    assert doc[at].head.i == head, why
