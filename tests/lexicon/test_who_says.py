"""Who says what, word for word, with the parser: sentences of many regions, each with the reason why it is here.

S{source} Q{cue} C{content}; content in pieces has several marks. A sentence with no mark holds no attribution.
"""

from __future__ import annotations

import re

import pytest

from knowing import know, parsed
from onrecord.reading.draft import AttributionDraft
from onrecord.stages.attributions import find_attributions

_MARK = re.compile(r"([SQC])\{([^{}]*)\}")

ROWS = [
    (
        "C{Nine men died}, Q{according to} S{police}; it rained in Lima.",
        "what follows a semicolon is another statement",
    ),
    ("S{The general} Q{said} C{the front had held}, pointing at a map on the wall.", "what he did as he spoke"),
    ("S{The lawyer} Q{said} C{her client was innocent}, speaking to reporters in Lima.", "likewise"),
    ("S{Doctors} Q{said} C{the boy would recover}, news that brought cheers.", "what became of it"),
    ("S{A guard} Q{said} C{he had seen men pointing at the gate}.", "who points there does not speak"),
    ("S{The aide} Q{would say} only C{that talks had begun}.", "he said that much"),
    ("The aide would say that talks had begun.", "he did not"),
    ("Peru talked S{Chad} into Q{admitting} C{that it had shelled the town}.", "who is brought to say it"),
    (
        "The man stepped closer, and C{as he raised the knife}, S{Hume} Q{said} C{the officer fired}.",
        "a clause of what is said, before the speaker",
    ),
    (
        "C{Police got a call about a brawl, which “was spoiling the feast,” coming from a hotel}, S{Hume} Q{said}.",
        "words behind a quotation that are of its clause",
    ),
    (
        "C{The firm paid “a fair price,” far above the market, for the land}, S{Hume} Q{said}.",
        "likewise, without a verb",
    ),
    ("C{He was “a disgrace,”} S{the mayor of Lyon} Q{said}.", "not who speaks"),
    (
        "C{“The pumps have failed,”} S{an engineer who spoke on condition of anonymity} Q{told} the BBC by phone.",
        "that he spoke so is no second saying",
    ),
    ("C{“It leaks,”} S{a guard who runs the plant} Q{told} the BBC.", "a speaker right behind a quotation"),
    ("The budget is to be debated in May.", "what is to come nobody has said"),
    ("It is not the case that Niger said the truce was dead.", "what is not so nobody has said"),
    ("Neither party supports the truce.", "nobody's stand"),
    ("S{Norway} Q{remains committed to} C{the truce}.", "how it is"),
    ("As shown by the attack in Lima, the truce is dead.", "an act shows nothing"),
    ('C{"It hurts people,"} Q{said} S{one of them, Senator Jeff Lyle of Ohio}.', "who the one is"),
    (
        "C{Talks have failed}, S{the envoy} Q{told} reporters on Monday, a blow to hopes for peace.",
        "no second thing said",
    ),
    (
        "S{The union} Q{blasted} C{a boss who took the money, sold the yard and mocked the men}.",
        "the last of what he did is his too",
    ),
    ("S{Peru} Q{condemns} C{terrorist attacks this weekend in Lima and Cusco}.", "when and where they were"),
    ("The governor, whose office did not respond to a question, has left.", "a clause of his is not put in as a cue"),
    ("S{The party} Q{campaigned against} C{the dam} for ten years.", "how long is not what for"),
    ("The party campaigned for three weeks.", "nor is it asked for"),
    ("Does Paris agree with the plan?", "what is asked nobody has said"),
    ("Ruiz invited Vega to talks in Lima, sending his ratings down.", "what came of it is not what he was to do"),
    ("That was discussed in Lima.", "a bare pronoun is nothing said"),
    ("In Lima the envoy will deliver remarks on the work of the fund.", "nothing is said yet"),
    ("S{CJTF-OIR} Q{said} C{the strike hit a depot}.", "a name with a hyphen, which parsers cut"),
    (
        "S{A nurse} Q{said} C{she was leaving, which she did when guards found her and told her to go}.",
        "who told her is not who says it",
    ),
    (
        "Ana Ruiz, curator of “Bo Lee: Prints and drawings from the coast of Norland” in Lima, has left.",
        "a colon in a quotation gives nobody the word",
    ),
    (
        "Ana Ruiz responded to S{her rival's} Q{remark} C{that the tax was a theft}.",
        "what another said and is answered",
    ),
    ("S{I} Q{thought:} C{here is a way to help}. I went home.", "where all is his own words, a thought ends soon"),
    ("Her remarks on Saturday angered the unions.", "a day is not what was said"),
    ("S{A poll by Gallup} Q{shows} C{Ruiz ahead by four points}.", "where somebody is shown to be"),
    (
        "S{Chad} Q{condemns} C{the raid on Garo, which killed nine}. We are one people.",
        "in its own statement all words are its own",
    ),
    ("S{Chad} Q{condemned} C{the raid on Garo}, which killed nine.", "the reporter's remark"),
    # What goes on with whom, and what the reporter adds.
    ("S{He} Q{neither confirmed nor denied} C{that they had left}.", "both of two verbs under one no"),
    ("C{The rebels hold the port}, S{residents} Q{said}, as bodies lay in the streets.", "amid what they said it"),
    ("C{The road is open}, S{he} Q{says}, though guards fired.", "what the reporter sets against it"),
    (
        "C{“I will calm the country,”} S{Ruiz} Q{told} the house; lawmakers had left.",
        "a quotation, not what stands behind a semicolon",
    ),
    (
        "C{The plane was found at dawn}, S{the head of the society, Ana Ruiz,} Q{said}.",
        "a speaker that a parser hangs on what was found",
    ),
    ("Lima: C{The speaker has left}, S{a clerk} Q{said}.", "where a report was written, before a colon"),
    ("In a video, S{Bongo, 64,} Q{asked} C{“friends to make noise”}.", "a name and not its age"),
    ("S{The gunman} Q{shouted} C{“Do not forget Aleppo”} before he was killed.", "when he shouted it"),
    ("LAGOS/ABUJA – S{The leaders} Q{said} C{the road was open}.", "two towns where it was written"),
    ("C{Nine thousand have fled}, Q{according to} S{the fund}, C{up from 400 a week ago}.", "no number speaks"),
    ("• C{Nine thousand have fled}, S{the fund} Q{said}.", "the mark of a list is not said"),
    ("S{The court} freed him on Q{the grounds} C{that guards had beaten him}.", "who acts on a reason says it"),
    ("He was held by S{the navy} on Q{the pretext} C{that he owed a tax}.", "and so by whom it is done"),
    ("He was held on Q{the pretext} C{that he owed a tax}.", "nobody says by whom"),
    # Of two speakers the right one, and no other.
    (
        "C{One of the wounded had died}, S{the head of the ward} Q{was quoted as saying} by IRNA.",
        "who is quoted says it, and the daily does not",
    ),
    ("Ruiz has the support of two unions.", "who has it does not lend it"),
    ("They cannot blame this on the king.", "what they may not do they have not done"),
    ("We must keep pushing for a return to the talks.", "what must be done nobody has done"),
    ("The idea that the moon is hollow is old.", "an idea of nobody's"),
    ("S{Ruiz} Q{said} after the vote C{he would resign}.", "the vote is when he said it"),
    ("S{She} Q{says}, C{“Do not go,”} until shots are heard.", "the shots are when she says it"),
    ("S{Qanbar} Q{announced} C{the details of the plan} on live television.", "where it was announced"),
    ("It weighs 90 kilos, too many according to his height.", "no height says so"),
    (
        "C{The vote was stolen}, S{Chad} Q{claimed}, a claim that observers from Oslo denied.",
        "what others make of it",
    ),
    ("S{The union} Q{said} C{it had lost nine men}, a figure that the army disputes.", "... also behind a clause"),
    ("S{Chad} Q{called for} C{an inquiry}, a demand echoed by Norway.", "... in the passive"),
    ("S{Chad} Q{has promised} C{daily marches until it is dropped}.", "until when is part of what is promised"),
    ("S{Kyiv} Q{claimed} C{the attack} in a statement on Telegram.", "two venues, one in the other"),
    ("S{The union} Q{calls on} C{all sides to protect nurses}.", "what is called for"),
    ("S{Kyiv} Q{vetoed} C{a text on addressing the crisis}.", "what a text is about it does not say"),
    ("MANILA: S{The army} Q{said} C{the port was calm}.", "a place that opens a report is no speaker"),
    (
        "Interfax - C{The Kremlin has agreed}, S{a spokesman} Q{said}.",
        "the agency that signs is no part of what is said",
    ),
    # What is done, not said.
    ("The players had been denied visas.", "what is refused is no claim"),
    ("The union called a meeting to discuss the offer.", "who is called to meet is called nothing"),
    ("The mayor welcomed him at the gate.", "a guest is no matter"),
    ("The firm saw its shares fall by a tenth.", "what befalls a firm is no view of its own"),
    ("The bank faces criticism for closing branches.", "it is others who criticize"),
    ("S{The mayor} drew criticism for Q{saying} C{the poor were lazy}.", "no criticism says it"),
    ("The delay raises questions about the vote.", "no delay asks"),
    ("Each caller will be asked to give a name.", "nobody has asked yet"),
    ("The patch, which is expected in May, is small.", "a pronoun alone is nothing that is said"),
    # Where content ends.
    (
        "S{The envoy} Q{said} C{that the talks were close to collapse}, a day after the Serbs walked out.",
        "when it was said is the reporter's",
    ),
    (
        "S{The church} Q{denied} C{the allegations}: “She was never forced to stay.”",
        "its answer is not what it denies",
    ),
    (
        "S{The premier} Q{called} C{the ruling “a mistake”}, but the court will hear his appeal in May.",
        "the court hears it later, and said nothing",
    ),
    (
        "“We like rain.” S{She} Q{points out} C{that four wells are dry}.",
        "the clause behind the particle, not the quotation before",
    ),
    (
        "Her parents left, and Q{in the words of} S{the prosecutor}, C{“the child was never well again.”}",
        "the words behind “and”, not the clause before it",
    ),
    (
        "C{The two men later became friends}, Q{according to} S{Weber's memoirs}, in which he is rude.",
        "what is told of the book is not cited from it",
    ),
    ("All they get is S{a message} Q{stating} C{that the site is closed}.", "a predicate noun begins behind its verb"),
    # Sources: where the words for a speaker begin and end.
    ("S{The Zambian council} on Friday Q{said} C{the well was dry}.", "the day is no part of who spoke"),
    (
        "C{“We need the rain,”} Q{said} S{Amina Diallo, who has four goats}.",
        "a closing clause is the speaker’s",
    ),
    (
        "C{“It was a spectacular sale,”} Q{said} S{Tomas Novak, a professor of law at Charles University}.",
        "an apposition runs to the end of the sentence",
    ),
    ("S{Senator Ana Ruiz (D-N.M.)} Q{said} C{the bill was dead}.", "party and seat belong to the name"),
    (
        "S{The judge} threw out a request, Q{saying} C{the court had no say in it}.",
        "no request says it",
    ),
    # Cues that are several words.
    ("S{Rabat} Q{made it clear} C{that the border would stay shut}.", "what is made clear"),
    ("S{Officials} Q{played down} C{the risk of a leak}.", "a verb with its particle"),
    ("S{Juba} Q{puts} C{the toll at 12}.", "a number and whose it is"),
    ("The miners of Ndola, S{who} Q{complained of} C{noise}, went home by bus.", "not that they went"),
    ("The boy was admitted to a ward in Lagos.", "a passive with 'to' confesses nothing"),
    ("S{Ruiz} Q{went on to explain} C{how the port was closed}.", "a verb that sets the cue going belongs to it"),
    ("S{The council} Q{issued a statement calling} C{the test a violation}.", "who issues a text speaks in it"),
    ("S{The general} took to the radio Q{to accuse} C{the rebels of theft}.", "what somebody did to that end was said"),
    ("S{He} Q{could not explain} C{why the bridge had failed}.", "what could not be said is on record too"),
    ("The mayor might say that the talks failed.", "a mere possibility"),
    ("S{Dr. Ana Ruiz, of the teachers' union}Q{:} C{“We will not go back.”}", "who is described before a colon"),
    ("The note that Ana Ruiz left: “We are gone.”", "a note somebody left"),
    ("C{She shelled the town and, at dawn, took it}, Q{according to} S{a recording}.", "one subject, one clause"),
    ("The court convicted him of ordering a massacre.", "what he is guilty of is no order on record"),
    ("S{The judge} Q{asked} the defendant C{if he understood}.", "whom is no part of what is asked"),
    ("The minister nodded when asked whether it was done.", "who is asked does not ask"),
    ("S{Deputies} Q{criticised} C{the mayor for flying to Rome while the city burned}.", "a scene of what he did"),
    ("C{“It is not fair,”} Q{says} S{Luca, 19}.", "an age belongs to the name"),
    ("The army withdrew, as demanded by the rebels.", "what was done as demanded nobody says"),
    ("As Q{reported} by S{Reuters}, C{the port has fallen}.", "what was reported somebody does say"),
    ("(Geneva, 12 August 2026) – C{Cholera is spreading}, S{the agency} Q{warned} today.", "a dateline in brackets"),
    ("S{@AnaRuiz}Q{:} C{The bridge over the Drina is closed}", "who posted it"),
    ("S{State radio} Q{said} C{two ministers had been held}, but gave no details.", "what was left out is not said"),
    ("S{The army} Q{said} C{two men had died} and did not elaborate.", "what was left out, without a comma"),
    ("S{The mayor} Q{said} C{he knew what to say or not say}.", "what is not to be said is said"),
    ("S{Seoul} Q{said} C{it had shelled the port}, in the latest breach of the truce.", "how a reporter ranks it"),
    ("C{The line will open in June}, the agency quoted S{the Estonian envoy} as Q{saying}.", "who is quoted behind it"),
    ("C{“We hid nothing,”} local media quoted S{the widow's lawyer} as Q{saying}.", "who is quoted behind his words"),
    ("It is S{this government} that Q{told} families C{their sons would be home by Easter}.", "the one that it is"),
    ("It is S{the army} that Q{says} C{the village was empty}.", "“it is” is no part of who claims"),
    ("In S{her} Q{view}, C{the sanctions only hurt the poor}.", "whose view it is"),
    ("C{The strike was illegal}, from S{the ministry's} Q{point of view}.", "a point of view behind a comma"),
    ("In its view of the valley, the hotel has no equal; it came into her view.", "what is seen, not thought"),
    ("From his point on the roof, he watched the convoy.", "a point is none of view"),
    ("C{Chile to lift ban on vehicle imports}, S{minister} Q{says}", "a headline with an infinitive"),
    (
        "S{Protesters} Q{chanted} C{“The people want the fall of the regime”} as they marched past.",
        "amid what it was said",
    ),
    ("S{Peskov}, asked about the raid, Q{said} C{it was a lie}.", "who is asked does not ask"),
    (
        "C{“Unacceptable,”} Q{tweeted} S{Lithuania's foreign minister, Kestutis Budrys}.",
        "the minister, not the country",
    ),
    ("S{The prosecutors} Q{said} in a note posted online C{that 14 men had been charged}.", "how the note was put out"),
    ("It Q{was announced} on state radio C{that the curfew would end}.", "where it was announced stands between"),
    ("The ship was carrying cement, it was reported.", "“it” alone is nothing that is said"),
    ("C{He} Q{was accused by} S{the opposition} C{of rigging the vote}.", "of what stands behind who accuses"),
    ("C{The general} Q{is said} C{to be hiding in Juba}.", "hiding is still what is said of him"),
    ("The general was wanted by the Hague court.", "who is wanted by a court"),
    ("The crew left for the Gulf to support the drill.", "an aim is no statement"),
    ("The grant made the battalions more ready to deploy.", "a quality that somebody else gave them"),
    ("S{The bishop} Q{is warning} voters C{that the old order would return}.", "a verb spelled like a noun"),
    ("The film ends with footage of S{the general} Q{saying}, C{“We will bury them all.”}", "no film says it"),
    ("S{Lawyers for the port} Q{filed papers opposing} C{the sale}.", "who files a paper speaks in it"),
    ("They fled from S{nations} that Q{oppose} C{the ban}.", "the noun before “that” is who opposes"),
    (
        "C{“The cause has not been found,”} Q{said} S{Hamid Nouri}, on what was his first day in the job.",
        "when it was said is no part of who said it",
    ),
    (
        "S{The court} Q{said} C{the guard had taken bribes}, a charge his lawyers reject.",
        "what is told of the words as a charge is the reporter's",
    ),
    (
        "C{The truce holds}, S{mediators from Norway, Cuba and Chad} Q{announced}.",
        "a list of speakers that looks like a second subject",
    ),
    ("Warsaw - C{Poland will not send troops}, S{the premier} Q{said}.", "the place of a dateline is not said"),
    ("S{Ruiz} Q{said} at a rally in Leon C{that a bomb had gone off}.", "where it was said stands between"),
    ("These atrocities show the contempt that they have for us.", "a deed is nobody's word"),
    ("The plan is sound, assuming that the tax is paid.", "what is assumed is a condition"),
    ("If the court rules that the vote was void, the town will vote anew.", "a condition tells of no ruling"),
    ("Unless the abbot says he is sorry, nobody will eat.", "nor does “unless”"),
    ("It is worth noting that the valley has no road.", "nobody notes it"),
    ("It goes without saying that the border is shut.", "what goes without saying nobody says"),
    ("The war that saw the town burn is over.", "no war sees"),
    # Content: what belongs to it and what does not.
    (
        "Nine people were hurt in a blast C{that} S{the mayor} Q{described as} C{“an act of terror.”}",
        "the blast is a fact, what it is called his word",
    ),
    ("The army fired on C{what} S{it} Q{called} C{a convoy of smugglers}.", "a free relative"),
    ("The plan, C{which} S{she} Q{hopes} C{to present in June}, was leaked.", "the object of the infinitive"),
    (
        "C{The difference}, S{he} Q{told} me on Monday, C{is that the militia has a radio station}.",
        "whom he told, and when, stand between the commas too",
    ),
    ("C{The port is closed}, Q{according to} S{its director}, who spoke in Sfax.", "more of the source is not said"),
    (
        "S{The premier} Q{said} C{the law would pass, allowing farmers to sell their land}.",
        "a participle that says nothing goes on with what is said",
    ),
    (
        "C{“You must come,”} S{the judge} Q{said} after the guard failed to appear.",
        "when it was said is not what was said",
    ),
    (
        "S{Nairobi} Q{called on} C{the council to lift the ban and send observers}.",
        "a second infinitive after the first",
    ),
    (
        "S{The envoy} Q{said} C{the lists were incomplete and that no voter had been told}.",
        "a second 'that' goes on with what was said",
    ),
    ("S{Hanoi} Q{said} C{the ship had left}, although no port had cleared it.", "the reporter's own objection"),
    (
        "S{The bank} Q{proposed} C{a plan for the valley: sell the dam and pay the farmers}.",
        "what a colon opens belongs to what is proposed",
    ),
    (
        "S{The Lima Herald} Q{reports:}\n\nC{“Only twelve of the miners came back that night.”}",
        "a quotation in the paragraph after the colon",
    ),
    (
        "S{The governor} Q{added:}\n\nC{The dam was never inspected and nobody will be paid for that}.",
        "words set off in a paragraph of their own need no marks",
    ),
    ("S{Tunis} Q{backed} C{the accord}, which ended a war of nine years.", "a reporter's remark on what is backed"),
    ("S{Lima} Q{condemned} C{the launch} as warships gathered off the coast.", "amid what it was condemned"),
    (
        "S{She} Q{vowed} C{to form a task force, which would patrol the lakes}.",
        "what is planned of the plan is no remark",
    ),
    ("S{Seoul} Q{blamed} C{the blackout on hackers}.", "on whom it is blamed"),
    ("S{The judge} Q{defended} C{himself and his clerks}.", "both that are defended"),
    (
        "S{Police} Q{believe} C{the gunman acted alone}, and are looking for a second car.",
        "what the speakers do themselves",
    ),
    (
        "The plan came in May.[2] S{Ruiz} Q{announced} C{the details of the plan}.",
        "a footnote joins two sentences, of which the first is nobody's word",
    ),
    ("S{The bank} Q{said} in an emailed statement C{that it was aware of the leak}.", "one cue, not two"),
    (
        "S{The mayor} Q{says} C{she hopes for rain, but she fears a flood}.",
        "the same pronoun in the present goes on with what is said",
    ),
    ("What is more, S{the council} Q{has ignored} C{the farmers}.", "'what is more' ignores nobody"),
    ("S{The vicar} Q{has called for} C{calm}.", "a perfect is no passive"),
    (
        "C{“The well is dry,”} S{Diallo} Q{said} on “Morning Voices.” C{“Nobody came to help us.”}",
        "the name of a broadcast parts no speech",
    ),
    (
        "C{“The well is dry,”} S{Diallo} Q{said}. He looked tired. C{“Nobody came to help us.”}",
        "a sentence between",
    ),
    ("S{She} Q{says} C{“No,”} until somebody pays her.", "until when she says it is the reporter's"),
    (
        "S{The minister} Q{said} C{the port was closed, and the ferries would stop on Monday}.",
        "a 'would' behind a past tense is what was said",
    ),
    ("S{The mayor} Q{says} C{the water is safe, and “we are testing it” every day}.", "a quoted 'we' is the speaker's"),
    (
        "C{The convoy was hit on a road built by Chinese engineers}, Q{according to} S{the ministry}.",
        "a phrase that closes the sentence is about all of it",
    ),
    (
        "C{The army took the town and the rebels fled to the hills}, Q{according to} S{residents}.",
        "two clauses without a comma are of a piece",
    ),
    ("The strike, C{which killed nine} Q{according to} S{the hospital}, lasted an hour.", "no comma: only that clause"),
    ("The pact is dead, and S{the envoy} Q{said} C{as much} on Tuesday.", "what stands for a clause"),
    ("S{The court} Q{said} C{so far no judge had been named}.", "'so far' stands for nothing"),
    ("The leak forced S{the minister} Q{to admit} C{that the files had been lost}.", "brought to it, he said it"),
    ("The court did not force the bank to disclose its clients.", "nobody was brought to it"),
    ("As Q{stated} in S{the treaty}, C{the strait is open to all ships}.", "a text says it"),
    ("The talks resumed on Monday, as promised.", "a promise that nobody is named for"),
    (
        "The vote went ahead, with S{the opposition} Q{calling} C{it a farce}.",
        "who is with it speaks",
    ),
    ("S{The union} Q{called} C{the deal a “triumph” for its members}.", "what it is called, and for whom"),
    (
        "S{Residents} Q{said} C{the rebels held the centre but that shooting could be heard in the hills}.",
        "'but that' goes on",
    ),
    ("Relatives wept and embraced as the verdict was read.", "when, and on nobody's word"),
    (
        "S{He} Q{promised} C{that the culprits “will be punished according to Islamic law”}.",
        "by what they are punished is no source",
    ),
    ("S{Tehran} Q{said} C{it would stand by its ally}, without elaborating.", "what he left out he did not say"),
    ("The summit dwelt on Moscow’s threat to its neighbours.", "no neighbour is said"),
    (
        "C{“It is only a tax,”} Q{said} S{Ana Ruiz}. C{“I would not call this thing a reform at all” for the rich}.",
        "the few words that end a quotation’s sentence",
    ),
]


def _marks(row: str) -> tuple[str, list[tuple[str, str]]]:
    """The bare text, and the marked words with their role."""
    return _MARK.sub(r"\2", row), sorted((m.group(1), m.group(2)) for m in _MARK.finditer(row))


def _words(draft: AttributionDraft) -> list[tuple[str, str]]:
    source = [("S", draft.source.text)] if draft.source else []
    cue = [("Q", draft.cue.text)] if draft.cue else []
    return sorted([*source, *cue, *(("C", piece.text) for piece in draft.content)])


@pytest.mark.parametrize(("row", "reason"), ROWS)
def test_the_words_are_read_as_marked(row: str, reason: str) -> None:
    """Exactly one attribution, with these words for source, cue and content; none where nothing is marked."""
    text, wanted = _marks(row)
    drafts = find_attributions(parsed(text), (), (), know().lexicon)
    assert [_words(draft) for draft in drafts] == ([wanted] if wanted else []), reason
