"""What is asked for hangs on the noun of asking."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.asked_for import mend_asked_for

CALL = """
Chad Chad PROPN 2 nsubj NNP
rejected reject VERB 0 root VBD
a a DET 4 det DT
call call NOUN 2 obj NN
by by ADP 7 case IN
the the DET 7 det DT
bishops bishop NOUN 4 nmod NNS
for for ADP 10 case IN
a a DET 10 det DT
truce truce NOUN 2 obl NN
. . PUNCT 2 punct .
"""
OF_ASKER = CALL.replace("truce truce NOUN 2 obl", "truce truce NOUN 7 nmod")
OFFICE = OF_ASKER.replace("a a DET 10", "all all DET 10")
OTHER_NOUN = CALL.replace("call call", "deal deal")
NO_ASKER = CALL.replace("bishops bishop NOUN 4 nmod", "bishops bishop NOUN 2 obl")


@pytest.mark.parametrize(
    ("rows", "head", "why"),
    [
        (CALL, "call", "the call is for it"),
        (OF_ASKER, "call", "so where it hangs on who asks"),
        (OFFICE, "bishops", "what may be an office stays"),
        (OTHER_NOUN, "rejected", "a deal asks for nothing"),
        (NO_ASKER, "rejected", "nobody asks between them"),
    ],
)
def test_what_it_hangs_on(rows: str, head: str, why: str) -> None:
    """By the noun, and by who asks."""
    doc = doc_of(rows)
    mend_asked_for(doc, shipped_lexicon())
    assert doc[9].head.text == head, why
