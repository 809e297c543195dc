"""Which mentions are one entity, and which are better left apart."""

from __future__ import annotations

from collections import Counter

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.knowledge.actors import load_actors
from onrecord.reading.draft import AttributionDraft
from onrecord.reading.entity import Entity
from onrecord.reading.span import Span
from onrecord.stages.coreference import resolve_coreference
from onrecord.stages.entities import find_mentions

LEXICON, ACTORS = shipped_lexicon(), load_actors()


def _entities(text: str, drafts: tuple[AttributionDraft, ...] = ()) -> tuple[Entity, ...]:
    doc = doc_of(text)
    mentions = find_mentions(doc, (), (), LEXICON, ACTORS)
    return resolve_coreference(doc, mentions, drafts, LEXICON, ACTORS)


def _together(entities: tuple[Entity, ...], *texts: str) -> bool:
    wanted = Counter(texts)
    return any(wanted <= Counter(mention.text for mention in entity.mentions) for entity in entities)


NAMES = """
Paul Paul PROPN 3 nsubj NNP _ ent=B-PERSON
Kagame Kagame PROPN 1 flat NNP _ ent=I-PERSON
met meet VERB 0 root
Olga Olga PROPN 3 obj NNP _ ent=B-PERSON
Petrova Petrova PROPN 4 flat NNP _ ent=I-PERSON
of of ADP 9 case
the the DET 9 det
World World PROPN 9 compound NNP _ ent=B-ORGANIZATION
Bank Bank PROPN 4 nmod NNP _ ent=I-ORGANIZATION

Kagame Kagame PROPN 2 nsubj NNP _ ent=B-PERSON
thanked thank VERB 0 root
her she PRON 2 obj PRP
and and CCONJ 6 cc
the the DET 6 det
bank bank NOUN 3 conj
"""
GROUP = """
Boko Boko PROPN 3 nsubj NNP _ ent=B-PERSON
Haram Haram PROPN 1 flat NNP _ ent=I-PERSON
told tell VERB 0 root
Reuters Reuters PROPN 3 obj NNP _ ent=B-ORGANIZATION
of of ADP 7 case
the the DET 7 det
raid raid NOUN 3 obl

The the DET 2 det
group group NOUN 3 nsubj
freed free VERB 0 root
two two NUM 5 nummod
farmers farmer NOUN 3 obj NNS
"""
LIBERATORS = """
The the DET 4 det
National National PROPN 4 compound NNP _ ent=B-ORGANIZATION
Liberation Liberation PROPN 4 compound NNP _ ent=I-ORGANIZATION
Army Army PROPN 8 nsubj NNP _ ent=I-ORGANIZATION
( ( PUNCT 6 punct -LRB-
ELN ELN PROPN 4 appos NNP _ ent=B-ORGANIZATION
) ) PUNCT 6 punct -RRB-
fled flee VERB 0 root VBD

The the DET 2 det
army army NOUN 3 nsubj
left leave VERB 0 root VBD
"""
BANNED = """
Hamas Hamas PROPN 7 nsubj NNP _ ent=B-ORGANIZATION
, , PUNCT 5 punct ,
which which PRON 5 obj WDT
Chad Chad PROPN 5 nsubj NNP _ ent=B-PLACE
banned ban VERB 1 acl:relcl VBD
, , PUNCT 1 punct ,
fled flee VERB 0 root VBD

It it PRON 2 nsubj PRP
hid hide VERB 0 root VBD
"""
HIS_COUNTRY = """
Iran Iran PROPN 2 nsubj NNP _ ent=B-PLACE
fell fall VERB 0 root VBD

Paul Paul PROPN 2 nsubj NNP _ ent=B-PERSON
left leave VERB 0 root VBD
his he PRON 4 nmod:poss PRP$
country country NOUN 2 obj NN
"""
REGION = """
The the DET 2 det
state state NOUN 5 nsubj
of of ADP 4 case
Sonora Sonora PROPN 2 nmod NNP _ ent=B-PLACE
flooded flood VERB 0 root VBD

The the DET 2 det
government government NOUN 3 nsubj
left leave VERB 0 root VBD
"""
BOTH_STATES = """
France France PROPN 4 nsubj NNP _ ent=B-PLACE
and and CCONJ 3 cc
Germany Germany PROPN 1 conj NNP _ ent=B-PLACE
left leave VERB 0 root VBD

It it PRON 2 nsubj PRP
fell fall VERB 0 root VBD
"""
HOUTHIS = """
The the DET 2 det
Houthis Houthis PROPN 3 nsubj NNPS _ ent=B-ORGANIZATION
left leave VERB 0 root VBD

The the DET 2 det
group group NOUN 3 nsubj
fired fire VERB 0 root VBD
"""
NATIONS = """
The the DET 3 det
United United PROPN 3 compound NNP _ ent=B-ORGANIZATION
Nations Nations PROPN 4 nsubj NNP _ ent=I-ORGANIZATION
left leave VERB 0 root VBD

The the DET 2 det
group group NOUN 3 nsubj
fired fire VERB 0 root VBD
"""
LENT = """
The the DET 2 det
Union union PROPN 3 nsubj NNP _ ent=B-ORGANIZATION
lent lend VERB 0 root VBD
the the DET 5 det
company company NOUN 3 iobj
money money NOUN 3 obj
"""
INVITED = """
Paul Paul PROPN 2 nsubj NNP _ ent=B-PERSON
praised praise VERB 0 root VBD
Ivan Ivan PROPN 2 obj NNP _ ent=B-PERSON
and and CCONJ 5 cc
called call VERB 2 conj VBD
him he PRON 5 obj PRP
"""
TWO_GROUPS = """
Hamas Hamas PROPN 2 nsubj NNP _ ent=B-ORGANIZATION
fought fight VERB 0 root
in in ADP 4 case
Gaza Gaza PROPN 2 obl NNP _ ent=B-PLACE

Troops troop NOUN 2 nsubj NNS
joined join VERB 0 root
Fatah Fatah PROPN 2 obj NNP _ ent=B-ORGANIZATION
and and CCONJ 5 cc
UNITA UNITA PROPN 3 conj NNP _ ent=B-ORGANIZATION

The the DET 2 det
group group NOUN 3 nsubj
left leave VERB 0 root
"""
PARTIES = """
Fourteen fourteen NUM 2 nummod
factions faction NOUN 3 nsubj NNS
said say VERB 0 root
they they PRON 5 nsubj PRP
won win VERB 3 ccomp

The the DET 2 det
groups group NOUN 3 nsubj NNS
denied deny VERB 0 root
it it PRON 3 obj PRP

The the DET 2 det
factions faction NOUN 6 nsubj NNS
that that PRON 4 nsubj WDT
lost lose VERB 2 acl:relcl
have have AUX 6 aux
left leave VERB 0 root
"""
GOVERNMENT = """
The the DET 3 det
Chilean Chilean ADJ 3 amod JJ _ ent=B-NORP
government government NOUN 4 nsubj
sued sue VERB 0 root
Bolivian Bolivian ADJ 6 amod JJ _ ent=B-NORP
authorities authority NOUN 4 obj NNS

Chile Chile PROPN 3 nmod:poss NNP _ ent=B-PLACE
's 's PART 1 case POS
leadership leadership NOUN 4 nsubj
won win VERB 0 root
"""
ROLE = """
Minister minister NOUN 2 nmod:desc NN
Ana Ana PROPN 4 nsubj NNP _ ent=B-PERSON
Silva Silva PROPN 2 flat NNP _ ent=I-PERSON
resigned resign VERB 0 root

The the DET 2 det
minister minister NOUN 3 nsubj
wept weep VERB 0 root

A a DET 2 det
minister minister NOUN 3 nsubj
laughed laugh VERB 0 root
"""
QUOTE = """
We we PRON 2 nsubj PRP
refuse refuse VERB 5 ccomp
, , PUNCT 2 punct
I I PRON 5 nsubj PRP
swear swear VERB 6 ccomp
said say VERB 0 root
UNITA UNITA PROPN 8 compound NNP _ ent=B-ORGANIZATION
official official NOUN 9 nmod:desc NN
Joao Joao PROPN 6 nsubj NNP _ ent=B-PERSON
Gomes Gomes PROPN 9 flat NNP _ ent=I-PERSON
"""


GIVEN = """
Moon Moon PROPN 3 nsubj NNP _ ent=B-PERSON
Jae Jae PROPN 1 flat NNP _ ent=I-PERSON
met meet VERB 0 root
police police NOUN 3 obj NNS
and and CCONJ 9 cc
the the DET 9 det
British British PROPN 9 compound NNP _ ent=B-ORGANIZATION
Home Home PROPN 9 compound NNP _ ent=I-ORGANIZATION
Office Office PROPN 4 conj NNP _ ent=I-ORGANIZATION

Moon Moon PROPN 2 nsubj NNP _ ent=B-PERSON
thanked thank VERB 0 root
police police NOUN 2 obj NNS
and and CCONJ 7 cc
the the DET 7 det
Home Home PROPN 7 compound NNP _ ent=B-ORGANIZATION
Office Office PROPN 3 conj NNP _ ent=I-ORGANIZATION
"""
MAYOR = """
Lima Lima PROPN 3 nmod:poss NNP _ ent=B-PLACE
's 's PART 1 case POS
mayor mayor NOUN 8 nsubj NN
, , PUNCT 5 punct
Ana Ana PROPN 3 appos NNP _ ent=B-PERSON
Silva Silva PROPN 5 flat NNP _ ent=I-PERSON
, , PUNCT 5 punct
met meet VERB 0 root
Viktor Viktor PROPN 8 obj NNP _ ent=B-PERSON
Orban Orban PROPN 9 flat NNP _ ent=I-PERSON

The the DET 3 det
prime prime ADJ 3 amod
minister minister NOUN 4 nsubj
saw see VERB 0 root
missiles missile NOUN 4 obj NNS
where where ADV 8 advmod
they they PRON 8 nsubj
stood stand VERB 5 acl:relcl
"""
ACTS = """
Turkish Turkish ADJ 2 amod JJ _ ent=B-NORP
strikes strike NOUN 3 nsubj NNS
hit hit VERB 0 root
rebels rebel NOUN 3 obj NNS

Turkey Turkey PROPN 2 nsubj NNP _ ent=B-PLACE
denied deny VERB 0 root
it it PRON 2 obj
"""

GIRL = """
Maria Maria PROPN 11 nsubj:pass NNP _ ent=B-PERSON
, , PUNCT 9 punct
a a DET 9 det
14 14 NUM 6 nummod
- - PUNCT 4 punct
year year NOUN 8 obl:unmarked
- - PUNCT 6 punct
old old ADJ 9 amod
girl girl NOUN 1 appos
was be AUX 11 aux:pass
held hold VERB 0 root
"""
ARMIES = """
Both both DET 2 det
countries country NOUN 4 nsubj NNS
have have AUX 4 aux
mobilised mobilise VERB 0 root
their their PRON 6 nmod:poss PRP$
militaries military NOUN 4 obj NNS
"""
ADDED = """
The the DET 2 det
ministry ministry NOUN 3 nsubj
objected object VERB 0 root

" " PUNCT 4 punct
Punishment punishment NOUN 4 nsubj
awaits await VERB 8 ccomp
them they PRON 3 obj PRP
" " PUNCT 4 punct
, , PUNCT 8 punct
it it PRON 8 nsubj PRP
added add VERB 0 root
"""
FOUNDATION = """
The the DET 3 det
Ford Ford PROPN 3 compound NNP _ ent=B-ORGANIZATION
Foundation Foundation PROPN 6 nsubj NNP _ ent=I-ORGANIZATION
for for ADP 5 case _ _ ent=I-ORGANIZATION
Arts Art PROPN 3 nmod NNPS _ ent=I-ORGANIZATION
paid pay VERB 0 root

The the DET 2 det
foundation foundation NOUN 3 nsubj
left leave VERB 0 root
Peru Peru PROPN 3 obj NNP _ ent=B-PLACE

The the DET 2 det
nation nation NOUN 3 nsubj
wept weep VERB 0 root
"""


OBAMAS = """
Michelle Michelle PROPN 3 nsubj NNP _ ent=B-PERSON
Obama Obama PROPN 1 flat NNP _ ent=I-PERSON
left leave VERB 0 root

Mr. Mr. PROPN 2 nmod:desc NNP
Obama Obama PROPN 3 nsubj NNP _ ent=B-PERSON
stayed stay VERB 0 root
"""
FACING = """
Ivan Ivan PROPN 3 nsubj NNP _ ent=B-PERSON
Rossi Rossi PROPN 1 flat NNP _ ent=I-PERSON
won win VERB 0 root

Rain rain NOUN 2 nsubj
fell fall VERB 0 root

Facing face VERB 5 advcl VBG
Paul Paul PROPN 1 obj NNP _ ent=B-PERSON
Moreno Moreno PROPN 2 flat NNP _ ent=I-PERSON
he he PRON 5 nsubj PRP
spoke speak VERB 0 root
"""


@pytest.mark.parametrize(
    ("text", "texts", "why"),
    [
        (FACING, ("Ivan Rossi", "he"), "who faced somebody, named before"),
        (HOUTHIS, ("The Houthis", "The group"), "a group that is called by a plural"),
        (BANNED, ("Hamas", "It"), "whom the sentence is about"),
        (GIRL, ("Maria", "a 14 - year - old girl"), "14 counts the years: one girl, and she is Maria"),
        (ARMIES, ("Both countries", "their"), "several places are a they"),
        (FOUNDATION, ("The Ford Foundation for Arts", "The foundation"), "what the name is before its “for”"),
        (FOUNDATION, ("Peru", "The nation"), "the one state named"),
        (GIVEN, ("Moon Jae", "Moon"), "a first name that is one person's only"),
        (GIVEN, ("police", "police"), "police are one body"),
        (GIVEN, ("the British Home Office", "the Home Office"), "the end of a longer name"),
        (MAYOR, ("Lima's mayor", "Ana Silva"), "a name beside its description"),
        (MAYOR, ("Viktor Orban", "The prime minister"), "the actor base knows the office"),
        (ACTS, ("Turkish", "Turkey"), "the adjective and the country"),
        (NAMES, ("Paul Kagame", "Kagame"), "surname"),
        (NAMES, ("Olga Petrova", "her"), "gender rules the nearer man out"),
        (NAMES, ("the World Bank", "the bank"), "the last word of a name"),
        (GROUP, ("Boko Haram", "The group"), "the subject before; the news agency is no group of this kind"),
        (PARTIES, ("Fourteen factions", "they", "The groups"), "several bodies and their pronoun"),
        (GOVERNMENT, ("The Chilean government", "Chile's leadership"), "one country, one government"),
        (ROLE, ("Ana Silva", "The minister"), "a role takes up its holder"),
    ],
)
def test_mentions_of_one_entity(text: str, texts: tuple[str, ...], why: str) -> None:
    assert _together(_entities(text), *texts), why


@pytest.mark.parametrize(
    ("text", "texts", "why"),
    [
        (NAMES, ("Paul Kagame", "her"), "gender"),
        (OBAMAS, ("Michelle Obama", "Obama"), "Mr rules the woman of this name out"),
        (FACING, ("Paul Moreno", "he"), "nobody faces himself"),
        (BANNED, ("Chad", "It"), "a sentence is not about whom its relative clause names"),
        (HIS_COUNTRY, ("Iran", "his country"), "his own, not the one named last"),
        (REGION, ("The state", "The government"), "a state of the country is not its government"),
        (BOTH_STATES, ("Germany", "It"), "one of two is no it"),
        (NATIONS, ("The United Nations", "The group"), "nobody calls them a group"),
        (LENT, ("The Union", "the company"), "nobody lends himself"),
        (INVITED, ("Paul", "him"), "nor calls himself, where the subject is shared"),
        (
            LIBERATORS,
            ("The National Liberation Army", "The army"),
            "rebels are not the army, whatever they call themselves",
        ),
        (NAMES, ("Paul Kagame", "Olga Petrova"), "two names"),
        (TWO_GROUPS, ("Fatah", "The group"), "two would do, so none is taken"),
        (TWO_GROUPS, ("UNITA", "The group"), "likewise"),
        (PARTIES, ("Fourteen factions", "The factions"), "a relative clause says which"),
        (GOVERNMENT, ("The Chilean government", "Bolivian authorities"), "two countries"),
        (MAYOR, ("missiles", "they"), "things are no they"),
        (ARMIES, ("their militaries", "their"), "an owner is not what it owns"),
        (ROLE, ("Ana Silva", "A minister"), "an indefinite brings somebody new"),
    ],
)
def test_mentions_left_apart(text: str, texts: tuple[str, ...], why: str) -> None:
    assert not _together(_entities(text), *texts), why


def test_in_a_quotation_i_is_the_speaker_and_we_the_speakers_side() -> None:
    doc = doc_of(QUOTE)
    content = Span.of(doc.text, 0, doc[5].idx - 1)
    draft = AttributionDraft(
        source=Span.of(doc.text, doc[6].idx, len(doc.text)), source_head=8,
        cue=Span.of(doc.text, doc[5].idx, doc[6].idx - 1), cue_head=5, content=(content,), manner="direct",
    )  # fmt: skip
    entities = _entities(QUOTE, (draft,))
    assert _together(entities, "Joao Gomes", "I")
    assert _together(entities, "UNITA", "We")
    official = next(entity for entity in entities if entity.name == "Joao Gomes")
    side = next(entity for entity in entities if entity.name == "UNITA")
    assert (official.role, official.member_of, official.country) == ("UNITA official", (side.id,), "AGO")


def test_an_it_that_says_words_is_not_held_up_by_the_subjects_in_them() -> None:
    doc = doc_of(ADDED)
    content = Span.of(doc.text, doc[3].idx, doc[8].idx)
    draft = AttributionDraft(
        source=Span.of(doc.text, doc[9].idx, doc[10].idx - 1), source_head=9,
        cue=Span.of(doc.text, doc[10].idx, len(doc.text)), cue_head=10, content=(content,), manner="direct",
    )  # fmt: skip
    assert _together(_entities(ADDED, (draft,)), "The ministry", "it")


def test_an_it_that_is_nobody_is_left_out() -> None:
    assert all(mention.kind != "pronoun" for entity in _entities(PARTIES) for mention in entity.mentions
               if mention.text == "it")  # fmt: skip


def test_a_country_that_acts_does_so_through_its_government() -> None:
    entities = _entities(
        "Peru Peru PROPN 2 nsubj NNP _ ent=B-PLACE\nbacked back VERB 0 root\n"
        "Brazil Brazil PROPN 2 obj NNP _ ent=B-PLACE"
    )
    assert [(entity.name, entity.type, entity.country, entity.sectors) for entity in entities] == [
        ("Peru", "place", "PER", ("GOV",)), ("Brazil", "place", "BRA", ()),
    ]  # fmt: skip


def test_a_name_in_capitals_is_called_as_the_text_calls_it() -> None:
    """A dateline's capitals are no name where the text spells it otherwise."""
    (entity,) = _entities("LIMA Lima PROPN 0 root NNP _ ent=B-PLACE\n\nLima Lima PROPN 0 root NNP _ ent=B-PLACE")
    assert entity.name == "Lima"


def test_ids_and_mentions_follow_the_text() -> None:
    entities = _entities(NAMES)
    assert [entity.id for entity in entities] == [f"T{number}" for number in range(1, len(entities) + 1)]
    firsts = [entity.mentions[0].start for entity in entities]
    assert firsts == sorted(firsts)
    assert all([m.start for m in e.mentions] == sorted(m.start for m in e.mentions) for e in entities)
