"""Which nouns behind "and" are made verbs of a statement."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.joined_calls import mend_joined_calls

STATEMENT = """
Oslo Oslo PROPN 2 nsubj NNP
condemns condemn VERB 0 root VBZ
killings killing NOUN 2 obj NNS
and and CCONJ 5 cc CC
calls call NOUN 3 conj NNS
on on ADP 8 case IN
all all DET 8 det DT
parties party NOUN 3 nmod NNS
to to PART 10 mark TO
stop stop VERB 2 advcl VB
. . PUNCT 2 punct .
"""


def test_a_second_verb_takes_what_it_calls_for() -> None:
    """The verb is joined to the first one, and has its phrase and what they are to do."""
    doc = doc_of(STATEMENT)
    mend_joined_calls(doc, shipped_lexicon())
    call = doc[4]
    assert (call.tag_, call.pos_, call.lemma_, call.head.i, call.dep_) == ("VBZ", "VERB", "call", 1, "conj")
    assert [(doc[place].head.i, doc[place].dep_) for place in (7, 9)] == [(4, "obl"), (4, "advcl")]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            "condemns condemn VERB 0 root VBZ",
            "condemned condemn VERB 0 root VBD",
            "a verb of the past has none of the present",
        ),
        ("condemns condemn VERB 0 root VBZ", "contains contain VERB 0 root VBZ", "a text may contain calls"),
        ("on on ADP 8 case IN", "in in ADP 8 case IN", "calls in a place are nouns"),
    ],
)
def test_other_nouns_stay(old: str, new: str, reason: str) -> None:
    """Only behind a statement of the present, with what is called for."""
    doc = doc_of(STATEMENT.replace(old, new))
    mend_joined_calls(doc, shipped_lexicon())
    assert (doc[4].tag_, doc[4].head.i) == ("NNS", 2), reason
