"""ClearNLP trees and OntoNotes names of hand-built Docs, turned to what the stages read."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from onrecord.language.adapt import adapt

VOCAB = Vocab()

# word/pos/lemma/head/label, heads from 1, 0 for the root
ROWS = [
    (
        "Men/NOUN/man/3/nsubjpass were/AUX/be/3/auxpass shot/VERB/shoot/0/ROOT by/ADP/by/3/agent us/PRON/we/4/pobj",
        "3/nsubj:pass 3/aux:pass 0/root 5/case 3/obl:agent",
        "a passive and its agent",
    ),
    (
        "We/PRON/we/2/nsubj hit/VERB/hit/0/ROOT camps/NOUN/camp/2/dobj in/ADP/in/3/prep Syria/PROPN/Syria/4/pobj",
        "2/nsubj 0/root 2/obj 5/case 3/nmod",
        "a preposition below a noun",
    ),
    (
        "He/PRON/he/2/nsubj left/VERB/leave/0/ROOT after/ADP/after/2/prep voting/VERB/vote/3/pcomp",
        "2/nsubj 0/root 4/mark 2/advcl",
        "a preposition before a clause",
    ),
    (
        "He/PRON/he/2/nsubj is/AUX/be/0/ROOT a/DET/a/4/det spokesman/NOUN/spokesman/2/attr ././PUNCT/./2/punct",
        "4/nsubj 4/cop 4/det 0/root 4/punct",
        "a copula",
    ),
    (
        "He/PRON/he/2/nsubj gave/VERB/give/0/ROOT them/PRON/they/2/dative arms/NOUN/arm/2/dobj",
        "2/nsubj 0/root 2/iobj 2/obj",
        "an indirect object",
    ),
    (
        "He/PRON/he/2/nsubj gave/VERB/give/0/ROOT arms/NOUN/arm/2/dobj to/ADP/to/2/dative them/PRON/they/4/pobj",
        "2/nsubj 0/root 2/obj 5/case 2/obl",
        "the same with a preposition",
    ),
    (
        "A/PROPN/A/0/ROOT ,/PUNCT/,/1/punct B/PROPN/B/1/conj and/CCONJ/and/3/cc C/PROPN/C/3/conj hit/VERB/hit/1/dobj",
        "0/root 3/punct 1/conj 5/cc 1/conj 1/obj",
        "a coordination is no chain",
    ),
    (
        "He/PRON/he/4/nsubj did/AUX/do/4/aux not/PART/not/4/neg go/VERB/go/0/ROOT up/ADP/up/4/prt",
        "4/nsubj 4/aux 4/advmod 0/root 4/compound:prt",
        "names of relations",
    ),
]


def build(rows: str) -> Doc:
    """Make a Doc of word/pos/lemma/head/label."""
    parts = [row.rsplit("/", 4) for row in rows.split()]
    heads = [int(head) - 1 if head != "0" else at for at, (_, _, _, head, _) in enumerate(parts)]
    return Doc(
        VOCAB,
        words=[p[0] for p in parts],
        pos=[p[1] for p in parts],
        lemmas=[p[2] for p in parts],
        heads=heads,
        deps=[p[4] for p in parts],
    )


@pytest.mark.parametrize(("clear", "universal", "reason"), ROWS, ids=[row[2] for row in ROWS])
def test_trees(clear: str, universal: str, reason: str) -> None:
    """One construction a row."""
    doc = adapt(build(clear))
    found = [f"{0 if token.head.i == token.i else token.head.i + 1}/{token.dep_}" for token in doc]
    assert found == universal.split(), reason


def test_universal_docs_keep_their_trees() -> None:
    """Only the root is written small."""
    doc = build("Rebels/NOUN/rebel/2/nsubj:pass fell/VERB/fall/0/ROOT there/ADV/there/2/advmod")
    assert [token.dep_ for token in adapt(doc)] == ["nsubj:pass", "root", "advmod"]


NAMES = [
    ("GPE", "PLACE"),
    ("LOC", "PLACE"),
    ("ORG", "ORGANIZATION"),
    ("PER", "PERSON"),
    ("NORP", "NORP"),
    ("EVENT", "MISC"),
]


@pytest.mark.parametrize(("theirs", "ours"), NAMES)
def test_names(theirs: str, ours: str) -> None:
    """OntoNotes and CoNLL labels."""
    doc = build("A/PROPN/A/0/ROOT")
    doc.ents = (Span(doc, 0, 1, label=theirs),)
    assert [entity.label_ for entity in adapt(doc).ents] == [ours]


def test_dates_are_no_names() -> None:
    """Times have a stage of their own."""
    doc = build("Monday/PROPN/Monday/0/ROOT")
    doc.ents = (Span(doc, 0, 1, label="DATE"),)
    assert not adapt(doc).ents


def test_text_is_kept() -> None:
    """Spaces, too."""
    doc = Doc(VOCAB, words=["A", "\n", "b"], spaces=[True, False, True], heads=[0, 0, 0], deps=["ROOT", "", "dep"])
    assert adapt(doc).text == doc.text
