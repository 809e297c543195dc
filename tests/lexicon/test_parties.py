"""Who does what to whom where the parties stand apart from their act, or where others stand nearer to it."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.event import Event


def _act(text: str, word: str) -> Event:
    (event,) = [event for event in read(text, know()).events if event.trigger.text == word]
    return event


def _parties(event: Event) -> tuple[str, str]:
    return "; ".join(a.text for a in event.actors), "; ".join(a.text for a in event.recipients)


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("In April the dam was captured by the rebels after several days of fighting that saw 40 soldiers killed.",
         "killed", "the rebels", "40 soldiers", "who won the fighting killed them in it"),
        ("She recalled the manager being rude, even insulting the customers.", "insulting", "the manager",
         "the customers", "a clause on one who is something has him for its doer"),
        ("Unions were at the forefront of denouncing the junta.", "denouncing", "Unions", "the junta",
         "who is at something does it"),
        ("Reporters face the risk of being jailed by the regime.", "jailed", "the regime", "Reporters",
         "what one risks is done to one, not to the risk"),
        ("The rebels held the town. Bo Dahl, one of the rebels, was involved in their retaking of Mosul.", "retaking",
         "their", "Mosul", "whose capture it is, where it is not his who takes part"),
        ("States that have recognised the council include Ghana and Mali.", "recognised", "Ghana; Mali", "the council",
         "they are named behind the verb"),
        ("States that have recognised the council include many.", "recognised", "States", "the council",
         "or nobody is"),
        ("The envoy met bankers based in Lagos, graduates of Oxford and teachers from Kano.", "met",
         "The envoy; bankers; graduates of Oxford; teachers", "", "more people go with people, not with their town"),
        ("The army bombed rebels hiding in Homs and villages nearby.", "bombed", "The army", "rebels",
         "villages go with the town"),
        ("The Council condemned the attacks, including one in Gao claimed by Ansar Dine that targeted mourners.",
         "targeted", "Ansar Dine", "mourners", "who claims it did what it did"),
        ("The Danish frigate joined a multinational task force.", "joined", "The Danish frigate",
         "a multinational task force", "a ship joins for itself"),
        ("He fled after killing the guard.", "killing", "He", "the guard", "a gerund with an object is his"),
        ("The militia seized two tanks from Aba Air Base.", "seized", "The militia", "two tanks; Aba Air Base",
         "a base is robbed of what is taken from it"),
        ("The senator called for steep tariffs on goods from China.", "called", "The senator", "China",
         "from where the goods come"),
        ("Brazil was balking at Peru's slow colonization of the Acre.", "balking", "Brazil",
         "Peru's slow colonization of the Acre", "whose doing it is, not where"),
        ("Both parties have opposed a trade deal with countries of the Gulf.", "opposed", "Both parties",
         "a trade deal with countries of the Gulf", "with whom it is only says which it is"),
        ("Both parties have opposed a trade deal with Iran.", "opposed", "Both parties",
         "a trade deal with Iran; Iran", "but a name is a party"),
        ("Silva denied it. When pressed by Dahl about it, his best response was silence.", "pressed", "Dahl", "his",
         "who pressed him is not he"),
        ("The drivers filed a complaint with the port board against Tarvex.", "filed", "The drivers", "Tarvex",
         "who hears a complaint is not complained of"),
        ("The party filed a complaint with the bar council, claiming that Ana Ruiz broke the rules.", "filed",
         "The party", "Ana Ruiz", "of whom somebody complains is told behind it"),
        ("The union complained to the UN about the treatment of Somali detainees.", "complained", "The union",
         "the treatment of Somali detainees", "they are not to blame for it"),
        ("The king accused his brother of hiding debts from the banks.", "accused", "The king", "his brother",
         "whom one blames may be one's own"),
        ("The minister was forced to resign by the army on Friday.", "forced", "the army", "The minister",
         "who has it done"),
        ("The minister was forced to resign by the army on Friday.", "resign", "The minister", "",
         "... and has nothing done to him"),
        ("Nurses demanded that the senator's campaign stop.", "demanded", "Nurses", "the senator", "whose it is"),
        ("Chad and Mali agreed to fight the rebels.", "agreed", "Chad; Mali", "", "whom friends are to fight"),
        ("Chile proposed to Mali a review of Peru's debt.", "proposed", "Chile", "Mali",
         "whose a thing is that is only proposed"),
        ("Chad sent troops from Mali.", "sent", "Chad", "", "from where they come is not whom they are sent against"),
        ("Nurses protested in Lima on Monday. After two weeks of protests the minister resigned.", "protests", "Nurses",
         "", "what has lasted is what was told of"),
        ("Chad suspended aid on Monday. Mali suspended talks in answer to the suspension.", "suspension", "Chad", "",
         "what is answered is another's"),
        ("Peru called for more aid for the camps.", "called", "Peru", "", "who gains by it is asked nothing"),
        ("Peru backed the UN call for a truce.", "backed", "Peru", "the UN call for a truce",
         "whose words they are stands before them"),
        ("Peru criticised the Middle East plan.", "criticised", "Peru", "the Middle East plan",
         "... but no region makes any"),
        ("The bank proposed to Chad a state fund.", "proposed", "The bank", "Chad",
         "what stands before its noun is no party"),
        ("Soldiers arrested eleven Syrians in a raid on a camp near Arsal.", "raid", "Soldiers", "a camp",
         "who does something in the course of it"),
        ("The rebels claimed responsibility for the bombing of a mosque.", "bombing", "The rebels", "a mosque",
         "who claims it"),
        ("Chad, backed by French air strikes, retook Faya.", "strikes", "French", "", "who is helped is not struck"),
        ("Guests included Ali Sy, who signed the law, and his wife.", "signed", "Ali Sy", "the law",
         "who is joined behind the clause did not do it"),
        ("Oslo reaffirmed its commitment to defeating the rebels.", "reaffirmed", "Oslo", "", "whom friends fight"),
        ("Peru vowed to form a task force.", "vowed", "Peru", "", "what is to be set up is not there yet"),
        ("Miners demanded an end to the detention of union leaders.", "demanded", "Miners", "",
         "those who suffer it are asked nothing"),
        ("Ana Ruiz complains about the lack of money for villages.", "complains", "Ana Ruiz", "",
         "nor are those blamed who would gain"),
        ("Chad condemned a raid that left nine dead and appealed to the UN for help.", "appealed", "Chad", "the UN",
         "who says something goes on to say more"),
        ("The mayor met the miners who blocked the road and accused the firm of fraud.", "accused",
         "the miners", "the firm", "who said nothing before does not"),
        ("Oslo is committed to destroying the rebels.", "committed", "Oslo", "", "nobody agrees with an enemy"),
        ("Thousands of teachers rallied in Yerevan.", "rallied", "Thousands of teachers", "", "a town is no addressee"),
        ("Miners stopped work at the gold mine.", "stopped", "Miners", "the gold mine", "a mine is whose work it is"),
        ("Rebels opened fire in Bunia.", "opened", "Rebels", "Bunia", "a town that is shot at is"),
        ("Chad suspended the talks in Doha.", "suspended", "Chad", "", "where talks are held is no party to them"),
        ("The attack killed three guards and wounded six.", "attack", "", "three guards; six", "all whom it hit"),
        ("A cyberattack crippled two banks.", "cyberattack", "", "two banks", "what it hits by a verb that is no act"),
        ("A wave of cyberattacks hit two banks.", "cyberattacks", "", "two banks", "behind a noun that counts"),
        ("The deal between Chad, led by Ali Sy, and Mali held.", "deal", "Chad; Mali", "", "behind who leads one"),
        ("Talks between the rebels, who hold Goma, and the army failed.", "Talks", "the rebels; the army", "",
         "and behind a clause"),
        ("Fighting between Chad, a neighbour, and Mali has displaced thousands.", "Fighting", "Chad; a neighbour; Mali",
         "", "a gerund with both sides behind it is a noun"),
        ("The UN accused the army, which denies it, of killing nine villagers.", "killing", "the army",
         "nine villagers", "the accused is charged with it, not who accuses"),
        ("The general, accused of war crimes by the UN, met Ali Sy.", "accused", "the UN", "The general",
         "who accuses stands behind the crimes"),
        ("The editor, along with six aides, was charged with treason.", "charged", "", "The editor; six aides",
         "who goes with the one it is done to"),
        ("The party, which swept the vote, called on the army to free all prisoners.", "called", "The party",
         "the army", "a subject has its verb behind a clause"),
        ("Rebels took the port after a week of fighting that saw 40 soldiers killed.", "fighting", "Rebels",
         "40 soldiers", "who takes a place after a battle fought it, against whom it killed"),
        ("Villagers fled after clashes that killed nine clerks.", "clashes", "", "nine clerks",
         "who flees after it did not"),
        ("He recalled the plight of the Rohingya at the hands of the junta.", "plight", "the junta", "Rohingya",
         "in whose hands, across the verb"),
        ("The widow wants justice for the death of two farmers at the hands of the police.", "death", "the police",
         "two farmers", "and from the last noun of a phrase"),
        ("The navy shelled the camp in tandem with Kenyan police.", "shelled", "The navy; Kenyan police", "the camp",
         "with whom by a noun"),
        ("Jets conducted nine flights using rockets against rebel targets.", "using", "Jets", "rebel targets",
         "a crew acts, not its flights"),
        ("The gang wants to sow discord among the Lebanese.", "sow", "The gang", "Lebanese",
         "a noun that looks like a verb"),
        ("The EU imposed sanctions on nine officials for supplying drones to Mali.", "supplying", "nine officials",
         "Mali", "for what somebody is punished he has done"),
        ("Six shells of them hit a school.", "hit", "Six shells of them", "a school", "no owner of theirs"),
        ("The navy denied targeting medical facilities.", "targeting", "The navy", "medical facilities", "a target"),
        ("Norway's envoy was recalled from Baku.", "recalled", "Norway", "Baku", "whose envoy it is calls him back"),
        ("A couple from Lyon was abducted by gunmen.", "abducted", "gunmen", "A couple", "two people"),
        ("The stock exchange sued an automaker.", "sued", "The stock exchange", "an automaker", "bodies by trade"),
        ("Clashes between soldiers and armed men erupted in Goma.", "Clashes", "soldiers; armed men", "",
         "two sides fight each other, not the town"),
        ("He welcomed the deal between the Kingdom of Chad, led by Ali Sy, and Mali.", "deal",
         "the Kingdom of Chad; Mali", "", "also behind a longer name"),
        ("The rebels killed nine clerks and injured scores of others.", "injured", "The rebels", "scores of others",
         "a verb that looks like a participle before its noun"),
        ("Chad and Mali agreed to keep the road open.", "agreed", "Chad; Mali", "", "a road is no third party"),
        ("Peru took in nine Chadians deported by Mali.", "deported", "Mali", "Chadians",
         "whom it tells of, not who took them in"),
        ("Mali will send troops north under a deal with Chad.", "deal", "Mali; Chad", "", "who acts under it made it"),
        ("The miners lifted a blockade of the highway between La Paz and Oruro.", "lifted", "The miners", "the highway",
         "towns with a road between them are no parties"),
        ("Medics evacuated the wounded.", "evacuated", "Medics", "the wounded", "an adjective for those who are so"),
        ("Mali stands in the way of saving lives.", "saving", "", "lives", "who hinders it does not do it"),
        ("Prosecutors opened an inquiry. They searched his home.", "searched", "They", "his home",
         "a pronoun answers what is asked of whom it stands for"),
        ("The police blamed the attack on a militia.", "attack", "a militia", "", "on whom it is blamed struck"),
        ("Nine died and scores were hurt in fighting between farmers and herders.", "fighting", "farmers; herders", "",
         "a gerund between two sides is a noun"),
        ("Chad, at war with the rebels since May, kept silent.", "war", "Chad; the rebels", "",
         "a state told of the noun before it"),
        ("Two million people live in Goma, a town under siege by the militia.", "siege", "the militia", "a town",
         "and who suffers it"),
        ("Japan sent two ships to joint drills with Chile.", "drills", "Japan; Chile", "", "who sends takes part"),
        ("The embassy advised its citizens to avoid Lima.", "advised", "The embassy", "its citizens",
         "whom one asks is a party though one's own"),
        ("Ali Sy offered to resume talks if it stopped recruiting children.", "offered", "Ali Sy", "",
         "a condition that a pronoun is to fulfil concerns nobody else"),
        ("Protesters set an office ablaze and looted shops.", "looted", "Protesters", "shops",
         "a past goes on with a past, not with a state"),
        ("The group said 83 people were arrested and urged Chad to free them.", "urged", "The group", "Chad",
         "who was arrested asks for nothing"),
        ("Gunmen opened fire on peasants occupying a farm, killing five, an official said Monday.", "killing", "Gunmen",
         "five", "what those struck did meanwhile killed nobody"),
        ("Chad and Mali, which also claim parts of the sea, called on both sides to show restraint.", "called",
         "Chad; Mali", "both sides", "a past behind a clause is no participle"),
        ("The blast killed nine and injured scores.", "injured", "", "scores", "a number without a noun"),
        ("Serbian, Hungarian and Azerbaijani delegates met in Baku.", "met",
         "Serbian, Hungarian and Azerbaijani delegates", "", "all the nations before one noun"),
        ("The minister stopped short of criticising Israel.", "criticising", "The minister", "Israel",
         "who stops short of it is who does not do it"),
        ("Two brigades traded fire along the border, killing nine people.", "traded", "Two brigades", "",
         "whom the fire killed did not shoot"),
        ("The army took the town from Fano fighters on Sunday after two days of fighting.", "fighting",
         "The army; Fano fighters", "", "who lost a town fought too"),
        ("Police seized a tanker on suspicion that it had cut a cable linking Chad and Mali.", "seized", "Police",
         "a tanker", "a ship is a party, and where a cable runs is none"),
        ("The mayor asked for help to stop the flow of guns from Lyon.", "asked", "The mayor", "",
         "where guns come from is not asked"),
        ("Nine men were kidnapped by villagers and released later.", "released", "", "Nine men",
         "what needs an object goes on with the passive"),
        ("U.S. forces struck ten boats that Chad says were carrying drugs, killing 43 people.", "killing",
         "U.S. forces", "43 people", "what the boats did meanwhile killed nobody"),
        ("Ali Sy said that it was shameful and asked the European Union to react.", "asked", "Ali Sy",
         "the European Union", "what is shameful asks for nothing"),
        ("Lima's mayor, Ana Paz, declared martial law, banned trucks from the city and offered a reward.", "declared",
         "Lima's mayor", "", "the first of three verbs has the subject"),
        ("Uganda released two others on Friday.", "released", "Uganda", "two others", "others are people"),
        ("Rival groups fought with heavy weapons in Tripoli.", "fought", "Rival groups", "",
         "a town in which others fight is not fought"),
        ("Beijing has advised its citizens not to travel to Chad and banned exports of tin.", "banned",
         "Beijing", "tin",
         "a perfect goes on with a perfect, not with an infinitive"),
        ("China deployed destroyers, bombers and rocket units.", "deployed", "China", "", "what is sent is no target"),
        ("Armed men attacked a passenger bus outside Djibo.", "attacked", "Armed men", "a passenger bus",
         "the town is where the bus was"),
        ("Julio Arana resigned on Tuesday over the deaths of two protesters.", "resigned", "Julio Arana", "",
         "over whom one resigns receives nothing"),
        ("A court sentenced 25 civilians to prison terms of ten years for attacking an army camp.", "attacking",
         "25 civilians", "an army camp", "who is punished for it did it"),
        ("The miners said they would lift the blockade if the detainees were released.", "lift", "The miners", "",
         "who is freed fulfils no condition"),
        ("North Korea, whose soldiers fought in Kursk, sent an envoy.", "fought", "whose soldiers", "",
         "who has soldiers is not fought by them"),
        ("The plan to send troops to Niger was rejected by the Senate.", "send", "", "Niger",
         "who rejects a plan does not carry it out"),
        ("Pirates boarded a Malta-flagged tanker.", "boarded", "Pirates", "a Malta-flagged tanker",
         "a flag is no party"),
        ("Clashes between the army and rebels have displaced 9,000 people.", "displaced", "the army; rebels",
         "9,000 people", "who fights drives people out"),
        ("Other unions, including Arla and the Lima Dockers, have backed Ruiz.", "backed",
         "Other unions; Arla; the Lima Dockers", "Ruiz", "some of them by name"),
        ("Ana Silva, like Omar Ruiz, has urged Chile to wait.", "urged", "Ana Silva; Omar Ruiz", "Chile",
         "who does the same"),
        ("A leader like Omar Ruiz has backed Chile.", "backed", "A leader", "Chile",
         "a kind of leader is no second one"),
        ("Ana Silva blamed police killings on poor training.", "blamed", "Ana Silva", "poor training",
         "what is explained is not to blame"),
        ("The union called for the repeal of Obamacare.", "called", "The union", "",
         "what is to be done away with is asked nothing"),
        ("The party backed the idea of a woman leading Chile.", "backed", "The party", "the idea of a woman",
         "who would do what is thought of is no party to it"),
        ("The bank sued Reno, Nev., police officer Dan Reed.", "sued", "The bank", "Dan Reed",
         "a town and state before an office tell from where he is"),
        ("Three Liberals, Ana Silva of Ohio, Per Dahl and Jo Ek, criticised Chile.", "criticised",
         "Ana Silva; Per Dahl; Jo Ek", "Chile", "who is named behind a party's members"),
        ("Peacekeepers are accused of hurting civilians they were sent to protect.", "sent", "Peacekeepers",
         "civilians", "whom the open infinitive is of stands before the clause"),
        ("Omar Ruiz is a cheat, bigot and liar who has insulted women.", "insulted", "Omar Ruiz", "women",
         "what somebody is called does nothing"),
        ("Police arrested a man they say killed two women.", "killed", "a man", "two women",
         "who tells of it inside the clause did not do it"),
        ("The race tightened, with Ana Silva — who is backed by Arla — accusing Omar Ruiz of lying.", "accusing",
         "Ana Silva", "Omar Ruiz", "behind a remark on her"),
        ("Omar Ruiz met with Ana Silva — who is backed by Arla — accusing her of lying.", "accusing", "Omar Ruiz",
         "Ana Silva", "... whom he met does not"),
        ("It was a clerk who insulted the women.", "insulted", "a clerk", "the women", "... but a pronoun is nobody"),
    ],
)  # fmt: skip
def test_whose_act_it_is(text: str, word: str, doers: str, others: str, why: str) -> None:
    """The words of both parties."""
    assert _parties(_act(text, word)) == (doers, others), why


def test_who_flees_fighting_that_killed_others_does_not_fight() -> None:
    """A gerund of which a clause tells is a noun."""
    events = read("Villagers fled after fighting that killed nine clerks.", know()).events
    assert [event.trigger.text for event in events] == ["fled", "killed"]


@pytest.mark.parametrize(
    ("text", "word", "status", "why"),
    [
        ("The army withdrew from the town as demanded by the rebels.", "withdrew", "happened", "as was asked of it"),
        ("The army has not freed the men as promised by its chief.", "freed", "not_happened", "nor was this"),
        ("The rebels demanded that the army withdraw from the town.", "withdraw", "hypothetical", "a demand alone"),
        ("The army will not withdraw and rejects the pact.", "rejects", "ongoing", "in a tense of its own"),
    ],
)
def test_what_was_asked_for_may_have_taken_place(text: str, word: str, status: str, why: str) -> None:
    assert _act(text, word).factuality.status == status, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The website encourages readers to share photos.", [], "a medium speaks to its own"),
        ("The policy towards hostile regimes failed.", [], "who is called hostile has done nothing that is told of"),
        ("The president dropped a bill that would shield ministers.", ["CONCEDE"], "who drops a bill shields nobody"),
        ("A farmer shot himself in the market.", [], "who does it to himself strikes nobody"),
        ("Gunmen killed Ana Ruiz on Monday. The death of Bo Lee is unsolved.", ["ASSAULT"], "another's death"),
        ("Gunmen shot at tourists.", ["ASSAULT"], "force is told of whoever suffers it"),
        ("The command plans to hold two staff days in May.", [], "what one plans for nobody else"),
        ("The king plans to visit Tokyo in May.", ["AGREE"], "but others may be concerned"),
        ("The envoys plan to meet in May.", ["AGREE"], "or several plan it"),
        ("Support for the premier fell in May.", [], "a standing with nobody who is told of"),
        ("Peru's support for the premier fell in May.", ["SUPPORT"], "but with whose it is"),
        ("A nun handcuffed herself to the gate.", [], "who does it to herself arrests nobody"),
        ("Officers handcuffed a nun.", ["COERCE"], "but others do"),
        ("Pressed on the cost, the mayor said it was high.", [], "a reporter asks, and no party"),
        ("Pressed by Chad on the cost, the mayor said it was high.", ["REQUEST"], "unless one is named"),
        ("The envoy was pressed on the raid and replied that it was wrong.", [], "nor where the answer is joined"),
        ("The envoy was pressed on the raid and left.", ["REQUEST"], "who gives none was pressed all the same"),
        ("The premier was backed by 42 percent of voters.", [], "a share of those asked is a figure"),
        ("The premier was backed by the miners.", ["SUPPORT"], "who is told of backs him"),
        ("Peru's sanctions are pushing the regime toward a vote.", ["COERCE"], "a means says nothing"),
        ("Peru is pushing the regime toward a vote.", ["REQUEST"], "who uses it does"),
    ],
)
def test_everyday_dealings_are_no_politics(text: str, types: list[str], why: str) -> None:
    assert [event.type for event in read(text, know()).events] == types, why


@pytest.mark.parametrize(
    ("text", "word", "kind", "low", "high", "why"),
    [
        ("Four guards and at least nine inmates were killed.", "killed", "killed", 13, None, "both counts together"),
        ("At least 17 people died when armed men attacked a bus.", "attacked", "killed", 17, None, "of whom it tells"),
        ("Latvia expelled two Russian diplomats.", "expelled", "displaced", None, None, "an envoy is not driven out"),
        ("Chad expelled 900 refugees.", "expelled", "displaced", 900, 900, "refugees are"),
    ],
)
def test_how_many(text: str, word: str, kind: str, low: int | None, high: int | None, why: str) -> None:
    claim = getattr(_act(text, word).numbers, kind)
    assert ((claim.low, claim.high) if claim else (None, None)) == (low, high), why


@pytest.mark.parametrize(
    ("text", "word", "when", "why"),
    [
        ("A raid killed nine people and injured dozens on Sunday.", "killed", "Sunday", "one blow, told twice"),
        ("Both sides should respect the 2018 peace agreement.", "respect", None, "the pact's year, not the act's"),
    ],
)
def test_when(text: str, word: str, when: str | None, why: str) -> None:
    reading = read(text, know())
    (event,) = [event for event in reading.events if event.trigger.text == word]
    words = {time.id: time.text for time in reading.times}
    assert (words[event.time] if event.time else None) == when, why


@pytest.mark.parametrize(
    ("text", "word", "party", "name", "why"),
    [
        ("Kenyan jets struck two Al-Shabaab depots.", "struck", "Kenyan jets", "Kenya", "whose craft they are"),
        ("Turkey shelled PKK positions in Iraq.", "shelled", "PKK positions in Iraq", "PKK", "the body before a thing"),
        ("Turkey said it shelled U.S. positions.", "shelled", "U.S. positions", "U.S.", "... or a state struck"),
        ("Peru condemned Chile's seizure of the boat.", "condemned", "Chile's seizure of the boat", "Chile",
         "whose deed it is"),
        ("Chad condemned the Taliban attack on a school.", "condemned", "the Taliban attack on a school", "Taliban",
         "... by the body before it"),
        ("Police seized Ana Ruiz's computer.", "seized", "Ana Ruiz's computer", "Ana Ruiz", "an owner"),
        ("Marchers condemned Bo Lee's murder.", "condemned", "Bo Lee's murder", "", "who has suffered it"),
        ("Ana Ruiz defended her own record.", "defended", "her own record", "", "nobody defends himself by his own"),
        ("Senators rejected the Iran deal.", "rejected", "the Iran deal", "", "what it is about"),
        ("The navy seized a Chinese trawler.", "seized", "a Chinese trawler", "Chinese trawler", "a trade's own craft"),
        ("Rebels attacked Gao. Chad condemned their attack.", "condemned", "their attack", "Rebels", "by a word"),
        ("Chad rejected the Malian proposal.", "rejected", "the Malian proposal", "Mali", "whose word it is"),
        ("Norway seized Malian oil.", "seized", "Malian oil", "Mali", "whose property"),
        ("A drone entered Danish and Norwegian airspace.", "entered", "Norwegian", "Norway", "each of two"),
        ("Europe is rich. Chad defended European security.", "defended", "European security", "Europe", "a region"),
        ("Republicans met. Strong Republican support for the bill helped it.", "support", "Republican", "Republicans",
         "a party"),
        ("Chad praised the Armenian Genocide Museum.", "praised", "the Armenian Genocide Museum",
         "Armenian Genocide Museum", "a name's own word"),
        ("Chinese government subsidies to the firm ended.", "subsidies", "Chinese government", "Chinese government",
         "and not China too"),
        ("Chad took part in a Russian-African summit.", "took", "a Russian-African summit", "", "it has two of them"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_thing(text: str, word: str, party: str, name: str, why: str) -> None:
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    (event,) = [event for event in reading.events if event.trigger.text == word]
    assert {a.text: names.get(a.entity or "", "") for a in (*event.actors, *event.recipients)}[party] == name, why
