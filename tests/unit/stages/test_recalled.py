"""Which bare noun recalls an act that the report tells of, and which is left out."""

from __future__ import annotations

import msgspec
import pytest
from spacy.tokens import Doc

from build import doc_of
from knowing import shipped_lexicon
from onrecord.reading.entity import Entity
from onrecord.reading.event import Event, EventType, Factuality, Status
from onrecord.reading.span import Argument, Span
from onrecord.reading.time import TimeExpression
from onrecord.stages.recalled import join_recalled

COURT = (Entity(id="T1", name="the court", type="organization", named=False, sectors=("JUD",), mentions=()),)
NO_TIMES: tuple[TimeExpression, ...] = ()
SHELLED = "Rebels rebel NOUN 2 nsubj NNS\nshelled shell VERB 0 root VBD\nHoms Homs PROPN 2 obj NNP\n\n"
CONDEMNED = (
    "Chad Chad PROPN 2 nsubj NNP\ncondemned condemn VERB 0 root VBD\n{det}\n"
    "raid raid NOUN 2 obj NN Number=Sing\n. . PUNCT 2 punct ."
)
THE = "the the DET 4 det DT Definite=Def|PronType=Art"
A = "a a DET 4 det DT Definite=Ind|PronType=Art"
THIS = "this this DET 4 det DT Number=Sing|PronType=Dem"
SUNDAYS = "Sunday Sunday PROPN 4 nmod:poss NNP"
CHADS = "Chad Chad PROPN 4 nmod:poss NNP"


def _event(doc: Doc, word: str, key: str = "", kind: EventType = "ASSAULT", mode: str | None = None,
           status: Status = "happened", time: str | None = None) -> Event:  # fmt: skip
    token = next(token for token in doc if token.text == word)
    span = Span(start=token.idx, end=token.idx + len(token), text=token.text)
    party = () if not key else (Argument(start=0, end=len(doc[0]), text=doc[0].text, entity="T1"),)
    return Event(
        id=key, type=kind, mode=mode, contexts=(), cameo=None, quad=4, score=-9.0, trigger=span, actors=party,
        recipients=(), factuality=Factuality(status=status, polarity="positive", certainty="certain"), time=time,
        rule=f"{word}.1",
    )  # fmt: skip


def _time(doc: Doc, word: str, key: str, value: str) -> TimeExpression:
    token = next(token for token in doc if token.text == word)
    return TimeExpression(id=key, start=token.idx, end=token.idx + len(token), text=word, type="DATE", value=value)


def _joined(doc: Doc, told: list[Event], bare: list[Event], times: tuple[TimeExpression, ...] = NO_TIMES
            ) -> list[tuple[str, str, str | None]]:  # fmt: skip
    events = join_recalled(doc, told, bare, times, COURT, shipped_lexicon())
    return [(event.id, event.trigger.text, event.same_as) for event in events]


@pytest.mark.parametrize(
    ("det", "recalls"),
    [
        (THE, True),  # what is known is the shelling
        (THIS, True),  # pointed at
        (A, False),  # another raid
        (CHADS, False),  # whose raid it is says nothing about its being known
    ],
)
def test_a_definite_noun_recalls_the_act_before_it(det: str, recalls: bool) -> None:  # noqa: FBT001 - a row
    doc = doc_of(SHELLED + CONDEMNED.format(det=det))
    told = [_event(doc, "shelled", "E1"), _event(doc, "condemned", "E2", "ACCUSE")]
    heads = [("E1", "shelled", None), ("E2", "condemned", None)]
    assert _joined(doc, told, [_event(doc, "raid")]) == heads + ([("E3", "raid", "E1")] if recalls else [])


@pytest.mark.parametrize(
    ("noun", "between", "recalls"),
    [
        ("raid", 2, True),  # another word for it, right behind
        ("raid", 3, False),  # too far away to tell which act of its kind it is
        ("shelling", 7, True),  # the same word
        ("shelling", 8, False),  # too far away even so
    ],
)
def test_how_far_back_a_noun_recalls(noun: str, between: int, recalls: bool) -> None:  # noqa: FBT001 - a row
    rest = "He he PRON 2 nsubj PRP\nslept sleep VERB 0 root VBD\n\n" * between
    doc = doc_of(SHELLED + rest + CONDEMNED.format(det=THE).replace("raid", noun))
    joined = _joined(doc, [_event(doc, "shelled", "E1")], [_event(doc, noun)])
    assert [text for _, text, same in joined if same] == ([noun] if recalls else [])


@pytest.mark.parametrize(
    ("noun", "act", "recalls"),
    [
        ({"mode": "aerial"}, {}, True),  # what is said to be an air raid was shelling without a word of how
        ({"mode": "aerial"}, {"mode": "explosives"}, False),  # two ways of attacking are two attacks
        ({"kind": "PROTEST"}, {}, False),  # another kind of act
        ({"kind": "COERCE"}, {"kind": "COERCE"}, False),  # of other kinds than force the mode or the word says which
        ({"kind": "COERCE", "mode": "arrest"}, {"kind": "COERCE", "mode": "arrest"}, True),
        ({"status": "planned"}, {}, False),  # what is planned is not what was done
        ({"kind": "SANCTION", "status": "planned"}, {"kind": "SANCTION"}, False),  # a verdict to come
        ({"kind": "AGREE", "mode": "x", "status": "planned"}, {"kind": "AGREE", "mode": "x"}, True),  # it was agreed
        ({"status": "hypothetical"}, {}, True),  # "voiced concern about the raid"
        ({"status": "denied"}, {}, False),  # what is denied of it ("denied discussing the raid") is not the raid
        ({}, {"status": "denied"}, False),  # nor does a noun told as fact say again what was denied
    ],
)
def test_what_it_recalls_is_of_its_kind(noun: dict[str, str], act: dict[str, str], recalls: bool) -> None:  # noqa: FBT001
    doc = doc_of(SHELLED + CONDEMNED.format(det=THE))
    told = [_event(doc, "shelled", "E1", **act)]  # type: ignore[arg-type]
    assert (len(_joined(doc, told, [_event(doc, "raid", **noun)])) == 2) is recalls  # type: ignore[arg-type]


def test_who_denies_an_act_speaks_of_it() -> None:
    doc = doc_of(SHELLED + CONDEMNED.format(det=THE).replace("condemned condemn", "denied deny"))
    told, denied = _event(doc, "shelled", "E1"), _event(doc, "raid", status="denied")
    cue = _event(doc, "denied").trigger
    factuality = msgspec.structs.replace(denied.factuality, cues=(cue,))
    noun = msgspec.structs.replace(denied, factuality=factuality)
    assert _joined(doc, [told], [noun])[-1] == ("E2", "raid", "E1")


@pytest.mark.parametrize(("day", "recalls"), [("2024-05-12", True), ("2024-05-19", False)])
def test_the_day_of_a_noun_is_that_of_its_act(day: str, recalls: bool) -> None:  # noqa: FBT001 - a row
    """The time expressions are two, the days may be one; the owner of a noun that is a day makes it definite."""
    doc = doc_of(SHELLED + CONDEMNED.format(det=SUNDAYS))
    times = (_time(doc, "Sunday", "D2", "2024-05-12"),)
    told = [_event(doc, "shelled", "E1", time="D1")]
    first = TimeExpression(id="D1", start=0, end=1, text="x", type="DATE", value=day)
    assert (len(_joined(doc, told, [_event(doc, "raid", time="D2")], (first, *times))) == 2) is recalls


def test_a_noun_says_how_its_verb_was_done_even_without_an_article() -> None:
    """In "were killed in an ambush" both words are one act, and the ambush is no known one."""
    doc = doc_of(
        "Nine nine NUM 3 nsubj:pass CD\nwere be AUX 3 aux:pass VBD\nkilled kill VERB 0 root VBN\nin in ADP 6 case IN\n"
        "an a DET 6 det DT Definite=Ind|PronType=Art\nambush ambush NOUN 3 obl NN"
    )
    told = [_event(doc, "killed", "E1")]
    assert _joined(doc, told, [_event(doc, "ambush")]) == [("E1", "killed", None), ("E2", "ambush", "E1")]


def test_a_clause_about_a_noun_tells_of_its_act_and_ids_go_by_the_text() -> None:
    doc = doc_of(
        "The the DET 2 det DT Definite=Def\nraid raid NOUN 0 root NN\nthat that PRON 4 nsubj WDT\n"
        "killed kill VERB 2 acl:relcl VBD\nnine nine NUM 4 obj CD"
    )
    told = [_event(doc, "killed", "E1")]
    assert _joined(doc, told, [_event(doc, "raid")]) == [("E1", "raid", "E2"), ("E2", "killed", None)]


def test_the_word_decides_between_two_acts_of_a_kind() -> None:
    doc = doc_of(
        "Rebels rebel NOUN 2 nsubj NNS\nambushed ambush VERB 0 root VBD\nguards guard NOUN 2 obj NNS\n\n"
        + SHELLED + CONDEMNED.format(det=THE).replace("raid raid", "ambush ambush")
    )  # fmt: skip
    told = [_event(doc, "ambushed", "E1"), _event(doc, "shelled", "E2")]
    assert _joined(doc, told, [_event(doc, "ambush")])[-1] == ("E3", "ambush", "E1")


def test_a_noun_that_recalls_a_repeat_names_the_first_mention() -> None:
    doc = doc_of(SHELLED + CONDEMNED.format(det=THE))
    first = _event(doc, "Rebels", "E1")
    repeat = msgspec.structs.replace(_event(doc, "shelled", "E2"), same_as="E1")
    assert [same for _, _, same in _joined(doc, [first, repeat], [_event(doc, "raid")])] == [None, "E1", "E1"]


@pytest.mark.parametrize(
    ("rule", "kind", "act", "recalls", "why"),
    [
        ("incident.n.1", "ASSAULT", {}, True, "any act of force is an incident"),
        ("incident.n.1", "ASSAULT", {"kind": "CONSULT"}, False, "talks are none"),
        ("violence.n.2", "PROTEST", {}, True, "its entry says that it recalls force too"),
        ("deal.n.1", "AGREE", {"kind": "SUPPORT", "cameo": "057"}, True, "what was signed is the deal"),
        ("deal.n.1", "AGREE", {"kind": "SUPPORT", "cameo": "051"}, False, "praise is none"),
        ("deal.n.1", "AGREE", {"kind": "RETREAT", "mode": "ceasefire"}, True, "a truce is one"),
        ("verdict.n.2", "SANCTION", {"kind": "REJECT"}, True, "who annuls is a court"),
        ("verdict.n.2", "SANCTION", {"kind": "PROTEST"}, False, "a court's strike is no verdict"),
        ("strike.n.5", "PROTEST", {"mode": "aerial"}, True, "jets strike as dockers do"),
    ],
)
def test_what_an_entry_says_that_its_noun_recalls(
    rule: str, kind: EventType, act: dict[str, str], recalls: bool, why: str  # noqa: FBT001 - a row
) -> None:  # fmt: skip
    """The noun is then of the type of the act that it recalls."""
    doc = doc_of(SHELLED + CONDEMNED.format(det=THE))
    cameo = act.get("cameo")
    told = _event(doc, "shelled", "E1", **{key: value for key, value in act.items() if key != "cameo"})  # type: ignore[arg-type]
    noun = msgspec.structs.replace(_event(doc, "raid", kind=kind), rule=rule)
    events = join_recalled(doc, [msgspec.structs.replace(told, cameo=cameo)], [noun], (), COURT, shipped_lexicon())
    assert [(event.type, event.same_as) for event in events[1:]] == ([(told.type, "E1")] if recalls else []), why
