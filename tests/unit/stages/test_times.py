"""Time expressions: one row a case, read as of Thursday 9 April 2015 unless the row says otherwise."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from knowing import shipped_lexicon
from onrecord.errors import LexiconError
from onrecord.lexicon.load import load_lexicon
from onrecord.stages.times import find_times
from onrecord.stages.times.grammar import Grammar, load_grammar

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

THURSDAY = "2015-04-09"


@lru_cache(maxsize=1)
def _tokenizer() -> Language:
    return spacy.blank("en")


def blank(text: str) -> Doc:
    return _tokenizer()(text)


def read(text: str, published: str | None = THURSDAY) -> str:
    """What is found, in one line: words=value, with the type where it is no DATE and the mod after a slash."""
    found = find_times(blank(text), published, shipped_lexicon())
    return "; ".join(
        f"{time.text}={time.value}"
        + (f" {time.type}" if time.type != "DATE" else "")
        + (f" /{time.mod}" if time.mod else "")
        for time in found
    )


SEEN_FROM_PUBLICATION = [
    ("The group entered the camp on April 1.", "April 1=2015-04-01"),  # a day near the report is of its year
    ("The factions said Thursday they backed it.", "Thursday=2015-04-09"),  # the weekday of publication is that day
    ("The envoy left Friday.", "Friday=2015-04-03"),  # past tense: the last one
    ("The envoy will leave Friday.", "Friday=2015-04-10"),  # will: the next one
    ("The vote is expected to take place on Sunday.", "Sunday=2015-04-12"),  # a plan lies ahead
    ("On Monday, the court will rule.", "Monday=2015-04-13"),  # the verb may follow
    ("The prisoners will be freed on Tuesday.", "Tuesday=2015-04-14"),  # a participle after "will be" is no past
    ("Rebels said it would end by Saturday.", "Saturday=2015-04-11"),  # would: ahead, though said before
    ("The groups agreed on Wednesday to reopen the road.", "Wednesday=2015-04-08"),  # the agreeing lies behind
    ("The groups agreed to meet on Wednesday.", "Wednesday=2015-04-15"),  # the meeting lies ahead
    ("The vote is scheduled for Sunday.", "Sunday=2015-04-12"),
    ("He spoke last Friday.", "last Friday=2015-04-03"),  # last: before today
    ("He speaks next Monday.", "next Monday=2015-04-13"),  # next: after today
    ("The army shelled the town on Dec. 28.", "Dec. 28=2014-12-28"),  # past: the year before
    (
        "The army shelled the town in November.",
        "November=2014-11",
    ),  # a month still to come this year, in the past tense
    ("The army shelled the town in March.", "March=2015-03"),  # a month of this year
    ("Elections will be held in February.", "February=2016-02"),  # a month gone by, ahead
    ("The pact was signed last June.", "last June=2014-06"),  # last with a month
    ("It was said yesterday.", "yesterday=2015-04-08"),
    ("They meet tomorrow evening.", "tomorrow evening=2015-04-10TEV TIME"),  # a part of a day is a TIME
    ("They met the day before yesterday.", "the day before yesterday=2015-04-07"),
    ("He said so earlier this week.", "earlier this week=2015-W15 /START"),
    ("He will go later this month.", "later this month=2015-04 /END"),
    ("Floods came last month.", "last month=2015-03"),
    ("The base shuts next year.", "next year=2016"),
    ("Talks were held over the weekend.", "the weekend=2015-W14-WE"),  # behind: the weekend that is over
    ("The attack came last night.", "last night=2015-04-08TNI TIME"),
    ("A bomb went off on Tuesday morning.", "Tuesday morning=2015-04-07TMO TIME"),
    ("Rebels took the base late Monday.", "late Monday=2015-04-06 /END"),
    ("They have fled in recent days.", "recent days=PAST_REF"),
    ("More will flee in the coming weeks.", "the coming weeks=FUTURE_REF"),
    ("The town is now quiet.", "now=PRESENT_REF"),
    ("Aid will come soon.", "soon=FUTURE_REF"),
    ("He was recently freed.", "recently=PAST_REF"),
    ("It happened in the past.", "the past=PAST_REF"),
    ("It was two years ago.", "two years ago=2013"),  # as fine as the unit
    ("It was five months ago.", "five months ago=2014-11"),
    ("It was three weeks ago.", "three weeks ago=2015-W12"),
    ("It was ten days ago.", "ten days ago=2015-03-30"),
    ("It was many years ago.", "many years ago=PAST_REF"),  # how many is not told
    ("The ban ends a week from today.", "a week from today=2015-04-16"),
    ("He fled last summer.", "last summer=2014-SU"),
    ("He will return this autumn.", "this autumn=2015-FA"),
    ("Output fell in the third quarter.", "the third quarter=2014-Q3"),  # not yet begun this year: last year's
    ("Output fell in the first quarter.", "the first quarter=2015-Q1"),
    (
        "Output fell in the third quarter from the year-ago quarter.",
        "the third quarter=2014-Q3; the year-ago quarter=2013-Q3",
    ),
]

NAMED_IN_FULL = [
    ("It was signed on March 2, 2009.", "March 2, 2009=2009-03-02"),
    ("It was signed on 2 March 2009.", "2 March 2009=2009-03-02"),
    ("It was signed on Monday, March 2, 2009.", "Monday, March 2, 2009=2009-03-02"),  # one expression
    ("It was signed on the 4th of July, 1976.", "the 4th of July, 1976=1976-07-04"),
    ("It broke out in December 2013.", "December 2013=2013-12"),
    ("It has held since mid-March.", "mid-March=2015-03 /MID"),
    ("It began in late 2011.", "late 2011=2011 /END"),
    ("It is dated 2014-11-03.", "2014-11-03=2014-11-03"),
    ("It is dated 4/9/2015.", "4/9/2015=2015-04-09"),  # month first
    ("It is dated 24/12/2012.", "24/12/2012=2012-12-24"),  # there is no month 24
    ("It is dated 31/31/2012.", ""),  # no date at all
    ("The war of the 1990s is over.", "the 1990s=199"),
    ("The war of the early 1980s is over.", "the early 1980s=198 /START"),
    ("The fort is from the 17th century.", "the 17th century=16"),
    ("The wall is from 400 BC.", "400 BC=BC0400"),
    ("The law passed in fiscal 2014.", "fiscal 2014=FY2014"),
    ("Revenue rose in Q3 2014.", "Q3 2014=2014-Q3"),
    ("The second half of 2010 was quiet.", "The second half of 2010=2010-H2"),
    ("The dam was built in the spring of 1997.", "the spring of 1997=1997-SP"),
    ("It shuts at the end of March 2016.", "the end of March 2016=2016-03 /END"),  # the part belongs to it
    (
        "It was taken in the first week of May 2014.",
        "the first week of May 2014=2014-W18",
    ),  # the week of its first Thursday
    ("It was the last day of February 2012.", "the last day of February 2012=2012-02-29"),
    ("They met in the week of April 6.", "the week of April 6=2015-W15"),
    ("They fled on the night of April 3.", "the night of April 3=2015-04-03TNI TIME"),
]

THE_CLOCK = [
    ("The blast struck at 8:30 a.m.", "8:30 a.m.=2015-04-09T08:30 TIME"),
    ("The polls shut at 1900 GMT.", "1900 GMT=2015-04-09T19:00Z TIME"),  # a zone is kept as its offset
    ("The polls shut at 7 p.m. EST.", "7 p.m. EST=2015-04-09T19:00-05:00 TIME"),
    ("They met at 5 p.m. on Friday.", "5 p.m. on Friday=2015-04-03T17:00 TIME"),  # clock and day are one
    ("They met on Friday at 5 p.m.", "Friday at 5 p.m.=2015-04-03T17:00 TIME"),
    ("They met at noon.", "noon=2015-04-09T12:00 TIME"),
    ("They met at nine o'clock in the evening.", "nine o'clock in the evening=2015-04-09T21:00 TIME"),
    ("They met at about 5 p.m.", "about 5 p.m.=2015-04-09T17:00 TIME /APPROX"),
    ("They won 3:21 in the final.", ""),  # a score is no clock
]

AMOUNTS = [
    ("The siege took three years.", "three years=P3Y DURATION"),
    ("The siege took a year and a half.", "a year and a half=P1Y6M DURATION"),
    ("The raid took two and a half hours.", "two and a half hours=PT2H30M DURATION"),
    ("The raid took half an hour.", "half an hour=PT30M DURATION"),
    ("The flight took two hours and 40 minutes.", "two hours and 40 minutes=PT2H40M DURATION"),
    ("He was held for several months.", "several months=PXM DURATION"),
    ("He was held for decades.", "decades=PXDE DURATION"),
    ("He was held for over a decade.", "over a decade=P10Y DURATION /MORE_THAN"),  # ISO 8601 has no decades
    ("He was held for at least 40 days.", "at least 40 days=P40D DURATION /EQUAL_OR_MORE"),
    ("He was held for less than a week.", "less than a week=P1W DURATION /LESS_THAN"),
    ("He was held for about two weeks.", "about two weeks=P2W DURATION /APPROX"),
    ("It was more than a year ago.", "more than a year ago=2014 /BEFORE"),  # of a point, more than means before
    ("A 72-hour truce began.", "72-hour=PT72H DURATION"),
    ("A 12-year-old girl was hurt.", "12-year-old=P12Y DURATION"),
    ("The month-long siege is over.", "month-long=P1M DURATION"),
    ("Its debt doubled in the past three years.", "the past three years=P3Y DURATION"),
    ("It must leave within the next 48 hours.", "the next 48 hours=PT48H DURATION"),
    ("The work takes two to three weeks.", "two to three weeks=P2W DURATION /EQUAL_OR_MORE"),
    ("It holds a second camp.", ""),  # a second one, not a second long
    ("Two second-hand cars burned.", ""),
]

AGAIN_AND_AGAIN = [
    ("Trucks cross every day.", "every day=P1D SET"),
    ("Trucks cross every other week.", "every other week=P2W SET"),
    ("They meet each Thursday.", "each Thursday=XXXX-WXX-4 SET"),
    ("They meet on Fridays.", "Fridays=XXXX-WXX-5 SET"),
    ("Convoys arrive daily.", "daily=P1D SET"),
    ("The road is shelled twice a week.", "twice a week=P1W SET"),
    ("They pay $40 a month.", "a month=P1M SET"),  # after an amount it is a rate
    ("They stayed a month.", "a month=P1M DURATION"),
]

FROM_ONE_TO_THE_NEXT = [
    ("It was taken on March 3 and lost the next day.", "March 3=2015-03-03; the next day=2015-03-04"),
    ("It fell on March 3, 2014. Two weeks later it rose.", "March 3, 2014=2014-03-03; Two weeks later=2014-W12"),
    ("He came in 1991. The following year he left.", "1991=1991; The following year=1992"),
    ("He came in 1991, the year after the war.", "1991=1991; the year=2015"),  # which war it was is not told here
    ("He left a day earlier.", "a day earlier=XXXX-XX-XX"),  # earlier than what?
    ("They met on April 1 and 3.", "April 1=2015-04-01; 3=2015-04-03"),
    ("They met on the 3rd and 4th.", "the 3rd=2015-04-03; 4th=2015-04-04"),
    ("The fair runs from 3 to 5 May.", "3=2015-05-03; 5 May=2015-05-05"),
    ("He ruled between January and March 2014.", "January=2014-01; March 2014=2014-03"),  # the year serves both
    ("He ruled from 1990-95.", "1990=1990; 95=1995"),
    ("The shop is open from Monday to Friday.", "Monday=2015-04-06; Friday=2015-04-10"),  # a range runs forward
]

FEASTS = [
    ("Hostages were freed on Christmas Day.", "Christmas Day=2014-12-25"),
    ("It will hold through Ramadan.", "Ramadan=2015-06-18/2015-07-16"),  # a month of days
    ("It held through Ramadan 2013.", "Ramadan 2013=2013-07-09/2013-08-07"),
    ("Both will stop for Eid al-Fitr.", "Eid al-Fitr=2015-07-17"),
    ("It was bombed on Easter Sunday.", "Easter Sunday=2015-04-05"),
    ("It was bombed on Orthodox Easter 2013.", "Orthodox Easter 2013=2013-05-05"),
    ("It opened after Thanksgiving.", "Thanksgiving=2014-11-27"),
    ("The Good Friday Agreement holds.", ""),
]

NO_TIMES = [
    "Officials may meet the rebels.",  # the verb
    "Theresa May spoke to the crowd.",  # the name
    "Troops march through the city.",  # the verb
    "The bridge on March Street was shut.",  # a street
    "She wrote for the Sunday Times.",  # a paper
    "Bloody Sunday is still remembered.",  # an event by name
    "The Sun reported it.",  # no abbreviation of Sunday
    "About 2000 soldiers left.",  # a count
    "The firm paid $1990 for it.",  # money
    "Prices fall when the harvest is good.",  # the verb
    "The 3rd Brigade left.",  # an ordinal of something else
    "He lives on the 12th floor.",
    "The militia holds the quarter north of the citadel.",  # a part of a town
    "The Six-Day War changed the map.",  # a name
    "He was first and she was second.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    SEEN_FROM_PUBLICATION + NAMED_IN_FULL + THE_CLOCK + AMOUNTS + AGAIN_AND_AGAIN + FROM_ONE_TO_THE_NEXT + FEASTS,
)
def test_words_and_values(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on April 1.", "April 1=XXXX-04-01"),
        ("It fell on Thursday.", "Thursday=XXXX-WXX-4"),
        ("It fell on Sunday night.", "Sunday night=XXXX-WXX-7TNI TIME"),
        ("It fell in March.", "March=XXXX-03"),
        ("It fell yesterday.", "yesterday=XXXX-XX-XX"),
        ("It fell last week.", "last week=XXXX-WXX"),
        ("It fell last month.", "last month=XXXX-XX"),
        ("It fell last year.", "last year=XXXX"),
        ("It fell last summer.", "last summer=XXXX-SU"),
        ("It fell two years ago.", "two years ago=XXXX"),
        ("It fell at noon.", "noon=XXXX-XX-XXT12:00 TIME"),
        ("It fell on Christmas Day.", "Christmas Day=XXXX-12-25"),
        ("It fell during Ramadan.", "Ramadan=XXXX-XX-XX"),
        ("It fell in the third quarter.", "the third quarter=XXXX-Q3"),
        ("It fell on March 3, 2014.", "March 3, 2014=2014-03-03"),  # what is told needs no publication
        ("It fell on March 3, 2014. A week later, it rose.", "March 3, 2014=2014-03-03; A week later=2014-W11"),
    ],
)
def test_without_publication_nothing_is_guessed(text: str, expected: str) -> None:
    assert read(text, None) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2015-01-02", "2014-12-31"),  # over the turn of the year
        ("2015-04-09T23:30:00+03:00", "2015-04-08"),  # a date-time counts by its own date
        ("not a date", "XXXX-WXX-3"),  # no ISO date: as if there were none
    ],
)
def test_publication_is_an_iso_date_or_date_time(published: str, expected: str) -> None:
    assert read("It fell on Wednesday.", published) == f"Wednesday={expected}"


@pytest.mark.parametrize(
    ("opening", "value", "reason"),
    [
        ("PARIS, April 6 (AFP) - ", "2015-04-01", "a Monday, so Wednesday is that of the week before"),
        ("LIMA, April 6 (EFE).- ", "2015-04-01", "with a full stop before the dash"),
        ("PARIS (AFP) - ", "2015-04-08", "without a day, that of publication"),
        ("PARIS, January 6 (AFP) - ", "2015-04-08", "too long before, so not the report's own"),
        ("On April 6 the AFP reporter left - ", "2015-04-08", "no dateline"),
    ],
)
def test_days_count_from_that_of_the_dateline(opening: str, value: str, reason: str) -> None:
    text = f"{opening}Jets bombed a clinic on Wednesday."
    assert find_times(blank(text), THURSDAY, shipped_lexicon())[-1].value == value, reason


def test_the_publication_line_is_no_time_of_the_story() -> None:
    """A date alone in the head that is the day of publication is left out; another date stays."""
    text = "Rebels take a port\nApril 9, 2015\nThe rebels took it on Tuesday.\nApril 2, 2015\n"
    assert read(text) == "Tuesday=2015-04-07; April 2, 2015=2015-04-02"


def test_a_date_line_serves_as_day_of_publication_where_none_is_given() -> None:
    """It is said in the report, so it is no guess; then it is also a time of the report."""
    text = "Rebels take a port\nApril 9, 2015\nThe rebels took it on Tuesday.\n"
    assert read(text, None) == "April 9, 2015=2015-04-09; Tuesday=2015-04-07"


@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "March",
                "3",
                "the",
                "last",
                "two",
                "weeks",
                "ago",
                "Friday",
                ",",
                "2014",
                "p.m.",
                "\n",
                "end of",
                "-",
            ]
        )
    )
)
def test_any_words_give_ordered_spans_of_the_text(words: list[str]) -> None:
    """Whatever comes, spans are the text's, in its order, and do not overlap; ids count them."""
    text = " ".join(words)
    found = find_times(blank(text), THURSDAY, shipped_lexicon())
    assert [time.id for time in found] == [f"D{number}" for number in range(1, len(found) + 1)]
    for time in found:
        assert time.text == text[time.start : time.end] == time.text.strip()
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_leaving_patterns_out_by_their_needs_changes_nothing() -> None:
    """`needs` saves time only: without it the same is found in every example of the entries."""
    grammar = load_grammar(shipped_lexicon())
    patient = Grammar(grammar.patterns, {"": range(len(grammar.patterns))}, grammar.words, grammar.glue)
    examples = [row for entry in shipped_lexicon().entries("time_pattern") for row in entry["examples"]]
    examples += [text for text, _ in THE_CLOCK + AMOUNTS + NAMED_IN_FULL]
    for example in examples:
        assert list(grammar.find(example)) == list(patient.find(example)), example


def test_a_pattern_of_ones_own_that_is_none_is_named(tmp_path: Path) -> None:
    """Both where `onrecord lexicon check` compiles all and where a report has its words."""
    entry = '[[time_pattern]]\nid = "date.mine"\nreads = "calendar"\nneeds = ["month"]\npattern = "{month} (?:eve"\n'
    (tmp_path / "own.toml").write_text(entry, encoding="utf-8")
    lexicon = load_lexicon((tmp_path,))
    with pytest.raises(LexiconError, match=r"date\.mine: `pattern` is no regular expression"):
        [pattern.compiled() for pattern in load_grammar(lexicon).patterns]
    with pytest.raises(LexiconError, match=r"date\.mine"):
        find_times(blank("They met on April 1."), THURSDAY, lexicon)
    assert [time.text for time in find_times(blank("They met at noon."), THURSDAY, lexicon)] == ["noon"]
