"""Whose lot was seen did nothing."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language import grammar
from onrecord.language.mending.seen_done import mend_seen_done

SPLIT = """
Raids raid NOUN 2 nsubj NNS
saw see VERB 0 root VBD
farmers farmer NOUN 2 obj NNS
and and CCONJ 6 cc CC
nurses nurse NOUN 6 nsubj NNS
abducted abduct VERB 2 conj VBD
. . PUNCT 2 punct .
"""
RELATIVE = """
Raids raid NOUN 2 nsubj NNS
saw see VERB 0 root VBD
farmers farmer NOUN 2 obj NNS
and and CCONJ 5 cc CC
nurses nurse NOUN 3 conj NNS
abducted abduct VERB 3 acl:relcl VBD
. . PUNCT 2 punct .
"""
SECOND = """
Raids raid NOUN 2 nsubj NNS
saw see VERB 0 root VBD
shops shop NOUN 2 obj NNS
looted loot VERB 2 xcomp VBN
and and CCONJ 7 cc CC
nurses nurse NOUN 7 nsubj NNS
abducted abduct VERB 2 conj VBD
. . PUNCT 2 punct .
"""
WITH_OBJECT = SPLIT.replace(". . PUNCT 2 punct .", "judges judge NOUN 6 obj NNS")
BLIND = SPLIT.replace("saw see", "heard hear")


@pytest.mark.parametrize(
    ("lines", "done_to", "doers", "why"),
    [
        (SPLIT, ["farmers", "nurses"], [], "a list that was parted is one list"),
        (RELATIVE, ["farmers", "nurses"], [], "no relative clause without a word that relates"),
        (SECOND, ["nurses"], [], "a second lot beside the first"),
        (WITH_OBJECT, ["judges"], ["nurses"], "who has an object does it"),
        (BLIND, [], ["nurses"], "one hears no lot"),
    ],
)
def test_whose_lot_it_was(lines: str, done_to: list[str], doers: list[str], why: str) -> None:
    """To whom the act is done and who does it, after mending."""
    doc = doc_of(lines)
    mend_seen_done(doc, shipped_lexicon())
    verb = next(token for token in doc if token.text == "abducted")
    assert [token.text for token in grammar.logical_objects(verb)] == done_to, why
    assert [token.text for token in grammar.logical_subjects(verb)] == doers, why
