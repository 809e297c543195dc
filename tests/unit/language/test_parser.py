"""Docs from a network whose answers are noise: whatever it says, the Doc must be sound."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from onrecord.errors import InputError, MissingDataError
from onrecord.language.network import Network, Window
from onrecord.language.parser import NetworkParser, load

CLASSES = {
    "upos": ["NOUN", "VERB", "PUNCT"],
    "xpos": ["NN", "VBD", "."],
    "feats": ["_", "Number=Sing"],
    "lemma": ["l|0|", "l|1|", "=|be"],
    "deprel": ["nsubj:pass", "obl:agent", "root"],
    "names": ["O", *(f"{position}-{kind}" for kind in ("PERSON", "PLACE") for position in "BILU")],
}


class Noise:
    """Answers at random, the same for the same window; counts the windows that it was asked for."""

    asked = 0

    def words(self, inputs: dict[str, Any]) -> dict[str, Any]:
        batch, length = inputs["pieces"].shape
        numbers = (inputs["pieces"] * (1 + inputs["places"])).sum(axis=1).tolist()
        sizes = np.bincount(inputs["starts"] // length, minlength=batch)
        width = inputs["words_side_by_side"].shape[1]
        self.asked += len(numbers)
        rows = [self._window(number, size, width) for number, size in zip(numbers, sizes, strict=True)]
        out = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
        return out | {"arcs": out["arcs"].reshape(len(rows), width, width + 1)}

    def _window(self, number: int, words: int, width: int) -> dict[str, Any]:
        rng = np.random.default_rng(number % 2**32)
        out: dict[str, Any] = {name: rng.integers(0, len(CLASSES[name]), words) for name in list(CLASSES)[:4]}
        out["sentence.scores"] = rng.normal(size=(words, 2)) + np.array([2, 0])
        out["names"] = rng.normal(size=(words, len(CLASSES["names"]))).astype(np.float32)
        out["arcs"] = rng.normal(size=(width, width + 1)).astype(np.float32)
        out["label_dependent.sum"] = rng.normal(size=(words, 3)).astype(np.float32)
        out["label_head.product"] = rng.normal(size=(words, 3)).astype(np.float32)
        return out

    def labels(self, dependent: np.ndarray, head: np.ndarray) -> np.ndarray:
        return dependent + head


@pytest.fixture(scope="module")
def parser(tmp_path_factory: pytest.TempPathFactory) -> NetworkParser:
    """A parser with a vocabulary of one piece."""
    folder = tmp_path_factory.mktemp("network")
    (folder / "labels.json").write_text(json.dumps(CLASSES), encoding="utf-8")
    tokenizer = Tokenizer(WordLevel({"[UNK]": 7}, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    return NetworkParser(Network(folder, Noise()), "noise")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("aB. \n\u00a0’”")), max_size=80))
def test_docs_are_sound(parser: NetworkParser, text: str) -> None:
    """Text untouched, offsets right, one root a sentence, white space hung on the word before."""
    doc = parser(text)
    assert doc.text == text
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        roots = [token for token in words if token.head.i == token.i]
        assert [token.dep_ for token in roots] == ["root"] * len(roots)
        assert len(roots) == 1 or not words
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text
        assert (token.dep_ == "root") == (token.head.i == token.i and not token.is_space)
        if token.is_space:
            assert (token.pos_, token.tag_, token.dep_) == ("SPACE", "_SP", "dep")
            before = [word.i for word in doc[: token.i] if not word.is_space]
            assert not before or token.head.i == before[-1]


EMPTY = [("", "nothing"), (" ", "a space"), ("\n\n \u00a0", "white space"), ("\u200b", "a zero-width space")]


@pytest.mark.parametrize(("text", "reason"), EMPTY, ids=[row[1] for row in EMPTY])
def test_texts_without_words(parser: NetworkParser, text: str, reason: str) -> None:
    """No words is no error."""
    assert parser(text).text == text, reason


def test_a_megabyte(parser: NetworkParser) -> None:
    """A long text without one line end is read."""
    text = "It rained on the army's camp, he said, and nobody came. " * 18_000
    doc = parser(text)
    assert len(text) > 1_000_000
    assert doc.text == text


def test_many_texts_keep_their_order_and_company_does_not_matter(parser: NetworkParser) -> None:
    """A text gives the same Doc alone and among others."""
    texts = [f"The army number {n} left. Nobody came.\n\nHe said so." for n in range(7)]
    for text, doc in zip(texts, parser.read(texts), strict=True):
        alone = parser(text)
        assert doc.text == text
        assert (
            doc.to_array(["TAG", "HEAD", "DEP", "ENT_IOB"]).tolist()
            == alone.to_array(["TAG", "HEAD", "DEP", "ENT_IOB"]).tolist()
        )


def test_given_sentences_are_kept(parser: NetworkParser) -> None:
    """Tokens and sentence starts may come from outside."""
    doc = parser.annotate(["A", "b", "C", "d"], [True] * 4, [True, False, True, False])
    assert [sentence.start for sentence in doc.sents] == [0, 2]


def test_windows_come_back_in_order(parser: NetworkParser) -> None:
    """Batches are sorted by length, answers are not."""
    windows = [Window(("a",) * n, (True,) * n) for n in (5, 1, 9, 3)]
    assert [len(found.heads) for found in parser.network.read(windows, pieces_per_batch=12)] == [5, 1, 9, 3]


def test_a_window_of_many_pieces_fits_the_network(parser: NetworkParser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of six pieces each, 128 of them, are more than the network has places for: a list of addresses, say."""
    places: list[np.ndarray] = []

    class Watched(Noise):
        def words(self, inputs: dict[str, Any]) -> dict[str, Any]:
            places.append(inputs["places"])
            return super().words(inputs)

    monkeypatch.setattr(parser.network, "runtime", Watched())
    (found,) = parser.network.read([Window(("a b c d e f g",) * 128, (True,) * 128)])
    assert len(found.heads) == 128
    assert 128 < places[0].max() < 512


def test_a_full_memory_of_words_is_begun_anew(parser: NetworkParser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that were known before it was emptied are looked up again."""
    monkeypatch.setattr("onrecord.language.network._CACHE_SIZE", 2)
    for words in (["p", "q", "r"], ["p", "s"], ["r", "t", "s"]):
        (found,) = parser.network.read([Window(tuple(words), (True,) * len(words))])
        assert len(found.heads) == len(words)


def test_a_vocabulary_that_has_grown_is_begun_anew(parser: NetworkParser, monkeypatch: pytest.MonkeyPatch) -> None:
    """spaCy forgets no word, so memory would grow with the archive; Docs of before stay as they are."""
    texts = ["Ana left the town.", "Ana left the river for Xylo."]
    before = [doc.to_json() for doc in parser.read(texts)]
    held, vocab = parser(texts[0]), parser.vocab
    monkeypatch.setattr("onrecord.language.parser._MOST_STRINGS", 0)
    assert [doc.to_json() for doc in parser.read(texts)] == before
    assert parser.vocab is not vocab
    assert held.to_json() == before[0]


def test_what_was_read_is_not_read_again(parser: NetworkParser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs that stand in several texts, of one batch or of later ones, go through the network once."""
    noise = Noise()
    monkeypatch.setattr(parser.network, "runtime", noise)
    texts = ["Copied by all.\n\nOur own first line.", "Copied by all.\n\nOur own second line.", "Copied by all."]
    docs = list(parser.read(texts))
    assert noise.asked == 3
    again = list(parser.read([*texts, "Copied by all.\n\nOur own third line."]))
    assert noise.asked == 4
    columns = ["TAG", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
    assert [doc.to_array(columns).tolist() for doc in again[:3]] == [doc.to_array(columns).tolist() for doc in docs]


def test_what_is_kept_is_bounded(parser: NetworkParser, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest windows are forgotten, and read again when they come back."""
    noise = Noise()
    monkeypatch.setattr(parser.network, "runtime", noise)
    monkeypatch.setattr("onrecord.language.network._KEPT_WINDOWS", 2)
    for text, asked in (("Kept one.", 1), ("Kept two.", 2), ("Kept one.", 2), ("Kept three.", 3), ("Kept one.", 4)):
        parser(text)
        assert noise.asked == asked, text


def test_half_a_character_stops_what_follows_only(parser: NetworkParser) -> None:
    """Texts before one that cannot be read come first."""
    docs = parser.read(["He left.", "He \ud800 left.", "He came."])
    assert next(docs).text == "He left."
    with pytest.raises(InputError, match="half of a surrogate pair"):
        next(docs)


def test_missing_model() -> None:
    """A model that is not installed is named, with the cure."""
    with pytest.raises(
        MissingDataError, match=r"Cannot load the language model 'no_such_model'.*Install no-such-model"
    ):
        load("no_such_model")
