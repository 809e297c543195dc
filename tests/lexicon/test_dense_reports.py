"""Who did what to whom in the long sentences and the headings of news agencies."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "others", "why"),
    [
        (
            "The court jailed an editor convicted of insulting the king, defying the European Union.",
            "defying",
            "The court",
            "the European Union",
            "also where it was for an act of his own",
        ),
        (
            "Parliament overrode a veto of a law on aid receiving foreign funds, ignoring the European Union.",
            "overrode",
            "Parliament",
            "a veto of a law on aid",
            "whom the next act concerns, the first does not",
        ),
        (
            "The militia swept through villages, kidnapping nine nuns.",
            "kidnapping",
            "The militia",
            "nine nuns",
            "a participle that is spelled like the noun is a verb",
        ),
        (
            "The attack of the rebels on the garrison failed to dislodge it.",
            "attack",
            "the rebels",
            "the garrison",
            "of whom it is, where it is told on whom it fell",
        ),
        (
            "The bombing of the market by the air force angered Baghdad.",
            "bombing",
            "the air force",
            "the market",
            "else on whom it fell",
        ),
        ("The strikes of the coalition on the port went on.", "strikes", "the coalition", "the port", "... of strikes"),
        ("Gaza saw its heaviest bombardment in weeks.", "bombardment", "", "Gaza", "the place that saw it suffered it"),
        ("Reporters saw a bombardment.", "bombardment", "", "", "who looked on did not"),
        ("Rebels seized the port in the first weeks of the war.", "war", "", "", "it only says when"),
        (
            "Turkey with Qatar mediated a truce.",
            "mediated",
            "Turkey; Qatar",
            "a truce",
            "two names that do it together",
        ),
        (
            "The president, accompanied by his foreign minister, met the emir in Doha.",
            "met",
            "The president; his foreign minister; the emir",
            "",
            "who goes along meets him too",
        ),
        (
            "The governor said the nuns had lied, a remark condemned by the bishops.",
            "condemned",
            "the bishops",
            "The governor",
            "whose words they were",
        ),
        (
            "Kenya accused Somali militants of shelling a town. The militants rejected the accusation.",
            "rejected",
            "The militants",
            "Kenya",
            "who had accused them",
        ),
        (
            "Kenya accused Somali militants of shelling a town. Chad rejected the plan.",
            "rejected",
            "Chad",
            "the plan",
            "a plan is no charge",
        ),
        (
            "The bishops condemned a decree issued by the junta in May.",
            "condemned",
            "The bishops",
            "the junta",
            "who issued it",
        ),
        (
            "Norway condemned the trial of the editor.",
            "condemned",
            "Norway",
            "the trial of the editor",
            "not whom it was done to",
        ),
        (
            "The emirate pledged $200 million in humanitarian assistance.",
            "pledged",
            "The emirate",
            "",
            "what it is given in is nobody",
        ),
        ("Latvia sent a planeload of food to the border.", "sent", "Latvia", "", "a border eats nothing"),
        ("The two groups observed a truce in the area.", "observed", "The two groups", "", "nor is an area at peace"),
        ("Agents made nine arrests at the Hartley Motel.", "arrests", "Agents", "", "nobody arrests a motel"),
        (
            "The EU granted the country candidate status.",
            "granted",
            "The EU",
            "the country",
            "the kind of status is nobody",
        ),
        (
            "China, an ally of the junta that brokered a truce in January, began drills.",
            "brokered",
            "China",
            "a truce",
            "who is called so, by his name",
        ),
        (
            "Norway demanded that the editors be freed.",
            "demanded",
            "Norway",
            "",
            "those to be freed are not asked to do it",
        ),
        (
            "Norway demanded that the junta free the editors.",
            "demanded",
            "Norway",
            "the junta",
            "who is to free them is",
        ),
        (
            "Police arrested 40 students, among them the union's leader, Awa Diop.",
            "arrested",
            "Police",
            "40 students; the union's leader",
            "who is named as one of them",
        ),
        (
            "Police surrounded a house in which the rebels had hidden and arrested their chief.",
            "arrested",
            "Police",
            "their chief",
            "what had been done before is closed",
        ),
        (
            "Soldiers shelled villagers who had fled to a school, and later arrested nine of them.",
            "arrested",
            "Soldiers",
            "nine of them",
            "nobody arrests some of himself",
        ),
        (
            "Pereira spoke to supporters outside the assembly, which police had sealed off.",
            "sealed",
            "police",
            "the assembly",
            "people are no which, by a noun too",
        ),
        (
            "Ali Sy, a former editor deported from Chad in May after serving a sentence, sued the state.",
            "deported",
            "Chad",
            "Ali Sy",
            "a past behind a noun is a participle",
        ),
        (
            "Kosovo, recognised by 100 states but not by Russia or China, applied to join the council.",
            "recognised",
            "100 states",
            "Kosovo",
            "all that is joined with who is left out is left out",
        ),
        (
            "Several envoys were injured by officers, among them the acting ambassador.",
            "injured",
            "officers",
            "Several envoys",
            "one of those who suffered or of those who did it",
        ),
        ("French troops helped to fight insurgents.", "helped", "", "", "whom one helps to fight, one does not help"),
        ("Detainees were made to kneel by guards.", "made", "guards", "Detainees", "who made them do it"),
        ("Tanzanian police break up rally, arrest deputy leader", "arrest", "Tanzanian police", "deputy leader",
         "a second verb that looks like a noun"),
        ("Judge frees activist, fines ministry", "fines", "Judge", "ministry", "... of one doer"),
        ("Rebels storm town, free prisoners", "free", "Rebels", "prisoners", "... or like an adjective"),
        ("Soldiers storm palace, hold ministers", "hold", "Soldiers", "ministers", "both were nouns"),
        ("Israeli strikes hit Gaza camp, kill 20", "kill", "Israeli", "20", "one subject for both"),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(text: str, trigger: str, doers: str, others: str, why: str) -> None:
    """The parties of the act with that trigger by their words; no act at all without one."""
    events = read(text, know()).events
    found = [
        ("; ".join(p.text for p in event.actors), "; ".join(p.text for p in event.recipients))
        for event in events
        if event.trigger.text == trigger
    ]
    assert found == ([(doers, others)] if doers or others else []), why


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status", "why"),
    [
        ("Chad jailed the general over what it called attacks by troops.", "attacks", "ASSAULT", "happened",
         "what is called so has been"),
        ("The campaign of air strikes on the capital went on.", "strikes", "ASSAULT", "happened",
         "a campaign of strikes is no plan for some"),
        ("Junta bombs village as rebels take border town", "take", "COERCE", "happened",
         "news beside news in a heading"),
        ("Rebels kidnap nine nuns in Congo, bishop says", "kidnap", "ASSAULT", "happened",
         "who says it in a heading makes it no less news"),
        ("An attack on one of them will be treated as an attack on all.", "attack", "ASSAULT", "hypothetical",
         "nobody has attacked"),
        ("The attack on the base will be answered.", "attack", "ASSAULT", "happened", "one that is known"),
        ("NATO expressed regret at the vote.", "expressed", "ACCUSE", "happened", "regret at what others did"),
        ("The king expressed regret for the raid.", "expressed", "CONCEDE", "happened", "regret for his own"),
        ("The flights drew a protest from the defence minister.", "protest", "ACCUSE", "happened",
         "a minister protests in words"),
    ],
)  # fmt: skip
def test_what_it_was_and_whether_it_happened(text: str, trigger: str, kind: str, status: str, why: str) -> None:
    """Type and status of the act with that trigger."""
    (event,) = [event for event in read(text, know()).events if event.trigger.text == trigger]
    assert (event.type, event.factuality.status) == (kind, status), why
