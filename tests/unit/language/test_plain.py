"""The plain Doc answers as spaCy's does, whatever it is asked."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from spacy.lang.en import EnglishDefaults
from spacy.tokens import Doc, Span, Token
from spacy.vocab import create_vocab

from onrecord.language.hanging import hang
from onrecord.language.plain import plain
from onrecord.language.plain_words import Span as Words
from onrecord.language.text import having

if TYPE_CHECKING:
    from collections.abc import Callable

VOCAB = create_vocab("en", EnglishDefaults)  # a bare one would not know the case of a word
WORDS = ["Rebels", "shelled", "the", "U.S.", "\n\n", ",", "'s", "12", "town", "”"]
MODES = ["strict", "contract", "expand"]
OF_TOKENS = [
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_",
    "text_with_ws", "is_punct",
    "is_space", "is_lower", "is_alpha", "is_title", "is_quote", "is_sent_start", "n_lefts", "n_rights", "head",
    "children", "lefts", "rights", "left_edge", "right_edge", "subtree", "sent",
]  # fmt: skip
OF_TREES = ["head", "dep_", "children", "lefts", "rights", "left_edge", "right_edge", "sent", "is_sent_start"]
OF_SPANS = ["start", "end", "text", "label_", "start_char", "end_char", "root", "sent"]


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """Docs with any tree, any spaces, and names."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    size = len(words)
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, word in enumerate(order):  # each word hangs on one that hangs already, or is a root
        heads[word] = draw(st.sampled_from([word, *order[:place]]))
    spaces = [draw(st.booleans()) for _ in words]
    doc = Doc(VOCAB, words=words, spaces=spaces, heads=heads, deps=["dep"] * size, pos=["NOUN"] * size)
    begin = draw(st.integers(0, size - 1))
    doc.set_ents([Span(doc, begin, draw(st.integers(begin + 1, size)), label="ORGANIZATION")])
    assume(all(reaches_over(word.head, word) for word in doc))
    return doc


def reaches_over(head: Token, word: Token) -> bool:
    """Whether what hangs on the head ends with what hangs on the word, or later: spaCy may give up before it does."""
    return head.left_edge.i <= word.left_edge.i and word.right_edge.i <= head.right_edge.i


def lie_apart(doc: Doc) -> bool:
    """Whether what hangs on each word is one stretch of words."""
    return all(len(list(word.subtree)) == word.right_edge.i - word.left_edge.i + 1 for word in doc)


def told(value: Any) -> Any:
    """An answer in words that both sides share."""
    if isinstance(value, str | int | bool | None):
        return value
    if hasattr(value, "idx"):
        return "token", value.i
    if hasattr(value, "start_char"):
        return "span", value.start, value.end, value.label_
    return [told(one) for one in value]


def outcome(ask: Callable[[], Any]) -> Any:
    """The answer, or the kind of error."""
    try:
        return told(ask())
    except (IndexError, ValueError) as error:
        return type(error).__name__


@given(docs())
def test_tokens(doc: Doc) -> None:
    """Every word, all that is asked of it; twice, since answers are kept."""
    with plain(doc) as same:
        assert len(same) == len(doc)
        assert same.text == doc.text
        for _ in range(2):
            for one, other in zip(doc, same, strict=True):
                assert {name: told(getattr(one, name)) for name in OF_TOKENS} == {
                    name: told(getattr(other, name)) for name in OF_TOKENS
                }
                assert (len(one), str(one)) == (len(other), str(other))


@given(docs(), st.data())
def test_hanging(doc: Doc, data: st.DataObject) -> None:
    """A word that hangs on another, or is a root now, takes what hangs on it along, and sentences follow.

    Where trees lie across one another spaCy looks for sentences only in a part of the report.
    """
    assume(lie_apart(doc))
    with plain(doc) as same:
        for _ in range(3):
            word = data.draw(st.sampled_from(list(doc)))
            below = {each.i for each in word.subtree} - {word.i}  # what hangs on a word cannot hold it
            on = data.draw(st.sampled_from([each for each in doc if each.i not in below]))
            hang(same[word.i], same[on.i], "obj")
            hang(word, on, "obj")
            assume(lie_apart(doc))
            for one, other in zip(doc, same, strict=True):
                assert {name: told(getattr(one, name)) for name in OF_TREES} == {
                    name: told(getattr(other, name)) for name in OF_TREES
                }


def test_other_sentences_stay() -> None:
    """A new root cuts its own sentence alone: were all cut again, headlines would take the square of their number."""
    heads = [place - place % 3 for place in range(9)]
    doc = Doc(VOCAB, words=["town"] * 9, heads=heads, deps=["root"] * 9)
    with plain(doc) as same:
        before = same.sents
        hang(same[4], same[4])
        assert [(sentence.start, sentence.end) for sentence in same.sents] == [(0, 3), (3, 4), (4, 6), (6, 9)]
        assert same.sents[0] is before[0]
        assert same.sents[-1] is before[-1]


def test_trees_across_one_another() -> None:
    """A root taken out of the middle of a sentence, whose old root is then hung on it ("Apple releases program")."""
    doc = Doc(VOCAB, words=["town"] * 6, heads=[2, 2, 2, 3, 3, 3], deps=["root"] * 6)
    with plain(doc) as same:
        hang(same[1], same[1])
        hang(same[2], same[1])
        assert [(sentence.start, sentence.end) for sentence in same.sents] == [(0, 3), (3, 6)]
        assert [word.sent.start for word in same] == [0, 0, 0, 3, 3, 3]


@given(docs(), st.data())
def test_names(doc: Doc, data: st.DataObject) -> None:
    """Names are set as spaCy sets them: what was one before and is none now is forgotten."""
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    with plain(doc) as same:
        same.set_ents([Words(same, start, end, "PLACE")])
        doc.set_ents([Span(doc, start, end, label="PLACE")])
        assert told(same.ents) == told(doc.ents)
        assert [(w.ent_type_, w.ent_iob_) for w in same] == [(w.ent_type_, w.ent_iob_) for w in doc]


@pytest.mark.parametrize("attribute", ["LOWER", "ORTH", "LEMMA", "POS", "TAG", "DEP"])
@given(doc=docs(), values=st.frozensets(st.sampled_from([*WORDS, "rebels", "NOUN", "dep"])))
def test_having(attribute: str, doc: Doc, values: frozenset[str]) -> None:
    """The places of words that have one of some values."""
    with plain(doc) as same:
        assert having(same, attribute, values) == having(doc, attribute, values)


@pytest.mark.parametrize(
    ("features", "held"),
    [
        ("", set()),
        ("Number=Plur", {"Number=Plur"}),
        ("Number=Sing|PronType=Int,Rel", {"Number=Sing", "PronType=Int", "PronType=Rel"}),  # two values, two features
    ],
)
def test_features(features: str, held: set[str]) -> None:
    """What is asked of a word's features: which are there."""
    doc = Doc(VOCAB, words=["who"], morphs=[features])
    with plain(doc) as same:
        assert set(same[0].morph) == set(doc[0].morph) == held


@given(docs(), st.integers(-14, 14), st.integers(-14, 14))
def test_places(doc: Doc, start: int, end: int) -> None:
    """Single words, neighbours, and stretches, also beyond the ends."""
    with plain(doc) as same:
        assert outcome(lambda: doc[start]) == outcome(lambda: same[start])
        assert outcome(lambda: doc[start:end]) == outcome(lambda: same[start:end])
        for one, other in zip(doc, same, strict=True):
            assert outcome(lambda one=one: one.nbor(start)) == outcome(lambda other=other: other.nbor(start))


@given(docs())
def test_spans(doc: Doc) -> None:
    """Sentences, names and all stretches, and parts of them."""
    with plain(doc) as same:
        assert told(same.sents) == told(doc.sents)
        assert told(same.ents) == told(doc.ents)
        for start in range(len(doc)):
            for end in range(start + 1, len(doc) + 1):
                one, other = doc[start:end], same[start:end]
                assert [told(getattr(one, name)) for name in OF_SPANS] == [
                    told(getattr(other, name)) for name in OF_SPANS
                ]
                assert told(one[-1]) == told(other[-1])
                assert told(one[1:]) == told(other[1:])
                assert other == same[start:end]
                assert hash(other) == hash(same[start:end])
                assert other != same[start : end - 1]


@pytest.mark.parametrize("mode", MODES)
@given(doc=docs())
def test_characters(doc: Doc, mode: str) -> None:
    """Stretches of characters to stretches of words."""
    with plain(doc) as same:
        for start in range(-1, len(doc.text) + 2):
            for end in range(start, min(start + 6, len(doc.text) + 2)):
                assert outcome(lambda: doc.char_span(start, end, alignment_mode=mode)) == outcome(  # noqa: B023
                    lambda: same.char_span(start, end, alignment_mode=mode)  # noqa: B023
                ), (start, end)


@given(docs())
def test_order(doc: Doc) -> None:
    """Words stand in text order, each is itself only."""
    with plain(doc) as same:
        assert sorted(same[i] for i in reversed(range(len(same)))) == list(same)
        assert max(same) is same[-1]
        assert [one == same[0] for one in same] == [one == doc[0] for one in doc]


def test_nothing_is_left_behind() -> None:
    """After the block the words are free without a collector's help."""
    doc = Doc(VOCAB, words=["He", "left"], heads=[1, 1], deps=["nsubj", "root"])
    gc.disable()
    try:
        with plain(doc) as same:
            assert told(same[1].subtree) == [("token", 0), ("token", 1)]
            kept = weakref.ref(same)
        del same
        assert kept() is None
    finally:
        gc.enable()


@pytest.mark.parametrize(("words", "kept"), [(3, True), (300, False)])
def test_long_stretches_are_not_kept(words: int, kept: bool) -> None:  # noqa: FBT001
    """A stretch holds its words: thousands that are as long as the report would fill the memory."""
    doc = Doc(VOCAB, words=["word"] * words)
    with plain(doc) as same:
        stretch = weakref.ref(same.char_span(0, len(doc.text.strip())))
        assert (stretch() is not None) is kept


def test_spacy_itself_does_not_pass() -> None:
    """The words of the block are not spaCy's own."""
    doc = Doc(VOCAB, words=["He"])
    with plain(doc) as same:
        assert not isinstance(same[0], Token)
