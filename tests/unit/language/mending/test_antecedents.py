"""What "which" tells of is no people."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.antecedents import mend_antecedents

SHELLED = """
They they PRON 2 nsubj PRP
fed feed VERB 0 root VBD
refugees refugee NOUN 2 obj NNS
in in ADP 5 case IN
Adre Adre PROPN 3 nmod NNP _ ent=B-PLACE
, , PUNCT 9 punct ,
which which PRON 9 nsubj:pass WDT
was be AUX 9 aux:pass VBD
shelled shell VERB 3 acl:relcl VBN
. . PUNCT 2 punct .
"""
WHO = SHELLED.replace("which which PRON 9 nsubj:pass WDT", "who who PRON 9 nsubj:pass WP")
TRUCKS = SHELLED.replace("refugees refugee", "trucks truck")
CAMP = SHELLED.replace("Adre Adre PROPN 3 nmod NNP _ ent=B-PLACE", "camps camp NOUN 3 nmod NNS")
NO_COMMA = SHELLED.replace(", , PUNCT 9 punct ,", "now now ADV 9 advmod RB")


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (SHELLED, "Adre", "people are no which"),
        (CAMP, "camps", "nor where no name stands before the comma"),
        (WHO, "refugees", "people are a who"),
        (TRUCKS, "trucks", "trucks may well be a which"),
        (NO_COMMA, "refugees", "the name does not stand right before it"),
    ],
)
def test_what_which_tells_of(lines: str, head: str, why: str) -> None:
    """The word above the clause after mending."""
    doc = doc_of(lines)
    mend_antecedents(doc, shipped_lexicon())
    assert doc[8].head.text == head, why
