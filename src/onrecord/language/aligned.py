"""Which words a stretch of characters holds, by the rules of spaCy's `Doc.char_span`."""

from __future__ import annotations

from bisect import bisect_right


def align(starts: list[int], ends: list[int], start: int, end: int, mode: str) -> tuple[int, int] | None:
    """The first word of a stretch and the one behind its last; None where no words make it up.

    Args:
        starts: where each word begins, in characters.
        ends: where each ends, with the space after it.
        start: where the stretch begins.
        end: where it ends.
        mode: "strict" (it must be words exactly), "contract" (words that it cuts are left out) or "expand" (taken in).
    """
    low, high = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
    if mode == "strict" and (starts[low] != start or ends[high - 1] != end):
        return None
    if mode == "contract":
        low, high = low + (starts[low] < start), high - (end < ends[high - 1])
        if low >= high:
            return None
    if mode == "expand" and start == ends[low]:
        low += 1
    if low > high:
        raise IndexError(low)
    return low, high
