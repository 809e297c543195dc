"""One act done to one person has one doer, wherever he is named."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.document import Document


@pytest.mark.parametrize(
    ("text", "doers", "why"),
    [
        (
            (
                "Soldiers arrested journalist Amadou Ba in Bamako on Monday. The town was calm. Rain fell. "
                "Ba was arrested over an article on gold, his lawyer said."
            ),
            ["Soldiers", "Soldiers"],
            "told before",
        ),
        (
            (
                "Councillor Ana Diaz was stabbed in a market on Friday. Rain fell. "
                "Carlos Ruiz stabbed Diaz in a quarrel over land."
            ),
            ["Carlos Ruiz", "Carlos Ruiz"],
            "told only later",
        ),
        (
            (
                "Officer Dana Cole shot Marcus Lee near a bar on Friday. Lee was shot after he raised his hands. "
                "Relatives mourned the death of Lee on Sunday."
            ),
            ["Dana Cole", "Dana Cole", "Dana Cole"],
            "and told by a noun",
        ),
        (
            (
                "Soldiers arrested journalist Amadou Ba in Bamako on Monday, the union said. It was calm. Rain fell. "
                "Ba was arrested over an article on gold."
            ),
            ["Soldiers", "-"],
            "who did it is only the union's word",
        ),
        (
            (
                "Two villagers were stabbed in Gao on Friday. The market stayed open. Rain fell. "
                "A gang of smugglers stabbed villagers in Gao on Friday."
            ),
            ["-", "A gang"],
            "people of a kind may be others",
        ),
        (
            "Ruiz stabbed Ana Diaz in May. Vega stabbed Diaz in June. Rain fell. The town was calm. Diaz was stabbed.",
            ["Ruiz", "Vega", "-"],
            "two are named",
        ),
    ],
)
def test_the_doer_of_an_act_done_to_one_person(text: str, doers: list[str], why: str) -> None:
    reading = read(Document(id="d", text=text), know())
    told = ["; ".join(doer.text for doer in event.actors) or "-" for event in reading.events]
    assert [doer.partition(" of ")[0] for doer in told] == doers, why
