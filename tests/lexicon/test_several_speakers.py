"""Several cues in one sentence: each has its own speaker and its own words."""

from __future__ import annotations

import pytest

from knowing import know, parsed
from onrecord.pipeline import read
from onrecord.stages.attributions import find_attributions


def test_what_is_added_has_a_cue_of_its_own() -> None:
    """The quotation after "adding" belongs to it, not once more to "said"."""
    doc = parsed("“We can no longer pay,” the miller said, adding later, “The bank owns the wheels.”")
    drafts = find_attributions(doc, (), (), know().lexicon)
    read = [(draft.cue.text if draft.cue else "", [piece.text for piece in draft.content]) for draft in drafts]
    assert read == [("said", ["“We can no longer pay,”"]), ("adding", ["“The bank owns the wheels.”"])]


SEVERAL = [
    (
        "Ana Ruiz said she believed that the council wanted more time, and called for an inquiry.",
        [("Ana Ruiz", "said"), ("Ana Ruiz", "called for")],
        "a comma parts what she does next from what she believes of others",
    ),
    (
        "The envoy told reporters that Oslo is ready for talks, but declined to say when they would begin.",
        [("The envoy", "told"), ("The envoy", "declined")],
        "who keeps silent of one thing is who told the other",
    ),
    (
        "“Vega made it clear that we would stay,” said Ana Ruiz, a spokeswoman.",
        [("Vega", "made it clear"), ("Ana Ruiz, a spokeswoman", "said")],
        "what he made clear ends with her quotation",
    ),
    (
        "“We pray,” a teacher who asked not to be named told the daily.",
        [("who", "asked"), ("a teacher who asked not to be named", "told")],
        "what she asked is not what she told",
    ),
    (
        "The Financial Times reported, citing three people, that Washington had agreed.",
        [("The Financial Times", "reported"), ("The Financial Times", "citing")],
        "whom a paper cites is put into what it reports",
    ),
    (
        "Iran condemned the strike, according to IRNA, while Saudi Arabia, which borders Yemen, urged restraint.",
        [("IRNA", "according to"), ("Saudi Arabia, which borders Yemen,", "urged")],
        "what others say beside it is not cited",
    ),
    (
        "Amnesty urged the court to sue the army, which it accused of bombing the camp.",
        [("Amnesty", "urged"), ("it", "accused of")],
        "of what the army is accused",
    ),
    (
        "Ms Tetteh reported that clashes had left eight dead, and expressed concern about the truce.",
        [("Ms Tetteh", "reported"), ("Ms Tetteh", "expressed concern about")],
        "no clashes express concern",
    ),
    (
        "The police said nobody had been arrested and warned that more men would come.",
        [("The police", "said"), ("The police", "warned")],
        "nobody warns",
    ),
    (
        "The minister said he was shocked, releasing a statement saying the deal was unfair.",
        [("The minister", "said"), ("The minister", "releasing a statement saying")],
        "a text that is put out is a speech of its own",
    ),
    (
        "Ethiopia's ministry called the deal “a first step”, while Egypt urged both sides to respect it.",
        [("Ethiopia's ministry", "called"), ("Egypt", "urged")],
        "a quotation before “while” is not hers who comes behind it",
    ),
    (
        "The radio has learned that according to a post made a day ago, the site is being attacked.",
        [("The radio", "has learned"), ("a post made a day ago", "according to")],
        "a phrase behind “that” opens what it is about",
    ),
    (
        "A driver told a court that the general ordered his men to fire, contradicting his claim.",
        [("A driver", "told"), ("A driver", "contradicting")],
        "who tells contradicts",
    ),
    (
        "He said that Clinton had been pilloried for acknowledging that jobs would go.",
        [("He", "said"), ("Clinton", "acknowledging")],
        "what she is blamed for she has said",
    ),
    (
        "The minister told deputies that the raid had been ordered by an aide, adding that he was gone.",
        [("The minister", "told"), ("The minister", "adding")],
        "no raid adds anything",
    ),
    (
        "“Nobody asked us,” the farmer said, pointing to a burnt field, “and nobody will pay us.”",
        [("the farmer", "said"), ("the farmer", "pointing to")],
        "who points stands outside the quotation",
    ),
    (
        "Asked whether he would resign, the premier said the cabinet had not met.",
        [(None, "Asked"), ("the premier", "said")],
        "the premier asks nothing",
    ),
    (
        "Unions blamed the council for saying the dam was safe.",
        [("Unions", "blamed"), ("the council", "saying")],
        "who is blamed is who said it",
    ),
    (
        "The envoy was arrested and later accused by Minsk of spying.",
        [("Minsk", "later accused by")],
        "the second participle is a passive too",
    ),
    (
        "The president said he would order a review of the raids and warned against new protests.",
        [("The president", "said"), ("The president", "warned against")],
        "a past tense behind what will be goes on with who said it",
    ),
    (
        "Analysts said the drought had pushed prices up, citing figures of the ministry.",
        [("Analysts", "said"), ("Analysts", "citing")],
        "no drought cites figures",
    ),
    (
        "The road is shut, said Enrique Diaz, who added that the port was open.",
        [("Enrique Diaz", "said"), ("who", "added")],
        "what he said besides is no part of who he is",
    ),
    (
        "The army has taken the hill, a security source told AFP, citing a report from the front.",
        [("a security source", "told"), ("a security source", "citing")],
        "who told it cites, not who did it",
    ),
    (
        "The court has rejected a plea to free the editor, saying the law was clear.",
        [("The court", "has rejected"), ("The court", "saying")],
        "behind a comma the court goes on, not who is to free him",
    ),
    (
        "Miners said they are ready to strike and the ministry accused them of blackmail.",
        [("Miners", "said"), ("the ministry", "accused")],
        "a past tense goes back to the report",
    ),
    (
        "The finding prompted the alliance to condemn the raid.",
        [("the alliance", "to condemn")],
        "no finding condemns it",
    ),
    (
        "Oslo called on the mayor to apologize for saying that the dam was safe.",
        [("Oslo", "called on"), ("the mayor", "saying")],
        "who is called on is to do it",
    ),
    (
        "Hanoi accused Lima of ramming a boat, calling the act “inhumane”.",
        [("Hanoi", "accused"), ("Hanoi", "calling")],
        "who accuses goes on speaking behind a comma",
    ),
    (
        "Oslo welcomes the release of the three men and calls for the release of all others.",
        [("Oslo", "welcomes"), ("Oslo", "calls for")],
        "a verb that looks like a noun",
    ),
    (
        "The ministers “strongly condemned” the launch and pledged aid.",
        [("The ministers", "strongly condemned"), ("The ministers", "pledged")],
        "a quoted cue is still a cue",
    ),
    (
        "Kyiv says the talks are not ready to begin, pointing to nightly strikes.",
        [("Kyiv", "says"), ("Kyiv", "pointing to")],
        "who points is who says, not what is not ready",
    ),
    (
        "Her son had been taken, the widow said, adding that nobody came.",
        [("the widow", "said"), ("the widow", "adding")],
        "what is added is no second part of what was said",
    ),
    (
        "The suspects have confessed, Interfax reported, citing a police source.",
        [("Interfax", "reported"), ("Interfax", "citing")],
        "who reports cites, not who confessed",
    ),
    (
        "I told the panel that in May, and I will tell it again.",
        [],
        "what is joined by “and” does not say the clause before",
    ),
    (
        "Prosecutor Luis Vega, who had asked for 20 years, said he would study the ruling.",
        [("who", "had asked for"), ("Prosecutor Luis Vega, who had asked for 20 years,", "said")],
        "a relative clause is put into nobody's words",
    ),
    (
        "The army acknowledged that its troops had pulled back but denied that the port had fallen.",
        [("The army", "acknowledged"), ("The army", "denied")],
        "a past behind what had been before goes on with who told it",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "reason"), SEVERAL)
def test_each_cue_has_its_own_speaker(text: str, wanted: list[tuple[str | None, str]], reason: str) -> None:
    """Source and cue of every attribution of a sentence with several."""
    drafts = find_attributions(parsed(text), (), (), know().lexicon)
    found = [(d.source.text if d.source else None, d.cue.text if d.cue else "") for d in drafts]
    assert found == wanted, reason


@pytest.mark.parametrize(
    ("text", "said", "why"),
    [
        ("The ministry denied that its troops had shelled the town, saying they obeyed the law.",
         [("The ministry", "that its troops had shelled the town"), ("The ministry", "they obeyed the law")],
         "who denies says why"),
        ("The envoy, Ana Ruiz, told reporters that Oslo “goes on” with the talks, but declined to say when they end.",
         [("The envoy, Ana Ruiz,", "that Oslo “goes on” with the talks"),
          ("The envoy, Ana Ruiz,", "to say when they end")],
         "what she kept silent on she did not say"),
        ("RT @ruiz: BREAKING: The port has fallen, police said.",
         [("@ruiz", "BREAKING: The port has fallen, police said"), ("police", "The port has fallen")],
         "who passes a post on and its label are no part of it"),
        ("The mayor called Ruiz and Silva traitors.", [("The mayor", "Ruiz and Silva traitors")],
         "who is called so, and what"),
    ],
)  # fmt: skip
def test_what_goes_on_with_what_was_said(text: str, said: list[tuple[str, str]], why: str) -> None:
    """Source and content of each."""
    found = read(text, know()).attributions
    assert [(a.source.text if a.source else "", a.content[0].text) for a in found] == said, why
