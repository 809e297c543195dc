"""Dictionaries of TABARI, PETRARCH and PETRARCH2 turned into lexicon files of the project's own form.

What an old line says and ours can say becomes an entry with its origin (file and line); every other line is named with
the reason. Formats after the readers' documentation and source (openeventdata: PETRARCH, PETRARCH2, UniversalPetrarch).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from onrecord.errors import LexiconError
from onrecord.lexicon.dictionaries.actors import actor_tables
from onrecord.lexicon.dictionaries.agents import agent_tables
from onrecord.lexicon.dictionaries.lines import Remark, read_lines
from onrecord.lexicon.dictionaries.verbs import verb_tables
from onrecord.lexicon.dictionaries.writing import toml_text

if TYPE_CHECKING:
    from onrecord.lexicon.load import Lexicon

Kind = Literal["actors", "agents", "verbs"]
KINDS: Mapping[str, Kind] = MappingProxyType({kind: kind for kind in get_args(Kind)})


class Import(msgspec.Struct, frozen=True, kw_only=True):
    """A dictionary as a lexicon file.

    Attributes:
        toml: the file's text; `onrecord lexicon check` reads it.
        entries: how many events, actors or nouns it holds.
        remarks: the lines that are not carried over, or not whole, in the order of the file.
    """

    kind: Kind
    toml: str
    entries: int
    remarks: tuple[Remark, ...]


def kind_of(name: str) -> Kind:
    """What a dictionary holds, by the name of its file.

    Raises:
        LexiconError: the name does not tell.
    """
    lower = name.lower()
    for kind in KINDS.values():
        if kind.removesuffix("s") in lower:
            return kind
    if "cameo" in lower:
        return "verbs"
    raise LexiconError(f"import {name}", "its name does not tell what it holds", "Give --kind actors, agents or verbs")


def import_dictionary(
    text: str, name: str, lexicon: Lexicon, kind: Kind | None = None, *, tabari: bool = False
) -> Import:
    """Turn one dictionary into the text of a lexicon file.

    Args:
        text: the dictionary.
        name: its file name, which every entry keeps as its origin.
        lexicon: the shipped lexicon, for PLOVER's tables and the words that tell titles, prepositions and tenses.
        kind: what the file holds; by its name if left out.
        tabari: the file is TABARI's: `;` begins a comment, and a phrase without a final `_` was a stem.
    """
    chosen = kind or kind_of(name)
    lines = list(read_lines(text, semicolons=tabari))
    make = {"actors": actor_tables, "agents": agent_tables, "verbs": verb_tables}[chosen]
    tables, remarks = make(lines, name, lexicon, stems=tabari)
    nouns = (pairs for name_of, rows in tables.items() if name_of.endswith("_noun") for pairs in rows)
    entries = sum(len(tables.get(table, ())) for table in ("event", "actor")) + sum(map(len, nouns))
    return Import(kind=chosen, toml=toml_text(tables, name), entries=entries, remarks=tuple(remarks))
