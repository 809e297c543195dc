"""Several taken together: lists, "the two countries", sources that speak together, members of bodies."""

from __future__ import annotations

import pytest

from knowing import entities_of, know
from onrecord.pipeline import read


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
    assert next(e.name for _, texts, e in entities_of(text) if words in texts) == name, why


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
        ("Two deputies, Ana Ruiz of Lima and Eva Dahl of Cusco, said no.", "Two deputies", ("Two deputies",), "these"),
        ("Ana Ruiz, a doctor and a deputy, said no.", "Ana Ruiz", ("Ana Ruiz", "a doctor", "a deputy"), "nor here"),
    ],
)
def test_who_say_something_together_are_one_source(text: str, name: str, mentions: tuple[str, ...], why: str) -> None:
    reading = read(text, know())
    source = reading.attributions[0].source
    assert source is not None
    speaker = next(entity for entity in reading.entities if entity.id == source.entity)
    assert (speaker.name, tuple(mention.text for mention in speaker.mentions)) == (name, mentions), why


@pytest.mark.parametrize(
    ("text", "words", "body", "why"),
    [
        (
            "The Gao City Council met. Council members said no.",
            "Council members",
            "Gao City Council",
            "by the body's own word",
        ),
        (
            "The Gao City Council met. Councillors said no.",
            "Councillors",
            "Gao City Council",
            "by what its members are called",
        ),
        ("Gao School District met. Trustees said no.", "Trustees", "Gao School District", "... of what is no ground"),
        ("Oslo Gas lost money. The company's directors wept.", "The company's directors", "Oslo Gas", "whose they are"),
        ("Oslo Gas lost money. A company spokesman wept.", "A company spokesman", "Oslo Gas", "one of them"),
        (
            "The Oregon Department of Forestry met. Forestry officials said no.",
            "Forestry officials",
            "Oregon Department of Forestry",
            "by what it is for",
        ),
        ("The Gao City Council met the Lagos Council. Councillors said no.", "Councillors", None, "of two, neither"),
        (
            "The Gao City Council met. The council's critics wept.",
            "The council's critics",
            None,
            "who is against it is not of it",
        ),
        ("The High Court met. A district court judge wept.", "A district court judge", None, "another court's"),
        ("The High Court met. Several judges who knew her wept.", "Several judges", None, "a clause says which"),
    ],
)
def test_of_which_body_people_are(text: str, words: str, body: str | None, why: str) -> None:
    entities = read(text, know()).entities
    names = {entity.id: entity.name for entity in entities}
    (found,) = [entity for entity in entities if words in [mention.text for mention in entity.mentions]]
    assert [names[side] for side in found.member_of] == ([body] if body else []), why
