"""How many more were harmed, behind those told of first."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.counted_harmed import mend_counted_harmed
from onrecord.language.mending.late_speakers import mend_late_speakers

KILLED = """
Nine nine NUM 1 nummod CD
miners miner NOUN 3 nsubj:pass NNS
were be AUX 3 aux:pass VBD
killed kill VERB 0 root VBN
and and CCONJ 6 cc CC
scores score NOUN 4 conj NNS
injured injure VERB 4 conj VBN
"""
LEFT = """
It it PRON 2 nsubj PRP
left leave VERB 0 root VBD
two two NUM 4 nummod CD
people people NOUN 2 obj NNS
dead dead ADJ 2 xcomp JJ
and and CCONJ 7 cc CC
dozens dozen NOUN 8 nsubj NNS
injured injured ADJ 5 conj JJ
"""
OFFICERS = LEFT.replace("dozens dozen NOUN 8 nsubj NNS", "officers officer NOUN 8 nsubj NNS")
WITH_OBJECT = LEFT.replace("injured injured ADJ 5 conj JJ", "killed kill VERB 2 conj VBD\nRuiz Ruiz PROPN 8 obj NNP")
STATE = LEFT.replace("injured injured ADJ", "happy happy ADJ")
SAID = """
Gunmen gunman NOUN 2 nsubj NNS
fled flee VERB 8 ccomp VBD
and and CCONJ 4 cc CC
killed kill VERB 2 conj VBD
nine nine NUM 4 obj CD
, , PUNCT 4 punct ,
police police NOUN 4 nsubj NNS
said say VERB 0 root VBD
"""
OWN_SUBJECT = SAID.replace("Gunmen gunman NOUN 2 nsubj NNS", "She she PRON 8 nsubj PRP")
ACTED = SAID.replace("said say", "moved move")
AGENT = SAID.replace("police police NOUN 4 nsubj NNS", "police police NOUN 4 obl:agent NNS")


@pytest.mark.parametrize(
    ("lines", "place", "arc", "why"),
    [
        (KILLED, 5, (6, "nsubj:pass"), "a number that a parser calls one more verb"),
        (LEFT, 6, (7, "nsubj:pass"), "a number that a parser takes for who did it"),
        (OFFICERS, 6, (7, "nsubj"), "no number: they may have done it"),
        (WITH_OBJECT, 6, (7, "nsubj"), "who killed another has done it"),
        (STATE, 6, (7, "nsubj"), "nobody does that to them"),
    ],
)
def test_a_number_before_what_was_done_suffered_it(lines: str, place: int, arc: tuple[int, str], why: str) -> None:
    doc = doc_of(lines)
    mend_counted_harmed(doc, shipped_lexicon())
    assert (doc[place].head.i, doc[place].dep_) == arc, why


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (SAID, 7, "who stands before “said” says it"),
        (AGENT, 7, "nor is he the doer of a passive, without a “by”"),
        (OWN_SUBJECT, 3, "who speaks is told already"),
        (ACTED, 3, "no verb of saying"),
    ],
)
def test_who_stands_before_a_verb_of_saying_says_it(lines: str, head: int, why: str) -> None:
    doc = doc_of(lines)
    mend_late_speakers(doc, shipped_lexicon())
    assert doc[6].head.i == head, why
