"""Who stands behind a thing that is a party of an act."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


@pytest.mark.parametrize(
    ("text", "word", "party", "name", "why"),
    [
        ("Kenyan jets struck two Al-Shabaab depots.", "struck", "Kenyan jets", "Kenya", "whose craft they are"),
        ("Turkey shelled PKK positions in Iraq.", "shelled", "PKK positions in Iraq", "PKK", "the body before a thing"),
        ("Turkey said it shelled U.S. positions.", "shelled", "U.S. positions", "U.S.", "... or a state struck"),
        ("Peru condemned Chile's seizure of the boat.", "condemned", "Chile's seizure of the boat", "Chile",
         "whose deed it is"),
        ("Chad condemned the Taliban attack on a school.", "condemned", "the Taliban attack on a school", "Taliban",
         "... by the body before it"),
        ("Police seized Ana Ruiz's computer.", "seized", "Ana Ruiz's computer", "Ana Ruiz", "an owner"),
        ("Marchers condemned Bo Lee's murder.", "condemned", "Bo Lee's murder", "", "who has suffered it"),
        ("Ana Ruiz defended her own record.", "defended", "her own record", "", "nobody defends himself by his own"),
        ("Senators rejected the Iran deal.", "rejected", "the Iran deal", "", "what it is about"),
        ("The navy seized a Chinese trawler.", "seized", "a Chinese trawler", "Chinese trawler", "a trade's own craft"),
        ("Rebels attacked Gao. Chad condemned their attack.", "condemned", "their attack", "Rebels", "by a word"),
        ("Chad rejected the Malian proposal.", "rejected", "the Malian proposal", "Mali", "whose word it is"),
        ("Norway seized Malian oil.", "seized", "Malian oil", "Mali", "whose property"),
        ("A drone entered Danish and Norwegian airspace.", "entered", "Norwegian", "Norway", "each of two"),
        ("Europe is rich. Chad defended European security.", "defended", "European security", "Europe", "a region"),
        ("Republicans met. Strong Republican support for the bill helped it.", "support", "Republican", "Republicans",
         "a party"),
        ("Chad praised the Armenian Genocide Museum.", "praised", "the Armenian Genocide Museum",
         "Armenian Genocide Museum", "a name's own word"),
        ("Chinese government subsidies to the firm ended.", "subsidies", "Chinese government", "Chinese government",
         "and not China too"),
        ("Chad took part in a Russian-African summit.", "took", "a Russian-African summit", "", "it has two of them"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_thing(text: str, word: str, party: str, name: str, why: str) -> None:
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    (event,) = [event for event in reading.events if event.trigger.text == word]
    assert {a.text: names.get(a.entity or "", "") for a in (*event.actors, *event.recipients)}[party] == name, why
