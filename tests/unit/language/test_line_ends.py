"""Which line ends of a text are only where a line was full."""

from __future__ import annotations

import textwrap

import pytest

from onrecord.language.line_ends import Line, soft_ends

_FIRST = (
    "The Northern Front shelled two villages near the town of Kadi on Monday, killing at least nine people and wounding"
    " thirty, the Defence Ministry said. General Amara Diallo told reporters in Port Selin that troops of the Fourth"
    " Brigade had driven the rebels back across the Oru river. The rebels did not comment."
)
_SECOND = (
    "Residents of Kadi said that they had counted more than forty shells. A teacher, who asked not to be named, said"
    " that Governor Lemi had promised to evacuate families on Sunday and had not sent a single bus."
)
_POEM = """\
O river of my father's land
That carries all the rain away
And leaves upon the golden sand
The boats that nobody may pay
Thy banks are green thy water deep
And all thy villages asleep"""
_HEADLINES = """\
Army says nine rebels killed in fighting near northern town
Governor of Kadi promises buses for families who flee
Teachers in Port Selin end their strike after eleven days
Court jails former minister for taking bribes from builders
Two hurt as police break up march against price of fuel"""
_WORDS = """\
We offer our readers
news of the region, and
sport"""


def _soft(text: str) -> list[int]:
    lines = [Line(line.strip(), len(line) - len(line.lstrip())) for line in text.split("\n")]
    return sorted(soft_ends(lines))


def _wrapped(text: str, width: int, *, indent: str = "", by_hyphens: bool = False) -> str:
    return textwrap.fill(text, width, break_on_hyphens=by_hyphens, break_long_words=False, initial_indent=indent)


def _all_but(text: str, *last: str) -> list[int]:
    """Every line end but those after the lines that end so."""
    lines = text.split("\n")[:-1]
    return [at for at, line in enumerate(lines) if line.strip() and not line.endswith(last)]


@pytest.mark.parametrize("width", [40, 60, 70, 72, 80, 100])
def test_a_wrapped_report_is_joined_but_for_its_paragraphs(width: int) -> None:
    """Also before a line that starts with a name; never across a blank line."""
    text = f"{_wrapped(_FIRST, width)}\n\n{_wrapped(_SECOND, width)}"
    assert _soft(text) == _all_but(text, "comment.")


def test_paragraphs_without_a_blank_line_end_where_a_line_is_short() -> None:
    text = f"{_wrapped(_FIRST, 70, indent='    ')}\n{_wrapped(_SECOND, 70, indent='    ')}"
    assert _soft(text) == _all_but(text, "comment.")


def test_lines_of_about_one_width_are_joined() -> None:
    """As letters of different widths make them."""
    lines = [
        "The Northern Front shelled two villages near the town of Kadi on Monday, killing",
        "at least nine people and wounding thirty, the Defence Ministry said. General",
        "Amara Diallo told reporters in Port Selin that troops of the Fourth",
        "Brigade had driven the rebels back across the Oru river, and that the road is",
        "open.",
        "Residents of Kadi said that they had counted more than forty shells on",
        "Monday night.",
    ]
    assert _soft("\n".join(lines)) == [0, 1, 2, 3, 5]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (_POEM, "verses have no width"),
        (_HEADLINES, "headlines of nearly one length do not go on in lower case"),
        (_WORDS, "too few lines, and too narrow"),
        ("One paragraph of a report that is one line.\nAnd another one.", "each line is a paragraph"),
        ("\n".join(["A line that is one word longer than that above it"] * 2), "one line end shows nothing"),
        (f"{_FIRST}\n{_SECOND}\n{_FIRST}\n{_SECOND}", "paragraphs of one long line each"),
        ("", "nothing"),
    ],
)
def test_what_is_no_wrapped_text_stays_as_it_is(text: str, why: str) -> None:
    assert _soft(text) == [], why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ARMY SAYS NINE KILLED IN SHELLING OF TWO VILLAGES NEAR NORTHERN TOWN", "a headline in capitals"),
        ("Army Says Nine Were Killed in Shelling of Villages Near Northern Town", "a headline in title case"),
        ("By Lena Moor", "a byline"),
        ("Smoke over Kadi on Monday. (Photo: Lena Moor)", "a caption"),
        ("KADI, 14 May", "a dateline of its own"),
    ],
)
def test_a_line_of_its_own_stays_apart_from_wrapped_lines(line: str, why: str) -> None:
    body = _wrapped(_FIRST, 70)
    assert _soft(f"{line}\n{body}") == [at + 1 for at in _soft(body)], why


@pytest.mark.parametrize(
    ("items", "why"),
    [
        (["- the rebels leave Kadi", "- The army opens the road"], "dashes"),
        (["* the rebels leave Kadi", "* the army opens the road"], "stars"),
        (["• the rebels leave Kadi", "• the army opens the road"], "bullets"),
        (["1. the rebels leave Kadi", "2) the army opens the road", "(c) nobody shoots"], "numbers"),
        (["14:05 The army has opened the road", "14.30 Rebels deny it"], "times of a live blog"),
        (["Kadi\t9\t30", "Oru\t1\t0"], "columns between tabs"),
        (["Kadi     9    30", "Oru      1     0"], "columns between blanks"),
        (["> the army has opened the road", "> said the general"], "a quoted mail"),
    ],
)
def test_lists_and_tables_in_a_wrapped_report_stay_apart(items: list[str], why: str) -> None:
    body = _wrapped(_FIRST, 70)
    text = "\n".join([body, *items])
    assert _soft(text) == _soft(body), why
