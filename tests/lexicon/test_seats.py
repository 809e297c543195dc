"""Who takes which seat in an act: asked, struck, offered, or only near to it."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.event import Event

_FINE = "The bank paid a fine of two million euros imposed by the regulator."


def _parties(events: tuple[Event, ...], word: str) -> tuple[str, str]:
    (event,) = [event for event in events if event.trigger.text == word]
    return "; ".join(a.text for a in event.actors), "; ".join(a.text for a in event.recipients)


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Under pressure from the miners' union, the ministry backed out of the deal.", "pressure", "the miners' union",
         "the ministry", "who acts under pressure is pressed"),
        ("The ministry, under pressure from the union, backed out.", "pressure", "the union", "The ministry",
         "so is whom a state behind the noun is told of"),
        ("In a letter to President Ali Sy, the senators demanded the release of the reporter.", "demanded",
         "the senators", "Ali Sy", "who is written to is asked, not who is to be released"),
        ("In a message to parliament, the premier urged Chad to leave.", "urged", "the premier", "Chad",
         "unless the verb says whom"),
        ("The monks wrote to the king demanding the release of the reporter.", "demanding", "The monks",
         "the reporter", "who is written to demands nothing"),
        ("At least nine people were killed when shells fired by the army hit a market.", "killed", "the army",
         "nine people", "who did it stands behind 'when'"),
        ("Nine people were wounded and two killed after police opened fire.", "wounded", "police", "Nine people",
         "and it is told of both"),
        ("The United States and South Korea, along with Japan, began naval drills.", "began",
         "United States; South Korea; Japan", "", "set beside the subject, not beside the object"),
        ("The union condemned an attack on Camp Sorun that killed and injured residents.", "injured",
         "", "residents", "both verbs tell of the attack, not of the camp, and an attack is nobody"),
        ("I congratulate all concerned for ending it.", "congratulate", "I", "all", "who they are stands behind"),
        ("The rebels fought off several attacks.", "fought", "The rebels", "", "an attack is nobody"),
        ("The attack was an act of terror against shoppers in Kirkuk.", "attack", "",
         "shoppers", "it is against whom it is said to be"),
        ("The rebels, aided by strong support from Turkey, retook the town.", "support", "Turkey", "The rebels",
         "whom support helps is supported"),
        ("The army destroyed rebel depots in Chad.", "destroyed", "The army", "rebel depots",
         "where a thing is that is struck receives nothing"),
        ("The trucks were destroyed in the vicinity of the airfield.", "destroyed", "", "The trucks",
         "nor does what is near"),
        ("I welcome the news that rebel forces freed the town of Dira.", "welcome", "I",
         "the news that rebel forces freed the town of Dira; rebel forces", "but who did what the news is"),
        ("The premier welcomed the news that the town had been freed.", "welcomed", "The premier",
         "the news that the town had been freed", "not to whom it was done"),
        ("The minister asked the mayor of Lyon not to close the gates.", "asked", "The minister", "the mayor of Lyon",
         "not to do is asked too"),
        ("The Council condemned the attack on a convoy of the Chadian mission in Mali, which killed three guards.",
         "killed", "", "three guards", "what struck a mission killed, not the mission"),
        ("The country suffered a wave of Islamic State-inspired attacks.", "attacks", "", "The country",
         "who only inspired it is no doer"),
        ("Two al-Qaeda-linked bombings killed forty people in Mombasa.", "killed", "", "forty people",
         "nor behind the blow"),
        ("Rebel forces condemned a Saudi-led attack on a clinic.", "attack", "Saudi", "a clinic", "who leads it is"),
        ("The army is engaged in a two-front war.", "war", "The army", "", "a number of fronts is nobody"),
        ("The police shooting of a student sparked protests in Lima.", "protests", "", "police",
         "protests are against whose deed it was"),
        ("The verdict sparked protests in Lima.", "protests", "", "The verdict", "or against what was decided"),
        ("The shooting of Bo Lee sparked protests by students.", "protests", "students", "", "a deed receives none"),
        ("The general took part in the war over Kuwait.", "war", "The general", "", "nobody fights the prize"),
        ("Ana Ruiz, whose campaign was founded on denunciations of the banks, lost.", "denunciations", "Ana Ruiz",
         "the banks", "whose career is built on it does it"),
        ("Per Dahl's refusal to answer questions angered senators.", "refusal", "Per Dahl", "",
         "a thing that is handled receives no refusal"),
        ("Ana Ruiz ran for mayor. Her opposition to the dam won praise from nuns.", "won", "nuns", "Her",
         "opposition towards something is an act, not the body"),
        ("Iran's detention of two tourists strained ties.", "detention", "Iran", "two tourists",
         "whose act it is, where who suffers it stands behind"),
        ("Bo Lee's detention strained ties.", "detention", "", "Bo Lee", "alone it is his who suffers it"),
        ("The union struck a deal with the port. Under the deal, dockers rest.", "deal", "The union; the port", "",
         "what the act was called beside its verb recalls its parties"),
        ("Per Dahl has been dogged by criticism from veterans.", "criticism", "veterans", "Per Dahl",
         "whom it dogs is criticised"),
        ("Protests over the police killing of a student went on in Lima.", "Protests", "", "police",
         "protests over a deed are against its doer"),
        ("Strikes on depots were carried out with the consent of the premier in Lima.", "Strikes", "", "depots",
         "who consents is not struck"),
        ("Chad's criticism of the drills was dismissed by NATO as propaganda.", "dismissed", "NATO", "Chad",
         "whose words are dismissed is rejected, not what they were about"),
        ("We wish a quick recovery to those injured in the attack.", "attack", "", "those injured in the attack",
         "whom it is told to have hurt"),
        ("Nine clerks died in an attack in Kabul.", "attack", "", "Nine clerks", "not only where"),
        ("Two gunmen were killed in the attack.", "attack", "", "", "who may have dealt it himself"),
        ("Nine clerks were killed in clashes in Kabul.", "clashes", "", "", "nor who died between two sides"),
        ("At the request of the governor, Chad sent nurses to Lira.", "request", "the governor", "Chad",
         "who has done it was asked"),
        ("The army trains pilots to fly jets at the request of Mali.", "request", "Mali", "The army",
         "not who is to do it then"),
        ("The bridge was closed at the request of Mali.", "request", "Mali", "", "nobody is told to have been asked"),
        ("Kenya led negotiations among nine states.", "negotiations", "Kenya; nine states", "", "who leads takes part"),
        ("The senator saw negotiations among nine states.", "negotiations", "nine states", "", "who only sees them"),
        ("Ana Ruiz, a critic of the trade deal with Peru, spoke.", "deal", "Peru", "", "its critic is no side of it"),
        ("Pilots left for a deployment to Bagram Air Base.", "deployment", "Pilots", "", "they only go there"),
        ("The French deployment in Mali ended.", "deployment", "French", "Mali", "a country receives troops"),
        ("Russia carried out a military maneuver of 9,000 troops.", "maneuver", "Russia", "", "the troops are its own"),
        ("The advert recalls police criticism of Ana Ruiz's use of a phone.", "criticism", "police",
         "Ana Ruiz's use of a phone", "whose doing is blamed"),
        ("Jets conducted nine strikes using rockets against rebel camps.", "strikes", "Jets", "rebel camps",
         "behind the means is told whom they struck"),
        ("Mali put in place restrictions on foreign charities.", "restrictions", "Mali", "foreign charities",
         "who puts them there"),
        ("Mali paid little for the hack of the bank.", "hack", "Mali", "the bank", "who pays for it did it"),
        ("The EU imposed sanctions on Mali for attacks on shipping.", "attacks", "Mali", "shipping", "it pays for"),
        ("Police arrested nine men for the attack on the bank.", "attack", "", "the bank", "who is only held"),
        ("Kenya mobilised the troops for a battle against the remnants.", "battle", "", "the remnants", "to come"),
        ("Ana Ruiz stressed the need to guard the port under attack from the rebels.", "attack", "the rebels", "",
         "who stresses it is not attacked"),
        ("Many fault the film; it is an insult to all farmers.", "insult", "", "all farmers", "a thing is nobody"),
        ("The minister praised the Oslo deal with Chad.", "deal", "Chad", "", "what it is called by is no side"),
        ("Ana Ruiz's support among farmers has grown.", "support", "farmers", "Ana Ruiz", "they support her"),
        ("During the operation, 16 jets made 22 flights destroying depots.", "operation", "16 jets", "depots",
         "done in it"),
        ("Ana Ruiz's obsession with the bishop is an insult to all farmers.", "insult", "Ana Ruiz", "all farmers",
         "whose the thing is that insults"),
        ("Ana Ruiz cited her endorsements from the unions.", "endorsements", "the unions", "Ana Ruiz",
         "whose they are was endorsed"),
        ("Kenya condemned the use of live rounds against the strikers.", "condemned", "Kenya",
         "the use of live rounds against the strikers", "whom it is used against is not condemned"),
        ("The premier thanked Chad and Mali for their offer to mediate.", "offer", "Chad; Mali", "", "both offer it"),
        ("Turkish jets struck Kurdish depots in northern Iraq.", "struck", "Turkish jets", "Kurdish depots",
         "the country was not struck"),
        ("He welcomed the release of 12 sailors by the Front.", "welcomed", "He",
         "the release of 12 sailors by the Front; the Front", "nor are those welcomed who are let go"),
        ("When Senator Ana Reyes spoke, the governor called her remarks shameful.", "called", "the governor",
         "Ana Reyes", "whose remarks they are is judged"),
        ("Ukraine thanked the council for its support.", "support", "the council", "Ukraine", "who thanks was helped"),
        ("The union praised the council for its support.", "support", "the council", "", "who praises need not be"),
        ("The envoy rejected Somali claims to the island.", "rejected", "The envoy",
         "Somali claims to the island", "whose claims they are, not to what"),
        ("Kenya condemns in the strongest terms both the Front's raid on a market in Kano, and the bombings in Jos.",
         "condemns", "Kenya", "the Front's raid on a market in Kano; the bombings in Jos",
         "what it condemns stands behind how"),
        ("The militia targeted families out shopping for the feast and those celebrating a wedding.", "targeted",
         "The militia", "families; those celebrating a wedding", "a second group, no second feast"),
        ("The president interrupted a discussion with historians.", "discussion", "The president; historians", "",
         "whose verb holds the talks is a side"),
        ("The premier criticised talks with the rebels.", "talks", "the rebels", "", "unless he stands against them"),
        ("Thousands marched through Tbilisi against a bill.", "marched", "Thousands", "a bill", "not against the town"),
        ("Lawmakers brawled in parliament during the debate.", "brawled", "Lawmakers", "", "with each other"),
        ("State media quoted Kim Yo Jong as warning the South.", "warning", "Kim Yo Jong", "the South",
         "who is quoted warns"),
        ("The bank paid a fine to the Danish regulator.", "fine", "", "The bank", "who pays a fine was fined"),
        (_FINE, "fine", "the regulator", "The bank", "by whoever imposed it"),
        ("The president visited the injured men.", "injured", "", "the injured men", "the injured injured nobody"),
        ("Benin offered 2,000 soldiers for the mission.", "offered", "Benin", "", "whom one offers is no partner"),
        ("Armenia offered to return three villages.", "offered", "Armenia", "", "nor is a place without a name"),
        ("The two sides agreed to set up posts on the border.", "agreed", "The two sides", "", "nor is a border"),
        ("The rebels are prepared to sign if the army leaves the town.", "prepared", "The rebels", "the army",
         "who is to fulfil the condition comes before what it is about"),
        ("Japan lodged a protest through its embassy in Beijing.", "lodged", "Japan", "", "by its own embassy"),
        ("The monks marched through the streets of Lima.", "marched", "The monks", "", "nobody is in the streets"),
        ("Nurses walked out on Tuesday, leaving patients untreated.", "walked", "Nurses", "", "what came of it"),
        ("The guards denied him access to a doctor.", "denied", "The guards", "him", "who is denied it comes first"),
        ("The ambassador was summoned to the foreign ministry.", "summoned", "the foreign ministry",
         "The ambassador", "where an envoy is summoned to, he was summoned"),
        ("Ali Sy rejected a Chinese demand that Chad leave.", "rejected", "Ali Sy",
         "a Chinese demand that Chad leave", "the nation before a demand made it"),
        ("The mayor condemned a session boycotted by the union.", "boycotted", "the union",
         "a session boycotted by the union", "the participle's own agent did it"),
        ("The mayor condemned a bill backed by the union.", "condemned", "The mayor", "a bill backed by the union",
         "who backs it did not make it"),
        ("The minister rejected a ban, known as the Lex Oder, on Monday.", "rejected", "The minister", "a ban",
         "what a comma sets off does not tell which one"),
        ("The gang leader threatened in a video to march on the airport.", "threatened", "The gang leader",
         "the airport", "the threat stands behind where it was made"),
        ("Students clashed with police over a bill.", "clashed", "Students; police", "",
         "police fight, whatever it is about"),
        ("The Catholic bishops' conference condemned the raid.", "condemned", "The Catholic bishops' conference",
         "the raid", "a body of bishops"),
        ("A grand jury indicted two of his aides.", "indicted", "A grand jury", "his aides", "who is counted, once"),
        ("The premier called for the rebels to leave the town.", "called", "The premier", "the rebels",
         "who is to do what one calls for is asked"),
        ("Aircraft conducted a raid in support of the army.", "support", "", "the army", "the army supports nobody"),
        ("The committee subpoenaed the company, its chairman and two lawyers.", "subpoenaed", "The committee",
         "the company; its chairman; two lawyers", "the middle one of three"),
        ("The mayor, a former general, and two aides were arrested.", "arrested", "", "The mayor; two aides",
         "unless a comma closes what the first is"),
        ("The union stepped in with money for the miners.", "stepped", "The union", "the miners", "money is no party"),
        ("Rebels blew up a stretch of the pipeline.", "blew", "Rebels", "the pipeline", "a part of it is it"),
        ("A lawmaker urged retaliation on Russia.", "urged", "A lawmaker", "", "what is asked for receives nothing"),
        ("The minister urged the operator to wait.", "urged", "The minister", "the operator", "who is to wait"),
        ("The union demanded an end to the war.", "demanded", "The union", "", "nor does what is to end"),
        ("The soldiers withdrew under enemy fire.", "fire", "enemy", "The soldiers", "the enemy fired"),
        ("The senator unveiled a list of endorsements from three unions.", "endorsements", "three unions",
         "The senator", "who shows them was endorsed"),
        ("Two more were arrested in Lyon.", "arrested", "", "Two more", "who is counted, not where it was"),
        ("All were deported to Niger on Friday.", "deported", "", "All", "nor where to"),
        ("Police charged the crowd. Several were beaten.", "beaten", "", "Several", "those told of before"),
        ("Soldiers shot several of them.", "shot", "Soldiers", "several", "as an object too"),
        ("About 30 were arrested in Minsk.", "arrested", "", "About 30", "the count keeps its words"),
        ("The attack that the rebels launched on the town killed nine.", "attack", "the rebels", "the town",
         "a clause says whose attack it was, and on whom"),
        ("Mali lifted the bans it imposed on six officials.", "imposed", "Mali", "six officials", "whose they are"),
        ("The mayor survived an attack by rebels.", "attack", "rebels", "The mayor", "who lives on was attacked"),
        ("A man who was hurt during Monday's clash with police at the mine has died.", "clash", "A man; police", "",
         "a day fights nobody"),
        ("Army jets conducted nine strikes in Mali using drones against rebel camps.", "strikes", "Army jets",
         "rebel camps", "what is struck hangs on the tool"),
        ("The army announced deployments in the Northern Command.", "deployments", "The army", "", "a body's area"),
        ("Kenya is expected to send medics to train pilots at the request of Mali.", "request", "Mali", "Kenya",
         "who is to send those who are to do it"),
        ("Kenya opposed Peru's purchase of the South Sea Isles.", "opposed", "Kenya",
         "Peru's purchase of the South Sea Isles", "whose deed it is, not what it is done to"),
        ("Kenya's army is training crews to fly drones at the request of Chad.", "request", "Chad", "Kenya's army",
         "not who is trained"),
        ("Uganda has opened its doors to nine million South Sudanese.", "opened", "Uganda",
         "South Sudanese", "an adjective behind a count is people"),
        ("Denmark gave ten million kroner in military aid to Chad.", "gave", "Denmark", "Chad",
         "what money is given in goes with the money"),
        ("The envoy was in Juba for talks with the rebels.", "talks", "The envoy; the rebels", "",
         "who is somewhere for talks holds them"),
        ("Nurses treated patients in Renk.", "treated", "Nurses", "patients", "whom an act names is no audience"),
        ("The bishop condemned Christian extremism.", "condemned", "The bishop", "Christian extremism",
         "a faith's adjective names nobody"),
        ("We will continue to strike ISIL targets.", "strike", "We", "ISIL targets", "what goes on is an act"),
    ],
)  # fmt: skip
def test_each_party_in_its_seat(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert _parties(read(text, know()).events, word) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The chief apologised to the journalists' alliance.", ["CONCEDE"], "a body of journalists allies nobody"),
        ("The bishops' conference met in Lima.", [], "nor does it confer"),
        ("The premier pledged to pull troops out of Chad.", ["CONCEDE", "RETREAT"], "what is pledged is an act too"),
        ("The police released some of the footage.", [], "nobody is set free"),
        ("Chad and Mali signed the accord on Sunday.", ["SUPPORT"], "what is signed recalls no other signing"),
        ("The incident in Homs was a fire.", [], "what only recalls tells of nothing"),
        ("The police charged on Monday.", [], "who charges nobody accuses nobody"),
        ("The general ordered the attack on the village.", ["ASSAULT"], "to order an attack is no call for one"),
        ("Rebels attacked Gao. He recalled the 9/11 attacks.", ["ASSAULT"], "others, by their number"),
        ("Rebels attacked Gao. He recalled the 7/7 attacks.", ["ASSAULT"], "by whatever label the number has"),
        ("Lira struggles after shooting.", [], "a town that suffers it shoots nobody"),
        ("Bo Lee was a broker of the Oslo peace agreement.", [], "nor does who brokered it sign it"),
    ],
)
def test_which_acts(text: str, types: list[str], why: str) -> None:
    assert [event.type for event in read(text, know()).events] == types, why


@pytest.mark.parametrize(
    ("text", "owner", "why"),
    [
        ("The coalition conducted strikes near Mosul. Later three strikes killed four clerks.", "coalition",
         "whose strikes they are was told before"),
        ("Israel carried out strikes on Tyre. Lebanon carried out strikes on Haifa. A strike killed a clerk.", None,
         "unless two dealt such blows"),
        ("A bombing killed four clerks. In 2015 a bombing by the Front killed six.", None, "one told later is another"),
        ("Gunmen attacked a bus near Kaya. The attack killed nine people.", "Gunmen", "a verb tells whose it is, too"),
        ("Gunmen attacked a bus. An attack near Gao killed nine people.", None, "but of this one only"),
        ("The army denied that it had attacked Kaya. The attack killed nine people.", None, "and if it was done"),
        ("Gunmen attacked a bus. An attack on a clinic was reported later. The attack killed nine people.", None,
         "nobody knows whose the last one was"),
    ],
)  # fmt: skip
def test_whose_blows_they_are(text: str, owner: str | None, why: str) -> None:
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    doers = next(event for event in reading.events if event.trigger.text == "killed").actors
    assert [names.get(doer.entity or "") for doer in doers] == ([owner] if owner else []), why


def test_a_blow_named_again_has_its_doer() -> None:
    reading = read("Gunmen attacked a bus near Kaya. The attack killed nine people.", know())
    (attack,) = [event for event in reading.events if event.trigger.text == "attack"]
    assert [party.text for party in attack.actors] == ["Gunmen"], "told a sentence before"


@pytest.mark.parametrize(
    ("text", "doer", "why"),
    [
        ("The army shelled Lira on Monday. Aid groups condemned the shelling.", "army", "whose it is was told before"),
        ("Police arrested Ali Sy. Lawyers condemned the arrest.", "Police", "so is whose arrest it was"),
        ("Police detained Ali Sy. Lawyers condemned the arrest.", "Police", "by another word right behind it"),
        ("North Korea launched two missiles. Lawyers condemned the launch.", "North Korea", "or by a noun of no act"),
        ("Police arrested Ali Sy. Lawyers condemned the budget.", None, "but not whose budget"),
        (
            "Police confiscated nine guns. Lawyers condemned the conflict.",
            None,
            "nor by letters that two words begin with",
        ),
    ],
)
def test_who_did_what_is_condemned(text: str, doer: str | None, why: str) -> None:
    reading = read(text, know())
    (judged,) = [event for event in reading.events if event.trigger.text == "condemned"]
    names = {entity.id: entity.name for entity in reading.entities}
    assert [names.get(party.entity or "") for party in judged.recipients] == [doer], why


def test_a_noun_that_recalls_an_act_has_its_parties() -> None:
    reading = read("Police arrested Ali Sy. Lawyers condemned the arrest.", know())
    (arrest,) = [event for event in reading.events if event.trigger.text == "arrest"]
    assert [p.text for p in (*arrest.actors, *arrest.recipients)] == ["Police", "Ali Sy"], "told a sentence before"
