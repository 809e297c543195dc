"""Verb dictionaries of both generations (`CAMEO.verbpatterns…`, `CAMEO.2.0.txt`) as event entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.lexicon.dictionaries.codes import event_fields
from onrecord.lexicon.dictionaries.lines import CODES, NULL, Line, Remark, phrase_words
from onrecord.lexicon.dictionaries.patterns import Frame, Unfit, read_pattern
from onrecord.lexicon.entries import MOST_SPELLINGS
from onrecord.lexicon.forms import inflections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.lexicon.dictionaries.actors import Tables
    from onrecord.lexicon.load import Lexicon

_HEADER = re.compile(r"^---\s*([^\[\]-]*?)\s*(?:\[([^\]]*)\])?\s*---")
_FORMS = re.compile(r"\{([^{}]*)\}")
_DEFAULT = ["obj", "with", "against", "to", "on", "at"]


def verb_tables(lines: Sequence[Line], name: str, lexicon: Lexicon, *, stems: bool) -> tuple[Tables, list[Remark]]:
    """Event entries for verbs and patterns, classes for synsets, irregular forms; two passes, synsets first."""
    reader = _Verbs(name, lexicon, stems=stems)
    reader.read_synsets(lines)
    for line in lines:
        reader.read(line)
    tables: Tables = {"event": reader.events}
    for label, members in reader.synsets.items():
        if members:
            tables[f"class.imported_{label}"] = [{"lemmas": members}]
    if reader.irregular:
        tables["map.irregular_form"] = [reader.irregular]
    return tables, sorted(reader.remarks, key=lambda remark: remark.line)


class _Verbs:
    """The state between lines: the open block with its code and verbs, or the open synset."""

    def __init__(self, name: str, lexicon: Lexicon, *, stems: bool) -> None:
        self._name, self._lexicon, self._stems = name, lexicon, stems
        self.synsets: dict[str, list[str]] = {}
        self.events: list[dict[str, Any]] = []
        self.irregular: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self._in_synset = False
        self._block_code = NULL
        self._verbs: list[str] = []

    def read_synsets(self, lines: Sequence[Line]) -> None:
        """The first pass: a synset may be defined below the patterns that use it."""
        label = ""
        for line in lines:
            text = line.text.strip()
            if text.startswith("&"):
                label = text[1:].strip("_ ").lower()
                self.synsets[label] = []
            elif text.startswith("+") and label:
                words = phrase_words(text[1:])
                if len(words) == 1:
                    self.synsets[label].append(words[0])
                else:
                    self._remark(line, f"a member of &{label.upper()} in several words; a condition asks for one")
            else:
                label = ""

    def read(self, line: Line) -> None:
        """The second pass, line by line."""
        text = line.text.strip()
        header = _HEADER.match(text)
        if header is not None:
            self._in_synset, self._block_code, self._verbs = False, header[2] or NULL, []
        elif text.startswith("&"):
            self._in_synset = True
        elif text.startswith("~"):
            self._remark(line, "a transformation of one verb by another; the field `inner` of our entries says that")
        elif text.startswith("-"):
            self._pattern(line, text[1:])
        elif not (self._in_synset and text.startswith("+")):
            self._in_synset = False
            self._verb(line, text)

    def _remark(self, line: Line, because: str) -> None:
        self.remarks.append(Remark(line.number, because, line.raw))

    def _verb(self, line: Line, text: str) -> None:
        codes = CODES.findall(text)
        forms = [form for group in _FORMS.findall(text) for form in group.split()]
        written = _FORMS.sub("", CODES.sub("", text)).strip()
        before, _, after = written.rpartition("+")
        words = phrase_words(after)
        if before.strip("_ ") or not words:
            self._remark(line, "words before the verb; an entry begins with its verb")
            return
        if self._stems and not written.endswith("_"):
            self._remark(line, "TABARI took it as a stem; it is taken as a verb with its regular forms")
        head = words[0]
        self._learn_forms(head, forms)
        frame = self._phrasal(words[1:])
        if len(words) == 1:
            self._verbs.append(head)
        self._add(line, [head], codes[0] if codes else self._block_code, frame)

    def _learn_forms(self, head: str, forms: Sequence[str]) -> None:
        regular = inflections(head)
        for form in forms:
            word = phrase_words(form.lstrip("+"))[0]
            if word not in regular:
                self.irregular[word] = head

    def _phrasal(self, rest: Sequence[str]) -> Frame:
        """Particle, preposition and noun after a verb ("speak up for", "take to court", "hold talks")."""
        frame = Frame(needs={}, actor=[], recipient=[])
        pending = ""
        for at, word in enumerate(rest):
            last = at == len(rest) - 1
            if (
                word in self._lexicon.list("dictionary_particle")
                and "particle" not in frame.needs
                and not (last and word in self._lexicon.list("dictionary_preposition"))
            ):
                frame.needs["particle"] = [word]
            elif word in self._lexicon.list("dictionary_preposition"):
                pending = word
            elif word not in self._lexicon.list("dictionary_filler"):
                frame.needs[pending or "obj"] = [word]
                pending = ""
        if pending:
            frame.needs[pending] = ["*"]
            frame.recipient = [pending, f"obj/{pending}"]
        return frame

    def _pattern(self, line: Line, text: str) -> None:
        if "|" in text:
            self._remark(line, "alternatives in braces; write one pattern for each")
            return
        codes = CODES.findall(text)
        if not codes or not self._verbs:
            self._remark(line, "it has no code" if not codes else "no verb of one word stands above it")
            return
        try:
            frame = read_pattern(CODES.sub("", text), self.synsets, self._lexicon)
        except Unfit as unfit:
            self._remark(line, str(unfit))
            return
        forward, _, backward = codes[0].partition(":")
        if not forward and backward:
            frame.actor, frame.recipient = frame.recipient or list(_DEFAULT), ["subj"]
            forward = backward
        elif backward and backward != forward:
            self._remark(line, f"the second event ({backward}, from the recipient to the actor) is left out")
        elif backward:
            frame.reciprocal = True
        for at in range(0, len(self._verbs), MOST_SPELLINGS):
            self._add(line, self._verbs[at : at + MOST_SPELLINGS], forward, frame)

    def _add(self, line: Line, lemmas: Sequence[str], code: str, frame: Frame) -> None:
        fields = event_fields(code, self._lexicon.plover)
        if fields is None:
            self._remark(line, self._no_event(code))
            return
        particle = frame.needs.get("particle")
        row: dict[str, Any] = {
            "id": f"{self._name}:{line.number}.{lemmas[0]}", "lemma": list(lemmas), "pos": "VERB", **fields,
        }  # fmt: skip
        if frame.actor:
            row["actor"] = frame.actor
        row["recipient"] = frame.recipient or _DEFAULT
        if particle:
            row["particle"] = particle[0]
        needs = {path: words for path, words in frame.needs.items() if path != "particle"}
        row |= {"needs": needs} if needs else {}
        row |= {"reciprocal": True} if frame.reciprocal else {}
        self.events.append(row | {"origin": f"{self._name}:{line.number}"})

    def _no_event(self, code: str) -> str:
        if code == NULL:
            return "the null code: no event"
        if code in self._lexicon.plover.cameo:
            return f"PLOVER has no event for {code}; saying and appealing are cues of attribution or REQUEST entries"
        return f"{code} is not in the conversion table of CAMEO codes"
