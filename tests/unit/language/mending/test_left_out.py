"""Who is left out of a whole does not do what the whole does."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language import grammar
from onrecord.language.mending.left_out import mend_left_out

ALL_BUT = """
All all DET 2 det DT
states state NOUN 0 root NNS
but but CCONJ 5 cc CC
Hungary Hungary PROPN 5 nsubj NNP
back back VERB 2 conj VBP
bans ban NOUN 5 obj NNS
. . PUNCT 2 punct .
"""
SOME_BUT = ALL_BUT.replace("All all", "Many many")
WITH_A_COMMA = """
All all DET 2 det DT
left leave VERB 0 root VBD
, , PUNCT 6 punct ,
but but CCONJ 6 cc CC
Hungary Hungary PROPN 6 nsubj NNP
stayed stay VERB 2 conj VBD
"""


@pytest.mark.parametrize(
    ("lines", "verb", "subjects", "why"),
    [
        (ALL_BUT, "back", ["states"], "all do, and the one behind “but” does not"),
        (SOME_BUT, "back", ["Hungary"], "behind some “but” begins a clause"),
        (WITH_A_COMMA, "stayed", ["Hungary"], "so it does behind a whole clause"),
    ],
)
def test_who_does_it(lines: str, verb: str, subjects: list[str], why: str) -> None:
    """The subjects of the verb after mending."""
    doc = doc_of(lines)
    mend_left_out(doc, shipped_lexicon())
    token = next(token for token in doc if token.text == verb)
    assert [found.text for found in grammar.logical_subjects(token)] == subjects, why


def test_the_verb_heads_the_sentence() -> None:
    """It stands where the noun stood, and what followed the clause hangs on it."""
    doc = doc_of(ALL_BUT)
    mend_left_out(doc, shipped_lexicon())
    assert [(token.text, token.head.text) for token in doc] == [
        ("All", "states"), ("states", "back"), ("but", "Hungary"), ("Hungary", "states"), ("back", "back"),
        ("bans", "back"), (".", "back"),
    ]  # fmt: skip
