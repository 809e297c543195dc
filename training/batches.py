"""Windows of sentences to tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.language.features import feature_of
from training.data import ANY_TAG, TAGS, Sentence

MAX_PIECES = 6  # of one word
COLUMNS = ("upos", "xpos", "feats", "lemma")
NO_LOSS = -100


@dataclass
class Batch:
    """One batch: inputs for the network, and gold numbers where annotated."""

    pieces: Tensor
    features: Tensor
    lengths: Tensor
    starts: Tensor
    inside: Tensor  # [batch, words] is a word
    sentence: Tensor  # [batch, words] number of the sentence in the window, -1 padding
    begins: Tensor  # [batch, words] 1 where a sentence begins, NO_LOSS
    columns: dict[str, Tensor]
    heads: Tensor  # [batch, words] 0 root, 1 + place in the window, NO_LOSS
    deprel: Tensor
    names: Tensor  # [batch, words, tags] allowed
    trust: Tensor  # [batch] weight of the loss of names

    def to(self, device: str) -> Batch:
        """Return the batch on another device."""
        moved = {f.name: getattr(self, f.name).to(device) for f in fields(self) if f.name != "columns"}
        return replace(self, columns={name: value.to(device) for name, value in self.columns.items()}, **moved)


class Pieces:
    """Word pieces of words, remembered."""

    def __init__(self, path: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """Return the ids of a word's pieces, at most `MAX_PIECES`, at least one."""
        ids = self.known.get(word)
        if ids is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES] or [100]
            self.known[word] = ids
        return ids


@dataclass
class Numbered:
    """A window as plain lists."""

    pieces: list[int]
    features: list[int]
    starts: list[int]
    sentence: list[int]
    begins: list[int]
    columns: list[list[int]]
    heads: list[int]
    deprel: list[int]
    names: list[int]
    trust: float


class Numberer:
    """Turns windows into numbers, given the label sets and how much each source of names counts (1 if left out)."""

    def __init__(self, pieces: Pieces, labels: dict[str, list[str]], trust: dict[str, float]) -> None:
        self.pieces, self.trust = pieces, trust
        self.index = {name: {value: at for at, value in enumerate(values)} for name, values in labels.items()}

    def __call__(self, window: list[Sentence]) -> Numbered:
        """Return the numbers of one window."""
        out = Numbered([101], [0], [], [], [], [[] for _ in COLUMNS], [], [], [], self.trust.get(window[0].source, 1.0))
        for number, sentence in enumerate(window):
            offset = len(out.starts)
            count = len(sentence.forms)
            for place, (form, spaced) in enumerate(zip(sentence.forms, sentence.spaced, strict=True)):
                ids = self.pieces(form)
                out.starts.append(len(out.pieces))
                out.pieces += ids
                out.features += [feature_of(form, after_space=spaced or (not place and not number))] + [0] * (
                    len(ids) - 1
                )
            out.sentence += [number] * count
            out.names += sentence.names
            if sentence.parsed:
                out.begins += [1] + [0] * (count - 1)
                for name, values, column in zip(COLUMNS, out.columns, sentence.columns, strict=False):
                    known = self.index[name]
                    values += [known.get(value, NO_LOSS) for value in column]
                out.heads += [NO_LOSS if h == -2 else h + offset + 1 if h >= 0 else 0 for h in sentence.heads]
                out.deprel += [self.index["deprel"].get(value, NO_LOSS) for value in sentence.columns[4]]
            else:
                for values in (out.begins, *out.columns, out.heads, out.deprel):
                    values.extend([NO_LOSS] * count)
        out.pieces.append(102)
        out.features.append(0)
        return out


def _pad(rows: list[list[int]], value: int) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def collate(rows: list[Numbered]) -> Batch:
    """Put windows into one batch."""
    masks = _pad([row.names for row in rows], ANY_TAG)
    sentence = _pad([row.sentence for row in rows], -1)
    return Batch(
        pieces=_pad([row.pieces for row in rows], 0),
        features=_pad([row.features for row in rows], 0),
        lengths=torch.tensor([len(row.pieces) for row in rows]),
        starts=_pad([row.starts for row in rows], 0),
        inside=sentence >= 0,
        sentence=sentence,
        begins=_pad([row.begins for row in rows], NO_LOSS),
        columns={name: _pad([row.columns[at] for row in rows], NO_LOSS) for at, name in enumerate(COLUMNS)},
        heads=_pad([row.heads for row in rows], NO_LOSS),
        deprel=_pad([row.deprel for row in rows], NO_LOSS),
        names=(masks[:, :, None] >> torch.arange(len(TAGS))) & 1 > 0,
        trust=torch.tensor([row.trust for row in rows]),
    )


def batches(rows: list[Numbered], pieces: int, rng: random.Random | None) -> Iterator[Batch]:
    """Yield batches of about so many pieces, of windows of like length, in random order where `rng` is given."""
    noise: Any = rng.random if rng else (lambda: 0.0)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].pieces) * (1 + 0.15 * noise()))
    groups: list[list[Numbered]] = [[]]
    for at in order:
        longest = max([len(row.pieces) for row in groups[-1]] + [len(rows[at].pieces)])
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(rows[at])
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield collate(group)
