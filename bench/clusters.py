"""How well tellings of one act are brought together, on the stories of tests/stories.

    python bench/clusters.py           the figures
    python bench/clusters.py --errors  and what went wrong in the open stories
    python bench/clusters.py --fit     weights of a logistic model fitted on the open stories, to compare with match.py
    python bench/clusters.py --unrelated ../shared/bench [--list]
                                       what is joined among articles that mostly have nothing to do with one another

All stories are read by the pipeline and merged at once, so that a bomb in one city can be taken for a bomb in
another. Scores are over the marked mentions: "found" leaves out those for which the reading holds no event, and says
what the merge does; "all" counts them as missing, and says what a user gets. Four stories were held back from tuning,
and two more were written before anybody looked at what goes wrong in the reading of the others.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from conll import b_cubed, ceaf_e, clusters_of, conll_f1, muc
from onrecord.merge.match import BIAS, WEIGHTS, Matcher
from onrecord.merge.merging import Across, merge_reports
from onrecord.merge.report import Report
from onrecord.merge.stems import stems
from onrecord.pipeline import read_many
from onrecord.reading.document import Document
from stories import Mark, Story, load_stories

UNRELATED = ("lgl_dev", "tr_news_dev", "polnear_dev", "meantime_dev")
HELD_BACK = frozenset({"03-engineers", "06-border-fire", "08-talks", "11-town"})
UNSEEN = frozenset({"21-swap", "23-port"})
Mention = tuple[str, int]  # report id, where the marked word begins


class Answer:
    """What the merge makes of the marked mentions.

    Attributes:
        telling: the key of the telling that holds a marked word, where the reading has one.
        home: the key of the event of each telling.
    """

    def __init__(self, reports: Sequence[Report], across: Across) -> None:
        self.across = across
        self._reports = {report.id: report for report in reports}
        self._keys = {(telling.report, telling.event): telling.key for telling in across.tellings}
        self.home = {member.key: event.key for event in across.events for member in event.members}

    def telling(self, report_id: str, mark: Mark) -> str | None:
        """The telling whose trigger, or a trigger joined to it, overlaps the marked word."""
        report = self._reports[report_id]
        for event in report.reading.events:
            if event.trigger.start < mark.end and mark.start < event.trigger.end:
                return self._keys[report_id, report.head_of(event.id)]
        return None


def main() -> int:
    """Read, merge, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--unrelated", type=Path, metavar="FOLDER")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    if args.unrelated:
        _print_unrelated(args.unrelated, listed=args.list)
        return 0
    stories = load_stories()
    documents = [report.document for story in stories for report in story.reports]
    reports = [Report(d.id, d.text, r) for d, r in zip(documents, read_many(documents), strict=True)]
    answer = Answer(reports, merge_reports(reports))
    held, unseen = ([story for story in stories if story.name in names] for names in (HELD_BACK, UNSEEN))
    tuned = [story for story in stories if story.name not in HELD_BACK | UNSEEN]
    if args.fit:
        _print_fit(answer, tuned)
        return 0
    print("stories        mentions found     pairs   CoNLL F1   MUC p/r    B3 p/r     CEAFe p/r")
    for name, group in (("tuned on", tuned), ("held back", held), ("unseen", unseen), ("all", stories)):
        _print_scores(name, group, answer)
    _print_copies(stories, answer)
    _print_disagreements(stories, answer)
    _print_links(stories, answer)
    _print_promises(stories, answer)
    if args.errors:
        _print_errors(tuned, answer)
    return 0


def _print_unrelated(folder: Path, *, listed: bool) -> None:
    """Merge the articles of gold sets; what is joined across them can be judged by eye, and should be little."""
    documents = [document for name in UNRELATED for document in _articles(folder / f"{name}.jsonl")]
    reports = [Report(d.id, d.text, r) for d, r in zip(documents, read_many(documents), strict=True)]
    started = time.perf_counter()
    across = merge_reports(reports)
    seconds = time.perf_counter() - started
    several = [event for event in across.events if event.independent > 1]
    kinds = Counter(item.kind for items in across.disagreements.values() for item in items)
    print(f"{len(reports)} articles, {len(across.tellings)} tellings, {len(across.events)} events ({seconds:.0f} s)")
    print(f"told by independent reports: {len(several)}; copies: {sum(c.copy_of is not None for c in across.copies)}")
    print(f"disagreements: {dict(sorted(kinds.items()))}; plans with an act: {len(across.follows)}")
    print(f"promises: {dict(sorted(Counter(promise.outcome for promise in across.promises).items()))}")
    for event in several if listed else ():
        print(f"{event.title} ({event.status}, {event.first_day or 'no day'})")
        for member in event.members:
            print(f"    {member.report}: {member.words[:160]}")


def _articles(path: Path) -> list[Document]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    days = [re.match(r"\d{4}-\d\d-\d\d", str(row.get("dct") or row.get("date") or "")) for row in rows]
    return [
        Document(id=f"{path.stem}/{row['id']}", text=row["text"], publisher=row.get("publisher"),
                 published=day[0] if day else None)
        for row, day in zip(rows, days, strict=True)
    ]  # fmt: skip


def _marks(stories: Iterable[Story]) -> list[tuple[str, Mark]]:
    return [(report.document.id, mark) for story in stories for report in story.reports for mark in report.marks]


def _print_scores(name: str, stories: Sequence[Story], answer: Answer) -> None:
    marks = _marks(stories)
    key = [((report, mark.start), mark.event) for report, mark in marks]
    told = {(report, mark.start): answer.telling(report, mark) for report, mark in marks}
    response = clusters_of((mention, answer.home[telling]) for mention, telling in told.items() if telling)
    found = clusters_of((mention, event) for mention, event in key if told[mention])
    pairs = sum(one[0][0] != other[0][0] for one, other in itertools.combinations(key, 2) if one[1] == other[1])
    for title, clusters in ((f"{name}, found", found), (f"{name}, all", clusters_of(key))):
        parts = (score(clusters, response) for score in (muc, b_cubed, ceaf_e))
        shares = "   ".join(f"{part.precision:.2f}/{part.recall:.2f}" for part in parts)
        count = f"{sum(map(len, response))} of {len(key)}"
        print(f"{title:18} {count:>14} {pairs:>7}   {conll_f1(clusters, response):>8.3f}   {shares}")


def _print_copies(stories: Iterable[Story], answer: Answer) -> None:
    key = {(f"{story.name}/{r.copy_of}", r.document.id) for story in stories for r in story.reports if r.copy_of}
    found = {(copy.copy_of, copy.report) for copy in answer.across.copies if copy.copy_of}
    print(f"copies: {len(key & found)} of {len(key)}, {len(found - key)} wrong")


def _print_disagreements(stories: Iterable[Story], answer: Answer) -> None:
    """By kind, over the events of the key: said by the key and found, found only, said only."""
    counts: Counter[tuple[str, str]] = Counter()
    for story in stories:
        rows = story.key.get("disagreement", ())
        key = {(f"{story.name}/{row['event']}", kind) for row in rows for kind in row["kinds"]}
        found = set()
        for report, mark in _marks([story]):
            telling = answer.telling(report, mark)
            for item in answer.across.disagreements.get(answer.home[telling], ()) if telling else ():
                found.add((mark.event, item.kind))
        for kind in ("denied", "number", "actor", "place", "day"):
            ours = {event for event, name in found if name == kind}
            theirs = {event for event, name in key if name == kind}
            counts[kind, "both"] += len(ours & theirs)
            counts[kind, "found only"] += len(ours - theirs)
            counts[kind, "key only"] += len(theirs - ours)
    for kind in ("denied", "number", "actor", "place", "day"):
        told = ", ".join(f"{counts[kind, side]} {side}" for side in ("both", "key only", "found only"))
        print(f"disagreement, {kind}: {told}")


def _print_links(stories: Iterable[Story], answer: Answer) -> None:
    """Plans that the key ties to an act, against those that the merge ties."""
    events: dict[str, set[str]] = {}
    for report, mark in _marks(stories):
        telling = answer.telling(report, mark)
        if telling:
            events.setdefault(answer.home[telling], set()).add(mark.event)
    key = {(f"{s.name}/{link['plan']}", f"{s.name}/{link['act']}") for s in stories for link in s.key.get("link", ())}
    follows = answer.across.follows
    right = {
        pair
        for follow in follows
        for pair in itertools.product(events.get(follow.plan, ()), events.get(follow.act, ()))
        if pair in key
    }
    print(f"plans and acts: {len(right)} of {len(key)} of the key; {len(follows)} found in all")
    for follow in follows:
        print(f"    {sorted(events.get(follow.plan, {'?'}))} -> {sorted(events.get(follow.act, {'?'}))}")


def _print_promises(stories: Iterable[Story], answer: Answer) -> None:
    right, total, said = 0, 0, Counter[str]()
    for promise in answer.across.promises:
        said[promise.outcome] += 1
    for story in stories:
        for row in story.key.get("promise", ()):
            total += 1
            found = [
                promise.outcome
                for promise in answer.across.promises
                if promise.reports[0].startswith(f"{story.name}/") and _same_promise(row["words"], promise.words)
            ]
            right += row["outcome"] in found
            print(f"    {story.name}: “{row['words']}” {row['outcome']}; found: {', '.join(found) or 'not read'}")
    print(f"promises: {right} of {total} of the key with its outcome; in all {dict(sorted(said.items()))}")


def _same_promise(one: str, other: str) -> bool:
    """Whether most words of one stand in the other."""
    small, large = sorted((stems(one) - stems("to would"), stems(other)), key=len)
    return len(small & large) >= 0.6 * len(small)


def _print_errors(stories: Iterable[Story], answer: Answer) -> None:
    """Events that are split, and events that hold several, by the words of their tellings."""
    by_key = {telling.key: telling for telling in answer.across.tellings}
    split: dict[str, dict[str, list[str]]] = {}
    for report, mark in _marks(stories):
        telling = answer.telling(report, mark)
        if telling:
            words = f"{report.partition('/')[2]}: {by_key[telling].trigger}"
            split.setdefault(mark.event, {}).setdefault(answer.home[telling], []).append(words)
    for event, homes in split.items():
        if len(homes) > 1:
            print(f"split {event}: {' | '.join(', '.join(words) for words in homes.values())}")
    mixed: dict[str, set[str]] = {}
    for event, homes in split.items():
        for home in homes:
            mixed.setdefault(home, set()).add(event)
    for events in mixed.values():
        if len(events) > 1:
            print(f"mixed {', '.join(sorted(events))}")


def _print_fit(answer: Answer, stories: Sequence[Story]) -> None:
    """Logistic regression with a quadratic penalty over pairs of marked tellings; pairs across stories count less."""
    label = {telling: mark.event for report, mark in _marks(stories) if (telling := answer.telling(report, mark))}
    tellings = [telling for telling in answer.across.tellings if telling.key in label]
    matcher = Matcher(answer.across.tellings)
    rows: list[tuple[Mapping[str, float], bool, float]] = []
    for one, other in itertools.combinations(tellings, 2):
        features = matcher.features(one, other)
        if features is not None:
            near = one.report.partition("/")[0] == other.report.partition("/")[0]
            same = label[one.key] == label[other.key]
            rows.append(({f.name: f.value for f in features}, same, 1.0 if near else 0.3))
    names = sorted({name for row, _, _ in rows for name in row})
    values = np.array([[row.get(name, 0.0) for name in names] + [1.0] for row, _, _ in rows])
    fitted = _fit(values, np.array([same for _, same, _ in rows]), np.array([weight for *_, weight in rows]))
    print("feature                 fitted   used   pairs")
    for at, name in enumerate((*names, "BIAS")):
        used = WEIGHTS.get(name, 0.0) if name != "BIAS" else BIAS
        print(f"{name:22} {fitted[at]:>7.2f} {used:>6.1f} {int((values[:, at] != 0).sum()):>7}")


def _fit(values: np.ndarray, same: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Newton's method; the bias, the last column, is not penalised."""
    penalty = np.full(values.shape[1], 0.5)
    penalty[-1] = 0.0
    beta = np.zeros(values.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-values @ beta))
        slope = values.T @ (weight * (chance - same)) + penalty * beta
        curve = (values.T * (weight * chance * (1 - chance))) @ values + np.diag(penalty)
        beta -= np.linalg.solve(curve, slope)
    return beta


if __name__ == "__main__":
    sys.exit(main())
