"""Who does what, and whether it took place."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


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
        ("Gunmen kill nine in a series of raids", [("ASSAULT", "happened", "Gunmen")], "a series of raids is no work"),
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
