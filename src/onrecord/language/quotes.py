"""Quotation spans: straight, curly, guillemets, low-high marks, nested, and left open at the end of a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.language.plain_words import Doc

# The typography of quotation: which mark closes which. Not words, so not in the lexicon.
_CLOSERS = {"“": "”", "„": "”", "‟": "”", "«": "»", "‘": "’", "‚": "’", "‹": "›", '"': '"', "''": "''", "``": "''"}
_BOTH_WAYS = frozenset({'"', "''"})
_SINGLE = frozenset({"‘", "’", "‚", "'", "‹", "›"})
_MARKS = frozenset("".join(_CLOSERS) + "”»’›")
# Two single marks in a row are one double mark.
_MARK = re.compile("``|''|[\"'“”„‟«»‘’‚‹›]")
_NEXT = re.compile("[“”\n]")
_ENDS_SPEECH = frozenset(",.?!…")
_END_OR_NEXT = re.compile(r"[,.?!…][’'](?!\w)|\s[‘']\w|\n")
_LONGEST_SINGLE = 1_000  # characters
_BEFORE_OPENER = frozenset("([{<-–—/―:;,")
_MIXED = ({"“", '"'}, {'"', "”"})  # typed by hand: one mark straight, the other curly
_MAX_DEPTH = 8
_QUOTES = "onrecord.quotes"
_SAME_AS = {"``": "“", "„": "“", "‟": "“"}


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation.

    Attributes:
        start, end: the quotation with its marks.
        inner_start, inner_end: the quotation without its marks.
        depth: 0 for a quotation that stands in no other.
        closed: False where its paragraph ends first, as when the speech goes on in the next one.
        single: set in single marks, where speech stands in double ones.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool
    single: bool = False


class _Open(msgspec.Struct, frozen=True):
    mark: str
    start: int


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """Every quotation of `doc`, in the order in which they open; time is linear in its length, and asked again none.

    A quotation never crosses a paragraph. One that its paragraph leaves open runs to the end of the paragraph where the
    next one opens with the same mark (speech that goes on), else to the end of the sentence in which it opened.
    """
    kept: tuple[Quote, ...] | None = doc.user_data.get(_QUOTES)
    if kept is None:
        ends = sorted({sentence.end_char for sentence in doc.sents}) if len(doc) else []
        kept = doc.user_data[_QUOTES] = quotes_in(text_of(doc), ends)
    return kept


def quotes_in(text: str, sentence_ends: list[int]) -> tuple[Quote, ...]:
    """As `find_quotes`, over bare text with the (sorted) ends of its sentences."""
    found: list[Quote] = []
    start = 0
    paragraphs: list[tuple[int, int]] = []
    for line in text.splitlines(keepends=True):
        paragraphs.append((start, start + len(line.rstrip())))
        start += len(line)
    for place, (begin, end) in enumerate(paragraphs):
        goes_on = next((text[b : b + 2] for b, e in paragraphs[place + 1 : place + 4] if e > b), "")
        found += _paragraph(text, begin, end, goes_on.lstrip(), sentence_ends)
    ordered = list(_with_depth(sorted(found, key=lambda quote: (quote.start, -quote.end))))
    return tuple(ordered if not _quotes_in_single_marks(text, ordered) else map(_not_single, ordered))


def with_its_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the mark beside it that closes a quotation or bracket, or opens one: her “public option”."""
    words = text[start:end]
    opened, odd = words.count("“") - words.count("”"), words.count('"') % 2
    behind = end + (text[end : end + 1] in {",", "."}) if opened > 0 or odd else end  # "“a waste of money,” he said"
    if (opened > 0 and text[behind : behind + 1] == "”") or (odd and text[behind : behind + 1] == '"'):
        return start, behind + 1
    if start > 0 and ((opened < 0 and text[start - 1] == "“") or (odd and text[start - 1] == '"')):
        return start - 1, end
    if text[end : end + 1] == ")" and words.count("(") > words.count(")"):
        return start, end + 1
    return start, end


def _paragraph(text: str, begin: int, end: int, goes_on: str, sentence_ends: list[int]) -> list[Quote]:
    """The quotations of one paragraph."""
    stack: list[_Open] = []
    found: list[Quote] = []
    for match in _MARK.finditer(text, begin, end):
        _read_mark(text, match.start(), match.group(), stack, found)
    for opened in stack:
        stop = end
        goes_over = _continues(opened.mark, goes_on)
        if not goes_over:
            place = bisect_right(sentence_ends, opened.start)
            stop = min(end, sentence_ends[place]) if place < len(sentence_ends) else end
        opens_it = goes_over and not text[begin : opened.start].strip()
        if (opens_it or opened.mark not in _SINGLE) and stop > opened.start + len(opened.mark):
            found.append(_quote(opened, stop, stop, closed=False))
    return found


def _with_depth(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Each quotation, in the order in which they open, with the number of those it stands in.

    Told by where they end: one that nobody closed does not hold what is quoted behind its end.
    """
    around: list[int] = []
    for quote in quotes:
        around = [end for end in around if end > quote.start]
        yield msgspec.structs.replace(quote, depth=len(around))
        around.append(quote.end)


def _quotes_in_single_marks(text: str, quotes: Iterable[Quote]) -> bool:
    """Whether speech stands in single marks here, as in British print: more of it than anything in double ones."""
    outer = [quote for quote in quotes if not quote.depth]
    speech = sum(quote.single and text[quote.inner_end - 1] in _ENDS_SPEECH for quote in outer)
    return speech > sum(not quote.single for quote in outer)


def _not_single(quote: Quote) -> Quote:
    """An outer quotation of a text whose own marks are single ones."""
    return quote if quote.depth else msgspec.structs.replace(quote, single=False)


def _read_mark(text: str, at: int, mark: str, stack: list[_Open], found: list[Quote]) -> None:
    """Open or close with `mark`, or pass over it where it is an apostrophe or closes nothing."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in ("'", "’", "‘"):
        _read_single(text, at, mark, (before, after), stack, found)
        return
    opener_like = (before.isspace() or before in _BEFORE_OPENER or before in _MARKS or before == "'") and (
        not after.isspace() and after not in ".,;!?)"
    )
    place = _open_place(stack, mark)
    if place is None and not opener_like and not (before.isspace() or before.isdigit()):
        mixed = _mixed_place(stack, mark)
        if mixed is not None:
            _close(at, mark, mixed, stack, found)
            return
    may_open = mark in _CLOSERS or (mark == "”" and opener_like)
    if mark in _BOTH_WAYS:
        may_open = place is None or (opener_like and not (before in _MARKS or before in "'-–—,"))
        if place is None and not opener_like and (after.isspace() or before.isalnum()):
            return  # an inch mark, or the end of something that never opened
    elif mark == "“" and place is not None and (after.isspace() or _is_turned(text, at)):
        may_open = False  # a closing mark that was typed the wrong way round
    if place is not None and (mark not in _CLOSERS or not may_open):
        _close(at, mark, place, stack, found)
    elif may_open:
        if place is not None and mark in _BOTH_WAYS:
            del stack[place:]  # the earlier mark was never closed: two openers in a row
        _push(stack, "“" if mark == "”" else mark, at)


def _is_turned(text: str, at: int) -> bool:
    """Whether an opening mark behind a comma closes: nothing closes before the next one opens ("“No, “Ruiz said.")."""
    following = _NEXT.search(text, at + 1)
    return text[max(0, at - 2) : at] == ", " and (following is None or following.group() != "”")


def _read_single(
    text: str, at: int, mark: str, around: tuple[str, str], stack: list[_Open], found: list[Quote]
) -> None:
    """Single marks: an apostrophe stands between letters, or after a letter where no single quotation is open."""
    before, after = around
    starts = before.isspace() or before in _BEFORE_OPENER or (before in _MARKS and before not in "’'")
    if mark == "‘" or (mark == "'" and starts and not after.isspace()):
        _push(stack, mark, at)
        return
    if after.isalnum() or before.isspace():
        return
    wanted = "‘" if mark == "’" else "'"
    place = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].mark == wanted), None)
    if place is not None and at > stack[place].start + 1 and not _is_of_several(text, at):
        _close(at, mark, place, stack, found)


def _is_of_several(text: str, at: int) -> bool:
    """Whether a mark behind an "s" says whose something is: it ends further on ("‘The guards’ hut burned,’")."""
    behind = text[at - 1] in "sS" and text[at + 1 : at + 2] == " "
    ends = _END_OR_NEXT.search(text, at + 1, at + _LONGEST_SINGLE) if behind else None
    return ends is not None and ends.group()[0] in _ENDS_SPEECH


def _push(stack: list[_Open], mark: str, at: int) -> None:
    """Open a quotation; the oldest of too many open ones is given up, which keeps the time linear."""
    if len(stack) >= _MAX_DEPTH:
        del stack[0]
    stack.append(_Open(mark, at))


def _open_place(stack: list[_Open], mark: str) -> int | None:
    """Where in the stack the quotation stands that `mark` could close."""
    for place in range(len(stack) - 1, -1, -1):
        if _CLOSERS.get(stack[place].mark) == mark or (mark == "“" and stack[place].mark == "“"):
            return place
    return None


def _mixed_place(stack: list[_Open], mark: str) -> int | None:
    """The last open quotation, where it was opened in the other typography: “…" or "…”."""
    return len(stack) - 1 if stack and {stack[-1].mark, mark} in _MIXED else None


def _close(at: int, mark: str, place: int, stack: list[_Open], found: list[Quote]) -> None:
    """Close the quotation at `place`; what was opened inside it and never closed is dropped."""
    opened = stack[place]
    found.append(_quote(opened, at, at + len(mark), closed=True))
    del stack[place:]


def _quote(opened: _Open, inner_end: int, end: int, *, closed: bool) -> Quote:
    return Quote(
        start=opened.start,
        end=end,
        inner_start=opened.start + len(opened.mark),
        inner_end=inner_end,
        depth=0,  # counted when all are known
        closed=closed,
        single=opened.mark in _SINGLE,
    )


def _continues(mark: str, goes_on: str) -> bool:
    """Whether the next paragraph opens with the mark that this one left open."""
    return goes_on.startswith((mark, _SAME_AS.get(mark, mark)))
