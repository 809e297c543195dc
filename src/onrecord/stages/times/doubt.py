"""Words that look like a time and are none: names, verbs, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stages.times.grammar import Found

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.lexicon.load import Lexicon

_BEFORE = re.compile(r"([^\W_]+['’]?\w*|[^\w\s])[ \t\u00a0]*-?$")
_AFTER = re.compile(r"[ \t\u00a0]*(?:(-)?([^\W_]+(?: [^\W\d_]+)?))?")
_ABBREVIATION = 5
_SIGNS = ("$", "£", "€", "#", "+", "*", "=")


class Doubt:
    """Judges matches of one Doc."""

    def __init__(self, doc: Doc, text: str, lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon
        self._tags = doc.has_annotation("TAG")
        self._in = lexicon.list("time_before")
        self._names = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in ("PERSON", "ORGANIZATION")]

    def holds(self, found: Found) -> bool:
        """Whether the match can be a time where it stands."""
        words, groups = self._text[found.start : found.end], found.groups
        if "day" not in groups and any(start <= found.start and found.end <= end for start, end in self._names):
            return False
        before, after, joined = self._neighbours(found)
        reads = found.pattern["reads"]
        if reads in ("calendar", "weekday", "weekdays", "feast"):
            return self._named(words, groups, before, after)
        if reads == "season":
            return self._season(words, groups, before)
        if reads == "year" and "era" not in groups:
            return self._year(before, after, joined)
        if reads == "dayth":
            return after == "" or not after.split()[0].isalpha() or after.split()[0].lower() in self._in
        if reads == "the_unit" and groups["unit"].lower() == "day":
            return before.lower() in self._lexicon.list("time_day_of") and after.lower().split()[:1] not in (["of"], ["when"], ["that"])
        if found.pattern["id"] == "duration.hyphen" and groups["unit"][:1].isupper() and after[:1].isupper():
            return False
        if reads == "duration" and groups.get("unit", "").lower() == "second" and "one" in groups:
            return not after or not after[0].isalpha()
        if reads == "clock" and "clock24" in groups and not any(name in groups for name in ("zone", "part")):
            return before.lower() in self._in or before == "("
        if reads == "reference":
            return self._reference(words.lower(), before, after)
        if reads == "often":
            return not (words[:1].isupper() and after[:1].isupper())
        return True

    def _neighbours(self, found: Found) -> tuple[str, str, bool]:
        before = _BEFORE.search(self._text, max(0, found.start - 40), found.start)
        after = _AFTER.match(self._text, found.end)
        following = after.group(2) if after and after.group(2) else ""
        return before.group(1) if before else "", following, bool(after and after.group(1))

    def _named(self, words: str, groups: dict[str, str], before: str, after: str) -> bool:
        name = groups.get("month") or groups.get("weekday") or groups.get("weekdays") or groups.get("feast") or ""
        if not name[:1].isupper():
            return False
        if "day" in groups or "year" in groups:
            return True
        if before.lower() in self._lexicon.list("time_name_before") and before[:1].isupper():
            return False
        nouns = self._lexicon.list("time_name_after")
        if after and after[:1].isupper() and (after.lower() in nouns or after.split()[0].lower() in nouns):
            return False
        if "month" in groups:
            return self._month(words, name, before, after)
        if len(name) < _ABBREVIATION + name.endswith("."):
            return before.lower() in self._in or after[:1].isdigit()
        return not ("feast" in groups and before[:1].isupper() and before.lower() not in self._in)

    def _month(self, words: str, name: str, before: str, after: str) -> bool:
        if words != name or before.lower() in self._in:
            return True
        if before[:1].isupper() or (before == "." and name.lower() in ("may", "march")) or name.endswith("."):
            return before[:1].isupper() and len(name) > 5 and name.lower() != "august"
        if name.lower() == "may":
            return bool(before) and before.isalpha() and before.islower()
        return not (name.lower() in ("march", "april", "june", "august") and after[:1].isupper() and not before)

    def _season(self, words: str, groups: dict[str, str], before: str) -> bool:
        if "deictic" in groups or "year" in groups or "edge" in groups:
            return True
        if words.lower().startswith("the "):
            return before.lower() in self._lexicon.list("time_before_season")
        return before.lower() in self._lexicon.list("time_before_season")

    def _year(self, before: str, after: str, joined: bool) -> bool:
        following = after.split()[0].lower() if after else ""
        if before.lower() in self._lexicon.list("time_before_figure") or before in _SIGNS:
            return False
        return not (following in self._lexicon.list("time_counted") and not joined)

    def _reference(self, words: str, before: str, after: str) -> bool:
        if words == "the past":
            return before.lower() == "in" or not after or not after[0].isalpha() or after.split()[0].lower() in self._in
        if words == "the future":
            return after.split()[:1] != ["of"]
        if words == "this time":
            return before.lower() in ("at", "by")
        return True
