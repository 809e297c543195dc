"""What hangs on an infinitive, and what it hangs on."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.infinitives import mend_infinitives

VOWED = """
Chad Chad PROPN 2 nsubj NNP
vowed vow VERB 0 root VBD
never never ADV 2 advmod RB Polarity=Neg
to to PART 5 mark TO
leave leave VERB 2 xcomp VB
"""
CAME = """
Chad Chad PROPN 2 nsubj NNP
came come VERB 0 root VBD
early early ADV 2 advmod RB
to to PART 5 mark TO
talk talk VERB 2 advcl VB
"""
GAVE = """
Chad Chad PROPN 2 nsubj NNP
said say VERB 0 root VBD
never never ADV 2 advmod RB Polarity=Neg
to to ADP 5 case IN
Mali Mali PROPN 2 obl NNP
"""


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        (VOWED, "leave", "it has vowed, and what it vowed is not to leave"),
        (CAME, "came", "an adverb that does not negate stays"),
        (GAVE, "said", "a preposition has no infinitive"),
    ],
)
def test_a_negation_hangs_on_the_infinitive(lines: str, head: str, why: str) -> None:
    """The head of the third word after mending."""
    doc = doc_of(lines)
    mend_infinitives(doc, shipped_lexicon())
    assert doc[2].head.text == head, why


FAILED = """
Chad Chad PROPN 2 nsubj NNP
failed fail VERB 0 root VBD
on on ADP 4 case IN
Monday Monday PROPN 2 obl NNP
to to PART 6 mark TO
vote vote VERB 2 advcl VB
"""


@pytest.mark.parametrize(
    ("lines", "label", "why"),
    [
        (FAILED, "xcomp", "what it failed to do"),
        (FAILED.replace("failed fail", "met meet"), "advcl", "what it met for"),
        (FAILED.replace("Monday Monday PROPN 2 obl NNP", "Monday Monday PROPN 2 obj NNP"), "advcl",
         "one complement is enough"),
    ],
)  # fmt: skip
def test_a_day_may_stand_between_a_verb_and_its_infinitive(lines: str, label: str, why: str) -> None:
    """The relation of the infinitive after mending."""
    doc = doc_of(lines)
    mend_infinitives(doc, shipped_lexicon())
    assert doc[5].dep_ == label, why


SOW = """
Gangs gang NOUN 2 nsubj NNS
want want VERB 0 root VBP
to to PART 4 mark TO
sow sow VERB 2 xcomp VB
discord discord VERB 4 xcomp VB
"""
CAMPAIGN = """
a a DET 2 det DT
campaign campaign NOUN 0 root NN
to to PART 4 mark TO
sow sow VERB 5 compound VB
fear fear NOUN 2 nmod NN
"""


@pytest.mark.parametrize(
    ("lines", "arcs", "why"),
    [
        (SOW, [("want", "xcomp"), ("sow", "obj")], "a second infinitive needs a verb that takes one without to"),
        (SOW.replace("sow sow", "help help"), [("want", "xcomp"), ("help", "xcomp")], "such as help"),
        (CAMPAIGN, [("campaign", "acl"), ("sow", "obj")], "a verb is no part of the noun behind it"),
    ],
)
def test_what_stands_behind_an_infinitive_is_its_object(lines: str, arcs: list[tuple[str, str]], why: str) -> None:
    """Head and relation of the last two words after mending."""
    doc = doc_of(lines)
    mend_infinitives(doc, shipped_lexicon())
    assert [(token.head.text, token.dep_) for token in doc[3:]] == arcs, why
