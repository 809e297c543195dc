"""Conjunctions of condition that a parser takes for a verb of their own, on Docs built by hand."""

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.joined_conditions import mend_joined_conditions

PROVIDED = """
Peru Peru PROPN 2 nsubj NNP
agreed agree VERB 0 root VBD
, , PUNCT 7 punct ,
provided provide VERB 7 advcl VBD
the the DET 6 det DT
firm firm NOUN 7 nsubj NN
paid pay VERB 2 advcl VBD
"""
ASKED = PROVIDED.replace("provided provide", "asked ask")
FARTHER = PROVIDED.replace("paid pay VERB 2 advcl VBD", "paid pay VERB 2 conj VBD")


@pytest.mark.parametrize(
    ("lines", "label", "why"),
    [
        (PROVIDED, "mark", "with nothing beside it, at the head of a clause, it opens a condition"),
        (ASKED, "advcl", "no conjunction of condition"),
        (FARTHER, "advcl", "the clause is no condition of another"),
    ],
)
def test_a_bare_word_of_condition_opens_its_clause(lines: str, label: str, why: str) -> None:
    doc = doc_of(lines)
    mend_joined_conditions(doc, shipped_lexicon())
    assert doc[3].dep_ == label, why
