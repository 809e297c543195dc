"""From the named groups of a match to its TIMEX3 value: what is seen from the report's day or from another time."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction

from onrecord.stages.times.calendar import day_of, finer, shift, underspecified
from onrecord.stages.times.context import Context, Groups, Value
from onrecord.stages.times.numbers import amount, whole


def read_dayword(groups: Groups, context: Context) -> Value:
    """Today, yesterday evening, the day after tomorrow."""
    value = context.from_day(context.word("dayword", groups), "D") or "XXXX-XX-XX"
    part, mod = context.word("daypart", groups), context.word("edge", groups)
    return Value("TIME", f"{value}T{part}", mod) if part else Value("DATE", value, mod)


def read_daypart(groups: Groups, context: Context) -> Value:
    """Last night, this morning, that evening."""
    part, mod = context.word("daypart", groups), context.word("edge", groups)
    if "anaphor" in groups:
        value = context.from_previous(context.word("anaphor", groups), "D")
    else:
        value = context.from_day(context.word("deictic", groups), "D")
    return Value("TIME", f"{value or 'XXXX-XX-XX'}T{part}", mod)


def read_part_of_day(groups: Groups, context: Context) -> Value:
    """Mid-afternoon, the early morning: of the day spoken of in the sentence, else of the report's."""
    day = context.day_of_sentence() or context.from_day(0, "D") or "XXXX-XX-XX"
    return Value("TIME", f"{day}T{context.word('daypart', groups)}", context.word("edge", groups))


def read_overnight(groups: Groups, context: Context) -> Value:  # noqa: ARG001 - all readers are called alike
    """Overnight: the night that is over, unless the words look ahead."""
    return Value("TIME", f"{context.from_day(0 if context.look() > 0 else -1, 'D') or 'XXXX-XX-XX'}TNI")


def read_tonight(groups: Groups, context: Context) -> Value:
    """Tonight."""
    return Value("TIME", f"{context.from_day(0, 'D') or 'XXXX-XX-XX'}TNI", context.word("edge", groups))


def read_deictic(groups: Groups, context: Context) -> Value | None:
    """Last month, earlier this week, next year."""
    unit, step = context.word("unit", groups), context.word("deictic", groups) or 0
    mod = context.word("edge", groups)
    if unit.startswith("T"):
        return Value("TIME", f"{context.from_day(0, 'D')}TXX", mod) if context.day and unit == "TH" else None
    value = context.from_day(step, unit) or underspecified(unit)
    return None if value is None else Value("DATE", value, mod)


def read_anaphoric(groups: Groups, context: Context) -> Value | None:
    """The next day, that year, the week before: counted from the time spoken of last."""
    unit = context.word("unit", groups)
    if unit.startswith("T"):
        return None
    if "aside" in groups:
        step = 1 if groups["aside"].lower() in ("after", "later") else -1
    else:
        step = context.word("anaphor", groups)
    mod = context.word("edge", groups)
    value = step_from(context, step, unit)
    return Value("DATE", value or underspecified(unit) or "XXXX", mod)


def step_from(context: Context, step: int, unit: str) -> str | None:
    """So many units on from the time spoken of last; a year from a quarter, month or day keeps that precision."""
    anchor = day_of(context.previous) if context.previous else None
    if anchor is None or context.previous is None:
        return None
    if unit == "Y" and step and anchor[1] in ("Q", "M", "H", "S"):
        return f"{anchor[0].year + step:04d}{context.previous[4:]}"
    if finer(unit, anchor[1]) and unit != "Q":
        return None
    return shift(anchor[0], step, unit)


def read_the_unit(groups: Groups, context: Context) -> Value | None:
    """The weekend, the year: the one that the report is in."""
    unit = context.word("unit", groups)
    if unit == "D":
        value = context.from_previous(0, "D") if context.near else context.from_day(0, "D")
        return Value("DATE", value or "XXXX-XX-XX")
    if unit not in ("Y", "WE", "M", "W"):
        return None
    step = -1 if unit == "WE" and context.look() <= 0 and context.day and context.day.isoweekday() < 6 else 0
    return Value("DATE", context.from_day(step, unit) or underspecified(unit) or "XXXX")


def quantity(groups: Groups, context: Context, suffix: str = "") -> Fraction | None:
    """The amount in the groups `number`, `count` or `one`; None where it is vague or not told."""
    names = context.lexicon.map("time_number")
    for name in ("number", "count"):
        if name + suffix in groups:
            return amount(groups[name + suffix], names)
    return Fraction(1) if "one" + suffix in groups else None


def unit_of(groups: Groups, context: Context, suffix: str = "") -> str:
    """The unit's letters, from the groups `unit` or `units`."""
    return str(context.word("unit", groups, "unit" + suffix) or context.word("units", groups, "units" + suffix) or "")


def duration_value(number: Fraction | None, unit: str) -> str:
    """P3Y, PT30M, PXD; decades and centuries are told in years, fortnights in weeks, halves in the next unit."""
    factor, unit = {
        "DE": (10, "Y"),
        "CE": (100, "Y"),
        "ML": (1000, "Y"),
        "FN": (2, "W"),
        "NI": (1, "D"),
        "MO": (1, "D"),
    }.get(unit, (1, unit))
    if number is None:
        vague = {(10, "Y"): "DE", (100, "Y"): "CE", (1000, "Y"): "ML"}.get((factor, unit), unit)
        return _written("X", vague)
    number *= factor
    if (count := whole(number)) is not None:
        return _written(str(count), unit)
    finer_unit = {"Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7)}.get(unit)
    rest = number - int(number)
    if finer_unit and (smaller := whole(rest * finer_unit[1])) is not None:
        return _joined(int(number), unit, smaller, finer_unit[0])
    return _written(f"{float(number):g}", unit)


def _written(number: str, unit: str) -> str:
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def _joined(large: int, unit: str, small: int, small_unit: str) -> str:
    if not large:
        return _written(str(small), small_unit)
    head = _written(str(large), unit)
    return head + (str(small) + small_unit[1:] if unit.startswith("T") else _written(str(small), small_unit)[1:])


def read_duration(groups: Groups, context: Context) -> Value | None:
    """Three years, a year and a half, 72-hour, weeks, half an hour."""
    for suffix in ("", "2", "3"):
        unit = unit_of(groups, context, suffix)
        if unit:
            break
    else:
        return None
    number = quantity(groups, context, suffix)
    half = next((groups[name] for name in ("half", "half3") if name in groups), None)
    if half is not None:
        part = Fraction(1, 2) if half.lower() == "half" else Fraction(1, 4)
        number = (number or Fraction(0)) + part
    if number is None and "vague" not in groups and ("unit" in groups or "unit2" in groups):
        number = Fraction(1)
    value = duration_value(number, unit)
    if "unit_b" in groups or "units_b" in groups:
        more = duration_value(quantity(groups, context, "_b"), unit_of(groups, context, "_b"))
        value += more[2:] if value.startswith("PT") and more.startswith("PT") else more[1:]
    return Value("DURATION", value)


def read_amount_range(groups: Groups, context: Context) -> Value | None:
    """Two to three weeks: the lower amount, and that it may be more."""
    found = read_duration(groups, context)
    return None if found is None else Value("DURATION", found.value, "EQUAL_OR_MORE")


def read_stretch(groups: Groups, context: Context) -> Value | None:
    """The past three years, recent days, the coming weeks."""
    stretch = groups["stretch"].lower()
    words = groups.get("number") or groups.get("count") or groups.get("vague")
    if words is None and "single" not in groups:
        if "recent" in stretch or stretch in ("past", "last", "previous"):
            return Value("DATE", "PAST_REF")
        if stretch in ("coming", "next", "following", "ensuing"):
            return Value("DATE", "FUTURE_REF")
    if "single" in groups:
        if stretch not in ("past", "coming", "previous"):
            return None
        halved = re.match(r"half[- ]", groups["single"].lower())
        unit = context.lexicon.map("time_unit")[groups["single"].lower()[halved.end() if halved else 0 :]]
        return Value("DURATION", duration_value(Fraction(1, 2 if halved else 1), unit))
    return Value("DURATION", duration_value(quantity(groups, context), unit_of(groups, context)))


def read_ago(groups: Groups, context: Context) -> Value | None:
    """Two years ago, a week earlier, three days later, years ago."""
    unit, word = unit_of(groups, context), context.word("ago", groups) or "-text"
    sign, anchor = (-1 if word[0] == "-" else 1), word[1:]
    number = quantity(groups, context)
    if number is None and "unit" in groups:
        return None
    if "aside" in groups and number is None:
        return None
    if number is None:
        return (
            Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
            if anchor == "present"
            else Value("DURATION", duration_value(None, unit))
        )
    if unit.startswith("T"):
        return _clock_ago(number, unit, sign, anchor, context)
    steps = whole(number if "half" not in groups else number + Fraction(1, 2))
    if steps is None:
        months = whole((number + Fraction(1, 2)) * 12) if unit == "Y" else None
        steps, unit = (months, "M") if months else (int(number), unit)
    value = _far(sign * steps, unit, anchor, context)
    return Value("DATE", value or underspecified(unit) or "XXXX")


def _far(steps: int, unit: str, anchor: str, context: Context) -> str | None:
    if anchor == "text" and not (context.compared and context.quarter and unit == "Y"):
        return step_from(context, steps, unit)
    if steps == -1 and unit == "Y" and context.compared and context.quarter:
        return f"{int(context.quarter[:4]) - 1:04d}{context.quarter[4:]}"
    return context.from_day(steps, unit)


def _clock_ago(number: Fraction, unit: str, sign: int, anchor: str, context: Context) -> Value | None:
    hours = number * sign if unit == "TH" else None
    if context.day is None or hours is None or anchor != "present" or abs(hours) < 24:
        return (
            Value("TIME", "PAST_REF" if sign < 0 else "FUTURE_REF")
            if anchor == "present"
            else Value("DURATION", duration_value(number, unit))
        )
    return Value("DATE", (context.day + timedelta(hours=float(hours))).isoformat())


def read_from(groups: Groups, context: Context) -> Value | None:
    """A week from today, two days before tomorrow."""
    unit, number = unit_of(groups, context), quantity(groups, context)
    steps = whole(number) if number is not None else None
    if steps is None or unit.startswith("T") or context.day is None:
        return None
    base = context.day + timedelta(context.word("dayword", groups))
    if unit in ("W", "FN"):
        steps, unit = steps * (14 if unit == "FN" else 7), "D"
    return Value("DATE", shift(base, steps, unit) or "XXXX")


def read_reference(groups: Groups, context: Context) -> Value:
    """Now, recently, soon."""
    return Value("DATE", context.word("reference", groups))
