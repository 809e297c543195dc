"""The trained network behind a small interface: windows of words in, tags, trees and names out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.language.decode import decode_heads, decode_tags, sentence_numbers, transitions
from onrecord.language.features import feature_of
from onrecord.language.runtimes import COLUMNS, LABEL_ENDS, OnnxRuntime

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.language.runtimes import Arrays, Runtime

MAX_PIECES_PER_WORD = 6
MAX_PIECES = 510  # of a window: the network has 512 places, and two of them are its ends
_START, _END, _UNKNOWN = 101, 102, 100
_CACHE_SIZE = 500_000


@dataclass(frozen=True, eq=False)
class Window:
    """Consecutive words that the network reads at once.

    `sentence_starts`, where given, says which words start a sentence, and the network is not asked.
    """

    words: Sequence[str]
    spaced: Sequence[bool]
    sentence_starts: Sequence[bool] | None = None


@dataclass(frozen=True, eq=False)
class Annotation:
    """What the network says of a window's words, as class numbers; every array is [words].

    `heads` are 0 for a sentence's root, else 1 + the head's place in the window.
    """

    starts: NDArray[np.bool_]
    upos: NDArray[np.int64]
    xpos: NDArray[np.int64]
    feats: NDArray[np.int64]
    lemma: NDArray[np.int64]
    names: NDArray[np.int64]
    heads: NDArray[np.int64]
    deprel: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class _Numbers:
    pieces: list[int]
    features: list[int]
    starts: list[int]


class Network:
    """Reads windows.

    Args:
        folder: holds network.onnx, labels.onnx, labels.json and tokenizer.json.
        runtime: runs the graphs; onnxruntime on one thread if left out.

    Raises:
        MissingDataError: a file is missing.
    """

    def __init__(self, folder: Path, runtime: Runtime | None = None) -> None:
        self.runtime = runtime if runtime is not None else OnnxRuntime(folder)
        self.classes: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[list[int], int]] = {}
        self._follows = transitions(self.classes["names"])
        self._root = self.classes["deprel"].index("root")

    def read(self, windows: Sequence[Window], pieces_per_batch: int = 400) -> list[Annotation]:
        """Annotate windows, in batches of like length of at most so many pieces (or one window); order is kept."""
        numbered = [self._number(window) for window in windows]
        order = sorted(range(len(windows)), key=lambda at: len(numbered[at].pieces))
        found: dict[int, Annotation] = {}
        group: list[int] = []
        for at in order:
            if group and len(numbered[at].pieces) * (len(group) + 1) > pieces_per_batch:
                found.update(self._run(group, windows, numbered))
                group = []
            group.append(at)
        if group:
            found.update(self._run(group, windows, numbered))
        return [found[at] for at in range(len(windows))]

    def _lookup(self, words: Iterable[str]) -> None:
        if len(self._known) > _CACHE_SIZE:
            self._known.clear()
        for word in dict.fromkeys(words):  # one at a time: batches start threads
            if word in self._known:
                continue
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
            self._known[word] = (ids or [_UNKNOWN], feature_of(word, after_space=False))

    def _number(self, window: Window) -> _Numbers:
        known = self._known
        if any(word not in known for word in window.words):
            self._lookup(window.words)
        most = MAX_PIECES_PER_WORD
        if sum(len(known[word][0]) for word in window.words) > MAX_PIECES:  # a list of addresses, say
            most = max(1, MAX_PIECES // len(window.words))
        pieces, features, starts = [_START], [0], []
        for word, spaced in zip(window.words, window.spaced, strict=True):
            ids, feature = known[word]
            ids = ids[:most]
            starts.append(len(pieces))
            pieces += ids
            features.append(feature + spaced)
            if len(ids) > 1:
                features += [0] * (len(ids) - 1)
        return _Numbers([*pieces, _END], [*features, 0], starts)

    def _run(self, group: list[int], windows: Sequence[Window], numbered: list[_Numbers]) -> dict[int, Annotation]:
        rows = [numbered[at] for at in group]
        layout = _layout(rows)
        out = self.runtime.words(layout.inputs)
        counts, places = layout.counts, layout.inputs["words_side_by_side"]
        inside = np.arange(places.shape[1]) < counts[:, None]
        starts = out["sentence.scores"].argmax(axis=1).astype(bool)[places]
        for row, at in enumerate(group):
            given = windows[at].sentence_starts
            if given is not None:
                starts[row, : counts[row]] = given
        starts[:, 0] = True
        heads = decode_heads(out["arcs"], sentence_numbers(starts), counts)
        names = decode_tags(out["names"][places], counts, self._follows, self.classes["names"])
        flat = (starts[inside], *(out[name] for name in COLUMNS), names[inside], heads[inside])
        deprel = self._deprels(out, flat[-1], layout.first)
        bounds = np.concatenate([[0], np.cumsum(counts)])
        return {
            at: _annotation([column[bounds[row] : bounds[row + 1]] for column in (*flat, deprel)])
            for row, at in enumerate(group)
        }

    def _deprels(self, out: Arrays, heads: NDArray[np.int64], first: NDArray[np.int64]) -> NDArray[np.int64]:
        """Label the arcs of all words, laid out flat; `first` is the place of the first word of each one's window."""
        deprel = np.full(len(heads), self._root, dtype=np.int64)
        below = np.flatnonzero(heads)
        if len(below):
            above = first[below] + heads[below] - 1
            scores = self.runtime.labels(out[LABEL_ENDS[0]][below], out[LABEL_ENDS[1]][above])
            scores[:, self._root] = -np.inf
            deprel[below] = scores.argmax(axis=1)
        return deprel


@dataclass(frozen=True, eq=False)
class _Layout:
    inputs: Arrays
    counts: NDArray[np.int64]  # words of each window
    first: NDArray[np.int64]  # [words] the place of the first word of the word's window


def _layout(rows: list[_Numbers]) -> _Layout:
    """Lay windows out one after the other, with the tables that set them side by side for attention and arcs."""
    counts = np.array([len(row.starts) for row in rows], dtype=np.int64)
    lengths = np.array([len(row.pieces) for row in rows], dtype=np.int64)
    begins = np.cumsum(lengths) - lengths
    places = np.concatenate([np.arange(length) for length in lengths])
    width = int(lengths.max())
    inputs: Arrays = {
        "pieces": np.array([piece for row in rows for piece in row.pieces], dtype=np.int64),
        "features": np.array([feature for row in rows for feature in row.features], dtype=np.int64),
        "places": places,
        "starts": np.array([start for row in rows for start in row.starts]) + np.repeat(begins, counts),
        "side_by_side": _side_by_side(begins, lengths),
        "back": np.repeat(np.arange(len(rows)) * width, lengths) + places,
        "lengths": lengths.astype(np.int32),
        "words_side_by_side": _side_by_side(np.cumsum(counts) - counts, counts),
    }
    return _Layout(inputs, counts, np.repeat(np.cumsum(counts) - counts, counts))


def _side_by_side(begins: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return [rows, longest]: begin, begin + 1, ... and the row's last place again beyond its length."""
    steps = np.minimum(np.arange(int(lengths.max())), lengths[:, None] - 1)
    return begins[:, None] + steps


def _annotation(columns: list[NDArray[Any]]) -> Annotation:
    return Annotation(*columns)
