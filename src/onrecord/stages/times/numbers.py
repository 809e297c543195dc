"""Amounts in words and figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

_WORD = re.compile(r"[a-z]+")
_SMALLEST_MULTIPLIER = 100


def amount(words: str, names: Mapping[str, Any]) -> Fraction | None:
    """The number that `words` name ("forty-two", "1,200", "2 1/2"); None if they name none."""
    figure = words.replace(",", "").split()
    if words[:1].isdigit():
        try:
            return sum((Fraction(part) for part in figure), Fraction(0))
        except (ValueError, ZeroDivisionError):
            return None
    total = group = Fraction(0)
    seen = False
    for word in _WORD.findall(words.lower()):
        value = names.get(word)
        if value is None:
            continue
        seen = True
        if value < _SMALLEST_MULTIPLIER and word != "dozen":
            group += value
        elif value == _SMALLEST_MULTIPLIER or word == "dozen":
            group = (group or Fraction(1)) * value
        else:
            total, group = total + (group or Fraction(1)) * value, Fraction(0)
    return total + group if seen else None


def whole(number: Fraction) -> int | None:
    """The number as an integer, or None if it is none."""
    return number.numerator if number.denominator == 1 else None
