"""Entities looked up by token."""

from __future__ import annotations

import pytest

from build import doc_of
from onrecord.language.mentions import Who
from onrecord.reading.entity import Entity, Mention

# A title beside a name, a body inside a longer phrase, a noun that is nobody.
DOC = doc_of(
    "Spokesman spokesman NOUN 2 nmod:desc NN\nAli Ali PROPN 4 nsubj NNP\nNoor Noor PROPN 2 flat NNP\n"
    "joined join VERB 0 root\nthe the DET 7 det\nUNITA UNITA PROPN 7 compound NNP\nfighters fighter NOUN 4 obj NNS\n"
    "on on ADP 10 case\nthe the DET 10 det\nhill hill NOUN 4 obl NN"
)


def _entity(key: str, kind: str, *spans: tuple[int, int], named: bool = True) -> Entity:
    mentions = tuple(
        Mention(start=DOC[a].idx, end=DOC[b].idx + len(DOC[b]), text=DOC[a : b + 1].text, kind="name") for a, b in spans
    )
    return Entity(id=key, name=mentions[0].text, type=kind, named=named, mentions=mentions)  # type: ignore[arg-type]


WHO = Who(DOC, [_entity("T1", "person", (1, 2)), _entity("T2", "group", (4, 6)), _entity("T3", "organization", (5, 5))])


@pytest.mark.parametrize(
    ("token", "entity", "why"),
    [
        (1, "T1", "the name itself"),
        (2, "T1", "its second word"),
        (0, "T1", "a title stands for the name beside it"),
        (6, "T2", "the head of the phrase"),
        (5, "T3", "the smaller mention inside wins"),
        (3, None, "a verb is nobody"),
        (9, None, "a noun without mention"),
    ],
)
def test_the_smallest_mention_counts(token: int, entity: str | None, why: str) -> None:
    found = WHO.at(token)
    assert (found.id if found else None) == entity, why


def test_an_argument_is_the_mention_or_the_noun_phrase() -> None:
    assert WHO.argument(DOC, 6).text == "the UNITA fighters"
    hill = WHO.argument(DOC, 9)
    assert (hill.text, hill.entity) == ("the hill", None)


@pytest.mark.parametrize("label", ["nmod", "obl"])  # "largest" is read as a noun or as an adjective
def test_one_of_several_is_whom_the_apposition_names(label: str) -> None:
    doc = doc_of(
        "The the DET 2 det\nlargest large ADJ 6 nsubj JJS\nof of ADP 4 case\n"
        f"parties party NOUN 2 {label} NNS\nUNITA UNITA PROPN 4 appos NNP\nleft leave VERB 0 root"
    )
    unita = Mention(start=doc[4].idx, end=doc[4].idx + 5, text="UNITA", kind="name")
    who = Who(doc, [Entity(id="T1", name="UNITA", type="organization", named=True, mentions=(unita,))])
    assert (found := who.at(1)) is not None
    assert found.id == "T1"


# "UNITA said it withdrew. It left." - the same party by name, by a pronoun in its sentence, by one in the next.
TOLD = doc_of(
    "UNITA UNITA PROPN 2 nsubj NNP\nsaid say VERB 0 root\nit it PRON 4 nsubj\nwithdrew withdraw VERB 2 ccomp\n\n"
    "It it PRON 2 nsubj\nleft leave VERB 0 root"
)


@pytest.mark.parametrize(
    ("token", "text", "why"),
    [
        (0, "UNITA", "a name stays"),
        (2, "UNITA", "the sentence has said who"),
        (4, "It", "the sentence has not: the words must stand in it"),
    ],
)
def test_a_pronoun_is_spelled_out_within_its_sentence(token: int, text: str, why: str) -> None:
    mentions = tuple(
        Mention(start=TOLD[i].idx, end=TOLD[i].idx + len(TOLD[i]), text=TOLD[i].text, kind=kind)  # type: ignore[arg-type]
        for i, kind in ((0, "name"), (2, "pronoun"), (4, "pronoun"))
    )
    who = Who(TOLD, [Entity(id="T1", name="UNITA", type="organization", named=True, mentions=mentions)])
    found = who.spelled_out(TOLD, token)
    assert (found.text, found.entity) == (text, "T1"), why


def test_entities_by_id() -> None:
    assert WHO.entity("T3").name == "UNITA"
    with pytest.raises(KeyError):
        WHO.entity("T9")
