"""Who does it to whom, with whom and against whom."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read


@pytest.mark.parametrize(
    ("text", "doers", "others", "why"),
    [
        ("A Russian missile hit a depot in Kharkiv.", "Russian", "a depot", "whose missile it is"),
        ("Rockets fired from Lebanon struck a school.", "Lebanon", "a school", "from where they came"),
        ("Missiles fired by Iran hit a base.", "Iran", "a base", "who fired them"),
        (
            "A Venezuelan police rocket hit the bank.",
            "Venezuelan police",
            "the bank",
            "the police are Venezuelan",
        ),
        ("A Chinese frigate shelled a village.", "A Chinese frigate", "a village", "its crew acts, not the state"),
        (
            "Two governors, Amina Yusuf and Per Dahl, condemned the raid.",
            "Amina Yusuf; Per Dahl",
            "the raid",
            "several named behind their noun",
        ),
        (
            "The envoy was recalled by Chad in protest.",
            "Chad",
            "",
            "no protest is a party",
        ),
        ("The union accused the firm of bad faith.", "The union", "the firm", "the charge is no part of the name"),
        ("Police made nine arrests at the stadium.", "Police", "", "nobody arrests a stadium"),
        ("The army denied shelling of the port.", "The army", "the port", "whose deed it would be"),
        ("The minister denied any part in the killing of the judge.", "The minister", "the judge", "... by a noun"),
        ("The army denied the shelling of the port.", "", "the port", "but of others one denies it too"),
        ("The minister said the vote was rigged.", "", "the vote", "who says so has not done it"),
        (
            "The governor said that drones struck a camp and called on the council to act.",
            "The governor",
            "the council",
            "drones call on nobody",
        ),
        (
            "A spokeswoman told a briefing that the guard had acted lawfully, and urged Manila to stop.",
            "A spokeswoman",
            "Manila",
            "a comma closes what was told",
        ),
        (
            "Police fired tear gas at a crowd of stone-throwers.",
            "Police",
            "a crowd of stone-throwers",
            "a hyphen ends no phrase",
        ),
        ("The leaders of Chad and Mali met.", "The leaders of Chad and Mali", "", "one name of a list is not all"),
        ("Chinese and Russian missiles hit the depot.", "Chinese; Russian", "the depot", "both nations"),
        ("Kenya agreed to set up a station in Uganda.", "Kenya", "Uganda", "a station is no party"),
        ("Poland deployed soldiers to its border with Belarus.", "Poland", "Belarus", "its own border is no party"),
        ("The Kenyan rivals met in Doha on Monday.", "The Kenyan rivals", "", "they met each other, not the town"),
        (
            "Harare, Zimbabwe - The opposition rejected the result.",
            "The opposition",
            "the result",
            "a town before a dash",
        ),
        (
            "Opposition leader Bobi Wine and his party have rejected the result.",
            "Bobi Wine; his party",
            "the result",
            "those coordinated with a name behind a title",
        ),
        (
            "The Norwegian premier has held talks with the Finnish premier Petteri Orpo.",
            "The Norwegian premier; Petteri Orpo",
            "",
            "a preposition hung on the name behind a title",
        ),
        (
            "A bombing claimed by the separatists killed six soldiers.",
            "the separatists",
            "six soldiers",
            "who calls an attack his own",
        ),
        (
            "The Taliban claimed responsibility for the attack, which killed six guards.",
            "The Taliban",
            "six guards",
            "who answers for it",
        ),
        (
            "No group has claimed the attack, which killed six guards.",
            "",
            "six guards",
            "nobody has called it his own",
        ),
        (
            "Paris supports Chad in the fight against Boko Haram.",
            "Chad",
            "Boko Haram",
            "who is helped in a fight fights",
        ),
        (
            "Ghana stood by Togo to defeat the insurgents.",
            "Ghana; Togo",
            "the insurgents",
            "who stands by somebody in a fight may fight as well",
        ),
        (
            "The unit came under fire from Hezbollah positions.",
            "Hezbollah",
            "The unit",
            "whose positions they are",
        ),
        ("The rebels attacked military posts.", "The rebels", "military posts", "posts that are places are struck"),
        (
            "Gunmen freed 28 girls abducted from a school.",
            "",
            "28 girls",
            "who was abducted, not who freed them",
        ),
        (
            "Fighters violated the truce 64 times with artillery fire.",
            "Fighters",
            "",
            "with what one strikes is no party",
        ),
        (
            "Our ally Turkey bombed the depots.",
            "Turkey",
            "the depots",
            "a name right behind its noun",
        ),
        (
            "Six soldiers were killed fighting the rebels.",
            "Six soldiers",
            "the rebels",
            "who is killed fighting fights",
        ),
        (
            "The army, alongside militiamen, burned the village.",
            "The army; militiamen",
            "the village",
            "who does it beside the doer",
        ),
        (
            "Police arrested the editor along with two reporters.",
            "Police",
            "the editor; two reporters",
            "who suffers it beside somebody",
        ),
        (
            "He told of the torture of prisoners at the hands of the guards.",
            "the guards",
            "prisoners",
            "in whose hands",
        ),
    ],
)
def test_who_does_it_to_whom(text: str, doers: str, others: str, why: str) -> None:
    event = read(text, know()).events[-1]
    found = ("; ".join(a.text for a in event.actors), "; ".join(a.text for a in event.recipients))
    assert found == (doers, others), why


@pytest.mark.parametrize(
    ("text", "other", "why"),
    [
        (
            "The queen declined a plea from the senate to call a referendum.",
            "the senate",
            "who asked for it, not what was asked for",
        ),
        ("The king refused the premier's demand to annul the result.", "the premier", "whose request it is"),
        (
            "The court rejected a motion by Ana Lopez to overturn the verdict.",
            "Ana Lopez",
            "the motion is no party beside her",
        ),
        ("The junta refused to dissolve parliament.", "parliament", "nobody asked"),
    ],
)
def test_who_is_refused(text: str, other: str, why: str) -> None:
    refusal = next(event for event in read(text, know()).events if event.type == "REJECT")
    assert [party.text for party in refusal.recipients] == [other], why


@pytest.mark.parametrize(
    ("text", "others", "why"),
    [
        ("Chad and Niger agreed to withdraw troops.", [], "what is withdrawn is nobody's partner"),
        ("Chad agreed to withdraw troops from Niger.", ["Niger"], "where they leave is"),
        ("The rebels agreed to free the hostages.", ["the hostages"], "nor is who is freed a thing that is moved"),
    ],
)
def test_who_is_concerned_by_an_agreement(text: str, others: list[str], why: str) -> None:
    """The recipients of the agreement, not of what is agreed."""
    agreed = read(text, know()).events[0]
    assert agreed.trigger.text == "agreed"
    assert [party.text for party in agreed.recipients] == others, why


@pytest.mark.parametrize(
    ("text", "kind", "recipients", "why"),
    [
        ("Pirates demanded a ransom of $3 million.", "REQUEST", [], "money is nobody"),
        ("Washington cut tariffs on $90 billion of Chinese goods.", "RETREAT", ["$90 billion of Chinese goods"],
         "goods are somebody's"),
        ("Nigeria said it was ready to send troops if asked.", "AGREE", [], "what one would send receives nothing"),
        ("Jordan agreed to host American troops.", "AGREE", ["American troops"], "whom one takes in does"),
    ],
)  # fmt: skip
def test_who_is_on_the_other_side(text: str, kind: str, recipients: list[str], why: str) -> None:
    """Somebody, or what is somebody's."""
    (event,) = [event for event in read(text, know()).events if event.type == kind]
    assert [recipient.text for recipient in event.recipients] == recipients, why


def test_what_was_agreed_before_is_no_act() -> None:
    """A bare participle behind "as" only says how the meeting goes."""
    types = [event.type for event in read("Paris urged the two leaders to meet as agreed.", know()).events]
    assert types == ["REQUEST", "CONSULT"]
