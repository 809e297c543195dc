"""The present of headings and leads: "Gunmen kill four" tells of what has happened, "Troops fight" of what goes on.

What is over in a moment is told in the present where it is news; what lasts goes on. The tense alone does not say
which: the verb does, and what kind of act it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.language import grammar
from onrecord.language.text import text_of
from onrecord.stages.factuality.callings import DONE, SERVICES
from onrecord.stages.factuality.links import told_by
from onrecord.stages.factuality.shapes import clause_above, finite, first_conjunct, link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.language.plain_words import Doc, Token
    from onrecord.lexicon.entries import EventEntry
    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Status
    from onrecord.reading.reading import Furniture
    from onrecord.stages.factuality.cues import CueTables

_LINE = re.compile(r"\s*([^\n]+)")
_ENDS = re.compile(r"[.!?;:,…][\"”’')\]]*\s*$")
_MOST_WORDS = 20
# A line of a chronology: a mark of a list, some words with a number in them, a colon or a dash.
_DATED = re.compile(
    r"^[ \t]*(?:[•*–—-][ \t]*)?(?=[^:\n]{0,30}\d)[^:–—\n]{2,40}?(?::[ \t]|[ \t]*[–—][ \t]*|[ \t]-[ \t])", re.MULTILINE
)
_FEWEST_LINES = 2
_PRESENT = frozenset({"VBZ", "VBP"})
_LASTING_TYPES = frozenset({"PROTEST"})
_LASTING_MODES = frozenset({"investigate"})
_SET_DOWN_TYPES = frozenset({"CONSULT", "AGREE"})  # "meets him on Friday" may be to come
_DEEDS = DONE | {"SANCTION"}
_STANDING_TYPES = frozenset({"AID", "COOPERATE", "SUPPORT", "MOBILIZE"})  # what is told of them may be so for years


class PressPresent:
    """Tells what the simple present of a report's heading, its first sentence and a chronology's lines means."""

    def __init__(self, doc: Doc, furniture: Sequence[Furniture], lexicon: Lexicon, tables: CueTables) -> None:
        self._tables = tables
        self._lasting = lexicon.list("lasting_act")
        self._now = lexicon.list("going_on_now")
        self.headings = [(piece.start, piece.end) for piece in furniture if piece.kind == "heading"]
        others = [(piece.start, piece.end) for piece in furniture]
        title = _title(text_of(doc), others)
        self._title = _first(doc, others) if title is not None else -1
        self._lead = _first(doc, others if title is None else [*others, title])
        self._dated = _dated_sentences(doc)

    def told(self, trigger: Token, entry: EventEntry | None, status: Status) -> Status:
        """The status of an act that is told in the simple present of a heading or lead; else as it is."""
        if entry is None or status not in {"happened", "ongoing"}:
            return status
        verb = self._present(trigger)
        if verb is None:
            return status
        goes_on = self._goes_on(verb, trigger, entry)
        if status == "happened":  # in headings
            return "ongoing" if goes_on else status
        main = _main(verb) or self._under_date(verb)
        at = verb.sent.start if main is not None and finite(main).tag_ in _PRESENT else -1
        news = at == self._title or at in self._dated or (at == self._lead and not self._may_last(verb, entry))
        return "happened" if news and at >= 0 and not goes_on else status

    def is_of_no_time(self, trigger: Token, entry: EventEntry | None) -> bool:
        """Whether a deed is told in the bare present of the running text, and so of any time: "the club helps pupils".

        What goes beside something else ("as troops besiege it"), has a day of its own (captions) or lasts by itself
        ("rebels hold the town") is told of now; services last as habits do.
        """
        verb = told_by(trigger, self._tables)
        if entry is None or entry.type not in _DEEDS or finite(verb).tag_ not in _PRESENT or finite(verb).i != verb.i:
            return False
        at = verb.sent.start
        if at in {self._title, self._lead, *self._dated} or any(s <= verb.idx < e for s, e in self.headings):
            return False
        beside = first_conjunct(verb).dep_ == "advcl"
        dated = any(word.lemma_.lower() in self._tables.days.spans for word in verb.sent)
        now = any(word.lower_ in self._now for word in verb.sent)
        lasts = entry.type not in SERVICES and self._goes_on(verb, trigger, entry)
        return not (beside or dated or now or lasts)

    def is_beside(self, trigger: Token) -> bool:
        """Whether it is news in the heading beside other news: "Junta bombs village as | rebels take town"."""
        verb = self._present(trigger)
        main = _main(verb) if verb is not None else None
        beside = main is not None and verb is not None and main is not first_conjunct(verb)
        return beside and verb is not None and verb.sent.start == self._title

    def _under_date(self, verb: Token) -> Token | None:
        """The verb of a chronology's line that a parser hangs on the date before it."""
        main = first_conjunct(verb)
        of_date = main.dep_ == "parataxis" and main.head.head.i == main.head.i and main.head.pos_ != "VERB"
        return main if of_date and verb.sent.start in self._dated else None

    def _may_last(self, verb: Token, entry: EventEntry) -> bool:
        """Whether it may be so for long, be a habit ("kidnaps businessmen", "every Friday") or be to come."""
        told = ("det", "nummod", "nmod:poss", "nmod")
        objects = grammar.children(verb, "obj")
        kind = any(it.tag_ == "NNS" and not grammar.children(it, *told) and not it.ent_type_ for it in objects)
        days = self._tables.days
        times = [time for time in grammar.children(verb, "obl", "obl:unmarked") if time.lemma_.lower() in days.spans]
        regular = any(word.lower_ in self._tables.each for time in times for word in time.lefts)
        return kind or regular or entry.type in _STANDING_TYPES or (bool(times) and entry.type in _SET_DOWN_TYPES)

    def _present(self, trigger: Token) -> Token | None:
        """The verb in the simple present by which the act is told: its own, a noun's, or one that it came of."""
        beside = trigger.tag_ == "VBG" and trigger.dep_ == "advcl" and not grammar.children(trigger, "mark", "aux")
        verb = trigger if trigger.pos_ == "VERB" and not beside else trigger.head
        lends = (
            trigger is verb or beside or (trigger.dep_ == "obj" and self._tables.lends(verb, link(trigger), trigger))
        )
        simple = verb.tag_ in _PRESENT and finite(verb).i == verb.i
        return verb if lends and simple and clause_above(verb).i == verb.i else None

    def _goes_on(self, verb: Token, trigger: Token, entry: EventEntry) -> bool:
        lasts = entry.type in _LASTING_TYPES or entry.mode in _LASTING_MODES
        lasts = lasts or not self._lasting.isdisjoint({trigger.lemma_.lower(), verb.lemma_.lower()})
        return lasts or any(word.lower_ in self._now for word in grammar.children(verb, "advmod"))


def _main(verb: Token) -> Token | None:
    """The verb of the sentence, or of what stands before who says it in a heading: "Rebels seize port, | army says"."""
    main = first_conjunct(verb)
    if (
        main.dep_ == "advcl"
        and main.head.i < main.i
        and any(it.lower_ == "as" for it in grammar.children(main, "mark"))
    ):
        main = first_conjunct(main.head)
    said = main.dep_ == "ccomp" and main.head.i > main.i and main.head.head.i == main.head.i
    told = said and not grammar.children(main, "mark") and finite(main.head).tag_ in _PRESENT
    return main if told or main.head.i == main.i else None


def _title(text: str, others: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """A first line of some words that no mark ends, which is no furniture where nothing long stands behind it."""
    found = _LINE.match(text)
    if found is None or _ENDS.search(found.group(1)) or len(found.group(1).split()) > _MOST_WORDS:
        return None
    start, end = found.span(1)
    return None if any(first < end and start < last for first, last in others) else (start, end)


def _first(doc: Doc, others: Sequence[tuple[int, int]]) -> int:
    """Where the first sentence begins that is none of the others."""
    for sentence in doc.sents:
        first = next((word for word in sentence if not word.is_space), None)
        if first is not None and not any(start <= first.idx < end for start, end in others):
            return sentence.start
    return -1


def _dated_sentences(doc: Doc) -> frozenset[int]:
    """Where the first sentences of the lines of a chronology begin ("12 May – Gao: mine kills three")."""
    begun = [found.end() for found in _DATED.finditer(text_of(doc))]
    if len(begun) < _FEWEST_LINES:
        return frozenset()
    words = (doc.char_span(at, at + 1, alignment_mode="expand") for at in begun)
    return frozenset(span[0].sent.start for span in words if span is not None and len(span))
