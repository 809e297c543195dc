"""A clause that stands before its verb of saying has the subject before it."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.mending.fronted import mend_fronted

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


def test_what_a_comma_sets_off_is_not_said() -> None:
    """A verb has one thing said."""
    doc = doc_of("""
Talks talk NOUN 2 nsubj NNS
failed fail VERB 4 ccomp VBD
envoys envoy NOUN 4 nsubj NNS
told tell VERB 0 root VBD
him he PRON 4 iobj PRP
, , PUNCT 8 punct ,
a a DET 8 det DT
blow blow NOUN 4 obj NN
""")
    mend_fronted(doc)
    assert (doc[7].dep_, doc[4].dep_) == ("parataxis", "iobj")
