"""One name, one type in one report: the network sees a paragraph at a time, and a name often stands in several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def agree_on_types(
    words: Sequence[str],
    begins: NDArray[np.bool_],
    labels: NDArray[np.uint64],
    kinds: NDArray[np.float32],
    types: Sequence[int],
    alone: int,
) -> None:
    """Give all names of the same words the type that is likeliest for them together.

    Args:
        words: the report's words.
        begins: [words] which of them begin a name.
        labels: [words] the type of the name that a word belongs to, 0 outside names; changed in place.
        kinds: [words, types] logarithms of how likely each type is, for words of names.
        types: the labels of the types.
        alone: the label of adjectives, which nothing else agrees with: "Georgian" is a people's and a language's.
    """
    inside = np.flatnonzero(labels)
    starts = np.flatnonzero(begins[inside])
    if len(starts) < 2:
        return
    scores = np.add.reduceat(kinds[inside], starts)
    ends = [*starts[1:].tolist(), len(inside)]
    alike: dict[str, list[int]] = {}
    for name, (start, end) in enumerate(zip(starts.tolist(), ends, strict=True)):
        if labels[inside[start]] != alone:
            key = " ".join(words[place] for place in inside[start:end].tolist())
            alike.setdefault(key.casefold(), []).append(name)
    choice = np.array([label != alone for label in types])
    for names in alike.values():
        if len({int(labels[inside[starts[name]]]) for name in names}) > 1:
            best = types[int(np.where(choice, scores[names].sum(axis=0), -np.inf).argmax())]
            for name in names:
                labels[inside[starts[name] : ends[name]]] = best
