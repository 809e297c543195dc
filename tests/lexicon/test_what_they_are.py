"""What is a mention and what is none, of which kind it is, and what the report says of whom it stands for."""

from __future__ import annotations

import pytest

from knowing import entities_of, know
from onrecord.pipeline import read
from onrecord.reading.document import Document


@pytest.mark.parametrize(
    ("text", "kind", "mention", "why"),
    [
        ("The Government of Iraq denied it.", "place", "Iraq", "the country in a body's name"),
        ("The Home Secretary resigned on Friday.", "person", "The Home Secretary", "an office is nobody's name"),
        ("Strikes destroyed two fighting positions.", "place", "two fighting positions", "a place by the word before"),
        ("The Harrow School said it would reopen.", "organization", "The Harrow School", "a school runs itself"),
        ("Rights group B'Tselem condemned it.", "organization", "B'Tselem", "what the noun before says"),
        ("Human rights group CDH Guayaquil said so.", "organization", "CDH Guayaquil", "one group is a body"),
        ("The gang, Los Tiburones, is blamed for it.", "organization", "Los Tiburones", "also between commas"),
        ("Its largest party, Nueva Vida, withdrew.", "organization", "Nueva Vida", "... and whoever else's it is"),
        ("Amnesty International Kenya said so.", "organization", "Amnesty International Kenya", "a body's branch"),
        (
            "The Ohio chapter of the Sierra Club sued.",
            "organization",
            "The Ohio chapter of the Sierra Club",
            "so by a noun",
        ),
        ("Al-Qaeda's Syrian branch fled.", "organization", "Al-Qaeda's Syrian branch", "... whose it is before it"),
        ("Ana Duran fled. Police searched houses in Duran.", "place", "Duran", "a town is no surname"),
        ("Workers at Macy's walked out.", "organization", "Macy's", "the sign is part of the name"),
        ("The tanker Advantage Sweet was seized.", "other", "tanker", "what has a name of its own"),
        ("A 12-nation coalition bombed the port.", "organization", "A 12-nation coalition", "twelve are one"),
        ("He told al-Nahrain television so.", "organization", "al-Nahrain", "by the noun behind"),
        ("Professor Mark Lamond Hill said so.", "person", "Mark Lamond Hill", "a hill may be a family"),
        ("They fought in Puno and Juliaca.", "place", "Juliaca", "what stands beside a place that they are in"),
        ("Gen A S Kalkat retired.", "person", "A S Kalkat", "an initial is no article"),
        ("There are as many as 42 RAW agents there.", "group", "42 RAW agents", "what limits a number"),
        ("Shares in Brandt fell on Monday.", "organization", "Brandt", "what has shares"),
        ("Workers at Velasco walked out.", "organization", "Velasco", "where people work"),
        (
            "A court ordered Ruslan to pay. The airline had dismissed ten pilots.",
            "organization",
            "Ruslan",
            "what alone may be the airline told of next",
        ),
        (
            "Thorne Avery said on Monday it would close its plant in Leeds.",
            "organization",
            "Thorne Avery",
            "what alone may be the it of its own clause",
        ),
        (
            "Grain exporter Bandar shut two silos after rebels took the town.",
            "organization",
            "Bandar",
            "a noun for a firm before it",
        ),
        (
            "Silva said on Monday he would close the plant. The company blamed costs.",
            "person",
            "Silva",
            "who is a he is no company",
        ),
        (
            "Former minister Jorge Paz was jailed. Paz wept. The company has collapsed.",
            "person",
            "Paz",
            "nor who has a fuller name",
        ),
        ("Rebels took Odienne. The company shut its mine in Odienne.", "place", "Odienne", "nor a place that it is in"),
        ("The tanker Hai Feng fled. The Hai Feng sank.", "other", "Hai Feng", "a ship is one wherever it is named"),
        (
            "A union rejected a new offer from port operator Andes Terminal.",
            "organization",
            "Andes Terminal",
            "a noun in trade before it",
        ),
        ("Ana Ruiz told daily Novi Glas about it.", "organization", "Novi Glas", "a paper that hears it"),
        (
            "Bo Lee, who edits the weekly Zhana Dala, said he would appeal.",
            "organization",
            "Zhana Dala",
            "... or by an adjective",
        ),
        ("Police raided Codelar, a state-owned producer.", "organization", "Codelar", "what only firms are"),
        ("The Millbrook Water District voted to sue.", "organization", "The Millbrook Water District", "no ground"),
        ("A Frenchman was held. The Frenchman left.", "person", "The Frenchman", "one of a people"),
    ],
)
def test_what_kind_it_is(text: str, kind: str, mention: str, why: str) -> None:
    assert (kind, mention) in [(found, text) for found, texts, _ in entities_of(text) for text in texts], why


@pytest.mark.parametrize(
    ("text", "mention", "why"),
    [
        ("The raid by the Islamic State of Iraq and Syria failed.", "Iraq", "a group's claim is not its country"),
        ("The Syrian branch of al-Qaeda shelled a post.", "Syrian", "nobody of that land did"),
        ("The last chapter of the novel is on Peru.", "The last chapter", "no body's"),
        ("Peru, Chile and Ecuador signed the accord.", "Peru, Chile", "countries of a list hold no other"),
        ("Their position on the talks is firm.", "Their position", "an opinion is no place"),
        ("The bloc had threatened force.", "force", "no forces are meant"),
        ("The navy flew bomber and unmanned aircraft.", "bomber", "what kind of aircraft they are"),
        ("Great Service. We shall come again.", "Great Service", "a heading in capitals"),
        ("Rep. Adam Schiff, D-Calif., left.", "D-Calif.", "party and state are no party to anything"),
        ("Ministers Ana Silva and Luis Rocha left.", "Ministers Ana Silva", "a plural title is not one person's"),
        ("The form must be filled in in English.", "English", "a language"),
        ("They do not speak English or Arabic.", "Arabic", "... of several that are spoken"),
        ("Mecca is Islam's holiest site.", "Islam", "a faith"),
        ("He fled into exile.", "exile", "a state, not somebody"),
        ("He met his secretary of state.", "state", "what an office is for"),
        ("They study engineering and law.", "engineering", "a field, not an engineer"),
        ("Towns acted despite the resistance of the Church.", "the resistance of the Church", "no rebels"),
    ],
)
def test_what_is_no_mention(text: str, mention: str, why: str) -> None:
    assert mention not in [text for _, texts, _ in entities_of(text) for text in texts], why


def test_a_title_stands_for_the_name_that_ends_it() -> None:
    """An act's party is told by name, whichever word of the title the parser hangs it on."""
    event = read("Rebels kidnapped Deputy Governor Ana Silva on Monday.", know()).events[0]
    assert [party.text for party in event.recipients] == ["Ana Silva"]


@pytest.mark.parametrize(
    ("text", "name", "facts", "why"),
    [
        ("Hong Kong voted. Andrew Wan of the Democratic Party won.", "Democratic Party", (None, ("PTY",)),
         "many a country has a party of that name"),
        ("Texas, in the United States, voted. The Democratic Party lost.", "Democratic Party", ("USA", ("PTY",)),
         "... which the report tells apart"),
        ("Iraq barred 51 men who had been in the Baath Party.", "Baath Party", ("IRQ", ("PTY",)),
         "of two, the country's"),
        ("Jason Kindle is the firm's lead China analyst.", "Jason Kindle", (None, ()), "what an analyst knows"),
        ("China's envoy, Jason Kindle, left.", "Jason Kindle", ("CHN", ("GOV",)), "... is not whose envoy one is"),
        ("Kashmir is disputed.", "Kashmir", (None, ()), "two states claim it"),
        ("The Border Guard Service of Latvia closed it.", "Border Guard Service", (None, ("COP",)), "of two words"),
        ("The deal was hailed by New Delhi and Prime Minister Wen Jiabao.", "Wen Jiabao", ("CHN", ("GOV",)),
         'a place before "and" is no part of a title'),
        ("The secretary general of the league, Nuno Galante, left.", "Nuno Galante", (None, ()), "no general"),
        ("Party veteran Cyd Ho left.", "Cyd Ho", (None, ()), "long in the party, not in the army"),
        ("Senate rebels voted against the budget.", "Senate rebels", (None, ("LEG",)), "they bear no arms"),
        ("A rebel lawmaker left.", "rebel lawmaker", (None, ("LEG",)), "... nor do members of one"),
        ("The rebel commander left.", "rebel commander", (None, ("REB",)), "... as others may"),
        ("The Ugandan House of Representatives met.", "House of Representatives", (None, ("LEG",)),
         "another country's by its nationality"),
        ("In Bolivia, Congress agreed.", "Congress", (None, ("LEG",)), "a chamber of a country spoken of"),
        ("In Manila, the justice department agreed.", "justice department", (None, ("GOV",)),
         "of a country that the report speaks of"),
        ("MANILA (PTI) - Police left.", "PTI", ("IND", ("JRN",)), "who signs a report is no party of that name"),
        ("Nine schools in the state were shut.", "state", (None, ()), "no body there"),
        ("It is like the US FBI.", "US FBI", ("USA", ("COP",)), "a known body behind its country"),
        ("The government and people of Peru wept.", "government", ("PER", ("GOV",)), "whose both are"),
    ],
)  # fmt: skip
def test_what_is_said_of_them(text: str, name: str, facts: tuple[str | None, tuple[str, ...]], why: str) -> None:
    """Country and sectors."""
    (found,) = [entity for _, _, entity in entities_of(text) if entity.name == name]
    assert (found.country, found.sectors) == facts, why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("No group has claimed it.", "No group", "none is nobody"),
        ("Her son died at the front.", "the front", "ground is no rebels"),
        ("They burned it in front of the police.", "front of the police", "... nor is where something was done"),
        ("Nine were held in a detention cell.", "a detention cell", "nor are prisons"),
        ("They went from house to house.", "house", "nor are homes a chamber"),
        ("The head of state left.", "state", "what somebody is head of is not told of"),
        ("It began at 9 pm.", "pm", "an hour is no premier"),
        ("It is a source of heat.", "a source of heat", "no one tells it"),
        ("A wave of violence that officials feared came.", "A wave of violence that officials", "no wave of officials"),
        ("The war began. Neither side won. Both left.", "Neither side", "of whom nobody has told"),
        ("The war began. Neither side won. Both left.", "Both", "... nor of these"),
    ],
)
def test_who_is_nobody(text: str, words: str, why: str) -> None:
    """No mention has these words."""
    assert not any(words in mentions for _, mentions, _ in entities_of(text)), why


def test_each_of_a_list_has_the_office_before_it() -> None:
    """In the singular: "senators Ana Ruiz and Bo Lee"."""
    roles = {entity.name: entity.role for _, _, entity in entities_of("Senators Ana Ruiz and Bo Lee left.")}
    assert roles == {"Ana Ruiz": "senator", "Bo Lee": "senator"}


@pytest.mark.parametrize(("published", "named"), [("2022-05-01", False), ("2024-12-01", True)])
def test_who_is_in_office_is_a_matter_of_the_day(published: str, *, named: bool) -> None:
    """Abdoulaye Maiga spoke for Mali's government long before he led it."""
    text = "Abdoulaye Maiga spoke in Bamako. The prime minister left."
    reading = read(Document(id="r", text=text, published=published), know())
    (found,) = [e for e in reading.entities if "The prime minister" in {mention.text for mention in e.mentions}]
    assert found.named == named
