"""Logical subjects and objects, phrases, prepositions: one row per construction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build import doc_of
from onrecord.language import grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _token(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


ACTIVE = """
Rebels rebel NOUN 2 nsubj NNS
attacked attack VERB 0 root VBD
Homs Homs PROPN 2 obj NNP
and and CCONJ 5 cc
Hama Hama PROPN 3 conj NNP
"""
PASSIVE = """
Homs Homs PROPN 3 nsubj:pass NNP
was be AUX 3 aux:pass VBD
attacked attack VERB 0 root VBN
and and CCONJ 5 cc
looted loot VERB 3 conj VBN
by by ADP 7 case
rebels rebel NOUN 5 obl:agent NNS
"""
CONTROL = """
Peru Peru PROPN 2 nsubj NNP
urged urge VERB 0 root VBD
Chile Chile PROPN 2 obj NNP
to to PART 5 mark TO
withdraw withdraw VERB 2 xcomp VB
troops troop NOUN 5 obj NNS
"""
SUBJECT_CONTROL = """
Peru Peru PROPN 2 nsubj NNP
agreed agree VERB 0 root VBD
to to PART 4 mark TO
free free VERB 2 xcomp VB
hostages hostage NOUN 4 obj NNS
and and CCONJ 7 cc
leave leave VERB 4 conj VB
"""
RELATIVE = """
Gunmen gunman NOUN 0 root NNS
who who PRON 3 nsubj WP
seized seize VERB 1 acl:relcl VBD
ships ship NOUN 3 obj NNS
that that PRON 8 obj WDT
the the DET 7 det
navy navy NOUN 8 nsubj NN
guarded guard VERB 4 acl:relcl VBD
"""
ACCUSED = """
Kenya Kenya PROPN 2 nsubj NNP
accused accuse VERB 0 root VBD
Somalia Somalia PROPN 2 obj NNP
of of SCONJ 5 mark IN
shelling shell VERB 2 advcl VBG
Garissa Garissa PROPN 5 obj NNP
"""
PARTICIPLE = """
Raids raid NOUN 3 nsubj NNS
have have AUX 3 aux VBP
hit hit VERB 0 root VBN
fighters fighter NOUN 3 obj NNS
opposing oppose VERB 4 acl VBG
Assad Assad PROPN 5 obj NNP
"""
KILLING = """
Homs Homs PROPN 3 nsubj:pass NNP
was be AUX 3 aux:pass VBD
bombed bomb VERB 0 root VBN
, , PUNCT 5 punct
killing kill VERB 3 advcl VBG
twelve twelve NUM 5 obj CD
"""
NOUN = """
Israel Israel PROPN 3 nmod:poss NNP
's 's PART 1 case POS
bombing bombing NOUN 0 root NN
of of ADP 5 case
Gaza Gaza PROPN 3 nmod NNP
"""
PLAN = """
Chad Chad PROPN 2 nsubj NNP
has have VERB 0 root VBZ
plans plan NOUN 2 obj NNS
to to PART 5 mark TO
deploy deploy VERB 3 acl VB
police police NOUN 5 obj NN
"""
GIVEN = """
Chad Chad PROPN 3 nsubj:pass NNP
was be AUX 3 aux:pass VBD
given give VERB 0 root VBN
arms arm NOUN 3 obj NNS
"""
DONOR = """
Chad Chad PROPN 4 nsubj NNP
is be AUX 4 cop VBZ
the the DET 4 det
donor donor NOUN 0 root NN
, , PUNCT 6 punct
sending send VERB 4 acl VBG
grain grain NOUN 6 obj NN
"""

FIRST_TIME = """
time time NOUN 0 root NN
that that PRON 4 obj WDT
Peru Peru PROPN 4 nsubj NNP
overrode override VERB 1 acl:relcl VBD
vetoes veto NOUN 4 obj NNS
"""
WITH_AN_EDGE = """
Peru Peru PROPN 2 nsubj NNP
praised praise VERB 0 root VBD
Chile Chile PROPN 2 obj NNP
but but CCONJ 6 cc CC
with with ADP 6 case IN
malice malice NOUN 3 conj NN
"""
BUT_NOT = """
Peru Peru PROPN 2 nsubj NNP
invited invite VERB 0 root VBD
Chile Chile PROPN 2 obj NNP
but but CCONJ 6 cc CC
not not PART 6 advmod RB
Brazil Brazil PROPN 3 conj NNP
"""
SEEN = """
Days day NOUN 2 nsubj NNS
saw see VERB 0 root VBD
clerks clerk NOUN 2 obj NNS
killed kill VERB 2 ccomp VBN
"""
PARTICLE = """
Chad Chad PROPN 2 nsubj NNP
switched switch VERB 0 root VBD
off off ADP 2 compound:prt RP
the the DET 5 det DT
radio radio NOUN 2 obl NN
"""
DAY_AFTER_PARTICLE = """
Chad Chad PROPN 2 nsubj NNP
drove drive VERB 0 root VBD
off off ADP 2 compound:prt RP
at at ADP 5 case IN
noon noon NOUN 2 obl NN
"""

CHARGED = """
Police police NOUN 2 nsubj NNS
held hold VERB 0 root VBD
farmers farmer NOUN 2 obj NNS
on on ADP 5 case IN
suspicion suspicion NOUN 2 obl NN
of of SCONJ 7 mark IN
torching torch VERB 5 acl VBG
barns barn NOUN 7 obj NNS
"""
WERE_CHARGED = """
Farmers farmer NOUN 3 nsubj:pass NNS
were be AUX 3 aux:pass VBD
held hold VERB 0 root VBN
on on ADP 5 case IN
suspicion suspicion NOUN 3 obl NN
of of SCONJ 7 mark IN
torching torch VERB 5 acl VBG
barns barn NOUN 7 obj NNS
"""
THEY_SAID = """
Chad Chad PROPN 4 nsubj NNP
and and CCONJ 3 cc
Mali Mali PROPN 1 conj NNP
said say VERB 0 root VBD
they they PRON 7 nsubj PRP
would would AUX 7 aux MD
leave leave VERB 4 ccomp VB
"""
ONE_SAID = THEY_SAID.replace(
    "and and CCONJ 3 cc\nMali Mali PROPN 1 conj NNP", "itself itself PRON 1 nmod\ntoo too ADV 1 advmod"
)
WITH_AN_AIM = CHARGED.replace("on on", "with with").replace("suspicion suspicion", "aim aim")

SUBJECTS = [
    (ACTIVE, "attacked", ["Rebels"], "a plain subject"),
    (PASSIVE, "looted", ["rebels"], "the agent of a passive"),
    (PASSIVE, "attacked", ["rebels"], "an agent shared by two participles"),
    (CONTROL, "withdraw", ["Chile"], "object control: who is urged"),
    (SUBJECT_CONTROL, "free", ["Peru"], "subject control: who agrees"),
    (SUBJECT_CONTROL, "leave", ["Peru"], "a coordinated infinitive shares the controller"),
    (RELATIVE, "seized", ["Gunmen"], "a relative pronoun stands for its antecedent"),
    (RELATIVE, "guarded", ["navy"], "an object relative has its own subject"),
    (ACCUSED, "shelling", ["Somalia"], "accused of: the object does it"),
    (PARTICIPLE, "opposing", ["fighters"], "a participle after its noun"),
    (KILLING, "killing", [], "bombed by nobody named, so killed by nobody named"),
    (SEEN, "killed", [], "seen killed by nobody named"),
    (NOUN, "bombing", ["Israel"], "the possessor of an act"),
    (PLAN, "deploy", ["Chad"], "whose plan it is"),
    (DONOR, "sending", ["Chad"], "whom the predicate is said of"),
    (CHARGED, "torching", ["farmers"], "who is held on suspicion of it, not who holds him"),
    (WERE_CHARGED, "torching", ["Farmers"], "the same in the passive"),
    (THEY_SAID, "leave", ["Chad", "Mali"], "they are those who speak together"),
    (ONE_SAID, "leave", ["they"], "of one who speaks they are others"),
    (WITH_AN_AIM, "torching", ["Police"], "an aim is one's own"),
]
OBJECTS = [
    (ACTIVE, "attacked", ["Homs", "Hama"], "coordinated objects"),
    (PASSIVE, "attacked", ["Homs"], "the subject of a passive"),
    (PASSIVE, "looted", ["Homs"], "the shared subject of a second passive"),
    (RELATIVE, "guarded", ["ships"], "the antecedent of an object relative"),
    (NOUN, "bombing", ["Gaza"], "of after a noun of action"),
    (GIVEN, "given", ["arms"], "a passive that keeps its object"),
    (SEEN, "killed", ["clerks"], "whom one sees killed"),
    (WITH_AN_EDGE, "praised", ["Chile"], "a phrase with a preposition is no second object"),
    (BUT_NOT, "invited", ["Chile"], "who is left out is none either"),
    (FIRST_TIME, "overrode", ["vetoes"], "of two objects the relative is only when"),
    (PARTICLE, "switched", ["radio"], "an oblique without a preposition, right after the particle"),
    (DAY_AFTER_PARTICLE, "drove", [], "a phrase with a preposition after a particle is no object"),
]


@pytest.mark.parametrize(("text", "word", "expected", "why"), SUBJECTS)
def test_logical_subjects(text: str, word: str, expected: list[str], why: str) -> None:
    """Who does it, whatever the construction."""
    assert [token.text for token in grammar.logical_subjects(_token(doc_of(text), word))] == expected, why


@pytest.mark.parametrize(("text", "word", "expected", "why"), OBJECTS)
def test_logical_objects(text: str, word: str, expected: list[str], why: str) -> None:
    """To whom it is done, whatever the construction."""
    assert [token.text for token in grammar.logical_objects(_token(doc_of(text), word))] == expected, why


def test_the_receiver_of_a_passive_gift() -> None:
    """In "was given arms" the subject receives."""
    assert [token.text for token in grammar.indirect_objects(_token(doc_of(GIVEN), "given"))] == ["Chad"]


@pytest.mark.parametrize(
    ("text", "word", "expected", "why"),
    [
        (PASSIVE, "attacked", True, "an auxiliary of the passive"),
        (PASSIVE, "looted", True, "a second participle shares it"),
        (ACTIVE, "attacked", False, "a finite past"),
        (PARTICIPLE, "hit", False, "a perfect is active"),
    ],
)
def test_is_passive(text: str, word: str, expected: bool, why: str) -> None:  # noqa: FBT001 - a table row
    """The voice of the verb."""
    assert grammar.is_passive(_token(doc_of(text), word)) is expected, why


PHRASE = """
The the DET 3 det
two two NUM 3 nummod
officials official NOUN 10 nsubj NNS
from from ADP 5 case
Chad Chad PROPN 3 nmod NNP
, , PUNCT 9 punct
who who PRON 8 nsubj WP
resigned resign VERB 3 acl:relcl VBD
, , PUNCT 3 punct
met meet VERB 0 root VBD
rebels rebel NOUN 10 obj NNS
out out ADP 14 case
of of ADP 12 fixed
town town NOUN 10 obl NN
"""


def test_a_phrase_leaves_relative_clauses_out() -> None:
    """The words of the party alone; the full phrase has all of it."""
    doc = doc_of(PHRASE)
    official = _token(doc, "officials")
    start, end = grammar.phrase(official)
    assert doc.text[start:end] == "The two officials from Chad"
    start, end = grammar.full_phrase(official)
    assert doc.text[start:end] == "The two officials from Chad, who resigned"


def test_a_clause_that_reaches_back_to_the_first_word_ends_no_phrase() -> None:
    """In "Friday the plan to sell failed" "Friday" may hang on "sell": nothing stands before it that is a comma."""
    doc = doc_of(
        "Friday Friday PROPN 5 obl:unmarked NNP\nthe the DET 3 det DT\nplan plan NOUN 6 nsubj NN\n"
        "to to PART 5 mark TO\nsell sell VERB 3 acl VB\nfailed fail VERB 0 root VBD"
    )
    start, end = grammar.whole_phrase(doc[2])
    assert doc.text[start:end] == "the plan to sell"


def test_prepositions_of_several_words() -> None:
    """The words "out of" are one preposition, and the particle "out" is heard in it."""
    doc = doc_of(PHRASE)
    met = _token(doc, "met")
    assert [token.text for token in grammar.prep_objects(met, frozenset({"out of"}))] == ["town"]
    assert grammar.has_particle(met, "out")
    assert not grammar.has_particle(met, "up")


def test_conjuncts_stand_in_text_order() -> None:
    """Asked at any member, the whole coordination answers."""
    doc = doc_of(ACTIVE)
    for word in ("Homs", "Hama"):
        assert [token.text for token in grammar.conjuncts(_token(doc, word))] == ["Homs", "Hama"]


def test_negation_is_found_by_form_or_feature() -> None:
    """The word that negates the verb directly."""
    doc = doc_of("Chad Chad PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod RB\nsign sign VERB 0 root VB")
    found = grammar.negation(doc[3])
    assert found is not None
    assert found.text == "not"
    assert grammar.negation(doc[0]) is None


WOULD_SIGN = """
{0} {0} SCONJ 3 {1} IN
Chad Chad PROPN 3 nsubj NNP
says say VERB 7 {2} VBZ
it it PRON 6 nsubj PRP
{3} {3} AUX 6 aux MD
sign sign VERB 3 ccomp VB
left leave VERB 0 root VBD
"""


@pytest.mark.parametrize(
    ("words", "asserted", "reason"),
    [
        (("As", "mark", "advcl", "will"), True, "neither word is unreal"),
        (("If", "mark", "advcl", "will"), False, "a condition two clauses up"),
        (("If", "advmod", "advcl", "will"), True, "only a conjunction counts"),
        (("As", "mark", "advcl", "might"), False, "an unsure auxiliary of its own"),
    ],
)
def test_assertion_is_asked_up_to_the_root(words: tuple[str, ...], asserted: bool, reason: str) -> None:  # noqa: FBT001
    """A clause asserts unless it or one above it is unreal."""
    verb = _token(doc_of(WOULD_SIGN.format(*words)), "sign")
    held = grammar.is_asserted(verb, unsure=frozenset({"might"}), unreal=frozenset({"if"}))
    assert held is asserted, reason


HOW_MANY = """
say say VERB 0 root VB
how how ADV 3 advmod WRB
many many ADJ 4 amod JJ
nurses nurse NOUN 6 nsubj NNS
had have AUX 6 aux VBD
died die VERB 1 ccomp VBN
"""
WHO_HE_IS = """
say say VERB 0 root VB
who who PRON 1 ccomp WP
he he PRON 2 nsubj PRP
is be AUX 2 cop VBZ
"""
WHETHER = """
say say VERB 0 root VB
whether whether SCONJ 4 mark IN
they they PRON 4 nsubj PRP
left leave VERB 1 ccomp VBD
"""
WHEN_ASKED = """
said say VERB 0 root VBD
when when ADV 3 advmod WRB
asked ask VERB 6 advcl VBN
they they PRON 6 nsubj PRP
had have AUX 6 aux VBD
left leave VERB 1 ccomp VBN
"""
WHO_CAME = """
knew know VERB 0 root VBD
nurses nurse NOUN 5 nsubj NNS
who who PRON 4 nsubj WP
came come VERB 2 acl:relcl VBD
left leave VERB 1 ccomp VBD
"""


@pytest.mark.parametrize(
    ("doc", "clause", "word"),
    [
        (HOW_MANY, "died", "how"),  # it stands before a noun
        (WHO_HE_IS, "who", "who"),  # the predicate itself
        (WHETHER, "left", "whether"),
        (WHEN_ASKED, "left", None),  # it opens a clause inside
        (WHO_CAME, "left", None),  # it tells which nurses
        (ACTIVE, "attacked", None),
    ],
)
def test_a_clause_asks_by_its_first_words(doc: str, clause: str, word: str | None) -> None:
    found = grammar.asking_word(_token(doc_of(doc), clause))
    assert (found.text if found is not None else None) == word
