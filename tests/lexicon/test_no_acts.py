"""What is told in an act's words and is none: mishaps, beasts, things, trades, sport, stories, private life."""

from __future__ import annotations

import pytest

from knowing import types_told


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("A shark attacked a surfer off Perth.", [], "a beast does no act"),
        ("The fox's raid on the barn cost nine hens.", [], "nor is its raid one"),
        ("A lightning strike killed four farmers.", [], "nor a blow of the weather"),
        ("A diplomat who asked to remain anonymous said so.", [], "a source asks not to be named"),
        ("An officer asked not to be identified.", [], "... in the passive"),
        ("A nurse asked that her name not be used.", [], "... in a clause"),
        ("The families asked the court not to name the girls.", ["REQUEST"], "but others are asked for others' sake"),
        ("The treaty applies to armed attacks on vessels.", [], "a pact tells of no attack"),
        ("A ball struck the umpire on the head.", [], "force is not done with a ball"),
        ("Flying glass injured nine guests after the bombing.", ["ASSAULT"], "but with glass, as with shells"),
        ("The raid killed nine farmers in Gao.", ["ASSAULT"], "and a blow is force itself"),
        ("The gunmen's campaign killed nine farmers.", ["ASSAULT"], "so is a campaign"),
        ("The rebels devised a plan to kill the mayor.", [], "a plan that is to kill is no thing that kills"),
        ("Nine passengers were injured when a tram hit a van.", [], "things alone tell how it came"),
        ("Nine passengers were injured when a shell hit a van.", ["ASSAULT"], "unless there is a weapon among them"),
        ("Nine passengers were injured when troops hit a van.", ["ASSAULT"], "or somebody who uses one"),
        ("A driver was killed when his lorry left the road.", [], "whatever things do"),
        ("Fourteen people were injured after a bus skidded on ice and hit a tree.", [], "with two verbs, or more"),
        (
            "A driver was killed after his car came to a stop near a barracks.",
            ["ASSAULT"],
            "a car that stands kills nobody",
        ),
        ("Gunships shot flares at Danish frigates.", ["ASSAULT"], "flares are aimed at somebody"),
        ("In May they attacked the MV Arla in Aden.", ["ASSAULT"], "a ship by its name"),
        ("He blamed the crisis on the policies of Chad.", ["ACCUSE"], "whose policies are blamed is"),
        ("A helicopter struck a pylon and crashed in a field.", [], "a craft that crashes hits what is in its way"),
        ("A jet hit a mast and crashed, killing the pilot.", [], "and kills by that"),
        ("A crane fell in a storm. All who were wounded are in hospital.", [], "what a report of a mishap tells of"),
        ("A bomb fell in a storm. All who were wounded are in hospital.", ["ASSAULT"], "unless it tells of a weapon"),
        ("A car exploded outside the ministry.", [], "a car that explodes may be a fault"),
        ("The chef killed the lobsters.", [], "nobody is killed"),
        ("The rebels shot dozens in Gao.", ["ASSAULT"], "some are, though it is not said who"),
        ("The sniper shot anyone who moved.", ["ASSAULT"], "whoever they were"),
        ("The gunmen wounded a garda in Cork.", ["ASSAULT"], "or people by a rare word"),
        ("The police figures released on Sunday are low.", [], "figures are not set free"),
        ("She attacked the pile of papers.", [], "force is used on no papers"),
        ("Rebels attacked loudspeakers at the border.", ["ASSAULT"], "but on equipment"),
        ("The strike destroyed a winch near Gao.", ["ASSAULT"], "what a blow destroys is a target of it"),
        ("Rebels destroyed the remnants of the militia in Gao.", ["ASSAULT"], "and so is who is called a remnant"),
        ("The actor's attack of nerves passed.", [], "nor are nerves attacked by"),
        ("The war on plastic straws goes on.", [], "or straws fought"),
    ],
)
def test_harm_that_nobody_does(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The coach urged his players to keep the ball.", [], "sport among itself"),
        ("The bishop urged the players to pray.", ["REQUEST"], "a public party speaks to them"),
        ("The singer urged Chile to free the poet.", ["REQUEST"], "or is spoken to"),
        ("The couple invited guests to the garden.", [], "a feast at home"),
        ("The emir invited the Peruvian premier to Doha.", ["AGREE"], "no feast at home"),
        ("She signed the lease on Monday.", [], "a matter of private life"),
        ("The guests accused Ana Ruiz of theft.", ["ACCUSE"], "a charge against somebody by name is a case"),
        ("My husband met beautiful girls at parties.", [], "company"),
        ("The singer met Ana Ruiz in Lisbon.", [], "one whom nothing else is known of is no party"),
        ("The pianist Ana Ruiz refused to meet the president of Chad.", ["REJECT"], "a president is one"),
        ("Tenants in Leeds demanded repairs after the flood.", ["REQUEST"], "who rents or rides asks in public"),
        ("Patients urged the hospital to reopen its ward.", ["REQUEST"], "so does who is treated"),
        ("The families of the missing demanded answers.", ["REQUEST"], "and kin"),
        ("Volunteers served meals to the stranded villagers.", ["AID"], "a meal may be aid"),
        ("The novelist praised her editor's essay.", [], "a thing is as private as the one whose it is"),
        ("We visited Lisbon and Porto in the spring.", [], "whoever says so is no envoy"),
        ("The premier visited Lisbon in the spring.", ["CONSULT"], "who is one"),
        ("The robots were required to lift a cup.", [], "machines are asked nothing"),
        ("The Tamil Tigers rejected the offer.", ["REJECT"], "some who are called like beasts"),
        ("The dam provides water to the farms.", [], "a structure gives nothing"),
        ("The tunnel allows trains to pass.", [], "nor allows it anything"),
        ("Chelsea visit Anfield on Sunday.", [], "a name in the plural is a side of a match"),
        ("Police visit Anfield on Sunday.", ["CONSULT"], "others may be told of in the plural"),
    ],
)
def test_private_life(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("In the second season the detective kills the duke.", [], "a season of a series"),
        ("In the film a teacher is accused by a pupil.", [], "in the passive too"),
        ("The episode, in which a policeman arrests a banker, drew millions.", [], "behind the work itself"),
        ("The novel's hero arrests a banker in Venice.", [], "a figure of a novel"),
        ("The judge in the drama sentenced the thief to death.", [], "one of a drama, in whatever tense"),
        ("The novel's publisher accused the premier of theft.", ["ACCUSE"], "a publisher is no figure of it"),
    ],
)
def test_stories(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("Mayors are elected every four years.", [], "what comes round"),
        ("The premier often visits villages in the south.", [], "a habit"),
        ("The premier often visited villages in the south.", ["CONSULT"], "what was one has been done"),
        ("The premier has often visited Chad.", ["CONSULT"], "so has what is told in the perfect"),
        ("The ministry tends to deport migrants.", [], "a bent"),
        ("He serves in a unit that arrests smugglers.", [], "what a unit is there for"),
        ("He serves in a unit that arrested nine smugglers.", ["COERCE"], "not what it has done"),
        ("The party that opposes the dam won.", ["REJECT"], "a stand goes on"),
        ("The agency helps small farmers and lends money to widows.", [], "what a body does as such"),
        ("The agency is helping small farmers in Gao.", ["AID"], "not what it is doing"),
        ("An agency helping asylum seekers in Calais closed.", [], "told beside it, too"),
        ("The agency evacuated nine farmers in Gao.", ["AID"], "what it did has been done"),
        ("Its office is focused on supporting refugees.", [], "by a word that says so"),
        ("The brigade is known for rescuing climbers.", [], "... whoever it is"),
        ("The ministry has a unit for investigating officers.", [], "what a unit is for"),
        ("The treaty binds states, and it allows them to search ships.", [], "a rule goes on"),
        ("Employers threaten migrants when they fall ill.", [], "what is done at any such time"),
    ],
)
def test_habits_and_callings(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The midfielder agreed a contract with Lyon.", [], "a player's dealings, with whomever"),
        ("The midfielder Ana Ruiz condemned Chad.", ["ACCUSE"], "one who is named may have a say"),
        ("The two sides met in a friendly in Doha.", [], "a match"),
        ("The band was forced to cancel its tour because the drummer was ill.", [], "nobody forced it"),
        ("The prisoners were forced to kneel in the yard.", ["COERCE"], "nobody kneels so but where he is made to"),
        ("The airline ordered 144 planes from the firm.", [], "a purchase"),
    ],
)
def test_sport_and_trade(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why
