"""What factuality makes of every act that a gold set marks, whether the reading has an event for it or not.

    python bench/standings.py --data ../shared/bench

The gate scores only triggers that the reading found, and MEANTIME marks few acts that PLOVER has: prices, products and
verbs of saying are most of them. Here each marked trigger is given to the stage as an act, so that polarity, certainty
and time are measured on all of them. A multi-word trigger is its head, a copula what it joins.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.language.mending import mend
from onrecord.language.plain import plain
from onrecord.reading.document import Document
from onrecord.reading.event import Event, Factuality
from onrecord.reading.span import Span
from onrecord.resources import Resources, load_resources
from onrecord.stages.attributions import find_attributions
from onrecord.stages.chains import link_chains
from onrecord.stages.coreference import resolve_coreference
from onrecord.stages.entities import find_mentions
from onrecord.stages.events import find_events
from onrecord.stages.factuality import assess_factuality
from onrecord.stages.furniture import find_furniture
from onrecord.stages.times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.plain_words import Doc
    from onrecord.reading.attribution import Attribution

FUTURE = {"planned", "hypothetical", "conditional"}
RARE = ("negative", "not certain", "future")


def main() -> None:
    """Print accuracies, and F1 of the rarer answers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with meantime_dev.jsonl")
    path = parser.parse_args().data / "meantime_dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    know = load_resources()
    right, hits, answers, wanted, total = Counter[str](), Counter[str](), Counter[str](), Counter[str](), 0
    for row in rows:
        for gold, found in _judged(row, know):
            ours = (found.polarity == "negative", found.certainty != "certain", found.status in FUTURE)
            theirs = (gold["polarity"] == "NEG", gold["certainty"] != "CERTAIN", gold.get("time") == "FUTURE")
            total += 1
            for name, our, their in zip(RARE, ours, theirs, strict=True):
                right[name] += our == their
                hits[name] += our and their
                answers[name] += our
                wanted[name] += their
    print(f"{total} triggers")
    for name in RARE:
        f1 = 2 * hits[name] / (answers[name] + wanted[name])
        counted = f"{hits[name]} of {wanted[name]}, {answers[name]} said"
        print(f"{name:12} right {right[name] / total:.3f}  F1 {f1:.3f} ({counted})")


def _judged(row: dict[str, Any], know: Resources) -> Iterator[tuple[dict[str, Any], Factuality]]:
    golds = [
        gold for gold in row["events"]
        if gold.get("certainty") in {"CERTAIN", "PROBABLE", "POSSIBLE"} and gold.get("polarity") in {"POS", "NEG"}
    ]  # fmt: skip
    published = row.get("published") or row.get("dct")
    document = Document(id=row["id"], text=row["text"], published=published[:10] if published else None)
    (doc,) = know.parser.read([document.text])
    with plain(doc) as words:
        mend(words, know.lexicon, know.actors.countries.is_name, know.actors.label_of)
        yield from zip(golds, _standings(document, words, golds, know), strict=True)


def _standings(document: Document, doc: Doc, golds: list[dict[str, Any]], know: Resources) -> list[Factuality]:
    furniture = find_furniture(doc, document, know.lexicon)
    times = find_times(doc, document.published, know.lexicon)
    mentions = find_mentions(doc, furniture, times, know.lexicon, know.actors, document.published)
    drafts = find_attributions(doc, mentions, furniture, know.lexicon)
    entities = resolve_coreference(doc, mentions, drafts, know.lexicon, know.actors)
    attributions = link_chains(doc, drafts, entities, furniture, know.lexicon)
    acts = find_events(doc, entities, attributions, furniture, know.lexicon, know.actors.countries.is_name)
    told = {event.trigger.start: event for event in acts.told}
    marked = [_marked(doc, gold, attributions, told) for gold in golds]
    starts = {event.trigger.start for event in marked}
    others = [event for start, event in told.items() if start not in starts]
    assessed = assess_factuality(doc, [*marked, *others], attributions, entities, furniture, know.lexicon)
    return [event.factuality for event in assessed[: len(marked)]]


def _marked(doc: Doc, gold: dict[str, Any], attributions: tuple[Attribution, ...], told: dict[int, Event]) -> Event:
    """The reading's own event where it has one, else one made of the marked words."""
    span = doc.char_span(gold["start"], gold["end"], alignment_mode="expand")
    if span is None:
        raise ValueError(f"Cannot score {gold['text']!r}: it lies outside its text. Check meantime_dev.jsonl.")
    trigger = span.root.head if span.root.dep_ == "cop" else span.root  # "will be a success" stands as its success does
    start = trigger.idx
    if start in told:
        return told[start]
    around = [item for item in attributions if any(part.start <= start < part.end for part in item.content)]
    inner = min(around, key=lambda item: sum(part.end - part.start for part in item.content), default=None)
    return Event(
        id="E0", type="ASSAULT", mode=None, contexts=(), cameo=None, quad=4, score=0.0, actors=(), recipients=(),
        rule="marked", trigger=Span.of(doc.text, start, start + len(trigger)),
        factuality=Factuality(status="happened", polarity="positive", certainty="certain", cues=()),
        attribution=inner.id if inner is not None else None,
    )  # fmt: skip


if __name__ == "__main__":
    main()
