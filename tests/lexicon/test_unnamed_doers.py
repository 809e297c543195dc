"""Who did what is told without a doer, where the words right before have named him."""

from __future__ import annotations

import pytest

from knowing import act, parties


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Police raided a bar in Lusaka on Saturday night. Nineteen people were arrested.", "arrested", "Police",
         "Nineteen people", "who raided it arrested them"),
        ("Soldiers stormed the radio station at dawn, and four reporters were arrested.", "arrested", "Soldiers",
         "four reporters", "also in a clause that is joined"),
        ("Two teachers were arrested after police stormed the union's offices.", "arrested", "police", "Two teachers",
         "and in one that says after what"),
        ("A boy was shot dead as soldiers raided the camp, medics said.", "shot", "soldiers", "A boy", "or as what"),
        ("Gunmen opened fire on a bus near Kaduna. Nine passengers were killed and 14 wounded.", "wounded", "Gunmen",
         "14", "and so on"),
        ("Customs officers raided a shop, and nine men were detained.", "detained", "Customs officers", "nine men",
         "officers hold people whatever they are of"),
        ("The clerk was arrested by soldiers and beaten.", "beaten", "soldiers", "The clerk",
         "a verb that goes on has the doer of the first"),
        ("The minister was suspended by the party in May and later expelled.", "expelled", "the party", "The minister",
         "also where it is a body that puts out its own"),
        ("The court convicted two ministers. Both were sentenced to ten years.", "sentenced", "The court", "Both",
         "courts do what courts do"),
        ("The teacher was abducted by gunmen on Sunday and shot dead.", "shot", "gunmen", "The teacher",
         "the past form is a participle there, and the teacher shot nobody"),
        ("The crew was held for a day and let go.", "let", "", "The crew", "nor did the crew let anybody go"),
        ("Soldiers detained a photographer. She was freed after an hour.", "freed", "Soldiers", "She",
         "who held her lets her go"),
        ("Gunmen shot nine men in Gao. Houses were set on fire.", "set", "Gunmen", "Houses",
         "what is destroyed is so by whatever means"),
        ("Police lobbed tear gas at marchers. Nine people were arrested.", "arrested", "Police", "Nine people",
         "gas is lobbed, too"),
        ("Soldiers detained a photographer. She was freed on bail.", "freed", "", "She", "but a court does on bail"),
        ("Gunmen attacked a bank. Four people were arrested.", "arrested", "", "Four people", "gunmen arrest nobody"),
        ("Gunmen attacked a police post in Kano. Three attackers were killed.", "killed", "", "Three attackers",
         "their own side is none"),
        ("Police fired tear gas at marchers. Six officers were injured.", "injured", "", "Six officers",
         "nor are officers police hurt"),
        ("Palestinian militants fired rockets at Ashkelon. Twelve Palestinians were killed.", "killed", "",
         "Palestinians", "nor those of the same nation"),
        ("Palestinians threw stones at soldiers. A boy was shot dead.", "shot", "", "A boy",
         "who throws stones has not shot him"),
        ("Police clashed with students. Six people were shot dead.", "shot", "", "Six people",
         "of two that fought it may be either"),
        ("Police beat nine workers. Elsewhere 14 people were arrested.", "arrested", "", "14 people",
         "elsewhere it was others"),
        ("Police raided a bank. Its owner had been arrested in May.", "arrested", "", "Its owner",
         "nor who had been before"),
        ("Soldiers burned nine huts. Six men were wounded in a brawl.", "wounded", "", "Six men",
         "nor in the course of something else"),
    ],
)  # fmt: skip
def test_who_did_what_is_told_without_a_doer(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("The former mayor was convicted in federal court on Tuesday of taking bribes.", "convicted", "federal court",
         "The former mayor", "courts convict, and it is told in which it was"),
        ("Two guards were found guilty at Derby Crown Court on Monday of theft.", "found", "Derby Crown Court",
         "Two guards", "... or at which"),
        ("Ten farmers were convicted of trespass in a court in Salinas.", "convicted", "a court", "Ten farmers",
         "also behind the charge"),
        ("The baker was found guilty at Exeter Crown Court of fraud and fined £9,000.", "fined", "Exeter Crown Court",
         "The baker", "one who is fined pays the money and fines nobody"),
        ("The court convicted the mayor of fraud. He was sentenced to nine years in prison and fined 900 euros.",
         "sentenced", "The court", "He", "a prison is where he is to go, and no other scene"),
        ("A Turkish court tried eleven teachers. Nine were convicted.", "convicted", "A Turkish court", "Nine",
         "who tries them convicts them"),
        ("His lawyer criticised the judges. The editor was sentenced to three years.", "sentenced", "", "The editor",
         "lawyers sentence nobody"),
        ("Nine sailors were convicted after riots at the Supreme Court in Belgrade.", "convicted", "", "Nine sailors",
         "where the riots were is not who convicts"),
        ("The man was arrested by police in Leeds on Friday and sentenced to nine months.", "sentenced", "", "The man",
         "police arrest, and sentence nobody"),
        ("The bill was rejected in the Senate on Tuesday by 52 votes to 48.", "rejected", "the Senate", "The bill",
         "where it is voted on is who votes, and whom nothing befalls"),
        ("The levy was approved at Monday's city council meeting.", "approved", "city council", "The levy",
         "whose meeting it is"),
        ("The plan was turned down at a meeting of Suffolk County Council.", "turned", "Suffolk County Council",
         "The plan", "... also behind 'of'"),
        ("The Winona City Council met on Monday. A mine was approved on a motion by Hale.", "approved",
         "The Winona City Council", "A mine", "the body that meets, not who moves it"),
        ("The school board discussed a gymnasium. The plan was rejected by a vote of 4-3.", "rejected",
         "The school board", "The plan", "who sits decides"),
        ("The council heard residents on Tuesday. A mosque was rejected. The rezoning of the mill was approved.",
         "approved", "The council", "The rezoning of the mill", "and goes on to decide"),
        ("Parliament met on Tuesday. The speaker was removed by 61 votes to 30.", "removed", "Parliament",
         "The speaker", "also on people"),
        ("The budget was passed by a large majority.", "passed", "", "The budget", "so many are nobody"),
        ("The council met on Monday. In Springfield, a similar plan was rejected last week.", "rejected", "",
         "a similar plan", "it was elsewhere"),
        ("The council met on Monday. A similar plan was rejected in 2021.", "rejected", "", "A similar plan",
         "it was then"),
        ("Farmers met in Padua on Monday. The levy was rejected.", "rejected", "", "The levy", "farmers have no vote"),
        ("Two diplomats were expelled from France on Monday.", "expelled", "France", "Two diplomats",
         "whose country it is"),
        ("The senator was expelled from the Liberal Party in June.", "expelled", "the Liberal Party", "The senator",
         "whose body it is"),
        ("Militants were expelled from the town of Sirte in 2016.", "expelled", "", "Militants",
         "a town expels nobody"),
        ("The commander was captured by Kurdish fighters, handed over to American troops and tried.", "handed",
         "Kurdish fighters", "American troops", "who holds him hands him over"),
        ("The blogger was arrested by agents of the security service and charged with treason.", "charged",
         "agents of the security service", "The blogger", "... or charges him"),
        ("The navy intercepted two boats off Crete. Some 80 migrants were sent back to Libya.", "sent", "The navy",
         "Some 80 migrants", "who stops them sends them back"),
        ("Smugglers beat nine migrants. Four of them were deported to Albania.", "deported", "", "Four of them",
         "smugglers deport nobody"),
        ("Border guards stopped a bus near Lviv. Two passports were seized.", "seized", "Border guards",
         "Two passports", "who searches seizes"),
        ("Lewis, who was arrested when deputies found a gun, was released.", "arrested", "deputies", "Lewis",
         "who finds it holds him"),
        ("Officers found nine kilos of heroin in the flat. A woman was arrested.", "arrested", "Officers",
         "A woman", "also in the sentence before"),
        ("Detectives traced the car to a garage in Hull, and two brothers were arrested.", "arrested", "Detectives",
         "two brothers", "... or in a clause that is joined"),
        ("A policeman shot his neighbour in Nairobi. He was arrested on Friday.", "arrested", "", "He",
         "a policeman who shoots may be held himself"),
        ("Police in Lima are looking for two men. Elsewhere, a teacher was arrested.", "arrested", "", "a teacher",
         "elsewhere it was others"),
        ("The mayor called the police. A man was arrested.", "arrested", "", "A man", "who is called may not come"),
        ("Israeli troops raided Jenin on Monday. Four people were killed.", "killed", "Israeli troops", "Four people",
         "troops kill where they raid"),
        ("Police raided a bar in Lusaka. Four people were killed.", "killed", "", "Four people",
         "who died in a bar may have been dead before"),
    ],
)  # fmt: skip
def test_whose_house_or_hands_it_was_in(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Two bombs killed six officers in Tuz on Sunday.", "killed", "", "six officers", "a bomb is no party"),
        ("A Russian missile killed two clerks in Odesa.", "killed", "Russian", "two clerks",
         "but stands for whose it is"),
        ("Three soldiers killed in Mali ambush", "killed", "", "Three soldiers", "no state lays an ambush"),
        ("Nine farmers killed in US strike in Yemen", "killed", "US", "Nine farmers", "a state strikes"),
        ("Police fire on miners in Rustenburg", "fire", "Police", "miners", "a fire is on nobody"),
        ("Food and tents were delivered on Friday to 3,000 families in Derna by the Red Crescent.", "delivered",
         "the Red Crescent", "3,000 families", "nobody has made a town"),
        ("The envoy met rebels who had seized the airport and warned them of sanctions.", "warned", "The envoy",
         "rebels", "nobody warns himself"),
        ("Relatives sent cards to the family of the judge, shot dead on Monday by two men on a motorcycle.", "shot",
         "two men", "the judge", "who is named last before the comma, and no kin"),
    ],
)  # fmt: skip
def test_neither_weapons_nor_places_do_it(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Rebels attacked the town of Bunia. The assault killed 12 clerks.", "assault", "Rebels", "12 clerks",
         "a blow by whatever name has its dealer"),
        ("Rebels attacked the town of Bunia. The assault killed 12 clerks.", "killed", "Rebels", "12 clerks",
         "who is told of and no blow"),
        ("Militants bombed a hotel in Kabul; the blast wounded thirty guests.", "wounded", "Militants", "thirty guests",
         "so has a blast"),
        ("Rebels burned a church on Sunday. The bishop condemned the attack.", "attack", "Rebels", "a church",
         "the only blow that was told before"),
        ("Police beat nine students. The rector denounced the violence.", "violence", "Police", "nine students",
         "whatever kind of violence it was"),
        ("Troops shot dead two boys. The army denied it. A rocket hurt a clerk. The bishop condemned the killings.",
         "killings", "Troops", "two boys", "the act in which somebody was killed"),
        ("Police beat two boys. The mayor spoke of the deaths that followed.", "deaths", "", "",
         "which deaths these are is told"),
        ("Rebels shelled Gao. Chad bombed Kaya. The bishop condemned the attack.", "attack", "Chad", "Kaya",
         "the last that was told"),
    ],
)  # fmt: skip
def test_a_blow_by_another_name_has_its_parties(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        (
            "Nine farmers were killed as a result of army shelling of the valley.",
            "shelling",
            "army",
            "the valley",
            "what they died of stays an act of its own",
        ),
        (
            "The ministry was sued in Lima on Monday, alleging fraud.",
            "alleging",
            "",
            "The ministry",
            "who sues is told nowhere",
        ),
        ("Rebels forced hundreds of villagers to flee across the river.", "flee", "Rebels", "hundreds of villagers",
         "who makes them leave drives them out"),
        ("Her lawyer sued the district, alleging that she was cheated.", "alleging", "Her lawyer", "the district",
         "who is sued is charged with it"),
        ("He was released on Monday after questioning by prosecutors.", "questioning", "prosecutors", "He",
         "who was let go was questioned"),
        ("A student died after a beating by guards.", "beating", "guards", "A student", "who died of it was beaten"),
        ("Miners at Anglo Platinum went on strike on Monday over wages.", "went", "Miners", "Anglo Platinum",
         "whom they work for, not what it is about"),
        ("Egypt offered Somalia military help on Sunday.", "offered", "Egypt", "Somalia",
         "a country's name before what is given receives it"),
        ("Japan promised two more patrol boats.", "promised", "Japan", "", "boats receive nothing"),
        ("Cramer called on television for the Federal Reserve to lower rates.", "called", "Cramer",
         "the Federal Reserve", "where he called is not asked"),
        ("The bar association offered Paz legal aid.", "offered", "The bar association", "Paz", "so does a person's"),
        ("Settlers threw stones at shopkeepers and smashed their windows.", "smashed", "Settlers", "shopkeepers",
         "whose the windows are"),
        ("Vandals smashed windows at the Beth Israel synagogue.", "smashed", "Vandals", "the Beth Israel synagogue",
         "where they are"),
        ("Israel has demolished 40 homes since June, a policy criticised by Norway.", "criticised", "Norway", "Israel",
         "a policy is of who acts by it"),
        ("Poland and Hungary have banned Ukrainian wheat, prompting Kyiv to sue both at the World Trade Organization.",
         "sue", "Kyiv", "both", "both are no conjunction, and where one sues is not sued"),
        ("A stabbing outside a pub left a soldier in hospital.", "stabbing", "", "a soldier",
         "who was left in hospital, not where it was"),
        ("The two sides agreed to a ceasefire in Doha.", "agreed", "The two sides", "", "where they agreed is no side"),
        ("A senator was accused of taking bribes by prosecutors.", "accused", "prosecutors", "A senator",
         "whoever it is behind 'by' accused him"),
        ("The media council said that the high court had dismissed its appeal.", "dismissed", "the high court",
         "The media council", "no court turns down its own appeal"),
    ],
)  # fmt: skip
def test_to_whom_it_is_done_beside_another_act(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why


@pytest.mark.parametrize(
    ("text", "word", "doers", "others", "why"),
    [
        ("Three villages shelled in northern Syria", "shelled", "", "Three villages", "villages shell nobody"),
        ("School bombed in Idlib", "bombed", "", "School", "nor do schools bomb"),
        ("Chad soldiers storm palace, hold ministers", "storm", "Chad soldiers", "palace", "a storm is no palace"),
        ("Chad soldiers storm palace, hold ministers", "hold", "Chad soldiers", "ministers", "and they go on"),
        (
            "Kenyan soldiers storm hotel, free hostages",
            "free",
            "Kenyan soldiers",
            "hostages",
            "a verb that looks like an adjective",
        ),
    ],
)
def test_who_does_it_in_a_heading(text: str, word: str, doers: str, others: str, why: str) -> None:
    assert parties(act(text, word)) == (doers, others), why
