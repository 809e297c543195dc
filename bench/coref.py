"""Coreference figures: MUC, B³, CEAF-e and their mean (CoNLL), over people, bodies and places.

    python bench/coref.py GOLD.jsonl READINGS.jsonl [--genres news,interview]

A gold row has `mentions` with `start`, `end`, `head` (offsets of the head word), `type`, `cluster`, `kind`, `link`.
A predicted mention answers the smallest gold mention that holds it and whose head word it covers, since a reading's
spans leave relative clauses out; of an entity's mentions inside one another the outermost counts. Measures: Vilain et
al. 1995; Bagga and Baldwin 1998; Luo 2005; mean: Pradhan et al. 2012.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

TYPES = frozenset({"person", "organization", "place"})
KINDS = frozenset({"name", "nominal", "pronoun"})

Span = tuple[int, int]
Clusters = list[frozenset[Span]]


def main() -> None:
    """Print one line of JSON with all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--genres", default="")
    given = parser.parse_args()
    wanted = {genre for genre in given.genres.split(",") if genre}
    gold = [row for row in _rows(given.gold) if not wanted or row.get("genre") in wanted]
    readings = {row["id"]: row for row in _rows(given.readings)}
    print(json.dumps(score(gold, readings)))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(gold: list[dict[str, Any]], readings: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Figures over all rows, counts summed before dividing; readings are looked up by the rows' ids."""
    measures = ("muc", "b3", "ceafe", "mentions", "pronouns", "nominals")
    totals: dict[str, Counter[str]] = {name: Counter() for name in measures}
    for row in gold:
        key, kinds = gold_clusters(row)
        response = predicted_clusters(row, readings.get(row["id"], {}))
        for name, measure in (("muc", _muc), ("b3", _b_cubed), ("ceafe", _ceaf_e)):
            totals[name].update(measure(key, response))
        _count_links(key, response, kinds, totals)
    out = {name: round(_f1(total), 4) for name, total in totals.items() if name in {"muc", "b3", "ceafe", "mentions"}}
    out["conll"] = round((out["muc"] + out["b3"] + out["ceafe"]) / 3, 4)
    for name in ("pronouns", "nominals"):
        found = totals[name]
        out[f"{name}_right_of_answered"] = round(found["right"] / max(1, found["answered"]), 4)
        out[f"{name}_right_of_all"] = round(found["right"] / max(1, found["all"]), 4)
    return out


def gold_clusters(row: dict[str, Any]) -> tuple[Clusters, dict[Span, str]]:
    """The row's clusters of two mentions or more, and the kind of each mention in them."""
    groups: dict[str, set[Span]] = {}
    kinds: dict[Span, str] = {}
    for mention in row["mentions"]:
        if mention["kind"] in KINDS and mention.get("link") not in {"pred", "disc"}:
            groups.setdefault(mention["cluster"], set()).add((mention["start"], mention["end"]))
            kinds[mention["start"], mention["end"]] = mention["kind"]
    types = {mention["cluster"]: mention["type"] for mention in row["mentions"]}
    return [frozenset(group) for name, group in groups.items() if len(group) > 1 and types[name] in TYPES], kinds


def predicted_clusters(row: dict[str, Any], reading: dict[str, Any]) -> Clusters:
    """The reading's entities of two mentions or more, each mention brought to the gold mention it answers."""
    gold = sorted(row["mentions"], key=lambda mention: mention["end"] - mention["start"])
    taken: set[Span] = set()
    clusters = []
    for entity in reading.get("entities", ()):
        group = set()
        for mention in _outermost(entity["mentions"]):
            span = _answered(mention, gold)
            if span not in taken:
                taken.add(span)
                group.add(span)
        if len(group) > 1:
            clusters.append(frozenset(group))
    return clusters


def _outermost(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An entity's mentions without those inside another one of its own ("President Silva" holds "Silva")."""
    kept: list[dict[str, Any]] = []
    for mention in sorted(mentions, key=lambda mention: (mention["start"], -mention["end"])):
        if not kept or mention["end"] > kept[-1]["end"]:
            kept.append(mention)
    return kept


def _answered(mention: dict[str, Any], gold: list[dict[str, Any]]) -> Span:
    start, end = mention["start"], mention["end"]
    for other in gold:
        head = other["head"]
        if other["start"] <= start and end <= other["end"] and start <= head[0] and head[1] <= end:
            return other["start"], other["end"]
    return start, end


def _f1(counts: Counter[str]) -> float:
    precision = counts["hit_p"] / counts["all_p"] if counts["all_p"] else 0.0
    recall = counts["hit_r"] / counts["all_r"] if counts["all_r"] else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(key: Clusters, response: Clusters) -> dict[str, float]:
    hit_r, all_r = _muc_side(key, response)
    hit_p, all_p = _muc_side(response, key)
    return {"hit_r": hit_r, "all_r": all_r, "hit_p": hit_p, "all_p": all_p}


def _muc_side(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    where = {span: number for number, cluster in enumerate(others) for span in cluster}
    hit = total = 0
    for cluster in clusters:
        parts = {where[span] for span in cluster if span in where}
        alone = sum(span not in where for span in cluster)
        hit += len(cluster) - len(parts) - alone
        total += len(cluster) - 1
    return hit, total


def _b_cubed(key: Clusters, response: Clusters) -> dict[str, float]:
    hit_r, all_r = _b_side(key, response)
    hit_p, all_p = _b_side(response, key)
    return {"hit_r": hit_r, "all_r": all_r, "hit_p": hit_p, "all_p": all_p}


def _b_side(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    where = {span: cluster for cluster in others for span in cluster}
    hit = sum(len(cluster & where.get(span, frozenset())) / len(cluster) for cluster in clusters for span in cluster)
    return hit, sum(map(len, clusters))


def _ceaf_e(key: Clusters, response: Clusters) -> dict[str, float]:
    alike = [(2 * len(k & r) / (len(k) + len(r)), i, j) for i, k in enumerate(key) for j, r in enumerate(response)]
    pairs = sorted((pair for pair in alike if pair[0] and key[pair[1]] & response[pair[2]]), reverse=True)
    used_key: set[int] = set()
    used_response: set[int] = set()
    total = 0.0
    for value, i, j in pairs:  # greedy: within a hair of the best assignment on sets as small as these
        if i not in used_key and j not in used_response:
            used_key.add(i)
            used_response.add(j)
            total += value
    return {"hit_r": total, "all_r": len(key), "hit_p": total, "all_p": len(response)}


def _count_links(key: Clusters, response: Clusters, kinds: dict[Span, str], totals: dict[str, Counter[str]]) -> None:
    """Mentions found, and pronouns and nominals whose nearest antecedent in the response is one in the key."""
    key_of = {span: cluster for cluster in key for span in cluster}
    answer_of = {span: cluster for cluster in response for span in cluster}
    both = len(key_of.keys() & answer_of.keys())
    totals["mentions"].update({"hit_r": both, "all_r": len(key_of), "hit_p": both, "all_p": len(answer_of)})
    for kind in ("pronoun", "nominal"):
        counts = totals[f"{kind}s"]
        for span, cluster in key_of.items():
            if kinds.get(span) != kind or span == min(cluster):
                continue
            counts["all"] += 1
            before = [other for other in answer_of.get(span, ()) if other < span]
            if before:
                counts["answered"] += 1
                counts["right"] += max(before) in cluster


if __name__ == "__main__":
    main()
