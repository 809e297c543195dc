"""Whether learned heads over the network's vectors would find more of who says what than the rules do.

``python -m training.probe_says --run training/out/en --data ../shared/training --bench ../shared/bench``

Two heads, each a small network over frozen vectors. The first says whether a word is a cue; it is asked only about
words that it was not trained on (five folds by the beginning of the word), since it would have to know what the lexicon
lacks by what stands around it. Its surest answers are given to the rules as further cues, or the cues of the rules that
it doubts most are taken out. The second says of each word in a cue's sentence whether it is said, who says it, or
neither; the best stretch is the content. Both are measured on PolNeAR's development part, which trains nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import torch
from spacy.tokens import Token

from onrecord.reading.document import Document
from onrecord.reading.reading import Reading, write_json
from onrecord.resources import Resources, load_resources
from onrecord.stages.attributions import cues
from training.data import read_rows
from training.says import (
    Head,
    Said,
    Stretch,
    Vectors,
    as_read,
    beside_cue,
    corpus,
    heads,
    may_be_cue,
    of_cue,
    of_pair,
    read_all,
    stands_in,
)

CuesAt = Callable[..., tuple[cues.CueEntry, ...]]
_FOLDS, _STEM = 5, 5  # words that begin alike ("claim", "claimed") stay in one fold
_SURE, _DOUBTED = (0.3, 0.5, 0.7, 0.9), (0.01, 0.03, 0.1)
_RULES = cues.cues_at


class CueHeads:
    """Says how likely a word is a cue, by the head that has not seen it."""

    def __init__(self, data: Path, vectors: Vectors, know: Resources) -> None:
        self.vectors = vectors
        self.forms = cues.form_index(know.lexicon)
        self._seen: dict[str, dict[int, float]] = {}
        rows, folds, wanted = [], [], []
        for text, said in corpus(data, know):
            doc = know.parser(text)
            hidden, marked = vectors(doc), [stretch for each in said for stretch in each.cue]
            for token in (t for t in doc if t.i in hidden and may_be_cue(t)):
                rows.append(of_cue(token, hidden))
                folds.append(self._fold(token))
                wanted.append(int(heads(token, marked)))
        self._fit(torch.stack(rows), torch.tensor(folds), torch.tensor(wanted))

    def _fit(self, given: torch.Tensor, folds: torch.Tensor, wanted: torch.Tensor) -> None:
        self.heads = [Head(given[folds != fold], wanted[folds != fold], 2) for fold in range(_FOLDS)]
        shares = torch.zeros(len(wanted))
        for fold, head in enumerate(self.heads):
            shares[folds == fold] = head(given[folds == fold])[:, 1].exp()
        print(f"cues: {len(wanted)} words, {int(wanted.sum())} of them cues; asked about words not trained on:")
        for least in _SURE:
            right = (wanted[shares > least]).sum()
            precision, recall = right / (shares > least).sum(), right / wanted.sum()
            print(f"  above {least}: precision {precision:.2f}, recall {recall:.2f}")

    def _fold(self, token: Token) -> int:
        return zlib.crc32(cues.lemma_of(token, self.forms)[:_STEM].encode()) % _FOLDS

    def share(self, token: Token) -> float:
        """Return how likely a word is a cue; 0 for one that is not asked about."""
        text = token.doc.text
        if text not in self._seen:
            hidden = self.vectors(token.doc)
            asked = [t for t in token.doc if t.i in hidden and may_be_cue(t)]
            answers = {t.i: self.heads[self._fold(t)](of_cue(t, hidden)[None])[0, 1].exp() for t in asked}
            self._seen[text] = {at: float(share) for at, share in answers.items()}
        return self._seen[text].get(token.i, 0.0)

    def adding(self, least: float) -> CuesAt:
        """Return what finds the lexicon's cues, and words that it lacks and the heads are sure of."""

        def cues_at(token: Token, index: cues.CueIndex, forms: dict[str, str]) -> tuple[cues.CueEntry, ...]:
            known, lemma = _RULES(token, index, forms), cues.lemma_of(token, forms)
            if known or (lemma, token.pos_) in index or self.share(token) <= least:
                return known
            pos = "ADJ" if token.pos_ == "ADJ" else "VERB"
            return (cues.CueEntry(lemma=lemma, pos=pos, table="speech_cue", takes=("clause", "quote")),)

        return cues_at

    def doubting(self, least: float) -> CuesAt:
        """Return what finds the lexicon's cues, less those that the heads doubt."""

        def cues_at(token: Token, index: cues.CueIndex, forms: dict[str, str]) -> tuple[cues.CueEntry, ...]:
            known = _RULES(token, index, forms)
            return () if known and may_be_cue(token) and self.share(token) < least else known

        return cues_at


class ExtentHead:
    """Says which words of a cue's sentence are said."""

    def __init__(self, data: Path, vectors: Vectors, know: Resources) -> None:
        self.vectors, self.know = vectors, know
        rows, roles = [], []
        for text, attributions in corpus(data, know):
            doc = know.parser(text)
            hidden = vectors(doc)
            for said in attributions:
                for word in (found := beside_cue(doc, said, hidden) or ([], None))[0]:
                    rows.append(of_pair(word, found[1], hidden))
                    roles.append(1 if stands_in(word, said.content) else 2 if stands_in(word, said.source) else 0)
        self.head = Head(torch.stack(rows), torch.tensor(roles), 3)

    def measure(self, rows: list[dict[str, Any]], readings: list[Reading]) -> None:
        """Print how often rules and head have exactly the content of a cue that both the gold and the rules have.

        Of cues whose content is one piece in the same sentence.
        """
        right = {(ruled, learned): 0 for ruled in (True, False) for learned in (True, False)}
        for row, reading in zip(rows, readings, strict=True):
            doc = self.know.parser(row["text"])
            hidden = self.vectors(doc)
            for read in map(as_read, reading.attributions):
                gold = next((each for each in _gold(row) if _meet(each.cue, read.cue)), None)
                if gold is None or len(gold.content) != 1:
                    continue
                found = beside_cue(doc, Said([], read.cue, gold.content), hidden)
                if found is not None:
                    shares = self.head(torch.stack([of_pair(word, found[1], hidden) for word in found[0]]))
                    scores = shares[:, 1] - torch.logsumexp(shares[:, [0, 2]], 1)
                    learned = best_stretch(found[0], scores.tolist()) == gold.content[0]
                    right[read.content == gold.content, learned] += 1
        both, rules, head = right[True, True], right[True, False], right[False, True]
        print(f"contents: {sum(right.values())}; exact by both {both}, rules alone {rules}, head alone {head}")


def best_stretch(words: list[Token], scores: list[float]) -> Stretch:
    """Return the characters of the stretch of words with the highest sum, without a mark at its end."""
    best, total, start, first, last = float("-inf"), 0.0, 0, 0, 0
    for at, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, at
        total += score
        if total > best:
            best, first, last = total, start, at
    while last > first and words[last].is_punct and not words[last].is_quote:
        last -= 1
    return words[first].idx, words[last].idx + len(words[last])


def _meet(some: list[Stretch], others: list[Stretch]) -> bool:
    return any(start < last and first < end for start, end in some for first, last in others)


def _gold(row: dict[str, Any]) -> Iterator[Said]:
    for each in row["attributions"]:
        yield Said(*([(span["start"], span["end"]) for span in each[role]] for role in ("source", "cue", "content")))


def _score(bench: Path, readings: list[Reading]) -> str:
    """Return the gate's exact figures for these readings."""
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
        out.write(b"\n".join(map(write_json, readings)))
        out.flush()
        command = [sys.executable, bench / "score.py", "score", "attributions", bench / "polnear_dev.jsonl", out.name]
        got = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    exact = " / ".join(f"{got[role]['exact']['f1']:.4f}" for role in ("source", "cue", "content"))
    return f"{sum(len(r.attributions) for r in readings)} attributions, exact F1 {exact}"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="a run of training.train")
    parser.add_argument("--data", type=Path, required=True, help="the training data")
    parser.add_argument("--bench", type=Path, required=True, help="the folder with polnear_dev.jsonl and score.py")
    args = parser.parse_args()
    torch.manual_seed(0)
    know, vectors = load_resources(), Vectors(args.run)
    rows = read_rows(args.bench / "polnear_dev.jsonl")
    documents = [Document(id=row["id"], text=row["text"], title=row.get("title")) for row in rows]
    readings = read_all(documents, know)
    print(f"rules alone: {_score(args.bench, readings)}")
    ExtentHead(args.data, vectors, know).measure(rows, readings)
    learned = CueHeads(args.data, vectors, know)
    tried = [("with those above", learned.adding, _SURE), ("less those below", learned.doubting, _DOUBTED)]
    for name, make, share in ((name, make, share) for name, make, shares in tried for share in shares):
        with mock.patch.object(cues, "cues_at", make(share)):
            print(f"{name} {share}: {_score(args.bench, read_all(documents, know))}", flush=True)


if __name__ == "__main__":
    main()
