"""A clause that stands before its verb of saying has the subject before it."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.fronted import mend_fronted

TOLD = """
States state NOUN 7 nsubj NNS
back back VERB 7 ccomp VBP
it it PRON 2 obj PRP
, , PUNCT 2 punct ,
three three NUM 6 nummod CD
envoys envoy NOUN 7 nsubj NNS
told tell VERB 0 root VBD
Kivu Kivu PROPN 7 iobj NNP
"""
ONE_SUBJECT = TOLD.replace("envoys envoy NOUN 7 nsubj", "envoys envoy NOUN 7 obj")
WITH_ITS_OWN = TOLD.replace("it it PRON 2 obj PRP", "it it PRON 2 nsubj PRP")


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (TOLD, "back", "of two subjects the first is the clause's"),
        (ONE_SUBJECT, "told", "who tells may stand first"),
        (WITH_ITS_OWN, "told", "the clause has its subject"),
    ],
)
def test_whose_subject_it_is(lines: str, head: str, why: str) -> None:
    """What the first noun hangs on."""
    doc = doc_of(lines)
    mend_fronted(doc)
    assert doc[0].head.text == head, why
