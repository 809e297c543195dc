"""Nothing counts across a preposition; what money is given in is its kind."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.amounts import mend_amounts

OVER = """
They they PRON 2 nsubj PRP
gave give VERB 0 root VBD
190 190 NUM 4 compound CD
million million NUM 7 nummod CD
over over ADP 7 case IN
four four NUM 7 nummod CD
years year NOUN 2 obl NNS
"""
WITH_OBJECT = OVER.replace("They they PRON 2 nsubj PRP", "grain grain NOUN 2 obj NN")
ABOUT = """
They they PRON 2 nsubj PRP
left leave VERB 0 root VBD
after after ADP 7 case IN
about about ADV 6 advmod RB
a a DET 6 det DT
million million NUM 7 nummod CD
years year NOUN 2 obl NNS
"""

KIND = """
They they PRON 2 nsubj PRP
gave give VERB 0 root VBD
ten ten NUM 4 nummod CD
euros euro NOUN 2 obj NNS
in in ADP 6 case IN
aid aid NOUN 2 obl NN
to to ADP 8 case IN
Chad Chad PROPN 6 nmod NNP
"""
SHIPS = KIND.replace("euros euro", "ships ship")


@pytest.mark.parametrize(
    ("lines", "place", "arc", "why"),
    [
        (OVER, 3, ("gave", "obj"), "the amount was given, over years"),
        (WITH_OBJECT, 3, ("years", "nummod"), "what was given stands there already"),
        (KIND, 5, ("euros", "nmod"), "the aid is the money's"),
        (KIND, 7, ("gave", "obl"), "and goes to Chad"),
        (SHIPS, 7, ("aid", "nmod"), "ships are no money"),
        (ABOUT, 5, ("years", "nummod"), "years are counted behind the preposition"),
    ],
)
def test_an_amount_before_a_preposition_is_what_it_is_done_to(
    lines: str, place: int, arc: tuple[str, str], why: str
) -> None:
    """Head and label of the amount after mending."""
    doc = doc_of(lines)
    mend_amounts(doc, shipped_lexicon())
    assert (doc[place].head.text, doc[place].dep_) == arc, why
