"""To whom something is given is no part of what is given."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.given import mend_given

GRANTED = """
Chad Chad PROPN 2 nsubj NNP
granted grant VERB 0 root VBD
the the DET 5 det DT
rebel rebel NOUN 5 compound NN
leader leader NOUN 6 compound NN
asylum asylum NOUN 2 obj NN
. . PUNCT 2 punct .
"""
ONE_OF_THEM = GRANTED.replace("the the", "a a")
NO_ONE = GRANTED.replace("leader leader", "river river")
OTHER_THING = GRANTED.replace("asylum asylum", "villa villa")
OTHER_VERB = GRANTED.replace("granted grant", "painted paint")
HEADLINE = GRANTED.replace("the the DET 5 det DT", "ex ex ADJ 5 amod JJ").replace(". . PUNCT", "; ; PUNCT")
SENTENCE = GRANTED.replace("the the DET 5 det DT", "ex ex ADJ 5 amod JJ")


STATUS = (
    GRANTED.replace("rebel rebel", "country country")
    .replace("leader leader", "candidate candidate")
    .replace("asylum asylum", "status status")
    .replace("NOUN 5 compound", "NOUN 6 compound")
    .replace("DET 5 det", "DET 6 det")
)


@pytest.mark.parametrize(
    ("lines", "arc", "why"),
    [
        (GRANTED, (1, "iobj"), "a leader is granted it"),
        (HEADLINE, (1, "iobj"), "a headline has no article"),
        (SENTENCE, (5, "compound"), "but a sentence has one"),
        (ONE_OF_THEM, (5, "compound"), "the article may be that of the thing"),
        (NO_ONE, (5, "compound"), "nobody who could be granted anything"),
        (OTHER_THING, (5, "compound"), "nothing that the lexicon knows to be granted"),
        (OTHER_VERB, (5, "compound"), "no verb of giving"),
    ],
)
def test_who_receives(lines: str, arc: tuple[int, str], why: str) -> None:
    doc = doc_of(lines)
    mend_given(doc, shipped_lexicon(), {"Somalia"}.__contains__)
    assert (doc[4].head.i, doc[4].dep_) == arc, why
    if arc[1] == "iobj":
        assert doc[2].head.i == 4, "and what says which one goes along"


def test_a_kind_of_status_receives_nothing() -> None:
    """The country is granted it, as a candidate."""
    doc = doc_of(STATUS)
    mend_given(doc, shipped_lexicon(), {"Somalia"}.__contains__)
    assert [(doc[place].head.text, doc[place].dep_) for place in (3, 4)] == [
        ("granted", "iobj"),
        ("status", "compound"),
    ]
