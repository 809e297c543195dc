"""A participle behind the subject is no clause of its own."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.participles import mend_participles

FIRED = """
Rockets rocket NOUN 2 nsubj NNS
fired fire VERB 5 nsubj VBD
from from ADP 4 case IN
Lebanon Lebanon PROPN 2 obl NNP
hit hit VERB 0 root VBD
"""
WHAT = """
What what PRON 3 obj WP
rebels rebel NOUN 3 nsubj NNS
did do VERB 4 nsubj VBD
mattered matter VERB 0 root VBD
"""
JAILED = """
Leader leader NOUN 2 nsubj NN
jailed jail VERB 0 root VBD
for for ADP 4 case IN
fraud fraud NOUN 2 obl NN
"""
CHARGED = """
Leader leader NOUN 2 nsubj NN
charged charge VERB 0 root VBD
with with ADP 4 case IN
treason treason NOUN 2 obl NN
"""
CHARGED_DURING = CHARGED.replace("with with", "during during").replace("treason treason", "riot riot")
TURNED = """
Chad Chad PROPN 2 nsubj NNP
fed feed VERB 0 root VBD
migrants migrant NOUN 2 obj NNS
turned turn VERB 2 advcl VBN
back back ADP 4 compound:prt RP
by by ADP 7 case IN
police police NOUN 4 obl:agent NN
"""
ACTED = """
Judges judge NOUN 2 nsubj NNS
jailed jail VERB 0 root VBD
two two NUM 2 obj CD
"""


JOINED = """
Chad Chad PROPN 2 nsubj NNP
killed kill VERB 0 root VBD
men man NOUN 2 obj NNS
and and CCONJ 6 cc CC
injured injure VERB 6 amod VBN
others other NOUN 3 conj NNS
"""
CALLED = """
Chad Chad PROPN 6 nsubj:pass NNP
, , PUNCT 4 punct ,
which which PRON 4 nsubj WDT
won win VERB 1 acl:relcl VBD
, , PUNCT 1 punct ,
called call VERB 0 root VBN
"""


@pytest.mark.parametrize(
    ("lines", "arcs", "why"),
    [
        (FIRED, [(4, "nsubj"), (0, "acl"), (3, "case"), (1, "obl"), (4, "root")], "rockets hit, and were fired"),
        (
            WHAT,
            [(2, "obj"), (2, "nsubj"), (3, "nsubj"), (3, "root")],
            "a clause with a word of its own stays a subject",
        ),
        (JAILED, [(1, "nsubj:pass"), (1, "root"), (3, "case"), (1, "obl")], "a headline's jailed leader jails nobody"),
        (CHARGED, [(1, "nsubj:pass"), (1, "root"), (3, "case"), (1, "obl")], "nor charges anybody with a crime"),
        (CHARGED_DURING, [(1, "nsubj"), (1, "root"), (3, "case"), (1, "obl")], "police may charge during a riot"),
        (
            TURNED,
            [(1, "nsubj"), (1, "root"), (1, "obj"), (2, "acl"), (3, "compound:prt"), (6, "case"), (3, "obl:agent")],
            "right behind the migrants it tells of them",
        ),
        (
            JOINED,
            [(1, "nsubj"), (1, "root"), (1, "obj"), (5, "cc"), (1, "conj"), (4, "obj")],
            "it injured others, and did not kill the injured",
        ),
        (
            CALLED,
            [(5, "nsubj"), (3, "punct"), (3, "nsubj"), (0, "acl:relcl"), (0, "punct"), (5, "root")],
            "a sentence goes on with its own verb behind a clause, in the active without was",
        ),
        (ACTED, [(1, "nsubj"), (1, "root"), (1, "obj")], "judges who jail somebody do"),
    ],
)
def test_who_hits_is_the_noun(lines: str, arcs: list[tuple[int, str]], why: str) -> None:
    """Heads and labels after mending."""
    doc = doc_of(lines)
    mend_participles(doc, shipped_lexicon())
    assert [(token.head.i, token.dep_) for token in doc] == arcs, why


BETWEEN = """
Fighting fight VERB 4 nsubj VBG
between between ADP 3 case IN
clans clan NOUN 1 nmod NNS
spread spread VERB 0 root VBD
"""
DOING = """
Fighting fight VERB 3 csubj VBG
clans clan NOUN 1 obj NNS
hurts hurt VERB 0 root VBZ
"""
AFTER = """
Hundreds hundred NOUN 2 nsubj NNS
fled flee VERB 0 root VBD
after after SCONJ 4 mark IN
shelling shell VERB 2 advcl VBG
by by ADP 6 case IN
gunners gunner NOUN 4 obl NNS
"""
WITH = """
Dozens dozen NOUN 2 nsubj NNS
died die VERB 0 root VBD
in in SCONJ 4 mark IN
fighting fight VERB 2 advcl VBG
with with ADP 6 case IN
gunners gunner NOUN 4 obl NNS
"""
ENDED = """
Clans clan NOUN 2 nsubj NNS
agreed agree VERB 0 root VBD
to to PART 4 mark TO
end end VERB 2 xcomp VB
fighting fight VERB 4 xcomp VBG
"""
TOLD_OF = AFTER.replace("by by ADP 6 case IN", "that that PRON 6 nsubj WDT").replace(
    "gunners gunner NOUN 4 obl NNS", "hurt hurt VERB 4 acl:relcl VBD"
)
COUNTED = """
Hundreds hundred NOUN 2 nsubj NNS
fled flee VERB 0 root VBD
days day NOUN 2 obj NNS
of of SCONJ 5 mark IN
fighting fight VERB 3 acl VBG
"""
DEALING = WITH.replace("fighting fight", "dealing deal")
BY_BUS = AFTER.replace("gunners gunner NOUN 4 obl NNS", "bus bus NOUN 4 obl NN")


@pytest.mark.parametrize(
    ("lines", "kind", "why"),
    [
        (AFTER, ("NOUN", "shelling"), "who did it stands behind it"),
        (WITH, ("NOUN", "fighting"), "an act in which they died"),
        (ENDED, ("NOUN", "fighting"), "what is ended is not what they agreed to do"),
        (DEALING, ("VERB", "deal"), "no act"),
        (BY_BUS, ("VERB", "shell"), "a means is no doer"),
        (TOLD_OF, ("NOUN", "shelling"), "a clause tells of it"),
        (COUNTED, ("NOUN", "fighting"), "it is counted"),
        (BETWEEN, ("NOUN", "fighting"), "only nouns stand between parties"),
        (BETWEEN.replace("nsubj VBG", "csubj VBG"), ("NOUN", "fighting"), "also where it is taken for a clause"),
        (DOING, ("VERB", "fight"), "what has an object is a verb"),
    ],
)
def test_a_gerund_with_what_nouns_have_is_a_noun(lines: str, kind: tuple[str, str], why: str) -> None:
    """Part of speech and lemma after mending."""
    doc = doc_of(lines)
    mend_participles(doc, shipped_lexicon())
    (gerund,) = [token for token in doc if token.lower_ in {"fighting", "shelling", "dealing"}]
    assert (gerund.pos_, gerund.lemma_) == kind, why


IMPOSED = """
bans ban NOUN 0 root NNS
it it PRON 3 nsubj:pass PRP
imposed impose VERB 1 acl:relcl VBN
"""


@pytest.mark.parametrize(
    ("lines", "tags", "labels", "why"),
    [
        (IMPOSED.replace("PRP", "WDT"), "VBN", ["root", "nsubj:pass", "acl:relcl"], "a relative is what was imposed"),
    ],
)
def test_who_does_it_and_who_has_it_done(lines: str, tags: str, labels: list[str], why: str) -> None:
    """The tag of the last word and all labels after mending."""
    doc = doc_of(lines)
    mend_participles(doc, shipped_lexicon())
    assert (doc[len(doc) - 1].tag_, [token.dep_ for token in doc]) == (tags, labels), why
