"""Chains: who the source is, through whom it came, what stands inside what."""

from __future__ import annotations

import pytest

from build import doc_of
from knowing import shipped_lexicon
from onrecord.reading.draft import AttributionDraft
from onrecord.reading.entity import Entity, Mention
from onrecord.reading.reading import Furniture
from onrecord.reading.span import Span
from onrecord.stages.chains import link_chains

DOC = doc_of("""
Ruiz Ruiz PROPN 2 nsubj NNP
told tell VERB 0 root VBD
AFP AFP PROPN 2 iobj NNP
police police NOUN 5 nsubj NNS
say say VERB 2 ccomp VBP
he he PRON 7 nsubj PRP
fled flee VERB 5 ccomp VBD
. . PUNCT 2 punct .
""")


def span(first: int, last: int) -> Span:
    return Span.of(DOC.text, DOC[first].idx, DOC[last].idx + len(DOC[last]))


def entity(name: str, token: int, **fields: object) -> Entity:
    at = span(token, token)
    mention = Mention(start=at.start, end=at.end, text=at.text, kind="name")
    return Entity(id=name, name=name, type="organization", named=True, mentions=(mention,), **fields)  # type: ignore[arg-type]


def draft(source: int | None, cue: int | None, content: Span, **fields: object) -> AttributionDraft:
    return AttributionDraft(
        source=None if source is None else span(source, source),
        source_head=source,
        cue=None if cue is None else span(cue, cue),
        cue_head=cue,
        content=(content,),
        manner="indirect",
        **fields,  # type: ignore[arg-type]
    )


ENTITIES = (entity("T1", 0), entity("T2", 2, sectors=("JRN",)), entity("T3", 3))


def test_sources_get_entities_and_claims_inside_claims_are_nested() -> None:
    """The inner claim stands within the outer one; whom it was told goes into via."""
    outer, inner = draft(0, 1, span(3, 6), via_heads=(2,)), draft(3, 4, span(5, 6))
    first, second = link_chains(DOC, (outer, inner), ENTITIES, (), shipped_lexicon())
    assert (first.id, first.source and first.source.entity, first.via, first.within) == ("A1", "T1", ("T2",), None)
    assert (second.id, second.source and second.source.entity, second.within) == ("A2", "T3", "A1")


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    """A paragraph without a cue has the words and the entity of the last speaker."""
    _, second = link_chains(
        DOC, (draft(0, 1, span(3, 4)), draft(None, None, span(5, 6), continues=0)), ENTITIES, (), shipped_lexicon()
    )
    assert second.cue is None
    assert second.source is not None
    assert (second.source.text, second.source.entity) == ("Ruiz", "T1")


def test_the_agency_that_signs_comes_last_in_via() -> None:
    """A dateline's agency is part of every outer chain; nobody is named twice."""
    dateline = Furniture(start=DOC[2].idx, end=DOC[2].idx + 3, kind="dateline")
    (only,) = link_chains(DOC, (draft(0, 1, span(3, 6)),), ENTITIES, (dateline,), shipped_lexicon())
    assert only.via == ("T2",)


def test_a_source_that_nobody_knows_stays_anonymous() -> None:
    """Without an entity the words remain and no entity is made up; a passive without an agent has no source."""
    nameless, passive = draft(3, 4, span(5, 6)), draft(None, 4, span(6, 6))
    first, second = link_chains(DOC, (nameless, passive), ENTITIES[:2], (), shipped_lexicon())
    assert first.source is not None
    assert (first.source.text, first.source.entity) == ("police", None)
    assert second.source is None


TWO_SENTENCES = """
KCNA KCNA PROPN 2 nsubj NNP
said say VERB 0 root VBD
so so ADV 2 advmod RB
. . PUNCT 2 punct .

{pronoun} {pronoun} PRON 2 nsubj PRP
added add VERB 0 root VBD
more more ADJ 2 obj JJR
. . PUNCT 2 punct .
"""


@pytest.mark.parametrize(
    ("pronoun", "speaker", "reason"),
    [
        ("it", "T1", "an agency that goes on speaking"),
        ("he", None, "an agency is no he"),
        ("we", None, "a first person is the speaker of the words around, never the one before"),
    ],
)
def test_an_unresolved_pronoun_is_the_speaker_before_it(pronoun: str, speaker: str | None, reason: str) -> None:
    doc = doc_of(TWO_SENTENCES.format(pronoun=pronoun))
    words = [Span.of(doc.text, token.idx, token.idx + len(token)) for token in doc]
    mention = Mention(start=words[0].start, end=words[0].end, text="KCNA", kind="name")
    agency = Entity(id="T1", name="KCNA", type="organization", named=True, mentions=(mention,))
    told, more = (
        AttributionDraft(
            source=words[at], source_head=at, cue=words[at + 1], cue_head=at + 1, content=(words[at + 2],),
            manner="indirect",
        )
        for at in (0, 4)
    )  # fmt: skip
    _, second = link_chains(doc, (told, more), (agency,), (), shipped_lexicon())
    assert second.source is not None
    assert second.source.entity == speaker, reason


ASIDE = doc_of("""
Ruiz Ruiz PROPN 2 nsubj NNP
said say VERB 0 root VBD
rebels rebel NOUN 4 nsubj NNS
fled flee VERB 2 ccomp VBD
a a DET 6 det DT
fight fight NOUN 4 obj NN
in in ADP 8 case IN
which which PRON 10 obl WDT
police police NOUN 10 nsubj NNS
said say VERB 6 acl:relcl VBD
nine nine NUM 12 nsubj CD
died die VERB 10 ccomp VBD
. . PUNCT 2 punct .
""")


def _draft_of(source: int, cue: int, first: int, last: int) -> AttributionDraft:
    spans = [Span.of(ASIDE.text, ASIDE[i].idx, ASIDE[j].idx + len(ASIDE[j])) for i, j in
             ((source, source), (cue, cue), (first, last))]  # fmt: skip
    return AttributionDraft(
        source=spans[0], source_head=source, cue=spans[1], cue_head=cue, content=(spans[2],), manner="indirect"
    )


def test_what_the_reporter_puts_in_is_not_said_by_the_speaker() -> None:
    """In what Ruiz said before, police "had said"."""
    _, second = link_chains(ASIDE, (_draft_of(0, 1, 2, 11), _draft_of(8, 9, 10, 11)), (), (), shipped_lexicon())
    assert second.within is None


def test_who_denies_a_claim_has_not_passed_it_on() -> None:
    """A denial behind what another said holds its words, and is no link of the chain."""
    doc = doc_of("""
Rebels rebel NOUN 2 nsubj NNS
fled flee VERB 5 ccomp VBD
, , PUNCT 5 punct ,
Ruiz Ruiz PROPN 5 nsubj NNP
said say VERB 0 root VBD
, , PUNCT 7 punct ,
which which PRON 9 obj WDT
police police NOUN 9 nsubj NNS
denied deny VERB 5 acl:relcl VBD
. . PUNCT 5 punct .
""")

    def part(first: int, last: int) -> Span:
        return Span.of(doc.text, doc[first].idx, doc[last].idx + len(doc[last]))

    said = AttributionDraft(source=part(3, 3), source_head=3, cue=part(4, 4), cue_head=4, content=(part(0, 1),),
                            manner="indirect")  # fmt: skip
    denied = AttributionDraft(source=part(7, 7), source_head=7, cue=part(8, 8), cue_head=8, content=(part(0, 4),),
                              manner="indirect")  # fmt: skip
    first, second = link_chains(doc, (said, denied), (), (), shipped_lexicon())
    assert (first.within, second.within) == (None, None)
