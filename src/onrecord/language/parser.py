"""Texts to annotated spaCy Docs."""

from __future__ import annotations

import importlib
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Protocol

import numpy as np
from spacy.lang.en import EnglishDefaults
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from onrecord.errors import InputError, MissingDataError
from onrecord.language.acronyms import take_acronyms
from onrecord.language.adapt import OtherPipeline
from onrecord.language.lemmas import apply_script
from onrecord.language.name_ends import take_hyphens, take_signs
from onrecord.language.name_types import agree_on_types
from onrecord.language.network import Annotation, Network, joined
from onrecord.language.plans import Plan, plan
from onrecord.language.runtimes import make_runtime
from onrecord.language.text import keep_text
from onrecord.language.tokenizer import Tokenizer
from onrecord.settings import DEFAULT_RUNTIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.vocab import Vocab

_ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
_OF_WORDS = (
    "LOWER",
    "NORM",
    "IS_ALPHA",
    "IS_DIGIT",
    "IS_LOWER",
    "IS_PUNCT",
    "IS_QUOTE",
    "IS_SPACE",
    "IS_TITLE",
    "IS_UPPER",
)
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3  # spaCy's ENT_IOB
_MOST_STRINGS = 200_000  # some 100 MB with what else is kept of each
_TEXTS_AT_ONCE = 64


class Parser(Protocol):
    """What reads texts: a network of ours, or another spaCy pipeline behind the same face."""

    name: str
    vocab: Vocab

    def __call__(self, text: str) -> Doc:
        """Return one text's Doc."""

    def read(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield a Doc for every text, in order."""


class NetworkParser:
    """Reads texts with a network. One parser serves one thread; give each process its own.

    Args:
        network: the trained network.
        name: the model's name and version, for the record.
        vocab: spaCy's vocabulary for the Docs; a fresh English one if left out.
    """

    def __init__(self, network: Network, name: str = "", vocab: Vocab | None = None) -> None:
        self.network = network
        self.name = name
        self._begin(vocab if vocab is not None else _new_vocab())

    def _begin(self, vocab: Vocab) -> None:
        """Take a vocabulary, which knows no label of the network's yet."""
        self.vocab = vocab
        self.tokenizer = Tokenizer(self.vocab)
        strings = self.vocab.strings
        classes = self.network.classes
        self._upos = np.array([strings[name] for name in classes["upos"]], dtype=np.uint64)
        self._xpos = np.array([strings.add(name) for name in classes["xpos"]], dtype=np.uint64)
        self._feats = np.array([self.vocab.morphology.add(name) for name in classes["feats"]], dtype=np.uint64)
        self._deprel = np.array([strings.add(name) for name in classes["deprel"]], dtype=np.uint64)
        kinds = [strings.add(name[2:]) if name != "O" else 0 for name in classes["names"]]
        self._types = [strings.add(name) for name in self.network.name_types]
        iob = [_OUTSIDE if name == "O" else _BEGIN if name[0] in "BU" else _INSIDE for name in classes["names"]]
        self._entity = np.array(kinds, dtype=np.uint64)
        self._iob = np.array(iob, dtype=np.uint64)
        self._space = (strings.add("_SP"), strings["SPACE"], self.vocab.morphology.add(""), strings.add("dep"))
        self._lemmas: dict[tuple[str, int], int] = {}

    def __call__(self, text: str) -> Doc:
        """Return one text's Doc."""
        return next(self.read([text]))

    def read(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield a Doc for every text, in order; ``doc.text`` is the text, character for character.

        The Doc has UD part-of-speech tags (`pos_`), Penn tags (`tag_`), UD features (`morph`), lemmas, UD relations
        with subtypes (`dep_`, ``root`` for the root), sentences, entities PERSON, ORGANIZATION, PLACE, NORP and MISC.
        White space tokens hang on the token before with ``dep``.

        Texts are read some at a time, their windows in common batches; the same text gives the same Doc in any company.

        Raises:
            InputError: a text holds half a surrogate pair.
        """
        rest = iter(texts)
        if len(self.vocab.strings) > _MOST_STRINGS:  # spaCy keeps every word that it has ever seen
            self._begin(_new_vocab())
        while some := list(islice(rest, _TEXTS_AT_ONCE)):
            plans: list[Plan] = []
            error = None
            for text in some:
                try:
                    plans.append(plan(*self.tokenizer.words(text)))
                except InputError as wrong:  # what stands before it is read first
                    error = wrong
                    break
            found = iter(self.network.read([window for each in plans for window in each.windows]))
            for each, text in zip(plans, some, strict=False):
                doc = self._doc(each, list(islice(found, len(each.windows))))
                keep_text(doc, text)
                yield doc
            if error is not None:
                raise error

    def annotate(self, words: Sequence[str], spaces: Sequence[bool], starts: Sequence[bool] | None = None) -> Doc:
        """Return the Doc of given tokens; `starts`, where given, says which of them start a sentence."""
        whole = plan(list(words), list(spaces), starts)
        return self._doc(whole, self.network.read(whole.windows))

    def _doc(self, layout: Plan, annotations: Sequence[Annotation]) -> Doc:
        """The Doc of a text: what the network says of each window, laid out flat, datelines and white space hung on."""
        words = layout.words
        doc = Doc(self.vocab, words=words, spaces=layout.spaces)
        if not words:
            return doc
        rows = np.zeros((len(words), len(_ATTRIBUTES)), dtype=np.uint64)
        heads = np.arange(len(words), dtype=np.int64)
        filled = np.zeros(len(words), dtype=bool)
        kinds = np.zeros((len(words), len(self._types)), dtype=np.float32)
        if annotations:
            found = joined(annotations)
            places = [place for window in layout.places for place in window]
            at = np.array(places, dtype=np.int64)
            filled[at] = True
            rows[at, :5] = self._values(found, [words[place] for place in places])
            rows[at, 6] = self._iob[found.names]
            rows[at, 7] = self._entity[found.names]
            kinds[at] = found.kinds
            heads[at] = np.where(found.heads == 0, at, at[found.heads - 1])
        self._hang_datelines(rows, heads, layout.datelines)
        agree_on_types(words, rows[:, 6] == _BEGIN, rows[:, 7], kinds, self._types, self.vocab.strings["NORP"])
        self._fill_spaces(rows, heads, filled, words)
        rows[:, 5] = (heads - np.arange(len(words))).astype(np.int64).view(np.uint64)
        # spaCy's stubs name thinc's own array types.
        doc.from_array(list(_ATTRIBUTES), rows)  # type: ignore[arg-type]
        take_hyphens(doc)
        take_signs(doc)
        take_acronyms(doc)
        return doc

    def _values(self, found: Annotation, words: list[str]) -> NDArray[np.uint64]:
        """Return tag, part of speech, features, lemma and relation of so many words, [words, 5]."""
        known = self._lemmas
        keys = zip(words, found.lemma.tolist(), strict=True)
        lemmas = [known[key] if key in known else self._lemma(*key) for key in keys]
        return np.stack(
            [
                self._xpos[found.xpos],
                self._upos[found.upos],
                self._feats[found.feats],
                np.array(lemmas, dtype=np.uint64),
                self._deprel[found.deprel],
            ],
            axis=1,
        )

    def _lemma(self, word: str, script: int) -> int:
        lemma = self._lemmas[word, script] = self.vocab.strings.add(
            apply_script(self.network.classes["lemma"][script], word)
        )
        return lemma

    def _hang_datelines(self, rows: NDArray[np.uint64], heads: NDArray[np.int64], datelines: dict[int, int]) -> None:
        """Hang the roots of datelines on the root of the sentence that follows each."""
        for start, end in datelines.items():
            root = end
            while heads[root] != root:
                root = int(heads[root])
            own = start + np.flatnonzero(heads[start:end] == np.arange(start, end))
            heads[own] = root
            rows[own, 4] = np.uint64(self._space[3])

    def _fill_spaces(
        self, rows: NDArray[np.uint64], heads: NDArray[np.int64], filled: NDArray[np.bool_], words: list[str]
    ) -> None:
        """Hang white space tokens on the word before, or on the first word where none stands before."""
        places = np.flatnonzero(~filled)
        if not len(places):
            return
        tag, pos, morph, dep = self._space
        before = np.maximum.accumulate(np.where(filled, np.arange(len(filled)), -1))
        words_at = np.flatnonzero(filled)
        first = int(words_at[0]) if len(words_at) else 0
        target = np.where(before[places] >= 0, before[places], first)
        heads[places] = target
        rows[places, :3] = np.array([tag, pos, morph], dtype=np.uint64)
        rows[places, 3] = np.array([self.vocab.strings.add(words[place]) for place in places], dtype=np.uint64)
        rows[places, 4] = np.uint64(dep)
        rows[places, 6] = _OUTSIDE
        for place in places[::-1]:  # white space inside a name belongs to it: spaCy refuses a name with a hole
            if place + 1 < len(rows) and rows[place + 1, 6] == _INSIDE:
                rows[place, 6:8] = rows[place + 1, 6:8]


def _new_vocab() -> Vocab:
    """English, which works out of each new word no more than somebody asks: spaCy's twenty properties take 12 µs."""
    vocab = create_vocab("en", EnglishDefaults)
    asked = {vocab.strings[name] for name in _OF_WORDS}
    for other in vocab.lex_attr_getters.keys() - asked:  # type: ignore[attr-defined]  # spaCy's stubs lack it
        del vocab.lex_attr_getters[other]  # type: ignore[attr-defined]
    return vocab


@lru_cache(maxsize=2)
def load(model: str = "onrecord_en", runtime: str = DEFAULT_RUNTIME) -> Parser:
    """Return the parser of an installed model.

    Args:
        model: a data package with ``path()``, as onrecord_en has, or any installed spaCy pipeline; the labels of the
            latter are adapted.
        runtime: what runs a network of ours, see `onrecord.language.runtimes`; another than the usual one is part of
            the parser's name, since the last digits of its scores differ.

    Raises:
        MissingDataError: the package or the runtime is not installed, or the package holds no network.
    """
    try:
        package = importlib.import_module(model)
    except ImportError as error:
        raise MissingDataError(
            f"load the language model {model!r}", "the package is not installed", f"Install {model.replace('_', '-')}"
        ) from error
    if hasattr(package, "path"):
        folder = package.path()
        name = f"{model} {package.__version__}" + (f" in {runtime}" if runtime != DEFAULT_RUNTIME else "")
        return NetworkParser(Network(folder, make_runtime(runtime, folder)), name)
    if hasattr(package, "load"):
        return OtherPipeline(package.load())
    raise MissingDataError(
        f"load the language model {model!r}", "it has neither path() nor load()", "Name onrecord_en or a spaCy pipeline"
    )
