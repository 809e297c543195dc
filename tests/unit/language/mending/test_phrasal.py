"""Small words of verbs are hung where they belong, as the lexicon's entries say."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.phrasal import mend_phrasal_verbs

ABIDED = """
Both both DET 2 det DT
camps camp NOUN 3 nsubj NNS
abided abide VERB 0 root VBD
by by ADP 6 case IN
the the DET 6 det DT
truce truce NOUN 3 obl:agent NN
"""
SWITCHED = """
Troops troop NOUN 2 nsubj NNS
switched switch VERB 0 root VBD
off off ADP 5 case IN
the the DET 5 det DT
internet internet NOUN 2 obl NN
"""
CALLED = """
Kenya Kenya PROPN 2 nsubj NNP
called call VERB 0 root VBD
in in ADP 2 compound:prt RP
the the DET 5 det DT
army army NOUN 2 xcomp NN
"""
MARCHED = """
Troops troop NOUN 2 nsubj NNS
marched march VERB 0 root VBD
off off ADP 5 case IN
the the DET 5 det DT
square square NOUN 2 obl NN
"""
STEPPED = """
He he PRON 2 nsubj PRP
stepped step VERB 0 root VBD
away away ADV 2 advmod RB
from from ADP 5 case IN
politics politics NOUN 3 obl NNS
"""
TURNED = """
Chad Chad PROPN 2 nsubj NNP
turned turn VERB 0 root VBD
its its PRON 4 nmod:poss PRP$
back back ADP 2 compound:prt RP
"""
CALLED_BY = """
strikes strike NOUN 0 root NNS
called call VERB 1 acl VBN
by by ADP 4 case IN
unions union NOUN 2 obl:agent NNS
"""
SHOT = """
Guards guard NOUN 2 nsubj NNS
shot shoot VERB 0 root VBD
dead dead ADJ 5 amod JJ
two two NUM 5 nummod CD
men man NOUN 2 obj NNS
"""
KILLED = """
Two two NUM 2 nsubj CD
killed kill VERB 0 root VBD
by by ADP 4 case IN
gunmen gunman NOUN 2 obl:agent NNS
"""
AT_THE_BORDER = """
Keys key NOUN 2 nsubj NNS
handed hand VERB 0 root VBN
over over ADP 2 compound:prt RP
at at ADP 6 case IN
the the DET 6 det DT
border border NOUN 2 obl NN
"""


@pytest.mark.parametrize(
    ("lines", "word", "head", "label", "why"),
    [
        (ABIDED, 5, 2, "obl", "what one abides by did nothing"),
        (CALLED_BY, 3, 1, "obl:agent", "a participle may be passive: the unions called"),
        (KILLED, 3, 1, "obl:agent", "who killed is the agent"),
        (SWITCHED, 4, 1, "obj", "an entry names both the particle and its object"),
        (SWITCHED, 2, 1, "compound:prt", "and the particle is the verb's"),
        (CALLED, 4, 1, "obj", "the army is called in, not called an army"),
        (MARCHED, 4, 1, "obl", "no entry of march has off and a square"),
        (AT_THE_BORDER, 5, 1, "obl", "a noun with a preposition of its own, though an entry has over and a border"),
        (TURNED, 3, 1, "obj", "what is somebody's is no particle"),
        (SHOT, 2, 1, "xcomp", "no dead men were shot"),
        (STEPPED, 4, 1, "obl", "the phrase is the verb's, not the adverb's"),
    ],
)
def test_small_words_are_the_verbs(lines: str, word: int, head: int, label: str, why: str) -> None:
    """Labels and heads after mending."""
    doc = doc_of(lines)
    mend_phrasal_verbs(doc, shipped_lexicon())
    assert (doc[word].head.i, doc[word].dep_) == (head, label), why
