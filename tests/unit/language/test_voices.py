"""Voices, conditions and word forms."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.language.conditions import find_conditions
from onrecord.language.voices import Voices
from onrecord.lexicon.forms import form_table, inflections
from onrecord.reading.attribution import Attribution
from onrecord.reading.span import Span

TEXT = "He said she claims it rained."


def attribution(name: str, start: int, end: int) -> Attribution:
    return Attribution(id=name, source=None, cue=None, content=(Span.of(TEXT, start, end),), manner="indirect")


def test_the_innermost_voice_counts() -> None:
    """A claim inside a claim is the inner speaker's; outside all content the reporter speaks."""
    voices = Voices((attribution("A1", 8, 28), attribution("A2", 19, 28)))
    ids = [found.id if (found := voices.at(char)) else None for char in (0, 10, 22, 28)]
    assert ids == [None, "A1", "A2", None]


HINGES = """
Their their PRON 2 nmod:poss PRP$
support support NOUN 3 nsubj NN
hinges hinge VERB 0 root VBZ
on on ADP 6 case IN
a a DET 6 det DT
pardon pardon NOUN 3 obl NN
"""
UNLESS = """
They they PRON 2 nsubj PRP
strike strike VERB 0 root VBP
unless unless SCONJ 5 mark IN
wages wage NOUN 5 nsubj NNS
rise rise VERB 2 advcl VBP
"""
BECAUSE = UNLESS.replace("unless unless", "because because")
CONDITIONS = [
    (HINGES, "support", ["a pardon"], "what the predicate of dependence names"),
    (UNLESS, "strike", ["unless wages rise"], "the word of condition is kept: 'if' and 'unless' differ"),
    (BECAUSE, "strike", [], "a reason is no condition"),
]


@pytest.mark.parametrize(("conllu", "word", "want", "reason"), CONDITIONS)
def test_conditions(conllu: str, word: str, want: list[str], reason: str) -> None:
    """Clauses and phrases of condition on a word."""
    doc = doc_of(conllu)
    token = next(token for token in doc if token.text == word)
    assert [span.text for span in find_conditions(token, shipped_lexicon())] == want, reason


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("deny", "denied"), ("plan", "planning"), ("urge", "urging"), ("stress", "stresses"), ("claim", "claimed")],
)
def test_regular_forms(lemma: str, form: str) -> None:
    """Spelling rules of English inflection."""
    assert form in inflections(lemma)


def test_irregular_forms_need_a_known_lemma() -> None:
    """A form of a word that the list does not hold is left out."""
    assert form_table(["say"], {"said": "say", "went": "go"})["said"] == "say"
    assert "went" not in form_table(["say"], {"said": "say", "went": "go"})
