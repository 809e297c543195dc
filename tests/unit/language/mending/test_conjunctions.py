"""Conjunctions of three words hang their clause on the verb."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending.conjunctions import mend_conjunctions

SOON = """
Mali Mali PROPN 3 nsubj NNP
will will AUX 3 aux MD
leave leave VERB 0 root VB
as as ADV 5 advmod RB
soon soon ADV 3 advmod RB
as as SCONJ 8 mark IN
rebels rebel NOUN 8 nsubj NNS
disarm disarm VERB 5 advcl VBP
"""
FAST = SOON.replace("soon soon", "fast fast")
FRONTED = """
As as ADV 2 advmod RB
soon soon ADV 7 advmod RB
as as SCONJ 5 mark IN
rebels rebel NOUN 5 nsubj NNS
disarm disarm VERB 2 advcl VBP
Mali Mali PROPN 7 nsubj NNP
leaves leave VERB 0 root VBZ
"""
RING = """
Many many ADJ 2 nsubj JJ
left leave VERB 0 root VBD
as as ADV 2 advmod RB
soon soon ADV 3 advmod RB
as as SCONJ 7 mark IN
rebels rebel NOUN 7 nsubj NNS
came come VERB 4 advcl VBD
"""
AS_IF = """
It it PRON 2 nsubj PRP
looks look VERB 0 root VBZ
as as SCONJ 6 mark IN
if if SCONJ 6 mark IN
rebels rebel NOUN 6 nsubj NNS
left leave VERB 2 advcl VBD
"""
EVEN_IF = AS_IF.replace("as as", "even even")


@pytest.mark.parametrize(
    ("lines", "clause", "head", "conjunction", "why"),
    [
        (SOON, 7, "leave", "as soon as", "when the verb holds"),
        (FRONTED, 4, "leaves", "As soon as", "before the verb too"),
        (AS_IF, 5, "looks", "as if", "two marks that are one"),
        (EVEN_IF, 5, "looks", "even if", "two marks, each by itself"),
        (FAST, 7, "fast", "as", "a comparison"),
        (RING, 6, "soon", "as", "what stands above the clause is not hung below it"),
    ],
)
def test_what_the_clause_hangs_on(lines: str, clause: int, head: str, conjunction: str, why: str) -> None:
    doc = doc_of(lines)
    mend_conjunctions(doc, shipped_lexicon())
    marks = [token for token in doc if token.dep_ == "mark" and token.head.i == clause]
    words = [word.text for mark in marks for word in (mark, *(c for c in mark.children if c.dep_ == "fixed"))]
    assert (doc[clause].head.text, " ".join(words)) == (head, conjunction), why
