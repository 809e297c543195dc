"""What a person should decide: pairs of events that nearly joined, and on which nobody has decided yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.store.rows import ClusterRow, Judgement

Pair = tuple[float, ClusterRow, ClusterRow]  # log-odds that they are one, one event, another


def find_questions(events: Sequence[ClusterRow], decided: Iterable[Judgement]) -> list[Pair]:
    """Events that nearly joined, the closest to even odds first, but those on which somebody has decided."""
    by_id = {event.cluster_id: event for event in events}
    settled = [
        (set(judgement.subjects), set((judgement.value or {}).get("from", ())))
        for judgement in decided
        if judgement.kind == "split" and not judgement.undone_by and isinstance(judgement.value, dict)
    ]
    pairs = []
    for event in events:
        for other, score in event.record["near"]:
            if event.cluster_id < other and other in by_id:
                keys = [{told["key"] for told in side.record["tellings"]} for side in (event, by_id[other])]
                apart = any(a & x and b & y for a, b in settled for x, y in (keys, reversed(keys)))
                if not apart:
                    pairs.append((score, event, by_id[other]))
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1].cluster_id, pair[2].cluster_id))
