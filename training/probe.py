"""How well the network's vectors tell the type of an event whose word the lexicon lacks.

``python -m training.probe --run training/out/en``. The lexicon's examples mark their triggers, which makes them a
labelled corpus. A linear classifier over the trigger's vector and the mean of its sentence is trained on four fifths of
the words (not of the examples) and asked for the rest: what it scores there is what it would score on a word that no
entry has. Prints accuracy, and the share and accuracy of answers above a confidence.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.lexicon.check import examples_of
from onrecord.lexicon.load import load_lexicon
from training.batches import Numberer, Pieces, collate
from training.data import Sentence, tokenize
from training.model import Parser
from training.plain import plain_text
from training.train import build, encoder_folder

_FOLDS, _EPOCHS, _STEM = 5, 30, 5  # words that begin alike ("attack", "attacked") stay in one fold
_SURE = (0.5, 0.7, 0.9)


@dataclass(frozen=True)
class Marked:
    """A sentence and which of its words is the trigger of which type."""

    sentence: Sentence
    trigger: int
    type: str

    @property
    def stem(self) -> str:
        """The beginning of the trigger."""
        return self.sentence.forms[self.trigger].lower()[:_STEM]


def examples() -> Iterator[Marked]:
    """Yield the examples of the lexicon's event entries that mark a trigger."""
    for entry in load_lexicon().event_entries:
        for example in examples_of(entry):
            if example.triggers:
                start, _ = example.triggers[0]
                before = sum(1 for _, end in tokenize(example.text) if end <= start)
                yield Marked(plain_text("", [example.text]).sentences[0], before, entry.type)


@torch.no_grad()
def vectors(model: Parser, numberer: Numberer, marked: list[Marked]) -> Tensor:
    """Return the trigger's vector beside the mean of its sentence, [examples, 2 x width], each made standard."""
    found = []
    for one in marked:
        batch = collate([numberer([one.sentence])])
        mask = torch.zeros(1, 1, 1, batch.pieces.shape[1])
        hidden = model.encoder(batch.pieces, batch.features, mask)[0]
        found.append(torch.cat([hidden[batch.starts[0, one.trigger]], hidden.mean(0)]))
    both = torch.stack(found)
    return (both - both.mean(0)) / both.std(0).clamp(min=1e-3)


def held_out(given: Tensor, wanted: Tensor, folds: Tensor, classes: int) -> Tensor:
    """Return for each example the probabilities of a classifier that has not seen its word, [examples, classes]."""
    found = torch.zeros(len(wanted), classes)
    for fold in range(_FOLDS):
        own = folds == fold
        linear = torch.nn.Linear(given.shape[1], classes)
        adam = torch.optim.AdamW(linear.parameters(), lr=3e-3, weight_decay=0.3)
        for _ in range(_EPOCHS):
            for part in torch.randperm(int((~own).sum())).split(128):
                loss = functional.cross_entropy(linear(given[~own][part]), wanted[~own][part])
                adam.zero_grad()
                loss.backward()
                adam.step()
        with torch.no_grad():
            found[own] = linear(given[own]).softmax(1)
    return found


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="a run of training.train")
    run = parser.parse_args().run
    torch.manual_seed(0)
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    numberer = Numberer(Pieces(encoder_folder() / "tokenizer.json"), labels, {})
    marked = list(examples())
    types, stems = sorted({one.type for one in marked}), sorted({one.stem for one in marked})
    random.Random(0).shuffle(stems)  # noqa: S311 - no secret
    fold_of = {stem: at % _FOLDS for at, stem in enumerate(stems)}
    folds = torch.tensor([fold_of[one.stem] for one in marked])
    wanted = torch.tensor([types.index(one.type) for one in marked])
    trained = build(labels, None)
    trained.load_state_dict(torch.load(run / "last.pt"))
    for name, model in (("pretrained", build(labels, encoder_folder())), ("trained", trained)):
        sure, best = held_out(vectors(model.eval(), numberer, marked), wanted, folds, len(types)).max(1)
        right = best == wanted
        print(f"{name}: {len(marked)} examples, {len(stems)} words, accuracy {right.float().mean():.3f}")
        for least in _SURE:
            kept = sure > least
            print(f"  above {least}: {kept.float().mean():.2f} of them, accuracy {right[kept].float().mean():.3f}")


if __name__ == "__main__":
    main()
