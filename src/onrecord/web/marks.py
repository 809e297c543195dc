"""A text cut into stretches, each with the lines of its reading that rest on it.

Spans of a reading overlap and nest in every way, HTML elements must not: so the text is cut at every boundary, and each
stretch names all lines it belongs to. A page lights up a line by lighting up its stretches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from onrecord.explain import spans_of
from onrecord.reading.markup import find_markup
from onrecord.reading.reading import Reading
from onrecord.reading.span import Span

Mark = tuple[
    int, int, str, str
]  # start, end, the line that rests on the words ("": none), how they are shown ("": plainly)


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of the text.

    Attributes:
        lines: ids of the lines that rest on it (E1, A2, P1, …), in the order of the reading.
        kinds: how it is shown: `trigger`, `cue`, `source`, `name`, `label`, `scare`, `place`, `time`, `furniture`, and
            of markup that nobody reads `break` where it ends a line, else `tag`.
    """

    text: str
    lines: tuple[str, ...]
    kinds: tuple[str, ...]


def cut_text(text: str, reading: Reading) -> tuple[Stretch, ...]:
    """The whole text, in order, with nothing added and nothing lost."""
    marks = [(start, end, line, kind) for start, end, line, kind in _marks(text, reading) if start < end]
    cuts = sorted({0, len(text), *(start for start, *_ in marks), *(end for _, end, *_ in marks)})
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for at, (start, end, _, _) in enumerate(marks):
        opening[start].append(at)
        closing[end].append(at)
    stretches = []
    running: set[int] = set()
    for start, end in pairwise(cuts):
        running.difference_update(closing[start])
        running.update(opening[start])
        here = [marks[at] for at in sorted(running)]
        lines = tuple(dict.fromkeys(line for _, _, line, _ in here if line))
        kinds = tuple(dict.fromkeys(kind for _, _, _, kind in here if kind))
        stretches.append(Stretch(text=text[start:end], lines=lines, kinds=kinds))
    return tuple(stretches)


def _marks(text: str, reading: Reading) -> Iterable[Mark]:
    for piece in find_markup(text):
        if not text[piece.start].isspace():
            yield piece.start, piece.end, "", "break" if piece.new == "\n" else "tag"
    for part in reading.furniture:
        yield part.start, part.end, "", "furniture"
    for number, label in enumerate(reading.labels, start=1):
        yield label.start, label.end, f"N{number}", "scare" if label.scare_quotes else "label"
    for place in reading.places:
        yield from ((mention.start, mention.end, place.id, "place") for mention in place.mentions)
    yield from ((time.start, time.end, time.id, "time") for time in reading.times)
    yield from _claims(reading)


def _claims(reading: Reading) -> Iterable[Mark]:
    for event in reading.events:
        yield event.trigger.start, event.trigger.end, event.id, "trigger"
        yield from _plain(event.id, spans_of(event))
    for attribution in reading.attributions:
        for span, kind in ((attribution.source, "source"), (attribution.cue, "cue")):
            if span is not None:
                yield span.start, span.end, attribution.id, kind
        yield from _plain(attribution.id, attribution.content)
    for position in reading.positions:
        yield from _plain(position.id, spans_of(position))
    for commitment in reading.commitments:
        yield from _plain(commitment.id, spans_of(commitment))


def _plain(line: str, spans: Iterable[Span]) -> Iterable[Mark]:
    return ((span.start, span.end, line, "") for span in spans)
