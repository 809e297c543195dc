"""Where, when and how many: taken from the act's own clause, and from nowhere else."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from build import doc_of
from knowing import shipped_lexicon
from onrecord.reading.event import Event, Factuality
from onrecord.reading.place import Place, PlaceMention
from onrecord.reading.span import Argument, Span
from onrecord.reading.time import TimeExpression
from onrecord.stages.circumstances import assess_circumstances

LEXICON = shipped_lexicon()  # the shipped words: what stands for whom is data, and part of what is tested

# "Rebels shelled Homs on Sunday and killed nine civilians near Hama, officials said on Monday."
SENTENCE = """
Rebels rebel NOUN 2 nsubj
shelled shell VERB 13 ccomp
Homs Homs PROPN 2 obj
on on ADP 5 case
Sunday Sunday PROPN 2 obl
and and CCONJ 7 cc
killed kill VERB 2 conj
nine nine NUM 9 nummod
civilians civilian NOUN 7 obj
near near ADP 11 case
Hama Hama PROPN 7 obl
officials official NOUN 13 nsubj
said say VERB 0 root
on on ADP 15 case
Monday Monday PROPN 13 obl
"""


def _span(doc: Doc, word: str) -> Span:
    start = doc.text.index(word)
    return Span(start=start, end=start + len(word), text=word)


def _argument(doc: Doc, word: str) -> Argument:
    span = _span(doc, word)
    return Argument(start=span.start, end=span.end, text=span.text)


def _event(
    doc: Doc, key: str, word: str, recipients: tuple[str, ...] = (), kind: str = "ASSAULT", quad: int = 4
) -> Event:
    return Event(
        id=key, type=kind, mode=None, contexts=(), cameo=None, quad=quad, score=-9.0, trigger=_span(doc, word),
        actors=(), recipients=tuple(_argument(doc, name) for name in recipients),
        factuality=Factuality(status="happened", polarity="positive", certainty="certain"), rule="test.v.1",
    )  # fmt: skip


def _place(doc: Doc, key: str, word: str, precision: str = "place", use: str = "literal") -> Place:
    s = _span(doc, word)
    return Place(
        id=key, name=word, geonameid="1", lat=0.0, lon=0.0, country=None, admin1=None, feature=None,
        precision=precision,  # type: ignore[arg-type]
        mentions=(PlaceMention(start=s.start, end=s.end, text=s.text, use=use),),  # type: ignore[arg-type]
    )  # fmt: skip


def _time(doc: Doc, key: str, word: str) -> TimeExpression:
    s = _span(doc, word)
    return TimeExpression(id=key, start=s.start, end=s.end, text=s.text, type="DATE", value="2024-05-12")


def _assess(doc: Doc, *events: Event) -> tuple[Event, ...]:
    places = [_place(doc, "L1", "Homs"), _place(doc, "L2", "Hama")]
    times = [_time(doc, "D1", "Sunday"), _time(doc, "D2", "Monday")]
    return assess_circumstances(doc, events, places, times, None, LEXICON)


def test_each_act_has_its_own_place_and_time() -> None:
    doc = doc_of(SENTENCE)
    shelled, killed = _assess(doc, _event(doc, "E1", "shelled", ("Homs",)), _event(doc, "E2", "killed"))
    assert (shelled.place, shelled.time) == ("L1", "D1")  # what was shelled is where it was
    assert (killed.place, killed.time) == ("L2", None)  # neither the speech's Monday nor the other act's Sunday


def test_the_time_of_speech_is_never_the_time_of_the_act() -> None:
    doc = doc_of(SENTENCE)
    assert all(event.time != "D2" for event in _assess(doc, _event(doc, "E1", "shelled"), _event(doc, "E2", "killed")))


def test_a_fronted_time_holds_for_coordinated_acts() -> None:
    doc = doc_of(
        "On on ADP 2 case\nSunday Sunday PROPN 4 obl\nrebels rebel NOUN 4 nsubj\nshelled shell VERB 0 root\n"
        "towns town NOUN 4 obj\nand and CCONJ 7 cc\nkilled kill VERB 4 conj\nmen man NOUN 7 obj"
    )
    (killed,) = assess_circumstances(
        doc, [_event(doc, "E1", "killed")], [], [_time(doc, "D1", "Sunday")], None, LEXICON
    )
    assert killed.time == "D1"


def test_an_act_in_a_noun_takes_what_its_carrying_verb_has() -> None:
    doc = doc_of(
        "The the DET 2 det\nattack attack NOUN 3 nsubj\ntook take VERB 0 root\nplace place NOUN 3 obj\n"
        "in in ADP 6 case\nHoms Homs PROPN 3 obl\non on ADP 8 case\nSunday Sunday PROPN 3 obl"
    )
    places, times = [_place(doc, "L1", "Homs")], [_time(doc, "D1", "Sunday")]
    (attack,) = assess_circumstances(doc, [_event(doc, "E1", "attack")], places, times, None, LEXICON)
    assert (attack.place, attack.time) == ("L1", "D1")


def test_numbers_stand_with_those_struck() -> None:
    doc = doc_of(SENTENCE)
    shelled, killed = _assess(doc, _event(doc, "E1", "shelled"), _event(doc, "E2", "killed"))
    assert shelled.numbers.killed is None
    assert killed.numbers.killed is not None
    assert (killed.numbers.killed.text, killed.numbers.killed.low, killed.numbers.killed.high) == ("nine", 9, 9)


def test_the_shot_dead_are_killed() -> None:
    doc = doc_of(
        "Guards guard NOUN 2 nsubj NNS\nshot shoot VERB 0 root\ndead dead ADJ 2 xcomp JJ\n"
        "two two NUM 5 nummod CD\nmen man NOUN 2 obj NNS"
    )
    (shot,) = assess_circumstances(doc, [_event(doc, "E1", "shot")], [], [], None, LEXICON)
    assert shot.numbers.killed is not None
    assert shot.numbers.killed.low == 2


def test_in_favour_of_a_country_is_not_in_it() -> None:
    doc = doc_of(
        "Judges judge NOUN 2 nsubj\nruled rule VERB 0 root\nin in ADP 4 case\nfavour favour NOUN 2 obl\n"
        "of of ADP 6 case\nSyria Syria PROPN 4 nmod"
    )
    places = [_place(doc, "L1", "Syria", "country")]
    (ruled,) = assess_circumstances(doc, [_event(doc, "E1", "ruled")], places, [], None, LEXICON)
    assert ruled.place is None


def test_a_capital_that_is_spoken_to_is_not_where_it_was_said() -> None:
    doc = doc_of(
        "Judges judge NOUN 2 nsubj\ncalled call VERB 0 root\non on ADP 4 case\nParis Paris PROPN 2 obl\n"
        "in in ADP 6 case\nHoms Homs PROPN 2 obl"
    )
    places = [_place(doc, "L1", "Paris"), _place(doc, "L2", "Homs")]
    spoken = _event(doc, "E1", "called", ("Paris",), kind="REQUEST", quad=3)
    (called,) = assess_circumstances(doc, [spoken], places, [], None, LEXICON)
    assert called.place == "L2"


def test_a_time_inside_a_clause_about_somebody_is_not_the_act_s() -> None:
    doc = doc_of(
        "Rebels rebel NOUN 5 nsubj\nwho who PRON 3 nsubj\nfled flee NOUN 1 acl:relcl\nSunday Sunday PROPN 3 obl\n"
        "attacked attack VERB 0 root\ntroops troop NOUN 5 obj"
    )
    (attacked,) = assess_circumstances(
        doc, [_event(doc, "E1", "attacked")], [], [_time(doc, "D1", "Sunday")], None, LEXICON
    )
    assert attacked.time is None


def test_until_when_is_not_when() -> None:
    doc = doc_of(
        "Judges judge NOUN 2 nsubj\nheld hold VERB 0 root\nhim he PRON 2 obj\nuntil until ADP 5 case\n"
        "Sunday Sunday PROPN 2 obl"
    )
    (held,) = assess_circumstances(doc, [_event(doc, "E1", "held")], [], [_time(doc, "D1", "Sunday")], None, LEXICON)
    assert held.time is None


def test_the_finest_place_counts() -> None:
    doc = doc_of(
        "Rebels rebel NOUN 2 nsubj\nattacked attack VERB 0 root\ntroops troop NOUN 2 obj\nin in ADP 5 case\n"
        "Homs Homs PROPN 2 obl\nin in ADP 7 case\nSyria Syria PROPN 2 obl"
    )
    places = [_place(doc, "L1", "Syria", "country"), _place(doc, "L2", "Homs")]
    (attacked,) = assess_circumstances(doc, [_event(doc, "E1", "attacked")], places, [], None, LEXICON)
    assert attacked.place == "L2"


def test_a_deed_is_where_those_are_whom_it_strikes() -> None:
    """The phrase hangs on the soldiers ("killed soldiers in Homs"), and nothing nearer says where."""
    doc = doc_of(
        "Rebels rebel NOUN 2 nsubj\nkilled kill VERB 0 root\nsoldiers soldier NOUN 2 obj\nin in ADP 5 case\n"
        "Homs Homs PROPN 3 nmod"
    )
    (killed,) = assess_circumstances(doc, [_event(doc, "E1", "killed")], [_place(doc, "L1", "Homs")], [], None, LEXICON)
    assert killed.place == "L1"


# Rows of the table below: the parse, the act (word, PLOVER type, quad), further acts, places (word, precision, use),
# times, and what the act's place and time are to be.
_MARKET = """
Rebels rebel NOUN 2 nsubj
shelled shell VERB 0 root
a a DET 4 det
market market NOUN 2 obj
in in ADP 6 case
Homs Homs PROPN 4 nmod
on on ADP 8 case
Sunday Sunday PROPN 2 obl
killing kill VERB 2 advcl VBG
nine nine NUM 9 obj
"""
_CONDEMNED = """
Envoys envoy NOUN 2 nsubj
condemned condemn VERB 0 root
Monday Monday PROPN 5 nmod:poss
's 's PART 3 case
attack attack NOUN 2 obj
on on ADP 8 case
a a DET 8 det
hospital hospital NOUN 5 nmod
in in ADP 10 case
Aden Aden PROPN 8 nmod
"""
_NAMED = """
The the DET 3 det
Kabul Kabul PROPN 3 compound
attack attack NOUN 4 nsubj
killed kill VERB 0 root
40 40 NUM 6 nummod
people people NOUN 4 obj
on on ADP 8 case
Monday Monday PROPN 4 obl
"""
_DATELINE = """
HOMS Homs PROPN 5 dep
- - PUNCT 1 punct
Rebels rebel NOUN 5 nsubj
have have AUX 5 aux
attacked attack VERB 7 ccomp
officials official NOUN 7 nsubj
said say VERB 0 root
in in ADP 9 case
Paris Paris PROPN 7 obl
on on ADP 11 case
Friday Friday PROPN 7 obl
"""
_ROAD = """
Gunmen gunman NOUN 2 nsubj
attacked attack VERB 0 root
a a DET 4 det
bus bus NOUN 2 obj
from from ADP 6 case
Kano Kano PROPN 4 nmod
"""
_SEIZED = """
Rebels rebel NOUN 5 nsubj
who who PRON 3 nsubj WP
seized seize VERB 1 acl:relcl
Goma Goma PROPN 3 obj
attacked attack VERB 0 root
Bukavu Bukavu PROPN 5 obj
on on ADP 8 case
Saturday Saturday PROPN 5 obl
"""
_LEFT = """
Troops troop NOUN 2 nsubj
withdrew withdraw VERB 0 root
from from ADP 4 case
Kherson Kherson PROPN 2 obl
in in ADP 6 case
2022 2022 NUM 2 obl
"""
_TALKS = """
The the DET 3 det
Syria Syria PROPN 3 compound
talks talk NOUN 4 nsubj
failed fail VERB 0 root
"""
_SANCTIONS = """
Britain Britain PROPN 2 nsubj
sanctioned sanction VERB 0 root
Iran Iran PROPN 2 obj
in in ADP 5 case
May May PROPN 2 obl
"""
_OWN_ACTS = [
    ("a bare participle goes on with its act", _MARKET, ("killing", "ASSAULT", 4), {"shelled": 4},
     {"Homs": ("place", "literal")}, ["Sunday"], "Homs", "Sunday"),
    ("a condemnation is not where the attack was", _CONDEMNED, ("condemned", "ACCUSE", 3), {"attack": 4},
     {"Aden": ("place", "literal")}, ["Monday"], None, None),
    ("the attack is, and on its day", _CONDEMNED, ("attack", "ASSAULT", 4), {"condemned": 3},
     {"Aden": ("place", "literal")}, ["Monday"], "Aden", "Monday"),
    ("an act named after a place is there, and when it did its work", _NAMED, ("attack", "ASSAULT", 4), {"killed": 4},
     {"Kabul": ("place", "modifier")}, ["Monday"], "Kabul", "Monday"),
    ("what an attack did happened where it was", _NAMED, ("killed", "ASSAULT", 4), {"attack": 4},
     {"Kabul": ("place", "modifier")}, ["Monday"], "Kabul", "Monday"),
    ("neither the dateline nor where and when it was said", _DATELINE, ("attacked", "ASSAULT", 4), {},
     {"HOMS": ("place", "literal"), "Paris": ("place", "literal")}, ["Friday"], None, None),
    ("a road's beginning is not where the bus was", _ROAD, ("attacked", "ASSAULT", 4), {},
     {"Kano": ("place", "literal")}, [], None, None),
    ("what is seized is where; the other act's day is not taken", _SEIZED, ("seized", "COERCE", 4), {"attacked": 4},
     {"Goma": ("place", "literal"), "Bukavu": ("place", "literal")}, ["Saturday"], "Goma", None),
    ("and the other way round", _SEIZED, ("attacked", "ASSAULT", 4), {"seized": 4},
     {"Goma": ("place", "literal"), "Bukavu": ("place", "literal")}, ["Saturday"], "Bukavu", "Saturday"),
    ("a retreat is where it begins", _LEFT, ("withdrew", "RETREAT", 2), {},
     {"Kherson": ("place", "literal")}, ["2022"], "Kherson", "2022"),
    ("talks named after a country are about it", _TALKS, ("talks", "CONSULT", 1), {},
     {"Syria": ("country", "modifier")}, [], None, None),
    ("a country that is sanctioned is no place of the act", _SANCTIONS, ("sanctioned", "SANCTION", 4), {},
     {"Iran": ("country", "literal")}, ["May"], None, "May"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "parse", "act", "others", "where", "when", "place", "time"), _OWN_ACTS)
def test_each_act_takes_its_own_circumstances_and_no_others(
    why: str, parse: str, act: tuple[str, str, int], others: dict[str, int],
    where: dict[str, tuple[str, str]], when: list[str], place: str | None, time: str | None,
) -> None:  # fmt: skip
    doc = doc_of(parse)
    word, kind, quad = act
    events = [_event(doc, "E1", word, kind=kind, quad=quad)]
    events += [_event(doc, f"E{i}", other, quad=its) for i, (other, its) in enumerate(others.items(), 2)]
    places = [_place(doc, name, name, precision, use) for name, (precision, use) in where.items()]
    found, *_ = assess_circumstances(doc, events, places, [_time(doc, name, name) for name in when], None, LEXICON)
    assert (found.place, found.time) == (place, time), why
