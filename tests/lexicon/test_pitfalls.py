"""Sentences that earlier coders read as plain fact: the whole pipeline, active, passive and quoted."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.document import Document
from onrecord.reading.event import Event
from onrecord.reading.reading import Reading

TOLD_AS_FACT = {"happened", "ongoing"}


def _attack(text: str) -> tuple[Event, Reading]:
    reading = read(text, know())
    (event,) = [event for event in reading.events if event.type == "ASSAULT"]
    return event, reading


def _speaker(event: Event, reading: Reading) -> str | None:
    attribution = next((item for item in reading.attributions if item.id == event.attribution), None)
    return attribution.source.text if attribution is not None and attribution.source is not None else None


NO_FACTS = [
    ("There were no gunmen attacking Ukraine.", "not_happened", "negative", "certain"),
    ("Attacks on Ukraine are war crimes, the minister said.", "hypothetical", "positive", "possible"),
    ("Russia may attack Ukraine.", "unclear", "positive", "possible"),
    ("Ukraine may be attacked by Russia.", "unclear", "positive", "possible"),
    ('"Russia may attack Ukraine," the minister said.', "unclear", "positive", "possible"),
    ("Russia allegedly attacked Ukraine.", "unclear", "positive", "possible"),
    ("Ukraine was allegedly attacked by Russia.", "unclear", "positive", "possible"),
    ('"Russia allegedly attacked Ukraine," the minister said.', "unclear", "positive", "possible"),
    ("Russia did not attack Ukraine.", "not_happened", "negative", "certain"),
    ("Ukraine was not attacked by Russia.", "not_happened", "negative", "certain"),
    ('"Russia did not attack Ukraine," the minister said.', "not_happened", "negative", "certain"),
    ("Russia denied that Russia attacked Ukraine.", "denied", "negative", "certain"),
    ("Russia denied that Ukraine was attacked by Russia.", "denied", "negative", "certain"),
    ('"We did not attack Ukraine," Russia said.', "denied", "negative", "certain"),
]


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Mali carried out no attack on Chad.", "not_happened", "one “no”, of the noun and the verb together"),
        ("Mali will launch no attack on Chad.", "planned", "what is planned is that there be none"),
        ("Mali may launch no attack on Chad.", "unclear", "nor is it said that there may be one"),
        ("Mali has not launched any attack on Chad.", "not_happened", "“any” only goes with the negation"),
        ("No attack on Chad was carried out by Mali.", "not_happened", "before the verb"),
        ("There was no attack on Chad.", "not_happened", "what there was not"),
        ("Mali stopped short of attacking Chad.", "not_happened", "it went so far and no farther"),
    ],
)
def test_a_no_counts_once(text: str, status: str, reason: str) -> None:
    event, _ = _attack(text)
    assert (event.factuality.status, event.factuality.polarity) == (status, "negative"), reason


@pytest.mark.parametrize(("text", "status", "polarity", "certainty"), NO_FACTS)
def test_no_fact_is_made_of_it(text: str, status: str, polarity: str, certainty: str) -> None:
    """Kept and marked; an export that asks only for what happened leaves it out."""
    event, _ = _attack(text)
    standing = event.factuality
    assert (standing.status, standing.polarity, standing.certainty) == (status, polarity, certainty)
    assert standing.status not in TOLD_AS_FACT
    assert standing.cues or event.attribution
    assert [recipient.text for recipient in event.recipients] == ["Ukraine"]


@pytest.mark.parametrize("text", [row[0] for row in NO_FACTS if row[1] == "denied"])
def test_a_denial_has_its_speaker(text: str) -> None:
    """Russia speaks, and what it denies is charged to it."""
    event, reading = _attack(text)
    assert _speaker(event, reading) == "Russia"


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine said Russia attacked Georgia.",
        "Ukraine said Georgia was attacked by Russia.",
        '"Russia attacked Georgia," Ukraine said.',
    ],
)
def test_the_speaker_is_neither_attacker_nor_attacked(text: str) -> None:
    """Russia acts, Georgia suffers, Ukraine speaks."""
    event, reading = _attack(text)
    assert [actor.text for actor in event.actors] == ["Russia"]
    assert [recipient.text for recipient in event.recipients] == ["Georgia"]
    assert _speaker(event, reading) == "Ukraine"


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Peru talked Mali into attacking Chad.", "happened", "what somebody is brought to, he does"),
        ("Peru wants to drag Mali into attacking Chad.", "planned", "... unless that is only wanted"),
        ("Peru tried to talk Mali into attacking Chad.", "unclear", "... or tried"),
        ("Peru did not talk Mali into attacking Chad.", "not_happened", "... or not done"),
    ],
)
def test_what_somebody_is_brought_to_do(text: str, status: str, reason: str) -> None:
    event, _ = _attack(text)
    assert event.factuality.status == status, reason
    assert [actor.text for actor in event.actors] == ["Mali"]


NEAR_MISSES = [
    "The comedian bombed on stage in Leeds.",
    "Barcelona and Real Madrid clash in the cup final on Sunday.",
    "The film about the protest won a prize in Cannes.",
    "The storm battered the coast of Florida.",
    "The runner shattered the record in Doha.",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_sounds_like_violence_is_none(text: str) -> None:
    """Stage, sport, film and weather."""
    reading = read(text, know())
    assert [event.rule for event in reading.events if event.type in {"ASSAULT", "PROTEST", "COERCE"}] == []


def test_a_meeting_of_many_is_one_event() -> None:
    """A list of parties, not pairs."""
    reading = read("Leaders of Chad, Mali, Niger, Togo and Benin met in Accra on Monday.", know())
    assert len([event for event in reading.events if event.type == "CONSULT"]) == 1


@pytest.mark.parametrize(
    ("text", "told", "why"),
    [
        (
            "Thousands marched through Nairobi on Friday.",
            [("PROTEST", "happened", "Thousands")],
            "a number alone stands for people",
        ),
        (
            "The army fired dozens of rounds at the village.",
            [("ASSAULT", "happened", "The army")],
            "a number before of only counts",
        ),
        (
            "Security forces foiled an attack on the airport.",
            [("ASSAULT", "not_happened", "")],
            "who foils an attack has attacked nobody",
        ),
        (
            "Israel launched strikes on Gaza City on Monday.",
            [("ASSAULT", "happened", "Israel")],
            "strikes on a place are no walkout",
        ),
        (
            "Coalition aircraft conducted nine strikes near the dam.",
            [("ASSAULT", "happened", "Coalition aircraft")],
            "nor are those of soldiers",
        ),
        (
            "Nigerian forces have seized full control of the town.",
            [("COERCE", "happened", "Nigerian forces")],
            "full control is no full force",
        ),
        (
            "The foreign minister met his Turkish counterpart in Ankara.",
            [("CONSULT", "happened", "The foreign minister; his Turkish counterpart")],
            "the counterpart is met, the city is not",
        ),
        (
            "Iran rejected a demand by inspectors to open the site.",
            [("REJECT", "happened", "Iran"), ("REQUEST", "happened", "inspectors")],
            "a demand is made, also where it is rejected",
        ),
        (
            "Farmers drove tractors into Brussels to protest against imports.",
            [("PROTEST", "happened", "Farmers")],
            "they protest by driving",
        ),
        (
            "The charity put out a report accusing the army of abuses.",
            [("ACCUSE", "happened", "The charity")],
            "who puts out a report says what it says",
        ),
        (
            "The governor wants the journalist arrested.",
            [("COERCE", "planned", "")],
            "a participle behind what is wanted is wanted too",
        ),
        (
            "The death of Justice Scalia left the court divided.",
            [],
            "the dead leave no court",
        ),
        (
            "The envoy had trouble persuading the generals.",
            [("REQUEST", "unclear", "The envoy")],
            "trouble doing it is no deed",
        ),
        (
            "The court ordered the site closed after Musk ignored its rulings.",
            [("REQUEST", "happened", "The court"), ("REJECT", "happened", "Musk")],
            "what came before an order is not ordered",
        ),
        (
            "The two sides accused each other of lies.",
            [("ACCUSE", "happened", "The two sides")],
            "each other is nobody else",
        ),
        (
            "Police dispersed dozens of students protesting against fees.",
            [("COERCE", "happened", "Police"), ("PROTEST", "happened", "dozens of students")],
            "the students protest, not the police",
        ),
        (
            "Lawmakers rejected a bill on the deportation of refugees.",
            [("REJECT", "happened", "Lawmakers"), ("COERCE", "not_happened", "")],
            "what a bill would have brought that was rejected is not to come",
        ),
        (
            "The union met the premier, urging him to act.",
            [("CONSULT", "happened", "The union; the premier"), ("REQUEST", "happened", "The union")],
            "behind a comma the subject goes on",
        ),
        (
            "Chad closed its border with Sudan, accusing it of arming rebels.",
            [("COERCE", "happened", "Chad"), ("ACCUSE", "happened", "Chad"), ("AID", "unclear", "Sudan")],
            "whom one accuses is somebody else",
        ),
        (
            "The UN says the militia has burned two villages.",
            [("ASSAULT", "happened", "the militia")],
            "the tense of who says it is not that of the act",
        ),
        (
            "An attack on the dam would anger Cairo.",
            [("ASSAULT", "hypothetical", "")],
            "an attack that is only weighed",
        ),
        (
            "Chile blocked a joint statement by Andean ministers condemning the coup.",
            [("REJECT", "happened", "Chile"), ("ACCUSE", "not_happened", "Andean ministers")],
            "what a text would have said that was never passed",
        ),
        (
            "Police fired tear gas at doctors marching on parliament.",
            [("ASSAULT", "happened", "Police"), ("PROTEST", "happened", "doctors")],
            "the doctors march, not the police",
        ),
        (
            "Parliament voted on Monday to impeach the premier.",
            [("ACCUSE", "happened", "Parliament")],
            "the vote of a whole body is the act",
        ),
        (
            "Nine deputies voted to impeach the premier.",
            [("ACCUSE", "planned", "Nine deputies")],
            "nine deputies are not the body",
        ),
        (
            "Parliament will vote on Monday to impeach the premier.",
            [("ACCUSE", "planned", "Parliament")],
            "a vote to come decides nothing yet",
        ),
        (
            "The Silva campaign accused the paper of bias.",
            [("ACCUSE", "happened", "The Silva campaign")],
            "a campaign that speaks is its people",
        ),
        ("The campaign against malaria began in May.", [], "a campaign that begins is nobody"),
        (
            "Western and Asian powers condemned the test.",
            [("ACCUSE", "happened", "Western and Asian powers")],
            "powers of the world are states",
        ),
        ("Both candidates agreed that the state needs more nurses.", [], "to hold the same view is no agreement"),
        (
            "The opposition alleged that the army had shelled the port.",
            [("ACCUSE", "happened", "The opposition"), ("ASSAULT", "unclear", "the army")],
            "who alleges it did not do it",
        ),
        (
            "Chad urged Mali to free the men jailed after a raid in which rebels killed nine soldiers.",
            [
                ("REQUEST", "happened", "Chad"),
                ("RETREAT", "hypothetical", "Mali"),
                ("COERCE", "happened", ""),
                ("ASSAULT", "happened", "rebels"),
            ],
            "what a relative clause tells of the past is no part of the wish",
        ),
        ("The deputies vowed to fight on against the charges.", [("AGREE", "happened", "The deputies")], "no force"),
        (
            "The two discussed the schools in Gaza.",
            [("CONSULT", "happened", "The two")],
            "where the schools are, nobody talks",
        ),
        (
            "Supporters of the two candidates clashed in Kampala.",
            [("ASSAULT", "happened", "Supporters of the two candidates")],
            "candidates clash in words, their supporters not",
        ),
        (
            "The spate of police shootings demands that all listen.",
            [("ASSAULT", "happened", "police")],
            "no demand of theirs",
        ),
        (
            "Parliament voted against sending troops to Mali.",
            [("MOBILIZE", "not_happened", "Parliament")],
            "what a whole body votes against is not done",
        ),
        (
            "Two deputies voted against sending troops to Mali.",
            [("MOBILIZE", "hypothetical", "Two deputies")],
            "two deputies decide nothing",
        ),
        (
            "Parliament rejected a motion to withdraw troops from Mali.",
            [("REJECT", "happened", "Parliament"), ("RETREAT", "not_happened", "")],
            "nor is what a motion asks for that is thrown out",
        ),
        (
            "Reporters asked if the army had shelled the port.",
            [("ASSAULT", "unclear", "the army")],
            "what is asked about is no condition",
        ),
        ("The former president pleaded not guilty.", [], "nor is a plea in court a request"),
        ("The novel follows a spy who kills a minister.", [("ASSAULT", "unclear", "a spy")], "in a novel"),
        (
            "The film is about soldiers who killed nine men.",
            [("ASSAULT", "happened", "soldiers")],
            "what a film tells in the past may have happened",
        ),
        ("Gunmen kill nine in a series of raids", [("ASSAULT", "ongoing", "Gunmen")], "a series of raids is no work"),
        ("Karl Brandt confessed to the murder of two nuns.", [("ASSAULT", "happened", "Karl Brandt")], "his own act"),
        ("The premier lost the support of the Greens.", [("SUPPORT", "not_happened", "the Greens")], "it is gone"),
        (
            "It is time for Chad to arm the rebels, the paper argued.",
            [("AID", "hypothetical", "Chad")],
            "what a paper wants of Chad, Chad has not promised",
        ),
        ("She won a fierce battle for the leadership.", [], "who wins a battle for a post is no victim"),
        (
            "The speaker survived an attempt to oust him.",
            [("COERCE", "not_happened", "")],
            "who survives an attempt did not make it",
        ),
        ("Mali rarely claims responsibility.", [], "what is rarely claimed is no deed of its own"),
        ("No group claimed the attack.", [], "that nobody claims it does not undo it"),
        (
            "The army would sign the deal, but only if the rebels withdrew from the town.",
            [("SUPPORT", "conditional", "The army"), ("RETREAT", "conditional", "the rebels")],
            "a condition behind 'but' has not come about",
        ),
        (
            "Kyiv said it would join the talks only after Russian troops pulled out of the city.",
            [("AGREE", "planned", "Kyiv"), ("RETREAT", "conditional", "Russian troops")],
            "neither has what must come first",
        ),
        (
            "The army has to leave the town.",
            [("RETREAT", "hypothetical", "The army")],
            "what somebody has to do is not done",
        ),
        (
            "The rebels had to leave the town.",
            [("RETREAT", "happened", "The rebels")],
            "what somebody had to do is",
        ),
        (
            "The rebels are said to have killed the mayor.",
            [("ASSAULT", "happened", "The rebels")],
            "what is said of somebody is no plan of his",
        ),
        (
            "The army claims to have bombed the depot.",
            [("ASSAULT", "happened", "The army")],
            "an infinitive put into the past",
        ),
        (
            "The rebels are not known to have bombed the depot.",
            [("ASSAULT", "not_happened", "The rebels")],
            "and denied with the word above it",
        ),
        (
            "Iran is thought to be bombing the camp.",
            [("ASSAULT", "ongoing", "Iran")],
            "what is thought to go on",
        ),
        (
            "The army hopes to have bombed the depot by Friday.",
            [("ASSAULT", "planned", "The army")],
            "what one hopes to have done",
        ),
        (
            "The rebels freed two pilots under a deal brokered by Chad.",
            [("RETREAT", "happened", "The rebels"), ("CONSULT", "happened", "Chad")],
            "who brokered a deal is no part of what was agreed",
        ),
        (
            "We were pleased to meet the rebels.",
            [("CONSULT", "happened", "We; the rebels")],
            "what one was glad to do has been done",
        ),
        (
            "The panel had grounds to believe that the army had killed nine men.",
            [("ASSAULT", "happened", "the army")],
            "what is believed to have been done is no purpose of the believing",
        ),
        (
            "Mali called on Chad to help by arming the police.",
            [("REQUEST", "happened", "Mali"), ("AID", "hypothetical", "Chad"), ("AID", "hypothetical", "Chad")],
            "by what means they are to do it is asked of them too",
        ),
        (
            "Mali called on Chad to apologise to Niger for bombing a clinic.",
            [("REQUEST", "happened", "Mali"), ("CONCEDE", "hypothetical", "Chad"), ("ASSAULT", "happened", "Chad")],
            "but what they are to be sorry for has been done",
        ),
        (
            "Villagers held the mayor captive until he signed the pact.",
            [("ASSAULT", "happened", "Villagers"), ("SUPPORT", "happened", "the mayor")],
            "what ended an act of the past has been done",
        ),
        (
            "Chad suspended aid to Mali until the army freed the crew.",
            [("SANCTION", "happened", "Chad"), ("RETREAT", "planned", "the army")],
            "but not what it was made to depend on",
        ),
        ("Opposition leader charged with treason", [("ACCUSE", "happened", "")], "a headline that leaves out was"),
        ("Will you attack the town?", [("ASSAULT", "unclear", "you")], "a question plans nothing"),
        (
            "People have fled fighting between rebels.",
            [("SANCTION", "happened", ""), ("ASSAULT", "happened", "rebels")],
            "who flees fighting does not fight",
        ),
        (
            "The hostages have been rescued.",
            [("AID", "happened", "")],
            "the rescued are told of, whoever rescued them",
        ),
        ("The army had prepared a raid on the camp.", [("ASSAULT", "planned", "The army")], "... nor behind “had”"),
        (
            "The army withdrew from Kidal, as rebels had demanded.",
            [("RETREAT", "happened", "The army"), ("REQUEST", "happened", "rebels")],
            "what was done as demanded was done",
        ),
        ("The rebels prepared an assault on Goma.", [("ASSAULT", "planned", "The rebels")], "no verb “to prepared”"),
        ("He was wrongly arrested by police.", [("COERCE", "happened", "police")], "wrong, but it was done"),
        ("The minister falsely accused Iran.", [("ACCUSE", "happened", "The minister")], "what he said is untrue"),
        ("The site falsely reported that police had shot a priest.", [("ASSAULT", "not_happened", "police")], "untrue"),
        ("Syria has yet to sign the convention.", [("SUPPORT", "not_happened", "Syria")], "it is still to do"),
        ("The accord is yet to be signed by Mali.", [("SUPPORT", "not_happened", "Mali")], "and so here"),
    ],
)
def test_who_does_what_and_whether(text: str, told: list[tuple[str, str, str]], why: str) -> None:
    events = read(text, know()).events
    found = [(e.type, e.factuality.status, "; ".join(a.text for a in e.actors)) for e in events]
    assert found == told, why


def test_what_is_fired_is_no_party() -> None:
    (event,) = read("The army fired dozens of rounds at the village.", know()).events
    assert "rounds" not in " ".join(recipient.text for recipient in event.recipients)


@pytest.mark.parametrize(
    ("text", "doers", "others", "why"),
    [
        ("A Russian missile hit a depot in Kharkiv.", "Russian", "a depot", "whose missile it is"),
        ("Rockets fired from Lebanon struck a school.", "Lebanon", "a school", "from where they came"),
        ("Missiles fired by Iran hit a base.", "Iran", "a base", "who fired them"),
        (
            "A Venezuelan police rocket hit the bank.",
            "Venezuelan police",
            "the bank",
            "the police are Venezuelan",
        ),
        ("A Chinese frigate shelled a village.", "A Chinese frigate", "a village", "its crew acts, not the state"),
        (
            "Two governors, Amina Yusuf and Per Dahl, condemned the raid.",
            "Amina Yusuf; Per Dahl",
            "the raid",
            "several named behind their noun",
        ),
        (
            "The envoy was recalled by Chad in protest.",
            "Chad",
            "",
            "no protest is a party",
        ),
        ("The union accused the firm of bad faith.", "The union", "the firm", "the charge is no part of the name"),
        ("The leaders of Chad and Mali met.", "The leaders of Chad and Mali", "", "one name of a list is not all"),
        ("Chinese and Russian missiles hit the depot.", "Chinese; Russian", "the depot", "both nations"),
        ("Kenya agreed to set up a station in Uganda.", "Kenya", "Uganda", "a station is no party"),
        ("Poland deployed soldiers to its border with Belarus.", "Poland", "Belarus", "its own border is no party"),
        ("The Kenyan rivals met in Doha on Monday.", "The Kenyan rivals", "", "they met each other, not the town"),
        (
            "Harare, Zimbabwe - The opposition rejected the result.",
            "The opposition",
            "the result",
            "a town before a dash",
        ),
        (
            "Opposition leader Bobi Wine and his party have rejected the result.",
            "Bobi Wine; his party",
            "the result",
            "those coordinated with a name behind a title",
        ),
        (
            "The Norwegian premier has held talks with the Finnish premier Petteri Orpo.",
            "The Norwegian premier; Petteri Orpo",
            "",
            "a preposition hung on the name behind a title",
        ),
        (
            "A bombing claimed by the separatists killed six soldiers.",
            "the separatists",
            "six soldiers",
            "who calls an attack his own",
        ),
        (
            "The Taliban claimed responsibility for the attack, which killed six guards.",
            "The Taliban",
            "six guards",
            "who answers for it",
        ),
        (
            "No group has claimed the attack, which killed six guards.",
            "",
            "six guards",
            "nobody has called it his own",
        ),
        (
            "Paris supports Chad in the fight against Boko Haram.",
            "Chad",
            "Boko Haram",
            "who is helped in a fight fights",
        ),
        (
            "Ghana stood by Togo to defeat the insurgents.",
            "Ghana; Togo",
            "the insurgents",
            "who stands by somebody in a fight may fight as well",
        ),
        (
            "The unit came under fire from Hezbollah positions.",
            "Hezbollah",
            "The unit",
            "whose positions they are",
        ),
        ("The rebels attacked military posts.", "The rebels", "military posts", "posts that are places are struck"),
        (
            "Gunmen freed 28 girls abducted from a school.",
            "",
            "28 girls",
            "who was abducted, not who freed them",
        ),
        (
            "Fighters violated the truce 64 times with artillery fire.",
            "Fighters",
            "",
            "with what one strikes is no party",
        ),
        (
            "Our ally Turkey bombed the depots.",
            "Turkey",
            "the depots",
            "a name right behind its noun",
        ),
        (
            "Six soldiers were killed fighting the rebels.",
            "Six soldiers",
            "the rebels",
            "who is killed fighting fights",
        ),
        (
            "The army, alongside militiamen, burned the village.",
            "The army; militiamen",
            "the village",
            "who does it beside the doer",
        ),
        (
            "Police arrested the editor along with two reporters.",
            "Police",
            "the editor; two reporters",
            "who suffers it beside somebody",
        ),
        (
            "He told of the torture of prisoners at the hands of the guards.",
            "the guards",
            "prisoners",
            "in whose hands",
        ),
    ],
)
def test_who_does_it_to_whom(text: str, doers: str, others: str, why: str) -> None:
    event = read(text, know()).events[-1]
    found = ("; ".join(a.text for a in event.actors), "; ".join(a.text for a in event.recipients))
    assert found == (doers, others), why


@pytest.mark.parametrize(
    "text",
    [
        "The report blamed the army for its failure to prevent the massacre of villagers.",
        "The police were unable to avert the attack on the mosque.",
        "Guards did not prevent the attack on the mosque.",
    ],
)
def test_what_nobody_prevented_took_place(text: str) -> None:
    event, _ = _attack(text)
    assert (event.factuality.status, event.factuality.polarity) == ("happened", "positive")


def test_who_speaks_next_did_not_say_what_was_said_before() -> None:
    """A quotation that ends another sentence belongs to the one who speaks there."""
    text = "Ana Paz said Chad would answer “in its own time.” Former minister Ali Haidar called for calm."
    speakers = [(a.source.text, a.content[0].text) for a in read(text, know()).attributions if a.source is not None]
    assert speakers == [
        ("Ana Paz", "Chad would answer “in its own time.”"),
        ("Former minister Ali Haidar", "calm"),
    ]


def test_who_again_refuses_denies_nothing() -> None:
    """The words of refusing say what was not done, also with an adverb before them."""
    events = read("Oslo again refused to send missiles.", know()).events
    assert [(event.type, event.factuality.status) for event in events][-1] == ("AID", "not_happened")


@pytest.mark.parametrize(
    ("text", "mode", "why"),
    [
        ("Kenya carried out air strikes in May. Nairobi has not said whether it will continue the strikes.", "aerial",
         "from the air"),
        ("Nurses went on strike in May. The union said the strike would go on.", "strike", "of workers"),
        ("Kenya carried out air strikes. Nurses went on strike. The union said the strike would go on.", "strike",
         "the one told of last"),
    ],
)  # fmt: skip
def test_a_bare_noun_has_the_sense_of_its_report(text: str, mode: str, why: str) -> None:
    """One sense of a word until it is told in full again."""
    last = [event for event in read(text, know()).events if event.trigger.text.startswith("strike")][-1]
    assert last.mode == mode, why


@pytest.mark.parametrize(
    ("text", "others", "why"),
    [
        ("Chad and Niger agreed to withdraw troops.", [], "what is withdrawn is nobody's partner"),
        ("Chad agreed to withdraw troops from Niger.", ["Niger"], "where they leave is"),
        ("The rebels agreed to free the hostages.", ["the hostages"], "nor is who is freed a thing that is moved"),
    ],
)
def test_who_is_concerned_by_an_agreement(text: str, others: list[str], why: str) -> None:
    """The recipients of the agreement, not of what is agreed."""
    agreed = read(text, know()).events[0]
    assert agreed.trigger.text == "agreed"
    assert [party.text for party in agreed.recipients] == others, why


@pytest.mark.parametrize(
    ("text", "kind", "recipients", "why"),
    [
        ("Pirates demanded a ransom of $3 million.", "REQUEST", [], "money is nobody"),
        ("Washington cut tariffs on $90 billion of Chinese goods.", "RETREAT", ["$90 billion of Chinese goods"],
         "goods are somebody's"),
        ("Nigeria said it was ready to send troops if asked.", "AGREE", [], "what one would send receives nothing"),
        ("Jordan agreed to host American troops.", "AGREE", ["American troops"], "whom one takes in does"),
    ],
)  # fmt: skip
def test_who_is_on_the_other_side(text: str, kind: str, recipients: list[str], why: str) -> None:
    """Somebody, or what is somebody's."""
    (event,) = [event for event in read(text, know()).events if event.type == kind]
    assert [recipient.text for recipient in event.recipients] == recipients, why


def test_what_was_agreed_before_is_no_act() -> None:
    """A bare participle behind "as" only says how the meeting goes."""
    types = [event.type for event in read("Paris urged the two leaders to meet as agreed.", know()).events]
    assert types == ["REQUEST", "CONSULT"]


@pytest.mark.parametrize(
    ("text", "kind", "status", "polarity", "why"),
    [
        (
            "She will be the first president to be tried by the court.",
            "ACCUSE",
            "planned",
            "positive",
            "she has not been tried yet",
        ),
        ("She was the first president to be tried by the court.", "ACCUSE", "happened", "positive", "she has been"),
        ("Rebels fled, only to be captured by the army.", "ASSAULT", "happened", "positive", "how it ended"),
        ("Rebels met only to plan a coup and to be armed by Iran.", "AID", "planned", "positive", "what it was for"),
        ("Hundreds marched to denounce the court.", "ACCUSE", "happened", "positive", "they did so by marching"),
        ("Hundreds drove to Lima to denounce the court.", "ACCUSE", "planned", "positive", "driving says nothing"),
        (
            "Thousands met to mourn the dead and protest against the law.",
            "PROTEST",
            "happened",
            "positive",
            "also behind another",
        ),
        ("Israel agreed to cease shelling the town.", "ASSAULT", "planned", "negative", "its end is what is planned"),
        ("Israel ceased shelling the town.", "ASSAULT", "happened", "positive", "until then it went on"),
        ("A plan to bomb Chad failed.", "ASSAULT", "not_happened", "negative", "nothing came of it"),
        ("The bombing of Chad failed.", "ASSAULT", "happened", "positive", "an act that fails has been tried"),
        (
            "The rebels will leave when the captives are freed.",
            "RETREAT",
            "planned",
            "positive",
            "the helper has the tense",
        ),
        (
            "It is not true that we bombed Chad, the army said.",
            "ASSAULT",
            "denied",
            "negative",
            "by who would have done it",
        ),
        (
            "Police did not deny that guards tortured prisoners.",
            "ASSAULT",
            "unclear",
            "positive",
            "nor did they admit it",
        ),
        ("There is no evidence that Chad attacked Niger.", "ASSAULT", "unclear", "positive", "nobody knows"),
        ("There is evidence that Chad attacked Niger.", "ASSAULT", "happened", "positive", "somebody does"),
        ("The mayor escaped an attack by rebels.", "ASSAULT", "happened", "positive", "it missed him, but it was made"),
        ("Troops no longer occupy the town.", "COERCE", "not_happened", "negative", "it is over"),
        ("Troops occupied Gao no longer than a day.", "COERCE", "happened", "positive", "... but how long it took"),
        ("No sooner had troops seized the town than it burned.", "COERCE", "happened", "positive", "... or how soon"),
        ("The army did not only shell Gao; it burned it.", "ASSAULT", "happened", "positive", "there is more to tell"),
        ("The mayor escaped arrest by the army.", "COERCE", "not_happened", "negative", "nobody arrested him"),
        ("The firm could not confirm that Chad attacked Niger.", "ASSAULT", "unclear", "positive", "nor is it denied"),
        (
            "The vow that Chad would attack Niger was a bluff.",
            "ASSAULT",
            "planned",
            "positive",
            "a noun tells what was said",
        ),
    ],
)
def test_whether_it_happened(text: str, kind: str, status: str, polarity: str, why: str) -> None:
    """Status and polarity of the last act of a type."""
    told = [event.factuality for event in read(text, know()).events if event.type == kind][-1]
    assert (told.status, told.polarity) == (status, polarity), why


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        ("Xi visits Chad next week.", "planned", "the present tells of a day to come"),
        ("Xi is visiting Chad next week.", "planned", "and so does its progressive"),
        ("A strike by nurses begins next week.", "planned", "of the noun before it too"),
        ("Xi defended his decision to meet nuns next week.", "planned", "of what is decided too"),
        ("Xi visits Chad this week.", "ongoing", "the week has begun"),
        ("Xi visited Chad last week.", "happened", "a day that is past"),
    ],
)
def test_what_is_told_of_a_day_to_come(text: str, status: str, why: str) -> None:
    """Of a report published on a Wednesday."""
    *_, event = read(Document(id="a", text=text, published="2026-03-11"), know()).events
    assert event.factuality.status == status, why


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        ("Lawyers march in Lahore tomorrow.", "planned", "a day to come says so"),
        ("Chad and Mali hold talks later this week.", "planned", "and what is left of a week"),
        ("The king meets the rebels next month.", "planned", "and the next month"),
        ("The king met the rebels the next month.", "happened", "but not the month after one that is told of"),
        (
            "A summit of the five presidents opens in Astana on Friday.",
            "planned",
            "a verb of beginning on a day of the week",
        ),
        ("The king meets the rebels on Friday.", "ongoing", "as a caption may say of what it shows"),
        ("The army trains on Fridays and attacks the rebels every Friday.", "ongoing", "not on many such days"),
        ("A strike by dockers is to begin on Thursday.", "planned", "of an act as of who is to do it"),
        ("The summit, which opens on Friday, of five presidents has angered Chad.", "planned", "a clause on the act"),
        ("A strike by dockers, which is to begin on Friday, worries Chad.", "planned", "... as it is arranged"),
        ("The dockers' strike that was to have begun on Monday upset Chad.", "not_happened", "... and fell through"),
        ("Clashes between the army and the clan, which started on Friday, go on.", "happened", "... or began"),
        ("The summit, set for Tuesday, between Chad and Mali will be about water.", "planned", "the day it is set for"),
    ],
)
def test_what_words_alone_put_on_a_day_to_come(text: str, status: str, why: str) -> None:
    """Of a report of which nobody knows when it was published."""
    assert read(text, know()).events[-1].factuality.status == status, why


def test_a_joining_word_is_no_act() -> None:
    """Nobody lets anybody do anything "let alone"."""
    assert read("The army cannot feed its men, let alone villagers.", know()).events == ()


def test_what_is_wanted_is_no_plan() -> None:
    """A subjunctive tells of a wish, also under a verb that announces nothing."""
    (event,) = read("The deal requires that the army leave the town.", know()).events
    assert event.factuality.status == "hypothetical"


def test_what_a_denial_adds_is_not_denied() -> None:
    """A relative clause of the past is the reporter's own."""
    attacked, killed = read("Chad denied that it had bombed a school where 20 people were killed.", know()).events
    assert (attacked.factuality.status, attacked.attribution) == ("denied", "A1")
    assert (killed.factuality.status, killed.attribution) == ("happened", None)


def test_what_is_over_has_no_day_to_come() -> None:
    """The day is the summit's, not that of the proposal."""
    (event,) = read(Document(id="a", text="Oslo proposed talks on March 20.", published="2026-03-12"), know()).events
    assert (event.factuality.status, event.time) == ("happened", None)
