"""Who asks or says goes on speaking behind the comma, not whom the words are about."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.remarks import mend_remarks
from onrecord.lexicon.load import load_lexicon

URGED = """
Kenya Kenya PROPN 2 nsubj NNP
urged urge VERB 0 root VBD
Chad Chad PROPN 2 obj NNP
to to PART 5 mark TO
yield yield VERB 2 xcomp VB
, , PUNCT 7 punct ,
saying say VERB 5 advcl VBG
he he PRON 9 nsubj PRP
erred err VERB 7 ccomp VBD
. . PUNCT 2 punct .
"""
KILLING = URGED.replace("saying say", "killing kill").replace(
    "he he PRON 9 nsubj PRP\nerred err VERB 7 ccomp VBD", "two two NUM 7 obj CD"
)
SAID = """
Kenya Kenya PROPN 2 nsubj NNP
said say VERB 0 root VBD
rebels rebel NOUN 4 nsubj NNS
left leave VERB 2 ccomp VBD
, , PUNCT 6 punct ,
adding add VERB 4 advcl VBG
two two NUM 8 nsubj CD
died die VERB 6 ccomp VBD
. . PUNCT 2 punct .
"""
CLAIMING = SAID.replace("adding add", "claiming claim")
FORCED = SAID.replace("said say", "forced force")
NO_COMMA = URGED.replace(", , PUNCT 7 punct ,", "now now ADV 7 advmod RB")


@pytest.mark.parametrize(
    ("lines", "word", "head", "why"),
    [
        (URGED, "saying", "urged", "who urges gives his reason"),
        (KILLING, "killing", "yield", "what is no saying stays with the nearest verb"),
        (SAID, "adding", "said", "who said it adds to it"),
        (CLAIMING, "claiming", "left", "the rebels may have claimed it"),
        (FORCED, "adding", "left", "nobody has said anything that one could add to"),
        (NO_COMMA, "saying", "yield", "without a comma it is no aside"),
    ],
)
def test_who_goes_on_speaking(lines: str, word: str, head: str, why: str) -> None:
    """The verb above the participle after mending."""
    doc = doc_of(lines)
    mend_remarks(doc, load_lexicon())
    assert next(token for token in doc if token.text == word).head.text == head, why
