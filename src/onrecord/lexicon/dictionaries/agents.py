"""`*.agents.txt`: common nouns with roles, as nouns for people and groups with PLOVER sectors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.dictionaries.codes import actor_code
from onrecord.lexicon.dictionaries.lines import CODES, Remark, phrase_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.lexicon.dictionaries.actors import Tables
    from onrecord.lexicon.dictionaries.lines import Line
    from onrecord.lexicon.load import Lexicon

_PLURAL = re.compile(r"\{([^{}]*)\}")
_SET = re.compile(r"!(\w+)!")


def agent_tables(lines: Sequence[Line], name: str, lexicon: Lexicon, *, stems: bool) -> tuple[Tables, list[Remark]]:
    """`[map.person_noun]` and `[map.group_noun]`; a noun without a plural or known as a group is a group."""
    del name, stems
    remarks: list[Remark] = []
    sets: dict[str, list[str]] = {}
    nouns: dict[str, dict[str, str]] = {"person_noun": {}, "group_noun": {}}
    for line in lines:
        if "!" in line.text and "=" in line.text:
            label, _, members = line.text.partition("=")
            sets[label.strip().strip("!")] = [member.strip() for member in members.split(",") if member.strip()]
            continue
        sectors, because = _sectors(line, lexicon)
        if because:
            remarks.append(Remark(line.number, because, line.raw))
        if sectors is None:
            continue
        for noun in _forms(line, sets, remarks):
            nouns[_map_of(noun, line, lexicon)][noun] = sectors
    return {f"map.{table}": [pairs] for table, pairs in nouns.items() if pairs}, remarks


def _sectors(line: Line, lexicon: Lexicon) -> tuple[str | None, str]:
    """The sectors of a line as our maps write them, and what of the code they leave out."""
    codes = CODES.findall(line.text)
    if not codes:
        return None, "it has no code"
    if not codes[0].startswith("~"):
        return None, f"{codes[0]} stands before the actor's code; a noun gives sectors only"
    known = actor_code(codes[0].strip("~"), lexicon.plover)
    left = (*((known.country,) if known.country else ()), *known.rest)
    if not known.sectors:
        return None, f"{', '.join(left)} is no PLOVER sector"
    return " ".join(known.sectors), f"{', '.join(left)} is no PLOVER sector; left out" if left else ""


def _forms(line: Line, sets: Mapping[str, Sequence[str]], remarks: list[Remark]) -> list[str]:
    """The nouns of a line: a substitution set opened, an irregular plural beside its singular."""
    phrase = _PLURAL.sub("", CODES.sub("", line.text))
    used = _SET.search(phrase)
    if used is not None:
        if used[1] not in sets:
            remarks.append(Remark(line.number, f"the set !{used[1]}! is not defined above it", line.raw))
            return []
        phrases = [phrase.replace(used[0], member) for member in sets[used[1]]]
    else:
        phrases = [phrase, *(plural for plural in _PLURAL.findall(line.text) if plural.strip())]
    return [" ".join(phrase_words(each)) for each in phrases]


def _map_of(noun: str, line: Line, lexicon: Lexicon) -> str:
    if noun in lexicon.map("person_noun"):
        return "person_noun"
    no_plural = "{}" in line.text.replace(" ", "")
    return "group_noun" if no_plural or noun in lexicon.map("group_noun") else "person_noun"
