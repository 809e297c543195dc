"""Who does what to whom where a noun tells of it, and to whom nothing is done though he stands near."""

from __future__ import annotations

import pytest

from knowing import act, know, parties
from onrecord.pipeline import read


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("A quarrel over grazing led to clashes between Fulani herders and Berom farmers in Plateau state.", "clashes",
         "Fulani herders; Berom farmers", "", "the phrase stands right behind it, wherever a parser hangs it"),
        ("The strikes, the first by the Nigerian air force this year, killed nine men.", "killed",
         "the Nigerian air force", "nine men", "what says which strikes they are names the doer"),
        ("A donation of two million doses of vaccine by China to Zimbabwe arrived in Harare on Sunday.", "donation",
         "China", "Zimbabwe", "giver and taker, hung on what is given"),
        ("The sale of six jets by France to Serbia was signed in Belgrade.", "sale", "France", "Serbia", "so sold"),
        ("Their meeting with leaders of Bahrain and Oman lasted two hours.", "meeting", "leaders of Bahrain and Oman",
         "", "the states that they lead are no further party"),
        ("The signing of a defence pact between Kenya and Rwanda came after months.", "signing", "Kenya; Rwanda", "",
         "between whom the thing is that the act is of"),
        ("The student protest in front of the education ministry turned violent.", "protest", "student",
         "the education ministry", "what kind of people, and before whose house"),
        ("Kenyan opposition protests against the bill spread from Nairobi to Kisumu.", "protests", "opposition",
         "the bill", "not the town from which they spread"),
        ("The seizure of a tanker by Iranian commandos prompted a protest from the government in Athens.", "protest",
         "the government", "Iranian commandos", "of the deed that sets it off its doer"),
        ("The imposition of a curfew by the governor drew protests from traders.", "protests", "traders",
         "the governor", "... also where the deed is only part of it"),
        ("The convoy came under attack by gunmen near Gao on Monday, killing two drivers.", "killing", "gunmen",
         "two drivers", "who comes under a blow did not do what came of it"),
        ("A Lebanese army post came under fire from Israeli tanks on Tuesday, wounding two soldiers.", "wounding",
         "Israeli tanks", "two soldiers", "... where the verb is the act's own"),
        ("The governor's convoy was pelted with stones by youths in the town of Kaduna, and fled.", "pelted",
         "youths", "The governor's convoy", "by whom, hung on the means"),
        ("An appeals court upheld the conviction of a former priest for molesting altar boys at a parish.", "molesting",
         "a former priest", "altar boys", "for what somebody is convicted he did"),
        ("Saudi-led raids on Hodeidah killed nine.", "raids", "Saudi", "Hodeidah", "who leads it"),
        ("Veteran politicians stepped down in Hong Kong on Sunday.", "stepped", "Veteran politicians", "",
         "the place in which they resign"),
        ("Tens of thousands of people marched through Causeway Bay.", "marched", "Tens of thousands of people", "",
         "through which town they march"),
        ("Pupils from the winning schools met the other finalists at Google's headquarters.", "met",
         "Pupils; the other finalists", "", "whose house it is in which they meet"),
        ("The two unions suspended their strike at Cape Town's port on Friday.", "suspended", "The two unions",
         "Cape Town's port", "the place once, not its owner too"),
        ("Taiwan has lifted a ban on imports of food from five Japanese prefectures.", "lifted", "Taiwan",
         "five Japanese prefectures", "from where the goods come"),
        ("A judge issued an arrest warrant against the former chief for his role in the killings.", "issued", "A judge",
         "the former chief", "against whom, not for what"),
        ("The bishop appealed for calm on the radio.", "appealed", "The bishop", "", "where he speaks"),
        ("The editor was fined 5,000 dinars by a court in Tunis.", "fined", "a court", "The editor", "not the sum"),
        ("The council demanded a withdrawal of Rwandan troops from eastern Congo.", "demanded", "The council",
         "Rwandan troops", "who is to leave, not what"),
        ("Ankara urged the pullout of the militia from Manbij.", "urged", "Ankara", "the militia", "so urged"),
        ("The council demanded answers from the mayor.", "demanded", "The council", "the mayor", "of whom it is asked"),
        ("Police are asking for the public's help in finding the driver.", "asking", "Police", "the public",
         "whose help is asked for"),
        ("The Taliban flogged 27 people in Charikar, in a move condemned by the United Nations.", "condemned",
         "the United Nations", "The Taliban", "what sums up an act is its doer's"),
        ("The bishops condemned a move by the army to close the road.", "condemned", "The bishops",
         "the army", "a move that is told of itself sums up nothing"),
        ("A jury found a former paramedic guilty of the negligent killing of Elijah Bates.", "found", "A jury", "",
         "who was killed is not convicted"),
        ("Attorneys filed a complaint with the state human rights commission against the town of Westbrook.", "filed",
         "Attorneys", "the town of Westbrook", "against whom, hung on who hears it"),
        ("Thai police arrested four nationals suspected of running a betting ring, seizing cash and computers.",
         "seizing", "Thai police", "cash; computers", "not who is suspected"),
        ("The army attacked a village held by rebels, burning homes and killing nine.", "killing", "The army", "nine",
         "not who holds the village, nor the village"),
        ("Nine miners were killed and scores injured in clashes with guards.", "injured", "", "scores",
         "a number before the participle suffered it"),
    ],
)  # fmt: skip
def test_who_does_it_to_whom_by_nouns(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "party", "name", "why"),
    [
        ("French-led operations against jihadists killed nine.", "operations", "French", "France", "who leads it"),
        ("The unions rejected a US resolution.", "rejected", "a US resolution", "US", "whose it is by the name before"),
    ],
)  # fmt: skip
def test_whose_it_is_by_the_word_before(text: str, word: str, party: str, name: str, why: str) -> None:
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    (event,) = [event for event in reading.events if event.trigger.text == word]
    assert {a.text: names.get(a.entity or "", "") for a in (*event.actors, *event.recipients)}[party] == name, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The ministry's report arrived in Geneva on Monday.", "what arrives takes nobody along"),
        ("The city council approved a $1.2 million settlement with the family of a driver.", "no houses are built"),
    ],
)
def test_what_is_no_visit_and_no_seizure(text: str, why: str) -> None:
    assert not [event for event in read(text, know()).events if event.type in {"CONSULT", "COERCE"}], why
