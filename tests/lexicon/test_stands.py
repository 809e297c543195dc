"""Where parties stand, with the parser and the whole pipeline: H{holder}, the stand, T{toward}; precision first."""

from __future__ import annotations

import re

import pytest

from knowing import know
from onrecord.pipeline import read
from onrecord.reading.position import Position

_MARK = re.compile(r"([HT])\{([^{}]*)\}")

STANDS = [
    ("H{The cabinet} voted 12 to 4 in favour of T{the sale}.", "supports", "acted", "the 4 are not in favour"),
    ("H{The union} is backing T{the drivers}.", "supports", "reported", "a verb, not the noun"),
    ("H{The Union Party} will never back T{the pact}, party leader Bo Lee said.", "opposes", "stated", "its leader"),
    ("It is not known whether H{the Houthis} will accept T{the proposal}.", "unknown", "unclear", "nobody knows"),
    ("H{The chief} would neither confirm nor deny that T{officers had fired}.", "unknown", "declined", "on the second"),
    ("H{Bo Lee} refuses to recognise T{the result}.", "opposes", "stated", "what one will not recognise"),
    ("H{Ukraine} welcomed T{the failure of the talks}.", "supports", "stated", "it is worth what they are worth"),
    ("H{Scenic Hudson} has not taken a stand on T{the dam}.", "unknown", "unclear", "a stand is a position"),
    ("H{The envoy} would not discuss T{the clause}.", "unknown", "declined", "to refuse to is silence"),
    ("H{The envoy} declined to be drawn on T{the ruling}.", "unknown", "declined", "likewise"),
    ("H{The evangelical churches} opposed T{the text}.", "opposes", "reported", "a body, if also a kind of house"),
    ("H{A group} gave Bo Lee a petition against T{the dam} signed by 900 men.", "opposes", "acted", "it is signed"),
    ("H{The guild’s president} spoke in favor of T{a delay}.", "supports", "stated", "who speaks says it"),
    ("H{The guild} accepted most of T{a plan to end the strike}.", "supports", "stated", "most of it is of it"),
    ("H{The superintendent} recommended T{closing the school}.", "supports", "stated", "what she is for"),
    ("H{The Front’s wing} is against T{a ceasefire}, two diplomats said.", "opposes", "reported", "of whatever state"),
    ("H{The mayor} urged both sides to accept T{mediation}.", "supports", "stated", "who wants others to take it"),
    ("H{The bishops} urged voters not to support T{the amendment}.", "opposes", "stated", "... or not to"),
    ("H{Miners} called on their members to reject T{the offer}.", "opposes", "stated", "whom they call on"),
    ("H{The envoy} called on Togo to lift T{the blockade}.", "opposes", "stated", "what is to become of it"),
    ("H{Growers} went to court to stop T{the dam}.", "opposes", "acted", "who goes to law has acted"),
    ("H{Growers} marched in Lima to demand T{an inquiry}.", "supports", "acted", "to what end people gather"),
    ("H{Farmers} blocked roads to protest against T{the tax}.", "opposes", "acted", "whatever the deed is"),
    ("H{Unions} marched outside the town hall against T{the plan}.", "opposes", "acted", "not against the hall"),
    ("H{Growers} want T{the strike} ended before the harvest.", "opposes", "reported", "what is to become of it"),
    ("H{The bishop} spoke against T{the motion}.", "opposes", "stated", "who speaks has said so"),
    ("H{Ana Ruiz} backed T{the scheme}, arguing that it would bring jobs.", "supports", "stated", "said with it"),
    ("A spokesman for the EU said H{the EU} supported T{the talks}.", "supports", "stated", "who speaks for it"),
    ("H{Peru} opposes T{the treaty}, a spokesman said.", "opposes", "stated", "for whom else?"),
    ("H{Bo Lee} accepted T{the plan}, his spokesman said.", "supports", "stated", "his own word"),
    ("H{Chad} rejected T{the treaty}, a report said.", "opposes", "reported", "a paper is not Chad's word"),
    ("H{Peru} would reject T{the treaty}.", "opposes", "reported", "it has not said so"),
    ("T{The plan} ran into opposition from H{the guild}.", "opposes", "reported", "into whose opposition it ran"),
    ("H{Russia} is ready for T{talks}.", "supports", "reported", "what one is ready for"),
    ("H{The planning board} denied T{a request by a developer to rezone the lot}.", "opposes", "acted", "what"),
    ("H{The council} refused permission for T{the dam}.", "opposes", "acted", "a refusal"),
    ("H{Parliament} approved T{a law to raise the pension age} on Monday by 78 votes to 61.", "supports", "acted",
     "neither when nor by how many"),
    ("H{Church leaders} support T{talks with the rebels}, but not the force.", "supports", "reported", "not the force"),
    ("Ana Ruiz spoke on T{a motion} proposed by H{Peru}.", "supports", "stated", "whose it is"),
    ("H{The board} voted 4-3 on Monday to T{close the school}.", "supports", "acted", "what was voted to be done"),
    ("H{The committee} voted 9-4 to reject T{the nomination}.", "opposes", "acted", "with the count between"),
    ("H{Unions} staged a protest over T{the reform}.", "opposes", "acted", "a protest of theirs"),
    ("H{The judge} approved T{the sale of the mill to a rival}.", "supports", "acted", "to whom"),
    ("H{The union} reiterated its rejection of T{the plan}.", "opposes", "stated", "who repeats it says it, not “its”"),
    ("H{Peru} voiced support on Monday for T{the truce}.", "supports", "stated", "a day between"),
    ("H{Two ministers} resigned in protest at T{the raid}.", "opposes", "acted", "by leaving"),
    ("H{Drivers} walked off the job in protest at T{the law}.", "opposes", "acted", "whatever it hangs on"),
    ("H{Nurses} signed a petition opposing T{the merger}.", "opposes", "acted", "a text that one signs"),
    ("H{Growers} filed a lawsuit challenging T{the law}.", "opposes", "acted", "a text that one files"),
    ("Support for T{the truce} came from H{the Kurdish council}.", "supports", "reported", "from whom it came"),
    ("H{Peru} would never accept T{the partition}.", "opposes", "reported", "what one will not take"),
    ("H{Norway} voted in favour of T{the treaty}.", "supports", "acted", "a vote"),
    ("H{The board} unanimously rejected T{the merger}.", "opposes", "acted", "a vote, too"),
    ("H{Voters} rejected T{the tax} in a referendum.", "opposes", "acted", "where it was done is no part of it"),
    ("H{The union} called for T{the decree} to be revoked.", "opposes", "stated", "what is to become of it"),
    ("H{The union} wants T{the law} rescinded.", "opposes", "reported", "whatever the parser calls it"),
    ("H{The bishops} called for an end to T{the raids}.", "opposes", "stated", "what is to end"),
    ("H{Doctors} urged against T{closing the ward}.", "opposes", "stated", "what is not to be done"),
    ("H{Berlin} cautioned against T{a rush to sign the pact}.", "opposes", "stated", "with an infinitive it is a plan"),
    ("H{Doctors} called for T{a moratorium on surgery}.", "supports", "stated", "on what it is"),
    ("H{The bishop} backed T{the call for a rise in pay} in his sermon.", "supports", "reported", "where he did it"),
    ("H{The embassy} would not comment on T{whether it had paid}.", "unknown", "declined", "a clause that asks"),
    ("H{The ministry} kept silent about T{the raid}.", "unknown", "declined", "hung on the verb"),
    ("There was no comment from H{the army} on T{the raid}.", "unknown", "declined", "there was none"),
    ("H{The council} split over T{the budget}.", "unknown", "unclear", "no side taken"),
    ("H{Peru} opposes T{delaying the vote}.", "opposes", "reported", "what is to be done"),
    ("H{Peru} ruled out T{closing the mine}, saying that it would rather sell it.", "opposes", "stated", "no more"),
    ("H{The union} wants T{the law} repealed.", "opposes", "reported", "what is to become of it"),
    ("H{Dozens of mayors} back T{the deal}.", "supports", "reported", "no adverb"),
    ("H{Miners} rejected T{a pay rise of 3%}.", "opposes", "acted", "the sign with its number"),
    ("H{Peru} approved T{the plan of the Ports Commission (PC)}.", "supports", "acted", "a bracket that it opened"),
    ("H{Peru} decried T{a “waste of money,”} and left.", "opposes", "stated", "a quotation with its closing mark"),
    ("H{Iran} supports T{the Palestinian people}.", "supports", "reported", "no mere help, as it says which"),
    ("T{The truce} has the backing of H{Peru}.", "supports", "reported", "whose backing it has"),
    ("T{The truce} drew criticism from H{unions}.", "opposes", "reported", "... or whose criticism it draws"),
    ("T{The terms of the truce} are unacceptable to H{Peru}.", "opposes", "reported", "to whom it is so"),
    ("H{Peru} raised objections to T{the truce}.", "opposes", "stated", "who objects says so"),
    ("H{Ana Ruiz}, a critic of T{the dam}, left.", "opposes", "reported", "what somebody is called"),
    ("H{Ana Ruiz} is a supporter of T{the dam}.", "supports", "reported", "... or is said to be"),
    ("Nor does H{Peru} support T{the ban}.", "opposes", "reported", "a verb before its subject need not ask"),
    ("H{Unions in Peru} on Monday blocked T{the bill}.", "opposes", "acted", "not when"),
    ("H{Chileans} voted to reject T{the treaty}.", "opposes", "acted", "a vote"),
    ("H{The union} backs T{Labour candidate Per Dahl}.", "supports", "reported", "who that is"),
    ("H{The mayor} voted against T{closing the school}.", "opposes", "acted", "and so behind a preposition"),
    ("H{Parliament} rejected T{the bill}.", "opposes", "acted", "a house votes on it"),
    ("H{The house} will reject T{the bill}.", "opposes", "reported", "it has not yet, nor said so"),
    ("H{Unions in Peru} oppose T{the mine}.", "opposes", "reported", "which unions"),
    ("H{Seven in ten Peruvians} oppose T{the mine}.", "opposes", "reported", "how many of them"),
    ("H{Nearly half of the deputies} oppose T{the mine}.", "opposes", "reported", "a share of them"),
    ("Ruiz cited endorsements of T{Per Dahl} from H{nine generals}.", "supports", "reported", "only told of"),
    ("H{Peru} condemns T{terrorist attacks this weekend in Lima and Cusco}.", "opposes", "stated", "when and where"),
    (
        "H{The house} approved T{a bill that taxes fuel}, despite protests.",
        "supports",
        "acted",
        "despite what it did so",
    ),
    ("H{The court} rejected T{a request from unions in Peru to reopen the case}.", "opposes", "acted", "a ruling"),
    ("H{The court} rejected T{the plan to close the school}.", "opposes", "stated", "nothing was put before it"),
    ("H{The party} rejected T{a request from unions to reopen the talks}.", "opposes", "stated", "no court rules"),
    ("H{Some officials} praised T{Mr. Lee's decision}.", "supports", "stated", "praise is words"),
    ("H{Chad} backs T{a plan to send troops — a first for the country — to guard the port}.", "supports", "reported",
     "what a pair of dashes stands in"),
    ("H{The assembly} rejected T{the premier's first choice, Ana Ruiz}.", "opposes", "acted", "who that is"),
    ("T{The outreach} was opposed by H{most Republicans}.", "opposes", "reported", "how many of them"),
    ("H{40 percent of voters} backed T{Ana Ruiz}, 30 percent Per Dahl.", "supports", "reported", "not the voters"),
    ("H{Some 60 per cent of the members} voted against T{the deal}.", "opposes", "acted", "a share of a party"),
    ("H{Peru} opposes T{plans to close three mines in the north}.", "opposes", "reported", "what the plans are for"),
    ("H{Peru} backs T{a law that bans exports of ore}.", "supports", "reported", "which law"),
    ("H{Peru} backs T{the treaty}.", "supports", "reported", "a plain word of support"),
    ("H{The Kenyan government} welcomed T{the truce}.", "supports", "stated", "to welcome is to take the stand"),
    ("H{Angola} is opposed to T{the blockade}.", "opposes", "reported", "a state, not a passive"),
    ("H{Norway} voted against T{the resolution}.", "opposes", "acted", "a vote is a deed"),
    ("H{The union} refused to back T{the deal}.", "opposes", "stated", "to refuse to back is to be against"),
    ("H{Laos} did not attend T{the summit}.", "unknown", "absent", "absence is no opposition"),
    ("H{The union} does not only support T{the plan}.", "supports", "reported", "there is more to tell"),
    ("H{The embassy} declined to comment on T{the arrests}.", "unknown", "declined", "silence is no stand"),
    ("H{The Kurdish delegation} stayed away from T{the summit}.", "unknown", "absent", "the particle has the phrase"),
    ("H{The union} is against T{the treaty}.", "opposes", "reported", "a preposition is the predicate"),
    ("H{The mayor} came out in favour of T{the treaty}.", "supports", "reported", "a verb beside the phrase"),
    ("H{Deputies} voted overwhelmingly to approve T{the budget}.", "supports", "acted", "what was voted"),
    ("H{More than 40 countries} support T{the call}.", "supports", "reported", "states that are only counted"),
    ("H{China} has not said T{whether it will attend}.", "unknown", "unclear", "whether it will is what is not known"),
    ("The union has yet to say whether H{it} accepts T{the terms}.", "unknown", "unclear", "has not said so far"),
    ("H{The senator} has yet to say T{how he will vote}.", "unknown", "unclear", "how one will vote is one's stand"),
    ("H{The emir} has not spoken about T{the coup}.", "unknown", "declined", "silence so far"),
    ("It was unclear whether H{Chad} would join T{the force}.", "unknown", "unclear", "a doubt that the report states"),
    (
        "H{Some clerics} had opposed T{the plan}.",
        "opposes",
        "reported",
        "a past tense that is spelled like an adjective",
    ),
    ("Ana Ruiz said H{farmers} rejected T{the deal}.", "opposes", "reported", "who tells of others does not state it"),
    ("Kenyan Foreign Minister Oleg Orlov said H{Kenya} opposes T{the sale}.", "opposes", "stated", "a state's own man"),
    (
        "Ana Ruiz called for lowering the tax in T{a compromise} rebuffed by H{farmers}.",
        "opposes",
        "stated",
        "who did what she names is not on her word",
    ),
    ("H{Oman} lent its support to T{the plan}.", "supports", "reported", "given to what it is for"),
    ("Its envoy said H{Moscow} could not support T{the text}.", "opposes", "reported", "“cannot”, as it is reported"),
    (
        "H{The mayor} denounced T{the plan} in a speech.",
        "opposes",
        "stated",
        "where he said it is not what he is against",
    ),
    ("H{The clans} accepted T{the invitation}.", "supports", "stated", "to accept it is to say so"),
    ("T{A resolution} failed. H{Three states} voted against it.", "opposes", "acted", "“it” is what was voted on"),
    ("T{A resolution} passed, while H{Chad} abstained.", "unknown", "acted", "to abstain is neither"),
    ("H{The palace} would not comment on T{the raid}.", "unknown", "declined", "not to want to speak is silence"),
    ("H{The army} would neither confirm nor deny T{the report}.", "unknown", "declined", "neither of the two"),
    ("T{A ban on tankers} is ready. H{Bonn} is in favour.", "supports", "reported", "of what was named before"),
    (
        "T{A bill} passed. It has more teeth than any law before it. H{Chad} abstained.",
        "unknown",
        "acted",
        "what is only compared is voted on by nobody",
    ),
    ("H{Chad} is ready to sign T{the accord}.", "supports", "stated", "not signed yet: no deed"),
    ("H{Chad} refused to ratify T{the treaty}.", "opposes", "acted", "to refuse to do it is a deed"),
    ("H{Chad} remains opposed to T{the blockade}.", "opposes", "reported", "it was so and still is"),
    ("Its envoy said H{Chad} will not recognise T{the ruling}.", "opposes", "reported", "only the negation is a stand"),
    (
        "H{The palace} declined to say whether it would back T{the text}.",
        "unknown",
        "declined",
        "on what they kept silent",
    ),
    ("H{The bishops} called T{the decree} an outrage and a trap.", "opposes", "stated", "what one calls it"),
    ("“T{The plan} is a step in the right direction,” H{the envoy} said.", "supports", "stated", "what one says it is"),
    ("“T{The plan} is a dangerous step,” H{the envoy} said.", "opposes", "stated", "steps lead both ways"),
    ("H{The clans} dismissed T{the plan} as a trap.", "opposes", "stated", "one stand, in two words for it"),
    ("T{A resolution} passed. H{Nine of the 15 members} voted in favour.", "supports", "acted", "out of a party"),
]  # fmt: skip
CONDITIONS = [
    ("The Greens made their support for the budget dependent on a tax.", "a tax"),
    ("The council accepted the offer subject to approval by the state.", "approval by the state"),
    (
        "Sudan would sign the text provided that it gets a seat, its envoy, Bo Lee, said.",
        "provided that it gets a seat",
    ),
    ("If Chad leaves, villagers in Peru will back the plan, their lawyer wrote to it.", "If Chad leaves"),
    ("Peru would back the sale of the port only when Chad leaves.", "only when Chad leaves"),
    ("Peru backs the treaty on condition that Chad signs it.", "on condition that Chad signs it"),
    ("Peru would sign the treaty once Chad backs the plan.", "once Chad backs the plan"),
    ("Peru backs the pact if Chad leaves the dam, a shift from its plan.", "if Chad leaves the dam"),
    ("Peru backs the treaty provided that the border stays open.", "provided that the border stays open"),
    ("Peru will only support the deal if prisoners are freed.", "if prisoners are freed"),
    ("Peru supports the plan unless it raises taxes.", "unless it raises taxes"),
    ("Peru does not support the plan without a vote.", "without a vote"),
    ("Peru would back the plan, but only if prisoners are freed.", "only if prisoners are freed"),
]
NO_STANDS = [
    ("The premier backed off some of his proposals.", "another verb, with its particle"),
    ("The premier offered to resign provided that parliament passed the reform.", "it need not pass it"),
    ("The board recommended approval in March.", "approval of what?"),
    ("Ecuador has granted asylum to the editor.", "what is given takes no side on it"),
    ("The tanker firm signed a contract with the ministry.", "dealing"),
    ("He spoke against the backdrop of the museum.", "where one speaks"),
    ("The firm's directors accepted a takeover bid from a Japanese rival.", "dealing of firms, wherever one is from"),
    ("The Football Association supports the appointment of a coach.", "a matter of sport"),
    ("Police asked drivers to avoid the bridge.", "no stand is asked for"),
    ("The mayor may ask the council to reject the plan.", "nobody has asked yet"),
    ("The council moved to table the ordinance.", "put off, not opposed"),
    ("The council voted to go into closed session.", "how a meeting runs"),
    ("The trustees approved the minutes and the report.", "what a board does at each meeting"),
    ("Growers plan to meet to protest against the tax.", "not yet"),
    ("The council rejected claims by Ana Ruiz that it had lied.", "the claims, and not her"),
    ("The people who oppose the dam are few.", "whoever they are"),
    ("The ban is a blow to Peru.", "whom it hurts"),
    ("The premier walked back his support for the ban.", "no longer"),
    ("The plant supports 400 jobs.", "no stand"),
    ("Students marched with the unions.", "in whose company"),
    ("The envoy would not say that the talks had failed.", "not silent"),
    ("The council will debate a motion opposing the closure of the mine.", "nobody's yet"),
    ("Most Iowa evangelicals support Ana Ruiz.", "not Iowa"),
    ("The guild wants the law explained.", "what is to become of it says no stand"),
    ("The plan is old. The bar has yet to decide whether to appeal.", "not on the plan"),
    ("It is no longer true that Chad backs the force.", "it is not so"),
    ("The letter wrongly says that Norway backs the plan.", "nor here"),
    ("Silva said he was not speaking only about Ruiz.", "he did speak"),
    ("Call them if they are not sure whether they would back it.", "anybody's doubt"),
    ("Norway is committed to working with Chad.", "a promise"),
    ("Ruiz described their acts as crimes rather than acts of terror.", "which of the two it is"),
    ("Suppose your parents oppose the marriage.", "nobody in particular"),
    ("Any senator who backs the bill will lose his seat.", "whoever it may be"),
    ("A voter who opposes the war may stay at home.", "likewise"),
    ("The party campaigned for three weeks.", "how long is not what for"),
    ("Russia has signalled that it may abstain.", "it has not yet"),
    ("Russia is expected to abstain.", "nor here"),
    ("Chad drew up bans for officials who vote for it.", "whoever may do so"),
    ("They told us to stay at home.", "to stay at home is not to stay away"),
    ("Doctors marched on parliament.", "where they went, not what they are against"),
    ("The embassy rejected any responsibility for the hack.", "what is denied is nothing to stand against"),
    ("The minister did not say whether the army had fired.", "the army's act is not his stand"),
    ("Jordan no longer supports the plan.", "what is over is no stand, and not yet another"),
    ("Jordan accepted nine thousand refugees.", "to take people in is no stand on them"),
    ("The charity supports refugees in Gaziantep.", "to help is no stand"),
    ("The premier welcomed several hundred guests at the palace.", "a greeting"),
    ("Peru withdrew its support for the truce.", "what is withdrawn is no more"),
    ("The truce lacks the support of Peru.", "nor is what it lacks"),
    ("Ana Ruiz is no supporter of the dam.", "nor who is none"),
    ("Peru has no objection to the truce.", "to have no objection is not yet to back it"),
    ("The clinic supports people affected by malaria.", "... nor is it to help whoever it may be"),
    ("The Volta Foundation supported the study.", "to pay for research is no stand on it"),
    ("Ana Ruiz stood at the gate with a red flag.", "no side that she is on"),
    ("Police asked residents to stay away from the harbour.", "what they are asked, they have not done"),
    ("The nurse was absent from work.", "nothing that takes a stand to attend"),
    ("The ministry has not confirmed the report.", "who does not know is not silent"),
    ("“The question is, ‘Will Chad support the levy?’” the governor said.", "a question in a sentence"),
    ("The premier plans to punish firms that favour the boycott.", "the firms are whoever does"),
    ("Some clans might leave the pact and accept the offer.", "two possibilities"),
    ("Peru tried to scare its neighbours into backing the bid.", "what was tried"),
    ("The senator avoided condemning the raid.", "what was avoided was not done"),
    ("The bank ran the risk of accepting the plan.", "a gerund that leaves open whether"),
    ("The sergeant was supporting Operation Northern Shield when he died.", "what somebody was at"),
    ("The poll asks which party supports the bill.", "nobody has said who"),
    ("Does Peru support the treaty?", "a question"),
    ("If Peru backs the treaty, the talks will resume.", "a condition"),
    ("Peru may back the treaty.", "a possibility"),
    ("He would not come to the defence of the allies.", "no meeting that anybody missed"),
    ("The court is seen as favorable to the merger.", "somebody's view of the court"),
    ("The mayor begged them to come out and support him.", "a plea is no support yet"),
    ("Neither Japan nor South Korea has endorsed the proposal.", "both of them have not"),
    ("No party backs the bill.", "nobody"),
    ("The Taliban support neither side.", "neither of them"),
    ("The army denied that it supported the coup.", "what is denied"),
    ("Analysts doubt that Turkey backs the plan.", "what is doubted"),
    ("Saudi Arabia is leaning towards accepting the deal.", "not there yet"),
    ("The army rejected the charge.", "what somebody says is so is nothing to stand for or against"),
    ("The country cannot afford to be silent about the killings.", "it is not silent yet"),
    ("The premier has low support from farmers.", "too little to be a stand"),
    ("The envoy sought Cairo's backing for the plan.", "sought is not got"),
    ("The poll tracks Kenyans' support for the two candidates.", "only measured"),
    ("The voters did not respond to queries about their address.", "no proposal, and no reporter asks"),
    ("A deal could not be reached.", "no party is out of reach"),
    ("Residents accused the soldiers of failing to respond.", "nobody asked them for a word"),
    ("Peru would have backed the treaty.", "what was not"),
    ("Chile blocked a joint statement by Andean ministers condemning the coup.", "what was never passed says nothing"),
    ("The plan is unacceptable.", "nobody says so but the reporter"),
    ("The envoy said the plan was not unacceptable.", "what it is not"),
    ("The envoy said the deal was fair to look into.", "what one may do with it"),
    ("The envoy said his record was fair.", "nothing that anybody decides on"),
    ("The minister warned against pickpockets.", "a danger is no plan"),
    ("The fund committed its members to the bonus.", "a deed, and no zeal"),
    ("The rebels walked out of the talks.", "who leaves the room may still want a deal"),
    ("The senators have reservations about voting for the bill.", "a gerund after 'about'"),
    ("It is unthinkable that Norway would accept the deal.", "what cannot be"),
    ("There is no way Norway will sign the treaty.", "... by a noun"),
    ("If the minister does not respond to the letter, the union will strike.", "a condition, and no silence yet"),
]


def _positions(text: str) -> tuple[Position, ...]:
    return read(text, know()).positions


@pytest.mark.parametrize(("row", "stance", "basis", "reason"), STANDS)
def test_the_stand_is_read(row: str, stance: str, basis: str, reason: str) -> None:
    """One position, with its holder, its object and why we say so."""
    marked = dict(_MARK.findall(row))
    holder, toward = marked["H"], marked["T"]
    (position,) = _positions(_MARK.sub(r"\2", row))
    assert (position.stance, position.basis) == (stance, basis), reason
    assert position.holder.text in holder, reason
    assert position.toward is not None
    assert position.toward.text == toward, reason


@pytest.mark.parametrize(
    ("text", "holders", "reason"),
    [
        ("The opposition parties Vox and Podemos rejected the budget.", ["Vox", "Podemos"], "several, each by name"),
        ("The rebel groups M23 and ADF did not attend the talks.", ["M23", "ADF"], "those absent too"),
    ],
)
def test_those_named_behind_their_noun(text: str, holders: list[str], reason: str) -> None:
    """Each of several takes the stand."""
    assert [position.holder.text for position in read(text, know()).positions] == holders, reason


def test_what_it_stands_for_is_what_was_stood_on_last() -> None:
    """Of a party and a plan before it, "it" is the plan that somebody else is for."""
    first, second = _positions("Hezbollah is against the disarmament plan, while the Phalange party supports it.")
    assert second.toward is not None
    assert (first.stance, second.stance, second.toward.text) == ("opposes", "supports", "the disarmament plan")


@pytest.mark.parametrize(
    ("text", "names", "reason"),
    [
        ("Ana Ruiz hailed Bo Lee's decision.", [None], "a thing is judged, not whose it is"),
        ("The assembly rejected the premier's first choice, Ana Ruiz.", ["Ana Ruiz"], "who the thing is"),
        ("Ana Ruiz thanked Bo Lee for backing her main proposal.", [None], "he backs it and not her"),
    ],
)
def test_who_stands_behind_what_is_judged(text: str, names: list[str | None], reason: str) -> None:
    reading = read(text, know())
    known = {entity.id: entity.name for entity in reading.entities}
    assert [known.get(p.toward.entity or "") for p in reading.positions if p.toward] == names, reason


def test_who_proposed_what_others_back() -> None:
    """On the reporter's word, and without the terms that the others set."""
    text = "Seven parties endorsed a truce proposed by Chad, on condition that aid reaches the camp."
    backs, proposes = _positions(text)
    assert (backs.holder.text, len(backs.conditions)) == ("Seven parties", 1)
    assert (proposes.holder.text, proposes.conditions, proposes.attribution) == ("Chad", (), None)


@pytest.mark.parametrize(
    ("text", "toward", "reason"),
    [
        ("Nine states approved the force, while Chad abstained.", "the force", "what others voted on"),
        ("The union hailed the ruling. The mayor called it reckless.", "the ruling", "what others stood on"),
        ("The union hailed the ruling. Rain fell. Trains stopped. The mayor called it reckless.", None, "too far off"),
    ],
)
def test_what_a_stand_without_words_for_it_is_about(text: str, toward: str | None, reason: str) -> None:
    _, *last = _positions(text)
    assert [position.toward.text for position in last if position.toward] == ([toward] if toward else []), reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad refused to back the pact.", "refused to back"),
        ("The mayor threw his weight behind the curfew.", "threw his weight"),
        ("The palace declined to comment on the raid.", "declined to comment"),
    ],
)
def test_the_words_that_show_it(text: str, words: str) -> None:
    """Without the verb above, or the noun beside, they would not show it."""
    (position,) = _positions(text)
    assert [text[span.start : span.end] for span in position.evidence] == [words]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_a_condition_stays_with_the_stand(text: str, condition: str) -> None:
    """Support under a condition is not support without one."""
    (position,) = _positions(text)
    assert [span.text for span in position.conditions] == [condition]


@pytest.mark.parametrize(("text", "reason"), NO_STANDS)
def test_no_stand_is_made_of_it(text: str, reason: str) -> None:
    """A wrong stand is worse than a missing one."""
    assert _positions(text) == (), reason


SPEAKERS = [
    (
        "Even China, Pyongyang's only ally, said it was opposed to the test.",
        "China",
        "not Pyongyang, which stands nearer",
    ),
    (
        "Obama met Fowler. Fowler noted that in 1972 he supported the decision.",
        "Fowler",
        "who says it",
    ),
]


@pytest.mark.parametrize(("text", "name", "reason"), SPEAKERS)
def test_he_in_what_somebody_says_is_who_says_it(text: str, name: str, reason: str) -> None:
    """The pronoun that opens reported speech is the speaker, so the stand is his."""
    reading = read(text, know())
    (position,) = reading.positions
    holder = next(entity for entity in reading.entities if entity.id == position.holder.entity)
    assert holder.name == name, reason


SEVERAL = [
    (
        "The Ba party voted for the bill, as did most members of the Do party.",
        [
            ("The Ba party", "supports", "acted", "the bill"),
            ("most members of the Do party", "supports", "acted", "the bill"),
        ],
        "who did as the others",
    ),
    (
        "France supports the plan, while Russia has criticised it, saying it ignores the army.",
        [("France", "supports", "reported", "the plan"), ("Russia", "opposes", "stated", "the plan")],
        "of two who speaks is the nearer",
    ),
    (
        "Deputies debated the treaty. The Ba party opposes the treaty, and the Do party abstained in a vote on Monday.",
        [("The Ba party", "opposes", "reported", "the treaty"), ("the Do party", "unknown", "acted", "the treaty")],
        "on what, not when",
    ),
    (
        "The senate rejected the bill, with 41 senators voting against it and 22 in favour.",
        [("The senate", "opposes", "acted", "the bill"), ("41 senators", "opposes", "acted", "the bill")],
        "the 41 are not in favour",
    ),
    (
        "Peru proposed a new summit in Lima, an idea that Chile supports.",
        [
            ("Peru", "supports", "stated", "a new summit in Lima"),
            ("Chile", "supports", "reported", "a new summit in Lima"),
        ],
        "what the idea is",
    ),
    (
        "Bo Lee has not said whether he will.",
        [("Bo Lee", "unknown", "unclear", "")],
        "whether he will what?",
    ),
    (
        "The UN could accept a minor clause on water. Peru opposes the clause.",
        [("Peru", "opposes", "reported", "the clause")],
        "one that might be is not the clause",
    ),
    (
        "Neither the junta nor the union has commented on the raid.",
        [("the junta", "unknown", "declined", "the raid"), ("the union", "unknown", "declined", "the raid")],
        "both are silent",
    ),
    (
        "The council passed a motion supporting the strike, with Labour members voting against.",
        [
            ("The council", "supports", "acted", "a motion supporting the strike"),
            ("The council", "supports", "acted", "the strike"),
            ("Labour members", "opposes", "acted", "a motion supporting the strike"),
        ],
        "the members against are not the council",
    ),
    (
        "The guild has a leader. Its leader, Bo Lee, left. Farmers marched in support of the leader of Peru.",
        [("Farmers", "supports", "acted", "the leader of Peru")],
        "of people it is told who they are",
    ),
    (
        "Spain said it backs the plan, as does Portugal.",
        [("it", "supports", "stated", "the plan"), ("Portugal", "supports", "reported", "the plan")],
        "of itself Spain says it, of Portugal it is told",
    ),
    (
        "The Greens are split on the bill. Bo Hughes supports it.",
        [("Greens", "unknown", "unclear", "the bill"), ("Bo Hughes", "supports", "reported", "the bill")],
        "what “it” is, of which others would not say",
    ),
    (
        "Chad abstained when the council endorsed the plan.",
        [("Chad", "unknown", "acted", "the plan"), ("the council", "supports", "acted", "the plan")],
        "on what it abstained stands behind",
    ),
    (
        "Peru met Mali for talks in Geneva. Eritrea sent no delegate.",
        [("Eritrea", "unknown", "absent", "talks in Geneva")],
        "from the last meeting told of",
    ),
    (
        "Peru met Mali for talks in Geneva. Bo Lee, who had been invited as an observer, did not attend.",
        [("Bo Lee", "unknown", "absent", "talks in Geneva")],
        "likewise",
    ),
    (
        "Two clans refused to attend the ceremony.",
        [("Two clans", "unknown", "absent", "the ceremony")],
        "to refuse to come is to be absent",
    ),
    (
        "Bo Lee would not say how he had voted.",
        [("Bo Lee", "unknown", "declined", "how he had voted")],
        "a clause that asks, as parsers have it",
    ),
    (
        "The senator would not say which side he backs.",
        [("The senator", "unknown", "declined", "which side he backs")],
        "by the first words of a clause, of which one asks",
    ),
    (
        "Voters rejected a charter. The mayor, Bo Lee, voted No.",
        [("Voters", "opposes", "acted", "a charter"), ("The mayor", "opposes", "acted", "a charter")],
        "on what was voted",
    ),
    (
        "Oman has a plan to end the war. Mali backs the plan provided that oil is shared. Iran hailed the plan.",
        [
            ("Mali", "supports", "reported", "a plan to end the war"),
            ("Iran", "supports", "stated", "a plan to end the war"),
        ],
        "what one stand depends on tells not which plan it is",
    ),
    (
        "“We reject any treaty that ignores our valley,” said Bo Lee of the Guild. Chad welcomed the treaty.",
        [
            ("We", "opposes", "stated", "any treaty that ignores our valley"),
            ("Chad", "supports", "stated", "the treaty"),
        ],
        "any such treaty is not the one",
    ),
    (
        "The law raised the retirement age of miners. The IMF supports the higher age.",
        [("The IMF", "supports", "reported", "the higher age")],
        "the other one",
    ),
    (
        "The council was opposed to the homes from the start, its chairman, Roger Lamb, said.",
        [("The council", "opposes", "stated", "the homes")],
        "who says it is no other who opposes",
    ),
]


@pytest.mark.parametrize(("text", "stands", "reason"), SEVERAL)
def test_the_stands_of_several(text: str, stands: list[tuple[str, str, str, str]], reason: str) -> None:
    """Who stands where on what, where one sentence helps to read the other."""
    found = [(p.holder.text, p.stance, p.basis, p.toward.text if p.toward else "") for p in _positions(text)]
    assert found == stands, reason


SILENT = [
    ("Calls to the embassy were not returned.", "the embassy", "declined", "who was called"),
    ("Calls and emails to the bank went unanswered.", "the bank", "declined", "likewise"),
    ("The bishop declined to be interviewed.", "The bishop", "declined", "who is not heard"),
    ("The Oromo front has yet to comment.", "The Oromo front", "declined", "“yet to” is not"),
    ("Mr Minawi left. His office could not be reached.", "His", "unreachable", "an office is who it is of"),
    (
        "The ELN's envoy, Pablo Rey, did not say whether the group would return to talks.",
        "the group",
        "unclear",
        "he is theirs",
    ),
    ("Spain's position is not known.", "Spain", "unclear", "a noun for where one stands"),
    ("It is not known where Spain stands.", "Spain", "unclear", "and a verb"),
    ("An attempt to reach the union was unsuccessful.", "the union", "unreachable", "tried in vain"),
    ("It was unclear whether the clan would take part.", "the clan", "unclear", "in what the sentence before says"),
]


@pytest.mark.parametrize(("text", "holder", "basis", "reason"), SILENT)
def test_who_is_silent_without_a_word_on_what(text: str, holder: str, basis: str, reason: str) -> None:
    (position,) = _positions(text)
    assert (position.holder.text, position.stance, position.basis) == (holder, "unknown", basis), reason
