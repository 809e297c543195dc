"""Several networks as one teacher: what they think on average, for the student of the next stage to learn.

An ensemble's probabilities say more than the gold label alone, and reach texts that nobody annotated (Hinton et al.
2015, "Distilling the Knowledge in a Neural Network"; Kuncoro et al. 2016, "Distilling an Ensemble of Greedy Dependency
Parsers into One MST Parser"). The members run side by side, each product of matrices for all of them at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.func import functional_call, stack_module_state, vmap
from torch.nn import functional

from training.batches import NO_LOSS, Batch
from training.model import Parser


@dataclass(frozen=True)
class Lesson:
    """What the teachers think of a batch, as probabilities."""

    columns: dict[str, Tensor]  # [batch, words, classes]
    arcs: Tensor  # [batch, words, 1 + words]
    taught: Tensor  # [batch, words] whether the arc of the word is taught
    heads: Tensor  # [batch, words] the arcs whose labels are taught, as in `Batch`
    labels: Tensor  # [batch, words, labels]


def arc_scores(scores: Tensor, sentence: Tensor) -> Tensor:
    """Leave only arcs between two different words of one sentence, and the root; `sentence` is [batch, words]."""
    same = sentence[:, :, None] == sentence[:, None, :]
    same = same & ~torch.eye(same.shape[1], dtype=torch.bool, device=same.device)
    same = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    return scores.masked_fill(~same, -1e9)


def at_heads(ends: Tensor, heads: Tensor) -> Tensor:
    """Return of each word's head the row in `ends`, [..., words, width]; the root has the first word's."""
    where = (heads - 1).clamp(min=0)[..., None]
    return torch.gather(ends, -2, where.expand(*ends.shape))


class Teachers:
    """Networks of one shape that teach together."""

    def __init__(self, members: list[Parser]) -> None:
        self.one = members[0]
        own, buffers = stack_module_state([member.eval() for member in members])  # type: ignore[arg-type]
        self.state = {name: value.detach().to(torch.bfloat16) for name, value in (own | buffers).items()}

    @torch.no_grad()
    def __call__(self, batch: Batch) -> tuple[Batch, Lesson]:
        """Return the batch, with sentences where windows had none, and what is to be learned of it."""

        def run(state: dict[str, Tensor]) -> tuple[Tensor, ...]:
            given = (batch.pieces, batch.features, batch.lengths, batch.starts)
            found: tuple[Tensor, ...] = functional_call(self.one, state, given)
            return found

        columns, arcs, dependent, head = vmap(run)(self.state)
        parts = columns.float().split(list(self.one.widths.values()), dim=3)
        chosen = {name: part.softmax(3).mean(0) for name, part in zip(self.one.widths, parts, strict=True)}
        parsed = (batch.begins != NO_LOSS).any(dim=1, keepdim=True)
        found = (chosen["sentence"].argmax(2) == 1).cumsum(1)
        batch = replace(batch, sentence=torch.where(parsed | ~batch.inside, batch.sentence, found))
        likely = arc_scores(arcs.float(), batch.sentence).softmax(3).mean(0)
        taught = batch.inside & ((batch.heads != NO_LOSS) | ~parsed)
        heads = torch.where(taught & (batch.heads == NO_LOSS), likely.argmax(2), batch.heads)
        bent = functional.gelu(dependent + at_heads(head, heads.expand(len(head), -1, -1)))
        weight, bias = self.state["label_out.weight"], self.state["label_out.bias"]
        labels = (bent.flatten(1, 2) @ weight.transpose(1, 2) + bias[:, None]).float().softmax(2).mean(0)
        return batch, Lesson(chosen, likely, taught, heads, labels.view(*heads.shape, -1))


def lesson_losses(
    parts: dict[str, Tensor], arcs: Tensor, labels: Tensor, lesson: Lesson, batch: Batch
) -> dict[str, Tensor]:
    """Return the cross-entropy of the student against the teachers, for each part of the loss, per word of the batch.

    Args:
        parts: the student's scores of each column, [batch, words, classes].
        arcs: its scores of arcs, those that cannot be already left out, [batch, words, 1 + words].
        labels: its scores of labels at the lesson's heads, [batch, words, labels].
        lesson: what the teachers think.
        batch: what was read.
    """
    words = batch.inside.sum()

    def mean(scores: Tensor, wanted: Tensor, where: Tensor) -> Tensor:
        return -((wanted * scores.log_softmax(2)).sum(2) * where).sum() / words

    found = {name: mean(parts[name], wanted, batch.inside) for name, wanted in lesson.columns.items()}
    found["arcs"] = mean(arcs, lesson.arcs, lesson.taught)
    found["labels"] = mean(labels, lesson.labels, lesson.taught & (lesson.heads > 0))
    return found
