"""Markup inside a text: what of it nobody reads, and what only looks like markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.markup import drop_tags, find_markup, is_bare_markup, without_markup
from onrecord.reading.span import in_one_line
from onrecord.reading.spelled import first_words


@pytest.mark.parametrize(
    ("text", "read", "why"),
    [
        ("<p>Troops <b>left</b>.</p><p>Rebels came.</p>", ["Troops left.", "Rebels came."], "paragraphs"),
        ("<p>Troops left\nthe town.</p>", ["Troops left the town."], "a line end in a paragraph is a blank"),
        ("<p>Troops left.\n\nRebels came.", ["Troops left.", "Rebels came."], "a paragraph without its end"),
        ("Troops left.<br><br>Rebels came.", ["Troops left.", "Rebels came."], "breaks alone"),
        ("Troops left.<br/>Rebels came.", ["Troops left.", "Rebels came."], "one break behind a sentence"),
        ("The <a href='https://a.example/?a=1&amp;b'>army</a> left.", ["The army left."], "a link"),
        ('Troops <a href="https://a.example">left', ["Troops left"], "a link in a text that was cut"),
        ("The un<b>arm</b>ed men", ["The unarmed men"], "inside a word"),
        ("&lt;p&gt;Troops left.&lt;/p&gt;", ["Troops left."], "with its signs in code"),
        ("<!-- ad --><p>Troops left.</p>", ["Troops left."], "a comment"),
        ("<div>Troops<script>var a = '<b>';</script> left</div>", ["Troops", "left"], "a script"),
        ("<html><head><title>T</title></head><body><nav>Home</nav><p>Troops left.", ["Troops left."], "a whole page"),
        ("<DOC><TEXT>\n<P>\nTroops\nleft.\n</P>\n</TEXT></DOC>", ["Troops left."], "a news corpus of old"),
    ],
)
def test_markup_is_not_read(text: str, read: list[str], why: str) -> None:
    parts, last = [], 0
    for piece in find_markup(text):
        parts += (text[last : piece.start], piece.new)
        last = piece.end
    lines = "".join((*parts, text[last:])).splitlines()
    assert [" ".join(line.split()) for line in lines if line.strip()] == read, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The editor typed <b> by mistake, and </b> too.", "tags that are spoken of"),
        ("The tag “<br>” ends a line, (<p>) a paragraph.", "in quotation marks"),
        ("Use <b> alone. Troops left.", "one without its end"),
        ("Prices rose by <5% and > 3%, if x<y and y>z.", "signs of comparison"),
        ("Ana <ana@paper.example> and <https://a.example> wrote", "addresses"),
        ("see <Reuters> for more", "a name in angle brackets"),
        ("R&D &lt;3 &lt;b alone", "codes that are no tags"),
        ("no sign of it", "nothing"),
    ],
)
def test_what_looks_like_markup_stays(text: str, why: str) -> None:
    assert find_markup(text) == (), why
    assert without_markup(text) is text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<p>The <i>Herald</i> and\nthe <a href='x'>Post", "The Herald and the Post"),
        ("ends.</p>", "ends."),
        ("one<br>two", "one two"),
        ("&lt;p&gt;The army", "The army"),
        ("typed <b> by mistake", "typed <b> by mistake"),
        ("<Reuters> told", "<Reuters> told"),
        ("Write <br>, not <p>-tags, and x<b>y", "Write <br>, not <p>-tags, and x<b>y"),
        ("the <b>Army", "the Army"),
        ("Army</b>, the", "Army, the"),
        ("left. <p>The army</p>", "left. The army"),
        ("a <td>cell", "a cell"),
        ("left.<script>var army;</script> Rebels", "left. Rebels"),  # what stands in it is nobody's words
    ],
)
def test_words_of_a_list_have_no_tags(words: str, shown: str) -> None:
    """They may be cut out of their markup anywhere."""
    assert in_one_line(words) == shown


def test_a_report_is_called_by_its_first_line_of_words() -> None:
    assert first_words("<div>\n<p></p><p>Troops <b>left</b> Kadi.</p><p>More.</p></div>") == "Troops left Kadi."


@pytest.mark.parametrize(
    "text", ["Troops left Kadi.\nRebels came.\n\nMore.", "<p>Troops\nleft.</p><p>Rebels came.</p>"]
)
def test_the_same_text_is_called_the_same_each_time(text: str) -> None:
    """Equal texts need not be one object; words of one that was met before are no answer for another."""
    one, other = ("".join(list(text)) for _ in range(2))
    assert one is not other
    assert without_markup(one) == without_markup(other)
    assert first_words(one) == first_words(other)
    assert is_bare_markup(one) == is_bare_markup(other)


def test_markup_without_a_word_is_empty() -> None:
    assert is_bare_markup("<p> <br> </p>")
    assert not is_bare_markup("<p>a</p>")
    assert not is_bare_markup("")


_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br/>",
        "&lt;i&gt;",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        " ",
        "\n",
        "<a b='",
        "'>",
    ]
)


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_pieces_lie_side_by_side_and_offsets_stay(text: str) -> None:
    last = 0
    for piece in find_markup(text):
        assert last <= piece.start < piece.end <= len(text)
        assert len(piece.new) <= piece.end - piece.start
        last = piece.end
    assert len(without_markup(text)) == len(text)
    assert isinstance(drop_tags(text), str)
