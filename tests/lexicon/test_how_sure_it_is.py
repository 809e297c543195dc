"""What only seems to have been done, what is merely favoured or weighed, and with what acts some have to do."""

from __future__ import annotations

import pytest

from knowing import act


@pytest.mark.parametrize(
    ("text", "word", "status", "certainty", "why"),
    [
        ("It appears that the army has shelled the port.", "shelled", "happened", "probable", "so it seems"),
        ("It seems that gunmen have abducted the mayor.", "abducted", "happened", "probable", "so it seems"),
        ("It looks as if the rebels have left the port.", "left", "happened", "probable", "so it looks"),
        ("There are signs that the junta freed the monks.", "freed", "happened", "probable", "signs are no proof"),
        ("There is proof that the junta freed the monks.", "freed", "happened", "certain", "proof is"),
        (
            "The guards behaved as if rebels had seized the port.",
            "seized",
            "hypothetical",
            "possible",
            "nobody seized it",
        ),
        ("The envoy favoured a ban on strikes.", "ban", "hypothetical", "possible", "there need be none"),
        ("The union backs a boycott of the mines.", "boycott", "hypothetical", "possible", "there need be none"),
        ("The union backs the boycott of the mines.", "boycott", "happened", "certain", "which is known"),
        ("Chad backed the attack on the port.", "attack", "happened", "certain", "which is known"),
        ("Deputies were split over a boycott of the summit.", "boycott", "hypothetical", "possible", "it is weighed"),
        ("Sanctions against the junta would hurt the poor.", "Sanctions", "hypothetical", "possible", "if there were"),
        ("Arrests of bishops could anger the faithful.", "Arrests", "hypothetical", "possible", "if there were any"),
        ("Arrests of bishops may have angered Rome.", "Arrests", "happened", "certain", "what they may have done"),
        ("Talks between the two sides could resume.", "Talks", "hypothetical", "possible", "they may or may not"),
        ("The tribunal hears complaints against officers.", "complaints", "hypothetical", "possible", "its work"),
        (
            "The office, which examines complaints against officers, moved.",
            "complaints",
            "hypothetical",
            "possible",
            "its work",
        ),
        ("The office examined three complaints against officers.", "complaints", "happened", "certain", "there were"),
        ("Rome looks forward to a visit by the king.", "visit", "planned", "certain", "it is to come"),
    ],
)
def test_how_sure(text: str, word: str, status: str, certainty: str, why: str) -> None:
    """By words above the act, and by what it is the subject or object of."""
    told = act(text, word).factuality
    assert (told.status, told.certainty) == (status, certainty), why


def test_what_is_asked_for_is_no_purpose_of_the_answer() -> None:
    """What a demand is for has not happened where it is dismissed."""
    told = act("The premier dismissed demands from the guild for his resignation.", "resignation")
    assert told.factuality.status not in {"happened", "ongoing"}
