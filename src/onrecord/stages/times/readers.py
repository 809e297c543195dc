"""From the groups of a match to its TIMEX3 value: dates of the calendar. One function for each `reads`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.stages.times.calendar import day_of, feast_days, shift, underspecified, year_value
from onrecord.stages.times.context import Context, Groups, Value

_DIGITS = re.compile(r"\d+")
_THIS_CENTURY = 50
_SURELY_NEAR = 120
_SOON = 30
_QUARTER_WORDS = ("latest", "earlier", "earlier2", "earlier3", "deictic", "yeardeictic", "year")


def _number(words: str) -> int:
    found = _DIGITS.search(words)
    return int(found.group()) if found else 0


def read_calendar(groups: Groups, context: Context) -> Value | None:
    """March 3, 3 March 2015, late March, last March, March last year."""
    month = context.word("month", groups)
    day = _number(groups["day"]) if "day" in groups else None
    mod = context.word("edge", groups)
    year = _year_of(groups, context)
    step = context.word("deictic", groups)
    if year is None and step is not None and re.search(r"year$", groups.get("deictic_year", "")):
        year = context.from_day(step, "Y")
    if year is None:
        year = _likely_year(month, day, step, context)
    if day is not None and not _exists(year, month, day):
        return None
    return Value("DATE", f"{year}-{month:02d}" + (f"-{day:02d}" if day else ""), mod)


def _exists(year: str, month: int, day: int) -> bool:
    try:
        date(int(year) if year.isdigit() else 2000, month, day)
    except ValueError:
        return False
    return True


def _year_of(groups: Groups, context: Context) -> str | None:
    if "year" in groups:
        return f"{int(groups['year']):04d}"
    if "shortyear" in groups:
        return _full_year(_number(groups["shortyear"]), context)
    if "yeardeictic" in groups:
        return context.from_day(context.word("deictic", groups, "yeardeictic") or 0, "Y") or "XXXX"
    return None


def _full_year(two_digits: int, context: Context) -> str:
    """'98 is 1998: the year of that ending which lies nearest to the report, or within fifty years of 2000."""
    if context.day is None:
        return str(two_digits + (2000 if two_digits < _THIS_CENTURY else 1900))
    century = context.day.year - context.day.year % 100
    years = (century - 100 + two_digits, century + two_digits)
    return str(min(years, key=lambda year: (abs(year - context.day.year - 5) if context.day else 0, year)))


def _likely_year(month: int, day: int | None, step: int | None, context: Context) -> str:
    """The year of a month or day named without one: by "last" and "next", else by nearness and tense."""
    today = context.day
    if today is None:
        return "XXXX"
    here, there = (today.month, today.day if day else 0), (month, day or 0)
    if step == -1:
        return str(today.year - (there >= here))
    if step == 1:
        return str(today.year + (there <= here))
    if step == 0:
        return str(today.year)
    if day is not None:  # of days, news names those of the year around it without their year
        years = sorted(
            (abs(_days(year, month, day) - _days(today.year, *here)), year)
            for year in range(today.year - 1, today.year + 2)
        )
        distance, year = years[0]
        ahead = _days(year, month, day) > _days(today.year, *here)
        if distance < _SURELY_NEAR and not (ahead and distance > _SOON and context.look() < 0):
            return str(year)
    way = context.look()
    return str(today.year + (there < here)) if way > 0 else str(today.year - (there > here))


def _days(year: int, month: int, day: int) -> int:
    return year * 372 + month * 31 + day


def read_weekday(groups: Groups, context: Context) -> Value:
    """Tuesday, last Friday, Sunday night, the following Monday."""
    weekday = context.word("weekday", groups)
    mod, part = context.word("edge", groups), context.word("daypart", groups)
    found = _weekday(weekday, groups, context)
    value = f"XXXX-WXX-{weekday}" if found is None else found.isoformat()
    return Value("TIME", f"{value}T{part}", mod) if part else Value("DATE", value, mod)


def _weekday(weekday: int, groups: Groups, context: Context) -> date | None:
    """Which day a weekday is: counted from the time spoken of last, or from the report's day."""
    anchor = day_of(context.previous) if context.previous else None
    if way := context.word("anaphor", groups):
        return _weekday_beside(anchor[0], weekday, way) if anchor else None
    if context.linked and anchor and anchor[1] == "D":
        return _weekday_beside(anchor[0], weekday, 1)
    today, step = context.day, context.word("deictic", groups)
    if today is None:
        return None
    if step == 0:
        return today + timedelta(weekday - today.isoweekday())
    if step is None and weekday == today.isoweekday():
        return today
    return _weekday_beside(today, weekday, step or (1 if context.look() > 0 else -1))


def _weekday_beside(day: date, weekday: int, way: int) -> date:
    return next_weekday(day, weekday) if way > 0 else last_weekday(day, weekday)


def last_weekday(day: date, weekday: int) -> date:
    """The weekday before `day`."""
    return day - timedelta((day.isoweekday() - weekday - 1) % 7 + 1)


def next_weekday(day: date, weekday: int) -> date:
    """The weekday after `day`."""
    return day + timedelta((weekday - day.isoweekday() - 1) % 7 + 1)


def read_numeric(groups: Groups, context: Context) -> Value | None:
    """2015-04-09, 4/9/2015 (month first, as in American news, unless that is no month), 9.4.2015."""
    if "iso" in groups:
        return Value("DATE", groups["iso"])
    first, second, last = (int(part) for part in re.split(r"[/.]", groups.get("slashed") or groups["dotted"]))
    month, day = (second, first) if "dotted" in groups or first > 12 else (first, second)
    year = str(last) if last > 99 else _full_year(last, context)
    if not 1 <= month <= 12 or not _exists(year, month, day):
        return None
    return Value("DATE", f"{year}-{month:02d}-{day:02d}")


def read_dayth(groups: Groups, context: Context) -> Value:
    """The 3rd: of the month spoken of last, else of the report's month."""
    day = _number(groups["dayth"])
    anchor = day_of(context.previous) if context.previous else None
    month = shift(anchor[0], 0, "M") if anchor and anchor[1] in ("D", "M") else context.from_day(0, "M")
    return Value("DATE", f"{month or 'XXXX-XX'}-{day:02d}")


def read_year(groups: Groups, context: Context) -> Value:
    """1998, early 1998, 400 BC."""
    if "shortyear" in groups:
        return Value("DATE", _full_year(_number(groups["shortyear"]), context), context.word("edge", groups))
    number = _number((groups.get("year") or groups["count"]).replace(",", ""))
    before_christ = groups.get("era", "").upper().startswith("B")
    return Value("DATE", f"BC{number:04d}" if before_christ else year_value(number), context.word("edge", groups))


def read_decade(groups: Groups, context: Context) -> Value:
    """The 1990s, the '90s: the first three figures of its years."""
    figures = _DIGITS.search(groups.get("decade") or groups["shortdecade"])
    digits = figures.group() if figures else ""
    value = digits[:3] if len(digits) == 4 else f"19{digits[0]}"
    return Value("DATE", value, context.word("edge", groups))


def read_century(groups: Groups, context: Context) -> Value:
    """The 19th century: 18, the first two figures of its years."""
    number = context.word("ordinal", groups) or _number(groups.get("nth", "0"))
    value = f"BC{number - 1:02d}" if groups.get("era", "").upper().startswith("B") else f"{number - 1:02d}"
    return Value("DATE", value, context.word("edge", groups))


def read_season(groups: Groups, context: Context) -> Value:
    """Last summer, the spring of 1997; a winter is named by the year in which it ends."""
    season, mod = context.word("season", groups), context.word("edge", groups)
    year = _year_of(groups, context)
    if year is None and context.day is not None:
        year = str(context.day.year + _season_step(season, groups, context, context.day))
    return Value("DATE", f"{year or 'XXXX'}-{season}", mod)


def _season_step(season: str, groups: Groups, context: Context, today: date) -> int:
    order = ("WI", "SP", "SU", "FA")
    now = (today.month % 12) // 3 + (4 if today.month == 12 else 0)
    there, step = order.index(season), context.word("deictic", groups)
    if step is None:
        step = context.look() or -1
        return -1 if step < 0 and there > now else int(step > 0 and there < now)
    if step == 0:
        return int(season == "WI" and today.month > 9)
    return -int(there >= now) if step < 0 else int(there <= now)


def read_feast(groups: Groups, context: Context) -> Value:
    """Christmas Eve, Ramadan 2013: the feast named, in its year."""
    named = " ".join(groups["feast"].lower().split())
    feast = next(
        entry for entry in context.lexicon.entries("feast") if named in (name.lower() for name in entry["names"])
    )
    if "year" in groups:
        days = feast_days(feast, int(groups["year"]))
        return Value("DATE", days[0][1] if days else groups["year"])
    if context.day is None:
        return Value("DATE", f"XXXX-{feast['fixed']}" if "fixed" in feast else "XXXX-XX-XX")
    today = context.day
    days = [day for year in (today.year - 1, today.year, today.year + 1) for day in feast_days(feast, year)]
    return Value("DATE", _choose(days, context.word("deictic", groups), today, context))


def _choose(days: list[tuple[date, str]], step: int | None, today: date, context: Context) -> str:
    """The feast of this year, the last or the next: by "last" and "next", else by the tense, else the nearest."""
    if step == 0:
        return next((value for day, value in days if day.year == today.year), "XXXX-XX-XX")
    way = step if step is not None else context.look()
    past = [value for day, value in days if day <= today]
    future = [value for day, value in days if value[-10:] >= today.isoformat()]
    if way == 0:
        return min(days, key=lambda day: (abs((day[0] - today).days), day[1]))[1] if days else "XXXX-XX-XX"
    chosen = future[:1] if way > 0 else past[-1:]
    return (chosen or past[-1:] or future[:1] or ["XXXX-XX-XX"])[0]


def read_quarter(groups: Groups, context: Context) -> Value | None:
    """The third quarter, the first half of 2009, Q3, the year-ago quarter."""
    if "qpart" not in groups and "qdigit" not in groups:
        return _known_quarter(groups, context)
    letter = context.word("qpart", groups) or "Q"
    number = context.word("ordinal", groups) or _number(groups.get("nth") or groups.get("qdigit") or "0")
    if not 1 <= number <= (2 if letter == "H" else 4):
        return None
    year = _year_of(groups, context)
    if year is None and "deictic" in groups:
        year = context.from_day(context.word("deictic", groups), "Y")
    if year is None and context.day is not None:
        now = (context.day.month - 1) // (6 if letter == "H" else 3) + 1
        year = str(context.day.year - int(number > now and context.look() <= 0))
    return Value("DATE", f"{year or 'XXXX'}-{letter}{number}")


def _known_quarter(groups: Groups, context: Context) -> Value | None:
    """The quarter, the year-ago quarter, the 1988 third quarter: against the quarter spoken of last."""
    known, today = context.quarter, context.day
    if today and "latest" in groups and "current" not in groups["latest"]:
        return Value("DATE", context.from_day(-1, "Q") or "XXXX-QX")
    number = context.word("ordinal", groups) or _number(groups.get("nth", "0"))
    letter = "H" if groups.get("part2", "").lower() == "half" else "Q"
    part = f"-{letter}{number}" if number else known and known[4:]
    back = int(any(name in groups for name in ("earlier", "earlier2", "earlier3")))
    if "year" in groups:
        year = groups["year"]
    elif "deictic" in groups or "yeardeictic" in groups:
        step = context.word("deictic", groups, "deictic" if "deictic" in groups else "yeardeictic")
        year = context.from_day(step, "Y") or "XXXX"
    elif known:
        year = f"{int(known[:4]) - back:04d}" if known[:4].isdigit() else "XXXX"
    else:
        year = "XXXX" if today is None else f"{today.year - back:04d}"
    if part is None and not known and groups.keys().isdisjoint(_QUARTER_WORDS):
        return None  # "the quarter" may be one of a town
    if part is None and "earlier2" in groups:
        return Value("DATE", year)
    return Value("DATE", f"{year}{part or '-QX'}")


def read_fiscal(groups: Groups, context: Context) -> Value:
    """Fiscal 2014, the fiscal year."""
    year = _year_of(groups, context) or context.from_day(context.word("deictic", groups) or 0, "Y")
    return Value("DATE", f"FY{year or 'XXXX'}", context.word("edge", groups))


def read_unit_end(groups: Groups, context: Context) -> Value:
    """Year-end, midweek, the turn of the century."""
    if "turn" in groups or "middle" in groups:
        unit, mod = (
            ("CE" if "century" in (groups.get("turn"), groups.get("middle")) else "Y"),
            "START" if "turn" in groups else "MID",
        )
    else:
        word = groups.get("unit") or re.sub(r"^mid-?", "", groups["midunit"].lower())
        unit, mod = context.lexicon.map("time_unit")[word.lower()], "END" if "unit" in groups else "MID"
    return Value("DATE", context.from_day(0, unit) or underspecified(unit) or "XXXX", mod)
