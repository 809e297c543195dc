"""Who bombed killed, not who holds the village."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.outcomes import mend_outcomes
from onrecord.lexicon.load import load_lexicon

HELD = """
Jets jet NOUN 2 nsubj NNS
bombed bomb VERB 0 root VBD
towns town NOUN 2 obj NNS
held hold VERB 3 acl VBN
by by ADP 6 case IN
rebels rebel NOUN 4 obl:agent NNS
, , PUNCT 8 punct ,
killing kill VERB 4 advcl VBG
nine nine NUM 8 obj CD
. . PUNCT 2 punct .
"""
SHELLED = HELD.replace("held hold", "shelled shell")
GROWING = HELD.replace("killing kill", "growing grow")
RELATIVE = HELD.replace("held hold VERB 3 acl", "held hold VERB 3 acl:relcl")


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (HELD, "bombed", "to hold a town kills nobody"),
        (SHELLED, "shelled", "the nearer blow may have killed"),
        (GROWING, "held", "what is no outcome stays"),
        (RELATIVE, "held", "a whole clause may have an outcome of its own"),
    ],
)
def test_whose_outcome_it_is(lines: str, head: str, why: str) -> None:
    """The verb above the participle after mending."""
    doc = doc_of(lines)
    mend_outcomes(doc, load_lexicon())
    assert doc[7].head.text == head, why
