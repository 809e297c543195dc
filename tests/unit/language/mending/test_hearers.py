"""Of two subjects around a verb of telling the one behind is the hearer."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.hearers import mend_hearers

TWO_SUBJECTS = """
The the DET 2 det DT
envoy envoy NOUN 4 nsubj NN
, , PUNCT 2 punct ,
told tell VERB 0 root VBD
Radio Radio PROPN 6 compound NNP
Kivu Kivu PROPN 4 nsubj NNP
. . PUNCT 4 punct .
"""
BEHIND_AN_ADVERB = """
She she PRON 2 nsubj PRP
told tell VERB 0 root VBD
then then ADV 2 advmod RB
Kivu Kivu PROPN 2 nsubj NNP
"""
WITH_A_HEARER = """
Envoys envoy NOUN 2 nsubj NNS
told tell VERB 0 root VBD
Kivu Kivu PROPN 2 nsubj NNP
this this PRON 2 obj DT
"""
TURNED_AROUND = """
Talks talk NOUN 2 nsubj NNS
said say VERB 0 root VBD
Kivu Kivu PROPN 2 nsubj NNP
"""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(TWO_SUBJECTS, "obj", id="directly behind the verb: who is told"),
        pytest.param(BEHIND_AN_ADVERB, "nsubj", id="not directly behind it"),
        pytest.param(WITH_A_HEARER, "nsubj", id="the verb has its object already"),
        pytest.param(TURNED_AROUND, "nsubj", id="a verb that may stand before its subject"),
    ],
)
def test_hearers(text: str, label: str) -> None:
    """What the second subject becomes."""
    doc = doc_of(text)
    mend_hearers(doc, shipped_lexicon())
    assert next(token for token in doc if token.text == "Kivu").dep_ == label
