"""Counter-examples of event entries: a sentence without the entry's own word proves nothing."""

from __future__ import annotations

import re

from knowing import shipped_lexicon
from onrecord.lexicon.check import unmark
from onrecord.lexicon.forms import inflections

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def test_counter_examples_hold_the_word() -> None:
    """Each holds a form of its entry's head lemma, so that only conditions and syntax keep the entry out."""
    lexicon = shipped_lexicon()
    irregular: dict[str, set[str]] = {}
    for form, lemma in lexicon.map("irregular_form").items():
        irregular.setdefault(str(lemma), set()).add(str(form))
    strangers = []
    for entry in lexicon.event_entries:
        forms = {form for lemma in entry.lemmas for form in (inflections(lemma) | irregular.get(lemma, set()))}
        for text in entry.not_examples:
            words = _WORD.findall(unmark(entry.id, text).text.lower())
            parts = {part for word in words for part in (word, *word.split("-"))}
            if not parts & forms:
                strangers.append(f"{entry.id}: {text}")
    assert strangers == []
