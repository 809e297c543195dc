"""Lemmas put right by the words of the lexicon."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.mending import wordforms
from onrecord.language.mending.wordforms import mend_lemmas


@pytest.mark.parametrize(
    ("line", "lemma", "why"),
    [
        ("struck struc VERB 0 root VBD", "strike", "an irregular past"),
        ("condemned condemne VERB 0 root VBD", "condemn", "a regular past cut one letter short"),
        ("expelled expell VERB 0 root VBN", "expel", "a doubled consonant"),
        ("Gunmen gunmen NOUN 0 root NNS", "gunman", "an irregular plural"),
        ("beat be VERB 0 root VBD", "beat", "a past that looks like its present is its own lemma"),
        ("condemned condemn VERB 0 root VBD", "condemn", "a lemma that is known stays"),
        ("frobnicated frobnicat VERB 0 root VBD", "frobnicat", "a word that no entry knows stays"),
    ],
)
def test_lemmas_are_mended_by_the_lexicon(line: str, lemma: str, why: str) -> None:
    """Only where the lexicon knows better."""
    doc = doc_of(line)
    mend_lemmas(doc, shipped_lexicon())
    assert doc[0].lemma_ == lemma, why


def test_a_passive_is_a_verb() -> None:
    """With a passive's auxiliary "hurt" is no adjective, whatever its tag."""
    doc = doc_of("They they PRON 3 nsubj:pass PRP\nwere be AUX 3 aux:pass VBD\nhurt hurt ADJ 0 root JJ")
    mend_lemmas(doc, shipped_lexicon())
    assert (doc[2].pos_, doc[2].tag_) == ("VERB", "VBN")


@pytest.mark.parametrize(
    ("state", "tags", "why"),
    [
        ("hurt", ("VBN", ["nsubj:pass", "aux:pass", "root"]), "somebody hurt them, though the tree has a state"),
        ("absent", ("JJ", ["nsubj", "cop", "root"]), "a state of their own"),
    ],
)
def test_a_participle_that_looks_like_a_state(state: str, tags: tuple[str, list[str]], why: str) -> None:
    doc = doc_of(f"They they PRON 3 nsubj PRP\nwere be AUX 3 cop VBD\n{state} {state} ADJ 0 root JJ")
    mend_lemmas(doc, shipped_lexicon())
    assert (doc[2].tag_, [token.dep_ for token in doc]) == tags, why


@pytest.mark.parametrize(
    ("form", "verb", "why"),
    [
        ("stabbing", "stab", "a letter doubled"),
        ("seizing", "seize", "one left out"),
        ("morning", "", "no form of a verb"),
    ],
)
def test_the_verb_of_a_form(form: str, verb: str, why: str) -> None:
    assert wordforms.verb_with_form(form, shipped_lexicon()) == verb, why


@pytest.mark.parametrize(
    ("line", "tag", "why"),
    [
        ("hit hit VERB 0 root VBP", "VBD", "the past of this verb looks like its present"),
        ("overran overrun VERB 0 root VBP", "VBD", "a past form is past"),
        ("overran overrun VERB 0 root VBZ", "VBD", "whichever present form it is taken for"),
        ("hits hit VERB 0 root VBZ", "VBZ", "a present form with its ending stays"),
        ("attack attack VERB 0 root VBP", "VBP", "a present form stays"),
    ],
)
def test_reports_tell_of_what_was_done(line: str, tag: str, why: str) -> None:
    """The tag of a verb whose tense the network cannot know."""
    doc = doc_of(line)
    mend_lemmas(doc, shipped_lexicon())
    assert doc[0].tag_ == tag, why


def test_a_gerund_that_is_a_noun_too() -> None:
    """As a verb it has the lemma of one."""
    doc = doc_of("kidnapping kidnapping VERB 0 root VBG")
    mend_lemmas(doc, shipped_lexicon())
    assert doc[0].lemma_ == "kidnap"


def test_a_past_behind_a_noun_is_a_participle() -> None:
    """Nobody does it there."""
    doc = doc_of("men man NOUN 0 root NNS\ndeported deport VERB 1 acl VBD")
    mend_lemmas(doc, shipped_lexicon())
    assert doc[1].tag_ == "VBN"


def test_the_tables_are_made_once_for_a_lexicon() -> None:
    """They hold every form of every verb and noun, and cost more than the reading of a report."""
    lexicon = shipped_lexicon()
    assert wordforms._tables(lexicon) is wordforms._tables(lexicon)
