"""One act of a report: its trigger, each of its parties as spelled out, and its status, by construction."""

from __future__ import annotations

import pytest

from knowing import know
from onrecord.pipeline import read

NOBODY = ""

JOINED_TO_SPEAKER = [
    (
        "The judge said the brothers had shown no remorse and sentenced both to life in prison.",
        ("sentenced", "judge", "brothers", "happened"),
        "who speaks sentences those of whom it is said",
    ),
    (
        "The regulator said the company had misled its customers and fined it 4 million pounds.",
        ("fined", "regulator", "company", "happened"),
        "nobody fines himself as it",
    ),
    (
        "Police said the men had been seen near the bank and arrested all three on Sunday.",
        ("arrested", "Police", "men", "happened"),
        "all so many are those just told of",
    ),
    (
        "A magistrate ruled that there was too little evidence against the two and released them.",
        ("released", "magistrate", "?", "happened"),
        "there does nothing",
    ),
    (
        "The court found that the general had plotted against the king and jailed him for nine years.",
        ("jailed", "court", "general", "happened"),
        "it is courts that jail",
    ),
    (
        "The governor said the gang had kidnapped a trader and killed him.",
        ("killed", "gang", "trader", "happened"),
        "who did the first goes on, and to the same one",
    ),
    (
        "The spokesman said the rebels had captured two soldiers and executed both.",
        ("executed", "rebels", "two soldiers", "happened"),
        "both are others than the doer",
    ),
    (
        "The army said the rebels had shelled the town and killed nine people.",
        ("killed", "rebels", "nine people", "happened"),
        "where nothing says otherwise the nearer one goes on",
    ),
    (
        "A judge in Lahore heard that the two clerks had forged titles and jailed both for seven years.",
        ("jailed", "judge", "two clerks", "happened"),
        "both before a time is no half of a pair",
    ),
    (
        "Bandits stopped a bus with three monks near Kaduna and shot all three.",
        ("shot", "Bandits", "three monks", "happened"),
        "all three are those counted so",
    ),
]

DENIED_OF_AN_OBJECT = [
    (
        "Inspectors found no weapons and released the two drivers.",
        ("released", "Inspectors", "two drivers", "happened"),
        "none were found, but the drivers went free",
    ),
    (
        "The inspectors found no weapons or freed anyone.",
        ("freed", "inspectors", "?", "not_happened"),
        "or goes on denying",
    ),
]

BLOWS_ON_SOMETHING = [
    (
        "The bombing of the market in Maiduguri killed 14 people.",
        ("killed", NOBODY, "14 people", "happened"),
        "the market was bombed and killed nobody",
    ),
    (
        "Shelling of the hospital wounded six nurses and a patient.",
        ("wounded", NOBODY, "six nurses; patient", "happened"),
        "nor did the hospital",
    ),
    (
        "Israel's bombing of the refugee camp killed dozens of civilians.",
        ("killed", "Israel", "dozens of civilians", "happened"),
        "whose bombing it was did",
    ),
    (
        "The air strikes of the coalition killed 12 villagers.",
        ("killed", "coalition", "12 villagers", "happened"),
        "strikes are of who flies them",
    ),
    (
        "A police raid on the Mare favela left 12 suspects and one officer dead on Tuesday.",
        ("left", "police", "12 suspects; one officer", "happened"),
        "both were left so",
    ),
    (
        "Rebels killed three passers-by.",
        ("killed", "Rebels", "three passers-by", "happened"),
        "a word with hyphens is one",
    ),
]

PRESS_PRESENT = [
    (
        "Police arrest 12 in raid on Nairobi gambling den",
        ("arrest", "Police", "?", "happened"),
        "a number behind a verb is its object",
    ),
    (
        "Police arrest three over bank robbery",
        ("arrest", "Police", "?", "happened"),
        "... whatever noun stands behind",
    ),
    (
        "Greek court sentences ex-minister to 20 years",
        ("sentences", "Greek court", "ex-minister", "happened"),
        "a bare noun too",
    ),
    ("Kenya, Uganda sign rail deal", ("sign", "Kenya; Uganda", NOBODY, "happened"), "both sign"),
    ("Troops fight rebels for control of Sake", ("fight", "Troops", "rebels", "ongoing"), "a fight lasts"),
    (
        "Jihadists besiege Mali town as food runs out",
        ("besiege", "Jihadists", "Mali town", "ongoing"),
        "so does a siege",
    ),
    ("Nurses rally in Tbilisi after disputed vote", ("rally", "Nurses", NOBODY, "ongoing"), "and a protest"),
    (
        "Gunmen ambush army convoy in Balochistan, killing seven soldiers",
        ("killing", "Gunmen", "seven soldiers", "happened"),
        "what came of it is over too",
    ),
    (
        "Colombia's president fires his defence minister over a wiretapping scandal.",
        ("fires", "Colombia's president", "defence minister", "happened"),
        "a lead is written so too",
    ),
    (
        "The gang kidnaps businessmen in the suburbs of Port-au-Prince.",
        ("kidnaps", "gang", "businessmen", "ongoing"),
        "but a habit is none that is over",
    ),
    (
        "Israel still holds dozens of Palestinian doctors without charge.",
        ("holds", "Israel", "dozens of Palestinian doctors", "ongoing"),
        "nor what is still so",
    ),
]

OF_NO_ONE_TIME = [
    (
        "Gunmen shot at the unit that guards the border with Chad.",
        ("guards", "unit", "border", "hypothetical"),
        "where it stands is its work",
    ),
    (
        "Troops who now guard the ballot boxes beat a reporter on Sunday.",
        ("guard", "Troops", "?", "ongoing"),
        "but not where it stands now",
    ),
    (
        "The agency, which provides food to refugees, said its lorries were stopped.",
        ("provides", "agency", "refugees", "hypothetical"),
        "what it gives to a kind of people is its work too",
    ),
    (
        "The tribunal, which tries war crimes suspects, acquitted the general of all charges.",
        ("tries", "tribunal", "war crimes suspects", "hypothetical"),
        "so is whom it tries",
    ),
    (
        "Activists who accuse the army of torture were held at the airport.",
        ("accuse", "Activists", "army", "ongoing"),
        "but they accuse that army",
    ),
    (
        "Clashes between herders and farmers are frequent in the dry season.",
        ("Clashes", "herders; farmers", NOBODY, "hypothetical"),
        "how common they are tells of none",
    ),
    (
        "Sieges of cities often end in massacres, historians say.",
        ("Sieges", NOBODY, "cities", "hypothetical"),
        "nor does how they often end",
    ),
    (
        "Detaining journalists violates the constitution, the bar association said.",
        ("violates", NOBODY, "?", "hypothetical"),
        "a deed of nobody's breaks no rule yet",
    ),
]

ALL_OF_THEM = [
    (
        "Gunmen shot dead the mayor together with two of his bodyguards near a restaurant.",
        ("shot", "Gunmen", "mayor; bodyguards", "happened"),
        "who was with him, though only counted",
    ),
    (
        "A court in Tunis sentenced the former speaker, two of his deputies and a presenter to prison.",
        ("sentenced", "court", "former speaker; deputies; presenter", "happened"),
        "the middle one of three is not what the first is",
    ),
    (
        "Joined by students and pensioners, teachers marched on the parliament in Budapest.",
        ("marched", "students; pensioners; teachers", "parliament", "happened"),
        "who joins them in front",
    ),
]

WHOSE_CLAUSE = [
    (
        "Relatives of miners killed by police marched to the mine.",
        ("killed", "police", "miners", "happened"),
        "it befell whose kin march",
    ),
    (
        "The head of the forces that besiege the town offered a truce.",
        ("besiege", "forces", "town", "ongoing"),
        "the verb agrees with the forces",
    ),
    (
        "Police shot at leaders of the militia that besieges the port.",
        ("besieges", "militia", "port", "ongoing"),
        "... or with the militia",
    ),
    (
        "Nairobi saw its biggest protests in a decade as thousands marched against the tax.",
        ("marched", "thousands", "?", "happened"),
        "a town that sees protests stages none",
    ),
    (
        "The group claimed the bombing of a police bus that wounded nine officers.",
        ("wounded", "group", "nine officers", "happened"),
        "the police were bombed and did not bomb",
    ),
    (
        "Russian missile and drone strikes on Odesa injured 14 people.",
        ("strikes", "Russia", "Odesa", "happened"),
        "two kinds of strikes are Russia's",
    ),
]

ROWS = [
    *JOINED_TO_SPEAKER,
    *DENIED_OF_AN_OBJECT,
    *BLOWS_ON_SOMETHING,
    *PRESS_PRESENT,
    *OF_NO_ONE_TIME,
    *ALL_OF_THEM,
    *WHOSE_CLAUSE,
]


@pytest.mark.parametrize(("text", "told", "why"), ROWS)
def test_each_party_and_the_status(text: str, told: tuple[str, str, str, str], why: str) -> None:
    """The last act of the trigger; a party without an entity is a question mark."""
    reading = read(text, know())
    names = {entity.id: entity.name for entity in reading.entities}
    act = [event for event in reading.events if event.trigger.text == told[0]][-1]
    sides = ["; ".join(names.get(one.entity or "", "?") for one in side) for side in (act.actors, act.recipients)]
    assert (act.trigger.text, *sides, act.factuality.status) == told, why


_BODY = "\n\nThe town has changed hands four times since March, and aid groups say that most of its people have left."


@pytest.mark.parametrize(
    ("heading", "status", "why"),
    [
        ("Troops fight rebels for control of Sake", "ongoing", "a fight lasts"),
        ("Thousands march against rebels in Goma", "ongoing", "so does a march"),
        ("Gunmen kill four in attack on Sake mosque", "happened", "a killing is over"),
    ],
)
def test_the_present_over_a_report(heading: str, status: str, why: str) -> None:
    """The first act of a report with a heading."""
    assert read(heading + _BODY, know()).events[0].factuality.status == status, why


def test_who_sees_an_act_has_not_done_it() -> None:
    """A town or land is where it was, whatever "its" says."""
    acts = read("Nairobi saw its biggest protests in a decade. Gaza has known its worst shelling.", know()).events
    assert not any(party.text in {"Nairobi", "Gaza"} for act in acts for party in act.actors)
