"""Our network beside a spaCy CNN trained on the same data: trees, tags, names and words a second, in one run.

    python bench/compare/spacy_cnn.py train --data ../shared/training --out CNN --minutes 40
    python bench/compare/spacy_cnn.py compare --data ../shared/training --model CNN

The CNN is what spaCy's own recipe makes (`spacy init config --pipeline tagger,parser,ner --optimize efficiency`: hashed
embeddings, four layers 96 wide, no vectors), one network below all three parts. Its tagger learns UPOS; it learns no
features and no lemmas. A word of whose names a row says nothing is missing to it, as to ours; spaCy knows no label that
a row leaves open, so a word that may carry one is none. The state best on dev is kept. Both read the same texts on one
thread; the time is processor time.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed
from training.data import ANY_TAG, TAGS, Sentence, load_texts, read_rows, read_treebank
from training.evaluate import NAMED, PARSED, gold_tokens, paragraphs, raw
from training.evaluate import names as score_names

from onrecord.language.adapt import OtherPipeline
from onrecord.language.parser import NetworkParser, load

PIPES = ["tagger", "parser", "ner"]
BATCH = 20  # runs of sentences, some 1,000 words
DROPOUT = 0.1


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("train", "compare"))
    parser.add_argument("--data", type=Path, required=True, help="the folder of treebanks and name files")
    parser.add_argument("--out", type=Path, help="train: where the CNN goes")
    parser.add_argument("--minutes", type=float, default=40, help="train: processor time")
    parser.add_argument("--model", type=Path, help="compare: the CNN")
    given = parser.parse_args()
    if given.what == "train":
        train(given.data, given.out, given.minutes)
    else:
        compare(given.data, given.model)
    return 0


def train(data: Path, out: Path, minutes: float) -> None:
    """Train on the rows that trained ours, for so many minutes of processor time; the best state on dev is kept."""
    fix_random_seed(0)
    config = init_config(lang="en", pipeline=PIPES, optimize="efficiency", silent=True)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    examples = list(_examples(nlp, data, "train"))
    dev = list(_examples(nlp, data, "dev"))
    optimizer = nlp.initialize(lambda: examples)
    rng = random.Random(0)  # noqa: S311 - no secret
    best, began, epoch = 0.0, time.process_time(), 0
    while time.process_time() - began < 60 * minutes:
        rng.shuffle(examples)
        for first in range(0, len(examples), BATCH):
            nlp.update(examples[first : first + BATCH], drop=DROPOUT, sgd=optimizer)
        epoch += 1
        scores = nlp.evaluate(dev)
        mean = (scores["tag_acc"] + scores["dep_las"] + scores["ents_f"]) / 3
        spent = (time.process_time() - began) / 60
        shown = ", ".join(f"{key} {scores[key]:.3f}" for key in ("tag_acc", "dep_uas", "dep_las", "ents_f"))
        print(f"epoch {epoch}, {spent:.0f} minutes: {shown}", flush=True)
        if mean > best:
            best = mean
            nlp.to_disk(out)


def _examples(nlp: Language, data: Path, split: str) -> Iterator[Example]:
    for text in load_texts(data, split):
        for run in paragraphs(text):
            reference = _reference(nlp, run)
            yield Example(Doc(nlp.vocab, words=[t.text for t in reference], spaces=_spaces(run)), reference)


def _reference(nlp: Language, run: list[Sentence]) -> Doc:
    """Sentences as spaCy wants them annotated; what a source does not annotate is missing."""
    words = [form for sentence in run for form in sentence.forms]
    names: Any = [_tag(mask) for sentence in run for mask in sentence.names]  # spaCy's stubs know no missing tag
    if not all(sentence.parsed for sentence in run):
        return Doc(nlp.vocab, words=words, spaces=_spaces(run), ents=names)
    heads: list[int] = []
    deps: list[str] = []
    tags: list[str] = []
    offset = 0
    for sentence in run:
        heads += [offset + (head if head >= 0 else place) for place, head in enumerate(sentence.heads)]
        deps += ["ROOT" if label == "root" else label for label in sentence.columns[4]]
        tags += sentence.columns[0]
        offset += len(sentence.forms)
    return Doc(nlp.vocab, words=words, spaces=_spaces(run), heads=heads, deps=deps, tags=tags, ents=names)


def _tag(mask: int) -> str | None:
    """The BIO tag that a word must have; "O" where it is one of several, None where all may be (BILOU in)."""
    if mask == ANY_TAG:
        return None
    if mask & 1:
        return "O"
    tag = TAGS[mask.bit_length() - 1]
    return {"U": "B", "L": "I"}.get(tag[0], tag[0]) + tag[1:]


def _spaces(run: Iterable[Sentence]) -> list[bool]:
    spaced = [space for sentence in run for space in sentence.spaced]
    return [*spaced[1:], True]


def compare(data: Path, model: Path) -> None:
    """Print both systems' figures, side by side."""
    ours = load()
    assert isinstance(ours, NetworkParser)
    nlp = spacy.load(model)
    theirs = OtherPipeline(nlp)
    texts = {name: read_treebank(data / path) for name, path in PARSED["test"].items()}
    for name, own in texts.items():
        for system, parser, gold in (("onrecord", ours, gold_tokens(ours.network, own)),
                                     ("spaCy CNN", theirs, _gold_tokens(nlp, own))):  # fmt: skip
            free = raw(parser, own)  # type: ignore[arg-type]
            parts = [f"{key} {gold[key]:.2f}" for key in ("UPOS", "UAS", "LAS")]
            print(f"{name:10} {system:10} gold tokens: {', '.join(parts)}; raw: LAS {free['LAS F1']:.2f}, "
                  f"sentences {free['sentences F1']:.2f}")  # fmt: skip
    for split in ("dev", "test"):
        rows = [row for path in NAMED[split] for row in read_rows(data / path)]
        for system, parser in (("onrecord", ours), ("spaCy CNN", theirs)):
            found = score_names(parser, rows)  # type: ignore[arg-type]
            shown = ", ".join(f"{source} {each['three']:.2f}" for source, each in found.items())
            print(f"persons, organizations and places, {split}, {system:10} {shown}")
    _show_speed(data, model)


def _show_speed(data: Path, model: Path) -> None:
    """Words a second in turn, three times, each with a fresh parser: ours keeps what it has read."""
    texts = [row["text"] for row in read_rows(data / "ner" / "dev.jsonl")]
    words = sum(len(text.split()) for text in texts)
    for turn in range(3):
        load.cache_clear()
        for system, read in (("onrecord", load().read), ("spaCy CNN", spacy.load(model).pipe)):
            list(read(["Nobody has read this before."]))
            began = time.process_time()
            list(read(texts))
            print(f"turn {turn + 1}, {system:10} {words / (time.process_time() - began):,.0f} words/s")


def _gold_tokens(nlp: Language, texts: list[Any]) -> dict[str, float]:
    """UPOS, UAS and LAS of the CNN on gold words and sentences, in percent."""
    words = tags = heads = labelled = 0
    for run in (run for text in texts for run in paragraphs(text)):
        starts = [not place for sentence in run for place in range(len(sentence.forms))]
        forms = [form for sentence in run for form in sentence.forms]
        doc = nlp(Doc(nlp.vocab, words=forms, spaces=_spaces(run), sent_starts=starts))  # type: ignore[arg-type]
        offset = 0
        for sentence in run:
            for place, head in enumerate(sentence.heads):
                token = doc[offset + place]
                same = token.head.i - offset == (head if head >= 0 else place)
                words += 1
                tags += token.tag_ == sentence.columns[0][place]
                heads += same
                labelled += same and token.dep_.replace("ROOT", "root") == sentence.columns[4][place]
            offset += len(sentence.forms)
    return {name: 100 * count / words for name, count in (("UPOS", tags), ("UAS", heads), ("LAS", labelled))}


if __name__ == "__main__":
    sys.exit(main())
