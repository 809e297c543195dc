"""Who is mentioned, by which words, and what belongs together: the language step and the stages up to entities."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.document import Document
from onrecord.reading.entity import Entity


def _entities(text: str) -> list[tuple[str, tuple[str, ...], Entity]]:
    return [(e.type, tuple(m.text for m in e.mentions), e) for e in read(text, know()).entities]


@pytest.mark.parametrize(
    ("text", "mentions", "why"),
    [
        ("Mrs Mensah met Defence Minister Olga Petrenko.", ("Defence Minister Olga Petrenko", "Olga Petrenko"),
         "a title and the name in it"),
        ("US Secretary of State Marco Rubio flew to Rome.", ("US Secretary of State Marco Rubio", "Marco Rubio"),
         "a title that ends in its field"),
        ("Mr. Okafor and Mrs Mensah told the court.", ("Mr. Okafor", "Okafor"), "a second title is another person's"),
        ("Critics of President Lula da Silva marched.", ("President Lula da Silva", "Lula da Silva"),
         "critics are no part of the title"),
        ("LAGOS (Reuters) - Nigerian President Bola Tinubu left.",
         ("Nigerian President Bola Tinubu", "Bola Tinubu"), "a dateline is no part of the title"),
        ("Troops shelled villages in northern Mali.", ("northern Mali", "Mali"), "a part of a country"),
        ("Talks opened in Lyon, France, on Monday.", ("Lyon, France", "Lyon"), "a place with what surrounds it"),
        ("Ships left for the Tana River.", ("the Tana River",), "a river's article"),
        ("Envoys came from the Netherlands.", ("Netherlands",), "... but not a country's"),
        ("The mayor of Mariupol, Vadym Boychenko, fled.", ("The mayor of Mariupol", "Vadym Boychenko"),
         "the name in apposition to an office, not to its town"),
        ("Speech by the Prime Minister of Norway, Kari Lunde", ("the Prime Minister of Norway", "Kari Lunde"),
         "... in a heading"),
        ("The spokesman of the multinational mission, Jack Ombaka, left.",
         ("The spokesman of the multinational mission", "Jack Ombaka"), "... nor to a common noun"),
        ("The lawyer for Ekrem Imamoglu, Mehmet Pehlivan, left.",
         ("The lawyer for Ekrem Imamoglu", "Mehmet Pehlivan"), "... nor to the client"),
        ('Gangs led by Jimmy "Barbecue" Chérizier fled.', ('Jimmy "Barbecue" Chérizier',), "a nickname between"),
        ('Officials said Col. Ryan "Tex" Dillon had left.', ('Col. Ryan "Tex" Dillon', 'Ryan "Tex" Dillon'),
         "... also behind a title"),
        ("The U.N. envoy for Yemen resigned.", ("The U.N. envoy for Yemen",), "what an office is for"),
        ("Ana Silva, a glaciologist, warned of floods.", ("Ana Silva", "a glaciologist"),
         "whatever stands in apposition to a person is that person"),
        ("They fired at the bulk carrier Rubymar.", ("the bulk carrier", "Rubymar"), "a thing and its name"),
        ("Foreign Minister Ana Ruiz left. The diplomat wept.",
         ("Foreign Minister Ana Ruiz", "Ana Ruiz", "The diplomat"), "what else one with that office is"),
        ("Peru's President-elect Ana Ruiz left. The president-elect wept.",
         ("Peru's President-elect Ana Ruiz", "Ana Ruiz", "The president-elect"), "who is still to take office"),
        ("Armenia's prime minister spoke. Nikol Pashinyan wept.", ("Armenia's prime minister", "Nikol Pashinyan"),
         "whose name comes after the office"),
        ("The Home Secretary was sad. Ana Ruiz said it was a loss.", ("The Home Secretary", "Ana Ruiz"),
         "... without the office"),
        ("Police beat Mexican-Americans in Ohio.", ("Mexican-Americans",), "a people with two names"),
        ("An officer was shot. The officer, Sergeant Amy Reed, died.",
         ("An officer", "The officer", "Sergeant Amy Reed", "Amy Reed"), "... beside what was said before"),
        ("Louis Moreau, the firm's head and a former envoy, left.",
         ("Louis Moreau", "the firm's head", "a former envoy"), "two things that one is"),
        ("The head of Mali's ruling junta left.", ("The head of Mali's ruling junta",), "of the junta, not of Mali"),
        ("Airbus parent EADS won.", ("Airbus parent", "EADS"), "a parent that is a firm"),
        ("Tarvex won. A budget airline, Tarvex, has aircraft.", ("Tarvex", "A budget airline", "Tarvex"),
         "a firm's name beside what it is"),
        ("JMO chief quits. The Joint Monitoring Office (JMO) declined to comment.",
         ("JMO", "The Joint Monitoring Office", "JMO"), "an acronym that is spelled out later"),
        ("Tarvex shares fell. Tarvex Inc. lost money.", ("Tarvex", "Tarvex Inc."), "a firm with its form by law"),
        ("The Lagos Farmers Union left on Monday. The LFU said so.", ("The Lagos Farmers Union", "The LFU"),
         "an acronym behind its article"),
        ("Prime Minister Ana Ruiz left. The sacked premier wept.",
         ("Prime Minister Ana Ruiz", "Ana Ruiz", "The sacked premier"), "what has become of her tells nobody apart"),
        ("Ana Ruiz, the Labour candidate, left. Bo Lee stayed. The Labour nominee wept.",
         ("Ana Ruiz", "the Labour candidate", "The Labour nominee"), "a candidate is a nominee"),
        ("Ivory Coast's Alassane Ouedraogo left. The Ivorian president wept.",
         ("Alassane Ouedraogo", "The Ivorian president"), "the one person of the country"),
        ("It showed M23's contempt for life and their will.", ("M23", "their"), "whose the first of two things is"),
        ("Foreign Office Minister welcomes pact\nForeign Office Minister Ana Ruiz has left.",
         ("Foreign Office Minister", "Foreign Office Minister Ana Ruiz", "Ana Ruiz"), "in a heading and in full"),
        ("Libya's delegate, Taher Sunni, left. The Libyan delegate wept.",
         ("Libya's delegate", "Taher Sunni", "The Libyan delegate"), "by country and by nationality"),
        ("Court jails mayor\nA Zambian court on Monday jailed a mayor.", ("Court", "A Zambian court"),
         "who stands without article in the heading"),
        ("Bandits free 30 pupils\nGunmen released 30 pupils whom they had seized.", ("30 pupils", "30 pupils"),
         "just so many"),
        ("A senator's aide fled. Sen. Ana Ruiz said she was sad. The senator wept.",
         ("Sen. Ana Ruiz", "Ana Ruiz", "she", "The senator"), "who is named since"),
        ("The speaker left, Speaker Ana Ruiz said.", ("The speaker", "Speaker Ana Ruiz", "Ana Ruiz"),
         "... with the office again"),
        ("President Ana Ruiz left. Mr Silva's ally, Vladimir Putin, stayed. The president wept.",
         ("President Ana Ruiz", "Ana Ruiz", "The president"), "whom the report has called so"),
        ("The minister left. Ana Ruiz, a deputy minister, stayed. The minister wept.", ("The minister", "The minister"),
         "no deputy"),
        ("Former prime minister Ana Ruiz spoke. Anthony Albanese left. The Prime Minister wept.",
         ("Anthony Albanese", "The Prime Minister"), "nor is a former one"),
        ("Iraq's Yazidi MP, Ana Ruiz, left.", ("Iraq's Yazidi MP", "Ana Ruiz"), "a title is no part of a name"),
        ("He told MPs so.", ("MPs",), "... nor a name"),
        ("Kenya's National Security Council met. The Security Council authorised it.", ("The Security Council",),
         "a known body is none whose name ends so"),
        ("Foreign Minister Ana Ruiz spoke. Deputy Foreign Minister Bo Lee left. The diplomat wept.",
         ("Deputy Foreign Minister Bo Lee", "Bo Lee", "The diplomat"), "of two the last"),
        ("The firm Kone has not paid 500 nurses, their union said.", ("their union",), "theirs is not the firm"),
        ("The NGO Médecins Sans Frontières said so. The NGO left.", ("The NGO", "Médecins Sans Frontières", "The NGO"),
         "a noun in capitals is no name"),
        ("The indigenous confederation CONAIE refused. CONAIE is strong.",
         ("The indigenous confederation", "CONAIE", "CONAIE"), "a name that its noun tells, also without it"),
        ("The Federal Ministry of Health said so.", ("The Federal Ministry of Health",), "a ministry to its end"),
        ("The heads of the intelligence services met.", ("the intelligence services",), "a service of spies"),
        ("State television reported two deaths.", ("State television",), "a station"),
        ("Nine schools in the state were shut.", ("the state",), "where it is"),
        ("Narendra Modi, India's prime minister, left. The Indian leader flew home.",
         ("Narendra Modi", "India's prime minister", "The Indian leader"), "a country's leader"),
        ("The al-Shabab militant group said so.", ("The al-Shabab militant group", "al-Shabab"), "a side in between"),
        ("Hamas met envoys. The group, which runs Gaza, refused.", ("Hamas", "The group"), "what only says more of it"),
        ("They shelled the capital, Mogadishu.", ("the capital", "Mogadishu"), "a name in apposition to a place"),
        ("Somalia's envoy was absent. Sudan's minister said his country had not been told. Sudan was angry.",
         ("Sudan", "his country", "Sudan"), "whose country it is"),
        ('Peru\'s envoy, Luis Rocha, said the text was "a blank cheque" and that he had warned them.',
         ("Peru's envoy", "Luis Rocha", "he"), "beside quotation marks somebody may speak of himself"),
        ("Los Angeles is calm, but LA had feared riots.", ("Los Angeles", "LA"), "a place's initials"),
        ("Al Gore and Ann Gore spoke. Zine el-Abidine Ben Ali fled; Ben Ali died.",
         ("Zine el-Abidine Ben Ali", "Ben Ali"), "a particle that is part of the name"),
        ("Police held Mohamed Sissoko. Later Muhammad Sissoko was freed.", ("Mohamed Sissoko", "Muhammad Sissoko"),
         "two transcriptions of one given name"),
        ("The Tamil Tigers attacked. The Tigers said the LTTE would fight.",
         ("The Tamil Tigers", "The Tigers", "the LTTE"),
         "the plural that ends it"),
        ("Officials of CEI (Italian Episcopal Conference) agreed.", ("CEI", "Italian Episcopal Conference"),
         "an acronym of another language"),
        ("Adviser Carlito Galvez Jr. left. Galvez had met them.",
         ("Adviser Carlito Galvez Jr.", "Carlito Galvez Jr.", "Galvez"), "a son's sign is no family name"),
        ("Malians want peace. The Malian people voted.", ("Malians", "The Malian people"), "a people by its name"),
        ("The Malian people voted. Malians want peace.", ("The Malian people", "Malians"), "... told the other way"),
        ("Africa Corps left Timbuktu. The Corps denied it.", ("Africa Corps", "The Corps"), "what kind of body it is"),
        ("Colonel Assimi Goita, Mali's junta chief, spoke. The junta leader wept.",
         ("Colonel Assimi Goita", "Assimi Goita", "Mali's junta chief", "The junta leader"), "two words for who leads"),
        ("The All Progressives Congress met. The party sacked him.", ("The All Progressives Congress", "The party"),
         "a congress that is known as a party"),
        ("The Gulf Clan, or EGC, left. The gang wants talks.", ("The Gulf Clan", "EGC", "The gang"), "its other name"),
        ("Members of the Batawi clan marched.", ("the Batawi clan", "Batawi"), "a clan and its name"),
        ("A group called Black Dawn fled. Black Dawn sued.", ("A group", "Black Dawn", "Black Dawn"),
         "what a group is called"),
        ("The jihadists, who call themselves the Lions of Faith, fled.",
         ("The jihadists", "themselves", "the Lions of Faith"),
         "... or calls itself"),
        ("A gunman fled. Police identified the gunman as Ali Haddad. Haddad died.",
         ("A gunman", "the gunman", "Ali Haddad", "Haddad"), "whom somebody is said to be"),
        ("Abu Omar, also known as Ali Haddad, fled.", ("Abu Omar", "Ali Haddad"), "two names of one"),
        ("Two men, identified as Ali Haddad and Bo Lee, fled.", ("Two men",), "two men are not the first of them"),
        ("Critics accused the attorney general of bias.", ("the attorney general",), "its adjective stands behind"),
        ("The vice president and chairman of Tarvex, Bo Lee, left.",
         ("The vice president", "chairman of Tarvex", "Bo Lee"),
         "two offices of one"),
        ("The nonpartisan Commission on Budget Reform left.", ("Commission on Budget Reform",), "what a body is on"),
        ("Peru's president, Ana Silva, left. Bo Lee thanked the Peruvian president.",
         ("Peru's president", "Ana Silva", "the Peruvian president"), "the state's in other words"),
        ("A local group called Women for Peace urged a truce.", ("A local group", "Women for Peace"), "with its “for”"),
        ("The US ambassador, Ana Silva, left. The envoy wept.", ("The US ambassador", "Ana Silva", "The envoy"),
         "an ambassador is an envoy"),
        ("Malian forces took Gao. The Malian Armed Forces said so. Rebels shot at Malian forces.",
         ("Malian forces", "The Malian Armed Forces", "Malian forces"), "a nation's forces by the name they have"),
        ("A man was shot on Friday. Marchers decried the shooting of Bo Lee.", ("A man", "Bo Lee"), "one fate"),
        ("The army identified the soldier who was killed on Sunday. Sergeant Bo Lee, 31, died in Gao.",
         ("the soldier", "Sergeant Bo Lee", "Bo Lee"), "... told in a clause and by another verb"),
        ("Senator Ana Ruiz left. The Democratic senator wept.",
         ("Senator Ana Ruiz", "Ana Ruiz", "The Democratic senator"), "a party beside the office"),
        ("Hillary Clinton left. Bo Lee thanked the former secretary of state.",
         ("Hillary Clinton", "the former secretary of state"), "an office of hers that is over"),
        ("The Prime Minister left. Prime Minister Ana Ruiz wept.",
         ("The Prime Minister", "Prime Minister Ana Ruiz", "Ana Ruiz"), "an office in capitals"),
        ("Bo Sy met the US Secretary of State. US Secretary of State Ana Ruiz left.",
         ("the US Secretary of State", "US Secretary of State Ana Ruiz", "Ana Ruiz"), "... with its field"),
        ("The Foreign Minister met the French Foreign Minister. Foreign Minister Ana Ruiz left.",
         ("The Foreign Minister", "Foreign Minister Ana Ruiz", "Ana Ruiz"), "whose country is not told, of two"),
        ("Donald Trump left. Later Donand Trump wept.", ("Donald Trump", "Donand Trump"), "a misprint"),
        ("Melania Trump spoke. Donald Trump left. Trump wept.", ("Donald Trump", "Trump"), "whom all know"),
        ("The Iraqi Security Forces left Mosul. Iraqi forces shelled Tikrit.",
         ("The Iraqi Security Forces", "Iraqi forces"), "the forces of the nation, named before"),
        ("The UN confronts the militia and the violence it spreads.", ("the militia", "it"),
         "beside whom the thing stands that it does"),
        ("The police chief defended them. Chief Ron Mazur said so.",
         ("The police chief", "Chief Ron Mazur", "Ron Mazur"), "a short title"),
        ("The state governor fled. Governor Ali Sy spoke.",
         ("The state governor", "Governor Ali Sy", "Ali Sy"), "of what he is one need not be said again"),
        ("Governor candidate Okafor spoke. Deputy Governor Ify Okafor left. A man met the deputy governor.",
         ("Governor candidate Okafor", "Okafor", "Deputy Governor Ify Okafor", "Ify Okafor", "the deputy governor"),
         "by a later title of hers too"),
        ("Turkey leader visits Rome. Recep Tayyip Erdogan met the pope.", ("Turkey leader", "Recep Tayyip Erdogan"),
         "who leads the country, named next"),
        ("Lawmaker demands inquiry\nRep. Ana Ruiz demanded it on Monday.", ("Lawmaker", "Rep. Ana Ruiz", "Ana Ruiz"),
         "whose office the heading sums up"),
        ("Governor signs law\nGov. Ana Ruiz signed it.", ("Governor", "Gov. Ana Ruiz", "Ana Ruiz"), "... in short"),
        ("Senator condemns raid\nAna Ruiz, a senator, condemned it.", ("Senator", "Ana Ruiz", "a senator"),
         "... by a noun beside the name"),
        ("Bo Lee is a liar and a hunter who has vowed to ban it.", ("Bo Lee", "a hunter"),
         "what somebody is said to be who did it"),
    ],
)  # fmt: skip
def test_what_stands_for_one_party(text: str, mentions: tuple[str, ...], why: str) -> None:
    assert mentions in [found for _, found, _ in _entities(text)], why


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
        ("Ana Duran fled. Police searched houses in Duran.", "place", "Duran", "a town is no surname"),
        ("Workers at Macy's walked out.", "organization", "Macy's", "the sign is part of the name"),
        ("The tanker Advantage Sweet was seized.", "other", "tanker", "what has a name of its own"),
        ("A 12-nation coalition bombed the port.", "organization", "A 12-nation coalition", "twelve are one"),
        ("He told al-Nahrain television so.", "organization", "al-Nahrain", "by the noun behind"),
        ("Professor Mark Lamond Hill said so.", "person", "Mark Lamond Hill", "a hill may be a family"),
        ("They fought in Puno and Juliaca.", "place", "Juliaca", "what stands beside a place that they are in"),
        ("Gen A S Kalkat retired.", "person", "A S Kalkat", "an initial is no article"),
        ("There are as many as 42 RAW agents there.", "group", "42 RAW agents", "what limits a number"),
    ],
)
def test_what_kind_it_is(text: str, kind: str, mention: str, why: str) -> None:
    assert (kind, mention) in [(found, text) for found, texts, _ in _entities(text) for text in texts], why


@pytest.mark.parametrize(
    ("text", "mention", "why"),
    [
        ("The raid by the Islamic State of Iraq and Syria failed.", "Iraq", "a group's claim is not its country"),
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
    assert mention not in [text for _, texts, _ in _entities(text) for text in texts], why


@pytest.mark.parametrize(
    ("text", "one", "other", "why"),
    [
        ("Every country must act, the envoy said. The country has no army.", "Every country", "The country",
         "no one in particular is taken up by nothing"),
        ("Opposition leader Grace Achieng spoke. The Green Alliance abstained. Its leader, Wanjiru Kamau, left.",
         "Grace Achieng", "Its leader", "a name beside the noun says who it is"),
        ("Chad's foreign office spoke. Minister Ana Ruiz resigned; her office confirmed it.",
         "Chad's foreign office", "her office", "hers is not Chad's"),
        ("Raul Salas's lawyer said he was innocent.", "lawyer", "he", "a lawyer speaks of his client"),
        ("A gunman fled. Peter Hall said he saw it.", "A gunman", "Peter Hall", "who is named next may have looked on"),
        ("Rebels fled. The UN condemned their raids on Gao.", "The UN", "their", "nobody blames himself"),
        ("They had met Ana Ruiz, the minister said.", "Ana Ruiz", "the minister", "who speaks stands beside nobody"),
        ("In a letter to Bo Lee, the president said no.", "Bo Lee", "the president", "... behind what comes first"),
        ("The minister fled. Ana Silva called the police.", "The minister", "Ana Silva", "... and done something"),
        ("Tarvex sued Norland. The Tarvex Party won.", "Tarvex", "The Tarvex Party", "a party is no form of a firm"),
        ("Ben Chan met Tanya Chan.", "Ben Chan", "Tanya Chan", "a particle may be a given name"),
        ("Police held Ahmed Mohamed. Mohamed wept. His father Mohamed Saleh Mohamed said Mohamed was innocent.",
         "Ahmed Mohamed", "Mohamed Saleh Mohamed", "a bare family name lets no other given name in"),
        ("Hassan Nasser left. Hussein Nasser stayed.", "Hassan Nasser", "Hussein Nasser", "other vowels"),
        ("Border guards fired. Ana Ruiz and Bo Lee agreed to pull back their troops.", "Border guards", "their",
         "two persons together are no entity"),
        ("The United National Movement said the ruling party had lied.", "United National Movement", "the ruling party",
         "who rules is another one"),
        ("The Pentagon said the alliance was strong.", "Pentagon", "the alliance", "a ministry is no alliance"),
        ("Tigray's interim administration met. Eritrea accused the government.", "Tigray's interim administration",
         "the government", "what governs a part of a country"),
        ("Minister Ana Ruiz spoke. She said the minister was ill.", "Ana Ruiz", "the minister",
         "no one says so of herself"),
        ("President Ana Ruiz left. Bo Lee considers him the president.", "Ana Ruiz", "the president",
         "what somebody is held to be"),
        ("Peru thanked foreign governments. The opposition accused the government.", "foreign governments",
         "the government", "several are not the one"),
        ("The U.S. Air Force left. Ana Ruiz praised the American military.", "The U.S. Air Force",
         "the American military", "a part is not the whole"),
        ("Peru, which borders the country, closed the road.", "Peru", "the country", "no country borders itself"),
        ("Ana Ruiz, a former head of the command, left. The former leader stayed.", "Ana Ruiz", "The former leader",
         "that both are former tells nothing"),
        ("President Ana Ruiz left. Vice President Bo Lee stayed. The president wept.", "Bo Lee", "The president",
         "a vice president is not the president"),
        ("President Ana Ruiz left. Former President Bo Lee stayed. The president wept.", "Bo Lee", "The president",
         "nor is a former one"),
        ("Gunmen stormed the Government Girls Secondary School. The clan accused the government of neglect.",
         "Government Girls Secondary School", "the government", "a school that begins so is no government"),
        ("She may be elected president. President Ana Ruiz left.", "president", "Ana Ruiz", "what she may be elected"),
        ("His brother wept. Ana Ruiz left.", "His brother", "Ana Ruiz", "kin, of whom the next sentence need not tell"),
        ("Tarvex of Ireland lost money. It had fought the US manufacturer.", "Tarvex", "the US manufacturer",
         "another country's"),
        ("Maria Lopez left. Mario Lopez stayed.", "Maria Lopez", "Mario Lopez", "not the same ending"),
        ("Ronald Silva left. Donald Silva stayed.", "Ronald Silva", "Donald Silva", "two given names"),
        ("The Syrian Democratic Forces won. Rebels shot at Syrian forces.", "Syrian Democratic Forces", "Syrian forces",
         "rebels are not the state's forces"),
        ("A man was shot on Friday. Bo Lee, 31, was killed in a separate raid.", "A man", "Bo Lee", "another act"),
        ("A soldier was killed on Friday. Bo Lee, a farmer, died in Chad.", "A soldier", "Bo Lee", "another calling"),
        ("Mali's opposition leader left. President Ibrahim Boubacar Keita won.", "Mali's opposition leader",
         "Ibrahim Boubacar Keita", "who leads something else in the country"),
        ("Senator Ana Ruiz met Senator Bo Lee. The Democratic senator wept.", "Ana Ruiz", "The Democratic senator",
         "one of two: nobody knows which"),
        ("The finance minister met the labour minister. Minister Ana Ruiz left.", "the labour minister", "Ana Ruiz",
         "one of two by a short title"),
        ("Pressed by Bo Lee, he wept.", "Bo Lee", "he", "who acts on him"),
        ("Mom blasts Silva on his refusal to come.", "Mom", "his", "a mother is a woman"),
        ("Minister quits\nPrime Minister Bo Lee said Trade Minister Ana Ruiz was gone.", "Minister", "Bo Lee",
         "two of the office: nobody knows which the heading means"),
    ],
)  # fmt: skip
def test_what_is_not_one(text: str, one: str, other: str, why: str) -> None:
    assert not any(one in texts and other in texts for _, texts, _ in _entities(text)), why


def test_a_title_stands_for_the_name_that_ends_it() -> None:
    """An act's party is told by name, whichever word of the title the parser hangs it on."""
    event = read("Rebels kidnapped Deputy Governor Ana Silva on Monday.", know()).events[0]
    assert [party.text for party in event.recipients] == ["Ana Silva"]


@pytest.mark.parametrize(
    ("text", "words", "name", "why"),
    [
        (
            "The Ghana Miners Union met the Council of Chiefs. A court fined the union.",
            "the union",
            "Ghana Miners Union",
            "a council is no union",
        ),
        (
            "The Ghana Miners Union met the Council of Chiefs. A court fined the nurses' union.",
            "the nurses' union",
            "nurses' union",
            "the nurses' is another",
        ),
        (
            "A firm will build it. Tarvex lost money on Monday. The firm sank.",
            "The firm",
            "Tarvex",
            "told of since",
        ),
        (
            "Chad Airways met Mali Airways. Ana Ruiz of Mali Airways said the airline was sound.",
            "the airline",
            "Mali Airways",
            "the teller's own",
        ),
        (
            "The New Alliance lost. The opposition party wept.",
            "The opposition party",
            "New Alliance",
            "of what kind nobody has told",
        ),
        (
            "China Eastern Airlines paid on Monday. The airline is sound.",
            "The airline",
            "China Eastern Airlines",
            "the word of the name in the singular",
        ),
        (
            'Ana Ruiz of Tarvex said the firm was "proud of the work [it has] done".',
            "it",
            "Tarvex",
            "what the reporter puts in",
        ),
        (
            "The Union of Weavers met on Monday. A court fined the group.",
            "the group",
            "Union of Weavers",
            "any body is a group",
        ),
        (
            "The Council of Chiefs met on Monday. A court fined the group.",
            "the group",
            "group",
            "... but nobody calls a public one so",
        ),
        (
            "Labour Party chairman Daniel Koech spoke. The Green Alliance abstained. Koech said his party was ready.",
            "his party",
            "Labour Party",
            "his is the one that he chairs",
        ),
        (
            "Boko Haram met envoys. The militants left.",
            "The militants",
            "Boko Haram",
            "fighters are their body, where it is one",
        ),
        ("Hamas met Boko Haram. The militants left.", "The militants", "militants", "... of two, neither"),
        ("Tarvex spoke on Monday. The company left.", "The company", "Tarvex", "of whom nothing tells what it is"),
        ("Sudan's army left. He accused the military.", "the military", "Sudan's army", "two words for one body"),
        (
            "Sudan's army met. A monk left. A nun left. A boy left. A girl left. The country wept.",
            "The country",
            "Sudan",
            "the only one in the report",
        ),
        (
            "Vladimir Putin met Donald Trump. The Kremlin said the president was glad.",
            "the president",
            "Vladimir Putin",
            "of which office it is that tells",
        ),
        (
            "Laureate Ana Ruiz left for Lima. The laureate wept.",
            "The laureate",
            "Ana Ruiz",
            "what anybody may be called",
        ),
        ("Workers at Tarvex struck on Monday. The union blamed the firm.", "The union", "union", "where people work"),
        ("Workers at Tarvex struck on Monday. The union blamed the firm.", "the firm", "Tarvex", "... is a firm"),
        ("Barclays paid on Monday. The bank is sound.", "The bank", "Barclays", "a firm of whatever kind"),
        ("Troops entered Gao. Rebels retook the city.", "the city", "Gao", "the one town told of"),
        ("Protests went on in Flint, Michigan. The city was calm.", "The city", "Flint", "... not what it lies in"),
        ("Troops left Gao for Timbuktu. Rebels seized the city.", "the city", "city", "... of two, neither"),
        ("Troops crossed the Tana River. Rebels seized the town.", "the town", "town", "... nor a river"),
        ("A blast hit New Jersey. Rebels seized the town.", "the town", "town", "... nor a state of the union"),
        ("Troops stormed Juba University. Rebels held the campus.", "the campus", "Juba University", "a site's name"),
        ("Morocco expelled an envoy. The kingdom wept.", "The kingdom", "Morocco", "its full name says so"),
        ("Chad expelled an envoy. The kingdom wept.", "The kingdom", "kingdom", "... and Chad's does not"),
        ("Haiti is calm. Ships lay near the island nation.", "the island nation", "Haiti", "more is said of a country"),
        (
            "Haiti is calm. Kenya sent police to the Caribbean state.",
            "the Caribbean state",
            "Haiti",
            "who acts is not it",
        ),
        ("Oslo left Haiti. Norway warned the country.", "the country", "Haiti", "... nor warns itself"),
        ("Malian troops fled. The country wept.", "The country", "Mali", "whose others are"),
        (
            "The Justice Department left. Justice sued Ohio.",
            "Justice",
            "Justice Department",
            "a department by its matter",
        ),
        ("Justice Ann Ruiz left the Justice Department.", "Ann Ruiz", "Ann Ruiz", "... but not a title"),
        ("The Lagos Herald won. Kone thanked the Herald.", "the Herald", "Lagos Herald", "the end of its name"),
        (
            "The Army Corps of Engineers left. The Corps denied it.",
            "The Corps",
            "Army Corps of Engineers",
            "what it is before what it is for",
        ),
        ("The White House left. Kone thanked the House.", "the House", "House", "a house that does other work"),
        ("They sued the city of Gao. The city wept.", "The city", "Gao", "named by its “of”"),
        (
            "They bombed the Karim district of Gao.",
            "the Karim district of Gao",
            "Karim district of Gao",
            "... but not where it has a name of its own",
        ),
        ("They sued Texas. The state denied it.", "The state", "Texas", "a state of the union"),
        ("KHARTOUM - They shelled Gao. Rebels seized the city.", "the city", "Gao", "not where it is written"),
        (
            "They shelled Gao. Moscow accused Paris. Rebels seized the city.",
            "the city",
            "Gao",
            "... nor a capital that acts",
        ),
        ("Chad joined NATO. The bloc is glad.", "The bloc", "NATO", "a body of many states"),
        ("Members of the UAW fled Tarvex. The union wept.", "The union", "UAW", "a body of workers rather than a firm"),
        ("Members of the UAW fled Tarvex. The carmaker wept.", "The carmaker", "Tarvex", "... and the other way"),
        ("The Lakota Sioux left. The tribe wept. The company fled.", "The company", "company", "no tribe is a firm"),
        ("CNN met the DNC. Kone condemned the network.", "the network", "CNN", "a network of news"),
        ("Democrats met For Our Future. Kone thanked the group.", "the group", "group", "a party of many is no group"),
        (
            "The Lagos Farmers League struck. The union wept.",
            "The union",
            "Lagos Farmers League",
            "a league of workers",
        ),
        ("The Sudanese Armed Forces left. The army denied it.", "The army", "Sudanese Armed Forces", "another word"),
        (
            "The Oslo Coast Guard left. The coast guard denied it.",
            "The coast guard",
            "Oslo Coast Guard",
            "two words of its name",
        ),
        (
            "The Foreign Office left. Kone saw the group's office.",
            "the group's office",
            "group's office",
            "what is somebody's is not named",
        ),
        ("MSF left Gao. The aid group wept.", "The aid group", "MSF", "a charity, whatever its work"),
        ("Israel struck Gaza City. Rebels held the enclave.", "the enclave", "Gaza City", "a place that all know so"),
        (
            "Don Sy chaired the Democratic National Committee. He praised the party.",
            "the party",
            "party",
            "a committee is not its party",
        ),
        (
            "Islamic State killed nine. These brutal terrorists fled.",
            "These brutal terrorists",
            "Islamic State",
            "whom the teller judges",
        ),
        (
            "The EU's ambassador, Pal Olsen, left. The diplomat denied it.",
            "The diplomat",
            "Pal Olsen",
            "an office beside the name",
        ),
    ],
)
def test_which_body_is_meant(text: str, words: str, name: str, why: str) -> None:
    """By its name's own word first; a word that any name may have stands for the nearest."""
    (found,) = [entity for _, mentions, entity in _entities(text) if words in mentions]
    assert found.name == name, why


@pytest.mark.parametrize(
    ("text", "words", "name", "why"),
    [
        ("Chad and Niger met. The two countries signed a pact.", "The two countries", "Chad and Niger", "a list"),
        ("Chad accused Niger of theft. Both countries have closed the border.", "Both countries", "Chad and Niger",
         "all the countries there are"),
        ("Ana Ruiz sued Bo Lee. Both women left.", "Both women", "Ana Ruiz and Bo Lee", "two people"),
        ("Mali, Chad and Niger left. The three nations want trade.", "The three nations",
         "Mali, Chad and Niger", "three"),
        ("Chad, Mali and Niger met. The two countries signed a pact.", "The two countries", "two countries",
         "two of three: nobody knows which"),
        ("Chad and Niger signed. Mali and Togo objected. The two countries met.", "The two countries", "two countries",
         "one of two lists: nobody knows which"),
        ("Chad and Niger met. Both political parties left.", "Both political parties", "Both political parties",
         "parties of another kind"),
        ("Ana Ruiz sued Bo Lee. Both her parents left.", "Both her parents", "Both her parents", "hers, not those two"),
        ("Chad thanked Niger. The two sides met.", "The two sides", "two sides", "sides may be others"),
        ("Border guards fired. Ana Ruiz and Bo Lee met. They wept.", "They", "Ana Ruiz and Bo Lee",
         "who is told of together is a they"),
        ("Ministers Ana Ruiz, Bo Lee and Ed Ray met, the union said. They wept.", "They",
         "Ana Ruiz, Bo Lee and Ed Ray", "... three as well"),
        ("Chad and Mali signed a pact. They closed their borders.", "their", "Chad and Mali", "... and countries"),
        ("Ana Ruiz and Bo Lee said they would appeal. They told AFP so.", "They", "Ana Ruiz and Bo Lee", "... again"),
        ("A court freed Ana Ruiz and Bo Lee. Their lawyer wept.", "Their", "Ana Ruiz and Bo Lee",
         "... or to whom something is done"),
        ("Ana Ruiz met Bo Lee. They said it was late.", "They", "Ana Ruiz and Bo Lee", "who met speak together"),
        ("Chad and Mali signed. Rain fell. Crops failed. Both countries thanked Togo. The two sides left.",
         "The two sides", "Chad and Mali", "the same two again"),
        ("Ana Ruiz met Bo Lee. Neither smiled. Both left.", "Both", "Ana Ruiz and Bo Lee", "both alone"),
        ("Chad and Mali met. Neither attacked. Each accused Togo.", "Each", "Chad and Mali", "... or each"),
        ("Chad and Mali met. Neither side attacked.", "Neither side", "Chad and Mali", "neither of them"),
        ("Two ministers met. Both said they would leave.", "they", "Two ministers", "of whom just that was told"),
        ("Ana Ruiz sued Bo Lee. Each voter wept.", "Each voter", "Each voter", "... but not whoever else"),
        ("Mali's Ana Ruiz met Bo Lee of Tarvex. The two agreed to meet again.", "The two", "Ana Ruiz and Bo Lee",
         "people before states and firms"),
        ("A court freed Ana Ruiz and Bo Lee. The pair wept.", "The pair", "Ana Ruiz and Bo Lee", "a pair"),
        ("Rebels hold the port. Ana Ruiz and Bo Lee fled. Tarvex told them to stay.", "them", "Ana Ruiz and Bo Lee",
         "who are told of later"),
        ("Ana Ruiz and Bo Lee are sure despite rebels now saying they will fight.", "they", "rebels",
         "who stands nearer, in the sentence itself"),
        ("Army chief Ana Ruiz and Senator Bo Lee met on Monday. They condemned it.", "They", "Ana Ruiz and Bo Lee",
         "behind their titles"),
    ],
)  # fmt: skip
def test_who_they_are_that_a_noun_takes_together(text: str, words: str, name: str, why: str) -> None:
    assert next(e.name for _, texts, e in _entities(text) if words in texts) == name, why


def test_a_given_name_tells_who_she_is() -> None:
    """Of two persons the pronoun is the one whose name is a woman's."""
    text = "Senator Tim Boateng demanded a briefing. A panel asked Janet Mensah for records and fined her."
    (found,) = [entity for _, mentions, entity in _entities(text) if "her" in mentions]
    assert found.name == "Janet Mensah"


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
    (found,) = [entity for _, _, entity in _entities(text) if entity.name == name]
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
    assert not any(words in mentions for _, mentions, _ in _entities(text)), why


def test_each_of_a_list_has_the_office_before_it() -> None:
    """In the singular: "senators Ana Ruiz and Bo Lee"."""
    roles = {entity.name: entity.role for _, _, entity in _entities("Senators Ana Ruiz and Bo Lee left.")}
    assert roles == {"Ana Ruiz": "senator", "Bo Lee": "senator"}


@pytest.mark.parametrize(
    ("text", "pronoun", "name", "why"),
    [
        ("A mayor spoke. Gunmen had seized a surgeon and his wife.", "his", "surgeon", "what the noun stands beside"),
        ("He met Ana Ruiz. Troops freed her brother and her son.", "her", "Ana Ruiz", "... which is hers as well"),
        ("Devos helped the union. The drives were sent to it by Montalvo after he left.", "he", "Montalvo",
         "who does what is told in the passive"),
        ("The Corps said so and urged evacuees not to go back to their homes.", "their", "evacuees",
         "who is told to act"),
        ("Tamils fear it. It was hated by the Sinhalese, who saw a breach of their rights.", "their", "Sinhalese",
         "what the relative clause is about"),
        ("Obama met John Kerry, who is now his secretary of state.", "his", "Obama", "what he is he does not own"),
        ("Hamas held four monks. The group said they were well.", "they", "four monks", "people rather than a body"),
        ("Sherpa speaks for nine nurses. They left.", "They", "nine nurses", "... whose subject it may be"),
        ("Police chased nine monks. They arrested two of them.", "them", "nine monks", "not who arrests"),
        ("Gunmen held monks, police said. They shot a nun.", "They", "Gunmen", "what is told goes on, not who tells"),
        ("Gunmen held monks, police said. They arrested a nun.", "They", "police", "... but for the work of police"),
        ("Prosecutors charged eight monks. They include a bishop.", "They", "eight monks", "who has members"),
        ("The ELN said it had left and that Chad had lied. It urged calm.", "It", "ELN", "a speaker speaks on"),
        ("Guards left. Moscow's missiles reached their targets.", "their", "Moscow's missiles", "whose they are"),
        ("Ana Ruiz fought Hamas. Bo Lee said its leaders would be jailed.", "its", "Hamas", "the one that has leaders"),
        ("Prosecutors charged nine monks. Among them is a bishop.", "them", "nine monks", "... among them too"),
        ("Hamas, to which Sherpa belongs, lost its men.", "its", "Hamas", "not who is told of besides"),
        ("Rebels held forty villagers to use them as shields.", "them", "forty villagers", "who is held is meant"),
        ("The network counted the dead. Ali Sy will not meet the union until it yields.", "it", "union",
         "with whom one deals, in a clause of when or if"),
        ("Chad sent experts to Malians to help them.", "them", "Malians", "who is helped is not who is sent"),
        ("Gunmen fired, wounding two monks. They were flown to Lima.", "They", "two monks", "what was done besides"),
        ("Hamas said the case was to stop its candidate.", "its", "Hamas", "a case has no candidate"),
        ("Ali Haddad and Bo Lee met. The two left when their car broke down.", "their", "Ali Haddad and Bo Lee",
         "the two are several"),
        ("Ivan Petrov spoke. A court jailed an Uzbek. He had lied.", "He", "Uzbek", "one of a nation"),
        ("Ali Haddad left. His son Bo, whom he appointed, stayed.", "he", "Ali Haddad", "not whom he appoints"),
        ("The National Rally said the judiciary was sick. Its leader left.", "Its", "National Rally",
         "a party by its name rather than a body without one"),
        ("One of the nuns fled to her mother.", "her", "One of the nuns", "one is one"),
        ("Lopez did not pay an architect who said he was cheated.", "he", "architect", "who speaks in the clause"),
        ("The president praised the general for his courage.", "his", "general", "who is praised"),
        ("The Taliban hold the road. The team drove through land held by the Taliban. They made it twice.", "They",
         "team", "a team is several"),
        ("Ivan Petrov dismissed Marat Beisekov after he backed the strike.", "he", "Marat Beisekov",
         "for whose deed it was done"),
        ("Ivan Petrov was dismissed by Marat Beisekov because he backed it.", "he", "Ivan Petrov",
         "... in the passive"),
        ("Marauders freed three monks. They had been held since May.", "They", "three monks",
         "what became of whom it was done to"),
        ("Ivan Petrov denounced Marat Beisekov, saying he had lied.", "he", "Marat Beisekov", "of whom one complains"),
        ("Ivan Petrov told Marat Beisekov that he should resign.", "he", "Marat Beisekov", "the hearer's duty"),
        ("Marat Beisekov's spokesman said he was ill.", "he", "Marat Beisekov", "a spokesman's chief"),
        ("Oleg Orlov said Olga Ruiz had lied and that she would be tried.", "she", "Olga Ruiz", "a woman's name"),
        ("We came after 148 people died. We met 40 survivors. They told us so.", "They", "40 survivors",
         "of whom the last sentence tells"),
        ("Rwanda said it would stay until the FDLR militia was gone. It denied backing M23.", "It", "Rwanda",
         "the subject of the sentence, not of a clause of when"),
        ("The firm Kone has not paid 500 nurses, their union said on Friday, although it had promised to do so.", "it",
         "Kone", "what is set against it goes on with what was said"),
        ("The envoy said Olga Ruiz had lied and that she would be tried.", "she", "Olga Ruiz",
         "a woman for sure, where nobody knows of who tells"),
        ('Ana Ruiz met Ivan Petrov. "She lied," he said.', "She", "Ana Ruiz", "who speaks speaks of another"),
        ('Ivan Petrov met Marat Beisekov. "He lied," Petrov said.', "He", "Marat Beisekov",
         "... also where the speaker's name follows"),
        ("After he left office, Ivan Petrov went home.", "he", "Ivan Petrov", "a subject behind its clause"),
        ("Oleg Orlov spoke first. In his speech, Ivan Petrov blamed the army.", "his", "Ivan Petrov",
         "... or behind its phrase"),
        ("Marat Beisekov's son Timur met Oleg Orlov. He later flew to Rome.", "He", "Timur",
         "the subject of whom it is told whose son he is"),
        ("Police held the brother of Marat Beisekov. He had been wanted for years.", "He", "brother of Marat Beisekov",
         "... not he who only says whose"),
        ("The eastern clan left. Its elder, Marat Beisekov, wept.", "Its", "eastern clan", "whose the next subject is"),
        ("Aid groups stood with the Sudanese people as they faced the militia.", "they", "Sudanese people",
         "who lives through what others stand beside"),
        ("Even China, Pyongyang's only ally and its lifeline, opposed it.", "its", "Pyongyang", "... or whose that is"),
        ("Marat Beisekov freed Ivan Petrov. He flew to Rome.", "He", "Ivan Petrov", "who has been let go goes"),
        ("Oleg Orlov left. President Marat Beisekov, his successor, wept.", "his", "Oleg Orlov", "whom one succeeds"),
        ("His wife met Oleg Orlov. He wept.", "He", "Oleg Orlov", "who met him is the woman"),
        ("The Kabila clan blasted China on its record.", "its", "China", "what is blamed"),
        ("The Kabila clan thanked China for its help.", "its", "China", "what is thanked"),
        ("A lawyer said the guards had not told Ivan Petrov that he was free.", "he", "Ivan Petrov",
         "whom those tell who cannot be it"),
        ("The lawmakers wept. He left it to the generals to follow their plan.", "their", "generals",
         "an owner rather in its sentence than before"),
        ("Sonia Dahmani's sister, Ramla, said guards had beaten her.", "her", "Sonia Dahmani", "of whom kin tell"),
        ("Marat Beisekov's plan was to make Ivan Petrov resign, and he failed.", "he", "Marat Beisekov",
         "who owns the subject"),
        ("Kevin met Maria Silva. She wept.", "She", "Maria Silva", "one given name tells who is a man"),
        ("Ivan Petrov said it was late. Marat Beisekov, who was in Lima, cut short his visit. He said he was tired.",
         "He", "Marat Beisekov", "of whom it is told since another spoke"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_stands_for(text: str, pronoun: str, name: str, why: str) -> None:
    found = {entity.name for _, texts, entity in _entities(text) if pronoun in texts}
    assert found == {name}, why


@pytest.mark.parametrize(
    ("text", "pronoun", "why"),
    [
        ("Marat Beisekov's father said he had been beaten.", "he", "kin may tell of either"),
        ("Boko Haram refused a truce. The militants said it did not bind them.", "it", "militants are no it"),
        ("Hamas accused Fatah of it. Fatah said it was Ana Ruiz.", "it", "who it was is no body"),
        ("Hamas met Fatah. It was the third meeting.", "It", "what is called a meeting is no party"),
        ("Hamas began a blockade. It will last until May.", "It", "... nor is what lasts"),
        ("Hamas has accepted the offer; Ana Ruiz called it late.", "it", "what is judged is what was accepted"),
        ("Hamas has ruled out talks. Ana Ruiz opposes them too.", "them", "one body is no them"),
        ("Ivan Petrov denounced Marat Beisekov, saying he would resign.", "he", "and so may who complains"),
        ("Marat Beisekov's spokesman said he could not comment.", "he", "nor does a chief who is asked"),
        ("Vietnam said a Chinese ship had rammed its boat.", "its", "the boat is either's"),
        ("Malaysia and Chad feared the three countries. Both said they respected it.", "they", "who both are is open"),
        ("A Navy spokesman declined to say if he was aboard.", "he", "of whom a spokesman is asked"),
        ("Ana Ruiz rejected the claim about Kandahar, calling it a lie.", "it", "what is judged is the claim"),
        ("Arla, Dano's owner Inditex and Kone said they agreed.", "they", "three firms, one of them by its brand"),
        ("Hamas seized a ship. They said it was bound for Haifa.", "it", "who is a they is no it beside"),
        ("Ana Ruiz told AFP that the road was closed. They left at noon.", "They", "an agency that is told"),
        ("They were used by communists. They wept.", "They", "who it was before, whoever that is"),
        ('"Our men will meet theirs," Ana Ruiz told reporters. "They are ready."', "theirs", "reporters only hear it"),
        ("Ana Ruiz or Bo Lee will lead the party. They met on Monday.", "They", "one of the two leads, not both"),
        ("A minister and a general met. Each man left.", "Each man", "each of whichever men"),
        ("Ana Ruiz and Bo Lee fell. Bo Lee wept. They were late.", "They", "one of the two is told of since"),
    ],
)
def test_of_whom_it_may_as_well_be(text: str, pronoun: str, why: str) -> None:
    """Where two would do, the pronoun stands for nobody named."""
    assert not any(
        entity.named or entity.type == "group" for _, texts, entity in _entities(text) if pronoun in texts
    ), why


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        (
            "Elizabeth Warren spoke to Oleg Orlov. Warren left. She was angry.",
            "Elizabeth Warren",
            "what may be a man's name is a family's",
        ),
        ("Oleg Orlov wrote to Kim Yo Jong. She did not answer.", "Kim Yo Jong", "a given name of two words"),
        ("Oleg Orlov met Svitlana. She was angry.", "Svitlana", "a given name alone"),
    ],
)
def test_whom_she_stands_for(text: str, name: str, why: str) -> None:
    found = {entity.name for _, texts, entity in _entities(text) if "She" in texts}
    assert found == {name}, why


@pytest.mark.parametrize(
    ("text", "pronoun", "name", "why"),
    [
        ("Minister Ana Ruiz spoke in Lima. We condemn it, the minister said.", "We", "Ana Ruiz",
         "words without marks before their cue"),
        ("President Kone spoke. I will not resign, he said.", "I", "Kone", "... of a pronoun"),
        ("Tomas Lind said we will not tolerate it.", "we", "Tomas Lind", "... behind it, where no reporter says I"),
        ("Tomas Lind told us that we could stay.", "we", "", "the reporter was told"),
        ("We met in Oslo. Tomas Lind said we could stay.", "we", "", "the reporter says we"),
        ("The army said in a statement: We killed nine rebels. Our men hold the road.", "Our", "army",
         "a statement behind a colon goes on"),
        ("Amina Diallo wept. We ran into the bush, she said. My children are hungry.", "My", "Amina Diallo",
         "what stands behind words without marks is the same speaker's"),
        ("We, the ministers of the Lake Union, met. Our patience is over.", "Our", "ministers of the Lake Union",
         "who they say they are"),
        ("Statement by the Foreign Ministry of Tarsa\n\nWe regret the launch.", "We", "Foreign Ministry of Tarsa",
         "whose statement it is called"),
        ("The Lake Union strongly condemns the raid. Our thoughts are with the families.", "Our", "Lake Union",
         "who does what he says by saying it"),
        ("Chad continues to stand with the people of Mali. We are ready.", "We", "Chad", "... on whose side it stands"),
        ("The Lake Union is calling on the rebels to leave. Our teams help.", "Our", "Lake Union", "... while it does"),
        ("The Lake Union is alarmed by the raid. Our teams help.", "Our", "Lake Union", "... what it feels"),
        ("The Lake Union condemns the raid. “It is late,” said Ana Ruiz, the Lake Union's director. Our teams help.",
         "Our", "Lake Union", "... with a word of its own people"),
        ("The Lake Union condemns the raid. Ana Ruiz said it was late. Our reporter met her.", "Our", "",
         "a report of what others said is nobody's statement"),
        ("By Ana Ruiz\n\nI have lived in Belo for thirty years and never saw such a thing.", "I", "Ana Ruiz",
         "who signs it"),
        ("The union issued the following statement:\n\nWe will strike on Monday. Our demands are fair.", "Our", "union",
         "what is put out"),
    ],
)  # fmt: skip
def test_whose_i_and_we_are(text: str, pronoun: str, name: str, why: str) -> None:
    found = {entity.name for _, texts, entity in _entities(text) if pronoun in texts}
    assert found == ({name} if name else set()), why


@pytest.mark.parametrize(("published", "named"), [("2022-05-01", False), ("2024-12-01", True)])
def test_who_is_in_office_is_a_matter_of_the_day(published: str, *, named: bool) -> None:
    """Abdoulaye Maiga spoke for Mali's government long before he led it."""
    text = "Abdoulaye Maiga spoke in Bamako. The prime minister left."
    reading = read(Document(id="r", text=text, published=published), know())
    (found,) = [e for e in reading.entities if "The prime minister" in {mention.text for mention in e.mentions}]
    assert found.named == named


@pytest.mark.parametrize(
    ("text", "name", "mentions", "why"),
    [
        ("Chad and Niger said they would stay.", "Chad and Niger", ("Chad and Niger", "they"), "who speak as one"),
        (
            "“We stay,” Ana Ruiz and Per Dahl said.",
            "Ana Ruiz and Per Dahl",
            ("We", "Ana Ruiz and Per Dahl"),
            "their we",
        ),
        (
            "The governor and former envoy said the road was closed.",
            "governor",
            ("The governor",),
            "two offices of one",
        ),
        ("Ana Ruiz, a doctor and a deputy, said no.", "Ana Ruiz", ("Ana Ruiz", "a doctor", "a deputy"), "nor here"),
    ],
)
def test_who_say_something_together_are_one_source(text: str, name: str, mentions: tuple[str, ...], why: str) -> None:
    reading = read(text, know())
    source = reading.attributions[0].source
    assert source is not None
    speaker = next(entity for entity in reading.entities if entity.id == source.entity)
    assert (speaker.name, tuple(mention.text for mention in speaker.mentions)) == (name, mentions), why
