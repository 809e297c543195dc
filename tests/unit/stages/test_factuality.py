"""Did it happen? Cue by cue, on hand-built trees, with the shipped frames and cue words."""
# ruff: noqa: ISC004 - a tree is one string over several lines

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.reading.attribution import Attribution
from onrecord.reading.entity import Entity, EntityType, Mention
from onrecord.reading.event import Event
from onrecord.reading.reading import Furniture
from onrecord.reading.span import Argument, Span
from onrecord.stages.events import find_events
from onrecord.stages.factuality import assess_factuality

if TYPE_CHECKING:
    from onrecord.lexicon.load import Lexicon

SUBJECT = "Russia Russia PROPN {0} nsubj NNP ent=PLACE\n"
SPEAKERS = {"Lavrov": "RUS", "Kuleba": "UKR"}  # ministers, and of which country
KINDS: dict[str, EntityType] = {"Police": "group", "Lavrov": "person", "Kuleba": "person"}


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return shipped_lexicon()


def _entities(text: str) -> tuple[Entity, ...]:
    """A place for every capitalised country name of these sentences."""
    found = []
    for name in ("Russia", "Ukraine", "Georgia", "Police", "We", *SPEAKERS):
        at = text.find(name)
        while at >= 0:
            mention = Mention(start=at, end=at + len(name), text=name, kind="name")
            found.append((name, mention))
            at = text.find(name, at + 1)
    return tuple(
        Entity(id=f"T{number}", name=name, type=KINDS.get(name, "place"), named=True, mentions=tuple(
            mention for other, mention in found if other == name),
            country="RUS" if name == "Russia" else SPEAKERS.get(name), sectors=("GOV",) if name in SPEAKERS else ())
        for number, name in enumerate(dict.fromkeys(name for name, _ in found), start=1)
    )  # fmt: skip


def _events(tree: str, said: tuple[str, str, str] | None = None) -> tuple[Event, ...]:
    """The events of a tree; `said` names source, cue and content of one attribution."""
    doc = doc_of(tree)
    entities = _entities(doc.text)
    attributions: tuple[Attribution, ...] = ()
    if said is not None:
        source, cue, content = (doc.text.index(words) for words in said)
        owner = next((entity.id for entity in entities if entity.name == said[0]), None)
        attributions = (
            Attribution(
                id="A1",
                source=Argument(start=source, end=source + len(said[0]), text=said[0], entity=owner),
                cue=Span.of(doc.text, cue, cue + len(said[1])),
                content=(Span.of(doc.text, content, content + len(said[2])),),
                manner="indirect",
            ),
        )
    events = find_events(doc, entities, attributions, (), _lexicon(), {"Russia", "Ukraine"}.__contains__).told
    return assess_factuality(doc, events, attributions, entities, (), _lexicon())


def _attack(events: tuple[Event, ...]) -> Event:
    return next(event for event in events if event.trigger.text.lower().startswith("attack"))


ROWS = [
    ("Russia Russia PROPN 2 nsubj NNP\nattacked attack VERB 0 root VBD\nUkraine Ukraine PROPN 2 obj NNP",
     ("happened", "positive", "certain"), [], "a plain past is a fact"),
    ("Russia Russia PROPN 3 nsubj NNP\nmay may AUX 3 aux MD\nattack attack VERB 0 root VB\n"
     "Ukraine Ukraine PROPN 3 obj NNP", ("unclear", "positive", "possible"), ["may"], "may is no fact"),
    ("Russia Russia PROPN 3 nsubj NNP\nallegedly allegedly ADV 3 advmod RB\nattacked attack VERB 0 root VBD\n"
     "Ukraine Ukraine PROPN 3 obj NNP", ("unclear", "positive", "possible"), ["allegedly"], "allegedly is no fact"),
    ("Russia Russia PROPN 4 nsubj NNP\ndid do AUX 4 aux VBD\nnot not PART 4 advmod RB\nattack attack VERB 0 root VB\n"
     "Ukraine Ukraine PROPN 4 obj NNP", ("not_happened", "negative", "certain"), ["not"], "a negation"),
    ("Ukraine Ukraine PROPN 4 nsubj:pass NNP\nmay may AUX 4 aux MD\nbe be AUX 4 aux:pass VB\n"
     "attacked attack VERB 0 root VBN\nby by ADP 6 case\nRussia Russia PROPN 4 obl:agent NNP",
     ("unclear", "positive", "possible"), ["may"], "the passive of may"),
    ("Ukraine Ukraine PROPN 4 nsubj:pass NNP\nwas be AUX 4 aux:pass VBD\nnever never ADV 4 advmod RB\n"
     "attacked attack VERB 0 root VBN\nby by ADP 6 case\nRussia Russia PROPN 4 obl:agent NNP",
     ("not_happened", "negative", "certain"), ["never"], "the passive of a negation"),
    ("Russia Russia PROPN 3 nsubj NNP\nwill will AUX 3 aux MD\nattack attack VERB 0 root VB\n"
     "Ukraine Ukraine PROPN 3 obj NNP", ("planned", "positive", "certain"), ["will"], "a plan"),
    ("Russia Russia PROPN 4 nsubj NNP\nwill will AUX 4 aux MD\nnot not PART 4 advmod RB\nattack attack VERB 0 root VB\n"
     "Ukraine Ukraine PROPN 4 obj NNP", ("planned", "negative", "certain"), ["will", "not"], "a plan not to"),
    ("Russia Russia PROPN 3 nsubj NNP\nis be AUX 3 aux VBZ\nattacking attack VERB 0 root VBG\n"
     "Ukraine Ukraine PROPN 3 obj NNP", ("ongoing", "positive", "certain"), [], "it is going on"),
    ("Russia Russia PROPN 2 nsubj NNP\nfailed fail VERB 0 root VBD\nto to PART 4 mark TO\n"
     "attack attack VERB 2 xcomp VB\nUkraine Ukraine PROPN 4 obj NNP",
     ("not_happened", "negative", "certain"), ["failed"], "to fail is not to do"),
    ("Russia Russia PROPN 4 nsubj NNP\ndid do AUX 4 aux VBD\nnot not PART 4 advmod RB\nfail fail VERB 0 root VB\n"
     "to to PART 6 mark TO\nattack attack VERB 4 xcomp VB\nUkraine Ukraine PROPN 6 obj NNP",
     ("happened", "positive", "certain"), ["not", "fail"], "not to fail is to do"),
    ("Russia Russia PROPN 2 nsubj NNP\nmanaged manage VERB 0 root VBD\nto to PART 4 mark TO\n"
     "attack attack VERB 2 xcomp VB\nUkraine Ukraine PROPN 4 obj NNP",
     ("happened", "positive", "certain"), ["managed"], "to manage is to do"),
    ("Russia Russia PROPN 2 nsubj NNP\nplanned plan VERB 0 root VBD\nto to PART 4 mark TO\n"
     "attack attack VERB 2 xcomp VB\nUkraine Ukraine PROPN 4 obj NNP",
     ("planned", "positive", "probable"), ["planned"], "a plan in a verb"),
    ("Russia Russia PROPN 2 nsubj NNP\nmoved move VERB 0 root VBD\ntroops troop NOUN 2 obj NNS\nto to PART 5 mark TO\n"
     "attack attack VERB 2 advcl VB\nUkraine Ukraine PROPN 5 obj NNP",
     ("planned", "positive", "certain"), [], "a purpose is no deed"),
    ("If if SCONJ 3 mark IN\nRussia Russia PROPN 3 nsubj NNP\nattacks attack VERB 7 advcl VBZ\n"
     "Ukraine Ukraine PROPN 3 obj NNP\nGeorgia Georgia PROPN 7 nsubj NNP\nwill will AUX 7 aux MD\n"
     "suffer suffer VERB 0 root VB", ("conditional", "positive", "possible"), ["If"], "a condition"),
    ("Did do AUX 3 aux VBD\nRussia Russia PROPN 3 nsubj NNP\nattack attack VERB 0 root VB\n"
     "Ukraine Ukraine PROPN 3 obj NNP\n? ? PUNCT 3 punct", ("unclear", "positive", "unknown"), [], "a question"),
    ("Police police NOUN 2 nsubj NNS\nkept keep VERB 0 root VBD\nRussia Russia PROPN 2 obj NNP\n"
     "from from SCONJ 5 mark IN\nattacking attack VERB 2 advcl VBG\nUkraine Ukraine PROPN 5 obj NNP",
     ("not_happened", "negative", "certain"), ["kept"], "kept from doing"),
    ("It it PRON 3 expl PRP\nis be AUX 3 cop VBZ\nunclear unclear ADJ 0 root JJ\nwhether whether SCONJ 6 mark IN\n"
     "Russia Russia PROPN 6 nsubj NNP\nattacked attack VERB 3 ccomp VBD\nUkraine Ukraine PROPN 6 obj NNP",
     ("unclear", "positive", "unknown"), ["whether"], "nobody knows"),
    ("Russia Russia PROPN 2 nsubj NNP\ndenied deny VERB 0 root VBD\nattacking attack VERB 2 xcomp VBG\n"
     "Ukraine Ukraine PROPN 3 obj NNP", ("denied", "negative", "certain"), ["denied"], "a denial"),
    ("Russia Russia PROPN 5 nsubj NNP\nis be AUX 5 cop VBZ\ndue due ADJ 5 mark JJ\nto to PART 3 fixed TO\n"
     "attack attack VERB 0 root VB\nUkraine Ukraine PROPN 5 obj NNP",
     ("planned", "positive", "certain"), ["due"], "due to, before a bare verb"),
    ("Troops troop NOUN 2 nsubj NNS\nleft leave VERB 0 root VBD\ndue due ADP 5 case IN\nto to ADP 3 fixed IN\n"
     "attacks attack NOUN 2 obl NNS\nin in ADP 7 case\nUkraine Ukraine PROPN 5 nmod NNP",
     ("happened", "positive", "certain"), [], "due to, before what had happened"),
    ("Ukraine Ukraine PROPN 0 root NNP\nthe the DET 4 det\nlatest latest ADJ 4 amod JJS\nstate state NOUN 1 appos NN\n"
     "to to PART 7 mark TO\nbe be AUX 7 aux:pass VB\nattacked attack VERB 4 acl VBN\nby by ADP 9 case IN\n"
     "Russia Russia PROPN 7 obl:agent NNP", ("happened", "positive", "certain"), [], "who is counted among them was"),
    ("Troops troop NOUN 2 nsubj NNS\nused use VERB 0 root VBD\ngas gas NOUN 2 obj NN\nto to PART 5 mark TO\n"
     "attack attack VERB 2 advcl VB\nUkraine Ukraine PROPN 5 obj NNP", ("happened", "positive", "certain"), [],
     "for what a means was used has been done"),
    ("Papers paper NOUN 2 nsubj NNS\nreported report VERB 0 root VBD\nRussia Russia PROPN 4 nsubj NNP\n"
     "attacked attack VERB 2 ccomp VBD\nUkraine Ukraine PROPN 4 obj NNP",
     ("happened", "positive", "certain"), [], "what is reported is told as a fact"),
    ("Reports report NOUN 6 nsubj NNS\nthat that SCONJ 4 mark IN\nRussia Russia PROPN 4 nsubj NNP\n"
     "attacked attack VERB 1 acl VBD\nUkraine Ukraine PROPN 4 obj NNP\nspread spread VERB 0 root VBD",
     ("unclear", "positive", "possible"), ["Reports"], "reports are not"),
    ("They they PRON 2 nsubj PRP\nsought seek VERB 0 root VBD\ninformation information NOUN 2 obj NN\n"
     "leading lead VERB 3 acl VBG\nto to ADP 6 case IN\nattacks attack NOUN 4 obl NNS\non on ADP 8 case IN\n"
     "Ukraine Ukraine PROPN 6 nmod NNP",
     ("hypothetical", "positive", "possible"), ["leading"], "what information is to lead to"),
    ("attacking attack VERB 4 csubj VBG\nUkraine Ukraine PROPN 1 obj NNP\nis be AUX 4 cop VBZ\n"
     "wrong wrong ADJ 0 root JJ", ("hypothetical", "positive", "possible"), [], "what is only thought of"),
    ("attacking attack VERB 3 csubj VBG\nUkraine Ukraine PROPN 1 obj NNP\ncost cost VERB 0 root VBD\n"
     "money money NOUN 3 obj NN", ("happened", "positive", "certain"), [], "what did something has happened"),
    ("attack attack VERB 0 root VB Mood=Imp\nUkraine Ukraine PROPN 1 obj NNP",
     ("hypothetical", "positive", "certain"), [], "an order is no deed"),
    ("Georgia Georgia PROPN 3 nsubj NNP\nwill will AUX 3 aux MD\ncheer cheer VERB 0 root VB\n"
     "Russia Russia PROPN 3 obj NNP\nin in SCONJ 6 mark IN\nattacking attack VERB 3 advcl VBG\n"
     "Ukraine Ukraine PROPN 6 obj NNP",
     ("planned", "positive", "certain"), ["will"], "what is to be cheered in is still to come"),
    ("Georgia Georgia PROPN 3 nsubj NNP\nwill will AUX 3 aux MD\npay pay VERB 0 root VB\nafter after SCONJ 5 mark IN\n"
     "attacking attack VERB 3 advcl VBG\nUkraine Ukraine PROPN 5 obj NNP",
     ("happened", "positive", "certain"), [], "what comes before a plan is none"),
    ("Georgia Georgia PROPN 3 nsubj NNP\nwill will AUX 3 aux MD\npay pay VERB 0 root VB\nwhen when SCONJ 6 mark WRB\n"
     "Russia Russia PROPN 6 nsubj NNP\nattacks attack VERB 3 advcl VBZ\nUkraine Ukraine PROPN 6 obj NNP",
     ("planned", "positive", "possible"), ["when"], "what a plan waits for is still to come"),
    ("Georgia Georgia PROPN 2 nsubj NNP\npays pay VERB 0 root VBZ\nwhen when SCONJ 5 mark WRB\n"
     "Russia Russia PROPN 5 nsubj NNP\nattacks attack VERB 2 advcl VBZ\nUkraine Ukraine PROPN 5 obj NNP",
     ("ongoing", "positive", "certain"), [], "beside what goes on it goes on"),
    ("Russia Russia PROPN 4 nsubj NNP\nis be AUX 4 cop VBZ\nto to PART 4 mark TO\nattack attack VERB 0 root VB\n"
     "Ukraine Ukraine PROPN 4 obj NNP", ("planned", "positive", "certain"), ["is"], "who is to do it has not done it"),
    ("Russia Russia PROPN 5 nsubj NNP\nwas be AUX 5 cop VBD\nnot not PART 5 advmod RB Polarity=Neg\n"
     "to to PART 5 mark TO\nattack attack VERB 0 root VB\nUkraine Ukraine PROPN 5 obj NNP",
     ("planned", "negative", "certain"), ["was", "not"], "nor who was not to do it"),
    ("Ukraine Ukraine PROPN 5 nsubj:pass NNP\nis be AUX 5 aux:pass VBZ\nto to PART 5 mark TO\n"
     "be be AUX 5 aux:pass VB\nattacked attack VERB 0 root VBN", ("planned", "positive", "certain"), ["is"],
     "nor is done what is to be done"),
    ("there there PRON 3 expl EX\nwill will AUX 3 aux MD\nbe be VERB 0 root VB\nan a DET 5 det DT\n"
     "attack attack NOUN 3 nsubj NN\non on ADP 7 case IN\nUkraine Ukraine PROPN 5 nmod NNP",
     ("planned", "positive", "certain"), ["will"], "what there will be has the standing of being"),
    ("there there PRON 2 expl EX\nwas be VERB 0 root VBD\nno no DET 4 det DT\nattack attack NOUN 2 nsubj NN\n"
     "on on ADP 6 case IN\nUkraine Ukraine PROPN 4 nmod NNP",
     ("not_happened", "negative", "certain"), ["no"], "what there was none of is negated once"),
    ("Chad Chad PROPN 2 nsubj NNP\nwants want VERB 0 root VBZ\nto to PART 4 mark TO\nhelp help VERB 2 xcomp VB\n"
     "attacked attack VERB 6 amod VBN\ntowns town NOUN 4 obj NNS", ("happened", "positive", "certain"), [],
     "before its noun a participle tells of what has been, whatever is wanted"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "cues", "why"), ROWS)
def test_the_standing_of_an_attack(tree: str, expected: tuple[str, str, str], cues: list[str], why: str) -> None:
    """Status, polarity, certainty and the words that show them."""
    found = _attack(_events(tree)).factuality
    assert (found.status, found.polarity, found.certainty) == expected, why
    assert [cue.text for cue in found.cues] == cues, why


DENIED = """
Russia Russia PROPN 2 nsubj NNP
denied deny VERB 0 root VBD
that that SCONJ 5 mark IN
Russia Russia PROPN 5 nsubj NNP
attacked attack VERB 2 ccomp VBD
Ukraine Ukraine PROPN 5 obj NNP
"""
SAID = """
Ukraine Ukraine PROPN 2 nsubj NNP
said say VERB 0 root VBD
Russia Russia PROPN 4 nsubj NNP
attacked attack VERB 2 ccomp VBD
Georgia Georgia PROPN 4 obj NNP
"""
OURS = """
We we PRON 4 nsubj PRP
did do AUX 4 aux VBD
not not PART 4 advmod RB
attack attack VERB 7 ccomp VB
Ukraine Ukraine PROPN 4 obj NNP
, , PUNCT 7 punct
said say VERB 0 root VBD
Russia Russia PROPN 7 nsubj NNP
"""


def test_what_is_denied_is_no_fact() -> None:
    """The denial's speaker stands in the attribution."""
    event = _attack(_events(DENIED, ("Russia", "denied", "that Russia attacked Ukraine")))
    assert (event.factuality.status, event.factuality.polarity) == ("denied", "negative")
    assert event.attribution == "A1"


def test_the_speaker_is_not_the_attacker() -> None:
    """Ukraine speaks, Russia acts, Georgia suffers."""
    event = _attack(_events(SAID, ("Ukraine", "said", "Russia attacked Georgia")))
    assert [actor.text for actor in event.actors] == ["Russia"]
    assert [recipient.text for recipient in event.recipients] == ["Georgia"]
    assert event.attribution == "A1"
    assert event.factuality.status == "happened"


def test_a_party_that_says_we_did_not_denies() -> None:
    """The same words by the doer are a denial."""
    event = _attack(_events(OURS, ("Russia", "said", "We did not attack Ukraine")))
    assert event.factuality.status == "denied"


WILL = """
{} {} PROPN 2 nsubj NNP
said say VERB 0 root VBD
Russia Russia PROPN 5 nsubj NNP
will will AUX 5 aux MD
attack attack VERB 2 ccomp VB
Ukraine Ukraine PROPN 5 obj NNP
"""


@pytest.mark.parametrize(
    ("speaker", "kind", "why"),
    [
        ("Lavrov", "THREATEN", "a minister of its own announces it"),
        ("Kuleba", "ASSAULT", "one of another state only foresees it"),
        ("Georgia", "ASSAULT", "so does another state"),
    ],
)
def test_an_act_that_its_own_side_announces_is_a_threat(speaker: str, kind: str, why: str) -> None:
    tree = WILL.format(speaker, speaker)
    event = _attack(_events(tree, (speaker, "said", "Russia will attack Ukraine")))
    assert (event.type, event.factuality.status) == (kind, "planned"), why


def test_an_announced_visit_is_an_agreement_and_a_refused_one_a_rejection() -> None:
    """PLOVER: talks to come are AGREE; talks that a party will not hold are REJECT meet."""
    tree = (
        "Russia Russia PROPN 3 nsubj NNP\nwill will AUX 3 aux MD\nvisit visit VERB 0 root VB\n"
        "Ukraine Ukraine PROPN 3 obj NNP"
    )
    (event,) = _events(tree)
    assert (event.type, event.mode, event.quad, event.factuality.status) == ("AGREE", None, 1, "planned")
    (event,) = _events(tree.replace("3 ", "4 ").replace("visit visit", "not not PART 4 advmod RB\nvisit visit"))
    assert (event.type, event.mode, event.factuality.polarity) == ("REJECT", "meet", "negative")


def test_the_inner_act_of_an_agreement_is_planned() -> None:
    """The outer verb types the event; the inner act is one of its own, with its doer."""
    tree = (
        "Russia Russia PROPN 2 nsubj NNP\nagreed agree VERB 0 root VBD\nto to PART 4 mark TO\n"
        "attack attack VERB 2 xcomp VB\nUkraine Ukraine PROPN 4 obj NNP"
    )
    outer, inner = _events(tree)
    assert outer.type == "AGREE"
    assert outer.factuality.status == "happened"
    assert inner.factuality.status == "planned"
    assert [actor.text for actor in inner.actors] == ["Russia"]


_SENTENCE = """
Russia Russia PROPN 2 nsubj NNP
attacks attack VERB 0 root VBZ
Ukraine Ukraine PROPN 2 obj NNP
. . PUNCT 2 punct .
"""
_SAID_SO = """
That that PRON 2 nsubj DT
ended end VERB 0 root VBD
. . PUNCT 2 punct .
"""


@pytest.mark.parametrize(
    ("before", "headed", "status", "why"),
    [
        ("", True, "happened", "a headline tells of the past in the present"),
        ("", False, "happened", "and so does the sentence that opens a report"),
        (_SAID_SO, False, "hypothetical", "a later sentence tells of no time"),
    ],
)
def test_the_present_of_a_heading(before: str, headed: bool, status: str, why: str) -> None:  # noqa: FBT001 - a row
    """The same words as a headline, as a lead and as another sentence."""
    doc = doc_of(before + _SENTENCE)
    furniture = (Furniture(start=0, end=len(doc.text), kind="heading"),) if headed else ()
    entities = _entities(doc.text)
    events = find_events(doc, entities, (), furniture, _lexicon(), {"Russia", "Ukraine"}.__contains__).told
    (event,) = assess_factuality(doc, events, (), entities, furniture, _lexicon())
    assert event.factuality.status == status, why


def test_what_is_blocked_was_demanded_all_the_same() -> None:
    """A demand is words: who blocks it blocks what it asks for, while a raid that is blocked has not happened."""
    tree = (
        "Ukraine Ukraine PROPN 2 nsubj NNP\nblocked block VERB 0 root VBD\nRussia Russia PROPN 5 nmod:poss NNP\n"
        "'s 's PART 3 case POS\n{0} {0} NOUN 2 obj NN\nfor for ADP 7 case IN\nland land NOUN 5 nmod NN"
    )
    found = [event.factuality.status for word in ("demand", "raid") for event in _events(tree.format(word))
             if event.trigger.text == word]  # fmt: skip
    assert found == ["happened", "not_happened"]


def test_a_plan_that_nobody_has_spoken_threatens_nobody() -> None:
    """Who plans an attack, as others tell, has announced none."""
    tree = (
        "Russia Russia PROPN 2 nsubj NNP\nplans plan VERB 0 root VBZ\nto to PART 4 mark TO\n"
        "attack attack VERB 2 xcomp VB\nUkraine Ukraine PROPN 4 obj NNP"
    )
    event = _attack(_events(tree, ("Russia", "plans", "to attack Ukraine")))
    assert (event.type, event.factuality.status) == ("ASSAULT", "planned")


def test_the_tense_of_a_verb_of_its_course_is_the_tense_of_the_act() -> None:
    """Who continues to attack does so now."""
    tree = (
        "Russia Russia PROPN 2 nsubj NNP\ncontinues continue VERB 0 root VBZ\nto to PART 4 mark TO\n"
        "attack attack VERB 2 xcomp VB\nUkraine Ukraine PROPN 4 obj NNP"
    )
    assert _attack(_events(tree)).factuality.status == "ongoing"
