"""Two names with one last word each get a place of their own in the tree."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.mending.shared_names import split_shared_names

COUNTRIES = {"North Korea", "South Korea", "South Sudan"}
SUBJECT = """
North North PROPN 4 compound
and and CCONJ 3 cc
South South PROPN 1 conj
Korea Korea PROPN 5 nsubj
talked talk VERB 0 root
"""
OBJECT = """
Deals deal NOUN 0 root
between between ADP 6 case
North North PROPN 6 compound
and and CCONJ 5 cc
South South PROPN 3 conj
Korea Korea PROPN 1 nmod
"""
OTHER = SUBJECT.replace("Korea", "Carolina")


@pytest.mark.parametrize(
    ("parse", "expected", "why"),
    [
        (SUBJECT, [("nsubj", "talked"), ("cc", "Korea"), ("compound", "Korea"), ("conj", "North"), ("root", "talked")],
         "the first stands where the whole stood"),
        (OBJECT, [("root", "Deals"), ("case", "North"), ("nmod", "Deals"), ("cc", "Korea"), ("compound", "Korea"),
                  ("conj", "North")], "and takes its preposition"),
        (OTHER, [("compound", "Carolina"), ("cc", "South"), ("conj", "North"), ("nsubj", "talked"), ("root", "talked")],
         "words that make no two countries stay as they are"),
    ],
)  # fmt: skip
def test_the_tree_is_rewritten(parse: str, expected: list[tuple[str, str]], why: str) -> None:
    doc = doc_of(parse)
    split_shared_names(doc, COUNTRIES.__contains__)
    assert [(token.dep_, token.head.text) for token in doc] == expected, why
