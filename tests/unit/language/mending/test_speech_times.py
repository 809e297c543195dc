"""The day of a statement hangs on the statement, wherever the parser put it."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.speech_times import mend_speech_times

PREPOSED = """
Rebels rebel NOUN 2 nsubj NNS
said say VERB 0 root VBD
on on ADP 4 case IN
Tuesday Tuesday PROPN 7 obl NNP
they they PRON 7 nsubj PRP
would would AUX 7 aux MD
leave leave VERB 2 ccomp VB
. . PUNCT 2 punct .
"""
AFTER_THAT = """
Rebels rebel NOUN 2 nsubj NNS
said say VERB 0 root VBD
that that SCONJ 8 mark IN
on on ADP 5 case IN
Tuesday Tuesday PROPN 8 obl NNP
they they PRON 8 nsubj PRP
would would AUX 8 aux MD
leave leave VERB 2 ccomp VB
. . PUNCT 2 punct .
"""
AFTER_A_COMMA = """
Rebels rebel NOUN 2 nsubj NNS
said say VERB 0 root VBD
on on ADP 4 case IN
Tuesday Tuesday PROPN 8 obl NNP
, , PUNCT 4 punct ,
they they PRON 8 nsubj PRP
would would AUX 8 aux MD
leave leave VERB 2 ccomp VB
. . PUNCT 2 punct .
"""
NO_DAY = PREPOSED.replace("on on ADP", "under under ADP").replace("Tuesday Tuesday PROPN", "pressure pressure NOUN")
BARE = """
Rebels rebel NOUN 2 nsubj NNS
said say VERB 0 root VBD
Tuesday Tuesday PROPN 6 obl:unmarked NNP
they they PRON 6 nsubj PRP
had have AUX 6 aux VBD
left leave VERB 2 ccomp VBN
. . PUNCT 2 punct .
"""


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        pytest.param(PREPOSED, "Tuesday", "said", id="between the verb and the clause: when it was said"),
        pytest.param(BARE, "Tuesday", "said", id="without a preposition, as in American reports"),
        pytest.param(AFTER_THAT, "Tuesday", "leave", id="behind that: when it is to be"),
        pytest.param(AFTER_A_COMMA, "Tuesday", "leave", id="behind a comma nobody can tell: the parser decides"),
        pytest.param(NO_DAY, "pressure", "leave", id="no day"),
    ],
)
def test_the_day_of_a_statement_hangs_on_it(text: str, word: str, head: str) -> None:
    doc = doc_of(text)
    mend_speech_times(doc, shipped_lexicon())
    (token,) = [token for token in doc if token.text == word]
    assert token.head.text == head
