"""Daily life of small towns, which is told with the words of acts, beside acts of public life told with the same."""

from __future__ import annotations

import pytest

from knowing import types_told

TOLD_AS_FACT = {"happened", "ongoing"}


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        (
            "Pupils baked a pie in the cafeteria. Principal Anne Wolfe thanked the PTA, and Marco Diaz asked for soup.",
            [],
            "school and kitchen",
        ),
        ("Grace Lutheran Church holds its supper in June. Its pastor invited the whole town.", [], "a parish"),
        ("The quilters met for cake. They agreed to give six quilts to the home and ate cookies.", [], "a club"),
        ("The Lions Club accepted an invitation from the Elks to a chili cook-off.", [], "by names of bodies, too"),
        ("The audience at the concert demanded two encores of the song.", [], "a stage"),
        (
            "The choir sang a hymn, and the pastor had baked a cake. The minister urged the rebels to free the nuns.",
            ["REQUEST"],
            "a state and its foes are not of the parish",
        ),
        (
            "At a theater a novelist from Izmir accused the government of jailing a poet.",
            ["ACCUSE"],
            "nor is the government",
        ),
        ("Singers and actors at a concert demanded that the war end.", ["REQUEST"], "nor a war"),
    ],
)
def test_school_parish_and_stage(text: str, types: list[str], why: str) -> None:
    told = [one for one in types_told(text) if one not in {"COERCE", "ASSAULT"}]
    assert told == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("Students helped pensioners with their phones.", [], "help of every day"),
        ("A neighbor rescued a boy who had fallen through the ice.", [], "a mishap of a child"),
        ("An usher helped a woman who had fainted.", [], "one and another"),
        ("Students helped victims of the bombing.", ["AID"], "a bombing is more"),
        ("Neighbours pulled nine survivors from the rubble.", ["AID"], "so are ruins"),
        ("Students helped refugees from Sudan.", ["AID"], "refugees are a party"),
        ("Fishermen rescued forty migrants.", ["AID"], "so are migrants"),
    ],
)
def test_neighbours_who_help(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The shipowner praised the welders for finishing the ferry.", [], "praise at work"),
        ("Trevor Hale thanked science teacher Cliff Roe.", [], "thanks in private"),
        ("The hikers thanked the Ladies Aid.", [], "to a body"),
        ("The Hawks' manager defended his pitcher after fans booed him.", ["PROTEST"], "a player and his side"),
        ("The president praised the troops.", ["SUPPORT"], "troops are of public life"),
        ("Dale Hume thanked the women who had backed his run for the senate.", ["SUPPORT"], "so is a run for office"),
        ("The steelworkers' union praised the minister.", ["SUPPORT"], "and a union"),
        ("She was elected to the county board in 1974.", [], "a date in a life"),
        ("She was elected to the county board on Sunday.", ["SUPPORT"], "news of a vote"),
    ],
)
def test_thanks_and_careers(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The coach demanded more effort from his players.", [], "who is asked stands behind what is asked"),
        ("A psychologist says parents should keep to a fixed hour.", [], "or in the clause of what is said"),
        ("Realtor Sue Kemp said that three buyers came, and she urged them to bid.", [], "those of a trade"),
        ("Her doctor urged her to rest.", [], "one of a trade and who is nobody"),
        ("Campaigners demanded answers from the minister.", ["REQUEST"], "a minister is asked in public"),
        ("Her doctor urged the government to free her.", ["REQUEST"], "so is a government"),
        ("Students feel pressured to take too many courses.", [], "a state of mind"),
        ("Students were pressured by the ministry to leave.", ["REQUEST"], "what was done"),
    ],
)
def test_asked_in_private(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The FAA is investigating the crash.", [], "how a mishap came about"),
        ("The fire marshal is investigating the cause of the blaze.", [], "the cause of one"),
        ("Police are investigating the fire as arson.", ["ACCUSE"], "a crime is somebody's"),
        ("Prosecutors are investigating the collapse of the bridge.", ["ACCUSE"], "prosecutors look for the guilty"),
        ("The manager blamed a broken grinder.", [], "a thing is blamed"),
        ("The minister blamed the grinders' union.", ["ACCUSE"], "a party is"),
        ("Critics blamed hostility toward Muslims.", ["ACCUSE"], "so is what is done to one"),
        ("Viewers complained that the finale was too short.", [], "customers grumble"),
        ("Coffee chain Bean Street apologized to customers.", [], "or are asked for patience"),
        ("The army apologized to villagers.", ["CONCEDE"], "villagers are no customers"),
    ],
)
def test_mishaps_and_grumbling(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("The planning board agreed to continue the hearing until May.", [], "a step with what is on the table"),
        ("The commission agreed to table a plan for a carport.", [], "or none"),
        ("The agency approved funding for a path.", [], "money for a thing of course"),
        ("Congress approved 60 billion dollars for Ukraine.", ["AID"], "not for a land"),
    ],
)
def test_boards_and_services(text: str, types: list[str], why: str) -> None:
    assert types_told(text) == types, why
