"""Who bombed killed, not who holds the village."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.outcomes import mend_outcomes

HELD = """
Jets jet NOUN 2 nsubj NNS
bombed bomb VERB 0 root VBD
towns town NOUN 2 obj NNS
held hold VERB 3 acl VBN
by by ADP 6 case IN
rebels rebel NOUN 4 obl:agent NNS
, , PUNCT 8 punct ,
killing kill VERB 4 advcl VBG
nine nine NUM 8 obj CD
. . PUNCT 2 punct .
"""
SHELLED = HELD.replace("held hold", "shelled shell")
RESTING = HELD.replace("killing kill", "resting rest")
RELATIVE = HELD.replace("held hold VERB 3 acl", "held hold VERB 3 acl:relcl")


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (HELD, "bombed", "to hold a town kills nobody"),
        (SHELLED, "shelled", "the nearer blow may have killed"),
        (RESTING, "held", "what is no outcome stays"),
        (RELATIVE, "held", "a whole clause may have an outcome of its own"),
    ],
)
def test_whose_outcome_it_is(lines: str, head: str, why: str) -> None:
    """The verb above the participle after mending."""
    doc = doc_of(lines)
    mend_outcomes(doc, shipped_lexicon())
    assert doc[7].head.text == head, why


HELPED = """
Troops troop NOUN 2 nsubj NNS
took take VERB 0 root VBD
ports port NOUN 2 obj NNS
, , PUNCT 5 punct ,
backed back VERB 3 acl VBN
by by ADP 7 case IN
drones drone NOUN 5 obl:agent NNS
. . PUNCT 2 punct .
"""
REBELS = HELPED.replace("ports port", "rebels rebel")
BESIDE_IT = HELPED.replace(", , PUNCT 5 punct ,", "once once ADV 5 advmod RB")
SEEN = HELPED.replace("backed back", "seen see")
MEANS = """
Police police NOUN 2 nsubj NNS
made make VERB 0 root VBD
raids raid NOUN 2 obj NNS
agreed agree VERB 3 acl VBN
with with ADP 6 case IN
troops troop NOUN 4 obl NNS
using use VERB 4 advcl VBG
tanks tank NOUN 7 obj NNS
. . PUNCT 2 punct .
"""
SCATTERED = """
Police police NOUN 2 nsubj NNS
shot shoot VERB 0 root VBD
to to PART 4 mark TO
scatter scatter VERB 2 advcl VB
crowds crowd NOUN 4 obj NNS
, , PUNCT 7 punct ,
hurting hurt VERB 4 advcl VBG
two two NUM 7 obj CD
. . PUNCT 2 punct .
"""
SCATTERED = SCATTERED.replace("hurting hurt", "wounding wound")
NO_BLOW = SCATTERED.replace("shot shoot", "slept sleep")
BY_TROOPS = MEANS.replace("with with ADP", "by by ADP").replace("4 obl NNS", "4 obl:agent NNS")


@pytest.mark.parametrize(
    ("lines", "word", "head", "why"),
    [
        (HELPED, "backed", "took", "who took the ports was helped"),
        (REBELS, "backed", "rebels", "the rebels may be the ones who have backers"),
        (BESIDE_IT, "backed", "ports", "without a comma it tells which ports"),
        (SEEN, "seen", "ports", "what may be done to a port tells of the port"),
        (MEANS, "using", "made", "the police used the tanks"),
        (SCATTERED, "wounding", "shot", "a purpose wounds nobody"),
        (NO_BLOW, "wounding", "scatter", "nor does sleep"),
        (BY_TROOPS, "using", "agreed", "the troops may have used them"),
    ],
)
def test_who_was_helped_and_who_used_it(lines: str, word: str, head: str, why: str) -> None:
    """The word above the participle after mending."""
    doc = doc_of(lines)
    mend_outcomes(doc, shipped_lexicon())
    assert next(token for token in doc if token.text == word).head.text == head, why
