"""The loss of names: a chain over BILOU tags, trained on whatever a row annotates.

The chain has no weights of its own: it only forbids what `onrecord.language.decode` forbids, so that what is trained is
what is decoded. A word may have several allowed tags, and the loss is the negative log of the share that the allowed
sequences have among all legal ones (Bellare and McCallum 2007, "Learning Extractors from Unlabeled Text Using Relevant
Databases", call it a partially labelled chain).
"""

from __future__ import annotations

import torch
from torch import Tensor

from onrecord.language.decode import transitions
from training.data import TAGS

_LEAST = 1e-30


def chain() -> tuple[Tensor, Tensor, Tensor]:
    """Return which tag may follow which [tags, tags], and which may begin and end a window [tags], as 0 and 1."""
    follows = torch.tensor(transitions(TAGS) == 0).float()
    begins = torch.tensor([float(tag[0] not in "IL") for tag in TAGS])
    ends = torch.tensor([float(tag[0] not in "BI") for tag in TAGS])
    return follows, begins, ends


def names_loss(scores: Tensor, allowed: Tensor, inside: Tensor) -> Tensor:
    """Return the negative log of the allowed share for each window.

    The forward pass is a product of one matrix per word. Neighbours are multiplied two by two until one is left, so
    that a window of a hundred words takes seven steps instead of a hundred.

    Args:
        scores: of tags, [batch, words, tags].
        allowed: tags that the annotation allows, [batch, words, tags].
        inside: which words are no padding, [batch, words].

    Returns:
        [batch]; 0 where no legal sequence is allowed (a name cut by the end of its window).
    """
    follows, begins, ends = (part.to(scores.device) for part in chain())
    each = scores.softmax(dim=2)
    both = torch.stack([each * allowed, each])  # the forward pass runs over allowed tags and over all, side by side
    nothing = torch.eye(len(begins), device=scores.device)
    steps = torch.where(inside[:, 1:, None, None], follows * both[:, :, 1:, None, :], nothing)
    logs = scores.new_zeros(steps.shape[:2])
    while steps.shape[2] > 1:
        if steps.shape[2] % 2:
            steps = torch.cat([steps, nothing.expand(*steps.shape[:2], 1, -1, -1)], dim=2)
        steps = steps[:, :, ::2] @ steps[:, :, 1::2]
        largest = steps.amax(dim=(3, 4), keepdim=True).clamp(min=_LEAST)
        steps = steps / largest
        logs = logs + largest.log().flatten(2).sum(dim=2)
    first = both[:, :, 0] * begins
    last = (first[:, :, None] @ steps[:, :, 0])[:, :, 0] if steps.shape[2] else first
    total = (last * ends).sum(dim=2)
    logs = logs + total.clamp(min=_LEAST).log()
    return torch.where(total[0] > _LEAST, logs[1] - logs[0], 0.0)
