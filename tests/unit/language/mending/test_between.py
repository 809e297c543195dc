"""Parties that have something between them hang on the noun of what they have."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.between import mend_between

ON_THE_PLACE = """
Clashes clash NOUN 2 nsubj NNS
erupted erupt VERB 0 root VBD
in in ADP 4 case IN
town town NOUN 2 obl NN
between between ADP 6 case IN
police police NOUN 4 nmod NNS
and and CCONJ 8 cc CC
smugglers smuggler NOUN 6 conj NNS
. . PUNCT 2 punct .
"""
ON_THE_VERB = ON_THE_PLACE.replace("police police NOUN 4 nmod", "police police NOUN 2 obl")
UNDER_THE_NOUN = """
Radio radio NOUN 2 nsubj NN
reported report VERB 0 root VBD
clashes clash NOUN 2 obj NNS
in in ADP 5 case IN
hills hill NOUN 3 nmod NNS
between between ADP 7 case IN
clans clan NOUN 5 nmod NNS
. . PUNCT 2 punct .
"""
BORDER = """
Clashes clash NOUN 2 nsubj NNS
erupted erupt VERB 0 root VBD
at at ADP 4 case IN
border border NOUN 2 obl NN
between between ADP 6 case IN
Chad Chad PROPN 4 nmod NNP _ ent=B-PLACE
and and CCONJ 8 cc CC
Sudan Sudan PROPN 6 conj NNP _ ent=B-PLACE
. . PUNCT 2 punct .
"""
DAYS = """
Clashes clash NOUN 2 nsubj NNS
raged rage VERB 0 root VBD
between between ADP 4 case IN
Monday Monday PROPN 2 obl NNP
and and CCONJ 6 cc CC
Friday Friday PROPN 4 conj NNP
. . PUNCT 2 punct .
"""
LED = """
Talks talk NOUN 11 nsubj NNS
between between ADP 3 case IN
Chad Chad PROPN 1 nmod NNP
, , PUNCT 5 punct ,
led lead VERB 1 acl VBN
by by ADP 7 case IN
Sy Sy PROPN 5 obl:agent NNP
, , PUNCT 10 punct ,
and and CCONJ 10 cc CC
Mali Mali PROPN 7 conj NNP
failed fail VERB 0 root VBD
"""
NO_COMMA = LED.replace(", , PUNCT 10 punct ,\n", "II II PROPN 7 flat NNP\n")
NO_ACT = ON_THE_PLACE.replace("Clashes clash", "Floods flood")


@pytest.mark.parametrize(
    ("lines", "at", "head", "why"),
    [
        (ON_THE_PLACE, 5, 0, "the clashes are between them, not the town"),
        (ON_THE_VERB, 5, 0, "nor the erupting"),
        (UNDER_THE_NOUN, 6, 2, "the noun of the act may stand over the place"),
        (BORDER, 5, 3, "a border lies between two places"),
        (LED, 9, 2, "the other side stands behind what is told of the first"),
        (NO_COMMA, 9, 6, "two who lead belong together"),
        (DAYS, 3, 1, "days are no parties"),
        (NO_ACT, 5, 3, "a flood has no two sides"),
    ],
)
def test_what_lies_between_parties(lines: str, at: int, head: int, why: str) -> None:
    """The head of the first party after mending."""
    doc = doc_of(lines)
    mend_between(doc, shipped_lexicon())
    assert doc[at].head.i == head, why
