"""Measure an exported network: ``python -m training.evaluate --data ../shared/training --split dev``.

Runs what users run (the ONNX files behind `onrecord.language`), prints tables and writes all figures as JSON.
"Gold tokens": gold words and sentences, each read within its paragraph. "Raw": only the text is given, scored as in
the CoNLL 2018 shared task (Zeman et al. 2018): words match when their characters do, F1 over both sides.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.language.lemmas import apply_script
from onrecord.language.network import Annotation, Network, Window
from onrecord.language.parser import NetworkParser
from onrecord.language.runtimes import make_runtime
from training.data import Sentence, Text, read_rows, read_treebank

RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl:agent", "obl", "xcomp", "ccomp", "advcl", "conj", "appos")
PARSED = {
    "dev": {"ewt+gum dev": "ud/dev.conllu.xz", "gum bysa dev": "bysa/ud/dev.conllu"},
    "test": {
        "ewt": "ud/test/ewt.conllu.xz",
        "gum": "ud/test/gum.conllu",
        "gum news": "ud/test/gum_news.conllu",
        "pud": "ud/test/pud.conllu.xz",
        "gum bysa": "bysa/ud/test/gum_bysa.conllu",
    },
}
NAMED = {"dev": ["ner/dev.jsonl", "bysa/ner/dev.jsonl"], "test": ["ner/test/uner_ewt.jsonl"]}
Scores = dict[str, Any]


@dataclass
class Tally:
    """Counts for one F1."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def f1(self) -> float:
        """Return F1 in percent."""
        return round(200 * self.right / max(self.found + self.gold, 1), 2)


@dataclass
class Relations:
    """Counts for LAS and each relation."""

    words: int = 0
    heads: int = 0
    labelled: int = 0
    tags: Counter[str] = field(default_factory=Counter)
    each: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in RELATIONS})


def paragraphs(text: Text, longest: int = 128) -> list[list[Sentence]]:
    """Return runs of sentences within a paragraph, as long as a window at most."""
    runs: list[list[Sentence]] = []
    count = 0
    for sentence in text.sentences:
        size = len(sentence.forms)
        if not runs or sentence.paragraph or count + size > longest:
            runs.append([])
            count = 0
        runs[-1].append(sentence)
        count += size
    return runs


def gold_tokens(network: Network, texts: list[Text]) -> Scores:
    """Score on gold words and sentences."""
    runs = [run for text in texts for run in paragraphs(text)]
    windows = []
    for run in runs:
        words = tuple(form for sentence in run for form in sentence.forms)
        spaced = [space for sentence in run for space in sentence.spaced]
        starts = tuple(not place for sentence in run for place in range(len(sentence.forms)))
        windows.append(Window(words, (True, *spaced[1:]), starts))
    tally = Relations()
    for run, found in zip(runs, network.read(windows), strict=True):
        offset = 0
        for sentence in run:
            _count(network, sentence, found, offset, tally)
            offset += len(sentence.forms)
    total = tally.words / 100
    scores: Scores = {"UAS": round(tally.heads / total, 2), "LAS": round(tally.labelled / total, 2)}
    scores |= {name: round(count / total, 2) for name, count in sorted(tally.tags.items())}
    return scores | {"relations": {name: each.f1() for name, each in tally.each.items()}}


def _count(network: Network, sentence: Sentence, found: Annotation, offset: int, tally: Relations) -> None:
    classes = network.classes
    for place, (form, gold_head, columns) in enumerate(
        zip(sentence.forms, sentence.heads, zip(*sentence.columns, strict=True), strict=True)
    ):
        at = offset + place
        head = int(found.heads[at]) - offset - 1 if found.heads[at] else -1
        label = classes["deprel"][found.deprel[at]]
        same = head == gold_head
        upos, xpos, feats, script, gold_label = columns
        tally.words += 1
        tally.heads += same
        tally.labelled += same and label == gold_label
        tally.tags["UPOS"] += classes["upos"][found.upos[at]] == upos
        tally.tags["XPOS"] += classes["xpos"][found.xpos[at]] == xpos
        tally.tags["FEATS"] += classes["feats"][found.feats[at]] == feats
        lemma = apply_script(classes["lemma"][found.lemma[at]], form)
        tally.tags["lemma"] += lemma == apply_script(script, form)
        for name in {label, gold_label} & tally.each.keys():
            each = tally.each[name]
            each.found += label == name
            each.gold += gold_label == name
            each.right += same and label == gold_label == name


def raw_text(text: Text) -> tuple[str, list[list[tuple[int, int]]]]:
    """Return a document as text, paragraphs apart by blank lines, with the spans of each sentence's words."""
    parts: list[str] = []
    at = 0
    spans: list[list[tuple[int, int]]] = []
    for number, sentence in enumerate(text.sentences):
        spans.append([])
        for place, (form, spaced) in enumerate(zip(sentence.forms, sentence.spaced, strict=True)):
            gap = (
                ("\n\n" if sentence.paragraph and not place else " " if spaced or not place else "")
                if number or place
                else ""
            )
            parts += [gap, form]
            at += len(gap)
            spans[-1].append((at, at + len(form)))
            at += len(form)
    return "".join(parts), spans


def raw(parser: NetworkParser, texts: list[Text]) -> Scores:
    """Score on raw text."""
    words, sentences, heads, labelled = Tally(), Tally(), Tally(), Tally()
    for text in texts:
        string, spans = raw_text(text)
        doc = parser(string)
        tokens = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
        own = {(s[0].idx, max(t.idx + len(t) for t in s if not t.is_space)) for s in doc.sents if not s.text.isspace()}
        gold = {(span[0][0], span[-1][1]) for span in spans}
        _add(sentences, len(own & gold), len(own), len(gold))
        for span, sentence in zip(spans, text.sentences, strict=True):
            words.right += sum(place in tokens for place in span)
            for place, head, label in zip(span, sentence.heads, sentence.columns[4], strict=True):
                token = tokens.get(place)
                if token is None:
                    continue
                up = None if token.head.i == token.i else (token.head.idx, token.head.idx + len(token.head))
                same = up == (None if head < 0 else span[head])
                heads.right += same
                labelled.right += same and token.dep_ == label
        count = sum(map(len, spans))
        for tally in (words, heads, labelled):
            _add(tally, 0, len(tokens), count)
    return {"words F1": words.f1(), "sentences F1": sentences.f1(), "UAS F1": heads.f1(), "LAS F1": labelled.f1()}


def _add(tally: Tally, right: int, found: int, gold: int) -> None:
    tally.right += right
    tally.found += found
    tally.gold += gold


def names(parser: NetworkParser, rows: list[dict[str, Any]]) -> Scores:
    """Score names by exact span and label, for each source, over the labels that the row annotates."""
    tallies: dict[str, dict[str, Tally]] = {}
    for row in rows:
        doc = parser(row["text"])
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in row["annotates"]}
        found = {f for f in found if not any(f[0] < end and start < f[1] for start, end in row["ignore"])}
        gold = {(s["start"], s["end"], s["label"]) for s in row["spans"] if s["label"] in row["annotates"]}
        source = tallies.setdefault(row["source"], {})
        for label in row["annotates"]:
            parts = [{span for span in spans if span[2] == label} for spans in (found & gold, found, gold)]
            _add(source.setdefault(label, Tally()), *map(len, parts))
            if label in {"PERSON", "ORGANIZATION", "PLACE"}:
                _add(source.setdefault("three", Tally()), *map(len, parts))
    return {name: {label: t.f1() for label, t in source.items()} for name, source in sorted(tallies.items())}


def speed(parser: NetworkParser, texts: list[str]) -> float:
    """Return words a second, white-space words, for the whole language step on this machine."""
    for _ in parser.read(texts[:10]):
        pass
    began = time.perf_counter()
    for _ in parser.read(texts):
        pass
    return round(sum(len(text.split()) for text in texts) / (time.perf_counter() - began))


def measure(folder: Path, data: Path, split: str, runtime: str) -> Scores:
    """Return all figures of one split."""
    network = Network(folder, make_runtime(runtime, folder))
    parser = NetworkParser(network)
    scores: Scores = {"gold tokens": {}, "raw": {}}
    for name, path in PARSED[split].items():
        texts = read_treebank(data / path)
        groups = {name: texts}
        if name == "ewt+gum dev":
            groups = {
                "ewt dev": [t for t in texts if not t.id.startswith("GUM")],
                "gum dev": [t for t in texts if t.id.startswith("GUM")],
            }
            groups["gum news dev"] = [t for t in groups["gum dev"] if t.id.startswith("GUM_news")]
        for group, own in groups.items():
            scores["gold tokens"][group] = gold_tokens(network, own)
            scores["raw"][group] = raw(parser, own)
    scores["names"] = names(parser, [row for path in NAMED[split] for row in read_rows(data / path)])
    return scores


def show(scores: Scores) -> None:
    """Print the figures as tables."""
    for part in ("gold tokens", "raw"):
        for name, row in scores[part].items():
            print(
                f"{part:12} {name:14}", " ".join(f"{key} {value}" for key, value in row.items() if key != "relations")
            )
    print(f"{'':27}", " ".join(f"{name:>10}" for name in RELATIONS))
    for name, row in scores["gold tokens"].items():
        print(f"relations F1 {name:14}", " ".join(f"{row['relations'][label]:10.2f}" for label in RELATIONS))
    for name, row in scores["names"].items():
        print(f"names F1     {name:14}", " ".join(f"{key} {value}" for key, value in row.items()))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folder", type=Path, default=Path("packages/onrecord-en/src/onrecord_en/data"))
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--runtime", default="onnxruntime")
    given = parser.parse_args()
    scores = measure(given.folder, given.data, given.split, given.runtime)
    show(scores)
    if given.json:
        given.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
