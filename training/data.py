"""Read the treebanks and the name files into sentences, and cut those into training windows."""

from __future__ import annotations

import bisect
import hashlib
import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord.language.lemmas import lemma_script
from onrecord.language.tokenizer import split_chunk

TYPES = ("PERSON", "ORGANIZATION", "PLACE", "NORP", "MISC")
TAGS = ("O", *(f"{position}-{kind}" for kind in TYPES for position in "BILU"))
ANY_TAG = (1 << len(TAGS)) - 1
COLUMNS = ("upos", "xpos", "feats", "lemma", "deprel")


@dataclass(frozen=True)
class Sentence:
    """Words with whatever is annotated.

    `heads` count from 0 in the sentence, -1 is the root, -2 no loss; `names` are bit sets of the tags allowed.
    """

    forms: tuple[str, ...]
    spaced: tuple[bool, ...]  # a space stands before the word
    names: tuple[int, ...]
    heads: tuple[int, ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()  # upos, xpos, feats, lemma script, deprel
    paragraph: bool = False  # first of a paragraph
    source: str = ""

    @property
    def parsed(self) -> bool:
        """Whether the sentence has a tree."""
        return bool(self.heads)


@dataclass
class Text:
    """One document: its sentences in order."""

    id: str
    sentences: list[Sentence] = field(default_factory=list)


def open_text(path: Path) -> Iterator[str]:
    """Yield the lines of a file, packed with xz or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        yield from lines


def sha256(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in map(str.rstrip, open_text(path)):
        if not line:
            yield comments, rows
            comments, rows = [], []
        elif line[0] == "#":
            comments.append(line)
        else:
            rows.append(line.split("\t"))


def _sentence(rows: list[list[str]], source: str, *, paragraph: bool) -> Sentence:
    forms: list[str] = []
    spaced: list[bool] = []
    heads: list[int] = []
    columns: list[list[str]] = [[] for _ in COLUMNS]
    space, until, space_after_group = True, 0, True
    for row in rows:
        if "." in row[0]:
            continue
        follows = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            until, space_after_group = int(row[0].split("-")[1]), follows
            continue
        at = int(row[0])
        forms.append(row[1])
        spaced.append(space)
        space = (at == until and space_after_group) if at <= until else follows
        heads.append(int(row[6]) - 1)
        for column, value in zip(columns, (row[3], row[4], row[5], lemma_script(row[1], row[2]), row[7]), strict=True):
            column.append(value)
    return Sentence(
        tuple(forms),
        tuple(spaced),
        (ANY_TAG,) * len(forms),
        tuple(heads),
        tuple(map(tuple, columns)),
        paragraph,
        source,
    )


def read_treebank(path: Path) -> list[Text]:
    """Return the documents of a CoNLL-U file. Words are syntactic words; empty nodes are left out."""
    texts: list[Text] = []
    for comments, rows in _blocks(path):
        new = [line.split("=", 1)[1].strip() for line in comments if line.startswith("# newdoc id")]
        if new or not texts:
            texts.append(Text(new[0] if new else path.name))
        source = "gum" if texts[-1].id.startswith("GUM_") else "ud"
        paragraph = bool(new) or any(line.startswith("# newpar") for line in comments)
        texts[-1].sentences.append(_sentence(rows, source, paragraph=paragraph))
    return texts


def name_masks(row: dict[str, Any], words: list[tuple[int, int]]) -> list[int]:
    """Return for each word span the bit set of tags that the row's annotation allows."""
    free = 1  # O
    for index, tag in enumerate(TAGS[1:], 1):
        if tag[2:] not in row["annotates"]:
            free |= 1 << index
    masks = [free] * len(words)
    starts = [start for start, _ in words]
    for start, end in row["ignore"]:
        for index in _inside(words, starts, start, end):
            masks[index] = ANY_TAG
    for span in row["spans"]:
        inside = _inside(words, starts, span["start"], span["end"])
        exact = inside and words[inside[0]][0] == span["start"] and words[inside[-1]][1] == span["end"]
        for place, index in enumerate(inside):
            position = "U" if len(inside) == 1 else "B" if not place else "L" if place == len(inside) - 1 else "I"
            masks[index] = 1 << TAGS.index(f"{position}-{span['label']}") if exact else ANY_TAG
    return masks


def _inside(words: list[tuple[int, int]], starts: list[int], start: int, end: int) -> list[int]:
    first = max(bisect.bisect_right(starts, start) - 1, 0)
    found = []
    for index in range(first, len(words)):
        if words[index][0] >= end:
            break
        if words[index][1] > start:
            found.append(index)
    return found


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON-lines file."""
    return [json.loads(line) for line in open_text(path)]


def tokenize(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text's words, by the tokenizer that users run."""
    chunks = [(found.start(), found.group()) for found in re.finditer(r"\S+", text)]
    words = []
    for place, (start, chunk) in enumerate(chunks):
        following = chunks[place + 1][1][0] if place + 1 < len(chunks) else ""
        at = start
        for length in split_chunk(chunk, following):
            words.append((at, at + length))
            at += length
    return words


def row_text(row: dict[str, Any]) -> Text:
    """Return a name row as a text of lines; a line counts as a sentence without a parse."""
    words = tokenize(row["text"])
    masks = name_masks(row, words)
    text = Text(row["id"])
    line_of = [row["text"].count("\n", 0, start) for start, _ in words]
    first = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or line_of[place] != line_of[first]:
            span = words[first:place]
            forms = tuple(row["text"][start:end] for start, end in span)
            spaced = tuple(not at or span[at - 1][1] < span[at][0] for at in range(len(span)))
            text.sentences.append(
                Sentence(forms, spaced, tuple(masks[first:place]), paragraph=True, source=row["source"])
            )
            first = place
    return text


def join_names(texts: list[Text], rows: list[dict[str, Any]]) -> tuple[int, list[Text]]:
    """Put the names of rows onto the treebank documents of the same characters; return how many fit, and the rest."""
    by_characters = {"".join(form for s in text.sentences for form in s.forms): text for text in texts}
    joined, rest = 0, []
    for row in rows:
        text = by_characters.get(re.sub(r"\s", "", row["text"]))
        if text is None:
            rest.append(row_text(row))
            continue
        places = [at for at, character in enumerate(row["text"]) if not character.isspace()]
        at, words = 0, []
        for sentence in text.sentences:
            for form in sentence.forms:
                words.append((places[at], places[at + len(form) - 1] + 1))
                at += len(form)
        masks = name_masks(row, words)
        at = 0
        for index, sentence in enumerate(text.sentences):
            text.sentences[index] = replace(sentence, names=tuple(masks[at : at + len(sentence.forms)]))
            at += len(sentence.forms)
        joined += 1
    return joined, rest


def load_texts(data: Path, split: str) -> list[Text]:
    """Return the documents of "train" or "dev": treebanks with names joined, then the name rows that have no tree."""

    def first(folder: str, stem: str) -> Path:
        return next(path for path in sorted((data / folder).iterdir()) if path.name.split(".")[0] == stem)

    texts = read_treebank(first("ud", split)) + read_treebank(first("bysa/ud", split))
    rows = read_rows(first("ner", split)) + read_rows(first("bysa/ner", split))
    _, rest = join_names(texts, rows)
    return texts + rest


def label_sets(texts: list[Text], rare: int) -> dict[str, list[str]]:
    """Return the classes of each column, those seen fewer than `rare` times left out for feats and lemma scripts."""
    counts = {name: Counter() for name in COLUMNS}  # type: dict[str, Counter[str]]
    for text in texts:
        for sentence in text.sentences:
            for name, column in zip(COLUMNS, sentence.columns, strict=False):
                counts[name].update(column)
    least = {"feats": rare, "lemma": rare}
    labels = {name: sorted(v for v, n in count.items() if n >= least.get(name, 1)) for name, count in counts.items()}
    return labels | {"names": list(TAGS)}


def windows(text: Text, rng: random.Random, sizes: tuple[int, ...], cross: float) -> Iterator[list[Sentence]]:
    """Cut a document into windows of whole sentences, each filled up to a number of words drawn from `sizes`.

    A window ends with its paragraph, but for a share of `cross` that runs on into the next one.
    """
    window: list[Sentence] = []
    size, count, crosses = rng.choice(sizes), 0, rng.random() < cross
    for sentence in text.sentences:
        length = len(sentence.forms)
        if window and (count + length > size or (sentence.paragraph and not crosses)):
            yield window
            window, count = [], 0
            size, crosses = rng.choice(sizes), rng.random() < cross
        window.append(sentence)
        count += length
    if window:
        yield window
