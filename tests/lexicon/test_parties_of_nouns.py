"""Who is party to an act that a noun tells of, where another clause or the sentence before names him."""

from __future__ import annotations

import pytest

from knowing import act, know, parties
from onrecord.pipeline import read


@pytest.mark.parametrize(
    ("text", "doers", "why"),
    [
        ("The army carried out a raid in which nine people were killed.", "The army", "who raids kills there"),
        ("Rebels carried out a raid on Djibo in which nine villagers were killed.", "Rebels", "so in a town"),
        ("Rebels mounted an ambush in which a colonel died.", "Rebels", "he is not of theirs"),
        ("The army launched a raid in which nine soldiers were killed.", "", "its own may have fallen"),
        ("The army and the rebels fought a battle in which nine villagers died.", "", "either may have"),
        ("Rebels mounted an attack in which nine gunmen died.", "", "gunmen may be of theirs"),
    ],
)
def test_who_killed_in_the_course_of_a_blow(text: str, doers: str, why: str) -> None:
    killed = [event for event in read(text, know()).events if event.trigger.text in {"killed", "died"}]
    assert [parties(event)[0] for event in killed] == [doers], why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Rebels freed dozens of inmates in an attack on the prison in the northern town of Kandi.", "attack", "Rebels",
         "the prison", "in the course of a blow of theirs"),
        ("Taliban gunmen killed 28 people in two separate attacks in Afghanistan on Tuesday.", "attacks",
         "Taliban gunmen", "28 people", "so too who was struck in several"),
        ("Gunmen killed four soldiers and abducted a doctor in an ambush near Menaka.", "ambush", "Gunmen",
         "four soldiers; a doctor", "and by each of the joined verbs"),
        ("Ukrainian forces sank a landing ship in a drone attack on the port of Feodosia.", "attack",
         "Ukrainian forces", "the port of Feodosia", "struck by their drone"),
        ("Israeli troops shot dead two Palestinian teenagers during clashes near Jenin on Friday.", "clashes",
         "Israeli troops", "", "one side of two"),
        ("Protesters threw stones at the police and burned tyres during a demonstration against fuel prices.",
         "demonstration", "Protesters", "fuel prices", "a protest of theirs"),
        ("Libyan militiamen captured a depot on Monday in an advance against forces loyal to the marshal.", "advance",
         "Libyan militiamen", "forces", "what they took they took by force"),
        ("Jihadists shelled an army post near Goma, the fourth such attack in the province since May.", "attack",
         "Jihadists", "the province", "what the blow is called behind it"),
        ("The suspected bomber was killed in a shootout with police in Milan.", "shootout",
         "The suspected bomber; police", "", "who falls in a fight with others is a side of it"),
        ("A court sentenced the former minister to death for his role in the massacre of villagers in 1971.",
         "massacre", "the former minister", "villagers", "for his share in a deed"),
        ("The colonel played a leading role in the overthrow of the elected president in 1974.", "overthrow",
         "The colonel", "the elected president", "... which is told by a verb"),
        ("A military court jailed the former aide for his part in the murder of the leader in 1987.", "murder",
         "the former aide", "the leader", "by a court"),
        ("The suspect, who was jailed in 2009 for an attack on a synagogue, had been freed in May.", "attack",
         "The suspect", "a synagogue", "who is jailed for it has done it"),
        ("The army was responsible for the shelling of the hospital, an inquiry by the Red Cross found.", "shelling",
         "The army", "the hospital", "who is called responsible"),
        ("The governor apologised for his remarks and attacks on the press.", "attacks", "The governor", "the press",
         "whose the first of two bare nouns is"),
        ("The interior ministry was the target of an attack by hackers on Sunday.", "attack", "hackers",
         "The interior ministry", "who is called its target"),
        ("Ms Okafor, the victim of a kidnapping, said she had forgiven the men.", "kidnapping", "", "Okafor",
         "... or its victim"),
        ("Neighbours' complaints to the mayor about the smell from the tannery led to a fine.", "complaints",
         "Neighbours", "the mayor", "to whom, where it is about a thing"),
        ("The complaint to the ethics panel says the senator took gifts from a lobbyist.", "complaint", "",
         "the senator", "of whom, by what it says"),
        ("The city's bus drivers' strike went into its third day on Friday.", "strike", "bus drivers", "",
         "of two owners the next"),
        ("The country's longest teacher strike ended on Thursday with a pay deal.", "strike", "teacher", "",
         "not the land in which people strike"),
        ("The embassy attack in Damascus killed a general.", "attack", "", "a general", "what house was attacked"),
        ("About 200 miners began a march from Oruro to La Paz.", "march", "200 miners", "", "where they march"),
        ("Several thousand people joined a march to the detention centre on the edge of town.", "joined",
         "Several thousand people", "", "what edge it is"),
        ("The Houthis said they were responsible for the drone strike on a refinery near Riyadh.", "strike",
         "The Houthis", "a refinery", "who says so of himself"),
        ("The former governor began serving a nine-year sentence for bribery on Tuesday.", "began", "",
         "The former governor", "an entry whose act is nobody's"),
    ],
)  # fmt: skip
def test_in_one_sentence(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Police in Quito arrested the former mayor on Friday. The arrest of the former mayor drew protests.", "arrest",
         "Police", "the former mayor", "named again by whom it was done to"),
        ("Rebels kidnapped two Italian engineers in March. The kidnapping of the engineers led to talks.", "kidnapping",
         "Rebels", "the engineers", "... by a part of his words"),
        ("Unknown gunmen killed the judge on Friday. The police are investigating the murder of the judge.", "murder",
         "Unknown gunmen", "the judge", "... where another act is about it"),
        ("Azerbaijan and Armenia have fought over the enclave for three decades. The war has displaced many.", "war",
         "Azerbaijan; Armenia", "", "the only two who fought"),
        ("Ethiopia and Eritrea signed a peace treaty in Jeddah on Sunday. The deal ends a quarrel over a town.", "deal",
         "Ethiopia; Eritrea", "", "... or agreed"),
        ("Government envoys met rebel leaders in Juba on Monday. The talks will go on until Friday.", "talks",
         "Government envoys; rebel leaders", "", "... or talked"),
    ],
)  # fmt: skip
def test_told_before(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Police arrested four men in the attack on a synagogue in Copenhagen.", "attack", "", "a synagogue",
         "who holds men for a blow has not dealt it"),
        ("Guards killed two gunmen in the attack on the embassy, which began shortly after noon.", "attack", "",
         "the embassy", "who kills those who dealt it"),
        ("Police shot two men during an attack on a police station in Mombasa.", "attack", "", "a police station",
         "whose house is struck"),
        ("Officers fired rubber bullets at students during a protest against higher fees in Bogota.", "protest", "",
         "higher fees in Bogota", "who breaks up a protest does not protest"),
        ("Two clerks were arrested for their role in the abduction of a baby from a clinic.", "abduction", "", "a baby",
         "who is only held may have had no share"),
        ("The diplomat was expelled over his alleged involvement in the poisoning of a defector.", "poisoning", "",
         "a defector", "whose share is alleged"),
        ("If the militia is responsible for the abduction of the nuns, the elders will expel it.", "abduction", "",
         "the nuns", "what is only supposed"),
        ("Two men shot the mayor of Davos on Monday. A gang later stabbed the mayor. The attack on the mayor is old.",
         "attack", "", "the mayor", "two have done such to him"),
        ("Police officers killed the driver George Reed in May. The killing of Reed's brother had led to riots too.",
         "killing", "", "Reed's brother", "done to another"),
    ],
)  # fmt: skip
def test_where_the_doer_stays_open(text: str, word: str, doers: str, others: str, why: str) -> None:
    """The other side of the rows above: who stands in the same clause or the one before has not done it."""
    assert parties(act(text, word)) == (doers, others), why


def test_a_land_before_what_is_of_another_does_nothing() -> None:
    reading = read("The Spanish edition of the paper criticised the king on Monday.", know())
    assert not [event for event in reading.events if event.actors]
    assert parties(act("An American gift of wheat fed the refugees in Basra.", "fed")) == ("American", "the refugees")


def test_who_owns_up_accuses_nobody() -> None:
    reading = read("The Houthis said they were responsible for the drone strike on a refinery near Riyadh.", know())
    assert not [event for event in reading.events if event.type == "ACCUSE"]


def test_what_how_two_talked_is_called() -> None:
    text = "Rama discussed Libya with the Turkish president in a phone call, his office said."
    assert parties(act(text, "call")) == ("Rama; the Turkish president", "")


def test_talks_to_come_tell_of_no_visit() -> None:
    reading = read("During the one-day visit, Rama will hold talks with the Kenyan president in Nairobi.", know())
    assert not [event for event in reading.events if event.trigger.text == "visit" and event.actors]
