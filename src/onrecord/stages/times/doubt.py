"""Words that look like a time and are none: names, verbs, counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.language.plain_words import Doc
    from onrecord.lexicon.load import Lexicon
    from onrecord.stages.times.grammar import Found

_BEFORE = re.compile(r"([^\W_]+['’]?\w*|[^\w\s])[ \t\u00a0]*-?$")
_TRAILING = " \t\u00a0\n-"
_AFTER = re.compile(r"[ \t\u00a0]*(?P<hyphen>-)?(?P<words>[^\W_]+(?: [^\W\d_]+)?)")
_REACH = 40
_SHORT = 5  # letters of the longest short form of a weekday, "thurs"
_SIGNS = ("$", "£", "€", "#", "+", "*", "=")


@dataclass(frozen=True, slots=True)
class _Site:
    """A match and the words beside it: one before (or a sign), up to two after."""

    words: str
    found: Found
    before: str
    after: str
    hyphen: bool

    @property
    def next(self) -> str:
        """The word after it."""
        return self.after.partition(" ")[0]


class Doubt:
    """Judges matches of one Doc."""

    def __init__(self, doc: Doc, text: str, lexicon: Lexicon) -> None:
        self._text, self._list = text, lexicon.list
        self._in = lexicon.list("time_before")
        self._names = [ent for ent in doc.ents if ent.label_ in ("PERSON", "ORGANIZATION")]
        self._starts = [name.start_char for name in self._names]

    def holds(self, found: Found) -> bool:
        """Whether the match can be a time where it stands."""
        if "day" not in found.groups and self._is_named(found):
            return False
        judge = self._judges.get(found.reads)
        return judge is None or judge(self, self._site(found))

    def _is_named(self, found: Found) -> bool:
        """Whether the words stand in a name; a weekday alone is nobody's, whatever the network says."""
        before = bisect_right(self._starts, found.start)
        name = self._names[before - 1] if before else None
        if name is None or found.end > name.end_char:
            return False
        return found.reads != "weekday" or len(name) > 1

    def _site(self, found: Found) -> _Site:
        near = self._text[max(0, found.start - _REACH) : found.start]
        begin = near.rstrip(_TRAILING).rfind(" ") + 1  # no match begins before: saves trying every letter
        before = _BEFORE.search(near, begin)
        after = _AFTER.match(self._text, found.end)
        return _Site(
            self._text[found.start : found.end],
            found,
            before.group(1) if before else "",
            after["words"] if after else "",
            after is not None and after["hyphen"] is not None,
        )

    def _name(self, site: _Site) -> bool:
        """Names of the calendar have a capital, and are no part of another name."""
        groups = site.found.groups
        name = next(groups[kind] for kind in ("month", "weekday", "weekdays", "feast") if kind in groups)
        if not name[0].isupper():
            return False
        if "day" in groups or "year" in groups:
            return True
        if self._is_part_of_a_name(site):
            return False
        if "month" in groups:
            return site.words != name or site.before.lower() in self._in or self._bare_month(name, site)
        if "feast" in groups:
            return not site.before[:1].isupper() or site.before.lower() in self._in
        return len(name.rstrip(".")) > _SHORT or site.before.lower() in self._in or site.after[:1].isdigit()

    def _is_part_of_a_name(self, site: _Site) -> bool:
        """Bloody Sunday, the Sunday Times."""
        if site.before[:1].isupper() and site.before.lower() in self._list("time_name_before"):
            return True
        nouns = self._list("time_name_after")
        named = site.after[:1].isupper() or "feast" in site.found.groups  # the Tet offensive, but a Friday offensive
        return named and (site.after.lower() in nouns or site.next.lower() in nouns)

    def _bare_month(self, name: str, site: _Site) -> bool:
        """A month's name without day, year or preposition; May, March, April and others are words and names too."""
        if name.endswith("."):
            return False
        if name.lower() not in self._list("time_twofold_month"):
            return True
        if site.before.isalpha():
            return site.before.islower()
        return site.after[:1].islower() and name.lower() not in self._list("time_verb_month")

    def _season(self, site: _Site) -> bool:
        groups = site.found.groups
        if site.words.endswith(" of") and "year" not in groups:
            return False  # "the fall of Kabul"
        told = not groups.keys().isdisjoint(("deictic", "year", "edge"))
        return told or site.before.lower() in self._list("time_before_season")

    def _year(self, site: _Site) -> bool:
        if "era" in site.found.groups:
            return True
        if site.before in _SIGNS or site.before.lower() in self._list("time_before_figure"):
            return False
        return site.hyphen or site.next.lower() not in self._list("time_counted")

    def _dayth(self, site: _Site) -> bool:
        return not site.next.isalpha() or site.next.lower() in self._in

    def _the_unit(self, site: _Site) -> bool:
        """Whether "the day" is one: it is where something ends, starts or happens in it."""
        if site.found.groups["unit"].lower() != "day":
            return True
        return site.before.lower() in self._list("time_day_of") and site.next.lower() not in self._list("time_day_that")

    def _duration(self, site: _Site) -> bool:
        groups, unit = site.found.groups, site.found.groups.get("unit", "")
        if site.found.pattern["id"] == "duration.hyphen" and unit[:1].isupper() and site.after[:1].isupper():
            return False  # the Six-Day War
        return not (unit.lower() == "second" and "one" in groups and site.next.isalpha())  # a second camp

    def _clock(self, site: _Site) -> bool:
        """Bare figures are a time of day only after a preposition: 3:21 may be a score or a verse."""
        groups = site.found.groups
        sure = "clock24" not in groups or not groups.keys().isdisjoint(("zone", "part"))
        return sure or site.before.lower() in self._in or site.before == "("

    def _reference(self, site: _Site) -> bool:
        words = site.words.lower()
        if words == "the past":
            return site.before.lower() == "in" or not site.next.isalpha() or site.next.lower() in self._in
        if words == "the future":
            return site.next.lower() != "of"
        return words != "this time" or site.before.lower() in ("at", "by")

    def _often(self, site: _Site) -> bool:
        return not (site.words[0].isupper() and site.after[:1].isupper())

    def _overnight(self, site: _Site) -> bool:
        """Beside a noun it says how long something lasts ("an overnight curfew")."""
        return site.before.lower() not in self._list("time_article")

    _judges: ClassVar[dict[str, Callable[[Doubt, _Site], bool]]] = {
        "calendar": _name,
        "weekday": _name,
        "weekdays": _name,
        "feast": _name,
        "season": _season,
        "year": _year,
        "dayth": _dayth,
        "the_unit": _the_unit,
        "duration": _duration,
        "clock": _clock,
        "reference": _reference,
        "often": _often,
        "overnight": _overnight,
    }
