"""One pass over a report: matches, their surroundings, their values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from onrecord.stages.times import extend, readers, readers_clock, readers_relative
from onrecord.stages.times.calendar import day_of, parse_day
from onrecord.stages.times.context import Context, Value
from onrecord.stages.times.doubt import Doubt
from onrecord.stages.times.grammar import load_grammar
from onrecord.stages.times.tense import Tense

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.times.context import Groups
    from onrecord.stages.times.grammar import Found

_READERS: dict[str, Callable[[Groups, Context], Value | None]] = {
    name.removeprefix("read_"): function
    for module in (readers, readers_relative, readers_clock)
    for name, function in vars(module).items()
    if name.startswith("read_")
}
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]|\n")
_LINK = re.compile(r"[ \u00a0]?(?:,|and|or|to|through|until|till|-|–|—)[ \u00a0]?(?:from )?")
_AMOUNT_BEFORE = re.compile(
    r"(?:\d[\d,.]*%?|percent|dollars|euros|pounds|[a-z]*illion|times|hundred|thousand)(?P<between>(?: [a-z]+){0,2}) $",
)
_COMPARED = re.compile(r"(?:\d|illion|cents|percent|%|share)[^.\d\n]{0,16}$")
_QUARTER = re.compile(r"\d{4}-[QH]\d")
_RANGE = re.compile(r"[ \u00a0]?(?:to|through|until|till|-|–|—)[ \u00a0]?")
_DATELINE_HEAD = re.compile(r"\(?[^\W\d_a-z][^.!?\n]{1,60}[ ,]")
_DATELINE_TAIL = re.compile(r"[,)]?(?: \d{4})?,?(?: ?\([^()\n]{2,40}\))?\.? ?(?:—|–|--?|―|:) ?")
_LATE = 14  # days between the day of a dateline and that of publication
_BACK = frozenset(("earlier", "earlier2", "earlier3", "yeardeictic"))
_HEAD = 600
_REACH = 40
_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)")
_HEDGED = ("duration", "ago", "clock")
_VAGUELY = ("year", "calendar", "decade")


class Item(msgspec.Struct, frozen=True):
    """A time expression on the way to its final form; `back` where things are compared with it ("a year ago")."""

    start: int
    end: int
    value: Value
    reads: str
    back: bool = False


def _is_day(value: Value) -> bool:
    return value.type == "DATE" and _DAY.fullmatch(value.value) is not None


class Scan:
    """The state of one pass: what was found so far."""

    def __init__(self, doc: Doc, text: str, day: date | None, lexicon: Lexicon) -> None:
        self._text, self._lexicon, self._day = text, lexicon, day
        self._grammar, self._doubt, self._tense = load_grammar(lexicon), Doubt(doc, text, lexicon), Tense(doc, lexicon)
        self._items: list[Item] = []
        self._previous: Item | None = None
        self._quarter: str | None = None

    def items(self) -> list[Item]:
        """All expressions in the order of the text."""
        matches = [found for found in self._grammar.find(self._text) if self._doubt.holds(found)]
        for index, found in enumerate(matches):
            if self._items and found.start < self._items[-1].end:
                continue
            self._take(found, matches[index + 1] if index + 1 < len(matches) else None)
        return self._items

    def _take(self, found: Found, following: Found | None) -> None:
        """Value one match, widen it, and take further expressions that it makes possible ("3 and 5 May")."""
        found = self._with_year_of(found, following)
        value = _READERS[found.reads](found.groups, self._context(found))
        if value is None or self._is_head_line(found, value):
            return
        self._take_dateline(found, value)
        back = found.reads == "ago" or not _BACK.isdisjoint(found.groups)
        item = Item(found.start, found.end, value, found.reads, back)
        if item.reads == "duration" and self._is_rate(found):
            item = replace(item, value=Value("SET", value.value))
        item = self._widened(self._joined(item))
        if found.pattern["id"] == "date.day_month":
            self._days_before(item)
        self._add(item)
        if item.reads == "dayth" or (item.reads == "calendar" and "day" in found.groups):
            self._days_after(item)
        elif item.reads == "year":
            self._years_after(item)
        elif item.reads == "decade":
            self._decades_after(item)

    def _context(self, found: Found) -> Context:
        """What the match is read against: the day, the time spoken of last, and how near that is."""
        previous = self._previous
        breaks = self._breaks(previous, found)
        near = breaks == 0
        return Context(
            lexicon=self._lexicon,
            day=self._day,
            previous=previous.value.value if previous else None,
            near=near,
            before=breaks == 1,
            quarter=self._quarter,
            compared=_COMPARED.search(self._text, max(0, found.start - 30), found.start) is not None,
            linked=near and previous is not None and bool(_RANGE.fullmatch(self._text, previous.end, found.start)),
            look=lambda: self._tense.around(found.start, found.end),
        )

    def _breaks(self, previous: Item | None, found: Found) -> int:
        """How many ends of sentences lie between the last dated expression and this one: none, one or more."""
        if previous is None:
            return 2
        end = _SENTENCE_BREAK.search(self._text, previous.end, found.start)
        if end is None:
            return 0
        return 2 if _SENTENCE_BREAK.search(self._text, end.end() - 1, found.start) else 1

    def _add(self, item: Item) -> None:
        """Add an expression in the place of those that begin inside it; remember the last one with a day."""
        while self._items and item.start <= self._items[-1].start:  # "the week" is part of "the week of April 6"
            self._items.pop()
        if self._items and item.start < self._items[-1].end:
            return
        self._items.append(item)
        if item.value.type in ("DATE", "TIME") and day_of(item.value.value):
            self._previous = item
            if _QUARTER.fullmatch(item.value.value) and not item.back:
                self._quarter = item.value.value

    def _with_year_of(self, found: Found, following: Found | None) -> Found:
        """March in "from March to May 2014" is of 2014."""
        if following is None or found.reads != "calendar" or following.reads != "calendar":
            return found
        if "year" in found.groups or "year" not in following.groups or "deictic" in found.groups:
            return found
        if not _LINK.fullmatch(self._text, found.end, following.start):
            return found
        return replace(found, groups={**found.groups, "year": following.groups["year"]})

    def _is_head_line(self, found: Found, value: Value) -> bool:
        """A line of its own near the top with the day of publication; it also serves as that day if none was given."""
        text = self._text
        if found.start > _HEAD or value.type != "DATE" or len(value.value) != 10 or "X" in value.value:
            return False
        before = text.rfind("\n", 0, found.start) + 1
        after = text.find("\n", found.end)
        line = text[before : after if after >= 0 else len(text)]
        if len(line.strip(" \t.,")) > found.end - found.start or after < 0:
            return False
        if self._day is None and not self._items:
            self._day = parse_day(value.value)
            return False
        return self._day is not None and value.value == self._day.isoformat()

    def _take_dateline(self, found: Found, value: Value) -> None:
        """Let the day of a dateline ("PARIS, Nov 20 (AFP) -") be that from which "on Wednesday" counts.

        A report is published on that day or some days after it; a day that lies farther off is not its own.
        """
        day = parse_day(value.value) if found.start < _HEAD and "X" not in value.value else None
        if day is None or not _DATELINE_TAIL.match(self._text, found.end):
            return
        line = self._text[self._text.rfind("\n", 0, found.start) + 1 : found.start]
        late = (self._day - day).days if self._day is not None else 0
        if _DATELINE_HEAD.fullmatch(line) and 0 <= late <= _LATE:
            self._day = day

    def _is_rate(self, found: Found) -> bool:
        """Whether "a month" stands after an amount: $40 a month."""
        if not found.groups.keys() <= {"one", "unit"}:
            return False
        amount = _AMOUNT_BEFORE.search(self._text, max(0, found.start - _REACH), found.start)
        return amount is not None and self._lexicon.list("time_no_rate").isdisjoint(amount["between"].split())

    def _joined(self, item: Item) -> Item:
        """A clock time and the date beside it are one expression."""
        last = self._items[-1] if self._items else None
        if last is None or last.end > item.start:
            return item
        if last.reads == "clock" and _is_day(item.value):
            date_item, clock_item, between = item, last, extend.BETWEEN_CLOCK_AND_DATE
        elif item.reads == "clock" and _is_day(last.value):
            date_item, clock_item, between = last, item, extend.BETWEEN_DATE_AND_CLOCK
        else:
            return item
        if not between.fullmatch(self._text, last.end, item.start):
            return item
        self._items.pop()
        value = f"{date_item.value.value}T{clock_item.value.value.partition('T')[2]}"
        return Item(last.start, item.end, Value("TIME", value, last.value.mod), "joined")

    def _widened(self, item: Item) -> Item:
        """Take in what stands before: "the night of", "the end of", "more than"."""
        kind = item.value.type
        if kind == "DATE" and (of := extend.unit_of_date(self._text, item.start, item.value.value, self._lexicon)):
            return replace(item, start=of[0], value=of[1])
        if kind in ("DATE", "TIME") and (part := extend.leading(self._text, item.start, self._lexicon, "part")):
            return replace(item, start=part[0], value=replace(item.value, mod=part[1]))
        if item.reads not in _HEDGED + _VAGUELY or item.value.mod or kind == "SET":
            return item
        hedge = extend.leading(self._text, item.start, self._lexicon, "hedge")
        if hedge is None or item.value.value.endswith("_REF"):
            return item
        amount, point = hedge[1].split()
        if item.reads in _VAGUELY and point != "APPROX":
            return item
        return replace(item, start=hedge[0], value=replace(item.value, mod=amount if kind == "DURATION" else point))

    def _days_before(self, item: Item) -> None:
        """The 3 of "3 to 5 May"."""
        found = extend.DAYS_BEFORE.search(self._text, max(0, item.start - _REACH), item.start)
        if found and found.start("day") >= (self._items[-1].end if self._items else 0):
            self._add_day(found, "day", item)

    def _days_after(self, item: Item) -> None:
        """The 3 of "April 1 and 3"."""
        last: Item | None = item
        while last and (found := extend.MORE_DAYS.match(self._text, last.end)):
            last = self._add_day(found, "day" if found["day"] else "day2", last)

    def _add_day(self, found: re.Match[str], name: str, item: Item) -> Item | None:
        value = extend.same_month(item.value.value, found[name])
        if value is None:
            return None
        more = Item(*found.span(name), value, "day")
        self._add(more)
        return more

    def _years_after(self, item: Item) -> None:
        """The 95 of "1990-95"."""
        found = extend.MORE_YEARS.match(self._text, item.end)
        if found and int(found["year"]) > int(item.value.value[2:4] or 0):
            self._add(Item(*found.span("year"), Value("DATE", item.value.value[:2] + found["year"]), "year"))

    def _decades_after(self, item: Item) -> None:
        """The 80s of "the 1970s and 80s"."""
        found = extend.MORE_DECADES.match(self._text, item.end)
        if found and len(item.value.value) == 3:
            figure = next(letter for letter in found["decade"] if letter.isdigit())
            self._add(Item(*found.span("decade"), Value("DATE", item.value.value[:2] + figure), "decade"))
