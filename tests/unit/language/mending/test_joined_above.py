"""Which verbs behind a comma and "and" go on with the verb above the clause that they are hung on."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.joined_above import mend_joined_above

AFTER = """
Soldiers soldier NOUN 2 nsubj NNS
fled flee VERB 0 root VBD
after after SCONJ 5 mark IN
rebels rebel NOUN 5 nsubj NNS
attacked attack VERB 2 advcl VBD
, , PUNCT 8 punct ,
and and CCONJ 8 cc CC
robbed rob VERB 5 conj VBD
shops shop NOUN 8 obj NNS
"""
NO_COMMA = AFTER.replace(", , PUNCT 8 punct ,", "there there ADV 5 advmod RB")
UNREAL = AFTER.replace("after after", "if if")
TENSE = AFTER.replace("robbed rob VERB 5 conj VBD", "rob rob VERB 5 conj VBP")
SAID = AFTER.replace("fled flee", "said say").replace("after after", "that that").replace("2 advcl", "2 ccomp")
ACCUSED = SAID.replace("robbed rob", "accused accuse")


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (AFTER, 1, "the clause that says when ends with the comma"),
        (NO_COMMA, 4, "without one it goes on"),
        (UNREAL, 4, "what is only thought of goes on"),
        (TENSE, 4, "what is now is not what was then"),
        (SAID, 4, "what is said may go on"),
        (ACCUSED, 1, "but who says something goes on with words"),
    ],
)
def test_what_goes_on(lines: str, head: int, why: str) -> None:
    doc = doc_of(lines)
    mend_joined_above(doc, shipped_lexicon())
    assert doc[7].head.i == head, why
