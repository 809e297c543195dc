"""Steps of training: the losses, the optimizer, the running mean of the weights."""

from __future__ import annotations

import copy
import time
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import NO_LOSS, Batch
from training.model import Parser
from training.names import names_loss

Config = dict[str, Any]
LOG_EVERY = 50
END, MASK = 102, 103


def arc_scores(scores: Tensor, batch: Batch) -> Tensor:
    """Leave only arcs between two different words of one sentence, and the root."""
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    same = same & ~torch.eye(same.shape[1], dtype=torch.bool)
    same = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    return scores.masked_fill(~same, -1e9)


def losses(model: Parser, batch: Batch) -> dict[str, Tensor]:
    """Return the mean loss of each part over the words that have one."""
    columns, arcs, dependent, head = model(batch.pieces, batch.features, batch.lengths, batch.starts)
    columns, arcs = columns.float(), arcs.float()
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
    found["labels"] = mean(model.label_scores(dependent[arc], ends[arc]).float(), batch.deprel[arc])
    found["names"] = (names_loss(parts["names"], batch.names, batch.inside) * batch.trust).sum() / words
    return found


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
    """Return AdamW with rates that fall from the heads down to the embeddings, no decay on biases and norms."""
    groups: dict[tuple[float, bool], list[Tensor]] = {}
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        groups.setdefault((rate_of(name, model.shape.layers, config), weight.dim() > 1), []).append(weight)
    listed = [
        {"params": own, "lr": rate, "weight_decay": config["weight_decay"] if decays else 0.0}
        for (rate, decays), own in groups.items()
    ]
    return torch.optim.AdamW(listed, betas=(0.9, 0.98), fused=True)


def rate_of(name: str, layers: int, config: Config) -> float:
    """Return a weight's rate: the encoder's last layer has `encoder_rate`, each one below a share of it."""
    if not name.startswith("encoder.") or "features" in name:
        return float(config["head_rate"])
    depth = int(name.split(".")[2]) + 1 if name.startswith("encoder.layers.") else 0
    return float(config["encoder_rate"] * config["layer_share"] ** (layers - depth))


class Trainer:
    """Takes steps and keeps the log."""

    def __init__(self, model: Parser, config: Config, total: int) -> None:
        self.model, self.config, self.total = model, config, total
        # Passes run in 16-bit floats on a copy; the optimizer keeps and moves the weights in 32 bits.
        self.low = copy.deepcopy(model).to(torch.bfloat16)
        both = zip(model.parameters(), self.low.parameters(), strict=True)
        self.pairs = [(high, low) for high, low in both if high.requires_grad]
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
        parts = losses(self.low, batch)
        loss = sum((self.config["loss"][name] * part for name, part in parts.items()), torch.zeros(()))
        self.low.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        for high, low in self.pairs:
            high.grad = low.grad.float() if low.grad is not None else None
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.config["clip"], foreach=True)
        self.adam.step()
        with torch.no_grad():
            torch._foreach_copy_([low for _, low in self.pairs], [high for high, _ in self.pairs])
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
