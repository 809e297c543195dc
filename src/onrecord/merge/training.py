"""What people have decided, as examples to train and to test with: the words, what was read, and what is right.

An example of an act gives its sentence also in the form of the lexicon's own examples ("A{Rebels} T{shelled} R{the
town}."), where every party's words stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from onrecord.merge.acts import SEPARATOR, Act, Stretch, act_of, load_report, tellings_of
from onrecord.merge.judgements import NO_ACT, Finder
from onrecord.merge.report import Report
from onrecord.store.rows import CONFIRMED, Judgement
from onrecord.store.view import View

Example = dict[str, Any]


def training_examples(view: View) -> Iterator[Example]:
    """One example for each judged act, and one for each pair of acts that somebody has called one or two.

    What is undone counts no more, and of several corrections of one field the last counts. A judgement whose words
    stand in no report of now gives no example.
    """
    standing = [row for row in view.judgements() if row.kind != "undo" and not row.undone_by]
    found = _Judged(view, standing)
    acts: dict[str, list[Judgement]] = {}
    for judgement in standing:
        if judgement.kind == "correct" and (key := found.key(judgement.subjects[0], judgement)):
            acts.setdefault(key, []).append(judgement)
    for key, decided in acts.items():
        yield _of_act(found.acts[key], found.texts, decided)
    for judgement in standing:
        yield from _of_pairs(judgement, found)


class _Judged:
    """The acts of now that judgements speak of; only reports that one of them names are loaded."""

    def __init__(self, view: View, judgements: Sequence[Judgement]) -> None:
        ids = {key.partition(":")[0] for row in judgements for key in (*row.subjects, *_others(row))}
        known = {key for (key,) in view.query("SELECT report_id FROM reports")}
        reports = {key: load_report(view, key) for key in sorted(ids & known)}
        tellings = [telling for report in reports.values() for telling in tellings_of(report)]
        self.texts = reports
        self.acts = {telling.key: act_of(telling, reports[telling.report]) for telling in tellings}
        self._finder = Finder(reports, tellings)

    def key(self, key: str, judgement: Judgement) -> str | None:
        """The key of now."""
        return self._finder.find(key, judgement)


def _others(judgement: Judgement) -> Sequence[str]:
    """The tellings from which a split keeps its subjects apart."""
    held = judgement.value
    return held.get("from", ()) if isinstance(held, dict) else ()


def _of_act(act: Act, reports: dict[str, Report], decided: Sequence[Judgement]) -> Example:
    """The act with what was read when it was first judged, and what is right; only `judged` fields are known to be."""
    held = [row.value if isinstance(row.value, dict) else {"value": row.value} for row in decided]
    read: dict[str, str] = next((dict(value["read"]) for value in held if value.get("read")), act.read)
    said = {str(row.field): value["value"] for row, value in zip(decided, held, strict=True) if row.field != CONFIRMED}
    right = read | said
    none = right["status"] == NO_ACT
    whole = any(row.field == CONFIRMED for row in decided)
    return {
        "task": "act",
        **_place(act, reports),
        "read": read,
        "right": None if none else right,
        "judged": sorted(read) if whole or none else sorted(said),
        "marked": None if none else _marked(act, reports[act.report].text, said),
        "by": [_by(row) for row in decided],
    }


def _of_pairs(judgement: Judgement, found: _Judged) -> Iterator[Example]:
    """Pairs that are one act (a merge: its first with each other) or two (a split: each with each)."""
    if judgement.kind == "correct":
        return
    first, others = judgement.subjects, _others(judgement)
    pairs = product(first[:1], first[1:]) if judgement.kind == "merge" else product(first, others)
    for pair in pairs:
        one, other = (found.key(key, judgement) for key in pair)
        if one and other:
            yield {
                "task": "same act",
                "same": judgement.kind == "merge",
                "one": _place(found.acts[one], found.texts),
                "other": _place(found.acts[other], found.texts),
                "by": [_by(judgement)],
            }


def _place(act: Act, reports: dict[str, Report]) -> Example:
    start, end = act.sentence
    report = reports[act.report]
    return {
        "report": act.report,
        "sha256": report.reading.document.sha256,
        "start": start,
        "sentence": report.text[start:end],
        "trigger": [act.trigger[0] - start, act.trigger[1] - start],
    }


def _by(judgement: Judgement) -> Example:
    return {
        "judgement": judgement.id,
        "field": judgement.field,
        "who": judgement.who,
        "when": judgement.when,
        "why": judgement.why,
    }


def _marked(act: Act, text: str, said: dict[str, str]) -> str | None:
    """The sentence as a lexicon has its examples; None where a party's words stand elsewhere, or twice, or overlap."""
    start, end = act.sentence
    sentence = text[start:end]
    marks: list[tuple[Stretch, str]] = [(act.trigger, "T")]
    for field, stretches, letter in (("actor", act.actors, "A"), ("recipient", act.recipients, "R")):
        if field in said:
            names = list(filter(None, said[field].split(SEPARATOR)))
            if any(sentence.count(name) != 1 for name in names):
                return None
            at = [start + sentence.index(name) for name in names]
            stretches = tuple((a, a + len(name)) for a, name in zip(at, names, strict=True))  # noqa: PLW2901
        marks += [(stretch, letter) for stretch in stretches]
    return _spelt(text, (start, end), sorted(marks))


def _spelt(text: str, sentence: Stretch, marks: Iterable[tuple[Stretch, str]]) -> str | None:
    at, end = sentence
    parts = []
    for (first, last), letter in marks:
        if first < at or last > end:
            return None
        parts.append(f"{text[at:first]}{letter}{{{text[first:last]}}}")
        at = last
    plain = "".join(parts) + text[at:end]
    return None if {"{", "}"} & set(text[sentence[0] : end]) else " ".join(plain.split())
