"""Whom descriptions, short names and nouns for towns and bodies mean where several would do."""

from __future__ import annotations

import pytest

from knowing import entities_of


@pytest.mark.parametrize(
    ("text", "words", "name", "why"),
    [
        ("Prime Minister Bo Lee flew in with Interior Minister Clara Voss. Lee defended the minister.", "the minister",
         "Clara Voss", "nobody defends himself, and a prime minister is hardly a minister"),
        ("Rain fell. Detective Gail Renwick asked those who saw the 45-year-old to call.",
         "the 45-year-old", "45-year-old", "nor does who asks ask for herself"),
        ("A jury convicted Bo Brasko of theft. It was cold. Rain fell. A storm came. Snow fell. The defendant wept.",
         "The defendant", "Bo Brasko", "who was convicted long before"),
        ("Police arrested Bo Lee. Rain fell. Ana Oduya, a lawyer, said her client was ill.", "her client", "Bo Lee",
         "the lawyer's client is who is held"),
        ("Police arrested Bo Lee. The older man fled.", "The older man", "older man", "one of several"),
        ("The Miners Union left. Its president, Ana Ruiz, wept. Rain fell. The union leader sang.", "The union leader",
         "Ana Ruiz", "who heads the body that the word before names"),
        ("The Miners Union left. Ana Ruiz, who heads the union, wept. The union leader sang.", "The union leader",
         "Ana Ruiz", "... by a clause"),
        ("The Gao School Board met. President Dan Whitaker wept. The board president sang.", "The board president",
         "Dan Whitaker", "... in this very office"),
        ("The Liberation Army of Mali fled. Its leader, Jaber Odeh, wept. A rebel leader sang. The rebel leader left.",
         "The rebel leader", "rebel leader", "another one has come since"),
        ("Chief Executive Mette Lund left. The CEO wept.", "The CEO", "Mette Lund", "the same office in letters"),
        ("President Amadou Keita met the deputy head of a firm, Ana Ruiz. The head of state wept.", "The head of state",
         "Amadou Keita", "an office in several words, and no head of anything else"),
        ("President Amadou Keita dismissed Prime Minister Ousmane Diarra. The former prime minister wept.",
         "The former prime minister", "Ousmane Diarra", "who has lost the office in the report"),
        ("Archbishop Thomas Reilly left. Rain fell. Snow fell. A storm came. It was cold. The prelate wept.",
         "The prelate", "Thomas Reilly", "the only one of the report who is one"),
        ("UN envoy Greta Holm met Jaber Odeh. The Swede wept.", "The Swede", "Greta Holm", "one of a nation"),
        ("Ruth Hall was shot on Monday. The mother of four survived.", "The mother", "Ruth Hall", "by her children"),
        ("Jonel Santos swam for hours. The student wept.", "The student", "Jonel Santos", "a calling told late"),
        ("Swiss nurse Ana Meier left with French engineer Marc Dubois. Rain fell. The Swiss woman wept.",
         "The Swiss woman", "Ana Meier", "who alone is of the nation"),
        ("Swiss nurse Ana Meier left with Swiss nurse Eva Frei. Rain fell. The Swiss woman wept.",
         "The Swiss woman", "Swiss woman", "... of two nobody knows which"),
        ("Its president, Carol Webb, called it a betrayal. The retired teacher wept.", "The retired teacher",
         "Carol Webb", "what somebody in office was before"),
        ("Grigore Rusu said the state was bankrupt. The former president met Bo Lee.", "The former president",
         "Grigore Rusu", "... or the one whom the sentence before is about"),
        ("Grigore Rusu said Bo Lee was wrong. The former president denied it.", "The former president",
         "former president", "... but not one of two of whom it tells"),
        ("Police arrested a former teacher suspected of killing a councilman. Luis Andrade, 45, was found in a barn.",
         "a former teacher", "Luis Andrade", "who was held, not who was killed"),
        ("A lawmaker was stabbed in her home and a neighbour was held. Siobhan Daly, 44, of the Green Alliance, wept.",
         "A lawmaker", "Siobhan Daly", "who is a woman, and of a body"),
        ("The teachers' union, Sintepe, left. Union president Paulo Freitas wept. Ana Alves met the union leader.",
         "the union leader", "Paulo Freitas", "of which body the title tells"),
        (f"Union president Paulo Freitas wept. {'Rain fell. ' * 9} Ana Alves met the union leader.", "the union leader",
         "Paulo Freitas", "... or who has the body in his title"),
        ("Ana Silva said the state was poor. The former union lawyer wept.", "The former union lawyer", "Ana Silva",
         "what somebody was, with one word for of what"),
        ("Al Reyes, a former engineer at a mine, was cross. The retired engineer wept.", "The retired engineer",
         "Al Reyes", "what he is told to have been"),
        ("The premier named Ana Botnari, a banker, as his successor.", "The premier", "premier",
         "who names a successor is not named so"),
        ("Governor Uba Lawal left. He announced a reward for Omar Kane, whom he called a thief. The 33-year-old fled.",
         "The 33-year-old", "Omar Kane", "whom the sentence before has brought"),
        ("Minister Jonel Santos swam for hours. The student wept.", "The student", "student", "... of none with one"),
        ('Anthony "Tony" Brasko left. Ana Ruiz stayed. Tony wept.', "Tony", 'Anthony "Tony" Brasko', "a nickname"),
        ("Michael Dorsey left. Ana Ruiz stayed. Mike wept.", "Mike", "Michael Dorsey", "a short given name"),
        ("Analyst Tom Weir of Tarvex left. The analyst wept.", "The analyst", "Tom Weir", "a weir with a given name"),
        ("Police identified the shooter as Curtis Lang. Rain fell. The suspect fled.", "the shooter", "Curtis Lang",
         "who has been called the shooter"),
        ("Bo Lee met Ana Ruiz. Rain fell. Snow fell. Lee wept. Lee accused his rival of theft.",
         "his rival", "Ana Ruiz", "the only other person of the report"),
    ],
)  # fmt: skip
def test_which_person_is_meant(text: str, words: str, name: str, why: str) -> None:
    (found,) = [entity for _, mentions, entity in entities_of(text) if words in mentions]
    assert found.name == name, why


@pytest.mark.parametrize(
    ("text", "words", "name", "why"),
    [
        ("Two men shot Ana Barak and her husband, Bo Barak. The couple had a son.", "The couple",
         "Ana Barak and Bo Barak", "who are told of as spouses"),
        ("Police in Leeds charged Darren Foxley and Ryan Shaw with murder. Officer Ana Renwick said the suspects fled.",
         "the suspects", "Darren Foxley and Ryan Shaw", "to whom it was done, in a list"),
        ("Police arrested two men in Leeds. Detective Gail Renwick said the suspects fled.", "the suspects", "Two men",
         "... as one"),
        ("Colonel Nabil Badr met UN envoy Greta Holm. Ana Ruiz urged the two commanders to talk.", "the two commanders",
         "two commanders", "an envoy is no commander"),
        ("They drove from Bakel to Kayes. Ana Ruiz said both cities were quiet.", "both cities", "Bakel and Kayes",
         "two towns"),
        ("Peru accused Chile of theft. Bo Lee left. Rain fell. Snow fell. She wept. The two countries share a dam.",
         "The two countries", "Peru and Chile", "the only two states of the report"),
        ("Holt Mayor Ruben Sandoval met the mayor of Bakel in Holt. Sandoval said his town was quiet.", "his town",
         "Holt", "the town that his office names"),
        ("Rain fell in Sfax. Ana Ruiz said the port city was quiet.", "the port city", "Sfax", "what it lives by"),
        ("Ana Ruiz lived in Kayes and spoke in Bakel. In that city, people wept.", "that city", "Bakel", "just named"),
        ("Rain fell in Chad. Ana Ruiz lived in Mali until that country fell.", "that country", "Mali", "... a state"),
        ("The president of Russia met Ana Ruiz. Moscow denied putting pressure on the West African nation.",
         "the West African nation", "West African nation", "it puts no pressure on itself"),
    ],
)  # fmt: skip
def test_which_places_and_pairs_are_meant(text: str, words: str, name: str, why: str) -> None:
    (found,) = [entity for _, mentions, entity in entities_of(text) if words in mentions]
    assert found.name.casefold() == name.casefold(), why


@pytest.mark.parametrize(
    ("text", "words", "name", "why"),
    [
        ("The World Food Programme said a ship was ready. The UN agency wept.", "The UN agency", "World Food Programme",
         "an agency of the UN is not the UN"),
        ("The Texas State Board of Education met Ana Ruiz. The state agency wept.", "The state agency",
         "Texas State Board of Education", "a word that stands in the name"),
        ("The Gao School Board met Ana Ruiz. The panel wept.", "The panel", "Gao School Board", "any board is a panel"),
        ("Ana Ruiz told NRK that the sides were close. The broadcaster said so on Monday.", "The broadcaster", "NRK",
         "to whom news are told"),
        ("Hizb al-Fajr claimed the attack. The group wept.", "The group", "Hizb al-Fajr", "a party in another tongue"),
        ("Vantis, a buyout firm based in Boston, owns it. The firm wept.", "The firm", "Vantis",
         "what is said beside it makes it a body"),
        ("The Nordic Pilots' Federation met on Monday. Ana Ruiz left. The pilots' union wept.", "The pilots' union",
         "Nordic Pilots' Federation", "pilots who have joined are no soldiers"),
        ("The Front for National Renewal left. It had won. The rebels wept.", "The rebels",
         "Front for National Renewal", "national is nobody's subject"),
        ("Ana Ruiz of Guardian Insurance left. People met. Rain fell on them. The advocacy group wept.",
         "The advocacy group", "advocacy group", "a word for its work that nothing tells of the insurer"),
    ],
)  # fmt: skip
def test_which_body_goes_by_another_word(text: str, words: str, name: str, why: str) -> None:
    (found,) = [entity for _, mentions, entity in entities_of(text) if words in mentions]
    assert found.name == name, why
