"""What parties say that they will do, with the parser and the whole pipeline: B{who} is bound to X{what}."""

from __future__ import annotations

import re

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.commitment import Commitment

_MARK = re.compile(r"[BX]\{([^{}]*)\}")

BINDS = [
    ("“B{I}X{'ll report it},” Bo Lee said.", "plan", "positive", "a short form keeps its mark"),
    ("Ana Silva said B{her} X{supporters would stay in the streets}.", "plan", "positive", "hers are who stay"),
    ("B{Prosecutors in Lima} promised X{an inquiry}.", "promise", "positive", "which prosecutors"),
    ("B{The mayor} vowed that X{Lima would never again close the port}.", "promise", "negative", "never"),
    ("The union said B{it} would X{pay no fine}.", "plan", "negative", "none of it"),
    ("Ana Silva said B{her party} would X{boycott the vote}.", "plan", "positive", "the party acts, not she alone"),
    ("B{The junta} promised to X{hold elections within a year}.", "promise", "positive", "a word of promise"),
    (
        "Russian envoy Pavel Orlov said B{his country} would X{veto it}. Russia has a seat.",
        "plan",
        "positive",
        "a state is bound, not its envoy",
    ),
    (
        "The union rejected a B{government} offer to X{hold talks}.",
        "offer",
        "positive",
        "who offers is bound, not who rejects it",
    ),
    ("The premier met envoys; his office said B{he} would X{sign the pact}.", "plan", "positive", "his office is he"),
    ("B{The rebels} refused to X{disarm}.", "plan", "negative", "what somebody will not do"),
    (
        "“B{We} will not negotiate under fire,” said the spokesman, Abdul Karim.",
        "plan",
        "negative",
        "one's own word ends with the quotation",
    ),
    ("Iran denied that B{it} would X{attack the tankers}.", "plan", "negative", "who denies it says he will not"),
    (
        "Washington warned B{it} would X{cut aid} if the vote fails.",
        "threat",
        "positive",
        "a warning of one's act",
    ),
    ("B{The two countries} agreed to X{open the crossing}.", "agreement", "positive", "states that are only counted"),
    (
        "B{Ethiopia} will X{fill the dam in July}, its water minister told reporters.",
        "plan",
        "positive",
        "the minister is of the state that “its” stands for",
    ),
    (
        "B{The EU} pledged X{50 million euros} to Lebanon to rebuild the port.",
        "promise",
        "positive",
        "what is given, not what for",
    ),
    (
        "“B{We} are going to X{rebuild every school},” the governor told villagers.",
        "plan",
        "positive",
        "another future",
    ),
    ("“B{I}'m not going to X{resign},” the premier said.", "plan", "negative", "and its negation"),
    (
        "Tehran said B{it} was prepared to X{resume talks}.",
        "offer",
        "positive",
        "a state of mind has a subject, no doer",
    ),
    ("The army said B{its} soldiers X{would hold the town}.", "plan", "positive", "whose men are to act is bound"),
    ("Under the deal, B{Addis Ababa} will X{recognise the strip}.", "agreement", "positive", "what a treaty says"),
    (
        "B{The militia} will X{hand over its guns}, according to the agreement.",
        "agreement",
        "positive",
        "and who cites it",
    ),
    (
        "B{The government} will X{meet the union}, the labour ministry said.",
        "plan",
        "positive",
        "both of the state that nobody names",
    ),
    ("B{Berlin} assured Kyiv of X{continued aid}.", "promise", "positive", "a noun for what is promised"),
    ("Under the deal, B{Rwanda} is to X{withdraw its troops}.", "agreement", "positive", "what is arranged"),
    ("B{The militia} is not ready to X{disarm}.", "plan", "negative", "a negated state offers nothing"),
    ("B{The union} threatened X{a strike} over pay.", "threat", "positive", "a noun of an act"),
    ("B{The party} has no intention of X{joining the cabinet}.", "plan", "negative", "a gerund behind its preposition"),
    ("B{Oslo} committed X{ten million euros} to the fund.", "promise", "positive", "a sum, by what it counts"),
]
BINDS_NOBODY = [
    ("Ana Silva said her plan would end the strike.", "what a plan does nobody has promised"),
    ("The police said they will know more on Friday.", "nothing that one does by will"),
    ("The widow said she would have to sell the farm.", "what one must"),
    ("The senator fears he will be out of work.", "what one fears"),
    ("Is the government prepared to pay?", "a question"),
    ("Norway must be ready to mediate.", "what one should be"),
    ("The cuts make the units ready to fight.", "what is made so"),
    ("Unions were prepared for the firm to close the yard.", "what another may do"),
    ("The police union offered its congratulations.", "nothing is offered that one could do"),
    ("The premier accused the critics of planning a march.", "what others are accused of binds nobody"),
    ("The senator has yet to say how he will vote.", "a question is no plan"),
    ("The miners rejected the offer to mediate.", "whose offer it is nobody says"),
    ("Neither side promised to release the prisoners.", "nobody did"),
    ("Mediators hope the rebels will agree to a truce.", "nobody has agreed yet"),
    ("A spokesman for the president refused to comment.", "silence plans nothing"),
    ("If the junta promised to hold elections, the talks would resume.", "a condition"),
    ("Inspectors entered the plant, provided the army guaranteed safe passage.", "a condition by another word"),
    ("The company denied that it had promised to raise wages.", "a promise that was not made"),
    ("The envoy refused to rule out further sanctions.", "what is left open is no plan"),
    ("The president said his government would be tried.", "others would try it"),
    ("Rain is going to fall, the bureau said.", "no bureau makes rain"),
    ("The opposition said the president would lose.", "what others will do"),
    ("The gang committed three robberies.", "a crime is no promise"),
    ("The man threatened the mayor.", "whom, not with what"),
    ("His aim is to win the seat.", "what an aim is"),
    ("Aid workers are to blame.", "nobody speaks of what is to come"),
    ("The units dug trenches to be ready to launch raids.", "for what they dug"),
    ("The commission said it would not comment on the trial.", "not to comment plans nothing"),
]
AT_A_PRICE = [
    ("Ana Silva said she would let the farm go ahead only when it has paid.", "only when it has paid"),
    ("“Unless the price falls, we will not sign,” the minister said.", "Unless the price falls"),
    ("The union will sign provided that it gets a seat, its leader, Bo Lee, said.", "provided that it gets a seat"),
    ("Ana Silva said her men would never disarm before the troops leave.", "before the troops leave"),
    ("The brewery refused to reopen talks until drivers return to work.", "until drivers return to work"),
    ("The union said it would recognise no board until June.", "until June"),
    (
        "Israel said it would let fuel in only after the captives were released.",
        "only after the captives were released",
    ),
    ("The general said that his men would not leave until the mines were cleared.", "until the mines were cleared"),
    ("Chad said it would join the force, but only if the UN paid for it.", "only if the UN paid for it"),
    ("The union said it would lift the blockade only if deputies met by Friday.", "only if deputies met by Friday"),
]


def _commitments(text: str) -> tuple[Commitment, ...]:
    return read(text, know()).commitments


@pytest.mark.parametrize(("row", "kind", "polarity", "reason"), BINDS)
def test_who_is_bound_to_what(row: str, kind: str, polarity: str, reason: str) -> None:
    """One commitment, by the party that is marked; the words for the act hold those marked and no others' words."""
    (commitment,) = _commitments(_MARK.sub(r"\1", row))
    marked = _MARK.findall(row)
    assert (commitment.kind, commitment.polarity) == (kind, polarity), reason
    assert commitment.by.text == marked[0], reason
    assert "said" not in commitment.action.text, reason
    assert all(words in commitment.action.text for words in marked[1:]), reason


@pytest.mark.parametrize(("text", "reason"), BINDS_NOBODY)
def test_nobody_is_bound(text: str, reason: str) -> None:
    """A wrong promise is worse than a missing one."""
    assert _commitments(text) == (), reason


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Peru said it will not send observers, while Chad is undecided.", "will not send observers"),
        ("Peru said it would study a truce but that Chad must leave first.", "would study a truce"),
        ("Peru said it would back the text “in principle” if Chad left.", "would back the text “in principle”"),
        ("Peru plans to send 600 officers to Haiti, saying its gangs must go.", "send 600 officers to Haiti"),
        ("Britain's minister Ana Ruiz said the UK will send nurses to Kyiv.", "will send nurses to Kyiv"),
    ],
)
def test_where_the_act_ends(text: str, action: str) -> None:
    """Before what others do meanwhile, and before what is said on the way."""
    (commitment,) = _commitments(text)
    assert commitment.action.text == action


def test_two_acts_of_one_sentence_are_two_promises() -> None:
    """Each with its own words, and without the party that they open with."""
    made = _commitments("Peru said it would cut the grant and would sue the bank on Friday.")
    assert [commitment.action.text for commitment in made] == ["would cut the grant", "would sue the bank on Friday"]


@pytest.mark.parametrize(("text", "condition"), AT_A_PRICE)
def test_a_condition_stands_with_what_it_is_set_on(text: str, condition: str) -> None:
    """The words of condition, with their conjunction."""
    (commitment,) = _commitments(text)
    assert [span.text for span in commitment.conditions] == [condition]
    assert condition not in commitment.action.text


@pytest.mark.parametrize(
    ("text", "due", "reason"),
    [
        ("The army said it would leave the town under a deal reached in Doha on Sunday.", None, "the day of the deal"),
        (
            "The army said it would leave the town on Sunday under a deal reached in Doha.",
            "Sunday",
            "the day of the act",
        ),
        ("The army said it would leave the town by July 3.", "July 3", "when it is to be done"),
        ("The army said it would leave the town within ten days.", "ten days", "a span of time by which"),
        ("The army said it would hold the town for ten days.", None, "how long, not by when"),
        ("The army said it would leave if deputies voted by July 3.", None, "a day in the condition is not the act's"),
    ],
)
def test_when_it_is_due(text: str, due: str | None, reason: str) -> None:
    """A time inside the words of the act."""
    reading = read(text, know())
    (commitment,) = reading.commitments
    found = next((time.text for time in reading.times if time.id == commitment.due), None)
    assert (found is None) == (due is None), reason
    assert due is None or due in (found or ""), reason


def test_a_pact_binds_each_of_those_it_names() -> None:
    """Behind "and" too."""
    found = read(
        "Under the pact, the clan will leave the town and the army will free its captives.", know()
    ).commitments
    assert [(one.by.text, one.kind) for one in found] == [("the clan", "agreement"), ("the army", "agreement")]


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("The union said it would march on Thursday unless the ministry withdraws the bill.", "march", "its own act"),
        (
            "Organisers said they would return to the streets of Accra unless the ministry withdraws the bill.",
            None,
            "what they set as a condition is another's act",
        ),
        ("The minister vowed to find those who bombed the mosque in Kano.", None, "what others did, whom he will find"),
        ("The army promised to hold talks with the rebels in Geneva.", "hold", "a noun tells what is held"),
        ("Chad agreed to start withdrawing its troops from Bangui by May.", "withdrawing", "what begins"),
        (
            "The president promised to ensure that the army releases the miners.",
            "releases",
            "what others will do for it",
        ),
    ],
)
def test_the_act_that_is_promised_is_told_in_its_own_words(text: str, word: str | None, reason: str) -> None:
    reading = read(text, know())
    (made,) = reading.commitments
    told = {event.id: event.trigger for event in reading.events}
    trigger = told[made.action.event] if made.action.event else None
    assert (trigger and trigger.text) == word, reason
    assert trigger is None or made.action.start <= trigger.start < made.action.end
