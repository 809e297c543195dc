"""A negation before "to" belongs to the infinitive."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.negations import mend_negations

VOWED = """
Chad Chad PROPN 2 nsubj NNP
vowed vow VERB 0 root VBD
never never ADV 2 advmod RB Polarity=Neg
to to PART 5 mark TO
leave leave VERB 2 xcomp VB
"""
CAME = """
Chad Chad PROPN 2 nsubj NNP
came come VERB 0 root VBD
early early ADV 2 advmod RB
to to PART 5 mark TO
talk talk VERB 2 advcl VB
"""
GAVE = """
Chad Chad PROPN 2 nsubj NNP
said say VERB 0 root VBD
never never ADV 2 advmod RB Polarity=Neg
to to ADP 5 case IN
Mali Mali PROPN 2 obl NNP
"""


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (VOWED, "leave", "it has vowed, and what it vowed is not to leave"),
        (CAME, "came", "an adverb that does not negate stays"),
        (GAVE, "said", "a preposition has no infinitive"),
    ],
)
def test_a_negation_hangs_on_the_infinitive(lines: str, head: str, why: str) -> None:
    """The head of the third word after mending."""
    doc = doc_of(lines)
    mend_negations(doc)
    assert doc[2].head.text == head, why
