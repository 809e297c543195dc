"""Which line ends are only where a line was full: text wrapped at a fixed width, as mails and wire copy are.

A wrapped line is as long as it can be: the next line's first word would not have gone on it. So one width accounts for
nearly all line ends of a wrapped text, and most lines go on in lower case; a poem, a list of headlines and a table have
no such width. Text taken out of a PDF has lines of about one width, for its letters are not equally wide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

_NARROWEST, _WIDEST = 35, 120  # characters
_LEAST_ENDS, _LEAST_GOING_ON = 3, 2
_GOING_ON = 0.33  # of a report's lines that do not end with a stop; of a list's hardly any
_MOST_AGAINST = 0.25  # of the ends that a width accounts for
_ABOUT = 0.8  # of a width that is no number of characters
_FINAL = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM = re.compile(r"[-–—][ \t]+[^\Wa-z]|[*•·▪◦●>|#]|\(?(?:\d{1,3}|[A-Za-z])[.)][ \t]|\d{1,2}[:.]\d\d\b")
_ROW = re.compile(r"\t|[ \u00a0]{3}|\|")
_DATELINE = re.compile(r"[A-Z]{3}")
_LONG_WORD = 4


class Line(msgspec.Struct, frozen=True):
    """A line without the blanks around it, and how far it is indented."""

    text: str
    indent: int = 0

    @property
    def width(self) -> int:
        """How far it reaches."""
        return self.indent + len(self.text)


class _End(msgspec.Struct, frozen=True):
    """The end of a line that another follows: its width, and the width at which the next word did not go on it."""

    line: int
    width: int
    least: int
    goes_on: bool
    final: bool

    def fits(self, width: int, slack: float = 1) -> bool:
        return self.width <= width and self.least > width * slack


def soft_ends(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the lines that go on in the next; blank lines are lines without text."""
    ends = [_end(lines, at) for at, (one, other) in enumerate(pairwise(lines)) if _may_go_on(one, other)]
    ends = [end for end in ends if end.width <= _WIDEST and not _is_heading(lines, end.line)]
    width, slack = _width(ends), 1.0
    if not _holds(ends, width, slack):
        width, slack = max((end.width for end in ends), default=0), _ABOUT
        if not _holds(ends, width, slack):
            return frozenset()
    return frozenset(end.line for end in ends if end.fits(width, slack) or (end.goes_on and not end.final))


def _may_go_on(one: Line, other: Line) -> bool:
    if not one.text or not other.text or _ITEM.match(other.text) or one.text.startswith(">"):
        return False
    return not (_ROW.search(one.text) or _ROW.search(other.text))


def _end(lines: Sequence[Line], at: int) -> _End:
    line, following = lines[at], lines[at + 1].text
    first = following.split(maxsplit=1)[0]
    return _End(
        line=at, width=line.width, least=line.width + 1 + len(first), goes_on=following[0].islower(),
        final=bool(_FINAL.search(line.text)),
    )  # fmt: skip


def _width(ends: Sequence[_End]) -> int:
    """The width that accounts for most ends, of equals the least; 0 where there are none."""
    counts = Counter(width for end in ends for width in range(end.width, end.least))
    return min(counts, key=lambda width: (-counts[width], width), default=0)


def _holds(ends: Sequence[_End], width: int, slack: float) -> bool:
    """Whether a text is wrapped at a width: most ends but those of paragraphs fit it, and many break a sentence."""
    if width < _NARROWEST:
        return False
    broken = [end for end in ends if not end.final]
    fitting = [end for end in broken if end.fits(width, slack)]
    against = len(broken) - len(fitting)
    going_on = sum(end.goes_on for end in fitting)
    if len(fitting) < _LEAST_ENDS or against > _MOST_AGAINST * len(fitting):
        return False
    return going_on >= max(_LEAST_GOING_ON, _GOING_ON * len(fitting))


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    """A full line that opens a block, in capitals or title case, before a line that starts with a capital."""
    line, following = lines[at].text, lines[at + 1].text
    if (at and lines[at - 1].text) or _FINAL.search(line) or following[0].islower():
        return False
    words = [word for word in line.split() if len(word) >= _LONG_WORD]
    in_capitals = sum(word[0].isupper() for word in words) * 2 > len(words)
    return in_capitals or _DATELINE.match(following) is not None
