"""A participle behind the subject is no clause of its own."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.participles import mend_participles

FIRED = """
Rockets rocket NOUN 2 nsubj NNS
fired fire VERB 5 nsubj VBD
from from ADP 4 case IN
Lebanon Lebanon PROPN 2 obl NNP
hit hit VERB 0 root VBD
"""
WHAT = """
What what PRON 3 obj WP
rebels rebel NOUN 3 nsubj NNS
did do VERB 4 nsubj VBD
mattered matter VERB 0 root VBD
"""


@pytest.mark.parametrize(
    ("lines", "arcs", "why"),
    [
        (FIRED, [(4, "nsubj"), (0, "acl"), (3, "case"), (1, "obl"), (4, "root")], "rockets hit, and were fired"),
        (
            WHAT,
            [(2, "obj"), (2, "nsubj"), (3, "nsubj"), (3, "root")],
            "a clause with a word of its own stays a subject",
        ),
    ],
)
def test_who_hits_is_the_noun(lines: str, arcs: list[tuple[int, str]], why: str) -> None:
    """Heads and labels after mending."""
    doc = doc_of(lines)
    mend_participles(doc)
    assert [(token.head.i, token.dep_) for token in doc] == arcs, why
