"""Times read with the help of the tree: tense, plans, names."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.stages.times import find_times

THURSDAY = "2015-04-09"


def test_the_tree_tells_the_tense_of_the_verb_that_governs() -> None:
    """By the words alone "said" stands nearest to Friday; by the tree Friday belongs to "will meet"."""
    doc = doc_of(
        """
        Leaders leader NOUN 3 nsubj NNS
        will will AUX 3 aux MD
        meet meet VERB 0 root VB
        , , PUNCT 3 punct ,
        officials official NOUN 6 nsubj NNS
        said say VERB 3 parataxis VBD
        , , PUNCT 3 punct ,
        on on ADP 9 case IN
        Friday Friday PROPN 3 obl NNP
        """
    )
    assert [time.value for time in find_times(doc, THURSDAY, shipped_lexicon())] == ["2015-04-10"]


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ("agreed agree VERB 0 root VBD|on on ADP 3 case IN|Friday Friday PROPN 1 obl NNP", "2015-04-03"),
        (  # what was agreed to
            "agreed agree VERB 0 root VBD|to to PART 3 mark TO|meet meet VERB 1 xcomp VB|Friday Friday PROPN 3 obl NNP",
            "2015-04-10",
        ),
        (  # the planned vote, not the planning
            "planned plan VERB 0 root VBD|a a DET 3 det DT|vote vote NOUN 1 obj NN|Friday Friday PROPN 3 nmod NNP",
            "2015-04-10",
        ),
        (  # what a plan waits for is to come, though told as past
            "will will AUX 2 aux MD|go go VERB 0 root VB|if if SCONJ 4 mark|won win VERB 2 advcl VBD|May May X 4 obl",
            "2015-05",
        ),
        (  # what somebody has called is to come
            "called call VERB 0 root VBD|vote vote NOUN 1 obj NN|for for ADP 4 case IN|May May PROPN 2 nmod",
            "2015-05",
        ),
        (  # a sentence in the present tells of what is set
            "They they PRON 2 nsubj PRP|meet meet VERB 0 root VBP|Friday Friday PROPN 2 obl NNP|. . PUNCT 2 punct .",
            "2015-04-10",
        ),
        (  # a heading in the present of what is over
            "Rebels rebel NOUN 2 nsubj NNS|attack attack VERB 0 root VBP|Friday Friday PROPN 2 obl NNP",
            "2015-04-03",
        ),
        (  # the helper tells the tense
            "wounded wound VERB 0 root VBN|was be AUX 1 aux:pass VBD|Friday Friday PROPN 1 obl NNP",
            "2015-04-03",
        ),
    ],
)
def test_the_tree_tells_plans_from_their_making(rows: str, value: str) -> None:
    assert [time.value for time in find_times(doc_of(rows.replace("|", "\n")), THURSDAY, shipped_lexicon())] == [value]


def test_a_name_that_holds_a_month_is_no_time() -> None:
    """Entities of the network are believed."""
    doc = doc_of(
        """
        In in ADP 3 case IN
        April April PROPN 3 compound NNP ent=B-PERSON
        June June PROPN 4 obl NNP ent=I-PERSON
        trusted trust VERB 0 root VBD
        """
    )
    assert find_times(doc, THURSDAY, shipped_lexicon()) == ()
