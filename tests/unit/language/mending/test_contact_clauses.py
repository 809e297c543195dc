"""Who did it in clauses without "that"."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.mending.contact_clauses import mend_contact_clauses

IMPOSED = """
bans ban NOUN 0 root NNS
it it PRON 3 nsubj:pass PRP
imposed impose VERB 1 acl:relcl VBN
"""
LAWYER = """
Lawyers lawyer NOUN 4 nsubj NNS
police police NOUN 4 nsubj NN
arrested arrest VERB 1 acl VBN
accused accuse VERB 0 root VBD
them they PRON 4 obj PRP
"""


@pytest.mark.parametrize(
    ("lines", "tag", "labels", "why"),
    [
        (IMPOSED, "VBD", ["root", "nsubj", "acl:relcl"], "whoever stands before it imposed them"),
        (IMPOSED.replace(" acl:relcl", " acl"), "VBD", ["root", "nsubj", "acl:relcl"], "by whatever label"),
        (IMPOSED.replace("PRP", "WDT"), "VBN", ["root", "nsubj:pass", "acl:relcl"], "a relative is what was imposed"),
        (IMPOSED.replace("it it PRON 3 nsubj:pass PRP", "nine nine NUM 3 nsubj:pass CD"), "VBN",
         ["root", "nsubj:pass", "acl:relcl"], "a number of them were"),
    ],
)  # fmt: skip
def test_who_stands_before_it_did_it(lines: str, tag: str, labels: list[str], why: str) -> None:
    doc = doc_of(lines)
    mend_contact_clauses(doc)
    assert (doc[2].tag_, [token.dep_ for token in doc]) == (tag, labels), why


def test_the_second_of_two_subjects() -> None:
    """It goes to the verb right behind it."""
    doc = doc_of(LAWYER)
    mend_contact_clauses(doc)
    assert (doc[1].head.i, doc[2].dep_, doc[0].head.i) == (2, "acl:relcl", 3)
