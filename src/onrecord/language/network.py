"""The trained network behind a small interface: windows of words in, tags, trees and names out."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from tokenizers import Tokenizer

from onrecord.language.decode import decode_heads, decode_tags, sentence_numbers, transitions, type_scores
from onrecord.language.features import feature_of
from onrecord.language.runtimes import COLUMNS, LABEL_ENDS, OnnxRuntime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.language.runtimes import Arrays, Runtime

MAX_PIECES_PER_WORD = 6
MAX_PIECES = 510  # of a window: the network has 512 places, and two of them are its ends
_START, _END, _UNKNOWN = 101, 102, 100
_CACHE_SIZE = 200_000
_PIECES_PER_BATCH = 400  # beyond this the values between layers no longer stay near the processor
_RUNS_TOGETHER = 128  # whose names are decoded at once: some 50,000 pieces
_KEPT_WINDOWS = 4096  # some 10 MB


class Window(NamedTuple):
    """Consecutive words that the network reads at once.

    `sentence_starts`, where given, says which words start a sentence, and the network is not asked.
    """

    words: tuple[str, ...]
    spaced: tuple[bool, ...]
    sentence_starts: tuple[bool, ...] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Annotation:
    """What the network says of a window's words, as class numbers; every array is [words].

    `heads` are 0 for a sentence's root, else 1 + the head's place in the window. `kinds` [words, types of names] has
    the logarithms of the shares that each type has in a word of a name.
    """

    starts: NDArray[np.bool_]
    upos: NDArray[np.int64]
    xpos: NDArray[np.int64]
    feats: NDArray[np.int64]
    lemma: NDArray[np.int64]
    heads: NDArray[np.int64]
    deprel: NDArray[np.int64]
    names: NDArray[np.int64]
    kinds: NDArray[np.float32]


def joined(annotations: Sequence[Annotation]) -> Annotation:
    """Several windows' annotations as one; heads count through all windows' words."""
    columns = [[getattr(each, name) for each in annotations] for name in Annotation.__slots__]
    one = Annotation(*map(np.concatenate, columns))
    counts = np.array([len(each.heads) for each in annotations])
    before = np.repeat(np.cumsum(counts) - counts, counts)
    return replace(one, heads=np.where(one.heads, one.heads + before, 0))


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
        self._seen: dict[Window, Annotation] = {}
        self._follows = transitions(self.classes["names"])
        self.name_types = list(dict.fromkeys(tag[2:] for tag in self.classes["names"] if tag != "O"))
        self._root = self.classes["deprel"].index("root")

    def read(self, windows: Sequence[Window], pieces_per_batch: int = _PIECES_PER_BATCH) -> list[Annotation]:
        """Annotate windows, in batches of at most so many pieces (or one window); order is kept.

        A window gives the same answer in any company: only windows of one length make a batch, and nothing is padded.
        So a window that was read before is not read again.
        """
        found = {window: seen for window in windows if (seen := self._seen.get(window)) is not None}
        new = dict.fromkeys(window for window in windows if window not in found)
        self._learn(chain.from_iterable(window.words for window in new))
        numbers = {window: self._number(window) for window in new}
        groups = _groups(numbers, pieces_per_batch)
        while some := list(islice(groups, _RUNS_TOGETHER)):
            answers = self._annotate(some, numbers)
            found.update(answers)
            self._seen.update(answers)
        while len(self._seen) > _KEPT_WINDOWS:
            del self._seen[next(iter(self._seen))]  # the oldest
        return [found[window] for window in windows]

    def _learn(self, words: Iterable[str]) -> None:
        """Look up the pieces of words that are not known yet."""
        if len(self._known) > _CACHE_SIZE:
            self._known.clear()
        for word in dict.fromkeys(words):  # one at a time: batches start threads
            if word in self._known:
                continue
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
            self._known[word] = (ids or [_UNKNOWN], feature_of(word, after_space=False))

    def _number(self, window: Window) -> _Numbers:
        numbers = self._with_most(window, MAX_PIECES_PER_WORD)
        if len(numbers.pieces) - 2 > MAX_PIECES:  # a list of addresses, say
            return self._with_most(window, max(1, MAX_PIECES // len(window.words)))
        return numbers

    def _with_most(self, window: Window, most: int) -> _Numbers:
        """Lay the words out with at most so many pieces each."""
        pieces, features, starts = [_START], [0], []
        for word, spaced in zip(window.words, window.spaced, strict=True):
            ids, feature = self._known[word]
            if len(ids) > most:
                ids = ids[:most]
            starts.append(len(pieces))
            pieces += ids
            features.append(feature + spaced)
            if len(ids) > 1:
                features += [0] * (len(ids) - 1)
        return _Numbers([*pieces, _END], [*features, 0], starts)

    def _annotate(self, groups: list[list[Window]], numbers: Mapping[Window, _Numbers]) -> dict[Window, Annotation]:
        """Run the network over each group; what can be decoded for all of them at once is."""
        parts = [self._run(group, [numbers[window] for window in group]) for group in groups]
        columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
        scores = columns.pop()
        windows = [window for group in groups for window in group]
        counts = np.array([len(window.words) for window in windows], dtype=np.int64)
        names = decode_tags(scores, counts, self._follows, self.classes["names"])
        columns += [names, type_scores(scores, names, self.classes["names"], self.name_types)]
        ends = np.cumsum(counts)
        return {
            window: Annotation(*[column[begin:end] for column in columns])
            for window, begin, end in zip(windows, (ends - counts).tolist(), ends.tolist(), strict=True)
        }

    def _run(self, group: list[Window], rows: list[_Numbers]) -> list[NDArray[Any]]:
        """Return what the graph and the trees say of each word of windows of one length, and its scores as a name."""
        layout = _layout(rows)
        out = self.runtime.words(layout.inputs)
        counts = layout.counts
        longest = int(counts.max())
        places = layout.inputs["words_side_by_side"][:, :longest]
        starts = out["sentence.scores"].argmax(axis=1).astype(bool)[places]
        for row, window in enumerate(group):
            if window.sentence_starts is not None:
                starts[row, : counts[row]] = window.sentence_starts
        starts[:, 0] = True
        inside = np.arange(longest) < counts[:, None]
        heads = decode_heads(out["arcs"][:, :longest, : longest + 1], sentence_numbers(starts), counts)[inside]
        deprel = self._deprels(out, heads, layout.first)
        return [starts[inside], *(out[name] for name in COLUMNS), heads, deprel, out["names"]]

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


def _groups(rows: Mapping[Window, _Numbers], most: int) -> Iterator[list[Window]]:
    """Yield windows of one length, together at most so many pieces long, or one."""
    by_length: dict[int, list[Window]] = {}
    for window, numbers in rows.items():
        by_length.setdefault(len(numbers.pieces), []).append(window)
    for length, windows in sorted(by_length.items()):
        size = max(most // length, 1)
        for begin in range(0, len(windows), size):
            yield windows[begin : begin + size]


def _layout(rows: list[_Numbers]) -> _Layout:
    """Put windows of one length below one another, with the table that sets their words side by side for the arcs."""
    counts = np.array([len(row.starts) for row in rows], dtype=np.int64)
    length = len(rows[0].pieces)
    first = np.cumsum(counts) - counts
    inputs: Arrays = {
        "pieces": np.array([row.pieces for row in rows], dtype=np.int64),
        "features": np.array([row.features for row in rows], dtype=np.int64),
        "places": np.arange(length),
        "starts": np.array([at * length + start for at, row in enumerate(rows) for start in row.starts]),
        "words_side_by_side": _side_by_side(first, counts, length),
    }
    return _Layout(inputs, counts, np.repeat(first, counts))


def _side_by_side(begins: NDArray[np.int64], lengths: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """Return [rows, width]: begin, begin + 1, ... and the row's last place again beyond its length."""
    return begins[:, None] + np.minimum(np.arange(width), lengths[:, None] - 1)
