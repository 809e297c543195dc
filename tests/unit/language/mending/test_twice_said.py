"""A word said twice around a preposition belongs to the verb as one adverb."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.mending.twice_said import mend_twice_said

STOOD = """
Chad Chad PROPN 2 nsubj NNP
stood stand VERB 0 root VBD
shoulder shoulder NOUN 2 obj NN
to to PART 5 mark TO
shoulder shoulder VERB 2 obl VB
with with ADP 7 case IN
Mali Mali PROPN 5 nmod NNP
"""
GAVE = """
Chad Chad PROPN 2 nsubj NNP
gave give VERB 0 root VBD
arms arm NOUN 2 obj NNS
to to ADP 5 case IN
Mali Mali PROPN 2 obl NNP
"""


@pytest.mark.parametrize(
    ("lines", "arcs", "why"),
    [
        (
            STOOD,
            [("stood", "nsubj"), ("stood", "root"), ("stood", "advmod"), ("shoulder", "fixed"), ("shoulder", "fixed"),
             ("Mali", "case"), ("stood", "obl")],
            "with whom it stood hangs on the verb",
        ),
        (
            GAVE,
            [("gave", "nsubj"), ("gave", "root"), ("gave", "obj"), ("Mali", "case"), ("gave", "obl")],
            "two words are no adverb",
        ),
    ],
)  # fmt: skip
def test_three_words_become_an_adverb(lines: str, arcs: list[tuple[str, str]], why: str) -> None:
    """Heads and labels after mending."""
    doc = doc_of(lines)
    mend_twice_said(doc)
    assert [(token.head.text, token.dep_) for token in doc] == arcs, why
