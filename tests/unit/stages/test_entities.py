"""What is a mention, where it ends, and what the words beside it say."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.knowledge.actors import load_actors
from onrecord.reading.draft import MentionDraft
from onrecord.reading.reading import Furniture
from onrecord.reading.time import TimeExpression
from onrecord.stages.entities import find_mentions

LEXICON, ACTORS = shipped_lexicon(), load_actors()

PRESIDENT = """
Sudanese Sudanese ADJ 2 amod JJ _ ent=B-NORP
President President PROPN 3 nmod:desc NNP
Omar Omar PROPN 7 nsubj NNP _ ent=B-PERSON
al al PROPN 3 flat NNP _ ent=I-PERSON
- - PUNCT 6 punct HYPH ent=I-PERSON
Bashir Bashir PROPN 3 flat NNP _ ent=I-PERSON
met meet VERB 0 root
former former ADJ 10 amod
Ethiopian Ethiopian ADJ 10 amod JJ _ ent=B-NORP
minister minister NOUN 11 nmod:desc
Tekle Tekle PROPN 7 obj NNP _ ent=B-PERSON
Haile Haile PROPN 11 flat NNP _ ent=I-PERSON
in in ADP 14 case
Khartoum Khartoum PROPN 7 obl NNP _ ent=B-PLACE
"""
KACHIN = """
The the DET 4 det
Kachin Kachin PROPN 4 compound NNP _ ent=B-PERSON
Independence Independence PROPN 4 compound NNP
Army Army PROPN 8 nsubj NNP
( ( PUNCT 6 punct -LRB-
KIA KIA PROPN 4 appos NNP _ ent=B-PLACE
) ) PUNCT 6 punct -RRB-
freed free VERB 0 root
three three NUM 10 nummod
soldiers soldier NOUN 8 obj NNS
in in ADP 12 case
Myanmar Myanmar PROPN 8 obl NNP _ ent=B-PLACE
"""
FORCES = """
Kurdish Kurdish ADJ 3 compound JJ _ ent=B-NORP
- - PUNCT 1 punct HYPH
led lead VERB 4 amod VBN
forces force NOUN 8 nsubj NNS
and and CCONJ 7 cc
Turkish Turkish ADJ 7 amod JJ _ ent=B-NORP
police police NOUN 4 conj NN
left leave VERB 0 root
it it PRON 8 obj
after after ADP 12 case
a a DET 12 det
settlement settlement NOUN 8 obl NN
"""
PARTIES = """
A a DET 2 det
group group NOUN 7 nsubj
of of ADP 6 case
14 14 NUM 6 nummod
opposition opposition NOUN 6 compound
parties party NOUN 2 nmod NNS
said say VERB 0 root
they they PRON 9 nsubj
backed back VERB 7 ccomp
a a DET 12 det
political political ADJ 12 amod
settlement settlement NOUN 9 obj
"""
SPOKESMAN = """
Ahmed Ahmed PROPN 10 nsubj NNP _ ent=B-PERSON
Idris Idris PROPN 1 flat NNP _ ent=I-PERSON
, , PUNCT 5 punct ,
a a DET 5 det
spokesman spokesman NOUN 1 appos
for for ADP 8 case
the the DET 8 det
UN UN PROPN 5 nmod NNP _ ent=B-ORGANIZATION
, , PUNCT 1 punct ,
spoke speak VERB 0 root
on on ADP 12 case
May May PROPN 10 obl NNP _ ent=B-PERSON
"""
BODY = """
The the DET 4 det
terrorist terrorist ADJ 4 amod
group group NOUN 5 nsubj
Shining Shining PROPN 5 compound NNP
Path Path PROPN 3 appos NNP
bombed bomb VERB 0 root
HMS HMS PROPN 8 compound NNP _ ent=B-ORGANIZATION
Daring Daring PROPN 6 obj NNP _ ent=I-ORGANIZATION
"""
BODY = BODY.replace("The the DET 4 det", "The the DET 3 det").replace("ADJ 4 amod", "ADJ 3 amod").replace(
    "group NOUN 5 nsubj", "group NOUN 6 nsubj")  # fmt: skip
DATELINE = """
BAMAKO BAMAKO PROPN 5 dep NNP _ ent=B-PLACE
( ( PUNCT 3 punct -LRB-
AFP AFP PROPN 5 dep NNP _ ent=B-ORGANIZATION
) ) PUNCT 3 punct -RRB-
met meet VERB 0 root
Ms. Ms. PROPN 7 nmod:desc
Keita Keita PROPN 5 obj NNP _ ent=B-PERSON
, , PUNCT 10 punct
a a DET 10 det
judge judge NOUN 7 appos
, , PUNCT 7 punct
"""
PYONGYANG = """
A a DET 4 det
North North PROPN 3 compound NNP _ ent=B-NORP
Korean Korean ADJ 4 amod JJ _ ent=I-NORP
attack attack NOUN 5 nsubj
failed fail VERB 0 root
"""
JUBA = """
South South PROPN 2 compound NNP _ ent=B-NORP
Sudanese Sudanese ADJ 3 amod JJ _ ent=I-NORP
troops troop NOUN 4 nsubj NNS
met meet VERB 0 root
the the DET 7 det
labour labour NOUN 7 compound
minister minister NOUN 4 obj
"""
STRIKES = """
The the DET 3 det
Turkish Turkish ADJ 3 amod JJ _ ent=B-NORP
strike strike NOUN 6 nsubj NN
and and CCONJ 5 cc
shelling shelling NOUN 3 conj NN
angered anger VERB 0 root
the the DET 8 det
French French ADJ 6 obj JJ _ ent=B-NORP
and and CCONJ 11 cc
Chechen Chechen ADJ 11 amod JJ _ ent=B-NORP
attacks attack NOUN 8 conj NNS
"""
DASH = """
Reuters Reuters PROPN 5 dep NNP _ ent=B-ORGANIZATION
- - PUNCT 1 punct :
Israeli Israeli ADJ 4 amod JJ _ ent=B-NORP
attacks attack NOUN 5 nsubj NNS
failed fail VERB 0 root
"""
REBEL = """
The the DET 3 det
rebel rebel NOUN 3 compound
attack attack NOUN 4 nsubj
failed fail VERB 0 root
near near ADP 7 case
rebel rebel NOUN 7 compound
lines line NOUN 4 obl NNS
"""


OFFICER = """
Ana Ana PROPN 5 nsubj NNP _ ent=B-PERSON
Silva Silva PROPN 1 flat NNP _ ent=I-PERSON
is be AUX 5 cop
a a DET 5 det
general general NOUN 0 root
"""
DENIED = OFFICER.replace("a a DET 5 det", "not not PART 5 advmod")
SAID = """
Ana Ana PROPN 5 nsubj NNP _ ent=B-PERSON
Silva Silva PROPN 1 flat NNP _ ent=I-PERSON
is be AUX 5 cop
a a DET 5 det
general general NOUN 7 ccomp
officials official NOUN 7 nsubj
say say VERB 0 root
"""
ACCUSED = OFFICER.replace("general general", "terrorist terrorist")
TALKS = """
The the DET 2 det
delegation delegation NOUN 3 nsubj
met meet VERB 0 root
the the DET 5 det
Secretary secretary PROPN 3 obj
of of ADP 7 case
State State PROPN 5 nmod
and and CCONJ 9 cc
delegations delegation NOUN 5 conj NNS
"""
KOREAS = """
North North PROPN 5 nsubj NNP _ ent=B-PLACE
and and CCONJ 4 cc
South South PROPN 4 compound NNP _ ent=B-PLACE
Korea Korea PROPN 1 conj NNP _ ent=I-PLACE
talked talk VERB 0 root
"""
SURNAME = """
President President PROPN 2 nmod:desc NNP
Hollande Hollande PROPN 3 nsubj NNP _ ent=B-PERSON
spoke speak VERB 0 root
"""


def _mentions(text: str, *, quiet: bool = False) -> dict[str, MentionDraft]:
    doc = doc_of(text)
    times = [
        TimeExpression(start=t.idx, end=t.idx + len(t), text=t.text, id="D1", type="DATE", value="2008-05")
        for t in doc if t.text == "May"
    ]  # fmt: skip
    furniture = (Furniture(start=0, end=len(doc.text), kind="caption"),) if quiet else ()
    return {draft.text: draft for draft in find_mentions(doc, furniture, times, LEXICON, ACTORS)}


@pytest.mark.parametrize(
    ("text", "mention", "expected", "why"),
    [
        (PRESIDENT, "Omar al - Bashir", {"kind": "name", "type": "person", "country": "SDN", "role": "president",
                                       "actor": "onrecord:omar-al-bashir"}, "title and nationality before a name"),
        (PRESIDENT, "Tekle Haile", {"country": "ETH", "role": "former minister", "sectors": ("ELI",)},
         "who has left office is no longer government"),
        (PRESIDENT, "Khartoum", {"type": "place", "country": "SDN"}, "a capital"),
        (KACHIN, "The Kachin Independence Army", {"type": "organization", "actor": "onrecord:kia", "country": "MMR"},
         "the actor base knows what the network cut short"),
        (KACHIN, "KIA", {"type": "organization", "actor": "onrecord:kia", "same_as": (3,)}, "acronym in brackets"),
        (KACHIN, "three soldiers", {"kind": "nominal", "type": "group", "count": 3, "sectors": ("MIL",)}, "a count"),
        (FORCES, "Kurdish - led forces", {"country": None, "sectors": ("MIL",)}, "led by is not of"),
        (FORCES, "Turkish police", {"type": "organization", "country": "TUR", "sectors": ("COP",)}, "nationality"),
        (FORCES, "it", {"kind": "pronoun"}, "a pronoun"),
        (FORCES, "a settlement", {"type": "place"}, "a place that has no name"),
        (PARTIES, "A group of 14 opposition parties", {"type": "group", "count": 14, "plural": True,
                                                       "sectors": ("OPP", "PTY")}, "what is counted gives the sense"),
        (SPOKESMAN, "Ahmed Idris", {"role": "spokesman for the UN", "member_of": (7,)}, "role behind the name"),
        (BODY, "The terrorist group", {"same_as": (4,), "sectors": ("REB",)}, "noun before the name of the same body"),
        (STRIKES, "Turkish", {"kind": "name", "type": "place", "country": "TUR"}, "whose act the noun is"),
        (DASH, "Israeli", {"country": "ISR", "start": 10}, "the dash of a dateline is no part of a name"),
        (REBEL, "rebel", {"kind": "nominal", "type": "group", "sectors": ("REB",), "start": 4}, "who did the act"),
        (STRIKES, "French", {"type": "group", "country": "FRA"}, "the French are people"),
        (DATELINE, "AFP", {"same_as": (), "sectors": ("JRN",)}, "an agency in a dateline is not the place"),
        (DATELINE, "BAMAKO", {"type": "place", "country": "MLI"}, "a dateline's capitals"),
        (DATELINE, "Keita", {"role": "judge", "sectors": ("JUD",)}, "a courtesy title is no role"),
        (PYONGYANG, "North Korean", {"country": "PRK", "type": "place"}, "likewise where the act is a noun"),
        (JUBA, "South Sudanese troops", {"country": "SSD"}, "two words make one nationality"),
        (JUBA, "the labour minister", {"sectors": ("GOV",)}, "a field is not a side"),
        (BODY, "HMS Daring", {"type": "other"}, "a ship is nobody"),
        (OFFICER, "a general", {"same_as": (0,)}, "what somebody is said to be is no second person"),
        (DENIED, "general", {"same_as": ()}, "... but not what they are not"),
        (SAID, "a general", {"same_as": ()}, "... nor what others say they are"),
        (ACCUSED, "a terrorist", {"same_as": ()}, "an accusation is a label, in its speaker's voice"),
        (TALKS, "The delegation", {"type": "organization"}, "several that are one body"),
        (TALKS, "delegations", {"type": "group"}, "... and several bodies"),
        (KOREAS, "North", {"type": "place", "country": "PRK"}, "a last word shared by two countries"),
        (KOREAS, "South Korea", {"type": "place", "country": "KOR"}, "the other of them"),
    ],
)  # fmt: skip
def test_mentions_say_what_their_words_say(text: str, mention: str, expected: dict[str, object], why: str) -> None:
    found = _mentions(text)
    assert mention in found, (why, list(found))
    said = {field: getattr(found[mention], field) for field in expected}
    assert said == expected, why


@pytest.mark.parametrize(
    ("text", "mention", "why"),
    [
        (PRESIDENT, "minister", "a title is nobody beside its name"),
        (PRESIDENT, "Sudanese", "a nationality before a noun is no people"),
        (PARTIES, "a political settlement", "an agreement, not a village"),
        (PARTIES, "14 opposition parties", "counted once"),
        (SPOKESMAN, "May", "a month"),
        (STRIKES, "Chechen", "a region's attacks are not its state's"),
        (TALKS, "State", "what an office is for is nobody"),
    ],
)
def test_what_is_no_mention(text: str, mention: str, why: str) -> None:
    assert mention not in _mentions(text), why


@pytest.mark.parametrize(
    ("published", "actor", "why"),
    [
        ("2014-03-02T08:00", "onrecord:francois-hollande", "in office on the day of publication"),
        ("2020-03-02", None, "not any more"),
    ],
)
def test_offices_are_judged_by_the_day_of_publication(published: str, actor: str | None, why: str) -> None:
    drafts = find_mentions(doc_of(SURNAME), (), (), LEXICON, ACTORS, published)
    assert [draft.actor for draft in drafts if draft.kind == "name"] == [actor], why


def test_furniture_holds_names_only() -> None:
    assert {draft.kind for draft in _mentions(KACHIN, quiet=True).values()} == {"name"}


def test_mentions_stand_in_text_order_and_show_their_words() -> None:
    doc = doc_of(PRESIDENT)
    drafts = find_mentions(doc, (), (), LEXICON, ACTORS)
    assert [draft.start for draft in drafts] == sorted(draft.start for draft in drafts)
    assert all(doc.text[draft.start : draft.end] == draft.text for draft in drafts)
