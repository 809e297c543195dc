"""Which verbs of the past behind "and" go on with an earlier verb of the past."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.mending.joined_pasts import mend_joined_pasts

ABLAZE = """
Rioters rioter NOUN 2 nsubj NNS
set set VERB 0 root VBD
huts hut NOUN 2 obj NNS
ablaze ablaze ADJ 2 xcomp JJ
and and CCONJ 6 cc CC
looted loot VERB 4 conj VBN
shops shop NOUN 4 obj NNS
. . PUNCT 2 punct .
"""


def test_a_past_goes_on_with_a_past() -> None:
    """The verb and its object leave the state that they hung on."""
    doc = doc_of(ABLAZE)
    mend_joined_pasts(doc)
    assert (doc[5].head.i, doc[5].dep_, doc[5].tag_, doc[6].head.i) == (1, "conj", "VBD", 5)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("looted loot VERB 4 conj VBN", "dead dead ADJ 4 conj JJ", "a second state is no verb"),
        ("ablaze ablaze ADJ 2 xcomp JJ", "burnt burn VERB 2 conj VBD", "a first past is what it goes on with"),
        ("set set VERB 0 root VBD", "set set VERB 0 root VBP", "no past stands above"),
    ],
)
def test_others_stay(old: str, new: str, reason: str) -> None:
    doc = doc_of(ABLAZE.replace(old, new))
    mend_joined_pasts(doc)
    assert doc[5].head.i == 3, reason


TRUCE = """
Oslo Oslo PROPN 2 nsubj NNP
says say VERB 0 root VBZ
envoys envoy NOUN 5 nsubj NNS
can can AUX 5 aux MD
talk talk VERB 2 ccomp VB
and and CCONJ 7 cc CC
backs back VERB 5 conj VB
them they PRON 7 obj PRP
. . PUNCT 2 punct .
"""


def test_what_may_be_is_not_what_somebody_does() -> None:
    """The verb goes on with the one that has its tense, whatever tag it got for its form."""
    doc = doc_of(TRUCE)
    mend_joined_pasts(doc)
    assert (doc[6].head.i, doc[6].tag_) == (1, "VBZ")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("backs back", "help help", "an infinitive shares the modal"),
        ("can can AUX 5 aux MD", "now now ADV 5 advmod RB", "no modal, no plan"),
        ("says say VERB 0 root VBZ", "said say VERB 0 root VBD", "another tense stands above"),
    ],
)
def test_what_may_go_together_stays(old: str, new: str, reason: str) -> None:
    doc = doc_of(TRUCE.replace(old, new))
    mend_joined_pasts(doc)
    assert doc[6].head.i == 4, reason


LISTED = """
Mayors mayor NOUN 4 nsubj NNS
declared declare VERB 0 root VBD
curfews curfew NOUN 2 obj NNS
banned ban VERB 2 ccomp VBD
lorries lorry NOUN 4 obj NNS
. . PUNCT 2 punct .
"""


def test_the_first_of_several_pasts_has_the_subject() -> None:
    doc = doc_of(LISTED)
    mend_joined_pasts(doc)
    assert (doc[0].head.i, doc[3].dep_, doc[3].head.i) == (1, "conj", 1)


def test_what_somebody_says_keeps_its_subject() -> None:
    """No second past: "says the mayor bans lorries"."""
    doc = doc_of(LISTED.replace("declared declare VERB 0 root VBD", "says say VERB 0 root VBZ"))
    mend_joined_pasts(doc)
    assert (doc[0].head.i, doc[3].dep_) == (3, "ccomp")


EXPELLED = """
Chad Chad PROPN 3 nsubj NNP
has have AUX 3 aux VBZ
expelled expel VERB 0 root VBN
envoys envoy NOUN 3 obj NNS
who who PRON 6 nsubj WP
mocked mock VERB 4 acl:relcl VBD
it it PRON 6 obj PRP
and and CCONJ 9 cc CC
withdrawn withdraw VERB 6 conj VBN
permits permit NOUN 9 obj NNS
"""


@pytest.mark.parametrize(
    ("old", "new", "head", "reason"),
    [
        ("mocked", "mocked", 2, "a bare participle goes on with the perfect"),
        ("withdrawn withdraw", "opposed oppose", 5, "a form that may be a past goes on with the past"),
        ("has have AUX 3 aux VBZ", "was be AUX 3 aux:pass VBD", 5, "no perfect stands above"),
    ],
)
def test_a_perfect_goes_on_with_a_perfect(old: str, new: str, head: int, reason: str) -> None:
    doc = doc_of(EXPELLED.replace(old, new))
    mend_joined_pasts(doc)
    assert doc[8].head.i == head, reason
