"""No Doc, however badly parsed, makes the two stages fail or point outside the text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.lang.en import EnglishDefaults
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from knowing import shipped_lexicon
from onrecord.knowledge.actors import load_actors
from onrecord.reading.draft import AttributionDraft
from onrecord.reading.span import Span
from onrecord.stages.coreference import resolve_coreference
from onrecord.stages.entities import find_mentions

LEXICON, ACTORS = shipped_lexicon(), load_actors()
VOCAB = create_vocab("en", EnglishDefaults)

WORDS = [
    "The", "the", "group", "of", "14", "factions", "PLO", "(", ")", ",", "President", "Kim", "Jong", "-", "un", "'s",
    "North", "Korean", "attack", "he", "They", "its", "U.S.", "troops", "\n\n", "\u00a0", "IS", "said", '"', "“",
    "minister", "Ministry", "Defence", "Syria", "Assad", "al", ".", "It", "dozens", "I", "we", "‑", "—", "ﬁ", "🙂",
    "₄", "½", "٣",
]  # fmt: skip
TAGS = ["NOUN", "PROPN", "ADJ", "VERB", "DET", "ADP", "PRON", "PUNCT", "NUM", "SPACE", "PART", "AUX"]
RELATIONS = [
    "nsubj", "obj", "det", "amod", "compound", "nmod", "nmod:poss", "case", "appos", "flat", "conj", "cc", "dep",
    "punct", "nmod:desc", "nummod", "acl:relcl", "obl:agent",
]  # fmt: skip
LABELS = ["", "", "PERSON", "ORGANIZATION", "PLACE", "NORP", "MISC"]


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    size = draw(st.integers(1, 14))
    rows = [
        (draw(st.sampled_from(WORDS)), draw(st.sampled_from(TAGS)), draw(st.sampled_from(RELATIONS)),
         draw(st.sampled_from(LABELS)), draw(st.integers(0, i)))
        for i in range(size)
    ]  # fmt: skip
    return Doc(
        VOCAB, words=[row[0] for row in rows], spaces=[draw(st.booleans()) for _ in rows], pos=[row[1] for row in rows],
        tags=["NN"] * size, lemmas=[row[0].lower() for row in rows], heads=[row[4] for row in rows],
        deps=[row[2] for row in rows], ents=[f"B-{row[3]}" if row[3] else "O" for row in rows],
    )  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(doc=docs(), cut=st.integers(0, 13))
def test_any_doc_gives_mentions_inside_its_text(doc: Doc, cut: int) -> None:
    drafts = find_mentions(doc, (), (), LEXICON, ACTORS)
    assert all(doc.text[draft.start : draft.end] == draft.text != "" for draft in drafts)
    assert all(doc[draft.head].idx < draft.end for draft in drafts)
    head = min(cut, len(doc) - 1)
    everything = Span.of(doc.text, 0, len(doc.text))
    said = AttributionDraft(
        source=None, source_head=head, cue=None, cue_head=None, content=(everything,), manner="direct"
    )
    entities = resolve_coreference(doc, drafts, (said,), LEXICON, ACTORS)
    mentions = [mention for entity in entities for mention in entity.mentions]
    assert len({(mention.start, mention.end, mention.kind) for mention in mentions}) <= len(mentions) <= len(drafts)
    assert all(doc.text[mention.start : mention.end] == mention.text for mention in mentions)
    ids = {entity.id for entity in entities}
    assert all(set(entity.member_of) <= ids - {entity.id} for entity in entities)
    again = resolve_coreference(doc, find_mentions(doc, (), (), LEXICON, ACTORS), (said,), LEXICON, ACTORS)
    assert again == entities


@pytest.mark.parametrize(
    ("figure", "count"),
    [
        pytest.param("14", 14, id="a figure"),
        pytest.param("1,400", 1400, id="with a comma"),
        pytest.param("٣", 3, id="of another script"),
        pytest.param("₄", None, id="a digit that is no number: as in a formula"),
        pytest.param("½", None, id="a part"),
    ],
)
def test_a_figure_counts_where_it_is_a_number(figure: str, count: int | None) -> None:
    doc = Doc(VOCAB, words=[figure, "factions"], spaces=[True, False], pos=["NUM", "NOUN"], tags=["CD", "NNS"],
              lemmas=[figure, "faction"], heads=[1, 1], deps=["nummod", "ROOT"])  # fmt: skip
    (draft,) = find_mentions(doc, (), (), LEXICON, ACTORS)
    assert draft.count == count
