"""Whom pronouns stand for."""

from __future__ import annotations

import pytest

from knowing import entities_of


def test_a_given_name_tells_who_she_is() -> None:
    """Of two persons the pronoun is the one whose name is a woman's."""
    text = "Senator Tim Boateng demanded a briefing. A panel asked Janet Mensah for records and fined her."
    (found,) = [entity for _, mentions, entity in entities_of(text) if "her" in mentions]
    assert found.name == "Janet Mensah"


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
        ("Bo Diaz fled. The army led by Luis Rojas arrested him.", "him", "Bo Diaz", "not who leads those who do it"),
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
        ("Back when it joined the pact, Chad kept its word.", "it", "Chad", "a word for when before the clause"),
        ("Although he denied it, the court jailed Ivan Petrov.", "he", "Ivan Petrov", "... to whom it is done behind"),
        ("Miners marched on the offices of Tarvex after it sacked them.", "it", "Tarvex",
         "whose own it is with which people deal"),
        ("The regime and those who back it fell.", "it", "regime", "what others beside it do to it"),
        ("Ana Ruiz urged Hamas to free the nuns it held.", "it", "Hamas", "who would do it to whom it did something"),
        ("Troops raided the home of a reporter and shot his dog.", "his", "reporter", "one of the press is told of"),
        ("Ivan Petrov told Marat Beisekov to go. He replied that it was late.", "He", "Marat Beisekov",
         "who was told answers"),
        ("Minister Ana Ruiz and Marshal Bo Lee met. They wept.", "They", "Ana Ruiz and Bo Lee",
         "two names behind their titles"),
        ("The union and the firm met. They agreed.", "They", "union and firm", "two bodies told of before"),
        ("Hamas fired; Chad struck its launchers.", "its", "Hamas", "what is struck is another's"),
        ("Chad was angry after a missile crossed its airspace.", "its", "Chad", "a missile has no airspace"),
        ("The militia and its allies fled. It said it had lost.", "It", "militia", "its allies are no it"),
        ("Hamas said two of its drivers had died. They were on leave. It called on all sides to stop.", "It", "Hamas",
         "who spoke goes on"),
        ("The guards asked the elders, and some of them wept.", "them", "elders",
         "some of the last ones"),
        ("Ana Ruiz met 90 miners, and some of them said they had fled.", "they", "90 miners", "some speak of all"),
        ("M23 will go if the army stops its raids.", "its", "army", "whose raids who does them stops"),
        ("Ivan Petrov told Marat Beisekov that he could leave.", "he", "Marat Beisekov", "what the hearer may do"),
        ("Ivan Petrov told Marat Beisekov that he could not come.", "he", "Ivan Petrov", "... but not what one cannot"),
        ("The guards freed 12 of the pupils. They were taken to Lima.", "They", "pupils", "some of whom were freed"),
        ("Ivan Petrov charged Marat Beisekov with fraud. His lawyer wept.", "His", "Marat Beisekov",
         "whose lawyer speaks after a charge"),
        ("Ivan Petrov saw Marat Beisekov, and he wept.", "he", "Marat Beisekov", 'else "he" would be left out'),
        ("Marchers blocked Hamas after it lied. Its head left.", "Its", "Hamas", "what alone was an it"),
        ("Chad left after Mali spied on its king.", "its", "Chad", "nobody spies on his own"),
        ("The Chad Council accused Oslo Gas of abusing its power.", "its", "Oslo Gas", "whose deed it is"),
        ("A court fined Oslo Bank for failing to check its clients.", "its", "Oslo Bank", "... for which one is fined"),
        ("The Teachers Union accused Oslo Gas of occupying two of its halls.", "its", "Teachers Union",
         "... but what is done to others is done to the accuser's"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_stands_for(text: str, pronoun: str, name: str, why: str) -> None:
    found = {entity.name for _, texts, entity in entities_of(text) if pronoun in texts}
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
        entity.named or entity.type == "group" for _, texts, entity in entities_of(text) if pronoun in texts
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
    found = {entity.name for _, texts, entity in entities_of(text) if "She" in texts}
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
        ('"We have no fuel," the clinic\'s director, Ana Ruiz, said.', "We", "clinic", "whose office one holds"),
        ('The army lost a base. "We fled," army spokesman Bo Lee said.', "We", "army", "... as a title tells"),
        ('"We struck," said Ana Ruiz, who heads the miners\' union.', "We", "miners' union", "... or a clause"),
        ('Chad closed the road. "We had to," Chadian Foreign Minister Ana Ruiz said.', "We", "Chad",
         "a minister says it of the state"),
        ('"We will go on," said Ana Ruiz, the mayor of Lyon.', "We", "Lyon", "... and a mayor of the town"),
        ('Chad mourns. "We were friends," former Chadian Foreign Minister Ana Ruiz said.', "We", "Ana Ruiz",
         "... but not who was one"),
        ('"We have no water," said Ana Ruiz, a resident of Lyon.', "We", "Ana Ruiz", "... nor who holds no office"),
    ],
)  # fmt: skip
def test_whose_i_and_we_are(text: str, pronoun: str, name: str, why: str) -> None:
    found = {entity.name for _, texts, entity in entities_of(text) if pronoun in texts}
    assert found == ({name} if name else set()), why
