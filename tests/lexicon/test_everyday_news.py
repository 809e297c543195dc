"""Acts of public life beside what local papers are full of: rules, work, games, notices, matters of course, figures."""

from __future__ import annotations

import pytest

from knowing import types_told

TOLD_AS_FACT = {"happened", "ongoing"}
GAME = "Quarterback Joe Reyes threw for 310 yards, and coach Pete Lang praised the midfield after the scoreline. "
NOTICE = "Mary Potts, 91, passed away on Sunday. {} She is survived by three sons. In lieu of flowers, plant a rose."


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("Anyone who feeds the deer faces a fine of 200 dollars.", [], "whoever does it"),
        ("Shopkeepers who sell fireworks to minors face a 500 dollar fine.", [], "those who do it"),
        ("A miner faces a fine of 200 dollars.", ["SANCTION"], "but one of whom it is told"),
        ("Grocers face a fine, and landlords who ignore letters are charged with fraud.", ["SANCTION"], "and goes on"),
        ("The company lays off workers by age under its contract with the union.", [], "a contract is a rule"),
        ("The company laid off workers under its contract with the union.", ["SANCTION"], "what was done under it"),
        ("Under state law, a builder who ignores a stop order can be jailed.", [], "one to whom it may be done"),
        ("The treaty bars it from seizing those whom an embassy shelters.", [], "any whom one shelters"),
        ("Peru has a long tradition of giving refuge to exiles.", [], "what is done by custom"),
        ("The sheriff evicts tenants.", [], "an office and what it is for"),
        ("The sheriff evicted nine tenants.", ["COERCE"], "what it has done"),
        ("The clerk issues licenses, and the coroner investigates deaths.", [], "each has an office"),
        (
            "In the Philippines the ombudsman suspends officials who are charged with graft.",
            [],
            "an office that looks like a name",
        ),
        ("The ombudsman is investigating three officers.", ["ACCUSE"], "what it is doing"),
        ("Advocates support witnesses during trials.", [], "help to those who are cared for"),
        ("Advocates support the bill.", ["SUPPORT"], "a bill is no such person"),
        ("The charity helps young mothers and defends them in court.", [], "the same work, to the same"),
        ("She trains young nurses.", [], "what one does for a living"),
        ("She trains young rebels.", ["AID"], "those are not cared for"),
        ("He fights with smugglers.", ["ASSAULT"], "nor are those with whom one fights"),
        ("The deacons attack nobody and welcome newcomers at the door each Sunday.", [], "what comes round"),
    ],
)
def test_rules_and_work(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("Bell faces ten years when he is sentenced in January.", [], "it is to come"),
        ("The mayor could get five years when he is sentenced by a judge.", [], "whatever may come of it"),
        ("Relatives wept when he was sentenced by a judge.", ["SANCTION"], "what was, was"),
        ("The law is meant to protect women fleeing violent husbands.", [], "any who flee"),
        ("Women fleeing the shelling reached Adre on Sunday.", ["SANCTION"], "those who fled"),
        ("Critics spoke of policies regarding Russians travelling to Finland.", [], "any who travel"),
    ],
)
def test_what_is_to_come_or_of_anybody(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        (GAME + "The Hawks visit Eastview on Friday.", [], "a fixture"),
        (GAME + "The Hawks attacked early.", [], "no blow at anybody"),
        (GAME + "Jefferson agreed to join the league.", [], "what sides agree on"),
        (GAME + "Gunmen shot the goalkeeper at the gate.", ["ASSAULT"], "a blow is one at a game, too"),
        (GAME + "Police arrested the coach.", ["COERCE"], "so is an arrest"),
        (GAME + "The minister urged the league to bar Russia.", ["REQUEST"], "a minister is of public life"),
        (NOTICE.format("She supported the Salem Library and hosted students from Japan."), [], "a life is told"),
        (NOTICE.format("The family thanks the nurses who helped and supported her."), [], "and a family's thanks"),
        (NOTICE.format("A brother was killed in the war by rebels."), ["ASSAULT"], "blows are told in it"),
        ("Dockers thanked the union. He is survived by his wife.", ["SUPPORT"], "one phrase is no notice"),
        (GAME + "The league asked for a new stadium.", [], "a league among its own"),
        ("I want to thank the two men who helped me.", [], "who writes is known to nobody"),
        ("They refused my money.", [], "nor is whose it is"),
        ("I urge the Government of Myanmar to free the monks.", ["REQUEST"], "unless a state is spoken to"),
    ],
)
def test_games_notices_and_letters(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The board approved the minutes and a calendar for next year.", [], "settled as a matter of course"),
        ("Trustees voted to approve the minutes.", [], "in a vote, too"),
        ("The council agreed to replace the boiler.", [], "things are bought"),
        ("The board rejected the calendar.", [], "or not"),
        ("The course, which the council approved, is open to all.", [], "by what the clause is about"),
        ("The council approved a law that bans tents.", ["SUPPORT"], "a law is no such matter"),
        ("Trustees recognized the volleyball team.", [], "an honour"),
        ("The mayor thanked the volunteers, and Hale was thanked for his service.", [], "thanks"),
        ("The principal congratulated the winners of the bee.", [], "good wishes"),
        ("Members welcomed their new clerk.", [], "a welcome"),
        ("The mayor thanked the women who had cleaned the beach.", [], "people of no name or office"),
        ("The president thanked the troops for holding the town.", ["SUPPORT"], "those of an office"),
        ("The mayor congratulated Ana Ruiz on her victory in the vote.", ["SUPPORT"], "those of a name"),
        ("The new owner says it supports local news.", [], "a matter nobody is against"),
        ("The Herald welcomes letters of up to 200 words.", [], "an offer to readers"),
        ("The museum invites schools to its hall.", [], "everybody may come"),
        ("The public is invited to a meeting of the gardeners.", [], "everybody may come"),
        ("The president invited the rebel leader to talks.", ["AGREE"], "one who is somebody"),
        ("Volunteers are asked to come at noon.", [], "a notice"),
        ("Volunteers were asked by the mayor to come.", ["REQUEST"], "but not by somebody"),
        ("The society sponsored a symposium on storms.", [], "a patron"),
        ("The foundation donated 150 prints to the university's gallery.", [], "a gift of art"),
        ("Firemen rescued a raccoon and two llamas.", [], "beasts are not helped"),
        ("The theatre supports itself by its sales.", [], "nor oneself"),
        ("The board canceled its November meeting.", [], "a day off"),
    ],
)
def test_matters_of_course(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("You are killing this neighborhood, she said.", [], "a figure"),
        ("Doctors are battling a rare fungus.", [], "an illness is no enemy"),
        ("Settlers fought grasshoppers, and she battled her way to the door.", [], "nor are beasts, nor a way"),
        ("Rescuers called off the search on Sunday.", [], "no enemy is spared"),
        ("The clerk shot down rumors of a merger.", [], "no shot"),
        ("The coach blamed poor shooting for the loss.", [], "nobody is blamed"),
        ("The parish gave money to a family whose house burned down.", ["AID"], "nobody burned it"),
        ("A nurse talked a man with a knife into surrendering.", ["RETREAT"], "nobody talked with a knife"),
        ("The man struck a parked car and fled.", [], "an accident"),
        ("Rebels struck a parked car with a rocket.", ["ASSAULT"], "no accident"),
        ("The porters struck for better insurance.", ["PROTEST"], "whoever lays down work for something"),
        ("Police said Pruitt attacked James Odom in a dispute over a truck.", ["ASSAULT"], "no attack in words"),
        ("Pruitt attacked James Odom over his record.", ["ACCUSE"], "an attack in words"),
        ("The opposition leader attacked the cabinet over the price of bread.", ["ACCUSE"], "by whatever office"),
        ("The attack on the ministry's website was launched by students.", ["COERCE"], "by keyboards"),
        ("Activists attacked the firm's homepage.", ["COERCE"], "by keyboards"),
        ("Hackers bombarded the firm's website with requests.", ["COERCE"], "by keyboards"),
        ("Critics argue that the state should punish firms.", [], "an opinion"),
        ("The couple shunned treatment for the girl.", [], "no sanction"),
    ],
)
def test_figures_and_kinds(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why
