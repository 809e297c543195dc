"""Place names of hand-built Docs: found or left alone, settled, and what they do in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.knowledge.gazetteer import Gazetteer, load_gazetteer
from onrecord.lexicon.load import Lexicon
from onrecord.reading.document import Document
from onrecord.reading.entity import Entity, Mention
from onrecord.stages.places import link_places

if TYPE_CHECKING:
    from onrecord.reading.place import Place


@pytest.fixture(name="gazetteer", scope="module")
def shipped_gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(name="lexicon", scope="module")
def lexicon_of_places() -> Lexicon:
    return shipped_lexicon()


def flat(text: str) -> str:
    """Words as a short CoNLL-U block: `word/POS/LABEL`, all hanging on the first; PROPN where no tag stands."""
    rows = []
    for i, part in enumerate(text.split()):
        word, pos, label = (*part.split("|"), "", "")[:3]
        pos = pos or ("PROPN" if word[:1].isupper() else "NOUN" if word.isalpha() else "PUNCT")
        ent = f" ent={label}" if label else ""
        rows.append(f"{word} {word} {pos} {0 if i == 0 else 1} {'root' if i == 0 else 'dep'}{ent}")
    return "\n".join(rows)


def read(text: str, gazetteer: Gazetteer, lexicon: Lexicon, **fields: str) -> tuple[Place, ...]:
    doc = doc_of(text if "\n" in text else flat(text))
    return link_places(doc, Document(id="d", text=doc.text, **fields), (), lexicon, gazetteer)


def names(places: tuple[Place, ...]) -> list[str]:
    return sorted((m.text for p in places for m in p.mentions), key=str)


FOUND = [
    (
        "They met in|ADP northern|ADJ|B-PLACE Mali|PROPN|I-PLACE .",
        ["Mali"],
        "points of the compass are no part of the name",
    ),
    ("Fighting in|ADP Helmand|PROPN|B-PLACE province|NOUN|I-PLACE .", ["Helmand"], "nor are common nouns"),
    (
        "A fire near|ADP Dalton|PROPN|B-PLACE ,|PUNCT|I-PLACE Georgia|PROPN|I-PLACE .",
        ["Dalton", "Georgia"],
        "one span, two names",
    ),
    ("Talks in|ADP Port|PROPN|B-PLACE Moresby|PROPN|I-PLACE .", ["Port Moresby"], "a name of two words"),
    (
        "Ministers of|ADP British|ADJ|B-NORP Columbia|PROPN|B-PLACE met .",
        ["British Columbia"],
        "no nationality, but the name's first word",
    ),
    (
        "Leaders of|ADP North and|CCONJ South|PROPN|B-PLACE Korea|PROPN|I-PLACE met .",
        ["North", "South Korea"],
        "two countries share a last word",
    ),
    ("Rain fell near|ADP Gaborone .", ["Gaborone"], "the gazetteer has what the network missed"),
    ("They praised Gaborone|PROPN|B-PERSON Smith|PROPN|I-PERSON .", [], "a person's name is no place"),
    ("He went on|ADP Friday|PROPN|B-PLACE .", [], "a weekday is none, whatever the network says"),
    ("The Kenyan|ADJ|B-PLACE army|NOUN left .", [], "a nationality is none"),
    ("The AIDC|PROPN|B-PLACE paid .", [], "an acronym that is no country"),
    ("The UAE|PROPN|B-PLACE paid .", ["UAE"], "... and one that is"),
    (
        "Sid|PROPN|B-PERSON Lagoona|PROPN|I-PERSON left . Later Lagoona|PROPN|B-PLACE spoke .",
        [],
        "a surname is no place",
    ),
    ("An old mine at|ADP Zzyxville|PROPN|B-PLACE closed .", [], "unknown to all, and nothing tells it"),
    ("An old mine in|ADP Zzyxville|PROPN|B-PLACE closed .", ["Zzyxville"], "unknown, but in it"),
    (
        "The Leeds|PROPN|B-ORGANIZATION City|PROPN|I-ORGANIZATION Council|PROPN|I-ORGANIZATION met .",
        ["Leeds"],
        "a public body says where it is",
    ),
    (
        "The Bombay|PROPN|B-ORGANIZATION Bicycle|PROPN|I-ORGANIZATION Trio|PROPN|I-ORGANIZATION met .",
        [],
        "a band does not",
    ),
    (
        "They toured Kisumu|PROPN|B-PLACE and|CCONJ Eldoret|PROPN|B-PERSON .",
        ["Eldoret", "Kisumu"],
        "a list of places goes on",
    ),
    ("Eldoret|PROPN|B-PLACE voted .|PUNCT Then|ADV Eldoret|PROPN slept .", ["Eldoret", "Eldoret"], "a name found once"),
]


@pytest.mark.parametrize(("text", "want", "why"), FOUND, ids=[row[2] for row in FOUND])
def test_found(text: str, want: list[str], why: str, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    assert names(read(text, gazetteer, lexicon)) == want, why


SETTLED = [
    ("He flew to Damascus|PROPN|B-PLACE .", "Damascus", "170654", "the great one of many"),
    ("Yarmuk|PROPN|B-PLACE burned .", "Yarmuk", "166716", "a quarter under another spelling"),
    ("In|ADP Paris|PROPN|B-PLACE , Texas|PROPN|B-PLACE .", "Paris", "4717560", "the container decides"),
    ("In|ADP Paris|PROPN|B-PLACE , Ont.|PROPN|B-PLACE .", "Paris", "6942553", "... in its short form too"),
    (
        "In|ADP Georgia|PROPN|B-PLACE and|CCONJ Alabama|PROPN|B-PLACE .",
        "Georgia",
        "4197000",
        "the state, beside a state",
    ),
    (
        "In|ADP Georgia|PROPN|B-PLACE and|CCONJ Armenia|PROPN|B-PLACE .",
        "Georgia",
        "614540",
        "the country, by a country",
    ),
    ("In|ADP Aleppo|PROPN|B-PLACE .", "Aleppo", "170063", "the city, not the unit named after it"),
    ("In|ADP Aleppo|PROPN|B-PLACE province|NOUN .", "Aleppo", "170062", "the unit, where the words say so"),
    (
        "In|ADP Polk|PROPN|B-PLACE and|CCONJ Marion|PROPN|B-PLACE counties|NOUN of|ADP Oregon|PROPN|B-PLACE .",
        "Polk",
        "5746351",
        "a plural after a list says the kind of all in it",
    ),
    ("In|ADP Toledo|PROPN|B-PLACE , Spain|PROPN|B-PLACE .", "Toledo", "2510409", "smaller, but in Spain"),
]


@pytest.mark.parametrize(("text", "name", "number", "why"), SETTLED, ids=[row[3] for row in SETTLED])
def test_settled(text: str, name: str, number: str, why: str, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    places = read(text, gazetteer, lexicon)
    got = {m.text: p.geonameid for p in places for m in p.mentions}
    assert got[name] == number, why


def test_publisher_is_at_home(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    """A name that two states have goes to the publisher's."""
    text = "Fire in|ADP Jackson|PROPN|B-PLACE County|PROPN|I-PLACE ."
    one = read(text, gazetteer, lexicon, publisher="The Kansas City Star")[0]
    other = read(text, gazetteer, lexicon, publisher="Seattle Times")[0]
    assert one.admin1 == "Missouri"
    assert one.geonameid != other.geonameid or one.confidence != other.confidence


def test_unknown_places_keep_null(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    place = read("A mine in|ADP Zzyxville|PROPN|B-PLACE .", gazetteer, lexicon)[0]
    assert (place.geonameid, place.lat, place.lon, place.precision, place.confidence) == (None,) * 5


def test_two_spellings_are_one_place(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    """Mentions go to the place, in the order of the text; ids count from L1."""
    places = read("Yarmouk|PROPN|B-PLACE fell .|PUNCT Then Yarmuk|PROPN|B-PLACE rose .", gazetteer, lexicon)
    assert [(p.id, [m.text for m in p.mentions]) for p in places] == [("L1", ["Yarmouk", "Yarmuk"])]


CAPITAL = """
Factions faction NOUN 2 nsubj
met meet VERB 0 root
in in ADP 6 case
the the DET 6 det
Syrian Syrian ADJ 6 amod JJ _ ent=NORP
capital capital NOUN 2 obl
. . PUNCT 2 punct
"""
EXPLAINED = """
Factions faction NOUN 2 nsubj
met meet VERB 0 root
in in ADP 4 case
Damascus Damascus PROPN 2 obl NNP _ ent=PLACE
, , PUNCT 8 punct
the the DET 8 det
Syrian Syrian ADJ 8 amod JJ _ ent=NORP
capital capital NOUN 4 appos
. . PUNCT 2 punct
"""


def test_a_capital_by_its_nationality(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    place = read(CAPITAL, gazetteer, lexicon)[0]
    assert (place.geonameid, place.mentions[0].text) == ("170654", "Syrian capital")


def test_an_apposition_is_no_further_mention(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    assert names(read(EXPLAINED, gazetteer, lexicon)) == ["Damascus"]


USES = [
    (
        "Moscow Moscow PROPN 2 nsubj NNP _ ent=PLACE\nrefused refuse VERB 0 root\n. . PUNCT 2 punct",
        "actor",
        "a capital acts",
    ),
    ("Kabul Kabul PROPN 2 nsubj NNP _ ent=PLACE\nlies lie VERB 0 root\n. . PUNCT 2 punct", "literal", "a city lies"),
    (
        "Kisumu Kisumu PROPN 2 nsubj NNP _ ent=PLACE\nrefused refuse VERB 0 root\n. . PUNCT 2 punct",
        "literal",
        "no power sits there",
    ),
    (
        "Gaza Gaza PROPN 2 compound NNP _ ent=PLACE\nborder border NOUN 3 nsubj\nclosed close VERB 0 root",
        "modifier",
        "before a noun",
    ),
]


@pytest.mark.parametrize(("text", "use", "why"), USES, ids=[row[2] for row in USES])
def test_use(text: str, use: str, why: str, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    assert read(text, gazetteer, lexicon)[0].mentions[0].use == use, why


def test_a_public_body_that_the_entities_put_together_says_where_it_is(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    """The network parted the body into a place and a police force."""
    doc = doc_of(
        flat("West|PROPN|B-PLACE Virginia|PROPN|I-PLACE State|PROPN|B-ORGANIZATION Police|PROPN|I-ORGANIZATION")
    )
    mention = Mention(start=0, end=len(doc.text), text=doc.text, kind="name")
    body = Entity(id="T1", name=mention.text, type="organization", named=True, mentions=(mention,))
    assert names(link_places(doc, Document(id="d", text=doc.text), (body,), lexicon, gazetteer)) == ["West Virginia"]


@pytest.mark.parametrize(
    ("actor", "sectors", "want"),
    [(None, (), ["Leeds"]), ("onrecord:a-union", (), ["Leeds"]), ("onrecord:a-militia", ("REB",), [])],
)
def test_a_body_that_the_actor_base_knows_is_no_town(
    actor: str | None, sectors: tuple[str, ...], want: list[str], gazetteer: Gazetteer, lexicon: Lexicon
) -> None:
    """After "in" the network may be wrong about a body, but not where the actor base has it; unions are regions."""
    doc = doc_of(flat("Talks|NOUN in|ADP Leeds|PROPN|B-ORGANIZATION ."))
    start = doc.text.index("Leeds")
    mention = Mention(start=start, end=start + 5, text="Leeds", kind="name")
    body = Entity(
        id="T1", name="Leeds", type="organization", named=True, mentions=(mention,), actor=actor, sectors=sectors
    )
    assert names(link_places(doc, Document(id="d", text=doc.text), (body,), lexicon, gazetteer)) == want


def test_names_of_organisations_are_left_to_the_entities(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    """A PLACE of the network inside an organisation that the entities stage knows is no place."""
    doc = doc_of(flat("Islamic State of|ADP Iraq|PROPN|B-PLACE fled ."))
    mention = Mention(start=0, end=21, text=doc.text[:21], kind="name")
    party = Entity(id="T1", name=mention.text, type="organization", named=True, mentions=(mention,))
    document = Document(id="d", text=doc.text)
    assert link_places(doc, document, (party,), lexicon, gazetteer) == ()
    assert names(link_places(doc, document, (), lexicon, gazetteer)) == ["Iraq"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [("In|ADP Kenya|PROPN|B-PLACE", "country"), ("In|ADP Kisumu|PROPN|B-PLACE", "place"),
     ("In|ADP Texas|PROPN|B-PLACE", "region"), ("At|ADP Tahrir|PROPN|B-PLACE Square|PROPN|I-PLACE", "point")],
)  # fmt: skip
def test_precision(text: str, precision: str, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    assert read(text, gazetteer, lexicon)[0].precision == precision
