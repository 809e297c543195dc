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
from training.teachers import Lesson, Teachers, arc_scores, at_heads, lesson_losses

Config = dict[str, Any]
LOG_EVERY = 50
END, MASK = 102, 103


def losses(model: Parser, batch: Batch, lesson: Lesson | None, taught: float) -> dict[str, Tensor]:
    """Return the mean loss of each part over the words that have one.

    Where there is a lesson, a share of `taught` of each is what the teachers think, the rest what is annotated.
    """
    columns, arcs, dependent, head = model(batch.pieces, batch.features, batch.lengths, batch.starts)
    parts = dict(zip(model.widths, columns.float().split(list(model.widths.values()), dim=2), strict=True))
    arcs = arc_scores(arcs.float(), batch.sentence)
    heads = lesson.heads if lesson else batch.heads
    labels = model.label_scores(dependent, at_heads(head, heads)).float()
    gold = {"sentence": batch.begins} | batch.columns
    # Summed over words and divided by a constant share of the batch, so that a batch of few parsed words counts less.
    words = batch.inside.sum()

    def mean(scores: Tensor, target: Tensor) -> Tensor:
        flat = scores.flatten(0, 1), target.flatten()
        return functional.cross_entropy(*flat, ignore_index=NO_LOSS, reduction="sum") / words

    found = {name: mean(parts[name], target) for name, target in gold.items()}
    found["arcs"] = mean(arcs, batch.heads)
    found["labels"] = mean(labels, batch.deprel.masked_fill(batch.heads <= 0, NO_LOSS))
    found["names"] = (names_loss(parts["names"], batch.names, batch.inside) * batch.trust).sum() / words
    if lesson:
        learned = lesson_losses(parts, arcs, labels, lesson, batch)
        found = {name: (1 - taught) * part + taught * learned[name] for name, part in found.items()}
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

    def __init__(self, model: Parser, config: Config, total: int, teachers: Teachers | None = None) -> None:
        self.model, self.config, self.total, self.teachers = model, config, total, teachers
        # Passes run in 16-bit floats on a copy; the optimizer keeps and moves the weights in 32 bits.
        self.low = copy.deepcopy(model).to(torch.bfloat16)
        both = zip(model.parameters(), self.low.parameters(), strict=True)
        self.pairs = [(high, low) for high, low in both if high.requires_grad]
        self.grads = [torch.zeros_like(high) for high, _ in self.pairs]
        for (high, _), grad in zip(self.pairs, self.grads, strict=True):
            high.grad = grad
        self.mean, self.adam = Mean(model, config["average"]), optimizer(model, config)
        self.rates = [group["lr"] for group in self.adam.param_groups]
        self.began, self.step, self.seen = time.monotonic(), 0, 0
        self.sums: dict[str, Tensor] = {}

    def take(self, batch: Batch) -> None:
        """Take one step: linear warm-up, then linear decay to nothing."""
        share = min((self.step + 1) / self.config["warmup_steps"], max(self.total - self.step, 1) / self.total)
        for group, rate in zip(self.adam.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        batch, lesson = self.teachers(batch) if self.teachers else (batch, None)
        hide = torch.rand(batch.pieces.shape, device=batch.pieces.device) < self.config["word_dropout"]
        batch.pieces = batch.pieces.masked_fill(hide & (batch.pieces > END), MASK)
        parts = losses(self.low, batch, lesson, self.config.get("taught", 0.0))
        loss = torch.stack([self.config["loss"][name] * part for name, part in parts.items()]).sum()
        self.low.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch._foreach_copy_(self.grads, [low.grad for _, low in self.pairs])
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.config["clip"], foreach=True)
        self.adam.step()
        with torch.no_grad():
            torch._foreach_copy_([low for _, low in self.pairs], [high for high, _ in self.pairs])
        self.step += 1
        self.seen += batch.pieces.numel()
        if self.step % 4 == 0:
            self.mean.update(self.step // 4)
        self.log(parts)

    def log(self, parts: dict[str, Tensor]) -> None:
        """Print the mean losses and the speed now and then."""
        for name, part in parts.items():
            self.sums[name] = self.sums.get(name, 0.0) + part.detach()
        if self.step % LOG_EVERY == 0:
            means = " ".join(f"{name} {float(value) / LOG_EVERY:.3f}" for name, value in self.sums.items())
            spent = time.monotonic() - self.began
            print(f"step {self.step} {spent:.0f} s, {self.seen / spent:.0f} pieces/s: {means}", flush=True)
            self.sums = {}
