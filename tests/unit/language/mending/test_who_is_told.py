"""Of whom "who" tells."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.who_is_told import mend_who_is_told

FARMERS = """
Farmers farmer NOUN 0 root NNS
of of ADP 4 case IN
three three NUM 4 nummod CD
states state NOUN 1 nmod NNS
, , PUNCT 7 punct ,
who who PRON 7 nsubj WP
blamed blame VERB 4 acl:relcl VBD
her she PRON 7 obj PRP
"""
REBELS = FARMERS.replace("states state", "rebels rebel")
LEADER = REBELS.replace("Farmers farmer NOUN 0 root NNS", "Leader leader NOUN 0 root NN").replace(
    "blamed blame VERB 4 acl:relcl VBD", "blames blame VERB 4 acl:relcl VBZ"
)
MANY = """
Nurses nurse NOUN 0 root NNS
, , PUNCT 6 punct ,
many many ADJ 6 nsubj:pass JJ
of of ADP 5 case IN
whom whom PRON 3 nmod WP
hurt hurt VERB 1 acl VBN
"""


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (FARMERS, 0, "a place is no who"),
        (REBELS, 3, "rebels are"),
        (LEADER, 0, "one blames, not several"),
    ],
)
def test_of_whom_it_tells(lines: str, head: int, why: str) -> None:
    doc = doc_of(lines)
    mend_who_is_told(doc, shipped_lexicon())
    assert doc[6].head.i == head, why


def test_some_of_them_open_a_clause() -> None:
    """The count is no quality, and the clause tells of those before it."""
    doc = doc_of(MANY)
    mend_who_is_told(doc, shipped_lexicon())
    assert (doc[5].dep_, doc[2].pos_) == ("acl:relcl", "DET")
