"""Acts and parties in news of courts, councils, police, unions and firms, as local papers tell it."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read

TOLD_AS_FACT = {"happened", "ongoing"}


def _acts(text: str) -> list[str]:
    """Each act as "TYPE word: doers > recipients", with its status where it is told as no fact."""
    lines = []
    for event in read(text, know()).events:
        doers = "; ".join(actor.text for actor in event.actors)
        others = "; ".join(recipient.text for recipient in event.recipients)
        status = event.factuality.status
        told = "" if status in TOLD_AS_FACT else f" ({status})"
        lines.append(f"{event.type} {event.trigger.text}: {doers} > {others}{told}")
    return lines


@pytest.mark.parametrize(
    ("text", "act", "why"),
    [
        (
            "Guards fired tear gas at nurses who had camped outside the clinic, injuring nine.",
            "ASSAULT injuring: Guards > nine",
            "what those struck had done before had no such outcome",
        ),
        (
            "Police arrested men who attacked a chapel, injuring a priest.",
            "ASSAULT injuring: men > a priest",
            "but a blow of their own has one",
        ),
        (
            "The council voted to close the pool, rejecting a plea from swimmers.",
            "REJECT rejecting: The council > swimmers",
            "a vote is not of what is done beside it",
        ),
        (
            "The dean called the vote a betrayal of the poorest pupils in the county.",
            "ACCUSE called: The dean > the vote",
            "nobody is accused who stands in what it is called",
        ),
        (
            "The union accused the council of lying, a charge rejected by its leader.",
            "REJECT rejected: its leader > The union",
            "who made the charge is turned down",
        ),
        (
            "The union demanded a raise of 12 percent, a request the county rejected.",
            "REJECT rejected: the county > The union",
            "so who asked",
        ),
        (
            "The county failed to honour a deal, reached in May and mediated by the bishop, to raise wages.",
            "CONSULT mediated: the bishop > a deal",
            "a deal that was mediated, as the county failed to mediate nothing",
        ),
        (
            "Deputies removed two men who would not leave the podium.",
            "COERCE removed: Deputies > two men",
            "who is shown out",
        ),
        ("The trucker was cited for disorderly conduct.", "ACCUSE cited:  > The trucker", "a charge on paper"),
        ("The brothers were booked under the Arms Act.", "ACCUSE booked:  > The brothers", "so in India"),
        ("The board placed the jailer on leave.", "COERCE placed: The board > the jailer", "a suspension"),
        (
            "The judge disqualified the treasurer from acting as a director.",
            "COERCE disqualified: The judge > the treasurer",
            "a bar by a court",
        ),
        (
            "The governor froze the wages of all striking nurses.",
            "SANCTION froze: The governor > all striking nurses",
            "wages that are not paid",
        ),
        ("She urged Governor Tom Reid to step in.", "REQUEST urged: She > Tom Reid", "who steps in does not quit"),
        (
            "The Greens attacked the premier for hiding behind the regulator.",
            "ACCUSE attacked: The Greens > the premier",
            "a party attacks in words",
        ),
        (
            "“We would urge employers to check their books,” the sheriff said.",
            "REQUEST urge: We > employers",
            "who would urge urges by saying so",
        ),
        (
            "The clinic would urge the county to pay.",
            "REQUEST urge: The clinic > the county (hypothetical)",
            "others may or may not",
        ),
        (
            "“If he lied, we would ask the mayor to resign,” the union said.",
            "REQUEST ask: we > the mayor (conditional)",
            "nor does who says on what it hangs",
        ),
        (
            "The county can no longer afford to subsidise the clinic.",
            "AID subsidise: The county > the clinic (hypothetical)",
            "what cannot be paid for is no plan",
        ),
        (
            "The board fired Superintendent Denise Carver on Thursday.",
            "COERCE fired: The board > Denise Carver",
            "a name goes by the title before it",
        ),
        (
            "The board fired Denise Carver, the superintendent, on Thursday.",
            "COERCE fired: The board > Denise Carver",
            "... and behind it",
        ),
        (
            "Parents filed a lawsuit accusing the board of fraud.",
            "ACCUSE filed: Parents > the board",
            "a suit is against who is accused in it",
        ),
        (
            "The clinic brought a case in the High Court, claiming the county had broken the contract.",
            "ACCUSE brought: The clinic > the county",
            "not against the court that hears it",
        ),
        (
            "The homeless protested outside city hall.",
            "PROTEST protested: The homeless > city hall",
            "people by a trait",
        ),
        (
            "Police fired warning shots to disperse a crowd.",
            "ASSAULT fired: Police > a crowd",
            "shots in the air are at a crowd",
        ),
        (
            "The judge granted an interdict against the landlord.",
            "COERCE granted: The judge > the landlord",
            "a court order by another name",
        ),
        (
            "He said operatives had been deployed to the area.",
            "MOBILIZE deployed: operatives > the area",
            "police by another name",
        ),
        (
            "The owner cut off the tenants' water in June.",
            "COERCE cut: The owner > the tenants",
            "whose water it is",
        ),
        ("Oslo called for the guards to be tried.", "REQUEST called: Oslo > ", "nor where no more is told of him"),
        (
            "The group called for the guards involved to be put on trial.",
            "REQUEST called: The group > ",
            "who is to be tried is not asked to try himself",
        ),
        (
            "The union demanded that the manager be removed.",
            "REQUEST demanded: The union > ",
            "nor who is to be removed",
        ),
        (
            "The court jailed a man for the rape and murder of a girl.",
            "ASSAULT rape: a man > a girl",
            "two deeds share whom they were done to",
        ),
        (
            "Rebels were blamed for the torture and rape of villagers.",
            "ASSAULT rape: Rebels > villagers (unclear)",
            "... wherever the phrase hangs",
        ),
        (
            "The governor vetoed a bill that would have allowed the state to sell water, siding with tribes.",
            "SUPPORT siding: The governor > tribes",
            "who sides with somebody is who acts, not who might have",
        ),
        (
            "The governor vetoed a bill, siding with tribes.",
            "REJECT vetoed: The governor > a bill",
            "with whom one sides is not whom one turns down",
        ),
        (
            "The council banned camping, drawing a lawsuit from a charity.",
            "COERCE banned: The council > camping",
            "whom it angers has nothing done to him",
        ),
        (
            "Two lawmakers received threatening calls.",
            "THREATEN calls:  > Two lawmakers",
            "calls that threaten are no talks",
        ),
        ("He was being held on $50,000 bail.", "COERCE held:  > He", "bail that is set and not paid"),
        (
            "The crofter was reported to the procurator fiscal for breach of the peace.",
            "ACCUSE reported:  > The crofter",
            "a report that accuses",
        ),
        (
            "The regulator warned the company that it could lose its licence.",
            "THREATEN warned: The regulator > the company",
            "what it may lose",
        ),
        (
            "The president directed the company to pay for the burials.",
            "REQUEST directed: The president > the company",
            "an order to a firm",
        ),
        (
            "A jury cleared former deputy Curtis Boyle of a charge. Boyle was fired in 2019.",
            "COERCE fired:  > Boyle",
            "a name goes by what its bearer was called before",
        ),
        (
            "He told of union leaders, three of whom were sacked in August.",
            "COERCE sacked:  > union leaders",
            "of whom a relative pronoun tells",
        ),
        (
            "Court restrains lecturers from striking as union defies vice-chancellor",
            "REJECT defies: union > vice-chancellor",
            "the noun right before the later verb of a headline is its subject",
        ),
        (
            "The court restrained the lecturers from embarking on a strike.",
            "COERCE restrained: The court > the lecturers",
            "a court's ban",
        ),
        (
            "The minister warned that lecturers who joined would forfeit their salaries.",
            "THREATEN warned: The minister > lecturers",
            "what they would lose",
        ),
        (
            "Two deputies shocked the inmate with a Taser.",
            "ASSAULT shocked: Two deputies > the inmate",
            "a blow by current",
        ),
        (
            "The minister promised two million rand for pumps.",
            "AGREE promised: The minister > ",
            "what money is for receives nothing",
        ),
        (
            "A magazine said that the boy was radicalised and instructed by a cleric.",
            "REQUEST instructed: a cleric > the boy",
            "who is asked in the passive is asked",
        ),
        (
            "Police have been sent to guard substations in Aba.",
            "MOBILIZE sent: Police > substations",
            "what those sent are there for is a verb",
        ),
        (
            "Three unions walked out of wage talks on Tuesday.",
            "SANCTION walked: Three unions > wage talks",
            "who leaves talks strikes nobody",
        ),
        (
            "The mayor has clashed with Senator Jill Reid before.",
            "ACCUSE clashed: The mayor; Jill Reid > ",
            "officials clash in words",
        ),
        (
            "The suit, filed in federal court by Legal Aid, says nothing of it.",
            "ACCUSE filed: Legal Aid > ",
            "the court that hears it is not accused",
        ),
        (
            "They were booked under the Arms Act, and were remanded to custody by a local court.",
            "ACCUSE booked:  > They",
            "who did what has its own “were” did not do the first",
        ),
        (
            "The deal, signed in June and brokered by Bishop Lelei, ended the strike.",
            "CONSULT brokered: Lelei > The deal",
            "who brokered it did not sign it in June",
        ),
    ],
)
def test_who_does_what_to_whom(text: str, act: str, why: str) -> None:
    assert act in _acts(text), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Defending, Ana Paz said that her client was sorry.", "a lawyer's part in a trial"),
        ("Officers removed the man from the wreckage.", "a rescue"),
        ("The doctor put the secretary on sick leave.", "no suspension"),
        ("The law bars judges from holding shares.", "a rule"),
        ("The rice was for survivors of Cyclone Ana, which killed nine people in Toliara.", "a storm is nobody's blow"),
        ("The president declared a state of disaster.", "no blame"),
        ("He described the ruling as a warning to slumlords.", "no threat"),
        ("The agency granted the firm an environmental permit.", "no concession"),
        ("The carers had travelled from Marbury.", "no visit of anybody in public life"),
        ("Forty thousand people fled when the river burst its banks, submerging towns.", "a river drives out nobody"),
        ("A driver was injured when his vehicle struck a power pole.", "a mishap, though one may strike a blow"),
        ("Volunteers rescued a dog and two horses.", "nobody is helped"),
        ("They met in high school.", "no talks"),
        ("Broken sewers have spilled waste into the streets.", "no crowd"),
        ("The library hosts a knitting club.", "no visit"),
        ("Jurors deliberated for nine hours.", "no talks between parties"),
    ],
)
def test_what_is_no_act(text: str, why: str) -> None:
    assert [act for act in _acts(text) if not act.endswith(")")] == [], why


def test_who_is_sent_to_a_prison_to_talk_is_not_jailed() -> None:
    """Officials on a visit."""
    told = _acts("The minister sent two officials to the prison to speak to inmates.")
    assert not any(act.startswith("COERCE") for act in told)


@pytest.mark.parametrize(
    ("text", "act", "why"),
    [
        (
            "The deal, signed in June and brokered by Bishop Lelei, ended the strike.",
            "SUPPORT signed: Lelei > ",
            "a deed with its own day is not of who did the next",
        ),
        (
            "Commissioners closed the clinic. Deputies removed two men who shouted. She opposed the closure.",
            "COERCE closure:  > ",
            "a closing is no recall of people shown out",
        ),
    ],
)
def test_what_is_not_told(text: str, act: str, why: str) -> None:
    assert act not in _acts(text), why
