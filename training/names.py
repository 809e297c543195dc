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

    Args:
        scores: of tags, [batch, words, tags].
        allowed: tags that the annotation allows, [batch, words, tags].
        inside: which words are no padding, [batch, words].

    Returns:
        [batch]; 0 where no legal sequence is allowed (a name cut by the end of its window).
    """
    follows, begins, ends = chain()
    each = scores.softmax(dim=2)
    both = torch.stack([each * allowed, each])  # the forward pass runs over allowed tags and over all, side by side
    now = both[:, :, 0] * begins
    total = now.sum(dim=2).clamp(min=_LEAST)
    logs, now = total.log(), now / total[:, :, None]
    for at in range(1, scores.shape[1]):
        step = (now @ follows) * both[:, :, at]
        total = step.sum(dim=2).clamp(min=_LEAST)
        logs = logs + total.log() * inside[:, at]
        now = torch.where(inside[:, at, None], step / total[:, :, None], now)
    final = (now * ends).sum(dim=2)
    logs = logs + final.clamp(min=_LEAST).log()
    return torch.where(final[0] > 0, logs[1] - logs[0], 0.0)
