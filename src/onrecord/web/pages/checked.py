"""What filters of an address may ask for; what there cannot be is refused in words, and shows no list of nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Final, get_args

from fastapi import Query
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from onrecord.reading.commitment import CommitmentKind
from onrecord.reading.event import EventType, Told

IN_WORDS: Final = "filter"
"""The type of the errors that are made here: their words are whole sentences."""

TYPES: Final = tuple(sorted(get_args(EventType)))
STATUSES: Final[tuple[str, ...]] = get_args(Told)
_ACROSS: Final = (*STATUSES, "disputed")  # how acts are told across reports (`merge/corroborate.py`)
_KINDS: Final[tuple[str, ...]] = get_args(CommitmentKind)
_COUNTRY: Final = "[A-Z]{3}"
_DAY: Final = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_SHOWN_CHARS = 40


def _refuse(name: str, value: str, cause: str, cure: str) -> PydanticCustomError:
    words = "Cannot filter by the {name} {value}: {cause}. {cure}."
    return PydanticCustomError(
        IN_WORDS,
        words,
        {"name": name, "value": repr(value[:_SHOWN_CHARS]), "cause": cause, "cure": cure},
    )


def _one_of(name: str, choices: tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value and value not in choices:
            raise _refuse(name, value, "there is none of this name", f"Choose one of {', '.join(choices)}")
        return value

    return check


def _written(name: str, pattern: str, cause: str, cure: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value and not re.fullmatch(pattern, value):
            raise _refuse(name, value, cause, cure)
        return value

    return check


def _among(choices: tuple[str, ...]) -> object:
    return Query(json_schema_extra={"enum": ["", *choices]})


def _like(pattern: str) -> object:
    return Query(json_schema_extra={"pattern": f"^({pattern})?$"})


OfType = Annotated[str, _among(TYPES), AfterValidator(_one_of("type", TYPES))]
OfStatus = Annotated[str, _among(STATUSES), AfterValidator(_one_of("status", STATUSES))]
AcrossStatus = Annotated[str, _among(_ACROSS), AfterValidator(_one_of("status", _ACROSS))]
OfKind = Annotated[str, _among(_KINDS), AfterValidator(_one_of("kind", _KINDS))]
InCountry = Annotated[
    str,
    _like(_COUNTRY),
    AfterValidator(_written("country", _COUNTRY, "it is no code of three capital letters", "Write it as POL or KEN")),
]
OnDay = Annotated[
    str,
    _like(_DAY),
    AfterValidator(_written("day", _DAY, "it is no day, month or year", "Write it as 2024-05-17, 2024-05 or 2024")),
]
