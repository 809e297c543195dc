"""Every example of the words of factuality has an act with the status that the entry gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from knowing import know, shipped_lexicon
from onrecord.pipeline import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.reading.event import Event

KINDS = ("hedge", "noun_modifier", "report", "embedding", "modal", "subordinator", "purpose", "done_by_doing")


def _rows(kind: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    for entry in shipped_lexicon().entries(kind):
        for text in entry.get("examples", ()):
            yield entry, text


def _holds(entry: Mapping[str, Any], events: tuple[Event, ...], *, negated: bool) -> bool:
    """Whether an act has the status and the polarity that the entry gives; what is asked for may be less."""
    status = {entry["negated"] if negated else entry.get("status", "happened")}
    status |= {"hypothetical"} if "planned" in status else set()
    turned = negated and entry["negated"] not in {"happened", "ongoing", "unclear"}
    polarity = "negative" if turned else "positive" if negated else entry.get("polarity", "positive")
    return any(event.factuality.status in status and event.factuality.polarity == polarity for event in events)


def _is_negated(entry: Mapping[str, Any], text: str) -> bool:
    return "negated" in entry and bool({"can't", "not", "no"} & set(text.split()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_hold(kind: str) -> None:
    rows = ((entry, text, read(text, know()).events) for entry, text in _rows(kind))
    wrong = [text for entry, text, events in rows if not _holds(entry, events, negated=_is_negated(entry, text))]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_has_an_example(kind: str) -> None:
    assert [entry["lemma"] for entry in shipped_lexicon().entries(kind) if not entry.get("examples")] == []


STANDINGS = [
    ("A raid on the port is likely to anger Chad.", "raid", "happened", "what is likely is the anger"),
    ("The governor said a raid on the port was imminent.", "raid", "planned", "what is near has not come"),
    ("A raid on the port seems possible.", "raid", "hypothetical", "the adjective behind the verb counts"),
    ("The army will fire as soon as rebels shell the port.", "shell", "planned", "three words are one conjunction"),
    ("The army fired as soon as rebels shelled the port.", "shelled", "happened", "between two pasts it is a day"),
    ("The deal includes the release of prisoners.", "release", "planned", "what a text lays down is to be done yet"),
    ("The first phase of the deal provides for the release of nuns.", "release", "planned", "... or a part of it"),
    ("The raids included the arrest of nuns.", "arrest", "happened", "deeds are no text"),
    ("The deal led to the release of prisoners.", "release", "happened", "what came of it was done"),
    ("The deal envisages rebels freeing prisoners.", "freeing", "planned", "a participle of whom it binds"),
    ("Under the deal, the rebels free prisoners.", "free", "hypothetical", "the present of what is laid down"),
    ("Under the deal, the rebels freed prisoners.", "freed", "happened", "they have kept it"),
    ("The warrant was issued for the arrest of the general.", "arrest", "planned", "he has not been held for it"),
    ("The talks focused on the release of prisoners.", "release", "hypothetical", "what talks are about"),
    ("The talks focused on the attack on the port.", "attack", "happened", "... which may well have been"),
    ("The force is tasked with disarming the rebels.", "disarming", "planned", "what it is given to do"),
    ("The delay in freeing the nuns angered Chad.", "freeing", "planned", "what is late has not come"),
    ("There is no question of Chad attacking Mali.", "attacking", "hypothetical", "“question of” thinks of it"),
    ("Chad held talks rather than attack Mali.", "attack", "not_happened", "the one not chosen"),
    ("Chad should help Mali rather than attack it.", "attack", "hypothetical", "nor is it said that it was"),
    ("The army shows no sign of lifting the siege.", "lifting", "unclear", "no image"),
    ("It is wise to arrest the mayor.", "arrest", "hypothetical", "an infinitive as subject is only thought of"),
    ("It was unwise to arrest the mayor.", "arrest", "happened", "what was unwise was done"),
    ("The envoys met on Monday to discuss a truce.", "discuss", "happened", "they did what they met for"),
    ("The envoys will meet on Monday to discuss a truce.", "discuss", "planned", "as far as the meeting"),
    ("The envoys flew to Oslo to discuss a truce.", "discuss", "planned", "a flight is no talk"),
    ("The ruling could spark protests by farmers.", "protests", "hypothetical", "as far as what brings them"),
    ("The army's move could trigger clashes between the clans.", "clashes", "hypothetical", "and so with clashes"),
    ("It was not clear if rebels had shelled the port.", "shelled", "unclear", "an “if” that asks"),
    ("It would be a blow if rebels shelled the port.", "shelled", "conditional", "an “if” that does not"),
    ("The premier insisted that rebels had shelled the port.", "shelled", "happened", "he asks for nothing"),
    ("The strike by nurses will not take place.", "strike", "planned", "what will not be is still a plan"),
    ("Chad to expel envoys", "expel", "planned", "a heading tells what is to come as an infinitive"),
    ("Two men to be tried for murder of priest", "tried", "planned", "and in the passive"),
    ("The premier neither backs nor condemns the coup.", "backs", "not_happened", "neither one nor the other"),
    ("The firm confirmed the arrest of a clerk.", "arrest", "happened", "only what is not confirmed is open"),
    ("The envoy urged the premier to sack the mayor, which he did.", "sack", "happened", "what became of it is told"),
    ("The clan vowed to free the nuns and did so on Friday.", "free", "happened", "and so by “did so”"),
    ("The clan vowed to free the nuns but has not done so.", "free", "not_happened", "or has not been done"),
    ("The clan vowed to free the nuns and may do so.", "free", "planned", "what may be done is no more than a plan"),
    ("The envoys were to have met in Oslo.", "met", "not_happened", "a plan that fell through"),
    ("The firm is being audited by the tax office.", "audited", "ongoing", "the passive goes on like the active"),
    ("Discussions about bombing the port were held in Oslo.", "bombing", "hypothetical", "only talked about"),
    ("Anyone who attacks a guard is shot.", "attacks", "hypothetical", "a rule tells of nobody"),
    ("Those who attack a guard will be shot.", "attack", "hypothetical", "nor does it with a modal"),
    ("Anyone who attacked the palace was shot.", "attacked", "happened", "what is past is told of somebody"),
    ("In a military exercise, troops attacked the airport.", "attacked", "unclear", "so is what is practised"),
    ("In a war game, China invaded Taiwan.", "invaded", "unclear", "it was only played out"),
    ("A fake video showed guards beating a priest.", "beating", "unclear", "what it shows need not have been"),
    ("The photo of guards beating a priest was doctored.", "beating", "unclear", "wherever that is said"),
    ("A video showed guards beating a priest.", "beating", "happened", "other videos show what was"),
    ("The port would have fallen without French air strikes.", "strikes", "happened", "they kept it from falling"),
    ("The port fell without French air strikes.", "strikes", "not_happened", "there were none"),
    ("Fears are growing that Chad will attack Sudan.", "attack", "hypothetical", "a clause apart from its noun"),
    ("The court's decision to ban the party upset nuns.", "ban", "happened", "a court does it by deciding"),
    ("The farmer's decision to ban the party upset nuns.", "ban", "planned", "others only mean to do it"),
    ("The premier dismissed as lies claims that guards had shot a priest.", "shot", "denied", "“as lies” before it"),
    ("Guards admit shooting a priest.", "shooting", "happened", "owned up to now, done before"),
    ("If the talks with the rebels continue, Chad will wait.", "talks", "ongoing", "what may go on is going on"),
    (
        "The envoy urged the union to call off the strike, which it refused to do.",
        "call",
        "not_happened",
        "nor by another",
    ),
    (
        "“I would attack the port,” the general said.",
        "attack",
        "hypothetical",
        "in a quotation it is no future of the past",
    ),
    ("Aides said the army would attack the port.", "attack", "planned", "in a report it is"),
    ("The premier defended his decision to meet the nuns.", "meet", "happened", "it takes no more than words"),
    ("The premier defended his decision to arrest the nuns.", "arrest", "planned", "this has yet to be done"),
    ("The premier defended a decision to meet the nuns.", "meet", "planned", "and so has what nobody owns"),
    ("The law on supporting refugees was passed in May.", "supporting", "hypothetical", "what a law is about"),
    ("The army is free to shell the port.", "shell", "hypothetical", "what one is free to do"),
    (
        "Lis called for a general strike that never took place.",
        "strike",
        "not_happened",
        "a relative clause settles it",
    ),
    ("The union called for a strike that took place in May.", "strike", "happened", "either way"),
    ("The clan planned an attack on the port that did not materialise.", "attack", "not_happened", "it denied nothing"),
    ("The envoy is expected to condemn the attack on the port.", "attack", "happened", "a deed that is only named"),
    (
        "The union demanded an inquiry into the killing of a miner.",
        "killing",
        "happened",
        "nor is it what is asked for",
    ),
    ("The union demanded the arrest of the general.", "arrest", "hypothetical", "which this is"),
    ("The group hopes to fund the bombing of the port.", "bombing", "hypothetical", "or pays for it"),
    ("The envoy hopes to secure the arrest of the general.", "arrest", "planned", "and this, by what brings it about"),
    ("Guards deny shelling clinic", "shelling", "denied", "a headline's gerund has no article behind it"),
    ("You walk out, you get shot.", "shot", "hypothetical", "of any “you” a rule is told"),
    ("When you attack a nurse, the town suffers.", "attack", "hypothetical", "and so with “when”"),
    ("You back the coup.", "back", "ongoing", "who is spoken to may well do it"),
    ("Chad vowed to jail those who attack nuns.", "attack", "hypothetical", "nobody has yet who is to be jailed"),
    ("The more you help the banks, the worse it gets.", "help", "hypothetical", "how much of it there is, is no act"),
    ("A clerk who steals coins is jailed.", "jailed", "hypothetical", "a rule for whoever does it"),
    ("A state which jails its nuns cannot last, he said.", "jails", "hypothetical", "or what such a one can do"),
    ("A clerk who works in Maro is accused of fraud.", "accused", "ongoing", "who lives so is somebody"),
    ("A clerk who stole coins was jailed.", "jailed", "happened", "and so is who did it once"),
    ("A city is safe when people work together.", "work", "hypothetical", "at any time that they do"),
    ("People fight over water, she said.", "fight", "hypothetical", "of people as such"),
    ("People in Maro fight over water.", "fight", "ongoing", "not of those of one town"),
    ("Soldiers evict tenants, she said.", "evict", "hypothetical", "or of any kind that does it to a kind"),
    ("Soldiers evict tenants in Maro.", "evict", "ongoing", "not where it is told of one town"),
    ("She will not back men who shell Maro.", "shell", "hypothetical", "which kind is meant, not what somebody does"),
    ("Chad met militias that back the coup.", "back", "ongoing", "who took part in what happened does so"),
    ("The bill would fine a number of firms that back the coup.", "back", "ongoing", "those who are counted do"),
    ("Journalists who mock the king are jailed.", "jailed", "hypothetical", "a rule for all of a kind"),
    ("The union's rules permit members to vote.", "permit", "hypothetical", "a rule permits, nobody does"),
    ("Under the charter of Maro, nuns are barred from voting.", "barred", "hypothetical", "or it is so under one"),
    ("Editors are jailed, she said.", "jailed", "hypothetical", "nor where it is done to a kind, by nobody"),
    ("Dahl leads among farmers, who back him.", "back", "ongoing", "what is told besides is told of them"),
    ("The base is used to train rebels.", "train", "hypothetical", "what something is for"),
    ("The base was used to train rebels.", "train", "happened", "what it was for was done there"),
    ("The army's options include shelling Maro.", "shelling", "hypothetical", "one of the things that may be done"),
    ("The army's crimes include shelling Maro.", "shelling", "ongoing", "a crime is done"),
    ("Chad has two ways to win: by shelling Maro or by talks.", "shelling", "hypothetical", "one of the ways"),
    ("It happens when the press shows a man getting shot.", "shot", "hypothetical", "at any such time"),
    ("Every time you say that, you arm the gangs.", "arm", "hypothetical", "and so with “every time”"),
    ("People support the coup.", "support", "ongoing", "what people want is told of them"),
    ("Say Peru demanded that Chile pay.", "demanded", "hypothetical", "a case that is thought up"),
    ("Imagine a king who jailed nuns.", "jailed", "hypothetical", "and whoever stands in it"),
    ("Imagine that the army that shelled Maro is back.", "shelled", "happened", "not the one that is told of"),
    ("Say what you will, the army shelled Maro.", "shelled", "happened", "nobody is to suppose it"),
    ("If you had a king who jailed nuns, you would weep.", "jailed", "hypothetical", "who is anybody beside an if"),
    ("If the king who jailed the nuns goes, they will weep.", "jailed", "happened", "who is told of is not"),
    (
        "Many thought he had signed it, but that was not the case.",
        "signed",
        "not_happened",
        "the next clause denies it",
    ),
    ("Many thought he had signed it, and that was the case.", "signed", "happened", "or does not"),
    ("The law would close inns, with owners fined.", "fined", "hypothetical", "what is to go with it"),
    ("Suppose Peru demanded that Chile pay, he said.", "demanded", "hypothetical", "also before who says so"),
    ("The law would close inns, with permits granted by Chad.", "granted", "hypothetical", "or what is done to it"),
    ("The army closed the inns, with owners fined.", "fined", "happened", "is as far as it is"),
    ("The army did not close the inns, with owners fined.", "fined", "happened", "but not denied with it"),
    ("Chad would bomb them with jets supplied by Mali.", "supplied", "happened", "a tool was there before"),
    ("Few states condemned the coup.", "condemned", "not_happened", "next to nobody did"),
    ("A few states condemned the coup.", "condemned", "happened", "with an article some did"),
    ("The army offered little help to the nuns.", "offered", "not_happened", "next to nothing"),
    ("Rebels shelled the little port of Maro.", "shelled", "happened", "what is small is struck all the same"),
    ("The premier is not in the habit of praising nuns.", "praising", "not_happened", "nor did he so"),
    ("The army did little to protect the villagers.", "protect", "not_happened", "nobody refused anything"),
    ("The hope is that rebels free the pilots.", "free", "planned", "what is hoped"),
    ("One condition is that rebels free the pilots.", "free", "conditional", "what is asked for"),
    ("Chad agreed to talks on the condition that rebels free the pilots.", "free", "conditional", "so too behind it"),
    ("The truth is that rebels freed the pilots.", "freed", "happened", "what is true, in its own tense"),
    ("He will find it hard to repeat his attacks on Bo Lee.", "attacks", "happened", "what is repeated has happened"),
]


@pytest.mark.parametrize(("text", "word", "status", "reason"), STANDINGS)
def test_the_standing(text: str, word: str, status: str, reason: str) -> None:
    """What words around an act make of it."""
    (event,) = (event for event in read(text, know()).events if event.trigger.text == word)
    assert event.factuality.status == status, reason
