"""Positions, commitments and labels out of hand-built Docs."""

from __future__ import annotations

import msgspec
import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.reading.attribution import Attribution
from onrecord.reading.entity import Entity, Mention
from onrecord.reading.span import Argument, Span
from onrecord.stages.commitments import find_commitments
from onrecord.stages.labels import find_labels
from onrecord.stages.positions import find_positions

LEXICON = shipped_lexicon()
TAIL = ". . PUNCT 3 punct ."
BACKS = "Oslo Oslo PROPN 3 nsubj NNP\nnow now ADV 3 advmod RB\n{verb}\nthe the DET 5 det DT\nplan plan NOUN 3 obj NN\n"
OPPOSED = """
Oslo Oslo PROPN 3 nsubj:pass NNP
is be AUX 3 aux:pass VBZ
opposed oppose VERB 0 root VBN
to to ADP 6 case IN
the the DET 6 det DT
plan plan NOUN 3 obl NN
"""
DID_NOT_ATTEND = """
Oslo Oslo PROPN 4 nsubj NNP
did do AUX 4 aux VBD
not not PART 4 advmod RB
attend attend VERB 0 root VB
the the DET 6 det DT
talks talk NOUN 4 obj NNS
"""
NOT_REACHED = """
Oslo Oslo PROPN 5 nsubj:pass NNP
could could AUX 5 aux MD
not not PART 5 advmod RB
be be AUX 5 aux:pass VB
reached reach VERB 0 root VBN
for for ADP 7 case IN
comment comment NOUN 5 obl NN
"""
DECLINED = """
Oslo Oslo PROPN 2 nsubj NNP
declined decline VERB 0 root VBD
to to PART 4 mark TO
comment comment VERB 2 xcomp VB
"""
UNCLEAR = """
It it PRON 3 expl PRP
was be AUX 3 cop VBD
unclear unclear ADJ 0 root JJ
whether whether SCONJ 6 mark IN
Oslo Oslo PROPN 6 nsubj NNP
backed back VERB 3 csubj VBD
the the DET 8 det DT
plan plan NOUN 6 obj NN
"""
IF_BACKS = """
If if SCONJ 3 mark IN
Oslo Oslo PROPN 3 nsubj NNP
backs back VERB 8 advcl VBZ
the the DET 5 det DT
plan plan NOUN 3 obj NN
, , PUNCT 3 punct ,
it it PRON 8 nsubj PRP
passes pass VERB 0 root VBZ
"""
WILL_NOT_BACK = """
Oslo Oslo PROPN 4 nsubj NNP
will will AUX 4 aux MD
not not PART 4 advmod RB Polarity=Neg
back back VERB 0 root VB
the the DET 6 det DT
plan plan NOUN 4 obj NN
"""
DID_NOT_BACK = WILL_NOT_BACK.replace("will will AUX 4 aux MD", "did do AUX 4 aux VBD")
REFUSED_TO_BACK = """
Oslo Oslo PROPN 2 nsubj NNP
refused refuse VERB 0 root VBD
to to PART 4 mark TO
back back VERB 2 xcomp VB
the the DET 6 det DT
plan plan NOUN 4 obj NN
"""
PROVIDED = """
Oslo Oslo PROPN 2 nsubj NNP
backs back VERB 0 root VBZ
the the DET 4 det DT
plan plan NOUN 2 obj NN
provided provide VERB 8 mark VBN
the the DET 7 det DT
shelling shelling NOUN 8 nsubj NN
stops stop VERB 2 advcl VBZ
"""
BACKED_THAT = """
Oslo Oslo PROPN 2 nsubj NNP
backs back VERB 0 root VBZ
that that PRON 2 obj DT PronType=Dem|Number=Sing
"""
BACKS_ITSELF = """
Oslo Oslo PROPN 2 nsubj NNP
backs back VERB 0 root VBZ
Oslo Oslo PROPN 2 obj NNP
"""
REJECTED_THEN = """
Plans plan NOUN 3 dep NNS
were be AUX 3 aux:pass VBD
rejected reject VERB 0 root VBN
by by ADP 5 case IN
Oslo Oslo PROPN 3 obl:agent NNP
. . PUNCT 3 punct .
Peru Peru PROPN 3 nsubj:pass NNP
"""
CASES = [
    (BACKED_THAT, [], "what that is nobody knows"),
    (REJECTED_THEN, [], "what is rejected stands before the passive"),
    (BACKS.format(verb="backs back VERB 0 root VBZ"), [("supports", "reported", "the plan")], "backing"),
    (BACKS.format(verb="welcomes welcome VERB 0 root VBZ"), [("supports", "stated", "the plan")], "welcoming says so"),
    (BACKS.format(verb="vetoed veto VERB 0 root VBD"), [("opposes", "acted", "the plan")], "a veto is a deed"),
    (OPPOSED, [("opposes", "reported", "the plan")], "an adjective that looks like a passive"),
    (DID_NOT_ATTEND, [("unknown", "absent", "the talks")], "absence is not opposition"),
    (NOT_REACHED, [("unknown", "unreachable", "comment")], "nor is not being reached"),
    (DECLINED, [("unknown", "declined", None)], "nor is silence"),
    (UNCLEAR, [("unknown", "unclear", "the plan")], "nobody knows"),
    (IF_BACKS, [], "a condition asserts nothing"),
    (WILL_NOT_BACK, [("opposes", "reported", "the plan")], "a standing no"),
    (DID_NOT_BACK, [], "not having backed it is no opposition"),
    (REFUSED_TO_BACK, [("opposes", "reported", "the plan")], "a refusal turns support round"),
]


def entities_of(conllu: str, name: str = "Oslo", **fields: object) -> tuple[Entity, ...]:
    at = doc_of(conllu).text.index(name)
    mention = Mention(start=at, end=at + len(name), text=name, kind="name")
    values = {"id": "T1", "name": name, "type": "organization", "named": True, **fields}
    return (Entity(mentions=(mention,), **values),)  # type: ignore[arg-type]


@pytest.mark.parametrize(("conllu", "want", "reason"), CASES)
def test_stances_and_their_bases(conllu: str, want: list[tuple[str, str, str | None]], reason: str) -> None:
    """Each wording has its stance and its basis, or none."""
    found = find_positions(doc_of(conllu), (), (), entities_of(conllu), LEXICON)
    assert [(p.stance, p.basis, p.toward.text if p.toward else None) for p in found] == want, reason
    assert all(position.holder.entity == "T1" for position in found)


_BACKS_A = "Oslo Oslo PROPN 2 nsubj NNP\nbacks back VERB 0 root VBZ\na a DET 4 det DT\n{kind} {kind} NOUN 2 obj NN\n"
TO_END_IT = (
    _BACKS_A.format(kind="plan")
    + """to to PART 6 mark TO
end end VERB 4 acl VB
it it PRON 6 obj PRP
"""
)
THAT_BANS = (
    _BACKS_A.format(kind="law")
    + """that that PRON 6 nsubj WDT PronType=Rel
bans ban VERB 4 acl:relcl VBZ
exports export NOUN 6 obj NNS
"""
)
REMARKED = THAT_BANS.replace("that that PRON 6 nsubj WDT PronType=Rel\nbans ban VERB 4", ", , PUNCT 7 punct ,\n"
    "which which PRON 7 nsubj WDT PronType=Rel\nbans ban VERB 4").replace("NOUN 6 obj", "NOUN 7 obj")  # fmt: skip
AND_A_TAX = (
    _BACKS_A.format(kind="law")
    + """and and CCONJ 7 cc CC
a a DET 7 det DT
tax tax NOUN 4 conj NN
"""
)
AND_TAXES = AND_A_TAX.replace("a a DET 7 det DT\n", "").replace("CCONJ 7", "CCONJ 6")
QUOTED = """
Oslo Oslo PROPN 2 nsubj NNP
backs back VERB 0 root VBZ
a a DET 6 det DT
“ “ PUNCT 6 punct ``
peace peace NOUN 6 compound NN
zone zone NOUN 2 obj NN
” ” PUNCT 6 punct ''
. . PUNCT 2 punct .
"""
BACKED_BY = """
A a DET 2 det DT
plan plan NOUN 6 nsubj NN
backed back VERB 2 acl VBN
by by ADP 5 case IN
Oslo Oslo PROPN 3 obl:agent NNP
failed fail VERB 0 root VBD
"""
THINGS = [
    (TO_END_IT, ["a plan to end it"], "the plan's act says which plan"),
    (THAT_BANS, ["a law that bans exports"], "so does a clause"),
    (REMARKED, ["a law"], "but not a remark behind a comma"),
    (AND_A_TAX, ["a law", "a tax"], "with an article of its own it is another thing"),
    (AND_TAXES, ["a law and tax"], "without one it is part of the thing"),
    (QUOTED, ["a “ peace zone”"], "the mark that closes what is opened inside"),
    (BACKED_BY, ["A plan"], "what says that it is backed says nothing of which plan"),
]


@pytest.mark.parametrize(("conllu", "want", "reason"), THINGS)
def test_the_thing_is_the_whole_phrase(conllu: str, want: list[str], reason: str) -> None:
    """What a stand is about stands with all that tells which it is."""
    found = find_positions(doc_of(conllu), (), (), entities_of(conllu), LEXICON)
    assert [p.toward.text if p.toward else None for p in found] == want, reason


IN_ITS_STATEMENT = """
Oslo Oslo PROPN 2 nsubj NNP
backs back VERB 0 root VBZ
the the DET 4 det DT
plan plan NOUN 2 obj NN
. . PUNCT 2 punct .
We we PRON 7 nsubj PRP Person=1|Number=Plur
wait wait VERB 0 root VBP
"""


def test_in_its_own_statement_a_party_speaks_for_itself() -> None:
    """Whose "we" a text has in its own voice tells of itself there: its stand is stated."""
    at = doc_of(IN_ITS_STATEMENT).text.index("We")
    (oslo,) = entities_of(IN_ITS_STATEMENT)
    pronoun = Mention(start=at, end=at + 2, text="We", kind="pronoun")
    both = msgspec.structs.replace(oslo, mentions=(*oslo.mentions, pronoun))
    (position,) = find_positions(doc_of(IN_ITS_STATEMENT), (), (), (both,), LEXICON)
    assert position.basis == "stated"


def test_conditions_stand_with_the_position() -> None:
    """What follows "provided" is the condition of the support."""
    (position,) = find_positions(doc_of(PROVIDED), (), (), entities_of(PROVIDED), LEXICON)
    assert [span.text for span in position.conditions] == ["provided the shelling stops"]


def test_nobody_takes_a_stand_on_himself() -> None:
    """Where holder and target are one, a pronoun was resolved wrongly."""
    (oslo,) = entities_of(BACKS_ITSELF)
    again = Mention(start=11, end=15, text="Oslo", kind="name")
    both = msgspec.structs.replace(oslo, mentions=(*oslo.mentions, again))
    assert find_positions(doc_of(BACKS_ITSELF), (), (), (both,), LEXICON) == ()


def test_a_refusal_is_told_by_who_tells_of_it() -> None:
    """The words of "refused to" hold what is refused, but that it was refused is the reporter's word."""
    text = doc_of(REFUSED_TO_BACK).text
    cue = Span.of(text, text.index("refused"), text.index("refused") + len("refused"))
    refusal = Attribution(
        id="A1", source=Argument(start=0, end=4, text="Oslo", entity="T1"), cue=cue, manner="indirect",
        content=(Span.of(text, text.index("to back"), len(text)),),
    )  # fmt: skip
    (position,) = find_positions(doc_of(REFUSED_TO_BACK), (), (refusal,), entities_of(REFUSED_TO_BACK), LEXICON)
    assert position.attribution is None


def test_a_stand_in_the_holders_own_words_is_stated() -> None:
    """What Oslo says of Oslo is stated; the attribution is named."""
    conllu = BACKS.format(verb="backs back VERB 0 root VBZ")
    text = doc_of(conllu).text
    source = Argument(start=0, end=4, text="Oslo", entity="T1")
    said = Attribution(id="A1", source=source, cue=None, content=(Span.of(text, 0, len(text)),), manner="indirect")
    (position,) = find_positions(doc_of(conllu), (), (said,), entities_of(conllu), LEXICON)
    assert (position.basis, position.attribution) == ("stated", "A1")


PLEDGED = """
Oslo Oslo PROPN 2 nsubj NNP
pledged pledge VERB 0 root VBD
not not PART 5 advmod RB Polarity=Neg
to to PART 5 mark TO
attack attack VERB 2 xcomp VB
"""
OFFERED = """
Oslo Oslo PROPN 2 nsubj NNP
offered offer VERB 0 root VBD
Lima Lima PROPN 2 iobj NNP
aid aid NOUN 2 obj NN
"""
MAY_OFFER = (
    OFFERED.replace("offered offer VERB 0 root VBD", "may may AUX 3 aux MD\noffer offer VERB 0 root VB")
    .replace("2 nsubj", "3 nsubj")
    .replace("PROPN 2 iobj", "PROPN 3 iobj")
    .replace("NOUN 2 obj", "NOUN 3 obj")
)
READY = """
Oslo Oslo PROPN 3 nsubj NNP
is be AUX 3 cop VBZ
ready ready ADJ 0 root JJ
to to PART 5 mark TO
help help VERB 3 xcomp VB
"""
PROMISES = [
    (PLEDGED, [("promise", "negative", "attack")], "the act stands without the negation that its polarity tells"),
    (OFFERED, [("offer", "positive", "aid")], "an offer with a receiver"),
    (MAY_OFFER, [], "what may be offered is not"),
    (READY, [("offer", "positive", "help")], "readiness is an offer"),
]


@pytest.mark.parametrize(("conllu", "want", "reason"), PROMISES)
def test_commitments(conllu: str, want: list[tuple[str, str, str]], reason: str) -> None:
    """Kind, polarity and act of what a party binds itself to."""
    found = find_commitments(doc_of(conllu), (), (), entities_of(conllu), (), LEXICON)
    assert [(c.kind, c.polarity, c.action.text.removeprefix("to ")) for c in found] == want, reason


LABELLED = """
The the DET 4 det DT
terrorist terrorist NOUN 3 compound NN
group group NOUN 4 nmod:desc NN
Oslo Oslo PROPN 5 nsubj NNP
fled flee VERB 0 root VBD
"""
SCARE = """
They they PRON 2 nsubj PRP
call call VERB 0 root VBP
Oslo Oslo PROPN 2 obj NNP
a a DET 7 det DT
“ “ PUNCT 7 punct ``
peace peace NOUN 7 compound NN
camp camp NOUN 2 xcomp NN
” ” PUNCT 7 punct ''
. . PUNCT 2 punct .
"""


def test_loaded_words_are_tied_to_their_bearer() -> None:
    """A name's own phrase labels it, here in the reporter's voice."""
    (label,) = find_labels(doc_of(LABELLED), entities_of(LABELLED), (), (), LEXICON)
    assert (label.text, label.entity, label.scare_quotes, label.attribution) == ("terrorist group", "T1", False, None)


def test_scare_quotes_are_marked() -> None:
    """A short quotation that names somebody is a label whatever its words."""
    (label,) = find_labels(doc_of(SCARE), entities_of(SCARE), (), (), LEXICON)
    assert (label.text.strip(), label.entity, label.scare_quotes) == ("peace camp", "T1", True)
