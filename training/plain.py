"""Texts that nobody annotated, for the teachers to teach: news, and the example sentences of the lexicon."""

from __future__ import annotations

import lzma
from pathlib import Path

from onrecord.lexicon.check import examples_of
from onrecord.lexicon.load import load_lexicon
from training.data import ANY_TAG, Sentence, Text, tokenize

_NEWS = "raw/news.txt.xz"


def plain_text(name: str, lines: list[str]) -> Text:
    """Return lines, each a paragraph, as a text of which nothing is annotated."""
    text = Text(name)
    for line in lines:
        spans = tokenize(line)
        if spans:
            forms = tuple(line[start:end] for start, end in spans)
            spaced = tuple(not at or spans[at - 1][1] < spans[at][0] for at in range(len(spans)))
            text.sentences.append(Sentence(forms, spaced, (ANY_TAG,) * len(forms), paragraph=True, source="plain"))
    return text


def example_lines() -> list[str]:
    """Return the examples and counter-examples of the lexicon's event entries, without their marks, each once."""
    entries = load_lexicon().event_entries
    return list(dict.fromkeys(example.text for entry in entries for example in examples_of(entry)))


def load_plain(data: Path) -> list[Text]:
    """Return the texts without annotation: the raw news of the training data, and the lexicon's examples."""
    with lzma.open(data / _NEWS, "rt", encoding="utf-8") as news:
        texts = [
            plain_text(f"news {number}", part.split("\n")) for number, part in enumerate(news.read().split("\n\n"))
        ]
    return [*texts, plain_text("lexicon", example_lines())]
