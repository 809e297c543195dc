"""Attributions that may train, the network's vectors of their words, and a small head over such vectors.

What may train are the attributions of GUM's discourse trees, the marked examples of the lexicon's cues, and what the
rules read in raw news.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from spacy.tokens import Doc, Token
from torch import Tensor, nn
from torch.nn import functional

from onrecord.lexicon.load import Lexicon
from onrecord.pipeline import read_each
from onrecord.reading.attribution import Attribution
from onrecord.reading.document import Document
from onrecord.reading.reading import Reading
from onrecord.resources import Resources
from onrecord.stages.attributions import cues
from training.batches import Numberer, Pieces, collate
from training.data import ANY_TAG, Sentence, read_rows
from training.train import build, encoder_folder

Stretch = tuple[int, int]
Hidden = dict[int, tuple[Tensor, Tensor]]  # by place of the word: its vector, and the mean of its sentence

_EPOCHS, _MOST = 6, 200  # a longer sentence than this is a list
_MARK = re.compile(r"([SQC])\{([^{}]*)\}")
_CLAUSE, _SUBJECT = ("ccomp", "xcomp", "acl", "obj"), ("nsubj", "nsubj:pass", "obl:agent")
_BELOW = (*_CLAUSE, *_SUBJECT, "iobj", "advcl", "obl", "aux", "aux:pass", "mark", "parataxis", "cop", "advmod")
_OWN = ("root", "conj", "advcl", "ccomp", "xcomp", "acl", "acl:relcl", "parataxis", "amod", "obj", "nsubj", "nmod")
_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ")
_PATHS = (*_BELOW, "cue", "up", "conj", "punct", "cc")
_QUOTES = "\"“”‘’'"


@dataclass(frozen=True)
class Said:
    """One attribution as stretches of characters."""

    source: list[Stretch]
    cue: list[Stretch]
    content: list[Stretch]


def corpus(data: Path, know: Resources) -> Iterator[tuple[str, list[Said]]]:
    """Yield texts and who says what in them: the lexicon's examples, GUM, raw news as the rules read it."""
    yield from _examples(know.lexicon)
    for split in ("train", "dev"):
        for row in read_rows(data / "attribution" / f"{split}.jsonl"):
            marked = [[a["derived_source"], a["derived_cue"], a["content"]] for a in row["attributions"]]
            yield row["text"], [Said(*([(d["start"], d["end"])] if d else [] for d in each)) for each in marked]
    with lzma.open(data / "raw/news.txt.xz", "rt", encoding="utf-8") as news:
        documents = [Document(id=str(at), text=text) for at, text in enumerate(news.read().split("\n\n"))]
    for document, reading in zip(documents, read_all(documents, know), strict=True):
        yield document.text, list(map(as_read, reading.attributions))


def _examples(lexicon: Lexicon) -> Iterator[tuple[str, list[Said]]]:
    for entry in (entry for table in cues.CUE_TABLES for entry in lexicon.entries(table)):
        for example in (*entry.get("examples", ()), *entry.get("not_examples", ())):
            spans: dict[str, list[Stretch]] = {"S": [], "Q": [], "C": []}
            for taken, mark in enumerate(_MARK.finditer(example)):
                start = mark.start() - 3 * taken  # "S{" and "}" of each mark before it are gone
                spans[mark[1]].append((start, start + len(mark[2])))
            yield _MARK.sub(r"\2", example), [Said(spans["S"], spans["Q"], spans["C"])] if spans["Q"] else []


def read_all(documents: list[Document], know: Resources) -> list[Reading]:
    """Return the readings of texts that can be read."""
    return [reading for reading in read_each(documents, know) if isinstance(reading, Reading)]


def as_read(told: Attribution) -> Said:
    """Return an attribution of a reading as stretches."""
    roles = ((told.source,) if told.source else (), (told.cue,) if told.cue else (), told.content)
    return Said(*([(span.start, span.end) for span in role] for role in roles))


class Vectors:
    """The frozen encoder of a run of training.train."""

    def __init__(self, run: Path) -> None:
        labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
        self.numberer = Numberer(Pieces(encoder_folder() / "tokenizer.json"), labels, {})
        model = build(labels, None)
        model.load_state_dict(torch.load(run / "last.pt"))
        self.encoder = model.eval().encoder

    @torch.no_grad()
    def __call__(self, doc: Doc) -> Hidden:
        """Return the vectors of a Doc's words, read sentence by sentence."""
        found: Hidden = {}
        for sent in doc.sents:
            words = [token for token in sent if not token.is_space][:_MOST]
            spaced = tuple(not w.i or bool(w.nbor(-1).whitespace_) or w.nbor(-1).is_space for w in words)
            forms = tuple(word.text for word in words)
            batch = collate([self.numberer([Sentence(forms, spaced, (ANY_TAG,) * len(words), paragraph=True)])])
            if words and batch.pieces.shape[1] <= 510:
                mask = torch.zeros(1, 1, 1, batch.pieces.shape[1])
                rows = self.encoder(batch.pieces, batch.features, mask)[0][batch.starts[0]]
                found.update({word.i: (rows[at], rows.mean(0)) for at, word in enumerate(words)})
        return found


class Head(nn.Module):
    """A layer between vectors and classes; trained when it is made."""

    def __init__(self, given: Tensor, wanted: Tensor, classes: int) -> None:
        super().__init__()
        self.mean, self.spread = given.mean(0), given.std(0).clamp(min=1e-2)
        self.layers = nn.Sequential(nn.Linear(given.shape[1], 64), nn.GELU(), nn.Dropout(0.3), nn.Linear(64, classes))
        adam = torch.optim.AdamW(self.parameters(), lr=1e-3, weight_decay=0.3)
        for _ in range(_EPOCHS):
            for part in torch.randperm(len(given)).split(256):
                noisy = functional.dropout((given[part] - self.mean) / self.spread, 0.2)
                loss = functional.cross_entropy(self.layers(noisy), wanted[part])
                adam.zero_grad()
                loss.backward()
                adam.step()
        self.eval()

    @torch.no_grad()
    def forward(self, given: Tensor) -> Tensor:
        """Return the logarithms of the shares, [rows, classes]."""
        return self.layers((given - self.mean) / self.spread).log_softmax(1)


def may_be_cue(token: Token) -> bool:
    """Whether a word is asked about: a verb, or a noun or adjective with a clause behind it."""
    clausal = any(child.dep_ in {"ccomp", "acl", "xcomp", "advcl"} for child in token.rights)
    return token.pos_ == "VERB" or (token.pos_ in {"NOUN", "ADJ"} and clausal)


def of_cue(token: Token, hidden: Hidden) -> Tensor:
    """Return what is known of what may be a cue: it, what it takes, its subject, its sentence, the tree."""
    own, mean = hidden[token.i]

    def child(labels: tuple[str, ...]) -> Tensor:
        return next((hidden[c.i][0] for c in token.children if c.dep_ in labels and c.i in hidden), 0 * own)

    below = {c.dep_ for c in token.children}
    opened = {m.lower_ for c in token.children if c.dep_ in _CLAUSE for m in c.lefts if m.dep_ == "mark"}
    after = token.doc[token.i + 1 : token.i + 2].text
    bits = [*(dep in below for dep in _BELOW), *(token.dep_ == dep for dep in _OWN), *(token.tag_ == t for t in _TAGS)]
    bits += [
        any(t.text in _QUOTES for t in token.sent),
        after in {",", ":", *_QUOTES},
        "that" in opened,
        "to" in opened,
    ]
    return torch.cat([own, child(_CLAUSE), child(_SUBJECT), mean, 3 * torch.tensor(bits, dtype=torch.float)])


def of_pair(token: Token, cue: Token, hidden: Hidden) -> Tensor:
    """Return what is known of a word beside a cue: it, the one before, the cue, and bits of what lies between."""
    up = [token, *token.ancestors]
    under = next((up[at - 1].dep_ if at else "cue" for at, above in enumerate(up) if above == cue), "up")
    between = cue.doc[min(token.i, cue.i) : max(token.i, cue.i)]
    marks = [sum(t.text in kind for t in between) for kind in (_QUOTES, ",")]
    far = abs(token.i - cue.i)
    bits = [*(under == dep for dep in _PATHS), token.i < cue.i, *(far < most for most in (2, 4, 8, 16))]
    bits += [token.is_punct, token.text in _QUOTES, *(count == n for count in marks for n in (0, 1))]
    before = hidden.get(token.i - 1, hidden[token.i])[0]
    return torch.cat([hidden[token.i][0], before, hidden[cue.i][0], 3 * torch.tensor(bits, dtype=torch.float)])


def stands_in(token: Token, stretches: Iterable[Stretch]) -> bool:
    """Whether a word stands in one of the stretches."""
    return any(start <= token.idx < end for start, end in stretches)


def heads(token: Token, stretches: Iterable[Stretch]) -> bool:
    """Whether a word is the head of one of the stretches."""
    return any(s <= token.idx < e and (token.head == token or not s <= token.head.idx < e) for s, e in stretches)


def beside_cue(doc: Doc, said: Said, hidden: Hidden) -> tuple[list[Token], Token] | None:
    """Return the words of a cue's sentence and the cue's head; None where the content stands in other sentences too."""
    cue = next((token for token in doc if token.i in hidden and heads(token, said.cue)), None)
    if cue is None or not said.content:
        return None
    if not all(cue.sent.start_char <= start and end <= cue.sent.end_char for start, end in said.content):
        return None
    return [token for token in cue.sent if token.i in hidden], cue
