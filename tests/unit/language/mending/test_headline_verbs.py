"""Verbs of headlines that a parser takes for nouns."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.headline_verbs import mend_headline_verbs

WITH_OBJECT = """
Court court NOUN 2 compound NN
jails jail NOUN 0 root NNS
mayor mayor NOUN 2 obj NN
"""
TAGGED_NOUN = """
Police police NOUN 2 compound NN
hold hold VERB 0 root NN
editor editor NOUN 2 obj NN
"""
COMPOUND = """
Army army NOUN 3 compound NN
raids raid NOUN 3 compound NNS
camp camp NOUN 0 root NN
"""
SEVERAL = """
Gunmen gunman NOUN 3 compound NNS
ambush ambush NOUN 3 compound NN
convoy convoy NOUN 0 root NN
"""
TWO = """
Iran Iran PROPN 4 vocative NNP _ ent=B-PLACE
, , PUNCT 3 punct ,
Iraq Iraq PROPN 1 conj NNP _ ent=B-PLACE
sign sign NOUN 0 root NN
deal deal NOUN 4 obj NN
"""
TWO_WITH_AND = TWO.replace(", , PUNCT 3 punct ,", "and and CCONJ 3 cc CC")
TWO_SUBJECTS = """
Mali Mali PROPN 5 nsubj NNP _ ent=B-PLACE
, , PUNCT 4 punct ,
Tuareg Tuareg ADJ 4 amod JJ
rebels rebel NOUN 5 nsubj NNS
agree agree VERB 0 root VBP
truce truce NOUN 5 obj NN
"""
TO_THE_END = """
Mali Mali PROPN 4 nsubj NNP
Tuareg Tuareg ADJ 3 amod JJ
rebels rebel NOUN 4 nsubj NNS
agree agree VERB 0 root VBP
truce truce NOUN 1 appos NN
"""
SECOND = """
Troops troop NOUN 2 nsubj NNS
seize seize VERB 0 root VBP
palace palace NOUN 2 obj NN
, , PUNCT 6 punct ,
detain detain VERB 6 amod VB
mayor mayor NOUN 3 appos NN
"""
SECOND_IN_SENTENCE = SECOND + ". . PUNCT 2 punct .\n"
NO_VERB_BEHIND = SECOND.replace("detain detain VERB 6 amod VB", "ailing ailing ADJ 6 amod JJ")
NO_AGREEMENT = COMPOUND.replace("raids raid NOUN 3 compound NNS", "raid raid NOUN 3 compound NN")
SAID_IN_PLURAL = COMPOUND.replace("raids raid", "arms arm").replace("camp camp", "depot depot")
NO_DOER = COMPOUND.replace("Army army", "Price price").replace("camp camp", "garden garden")
WITH_VERB = COMPOUND.replace("camp camp NOUN 0 root NN", "camp camp NOUN 4 nsubj NN") + "fell fall VERB 0 root VBD\n"
SENTENCE = COMPOUND + ". . PUNCT 3 punct .\n"


PLACE = """
Chad Chad PROPN 4 nsubj:pass NNP _ ent=B-PLACE
: : PUNCT 4 punct :
9 9 NUM 4 nsubj:pass CD
killed kill VERB 0 root VBN
"""
GERUND = """
Army army NOUN 2 nsubj NN
denies deny VERB 0 root VBZ
shelling shelling NOUN 4 compound NN
camp camp NOUN 2 obj NN
"""
CHARGED = """
Chad Chad PROPN 2 nsubj:pass NNP _ ent=B-PLACE
accused accuse VERB 0 root VBN
of of ADP 5 case IN
shelling shelling NOUN 5 compound NN
camp camp NOUN 2 obl NN
"""
NO_ACT = GERUND.replace("shelling shelling", "building building").replace("denies deny", "leaves leave")
IN_SENTENCE = """
We we PRON 3 nsubj PRP
could could AUX 3 aux MD
deny deny VERB 0 root VB
mining mining NOUN 5 compound NN
permits permit NOUN 3 obj NNS
"""


@pytest.mark.parametrize(
    ("lines", "tags", "why"),
    [
        (WITH_OBJECT, "nsubj root obj", "a noun has no object"),
        (TAGGED_NOUN, "nsubj root obj", "a verb with the tag of a noun"),
        (COMPOUND, "nsubj root obj", "one army and a form in -s"),
        (SEVERAL, "nsubj root obj", "several gunmen and one without"),
        (TWO, "nsubj punct conj root obj", "two names with a comma do it"),
        (TWO_WITH_AND, "vocative cc conj root obj", "a whole list is parsed as it is"),
        (TWO_SUBJECTS, "nsubj punct amod conj root obj", "two with a comma, though both hang on the verb"),
        (TO_THE_END, "nsubj amod nsubj root appos", "a subject whose phrase goes on to the end of the text"),
        (SECOND, "nsubj root obj punct conj obj", "a second verb behind a comma"),
        (SECOND_IN_SENTENCE, "nsubj root obj punct amod appos punct", "in a sentence it would have its word"),
        (NO_VERB_BEHIND, "nsubj root obj punct amod appos", "an adjective stays one"),
        (NO_AGREEMENT, "compound compound root", "an army raid camp is a camp"),
        (SAID_IN_PLURAL, "compound compound root", "an arms depot is a depot"),
        (NO_DOER, "compound compound root", "a price raids nothing"),
        (WITH_VERB, "compound compound nsubj root", "the sentence has its verb"),
        (SENTENCE, "compound compound root punct", "a sentence with a full stop is no headline"),
        (PLACE, "dislocated punct nsubj:pass root", "a name before a colon says where"),
        (GERUND, "nsubj root xcomp obj", "what is denied is an act with an object"),
        (CHARGED, "nsubj:pass root mark advcl obj", "and so is what somebody is accused of"),
        (IN_SENTENCE, "nsubj aux root compound obj", "headlines have no modals"),
        (NO_ACT, "nsubj root compound obj", "other verbs take no gerund"),
    ],
)
def test_the_verb_of_a_headline_is_found(lines: str, tags: str, why: str) -> None:
    """Subject and object go to the verb."""
    doc = doc_of(lines)
    mend_headline_verbs(doc, shipped_lexicon())
    assert " ".join(token.dep_ for token in doc) == tags, why
