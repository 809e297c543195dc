"""Titles with their adjective behind them end with it."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.postposed import mend_postposed_titles

TITLE = """
The the DET 2 det DT
attorney attorney NOUN 4 nsubj NN
general general ADJ 2 amod JJ
resigned resign VERB 0 root VBD
"""
OTHER = TITLE.replace("attorney attorney", "people people").replace("general general", "present present")


@pytest.mark.parametrize(
    ("lines", "arcs", "why"),
    [
        (TITLE, [(2, "det"), (2, "compound"), (3, "nsubj"), (3, "root")], "the whole title resigned"),
        (OTHER, [(1, "det"), (3, "nsubj"), (1, "amod"), (3, "root")], "no title of the lexicon"),
    ],
)
def test_the_last_word_heads_the_title(lines: str, arcs: list[tuple[int, str]], why: str) -> None:
    """Heads and labels after mending."""
    doc = doc_of(lines)
    mend_postposed_titles(doc, shipped_lexicon())
    assert [(token.head.i, token.dep_) for token in doc] == arcs, why
