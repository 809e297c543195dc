"""By whom somebody was asked or made to do something."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.agents import mend_agents

FORCED = """
He he PRON 3 nsubj:pass PRP
was be AUX 3 aux:pass VBD
forced force VERB 0 root VBN
to to PART 5 mark TO
resign resign VERB 3 xcomp VB
by by ADP 7 case IN
soldiers soldier NOUN 5 obl NNS
on on ADP 9 case IN
Friday Friday PROPN 5 obl NNP
"""
BY_TIME = FORCED.replace("soldiers soldier NOUN 5 obl NNS", "noon noon NOUN 5 obl NN")
OWN_BY = FORCED.replace("resign resign", "stand stand")
ACTIVE = """
He he PRON 3 nsubj PRP
has have AUX 3 aux VBZ
threatened threaten VERB 0 root VBN
to to PART 5 mark TO
resign resign VERB 3 xcomp VB
by by ADP 7 case IN
soldiers soldier NOUN 5 obl NNS
"""
THING_BEHIND = FORCED.replace("Friday Friday PROPN 5 obl NNP", "Friday Friday PROPN 5 xcomp NNP")
COUNTRY = FORCED.replace("soldiers soldier NOUN 5 obl NNS", "Chad Chad PROPN 5 obl NNP")
LET_GO = FORCED.replace("forced force", "let let").replace("to to PART 5 mark TO", "just just ADV 5 advmod RB")
GIVEN = """
They they PRON 3 nsubj:pass PRP
were be AUX 3 aux:pass VBD
given give VERB 0 root VBN
five five NUM 5 nummod CD
boats boat NOUN 3 obj NNS
by by ADP 7 case IN
Chad Chad PROPN 5 nmod NNP
on on ADP 9 case IN
Friday Friday PROPN 3 obl NNP
"""
PELTED = """
They they PRON 3 nsubj:pass PRP
were be AUX 3 aux:pass VBD
pelted pelt VERB 0 root VBN
with with ADP 5 case IN
stones stone NOUN 3 obl NNS
by by ADP 7 case IN
youths youth NOUN 5 nmod NNS
on on ADP 9 case IN
Friday Friday PROPN 3 obl NNP
"""
IN_AN_ATTACK = PELTED.replace("with with", "in in").replace("stones stone NOUN 3 obl NNS", "raids raid NOUN 3 obl NNS")
IN_A_BOOK = IN_AN_ATTACK.replace("raids raid", "books book")
GIVEN_REPORT = GIVEN.replace("boats boat", "reports report")
NAMED = FORCED.replace("soldiers soldier NOUN 5 obl NNS", "Tarvex Tarvex PROPN 5 obl NNP _ ent=B-ORGANIZATION")


@pytest.mark.parametrize(
    ("lines", "arc", "why"),
    [
        (FORCED, (2, "obl:agent"), "who forced him, not who resigned"),
        (COUNTRY, (2, "obl:agent"), "a country"),
        (PELTED, (2, "obl:agent"), "who did it, hung on what he did it with"),
        (IN_AN_ATTACK, (4, "nmod"), "whose raids they were"),
        (IN_A_BOOK, (4, "nmod"), "who wrote them"),
        (NAMED, (2, "obl:agent"), "a body by its name"),
        (BY_TIME, (4, "obl"), "nobody: until when"),
        (OWN_BY, (4, "obl"), "the infinitive has a phrase with it of its own"),
        (ACTIVE, (4, "obl"), "who threatens does it himself"),
        (LET_GO, (2, "obl:agent"), "who let him go, without a “to”"),
        (GIVEN, (2, "obl:agent"), "who gave them, no part of what was given"),
        (GIVEN_REPORT, (4, "nmod"), "a report has a maker"),
        (THING_BEHIND, (4, "obl"), "what stands behind belongs to the infinitive"),
    ],
)
def test_who_has_it_done(lines: str, arc: tuple[int, str], why: str) -> None:
    doc = doc_of(lines)
    mend_agents(doc, shipped_lexicon(), {"Chad"}.__contains__)
    assert (doc[6].head.i, doc[6].dep_) == arc, why
    if arc[1] == "obl:agent":
        assert doc[8].head.i == 2, "and what is told behind it goes along"
