"""Actor codes and event codes of the old dictionaries in PLOVER's terms."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from onrecord.lexicon.entries import Plover

# CAMEO's role codes that PLOVER writes otherwise; beware that MED is media there and medicine here.
_ROLES = {"MED": "JRN", "HLH": "MED", "INS": "REB", "SEP": "REB"}
_BODIES = {"IGO", "NGO", "ISM", "IMG", "MNC", "UNO", "EUR"}
_BODY_OF = {"NGM": "ISM", "INT": "IGO"}
_JOINED = {"IGOUNO": "UNO", "IGOEUR": "EUR", "IGOEEC": "EUR"}
_PIVOT = 30  # two-digit years: 00 to 30 are this century's


class ActorCode(msgspec.Struct, frozen=True):
    """A code such as ARLGOVMIL: country (or international body), PLOVER sectors, and the triples that fit neither."""

    country: str | None
    sectors: tuple[str, ...]
    rest: tuple[str, ...] = ()


class DatedCode(msgspec.Struct, frozen=True):
    """A code with the days on which it holds (ISO, both included; None where open). `fault`: dates that are none."""

    code: str
    since: str | None = None
    until: str | None = None
    fault: str = ""


def actor_code(code: str, plover: Plover) -> ActorCode:
    """Take a code apart into runs of three letters."""
    for joined, body in _JOINED.items():
        if code.startswith(joined):
            code = body + code[len(joined) :]
    triples = [code[at : at + 3] for at in range(0, len(code), 3)]
    country: str | None = None
    sectors: list[str] = []
    rest: list[str] = []
    for at, triple in enumerate(triples):
        role = _ROLES.get(triple, triple)
        if at == 0 and triple not in plover.sectors and triple not in _ROLES and len(triple) == 3:
            country = _BODY_OF.get(triple, triple)
        elif role in plover.sectors:
            sectors.append(role)
        elif triple not in _BODIES:
            rest.append(triple)
    return ActorCode(country, tuple(dict.fromkeys(sectors)), tuple(rest))


def dated_code(bracket: str) -> DatedCode:
    """`ARLGOV 20010115-20060114`, `ARLELI >2006…`, `ARLOPP <01…`: a code with its days."""
    code, _, when = bracket.strip().partition(" ")
    when = re.sub(r"\s", "", when)
    if not when:
        return DatedCode(code)
    try:
        if when[0] in "<>":
            day = _day(when[1:])
            return DatedCode(code, until=day) if when[0] == "<" else DatedCode(code, since=day)
        since, _, until = when.partition("-")
        return DatedCode(code, since=_day(since), until=_day(until))
    except ValueError:
        return DatedCode(code, fault=when)


def _day(digits: str) -> str:
    """YYMMDD or YYYYMMDD as ISO; ValueError for anything else."""
    if len(digits) == 6:
        century = "20" if int(digits[:2]) <= _PIVOT else "19"
        digits = century + digits
    if len(digits) != 8 or not digits.isdigit():
        raise ValueError(digits)
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()


def event_fields(code: str, plover: Plover) -> dict[str, object] | None:
    """Type, mode, contexts and code of an entry; None for a code that PLOVER drops or does not know."""
    kind = plover.cameo_by_manual.get(code) or plover.cameo.get(code)
    if not kind:
        return None
    fields: dict[str, object] = {"type": kind}
    mode = "convict" if kind == "SANCTION" and code == "116" else plover.cameo_mode.get(code)
    if mode in plover.types[kind].modes:
        fields["mode"] = mode
    if code in plover.cameo_contexts:
        fields["contexts"] = list(plover.cameo_contexts[code])
    return fields | {"cameo": code}
