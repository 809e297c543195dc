"""`*.actors.txt`: names with codes that hold for a time, as `[[actor]]` tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.lexicon.dictionaries.codes import actor_code, dated_code
from onrecord.lexicon.dictionaries.lines import CODES, NULL, Remark, phrase_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.lexicon.dictionaries.codes import DatedCode
    from onrecord.lexicon.dictionaries.lines import Line
    from onrecord.lexicon.load import Lexicon

Tables = dict[str, list[dict[str, Any]]]
_LONGEST_ACRONYM = 5


class _Block(msgspec.Struct):
    """A name with its synonyms and codes, as the lines come."""

    line: Line
    phrases: list[str]
    codes: list[DatedCode]


def actor_tables(lines: Sequence[Line], name: str, lexicon: Lexicon, *, stems: bool) -> tuple[Tables, list[Remark]]:
    """One `[[actor]]` for each block: names, the undated code, and a `term` for each dated one in file order."""
    remarks: list[Remark] = []
    blocks: list[_Block] = []
    first_line: dict[str, int] = {}
    for line in lines:
        phrase = CODES.sub("", line.text).strip()
        continued = line.text[0].isspace() or phrase.startswith("+")
        if continued and not blocks:
            remarks.append(Remark(line.number, "it belongs to no name", line.raw))
            continue
        if phrase and not line.text[0].isspace():
            phrase = phrase.lstrip("+").strip()
            key = " ".join(phrase_words(phrase))
            if key in first_line:
                remarks.append(
                    Remark(line.number, f"the name stands in line {first_line[key]} too; both count", line.raw)
                )
            first_line.setdefault(key, line.number)
            if stems and not phrase.endswith("_"):
                remarks.append(Remark(line.number, "TABARI took it as a stem; it is taken as whole words", line.raw))
            if not continued:
                blocks.append(_Block(line, [], []))
            blocks[-1].phrases.append(phrase)
        blocks[-1].codes += [dated_code(bracket) for bracket in CODES.findall(line.text)]
    rows = [_row(block, name, lexicon, remarks) for block in blocks]
    return {"actor": rows}, sorted(remarks, key=lambda remark: remark.line)


def _row(block: _Block, name: str, lexicon: Lexicon, remarks: list[Remark]) -> dict[str, Any]:
    line = block.line
    names = list(dict.fromkeys(form for phrase in block.phrases for form in _written(phrase, lexicon)))
    bare = sorted(
        (code for code in block.codes if code.since is None and code.until is None), key=lambda c: bool(c.fault)
    )
    dated = [code for code in block.codes if code.since is not None or code.until is not None]
    remarks += [
        Remark(line.number, f"`{code.fault}` is no date; the code {code.code} is kept without", line.raw)
        for code in block.codes
        if code.fault
    ]
    remarks += [Remark(line.number, f"a second undated code {code.code} is left out", line.raw) for code in bare[1:]]
    if not block.codes:
        remarks.append(Remark(line.number, "it has no code (a `+` may be missing); only the name is kept", line.raw))
    row: dict[str, Any] = {"id": f"{name}:{line.number}", "name": names[0], "aliases": names[1:]}
    row["type"] = "person" if dated and _is_titled(block.phrases, lexicon) else "organization"
    row |= _fields(bare[0].code if bare else NULL, line, lexicon, remarks)
    if dated:
        row["term"] = [
            {key: value for key, value in (("since", code.since), ("until", code.until)) if value}
            | _fields(code.code, line, lexicon, remarks)
            for code in dated
        ]
    return row | {"origin": f"{name}:{line.number}"}


def _fields(code: str, line: Line, lexicon: Lexicon, remarks: list[Remark]) -> dict[str, Any]:
    if code == NULL:
        return {"sectors": []}
    known = actor_code(code, lexicon.plover)
    if known.rest:
        rest = ", ".join(known.rest)
        remarks.append(Remark(line.number, f"{rest} of {code} is no country or PLOVER sector; left out", line.raw))
    return ({"country": known.country} if known.country else {}) | {"sectors": list(known.sectors)}


def _is_titled(phrases: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether some name of the block begins with an office ("PRESIDENT_VOSS_")."""
    return any(
        phrase_words(phrase)[0] in lexicon.map("person_noun") for phrase in phrases if len(phrase_words(phrase)) > 1
    )


def _written(phrase: str, lexicon: Lexicon) -> tuple[str, ...]:
    """An upper-case phrase as a report would write it; a short single word also as an acronym."""
    words = phrase_words(phrase)
    small = lexicon.list("dictionary_preposition") | lexicon.list("dictionary_filler")
    written = " ".join(word if at and word in small else word.capitalize() for at, word in enumerate(words))
    short = len(words) == 1 and len(words[0]) <= _LONGEST_ACRONYM
    return (written, words[0].upper()) if short else (written,)
