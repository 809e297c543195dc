"""Words that go on without a cue: quoted paragraphs, headings, statements, transcripts, interviews."""

from __future__ import annotations

import pytest

from knowing import know, parsed
from onrecord.pipeline import read
from onrecord.stages.attributions import find_attributions

GOING_ON = [
    (
        "“The well is dry,” Diallo said.\n\n“Nobody came to help us here.”\n\n“We will leave on Monday morning.”",
        [["“The well is dry,”", "“Nobody came to help us here.”", "“We will leave on Monday morning.”"]],
        "quoted paragraphs right behind a quotation are more of it",
    ),
    (
        "The minister said:\n\nThe road to Sfax is open for all.\n\nWe thank the town.\n\nHe leaves on Monday.",
        [["The road to Sfax is open for all.\n\nWe thank the town"]],
        "a statement without marks goes on while it says “we”",
    ),
    (
        "“The well is dry,” Diallo said.\n\n“We asked for help twice this year.\n\n“Nobody came.”",
        [["“The well is dry,”", "“We asked for help twice this year.", "“Nobody came.”"]],
        "behind a quotation left open a short one is more of it",
    ),
    (
        "Diallo denied that he had sold the well.\n\n“I was in Sfax all of that week.”",
        [["that he had sold the well"], ["“I was in Sfax all of that week.”"]],
        "what a denial is about is not what he says next",
    ),
    (
        "Diallo said that aid was late. “We waited for it all of May.”",
        [["that aid was late"], ["“We waited for it all of May.”"]],
        "a sentence in marks behind his is his",
    ),
    (
        "“The well is dry,” Diallo said.\n\nA sign hung on the gate:\n\n“No water until the end of May.”",
        [["“The well is dry,”"]],
        "a colon hands the words to the sign",
    ),
    (
        "The minister said:\n\nI am appalled by the raid.\n\nIt hit a school.\n\nWe will act.\n\nHe flies to Oslo.",
        [["I am appalled by the raid.\n\nIt hit a school.\n\nWe will act"]],
        "a statement without marks goes on to its last we",
    ),
    (
        "The minister said:\n\nWe are appalled by it.\n\nThe union said it was too late.\n\nWe met nurses.",
        [["We are appalled by it"], ["it was too late"]],
        "... unless somebody else speaks before",
    ),
    ("We fled, she said. My sons are hungry. Rain fell.", [["We fled"], ["My sons are hungry"]], "more of her words"),
    (
        "The union issued the following statement:\n\nTalks failed on Monday at noon. We will strike.",
        [["Talks failed on Monday at noon. We will strike"]],
        "what is put out with a colon",
    ),
    (
        "MS RUIZ: We agreed on a plan today.\n\nWe will send aid.\n\nMR LEE: We are grateful.",
        [["We agreed on a plan today.\n\nWe will send aid"], ["We are grateful"]],
        "a turn of a transcript over paragraphs, up to the next",
    ),
    (
        "Mr Ruiz (Peru): We will vote for it.\n\nTHE PRESIDENT: I thank Peru.",
        [["We will vote for it"], ["I thank Peru"]],
        "turns with a state behind the name, and without a name",
    ),
    (
        "This statement was released by the union in Lima on Monday:\n\n“We will strike on Monday.”",
        [["“We will strike on Monday.”"]],
        "... in the passive",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "reason"), GOING_ON)
def test_who_spoke_last_goes_on_in_quoted_paragraphs(text: str, wanted: list[list[str]], reason: str) -> None:
    """The contents of the attributions, in pieces."""
    drafts = find_attributions(parsed(text), (), (), know().lexicon)
    assert [[piece.text for piece in draft.content] for draft in drafts] == wanted, reason


_BODY = (
    "\n\nThe army said on Friday that the base had been attacked at dawn by a large group of men from the hills in the"
    " north.\n\n“We saw smoke,” said Ali Diallo, a farmer, who lives with his wife and four children near the base."
)


HEADINGS = [
    ("Police: Gunman killed two at mall", ("Police", "Gunman killed two at mall"), "before a colon"),
    ("Militants attack base in Mali: army", ("army", "Militants attack base in Mali"), "behind one"),
    ("Two dead, 5 hurt - police", ("police", "Two dead, 5 hurt"), "behind a dash"),
    ("Poll: Half of voters back the pact", ("Poll", "Half of voters back the pact"), "a text speaks"),
    ("Ruiz on taxes: “The poor pay twice”", ("Ruiz", "“The poor pay twice”"), "a name before words in marks"),
    ("Boko Haram: 30 killed in Nigeria attack", None, "whom it is about"),
    ("Imran Khan: Pakistan ex-PM arrested", None, "a person whom it is about"),
    ("Gaza: What we know so far", None, "a place"),
    ("CORRECTION: Two villages were hit", None, "a label of the paper"),
]


@pytest.mark.parametrize(("heading", "wanted", "reason"), HEADINGS)
def test_a_heading_names_its_voice(heading: str, wanted: tuple[str, str] | None, reason: str) -> None:
    """Source and content of what stands in the heading."""
    reading = read(heading + _BODY, know())
    said = [
        (a.source.text, a.content[0].text) for a in reading.attributions if a.source and a.source.start < len(heading)
    ]
    assert said == ([] if wanted is None else [wanted]), reason


def test_a_quotation_behind_a_colon_is_not_said_again() -> None:
    """The next sentence has another speaker and content."""
    reading = read("Ana Ruiz tweeted: “Never again!” The union called the vote illegal.", know())
    assert [(a.cue and a.cue.text, a.content[0].text) for a in reading.attributions] == [
        ("tweeted:", "“Never again!”"),
        ("called", "the vote illegal"),
    ]


def test_what_is_voted_on_holds_nobodys_words() -> None:
    """Of a bill that critics say something about, critics speak to the reporter, not to who voted."""
    reading = read("Deputies voted to pass a bill that the government says will end the feud.", know())
    assert [(a.source.text if a.source else None, a.within) for a in reading.attributions] == [
        ("Deputies", None),
        ("the government", None),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Besnik Hoxha spoke to the paper on Friday.",
        "The party's chairman, Besnik Hoxha, spoke to the paper on Friday.",
        "Interview with Besnik Hoxha, the party's chairman",
    ],
)
def test_answers_in_an_interview_are_the_guests(opening: str) -> None:
    """Its opening says who spoke; the questions stay nobody's."""
    text = f"{opening}\n\nQ: Will you go to Brussels?\n\nA: We will go if they go."
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    said = [(a.source.text, names.get(a.source.entity or "")) for a in reading.attributions if a.source]
    assert said == [("Q", None), ("A", "Besnik Hoxha")]


ISSUED = [
    ("The rally featured Ana Ruiz and Per Vega side by side.", [], "whom a rally shows says nothing"),
    ("A report by the World Bank said so. The report warned of hunger.", ["World Bank"] * 2, "who it is by"),
    (
        "The Red Cross said in a statement that it fled. The statement says nobody died.",
        ["Red Cross"] * 2,
        "in whose words",
    ),
    ("Amnesty published a study. The study says guards beat men.", ["Amnesty"] * 2, "who published it"),
    ("He read a letter from the Red Cross. The letter said the road was open.", ["Red Cross"], "who it is from"),
    ("A White House statement said the road was open.", ["White House"], "a body before it"),
    ("A report seen by Reuters said the fund was empty.", [None], "who saw it has not written it"),
    ("Amnesty published a study. A study says guards beat men.", ["Amnesty", None], "another study"),
    (
        "Amnesty published a report. Oxfam published a study. The report says men fled.",
        ["Amnesty", "Oxfam", None],
        "another text has been named since",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "reason"), ISSUED)
def test_a_text_speaks_for_who_put_it_out(text: str, wanted: list[str | None], reason: str) -> None:
    """The statement, report or letter that says something is somebody's."""
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    assert [names.get(a.source.entity or "") for a in reading.attributions if a.source] == wanted, reason


def test_a_cut_that_leaves_nothing_leaves_no_speaker() -> None:
    """Between marks that are turned round all that he said would be the words that cite others."""
    text = (
        'Nine men died in an air raid on a town in Chad on Sunday, " he said, ", according to nurses and local radio, '
        "the army carried out the raid."
    )
    assert all(attribution.content for attribution in read(text, know()).attributions)


def test_a_statement_that_closes_the_text_is_read_to_its_end() -> None:
    """Below its colon, where nobody else has the word; what is told to the reader, or of the speaker, is not said."""
    said = (
        "I offer my condolences to the families.\nThe rebels shot at shoppers. Norland is with Chad.\nThey must leave."
    )
    for behind in ("The full report can be found on a page.", "Mr Berg will go to Chad on Monday."):
        (attribution,) = read(
            f"Tobias Berg, Minister for the Middle East, said:\n{said}\n{behind}", know()
        ).attributions
        assert attribution.content[0].text == said.rstrip(".")


def test_a_statement_ends_where_the_next_is_put_out() -> None:
    """In one paragraph too; the words of the second are not the first one's."""
    text = (
        "The union issued the following statement: We will go. The bank issued the following statement: We will stay."
    )
    said = [(a.source and a.source.text, [piece.text for piece in a.content]) for a in read(text, know()).attributions]
    assert said == [("The union", ["We will go"]), ("The bank", ["We will stay"])]


@pytest.mark.parametrize(
    ("text", "speakers", "reason"),
    [
        (
            "Spokesperson: We know of it.\n\nQuestion: Is it so?\n\nSpokesperson: It is so.",
            ["Spokesperson", "Question", "Spokesperson"],
            "in a briefing an office has the word",
        ),
        (
            "The Chair: We begin now.\n\nNorland: We back it.\n\nThe Chair: We thank you.",
            ["The Chair", "Norland", "The Chair"],
            "and so have states, where offices do",
        ),
        ("Witness: the road is open.\n\nRifles: two were found.", [], "one office before a colon is no transcript"),
    ],
)
def test_offices_have_the_word_in_a_transcript(text: str, speakers: list[str], reason: str) -> None:
    drafts = find_attributions(parsed(text), (), (), know().lexicon)
    assert [draft.source and draft.source.text for draft in drafts] == speakers, reason


def test_each_who_has_the_word_before_a_colon_has_his_own_words() -> None:
    text = "Ana Silva says: We will go.\n\nPer Dahl says: We will stay.\n\nThe union says: We hope so."
    said = [[piece.text for piece in a.content] for a in read(text, know()).attributions]
    assert said == [["We will go"], ["We will stay"], ["We hope so"]]
