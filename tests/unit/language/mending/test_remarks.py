"""Who asks or says goes on speaking behind the comma, not whom the words are about."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.remarks import mend_remarks

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
BESIDE = """
Kenya Kenya PROPN 2 nsubj NNP
said say VERB 0 root VBD
rebels rebel NOUN 5 nsubj NNS
had have AUX 5 aux VBD
left leave VERB 2 ccomp VBN
, , PUNCT 8 punct ,
and and CCONJ 8 cc CC
urged urge VERB 5 conj VBD
calm calm NOUN 8 obj NN
. . PUNCT 2 punct .
"""
WITHOUT_A_COMMA = BESIDE.replace(", , PUNCT 8 punct ,", "now now ADV 5 advmod RB")
DEMANDED = WITHOUT_A_COMMA.replace("urged urge", "demanded demand")
DENIED = WITHOUT_A_COMMA.replace("said say", "denied deny")
DONE_TO_A_THING = WITHOUT_A_COMMA.replace("rebels rebel NOUN 5 nsubj NNS", "bridges bridge NOUN 5 nsubj:pass NNS")
DONE_TO_PEOPLE = DEMANDED.replace("rebels rebel NOUN 5 nsubj NNS", "rebels rebel NOUN 5 nsubj:pass NNS")
STATE = """
Kenya Kenya PROPN 2 nsubj NNP
said say VERB 0 root VBD
costs cost NOUN 5 nsubj NNS
were be AUX 5 cop VBD
high high ADJ 2 ccomp JJ
and and CCONJ 7 cc CC
condemned condemn VERB 5 conj VBD
Chad Chad PROPN 7 obj NNP
. . PUNCT 2 punct .
"""
STATE_OF_PEOPLE = STATE.replace("costs cost", "rebels rebel")
STATE_OF_A_TEXT = STATE.replace("costs cost", "letters letter")
NOBODY = DEMANDED.replace("rebels rebel NOUN 5 nsubj NNS", "nobody nobody PRON 5 nsubj NN PronType=Neg")
CLOSED = DONE_TO_A_THING.replace("had have AUX 5 aux VBD", "were be AUX 5 aux:pass VBD")
VOICED = DONE_TO_A_THING.replace("urged urge", "voiced voice").replace("calm calm", "concern concern")
WITH_A_SUBJECT = BESIDE.replace("calm calm NOUN 8 obj NN", "calm calm NOUN 8 nsubj NN")
NO_SAYING = BESIDE.replace("urged urge", "looted loot")
GOES_ON = """
Kenya Kenya PROPN 2 nsubj NNP
wants want VERB 0 root VBZ
to to PART 4 mark TO
thank thank VERB 2 xcomp VB
troops troop NOUN 4 obj NNS
who who PRON 7 nsubj WP
fought fight VERB 5 acl:relcl VBD
and and CCONJ 9 cc CC
condemn condemn VERB 7 conj VBP
rebels rebel NOUN 9 obj NNS
. . PUNCT 2 punct .
"""
UNDER_A_MODAL = """
Kenya Kenya PROPN 2 nsubj NNP
said say VERB 0 root VBD
it it PRON 5 nsubj PRP
would would AUX 5 aux MD
stay stay VERB 2 ccomp VB
but but CCONJ 7 cc CC
closed close VERB 5 conj VBD
roads road NOUN 7 obj NNS
. . PUNCT 2 punct .
"""
BOTH_TO_COME = UNDER_A_MODAL.replace("closed close VERB 5 conj VBD", "close close VERB 5 conj VB")
BESIDE_AN_INFINITIVE = """
Kenya Kenya PROPN 2 nsubj NNP
told tell VERB 0 root VBD
pilots pilot NOUN 2 iobj NNS
to to PART 5 mark TO
land land VERB 2 xcomp VB
and and CCONJ 7 cc CC
closed close VERB 5 conj VBD
airports airport NOUN 7 obj NNS
. . PUNCT 2 punct .
"""
ACCUSING = """
Kenya Kenya PROPN 2 nsubj NNP
said say VERB 0 root VBD
it it PRON 5 nsubj PRP
would would AUX 5 aux MD
fight fight VERB 2 ccomp VB
, , PUNCT 7 punct ,
accusing accuse VERB 5 advcl VBG
Chad Chad PROPN 7 iobj NNP
. . PUNCT 2 punct .
"""
QUOTED = """
Kenya Kenya PROPN 2 nsubj NNP
said say VERB 0 root VBD
Chad Chad PROPN 5 nsubj NNP
" " PUNCT 5 punct ``
cheated cheat VERB 2 ccomp VBD
" " PUNCT 5 punct ''
and and CCONJ 8 cc CC
accused accuse VERB 5 conj VBD
Togo Togo PROPN 8 obj NNP
"""
QUOTED_IN_PART = QUOTED.replace("\" \" PUNCT 5 punct ''", "twice twice ADV 5 advmod RB")
QUOTED_DEED = QUOTED.replace("accused accuse", "shelled shell")
IN_THE_PRESENT = GOES_ON.replace("fought fight VERB 5 acl:relcl VBD", "fight fight VERB 5 acl:relcl VBP")
NO_COMMA = URGED.replace(", , PUNCT 7 punct ,", "now now ADV 7 advmod RB")

PLANNED = """
Courts court NOUN 2 nsubj NNS
suspended suspend VERB 0 root VBD
plans plan NOUN 2 obj NNS
to to PART 5 mark TO
send send VERB 3 acl VB
police police NOUN 5 obj NN
, , PUNCT 8 punct ,
saying say VERB 5 advcl VBG
Chad Chad PROPN 10 nsubj NNP
lied lie VERB 8 ccomp VBD
"""


@pytest.mark.parametrize(
    ("lines", "word", "head", "why"),
    [
        (URGED, "saying", "urged", "who urges gives his reason"),
        (KILLING, "killing", "yield", "what is no saying stays with the nearest verb"),
        (SAID, "adding", "said", "who said it adds to it"),
        (CLAIMING, "claiming", "left", "the rebels may have claimed it"),
        (FORCED, "adding", "left", "nobody has said anything that one could add to"),
        (BESIDE, "urged", "said", "the rebels urged nobody"),
        (DEMANDED, "demanded", "left", "without a comma the clause goes on"),
        (WITHOUT_A_COMMA, "urged", "said", "but for verbs with which one speaks to the public"),
        (CLOSED, "urged", "said", "nor does what is closed"),
        (NOBODY, "demanded", "said", "nor nobody"),
        (VOICED, "voiced", "said", "a verb with a noun of saying goes on likewise"),
        (DENIED, "urged", "denied", 'who denies goes on: the rebels would have "had urged"'),
        (DONE_TO_A_THING, "urged", "said", "bridges urge nobody"),
        (STATE, "condemned", "said", "nor do costs condemn"),
        (STATE_OF_PEOPLE, "condemned", "high", "rebels may"),
        (STATE_OF_A_TEXT, "condemned", "high", "so may a letter"),
        (DONE_TO_PEOPLE, "demanded", "left", "people to whom something was done may have demanded it"),
        (WITH_A_SUBJECT, "urged", "left", "a clause of its own"),
        (NO_SAYING, "looted", "left", "the rebels may have looted"),
        (GOES_ON, "condemn", "thank", "the troops condemned nobody: a base form goes on with the infinitive"),
        (UNDER_A_MODAL, "closed", "said", "no past stands beside what would be"),
        (BESIDE_AN_INFINITIVE, "closed", "told", "nor beside an infinitive"),
        (ACCUSING, "accusing", "said", "who says what would be done goes on to accuse"),
        (BOTH_TO_COME, "close", "stay", "both would be"),
        (QUOTED, "accused", "said", "behind the marks round a clause the speaker goes on"),
        (QUOTED_IN_PART, "accused", "cheated", "the clause goes on behind its marks"),
        (QUOTED_DEED, "shelled", "cheated", "Chad may have done both"),
        (IN_THE_PRESENT, "condemn", "fight", "both may be what the troops do"),
        (PLANNED, "saying", "suspended", "who suspends a plan gives the reason, not who would carry it out"),
        (NO_COMMA, "saying", "yield", "without a comma it is no aside"),
    ],
)
def test_who_goes_on_speaking(lines: str, word: str, head: str, why: str) -> None:
    """The verb above the participle after mending."""
    doc = doc_of(lines)
    mend_remarks(doc, shipped_lexicon())
    assert next(token for token in doc if token.text == word).head.text == head, why
